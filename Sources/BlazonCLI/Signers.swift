internal import BlazonIntake
internal import BlazonPress
internal import BlazonSource
internal import BlazonSpec
internal import Crypto

extension Session {
  /// Who signs for those of `programmes` whose awards have credentials. A key that is not there is an error: a run without
  /// it would take away what proves what was awarded.
  func signers(
    of programmes: [LoadedProgramme], _ arguments: Arguments, _ report: inout Report
  ) throws(WorldError) -> [String: Signer] {
    let specs = programmes.compactMap { loaded in
      loaded.programme.credentials.map { (loaded.programme.id, $0) }
    }
    guard !specs.isEmpty else { return [:] }
    try requireKeys()
    let folder = try keyFolder(arguments)
    let secret = try passphrase(arguments, isNew: false)
    var signers: [String: Signer] = [:]
    for (id, spec) in specs {
      signers[id] = try Signer(
        spec, in: folder,
        opening: { (name) throws(WorldError) in try folder.open(name, secret) }, report: &report)
    }
    return signers
  }
}
