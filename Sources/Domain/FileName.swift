/// Names of uploaded files, as far as they may be shown, saved and sent in a header.
package enum FileName {
    /// The longest name in bytes of UTF-8: what file systems take.
    package static let longest = 255
    /// What a file is called whose name has nothing left.
    static let fallback = "file"
    /// An extension longer than this many bytes is part of the name and may be cut.
    private static let longestExtension = 20

    /// The name without a path, without marks that turn the direction of writing (they make `exe.gpj` of `jpg.exe`),
    /// and cut to fit.
    ///
    /// - Returns: nil for a name with control characters or line breaks: nobody means one.
    package static func safe(_ text: String) -> String? {
        guard !text.unicodeScalars.contains(where: isControl) else { return nil }
        let last = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
        var scalars = String.UnicodeScalarView()
        for scalar in last ?? text.unicodeScalars[...] where !isDirectional(scalar) { scalars.append(scalar) }
        var name = Text.trimmed(String(scalars))
        // Windows drops dots and blanks at the end, so that "a.exe." would be "a.exe".
        while let end = name.unicodeScalars.last, end == "." || end.properties.isWhitespace {
            name.unicodeScalars.removeLast()
        }
        return name.isEmpty ? fallback : cut(name)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Unicode's Bidi_Control characters, and the byte order mark.
    private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Cuts in front of the extension, between two scalars.
    private static func cut(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        var ending = ""
        if let dot = name.unicodeScalars.lastIndex(of: "."), dot != name.startIndex {
            let rest = String(name[dot...])
            if rest.utf8.count <= longestExtension { ending = rest }
        }
        var head = String.UnicodeScalarView()
        var room = longest - ending.utf8.count
        for scalar in name.unicodeScalars {
            room -= UTF8.width(scalar)
            if room < 0 { break }
            head.append(scalar)
        }
        return String(head) + ending
    }
}
