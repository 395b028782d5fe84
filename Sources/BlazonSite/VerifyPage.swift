internal import BlazonCredential
internal import BlazonJSON
internal import BlazonShelf
internal import BlazonSpec
internal import Shipped

/// `verify/index.html`: where numbers are looked up, and files are checked. It knows no number: each has a folder.
///
/// Files are checked where somebody signs, by the keys and lists of this site, in the browser of whoever has the file.
public func verifyPage(in context: SiteContext, checkingFiles isChecking: Bool = false) -> String {
  let folder = Address.verify()
  var frame = PageFrame(
    context: context, folder: folder, title: context(.verify), description: context(.verifyHelp))
  frame.section = .verify
  frame.parts = [.lookup]
  let example = (context.url(folder) ?? "verify/") + "7YHB-16Q4-DGRG"
  let page: HTML = context.isPublished ? "" : "index.html"
  let data = isChecking ? verifyData(folder, context) : nil
  if data != nil { frame.parts.insert(.verify) }
  return frame.page(
    """
    <div class="hero plain"><div class="wrap"><div><h1>\(context(.verify))</h1>
    <p class="lead">\(context(.verifyHelp))</p>
    <form class="find" hidden data-page="\(page)"><input aria-label="\(context(.awardNumber))" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX" required>
    <button class="button first">\(context(.verifyButton))</button></form>
    <p id="mistyped" class="state bad" role="alert" hidden>\(context(.verifyMistyped))</p>
    <noscript><p>\(context(.verifyAddress, ["address": example]))</p></noscript></div></div></div>
    \(data.map { fileCheck($0, context) })<script>\(HTML(markup: SiteStyle.lookup))</script>
    """)
}

/// The part of the page that takes files.
private func fileCheck(_ data: String, _ context: SiteContext) -> HTML {
  let words = Dictionary(
    uniqueKeysWithValues: Wording.verifying(in: context.language).map { ($0.name, $0.text) })
  func word(_ name: String) -> String { words[name] ?? name }
  return """
    <div class="wrap"><h2>\(word("heading"))</h2>
    <section class="drop" hidden><label>\(word("drop"))
    <input type="file" multiple accept=".png,.svg,.pdf,.jws,.jwt,.json"></label></section>
    <noscript><p>\(word("noscript"))</p></noscript>
    <div id="verdicts" aria-live="polite"></div></div>
    <script type="application/json" id="verify-data">\(HTML(markup: data))</script>
    <script>\(HTML(markup: VerifyScript.text))</script>

    """
}

/// What the script is told: where the site is, in which words it answers, and what members credentials have.
private func verifyData(_ folder: Address, _ context: SiteContext) -> String? {
  guard let base = context.url(.root) else { return nil }
  let words = Wording.verifying(in: context.language).map { name, text in
    JSON.Member(VerifyScript.key(name), .string(text))
  }
  let data = JSON.object([
    .init("base", .string(base)), .init("root", .string(context.link(to: .root, from: folder))),
    .init("language", .string(context.language)), .init("words", .object(words)),
    .init("shapes", Shape.table),
  ])
  // Nothing in it ends the element that it stands in.
  return String(decoding: data.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
}

/// The script that checks files.
enum VerifyScript {
  /// As it is served: without comments and indentation, which its readers find in the source.
  static let text: String = {
    guard let file = ShippedFile.scripts.first(where: { $0.name == "verify.js" }) else {
      preconditionFailure("the script travels inside the program")
    }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let code = line.drop { $0 == " " }
      return code.isEmpty || code.hasPrefix("//") ? nil : String(code)
    }.joined(separator: "\n")
  }()

  /// `recipient-id` as the script calls it, `recipientId`.
  static func key(_ name: String) -> String {
    let parts = name.split(separator: "-")
    return parts.prefix(1).joined()
      + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
