import BlazonJSON
import Foundation

@testable import BlazonCredential

/// The folder of others' data; its README tells whose.
private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appending(path: "Fixtures")

func bytes(_ path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: fixtures.appending(path: path)))
}

func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

func json(_ text: String) throws -> JSON { try JSON(Array(text.utf8)) }

extension JSON {
  func without(_ names: String...) -> JSON {
    .object(members!.filter { !names.contains($0.name) })
  }

  func with(_ name: String, _ value: JSON) -> JSON {
    var members = members!
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place].value = value
    } else {
      members.append(Member(name, value))
    }
    return .object(members)
  }
}

/// The canonical N-Quads of a document.
func canonical(_ document: JSON) throws -> String {
  let quads = try LinkedDataReader.quads(of: document)
  return String(
    decoding: try CanonicalDataset(quads, hash: SHA2.sha256).bytes, as: UTF8.self)
}
