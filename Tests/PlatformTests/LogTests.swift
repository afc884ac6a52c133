import Platform
import Testing

struct LogTests {
    @Test func `a line has its time, level, message and values`() throws {
        #expect(
            try logged(.text) { $0.info("listening", ["address": "127.0.0.1:80", "loops": 2]) }
                == "2026-02-28T23:59:59.007Z info listening address=\"127.0.0.1:80\" loops=2\n")
        #expect(
            try logged(.json) { $0.error("no disk", ["code": 28]) }
                == "{\"time\":\"2026-02-28T23:59:59.007Z\",\"level\":\"error\",\"message\":\"no disk\",\"code\":28}\n")
    }

    @Test func `a value cannot forge a line or move the terminal`() throws {
        for format in [Log.Format.text, .json] {
            let line = try logged(format) { $0.warning("a\nb", ["path": "x\r\n\"\\\u{1B}[2J\u{85}\u{2028}"]) }
            #expect(line.filter(\.isNewline).count == 1)
            #expect(line.contains("x\\r\\n\\\"\\\\\\u001b[2J\\u0085\\u2028"))
        }
    }

    @Test func `lines below the level are left out`() throws {
        #expect(try logged(.text) { $0.debug("x") } == "")
    }

    @Test func `what waits is written before the log closes, and later lines too`() throws {
        let text = try logged(.text) { log in
            for _ in 0..<100 { log.info("x") }
            log.close()
            log.info("y")
        }
        #expect(text.split(separator: "\n").count == 101)
    }

    private func logged(_ format: Log.Format, _ body: (Log) -> Void) throws -> String {
        let directory = try File.makeTemporaryDirectory()
        defer { try? File.removeDirectory(directory) }
        let descriptor = try File.openUnnamed(in: directory)
        defer { File.close(descriptor) }
        let log = Log(format: format, clock: Clock { 1_772_323_199_007 }, descriptor: descriptor)
        body(log)
        log.close()
        return String(decoding: try File.read(descriptor, at: 0, count: 1 << 20), as: UTF8.self)
    }
}
