import Domain
import Security
import Service
import Store

/// Which part of a list is asked for. One field of a form, three parameters of the query.
package struct PageRequest: Sendable {
    /// 1 to 100.
    package let limit: Int
    /// Where the page before ended; nil for the first page.
    package let after: ListPosition?
    /// The answer is to say how many there are in all.
    package let isCounted: Bool
    private let cursors: Cursors
    private let query: String

    static let limits: ClosedRange<Int64> = 1...100
    static let usualLimit: Int64 = 20

    init(limit: Int, after: ListPosition?, isCounted: Bool, cursors: Cursors, query: String) {
        self.limit = limit
        self.after = after
        self.isCounted = isCounted
        self.cursors = cursors
        self.query = query
    }

    /// The cursor of the page behind `position`; nil where there is none.
    package func cursor(for position: ListPosition?) -> String? { position.map { cursors.text($0, query: query) } }

    /// The page of rows that were all read, in the order of the list: for lists that are short by nature.
    package func page<Row: Representation>(of all: [Row], _ position: (Row) -> ListPosition) -> ItemList<Row> {
        var rest = all[...]
        if let after { rest = rest.drop { !position($0).isBehind(after) } }
        let (rows, cursor) = cut(Array(rest.prefix(limit + 1)), position)
        return ItemList(rows, nextCursor: cursor, total: isCounted ? Int64(all.count) : nil)
    }

    /// Cuts rows that were read with one more than `limit`, and says where the next page begins.
    package func cut<Row>(_ rows: [Row], _ position: (Row) -> ListPosition) -> (rows: [Row], cursor: String?) {
        guard rows.count > limit, let last = rows.prefix(limit).last else { return (rows, nil) }
        return (Array(rows.prefix(limit)), cursor(for: position(last)))
    }
}

extension ListPosition {
    /// Whether a row here comes after one at `other`, both ascending.
    fileprivate func isBehind(_ other: ListPosition) -> Bool {
        (key ?? .max, id) > (other.key ?? .max, other.id)
    }
}

/// Writes and reads cursors: positions in a list, signed, bound to the query that they belong to.
package struct Cursors: Sendable {
    private let signer: Signer

    package init(_ tokens: Tokens) { signer = tokens.signer("cursor") }

    func text(_ position: ListPosition, query: String) -> String {
        var payload: [UInt8] = [position.key == nil ? 0 : 1]
        var numbers = [position.key ?? 0, position.id]
        if let search = position.search {
            numbers += search.numbers
        }
        for number in numbers {
            withUnsafeBytes(of: number.bigEndian) { payload.append(contentsOf: $0) }
        }
        return signer.sign(payload, context: query)
    }

    /// - Throws: `.invalidCursor` for what we have not made for this query.
    func position(_ text: String, query: String) throws(Failure) -> ListPosition {
        guard let payload = signer.open(text, context: query), payload.count % 8 == 1 else { throw .invalidCursor }
        let numbers = stride(from: 1, to: payload.count, by: 8).map { Self.number(payload[$0..<$0 + 8]) }
        guard numbers.count >= 2 else { throw .invalidCursor }
        var position = ListPosition(key: payload[0] == 0 ? nil : numbers[0], id: numbers[1])
        if numbers.count > 2 {
            guard let search = SearchBounds(numbers[2...]) else { throw .invalidCursor }
            position.search = search
        }
        return position
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        Int64(bitPattern: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

extension SearchBounds {
    fileprivate var numbers: [Int64] {
        [
            lastMessage, lastTicket, Int64(depth.rawValue), window?.isCompleted == true ? 1 : 0, window?.oldest ?? 0,
            window?.oldestOwn ?? 0,
        ]
    }

    fileprivate init?(_ numbers: ArraySlice<Int64>) {
        let numbers = Array(numbers)
        guard numbers.count == 6, let depth = Depth(rawValue: Int(numbers[2])) else { return nil }
        self.init(
            lastMessage: numbers[0], lastTicket: numbers[1], depth: depth,
            window: Window(isCompleted: numbers[3] == 1, oldest: numbers[4], oldestOwn: numbers[5]))
    }
}

extension Field where Value == PageRequest {
    /// `limit`, `cursor` and `count`. The cursor is bound to the path and to all other parameters.
    package static var page: Field {
        let limit = Field<Int64>.query("limit", .integer(PageRequest.limits)).defaulting(PageRequest.usualLimit)
        let cursor = Field<String>.query("cursor", .anyString).optional
        let count = Field<Bool>.query("count", .boolean).defaulting(false)
        return Field(
            of: { source in
                guard let limit = limit.read(source), let text = cursor.read(source), let isCounted = count.read(source)
                else { return nil }
                let cursors = source.exchange.services.cursors
                let query = source.listQuery
                var after: ListPosition?
                if let text {
                    do throws(Failure) {
                        after = try cursors.position(text, query: query)
                    } catch {
                        source.fail(error)
                    }
                }
                return PageRequest(
                    limit: Int(limit), after: after, isCounted: isCounted, cursors: cursors, query: query)
            }, limit.descriptions + cursor.descriptions + count.descriptions)
    }
}
