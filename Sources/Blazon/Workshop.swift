internal import BlazonDesign
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
public import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Dispatch
internal import Synchronization

/// The world failed us: a disk, memory, a path that is no folder. Says what was tried.
public struct WorldError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// The house behind one door: specs in, an output tree out.
public struct Workshop: Sendable {
  private let programmes: [LoadedProgramme]
  private let studio: Studio

  /// Makes the fonts of `programmes` ready; families that are missing are in the report.
  public init(_ programmes: [LoadedProgramme], report: inout Report) throws(WorldError) {
    self.programmes = programmes
    studio = try Studio(programmes, report: &report)
  }

  init(_ programmes: [LoadedProgramme], _ studio: Studio) {
    (self.programmes, self.studio) = (programmes, studio)
  }

  /// What to draw.
  public struct Request: Sendable {
    public var formats: Set<ImageFormat> = Set(ImageFormat.allCases)
    public var surfaces: Set<Surface> = Set(Surface.allCases)
    /// Pixel widths of PNG files of badges.
    public var sizes: [Int] = [512, 1024, 64, 32]
    /// Badge ids; empty for all.
    public var only: Set<String> = []
    /// Handles of people whose files alone are drawn; empty for programmes and everybody.
    public var people: Set<String> = []
    /// How many badges or awards are drawn at a time.
    public var workers = 1

    public init() {}

    /// Whether nothing is left out.
    var isComplete: Bool {
      formats.count == ImageFormat.allCases.count && surfaces.count == Surface.allCases.count
        && only.isEmpty && people.isEmpty && Set(Request().sizes).isSubset(of: sizes)
    }
  }

  /// What a rendering wrote.
  public struct Summary: Sendable {
    public var badges: Int
    public var awards: Int
    public var files: Int
    public var bytes: Int
    /// Files of earlier runs that nothing draws any more.
    public var orphans: [String] = []
  }

  // MARK: Jobs

  /// What one worker does at a time.
  private enum Job: Sendable {
    /// The language is one beside the programme's own, or `nil` for that.
    case badge(Badge, Programme, language: String?)
    case award(AwardDrawing)

    var programme: Programme {
      switch self {
      case .badge(_, let programme, _): programme
      case .award(let drawing): drawing.award.programme
      }
    }
  }

  private func jobs(_ request: Request) -> [Job] {
    programmes.flatMap { loaded -> [Job] in
      let badges = loaded.badges.filter {
        request.only.isEmpty || request.only.contains($0.id.value)
      }
      let byID = Dictionary(uniqueKeysWithValues: badges.map { ($0.id.value, $0) })
      let awards = loaded.grants.compactMap { grant -> Job? in
        guard let badge = byID[grant.badge],
          request.people.isEmpty || request.people.contains(grant.award.handle.value)
        else { return nil }
        return .award(
          AwardDrawing(
            award: AwardDesign(grant, of: badge, in: loaded.programme), surfaces: request.surfaces,
            formats: request.formats))
      }
      guard request.people.isEmpty, request.surfaces.contains(.badge) else { return awards }
      let others = loaded.programme.languages.filter { $0 != loaded.programme.language }
      let drawn = badges.flatMap(\.drawings)
      return ([nil] + others.map(Optional.some)).flatMap { language in
        drawn.map { .badge($0, loaded.programme, language: language) }
      } + awards
    }
  }

  /// How many badges and awards `request` asks for. A badge counts once, however many tiers, counts and
  /// languages it is drawn in.
  public func count(_ request: Request) -> (badges: Int, awards: Int) {
    var badges = Set<String>()
    var awards = 0
    for job in jobs(request) {
      switch job {
      case .badge(let badge, let programme, _): badges.insert("\(programme.id)/\(badge.id.value)")
      case .award: awards += 1
      }
    }
    return (badges.count, awards)
  }

  // MARK: Check

  /// Draws everything without keeping it: whatever is wrong with texts, glyphs and names.
  ///
  /// Lays out every badge at every width and every page, paints none. Ends early when `isCancelled`
  /// says so.
  public func check(
    _ request: Request, isCancelled: @Sendable @escaping () -> Bool = { false }
  ) -> Report {
    let jobs = jobs(request)
    let widths = [Int.max, ContactSheet.badgeWidth] + request.sizes
    let reports = Mutex<[Int: Report]>([:])
    forEach(jobs, workers: request.workers) { composer, index in
      if isCancelled() { return }
      var report = Report()
      switch jobs[index] {
      case .badge(let badge, let programme, let language):
        for width in widths {
          for theme in badge.themes {
            if let design = Design(
              badge, of: programme, width: width, language: language, theme: theme)
            {
              _ = composer.compose(design, report: &report)
            }
          }
        }
      case .award(let drawing): drawing.check(&composer, &report)
      }
      reports.withLock { $0[index] = report }
    }
    var all = Report()
    reports.withLock { reports in
      for index in jobs.indices { if let report = reports[index] { all.add(report) } }
    }
    for loaded in programmes {
      checkSentences(loaded.programme, &all)
      checkWithdrawn(loaded, &all)
    }
    return all
  }

  /// No two badges may sound the same.
  private func checkSentences(_ programme: Programme, _ report: inout Report) {
    var owners: [String: Badge] = [:]
    // What two badges share, their variants share too: that is said once.
    var told: Set<[String]> = []
    for badge in programme.badges.flatMap(\.drawings) {
      guard let sentence = Design(badge, of: programme, width: .max)?.sentence else { continue }
      if let owner = owners[sentence],
        told.insert([owner.id.value, badge.id.value]).inserted
      {
        report.add(
          programme.checks.sentences,
          "“\(badge.fileName)” and “\(owner.fileName)” have the same alternative text",
          at: badge.id.place, help: "give one an “alt” of its own")
      }
      owners[sentence] = badge
    }
  }

  /// What is withdrawn must not be drawn.
  private func checkWithdrawn(_ loaded: LoadedProgramme, _ report: inout Report) {
    let programme = loaded.programme
    guard !programme.withdrawn.isEmpty else { return }
    let languages = [nil] + programme.languages.map(Optional.some)
    let badges = programme.badges.flatMap(\.drawings).flatMap(\.fileNames)
    let paths =
      languages.flatMap { language in
        badges.map { "\(programme.badgeFolder(language))/\($0)" }
      } + loaded.grants.map { "\(programme.id)/people/\($0.award.handle.value)/\($0.badge)/" }
    for path in programme.withdrawn {
      let whole = "\(programme.id)/\(path.value)"
      guard let drawn = paths.first(where: { OutputTree.covers(whole, $0) }) else { continue }
      report.error(
        "“\(path.value)” is withdrawn, and “\(drawn)” is drawn", at: path.place,
        help: "take it out of “withdrawn”, or the badge or award out of the programme")
    }
  }

  // MARK: Draw

  /// Draws the badges and awards into `folder`. Call it only after `check` found no error.
  ///
  /// A file over its programme's budget is reported and not written; what stood there stays.
  /// `progress` hears of every badge and award done; `isCancelled` is asked between files.
  public func render(
    _ request: Request, into folder: String, report: inout Report,
    isCancelled: @Sendable @escaping () -> Bool = { false },
    progress: @Sendable @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(WorldError) -> Summary {
    let jobs = jobs(request)
    let tree = try OutputTree(folder)
    for programme in programmes.map(\.programme) {
      try tree.prepare(programme.id)
      for language in [nil] + programme.languages.map(Optional.some) {
        try tree.prepare(programme.badgeFolder(language))
      }
    }
    let shared = SharedBadges()
    let state = Mutex<(done: Int, failure: WorldError?)>((0, nil))
    forEach(jobs, workers: request.workers) { composer, index in
      if isCancelled() || state.withLock({ $0.failure != nil }) { return }
      do throws(WorldError) {
        switch jobs[index] {
        case .badge(let badge, let programme, let language):
          try draw(
            badge, of: programme, in: language, request, composer: &composer, into: tree,
            isCancelled)
        case .award(let drawing):
          try draw(drawing, composer: &composer, shared, into: tree, isCancelled)
        }
        let done = state.withLock { state in
          state.done += 1
          return state.done
        }
        progress(done, jobs.count)
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
    if isCancelled() { throw WorldError("interrupted: what was there before is whole") }
    if request.isComplete {
      for loaded in programmes where loaded.isWhole {
        try drawContactSheet(loaded.programme, into: tree)
      }
    }
    report.add(tree.refused)
    let orphans = try tree.writeManifest(
      replacing: request.isComplete ? programmes.filter(\.isWhole).map(\.programme.id) : [],
      withdrawing: programmes.filter(\.isWhole).flatMap { loaded in
        loaded.programme.withdrawn.map { "\(loaded.programme.id)/\($0.value)" }
      })
    let (badges, awards) = count(request)
    return Summary(
      badges: badges, awards: awards, files: tree.fileCount, bytes: tree.byteCount,
      orphans: orphans)
  }

  private func draw(
    _ badge: Badge, of programme: Programme, in language: String?, _ request: Request,
    composer: inout Composer, into tree: OutputTree, _ isCancelled: () -> Bool
  ) throws(WorldError) {
    var report = Report()
    let themes = badge.themes { theme in
      Design(badge, of: programme, width: .max, language: language, theme: theme).map {
        composer.compose($0, report: &report).text
      }
    }
    for theme in themes {
      try draw(
        badge, in: theme, of: programme, in: language, request, composer: &composer, into: tree,
        isCancelled)
    }
  }

  private func draw(
    _ badge: Badge, in theme: Theme, of programme: Programme, in language: String?,
    _ request: Request, composer: inout Composer, into tree: OutputTree, _ isCancelled: () -> Bool
  ) throws(WorldError) {
    let names = badge.fileNames
    func write(_ bytes: [UInt8], _ ending: String, _ scene: Scene, _ width: Int) throws(WorldError)
    {
      if isCancelled() { return }
      for name in names {
        try tree.write(
          bytes, to: "\(programme.badgeFolder(language))/\(name)\(theme.mark)\(ending)",
          .init(
            badge: badge.id.value, scene: scene, width: width, height: width,
            alt: scene.description, limit: programme.budget.limit(of: "badge\(ending)")))
      }
    }
    var report = Report()
    func scene(_ width: Int) -> Scene? {
      Design(badge, of: programme, width: width, language: language, theme: theme).map {
        composer.compose($0, report: &report)
      }
    }
    for format in ImageFormat.allCases where request.formats.contains(format) {
      switch format {
      case .svg:
        guard let scene = scene(.max) else { continue }
        try write(SVGPainter().paint(scene), ".svg", scene, Int(scene.size.width))
      case .png:
        for width in request.sizes {
          guard let scene = scene(width) else { continue }
          let budget = width <= 512 ? programme.budget.pngTarget : .max
          let png = try encode(scene, width: width, budget: budget)
          try write(png, width == 512 ? ".png" : "@\(width).png", scene, width)
        }
      // Of people's cards and certificates.
      case .jpg, .pdf: continue
      }
    }
  }

  private func draw(
    _ drawing: AwardDrawing, composer: inout Composer, _ shared: SharedBadges,
    into tree: OutputTree, _ isCancelled: () -> Bool
  ) throws(WorldError) {
    let award = drawing.award
    try tree.prepare(award.folder)
    try drawing.draw(&composer, fonts: studio[award.programme], shared) {
      (file) throws(WorldError) in
      if isCancelled() { return }
      try tree.write(
        file.bytes, to: "\(award.folder)/\(file.name)",
        .init(
          badge: award.badge.id.value, recipient: award.grant.award.handle.value,
          scene: file.scene, width: file.width, height: file.height, alt: file.alt,
          limit: award.programme.budget.limit(of: file.name)))
    }
  }

  private func encode(
    _ scene: Scene, width: Int, budget: Int = .max
  ) throws(WorldError) -> [UInt8] {
    try painting { () throws(PaintError) in
      PNGEncoder().encode(try RasterPainter(width: width, of: scene).paint(scene), within: budget)
    }
  }

  private func drawContactSheet(_ programme: Programme, into tree: OutputTree) throws(WorldError) {
    var report = Report()
    var composer = studio.composer(for: programme)
    let badges = programme.badges.flatMap(\.drawings)
    let cells = badges.compactMap { badge in
      Design(badge, of: programme, width: ContactSheet.badgeWidth).map {
        ContactSheet.Cell(scene: composer.compose($0, report: &report), label: badge.fileName)
      }
    }
    let title = "\(programme.name) · \(cells.count) badge\(cells.count == 1 ? "" : "s")"
    var typesetter = Typesetter(fonts: studio[programme])
    for (index, start) in stride(from: 0, to: cells.count, by: ContactSheet.capacity).enumerated() {
      let page = Array(cells[start..<min(start + ContactSheet.capacity, cells.count)])
      let sheet = ContactSheet.scene(titled: title, page, typesetter: &typesetter)
      let size = (width: Int(sheet.size.width), height: Int(sheet.size.height))
      try tree.write(
        try encode(sheet, width: size.width),
        to: "\(programme.id)/contact-sheet\(index == 0 ? "" : "-\(index + 1)").png",
        .init(
          scene: sheet, width: size.width, height: size.height, alt: sheet.description))
    }
  }

  /// Runs `body` for every job on at most `workers` threads, each with a bench of its own.
  private func forEach(
    _ jobs: [Job], workers: Int, _ body: @Sendable (inout Composer, Int) -> Void
  ) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, jobs.count))) { _ in
      func take() -> Int? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < jobs.count ? index : nil
      }
      // A bench is costly: none for a worker that comes too late for work.
      guard var index = take() else { return }
      var bench = Bench(studio, for: jobs[index].programme)
      while true {
        bench.with(jobs[index].programme) { body(&$0, index) }
        guard let following = take() else { return }
        index = following
      }
    }
  }
}

extension Programme {
  /// Where its badges stand in the output tree: those in another language in a folder of that.
  fileprivate func badgeFolder(_ language: String?) -> String {
    guard let language, language != self.language else { return "\(id)/badges" }
    return "\(id)/\(language)/badges"
  }
}

/// The kinds of file that pictures are written as.
public enum ImageFormat: String, CaseIterable, Sendable { case svg, png, jpg, pdf }
