import BlazonJSON
import Testing

@testable import BlazonCredential

/// Numbers of RDF and of RFC 8785.
@Suite struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("3", "3"), ("3.0", "3"), ("-17", "-17"),
    ("1e3", "1000"), ("9007199254740991", "9007199254740991"), ("0.1", "1.0E-1"),
    ("9.2", "9.199999999999999E0"), ("-2.5", "-2.5E0"), ("1e21", "1.0E21"),
    ("1.5e300", "1.5E300"), ("5e-324", "4.940656458412465E-324"),
    ("1.7976931348623157e308", "1.797693134862316E308"),
    ("99999999999999.98", "9.999999999999998E13"),
    ("0.99999999999999994", "9.999999999999999E-1"),
    // Halfway between two: to the even one.
    ("2251799813685249.5", "2.25179981368525E15"), ("2251799813685248.5", "2.251799813685248E15"),
  ])
  func `a number of RDF`(written: String, wanted: String) {
    #expect(LinkedNumber(written)?.text == wanted)
  }

  @Test func `what readers disagree about is no number`() {
    for text in ["1e400", "-1e400", "9007199254740992", "1e20", "x", ""] {
      #expect(LinkedNumber(text) == nil)
    }
    #expect(LinkedNumber("3", isDouble: true)?.text == "3.0E0")
    #expect(LinkedNumber.scientific(0) == "0.0E0")
    #expect(LinkedNumber.scientific(9.9999999999999995e22) == "9.999999999999999E22")
    #expect(LinkedNumber.scientific(1e23) == "9.999999999999999E22")
  }

  /// RFC 8785, appendix B.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func `a number of canonical JSON`(bits: UInt64, wanted: String) {
    #expect(JSON.canonicalText(Double(bitPattern: bits)) == wanted)
  }

  /// RFC 8785, section 3.2.3 and the example of 3.2.2.
  @Test func `canonical JSON sorts by UTF-16`() throws {
    let sorted = try json(
      #"{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}"#)
    #expect(
      sorted.canonicalText(depth: 9)
        == "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}")
    let example = try json(
      #"""
      {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
       "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}
      """#)
    #expect(
      example.canonicalText(depth: 9)
        == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#)
    #expect(try json("[1e400]").canonicalText(depth: 9) == nil)
    #expect(try json("[[[]]]").canonicalText(depth: 2) == nil)
  }
}
