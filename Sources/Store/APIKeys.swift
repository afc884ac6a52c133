import Domain
import SQLite

/// A gateway's key as admins see it; the key itself is not kept.
package struct APIKey: Sendable, Equatable {
    package let id: ID<KeyHolder>
    package var name: String
    package var scopes: [Scope]
    package var isActive: Bool
    package let createdBy: ID<User>?
    package let createdAt: Instant
    package let updatedAt: Instant
}

extension Reading {
    /// Nil for a key that is not there or switched off.
    package func keyHolder(hash: String) throws(Failure) -> KeyHolder? {
        try first(
            "SELECT id, name, scopes FROM api_keys WHERE hash = $1 AND is_active = 1", [.text(hash)]
        ) { KeyHolder(id: ID($0.integer(0)), name: $0.text(1), scopes: Set(APIKey.scopes($0.text(2)))) }
    }

    package func apiKey(_ id: ID<KeyHolder>) throws(Failure) -> APIKey? {
        try first(
            """
            SELECT id, name, scopes, is_active, created_by_id, created_at, updated_at FROM api_keys WHERE id = $1
            """, [.integer(id.rawValue)], APIKey.init(row:))
    }

    /// Keys in the order they were made, after `position`.
    package func apiKeys(after position: Int64, limit: Int64) throws(Failure) -> [APIKey] {
        try all(
            """
            SELECT id, name, scopes, is_active, created_by_id, created_at, updated_at FROM api_keys
            WHERE id > $1 ORDER BY id LIMIT $2
            """, [.integer(position), .integer(limit)], APIKey.init(row:))
    }

    package func apiKeyCount() throws(Failure) -> Int64 {
        try first("SELECT count(*) FROM api_keys") { $0.integer(0) } ?? 0
    }
}

extension Writing {
    package func insertAPIKey(
        name: String, hash: String, scopes: [Scope], isActive: Bool, by admin: ID<User>
    ) throws(Failure) -> APIKey {
        let inserted = try first(
            """
            INSERT INTO api_keys (name, hash, scopes, is_active, created_by_id, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $6)
            RETURNING id, name, scopes, is_active, created_by_id, created_at, updated_at
            """,
            [
                .text(name), .text(hash), .text(APIKey.text(scopes)), .flag(isActive), .integer(admin.rawValue),
                .integer(now.milliseconds),
            ], APIKey.init(row:))
        guard let inserted else { throw .internalFault("an inserted API key is not there") }
        return inserted
    }

    package func save(_ key: APIKey) throws(Failure) {
        try run(
            "UPDATE api_keys SET name = $1, scopes = $2, is_active = $3, updated_at = $4 WHERE id = $5",
            [
                .text(key.name), .text(APIKey.text(key.scopes)), .flag(key.isActive), .integer(now.milliseconds),
                .integer(key.id.rawValue),
            ])
    }

    package func deleteAPIKey(_ id: ID<KeyHolder>) throws(Failure) {
        try run("DELETE FROM api_keys WHERE id = $1", [.integer(id.rawValue)])
    }
}

extension APIKey {
    /// Scopes are kept with a blank between them, as OAuth writes them.
    static func scopes(_ text: String) -> [Scope] {
        text.split(separator: " ").compactMap { Scope(rawValue: String($0)) }
    }

    static func text(_ scopes: [Scope]) -> String { scopes.map(\.rawValue).joined(separator: " ") }

    init(row: Row) {
        id = ID(row.integer(0))
        name = row.text(1)
        scopes = APIKey.scopes(row.text(2))
        isActive = row.flag(3)
        createdBy = row.optionalInteger(4).map { ID($0) }
        createdAt = Instant(milliseconds: row.integer(5))
        updatedAt = Instant(milliseconds: row.integer(6))
    }
}
