import BlazonJSON
import Testing

@testable import BlazonCredential

/// What is refused, and where it says the problem is.
@Suite struct HostileDocumentTests {
  let badge = LinkedDataTests.badge

  func problem(_ document: JSON) -> LinkedDataProblem? {
    do {
      _ = try canonical(document)
      return nil
    } catch { return error as? LinkedDataProblem }
  }

  @Test(arguments: [
    // Undefined, or defined elsewhere only.
    ("nickname", "\"x\"", LinkedDataReader.undefined("nickname"), "/nickname"),
    ("salt", "\"x\"", LinkedDataReader.undefined("salt"), "/salt"),
    ("a/b~", "\"x\"", LinkedDataReader.undefined("a/b~"), "/a~1b~0"),
    ("", "\"x\"", LinkedDataReader.undefined(""), "/"),
    // The same property under another name.
    (
      "https://schema.org/name", "\"x\"", LinkedDataReader.undefined("https://schema.org/name"),
      "/https:~1~1schema.org~1name"
    ),
    ("schema:name", "\"x\"", LinkedDataReader.undefined("schema:name"), "/schema:name"),
    ("cred:validUntil", "\"x\"", LinkedDataReader.undefined("cred:validUntil"), "/cred:validUntil"),
    ("NAME", "\"x\"", LinkedDataReader.undefined("NAME"), "/NAME"),
    ("\u{212A}id", "\"x\"", LinkedDataReader.undefined("\u{212A}id"), "/\u{212A}id"),
    ("name\u{301}", "\"x\"", LinkedDataReader.undefined("name\u{301}"), "/name\u{301}"),
    ("Profile", "{}", LinkedDataReader.undefined("Profile"), "/Profile"),
    // Keywords.
    ("@id", "\"urn:x:2\"", LinkedDataReader.keyword("@id"), "/@id"),
    ("@type", "\"Profile\"", LinkedDataReader.keyword("@type"), "/@type"),
    ("@graph", "[]", LinkedDataReader.keyword("@graph"), "/@graph"),
    ("@included", "[]", LinkedDataReader.keyword("@included"), "/@included"),
    ("@reverse", "{}", LinkedDataReader.keyword("@reverse"), "/@reverse"),
    ("@nest", "{}", LinkedDataReader.keyword("@nest"), "/@nest"),
    ("@ignored", "{}", LinkedDataReader.keyword("@ignored"), "/@ignored"),
    ("@index", "\"x\"", LinkedDataReader.keyword("@index"), "/@index"),
    // Values.
    ("name", "null", LinkedDataReader.dropped("null"), "/name"),
    ("name", "[\"x\", null]", LinkedDataReader.dropped("null"), "/name/1"),
    ("name", "[]", LinkedDataReader.dropped("an empty array"), "/name"),
    ("name", "[[\"x\"]]", LinkedDataReader.nested, "/name/0"),
    ("evidence", "[[{\"id\": \"urn:x:2\"}]]", LinkedDataReader.nested, "/evidence/0"),
    ("name", "{\"@value\": \"x\"}", LinkedDataReader.valueObject, "/name"),
    (
      "name", "{\"@value\": \"x\", \"@type\": \"urn:x:t\"}", LinkedDataReader.valueObject, "/name"
    ),
    (
      "name", "{\"@value\": \"x\", \"@language\": \"de\", \"@direction\": \"ltr\"}",
      LinkedDataReader.valueObject, "/name"
    ),
    (
      "name", "{\"@value\": \"x\", \"@language\": \"d e\"}", LinkedDataReader.valueObject, "/name"
    ),
    (
      "validUntil", "{\"@value\": \"2030\", \"@language\": \"de\"}", LinkedDataReader.valueObject,
      "/validUntil"
    ),
    ("name", "{\"@list\": [\"x\"]}", LinkedDataReader.keyword("@list"), "/name/@list"),
    ("name", "{\"@set\": [\"x\"]}", LinkedDataReader.keyword("@set"), "/name/@set"),
    ("name", "9007199254740993", LinkedDataReader.notExact("9007199254740993"), "/name"),
    ("name", "1e400", LinkedDataReader.notExact("1e400"), "/name"),
    ("proof", "\"urn:x:2\"", LinkedDataReader.dropped("a value alone"), "/proof"),
    ("proof", "{\"id\": \"urn:x:2\"}", LinkedDataReader.nothingSaid, "/proof"),
    // Identifiers.
    ("id", "\"relative\"", LinkedDataReader.notAnIRI("relative"), "/id"),
    ("id", "\"/x\"", LinkedDataReader.notAnIRI("/x"), "/id"),
    ("id", "\"#x\"", LinkedDataReader.notAnIRI("#x"), "/id"),
    ("id", "\"//example.org/x\"", LinkedDataReader.notAnIRI("//example.org/x"), "/id"),
    ("id", "\"_:b0\"", LinkedDataReader.notAnIRI("_:b0"), "/id"),
    ("id", "\"\"", LinkedDataReader.notAnIRI(""), "/id"),
    ("id", "\"urn:\"", LinkedDataReader.notAnIRI("urn:"), "/id"),
    ("id", "null", LinkedDataReader.notAnIRI(""), "/id"),
    ("id", "[\"urn:x:1\"]", LinkedDataReader.notAnIRI(""), "/id"),
    ("id", "\"urn:a b\"", LinkedDataReader.notAnIRI("urn:a b"), "/id"),
    ("id", "\"urn:a%2\"", LinkedDataReader.notAnIRI("urn:a%2"), "/id"),
    ("id", "\"urn:a>\"", LinkedDataReader.notAnIRI("urn:a>"), "/id"),
    ("id", "\"urn:a\\u0085\"", LinkedDataReader.notAnIRI("urn:a\u{85}"), "/id"),
    ("issuer", "\"Maker Society\"", LinkedDataReader.notAnIRI("Maker Society"), "/issuer"),
    // Types.
    ("type", "\"Other\"", LinkedDataReader.unknownClass("Other"), "/type"),
    ("type", "[]", LinkedDataReader.dropped("an empty array"), "/type"),
    ("type", "[[\"Profile\"]]", LinkedDataReader.notAClass, "/type"),
    ("type", "[\"Profile\", \"Profile\"]", LinkedDataReader.twice("Profile"), "/type"),
    ("type", "\"name\"", LinkedDataReader.unknownClass("name"), "/type"),
    (
      "type", "\"https://www.w3.org/2018/credentials#VerifiableCredential\"",
      LinkedDataReader.unknownClass("https://www.w3.org/2018/credentials#VerifiableCredential"),
      "/type"
    ),
    (
      "type", "[\"Result\", \"Achievement\"]", ActiveContext.redefined("resultDescription"), "/type"
    ),
    (
      "credentialSubject", "{\"type\": \"1EdTechRevocationList\"}",
      LinkedDataReader.unknownClass("1EdTechRevocationList"), "/credentialSubject/type"
    ),
    // Contexts.
    ("@context", "null", KnownContext.inline, "/@context"),
    ("@context", "[]", KnownContext.notCredentials, "/@context"),
    ("@context", "{\"name\": \"urn:x:name\"}", KnownContext.inline, "/@context"),
    (
      "@context", "[\"https://www.w3.org/ns/credentials/v2\", {\"n\": \"@id\"}]",
      KnownContext.inline, "/@context"
    ),
    (
      "@context", "[[\"https://www.w3.org/ns/credentials/v2\"]]", KnownContext.inline, "/@context"
    ),
    (
      "@context", "[\"https://www.w3.org/ns/credentials/v2\", \"https://example.org/\"]",
      KnownContext.unknown("https://example.org/"), "/@context"
    ),
    (
      "@context", "[\"https://www.w3.org/ns/credentials/v2/\"]",
      KnownContext.unknown("https://www.w3.org/ns/credentials/v2/"), "/@context"
    ),
    (
      "@context",
      "[\"https://www.w3.org/ns/credentials/v2\", \"https://www.w3.org/ns/credentials/v2\"]",
      KnownContext.reordered("https://www.w3.org/ns/credentials/v2"), "/@context"
    ),
    (
      "@context",
      """
      ["https://www.w3.org/ns/credentials/v2",
       "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
       "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
      """,
      KnownContext.reordered("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
      "/@context"
    ),
    (
      "@context", "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]",
      KnownContext.notCredentials, "/@context"
    ),
    (
      "credentialSubject", "{\"@context\": {\"name\": \"urn:x:name\"}}", KnownContext.inline,
      "/credentialSubject/@context"
    ),
  ])
  func `is refused`(name: String, value: String, message: String, pointer: String) throws {
    let document = badge.with(name, try json(value))
    #expect(problem(document) == LinkedDataProblem(message, at: pointer))
  }

  @Test func `what is no document is refused`() throws {
    for text in ["[]", "\"x\"", "null", "5"] {
      #expect(problem(try json(text))?.message == LinkedDataReader.notAnObject)
    }
    #expect(problem(badge.without("@context"))?.message == LinkedDataReader.noContext)
    let context = badge["@context"]!
    let empty = JSON.object(["@context": context])
    #expect(problem(empty)?.message == LinkedDataReader.nothingSaid)
    #expect(problem(empty.with("id", .string("urn:x:1")))?.message == LinkedDataReader.nothingSaid)
  }

  @Test func `a credential within a presentation brings its own context`() throws {
    func presentation(_ context: String) throws -> JSON {
      try json(
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation",
         "verifiableCredential": [{\(context) "id": "urn:x:1", "type": "VerifiableCredential"}]}
        """)
    }
    #expect(
      problem(try presentation(""))
        == LinkedDataProblem(LinkedDataReader.noContext, at: "/verifiableCredential/0"))
    let whole = try presentation("\"@context\": \"https://www.w3.org/ns/credentials/v2\",")
    #expect(try canonical(whole).split(separator: "\n").count == 3)
  }

  @Test func `depth is bounded, also where no reader of JSON has looked`() {
    var node = JSON.object(["name": .string("x")])
    for _ in 0..<5_000 { node = .object(["evidence": node]) }
    let deep = badge.with("evidence", node)
    #expect(problem(deep)?.message == LinkedDataReader.undefined("evidence"))
    var subject = JSON.object(["description": .string("x")])
    for _ in 0..<5_000 { subject = .object(["description": subject]) }
    #expect(
      problem(badge.with("description", subject))?.message == LinkedDataReader.tooDeep(64))
    var value = JSON.null
    for _ in 0..<5_000 { value = .array([value]) }
    #expect(problem(badge.with("_sd", value))?.message == LinkedDataReader.notCanonical)
    #expect(problem(badge.with("name", value))?.message == LinkedDataReader.nested)
  }

  @Test func `statements are bounded`() {
    let names = (0..<2_100).map { JSON.string("n\($0)") }
    #expect(
      problem(badge.with("name", .array(names)))?.message == CanonicalDataset.tooManyQuads(2_000))
    let quads = (0..<2_001).map {
      RDFQuad(.iri("urn:x:s"), "urn:x:p", .literal(RDFLiteral(String($0))))
    }
    #expect(throws: LinkedDataProblem(CanonicalDataset.tooManyQuads(2_000))) {
      try CanonicalDataset(quads, hash: SHA2.sha256)
    }
  }

  /// Two nodes alike, each with nodes alike: every order of them would have to be tried.
  @Test func `a poison document is refused`() throws {
    let child = JSON.object(["name": .string("x")])
    let parent = JSON.object(["description": .array(Array(repeating: child, count: 10))])
    let document = badge.with("narrative", .array([parent, parent]))
    #expect(problem(document)?.message == CanonicalDataset.tooMuchWork)
    let small = JSON.object(["description": .array(Array(repeating: child, count: 4))])
    #expect(problem(badge.with("narrative", .array([small, small]))) == nil)
  }

  /// A ring of nodes alike; the way around it is as deep as it is long.
  @Test(arguments: [(12, false), (150, true), (1_900, true)])
  func `a ring is bounded`(count: Int, isRefused: Bool) {
    let quads = (0..<count).map {
      RDFQuad(
        .blank(ExactText("n\($0)")), "urn:x:next", .blank(ExactText("n\(($0 + 1) % count)")))
    }
    let result = try? CanonicalDataset(quads, hash: SHA2.sha256)
    #expect((result == nil) == isRefused)
  }
}
