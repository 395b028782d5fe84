internal import CHTTP
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
/// time. Immutable after `init`, but for the daemon, which only `init` and `deinit` touch, and what is open,
/// behind a lock: that is why the class may be shared.
@safe public final class HTTPServer: @unchecked Sendable {
  /// Given the path, without the query; `%` and two digits are one byte by now.
  public typealias Handler = @Sendable (_ path: String) -> HTTPResponse

  private let handler: Handler
  private var daemon: OpaquePointer?
  public private(set) var port = 0
  private let connections = Mutex<[Connection]>([])
  private let timer = DispatchSource.makeTimerSource(queue: .global())

  /// One that is open: since when it has been answered nothing.
  private struct Connection {
    var socket: Int32
    var start: DispatchTime
  }

  /// How long a client may take for a request, all of it, however slowly it sends.
  private static let seconds = 10.0
  /// How many may be open before the one that has waited longest is closed for the next.
  private static let connectionLimit = 192

  /// Listens on `port`, or on any that is free if it is 0.
  public init(port: Int, _ handler: @escaping Handler) throws(HTTPError) {
    self.handler = handler
    // The daemon is stopped before this object goes: its context stays valid.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe daemon = blazon_http_start(UInt16(clamping: port), answer, note, context)
    guard let daemon = unsafe daemon else {
      throw HTTPError(description: "listening on 127.0.0.1:\(port): is the port in use?")
    }
    self.port = unsafe Int(blazon_http_port(daemon))
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { [weak self] in self?.closeSlow() }
    timer.resume()
  }

  deinit {
    timer.cancel()
    if let daemon = unsafe daemon { unsafe MHD_stop_daemon(daemon) }
  }

  // MARK: Connections

  /// Closed by their sockets: the daemon then sees their end, and nobody else's.
  private func closeSlow() {
    let now = DispatchTime.now()
    connections.withLock { all in
      for connection in all where connection.start + HTTPServer.seconds < now {
        shutdown(connection.socket, Int32(SHUT_RDWR))
      }
    }
  }

  fileprivate func opened(_ socket: Int32) {
    connections.withLock { all in
      if all.count >= HTTPServer.connectionLimit, let oldest = all.min(by: { $0.start < $1.start })
      {
        shutdown(oldest.socket, Int32(SHUT_RDWR))
      }
      all.append(Connection(socket: socket, start: .now()))
    }
  }

  fileprivate func closed(_ socket: Int32) {
    connections.withLock { all in all.removeAll { $0.socket == socket } }
  }

  private func served(_ socket: Int32) {
    connections.withLock { all in
      for index in all.indices where all[index].socket == socket { all[index].start = .now() }
    }
  }

  // MARK: Answers

  /// Why a request gets no answer, if it gets none: it names another host, or comes from a page of another site.
  private func refusal(_ connection: OpaquePointer, _ method: String) -> HTTPResponse? {
    func header(_ name: String) -> String? {
      unsafe MHD_lookup_connection_value(connection, .HEADER_KIND, name).map {
        unsafe String(cString: $0)
      }
    }
    func refuse(_ status: Int, _ words: String) -> HTTPResponse {
      HTTPResponse(status: status, type: "text/plain", body: Array("\(words)\n".utf8))
    }
    // "A server MUST respond with a 400 … to any request message that lacks a Host header field and to any request
    // message that contains more than one" (RFC 9112, 3.2).
    guard unsafe blazon_http_hosts(connection) == 1, let host = header("Host")?.lowercased() else {
      return refuse(400, "one Host, please")
    }
    // A page of another site must not read this one through a name that it made point here.
    let names = ["127.0.0.1", "localhost"].flatMap { [$0, "\($0):\(port)"] }
    guard names.contains(host) else {
      return refuse(421, "this is 127.0.0.1:\(port), and nobody else")
    }
    if let site = header("Sec-Fetch-Site"), site != "same-origin", site != "none" {
      let isNavigation =
        header("Sec-Fetch-Mode") == "navigate" && header("Sec-Fetch-Dest") == "document"
      guard isNavigation, method == "GET" else {
        return refuse(403, "other sites may link here, and nothing else")
      }
    }
    return nil
  }

  fileprivate func respond(
    _ connection: OpaquePointer, _ method: String, _ path: String
  ) -> MHD_Result {
    let isHead = method == "HEAD"
    defer { unsafe served(blazon_http_socket(connection)) }
    let answer =
      unsafe refusal(connection, method) ?? (isHead || method == "GET" ? handler(path) : nil)
      ?? HTTPResponse(status: 405, type: "text/plain", body: Array("only GET\n".utf8))
    var body = answer.body
    let response = unsafe MHD_create_response_from_buffer(body.count, &body, .RESPMEM_MUST_COPY)
    guard let response = unsafe response else { return .NO }
    defer { unsafe MHD_destroy_response(response) }
    let ancestors = "frame-ancestors 'none'"
    let policy =
      answer.policy.contains(ancestors) ? answer.policy : "\(answer.policy); \(ancestors)"
    let headers = [
      ("Content-Type", answer.type), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", policy),
      ("Cross-Origin-Resource-Policy", "same-origin"),
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
  if let uploadSize = unsafe uploadSize, unsafe uploadSize.pointee > 0 {
    unsafe uploadSize.pointee = 0
    return .YES
  }
  let server = unsafe Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
  return unsafe server.respond(connection, String(cString: method), String(cString: url))
}

/// Called by the daemon when a connection begins and when it has ended.
private func note(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ event: MHD_ConnectionNotificationCode
) {
  guard let context = unsafe context, let connection = unsafe connection else { return }
  let server = unsafe Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
  let socket = unsafe blazon_http_socket(connection)
  // MHD_CONNECTION_NOTIFY_STARTED, which is imported under no name.
  if event.rawValue == 0 { server.opened(socket) } else { server.closed(socket) }
}
