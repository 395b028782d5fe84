/// A term of RDF 1.1.
package enum RDFTerm: Hashable, Sendable {
  /// An absolute IRI (RFC 3987), without its angle brackets.
  case iri(ExactText)
  /// A blank node by its label, without `_:`. Labels mean something within one dataset only.
  case blank(ExactText)
  case literal(RDFLiteral)
}

/// A value: its text as it is written, and the IRI of its datatype.
package struct RDFLiteral: Hashable, Sendable {
  package var text: ExactText
  package var datatype: ExactText
  /// A tag of BCP 47, only where the datatype is `rdf:langString`.
  package var language: ExactText?

  package init(_ text: String, datatype: ExactText = XSD.string) {
    (self.text, self.datatype, language) = (ExactText(text), datatype, nil)
  }

  package init(_ text: String, language: String) {
    (self.text, self.language) = (ExactText(text), ExactText(language))
    datatype = RDF.langString
  }
}

/// A statement of a dataset: a triple, and the graph that it stands in.
package struct RDFQuad: Hashable, Sendable {
  /// An IRI or a blank node.
  package var subject: RDFTerm
  /// An IRI.
  package var predicate: ExactText
  package var object: RDFTerm
  /// An IRI or a blank node; `nil` for the default graph.
  package var graph: RDFTerm?

  package init(
    _ subject: RDFTerm, _ predicate: ExactText, _ object: RDFTerm, graph: RDFTerm? = nil
  ) {
    (self.subject, self.predicate, self.object, self.graph) = (subject, predicate, object, graph)
  }
}

/// The IRIs that RDF itself needs.
package enum RDF {
  package static let type: ExactText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  package static let first: ExactText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
  package static let rest: ExactText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
  package static let `nil`: ExactText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
  package static let json: ExactText = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"
  package static let langString: ExactText =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
}

/// The datatypes of literals that have no other (XML Schema 1.1 part 2).
package enum XSD {
  package static let string: ExactText = "http://www.w3.org/2001/XMLSchema#string"
  package static let boolean: ExactText = "http://www.w3.org/2001/XMLSchema#boolean"
  package static let integer: ExactText = "http://www.w3.org/2001/XMLSchema#integer"
  package static let double: ExactText = "http://www.w3.org/2001/XMLSchema#double"
}
