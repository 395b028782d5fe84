internal import CPango
internal import Synchronization

/// The world failed us while fonts were made ready.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// Where the glyphs of a face can be read.
public struct FontFile: Hashable, Sendable {
  public var path: String
  /// Of the face in a file of several; 0 elsewhere.
  public var index: Int
  /// What is meant of a variable font of somebody's own; empty elsewhere.
  public var variations = ""
}

/// A closed set of fonts: those it is given, and the installed families that are asked for by name.
/// No configuration file of the system is read.
///
/// Owns an `FcConfig`. Immutable after `init`, and fontconfig is safe for threads since 2.10.91:
/// that is why the class may be shared.
@safe public final class FontSet: @unchecked Sendable {
  let config: OpaquePointer
  /// The names of the faces, by the file in which fontconfig finds them. No two have one name.
  let names: [FontFile: String]
  private let files: [String: FontFile]
  private let given: Set<FontFile>
  /// Where the fonts of somebody's own are open.
  private let own: [OpenBytes]
  /// The families asked for that are not installed.
  public let missingFamilies: [String]

  /// `families` are looked for where the system keeps its fonts; behind them come all others that it has
  /// there, if `isOpen`.
  ///
  /// Also becomes fontconfig's own default for the process. Otherwise Pango's helper thread would
  /// read the system's configuration.
  public init(
    files: [(name: String, bytes: [UInt8])], own fonts: [OwnFont] = [], families: [String] = [],
    isOpen: Bool = false
  ) throws(FontError) {
    var own: [OpenBytes] = []
    for font in fonts { own.append(try OpenBytes(font.bytes, named: font.name)) }
    self.own = own
    unsafe config = FcConfigCreate()
    var names = FaceNames()
    for (name, bytes) in files {
      let path = try GivenFont(name: name, bytes: bytes).path()
      guard unsafe FcConfigAppFontAddFile(config, path) != 0 else {
        throw FontError(description: "the font \(name) cannot be read")
      }
      names.add(FontFile(path: path, index: 0), called: name)
    }
    if !fonts.isEmpty {
      // The first file makes the set that others are added to; no file has this name.
      if unsafe FcConfigGetFonts(config, FcSetApplication) == nil {
        _ = unsafe FcConfigAppFontAddFile(config, "")
      }
      if let set = unsafe FcConfigGetFonts(config, FcSetApplication) {
        for (font, file) in zip(fonts, own) {
          unsafe font.add(at: file.path, to: set, &names)
        }
      }
    }
    given = Set(names.names.keys)
    var missing: [String] = []
    if !families.isEmpty || isOpen {
      let given = isOpen ? unsafe familyNames(in: config) : []
      let installed = InstalledFonts()
      for family in families where unsafe !installed.add(family, to: config, &names) {
        missing.append(family)
      }
      if isOpen { unsafe installed.addAll(to: config, except: given, &names) }
    }
    if let fonts = unsafe FcConfigGetFonts(config, FcSetApplication) {
      // The languages that a face is said to be for would count more than its slant and weight: an
      // italic that has every letter of Vietnamese would give way to an upright that says so.
      for index in unsafe 0..<Int(fonts.pointee.nfont) {
        unsafe FcPatternDel(fonts.pointee.fonts[index], FC_LANG)
      }
    }
    self.names = names.names
    self.files = names.files
    missingFamilies = missing
    unsafe FcConfigSetCurrent(config)
  }

  deinit { unsafe FcConfigDestroy(config) }

  /// Read when they are first asked for.
  private let installed = Mutex<InstalledFonts?>(nil)

  /// The families that the system has installed and that draw any of `scalars`, by name; not only those
  /// of the set.
  public func installedFamilies(writing scalars: [Unicode.Scalar]) -> [InstalledFamily] {
    installed.withLock { installed in
      let fonts = installed.take() ?? InstalledFonts()
      let families = fonts.families(writing: scalars)
      installed = consume fonts
      return families
    }
  }

  /// The file of the face that shaped text calls `name`.
  public func file(of name: String) -> FontFile? { files[name] }

  /// Whether the set was given the file; all others are installed.
  func isGiven(_ file: FontFile) -> Bool { given.contains(file) }

  /// Whether a font of somebody's own is open at `path`.
  func isOwn(_ path: String) -> Bool { own.contains { $0.path == path } }
}

/// Names for the faces of a set, each of one face: the file's name, with a number behind it for the
/// second and later files that are called so.
struct FaceNames {
  private(set) var names: [FontFile: String] = [:]
  private(set) var files: [String: FontFile] = [:]

  mutating func add(_ file: FontFile, called name: String) {
    guard names[file] == nil else { return }
    var unique = name
    var count = 1
    while files[unique] != nil {
      count += 1
      unique = "\(name)~\(count)"
    }
    (names[file], files[unique]) = (unique, file)
  }
}

/// A font that comes as bytes.
private struct GivenFont: Hashable {
  let name: String
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }

  /// Where the fonts of the process can be opened. A set of fonts that is made anew finds the same
  /// paths: FreeType and Cairo know faces by them beyond the life of one set.
  private static let files = Mutex<[GivenFont: OpenBytes]>([:])

  /// A path under which the bytes can be opened as long as the process lives.
  func path() throws(FontError) -> String {
    try GivenFont.files.withLock { (files) throws(FontError) in
      if let file = files[self] { return file.path }
      let file = try OpenBytes(bytes, named: name)
      files[self] = file
      return file.path
    }
  }
}

/// The fonts that the system has installed, known from its folders alone: whatever its configuration
/// says of preferences and substitutes does not reach us.
@safe struct InstalledFonts: ~Copyable {
  let config: OpaquePointer

  #if os(Linux)
    private static let folders = ["/usr/share/fonts", "/usr/local/share/fonts"]
  #else
    private static let folders = [
      "/System/Library/Fonts", "/Library/Fonts", "/opt/homebrew/share/fonts",
    ]
  #endif

  init() {
    unsafe config = FcConfigCreate()
    // The cache is what makes this a matter of milliseconds where hundreds of fonts are installed.
    let xml =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>"
      + InstalledFonts.folders.map { "<dir>\($0)</dir>" }.joined()
      + "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>"
    unsafe FcConfigParseAndLoadFromMemory(config, xml, 1)
    unsafe FcConfigBuildFonts(config)
  }

  deinit { unsafe FcConfigDestroy(config) }

  /// Adds the upright faces of `family` to `target` and their names to `names`; false if there are
  /// none.
  func add(_ family: String, to target: OpaquePointer, _ names: inout FaceNames) -> Bool {
    let pattern = unsafe FcPatternCreate()
    defer { unsafe FcPatternDestroy(pattern) }
    unsafe FcPatternAddString(pattern, FC_FAMILY, family)
    unsafe FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    guard let found = unsafe FcFontList(config, pattern, nil) else { return false }
    defer { unsafe FcFontSetDestroy(found) }
    return unsafe add(found, to: target, &names)
  }

  /// Adds the upright faces of all families but those called as one of `given`.
  func addAll(to target: OpaquePointer, except given: Set<String>, _ names: inout FaceNames) {
    let pattern = unsafe FcPatternCreate()
    defer { unsafe FcPatternDestroy(pattern) }
    unsafe FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    guard let found = unsafe FcFontList(config, pattern, nil) else { return }
    defer { unsafe FcFontSetDestroy(found) }
    _ = unsafe add(found, to: target, except: given, &names)
  }

  private func add(
    _ found: UnsafeMutablePointer<FcFontSet>, to target: OpaquePointer,
    except given: Set<String> = [], _ names: inout FaceNames
  ) -> Bool {
    guard let fonts = unsafe FcConfigGetFonts(target, FcSetApplication) else { return false }
    var faces: [(file: FontFile, instance: Int, index: Int)] = []
    for index in unsafe 0..<Int(found.pointee.nfont) {
      guard let font = unsafe found.pointee.fonts[index], let file = unsafe FontFile(font),
        unsafe given.isDisjoint(with: familyNames(of: font))
      else { continue }
      faces.append((file, unsafe FontFile.instance(font), index))
    }
    // FcFontList gives no order of its own. Of a variable font the instance that its file draws by
    // itself comes first, and is the one that is taken.
    faces.sort {
      ($0.file.path, $0.file.index, $0.instance) < ($1.file.path, $1.file.index, $1.instance)
    }
    for (file, _, index) in faces where names.names[file] == nil {
      let font = unsafe FcPatternDuplicate(found.pointee.fonts[index])
      if let font = unsafe font { unsafe mendWeight(of: font) }
      guard unsafe FcFontSetAdd(fonts, font) != 0 else { continue }
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      names.add(file, called: file.index == 0 ? name : "\(name)#\(file.index)")
    }
    return !faces.isEmpty
  }
}

/// A bold face that states the weight of a regular one, as Noto Serif Myanmar does, is known by its style.
private func mendWeight(of font: OpaquePointer) {
  var weight: Int32 = 0
  var style: UnsafeMutablePointer<FcChar8>?
  guard unsafe FcPatternGetInteger(font, FC_WEIGHT, 0, &weight) == FcResultMatch,
    weight == FC_WEIGHT_REGULAR,
    unsafe FcPatternGetString(font, FC_STYLE, 0, &style) == FcResultMatch, let style = unsafe style
  else { return }
  let weights = [
    "Thin": FC_WEIGHT_THIN, "ExtraLight": FC_WEIGHT_EXTRALIGHT, "Light": FC_WEIGHT_LIGHT,
    "Medium": FC_WEIGHT_MEDIUM, "SemiBold": FC_WEIGHT_DEMIBOLD, "Bold": FC_WEIGHT_BOLD,
    "ExtraBold": FC_WEIGHT_EXTRABOLD, "Black": FC_WEIGHT_BLACK,
  ]
  guard let meant = unsafe weights[String(cString: style)] else { return }
  unsafe FcPatternDel(font, FC_WEIGHT)
  unsafe FcPatternAddInteger(font, FC_WEIGHT, meant)
}

/// All names under which `font` answers.
func familyNames(of font: OpaquePointer) -> [String] {
  var names: [String] = []
  var value: UnsafeMutablePointer<FcChar8>?
  while unsafe FcPatternGetString(font, FC_FAMILY, Int32(names.count), &value) == FcResultMatch,
    let name = unsafe value
  {
    unsafe names.append(String(cString: name))
  }
  return names
}

/// The families of the fonts that a configuration has by itself.
private func familyNames(in config: OpaquePointer) -> Set<String> {
  guard let fonts = unsafe FcConfigGetFonts(config, FcSetApplication) else { return [] }
  return unsafe Set(
    (0..<Int(fonts.pointee.nfont)).flatMap { index in
      unsafe fonts.pointee.fonts[index].map { unsafe familyNames(of: $0) } ?? []
    })
}

extension FontFile {
  /// The file of the font that fontconfig found; `nil` for a font that is in none.
  init?(_ pattern: OpaquePointer?) {
    var file: UnsafeMutablePointer<FcChar8>?
    guard unsafe FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch,
      let file = unsafe file
    else {
      return nil
    }
    var index: Int32 = 0
    unsafe FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    unsafe self.init(path: String(cString: file), index: Int(index & 0xFFFF))
  }

  /// Which instance of a variable font it is, as the upper half of its index says; 0 for the default.
  static func instance(_ pattern: OpaquePointer?) -> Int {
    var index: Int32 = 0
    unsafe FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    return Int(UInt32(bitPattern: index) >> 16)
  }

  /// What is meant of a variable font; empty for the font as it stands.
  static func variations(_ pattern: OpaquePointer?) -> String {
    var value: UnsafeMutablePointer<FcChar8>?
    guard unsafe FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &value) == FcResultMatch,
      let text = unsafe value
    else { return "" }
    return unsafe String(cString: text)
  }
}
