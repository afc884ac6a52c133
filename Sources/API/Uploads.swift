import Domain
import HTTP
import Platform
import Security
import Service

/// An upload as it came: the bytes as the body with their name in a header, or a form with one part.
struct UploadInput: Input {
    let filename: String?
    let contentType: String?
    let body: Request.Body

    static let form = Form(
        Field<String>.header("X-Filename", .anyString).optional, Field<RequestContext>.context,
        Field<Request.Body>.rawBody
    ) { UploadInput(filename: $0, contentType: $1.headers["Content-Type"], body: $2) }
}

/// A file whose content is in its folder, before it has a row.
struct ReceivedFile: Sendable, ContentDigested {
    let filename: String
    let contentType: String
    let kept: FileFolder.Kept

    /// The same for the same file however it was sent: a client that tries again makes a new boundary.
    var contentDigest: String { SHA256.hex("\(kept.sha256)\n\(contentType)\n\(filename)") }
}

/// Brings an upload's content into the folder of contents. Runs on a slow thread.
struct Upload {
    /// What a file is when nobody says so.
    private static let unknownType = "application/octet-stream"
    /// The one part of a form.
    private static let part = "file"
    /// Bytes of a spooled body that are read at a time.
    private static let piece = 1 << 18

    private let input: UploadInput

    init(_ input: UploadInput) { self.input = input }

    /// - Throws: `.validation` for a name that cannot be, an empty file or a form with other parts, `.malformed` for a
    ///   form that cannot be read, `.payloadTooLarge`, `.unavailable` on a full disk.
    func receive(into folder: FileFolder) throws(Failure) -> ReceivedFile {
        if let type = input.contentType,
            HeaderParameters(type).map({ isForm($0.value) }) ?? type.hasPrefix("multipart/")
        {
            guard let parser = MultipartParser(contentType: type) else {
                throw .malformed("The Content-Type of the form has no usable boundary.")
            }
            return try receiveForm(parser, into: folder)
        }
        return try receiveRaw(into: folder)
    }

    private func isForm(_ type: String) -> Bool { type.lowercased() == "multipart/form-data" }

    private func receiveRaw(into folder: FileFolder) throws(Failure) -> ReceivedFile {
        var errors: [FieldError] = []
        var filename = ""
        if let text = input.filename {
            if let decoded = PercentEncoding.decode(text), let safe = FileName.safe(decoded) {
                filename = safe
            } else {
                errors.append(FieldError("X-Filename", "must be percent-encoded UTF-8 without control characters"))
            }
        } else {
            errors.append(FieldError("X-Filename", "is required"))
        }
        var type = Upload.unknownType
        if let text = input.contentType {
            if let normalized = MediaTypeName.normalized(text) {
                type = normalized
            } else {
                errors.append(FieldError("Content-Type", "must be a media type such as image/png"))
            }
        }
        let size =
            switch input.body {
            case .bytes(let bytes): bytes.count
            case .spooled(_, let size): size
            }
        if size == 0 { errors.append(FieldError("body", "must not be empty")) }
        guard errors.isEmpty else { throw .validation(errors) }
        guard size <= Attachment.largest else { throw .payloadTooLarge(limit: Attachment.largest) }
        let kept: FileFolder.Kept
        switch input.body {
        case .bytes(let bytes):
            let draft = try folder.draft()
            try draft.append(bytes)
            kept = try folder.keep(draft)
        case .spooled(let descriptor, let size): kept = try folder.keep(received: descriptor, size: size)
        }
        return ReceivedFile(filename: filename, contentType: type, kept: kept)
    }

    private func receiveForm(_ parser: MultipartParser, into folder: FileFolder) throws(Failure) -> ReceivedFile {
        var form = FormReader(parser, folder)
        switch input.body {
        case .bytes(let bytes): try form.take(bytes)
        case .spooled(let descriptor, let size):
            var offset = 0
            while offset < size {
                let bytes = try piece(of: descriptor, at: offset, count: min(Upload.piece, size - offset))
                try form.take(bytes)
                offset += bytes.count
            }
        }
        return try form.finish()
    }

    private func piece(of descriptor: Int32, at offset: Int, count: Int) throws(Failure) -> [UInt8] {
        guard let bytes = try? File.read(descriptor, at: offset, count: count), !bytes.isEmpty else {
            throw .unavailable(retryAfter: 5)
        }
        return bytes
    }

    /// Reads the form while its content goes into a draft.
    private struct FormReader {
        private var parser: MultipartParser
        private let folder: FileFolder
        private var errors: [FieldError] = []
        private var head: MultipartPart?
        private var draft: FileDraft?
        /// The bytes that come belong to the draft.
        private var isWriting = false

        init(_ parser: MultipartParser, _ folder: FileFolder) {
            self.parser = parser
            self.folder = folder
        }

        mutating func take(_ bytes: [UInt8]) throws(Failure) {
            let pieces = try FormReader.wellFormed { () throws(MultipartError) in try parser.take(bytes) }
            for piece in pieces {
                switch piece {
                case .part(let part): try begin(part)
                case .bytes(let bytes):
                    guard isWriting, let draft else { continue }
                    guard draft.size + bytes.count <= Attachment.largest else {
                        throw .payloadTooLarge(limit: Attachment.largest)
                    }
                    try draft.append(bytes)
                case .partEnd: isWriting = false
                }
            }
        }

        private mutating func begin(_ part: MultipartPart) throws(Failure) {
            if part.name != Upload.part {
                errors.append(FieldError(part.name, "is not a known field"))
            } else if head != nil {
                errors.append(FieldError(part.name, "is given more than once"))
            } else {
                head = part
                draft = try folder.draft()
                isWriting = true
            }
        }

        mutating func finish() throws(Failure) -> ReceivedFile {
            try FormReader.wellFormed { () throws(MultipartError) in try parser.finish() }
            var filename: String?
            var type: String? = Upload.unknownType
            if let head {
                filename = head.filename.flatMap(FileName.safe)
                if head.filename == nil {
                    errors.append(FieldError(Upload.part, "must have a filename"))
                } else if filename == nil {
                    errors.append(FieldError(Upload.part, "must have a filename without control characters"))
                }
                if let text = head.contentType { type = MediaTypeName.normalized(text) }
                if type == nil { errors.append(FieldError(Upload.part, "must have a media type such as image/png")) }
                if draft?.size == 0 { errors.append(FieldError(Upload.part, "must not be empty")) }
            } else {
                errors.append(FieldError(Upload.part, "is required"))
            }
            guard errors.isEmpty, let draft, let filename, let type else { throw .validation(errors) }
            return ReceivedFile(filename: filename, contentType: type, kept: try folder.keep(draft))
        }

        private static func wellFormed<T>(_ body: () throws(MultipartError) -> T) throws(Failure) -> T {
            do throws(MultipartError) { return try body() } catch {
                throw .malformed("The form cannot be read: \(error.reason).")
            }
        }
    }
}
