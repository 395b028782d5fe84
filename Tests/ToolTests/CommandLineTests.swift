import Foundation
import TestSupport
import Testing

/// What the tool answers to the words it is given.
@Suite struct CommandLineTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `without a command it explains itself and exits with 64`() throws {
    let answer = try place.blazon()
    #expect(answer.status == 64)
    #expect(answer.text.isEmpty)
    #expect(answer.error.contains("usage: blazon COMMAND [options]"))
  }

  @Test func `--version tells the version`() throws {
    let answer = try place.blazon("--version")
    #expect(answer.status == 0)
    #expect(answer.text.wholeMatch(of: /blazon \d+\.\d+\.\d+\n/) != nil)
    #expect(answer.error.isEmpty)
  }

  @Test(arguments: ["help", "-h", "--help"])
  func `help lists the commands`(_ word: String) throws {
    let answer = try place.blazon(word)
    #expect(answer.status == 0)
    for command in ["render", "check", "help"] { #expect(answer.text.contains("\n  \(command) ")) }
    #expect(answer.error.isEmpty)
  }

  @Test(arguments: [["help", "render"], ["render", "--help"], ["render", "-h"]])
  func `the manual of render names its options, exit codes and examples`(
    _ words: [String]
  ) throws {
    let answer = try run(blazon, words, in: place.folder)
    #expect(answer.status == 0)
    #expect(answer.text.hasPrefix("usage: blazon render [options] [PATH…]\n"))
    let names = ["-o, --output", "--format", "--size", "--only", "-j, --jobs", "-q, --quiet"]
    for name in names + ["--messages", "Exit codes", "64", "70", "examples:"] {
      #expect(answer.text.contains(name))
    }
    #expect(!place.exists("output"))
  }

  @Test func `an unknown command is answered with a suggestion`() throws {
    let answer = try place.blazon("rendr")
    #expect(answer.status == 64)
    #expect(
      answer.error
        == "blazon: unknown command “rendr”; did you mean “render”?\nTry “blazon help”.\n")
  }

  @Test func `help for an unknown command is answered with a suggestion`() throws {
    let answer = try place.blazon("help", "chek")
    #expect(answer.status == 64)
    #expect(
      answer.error
        == "blazon help: no command “chek”; did you mean “check”?\nTry “blazon help help”.\n")
  }

  @Test(arguments: [
    (["--outptu", "x"], "unknown option --outptu; did you mean --output?"),
    (["--zzz"], "unknown option --zzz"),
    (["-x"], "unknown option -x"),
    (["--size", "0"], "--size: “0” is not a number from 16 to 4096"),
    (["--size", "512,big"], "--size: “big” is not a number from 16 to 4096"),
    (["--size=4097"], "--size: “4097” is not a number from 16 to 4096"),
    (["--size"], "--size needs a value: LIST"),
    (["--jobs", "x"], "--jobs: “x” is not a number from 1 to 256"),
    (["-j0"], "--jobs: “0” is not a number from 1 to 256"),
    (["--format", "gif"], "--format: unknown value “gif”; use one of: svg, png, jpg, pdf"),
    (["--format", "pgn"], "--format: unknown value “pgn”; did you mean “png”?"),
    (["--messages", "xml"], "--messages: unknown value “xml”; use one of: text, json, github"),
    (["--quiet=yes"], "--quiet takes no value"),
    (["--size", ""], "an option has an empty value"),
    (["--format", ","], "an option has an empty value"),
    (["--only", ""], "an option has an empty value"),
    (["-o", ""], "an option has an empty value"),
  ])
  func `a wrong option is explained and nothing is written`(
    _ words: [String], _ message: String
  ) throws {
    let answer = try run(blazon, ["render"] + words, in: place.folder)
    #expect(answer.status == 64)
    #expect(answer.error == "blazon render: \(message)\nTry “blazon help render”.\n")
    #expect(answer.text.isEmpty)
    #expect(!place.exists("output"))
  }

  @Test func `check draws nothing and accepts no output folder`() throws {
    #expect(try place.blazon("check", "-o", "elsewhere").status == 64)
    let answer = try place.blazon("check")
    #expect(answer.status == 0)
    #expect(answer.text.hasPrefix("2 badges checked, nothing wrong: "))
    #expect(answer.error.isEmpty)
    #expect(!place.exists("output"))
  }

  @Test func `options may be clustered, joined by = and repeated`() throws {
    let answer = try place.blazon(
      "render", "-qj2", "--format=png", "--size", "64", "--size=32", "--output", "art", "--",
      "badge-specs")
    #expect(answer.status == 0)
    #expect(answer.text.isEmpty)
    let names = Set(
      try place.files("art").keys.filter { $0.hasSuffix(".png") && $0.contains("second") })
    #expect(names == ["acme/badges/second@64.png", "acme/badges/second@32.png"])
  }
}
