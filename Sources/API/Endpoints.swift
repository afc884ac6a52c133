import Domain
import HTTP
import Store

/// The ways to make an endpoint. The type of `access` decides what caller the closure gets; the scope it gets decides
/// what it can do: `Reading` cannot write, and no GET gets a `Writing`.
extension Endpoint {
    /// Runs at once on the loop's thread, in one snapshot.
    package static func read<Caller, In: Input, Out: Answering>(
        _ method: ReadMethod, _ path: String, _ access: Access<Caller>, body: BodyRule = .json,
        _ use: @escaping @Sendable (Caller, In, Reading) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .read, body: body, status: method == .put ? 204 : 200,
            fields: In.form.fields,
            output: Out.Body.schema,
            run: .atOnce { exchange, reader in
                exchange.response { () throws(Failure) in
                    try reader.read { (tx) throws(Failure) in
                        let caller = try access.admit(exchange.presented, exchange.context, tx)
                        return try use(caller, In.form.decode(exchange), tx)
                    }
                }
            })
    }

    /// As `read`, but on a slow thread when the input says that it may take long.
    ///
    /// - Parameter words: parts of a query without which no input says so; the others are answered at once.
    package static func read<Caller, In: Input, Out: Answering>(
        _ method: ReadMethod, _ path: String, _ access: Access<Caller>, body: BodyRule = .json, slowBy words: [String],
        when isSlow: @escaping @Sendable (In) -> Bool,
        _ use: @escaping @Sendable (Caller, In, Reading) throws(Failure) -> Out
    ) -> Endpoint {
        let answer: @Sendable (Exchange, Reader, Int64?) -> Response = { exchange, reader, longest in
            exchange.response { () throws(Failure) in
                try reader.read(within: longest) { (tx) throws(Failure) in
                    let caller = try access.admit(exchange.presented, exchange.context, tx)
                    return try use(caller, In.form.decode(exchange), tx)
                }
            }
        }
        return Endpoint(
            method.method, path, access.rule, stage: .read, body: body, status: 200, fields: In.form.fields,
            output: Out.Body.schema,
            run: .either(
                words: words, atOnce: { exchange, reader in answer(exchange, reader, nil) },
                later: { exchange, reader in
                    exchange.attempt { () throws(Failure) in
                        let input = try exchange.input(In.self, for: access, reader)
                        guard isSlow(input) else { return exchange.send(answer(exchange, reader, nil)) }
                        let longest = exchange.services.settings.longestRead
                        try exchange.slowly(isLong: true) { reader in
                            exchange.send(
                                SlowAnswers.of(reader).answer(exchange, reader) { answer($0, $1, longest) })
                        }
                    }
                }))
    }

    /// As `read`, but on a slow thread: for what would hold the loop up.
    package static func slow<Caller, In: Input, Out: Answering>(
        _ method: ReadMethod, _ path: String, _ access: Access<Caller>, body: BodyRule = .json,
        _ use: @escaping @Sendable (Caller, In, Reading) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .slow, body: body, status: 200, fields: In.form.fields,
            output: Out.Body.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let input = try exchange.input(In.self, for: access, reader)
                try exchange.slowly(isLong: true) { reader in
                    exchange.answer { () throws(Failure) in
                        try reader.read(within: exchange.services.settings.longestRead) { (tx) throws(Failure) in
                            try use(access.admit(exchange.presented, exchange.context, tx), input, tx)
                        }
                    }
                }
            }
        }
    }

    /// Needs no row. On the loop's thread.
    package static func plain<In: Input, Out: Answering>(
        _ method: ReadMethod, _ path: String, _ use: @escaping @Sendable (In) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, .anyone, stage: .plain, body: .json, status: 200, fields: In.form.fields,
            output: Out.Body.schema,
            run: .atOnce { exchange, _ in
                exchange.response { () throws(Failure) in try use(In.form.decode(exchange)) }
            })
    }

    /// Runs on the writer's thread; the answer goes out after the commit.
    ///
    /// - Parameter creates: answers 201 and honours an `Idempotency-Key`.
    package static func write<Caller, In: Input, Out: Answering>(
        _ method: WriteMethod, _ path: String, _ access: Access<Caller>, creates: Bool = false, body: BodyRule = .json,
        _ use: @escaping @Sendable (Caller, In, Writing) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .write, body: body,
            status: creates ? 201 : Out.Body.self == NoBody.self ? 204 : 200,
            isCreating: creates, fields: In.form.fields, output: Out.Body.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let input = try exchange.input(In.self, for: access, reader)
                exchange.commit(access) { (caller, tx) throws(Failure) in try use(caller, input, tx) }
            }
        }
    }

    /// As `write`, with a stage before it on the loop's thread, for what needs no transaction: its result is handed on.
    package static func write<Caller, In: Input, Prepared: Sendable, Out: Answering>(
        _ method: WriteMethod, _ path: String, _ access: Access<Caller>, creates: Bool = false, body: BodyRule = .json,
        prepare: @escaping @Sendable (Caller, In, Reading) throws(Failure) -> Prepared,
        _ use: @escaping @Sendable (Caller, In, Prepared, Writing) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .write, body: body,
            status: creates ? 201 : Out.Body.self == NoBody.self ? 204 : 200,
            isCreating: creates, fields: In.form.fields, output: Out.Body.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let (input, prepared) = try reader.read { (tx) throws(Failure) in
                    let caller = try access.admit(exchange.presented, exchange.context, tx)
                    let input = try In.form.decode(exchange)
                    return (input, try prepare(caller, input, tx))
                }
                exchange.commit(access) { (caller, tx) throws(Failure) in try use(caller, input, prepared, tx) }
            }
        }
    }

    /// As `write`, with a stage before it on a slow thread: hashing a password, moving an upload into place. The stage
    /// gets a reader instead of a transaction, so that no snapshot is held open meanwhile.
    package static func write<Caller, In: Input, Prepared: Sendable, Out: Answering>(
        _ method: WriteMethod, _ path: String, _ access: Access<Caller>, creates: Bool = false, body: BodyRule = .json,
        slowly prepare: @escaping @Sendable (Caller, In, Reader) throws(Failure) -> Prepared,
        _ use: @escaping @Sendable (Caller, In, Prepared, Writing) throws(Failure) -> Out
    ) -> Endpoint {
        Endpoint(
            method.method, path, access.rule, stage: .write, body: body,
            status: creates ? 201 : Out.Body.self == NoBody.self ? 204 : 200,
            isCreating: creates, fields: In.form.fields, output: Out.Body.schema
        ) { exchange, reader in
            exchange.attempt { () throws(Failure) in
                let (caller, input) = try reader.read { (tx) throws(Failure) in
                    let caller = try access.admit(exchange.presented, exchange.context, tx)
                    return (caller, try In.form.decode(exchange))
                }
                try exchange.slowly(isLong: false) { reader in
                    exchange.attempt { () throws(Failure) in
                        let prepared = try prepare(caller, input, reader)
                        let digest = (prepared as? any ContentDigested)?.contentDigest
                        exchange.commit(access, digest: digest) { (caller, tx) throws(Failure) in
                            try use(caller, input, prepared, tx)
                        }
                    }
                }
            }
        }
    }
}
