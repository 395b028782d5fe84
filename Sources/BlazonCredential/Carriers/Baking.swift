internal import BlazonJSON

/// The two versions of Open Badges that one picture carries, each under a name of its own.
package enum BadgeVersion: CaseIterable, Sendable {
  // In the order in which they stand in a file: some readers take the first that they meet, and want the older.
  case two, three

  /// The keyword of the PNG chunk.
  var keyword: String {
    switch self {
    case .two: "openbadges"
    case .three: "openbadgecredential"
    }
  }

  /// The namespace of the SVG element.
  var namespace: String {
    switch self {
    case .two: "http://openbadges.org"
    case .three: "https://purl.imsglobal.org/ob/v3p0"
    }
  }

  /// The local name of the SVG element.
  var element: String {
    switch self {
    case .two: "assertion"
    case .three: "credential"
    }
  }
}

/// What a picture carries: the text of a credential for each version, a compact JWS or JSON.
package struct Baggage: Hashable, Sendable {
  package var two: [UInt8]?
  package var three: [UInt8]?
  /// Where version 2 is checked: the address of a hosted assertion, or the JWS again. SVG files say it.
  package var hostedAt: String?

  package init(two: [UInt8]? = nil, hostedAt: String? = nil, three: [UInt8]? = nil) {
    (self.two, self.hostedAt, self.three) = (two, hostedAt, three)
  }

  package subscript(_ version: BadgeVersion) -> [UInt8]? {
    get {
      switch version {
      case .two: two
      case .three: three
      }
    }
    set {
      switch version {
      case .two: two = newValue
      case .three: three = newValue
      }
    }
  }

  package var isEmpty: Bool { two == nil && three == nil }
}

/// Why a file's baggage is not taken.
package struct CarrierProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package var message: String

  package var description: String { message }
}
