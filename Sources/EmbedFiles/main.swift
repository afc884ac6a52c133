import Foundation

// EmbedFiles KIND FOLDER OUTPUT: writes the text files below FOLDER into the Swift file OUTPUT. Run by EmbedPlugin.

/// Why nothing can be embedded; the build stops with it.
struct Refusal: Error {
    let message: String
}

struct EmbeddedText {
    /// Path below the folder, with "/".
    let path: String
    let text: String
}

func texts(below folder: URL) throws -> [EmbeddedText] {
    guard let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]) else {
        return []
    }
    var texts: [EmbeddedText] = []
    for case let url as URL in found {
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        let path = url.path.dropFirst(folder.path.count).drop { $0 == "/" }
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
        guard let text = String(validating: try Data(contentsOf: url), as: UTF8.self), !text.contains("\0") else {
            throw Refusal(message: "\(url.path): only UTF-8 text can be embedded (icons as SVG)")
        }
        texts.append(EmbeddedText(path: String(path), text: text))
    }
    return texts.sorted { $0.path < $1.path }
}

/// `text` as a raw string literal with more number signs than any run in it.
func literal(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text.utf8 {
        run = character == UInt8(ascii: "#") ? run + 1 : 0
        longest = max(longest, run)
    }
    let signs = String(repeating: "#", count: longest + 1)
    // A line that ends in a backslash, or a text that ends without a line feed, is safe too: only \#( is special.
    return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
}

/// FNV-1a, 64 bits: it only has to change when the text does.
func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
}

func migrations(_ texts: [EmbeddedText]) throws -> String {
    var rows: [String] = []
    for (index, text) in texts.enumerated() {
        let name = text.path
        guard name.hasSuffix(".sql"), let number = Int(name.prefix(4)), name.dropFirst(4).hasPrefix("_") else {
            throw Refusal(message: "\(name): a migration is called 0001_what_it_does.sql")
        }
        guard number == index + 1 else { throw Refusal(message: "\(name): migration \(index + 1) is missing") }
        let title = name.dropFirst(5).dropLast(4)
        rows.append("        (number: \(number), name: \"\(title)\", sql: \(literal(text.text))),")
    }
    return """
        /// The files of Migrations/sqlite, in their order.
        enum EmbeddedMigrations {
            static let all: [(number: Int, name: String, sql: StaticString)] = [
        \(rows.joined(separator: "\n"))
            ]
        }

        """
}

func files(_ texts: [EmbeddedText]) -> String {
    let rows = texts.map {
        "        (path: \"\($0.path)\", fingerprint: \"\(fingerprint($0.text))\", text: \(literal($0.text))),"
    }
    return """
        /// The files of Sources/Web/Files, by path.
        enum EmbeddedFiles {
            static let all: [(path: String, fingerprint: String, text: StaticString)] = [
        \(rows.joined(separator: "\n"))
            ]
        }

        """
}

do {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3, let kind = arguments.first, let output = arguments.last else {
        throw Refusal(message: "usage: EmbedFiles migrations|files FOLDER OUTPUT")
    }
    let found = try texts(below: URL(fileURLWithPath: CommandLine.arguments[2]))
    let source = kind == "migrations" ? try migrations(found) : files(found)
    try source.write(toFile: output, atomically: true, encoding: .utf8)
} catch let refusal as Refusal {
    FileHandle.standardError.write(Data("error: \(refusal.message)\n".utf8))
    exit(1)
}
