extension Emblem {
  /// Every emblem of the library, by name. To add one, add its file in `Emblems` and its name here.
  public static let all: [Emblem] = [
    .aceCard, .acorn, .archiveBox, .bolt, .bookshelf, .briefcase, .brilliant, .broom, .browser,
    .camera,
    .codeBrackets, .column, .compass, .compassRose, .crossMark, .crown, .cube, .cursorWindow, .diploma,
    .draftingCompass, .easel, .eye, .gear, .gitBranch, .gitMerge, .globe, .handshake, .heart,
    .hourglass, .infinity, .laurelWreath, .lightBulb, .lighthouse, .magnifier, .mapPin,
    .mapleLeaf, .medal, .megaphone, .meshBall, .mortarboard, .mountains, .nightBird, .oakTree,
    .openBook, .padlock, .people, .personPlus, .picture, .plug, .pumpkin, .puzzle, .quill,
    .rocket, .roundCut, .scroll, .serverRack, .shieldKeyhole, .ship, .shipWheel, .speedometer,
    .star, .stepCut,
    .summitFlag, .sunrise, .swatches, .sync, .target, .telescope, .terminal, .tiles, .toolbox,
    .trophy, .wrench,
  ]
}
