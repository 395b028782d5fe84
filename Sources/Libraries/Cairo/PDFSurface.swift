internal import CCairo
internal import Synchronization

/// A PDF of one page, made in memory. Owns a `cairo_surface_t`.
@safe public struct PDFSurface: ~Copyable {
  /// What a reader shows of the document, beside its page.
  public struct Information: Sendable {
    public var title: String
    public var author: String
    public var subject: String
    public var keywords: String
    public var creator: String
    /// As in ISO 8601, `2026-10-14T00:00:00Z`. Cairo would ask the clock otherwise.
    public var created: String

    public init(
      title: String, author: String, subject: String, keywords: String, creator: String,
      created: String
    ) {
      (self.title, self.author, self.subject) = (title, author, subject)
      (self.keywords, self.creator, self.created) = (keywords, creator, created)
    }
  }

  /// What readers the file asks for.
  public enum Version: Sendable {
    /// Its objects stand behind a cross-reference table, whichever Cairo writes it.
    case pdf14
    /// Glyphs that stand for other text than their own say so. From 1.17.6 on Cairo packs the objects into
    /// streams.
    case pdf15
  }

  /// Where Cairo's writing goes. A class, as C keeps its address.
  private final class Output {
    var bytes: [UInt8] = []
  }

  private let pointer: OpaquePointer
  private let output: Output

  /// Width and height in points (1/72 inch).
  public init(
    width: Double, height: Double, version: Version, _ information: Information
  ) throws(CairoError) {
    let output = Output()
    // The surface does not outlive `output`: both are ours until the end.
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      { output, data, count in
        guard let output = unsafe output, let data = unsafe data else {
          return CAIRO_STATUS_WRITE_ERROR
        }
        unsafe Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, unsafe Unmanaged.passUnretained(output).toOpaque(), width, height)!
    do throws(CairoError) {
      try unsafe CairoError.check(cairo_surface_status(surface), "making a PDF")
    } catch {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    unsafe cairo_pdf_surface_restrict_to_version(
      surface, version == .pdf14 ? CAIRO_PDF_VERSION_1_4 : CAIRO_PDF_VERSION_1_5)
    for (key, value) in [
      (CAIRO_PDF_METADATA_TITLE, information.title),
      (CAIRO_PDF_METADATA_AUTHOR, information.author),
      (CAIRO_PDF_METADATA_SUBJECT, information.subject),
      (CAIRO_PDF_METADATA_KEYWORDS, information.keywords),
      (CAIRO_PDF_METADATA_CREATOR, information.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, information.created),
      (CAIRO_PDF_METADATA_MOD_DATE, information.created),
    ] where !value.isEmpty {
      unsafe cairo_pdf_surface_set_metadata(surface, key, value)
    }
    unsafe (pointer, self.output) = (surface, output)
  }

  deinit { unsafe cairo_surface_destroy(pointer) }

  /// Lends a drawing context for the length of `body`.
  public func draw<Failure: Error>(
    _ body: (borrowing Context) throws(Failure) -> Void
  ) throws(Failure) {
    let context = unsafe Context(drawingOn: pointer)
    try body(context)
  }

  /// The bytes of the file. Nothing can be drawn afterwards.
  public func finish() throws(CairoError) -> [UInt8] {
    unsafe cairo_surface_finish(pointer)
    try unsafe CairoError.check(cairo_surface_status(pointer), "writing a PDF")
    return output.bytes
  }
}

/// A font file's face, for text that stays text. Owns a `cairo_font_face_t`.
@safe public final class TextFace {
  private static let turn = Mutex(())

  /// Runs `body` while no other thread uses faces: whatever makes, shows and releases them belongs in it.
  ///
  /// Cairo 1.16 keeps the faces of a file in a list that no lock guards; of two threads that release and
  /// make the same face at a time, one would be left with a face that is gone.
  public static func alone<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try turn.withLock { (_) throws(Failure) in try body() }
  }

  let pointer: OpaquePointer

  /// `index` counts the faces of a collection; 0 elsewhere.
  public init(path: String, index: Int) throws(CairoError) {
    let pattern = unsafe FcPatternCreate()
    defer { unsafe FcPatternDestroy(pattern) }
    unsafe FcPatternAddString(pattern, FC_FILE, path)
    unsafe FcPatternAddInteger(pattern, FC_INDEX, Int32(index))
    unsafe pointer = cairo_ft_font_face_create_for_pattern(pattern)!
    try unsafe CairoError.check(cairo_font_face_status(pointer), "reading the font “\(path)”")
  }

  deinit { unsafe cairo_font_face_destroy(pointer) }

  /// The glyph that the character map has for `character`, unshaped, and how far it advances in ems.
  public func glyph(for character: Unicode.Scalar) -> (id: UInt32, advance: Double)? {
    var unit = cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    let font = unsafe cairo_scaled_font_create(pointer, &unit, &unit, options)
    defer { unsafe cairo_scaled_font_destroy(font) }
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    defer { unsafe cairo_glyph_free(glyphs) }
    let text = String(character)
    let status = unsafe cairo_scaled_font_text_to_glyphs(
      font, 0, 0, text, Int32(text.utf8.count), &glyphs, &count, nil, nil, nil)
    guard status == CAIRO_STATUS_SUCCESS, count == 1, let glyphs = unsafe glyphs,
      let id = unsafe UInt32(exactly: glyphs.pointee.index), id > 0
    else { return nil }
    var extents = cairo_text_extents_t()
    unsafe cairo_scaled_font_glyph_extents(font, glyphs, 1, &extents)
    return (id, extents.x_advance)
  }
}

/// A stretch of text with its glyphs, in user space.
public struct ShownText: Sendable {
  public struct Glyph: Sendable {
    public var id: UInt32
    public var x: Double, y: Double

    public init(id: UInt32, x: Double, y: Double) { (self.id, self.x, self.y) = (id, x, y) }
  }

  /// Bytes of the text and glyphs that stand for each other.
  public struct Cluster: Sendable {
    public var bytes: Int, glyphs: Int

    public init(bytes: Int, glyphs: Int) { (self.bytes, self.glyphs) = (bytes, glyphs) }
  }

  public var words: String
  public var glyphs: [Glyph]
  /// In the order of the text; together they take in all of `words` and `glyphs`.
  public var clusters: [Cluster]
  /// Whether the first cluster's glyphs are the last ones.
  public var isBackward: Bool

  public init(words: String, glyphs: [Glyph], clusters: [Cluster], isBackward: Bool) {
    (self.words, self.glyphs, self.clusters) = (words, glyphs, clusters)
    self.isBackward = isBackward
  }
}

extension Context {
  /// Shows text in the current source. The matrix maps the face's em square, y downwards, to user
  /// space.
  public func show(
    _ text: ShownText, in face: TextFace, a: Double, b: Double, c: Double, d: Double
  ) {
    unsafe cairo_set_font_face(pointer, face.pointer)
    var matrix = cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: 0, y0: 0)
    unsafe cairo_set_font_matrix(pointer, &matrix)
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_set_font_options(pointer, options)
    let glyphs = text.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
    let clusters = text.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    unsafe cairo_show_text_glyphs(
      pointer, text.words, Int32(text.words.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count),
      text.isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
  }
}
