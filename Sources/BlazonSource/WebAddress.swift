/// A web address, taken apart: `https://example.org:8080/page?a=1#there`.
public struct WebAddress: Hashable, Sendable {
  public enum Scheme: String, CaseIterable, Sendable { case https, http }

  /// What is wrong in a text that should be a web address, and what would be accepted.
  public struct Problem: Error, Hashable, Sendable {
    public var message: String
    public var help: String

    public init(_ message: String, help: String) { (self.message, self.help) = (message, help) }
  }

  /// Bytes of the longest.
  static let limit = 2000

  public let scheme: Scheme
  /// A DNS name, an IPv4 address, or an IPv6 address in its brackets.
  public let host: String
  /// 1 to 65535, where one is written.
  public let port: Int?
  /// Empty, or begins with a slash.
  public let path: String
  /// Without the `?`.
  public let query: String?
  /// Without the `#`.
  public let fragment: String?

  /// The address as it was written, its scheme in lower case.
  public var text: String {
    "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "") + path
      + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
  }

  public init(_ written: String) throws(Problem) {
    let shown = "“\(written.prefix(80))”"
    let lower = written.prefix(8).lowercased()
    guard let scheme = Scheme.allCases.first(where: { lower.hasPrefix("\($0.rawValue)://") }) else {
      throw Problem(
        "\(shown) is not a web address",
        help: isBareHost(written)
          ? "write https://\(written.prefix(80))" : "as in https://example.org/page")
    }
    guard written.utf8.count <= WebAddress.limit else {
      throw Problem(
        "an address of \(written.utf8.count) bytes is too long",
        help: "use at most \(WebAddress.limit)")
    }
    let rest = written.dropFirst(scheme.rawValue.count + 3)
    let authority = rest.prefix { !"/?#".contains($0) }
    let (host, port) = try WebAddress.parts(of: authority, in: shown)
    let tail = rest.dropFirst(authority.count)
    guard tail.utf8.allSatisfy(isAddressByte) else {
      throw Problem(
        "\(shown) has characters that an address writes as %",
        help: "write \(scheme.rawValue)://\(authority)\(percentEncoded(tail))")
    }
    guard hasWholeEscapes(tail) else {
      throw Problem(
        "\(shown) has a “%” without two digits after it", help: "write %25 for the sign itself")
    }
    (self.scheme, self.host, self.port) = (scheme, host, port)
    let beforeFragment = tail.prefix { $0 != "#" }
    fragment = WebAddress.after(beforeFragment, in: tail)
    let path = beforeFragment.prefix { $0 != "?" }
    query = WebAddress.after(path, in: beforeFragment)
    self.path = String(path)
  }

  /// What follows the character after `start`; `nil` if `start` is all there is.
  private static func after(_ start: Substring, in text: Substring) -> String? {
    start.endIndex == text.endIndex ? nil : String(text[start.endIndex...].dropFirst())
  }

  /// The host and the port of what stands before the path.
  private static func parts(
    of authority: Substring, in shown: String
  ) throws(Problem) -> (host: String, port: Int?) {
    guard !authority.contains("@") else {
      throw Problem("\(shown) has a user before its host", help: "write the address without it")
    }
    var host = authority.prefix { $0 != ":" }
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else {
        throw Problem(
          "the “[” in \(shown) is not closed", help: "as in https://[2001:db8::1]/page")
      }
      host = authority[...end]
    }
    let after = authority[host.endIndex...]
    guard isHost(host), after.isEmpty || after.hasPrefix(":") else {
      throw Problem(
        "\(shown) has no host that can be looked up",
        help: host.utf8.allSatisfy { $0 < 0x80 }
          ? "as in https://example.org/page" : "write the host in its ASCII form, xn--…")
    }
    guard !after.isEmpty else { return (String(host), nil) }
    let digits = after.dropFirst()
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
      let port = Int(digits), (1...65535).contains(port)
    else {
      throw Problem(
        "“\(digits.prefix(40))” in \(shown) is not a port",
        help: "write a number from 1 to 65535, or leave “:” out")
    }
    return (String(host), port)
  }
}

// MARK: - Hosts

private func isHost(_ text: Substring) -> Bool {
  if text.hasPrefix("[") { return isIPv6(text.dropFirst().dropLast()) }
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  // A number at the end makes it an address: no such domain exists.
  if let last = labels.last, !last.isEmpty, last.utf8.allSatisfy(isDigit) { return isIPv4(text) }
  // A dot at the end says that the name is whole.
  let names = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
  return text.utf8.count <= 253 && !names.isEmpty && names.allSatisfy(isLabel)
}

private func isLabel(_ text: Substring) -> Bool {
  (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
}

private func isIPv4(_ text: Substring) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 4
    && parts.allSatisfy { part in
      (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(isDigit)
        && (part == "0" || !part.hasPrefix("0")) && (Int(part) ?? 256) < 256
    }
}

/// Whether `text` is eight groups of hexadecimal digits, or fewer with one `::`; an IPv4 address may be the
/// last two.
private func isIPv6(_ text: Substring) -> Bool {
  let halves = halves(of: text)
  guard (1...2).contains(halves.count), !text.isEmpty else { return false }
  var count = 0
  for (index, half) in halves.enumerated() where !half.isEmpty {
    var groups = half.split(separator: ":", omittingEmptySubsequences: false)[...]
    if index == halves.count - 1, let last = groups.last, last.contains(".") {
      guard isIPv4(last) else { return false }
      groups = groups.dropLast()
      count += 2
    }
    guard groups.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isHexDigit) })
    else { return false }
    count += groups.count
  }
  return halves.count == 2 ? count < 8 : count == 8
}

/// What stands between the `::` of `text`, found byte by byte: the library's search for a text would bring its whole reader of
/// regular expressions into a program that has no other use for it.
private func halves(of text: Substring) -> [Substring] {
  var halves: [Substring] = []
  var start = text.startIndex
  var index = start
  while index < text.endIndex {
    let next = text.utf8.index(after: index)
    guard text.utf8[index] == UInt8(ascii: ":"), next < text.endIndex,
      text.utf8[next] == UInt8(ascii: ":")
    else {
      index = next
      continue
    }
    halves.append(text[start..<index])
    index = text.utf8.index(after: next)
    start = index
  }
  return halves + [text[start...]]
}

/// Whether only the `https://` seems to be missing.
private func isBareHost(_ text: String) -> Bool {
  let host = text.prefix { !"/?#".contains($0) }
  return host.contains(".") && isHost(host) && text.utf8.allSatisfy(isAddressByte)
}

// MARK: - Bytes

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  isDigit(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
}

private func hasWholeEscapes(_ text: Substring) -> Bool {
  text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
    .allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy(isHexDigit) }
}

/// `text` with all bytes that an address cannot have as `%` and two digits.
private func percentEncoded(_ text: Substring) -> String {
  var out = ""
  for byte in text.utf8.prefix(200) {
    if isAddressByte(byte) {
      out.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      out += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
  }
  return out
}
