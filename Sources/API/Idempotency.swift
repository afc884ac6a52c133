import Domain
import HTTP
import JSON
import Platform
import Security
import Service
import Store

/// The requests with an `Idempotency-Key` that are running now, by caller and key.
package final class RunningKeys: Sendable {
    private let running = Guarded<Set<String>>([])

    package init() {}

    /// False when it runs already.
    func begin(_ name: String) -> Bool { running.withLock { $0.insert(name).inserted } }
    func end(_ name: String) { running.withLock { _ = $0.remove(name) } }
}

extension Exchange {
    /// As `commit`, at most once for a key: the answer is kept in the transaction of what it answers.
    ///
    /// A use case that fails has left nothing behind, so its failure is kept by a write of its own; a crash between
    /// the two does no harm, since the request can simply run again.
    func commitOnce<Caller, Out: Answering>(
        _ key: String, _ access: Access<Caller>, digest: String?,
        _ use: @escaping @Sendable (Caller, Writing) throws(Failure) -> Out
    ) {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return send(.failure(.field("Idempotency-Key", "must be 1 to 255 visible ASCII characters")))
        }
        guard request.head.headers.all("Idempotency-Key").count == 1 else {
            return send(.failure(.field("Idempotency-Key", "is given more than once")))
        }
        let name = presented.callerName(context) + " " + key
        guard services.running.begin(name) else { return send(.failure(.idempotencyRunning)) }
        let hash = requestHash(digest)
        let services = services

        @Sendable func finish(_ result: Result<Response, Failure>) {
            services.running.end(name)
            self.send(result)
        }

        services.writer.submit(
            { (tx) throws(Failure) -> Outcome in
                let admitted = try access.admit(self.presented, self.context, tx)
                let caller = try self.presented.keyOwner(self.context, in: tx)
                if let kept = try tx.idempotentAnswer(caller: caller, key: key) {
                    guard kept.requestHash == hash else { return .failed(.idempotencyMismatch) }
                    if kept.isGone { return .failed(.notFound) }
                    return .answered(self.response(to: kept))
                }
                let answer = try use(admitted, tx).answer
                let response = self.response(to: answer)
                if response.status < 500 {
                    try tx.keep(self.keptAnswer(answer, response, hash), caller: caller, key: key)
                }
                return .answered(response)
            },
            then: { result in
                switch result {
                case .success(.answered(let response)): finish(.success(response))
                case .success(.failed(let failure)): finish(.failure(failure))
                case .failure(let failure): self.keep(failure, hash, key, then: finish)
                }
            })
    }

    private enum Outcome: Sendable {
        case answered(Response)
        case failed(Failure)
    }

    /// Keeps a refusal as the first answer to `key`, then answers it.
    private func keep(
        _ failure: Failure, _ hash: String, _ key: String,
        then finish: @escaping @Sendable (Result<Response, Failure>) -> Void
    ) {
        let response = response(to: failure)
        guard response.status < 500, failure.isOfTheUseCase else { return finish(.failure(failure)) }
        let kept = KeptAnswer(
            requestHash: hash, status: Int64(response.status),
            headers: Self.text(of: [("Content-Type", "application/problem+json")]), body: response.body)
        services.writer.submit(
            { (tx) throws(Failure) in
                try tx.keep(kept, caller: self.presented.keyOwner(self.context, in: tx), key: key)
            },
            then: { result in
                // Not kept: the same request would be refused again in the same way.
                _ = result
                finish(.success(response))
            })
    }

    private func keptAnswer<Body>(_ answer: Answer<Body>, _ response: Response, _ hash: String) -> KeptAnswer {
        var body = response.body
        var about: AnswerSubject?
        if case .body(let representation) = answer.content {
            var json = JSONWriter()
            representation.writeAgain(to: &json)
            body = json.bytes
            about = representation.about
        }
        let own = response.headers.fields.filter { field in
            ["Content-Type", "Location", "ETag"].contains { Headers.same($0, field.name) }
        }
        return KeptAnswer(
            requestHash: hash, status: Int64(response.status), headers: Self.text(of: own.map { ($0.name, $0.value) }),
            body: body, about: about)
    }

    private func response(to kept: KeptAnswer) -> Response {
        var headers = Headers()
        if case .object(let members)? = try? JSONReader.read(Array(kept.headers.utf8)) {
            for member in members { if let value = member.value.string { headers.add(member.key, value) } }
        }
        headers.add("Idempotent-Replayed", "true")
        return finished(Response(status: Int(kept.status), headers: headers, body: kept.body))
    }

    private static func text(of headers: [(String, String)]) -> String {
        var json = JSONWriter(reserving: 128)
        json.object { json in
            for (name, value) in headers {
                json.key(text: name)
                json.value(value)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// SHA-256 over method, path and body, or the body's own digest.
    private func requestHash(_ digest: String?) -> String {
        var bytes = Array((request.head.method.name + " " + endpoint.fullPath + "\n").utf8)
        for capture in captures { bytes += Array((capture.value + "\n").utf8) }
        if let digest { bytes += Array(digest.utf8) } else { bytes += request.bytes }
        return SHA256.hex(bytes)
    }
}

/// What is known of a body that was received into a file: its digest, for the `Idempotency-Key`.
protocol ContentDigested {
    var contentDigest: String { get }
}

extension Failure {
    /// What a use case has decided, as against what came before it or went wrong under it: kept as the first answer.
    fileprivate var isOfTheUseCase: Bool {
        switch self {
        case .unauthorized, .crossSite, .passwordChangeRequired, .tooManyRequests, .unavailable, .timeout,
            .internalFault, .idempotencyMismatch, .idempotencyRunning:
            false
        case .malformed, .invalidCursor, .validation, .forbidden, .emailUnverified, .notAssignee, .notFound,
            .invalidTransition, .ticketClosed, .emailTaken, .inUse, .notResolved, .ratingFinal, .differentCustomers,
            .refusedTogether, .stale,
            .payloadTooLarge, .unsupportedMediaType:
            true
        }
    }
}

extension Presented {
    /// Whose keys a key is among, once they are admitted. Keys of a host product's customer belong to the account: its address may
    /// become somebody else's.
    func keyOwner(_ context: RequestContext, in tx: Reading) throws(Failure) -> String {
        guard case .hostToken(let claims) = self, let user = try tx.user(email: claims.email) else {
            return callerName(context)
        }
        return "user:\(user.id)"
    }
}
