import Domain
import JSON
import Service
import Store

extension AdminTicketRoutes {
    var bulkEndpoint: Endpoint {
        .write(.post, "/admin/tickets/bulk", .agent) { (agent, input: BulkInput, tx) throws(Failure) in
            Answer(
                BulkResults(
                    results: try bulk.change(
                        input.ids, input.changes, isAtomic: input.isAtomic, by: agent, in: tx)))
        }.example(#"{"ids":[1],"changes":{"priority":"high"}}"#).summed("Change up to 100 tickets alike")
    }
}

/// What became of each ticket, in the order in which they were named.
struct BulkResults: Representation {
    let results: [Bulk.Result]

    static let schema = Schema.object(
        "BulkResults",
        [
            (
                "results",
                .array(of: .object([("id", .id), ("ok", .boolean)], optional: [("problem", Problem.schema)]))
            )
        ])

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("results")
            json.array { json in
                for result in results {
                    json.object { json in
                        json.member("id", result.id.rawValue)
                        json.member("ok", result.refusal == nil)
                        if let refusal = result.refusal {
                            json.key("problem")
                            Problem(refusal).write(to: &json, requestID: nil)
                        }
                    }
                }
            }
        }
    }
}
