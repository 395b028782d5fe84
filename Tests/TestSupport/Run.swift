public import Foundation

/// What another program answered.
public struct Answer: Sendable {
  public var status: Int32
  public var output: Data
  public var error: String

  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs `program`, looked up in PATH, to its end.
///
/// Its output goes through files, so that no pipe can fill up.
public func run(
  _ program: String, _ arguments: [String], in folder: URL? = nil,
  environment: [String: String] = [:], input: Data? = nil
) throws -> Answer {
  let scratch = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: scratch) }
  let (out, err) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
  for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = environment.map { "\($0.key)=\($0.value)" } + [program] + arguments
  if let folder { process.currentDirectoryURL = folder }
  process.standardOutput = try FileHandle(forWritingTo: out)
  process.standardError = try FileHandle(forWritingTo: err)
  if let input {
    let file = scratch.appending(path: "in")
    try input.write(to: file)
    process.standardInput = try FileHandle(forReadingFrom: file)
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  return Answer(
    status: process.terminationStatus, output: try Data(contentsOf: out),
    error: String(decoding: try Data(contentsOf: err), as: UTF8.self))
}

/// A new empty folder. Remove it when done.
public func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: "blazon-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// The project's folder.
public let project = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The `blazon` that was built together with the tests.
public let blazon: String = {
  let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  return tests.deletingLastPathComponent().appending(path: "blazon").path
}()
