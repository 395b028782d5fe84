public import Blazon
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
  case "/": return page(preview)
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

private func page(_ preview: Preview) -> HTTPResponse {
  let version = preview.version
  var body = ""
  if !preview.messages.isEmpty { body += "<pre>\(escaped(preview.messages))</pre>\n" }
  for (programme, names) in preview.badges {
    body += "<h1>\(escaped(programme))</h1>\n<ul>\n"
    for name in names {
      body +=
        "<li><img src=\"/badges/\(escaped(name)).svg?\(version)\" width=\"176\" height=\"176\" alt=\"\">"
        + "<span>\(escaped(name))</span></li>\n"
    }
    body += "</ul>\n"
  }
  let html = """
    <!doctype html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Blazon preview</title>
      <style>
        body { font: 0.9rem/1.4 system-ui, sans-serif; margin: 1.5rem; background: #fff; color: #1f2328; }
        ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
        li { width: 11rem; text-align: center; } li span { display: block; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; padding: 1rem; border: 2px solid #cf222e; border-radius: 0.5rem; }
        @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc; } }
      </style>
    </head>
    <body>
    \(body)<script>
      setInterval(async () => {
        try { if (await (await fetch("/version")).text() !== "\(version)") location.reload(); } catch {}
      }, 100);
    </script>
    </body>
    </html>

    """
  return HTTPResponse(type: "text/html; charset=utf-8", body: Array(html.utf8))
}

private func escaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: String(scalar)
    }
  }.joined()
}
