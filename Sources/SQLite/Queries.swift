import CSQLite

/// What the Store calls. `sql` as a literal is found again by its address; `composed` is for lists put together from
/// constant fragments and is found again by its text. Values are always bound, in the order of `$1, $2, ...`.
extension Connection {
    /// Runs a statement to its end; rows are passed over.
    @inlinable
    package func run(_ sql: StaticString, _ values: [SQLValue] = []) throws(SQLiteError) {
        try finish(begin(sql, values))
    }

    @inlinable
    package func run(composed sql: String, _ values: [SQLValue] = []) throws(SQLiteError) {
        try finish(begin(composed: sql, values))
    }

    /// The first row, mapped, or nil for none. The rest is not read.
    @inlinable
    package func first<T>(
        _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(SQLiteError) -> T? {
        try first(of: begin(sql, values), map)
    }

    @inlinable
    package func first<T>(
        composed sql: String, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(SQLiteError) -> T? {
        try first(of: begin(composed: sql, values), map)
    }

    /// All rows, mapped, in the statement's order.
    @inlinable
    package func all<T>(
        _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(SQLiteError) -> [T] {
        try all(of: begin(sql, values), map)
    }

    @inlinable
    package func all<T>(
        composed sql: String, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(SQLiteError) -> [T] {
        try all(of: begin(composed: sql, values), map)
    }

    /// Hands each row to `body`, one after the other.
    @inlinable
    package func each(
        _ sql: StaticString, _ values: [SQLValue] = [], _ body: (Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try each(of: begin(sql, values), body)
    }

    @inlinable
    package func each(
        composed sql: String, _ values: [SQLValue] = [], _ body: (Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try each(of: begin(composed: sql, values), body)
    }

    @usableFromInline
    func finish(_ use: Use) throws(SQLiteError) {
        while true {
            let code = sqlite3_step(use.pointee.handle)
            if code == SQLITE_ROW { continue }
            guard code == SQLITE_DONE else { throw failure(code, ending: use) }
            end(use)
            return
        }
    }

    @inlinable
    func first<T>(of use: Use, _ map: (Row) throws(SQLiteError) -> T) throws(SQLiteError) -> T? {
        let code = sqlite3_step(use.pointee.handle)
        guard code == SQLITE_ROW else {
            guard code == SQLITE_DONE else { throw failure(code, ending: use) }
            end(use)
            return nil
        }
        let mapped: T
        do throws(SQLiteError) {
            mapped = try map(Row(use.pointee.handle))
        } catch {
            end(use)
            throw error
        }
        try endEarly(use)
        return mapped
    }

    @inlinable
    func all<T>(of use: Use, _ map: (Row) throws(SQLiteError) -> T) throws(SQLiteError) -> [T] {
        var rows: [T] = []
        try each(of: use) { row throws(SQLiteError) in rows.append(try map(row)) }
        return rows
    }

    @inlinable
    func each(of use: Use, _ body: (Row) throws(SQLiteError) -> Void) throws(SQLiteError) {
        while true {
            let code = sqlite3_step(use.pointee.handle)
            guard code == SQLITE_ROW else {
                guard code == SQLITE_DONE else { throw failure(code, ending: use) }
                end(use)
                return
            }
            do throws(SQLiteError) {
                try body(Row(use.pointee.handle))
            } catch {
                end(use)
                throw error
            }
        }
    }
}
