internal import Deflate

/// Credentials in PNG files, as Open Badges bake them: an uncompressed `iTXt` chunk each.
package enum PNGCarrier {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// A credential is far smaller; pictures may be larger.
  private static let limit = 1 << 20

  /// A chunk as it stands in a file: where it begins, its type, and its data.
  private struct Chunk {
    var start: Int
    var type: String
    var data: ArraySlice<UInt8>
  }

  package static func isPNG(_ file: [UInt8]) -> Bool { file.starts(with: signature) }

  /// `file` with `baggage` in it, right before its end; the picture's own chunks stay as they are. What an earlier
  /// baking left is replaced.
  package static func baked(
    _ file: [UInt8], _ baggage: Baggage
  ) throws(CarrierProblem) -> [UInt8] {
    let keywords = BadgeVersion.allCases.map(\.keyword)
    var out = signature
    for chunk in try chunks(of: file) {
      if chunk.type == "iTXt", keywords.contains(keyword(of: chunk.data)) { continue }
      if chunk.type == "IEND" {
        for version in BadgeVersion.allCases {
          guard let text = baggage[version] else { continue }
          // No compression, no language, no translated keyword.
          append("iTXt", Array(version.keyword.utf8) + [0, 0, 0, 0, 0] + text, to: &out)
        }
      }
      out += file[chunk.start..<chunk.data.endIndex + 4]
    }
    return out
  }

  /// What `file` carries. Each keyword stands at most once, and uncompressed.
  package static func baggage(of file: [UInt8]) throws(CarrierProblem) -> Baggage {
    var baggage = Baggage()
    for chunk in try chunks(of: file) {
      guard ["iTXt", "zTXt", "tEXt"].contains(chunk.type) else { continue }
      let word = keyword(of: chunk.data)
      guard let version = BadgeVersion.allCases.first(where: { $0.keyword == word }) else {
        continue
      }
      guard chunk.type == "iTXt" else {
        throw CarrierProblem(message: "a credential in a chunk “\(chunk.type)”, not “iTXt”")
      }
      guard baggage[version] == nil else {
        throw CarrierProblem(message: "more than one chunk “\(word)”")
      }
      let rest = chunk.data.dropFirst(word.utf8.count + 1)
      guard rest.count >= 4, rest.first == 0 else {
        throw CarrierProblem(message: "a compressed chunk “\(word)”")
      }
      // The language and the translated keyword, each up to a zero.
      let fields = rest.dropFirst(2).split(
        separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, fields[2].count <= limit else {
        throw CarrierProblem(message: "a broken chunk “\(word)”")
      }
      baggage[version] = Array(fields[2])
    }
    return baggage
  }

  /// The keyword at the beginning of a text chunk; empty where there is none.
  private static func keyword(of data: ArraySlice<UInt8>) -> String {
    guard let end = data.prefix(80).firstIndex(of: 0) else { return "" }
    return String(decoding: data[..<end], as: UTF8.self)
  }

  private static func chunks(of file: [UInt8]) throws(CarrierProblem) -> [Chunk] {
    guard isPNG(file) else { throw CarrierProblem(message: "not a PNG file") }
    var chunks: [Chunk] = []
    var start = signature.count
    while chunks.last?.type != "IEND" {
      guard start + 12 <= file.count else {
        throw CarrierProblem(message: "the PNG file is cut off")
      }
      let length = number(file[start..<start + 4])
      guard length <= file.count - start - 12 else {
        throw CarrierProblem(message: "the PNG file is cut off")
      }
      let data = file[start + 8..<start + 8 + length]
      let type = String(decoding: file[start + 4..<start + 8], as: UTF8.self)
      guard
        crc32(file[start + 4..<data.endIndex]) == number(file[data.endIndex..<data.endIndex + 4])
      else { throw CarrierProblem(message: "a chunk “\(type)” whose check does not agree") }
      guard chunks.isEmpty == (type == "IHDR") else {
        throw CarrierProblem(message: "the PNG file's header is not its first chunk")
      }
      guard chunks.count < 10_000 else { throw CarrierProblem(message: "more than 10,000 chunks") }
      chunks.append(Chunk(start: start, type: type, data: data))
      start = data.endIndex + 4
    }
    guard start == file.count else {
      throw CarrierProblem(message: "something stands after the PNG file's end")
    }
    return chunks
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func append(_ type: String, _ data: [UInt8], to out: inout [UInt8]) {
    func bytes(_ number: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
    }
    let body = Array(type.utf8) + data
    out += bytes(data.count) + body + bytes(Int(crc32(body[...])))
  }
}
