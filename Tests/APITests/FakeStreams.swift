import Domain
import Foundation
import HTTP
import JSON
import Platform
import Store
import Support
import Testing

@testable import API

/// Streams without sockets: what each was sent, and clients that take nothing while they are `full`.
final class FakeStreams: Streams {
    var full: Set<StreamID> = []
    private var sent: [StreamID: String] = [:]
    private(set) var ended: Set<StreamID> = []
    private(set) var awaiting: Set<StreamID> = []
    private(set) var wakesSoon = false

    func send(_ bytes: [UInt8], to stream: StreamID) -> Bool {
        guard !full.contains(stream), !ended.contains(stream) else { return false }
        sent[stream, default: ""] += String(decoding: bytes, as: UTF8.self)
        return true
    }

    func awaitRoom(_ stream: StreamID) { awaiting.insert(stream) }
    func wakeSoon() { wakesSoon = true }
    func end(_ stream: StreamID) { ended.insert(stream) }

    /// What came since the last look, block by block.
    func take(_ stream: StreamID) -> [StreamBlock] {
        let text = sent.removeValue(forKey: stream) ?? ""
        #expect(text.isEmpty || text.hasSuffix("\n\n"))
        return text.components(separatedBy: "\n\n").dropLast().map(StreamBlock.init)
    }

    /// Does what the loop would do in its next rounds, until nothing is asked for.
    func settle(_ feed: LiveFeed) {
        var rounds = 0
        while rounds < 1000 {
            rounds += 1
            let streams = awaiting.subtracting(full)
            if streams.isEmpty, !wakesSoon { return }
            awaiting.subtract(streams)
            wakesSoon = false
            feed.wake(on: self)
            for stream in streams { feed.catchUp(stream, on: self) }
        }
        Issue.record("the feed never settles")
    }
}

/// One block of an event stream.
struct StreamBlock {
    let fields: [String: String]
    let isComment: Bool

    init(_ text: String) {
        isComment = text.hasPrefix(":")
        var fields: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix(":") {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[String(parts[0])] = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
        }
        self.fields = fields
    }

    var id: Int64? { fields["id"].flatMap { Int64($0) } }
    var type: String? { fields["event"] }
    var data: JSONValue { (try? JSONReader.read(Array((fields["data"] ?? "").utf8))) ?? .null }
}

extension Sequence where Element == StreamBlock {
    var ids: [Int64] { compactMap(\.id) }
    var types: [String] { compactMap(\.type) }
}

/// A desk whose events go to a feed.
struct LiveDesk {
    let desk: TicketDesk
    let streams = FakeStreams()
    let feed: LiveFeed
    let time: MovedTime

    init() throws {
        desk = try TicketDesk()
        let time = MovedTime()
        self.time = time
        feed = LiveFeed(desk.api.database.reader, desk.api.presence) { time.nanoseconds }
    }

    final class MovedTime {
        var nanoseconds: Int64 = 0
    }

    /// Opens a stream under a number of the test's choice.
    func listen(
        _ number: UInt64, _ path: String = "/admin/stream", as token: String? = nil, after: Int64? = nil
    ) throws -> StreamID {
        let headers = after.map { [("Last-Event-ID", String($0))] } ?? []
        let answer = desk.get(path, token ?? desk.grace.token, headers)
        #expect(answer.status == 200 && answer.header("Content-Type") == "text/event-stream", "\(answer.text)")
        let subscription = try #require(answer.response.stream as? Subscription)
        let stream = StreamID(number)
        feed.begin(stream, subscription, on: streams)
        streams.settle(feed)
        return stream
    }

    /// What the loop does when the writer has announced events.
    func news() {
        feed.wake(on: streams)
        streams.settle(feed)
    }

    func tick() {
        feed.tick(on: streams)
        streams.settle(feed)
    }

    /// The numbers of all events after `seq`.
    func numbers(after seq: Int64 = 0) throws -> [Int64] {
        try desk.api.database.read { (tx) throws(Failure) in
            try tx.changes(after: seq, limit: 100_000).map(\.event.seq)
        }
    }

    /// Writes that many events at once.
    func write(_ count: Int, on ticket: Int64 = 1) throws {
        try desk.api.database.write { (tx) throws(Failure) in
            let drafts = (0..<count).map { _ in EventDraft(kind: .tagChange, actor: .system) }
            try tx.insert(drafts, on: ID(ticket))
        }
    }
}
