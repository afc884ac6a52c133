import Domain
import HTTP

/// Answers that were given and may be given again to the same request: same target, same token, and a database that
/// nobody has changed since. Desks and portals ask for the same lists and tickets far more often than somebody writes.
///
/// Belongs to one loop. What is in here is never given without comparing the database's version in the snapshot at hand.
final class ReadyAnswers {
    struct Ready {
        fileprivate let key: [UInt8]
        /// The database's version that the answer was made from; nil for one that depends on no row.
        let version: Int64?
        /// Milliseconds.
        let until: Int64
        let response: Response
        /// Whose calls it counts as; nil where calls are not counted.
        let limitName: LimitName?

        /// What it takes in memory, about.
        fileprivate var size: Int { response.body.count + key.count + ReadyAnswers.overhead }
    }

    /// Whose calls are counted: whoever calls from there, or somebody known, by a hash.
    enum LimitName { case address, caller(Int) }

    private let largest: Int
    /// What an answer costs besides its body: key, head, the place in the table.
    private static let overhead = 1024
    /// In bytes: target and token.
    private static let longestKey = 4096

    private var answers: [Int: Ready] = [:]
    private var size = 0
    /// Room for a key.
    private var key: [UInt8] = []

    /// - Parameter largest: bytes of answers; beyond it everything is forgotten at once, which costs a read each.
    init(largest: Int = 8 << 20) { self.largest = largest }

    /// The answer to `head`, as far as its words tell.
    func find(_ head: RequestHead) -> Ready? {
        guard let hash = makeKey(of: head), let found = answers[hash], found.key == key else { return nil }
        return found
    }

    /// Keeps the answer to `head`, unless it is to a question that depends on more than target and token.
    func keep(_ response: Response, to head: RequestHead, version: Int64?, until: Int64, limitName: LimitName?) {
        guard let hash = makeKey(of: head), let lines = HeaderLines(response.headers, behind: response.lines) else {
            return
        }
        var ready = response
        ready.headers = Headers()
        ready.lines = lines
        let made = Ready(key: key, version: version, until: until, response: ready, limitName: limitName)
        if let old = answers[hash] { size -= old.size }
        size += made.size
        if size > largest {
            answers.removeAll(keepingCapacity: true)
            size = made.size
        }
        answers[hash] = made
    }

    /// Writes what a request is found by into `key`, target and Authorization, and gives its hash. Made anew for each use:
    /// a key that was left from another request once gave a stranger somebody's answer.
    private func makeKey(of head: RequestHead) -> Int? {
        key.removeAll(keepingCapacity: true)
        guard !head.headers.contains("If-None-Match"), head.appendTarget(to: &key) else { return nil }
        head.headers.append("Authorization", to: &key)
        // Whoever sends a long one has made it up to fill our memory.
        guard key.count <= ReadyAnswers.longestKey else { return nil }
        var hasher = Hasher()
        key.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}

extension RequestHead {
    /// Path and query as sent, with what cannot be in them behind; false for a target that has no path.
    fileprivate func appendTarget(to bytes: inout [UInt8]) -> Bool {
        guard case .path(let path, let query) = target else { return false }
        bytes.append(contentsOf: path.utf8)
        bytes.append(UInt8(ascii: " "))
        if let query { bytes.append(contentsOf: query.utf8) }
        bytes.append(UInt8(ascii: " "))
        return true
    }
}
