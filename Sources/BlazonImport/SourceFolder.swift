internal import BlazonSource
internal import Files

/// The files of a folder that somebody else made: listed within limits, read within limits, links not followed.
struct SourceFiles: Sendable {
  /// As it was named, without a slash at its end.
  let root: String
  /// Paths below it, in the order of their bytes, folder by folder.
  private(set) var paths: [String] = []
  /// What was passed over: links, and what is no file.
  private(set) var links: [String] = []
  private let bounded: BoundedFolder

  /// Entries, levels of folders, bytes of a text and of a picture.
  static let entryLimit = 50_000
  static let depthLimit = 16
  static let textLimit = 1 << 23
  static let pictureLimit = 1 << 24

  /// Folders that hold what others made, or what is made anew.
  private static let passedOver: Set<String> = ["node_modules", "vendor", "_site", "public_html"]

  init(_ path: String, report: inout Report) throws(WorldError) {
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    do throws(Refusal) { bounded = try BoundedFolder(root) } catch {
      throw WorldError("“\(root)” cannot be read as a folder")
    }
    var count = 0
    var isFull = false
    var open: [(path: String, depth: Int)] = [("", 0)]
    while let (folder, depth) = open.popLast(), !isFull {
      let names: [String]
      do throws(Refusal) { names = try bounded.list(folder.isEmpty ? "." : folder) } catch {
        report.add(
          Diagnostic(.warning, "the folder “\(folder)” cannot be read; it is passed over", at: nil))
        continue
      }
      // Neither what was imported once nor what was drawn is brought again.
      if !folder.isEmpty, names.contains("programme.yaml") || isOutput(folder, names) { continue }
      var folders: [(String, Int)] = []
      for name in names where !name.hasPrefix(".") {
        count += 1
        if count > SourceFiles.entryLimit {
          isFull = true
          break
        }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        switch kind(of: "\(root)/\(path)", followingLinks: false) {
        case .file: paths.append(path)
        case .folder where SourceFiles.passedOver.contains(name): break
        case .folder where depth < SourceFiles.depthLimit: folders.append((path, depth + 1))
        case .folder, .link, .other, nil: links.append(path)
        }
      }
      open += folders.reversed()
    }
    if isFull {
      report.error(
        "“\(root)” has more than \(SourceFiles.entryLimit) files and folders", at: nil,
        help: "name the folder that has the badges")
    }
    if let first = links.first {
      report.add(
        Diagnostic(
          .warning,
          "“\(first)”\(links.count > 1 ? " and \(links.count - 1) more" : "") are passed over: links, "
            + "or folders in \(SourceFiles.depthLimit) others", at: nil,
          help: "put the files themselves there, if they are needed"))
    }
  }

  /// Whether a run of ours has written what stands in `folder`.
  private func isOutput(_ folder: String, _ names: [String]) -> Bool {
    guard names.contains("manifest.json"),
      let file = try? bounded.read("\(folder)/manifest.json", limit: 1 << 28)
    else { return false }
    return String(decoding: file.bytes.prefix(40), as: UTF8.self).contains("\"blazon\"")
  }

  /// The file at `path`; `nil` if it cannot be read, which the report says.
  func read(_ path: String, limit: Int, report: inout Report) -> [UInt8]? {
    do throws(Refusal) { return try bounded.read(path, limit: limit).bytes } catch {
      let why =
        switch error {
        case .missing, .notPlain: "is no plain file"
        case .leadsOut: "is a link that leads out of the folder"
        case .tooLarge(let limit): "has more than \(limit) bytes"
        case .failed(let error): "cannot be read: \(error.description)"
        }
      report.add(
        Diagnostic(
          .warning, "“\(path)” \(why); it is left out", at: place(of: path),
          help: error == .tooLarge(limit: limit) ? "make it smaller" : nil))
      return nil
    }
  }

  /// The text at `path` with the name that messages call it by.
  func text(_ path: String, report: inout Report) -> SourceText? {
    read(path, limit: SourceFiles.textLimit, report: &report)
      .map { SourceText(name: shown(path), bytes: $0) }
  }

  /// How messages call it.
  func shown(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }

  /// The folder, below the root, of the text that `place` is in.
  func folder(of place: Place) -> String {
    let name = place.source.name
    return (root == "." ? name : String(name.dropFirst(root.count + 1))).folderPath
  }

  /// The file as a whole.
  func place(of path: String) -> Place {
    let start = Position(line: 1, column: 1)
    return Place(SourceText(name: shown(path), bytes: []), start: start, end: start)
  }
}

extension String {
  /// The parts between slashes.
  var pathParts: [String] { split(separator: "/").map(String.init) }

  /// The last part of a path.
  var fileName: String { pathParts.last ?? self }

  /// What stands before the last part of a path; empty if nothing does.
  var folderPath: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }

  /// The file's name without its ending.
  var stem: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// `svg`, `png`, …, in small letters.
  var ending: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
