internal import BlazonLedger
internal import BlazonShelf

/// `snippets.md` of one award: what its recipient pastes into READMEs, pages and profiles.
///
/// Places that need absolute addresses are left out where nothing is published.
public func snippets(for subject: SnippetSubject, in context: SiteContext) -> String {
  let title = [subject.badgeTitle, subject.recipientName].joined(separator: " – ")
  var sections = ["# \(markdownText(title))\n"]
  if subject.folderAddress == nil {
    sections.append(
      "The paths below are relative to this folder. Absolute addresses need `publish` in "
        + "`programme.yaml`:\nwith it, this page also has tags for link previews and a link for "
        + "LinkedIn.\n")
  }
  for form in SnippetForm.allCases {
    guard let code = snippet(form, for: subject, in: context) else { continue }
    let block = fenced(code, as: form.fence)
    let text =
      form == .linkedin
      ? "[Add it to your profile](\(code)), or copy the address:\n\n\(block)" : block
    sections.append("## \(form.title)\n\n\(text)")
  }
  let tags = previewTags(subject, titled: title, in: context).text
  if !tags.isEmpty {
    let block = fenced(String(tags.dropLast()), as: "html")
    sections.append("## Link previews: in the head of a page\n\n\(block)")
  }
  return sections.joined(separator: "\n")
}
