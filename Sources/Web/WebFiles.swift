/// The pages and their files, found by the path under which a browser asks for them.
package struct WebFile: Sendable {
    package let bytes: [UInt8]
    package let contentType: String
    /// An entity tag, quotes included: it changes when the file does.
    package let entityTag: String

    /// What is served under `path`; nil when there is nothing.
    package static func at(_ path: String) -> WebFile? { files[path == "/" ? "/index.html" : path] }

    private static let files: [String: WebFile] = {
        var files: [String: WebFile] = [:]
        for file in EmbeddedFiles.all {
            let text = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
            files["/" + file.path] = WebFile(
                bytes: Array(text), contentType: contentType(of: file.path), entityTag: "\"\(file.fingerprint)\"")
        }
        return files
    }()

    private static func contentType(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "text/plain; charset=utf-8"
        }
    }
}
