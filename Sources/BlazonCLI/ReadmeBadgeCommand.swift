internal import BlazonArguments
internal import BlazonDesk
internal import BlazonReadme
internal import BlazonScene
internal import BlazonSource

extension Command {
  static let readmeBadge = Command(
    name: "readme-badge", operands: "LABEL MESSAGE",
    summary: "draw a small flat badge, as READMEs show them",
    details: """
      Draws LABEL and MESSAGE side by side, with the measures and colours that badges of READMEs
      share. Either may be empty: "". The SVG goes to standard output unless -o names a file.

      A colour is one of brightgreen, green, yellowgreen, yellow, orange, red, blue, grey and
      lightgrey; success, important, critical, informational or inactive; a hexadecimal colour,
      with # or without; a name of CSS; or rgb(…) or hsl(…).

      Exit codes as in “blazon help render”.
      """,
    options: ReadmeOrder.options,
    examples: [
      ("blazon readme-badge build passing > build.svg", "green, as an SVG"),
      (
        "blazon readme-badge certified \"mesh expert\" --color blue -o expert.png",
        "as a PNG, twice as large"
      ),
      (
        "blazon readme-badge \"\" beta --style for-the-badge --color fe7d37",
        "no label, in capitals"
      ),
    ],
    run: { arguments throws(UsageError) in try ReadmeSession(arguments).run() })
}

/// One run of `readme-badge`.
private struct ReadmeSession {
  private let arguments: Arguments
  private let order: ReadmeOrder
  private let format: PictureFormat
  private var scale = 2

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    order = try ReadmeOrder(arguments)
    format = try arguments.pictureFormat()
    guard let text = arguments.value("--scale") else { return }
    guard let number = Int(text), (1...8).contains(number) else {
      throw UsageError(message: "--scale: “\(text)” is not a number from 1 to 8")
    }
    guard format == .png else {
      throw UsageError(message: "--scale is for PNG; an SVG is sharp at any size")
    }
    scale = number
  }

  func run() throws(UsageError) -> ExitCode {
    var report = Report()
    var logo: ReadmeLogo?
    do throws(WorldError) {
      if let path = order.logo {
        logo = try ReadmeRequest.logo(
          path, ink: order.logoInk?.color ?? .black, isWide: order.isLogoWide, report: &report)
      }
    } catch {
      return failed(error, as: arguments.messages)
    }
    guard !report.hasErrors else { return finished(report) }
    let request = ReadmeRequest(try order.badge(with: logo), as: format, scale: scale)
    do throws(WorldError) {
      if let bytes = try request.draw(report: &report) {
        try writePicture(bytes, to: order.path)
      }
    } catch {
      return failed(error, as: arguments.messages)
    }
    return finished(report)
  }

  private func finished(_ report: Report) -> ExitCode {
    tell(report, as: arguments.messages)
    return report.hasErrors ? .problems : .success
  }
}
