import Foundation
import TestSupport
import Testing

/// What the shell that starts the tool has closed, filled up or made scarce.
@Suite struct StreamsTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// Every command, as it is where it would succeed and write to standard output.
  static let commands: [[String]] = [
    ["--version"], ["--help"], ["render", "--size", "64"], ["check"],
    ["new", "fresh", "--name", "Fresh"],
    ["import", "table.csv", "badge-specs/acme", "--badge", "first", "--issued", "2026-03-04"],
    ["awards"], ["draw", "hexagon, star, title Docs"], ["draw", "--help"], ["show", "schema"],
    ["show", "sentence", "--badge", "first"], ["list", "emblems"], ["list", "rules"],
    ["diff", "badge-specs", "badge-specs"], ["readme-badge", "build", "passing"],
    ["snippet", "ada"], ["check", "--explain", "overlap"],
    ["revoke", "ada", "first", "--reason", "Why."], ["forget", "ada"],
    ["renew", "ada", "first", "--on", "2026-04-02"], ["correct", "ada", "--name", "Ada Lovelace"],
    ["verify", "picture.svg"], ["completions", "bash"], ["help"], ["help", "language"],
    ["help", "render"],
    ["keys", "new", "fresh", "--algorithm", "ed25519", "--keys", "keys"],
    ["keys", "list", "--keys", "keys"], ["keys", "publish", "kept", "--keys", "keys"],
    ["keys", "certify", "kept", "--name", "Acme", "--keys", "keys"],
    ["keys", "retire", "kept", "--keys", "keys"],
    ["manifest", "merge", "share", "-o", "merged"], ["snippet", "ada", "--into", "profile.md"],
    ["render", "--stdin"],
  ]

  /// A folder in which they all have something to do.
  private func prepare() throws {
    for folder in ["badge-specs", "output", "fresh", "keys", "merged"] {
      try? FileManager.default.removeItem(at: place.url(folder))
    }
    for (path, text) in Workplace.acme { try place.write(text, to: path) }
    try place.write(
      Workplace.programme("acme") + "\npublish: https://example.org\nawards: [awards/a.csv]\n",
      to: "badge-specs/acme/programme.yaml")
    try place.write(
      "name,handle,badge,issued\nAda,ada,first,2026-03-02\n", to: "badge-specs/acme/awards/a.csv")
    try place.write("Name\nBo\n", to: "table.csv")
    try place.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "picture.svg")
    try place.write("# Ada\n", to: "profile.md")
    try place.write(StreamsTests.line, to: "award.jsonl")
    for (path, text) in StreamsTests.key { try place.write(text, to: "keys/\(path)") }
    for (path, mode) in [("keys", 0o700), ("keys/kept.pem", 0o600)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: place.url(path).path)
    }
    if !place.exists("share") {
      #expect(try place.blazon("render", "--shard", "1/1", "-o", "share").status == 0)
    }
  }

  /// What `render --stdin` reads.
  private static let line =
    #"{"badge": "acme/first", "name": "Ada", "handle": "ada", "issued": "2026-03-02"}"# + "\n"

  /// A key, made once: that takes a second.
  private static let key: [String: String] = {
    guard let place = try? Workplace(),
      (try? run(
        "env",
        ["BLAZON_PASSPHRASE=\(passphrase)", blazon, "keys", "new", "kept", "--keys", "keys"],
        in: place.folder)) != nil
    else { return [:] }
    return ((try? place.files("keys")) ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }()

  private static let passphrase = "hills and harbours"

  private func shell(_ script: String, _ words: [String]) throws -> Answer {
    try run(
      "env",
      ["BLAZON_PASSPHRASE=\(StreamsTests.passphrase)", "bash", "-c", script, "bash", blazon]
        + words,
      in: place.folder)
  }

  @Test(arguments: commands)
  func `output that cannot be written is an error, with a word`(_ words: [String]) throws {
    try prepare()
    let input = words.contains("--stdin") ? " < award.jsonl" : ""
    let usual = try shell("\"$@\"\(input)", words)
    guard !usual.text.isEmpty else {
      Issue.record("\(words) writes nothing: \(usual.error)")
      return
    }
    for (script, reason) in [
      ("\"$@\" > /dev/full", "No space left on device"), ("\"$@\" >&-", "Bad file descriptor"),
    ] {
      try prepare()
      let answer = try shell(script + input, words)
      #expect(answer.status == 70, "\(script) \(words): \(answer.status) \(answer.error)")
      #expect(
        answer.error.hasSuffix("error: writing to standard output: \(reason)\n"),
        "\(script) \(words): \(answer.error)")
    }
  }

  @Test func `a preview whose address nobody can be told says so`() throws {
    try prepare()
    for script in ["> /dev/full", ">&-"] {
      // It ends by itself, and is ended only where it does not.
      let answer = try shell(
        "timeout --preserve-status -s INT 60 \"$@\" \(script)", ["preview", "--port", "18231"])
      #expect(
        answer.status == 70 && answer.error.contains("writing to standard output: "),
        "\(answer.status) \(answer.error)")
    }
  }

  @Test func `messages that nobody can be given are an error, too`() throws {
    for script in ["\"$@\" 2> /dev/full", "\"$@\" 2>&-"] {
      #expect(try shell(script, ["check", "nowhere"]).status == 70)
      #expect(try shell(script, ["unknown"]).status == 70)
      #expect(try shell(script, ["--version"]).text.hasPrefix("blazon "))
    }
  }

  @Test func `no file of ours takes the place of a closed stream`() throws {
    // A font is kept in memory as a file: it may not become what standard output was.
    let answer = try shell(
      "\"$@\" 0<&- 1>&- 2> words; code=$?; cat words; exit $code",
      ["draw", "hexagon, star, title Docs", "-o", "docs.svg"])
    #expect(answer.status == 0, "\(answer.text)")
    #expect(try place.files(".")["docs.svg"]?.starts(with: Data("<svg".utf8)) == true)
    #expect(answer.text.isEmpty)
  }

  @Test func `a reader that goes away is told`() throws {
    let answer = try shell(
      "set -o pipefail; \"$@\" 2> words | true; code=$?; cat words; exit $code",
      ["list", "emblems"])
    #expect(
      answer.status == 70 && answer.text == "error: writing to standard output: Broken pipe\n",
      "\(answer.status) \(answer.text)")
  }

  @Test(arguments: [0, 2])
  func `files that may not grow are an error, and none is left`(_ blocks: Int) throws {
    // Its words go through a pipe, which no limit holds.
    let answer = try shell(
      "set -o pipefail; (ulimit -f \(blocks); \"$@\" 2>&1) | cat", ["render", "--size", "512"])
    #expect(
      answer.status == 70 && answer.text.contains("error: "),
      "\(answer.status) \(answer.text)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.folder.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test func `memory and stack that are used up are told`() throws {
    for limit in ["-v 200000", "-v 240000", "-s 64"] {
      let answer = try shell(
        "ulimit \(limit); \"$@\" 2>&1", ["render", "--size", "4096", "-j1", "-o", "big"])
      #expect(
        answer.status == 70 && answer.text.contains("error: "),
        "\(limit): \(answer.status) \(answer.text)")
      let files = (try? place.files("big")) ?? [:]
      #expect(!files.keys.contains { $0.hasSuffix(".tmp") }, "\(limit)")
    }
  }

  @Test(.enabled(if: isRoot, "a file system cannot be mounted here"))
  func `arguments are known where nothing tells of processes`() throws {
    let answer = try run(
      "unshare",
      ["-m", "bash", "-c", "mount -t tmpfs none /proc; \"$@\"", "bash", blazon, "--version"])
    #expect(answer.status == 0 && answer.text.hasPrefix("blazon "), "\(answer.error)")
  }

  @Test func `standard input without an end is refused`() throws {
    for words in [["draw", "-"], ["render", "--stdin"]] {
      let answer = try shell(
        "ulimit -v 2000000; timeout 30 \"$@\" < /dev/zero", words)
      #expect(answer.status == 70 || answer.status == 1, "\(words): \(answer.status)")
      #expect(!answer.text.contains("\"files\""), "\(answer.text.prefix(200))")
    }
  }

  @Test(arguments: ["INT", "TERM"])
  func `one signal ends what waits for input`(_ signal: String) throws {
    for words in [["draw", "-"], ["render", "--stdin"]] {
      let answer = try shell(
        """
        mkfifo input; exec 3<> input
        "$@" < input 2> words & process=$!
        sleep 0.5; kill -\(signal) $process; wait $process; code=$?
        rm input; cat words; exit $code
        """, words)
      #expect(
        answer.status == 70 && answer.text.contains("interrupted"),
        "\(words): \(answer.status) \(answer.text)")
    }
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func `one signal ends what is stuck in a picture`(_ signal: String, _ code: Int) throws {
    // As much as `check` lets through, in the largest size.
    let shadows = (0..<60).map {
      "s\($0): {type: circle, at: [256, 256], radius: 200, fill: \"#FFFFFF01\", shadow: {blur: 8, opacity: 0.01}}"
    }.joined(separator: ", ")
    try place.write(
      Workplace.programme("acme")
        .replacing("patterns: {rays: {type: rays}}", with: "layers: {\(shadows)}")
        + "\ncheck: {contrast: \"off\", overlap: \"off\"}\n",
      to: "badge-specs/acme/programme.yaml")
    let answer = try shell(
      """
      timeout -s KILL 60 "$@" 2> words & process=$!
      sleep 2; kill -\(signal) $(pgrep -P $process); wait $process
      """, ["render", "--size", "4096", "--format", "png"])
    #expect(answer.status == Int32(code), "\(answer.status)")
    let left = (try? place.files("output")) ?? [:]
    #expect(left.keys.allSatisfy { $0.hasSuffix(".journal") }, "\(left.keys)")
  }

  private static let isRoot = (try? run("unshare", ["-m", "true"]).status) == 0
}
