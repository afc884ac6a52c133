import Domain
import HTTP
import JSON
import Store

/// What an answer's body is made of: listed once as a schema, written straight into bytes.
package protocol Representation: Sendable {
    static var schema: Schema { get }
    func write(to json: inout JSONWriter)
    /// The body of the same answer when it is given again for the same `Idempotency-Key`: without secrets.
    func writeAgain(to json: inout JSONWriter)
    /// The whole body.
    func json() -> [UInt8]
    /// Whose data it is, as far as that can be deleted or erased.
    var about: AnswerSubject? { get }
}

extension Representation {
    package func writeAgain(to json: inout JSONWriter) { write(to: &json) }
    package var about: AnswerSubject? { nil }

    package func json() -> [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }
}

/// What an endpoint's closure may return: a body alone, or an `Answer` around one.
package protocol Answering: Sendable {
    associatedtype Body: Representation
    var answer: Answer<Body> { get }
}

/// An answer: its status (nil is the endpoint's usual one), its own header fields, its body.
package struct Answer<Body: Representation>: Answering {
    package var status: Int?
    package var headers = Headers()
    /// `version` of an `ETag`, where the answer is a ticket's.
    package var version: Int64?
    package var content: Content
    /// The version does not tell everything that shows, so that the answer goes out whatever the client has kept.
    package var isAlwaysSent = false

    package enum Content: Sendable {
        case body(Body)
        case nothing
        /// Bytes that are not JSON, with their media type.
        case bytes([UInt8], type: String)
        /// A file's content, with its media type.
        case file(FileBody, type: String)
        /// What the use case refuses although its changes stay: a failed login that has been counted.
        case refusal(Failure)
    }

    package var answer: Answer { self }

    package init(
        _ body: Body, status: Int? = nil, version: Int64? = nil, location: String? = nil, cookie: String? = nil
    ) {
        content = .body(body)
        self.status = status
        self.version = version
        if let location { headers.add("Location", location) }
        if let cookie { headers.add("Set-Cookie", cookie) }
    }

    private init(_ content: Content) { self.content = content }

    /// Answers `failure`, yet commits what the closure has written.
    package static func refusing(_ failure: Failure) -> Answer { Answer(.refusal(failure)) }

    /// An answer that is not JSON.
    package static func bytes(_ bytes: [UInt8], type: String, headers: Headers = Headers()) -> Answer {
        var answer = Answer(.bytes(bytes, type: type))
        answer.headers = headers
        return answer
    }

    /// An answer that is sent from a file.
    package static func file(_ file: FileBody, type: String, headers: Headers) -> Answer {
        var answer = Answer(.file(file, type: type))
        answer.headers = headers
        return answer
    }

    package static func nothing(status: Int, headers: Headers = Headers()) -> Answer {
        var answer = Answer(.nothing)
        answer.status = status
        answer.headers = headers
        return answer
    }

    /// The ETag that the answer carries, from the version or from a header of its own.
    var tag: String? { version.map(EntityTag.ofVersion) ?? headers["ETag"] }
}

/// The body of 204.
package struct NoBody: Representation {
    package static let schema = Schema.anything
    package func write(to json: inout JSONWriter) {}
    package init() {}
}

extension Answer where Body == NoBody {
    package static var noContent: Answer { nothing(status: 204) }
    package static var accepted: Answer { nothing(status: 202) }
}

/// One page of a list.
package struct ItemList<Item: Representation>: Representation, Answering {
    package let items: [Item]
    package let nextCursor: String?
    /// Given when it was asked for.
    package let total: Int64?

    package init(_ items: [Item], nextCursor: String? = nil, total: Int64? = nil) {
        self.items = items
        self.nextCursor = nextCursor
        self.total = total
    }

    package var answer: Answer<ItemList> { Answer(self) }

    package static var schema: Schema {
        .object(
            [("items", .array(of: Item.schema)), ("next_cursor", Schema.string.orNull)],
            optional: [("total", .count)])
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("items")
            json.array { json in for item in items { item.write(to: &json) } }
            json.member("next_cursor", nextCursor)
            if let total { json.member("total", total) }
        }
    }
}

extension JSONWriter {
    /// A moment as RFC 3339 text in quotes.
    package mutating func value(_ instant: Instant) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Timestamp.length + 2) { buffer in
            buffer[0] = UInt8(ascii: "\"")
            Timestamp.write(instant, to: UnsafeMutableBufferPointer(rebasing: buffer[1...]))
            buffer[Timestamp.length + 1] = UInt8(ascii: "\"")
            raw(UnsafeBufferPointer(buffer))
        }
    }

    package mutating func member(_ name: StaticString, _ instant: Instant?) {
        key(name)
        if let instant { value(instant) } else { null() }
    }
}
