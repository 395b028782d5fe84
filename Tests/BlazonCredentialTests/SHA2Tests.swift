import Testing

@Test func `SHA-2 of the tests has the values of FIPS 180-4`() {
  #expect(
    SHA2.hexadecimal(SHA2.sha256(Array("abc".utf8)))
      == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(
    SHA2.hexadecimal(SHA2.sha384(Array("abc".utf8)))
      == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
      + "8086072ba1e7cc2358baeca134c825a7")
  #expect(
    SHA2.hexadecimal(SHA2.sha256(Array(repeating: 97, count: 119)))
      == "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb")
}
