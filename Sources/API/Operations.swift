import Domain
import HTTP
import JSON
import Platform
import Service
import Store

/// `/healthz`, `/readyz`, `/metrics` and `/openapi.json`: for those who run the server.
package struct OperationRoutes: Sendable {
    /// Whether writes would be taken: the writer is well and the schema is the binary's.
    private let isReady: @Sendable (Reading) throws(Failure) -> Bool
    /// The figures in Prometheus' text format.
    private let metrics: @Sendable () -> String

    package init(
        isReady: @escaping @Sendable (Reading) throws(Failure) -> Bool, metrics: @escaping @Sendable () -> String
    ) {
        self.isReady = isReady
        self.metrics = metrics
    }

    private static let health = Array(#"{"status":"ok"}"#.utf8)

    package var endpoints: [Endpoint] {
        [
            .plain(.get, "/healthz") { (_: NoInput) throws(Failure) -> Answer<StatusShape> in
                .bytes(Self.health, type: "application/json")
            }
            .atRoot.constant.summed("Whether the server is alive"),
            .read(.get, "/readyz", .anyone) { [isReady] (_, _: NoInput, tx) throws(Failure) -> StatusShape in
                guard try isReady(tx) else { throw .unavailable(retryAfter: 5) }
                return StatusShape(status: "ready")
            }
            .atRoot.summed("Whether the database takes writes"),
            .plain(.get, "/metrics") { [metrics] (_: NoInput) throws(Failure) -> Answer<NoBody> in
                .bytes(Array(metrics().utf8), type: "text/plain; version=0.0.4; charset=utf-8")
            }
            .atRoot.answering("text/plain").summed("Figures for Prometheus"),
        ]
    }

    /// `/openapi.json` about `endpoints` and itself; written when it is first asked for.
    package static func description(of endpoints: [Endpoint], version: String) -> Endpoint {
        let kept = Guarded<[UInt8]?>(nil)
        return .plain(.get, "/openapi.json") { (_: NoInput) throws(Failure) -> Answer<NoBody> in
            let known = kept.withLock { $0 }
            if let known { return .bytes(known, type: "application/json") }
            let document = OpenAPI(endpoints, version: version).document()
            kept.withLock { $0 = document }
            return .bytes(document, type: "application/json")
        }
        .atRoot.constant.answering("application/json").summed("This description")
    }
}

struct StatusShape: Representation, Answering {
    let status: String

    var answer: Answer<StatusShape> { Answer(self) }

    static let schema = Schema.object([("status", .string)])

    func write(to json: inout JSONWriter) { json.object { $0.member("status", status) } }
}
