import Platform
import Testing

extension ProcessTests {
    @Suite struct DoctorTests {
        @Test func `a database in order is well, and one that is not there is not made`() throws {
            let folder = try Folder()
            #expect(try folder.ticketd("demo", "--tickets", "30").code == 0)
            let well = try folder.ticketd("doctor")
            #expect(well.code == 0, "\(well.output)\(well.error)")
            #expect(well.output.contains("ok        the search index"))
            #expect(try folder.ticketd("doctor", "--repair").code == 0)
            #expect(try folder.ticketd("doctor", "now").code == 2)
            #expect(try folder.ticketd("doctor", "--mend").code == 2)
            let empty = try Folder()
            let missing = try empty.ticketd("doctor")
            #expect(missing.code == 1)
            #expect(missing.error.contains("there is no database"))
            #expect(try empty.ticketd("doctor").error.contains("there is no database"), "and none was made")
        }

        @Test func `what is no database of ours is said`() throws {
            let folder = try Folder()
            #expect(try folder.ticketd("demo", "--tickets", "5").code == 0)
            let damaged = try folder.run(["/bin/sh", "-c", "printf nonsense > ticketd.db; rm -f ticketd.db-*"])
            #expect(damaged.code == 0)
            let found = try folder.ticketd("doctor")
            #expect(found.code == 1)
            #expect(found.output.contains("found     schema"), "\(found.output)\(found.error)")
        }
    }
}
