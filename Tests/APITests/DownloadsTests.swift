import Domain
import HTTP
import JSON
import Platform
import Store
import Support
import Testing

@testable import API
@testable import Service

/// What a download says and does not do, and how files go.
@Suite struct DownloadsTests {
    @Test(arguments: [
        ("image/png", "image/png"), ("text/html", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"), ("application/xhtml+xml", "application/octet-stream"),
        ("text/javascript", "application/octet-stream"), ("text/plain; charset=utf-8", "text/plain; charset=utf-8"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
    ])
    func `a download is never a page of ours`(type: String, shown: String) throws {
        let desk = try TicketDesk()
        let uploaded = desk.upload("<script>", name: "a.html", type: type)
        #expect(uploaded.text("content_type") == type)
        let answer = desk.download(uploaded.count("id") ?? 0, desk.ada.token)
        #expect(answer.status == 200 && answer.header("Content-Type") == shown)
        #expect(answer.header("Content-Disposition") == #"attachment; filename="a.html""#)
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Content-Security-Policy")?.contains("sandbox") == true)
    }

    @Test func `a download can be asked for in parts, and again`() throws {
        let desk = try TicketDesk()
        let id = try desk.file("0123456789")
        let whole = desk.download(id, desk.ada.token)
        let tag = try #require(whole.header("ETag"))
        #expect(whole.content == "0123456789" && whole.header("Accept-Ranges") == "bytes")
        #expect(desk.download(id, desk.ada.token, [("If-None-Match", tag)]).status == 304)
        let part = desk.download(id, desk.ada.token, [("Range", "bytes=2-4"), ("If-Range", tag)])
        #expect(part.status == 206 && part.content == "234")
        #expect(part.header("Content-Range") == "bytes 2-4/10")
        #expect(desk.download(id, desk.ada.token, [("Range", "bytes=2-4"), ("If-Range", "\"x\"")]).status == 200)
        let refused = desk.download(id, desk.ada.token, [("Range", "bytes=10-")])
        #expect(refused.status == 416 && refused.header("Content-Range") == "bytes */10")
        #expect(refused.header("ETag") == nil && refused.problem == "range-not-satisfiable")
    }

    @Test func `a content that is gone or damaged is our fault, and not sent`() throws {
        let desk = try TicketDesk()
        let uploaded = desk.upload("whole")
        let path = desk.api.database.files.path(of: try #require(uploaded.text("sha256")))
        try File.write(Array("who".utf8), to: path)
        #expect(desk.download(uploaded.count("id") ?? 0, desk.ada.token).status == 500)
        // The same content again mends it.
        #expect(desk.upload("whole").status == 201)
        #expect(desk.download(uploaded.count("id") ?? 0, desk.ada.token).content == "whole")
    }

    @Test func `a content of two rows goes with the last`() throws {
        let desk = try TicketDesk()
        let (one, two) = (try desk.open(), try desk.open())
        let files = [try desk.file("same"), try desk.file("same", as: desk.grace.token)]
        desk.send(.post, "/tickets/\(one)/messages", #"{"body":"x","attachments":[\#(files[0])]}"#, desk.ada.token)
        desk.reply(two, #","attachments":[\#(files[1])]"#)
        #expect(try desk.contents().count == 1)
        #expect(desk.send(.delete, "/admin/tickets/\(one)", nil, desk.root.token).status == 204)
        try desk.sweep()
        #expect(desk.download(files[0], desk.grace.token).status == 404)
        #expect(desk.download(files[1], desk.grace.token).content == "same")
        #expect(desk.send(.delete, "/admin/tickets/\(two)", nil, desk.root.token).status == 204)
        #expect(try desk.contents().count == 1)
        try desk.sweep()
        #expect(try desk.contents() == [])
    }

    @Test func `a file that no message names goes after a day`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let used = try desk.file("used")
        desk.send(.post, "/tickets/\(number)/messages", #"{"body":"x","attachments":[\#(used)]}"#, desk.ada.token)
        let unused = try desk.file("unused")
        desk.clock.advance(milliseconds: Attachment.unusedLife - 1)
        try desk.forgetUnused()
        #expect(desk.download(unused, desk.fresh(desk.ada)).status == 200)
        desk.clock.advance(milliseconds: 1)
        try desk.forgetUnused()
        #expect(desk.download(unused, desk.fresh(desk.ada)).status == 404)
        #expect(desk.download(used, desk.fresh(desk.ada)).status == 200)
        #expect(try desk.contents().count == 1)
    }

    @Test func `an upload of what is being swept keeps its content`() throws {
        let desk = try TicketDesk()
        let first = try desk.file("again")
        desk.clock.advance(milliseconds: Attachment.unusedLife)
        try desk.api.database.write { (tx) throws(Failure) in try tx.forgetUnusedAttachments() }
        // The row is gone, the content is not yet, and here it comes again.
        let token = desk.fresh(desk.ada)
        let second = try desk.file("again", as: token)
        try desk.sweep()
        #expect(desk.download(first, token).status == 404)
        #expect(desk.download(second, token).content == "again")
    }

    @Test func `a sweep waits for an upload between the folder and its row`() throws {
        let desk = try TicketDesk()
        let folder = desk.api.database.files
        let draft = try folder.draft()
        try draft.append(Array("in between".utf8))
        var kept: FileFolder.Kept? = try folder.keep(draft)
        let (content, size) = (try #require(kept?.sha256), Int64(draft.size))
        let isDone = Waiter<Bool>()
        nonisolated(unsafe) let reader = try Reader(path: desk.api.database.path, clock: desk.clock.clock)
        let sweep = try NamedThread("sweep") {
            isDone.fulfil((try? FileSweeper.removeOrphans(in: folder, reader)) != nil)
        }
        try desk.api.database.write { (tx) throws(Failure) in
            _ = try tx.insertAttachment(
                filename: "a", contentType: "a/b", size: size, sha256: content, by: .user(ID(1)))
        }
        #expect(try desk.contents() == [content])
        // The lock is let go.
        kept = nil
        #expect(isDone.wait())
        sweep.join()
        #expect(try desk.contents() == [content])
    }

    @Test func `what a crash has left in the folder goes with the next start`() throws {
        let desk = try TicketDesk()
        let kept = try desk.file("kept")
        let orphan = try desk.api.database.files.draft()
        try orphan.append(Array("orphan".utf8))
        _ = try desk.api.database.files.keep(orphan)
        #expect(try desk.contents().count == 2)
        try FileSweeper.removeOrphans(in: desk.api.database.files, desk.api.database.reader)
        #expect(try desk.contents().count == 1)
        #expect(desk.download(kept, desk.ada.token).status == 200)
    }

    @Test func `erasing a customer deletes the files of their tickets, and nobody else's`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let (named, unused) = (try desk.file("named"), try desk.file("unused"))
        let ofStaff = try desk.file("staff", as: desk.grace.token)
        let bobs = try desk.file("bobs", as: desk.bob.token)
        desk.send(.post, "/tickets/\(number)/messages", #"{"body":"x","attachments":[\#(named)]}"#, desk.ada.token)
        desk.reply(number, #","attachments":[\#(ofStaff)]"#)
        #expect(desk.seen(number).text.contains("notes.txt"))
        let erased = desk.send(.post, "/admin/customers/\(desk.ada.user.id)/erase", nil, desk.root.token)
        #expect(erased.status == 204)
        try desk.sweep()
        #expect(desk.staffView(number).text.contains("notes.txt") == false)
        for id in [named, unused, ofStaff] { #expect(desk.download(id, desk.grace.token).status == 404) }
        #expect(desk.download(bobs, desk.bob.token).content == "bobs")
        #expect(try desk.contents().count == 1)
    }
}

extension TicketDesk {
    /// What the sweeper's thread does each second.
    func sweep() throws {
        let database = api.database
        while let last = try FileSweeper.removeReleased(in: database.files, database.reader) {
            try database.write { (tx) throws(Failure) in try tx.forgetReleasedFiles(upTo: last) }
        }
    }

    func forgetUnused() throws {
        try api.database.write { (tx) throws(Failure) in try tx.forgetUnusedAttachments() }
        try sweep()
    }
}
