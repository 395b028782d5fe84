import BlazonSpec
import BlazonText
import Testing

/// The faces that a spec may name are those that text can be set in.
@Suite struct FaceNameTests {
  @Test func `specs know every face by its name, and no other`() {
    #expect(TypeSlot.fontNames == FontFace.all.map(\.name))
    #expect(Set(TypeSlot.fontNames).count == TypeSlot.fontNames.count)
  }

  @Test(arguments: TypeSlot.fontNames)
  func `a face that a spec may name is one`(_ name: String) {
    #expect(FontFace(named: name) == FontFace(known: name))
  }
}
