internal import BlazonArguments
internal import BlazonReadme
internal import BlazonScene
internal import BlazonSource
internal import Files

/// `blazon` as it is called: answers at once what needs no drawing, the version and README badges of known letters. All else
/// is the studio's, which loads some sixty libraries, and so is whatever is wrong: there is one place that tells it.
@main struct Entrance {
  /// The program that draws, beside this one.
  private static let studio = "blazon-studio"

  static func main() {
    let words = Array(processWords.dropFirst())
    if let answer = version(words) ?? readmeBadge(words), let code = answer.give() {
      exitProcess(code.rawValue)
    }
    Stream.error.write("error: \(becomeNeighbour(studio))\n")
    exitProcess(ExitCode.failure.rawValue)
  }

  private static func version(_ words: [String]) -> Answer? {
    words.first == "--version" ? Answer(bytes: Array("blazon \(Program.version)\n".utf8)) : nil
  }

  /// `nil` for all that is no SVG of known letters, and for what is not understood.
  private static func readmeBadge(_ words: [String]) -> Answer? {
    guard words.first == "readme-badge", !words.contains("-h"), !words.contains("--help")
    else { return nil }
    do throws(UsageError) {
      let arguments = try Arguments(
        Array(words.dropFirst()), options: ReadmeOrder.options + [.messages])
      let order = try ReadmeOrder(arguments)
      let badge = try order.badge(with: nil)
      guard order.logo == nil, !arguments.has("--scale"), badge.isOfKnownLetters,
        order.path?.lowercased().hasSuffix(".svg") ?? true
      else { return nil }
      return Answer(bytes: badge.svg, path: order.path, messages: arguments.messages)
    } catch {
      return nil
    }
  }
}

/// What is written, and where: at a path, or else to standard output.
private struct Answer {
  var bytes: [UInt8]
  var path: String?
  var messages = MessageFormat.text

  /// Writes it; `nil` if a file could not be, of which nothing is left: who tries again tells why. Of what goes to a stream some
  /// may have arrived.
  func give() -> ExitCode? {
    settleProcess(exhaustion: ExitCode.failure.rawValue)
    noteInterruptions()
    do throws(FileError) {
      if let path { try replace(path, with: bytes) } else { try Stream.output.write(bytes) }
      return .success
    } catch {
      guard path == nil else { return nil }
      Stream.error.write(messages.print(Diagnostic(.error, error.description, at: nil)))
      return .failure
    }
  }
}
