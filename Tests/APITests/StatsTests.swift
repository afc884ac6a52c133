import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct StatsTests {
    @Test func `staff's figures have all that is listed, empty at first`() throws {
        let desk = try TicketDesk()
        let stats = desk.get("/admin/stats", desk.grace.token).json
        #expect(
            memberNames(stats) == [
                "total", "open", "closed", "resolved", "by_status", "by_category", "by_priority", "by_channel",
                "by_assignee", "backlog", "first_response_seconds", "ai_first_response_seconds", "resolution_seconds",
                "sla", "csat", "reopen_rate",
            ])
        #expect(stats["backlog"]?.array?.count == 30)
        #expect(memberNames(stats["backlog"]?.array?.last) == ["date", "count"])
        #expect(stats["backlog"]?.array?.last?["date"]?.string == "2026-03-01")
        #expect(memberNames(stats["resolution_seconds"]) == ["count", "mean", "p50", "p90", "p99"])
        #expect(stats["resolution_seconds"]?["mean"] == .null)
        #expect(memberNames(stats["sla"]) == ["met", "breached", "met_percent"])
        #expect(stats["sla"]?["met_percent"] == .null)
        #expect(stats["csat"]?["mean"] == .null)
        #expect(stats["reopen_rate"] == .null)
    }

    @Test func `what was done shows in the figures`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        desk.clock.advance(seconds: 600)
        desk.reply(number)
        desk.clock.advance(seconds: 600)
        desk.patch(number, #"{"status":"resolved"}"#)
        let rated = desk.send(.post, "/tickets/\(number)/rating", #"{"rating":4}"#, desk.ada.token)
        #expect(rated.status == 200, "\(rated.text)")
        for query in ["", "?from=2026-03-01&to=2026-03-02", "?from=2026-03-01", "?to=2026-04-01T10:00:00Z"] {
            let stats = desk.get("/admin/stats\(query)", desk.grace.token).json
            #expect(stats["total"]?.integer == 1, "\(query)")
            #expect(stats["resolved"]?.integer == 1)
            #expect(stats["first_response_seconds"]?["count"]?.integer == 1)
            #expect(stats["resolution_seconds"]?["count"]?.integer == 1)
            #expect(stats["csat"]?["count"]?.integer == 1)
            #expect(stats["sla"]?["met"]?.integer == 2, "first response and resolution")
            #expect(stats["by_category"]?["billing"]?.integer == 1)
            #expect(stats["by_category"]?["account"]?.integer == 0)
        }
        let none = desk.get("/admin/stats?from=2026-03-02", desk.grace.token).json
        #expect(none["total"]?.integer == 0)
        #expect(none["csat"]?["count"]?.integer == 0)
        #expect(none["by_status"]?["new"]?.integer == 0)
    }

    @Test(arguments: ["from=yesterday", "to=2026-13-01", "day=1", "to=2026-01-01&from=2026-02-01"])
    func `days that cannot be are named`(query: String) throws {
        let desk = try TicketDesk()
        let answer = desk.get("/admin/stats?\(query)", desk.grace.token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == [String(query.prefix { $0 != "=" })])
    }

    @Test func `days before 1970 are days like others, on which nothing happened`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        desk.reply(number)
        desk.patch(number, #"{"status":"resolved"}"#)
        func stats(_ query: String) -> APIAnswer { desk.get("/admin/stats?\(query)", desk.grace.token) }
        let all = stats("from=2020-01-01").json
        let since = stats("from=0001-01-01").json
        for name in ["total", "by_status", "by_assignee", "first_response_seconds", "resolution_seconds", "sla"] {
            #expect(since[name] == all[name], "\(name)")
        }
        #expect(since["total"]?.integer == 1)
        for query in ["from=1969-12-31&to=1970-01-01", "to=1965-01-01", "from=1960-01-01&to=1965-01-01"] {
            #expect(stats(query).json["total"]?.integer == 0, "\(query)")
            #expect(stats(query).json["first_response_seconds"]?["count"]?.integer == 0, "\(query)")
        }
        #expect(stats("from=1966-01-01&to=1965-01-01").failingFields == ["to"])
    }
}
