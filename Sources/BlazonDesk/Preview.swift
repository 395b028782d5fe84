internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonPress
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Dispatch
internal import Files
internal import Synchronization

/// Specs as they stand on disk at the moment, and their badges as SVG: what an author watches while
/// writing.
public final class Preview: Sendable {
  private struct State: Sendable {
    var programmes: [LoadedProgramme] = []
    /// Made for `programmes`.
    var studio: Studio?
    /// The names under which badges are shown, each with the digest of what it is drawn from, by programme.
    var badges: [(name: String, badges: [(name: String, key: String)])] = []
    /// What is wrong, as text for people.
    var messages = ""
    var version = 0
    /// Counts what was read.
    var reading = 0
    var stamp: [String: FileStamp] = [:]
    /// Whether it is still to be found out if all words fit.
    var isUnchecked = false
  }

  private let paths: [String]
  private let state = Mutex(State())
  private let known = KnownProgrammes()

  public init(_ paths: [String]) {
    self.paths = paths
    refresh()
  }

  /// Rises whenever there is something new to see.
  public var version: Int { state.withLock { $0.version } }

  /// Reads the specs anew if a file has changed since.
  private func refresh() {
    let stamp = watchedFiles(paths)
    guard state.withLock({ $0.stamp != stamp }) else { return }
    var (next, isBroken) = read(stamp)
    // Who saves a file may empty it first: what is wrong is told of one that stands still.
    for _ in 0..<3 where isBroken {
      pause(milliseconds: 10)
      let stamp = watchedFiles(paths)
      if stamp == next.stamp { break }
      (next, isBroken) = read(stamp)
    }
    state.withLock { state in
      (next.version, next.reading) = (state.version + 1, state.reading + 1)
      // What was good stays to be seen while a mistake is mended.
      if isBroken, state.studio != nil {
        (next.programmes, next.studio) = (state.programmes, state.studio)
        next.badges = state.badges
      }
      state = next
    }
  }

  /// Follows the files until the process is asked to stop. Beside it, on a thread of its own, finds out whether all
  /// words fit: that takes longer, and pictures do not wait for it.
  public func follow() {
    let checking = DispatchGroup()
    DispatchQueue.global().async(group: checking) {
      while !isInterrupted {
        self.check()
        pause(milliseconds: 15)
      }
    }
    while !isInterrupted {
      refresh()
      pause(milliseconds: 15)
    }
    checking.wait()
  }

  /// What stands there now, and whether anything is wrong with it.
  private func read(_ stamp: [String: FileStamp]) -> (state: State, isBroken: Bool) {
    var next = State()
    next.stamp = stamp
    var report = Report()
    do throws(WorldError) {
      next.programmes = try SpecFolder.load(paths, known: known, report: &report)
      next.badges = Preview.badges(of: next.programmes)
      next.studio = try Studio(next.programmes, report: &report)
    } catch {
      report.error(error.description, at: nil)
    }
    next.messages = Preview.text(of: report)
    next.isUnchecked = !report.hasErrors
    return (next, report.hasErrors)
  }

  /// Checks what was read and not checked yet, unless it is read anew meanwhile.
  private func check() {
    let (programmes, studio, reading, isUnchecked) = state.withLock {
      ($0.programmes, $0.studio, $0.reading, $0.isUnchecked)
    }
    guard let studio, isUnchecked else { return }
    var report = Report()
    let press = Press(
      studio,
      isCancelled: { isInterrupted || self.state.withLock { $0.reading != reading } })
    _ = press.check(Plan(programmes), report: &report)
    let found = Preview.text(of: report)
    state.withLock { state in
      guard state.reading == reading, !isInterrupted else { return }
      state.isUnchecked = false
      guard !found.isEmpty else { return }
      state.messages += found
      state.version += 1
    }
  }

  private static func text(of report: Report) -> String {
    report.sorted.filter { $0.severity != .note }.map { MessageFormat.text.print($0) }.joined()
  }

  /// What is wrong at the moment, as text; empty if nothing is.
  public var messages: String { state.withLock { $0.messages } }

  /// The names under which badges are shown, by programme, as in `acme/docs-author.gold`, each with a key: what has the
  /// same looks the same.
  public var badges: [(name: String, badges: [(name: String, key: String)])] {
    state.withLock { $0.badges }
  }

  private static func badges(
    of programmes: [LoadedProgramme]
  ) -> [(name: String, badges: [(name: String, key: String)])] {
    let keys = Keys(Plan(programmes))
    return programmes.enumerated().map { index, loaded in
      (
        loaded.programme.name,
        loaded.badges.flatMap(\.drawings).map { badge in
          (
            "\(loaded.programme.id)/\(badge.fileName)",
            keys.key(of: badge, ofProgramme: index)
          )
        }
      )
    }
  }

  /// The badge called `name` as an SVG; `nil` if there is none.
  public func svg(_ name: String) -> [UInt8]? {
    let (programmes, studio) = state.withLock { ($0.programmes, $0.studio) }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let studio, parts.count == 2,
      let loaded = programmes.first(where: { $0.programme.id == parts[0] }),
      let badge = loaded.badges.flatMap(\.drawings)
        .first(where: { $0.fileName == parts[1] })
    else { return nil }
    var report = Report()
    let scene = studio.withBench(for: loaded.programme) { bench in
      bench.compose(Design(badge, of: loaded.programme, width: .max), report: &report)
    }
    return SVGPainter().paint(scene)
  }
}

/// The files below the programmes at `paths`, with when they last changed: what a change is told from.
///
/// Links that nobody named are not followed: what they may lead to stands there itself.
func watchedFiles(_ paths: [String]) -> [String: FileStamp] {
  var found: [String: FileStamp] = [:]
  func look(_ path: String, _ depth: Int) {
    guard depth < 4, found.count < 10_000 else { return }
    let isNamed = depth == 0
    switch kind(of: path, followingLinks: isNamed) {
    case .file, .link: found[path] = FileStamp(of: path, followingLinks: isNamed)
    case .folder:
      for name in (try? list(path)) ?? [] where !name.hasPrefix(".") {
        look("\(path)/\(name)", depth + 1)
      }
    case .other, nil: return
    }
  }
  for path in paths { look(path, 0) }
  // A programme changes with the one that it extends.
  for path in found.keys.sorted() where path.hasSuffix("/programme.yaml") {
    let folder = String(path.dropLast("/programme.yaml".count))
    if let base = SpecFolder.base(of: folder) { look(base, 0) }
  }
  return found
}

/// What stands below some paths, as it was at one time.
public struct Watch: Sendable {
  private let paths: [String]
  private let seen: [String: FileStamp]

  /// What stands below `paths` now.
  public init(_ paths: [String]) {
    self.paths = paths
    seen = watchedFiles(paths)
  }

  /// Waits until something is no longer as it was; false if the process is asked to stop before.
  public func awaitChange() -> Bool {
    while !isInterrupted {
      if watchedFiles(paths) != seen { return true }
      pause(milliseconds: 30)
    }
    return false
  }
}
