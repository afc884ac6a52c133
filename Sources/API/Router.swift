import HTTP

/// What stands in a path where a route has `{name}`, without its percent-encoding.
package struct Capture: Sendable, Equatable {
    package let name: String
    package let value: String
}

/// Finds the endpoint of a method and a path. A trie of segments; a literal segment goes before a capture.
package struct Router: Sendable {
    package enum Match: Sendable {
        case endpoint(Endpoint, [Capture])
        /// The path is known, the method is not; the value of `Allow`.
        case otherMethod(allow: String)
        case none
    }

    package let endpoints: [Endpoint]
    private var nodes: [Node] = [Node(), Node()]
    /// Where paths at the root begin, and those below /api/v1.
    private static let root = 0
    private static let api = 1
    private static let deepest = 16
    private static let apiSegment = Array("api".utf8)
    private static let versionSegment = Array("v1".utf8)

    private struct Node: Sendable {
        var literals: [(segment: [UInt8], node: Int)] = []
        var capture: Int?
        var routes: [(method: Method, endpoint: Int, names: [String])] = []
        var allow = ""
    }

    package init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        for index in endpoints.indices { insert(endpoints[index], index) }
        for index in nodes.indices { nodes[index].allow = Self.allow(nodes[index].routes.map(\.method)) }
    }

    /// The version may be left out: `/api/v1/x` and `/api/x` are the same.
    package func match(_ method: Method, _ path: String) -> Match {
        var path = path
        return path.withUTF8 { bytes in
            // Escapes are rare; most paths are looked at as they came.
            guard bytes.contains(UInt8(ascii: "%")) else { return match(method, bytes) }
            return Self.unescaped(bytes).withUnsafeBufferPointer { match(method, $0) }
        }
    }

    private func match(_ method: Method, _ bytes: UnsafeBufferPointer<UInt8>) -> Match {
        var segments = [Range<Int>]()
        segments.reserveCapacity(8)
        var start = 1
        guard bytes.first == UInt8(ascii: "/") else { return .none }
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
            segments.append(start..<end)
            start = end + 1
            if segments.count > Self.deepest { return .none }
        }
        var first = 0
        var origin = Self.root
        if let segment = segments.first, Self.equal(bytes, segment, Self.apiSegment) {
            origin = Self.api
            first = segments.count > 1 && Self.equal(bytes, segments[1], Self.versionSegment) ? 2 : 1
        }
        var captured: [Int] = []
        guard let node = find(bytes, segments, from: first, at: origin, &captured) else { return .none }
        return answer(nodes[node], method, captured.map { bytes[segments[$0]] })
    }

    /// The path without its escapes (RFC 3986 section 6.2.2.2), but for an escaped "/", which ends no segment, and an
    /// escaped "%", which begins no other escape: a capture loses these by itself. What is no escape stays, and matches
    /// nothing.
    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let escape = bytes[index...].prefix(3)
            if escape.count == 3, bytes[index] == UInt8(ascii: "%"), let high = Query.digit(bytes[index + 1]),
                let low = Query.digit(bytes[index + 2]), case let byte = high << 4 | low,
                byte != UInt8(ascii: "/"), byte != UInt8(ascii: "%")
            {
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    private func answer(_ node: Node, _ method: Method, _ captured: [Slice<UnsafeBufferPointer<UInt8>>]) -> Match {
        let wanted = method == .head ? Method.get : method
        for route in node.routes where route.method == wanted {
            var captures: [Capture] = []
            captures.reserveCapacity(captured.count)
            for (name, segment) in zip(route.names, captured) {
                guard let value = Query.decoded(segment, plusIsBlank: false) else { return .none }
                captures.append(Capture(name: name, value: value))
            }
            return .endpoint(endpoints[route.endpoint], captures)
        }
        return .otherMethod(allow: node.allow)
    }

    private func find(
        _ bytes: UnsafeBufferPointer<UInt8>, _ segments: [Range<Int>], from index: Int, at node: Int,
        _ captured: inout [Int]
    ) -> Int? {
        guard index < segments.count else { return nodes[node].routes.isEmpty ? nil : node }
        let segment = segments[index]
        for literal in nodes[node].literals where Self.equal(bytes, segment, literal.segment) {
            if let found = find(bytes, segments, from: index + 1, at: literal.node, &captured) { return found }
            break
        }
        guard let next = nodes[node].capture, !segment.isEmpty else { return nil }
        captured.append(index)
        if let found = find(bytes, segments, from: index + 1, at: next, &captured) { return found }
        captured.removeLast()
        return nil
    }

    private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ literal: [UInt8]) -> Bool {
        guard range.count == literal.count else { return false }
        for index in 0..<literal.count where bytes[range.lowerBound + index] != literal[index] { return false }
        return true
    }

    private mutating func insert(_ endpoint: Endpoint, _ index: Int) {
        var node = endpoint.isAtRoot ? Self.root : Self.api
        var names: [String] = []
        for part in endpoint.path.split(separator: "/") {
            if part.hasPrefix("{") {
                names.append(String(part.dropFirst().dropLast()))
                if let next = nodes[node].capture {
                    node = next
                } else {
                    nodes.append(Node())
                    nodes[node].capture = nodes.count - 1
                    node = nodes.count - 1
                }
            } else if let known = nodes[node].literals.first(where: { $0.segment.elementsEqual(part.utf8) }) {
                node = known.node
            } else {
                nodes.append(Node())
                nodes[node].literals.append((Array(part.utf8), nodes.count - 1))
                node = nodes.count - 1
            }
        }
        nodes[node].routes.append((endpoint.method, index, names))
    }

    private static func allow(_ methods: [Method]) -> String {
        let order: [Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        let known = Set(methods)
        return order.filter { method in
            method == .options || known.contains(method) || method == .head && known.contains(.get)
        }
        .map(\.name).joined(separator: ", ")
    }
}
