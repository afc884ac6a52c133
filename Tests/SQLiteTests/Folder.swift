import Foundation
import SQLite

/// A folder that goes away with the test that made it.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ticketd-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/test.db" }

    func open(_ name: String = "test.db", _ mode: Connection.Mode = .readWrite) throws -> Connection {
        try Connection(path: path + "/" + name, mode: mode)
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func permissions(of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
    }
}

extension Connection {
    func number(_ sql: String) throws -> Int64? { try first(composed: sql) { row in row.integer(0) } }
}
