import Domain
import HTTP
import JSON
import Platform
import Support
import Testing

@testable import API

/// Uploads on a desk for tickets.
extension TicketDesk {
    @discardableResult
    func upload(
        _ text: String = "one two three", name: String? = "notes.txt", type: String? = "text/plain",
        as token: String? = nil, _ headers: [(String, String)] = []
    ) -> APIAnswer {
        var fields = headers
        if let name { fields.append(("X-Filename", name)) }
        if let type { fields.append(("Content-Type", type)) }
        return api.request(
            .post, "/api/v1/attachments", body: Array(text.utf8), token: token ?? ada.token, headers: fields)
    }

    /// Uploads a file and gives its id.
    func file(_ text: String = "one two three", name: String = "notes.txt", as token: String? = nil) throws -> Int64 {
        let answer = upload(text, name: name, as: token)
        return try #require(answer.count("id"), "\(answer.text)")
    }

    func download(_ id: Int64, _ token: String, _ headers: [(String, String)] = []) -> APIAnswer {
        get("/attachments/\(id)", token, headers)
    }

    /// The contents that are in the folder.
    func contents() throws -> [String] {
        try File.names(in: api.database.files.directory).filter { !$0.hasPrefix(".") }
            .flatMap { try File.names(in: "\(api.database.files.directory)/\($0)") }
    }

    /// A guest's token for a ticket of Ada's.
    func guest(_ number: String) throws -> String {
        let id = try #require(staffView(number).count("id"))
        return api.tokens.makeGuest(
            customer: ada.user.id, epoch: 0, ticket: ID(id), now: Instant(milliseconds: clock.now))
    }

    /// A key with these scopes.
    func key(_ scopes: String) throws -> String {
        let answer = send(.post, "/admin/api-keys", #"{"name":"k","scopes":[\#(scopes)]}"#, root.token)
        return try #require(answer.text("key"), "\(answer.text)")
    }
}

extension APIAnswer {
    /// The body, also where it is sent from a file.
    var content: String {
        guard let file = response.file else { return text }
        let bytes = try? File.read(file.source.descriptor, at: file.range.lowerBound, count: file.range.count)
        return String(decoding: bytes ?? [], as: UTF8.self)
    }
}
