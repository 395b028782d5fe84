internal import BlazonDesign
internal import BlazonLayout
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
  private let fonts: FontLibrary

  public init() throws(WorldError) {
    do throws(FontLibraryError) { fonts = try FontLibrary() } catch {
      throw WorldError(error.description)
    }
  }

  /// What to draw.
  public struct Request: Sendable {
    public var formats: Set<ImageFormat> = Set(ImageFormat.allCases)
    /// Pixel widths of PNG files.
    public var sizes: [Int] = [512, 1024, 64, 32]
    /// Badge ids; empty for all.
    public var only: Set<String> = []
    /// How many badges are drawn at a time.
    public var workers = 1

    public init() {}

    /// Whether nothing is left out.
    var isComplete: Bool {
      formats.count == ImageFormat.allCases.count && only.isEmpty
        && Set(Request().sizes).isSubset(of: sizes)
    }
  }

  /// What a rendering wrote.
  public struct Summary: Sendable {
    public var badges = 0
    public var files = 0
    public var bytes = 0
  }

  /// Draws everything without keeping it: whatever is wrong with texts, glyphs and names.
  ///
  /// Composes every badge at every width, paints none. Ends early when `isCancelled` says so.
  public func check(
    _ programmes: [LoadedProgramme], _ request: Request,
    isCancelled: @Sendable @escaping () -> Bool = { false }
  ) -> Report {
    let jobs = jobs(programmes, request)
    let widths = [Int.max, ContactSheet.badgeWidth] + request.sizes
    let reports = Mutex<[Int: Report]>([:])
    forEach(jobs.count, workers: request.workers) { composer, index in
      if isCancelled() { return }
      var report = Report()
      let job = jobs[index]
      for width in widths {
        if let design = Design(job.badge, of: job.programme, width: width) {
          _ = composer.compose(design, report: &report)
        }
      }
      reports.withLock { $0[index] = report }
    }
    var all = Report()
    reports.withLock { reports in
      for index in jobs.indices { if let report = reports[index] { all.add(report) } }
    }
    for programme in programmes { checkSentences(programme.programme, &all) }
    return all
  }

  /// No two badges may sound the same.
  private func checkSentences(_ programme: Programme, _ report: inout Report) {
    var owners: [String: Badge] = [:]
    for badge in programme.badges {
      guard let sentence = Design(badge, of: programme, width: .max)?.sentence else { continue }
      if let owner = owners[sentence] {
        report.error(
          "“\(badge.id.value)” and “\(owner.id.value)” have the same alternative text",
          at: badge.id.place, help: "give one an “alt” of its own")
      }
      owners[sentence] = badge
    }
  }

  struct Job: Sendable {
    var programme: Programme
    var badge: Badge
  }

  private func jobs(_ programmes: [LoadedProgramme], _ request: Request) -> [Job] {
    programmes.flatMap { loaded in
      loaded.badges.filter { request.only.isEmpty || request.only.contains($0.id.value) }
        .map { Job(programme: loaded.programme, badge: $0) }
    }
  }

  /// Draws the badges into `folder`. Call it only after `check` found no error.
  ///
  /// `progress` hears of every badge done; `isCancelled` is asked between files.
  public func render(
    _ programmes: [LoadedProgramme], _ request: Request, into folder: String,
    isCancelled: @Sendable @escaping () -> Bool = { false },
    progress: @Sendable @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(WorldError) -> Summary {
    let jobs = jobs(programmes, request)
    let tree = try OutputTree(folder)
    for programme in programmes { try tree.prepare(programme.programme.id) }
    let state = Mutex<(done: Int, failure: WorldError?)>((0, nil))
    forEach(jobs.count, workers: request.workers) { composer, index in
      if isCancelled() || state.withLock({ $0.failure != nil }) { return }
      do throws(WorldError) {
        try draw(jobs[index], request, composer: &composer, into: tree, isCancelled)
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
    try tree.writeManifest(
      replacing: request.isComplete ? programmes.filter(\.isWhole).map(\.programme.id) : [])
    return Summary(badges: jobs.count, files: tree.fileCount, bytes: tree.byteCount)
  }

  private func draw(
    _ job: Job, _ request: Request, composer: inout Composer, into tree: OutputTree,
    _ isCancelled: () -> Bool
  ) throws(WorldError) {
    let names = [job.badge.id.value] + job.badge.words.aliases.map(\.value)
    func write(_ bytes: [UInt8], _ ending: String, _ scene: Scene, _ width: Int) throws(WorldError)
    {
      if isCancelled() { return }
      for name in names {
        try tree.write(
          bytes, to: "\(job.programme.id)/badges/\(name)\(ending)",
          .init(badge: job.badge.id.value, scene: scene, width: width, height: width))
      }
    }
    var report = Report()
    func scene(_ width: Int) -> Scene? {
      Design(job.badge, of: job.programme, width: width).map {
        composer.compose($0, report: &report)
      }
    }
    for format in ImageFormat.allCases where request.formats.contains(format) {
      switch format {
      case .svg:
        guard let scene = scene(.max) else { continue }
        let svg = SVGPainter(idPrefix: "\(job.programme.id)-\(job.badge.id.value)").paint(scene)
        try write(svg, ".svg", scene, Int(scene.size.width))
      case .png:
        for width in request.sizes {
          guard let scene = scene(width) else { continue }
          let png = try encode(scene, width: width)
          try write(png, width == 512 ? ".png" : "@\(width).png", scene, width)
        }
      }
    }
  }

  private func encode(_ scene: Scene, width: Int) throws(WorldError) -> [UInt8] {
    do throws(PaintError) {
      return PNGEncoder().encode(try RasterPainter(width: width, of: scene).paint(scene))
    } catch {
      throw WorldError(error.description)
    }
  }

  private func drawContactSheet(_ programme: Programme, into tree: OutputTree) throws(WorldError) {
    var report = Report()
    var composer = Composer(fonts: fonts)
    let cells = programme.badges.compactMap { badge in
      Design(badge, of: programme, width: ContactSheet.badgeWidth).map {
        ContactSheet.Cell(scene: composer.compose($0, report: &report), label: badge.id.value)
      }
    }
    let title = "\(programme.name) · \(cells.count) badge\(cells.count == 1 ? "" : "s")"
    var typesetter = Typesetter(fonts: fonts)
    for (index, start) in stride(from: 0, to: cells.count, by: ContactSheet.capacity).enumerated() {
      let page = Array(cells[start..<min(start + ContactSheet.capacity, cells.count)])
      let sheet = ContactSheet.scene(titled: title, page, typesetter: &typesetter)
      let size = (width: Int(sheet.size.width), height: Int(sheet.size.height))
      try tree.write(
        try encode(sheet, width: size.width),
        to: "\(programme.id)/contact-sheet\(index == 0 ? "" : "-\(index + 1)").png",
        .init(badge: nil, scene: sheet, width: size.width, height: size.height))
    }
  }

  /// Runs `body` for 0..<`count` on at most `workers` threads, each with a composer of its own.
  private func forEach(
    _ count: Int, workers: Int, _ body: @Sendable (inout Composer, Int) -> Void
  ) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      func take() -> Int? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
      }
      // A composer is costly: none for a worker that comes too late for work.
      guard var index = take() else { return }
      var composer = Composer(fonts: fonts)
      while true {
        body(&composer, index)
        guard let following = take() else { return }
        index = following
      }
    }
  }
}

/// The kinds of file a badge is drawn as.
public enum ImageFormat: String, CaseIterable, Sendable { case svg, png }
