import Foundation
import Testing

@testable import BlazonPaint

@Suite struct Base64Tests {
  @Test(arguments: 0..<9)
  func `base 64 is Foundation's`(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 73 + 200) }
    #expect(base64(bytes) == Data(bytes).base64EncodedString())
  }
}
