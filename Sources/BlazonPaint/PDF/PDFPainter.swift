public import BlazonScene
internal import Cairo

/// Paints a scene as a PDF of one page that is a document too: its parts are tagged as what they are, in the order
/// of reading, and its text stays text.
///
/// Text is shown in one font, made of the outlines that every other picture of the scene fills, so that it can be
/// selected, searched, copied and read aloud; no font file is opened. Where that cannot show a line, its outlines are
/// filled, and the same words lie over them unseen. A shadow is the one thing that becomes pixels.
public struct PDFPainter: Sendable {
  /// What the document says of itself, beside what its scene says.
  public struct Information: Hashable, Sendable {
    public var keywords: [String]
    /// The day it is dated, as `2026-10-14`, where there is one: no clock is asked.
    public var created: String?
    /// Files that it carries, in the order of their names.
    public var attachments: [Attachment]
    /// Who signs it; `nil` where nobody does.
    public var signing: Signing?

    public init(
      keywords: [String] = [], created: String?, attachments: [Attachment] = [],
      signing: Signing? = nil
    ) {
      (self.keywords, self.created) = (keywords, created)
      (self.attachments, self.signing) = (attachments, signing)
    }
  }

  /// The width of the page in millimetres.
  public var pageWidth: Double
  public var information: Information
  /// What parts of pages are kept in.
  private let cache: PaintCache

  /// The ground of a page, and each badge and drawing on it, may come from `cache`, where another page left it.
  public init(pageWidth: Double, _ information: Information, parts cache: PaintCache = PaintCache())
  {
    (self.pageWidth, self.information, self.cache) = (pageWidth, information, cache)
  }

  public func paint(_ scene: Scene) throws(PaintError) -> [UInt8] {
    let scale = pageWidth / 25.4 * 72 / scene.size.width
    let (file, signature): ([UInt8], Int?)
    do throws(CairoError) {
      var document = PDFDocument(scene, scale: scale, cache)
      try document.draw()
      (file, signature) = document.file(PDFMetadata(scene: scene, information: information))
    } catch {
      throw PaintError(description: error.description)
    }
    guard let signing = information.signing, let signature else { return file }
    return try signing.sign(file, from: signature)
  }
}

/// A document under way.
private struct PDFDocument {
  let scene: Scene
  /// Points for each unit of the scene.
  let scale: Double
  let cache: PaintCache
  private var drawing: PDFDrawing
  private var content = PDFContent()
  private var structure: PDFStructure
  private var font = PDFTextFont()
  private let page: Int
  private let fontObject: Int
  /// Whether what is drawn is told to be decoration.
  private var isArtifact = false

  init(_ scene: Scene, scale: Double, _ cache: PaintCache) {
    (self.scene, self.scale, self.cache) = (scene, scale, cache)
    drawing = PDFDrawing(scale: 1)
    page = drawing.objects.reserve()
    fontObject = drawing.objects.reserve()
    structure = PDFStructure(of: page, in: &drawing.objects)
  }

  /// From the scene to the page, whose y runs upwards.
  private var toPage: Affine { Affine(scale, 0, 0, -scale, 0, scene.size.height * scale) }

  // MARK: Content

  mutating func draw() throws(CairoError) {
    content.transform(toPage)
    let ground = scene.nodes.prefix { $0.isGround }
    if !ground.isEmpty {
      setArtifact(true)
      if let form = try part(Array(ground)) { content.draw(form: form) }
    }
    try draw(Array(scene.nodes.dropFirst(ground.count)), toPage)
    setArtifact(false)
  }

  /// Draws `nodes`, which may have roles. What has none, and nothing in it has, is decoration.
  private mutating func draw(_ nodes: [Node], _ map: Affine) throws(CairoError) {
    for node in nodes {
      guard case .group(let group) = node, node.hasRole else {
        setArtifact(true)
        try drawing.draw([node], in: &content, map)
        continue
      }
      if group.role != nil {
        try draw(element: group, map, link: nil)
      } else {
        // Marks cannot reach into a group that fades as one: its parts fade one by one.
        setArtifact(false)
        content.save()
        content.transform(group.transform)
        let children = group.children.map { $0.faded(group.opacity) }
        try draw(children, map.after(group.transform))
        setArtifact(false)
        content.restore()
      }
    }
  }

  /// Draws what is read; in a link, `link` is its address.
  private mutating func draw(
    element group: Group, _ map: Affine, link: String?
  ) throws(CairoError) {
    switch group.role {
    case .link(let address):
      for child in group.children.map({ $0.faded(group.opacity) }) {
        if case .group(let inner) = child, inner.role != nil {
          try draw(element: inner, map, link: address)
        } else {
          try draw([child], map)
        }
      }
    case .heading: try draw(text: group, .heading, map, link: link)
    case .paragraph, .line, nil: try draw(text: group, .paragraph, map, link: link)
    case .figure(let alternative):
      let parent = link.map { _ in add(.link, to: 0) } ?? 0
      let box = Node.group(group).inkBox(map)
      let figure = add(.figure, alternative, box, to: parent)
      try mark(figure, .figure) { document throws(CairoError) in
        // What leads to a page of its own, as a code does, no other page has.
        try document.draw(figure: group, map, isShared: link == nil)
      }
      if let link { addLink(to: link, over: group, map, of: parent) }
    }
  }

  private mutating func draw(
    figure group: Group, _ map: Affine, isShared: Bool
  ) throws(CairoError) {
    var group = group
    group.role = nil
    guard isShared, Node.group(group).isPart else {
      try drawing.draw([.group(group)], in: &content, map)
      return
    }
    let place = group.transform
    group.transform = .identity
    if let form = try part([.group(group)], scale: place.scale) {
      content.draw(form: form, place)
    }
  }

  private mutating func draw(
    text group: Group, _ kind: PDFStructure.Kind, _ map: Affine, link: String?
  ) throws(CairoError) {
    let text = add(kind, to: 0)
    let owner = link.map { _ in add(.link, to: text) } ?? text
    try mark(owner, link == nil ? kind : .link) { document throws(CairoError) in
      try document.draw(lines: .group(group), map)
    }
    if let link { addLink(to: link, over: group, map, of: owner) }
  }

  private mutating func draw(lines node: Node, _ map: Affine) throws(CairoError) {
    guard case .group(let group) = node else {
      try drawing.draw([node], in: &content, map)
      return
    }
    content.save()
    content.transform(group.transform)
    let map = map.after(group.transform)
    if case .line(let direction) = group.role {
      try draw(line: group, direction, map)
    } else {
      for child in group.children { try draw(lines: child.faded(group.opacity), map) }
    }
    content.restore()
  }

  /// Draws a line in the page's font, or, where that cannot show it, as outlines under unseen text: where its paint
  /// lets through unevenly, letters stand too far from where their characters begin, or a licence forbids it.
  private mutating func draw(
    line group: Group, _ direction: TextDirection, _ map: Affine
  ) throws(CairoError) {
    let runs = group.children.compactMap { if case .text(let run) = $0 { run } else { nil } }
    let layer = PDFTextLayer(runs, direction)
    var paints = Set(runs.map(\.paint))
    if let paint = paints.popFirst(), paints.isEmpty, group.opacity == 1, group.clip == nil,
      runs.count == group.children.count, runs.allSatisfy(\.isEmbeddable), let layer,
      layer.hasNearLetters,
      drawing.setText(paint, in: &content, map)
    {
      layer.write(to: &content, &font, fontObject, isDrawn: false)
      for run in runs { try drawing.draw(run.art, in: &content, map) }
    } else {
      var plain = group
      (plain.role, plain.transform) = (nil, .identity)
      try drawing.draw([.group(plain)], in: &content, map)
      layer?.write(to: &content, &font, fontObject, isDrawn: true)
    }
  }

  // MARK: Marks

  private mutating func setArtifact(_ isArtifact: Bool) {
    guard isArtifact != self.isArtifact else { return }
    content += isArtifact ? "/Artifact BMC\n" : "EMC\n"
    self.isArtifact = isArtifact
  }

  private mutating func add(
    _ kind: PDFStructure.Kind, _ alternative: String? = nil, _ box: Rect? = nil,
    to parent: Int
  ) -> Int {
    structure.add(kind, alternative: alternative, box: box, to: parent, in: &drawing.objects)
  }

  /// Draws what `body` draws as content of `element`.
  private mutating func mark(
    _ element: Int, _ kind: PDFStructure.Kind,
    _ body: (inout PDFDocument) throws(CairoError) -> Void
  ) throws(CairoError) {
    setArtifact(false)
    let number = structure.addContent(to: element)
    content.write { $0.text.add("/\(kind.rawValue)") }
    content += "<</MCID "
    content.write { $0.add(number) }
    content += ">>BDC\n"
    try body(&self)
    content += "EMC\n"
  }

  private mutating func addLink(
    to address: String, over group: Group, _ map: Affine, of element: Int
  ) {
    guard let box = Node.group(group).inkBox(map) else { return }
    structure.addLink(to: address, over: box, of: element, in: &drawing.objects)
  }

  // MARK: Parts

  /// A form of `nodes` that other pages may have too; `nil` where they paint nothing.
  private mutating func part(_ nodes: [Node], scale: Double = 1) throws(CairoError) -> Int? {
    let scale = self.scale * scale
    let part = try cache.form(nodes, scale: scale) { () throws(CairoError) in
      var drawing = PDFDrawing(scale: scale)
      guard try drawing.form(nodes, map: .identity) != nil else { return PDFObjects() }
      return drawing.objects
    }
    return part.list.isEmpty ? nil : drawing.objects.add(part)
  }

  // MARK: The file

  /// The finished file.
  mutating func file(_ metadata: PDFMetadata) -> (bytes: [UInt8], start: Int?) {
    var objects = drawing.objects
    let box = Rect(x: 0, y: 0, width: scene.size.width * scale, height: scene.size.height * scale)
    let contents = objects.add(PDFObject(PDFText(), stream: content.text.text.bytes))
    let tree = structure.add(to: &objects)
    let pages = objects.reserve()
    var entries = PDFText()
    entries += "/Type/Metadata/Subtype/XML"
    let packet = objects.add(PDFObject(entries, stream: metadata.packet, isCompressed: false))
    entries = PDFText()
    entries += "/N 3"
    let profile = objects.add(PDFObject(entries, stream: SRGBProfile.bytes))
    if !font.isEmpty { objects.set(fontObject, font.dictionary(with: &objects)) }
    var text = PDFText()
    text += "<</Type/Page/Parent "
    text.add(reference: pages)
    text += "/MediaBox"
    text.add(box)
    text += "/StructParents 0/Tabs/S/Group<</S/Transparency/CS/DeviceRGB>>/Contents "
    text.add(reference: contents)
    text += "/Resources"
    text.append(content.resourceDictionary)
    let signature = metadata.information.signing?.field(
      on: page, dated: metadata.information.created, in: &objects)
    let annotations = structure.annotations.map(\.object) + [signature?.field].compactMap(\.self)
    if !annotations.isEmpty {
      text += "/Annots["
      for annotation in annotations {
        text.add(reference: annotation)
        text += " "
      }
      text += "]"
    }
    text += ">>"
    objects.set(page, text)
    text = PDFText()
    text += "<</Type/Pages/Count 1/Kids["
    text.add(reference: page)
    text += "]>>"
    objects.set(pages, text)
    text = PDFText()
    text += "<</Type/Catalog/Pages "
    text.add(reference: pages)
    text += "/StructTreeRoot "
    text.add(reference: tree)
    text += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang("
    text.add(plain: scene.language)
    text += ")/Metadata "
    text.add(reference: packet)
    text += "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
    text += "/Info(sRGB)/DestOutputProfile "
    text.add(reference: profile)
    text += ">>]"
    text.append(metadata.information.attachmentEntries(in: &objects))
    if let signature {
      // It was signed, and whoever changes it does so by adding (ISO 32000-1, 12.7.2).
      text += "/AcroForm<</SigFlags 3/Fields["
      text.add(reference: signature.field)
      text += "]>>"
    }
    text += ">>"
    let root = objects.add(text)
    let info = objects.add(metadata.dictionary)
    return objects.file(root: root, info: info, seeking: signature?.value)
  }
}

extension Node {
  /// Whether it or anything in it has a role.
  fileprivate var hasRole: Bool {
    guard case .group(let group) = self else { return false }
    return group.role != nil || group.children.contains(where: \.hasRole)
  }

  /// The node, letting through as much more as a group around it would.
  fileprivate func faded(_ opacity: Double) -> Node {
    guard opacity < 1 else { return self }
    guard case .group(var group) = self else { return .group(Group([self], opacity: opacity)) }
    group.opacity *= opacity
    return .group(group)
  }
}
