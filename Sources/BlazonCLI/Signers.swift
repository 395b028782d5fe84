internal import BlazonArguments
internal import BlazonIntake
internal import BlazonPress
internal import BlazonSource
internal import BlazonSpec
internal import Crypto

extension Selection {
  /// Has those of `programmes` sign whose awards have credentials, if these are asked for. A key that is not there is an
  /// error: a run without it would take away what proves what was awarded.
  mutating func openSigners(
    of programmes: [LoadedProgramme], _ arguments: Arguments, _ report: inout Report
  ) throws(WorldError) {
    guard asksForSignatures else { return }
    let specs = programmes.compactMap { loaded in
      loaded.programme.credentials.map { (loaded.programme.id, $0) }
    }
    guard !specs.isEmpty else { return }
    try requireKeys()
    let folder = try keyFolder(arguments)
    let secret = try passphrase(arguments, isNew: false)
    for (id, spec) in specs {
      signers[id] = try Signer(
        spec, in: folder,
        opening: { (name) throws(WorldError) in try folder.open(name, secret) }, report: &report)
    }
  }
}
