internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonPress
internal import BlazonScene
internal import BlazonShelf
public import BlazonSite
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
    /// What is shown, with the digests of what it is drawn from.
    var shown: [PreviewProgramme] = []
    /// What is wrong, as text for people, and how much of it.
    var messages = ""
    var problems = 0
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
  /// Alternative texts of badges, by key.
  private let alts = Mutex<[String: String]>([:])
  /// Files of the site that were made already, by path and key.
  private let made = Mutex<[String: (key: String, artifact: Artifact)]>([:])

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
        next.shown = state.shown
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
      next.shown = shown(next.programmes)
      next.studio = try Studio(next.programmes, report: &report)
    } catch {
      report.error(error.description, at: nil)
    }
    (next.messages, next.problems) = Preview.text(of: report)
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
      guard !found.text.isEmpty else { return }
      state.messages += found.text
      state.problems += found.count
      state.version += 1
    }
  }

  private static func text(of report: Report) -> (text: String, count: Int) {
    let told = report.sorted.filter { $0.severity != .note }
    return (told.map { MessageFormat.text.print($0) }.joined(), told.count)
  }

  /// How many findings that text has.
  public var problems: Int { state.withLock { $0.problems } }

  /// What is wrong at the moment, as text; empty if nothing is.
  public var messages: String { state.withLock { $0.messages } }

  /// What is shown: badges and the first awards of each programme, each with a key: what has the same looks the same.
  public var programmes: [PreviewProgramme] { state.withLock { $0.shown } }

  /// Awards of a programme that the page shows at once; the others are on its site.
  private static let awardLimit = 60

  private func shown(_ programmes: [LoadedProgramme]) -> [PreviewProgramme] {
    let keys = Keys(Plan(programmes))
    return programmes.enumerated().map { index, loaded in
      let programme = loaded.programme
      let others = programme.languages.filter { $0 != programme.language }
      let badges = loaded.badges.flatMap(\.drawings).map { badge in
        let key = keys.key(of: badge, ofProgramme: index)
        let files = ([nil] + others.map(Optional.some)).map { language in
          (
            language ?? programme.language,
            "\(Address.badges(of: programme.id, in: language).path)/\(badge.fileName)"
          )
        }
        return PreviewProgramme.Badge(
          name: "\(programme.id)/\(badge.fileName)", files: files, key: key,
          alt: alt(of: badge, in: programme, key))
      }
      let awards = loaded.grants.prefix(Preview.awardLimit).map { grant in
        let certificate = programme.badge(grant.badge)?.words.certificate
        return PreviewProgramme.Award(
          folder: Address.award(
            of: grant.badge, to: grant.award.handle.value, in: programme.id
          ).path, label: "\(grant.award.name.value): \(grant.badge)",
          key: keys.key(of: grant, ofProgramme: index),
          hasCertificate: certificate != nil && ![.revoked, .underWay].contains(grant.standing))
      }
      return PreviewProgramme(
        name: programme.name, home: Address.home(of: programme.id).path, badges: badges,
        awards: awards, awardCount: loaded.grants.count)
    }
  }

  private func alt(of badge: Badge, in programme: Programme, _ key: String) -> String {
    if let known = alts.withLock({ $0[key] }) { return known }
    let alt = Design(badge, of: programme, width: .max).sentence
    alts.withLock { alts in
      if alts.count > 10_000 { alts = [:] }
      alts[key] = alt
    }
    return alt
  }

  /// The file that a run would write at `path`, made now, with its media type; a folder's is its page. `nil` if there would
  /// be none.
  public func file(_ path: String) -> (bytes: [UInt8], type: String)? {
    let path = path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path
    let (programmes, studio, reading) = state.withLock { ($0.programmes, $0.studio, $0.reading) }
    guard let studio else { return nil }
    // A key of the text would not do: what a page lists is in many.
    let key = String(reading)
    if let known = made.withLock({ $0[path] }), known.key == key {
      return (known.artifact.bytes, known.artifact.mediaType)
    }
    var selection = Selection()
    selection.sizes = [64, 32]
    let plan = Plan(programmes, selection)
    guard let all = try? Press(studio).artifacts(with: path, of: plan),
      let artifact = all.first(where: { $0.address.path == path })
    else { return nil }
    made.withLock { made in
      if made.count > 400 || made.values.reduce(0, { $0 + $1.artifact.bytes.count }) > 64 << 20 {
        made = [:]
      }
      for artifact in all { made[artifact.address.path] = (key, artifact) }
    }
    return (artifact.bytes, artifact.mediaType)
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
