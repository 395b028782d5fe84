internal import BlazonArguments
internal import BlazonCredential
internal import BlazonIntake
internal import BlazonJSON
internal import BlazonSource
internal import Crypto
internal import Files

extension Command {
  static let keys = Command(
    name: "keys", operands: "new|list|publish|certify|retire [NAME]",
    summary: "make, list and publish the keys that sign credentials",
    details: """
      new NAME      makes a key, encrypted with a passphrase, in the folder of keys
      list          tells all keys there, and what they are for
      publish       prints their public parts as a JSON Web Key Set, for whoever is to trust them by
                    other ways than a programme's did.json, which “blazon render” writes
      certify NAME  makes a certificate by which the key, of RSA, signs PDF files, in the name of --name;
                    readers call it unknown, as nobody vouches for it: one of an authority, with those
                    above it, is taken from the PEM file of --from
      retire NAME   signs nothing new with it; with --compromised it vouches for nothing any more

      The folder of keys is the one of --keys, of BLAZON_KEYS, or ~/.config/blazon/keys. It is for its
      owner alone, and stands in no git tree, among no specs and nothing published.

      The passphrase comes from --passphrase-fd, from BLAZON_PASSPHRASE, or is asked for at the
      terminal; it is no word of a command line, which others may read.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["--algorithm"], value: "NAME",
        help: "rsa-3072, which every verifier reads, unless given; or ed25519"),
      Option(names: ["--keys"], value: "DIR", help: "the folder of keys"),
      Option(names: ["--name"], value: "TEXT", help: "who signs, in a certificate that is made"),
      Option(names: ["--from"], value: "FILE", help: "the certificates that an authority gave"),
      passphraseOption,
      Option(
        names: ["--compromised"], value: nil, help: "somebody else may have got hold of the key"),
      Option(
        names: ["--dry-run"], value: nil,
        help: "tell what would be done, without asking for the passphrase; write nothing"),
    ],
    examples: [
      ("blazon keys new acme-2026", "a key for the programme acme"),
      ("blazon keys publish acme-2026 > acme.json", "its public part, for “blazon verify --trust”"),
    ],
    run: { arguments throws(UsageError) in
      guard let verb = arguments.operands.first else {
        throw UsageError(message: "needs new, list, publish, certify or retire")
      }
      let names = Array(arguments.operands.dropFirst())
      if let wrong = names.first(where: { !KeyFolder.isName($0) }) {
        throw UsageError(
          message: "“\(wrong)” is no name of a key: letters, digits, “-”, “_” and dots are")
      }
      func name() throws(UsageError) -> String {
        guard names.count == 1 else { throw UsageError(message: "\(verb) needs one name") }
        return names[0]
      }
      let algorithm = try algorithm(arguments)
      let run: () throws(WorldError) -> ExitCode
      switch verb {
      case "new":
        let name = try name()
        run = { () throws(WorldError) in try newKey(name, algorithm, arguments) }
      case "list": run = { () throws(WorldError) in try listKeys(arguments) }
      case "publish": run = { () throws(WorldError) in try publishKeys(names, arguments) }
      case "certify":
        let name = try name()
        guard (arguments.value("--name") == nil) != (arguments.value("--from") == nil) else {
          throw UsageError(message: "certify needs --name, or --from")
        }
        run = { () throws(WorldError) in try certifyKey(name, arguments) }
      case "retire":
        let name = try name()
        run = { () throws(WorldError) in try retireKey(name, arguments) }
      default:
        throw UsageError(message: "no “\(verb)”; write new, list, publish, certify or retire")
      }
      do throws(WorldError) {
        try requireKeys()
        return try run()
      } catch { return failed(error, as: arguments.messages) }
    })

  static let passphraseOption = Option(
    names: ["--passphrase-fd"], value: "N", help: "read the passphrase from this open descriptor")
}

private func algorithm(_ arguments: Arguments) throws(UsageError) -> KeyAlgorithm {
  switch arguments.value("--algorithm") {
  case nil, "rsa-3072": return .rsa
  case "ed25519": return .ed25519
  case let name?:
    throw UsageError(message: "--algorithm: “\(name)” is none of ed25519 and rsa-3072")
  }
}

/// Refuses to go on without the library of keys.
func requireKeys() throws(WorldError) {
  guard canUseKeys else {
    throw WorldError("OpenSSL 3 is not installed, which keys need: on Debian, apt install libssl3")
  }
}

func keyFolder(_ arguments: Arguments, isNew: Bool = false) throws(WorldError) -> KeyFolder {
  guard let path = arguments.value("--keys") ?? KeyFolder.usualPath else {
    throw WorldError("no folder of keys: name one with --keys")
  }
  return try KeyFolder(path, isNew: isNew, trial: arguments.has("--dry-run"))
}

/// The passphrase, from where the command line says; asked for twice where it is new.
func passphrase(_ arguments: Arguments, isNew: Bool) throws(WorldError) -> Passphrase {
  let limit = 1024
  var bytes: [UInt8]
  if let text = arguments.value("--passphrase-fd") {
    guard let number = Int32(text), number >= 0 else {
      throw WorldError("--passphrase-fd needs the number of an open descriptor, such as 3")
    }
    bytes = try wrapping { () throws(FileError) in
      try readLine(ofDescriptor: number, limit: limit)
    }
  } else if let text = environment("BLAZON_PASSPHRASE") {
    bytes = Array(text.utf8)
  } else {
    let asked = try wrapping { () throws(FileError) in
      try askSecretly("Passphrase: ", limit: limit)
    }
    guard let asked else {
      throw WorldError("no passphrase: give one by --passphrase-fd or BLAZON_PASSPHRASE")
    }
    bytes = asked
    if isNew {
      let again = try wrapping { () throws(FileError) in
        try askSecretly("The same again: ", limit: limit)
      }
      guard again == bytes else { throw WorldError("the two passphrases are not the same") }
    }
  }
  // What was typed on another system may end so.
  if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
  guard !bytes.isEmpty else { throw WorldError("the passphrase is empty") }
  guard !isNew || bytes.count >= 8 else {
    throw WorldError("a passphrase of \(bytes.count) bytes; 8 are the least, and more are better")
  }
  return Passphrase(taking: &bytes)
}

private func newKey(
  _ name: String, _ algorithm: KeyAlgorithm, _ arguments: Arguments
) throws(WorldError) -> ExitCode {
  let folder = try keyFolder(arguments, isNew: true)
  // The public half stays when the other is destroyed: a name means one key for ever.
  for ending in ["pem", "jwk.json"]
  where kind(of: "\(folder.path)/\(name).\(ending)", followingLinks: false) != nil {
    throw WorldError("there is a key “\(name)” already; choose another name")
  }
  guard !arguments.has("--dry-run") else {
    Stream.output.write(
      "\(name): would be made in “\(folder.path)”; nothing was written\n")
    return .success
  }
  let passphrase = try passphrase(arguments, isNew: true)
  let key = try folder.makeKey(name, algorithm, passphrase)
  Stream.output.write("\(key.name): \(key.algorithm), in “\(folder.path)”\n")
  return .success
}

private func listKeys(_ arguments: Arguments) throws(WorldError) -> ExitCode {
  let keys = try keyFolder(arguments).keys()
  let rows = keys.map { key in
    (
      key.name,
      key.algorithm + (key.isCompromised ? ", compromised" : key.isRetired ? ", retired" : "")
    )
  }
  Stream.output.write(table(rows))
  return .success
}

private func publishKeys(_ names: [String], _ arguments: Arguments) throws(WorldError) -> ExitCode {
  let folder = try keyFolder(arguments)
  var keys: [KeyFolder.StoredKey] = []
  if names.isEmpty { keys = try folder.keys() }
  for name in names { keys.append(try folder.key(name)) }
  let set = JSON.object(["keys": .array(keys.filter { !$0.isCompromised }.map(\.jwk))])
  try wrapping { () throws(FileError) in try Stream.output.write(set.prettyBytes) }
  return .success
}

/// For how many years a certificate is that was made here.
private let certifiedYears = 5

private func certifyKey(_ name: String, _ arguments: Arguments) throws(WorldError) -> ExitCode {
  let folder = try keyFolder(arguments)
  let stored = try folder.key(name)
  guard stored.key.algorithm == .rsa else {
    throw WorldError("the key “\(name)” is of \(stored.algorithm); PDF files are signed with RSA")
  }
  let chain: [X509Certificate]
  if let file = arguments.value("--from") {
    let bytes = try wrapping { () throws(FileError) in try read(file, limit: 262_144) }
    guard let given = X509Certificate.chain(bytes) else {
      throw WorldError("“\(file)” holds no certificates in PEM")
    }
    guard given[0].isOf(stored.key) else {
      throw WorldError("the first certificate of “\(file)” is not of the key “\(name)”")
    }
    chain = given
  } else if arguments.has("--dry-run") {
    chain = []
  } else {
    let key = try folder.open(name, try passphrase(arguments, isNew: false))
    let day = Moment(seconds: clockSeconds() / 86_400 * 86_400)
    let end = Moment(seconds: day.seconds + certifiedYears * 365 * 86_400)
    guard
      let made = X509Certificate(
        selfMadeBy: key, for: arguments.value("--name") ?? name, from: day, until: end)
    else { throw WorldError("making a certificate of “\(name)”: OpenSSL failed") }
    chain = [made]
  }
  guard !arguments.has("--dry-run") else {
    Stream.output.write("\(name): would be certified; nothing was written\n")
    return .success
  }
  try folder.certify(name, chain)
  Stream.output.write("\(name): certified, in “\(folder.path)/\(name).crt”\n")
  return .success
}

private func retireKey(_ name: String, _ arguments: Arguments) throws(WorldError) -> ExitCode {
  let folder = try keyFolder(arguments)
  guard !arguments.has("--dry-run") else {
    let key = try folder.key(name)
    let fate = key.isCompromised || arguments.has("--compromised") ? "compromised" : "retired"
    Stream.output.write("\(key.name): would be \(fate); nothing was written\n")
    return .success
  }
  let key = try folder.retire(name, isCompromised: arguments.has("--compromised"))
  Stream.output.write(
    "\(key.name): \(key.isCompromised ? "compromised; it vouches for nothing" : "retired")\n"
      + "now render again, so that did.json says so\n")
  return .success
}
