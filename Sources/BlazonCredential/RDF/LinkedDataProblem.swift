/// Why a document is refused, and where in it.
package struct LinkedDataProblem: Error, Hashable, Sendable {
  package var message: String
  /// A JSON pointer (RFC 6901); empty for the document as a whole.
  package var pointer: String

  package init(_ message: String, at pointer: String = "") {
    (self.message, self.pointer) = (message, pointer)
  }

  /// The problem of a value that stands at `pointer` of a larger one.
  func within(_ pointer: String) -> Self { Self(message, at: pointer + self.pointer) }
}

/// The way to a value, from the document down.
struct JSONPointer {
  private var steps: [Step] = []

  enum Step {
    case name(String)
    case index(Int)
  }

  /// How many steps it is to the value.
  var depth: Int { steps.count }

  mutating func enter(_ step: Step) { steps.append(step) }

  mutating func leave() { steps.removeLast() }

  /// As RFC 6901 writes it: `~0` for a tilde, `~1` for a slash within a name.
  var text: String {
    var text = ""
    for step in steps {
      text += "/"
      switch step {
      case .index(let index): text += String(index)
      case .name(let name):
        for scalar in name.unicodeScalars {
          switch scalar {
          case "~": text += "~0"
          case "/": text += "~1"
          default: text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text
  }
}

extension String {
  /// The beginning of a stranger's word, for a message.
  var clipped: String { count > 60 ? prefix(60) + "…" : self }
}
