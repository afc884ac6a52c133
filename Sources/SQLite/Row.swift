import CSQLite

/// The current row of a running statement. Valid only inside the closure that it was given to.
///
/// Columns are numbered from 0. A value of another type is converted as SQLite does it (sqlite.org/c3ref/column_blob.html).
package struct Row {
    @usableFromInline let statement: OpaquePointer

    @inlinable
    init(_ statement: OpaquePointer) { self.statement = statement }

    @inlinable
    package func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    @inlinable
    package func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

    @inlinable
    package func flag(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }

    @inlinable
    package func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    /// Empty for NULL. Bytes that are not UTF-8 are replaced by U+FFFD.
    @inlinable
    package func text(_ column: Int32) -> String {
        // sqlite3_column_text before sqlite3_column_bytes: the first may convert, the second then counts the result.
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    @inlinable
    package func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    @inlinable
    package func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }

    @inlinable
    package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    @inlinable
    package func optionalFlag(_ column: Int32) -> Bool? { isNull(column) ? nil : flag(column) }

    @inlinable
    package func optionalBlob(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }

    /// Empty for NULL.
    @inlinable
    package func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// Lends the UTF-8 bytes of a text without making a `String`; empty for NULL.
    @inlinable
    package func withTextBytes<Result, Failure: Error>(
        _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = sqlite3_column_text(statement, column)
        let count = start == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeBufferPointer(start: start, count: count))
    }

    /// The value as it is stored.
    package func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(real(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .blob(blob(column))
        default: .null
        }
    }

    package var columnCount: Int32 { sqlite3_column_count(statement) }

    package func name(_ column: Int32) -> String {
        guard let name = sqlite3_column_name(statement, column) else { return "" }
        return String(cString: name)
    }
}
