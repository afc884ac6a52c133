import Platform
import Testing

struct SystemTests {
    @Test(
        arguments: [
            ("127.0.0.1:8080", "127.0.0.1:8080"), ("[::1]:80", "[::1]:80"), ("localhost:1", "127.0.0.1:1"),
            (":9", "0.0.0.0:9"), ("*:9", "0.0.0.0:9"), ("[2001:db8:0:0:0:0:0:1]:0", "[2001:db8::1]:0"),
            ("[::ffff:1.2.3.4]:5", "[1.2.3.4]:5"),
        ])
    func `an address is read and written`(text: String, written: String) {
        #expect(SocketAddress(text)?.description == written)
    }

    @Test(arguments: [
        "", "8080", "a:b", "127.0.0.1", "127.0.0.1:65536", "127.0.0.1:+5", "::1:80", "[::1]", "a.example:1",
    ])
    func `what is no address is nothing`(text: String) {
        #expect(SocketAddress(text) == nil)
    }

    @Test func `files are written, read, listed and removed`() throws {
        let directory = try File.makeTemporaryDirectory()
        try File.makeDirectory("\(directory)/a/b")
        try File.makeDirectory("\(directory)/a/b")
        try File.write(Array("hello".utf8), to: "\(directory)/a/b/c")
        try File.rename("\(directory)/a/b/c", to: "\(directory)/a/b/d")
        try File.syncDirectory("\(directory)/a/b")
        #expect(try File.names(in: "\(directory)/a/b") == ["d"])
        #expect(try File.size("\(directory)/a/b/d") == 5)
        #expect(try File.read("\(directory)/a/b/d") == Array("hello".utf8))
        #expect(throws: SystemError.self) { try File.read("\(directory)/a/b/d", limit: 4) }
        #expect(File.isDirectory("\(directory)/a/b") && !File.isDirectory("\(directory)/a/b/d"))
        try File.remove("\(directory)/a/b/d")
        #expect(!File.exists("\(directory)/a/b/d"))
        #expect(throws: SystemError.self) { try File.remove("\(directory)/a/b/d") }
        for path in ["/a/b", "/a", ""] { try File.removeDirectory(directory + path) }
    }

    @Test func `an unnamed file can be given a name`() throws {
        let directory = try File.makeTemporaryDirectory()
        let descriptor = try File.openUnnamed(in: directory)
        defer { File.close(descriptor) }
        try File.write([1, 2, 3], to: descriptor)
        #expect(try File.names(in: directory) == [])
        #expect(try File.read(descriptor, at: 1, count: 10) == [2, 3])
        try File.link(descriptor, to: "\(directory)/x")
        #expect(try File.read("\(directory)/x") == [1, 2, 3])
        #expect(throws: SystemError.self) { try File.link(descriptor, to: "\(directory)/x") }
        try File.remove("\(directory)/x")
        try File.removeDirectory(directory)
    }

    @Test func `a bell wakes a poller once for many rings`() throws {
        let bell = try Bell()
        let poller = try Poller(capacity: 4)
        try poller.add(bell.descriptor, .input, tag: 0xFFFF_FFFF_0000_0001)
        #expect(poller.wait(milliseconds: 0) == 0)
        let ringer = try NamedThread("ringer") {
            bell.ring()
            bell.ring()
        }
        #expect(poller.wait(milliseconds: 5000) == 1)
        #expect(poller.event(0).tag == 0xFFFF_FFFF_0000_0001)
        #expect(poller.event(0).isReadable && !poller.event(0).isBroken)
        ringer.join()
        bell.silence()
        #expect(poller.wait(milliseconds: 0) == 0)
    }

    @Test func `a queue is bounded, keeps its order and ends`() throws {
        let queue = BoundedQueue<Int>(capacity: 3)
        #expect(queue.put(1) && queue.put(2) && queue.put(3) && !queue.put(4))
        #expect(queue.takeFirst() == 1)
        #expect(queue.takeAll() == [2, 3])
        queue.close()
        #expect(!queue.put(5))
        #expect(queue.takeFirst() == nil && queue.takeAll() == [])
    }

    @Test func `many threads add up under the lock`() throws {
        let sum = Guarded(0)
        let threads = try (0..<4).map { _ in
            try NamedThread("adder") { for _ in 0..<1000 { sum.withLock { $0 += 1 } } }
        }
        for thread in threads { thread.join() }
        #expect(sum.withLock { $0 } == 4000)
    }

    @Test func `random numbers stay below their bound and differ`() {
        let random = Random.system
        #expect((0..<1000).allSatisfy { _ in random.number(below: 7) < 7 })
        #expect(random.bytes(16) != random.bytes(16))
        #expect(System.processorCount >= 1)
        #expect(System.environment("PATH") != nil && System.environment("NO_SUCH_VARIABLE_HERE") == nil)
        #expect(System.raiseDescriptorLimit() >= 256)
    }
}
