internal import CPango

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A font of somebody's own in a set, found under a family that no other font has.
///
/// FreeType and fontconfig never open it: what they would find out is said here, and its outlines are HarfBuzz's.
public struct OwnFont: Sendable {
  /// What of a variable font is meant, and the weight (CSS's 100…900) by which it is asked for.
  public struct Instance: Sendable {
    public var weight: Int
    /// As CSS's `font-variation-settings`: `wght=700,wdth=90`; empty for the font as it stands.
    public var variations: String

    public init(weight: Int, variations: String) {
      (self.weight, self.variations) = (weight, variations)
    }
  }

  /// The file's name.
  public var name: String
  public var bytes: [UInt8]
  public var family: String
  public var isCFF: Bool
  public var instances: [Instance]

  public init(
    name: String, bytes: [UInt8], family: String, isCFF: Bool, instances: [Instance]
  ) {
    (self.name, self.bytes, self.family) = (name, bytes, family)
    (self.isCFF, self.instances) = (isCFF, instances)
  }
}

/// Bytes that can be opened by a path as long as this lives: on Linux an anonymous file, of which nothing is left
/// behind.
final class OpenBytes: Sendable {
  private let descriptor: Int32
  let path: String

  init(_ bytes: [UInt8], named name: String) throws(FontError) {
    #if os(Linux)
      descriptor = unsafe blazon_anonymous_file("font")
      path = "/proc/self/fd/\(descriptor)"
    #else
      var template = Array("/tmp/blazon-font-XXXXXX".utf8CString)
      descriptor = unsafe mkstemp(&template)
      path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    #endif
    guard descriptor >= 0 else {
      throw FontError(description: "no room in memory for the font \(name)")
    }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      guard count > 0 else {
        close(descriptor)
        throw FontError(description: "no room in memory for the font \(name)")
      }
      written += count
    }
    guard unsafe access(path, R_OK) == 0 else {
      close(descriptor)
      throw FontError(description: "fonts are opened through /proc, which is not mounted here")
    }
  }

  deinit {
    #if !os(Linux)
      unsafe unlink(path)
    #endif
    close(descriptor)
  }
}

extension OwnFont {
  /// Adds the font at `path`, where its bytes can be opened, to the fonts of a set.
  func add(at path: String, to fonts: UnsafeMutablePointer<FcFontSet>, _ names: inout FaceNames) {
    let characters = unsafe FcCharSetCreate()
    defer { unsafe FcCharSetDestroy(characters) }
    for scalar in scalars { unsafe FcCharSetAddChar(characters, scalar) }
    for instance in instances {
      let pattern = unsafe FcPatternCreate()
      unsafe FcPatternAddString(pattern, FC_FAMILY, family)
      unsafe FcPatternAddString(pattern, FC_FILE, path)
      unsafe FcPatternAddInteger(pattern, FC_INDEX, 0)
      unsafe FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
      unsafe FcPatternAddInteger(
        pattern, FC_WEIGHT, FcWeightFromOpenType(Int32(instance.weight)))
      unsafe FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
      unsafe FcPatternAddBool(pattern, FC_SCALABLE, 1)
      unsafe FcPatternAddBool(pattern, FC_OUTLINE, 1)
      unsafe FcPatternAddBool(pattern, FC_COLOR, 0)
      unsafe FcPatternAddBool(pattern, FC_VARIABLE, 0)
      // Pango takes no fonts of other formats.
      unsafe FcPatternAddString(pattern, FC_FONTFORMAT, isCFF ? "CFF" : "TrueType")
      unsafe FcPatternAddCharSet(pattern, FC_CHARSET, characters)
      if !instance.variations.isEmpty {
        unsafe FcPatternAddString(pattern, FC_FONT_VARIATIONS, instance.variations)
      }
      guard unsafe FcFontSetAdd(fonts, pattern) != 0 else { continue }
      let file = FontFile(path: path, index: 0, variations: instance.variations)
      names.add(
        file, called: instance.variations.isEmpty ? name : "\(name)@\(instance.variations)")
    }
  }

  /// The characters that it has glyphs for.
  private var scalars: [UInt32] {
    let face = unsafe bytes.withUnsafeBytes { bytes in
      let blob = unsafe hb_blob_create(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
      defer { unsafe hb_blob_destroy(blob) }
      return unsafe hb_face_create(blob, 0)
    }
    defer { unsafe hb_face_destroy(face) }
    let set = unsafe hb_set_create()
    defer { unsafe hb_set_destroy(set) }
    unsafe hb_face_collect_unicodes(face, set)
    var scalars: [UInt32] = []
    // “Set to HB_SET_VALUE_INVALID to get started”, which is the highest number.
    var scalar = UInt32.max
    while unsafe hb_set_next(set, &scalar) != 0, scalar <= 0x10FFFF { scalars.append(scalar) }
    return scalars
  }
}
