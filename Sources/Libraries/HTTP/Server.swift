internal import CHTTP

/// The server could not be started.
public struct HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// What a server answers.
public struct HTTPResponse: Sendable {
  public var status: Int
  /// The media type, with its parameters.
  public var type: String
  public var body: [UInt8]
  /// What a page may load and run: its Content-Security-Policy.
  public var policy: String

  public init(
    status: Int = 200, type: String, body: [UInt8], policy: String = "default-src 'none'"
  ) {
    (self.status, self.type, self.body, self.policy) = (status, type, body, policy)
  }
}

/// A server on 127.0.0.1, for whoever sits at this machine.
///
/// Owns an `MHD_Daemon` and its one thread. The handler is called on that thread, one request at a
/// time. Immutable after `init`, but for the daemon, which only `init` and `deinit` touch: that is why
/// the class may be shared.
@safe public final class HTTPServer: @unchecked Sendable {
  /// Given the path, without the query, undecoded.
  public typealias Handler = @Sendable (_ path: String) -> HTTPResponse

  private let handler: Handler
  private var daemon: OpaquePointer?
  public private(set) var port = 0

  /// Listens on `port`, or on any that is free if it is 0.
  public init(port: Int, _ handler: @escaping Handler) throws(HTTPError) {
    self.handler = handler
    // The daemon is stopped before this object goes: its context stays valid.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe daemon = blazon_http_start(UInt16(clamping: port), answer, context)
    guard let daemon = unsafe daemon else {
      throw HTTPError(description: "listening on 127.0.0.1:\(port): is the port in use?")
    }
    self.port = unsafe Int(blazon_http_port(daemon))
  }

  deinit { if let daemon = unsafe daemon { unsafe MHD_stop_daemon(daemon) } }

  fileprivate func respond(
    _ connection: OpaquePointer, _ method: String, _ path: String
  ) -> MHD_Result {
    let isHead = method == "HEAD"
    let answer =
      isHead || method == "GET"
      ? handler(path)
      : HTTPResponse(status: 405, type: "text/plain", body: Array("only GET\n".utf8))
    var body = answer.body
    let response = unsafe MHD_create_response_from_buffer(body.count, &body, .RESPMEM_MUST_COPY)
    guard let response = unsafe response else { return .NO }
    defer { unsafe MHD_destroy_response(response) }
    let headers = [
      ("Content-Type", answer.type), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", answer.policy),
    ]
    for (name, value) in headers { unsafe MHD_add_response_header(response, name, value) }
    return unsafe MHD_queue_response(connection, UInt32(answer.status), response)
  }
}

/// Called by the daemon, on its thread.
private func answer(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?,
  _ upload: UnsafePointer<CChar>?, _ uploadSize: UnsafeMutablePointer<Int>?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context = unsafe context, let connection = unsafe connection, let url = unsafe url,
    let method = unsafe method
  else { return .NO }
  // A page of another site must not read this one through a name that it made point here.
  if let host = unsafe MHD_lookup_connection_value(connection, .HEADER_KIND, "Host") {
    let name = unsafe String(cString: host).prefix { $0 != ":" }
    guard name == "127.0.0.1" || name == "localhost" else { return .NO }
  }
  if let uploadSize = unsafe uploadSize, unsafe uploadSize.pointee > 0 {
    unsafe uploadSize.pointee = 0
    return .YES
  }
  let server = unsafe Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
  return unsafe server.respond(connection, String(cString: method), String(cString: url))
}
