import Domain
import HTTP
import JSON
import Service
import Support
import Testing

@testable import API

/// Uploading, naming in messages, downloading: SPEC section 4.
@Suite struct AttachmentsTests {
    @Test func `an upload answers what was stored`() throws {
        let desk = try TicketDesk()
        let answer = desk.upload("hello", name: "..%2Fgr%C3%BC%C3%9Fe.txt", type: "Text/Plain; charset=UTF-8")
        #expect(answer.status == 201)
        #expect(memberNames(answer.json) == ["id", "filename", "content_type", "size", "sha256"])
        #expect(answer.text("filename") == "grüße.txt" && answer.count("size") == 5)
        #expect(answer.text("content_type") == "text/plain; charset=utf-8")
        #expect(
            answer.text("sha256") == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
        #expect(answer.header("Location") == "/api/v1/attachments/\(answer.count("id") ?? 0)")
        #expect(try desk.contents() == [answer.text("sha256")])
    }

    @Test(
        arguments: [
            ("x", nil, "text/plain", ["X-Filename"]), ("x", "%zz", "text/plain", ["X-Filename"]),
            ("x", "a%00b", "text/plain", ["X-Filename"]), ("x", "a", "plain", ["Content-Type"]),
            ("", "a", "text/plain", ["body"]), ("", nil, "plain", ["X-Filename", "Content-Type", "body"]),
        ] as [(String, String?, String, [String])])
    func `an upload names everything that is wrong with it`(
        text: String, name: String?, type: String, fields: [String]
    ) throws {
        let desk = try TicketDesk()
        let answer = desk.upload(text, name: name, type: type)
        #expect(answer.status == 422 && answer.failingFields == fields, "\(answer.text)")
        #expect(try desk.contents() == [])
    }

    private func form(_ parts: [String]) -> String {
        parts.map { "--b\r\nContent-Disposition: form-data; \($0)\r\n" }.joined() + "--b--\r\n"
    }

    @Test func `a form with one file is the same upload`() throws {
        let desk = try TicketDesk()
        let body = form(["name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nhello"])
        let answer = desk.upload(body, name: nil, type: "multipart/form-data; boundary=b")
        #expect(answer.status == 201 && answer.text("filename") == "a.png")
        #expect(answer.text("content_type") == "image/png" && answer.count("size") == 5)
        #expect(desk.download(answer.count("id") ?? 0, desk.ada.token).content == "hello")
    }

    @Test(
        arguments: [
            (["name=\"file\"\r\n\r\nx"], 422, ["file"]),
            (["name=\"other\"; filename=\"a\"\r\n\r\nx"], 422, ["other", "file"]),
            (["name=\"file\"; filename=\"a\"\r\n\r\nx", "name=\"file\"; filename=\"b\"\r\n\r\ny"], 422, ["file"]),
            (["name=\"file\"; filename=\"a\"\r\n\r\n"], 422, ["file"]),
            (["name=\"file\"; filename=\"a\"\r\nContent-Type: x\r\n\r\nx"], 422, ["file"]),
            (["name=\"file\"; filename=\"a\r\n\r\nx"], 400, []),
        ] as [([String], Int, [String])])
    func `a form with anything else is refused`(parts: [String], status: Int, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.upload(form(parts), name: nil, type: "multipart/form-data; boundary=b")
        #expect(answer.status == status && answer.failingFields == fields, "\(answer.text)")
        #expect(desk.upload("x", name: nil, type: "multipart/form-data").problem == "malformed")
        #expect(try desk.contents() == [])
    }

    @Test func `a file is shown with the message that names it, to both sides`() throws {
        let desk = try TicketDesk()
        let first = try desk.file("one", name: "one.txt")
        let opened = desk.send(
            .post, "/tickets", #"{"subject":"With a file","description":"See there.","attachments":[\#(first)]}"#,
            desk.ada.token)
        let number = try #require(opened.text("ticket_number"), "\(opened.text)")
        let second = try desk.file("two", name: "two.txt")
        let said = desk.send(
            .post, "/tickets/\(number)/messages", #"{"body":"And this","attachments":[\#(second)]}"#, desk.ada.token)
        #expect(said.status == 201 && said.json["attachments"]?.array?.count == 1)
        let third = try desk.file("three", name: "three.txt", as: desk.grace.token)
        let replied = desk.reply(number, #","attachments":[\#(third)]"#)
        #expect(replied.json["attachments"]?.array?.first?["filename"]?.string == "three.txt", "\(replied.text)")

        for detail in [desk.seen(number), desk.staffView(number)] {
            let shown = (detail.json["messages"]?.array ?? []).map { $0["attachments"]?.array ?? [] }
            #expect(shown.map { $0.compactMap { $0["id"]?.integer } } == [[first], [second], [third]])
            #expect(memberNames(shown.first?.first) == ["id", "filename", "content_type", "size"])
        }
        let page = desk.get("/tickets/\(number)/messages?limit=2", desk.ada.token)
        #expect(page.items.map { $0["attachments"]?.array?.count } == [1, 1])
        for id in [first, second, third] {
            #expect(desk.download(id, desk.ada.token).status == 200)
            #expect(desk.download(id, desk.grace.token).status == 200)
            #expect(desk.download(id, desk.bob.token).status == 404)
        }
    }

    @Test func `only the uploader names a file, once`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let bobs = try desk.file(as: desk.bob.token)
        let own = try desk.file()
        func say(_ ids: String) -> APIAnswer {
            desk.send(.post, "/tickets/\(number)/messages", #"{"body":"Here","attachments":\#(ids)}"#, desk.ada.token)
        }
        let guest = try desk.guest(number)
        let guests = try desk.file(as: guest)
        for ids in [
            "[\(bobs)]", "[\(guests)]", "[999]", "[\(own),\(own)]", "[0]", "\"\(own)\"", "[1,2,3,4,5,6,7,8,9,10,11]",
        ] {
            let answer = say(ids)
            #expect(answer.status == 422 && answer.failingFields == ["attachments"], "\(ids): \(answer.text)")
        }
        #expect(desk.seen(number).count("message_count") == 1)
        #expect(say("[\(own)]").status == 201)
        #expect(say("[\(own)]").failingFields == ["attachments"])
        #expect(desk.reply(number, #","attachments":[\#(own)]"#).failingFields == ["attachments"])
        #expect(
            desk.send(
                .post, "/tickets", #"{"subject":"Another","description":"Text","attachments":[\#(own)]}"#,
                desk.ada.token
            ).failingFields == ["attachments"])
    }

    @Test func `a note's file is for staff alone`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let file = try desk.file(as: desk.grace.token)
        let note = desk.reply(number, #","is_internal":true,"attachments":[\#(file)]"#)
        #expect(note.status == 201)
        #expect(desk.download(file, desk.alan.token).status == 200)
        #expect(desk.download(file, desk.ada.token).status == 404)
        #expect(desk.download(file, try desk.key(#""messages:write","tickets:read""#)).status == 404)
        #expect(desk.seen(number).text.contains("notes.txt") == false)
    }

    @Test func `before a message names it a file is its uploader's`() throws {
        let desk = try TicketDesk()
        let file = try desk.file()
        #expect(desk.download(file, desk.ada.token).status == 200)
        for token in [desk.bob.token, desk.grace.token, desk.root.token] {
            #expect(desk.download(file, token).status == 404)
        }
        #expect(desk.get("/attachments/nonsense", desk.ada.token).status == 404)
    }

    @Test func `a guest uploads for its ticket and sees its files`() throws {
        let desk = try TicketDesk()
        let (number, other) = (try desk.open(), try desk.open())
        let guest = try desk.guest(number)
        let file = try desk.file("mine", as: guest)
        #expect(desk.download(file, guest).content == "mine")
        #expect(desk.download(file, desk.ada.token).status == 404)
        let said = desk.send(
            .post, "/tickets/\(number)/messages", #"{"body":"Here","attachments":[\#(file)]}"#, guest)
        #expect(said.status == 201, "\(said.text)")
        #expect(desk.download(file, desk.ada.token).status == 200)
        let elsewhere = try desk.file("elsewhere")
        desk.send(
            .post, "/tickets/\(other)/messages", #"{"body":"Here","attachments":[\#(elsewhere)]}"#, desk.ada.token)
        #expect(desk.download(elsewhere, guest).status == 404)
    }

    @Test func `a key uploads with its scope, and sees what it sent or may read`() throws {
        let desk = try TicketDesk()
        let writer = try desk.key(#""messages:write""#)
        let file = try desk.file("from a gateway", as: writer)
        #expect(desk.download(file, writer).content == "from a gateway")
        #expect(desk.upload(as: try desk.key(#""tickets:write""#)).status == 403)
        let number = try desk.open()
        let adas = try desk.file("adas")
        desk.send(.post, "/tickets/\(number)/messages", #"{"body":"Here","attachments":[\#(adas)]}"#, desk.ada.token)
        #expect(desk.download(adas, writer).status == 404)
        #expect(desk.download(adas, try desk.key(#""messages:write","tickets:read""#)).status == 200)
    }

    @Test func `thanks with a file are no thanks alone`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.reply(number, #","status":"resolved""#)
        let file = try desk.file()
        let said = desk.send(
            .post, "/tickets/\(number)/messages", #"{"body":"Thank you!","attachments":[\#(file)]}"#, desk.ada.token)
        #expect(said.text("ticket_status") == "open")
    }

    @Test func `a message too late for a closed ticket takes its file to the new one`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        desk.clock.advance(seconds: 20 * 86_400)
        let token = desk.fresh(desk.ada)
        let file = try desk.file(as: token)
        let said = desk.send(
            .post, "/tickets/\(number)/messages", #"{"body":"Again","attachments":[\#(file)]}"#, token)
        let next = try #require(said.text("ticket_number"))
        #expect(next != number && said.json["attachments"]?.array?.count == 1)
        let first = desk.get("/tickets/\(next)", token).json["messages"]?.array?.first
        #expect(first?["attachments"]?.array?.first?["id"]?.integer == file)
    }

    @Test func `an idempotency key uploads once, whatever the boundary`() throws {
        let desk = try TicketDesk()
        func send(_ boundary: String, _ text: String) -> APIAnswer {
            desk.upload(
                "--\(boundary)\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\n\(text)\r\n--\(boundary)--",
                name: nil, type: "multipart/form-data; boundary=\(boundary)", [("Idempotency-Key", "k1")])
        }
        let first = send("one", "text")
        #expect(first.status == 201)
        let again = send("two", "text")
        #expect(again.status == 201 && again.count("id") == first.count("id"))
        #expect(again.header("Idempotent-Replayed") == "true")
        #expect(send("two", "other").problem == "idempotency-mismatch")
    }

    @Test func `more than 60 uploads a minute are too many`() throws {
        let api = try APIDesk()
        let (_, token) = try api.user("ada@example.com", .customer)
        func upload() -> APIAnswer {
            api.request(.post, "/api/v1/attachments", body: [1], token: token, headers: [("X-Filename", "a")])
        }
        for _ in 0..<60 { #expect(upload().status == 201) }
        let refused = upload()
        #expect(refused.status == 429 && refused.header("Retry-After") != nil)
    }
}
