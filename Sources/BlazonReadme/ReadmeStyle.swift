internal import BlazonLetters
package import BlazonScene

/// The five looks that READMEs know badges by.
public enum ReadmeStyle: String, CaseIterable, Sendable {
  case flat
  case flatSquare = "flat-square"
  case plastic
  case forTheBadge = "for-the-badge"
  case social
}

/// The measures of a style, in pixels.
extension ReadmeStyle {
  package var height: Double {
    switch self {
    case .flat, .flatSquare, .social: 20
    case .plastic: 18
    case .forTheBadge: 28
    }
  }

  /// Where letters stand, from the top.
  package var baseline: Double {
    switch self {
    case .flat, .flatSquare, .social: 14
    case .plastic: 13
    case .forTheBadge: 17.5
    }
  }

  /// Whether letters throw a shadow one pixel below.
  package var hasShadow: Bool {
    switch self {
    case .flat, .plastic, .social: true
    case .flatSquare, .forTheBadge: false
    }
  }

  package var corner: Double {
    switch self {
    case .flat: 3
    case .plastic: 4
    case .social: 2
    case .flatSquare, .forTheBadge: 0
    }
  }

  /// The sheen over the whole badge (in `social`, over the label), from top to bottom.
  package var sheen: [GradientStop] {
    func stop(_ offset: Double, _ hex: UInt32, _ alpha: Double) -> GradientStop {
      GradientStop(offset, Color(hex: hex).withAlpha(alpha))
    }
    switch self {
    case .flat: return [stop(0, 0xBBBBBB, 0.1), stop(1, 0x000000, 0.1)]
    case .plastic:
      return [
        stop(0, 0xFFFFFF, 0.7), stop(0.1, 0xAAAAAA, 0.1), stop(0.9, 0x000000, 0.3),
        stop(1, 0x000000, 0.5),
      ]
    case .social: return [stop(0, 0xFCFCFC, 0), stop(1, 0x000000, 0.1)]
    case .flatSquare, .forTheBadge: return []
    }
  }

  package var fontSize: Double { self == .forTheBadge ? 10 : 11 }

  /// Between letters of `for-the-badge`, in pixels.
  package static let tracking = 1.25

  /// The table's columns for label and message.
  var tableFonts: (label: TextWidths.Font, message: TextWidths.Font) {
    switch self {
    case .flat, .flatSquare, .plastic: (.verdana11, .verdana11)
    case .forTheBadge: (.verdana10, .boldVerdana10)
    case .social: (.boldHelvetica11, .boldHelvetica11)
    }
  }

  /// The label as the style writes it in `language`, a tag of BCP 47.
  package func label(_ text: String, _ language: String? = nil) -> String {
    switch self {
    case .flat, .flatSquare, .plastic: text
    case .forTheBadge: capitals(of: text, in: language ?? "und")
    case .social: sentenceCased(text, in: language ?? "und")
    }
  }

  /// The message as the style writes it.
  package func message(_ text: String, _ language: String? = nil) -> String {
    switch self {
    case .flat, .flatSquare, .plastic, .social: text
    case .forTheBadge: capitals(of: text, in: language ?? "und")
    }
  }
}
