public import BlazonForm
internal import BlazonSource

/// The README badge of an award: what it says, and its colours.
public struct ReadmeSpec: Sendable {
  public enum Style: String, CaseIterable, Sendable {
    case flat
    case flatSquare = "flat-square"
    case plastic
    case forTheBadge = "for-the-badge"
    case social
  }

  public var label: TextTemplate
  public var message: TextTemplate
  public var style: Style
  public var color: ColorExpression
  public var labelColor: ColorExpression?

  /// The name of the one that is drawn for awards.
  public static let award = "award"

  enum Keys {
    static let label = Key("label", .template, "the words on the left")
    static let message = Key("message", .template, "the words on the right")
    static let style = Key("style", Form<Style>.choice("style"), "the look; flat unless given")
    static let color = Key("color", .color, "behind the message; $color unless given")
    static let labelColor = Key("label-color", .color, "behind the label; #555 unless given")
    static let all = [
      KeyDeclaration(label), .init(message), .init(style), .init(color), .init(labelColor),
    ]
  }

  static let form = Form<ReadmeSpec>(
    "a README badge {label, message, style}", .chapter("readme-badge")
  ) { tree, reading in
    guard var fields = Fields(tree, of: "a README badge", declared: Keys.all, &reading) else {
      return nil
    }
    reading.tokens = Slots.baseTokens.subtracting(["metal"])
    let label = fields.require(Keys.label, &reading)
    let message = fields.require(Keys.message, &reading)
    let style = fields.take(Keys.style, &reading) ?? .flat
    let color = fields.take(Keys.color, &reading) ?? .token("color")
    let labelColor = fields.take(Keys.labelColor, &reading)
    fields.finish(&reading)
    guard let label, let message else { return nil }
    return ReadmeSpec(
      label: label.value, message: message.value, style: style, color: color,
      labelColor: labelColor)
  }

  /// `{{issuer.name}} | {{short}}`, flat, in the badge's colour.
  static let standard = ReadmeSpec(
    label: TextTemplate(pieces: [.fact(.issuerName)]),
    message: TextTemplate(pieces: [.fact(.awardTitle)]), style: .flat, color: .token("color"),
    labelColor: nil)
}
