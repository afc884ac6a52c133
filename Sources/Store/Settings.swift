import Domain
import SQLite

extension Reading {
    /// What the installation keeps for itself under `name`.
    package func setting(_ name: String) throws(Failure) -> String? {
        try first("SELECT value FROM settings WHERE name = $1", [.text(name)]) { $0.text(0) }
    }
}

extension Writing {
    package func set(_ name: String, to value: String) throws(Failure) {
        try run(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [.text(name), .text(value)])
    }
}
