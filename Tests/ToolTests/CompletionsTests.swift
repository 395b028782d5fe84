import Foundation
import TestSupport
import Testing

/// What shells offer, as the shells themselves tell it.
@Suite struct CompletionsTests {
  private let place: Workplace
  /// The folder of the program, under the name that it is installed by.
  private let path: String

  init() throws {
    place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.url("bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.url("bin/blazon"), withDestinationURL: URL(filePath: blazon))
    path = place.url("bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  /// What is typed, and what comes of it.
  static let offers = [
    ("re", ["readme-badge", "reinstate", "render", "renew", "revoke"]),
    ("render --su", ["--surface"]),
    ("draw --preset he", ["hexagon"]), ("draw --emblem lightho", ["lighthouse"]),
    ("render --messages ", ["github", "json", "text"]), ("show --badge s", ["second"]),
    ("check --only first,se", ["first,second"]), ("render --format svg,p", ["svg,pdf", "svg,png"]),
    ("list em", ["emblems"]), ("list ba", ["badges"]), ("help snip", ["snippet"]),
    ("keys ce", ["certify"]), ("show sch", ["schema"]), ("completions f", ["fish"]),
    ("check --explain contr", ["contrast"]), ("new --badge s", []),
  ]

  private func offered(_ shell: String, _ script: String, _ typed: String) throws -> [String] {
    let answer = try run(
      shell, (shell == "fish" ? ["-N"] : []) + ["-c", script], in: place.folder,
      environment: ["PATH": path, "TYPED": typed, "HOME": place.folder.path])
    #expect(answer.error.isEmpty, "\(typed): \(answer.error)")
    return answer.text.split(separator: "\n").map(String.init).sorted()
  }

  @Test(arguments: offers) func `bash offers what may follow`(_ typed: String, _ words: [String])
    throws
  {
    let script = """
      source <(blazon completions bash)
      read -r -a words <<<"$TYPED"; case $TYPED in *" ") words+=("");; esac
      COMP_WORDS=(blazon "${words[@]}"); COMP_CWORD=${#words[@]}; _blazon; printf '%s\\n' "${COMPREPLY[@]}"
      """
    #expect(try offered("bash", script, typed) == words)
  }

  @Test(arguments: offers) func `fish offers what may follow`(_ typed: String, _ words: [String])
    throws
  {
    let script = """
      blazon completions fish | source
      complete -C "blazon $TYPED" | string split -f 1 \\t
      """
    // Words that have what was typed within are offered as well.
    let last = typed.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init)
    #expect(try offered("fish", script, typed).filter { $0.hasPrefix(last ?? "") } == words)
  }

  @Test func `zsh reads its script, which knows the same`() throws {
    let script = "blazon completions zsh > _blazon; zsh -n _blazon; cat _blazon"
    let text = try offered("zsh", script, "").joined(separator: "\n")
    for word in ["hexagon", "lighthouse", "_blazon_badge_list", "'1:operand:(bash zsh fish)'"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func `each knows every command and option`() throws {
    let help = try place.blazon("help", "--json")
    let document = try JSONDecoder().decode(Help.self, from: Data(help.text.utf8))
    #expect(document.commands.count > 20)
    for shell in ["bash", "zsh", "fish"] {
      let script = try place.blazon("completions", shell).text
      for command in document.commands {
        #expect(script.contains(command.name))
        for name in command.options.flatMap(\.names) {
          let written = shell == "fish" ? String(name.drop { $0 == "-" }) : name
          #expect(script.contains(written), "\(shell): \(command.name) \(name)")
        }
      }
    }
  }

  private struct Help: Decodable {
    struct Command: Decodable {
      struct Option: Decodable { let names: [String] }
      let name: String
      let options: [Option]
    }
    let commands: [Command]
  }
}
