import Domain
import Security
import Store

/// Makes and reads the cursors of lists: opaque, signed, and bound to the query they came from.
package struct Cursors: Sendable {
    private let signer: Signer

    package init(secret: [UInt8]) { signer = Signer(secret: secret, purpose: "cursor") }

    /// - Parameter query: the list and all that shapes it, the page's size aside.
    func text(_ position: ListPosition, of query: String) -> String {
        var payload: [UInt8] = [position.key == nil ? 0 : 1]
        for number in [position.key ?? 0, position.id] {
            withUnsafeBytes(of: number.littleEndian) { payload.append(contentsOf: $0) }
        }
        return signer.sign(payload, context: query)
    }

    /// - Throws: `.invalidCursor` for what we have not made for this query.
    func position(_ text: String?, of query: String) throws(Failure) -> ListPosition? {
        guard let text else { return nil }
        guard let payload = signer.open(text, context: query), payload.count == 17 else { throw .invalidCursor }
        func number(_ from: Int) -> Int64 {
            payload[from..<from + 8].reversed().reduce(0) { $0 << 8 | Int64($1) }
        }
        return ListPosition(key: payload[0] == 0 ? nil : number(1), id: number(9))
    }
}

/// How much of a list is asked for.
struct PageInput: Sendable {
    static let largest: Int64 = 100
    static let usual: Int64 = 20

    let cursor: String?
    let limit: Int
    let counted: Bool

    init(_ cursor: String?, _ limit: Int64, _ counted: Bool) {
        self.cursor = cursor
        self.limit = Int(limit)
        self.counted = counted
    }

    static var cursorField: Field<String?> { Field<String>.query("cursor", .anyString).optional }
    static var limitField: Field<Int64> { Field<Int64>.query("limit", .integer(1...largest)).defaulting(usual) }
    static var countField: Field<Bool> { Field<Bool>.query("count", .boolean).defaulting(false) }
}
