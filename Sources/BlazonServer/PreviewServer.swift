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
    let page = previewPage(preview.badges, messages: preview.messages, version: version)
    // The page runs its own few lines and loads its own pictures, nothing else.
    return HTTPResponse(
      type: "text/html; charset=utf-8", body: Array(page.utf8),
      policy: "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
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
  return HTTPResponse(status: 404, type: "text/plain", body: Array("nothing here\n".utf8))
}
