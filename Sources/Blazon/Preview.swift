internal import BlazonDesign
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Files
internal import Synchronization

/// Specs as they stand on disk at the moment, and their badges as SVG: what an author watches while
/// writing.
public final class Preview: Sendable {
  private struct State: Sendable {
    var programmes: [LoadedProgramme] = []
    var studio: Studio?
    /// What is wrong, as text for people.
    var messages = ""
    var version = 0
    var stamp: [String: FileStamp] = [:]
  }

  private let paths: [String]
  private let state = Mutex(State())

  public init(_ paths: [String]) {
    self.paths = paths
    refresh()
  }

  /// Rises whenever a file has changed.
  public var version: Int { state.withLock { $0.version } }

  /// Reads the specs anew if a file has changed since; true if one had.
  @discardableResult
  public func refresh() -> Bool {
    let stamp = watchedFiles(paths)
    guard state.withLock({ $0.stamp != stamp }) else { return false }
    var next = State()
    next.stamp = stamp
    var report = Report()
    do throws(WorldError) {
      next.programmes = try SpecFolder.load(paths, report: &report)
      next.studio = try Studio(next.programmes, report: &report)
    } catch {
      report.error(error.description, at: nil)
    }
    next.messages = report.sorted.filter { $0.severity != .note }
      .map { MessageFormat.text.print($0) }.joined()
    state.withLock { state in
      next.version = state.version + 1
      // What was good stays to be seen while a mistake is mended.
      if next.programmes.isEmpty { next.programmes = state.programmes }
      if next.studio == nil { next.studio = state.studio }
      state = next
    }
    return true
  }

  /// What is wrong at the moment, as text; empty if nothing is.
  public var messages: String { state.withLock { $0.messages } }

  /// The names under which badges are shown, by programme: `acme/docs-author.gold`.
  public var badges: [(programme: String, names: [String])] {
    state.withLock { $0.programmes }.map { loaded in
      (
        loaded.programme.name,
        loaded.badges.flatMap { [$0] + $0.variants }
          .map { "\(loaded.programme.id)/\($0.fileName)" }
      )
    }
  }

  /// The badge called `name` as an SVG; `nil` if there is none.
  public func svg(_ name: String) -> [UInt8]? {
    let (programmes, studio) = state.withLock { ($0.programmes, $0.studio) }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let studio, parts.count == 2,
      let loaded = programmes.first(where: { $0.programme.id == parts[0] }),
      let badge = loaded.badges.flatMap({ [$0] + $0.variants })
        .first(where: { $0.fileName == parts[1] }),
      let design = Design(badge, of: loaded.programme, width: .max)
    else { return nil }
    var report = Report()
    var composer = studio.composer(for: loaded.programme)
    let scene = composer.compose(design, report: &report)
    return SVGPainter(idPrefix: "b").paint(scene)
  }
}

/// The files below the programmes at `paths`, with when they last changed: what a change is told from.
func watchedFiles(_ paths: [String]) -> [String: FileStamp] {
  var found: [String: FileStamp] = [:]
  func look(_ path: String, _ depth: Int) {
    guard depth < 4, found.count < 10_000 else { return }
    switch kind(of: path) {
    case .file: found[path] = FileStamp(of: path)
    case .folder:
      for name in (try? list(path)) ?? [] where !name.hasPrefix(".") {
        look("\(path)/\(name)", depth + 1)
      }
    case .link, .other, nil: return
    }
  }
  for path in paths { look(path, 0) }
  return found
}

/// Waits until a file below `paths` changes; false if the process is asked to stop before.
public func awaitChange(below paths: [String]) -> Bool {
  let before = watchedFiles(paths)
  while !isInterrupted {
    pause(milliseconds: 30)
    if watchedFiles(paths) != before { return true }
  }
  return false
}
