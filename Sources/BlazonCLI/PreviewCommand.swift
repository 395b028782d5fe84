internal import BlazonArguments
internal import BlazonDesk
internal import BlazonServer
internal import BlazonSource
internal import Files

extension Command {
  static let preview = Command(
    name: "preview", operands: "[PATH…]",
    summary: "show badges in a browser while specs are written",
    details: """
      Serves a page of all badges of each PATH, badge-specs unless given, on this machine alone
      (127.0.0.1). The page follows the files: a change shows at once, a mistake is shown above
      the last good pictures. Ends with Ctrl-C.
      """,
    options: [
      Option(names: ["--port"], value: "N", help: "where to listen; a free port unless given")
    ],
    examples: [("blazon preview badge-specs/acme --port 8080", "then open http://127.0.0.1:8080/")],
    run: { arguments throws(UsageError) in
      var port = 0
      if let text = arguments.value("--port") {
        guard let number = Int(text), (1...65535).contains(number) else {
          throw UsageError(message: "--port: “\(text)” is not a number from 1 to 65535")
        }
        port = number
      }
      let paths = arguments.operands.isEmpty ? ["badge-specs"] : arguments.operands
      for path in paths where kind(of: path) == nil {
        return failed(WorldError("no file or folder “\(path)”"), as: arguments.messages)
      }
      let preview = Preview(paths)
      do throws(ServerError) {
        let server = try PreviewServer(preview, port: port)
        Stream.output.write("\(server.address)\n")
        preview.follow()
        return withExtendedLifetime(server) { .success }
      } catch {
        return failed(error, as: arguments.messages)
      }
    })
}
