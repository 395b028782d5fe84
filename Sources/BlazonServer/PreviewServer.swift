public import BlazonDesk
internal import BlazonSite
internal import HTTP

/// The server could not be started.
public struct ServerError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// The house over HTTP, for one author at this machine: a page of all badges that follows the files.
public final class PreviewServer: Sendable {
  private let server: HTTPServer

  /// Listens on 127.0.0.1, on any free port if `port` is 0.
  public init(_ preview: Preview, port: Int) throws(ServerError) {
    do throws(HTTPError) {
      server = try HTTPServer(port: port) { path in answer(path, preview) }
    } catch {
      throw ServerError(description: error.description)
    }
  }

  public var address: String { "http://127.0.0.1:\(server.port)/" }
}

private func answer(_ path: String, _ preview: Preview) -> HTTPResponse {
  switch path {
  case "/":
    let version = preview.version
    let page = previewPage(
      preview.programmes, messages: preview.messages, problems: preview.problems, version: version)
    // The page runs its own few lines and loads its own pictures, nothing else.
    return HTTPResponse(
      type: "text/html; charset=utf-8", body: Array(page.utf8),
      policy: "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
        + "script-src 'unsafe-inline'; connect-src 'self'")
  case "/version":
    return HTTPResponse(type: "text/plain", body: Array(String(preview.version).utf8))
  default: break
  }
  if path.hasPrefix("/badges/"), path.hasSuffix(".svg"),
    let svg = preview.svg(String(path.dropFirst(8).dropLast(4)))
  {
    return HTTPResponse(type: "image/svg+xml", body: svg)
  }
  if path.hasPrefix("/site/"), let name = decoded(path.dropFirst(6)), let file = preview.file(name)
  {
    // A page says itself what it may load; pictures load nothing.
    return HTTPResponse(
      type: file.type.hasPrefix("text/") ? "\(file.type); charset=utf-8" : file.type,
      body: file.bytes,
      policy: file.type == "text/html"
        ? "frame-ancestors 'none'" : "default-src 'none'; style-src 'unsafe-inline'")
  }
  return HTTPResponse(status: 404, type: "text/plain", body: Array("nothing here\n".utf8))
}

/// `path` with its `%` and two digits as bytes; `nil` if that is no text.
private func decoded(_ path: Substring) -> String? {
  var (bytes, rest) = ([UInt8](), Array(path.utf8)[...])
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}
