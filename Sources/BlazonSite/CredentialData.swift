internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf

/// What search engines read of an award: `EducationalOccupationalCredential` of schema.org, as JSON-LD.
func credentialData(of subject: AwardSubject, in context: SiteContext) -> HTML {
  let snippet = subject.snippet
  guard let page = snippet.pageAddress else { return .empty }
  var fields = [
    ("@context", scriptString("https://schema.org")),
    ("@type", scriptString("EducationalOccupationalCredential")),
    ("url", scriptString(page)), ("name", scriptString(subject.title.text)),
    ("description", scriptString(subject.criteria?.text ?? subject.sentence)),
    ("inLanguage", scriptString(context.language)),
    (
      "credentialCategory",
      scriptString(snippet.file(.certificate(nil, nil, .pdf)) == nil ? "badge" : "certification")
    ),
    ("dateCreated", scriptString(snippet.issued.isoText)),
    ("validFrom", scriptString(snippet.issued.isoText)),
  ]
  if let expires = snippet.expires { fields.append(("expires", scriptString(expires.isoText))) }
  let ids = [snippet.id, subject.proof?.id].compactMap(\.self).map { scriptString($0) }
  if let id = ids.first {
    fields.append(("identifier", ids.count == 1 ? id : "[\(ids.joined(separator: ","))]"))
  }
  let media = (subject.proof?.files ?? []).compactMap { file in
    context.url(subject.folder.file(file)).map { address in
      object([
        ("@type", scriptString("MediaObject")), ("contentUrl", scriptString(address)),
        ("encodingFormat", scriptString(file.mediaType)),
      ])
    }
  }
  if !media.isEmpty { fields.append(("associatedMedia", "[\(media.joined(separator: ","))]")) }
  if let word = subject.standingWord {
    fields.append(("creativeWorkStatus", scriptString(word)))
  }
  if let image = context.url(subject.badge.address) {
    fields.append(("image", scriptString(image)))
  }
  // Each once, whatever tells of it.
  let competencies = subject.competencies.map(\.name.text)
  let named = competencies + subject.skills.map(\.text).filter { !competencies.contains($0) }
  if !named.isEmpty {
    let skills = named.map { scriptString($0) }.joined(separator: ",")
    fields.append(("competencyRequired", "[\(skills)]"))
  }
  var issuer = [("@type", scriptString("Organization")), ("name", scriptString(context.name))]
  if let address = context.website ?? context.url(.home(of: context.programme)) {
    issuer.append(("url", scriptString(address)))
  }
  if let logo = context.logo.flatMap({ context.url($0.address) }) {
    issuer.append(("logo", scriptString(logo)))
  }
  fields.append(("recognizedBy", object(issuer)))
  let person = [
    ("@type", scriptString("Person")), ("name", scriptString(snippet.recipientName)),
  ]
  fields.append(("about", object(person)))
  return HTML(markup: "<script type=\"application/ld+json\">\(object(fields))</script>\n")
}

/// A JSON object of values that are JSON already.
private func object(_ fields: [(String, String)]) -> String {
  "{\(fields.map { "\(scriptString($0)):\($1)" }.joined(separator: ","))}"
}
