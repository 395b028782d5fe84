internal import BlazonCheck
internal import BlazonDesign
internal import BlazonLayout
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import Synchronization

/// The pictures of a run's badges, to find two that are the same.
final class Duplicates: Sendable {
  private struct Picture: Hashable {
    var programme: String
    /// Of the scene without its title and description.
    var digest: String
  }

  private let badges = Mutex<[Picture: [Badge]]>([:])

  /// Notes what `badge` looks like. Words are compared as the outlines they are.
  func note(_ badge: Badge, _ layers: [Layer], of programme: Programme) {
    let scene = Scene(
      size: Composer.canvas, nodes: layers.flatMap(\.nodes), title: "", description: "")
    let picture = Picture(programme: programme.id, digest: digest(of: [scene.text]))
    badges.withLock { $0[picture, default: []].append(badge) }
  }

  /// Reports every badge of `programme` that looks like one before it.
  func check(_ programme: Programme, _ report: inout Report) {
    let groups = badges.withLock { badges in
      badges.filter { $0.key.programme == programme.id && $0.value.count > 1 }.map(\.value)
    }
    var first: [String: String] = [:]
    for group in groups {
      // Variants of one badge may share its picture, and two badges that sound the same are one mistake.
      let names = Set(group.map(\.fileName))
      let ordered = programme.badges.flatMap(\.drawings).filter { names.contains($0.fileName) }
      let original = ordered[0]
      let sentence = Design(original, of: programme, width: .max).sentence
      for badge in ordered.dropFirst() where badge.id.value != original.id.value {
        guard Design(badge, of: programme, width: .max).sentence != sentence else { continue }
        first[badge.fileName] = original.fileName
      }
    }
    for badge in programme.badges.flatMap(\.drawings) {
      guard let other = first[badge.fileName] else { continue }
      report.add(
        .duplicate, "“\(badge.fileName)” looks the same as “\(other)”", at: badge.id.place,
        weights: programme.weights, measure: Measure(0, "differences", limit: 1),
        help: "give one another emblem, colour or word, or make it an alias of the other")
    }
  }
}
