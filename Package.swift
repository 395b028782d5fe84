// swift-tools-version: 6.2
import PackageDescription

// The floor plan. Rooms stand in the order in which data meets them; a room imports only rooms above it.

/// `FUZZ=1` adds the fuzzers, and makes every room show them the paths it takes (Tests/Fuzzing).
let isFuzzing = Context.environment["FUZZ"] == "1"
let instrumented: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : []

/// `QUICK=BlazonSpec,BlazonScene` leaves out the tests of all rooms but these (Tests/quick).
let quick = Context.environment["QUICK"].map { $0.split(separator: ",").map { "\($0)Tests" } }
let isWanted: (Target) -> Bool = { $0.type != .test || quick?.contains($0.name) ?? true }

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: one Swift module with one sentence (docs/architecture.md).
func room(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: imports, exclude: exclude,
    swiftSettings: strict + instrumented + [.strictMemorySafety()])
}

/// A C library spoken in Swift: the only place where pointers live.
func library(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: imports, path: "Sources/Libraries/\(name)",
    swiftSettings: strict + instrumented + [.strictMemorySafety()])
}

/// The C library itself, as the system installs it.
func system(_ name: String, _ pkgConfig: String, apt: [String], brew: [String]) -> Target {
  .systemLibrary(
    name: name, path: "Sources/Libraries/\(name)", pkgConfig: pkgConfig,
    providers: [.apt(apt), .brew(brew)])
}

/// Tests; those that look at pixels are optimised, and others built faster without.
func tests(
  _ name: String, _ imports: [Target.Dependency], exclude: [String] = [], ofPixels: Bool = false
) -> Target {
  .testTarget(
    name: name, dependencies: imports, exclude: exclude,
    swiftSettings: strict + (ofPixels ? [] : [.unsafeFlags(["-Onone"])]))
}

/// A program that libFuzzer feeds; `PLANT=1` plants a bug in it, which it must find. One that is `quiet` tells nothing of what
/// is compared, which is a third of its time: its words stand in a dictionary.
func fuzzer(_ name: String, _ imports: [Target.Dependency], quiet: Bool = false) -> Target {
  let planted: [SwiftSetting] = Context.environment["PLANT"] == "1" ? [.define("PLANTED")] : []
  let comparisons = ["", "const_"].flatMap { kind in
    [1, 2, 4, 8].flatMap { ["-Xlinker", "--wrap=__sanitizer_cov_trace_\(kind)cmp\($0)"] }
  }
  return .executableTarget(
    name: name, dependencies: imports + ["FuzzDriver"] + (quiet ? ["FuzzQuiet"] : []),
    path: "Tests/Fuzzing/\(name)",
    swiftSettings: strict + instrumented + planted + [.unsafeFlags(["-parse-as-library"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"] + (quiet ? comparisons : []))])
}

let fuzzers: [Target] = [
  .target(
    name: "FuzzDriver", path: "Tests/Fuzzing/FuzzDriver", swiftSettings: strict + instrumented),
  .target(name: "FuzzQuiet", path: "Tests/Fuzzing/FuzzQuiet"),
  fuzzer("FuzzSpecs", ["BlazonDesign", "BlazonForm", "BlazonSource", "BlazonSpec"], quiet: true),
  fuzzer(
    "FuzzDrawings", ["BlazonArtwork", "BlazonPaint", "BlazonScene", "BlazonSource", "BlazonText"]),
  fuzzer("FuzzImages", ["BlazonArtwork", "BlazonScene", "BlazonSource", "Deflate"]),
  fuzzer("FuzzFonts", ["BlazonScene", "BlazonText"]),
  fuzzer("FuzzCredentials", ["BlazonCredential", "BlazonJSON", "Deflate"]),
  fuzzer("FuzzSheets", ["BlazonTable"]),
  fuzzer("FuzzTables", ["BlazonLedger", "BlazonSource"]),
]

/// `BENCH=1` adds the program that `make bench` measures beside peers in process (Benchmarks/InProcess).
let isMeasured = Context.environment["BENCH"] == "1"
let measures: [Target] = [
  .executableTarget(
    name: "BlazonBench",
    dependencies: [
      "BlazonDesign", "BlazonIntake", "BlazonLedger", "BlazonPaint", "BlazonPress", "BlazonReadme",
      "BlazonScene", "BlazonSource", "BlazonSpec",
    ], path: "Benchmarks/InProcess", swiftSettings: strict)
]

let package = Package(
  name: "blazon",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Blazon", targets: ["Blazon"]),
    .executable(name: "blazon", targets: ["BlazonEntrance"]),
    .executable(name: "blazon-studio", targets: ["BlazonCLI"]),
  ] + (isMeasured ? [.executable(name: "blazon-bench", targets: ["BlazonBench"])] : []),
  targets: ([
    // Libraries
    system("CCairo", "cairo", apt: ["libcairo2-dev"], brew: ["cairo"]),
    system(
      "CPango", "pangoft2 harfbuzz fontconfig", apt: ["libpango1.0-dev"],
      brew: ["pango"]),
    system("CYAML", "yaml-0.1", apt: ["libyaml-dev"], brew: ["libyaml"]),
    system("CDeflate", "libdeflate", apt: ["libdeflate-dev"], brew: ["libdeflate"]),
    system("CNettle", "nettle", apt: ["nettle-dev"], brew: ["nettle"]),
    system("CJPEGTurbo", "libjpeg", apt: ["libjpeg62-turbo-dev"], brew: ["jpeg-turbo"]),
    system("CICUUC", "icu-uc", apt: ["libicu-dev"], brew: ["icu4c"]),
    system("CQR", "libqrencode", apt: ["libqrencode-dev"], brew: ["qrencode"]),
    system("CXML", "libxml-2.0", apt: ["libxml2-dev"], brew: ["libxml2"]),
    system("CHTTP", "libmicrohttpd", apt: ["libmicrohttpd-dev"], brew: ["libmicrohttpd"]),
    system("CPNG", "libpng", apt: ["libpng-dev"], brew: ["libpng"]),
    .target(name: "CWidths", path: "Sources/Libraries/CWidths"),
    .target(name: "CShipped", path: "Sources/Libraries/CShipped"),
    .target(name: "CProcess", path: "Sources/Libraries/CProcess"),
    // Loaded when a letter asks for it, but on macOS, where it lies anywhere.
    .target(
      name: "CICU", dependencies: [.target(name: "CICUUC", condition: .when(platforms: [.macOS]))],
      path: "Sources/Libraries/CICU"),
    .target(name: "CPNGReader", dependencies: ["CPNG"], path: "Sources/Libraries/CPNGReader"),
    .target(name: "CJPEG", dependencies: ["CJPEGTurbo"], path: "Sources/Libraries/CJPEG"),
    // Their headers alone: the libraries are loaded when a key, a profile, a WebP file, a spreadsheet or a database is
    // used.
    .target(name: "CCrypto", path: "Sources/Libraries/CCrypto"),
    .target(name: "CICC", path: "Sources/Libraries/CICC"),
    .target(name: "CWebP", path: "Sources/Libraries/CWebP"),
    .target(name: "CZip", path: "Sources/Libraries/CZip"),
    .target(name: "CSQLite", path: "Sources/Libraries/CSQLite"),
    .target(name: "CPostgreSQL", path: "Sources/Libraries/CPostgreSQL"),
    library("Cairo", ["CCairo"]),
    library("Pango", ["CPango"]),
    library("ICU", ["CICU"]),
    library("YAML", ["CYAML"]),
    library("Deflate", ["CDeflate"]),
    library("JPEG", ["CJPEG"]),
    library("QR", ["CQR"]),
    library("HTTP", ["CHTTP"]),
    library("XML", ["CXML"]),
    library("PNG", ["CPNGReader"]),
    library("WebP", ["CWebP"]),
    library("ICC", ["CICC"]),
    library("Zip", ["CZip"]),
    library("SQLite", ["CSQLite"]),
    library("PostgreSQL", ["CPostgreSQL"]),
    library("Checksum", ["CNettle"]),
    library("Crypto", ["CCrypto"]),
    library("Shipped", ["CShipped"]),
    library("Widths", ["CWidths"]),
    library("Files", ["CProcess"]),

    // Rooms
    room("BlazonSource"),
    room("BlazonCheck", ["BlazonSource"]),
    room("BlazonJSON"),
    room("BlazonScene"),
    room("BlazonLetters", ["BlazonScene", "ICU"]),
    room("BlazonReadme", ["BlazonScene", "BlazonLetters", "Widths"]),
    room("BlazonText", ["BlazonScene", "BlazonLetters", "ICU", "PNG", "Pango", "Shipped"]),
    room("BlazonArt", ["BlazonScene"]),
    room(
      "BlazonArtwork",
      [
        "BlazonSource", "BlazonScene", "BlazonLetters", "BlazonText", "XML", "PNG", "JPEG", "WebP",
        "ICC",
      ]),
    room("BlazonForm", ["BlazonSource", "BlazonCheck", "BlazonScene", "BlazonArt", "YAML"]),
    room("BlazonTable", ["XML", "Zip", "SQLite", "PostgreSQL"]),
    room("BlazonLedger", ["BlazonSource", "BlazonCheck", "BlazonForm", "Checksum", "ICU"]),
    room(
      "BlazonSpec",
      [
        "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonArt", "BlazonForm", "BlazonLedger",
        "Shipped",
      ],
      exclude: ["Presets"]),
    room(
      "BlazonSentence",
      ["BlazonSource", "BlazonScene", "BlazonArt", "BlazonForm", "BlazonSpec"]),
    room("BlazonCredential", ["BlazonJSON", "Crypto", "Checksum", "Deflate", "XML"]),
    room(
      "BlazonIntake",
      [
        "BlazonJSON", "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonText", "BlazonArtwork",
        "BlazonForm",
        "BlazonSpec", "BlazonSentence", "BlazonTable", "BlazonLedger", "BlazonCredential",
        "Checksum", "Crypto", "Files",
      ]),
    room(
      "BlazonDesign",
      [
        "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonArt", "BlazonForm", "BlazonSpec",
        "BlazonSentence", "BlazonLedger", "Checksum",
      ]),
    room(
      "BlazonLayout",
      [
        "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonLetters", "BlazonReadme", "BlazonText",
        "BlazonArt", "BlazonArtwork", "BlazonForm", "BlazonSpec", "BlazonDesign", "QR",
      ]),
    room("BlazonPaint", ["BlazonScene", "Cairo", "Deflate", "JPEG"]),
    room(
      "BlazonShelf",
      ["BlazonSource", "BlazonCheck", "BlazonJSON", "BlazonScene", "Checksum", "Files"]),
    room(
      "BlazonSite",
      [
        "BlazonJSON", "BlazonSource", "BlazonScene", "BlazonSpec", "BlazonLedger",
        "BlazonCredential",
        "BlazonShelf", "Checksum", "Shipped",
      ], exclude: ["Scripts"]),
    room(
      "BlazonPress",
      [
        "BlazonJSON", "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonText", "BlazonArtwork",
        "BlazonForm",
        "BlazonSpec", "BlazonLedger", "BlazonIntake", "BlazonDesign", "BlazonLayout",
        "BlazonPaint", "BlazonReadme", "BlazonShelf", "BlazonSite", "BlazonCredential", "Crypto",
      ]),
    room(
      "BlazonDesk",
      [
        "BlazonJSON", "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonText", "BlazonArt",
        "BlazonArtwork",
        "BlazonForm", "BlazonSpec", "BlazonLedger", "BlazonIntake", "BlazonDesign", "BlazonLayout",
        "BlazonPaint", "BlazonReadme", "BlazonShelf", "BlazonSite", "BlazonPress",
        "BlazonCredential", "Crypto", "Files", "ICC", "PostgreSQL", "SQLite", "WebP", "Zip",
      ]),
    room(
      "Blazon",
      [
        "BlazonSource", "BlazonSpec", "BlazonLedger", "BlazonIntake", "BlazonDesign",
        "BlazonLayout",
        "BlazonPaint", "BlazonShelf", "BlazonPress",
      ], exclude: ["Blazon.docc"]),
    room(
      "BlazonImport",
      [
        "BlazonJSON", "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonArtwork", "BlazonForm",
        "BlazonSpec",
        "BlazonPaint", "BlazonShelf", "BlazonDesk", "Checksum", "Files", "XML",
      ]),
    room("BlazonServer", ["BlazonDesk", "BlazonSite", "HTTP"]),
    room("BlazonArguments", ["BlazonSource", "BlazonReadme"]),
    .executableTarget(
      name: "BlazonEntrance",
      dependencies: ["BlazonArguments", "BlazonReadme", "BlazonScene", "BlazonSource", "Files"],
      swiftSettings: strict + [.strictMemorySafety()]),
    .executableTarget(
      name: "BlazonCLI",
      dependencies: [
        "BlazonJSON", "BlazonArguments", "BlazonSource", "BlazonCheck", "BlazonScene", "BlazonForm",
        "BlazonSpec",
        "BlazonSentence",
        "BlazonReadme", "BlazonLedger", "BlazonIntake", "BlazonShelf", "BlazonSite", "BlazonPress",
        "BlazonDesk", "BlazonImport", "BlazonServer", "BlazonCredential", "Crypto",
        "Files",
      ],
      swiftSettings: strict + [.strictMemorySafety()]),

    // Proofs
    .target(
      name: "TestSupport", dependencies: ["CPNG"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("DoorTests", ["Blazon", "TestSupport"]),
    tests("LibraryTests", ["Files", "TestSupport"]),
    tests("BlazonSourceTests", ["BlazonSource"]),
    tests("BlazonSceneTests", ["BlazonScene", "TestSupport"], ofPixels: true),
    tests("BlazonArtTests", ["BlazonArt", "BlazonScene"], ofPixels: true),
    tests(
      "BlazonTextTests",
      ["BlazonText", "BlazonLetters", "BlazonScene", "ICU", "Pango", "TestSupport"],
      exclude: ["Fixtures"], ofPixels: true),
    tests("BlazonPaintTests", ["BlazonPaint", "BlazonScene", "TestSupport"], ofPixels: true),
    tests(
      "BlazonCredentialTests",
      ["BlazonJSON", "BlazonCredential", "Crypto", "Deflate", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      "BlazonReadmeTests",
      [
        "BlazonReadme", "BlazonLayout", "BlazonLetters", "BlazonPaint", "BlazonScene", "BlazonText",
        "TestSupport",
      ],
      exclude: ["References"], ofPixels: true),
    tests(
      "BlazonArtworkTests",
      ["BlazonArtwork", "BlazonSource", "BlazonScene", "BlazonText", "BlazonPaint", "TestSupport"],
      exclude: ["Fixtures", "make-fixtures.py"], ofPixels: true),
    tests(
      "BlazonSpecTests",
      [
        "BlazonSpec", "BlazonForm", "BlazonCheck", "BlazonLedger", "BlazonSource", "BlazonScene",
        "BlazonArt", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    tests(
      "BlazonLedgerTests",
      ["BlazonLedger", "BlazonForm", "BlazonSource", "BlazonSpec", "Files", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      "BlazonTableTests",
      ["BlazonTable", "BlazonLedger", "BlazonSource", "Zip", "TestSupport"],
      exclude: ["Fixtures", "make-fixtures.py"]),
    tests(
      "BlazonIntakeTests",
      [
        "Blazon", "BlazonIntake", "BlazonSource", "BlazonSpec", "BlazonLedger", "BlazonArtwork",
        "BlazonScene", "Files", "TestSupport",
      ]),
    tests(
      "BlazonSiteTests",
      ["BlazonSite", "BlazonShelf", "BlazonSpec", "BlazonLedger", "BlazonScene", "TestSupport"]),
    tests(
      "BlazonPressTests",
      [
        "BlazonPress", "BlazonIntake", "BlazonForm", "BlazonShelf", "BlazonSource", "BlazonSpec",
        "BlazonArt", "BlazonCheck", "BlazonScene", "BlazonLedger", "BlazonDesign", "TestSupport",
      ], exclude: ["Fixtures"]),
    tests("BlazonShelfTests", ["BlazonShelf", "BlazonScene", "BlazonSource", "TestSupport"]),
    tests(
      "BlazonDesignTests",
      ["BlazonDesign", "BlazonIntake", "BlazonLedger", "BlazonSpec", "BlazonSource", "TestSupport"]),
    tests(
      "BlazonTests",
      [
        "BlazonSource", "BlazonSpec", "BlazonSentence", "BlazonIntake", "BlazonDesign",
        "BlazonLayout",
        "BlazonPaint", "BlazonScene", "BlazonText", "BlazonArt", "BlazonArtwork", "BlazonLedger",
        "BlazonForm", "BlazonPress", "BlazonDesk", "BlazonShelf", "QR", "TestSupport",
      ], exclude: ["References", "Fixtures"], ofPixels: true),
    tests(
      "BlazonImportTests",
      [
        "BlazonImport", "BlazonArtwork", "BlazonSource", "BlazonPaint", "BlazonScene",
        "TestSupport",
      ], ofPixels: true),
    tests(
      "ToolTests",
      [
        "BlazonArguments", "BlazonCLI", "BlazonEntrance", "BlazonDesk", "BlazonArt", "BlazonSpec",
        "BlazonPaint", "BlazonScene", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    tests("ProjectTests", ["BlazonArt", "BlazonSpec", "TestSupport"]),
  ] + (isFuzzing ? fuzzers : []) + (isMeasured ? measures : [])).filter(isWanted),
  swiftLanguageModes: [.v6]
)
