import Foundation
import TestSupport

/// A server of PostgreSQL with what these tests ask for.
enum Server {
  /// Begun when first asked for; the failure if it cannot be.
  static let shared = Result { try PostgreSQLServer(setup: setup) }

  private static let setup = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/setup.sql")
}

extension PostgreSQLServer {
  /// The address of a database for a role.
  func url(_ role: String = "reader", password: String = "p@ss/w?rd") -> String {
    url(role, password: password, database: "awards")
  }
}
