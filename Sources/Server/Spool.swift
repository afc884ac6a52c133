import Platform

/// A body's unlinked file; closed when nobody holds it any more.
final class SpoolFile: Sendable {
    let descriptor: Int32

    init(in directory: String) throws(SystemError) { descriptor = try File.openUnnamed(in: directory) }

    deinit { File.close(descriptor) }
}

/// The thread that writes spooled bodies to their files, so that a slow disk never holds up a loop.
///
/// A connection has at most one piece with it and reads no further until it is told that the piece is written.
final class SpoolWriter: Sendable {
    private struct Piece: Sendable {
        let bytes: [UInt8]
        let file: SpoolFile
        let token: Token
        let mailbox: Mailbox
    }

    private let queue: BoundedQueue<Piece>
    private let thread: NamedThread

    /// - Parameter capacity: the most pieces that wait; one for each connection is never too few.
    init(capacity: Int) throws(SystemError) {
        let queue = BoundedQueue<Piece>(capacity: capacity)
        self.queue = queue
        thread = try NamedThread("spool") {
            while let piece = queue.takeFirst() { SpoolWriter.write(piece) }
        }
    }

    /// Writes `bytes` at the end of `file`, then posts `.spooled`. False when too much waits.
    func write(_ bytes: [UInt8], to file: SpoolFile, for token: Token, answerTo mailbox: Mailbox) -> Bool {
        queue.put(Piece(bytes: bytes, file: file, token: token, mailbox: mailbox))
    }

    /// Writes what waits and ends the thread.
    func close() {
        queue.close()
        thread.join()
    }

    private static func write(_ piece: Piece) {
        do throws(SystemError) {
            try File.write(piece.bytes, to: piece.file.descriptor)
            piece.mailbox.post(.spooled(piece.token, isWritten: true))
        } catch {
            piece.mailbox.post(.spooled(piece.token, isWritten: false))
        }
    }
}
