internal import BlazonDesign
internal import BlazonScene
internal import BlazonSpec
internal import BlazonText

/// Where an address that has no room on its lines may break: each kind where the ones before it do not do.
enum AddressJoints: CaseIterable {
  /// After the slashes and dots that part its words.
  case words
  /// After hyphens too.
  case hyphens
  /// Anywhere.
  case letters

  /// The most lines that an address takes.
  private static let lines = 4

  /// The largest sizes for one line and more.
  func caps(_ sizes: [Double]) -> [Double] {
    let last = sizes.last ?? 24
    return sizes + Array(repeating: last, count: max(0, AddressJoints.lines - sizes.count))
  }

  /// What no break divides of a text that is in `pieces`; only a space between them parts addresses.
  func pieces(of pieces: [String]) -> [String] {
    var parts: [String] = []
    for piece in pieces {
      if parts.last?.last?.isWhitespace ?? true {
        parts.append(piece)
      } else {
        parts[parts.count - 1] += piece
      }
    }
    return parts.flatMap { self.pieces(of: $0) }
  }

  /// What no break divides of a part of a text.
  func pieces(of text: String) -> [String] {
    if self == .letters { return text.map { String($0) } }
    var pieces: [String] = []
    var piece = ""
    for (character, next) in zip(text, text.dropFirst().map(Optional.some) + [nil]) {
      piece.append(character)
      // A scheme stays with its host, and a dot at the end with its sentence.
      let isJoint = ends(with: character) && !piece.hasSuffix("//")
      guard isJoint, let next, next.isLetter || next.isNumber else { continue }
      pieces.append(piece)
      piece = ""
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private func ends(with character: Character) -> Bool {
    character == "/" || character == "." || (self == .hyphens && character == "-")
  }
}

extension PageLayout {
  /// How an address is printed so that it stays above its floor: whole, on lines that end at its joints,
  /// the host alone, and inside a word only where nothing else does.
  func printed(
    _ element: TextElement, _ type: TypeSlot, width: Double, _ typesetter: inout Typesetter
  ) -> (text: TextTemplate.Run, joints: AddressJoints?)? {
    guard let whole = design.subject.text(of: element.text) else { return nil }
    let host = design.subject.withBareHosts.text(of: element.text) ?? whole
    let ways: [(text: TextTemplate.Run, joints: AddressJoints?)] = [
      (whole, nil), (whole, .words), (whole, .hyphens), (host, nil), (host, .words),
      (host, .hyphens), (host, .letters),
    ]
    let face = FontFace(known: type.font)
    let room = Rect(x: 0, y: 0, width: width, height: 100_000)
    return ways.first { text, joints in
      let words = type.transform.applied(to: text.text, language: design.subject.language)
      let set = typesetter.fit(
        words, type, face, into: room, wrapBelow: element.wrapBelow, language: text.language,
        joints: joints)
      return !set.isBelow(type)
    } ?? (host, .letters)
  }
}

extension Typesetter.Block {
  /// Whether the letters shrank below what `type` allows.
  func isBelow(_ type: TypeSlot) -> Bool { size < type.minimum - 0.01 }
}

extension TextTemplate {
  /// Whether it shows an address, which has no spaces to break at.
  var showsAddress: Bool {
    pieces.contains(.fact(.issuerHost)) || pieces.contains(.fact(.awardURL))
  }

  /// Whether it shows a day or an address, which stand on a page once, whatever its languages.
  var isValue: Bool {
    showsAddress || pieces.contains(.fact(.awardIssued)) || pieces.contains(.fact(.awardExpires))
  }
}

extension PageSubject {
  /// The same, with the hosts of its addresses instead of the addresses.
  fileprivate var withBareHosts: PageSubject {
    var subject = self
    for fact in [TextTemplate.Fact.issuerHost, .awardURL] {
      subject.facts[fact]?.text = host(of: facts[fact]?.text ?? "")
    }
    return subject
  }
}

/// The host of `address` with its port, without scheme and path.
private func host(of address: String) -> String {
  var parts = address.split(separator: "/", omittingEmptySubsequences: true)
  if parts.first?.hasSuffix(":") ?? false { parts.removeFirst() }
  return parts.first.map(String.init) ?? address
}
