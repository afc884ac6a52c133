import Domain
import HTTP
import JSON
import Service
import Store

/// Uploading and downloading files (SPEC section 4).
package struct AttachmentRoutes: Sendable {
    /// Uploads of one caller in a minute.
    private static let uploadsPerMinute = 60

    private let attachments: Attachments

    package init(_ attachments: Attachments) { self.attachments = attachments }

    package var endpoints: [Endpoint] {
        [
            .write(
                .post, "/attachments", .everyRole(orKey: .messagesWrite), creates: true,
                body: .file(limit: Attachment.largest),
                slowly: { [folder = attachments.folder] (_, input: UploadInput, _) throws(Failure) in
                    try Upload(input).receive(into: folder)
                }
            ) { [attachments] (caller, _, received, tx) throws(Failure) in
                UploadedShape(
                    try attachments.add(
                        received.kept, filename: received.filename, contentType: received.contentType,
                        by: caller.downloader.uploader, in: tx))
            }
            .limited(.perCaller("upload", Self.uploadsPerMinute, seconds: 60))
            .summed("Upload a file that a message is to carry"),

            .read(.get, "/attachments/{attachment}", .everyRole(orKey: .messagesWrite)) {
                [attachments] (caller, input: DownloadInput, tx) throws(Failure) -> Answer<NoBody> in
                let file = try attachments.find(input.id, for: caller.downloader, in: tx)
                return try Download(file, input.context).answer(from: attachments.folder)
            }.answering("*/*").answering(200, 206).refusing(416).summed("Download a file"),
        ]
    }
}

extension AnyCaller {
    fileprivate var downloader: Attachments.Downloader {
        switch self {
        case .portal(let caller): .portal(caller)
        case .staff(let agent): .staff(agent)
        case .key(let holder): .key(holder)
        }
    }
}

struct DownloadInput: Input {
    let id: ID<Attachment>
    let context: RequestContext

    static let form = Form(
        Field<ID<Attachment>>.path("attachment", .attachmentID), Field<RequestContext>.context
    ) { DownloadInput(id: $0, context: $1) }
}

extension Kind where Value == ID<Attachment> {
    /// In a path: what can be no id names no file, 404 and not 422.
    fileprivate static var attachmentID: Kind {
        Kind(
            .id, json: { _ throws(Refusal) in ID(0) },
            text: { text throws(Refusal) in
                ID(Kind<Int64>.decimal(text) ?? 0)
            })
    }
}

/// One answer with a file's content: whole, in part, or the news that the client has it.
private struct Download {
    private let file: Attachment
    private let context: RequestContext
    private var headers: Headers { context.headers }

    init(_ file: Attachment, _ context: RequestContext) {
        self.file = file
        self.context = context
    }

    private var tag: String { "\"\(file.sha256)\"" }

    func answer(from folder: FileFolder) throws(Failure) -> Answer<NoBody> {
        var fields = Headers()
        fields.add("ETag", tag)
        fields.add("Accept-Ranges", "bytes")
        fields.add("Cache-Control", "private, no-cache")
        fields.add("Content-Disposition", ContentDisposition.attachment(file.filename))
        // Should a browser show it all the same, then as a page without scripts and without our origin.
        fields.add("Content-Security-Policy", "sandbox; default-src 'none'")
        let size = Int(file.size)
        guard let source = folder.open(file.sha256, size: file.size) else {
            throw .internalFault("the content of attachment \(file.id) is not in \(folder.directory)")
        }
        switch range(of: size) {
        case .whole: return .file(FileBody(source, range: 0..<size), type: shownType, headers: fields)
        case .part(let range):
            fields.add("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            var answer = Answer<NoBody>.file(FileBody(source, range: range), type: shownType, headers: fields)
            answer.status = 206
            return answer
        case .unsatisfiable:
            return unsatisfiable(size)
        }
    }

    private func unsatisfiable(_ size: Int) -> Answer<NoBody> {
        let problem = Problem(
            416, "range-not-satisfiable", "Range not satisfiable", "The file has \(size) bytes.")
        var fields = Headers()
        fields.add("Content-Range", "bytes */\(size)")
        var answer = Answer<NoBody>.bytes(
            problem.response(requestID: context.requestID).body, type: "application/problem+json", headers: fields)
        answer.status = 416
        return answer
    }

    /// A range counts only for the same content (RFC 9110 section 13.1.5).
    private func range(of size: Int) -> ByteRange {
        if let condition = headers["If-Range"], condition != tag { return .whole }
        return ByteRange(headers["Range"], size: size)
    }

    /// What browsers run or show as a page goes out as bytes without a meaning.
    private var shownType: String {
        let type = file.contentType.prefix { $0 != ";" }
        let isActive =
            type.hasSuffix("+xml") || type.hasPrefix("multipart/") || type.hasPrefix("message/")
            || ["html", "xml", "javascript", "ecmascript", "xsl"].contains { type.hasSuffix("/\($0)") }
            || ["html", "javascript", "ecmascript"].contains { type.hasSuffix("/x-\($0)") }
        return isActive ? "application/octet-stream" : file.contentType
    }
}

extension OpenedFile: FileSource {}

/// A file as it is listed in its message.
struct AttachmentShape: MemberList {
    let file: Attachment

    init(_ file: Attachment) { self.file = file }

    static let name = "Attachment"
    static let members: [Member<AttachmentShape>] = [
        .id("id") { $0.file.id.rawValue },
        .text("filename") { $0.file.filename },
        .text("content_type") { $0.file.contentType },
        .count("size") { $0.file.size },
    ]
}

/// The answer to an upload.
struct UploadedShape: MemberList, Answering {
    let file: Attachment

    init(_ file: Attachment) { self.file = file }

    var answer: Answer<UploadedShape> { Answer(self, location: "/api/v1/attachments/\(file.id)") }
    var about: AnswerSubject? { .attachment(file.id) }

    static let name = "UploadedAttachment"
    static let members: [Member<UploadedShape>] = [
        .id("id") { $0.file.id.rawValue },
        .text("filename") { $0.file.filename },
        .text("content_type") { $0.file.contentType },
        .count("size") { $0.file.size },
        .text("sha256") { $0.file.sha256 },
    ]
}
