import Files
import Testing

/// Programs that are run, and what comes back.
@Suite struct ProgramTests {
  @Test func `a program reads its input, writes output and errors, and ends`() throws {
    let answer = try Files.run(
      ["sh", "-c", "cat; echo told >&2; exit 3"], input: Array("given".utf8), limit: 100)
    #expect(answer.output == Array("given".utf8))
    #expect(answer.errors == "told\n" && answer.status == 3)
  }

  @Test func `a program that does not stop writing is ended`() {
    #expect(throws: FileError.self) { try Files.run(["yes"], limit: 1 << 20) }
    #expect(throws: FileError.self) {
      try Files.run(["sh", "-c", "yes >&2 & yes"], limit: 1 << 16)
    }
  }

  @Test func `much of both streams is read at once`() throws {
    let script = "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero"
    let answer = try Files.run(["sh", "-c", script], limit: 300_000)
    #expect(answer.output.count == 300_000 && answer.status == 0)
  }

  @Test func `the environment is what was asked for`() throws {
    let answer = try Files.run(
      ["/usr/bin/env"], keeping: { $0 == "PATH" }, adding: ["GIT_DIR": "x"], limit: 1 << 16)
    let names = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
      .map { $0.prefix { $0 != "=" } }
    #expect(names == ["PATH", "GIT_DIR"])
  }

  @Test func `a program that is not there is told as missing`() {
    do throws(FileError) {
      _ = try Files.run(["blazon-no-such-program"], limit: 1)
      Issue.record("it ran")
    } catch {
      #expect(error.isMissing)
    }
  }
}
