package import BlazonScene

/// Where everything in a badge stands, in pixels: what its SVG and its scene have in common.
package struct ReadmeLayout {
  /// A line of text.
  package struct Words {
    package var text: String
    /// The middle, from the left.
    package var middle: Double
    /// The width that the letters have, or are spread to.
    package var length: Double
    package var isSpread: Bool
    /// The installed families that draw them best.
    package var families: [String]
    package var isBold: Bool
    package var ink: String
    package var shadow: String
  }

  /// The label's or the message's half.
  package struct Half {
    /// What it fills, in `social` without the hairline around it.
    package var box: Rect
    package var fill: ReadmeColor
    /// `nil` where there is nothing to say.
    package var words: Words?
  }

  package let size: Size
  package let label: Half?
  package let message: Half?
  package let logo: Rect?

  package init(_ badge: ReadmeBadge, _ widths: WordWidths) {
    switch badge.style {
    case .flat, .flatSquare, .plastic: self.init(classic: badge, widths)
    case .forTheBadge: self.init(forTheBadge: badge, widths)
    case .social: self.init(social: badge, widths)
    }
  }

  /// Two boxes side by side, with 5 pixels around each text.
  private init(classic badge: ReadmeBadge, _ widths: WordWidths) {
    let (label, message) = (badge.label, badge.message)
    let height = badge.style.height
    let padding = 5.0
    let logo = badge.logo?.width ?? 0
    let logoSpace = logo + (logo > 0 && !label.isEmpty ? 3 : 0)
    let labelWidth = label.isEmpty ? 0 : widths.label.whole
    let messageWidth = widths.message.whole
    let hasLeft = !label.isEmpty || badge.labelColor != nil

    let left = hasLeft ? labelWidth + 2 * padding + logoSpace : 0
    var right = messageWidth + 2 * padding
    // The text's place without the box's own padding.
    var messageStart = left - (message.isEmpty ? 0 : 1)
    if !hasLeft, logo > 0 {
      right += logoSpace + (message.isEmpty ? 0 : 4)
      messageStart += logoSpace + padding
    } else if !hasLeft {
      messageStart += 1
    }
    // A label's box that nobody sees has the message's colour.
    let labelFill = hasLeft || logo > 0 ? badge.labelColor ?? .grey : badge.color

    size = Size(width: left + right, height: height)
    self.label = Half(
      box: Rect(x: 0, y: 0, width: left, height: height), fill: labelFill,
      words: Words(
        label, middle: logoSpace + 1 + labelWidth / 2 + padding, length: labelWidth,
        by: widths.label, on: labelFill))
    self.message = Half(
      box: Rect(x: left, y: 0, width: right, height: height), fill: badge.color,
      words: Words(
        message, middle: messageStart + messageWidth / 2 + padding, length: messageWidth,
        by: widths.message,
        on: badge.color))
    self.logo = badge.logo.map { logo in

      Rect(
        x: padding, y: (height - ReadmeLogo.height) / 2, width: logo.width,
        height: ReadmeLogo.height)
    }
  }

  /// Capitals, tracked by 1.25 pixels, with 12 pixels around each text.
  private init(forTheBadge badge: ReadmeBadge, _ widths: WordWidths) {
    let style = badge.style
    let (label, message) = (
      style.label(badge.label, badge.language), style.message(badge.message, badge.language)
    )
    let (margin, logoMargin) = (12.0, 9.0)
    let logo = badge.logo?.width ?? 0
    let hasLogo = logo > 0
    func width(_ text: String, _ width: WordWidths.Width) -> Double {
      width.isSpread
        ? width.value.rounded(.down) + ReadmeStyle.tracking * Double(text.utf16.count)
        : width.whole
    }
    let labelWidth = width(label, widths.label)
    let messageWidth = width(message, widths.message)
    let labelStart = hasLogo ? logoMargin + logo + 6 : margin

    var left = 0.0
    if !label.isEmpty {
      left = labelStart + labelWidth + margin
    } else if hasLogo, badge.labelColor != nil {
      left = 2 * logoMargin + logo
    }
    var messageStart = left + margin
    var right = 2 * margin + messageWidth
    if left == 0, hasLogo {
      let gutter = message.isEmpty ? -3.0 : 6
      messageStart += logo + gutter
      right += logo + gutter
    }
    let labelFill = badge.labelColor ?? .grey

    size = Size(width: left + right, height: style.height)
    self.label =
      left == 0
      ? nil
      : Half(
        box: Rect(x: 0, y: 0, width: left, height: style.height), fill: labelFill,
        words: Words(
          label, middle: labelStart + labelWidth / 2, length: labelWidth, by: widths.label,
          on: labelFill))
    self.message = Half(
      box: Rect(x: left, y: 0, width: right, height: style.height), fill: badge.color,
      words: Words(
        message, middle: messageStart + messageWidth / 2, length: messageWidth, by: widths.message,
        isBold: true,
        on: badge.color))
    self.logo = badge.logo.map { logo in
      Rect(x: logoMargin, y: 7, width: logo.width, height: ReadmeLogo.height)
    }
  }

  /// A button, and a bubble that points to it. Colours are the style's own.
  private init(social badge: ReadmeBadge, _ widths: WordWidths) {
    let (label, message) = (
      badge.style.label(badge.label, badge.language), badge.message
    )
    let (labelPadding, messagePadding, gutter) = (5.0, 4.0, 6.0)
    let logo = badge.logo?.width ?? 0
    let logoSpace = logo + (logo > 0 && !label.isEmpty ? 3 : 0)
    let (labelWidth, messageWidth) = (widths.label.whole, widths.message.whole)
    let left = labelWidth + logoSpace + 2 * labelPadding
    let right = messageWidth + 2 * messagePadding
    let hasMessage = !message.isEmpty

    size = Size(
      width: left + 1 + (hasMessage ? gutter + right : 0), height: badge.style.height)
    self.label = Half(
      box: Rect(x: 0.5, y: 0.5, width: left, height: 19), fill: .socialButton,
      words: Words(
        label, middle: logoSpace + labelWidth / 2 + labelPadding, length: labelWidth,
        by: widths.label, isBold: true,
        on: .socialButton)?.embossed)
    self.message =
      hasMessage
      ? Half(
        box: Rect(x: left + gutter + 0.5, y: 0.5, width: right, height: 19), fill: .socialBubble,
        words: Words(
          message, middle: left + gutter + right / 2, length: messageWidth, by: widths.message,
          isBold: true,
          on: .socialBubble)?.embossed) : nil
    self.logo = badge.logo.map { logo in
      Rect(x: labelPadding, y: 3, width: logo.width, height: ReadmeLogo.height)
    }
  }
}

extension ReadmeLayout.Words {
  /// `nil` if there is no text.
  fileprivate init?(
    _ text: String, middle: Double, length: Double, by width: WordWidths.Width,
    isBold: Bool = false, on fill: ReadmeColor
  ) {
    guard !text.isEmpty else { return nil }
    (self.text, self.middle, self.length, self.isBold) = (text, middle, length, isBold)
    (isSpread, families) = (width.isSpread, width.families)
    (ink, shadow) = fill.ink
  }

  /// The words with the white shadow of a pressed letter.
  fileprivate var embossed: Self {
    var copy = self
    copy.shadow = "#fff"
    return copy
  }
}
