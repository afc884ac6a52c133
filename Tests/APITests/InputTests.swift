import Domain
import HTTP
import JSON
import Support
import Testing

@testable import API

/// An input with one field of each kind; the answer says what was read.
private struct Probe: Input {
    let id: Int64
    let limit: Int64
    let words: [Status]?
    let subject: String
    let note: Change<String>
    let tags: [String]
    let references: [String: String]
    let when: Instant?
    let flag: Bool

    private static let statuses = Kind<[Status]>.anyOf(.word(Status.allCases.map(\.rawValue), Status.init(word:)))
    private static let limits: ClosedRange<Int64> = 1...100
    private static let short = 0...10

    static let form: Form<Probe> = Form(
        .path("id", .integer(limits)), .query("limit", .integer(limits)).defaulting(20),
        .query("status", statuses).optional, .body("subject", aliases: ["title"], .line(3...10)),
        .body("note", .text(short)).change, .body("tags", .list(.line(short), most: 3)).defaulting([]),
        .body("references", .references).defaulting([:]), .body("when", .time).optional,
        .body("flag", .boolean).defaulting(false)
    ) {
        Probe(
            id: $0, limit: $1, words: $2, subject: $3, note: $4, tags: $5, references: $6, when: $7, flag: $8)
    }
}

private struct Text: Representation, Answering {
    let text: String
    var answer: API.Answer<Text> { API.Answer(self) }
    static let schema = Schema.string
    func write(to json: inout JSONWriter) { json.value(text) }
}

@Suite struct InputTests {
    private let desk: APIDesk

    init() throws {
        desk = try APIDesk(routes: { _ in
            [
                .read(.post, "/probe/{id}", .anyone) { (_, input: Probe, _) throws(Failure) -> Text in
                    let words = input.words.map { "\($0.map(\.rawValue))" } ?? "-"
                    let note =
                        switch input.note {
                        case .absent: "absent"
                        case .null: "null"
                        case .set(let text): "set \(text)"
                        }
                    return Text(
                        text: "\(input.id) \(input.limit) \(words) \(input.subject) \(note) \(input.tags) "
                            + "\(input.references) \(input.when?.milliseconds ?? 0) \(input.flag)")
                }
            ]
        })
    }

    private func ask(_ json: String, _ query: String = "", id: String = "7", type: String? = nil) -> APIAnswer {
        let headers = type.map { [("Content-Type", $0)] } ?? []
        return desk.request(.post, "/api/v1/probe/\(id)\(query)", body: Array(json.utf8), headers: headers)
    }

    @Test(arguments: [
        (#"{"subject":"  héllo  "}"#, "", "7 20 - héllo absent [] [:] 0 false"),
        (#"{"title":"hello","note":null}"#, "?limit=5", #"7 5 - hello null [] [:] 0 false"#),
        (
            #"{"subject":"hello","note":"x","tags":["a","b"],"flag":true}"#, "?status=Pending,new",
            #"7 20 ["waiting_customer", "new"] hello set x ["a", "b"] [:] 0 true"#
        ),
        (
            #"{"subject":"hello","when":"1970-01-01T00:00:01Z","references":{"order_id":"A-1"},"tags":null}"#, "",
            #"7 20 - hello absent [] ["order_id": "A-1"] 1000 false"#
        ),
    ])
    func `fields are read from path, query and body`(json: String, query: String, expected: String) {
        let answer = ask(json, query)
        #expect(answer.status == 200)
        #expect(answer.json == .string(expected))
    }

    @Test(arguments: [
        ("{}", "", ["subject"]), ("", "", ["subject"]), (#"{"subject":null}"#, "", ["subject"]),
        (#"{"subject":"ab","tags":"x","flag":1}"#, "?limit=0", ["limit", "subject", "tags", "flag"]),
        (#"{"subject":"hello","other":1}"#, "?x=1", ["other", "x"]),
        (#"{"subject":"hello","title":"hello"}"#, "", ["title"]),
        (#"{"subject":"hello"}"#, "?limit=1&limit=2", ["limit"]),
        (#"{"subject":"a\nbc"}"#, "", ["subject"]), (#"{"subject":"a\u0000bc"}"#, "", ["subject"]),
        (#"{"subject":"hello","tags":["a","b","c","d"]}"#, "", ["tags"]),
        (#"{"subject":"hello","references":{"a b":"x"}}"#, "", ["references"]),
        (#"{"subject":"hello","when":"yesterday"}"#, "?status=lost", ["status", "when"]),
        (#"{"subject":"hello"}"#, "?limit=+1", ["limit"]),
    ])
    func `all failing fields are named at once`(json: String, query: String, fields: [String]) {
        let answer = ask(json, query)
        #expect(answer.status == 422)
        #expect(answer.problem == "validation")
        #expect(answer.failingFields == fields)
    }

    @Test(arguments: ["[]", "{", #"{"a":1,"a":2}"#, "nul", "\"x\"", #"{"subject":"hello"} x"#])
    func `a body that is no JSON object is malformed`(json: String) {
        let answer = ask(json)
        #expect(answer.status == 400)
        #expect(answer.problem == "malformed")
    }

    @Test(arguments: [
        ("application/json; charset=utf-8", 200), ("Application/JSON", 200), ("text/plain", 415),
        ("application/json; charset=latin1", 415), ("application/x-www-form-urlencoded", 415),
    ])
    func `a body has to be JSON by its type`(type: String, status: Int) {
        #expect(ask(#"{"subject":"hello"}"#, type: type).status == status)
    }

    @Test func `a body beyond the limit is refused by its length`() throws {
        let desk = try APIDesk(settings: APISettings(maxBody: 10))
        let answer = desk.request(.post, "/api/v1/auth/login", json: #"{"email":"ada@example.com"}"#)
        #expect(answer.status == 413)
        #expect(answer.problem == "payload-too-large")
    }
}
