package import BlazonCredential
internal import BlazonJSON
package import BlazonSource
internal import Files

/// Files and folders whose credentials are verified, without a network.
package struct CredentialFiles: Sendable {
  /// What one credential of one file came to.
  package struct Finding: Sendable {
    package var file: String
    package var verification: Verification
  }

  /// Folders that stand for addresses: what is below the one is what would be answered below the other.
  package struct Base: Sendable {
    fileprivate var address: String
    fileprivate var folder: String

    /// `URL=FOLDER`; `nil` for anything else.
    package init?(_ text: String) {
      guard let equals = text.firstIndex(of: "="), text.hasPrefix("https://") else { return nil }
      address = String(text[..<equals])
      folder = String(text[text.index(after: equals)...])
      while address.hasSuffix("/") { address.removeLast() }
      guard address.utf8.count > 8, kind(of: folder) == .folder else { return nil }
      address = withPlainHost(address)
    }
  }

  private let bases: [Base]
  private let trust: TrustList
  private let now: Moment
  private let recipient: String?

  package init(
    bases: [Base], trust: TrustList, now: Moment, recipient: String?
  ) {
    (self.bases, self.trust, self.now, self.recipient) = (bases, trust, now, recipient)
  }

  /// Keys that a file lists, as `TrustList` reads them.
  package static func trust(in file: String) throws(WorldError) -> TrustList {
    let bytes = try wrapping { () throws(FileError) in try read(file, limit: 1 << 20) }
    do throws(JSON.Problem) {
      if let list = TrustList(try JSON(bytes)) { return list }
    } catch { throw WorldError("“\(file)” is not JSON: \(error.message)") }
    throw WorldError("“\(file)” holds no public keys: a DID document or a JSON Web Key Set does")
  }

  /// This moment, as the system's clock says.
  package static var now: Moment { Moment(seconds: clockSeconds()) }

  /// Verifies all credentials of what is at `path`. A folder's files that carry none are passed over.
  package func findings(at path: String) throws(WorldError) -> [Finding] {
    var files: [String] = []
    try collect(path, into: &files)
    let isFolder = kind(of: path) == .folder
    var findings: [Finding] = []
    for file in files {
      let found = try verify(file)
      if found.isEmpty, !isFolder {
        findings.append(Finding(file: file, verification: .none))
      }
      findings += found.map { Finding(file: file, verification: $0) }
    }
    return findings
  }

  private static let endings = [".png", ".svg", ".pdf", ".jws", ".jwt", ".json"]
  /// Beyond that, a folder is more than one issuer's.
  private static let fileCount = 2_000_000

  private func collect(_ path: String, into files: inout [String]) throws(WorldError) {
    guard kind(of: path) == .folder else {
      files.append(path)
      return
    }
    let names = try wrapping { () throws(FileError) in try list(path) }
    for name in names.sorted() {
      let inner = "\(path)/\(name)"
      switch kind(of: inner, followingLinks: false) {
      case .folder: try collect(inner, into: &files)
      case .file:
        guard CredentialFiles.endings.contains(where: { name.hasSuffix($0) }) else { continue }
        files.append(inner)
      case .link, .other, nil: break
      }
      guard files.count <= CredentialFiles.fileCount else {
        throw WorldError("“\(path)” has more than \(CredentialFiles.fileCount) files")
      }
    }
  }

  private func verify(_ file: String) throws(WorldError) -> [Verification] {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try read(file, limit: 64 << 20) } catch {
      guard error.isTooLong else { throw WorldError(error.description) }
      return [.tooLarge]
    }
    let verifier = Verifier(
      document, trusting: trust, at: now, recipient: recipient)
    let found = verifier.verify(file: bytes)
    // What is called so and is none was meant to be one.
    let isToken =
      [".jws", ".jwt"].contains { file.hasSuffix($0) } && !file.hasSuffix("revocations.jwt")
    return found.isEmpty && isToken ? [.noToken] : found
  }

  /// What stands at `address`, in the folder of the base that fits it best.
  private func document(_ address: String) -> [UInt8]? {
    let plain = withPlainHost(String(address.prefix { $0 != "#" && $0 != "?" }))
    let fitting = bases.filter { plain.hasPrefix("\($0.address)/") }
    guard let base = fitting.max(by: { $0.address.utf8.count < $1.address.utf8.count }) else {
      return nil
    }
    let parts = plain.dropFirst(base.address.count + 1).split(
      separator: "/", omittingEmptySubsequences: false)
    // A folder's address leads nowhere else.
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    do throws(Refusal) {
      return try BoundedFolder(base.folder).read(parts.joined(separator: "/"), limit: 16 << 20)
        .bytes
    } catch { return nil }
  }
}

/// `address` with its host in lower case, as hosts are the same however they are written (RFC 3986, section 6.2.2.1).
private func withPlainHost(_ address: String) -> String {
  guard address.hasPrefix("https://") else { return address }
  let rest = address.dropFirst(8)
  let host = rest.prefix { $0 != "/" }
  return "https://\(host.lowercased())\(rest.dropFirst(host.count))"
}
