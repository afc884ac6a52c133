import Foundation
import Platform

/// Where databases and their copies stand.
enum Folder {
    static let bench = ".build/bench"

    static func make() throws {
        try FileManager.default.createDirectory(atPath: bench, withIntermediateDirectories: true)
    }
}

/// A folder of this run, on the same disk as the databases: what is durable is to be so on a real one.
struct Scratch {
    let path: String

    init() throws {
        try Folder.make()
        let folder = URL(fileURLWithPath: Folder.bench).path
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("run-") {
            // What a killed run has left. A folder in use by a second run would be odd company for a measurement.
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        path = "\(folder)/run-\(System.processID)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to name: String) throws -> String {
        try File.write(Array(text.utf8), to: file(name))
        return file(name)
    }

    /// A copy of a database that is closed. It is on the disk before this returns, so that nobody's first fsync pays
    /// for it.
    func copy(_ database: String, to name: String) throws -> String {
        let path = file(name)
        for suffix in ["", "-wal", "-shm"] where File.exists(path + suffix) { try File.remove(path + suffix) }
        try FileManager.default.copyItem(atPath: database, toPath: path)
        let descriptor = try File.open(reading: path)
        defer { File.close(descriptor) }
        try File.sync(descriptor)
        return path
    }

    func remove() {
        // The next run removes what is left.
        try? FileManager.default.removeItem(atPath: path)
    }
}
