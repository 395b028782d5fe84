import BlazonLedger
import BlazonSource
import Files
import Testing

@Suite struct AwardIDTests {
  private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private func ids(_ count: Int) -> [String] {
    var dice = Dice(3)
    return (0..<count).map { _ in AwardID(random: dice.bytes(AwardID.byteCount)).text }
  }

  @Test func `an id is three groups of four characters that nobody mistakes`() {
    for id in ids(1000) {
      #expect(id.split(separator: "-").map(\.count) == [4, 4, 4])
      #expect(id.allSatisfy { $0 == "-" || alphabet.contains($0) })
      #expect(AwardID.isSound(id))
    }
    #expect(Set(ids(1000)).count == 1000)
  }

  @Test func `one wrong character is always found`() {
    for id in ids(20) {
      for index in id.indices where id[index] != "-" {
        for letter in alphabet where letter != id[index] {
          let wrong = id.replacingCharacter(at: index, by: letter)
          if AwardID.isSound(wrong) { Issue.record("\(id) and \(wrong)") }
        }
      }
    }
  }

  @Test func `swapped neighbours are found unless they are the first and the last of the alphabet`()
  {
    var missed = 0
    for id in ids(200) {
      let letters = id.filter { $0 != "-" }.map { $0 }
      for index in 0..<11 where letters[index] != letters[index + 1] {
        var swapped = letters
        swapped.swapAt(index, index + 1)
        let text = [0, 4, 8].map { String(swapped[$0..<$0 + 4]) }.joined(separator: "-")
        guard AwardID.isSound(text) else { continue }
        missed += 1
        #expect(Set([letters[index], letters[index + 1]]) == ["0", "Z"])
      }
    }
    #expect(missed < 10)
  }

  @Test(arguments: [
    "7K3M-9QX2-4TB", "7k3m-9qx2-4tbd", "7K3M9QX24TBD", "7K3M-9QX2-4TBU", "", "AB-01",
  ])
  func `other forms are not ours to judge`(_ text: String) {
    #expect(!AwardID.isSound(text))
    let asked = Asked(
      csv: "name,handle,badge,issued,id\nAda,ada,watch,2026-01-31,\(text)\n")
    #expect(asked.findings == [])
  }

  @Test func `letters that look like digits are said, with the id that was meant`() throws {
    let id = try #require(ids(200).first { $0.contains("0") && $0.contains("1") })
    let read = id.replacing("0", with: "O").replacing("1", with: "l".uppercased())
    let asked = Asked(csv: "name,handle,badge,issued,id\nAda,ada,watch,2026-01-31,\(read)\n")
    #expect(asked.report.diagnostics.map(\.help) == ["write \(id)"])
  }

  @Test func `the system gives random bytes`() throws {
    #expect(try randomBytes(0) == [])
    let (a, b) = (try randomBytes(1000), try randomBytes(1000))
    #expect(a.count == 1000 && a != b)
    #expect(Set(a).count > 200)
  }
}

extension String {
  fileprivate func replacingCharacter(at index: Index, by letter: Character) -> String {
    String(self[..<index]) + String(letter) + String(self[self.index(after: index)...])
  }
}
