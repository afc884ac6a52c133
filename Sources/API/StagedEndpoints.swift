import Domain
import HTTP
import Store

/// Endpoints whose work does not fit one transaction.
extension Endpoint {
    /// As `write`, for work in many transactions: `begin` is the first of them, `goOn` does the others and says when
    /// nothing is left. Answers 204 then.
    package static func write<Caller, In: Input, State: Sendable>(
        _ method: WriteMethod, _ path: String, _ access: Access<Caller>,
        begin: @escaping @Sendable (Caller, In, Writing) throws(Failure) -> State,
        goOn: @escaping @Sendable (State, Writer, @escaping @Sendable (Failure?) -> Void) -> Void
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .write, body: .json, status: 204, fields: In.form.fields,
            output: NoBody.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let input = try exchange.input(In.self, for: access, reader)
                let writer = exchange.services.writer
                writer.submit(
                    { (tx) throws(Failure) in
                        try begin(access.admit(exchange.presented, exchange.context, tx), input, tx)
                    },
                    then: { result in
                        switch result {
                        case .success(let state):
                            goOn(state, writer) { failure in
                                let done = Answer<NoBody>.noContent
                                exchange.send(failure.map { .failure($0) } ?? .success(exchange.response(to: done)))
                            }
                        case .failure(let failure): exchange.send(.failure(failure))
                        }
                    })
            }
        }
    }

    /// As `slow`, for a read that has to leave a trace: `note` is written once the answer is made, and the answer goes
    /// out once that is on disk.
    package static func slow<Caller, In: Input, Out: Answering>(
        _ method: ReadMethod, _ path: String, _ access: Access<Caller>,
        _ use: @escaping @Sendable (Caller, In, Reading) throws(Failure) -> Out,
        note: @escaping @Sendable (Caller, In, Writing) throws(Failure) -> Void
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .slow, body: .json, status: 200, fields: In.form.fields,
            output: Out.Body.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let input = try exchange.input(In.self, for: access, reader)
                try exchange.slowly(isLong: true) { reader in
                    exchange.attempt { () throws(Failure) in
                        let answer = try reader.read(within: exchange.services.settings.longestRead) {
                            (tx) throws(Failure) in
                            try use(access.admit(exchange.presented, exchange.context, tx), input, tx)
                        }
                        let response = exchange.response(to: answer.answer)
                        exchange.services.writer.submit(
                            { (tx) throws(Failure) in
                                try note(access.admit(exchange.presented, exchange.context, tx), input, tx)
                            },
                            then: { result in exchange.send(result.map { response }) })
                    }
                }
            }
        }
    }
}
