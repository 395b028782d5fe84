internal import BlazonForm
internal import BlazonSource

/// The name of a recipient's folder, safe in every file system and address.
struct Handle: Hashable, CheckedText {
  let text: String

  static let limit = 39

  init(_ written: String) throws(Refusal) {
    let text = written.lowercased()
    // The Kelvin sign becomes a plain k in lower case: the bytes that were written count.
    guard written.utf8.allSatisfy(isHandleByte), let first = text.utf8.first, isAlphanumeric(first)
    else {
      throw Refusal(
        message: "“\(written.prefix(60))” is not a handle",
        help: Handle.meant(by: text).map { "write \($0)" }
          ?? "handles are letters, digits, “.”, “_” and “-”, and begin with a letter or digit")
    }
    guard text.utf8.count <= Handle.limit else {
      throw Refusal(
        message: "a handle of \(text.utf8.count) characters is too long",
        help: "use at most \(Handle.limit)")
    }
    guard !text.hasSuffix("."), !text.contains("..") else {
      throw Refusal(
        message: "the handle “\(written)” cannot name a folder",
        help: "no two dots in a row, and none at the end")
    }
    guard text != "index.html" else {
      throw Refusal(message: "the handle “\(written)” is the name of a page", help: "write another")
    }
    let stem = text.prefix { $0 != "." }
    guard !isDevice(stem) else {
      throw Refusal(
        message: "the handle “\(written)” names a device on Windows",
        help: "as in \(stem)-\(text.utf8.count == stem.utf8.count ? "1" : "x")")
    }
    self.text = text
  }

  /// The handle in `@ada` or in an address of a profile.
  static func meant(by text: String) -> String? {
    let last = text.split(separator: "/").last.map(String.init) ?? ""
    let bare = last.hasPrefix("@") ? String(last.dropFirst()) : last
    return bare == text || bare.isEmpty ? nil : (try? Handle(bare))?.text
  }
}

/// A badge as an award names it: its id, an alias, its title, or `programme/id`.
struct BadgeName: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    // Whether there is one is for those to say who know the badges.
    guard written.utf8.count <= 400,
      PlainText(written).text.utf8.contains(where: isAlphanumeric)
        || written.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
    else {
      throw Refusal(
        message: "“\(written.prefix(60))” is not a badge",
        help: "write its id, as in review-rockstar, its title, or programme/id")
    }
    text = written
  }
}

/// An id of the spec language.
struct PlainID: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    guard isID(written) else {
      throw Refusal(
        message: "“\(written.prefix(60))” is not an id",
        help: "ids are lower-case letters and digits, joined by single hyphens")
    }
    text = written
  }
}

/// A language tag of BCP 47, in its usual capitals: `de`, `pt-BR`, `zh-Hans`.
struct LanguageTag: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      written.utf8.count <= 35 && parts[0].utf8.allSatisfy(isLetter)
      && (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(isAlphanumeric)
      }
    guard isTag else {
      throw Refusal(
        message: "“\(written.prefix(40))” is not a language",
        help: "write its tag, as in en, ja, pt-BR or zh-Hans")
    }
    text = parts.enumerated().map { index, part in
      let lower = part.lowercased()
      switch (index, lower.utf8.count) {
      case (0, _): return lower
      case (_, 2): return lower.uppercased()
      case (_, 4) where lower.utf8.allSatisfy(isLetter):
        return lower.prefix(1).uppercased() + lower.dropFirst()
      default: return lower
      }
    }.joined(separator: "-")
  }
}

/// How often something was done.
struct Count {
  let value: Int

  init(_ written: String) throws(Refusal) {
    let isNumber = written.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, let value = Int(written), (1...1_000_000).contains(value) else {
      throw Refusal(
        message: "“\(written.prefix(40))” is not a count",
        help: "write a whole number from 1 to 1000000, without separators")
    }
    self.value = value
  }
}

/// A drawing below the programme's folder.
struct PicturePath: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    guard written.utf8.count <= 200, DrawingPath.isOne(written) else {
      throw Refusal(
        message: "“\(written.prefix(80))” is not a picture of the programme",
        help: "name \(DrawingPath.told) below its folder, as in people/ada.png")
    }
    text = written
  }
}

/// How much is done, as it was written.
struct WrittenShare: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    guard written.utf8.count <= 20, Share(written) != nil else {
      throw Refusal(
        message: "“\(written.prefix(40))” is not how much is done", help: "as in 3/5 or 60%")
    }
    text = written
  }
}

extension WebAddress: CheckedText {
  /// People write `github.com/x`; what stands in a table of theirs is read so.
  init(of written: String, inTable: Bool) throws(Refusal) {
    if inTable, !written.contains(":"), let dot = written.firstIndex(of: "."),
      written.startIndex < dot, let address = try? WebAddress("https://" + written)
    {
      self = address
      return
    }
    try self.init(of: written)
  }

  init(of written: String) throws(Refusal) {
    do throws(Problem) {
      try self.init(written)
    } catch {
      throw Refusal(message: error.message, help: error.help)
    }
  }
}

/// The number of an award, of any issuer's making.
struct WrittenID: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    guard (4...64).contains(written.utf8.count),
      written.utf8.allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
    else {
      throw Refusal(
        message: "“\(written.prefix(80))” is not the id of an award",
        help: "use 4 to 64 letters, digits and hyphens; blazon check --fix writes one")
    }
    if let problem = AwardID.problem(in: written) { throw problem }
    text = written
  }
}

extension CalendarDate {
  /// Years in which people earn badges.
  private static let plausible = 1900...2999

  /// Whether a ledger may have it.
  public var isPlausible: Bool { CalendarDate.plausible.contains(year) }

  /// The day that `written` means in a table that is understood so.
  init(written: String, in reading: TableReading) throws(Refusal) {
    guard !reading.isStrict, CalendarDate(iso: written) == nil else {
      self = try CalendarDate(written: written)
      return
    }
    self = try CalendarDate(inTable: written, reading.dates)
    guard isPlausible else {
      throw Refusal(
        message: "the year \(year) is far away", help: "write a year from 1900 to 2999")
    }
  }

  init(written: String) throws(Refusal) {
    guard let date = CalendarDate(iso: written) else {
      let bytes = Array(written.utf8)
      let hasForm =
        bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
      throw Refusal(
        message: hasForm
          ? "“\(written.prefix(40))” is not a day of the calendar"
          : "“\(written.prefix(40))” is not a date as ledgers write it",
        help: CalendarDate.help(for: String(written.prefix(40))))
    }
    guard date.isPlausible else {
      throw Refusal(
        message: "the year \(date.year) is far away", help: "write a year from 1900 to 2999")
    }
    self = date
  }
}

// MARK: - Bytes

private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
}

func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

private func isHandleByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || "._-".utf8.contains(byte)
}

/// Whether `text` is `[a-z0-9]+(-[a-z0-9]+)*`, at most 100 bytes.
private func isID(_ text: String) -> Bool {
  text.utf8.count <= 100
    && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}
