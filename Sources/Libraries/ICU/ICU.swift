internal import CICU

/// `text` in capitals, as `language`, a tag of BCP 47, writes them: Greek without tonos, Turkish with the
/// dot of i.
public func capitals(of text: String, in language: String) -> String {
  unsafe converted(text) { bytes, length, out, capacity in
    unsafe blazon_icu_capitals(bytes, length, language, out, capacity)
  }
}

/// `text` with letters and their marks composed where Unicode has a character for both (NFC).
public func composed(_ text: String) -> String {
  unsafe converted(text) { bytes, length, out, capacity in
    unsafe blazon_icu_composed(bytes, length, out, capacity)
  }
}

/// The offsets in UTF-8 at which a line of `text` may end, by Unicode's rules (UAX #14), the dictionaries
/// of Thai, Lao, Khmer and Burmese, and what the extensions of `locale` ask for: `ja-u-lw-phrase`.
public func lineBreaks(in text: String, locale: String) -> [Int] {
  let utf8 = Array(text.utf8CString)
  var offsets = [Int32](repeating: 0, count: utf8.count)
  let count = unsafe blazon_icu_line_breaks(
    utf8, Int32(utf8.count - 1), locale, &offsets, Int32(offsets.count))
  return offsets.prefix(max(0, Int(count))).map(Int.init)
}

/// The name that Unicode gives the script of `scalar`: `Devanagari`; `Common` and `Inherited` for what
/// several scripts share.
public func script(of scalar: Unicode.Scalar) -> String {
  unsafe String(cString: blazon_icu_script(scalar.value))
}

/// Which way a text runs.
public enum Direction: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// Of a letter; `nil` for what takes the direction of its neighbours, as digits and blanks do.
  public init?(of scalar: Unicode.Scalar) {
    switch blazon_icu_direction(scalar.value) {
    case 0: return nil
    case let sign: self = sign > 0 ? .rightToLeft : .leftToRight
    }
  }
}

/// What `convert` writes of `text`; `text` itself where it cannot.
private func converted(
  _ text: String,
  by convert: (UnsafePointer<CChar>, Int32, UnsafeMutablePointer<CChar>, Int32) -> Int32
) -> String {
  let utf8 = Array(text.utf8CString)
  var out = [CChar](repeating: 0, count: 2 * utf8.count + 16)
  for _ in 0..<2 {
    let count = Int(unsafe convert(utf8, Int32(utf8.count - 1), &out, Int32(out.count)))
    guard count >= 0 else { return text }
    if count <= out.count {
      return String(decoding: out.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    out = [CChar](repeating: 0, count: count)
  }
  return text
}
