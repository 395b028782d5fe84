internal import BlazonArguments
internal import BlazonDesk
internal import BlazonPress
internal import BlazonShelf
internal import BlazonSource
internal import Files

extension Command {
  static let completions = Command(
    name: "completions", operands: "bash|zsh|fish",
    summary: "print what makes a shell complete commands and options",
    details: """
      Prints a script for the shell. It knows every command and option of this program, what most
      options may be, presets and emblems among it, and the badges of badge-specs where you are.
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

/// What may follow an option, or be a command's first operand.
private enum Candidates: Equatable {
  /// One of these words; a list of them, between commas, where it is so.
  case words([String], isList: Bool = false)
  /// A badge of badge-specs, by its id.
  case badges(isList: Bool)
  case files
  /// Something that nobody can guess.
  case anything

  init(_ option: Option, of command: Command) {
    let isOutput = option.names.contains("-o")
    switch option.names.last {
    case "--messages": self = .words(MessageFormat.allCases.map(\.rawValue))
    case "--preset": self = .words(Catalogue.presets.entries.map(\.name))
    case "--emblem": self = .words(Catalogue.emblems.entries.map(\.name))
    case "--format": self = .words(ImageFormat.allCases.map(\.rawValue), isList: true)
    case "--surface": self = .words(Surface.ids, isList: true)
    case "--explain": self = .words(Catalogue.rules.entries.map(\.name))
    case "--only": self = .badges(isList: true)
    case "--badge": self = command.name == "new" ? .anything : .badges(isList: false)
    default:
      self = isOutput || ["FILE", "DIR", "FOLDER"].contains(option.value) ? .files : .anything
    }
  }

  /// What a command begins with: commands for `help`, the words between bars for others, files.
  init(operandOf command: Command, among commands: [Command]) {
    let first = command.operands.prefix { $0 != " " }
    let words = first.split(separator: "|").map(String.init)
    if command.name == "help" {
      self = .words(commands.map(\.name) + ["language"])
    } else if words.allSatisfy({ $0.allSatisfy { $0.isLowercase } }), !words.isEmpty {
      self = .words(words + (command.name == "show" ? ["schema"] : []))
    } else {
      self = .files
    }
  }
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

  /// What lists the ids of badges, a line each.
  private static let badges = "blazon list badges 2>/dev/null | awk '{print $1}'"

  // MARK: bash

  private func bash(_ commands: [Command]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    let cases = commands.map { command in
      let options = command.allOptions.flatMap(\.names).joined(separator: " ")
      let operand = bash(Candidates(operandOf: command, among: commands))
      return "    \(command.name)) options=\"\(options)\" operand=\(operand) ;;\n"
    }.joined()
    let values = commands.flatMap { command in
      command.allOptions.filter { $0.value != nil }.map { option in
        let names = option.names.map { "\(command.name):\($0)" }.joined(separator: "|")
        return "    \(names)) eval \(bash(Candidates(option, of: command))); return ;;\n"
      }
    }.joined()
    return """
      # bash completion for blazon
      _blazon_words() { COMPREPLY=($(compgen -W "$1" -- "$word")); }
      # The last of several between commas.
      _blazon_list() {
        local before=""
        case $word in *,*) before=${word%,*}, ;; esac
        COMPREPLY=($(compgen -P "$before" -W "$1" -- "${word##*,}"))
      }
      _blazon_files() { compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); }
      _blazon_badges() { \(Shell.badges); }
      _blazon() {
        local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options="" operand=_blazon_files
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          _blazon_words "\(names) --help --version"
          return
        fi
        case $command:${COMP_WORDS[COMP_CWORD-1]} in
      \(values)  esac
        case $command in
      \(cases)  esac
        case $word in
          -*) _blazon_words "$options --help" ;;
          *) if [ "$COMP_CWORD" -eq 2 ]; then eval "$operand"; else _blazon_files; fi ;;
        esac
      }
      complete -F _blazon blazon

      """
  }

  private func bash(_ candidates: Candidates) -> String {
    switch candidates {
    case .words(let words, let isList):
      "'_blazon_\(isList ? "list" : "words") \"\(words.joined(separator: " "))\"'"
    case .badges(let isList): "'_blazon_\(isList ? "list" : "words") \"$(_blazon_badges)\"'"
    case .files: "_blazon_files"
    case .anything: ":"
    }
  }

  // MARK: zsh

  private func zsh(_ commands: [Command]) -> String {
    let list = commands.map { "    '\($0.name):\(plain($0.summary))'\n" }.joined()
    let cases = commands.map { command in
      let options = command.allOptions.flatMap { option in
        option.names.map { name in
          let value = option.value.map { ":\($0):\(zsh(Candidates(option, of: command)))" } ?? ""
          return "'\(name)[\(plain(option.help))]\(value)'"
        }
      }.joined(separator: " ")
      let operand = zsh(Candidates(operandOf: command, among: commands))
      return
        "    \(command.name)) _arguments \(options) '1:operand:\(operand)' '*:file:_files' ;;\n"
    }.joined()
    return """
      #compdef blazon
      _blazon_badges() {
        local -a ids
        ids=(${(f)"$(\(Shell.badges))"})
        compadd -a ids
      }
      _blazon_badge_list() {
        local -a ids
        ids=(${(f)"$(\(Shell.badges))"})
        _values -s , badge $ids
      }
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
      if [ "$funcstack[1]" = _blazon ]; then _blazon "$@"; else compdef _blazon blazon; fi

      """
  }

  private func zsh(_ candidates: Candidates) -> String {
    switch candidates {
    case .words(let words, isList: true): "_values -s , value \(words.joined(separator: " "))"
    case .words(let words, _): "(\(words.joined(separator: " ")))"
    case .badges(let isList): isList ? "_blazon_badge_list" : "_blazon_badges"
    case .files: "_files"
    case .anything: " "
    }
  }

  // MARK: fish

  private func fish(_ commands: [Command]) -> String {
    var text = """
      # fish completion for blazon
      function __blazon_badges; \(Shell.badges); end
      # The last of several between commas.
      function __blazon_list
        set -l before (commandline -ct | string replace -r '[^,]*$' '' | string replace -r '^--[^=]*=' '')
        for item in $argv; echo $before$item; end
      end

      """
    for command in commands {
      let isCommand = "-n '__fish_seen_subcommand_from \(command.name)'"
      text +=
        "complete -c blazon -n __fish_use_subcommand -f -a \(command.name) -d '\(plain(command.summary))'\n"
      if case .words(let words, _) = Candidates(operandOf: command, among: commands) {
        text += "complete -c blazon \(isCommand) -f -a '\(words.joined(separator: " "))'\n"
      }
      for option in command.allOptions {
        let names = option.names.map { name in
          name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
        }.joined(separator: " ")
        let value = option.value == nil ? "" : fish(Candidates(option, of: command))
        text += "complete -c blazon \(isCommand) \(names)\(value) -d '\(plain(option.help))'\n"
      }
    }
    return text
  }

  private func fish(_ candidates: Candidates) -> String {
    switch candidates {
    case .words(let words, isList: true):
      " -x -a '(__blazon_list \(words.joined(separator: " ")))'"
    case .words(let words, _): " -x -a '\(words.joined(separator: " "))'"
    case .badges(let isList):
      isList ? " -x -a '(__blazon_list (__blazon_badges))'" : " -x -a '(__blazon_badges)'"
    case .files: " -r"
    case .anything: " -x"
    }
  }

  /// `text` without what a shell's quotes and lists would trip over.
  private func plain(_ text: String) -> String {
    String(text.map { "'[]:\\".contains($0) ? " " : $0 })
  }
}
