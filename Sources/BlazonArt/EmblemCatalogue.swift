extension Emblem {
  /// What emblems are about, in the order of the catalogue. To add an emblem, add its file in `Emblems` and its name here.
  public enum Topic: String, CaseIterable, Sendable {
    case people, media, code, systems, minds, security, craft, learning, honours, nature, science,
      travel, play, daily

    /// As a heading says it.
    public var title: String {
      switch self {
      case .people: "People"
      case .media: "Talks and media"
      case .code: "Code"
      case .systems: "Systems and data"
      case .minds: "Minds and machines"
      case .security: "Safety"
      case .craft: "Tools and craft"
      case .learning: "Learning"
      case .honours: "Honours"
      case .nature: "Nature"
      case .science: "Science and health"
      case .travel: "Travel and the sea"
      case .play: "Sport, play and music"
      case .daily: "Every day"
      }
    }

    /// Those that are about it, by name.
    public var emblems: [Emblem] {
      switch self {
      case .people:
        [
          .cook, .ear, .family, .firstSteps, .gift, .handshake, .heart, .highFive, .mentor,
          .people, .personPlus, .puzzle, .rainbow, .raisedHand, .signingHands, .thumbsUp, .vest,
          .wheelchair,
        ]
      case .media:
        [
          .bell, .calendar, .camera, .envelope, .headphones, .lectern, .megaphone, .microphone,
          .nameTag, .newspaper, .paperPlane, .picture, .questionMark, .quotationMarks,
          .signalFlags, .speechBubbles, .stage, .ticket, .translation, .videoCamera,
        ]
      case .code:
        [
          .braces, .browser, .bug, .bugHunter, .burrower, .checklist, .codeBrackets, .commit,
          .crab, .cursorWindow, .elephant, .fork, .gitBranch, .gitMerge, .hotDrink, .package,
          .pullRequest, .snake, .sync, .terminal, .testTube,
        ]
      case .systems:
        [
          .api, .archiveBox, .backup, .barChart, .chip, .cloud, .cloudUpload, .container, .cube,
          .dashboard, .database, .gear, .infinity, .lineChart, .meshBall, .monitor, .network,
          .pieChart, .pipeline, .plug, .queue, .serverRack, .speedometer, .tiles,
        ]
      case .minds:
        [
          .brain, .eye, .eyeChip, .lightBulb, .neuralNet, .robot, .sparkles,
        ]
      case .security:
        [
          .bugBounty, .fingerprint, .firewall, .key, .lifeRing, .padlock, .privacy,
          .shieldKeyhole, .umbrella,
        ]
      case .craft:
        [
          .bolt, .broom, .draftingCompass, .easel, .hammer, .knot, .magnet, .magnifier, .palette,
          .pencilRuler, .quill, .swatches, .toolbox, .wrench,
        ]
      case .learning:
        [
          .bookshelf, .briefcase, .diploma, .mortarboard, .openBook, .scroll, .stairs,
        ]
      case .honours:
        [
          .brilliant, .cake, .crossMark, .crown, .flag, .hourglass, .laurelWreath, .medal,
          .partyPopper, .rings, .roundCut, .star, .stepCut, .summitFlag, .target, .trophy,
        ]
      case .nature:
        [
          .acorn, .bee, .butterfly, .drop, .flame, .leaf, .mapleLeaf, .moonlitSea,
          .mountainSunrise, .mountains, .nightBird, .oakTree, .pumpkin, .recycling, .snowflake,
          .sprout, .sunrise,
        ]
      case .science:
        [
          .atom, .firstAid, .flask, .heartbeat, .helix, .microscope, .rocket, .telescope,
        ]
      case .travel:
        [
          .aeroplane, .anchor, .bicycle, .bridge, .compass, .compassRose, .crossedOars,
          .divingHelmet, .globe, .iceberg, .lighthouse, .mapPin, .sailboat, .ship, .shipWheel,
          .suitcase,
        ]
      case .play:
        [
          .aceCard, .chessKnight, .clapperboard, .die, .football, .gameController, .guitar,
          .musicalNote, .runner, .theatreMasks,
        ]
      case .daily:
        [
          .clock, .coffeeCup, .column, .house, .moneyBag, .pizza, .scales,
        ]
      }
    }
  }

  /// Every emblem of the library, by name.
  public static let all: [Emblem] = Topic.allCases.flatMap(\.emblems).sorted { $0.name < $1.name }

  /// What they are called, in this order.
  public static let names: [String] = all.map(\.name)
}
