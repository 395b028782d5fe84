internal import Files

/// The first page of a PDF as a drawing: outlines, which every painter draws alike.
///
/// Poppler's `pdftocairo` reads it, as a program of its own, with no more memory and time than it is given. It runs nothing
/// that is in the file, and fetches nothing.
enum PDFPage {
  enum Problem: Error {
    /// The program is not installed.
    case noReader
    /// It does not read this file, and what it says.
    case unreadable(String)
  }

  /// Seconds of work, and kilobytes of memory.
  private static let seconds = 10
  private static let kilobytes = 1 << 20
  /// Bytes of the drawing: as many as are read of one.
  private static let limit = 1 << 22

  /// Whether `file` is one.
  static func isPDF(_ file: [UInt8]) -> Bool { file.starts(with: "%PDF-".utf8) }

  /// The page in `file` as SVG.
  static func drawing(_ file: [UInt8]) throws(Problem) -> [UInt8] {
    let script = "ulimit -t \(seconds); ulimit -v \(kilobytes); exec pdftocairo -svg -f 1 -l 1 - -"
    let answer: ProgramAnswer
    do throws(FileError) {
      answer = try run(
        ["sh", "-c", script], input: file, keeping: { ["PATH", "HOME"].contains($0) },
        adding: ["LC_ALL": "C"], limit: limit)
    } catch {
      if error.isMissing { throw .noReader }
      throw .unreadable("it is more than \(limit) bytes as a drawing")
    }
    if answer.status == 127 { throw .noReader }
    guard answer.status == 0 else {
      let said = answer.errors.split(separator: "\n").first { !$0.isEmpty } ?? "it is damaged"
      throw .unreadable(
        String(
          said.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 }.prefix(120).map(
            Character.init)))
    }
    return answer.output
  }
}
