public import Foundation

/// Runs a script by the Python of the tests, which has what `make test` installs from
/// `Tests/requirements.txt`.
public func python(
  _ script: String, _ arguments: [String] = [], input: Data? = nil
) throws -> Answer {
  let python = project.appending(path: ".venv-tests/bin/python").path
  guard FileManager.default.isExecutableFile(atPath: python) else {
    throw MissingReaders()
  }
  return try run(python, ["-I", "-X", "utf8", "-c", script] + arguments, input: input)
}

/// The tests' Python is not there: they were not begun by `make test`.
public struct MissingReaders: Error, CustomStringConvertible {
  public let description =
    "run `make .venv-tests/ready` once: it installs what tests read pictures with"
}
