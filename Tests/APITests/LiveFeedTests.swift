import Domain
import HTTP
import JSON
import Platform
import Service
import Store
import Support
import Testing

@testable import API

/// Who is told what, and that nothing is left out.
@Suite struct LiveFeedTests {
    @Test func `a stream begins now and has every event from then on`() throws {
        let live = try LiveDesk()
        _ = try live.desk.open("Before")
        let stream = try live.listen(1)
        #expect(live.streams.take(stream).map(\.fields) == [["retry": "2000"]])
        let before = try #require(try live.numbers().last)
        let number = try live.desk.open("After")
        live.desk.note(number)
        live.news()
        let blocks = live.streams.take(stream)
        #expect(try blocks.ids == live.numbers(after: before))
        #expect(blocks.types == ["created", "classification", "note"])
        let listed = live.desk.get("/admin/tickets/\(number)/events", live.desk.grace.token)
        #expect(blocks.map(\.data) == listed.items)
        live.news()
        #expect(live.streams.take(stream).isEmpty)
    }

    @Test func `a stream goes on behind the last event that its client has`() throws {
        let live = try LiveDesk()
        for _ in 0..<5 { _ = try live.desk.open() }
        let all = try live.numbers()
        for place in 0..<all.count {
            let stream = try live.listen(UInt64(place + 1), after: all[place])
            #expect(live.streams.take(stream).ids == Array(all[(place + 1)...]))
        }
        // A number that is not there yet (the database was restored) is now.
        let ahead = try live.listen(99, after: 1_000_000)
        _ = try live.desk.open()
        live.news()
        #expect(try live.streams.take(ahead).ids == live.numbers(after: all.last ?? 0))
        #expect(live.desk.get("/admin/stream", live.desk.grace.token, [("Last-Event-ID", "x")]).status == 422)
    }

    @Test func `a client that takes nothing catches up later, with no event twice or left out`() throws {
        let live = try LiveDesk()
        _ = try live.desk.open()
        let (slow, quick) = (try live.listen(1), try live.listen(2))
        let before = try #require(try live.numbers().last)
        _ = (live.streams.take(slow), live.streams.take(quick))
        try live.write(3)
        live.news()
        live.streams.full = [slow]
        for _ in 0..<4 {
            try live.write(300)
            live.news()
        }
        #expect(live.streams.take(slow).count == 3)
        live.streams.full = []
        live.streams.settle(live.feed)
        try live.write(2)
        live.news()
        let all = try live.numbers(after: before)
        #expect(live.streams.take(slow).ids == Array(all.dropFirst(3)))
        #expect(live.streams.take(quick).ids == all)
    }

    @Test func `a flood is told in turns, and who comes meanwhile gets nothing old`() throws {
        let live = try LiveDesk()
        _ = try live.desk.open()
        let first = try live.listen(1)
        let before = try #require(try live.numbers().last)
        _ = live.streams.take(first)
        try live.write(5000)
        live.feed.wake(on: live.streams)
        #expect(live.streams.wakesSoon)
        #expect(live.streams.take(first).count == 1000)
        let second = try live.listen(2)
        try live.write(1)
        live.news()
        #expect(live.streams.take(first).ids == Array(try live.numbers(after: before).dropFirst(1000)))
        #expect(try live.streams.take(second).ids == Array(live.numbers().suffix(1)))
    }

    @Test func `a number that was undone comes again with another event`() throws {
        let live = try LiveDesk()
        _ = try live.desk.open()
        let stream = try live.listen(1)
        let last = try #require(try live.numbers().last)
        _ = live.streams.take(stream)
        // In one group with a job that stays, and announced with it.
        let waiter = Waiter<Bool>()
        // A group runs again when one of its jobs fails: what is closed once stays open.
        let held = BoundedQueue<Bool>(capacity: 1)
        let writer = live.desk.api.database.writer
        writer.submit({ (_) throws(Failure) in _ = held.takeFirst() }) { _ in }
        writer.submit({ (tx) throws(Failure) in
            try tx.insert([EventDraft(kind: .tagChange, actor: .system)], on: ID(1))
            throw .ticketClosed
        }) { _ in waiter.fulfil(true) }
        held.close()
        #expect(waiter.wait())
        live.news()
        #expect(live.streams.take(stream).isEmpty)
        try live.write(1)
        live.news()
        #expect(live.streams.take(stream).ids == [last + 1])
    }

    @Test func `what another process writes comes with the next tick`() throws {
        let live = try LiveDesk()
        _ = try live.desk.open()
        let stream = try live.listen(1)
        _ = live.streams.take(stream)
        let other = try Writer(path: live.desk.api.database.path, clock: live.desk.clock.clock)
        let waiter = Waiter<Bool>()
        other.submit({ (tx) throws(Failure) in
            try tx.insert([EventDraft(kind: .tagChange, actor: .system)], on: ID(1))
        }) { _ in waiter.fulfil(true) }
        #expect(waiter.wait())
        other.stop()
        live.tick()
        #expect(try live.streams.take(stream).ids == Array(live.numbers().suffix(1)))
    }

    @Test func `a customer hears of public events of their own tickets alone`() throws {
        let live = try LiveDesk()
        let desk = live.desk
        let ada = try live.listen(1, "/tickets/stream", as: desk.ada.token)
        let bob = try live.listen(2, "/tickets/stream", as: desk.bob.token)
        _ = (live.streams.take(ada), live.streams.take(bob))
        let number = try desk.open()
        desk.note(number)
        desk.patch(number, #"{"priority":"urgent","tags":["x"]}"#)
        desk.reply(number)
        live.news()
        let blocks = live.streams.take(ada)
        #expect(
            blocks.types == ["created", "status_change", "message"]
                || blocks.types == ["created", "message", "status_change"])
        #expect(blocks.allSatisfy { $0.data["actor_id"] == nil && $0.data["metadata"] == nil })
        let members = memberNames(blocks.first?.data)
        #expect(members == ["seq", "ticket_id", "type", "from", "to", "actor_type", "actor_name", "created_at"])
        #expect(live.streams.take(bob).isEmpty)
        // And the same when they come later.
        let late = try live.listen(3, "/tickets/stream", as: desk.ada.token, after: 0)
        #expect(live.streams.take(late).ids == blocks.ids)
        #expect(try live.streams.take(live.listen(4, "/tickets/stream", as: desk.bob.token, after: 0)).ids.isEmpty)
    }

    @Test func `a guest hears of its ticket alone`() throws {
        let live = try LiveDesk()
        let (number, other) = (try live.desk.open(), try live.desk.open())
        let guest = try live.listen(1, "/tickets/stream", as: try live.desk.guest(number), after: 0)
        #expect(live.streams.take(guest).types == ["created"])
        live.desk.reply(other)
        live.news()
        #expect(live.streams.take(guest).isEmpty)
        live.desk.reply(number)
        live.news()
        #expect(live.streams.take(guest).types.contains("message"))
        #expect(live.desk.get("/tickets/stream", live.desk.grace.token).status == 403)
        #expect(live.desk.get("/admin/stream", live.desk.ada.token).status == 403)
    }

    @Test(arguments: ["logout", "password", "disable", "nothing"])
    func `a stream ends with the credentials it was opened with`(how: String) throws {
        let live = try LiveDesk()
        let desk = live.desk
        let stream = try live.listen(1, "/tickets/stream", as: desk.ada.token)
        let staff = try live.listen(2)
        live.tick()
        #expect(live.streams.ended.isEmpty)
        switch how {
        case "logout": #expect(desk.send(.post, "/auth/logout", nil, desk.ada.token).status == 204)
        case "password":
            let answer = desk.send(
                .put, "/auth/password",
                #"{"current_password":"\#(APIDesk.password)","new_password":"another horse"}"#, desk.ada.token)
            #expect(answer.status == 204, "\(answer.text)")
        case "disable":
            let path = "/admin/users/\(desk.ada.user.id)"
            #expect(desk.send(.patch, path, #"{"is_active":false}"#, desk.root.token).status == 200)
        default: break
        }
        live.tick()
        #expect(live.streams.ended == (how == "nothing" ? [] : [stream]))
        // A token ends by itself as well.
        desk.clock.advance(seconds: 13 * 3600)
        live.tick()
        #expect(live.streams.ended == [stream, staff])
    }

    @Test func `a comment comes every 15 s, whatever else does`() throws {
        let live = try LiveDesk()
        let stream = try live.listen(1)
        _ = live.streams.take(stream)
        for second in 1...60 {
            live.time.nanoseconds += 1_000_000_000
            live.tick()
            let comments = live.streams.take(stream).filter(\.isComment).count
            #expect(comments == (second.isMultiple(of: 14) ? 1 : 0))
        }
    }

    @Test func `who looks at a ticket is told to staff for half a minute, without an id`() throws {
        let live = try LiveDesk()
        let desk = live.desk
        let number = try desk.open()
        let (staff, customer) = (try live.listen(1), try live.listen(2, "/tickets/stream", as: desk.ada.token))
        _ = (live.streams.take(staff), live.streams.take(customer))
        func see(_ state: String, _ token: String) -> APIAnswer {
            desk.send(.put, "/admin/tickets/\(number)/presence", #"{"state":"\#(state)"}"#, token)
        }
        #expect(see("viewing", desk.grace.token).status == 204)
        live.news()
        #expect(see("writing", desk.grace.token).status == 204)
        live.news()
        let blocks = live.streams.take(staff)
        #expect(blocks.types == ["presence", "presence"] && blocks.ids.isEmpty)
        #expect(blocks.map { $0.data["state"]?.string } == ["viewing", "writing"])
        #expect(memberNames(blocks.first?.data) == ["ticket_id", "user_id", "user_name", "state", "expires_at"])
        #expect(live.streams.take(customer).isEmpty)
        // Who opens a stream is told who is there, once, and not who was.
        #expect(try live.streams.take(live.listen(3)).types == ["presence"])
        desk.clock.advance(milliseconds: Presence.life)
        #expect(try live.streams.take(live.listen(4)).types == [])

        #expect(see("sleeping", desk.fresh(desk.grace)).failingFields == ["state"])
        #expect(see("viewing", desk.fresh(desk.ada)).status == 403)
        #expect(
            desk.send(.put, "/admin/tickets/999/presence", #"{"state":"viewing"}"#, desk.fresh(desk.grace)).status
                == 404)
    }

    @Test func `changes are every event after a number, page by page`() throws {
        let live = try LiveDesk()
        for _ in 0..<3 { _ = try live.desk.open() }
        let all = try live.numbers()
        var (found, since): ([Int64], Int64) = ([], 0)
        var isMore: Bool? = true
        while isMore == true {
            let answer = live.desk.get("/admin/changes?since=\(since)&limit=4", live.desk.grace.token)
            found += answer.items.compactMap { $0["seq"]?.integer }
            since = try #require(answer.count("next_since"))
            isMore = answer.json["has_more"] == .bool(true)
        }
        #expect(found == all && since == all.last)
        let after = live.desk.get("/admin/changes?since=\(since)", live.desk.grace.token)
        #expect(after.items.isEmpty && after.count("next_since") == since && after.json["has_more"] == .bool(false))
        #expect(live.desk.get("/admin/changes", live.desk.grace.token).items.count == all.count)
        #expect(memberNames(live.desk.get("/admin/changes", live.desk.grace.token).items.first) == TicketFields.event)
        #expect(live.desk.get("/admin/changes?since=-1", live.desk.grace.token).failingFields == ["since"])
        #expect(live.desk.get("/admin/changes", live.desk.ada.token).status == 403)
    }
}
