/// The system's time zone files (TZif), as the package tzdata installs them.
package enum ZoneFiles {
    /// In which order they are looked for.
    private static let directories = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    private static let longestName = 64
    /// In bytes; real ones have a few thousand.
    private static let largest = 1 << 20

    /// The bytes of the zone called `name` ("Europe/Berlin"), or nil when there is none.
    package static func bytes(of name: String) -> [UInt8]? {
        guard isName(name) else { return nil }
        for directory in directories {
            // A zone that cannot be read is one that this system does not have.
            if let bytes = try? File.read("\(directory)/\(name)", limit: largest) { return bytes }
        }
        return nil
    }

    /// Letters, digits and `+ - _` in parts between slashes: nothing that could lead out of the directory.
    private static func isName(_ name: String) -> Bool {
        guard (1...longestName).contains(name.utf8.count) else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
            return part.allSatisfy { byte in
                (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
                    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        }
    }
}
