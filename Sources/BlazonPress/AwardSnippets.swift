internal import BlazonDesign
public import BlazonIntake
internal import BlazonLedger
internal import BlazonShelf
public import BlazonSite
internal import BlazonSource
internal import BlazonSpec

extension Press {
  /// What somebody asks snippets of.
  public enum SnippetName: Hashable, Sendable {
    /// All that a person earned, as a row.
    case person(String)
    case award(handle: String, badge: String)
    /// A badge, whoever has it.
    case badge(String)
  }

  /// What `name` means in `programmes`; `nil` if nobody and nothing is called so.
  public static func snippetName(_ name: String, in programmes: [LoadedProgramme]) -> SnippetName? {
    let lower = name.lowercased()
    let parts = lower.split(separator: "/").map(String.init)
    for loaded in programmes {
      if parts.count == 2,
        loaded.grants.contains(where: {
          $0.award.handle.value == parts[0] && $0.badge == parts[1]
        })
      {
        return .award(handle: parts[0], badge: parts[1])
      }
      if loaded.handles.contains(lower) { return .person(lower) }
    }
    let isBadge = programmes.contains { $0.programme.badge(lower) != nil }
    return isBadge ? .badge(lower) : nil
  }

  /// The lines that show what `name` means in a place; `nil` where it has no file for that, or no address.
  public func snippet(
    _ name: SnippetName, as form: SnippetForm, in programmes: [LoadedProgramme]
  ) -> String? {
    var blocks: [String] = []
    for loaded in programmes {
      let indices = loaded.grants.indices.filter { index in
        let grant = loaded.grants[index]
        return switch name {
        case .person(let handle):
          grant.award.handle.value == handle && grant.standing != .revoked
        case .award(let handle, let badge):
          grant.award.handle.value == handle && grant.badge == badge
        case .badge: false
        }
      }
      for index in indices {
        let plan = Plan(award: index, of: loaded)
        studio.withBench(for: loaded.programme) { bench in
          var work = Work(plan.item(at: 0), of: plan, at: bench, Copies()) { _ in }
          let award = work.award
          let subject = work.snippet(of: award)
          let context = work.context(in: award.language)
          if let text = BlazonSite.snippet(form, for: subject, in: context) { blocks.append(text) }
        }
      }
      guard case .badge(let id) = name, let badge = loaded.programme.badge(id) else { continue }
      if let text = snippet(of: badge, as: form, in: loaded) { blocks.append(text) }
    }
    // Directives and macros stand by themselves, badges of Markdown beside each other.
    let gap = form == .rst || form == .asciidoc ? "\n\n" : "\n"
    return blocks.isEmpty ? nil : blocks.joined(separator: gap)
  }

  private func snippet(
    of badge: Badge, as form: SnippetForm, in loaded: LoadedProgramme
  ) -> String? {
    let plan = Plan([loaded])
    let item = Plan.Item(
      surface: .badgePage, programme: 0, subject: .badge(badge, language: nil),
      address: .badges(of: loaded.programme.id))
    return studio.withBench(for: loaded.programme) { bench in
      let work = Work(item, of: plan, at: bench, Copies()) { _ in }
      let context = work.context(in: loaded.programme.language)
      return BlazonSite.snippet(form, for: work.snippet(of: badge), in: context)
    }
  }
}
