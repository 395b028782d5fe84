import Foundation
import TestSupport
import Testing

@testable import BlazonCLI

/// How far a run is, and how long it will last.
@Suite struct ProgressTests {
  /// The errors of what is told to be left, in parts of the whole, each time a tenth of the run is over.
  private func errors(_ seconds: [Double]) -> [Double] {
    var pace = Pace()
    let whole = seconds.reduce(0, +)
    var (now, found) = (0.0, [Double]())
    for (index, step) in seconds.enumerated() {
      // A terminal asks oftener than anything is done.
      for part in 1...4 where index > 0 { pace.note(index, after: now + step * Double(part) / 5) }
      now += step
      pace.note(index + 1, after: now)
      guard now / whole * 10 >= Double(found.count + 1), let left = pace.left(of: seconds.count)
      else { continue }
      found.append(abs(left - (whole - now)) / whole)
    }
    return found
  }

  @Test func `an even run is told as long as it is, from the beginning`() {
    let found = errors(Array(repeating: 0.05, count: 400))
    #expect(found.count == 10 && found.allSatisfy { $0 < 0.02 }, "\(found)")
  }

  @Test func `a slow beginning is forgotten, and what is left comes true`() {
    // Badges take a fifth of a second each, cards a fiftieth.
    let found = errors(Array(repeating: 0.2, count: 100) + Array(repeating: 0.02, count: 4000))
    #expect(found.suffix(6).allSatisfy { $0 < 0.05 }, "\(found)")
    let end = found.suffix(4)
    #expect(zip(end, end.dropFirst()).allSatisfy { $0 >= $1 - 0.01 }, "\(found)")
  }

  @Test func `nothing is told from nothing`() {
    var pace = Pace()
    #expect(pace.rate == nil && pace.left(of: 10) == nil)
    pace.note(1, after: 0.1)
    #expect(pace.rate == nil)
    pace.note(1, after: 9)
    #expect(pace.rate == nil && pace.left(of: 10) == nil)
  }

  @Test func `programs read events, one object a line, and quiet runs have none`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try place.blazon("render", "--messages", "json")
    #expect(answer.status == 0)
    let events = try answer.error.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }.filter { $0["event"] != nil }
    #expect(Set(events.compactMap { $0["event"] as? String }) == ["progress", "finished"])
    let last = try #require(events.last { $0["event"] as? String == "progress" })
    #expect(last["done"] as? Int == last["total"] as? Int)
    let end = try #require(events.last)
    #expect(end["event"] as? String == "finished" && (end["awards"] as? Int ?? 0) > 1)
    #expect(end["drawn"] as? Int == end["files"] as? Int && end["seconds"] is Double)
    let quiet = try place.blazon("render", "--messages", "json", "-q", "-o", "quiet")
    #expect(!quiet.error.contains("event"))
  }
}
