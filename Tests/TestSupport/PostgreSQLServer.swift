public import Foundation
import Synchronization

/// A server of PostgreSQL for tests of this process, on a socket in a folder of its own.
///
/// A shell stands between: it ends the server and removes the folder as soon as this process has ended, however that
/// happens. No server runs as root.
public final class PostgreSQLServer: Sendable {
  private let folder: String
  private let process: Mutex<Process>

  private static let script = """
    set -eu
    dir=$1
    bin=$(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | tail -n 1)
    [ -x "$bin/initdb" ] || { echo "no PostgreSQL: run make setup-test"; exit 1; }
    as=
    if [ "$(id -u)" = 0 ]; then
      chown postgres "$dir"
      as="setpriv --reuid=postgres --regid=postgres --init-groups"
    fi
    chmod 755 "$dir"
    cd "$dir"
    printf 'open sesame' >"$dir/password"
    $as "$bin/initdb" -D "$dir/data" -U admin --pwfile="$dir/password" -A scram-sha-256 -E UTF8 --locale=C \\
      --no-sync >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
    $as "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=20 \\
      </dev/null >>"$dir/log" 2>&1 &
    server=$!
    trap 'kill -QUIT $server 2>/dev/null || true; wait $server || true; rm -rf "$dir"' EXIT
    tries=0
    until "$bin/pg_isready" -q -h "$dir"; do
      tries=$((tries + 1))
      [ $tries -lt 300 ] || { cat "$dir/log"; exit 1; }
      sleep 0.1
    done
    PGPASSWORD='open sesame' "$bin/psql" -q -v ON_ERROR_STOP=1 -h "$dir" -U admin -d postgres -f "$2"
    echo ready
    exec >/dev/null 2>&1
    while kill -0 $PPID; do sleep 0.2; done
    """

  /// Begins it, with the databases and roles that the SQL in `setup` makes.
  public init(setup: URL) throws {
    folder = "/tmp/blazon-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", PostgreSQLServer.script, "sh", folder, setup.path]
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    self.process = Mutex(process)
    var said = Data()
    while !said.suffix(6).elementsEqual("ready\n".utf8) {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else {
        throw NoServer(description: String(decoding: said, as: UTF8.self))
      }
      said += more
    }
  }

  /// The address of a database for a role.
  public func url(_ role: String, password: String, database: String) -> String {
    let allowed = CharacterSet.alphanumerics
    let escape = { (text: String) in
      text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
    return "postgresql://\(escape(role)):\(escape(password))@/\(database)?host=\(escape(folder))"
  }

  public struct NoServer: Error, CustomStringConvertible { public let description: String }
}
