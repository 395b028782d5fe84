extension Emblem {
  /// Every emblem of the library, by name. To add one, add its file in `Emblems` and its name here.
  public static let all: [Emblem] = [
    .aceCard, .acorn, .anchor, .archiveBox, .bolt, .bookshelf, .briefcase, .brilliant, .broom,
    .browser, .camera, .codeBrackets, .column, .compass, .compassRose, .crossMark, .crossedOars,
    .crown, .cube, .cursorWindow, .diploma, .divingHelmet, .draftingCompass, .easel, .eye, .gear,
    .gitBranch, .gitMerge, .globe, .handshake, .heart, .hourglass, .iceberg, .infinity, .knot,
    .laurelWreath, .lifeRing, .lightBulb, .lighthouse, .magnifier, .mapPin, .mapleLeaf, .medal,
    .megaphone, .meshBall, .microphone, .moonlitSea, .mortarboard, .mountains, .nightBird,
    .oakTree, .openBook, .padlock, .people, .personPlus, .picture, .plug, .pumpkin, .puzzle,
    .quill, .rings, .rocket, .roundCut, .sailboat, .scroll, .serverRack, .shieldKeyhole, .ship,
    .shipWheel, .signalFlags, .speedometer, .star, .stepCut, .summitFlag, .sunrise, .swatches,
    .sync, .target, .telescope, .terminal, .tiles, .toolbox, .trophy, .wrench,
  ]
}
