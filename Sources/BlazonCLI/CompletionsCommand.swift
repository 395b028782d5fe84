internal import BlazonSource
internal import Files

extension Command {
  static let completions = Command(
    name: "completions", operands: "bash|zsh|fish",
    summary: "print what makes a shell complete commands and options",
    details: """
      Prints a script for the shell. It knows every command and option of this program.
      """,
    options: [],
    examples: [
      ("blazon completions bash > ~/.local/share/bash-completion/completions/blazon", "for bash"),
      ("blazon completions zsh > ~/.zfunc/_blazon", "for zsh, with ~/.zfunc in fpath"),
      ("blazon completions fish > ~/.config/fish/completions/blazon.fish", "for fish"),
    ],
    run: { arguments throws(UsageError) in
      let shells = Shell.allCases.map(\.rawValue)
      guard let name = arguments.operands.first, arguments.operands.count == 1 else {
        throw UsageError(message: "needs a shell: \(shells.joined(separator: ", "))")
      }
      guard let shell = Shell(rawValue: name) else {
        throw UsageError(message: "unknown shell “\(name)”; " + helpText(for: name, among: shells))
      }
      Stream.output.write(shell.script(Tool.commands))
      return .success
    })
}

/// The shells whose completion is known.
private enum Shell: String, CaseIterable {
  case bash, zsh, fish

  func script(_ commands: [Command]) -> String {
    switch self {
    case .bash: bash(commands)
    case .zsh: zsh(commands)
    case .fish: fish(commands)
    }
  }

  private func bash(_ commands: [Command]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    let cases = commands.map { command in
      "    \(command.name)) options=\"\(command.allOptions.flatMap(\.names).joined(separator: " "))\" ;;\n"
    }.joined()
    return """
      # bash completion for blazon
      _blazon() {
        local word=${COMP_WORDS[COMP_CWORD]} options=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(names) --help --version" -- "$word"))
          return
        fi
        case ${COMP_WORDS[1]} in
      \(cases)  esac
        case $word in
          -*) COMPREPLY=($(compgen -W "$options --help" -- "$word")) ;;
          *) COMPREPLY=($(compgen -f -- "$word")) ;;
        esac
      }
      complete -o filenames -F _blazon blazon

      """
  }

  private func zsh(_ commands: [Command]) -> String {
    let list = commands.map { "    '\($0.name):\(plain($0.summary))'\n" }.joined()
    let cases = commands.map { command in
      let options = command.allOptions.flatMap { option in
        option.names.map { name in
          "'\(name)[\(plain(option.help))]\(option.value.map { ":\($0):_files" } ?? "")'"
        }
      }.joined(separator: " ")
      return "    \(command.name)) _arguments \(options) '*:file:_files' ;;\n"
    }.joined()
    return """
      #compdef blazon
      _blazon() {
        local -a commands
        commands=(
      \(list)  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases)  esac
      }
      _blazon "$@"

      """
  }

  private func fish(_ commands: [Command]) -> String {
    var text = "# fish completion for blazon\n"
    for command in commands {
      text +=
        "complete -c blazon -n __fish_use_subcommand -f -a \(command.name) -d '\(plain(command.summary))'\n"
      for option in command.allOptions {
        let names = option.names.map { name in
          name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
        }.joined(separator: " ")
        text +=
          "complete -c blazon -n '__fish_seen_subcommand_from \(command.name)' \(names)"
          + (option.value == nil ? "" : " -r") + " -d '\(plain(option.help))'\n"
      }
    }
    return text
  }

  /// `text` without what a shell's quotes and lists would trip over.
  private func plain(_ text: String) -> String {
    String(text.map { "'[]:\\".contains($0) ? " " : $0 })
  }
}
