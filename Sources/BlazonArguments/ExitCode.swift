/// How a run ended, as sysexits.h and the manual number it.
package enum ExitCode: Int32, CaseIterable {
  case success = 0
  /// The input has problems.
  case problems = 1
  /// What was asked cannot be told from what is at hand.
  case unknown = 3
  /// The command line was not understood.
  case usage = 64
  /// The world or the program failed.
  case failure = 70

  /// What a run means that ends so.
  package var meaning: String {
    switch self {
    case .success: "done"
    case .problems:
      "what was read has problems, which are told; or two things differ, or nothing was found"
    case .unknown: "what was asked cannot be told from what is at hand"
    case .usage: "the command line was not understood"
    case .failure: "a path is not there, or the disk, the memory or the program failed"
    }
  }
}
