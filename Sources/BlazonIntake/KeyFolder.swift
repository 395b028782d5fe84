package import BlazonCredential
package import BlazonJSON
package import BlazonSource
package import Crypto
internal import Files

/// A folder of private keys, each encrypted, for one user's eyes alone.
///
/// `NAME.pem` is an encrypted PKCS#8 file, `NAME.jwk.json` the public key beside it. The folder stands outside of specs,
/// of what is published, and of git.
package struct KeyFolder: Sendable {
  package let path: String

  /// A key of the folder, as far as everybody may know it.
  package struct StoredKey: Sendable {
    package var name: String
    package var key: PublicKey
    /// Whether nothing new is signed with it.
    package var isRetired = false
    /// Whether somebody else may have got hold of it: then it vouches for nothing.
    package var isCompromised = false
  }

  /// The folder at `path`, which is made if `isNew`, or only could be if it is a `trial`. Refused where others may read it, where it is a link, and in what
  /// is shared with others: a git tree, specs, published files.
  package init(_ path: String, isNew: Bool = false, trial isTrial: Bool = false) throws(WorldError)
  {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    if isNew, kind(of: path, followingLinks: false) == nil {
      let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      try KeyFolder.checkAlone(parent.isEmpty ? "/" : parent, of: path)
      if isTrial {
        guard canWrite(in: path) else {
          throw WorldError("making “\(path)”: nothing can be written there")
        }
        return
      }
    }
    try wrapping { () throws(FileError) in
      if isNew { try makePrivateFolder(path) }
      try checkPrivate(path, isFolder: true)
    }
    try KeyFolder.checkAlone(path, of: path)
  }

  /// Refuses `inner`, where the keys of `path` are, if it or a folder above it is shared with others.
  private static func checkAlone(_ inner: String, of path: String) throws(WorldError) {
    // Of a folder that is not there yet, those above it tell.
    var existing = inner
    while kind(of: existing) == nil, let slash = existing.lastIndex(of: "/") {
      existing = String(existing[..<slash])
    }
    var folder = (realPath(existing.isEmpty ? "/" : existing) ?? "")[...]
    while !folder.isEmpty {
      for mark in [".git", "manifest.json", "programme.yaml"]
      where kind(of: "\(folder)/\(mark)") != nil {
        throw WorldError(
          "using “\(path)” for keys: “\(folder)” has “\(mark)”, so that it is shared with others; "
            + "name another folder with --keys")
      }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
  }

  /// Where keys are looked for unless somebody says otherwise: `BLAZON_KEYS`, or below `XDG_CONFIG_HOME`, or below
  /// the home folder; `nil` where none of these is known.
  package static var usualPath: String? {
    if let path = environment("BLAZON_KEYS"), !path.isEmpty { return path }
    if let path = environment("XDG_CONFIG_HOME"), !path.isEmpty { return "\(path)/blazon/keys" }
    return environment("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.config/blazon/keys" }
  }

  /// Whether a key may be called so: letters, digits, `-`, `_` and dots, not at the beginning.
  package static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.first != "." && name.first != "-"
      && name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
          || "-_.".utf8.contains(byte)
      }
  }

  /// Makes a key called `name`.
  package func makeKey(
    _ name: String, _ algorithm: KeyAlgorithm, _ passphrase: borrowing Passphrase
  ) throws(WorldError) -> StoredKey {
    guard let key = PrivateKey(new: algorithm), let pem = key.pem(encryptedWith: passphrase) else {
      throw WorldError("making the key “\(name)”: OpenSSL failed")
    }
    let stored = StoredKey(name: name, key: key.publicKey)
    try wrapping { () throws(FileError) in
      try writePrivate("\(path)/\(name).pem", pem)
      try replace("\(path)/\(name).jwk.json", with: stored.jwk.prettyBytes)
    }
    return stored
  }

  /// All keys, by their names.
  package func keys() throws(WorldError) -> [StoredKey] {
    let files = try wrapping { () throws(FileError) in try list(path) }
    var keys: [StoredKey] = []
    for file in files.sorted() where file.hasSuffix(".jwk.json") {
      keys.append(try key(String(file.dropLast(9))))
    }
    return keys
  }

  /// The public part of the key `name`.
  package func key(_ name: String) throws(WorldError) -> StoredKey {
    let file = "\(path)/\(name).jwk.json"
    guard kind(of: file) != nil else {
      throw WorldError("no key “\(name)” in “\(path)”; “blazon keys list” tells which there are")
    }
    let bytes = try wrapping { () throws(FileError) in try read(file, limit: 65_536) }
    do throws(JSON.Problem) {
      if let key = StoredKey(try JSON(bytes)) { return key }
    } catch { throw WorldError("“\(file)” is not JSON: \(error.message)") }
    throw WorldError("“\(file)” is no public key of this folder")
  }

  /// The private key `name`, which `passphrase` opens.
  package func open(
    _ name: String, _ passphrase: borrowing Passphrase
  ) throws(WorldError) -> PrivateKey {
    let stored = try key(name)
    let file = "\(path)/\(name).pem"
    let pem = try wrapping { () throws(FileError) in try readPrivate(file, limit: 65_536) }
    guard let key = PrivateKey(pem: pem, passphrase: passphrase) else {
      throw WorldError("“\(file)” does not open with this passphrase")
    }
    guard key.publicKey.jwk == stored.key.jwk else {
      throw WorldError("“\(file)” is another key than “\(name).jwk.json” tells")
    }
    return key
  }

  /// The certificates of the key `name`, its own first; `nil` where it has none.
  package func certificates(of name: String) throws(WorldError) -> [X509Certificate]? {
    let file = "\(path)/\(name).crt"
    guard kind(of: file) != nil else { return nil }
    let bytes = try wrapping { () throws(FileError) in try read(file, limit: 262_144) }
    guard let chain = X509Certificate.chain(bytes) else {
      throw WorldError("“\(file)” holds no certificates")
    }
    return chain
  }

  /// Keeps `chain` as the certificates of the key `name`.
  package func certify(_ name: String, _ chain: [X509Certificate]) throws(WorldError) {
    let bytes = chain.flatMap(\.pem)
    try wrapping { () throws(FileError) in try replace("\(path)/\(name).crt", with: bytes) }
  }

  /// Notes that nothing new is signed with the key `name`; and that it vouches for nothing, where it is compromised.
  package func retire(_ name: String, isCompromised: Bool) throws(WorldError) -> StoredKey {
    var stored = try key(name)
    stored.isRetired = true
    stored.isCompromised = stored.isCompromised || isCompromised
    let bytes = stored.jwk.prettyBytes
    try wrapping { () throws(FileError) in try replace("\(path)/\(name).jwk.json", with: bytes) }
    return stored
  }
}

extension KeyFolder.StoredKey {
  /// The key as a JSON Web Key (RFC 7517), with its name and what has become of it.
  package var jwk: JSON {
    var members: [JSON.Member] = [
      .init("kid", .string(name)), .init("use", .string("sig")),
      .init("alg", .string(key.jwsAlgorithm)),
    ]
    members += key.jwk.members ?? []
    if isRetired { members.append(.init("retired", .bool(true))) }
    if isCompromised { members.append(.init("compromised", .bool(true))) }
    return .object(members)
  }

  /// `nil` for what is no such key.
  package init?(_ jwk: JSON) {
    guard let name = jwk["kid"]?.text, KeyFolder.isName(name), let key = PublicKey(jwk: jwk) else {
      return nil
    }
    self.init(
      name: name, key: key, isRetired: jwk["retired"] == .bool(true),
      isCompromised: jwk["compromised"] == .bool(true))
  }

  /// What it is for, in the words of the command line.
  package var algorithm: String {
    switch key.algorithm {
    case .ed25519: "ed25519"
    case .rsa: "rsa-\(key.number("n").count * 8)"
    case .p256: "p-256"
    }
  }
}
