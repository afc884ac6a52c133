import JSON

/// Reads claims of a verified token with their types (RFC 7519 section 4.1). Times are seconds since 1970-01-01 UTC.
struct ClaimReading {
    /// Seconds that another machine's clock may be ahead of ours, for `iat` and `nbf`. `exp` has none.
    static let leeway: Int64 = 60
    /// The end of the year 9999: what is later is a mistake in the unit.
    static let latest: Int64 = 253_402_300_799
    /// Bytes of a text claim.
    static let longestText = 512

    let claims: JSONValue

    /// A text of 1 to 512 bytes without controls.
    func text(_ name: String) throws(SecurityError) -> String {
        guard let text = try optionalText(name), !text.isEmpty else { throw .invalidClaim(name) }
        return text
    }

    /// Nil when absent or null.
    func optionalText(_ name: String) throws(SecurityError) -> String? {
        switch claims[name] {
        case nil, .null?: return nil
        case .string(let text)?
        where text.utf8.count <= ClaimReading.longestText && !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }):
            return text
        default: throw .invalidClaim(name)
        }
    }

    /// False when absent or null.
    func flag(_ name: String) throws(SecurityError) -> Bool {
        switch claims[name] {
        case nil, .null?: return false
        case .bool(let flag)?: return flag
        default: throw .invalidClaim(name)
        }
    }

    /// A row's id, written as a number or, as RFC 7519 has it for `sub`, as a text of digits.
    func id(_ name: String) throws(SecurityError) -> Int64 {
        switch claims[name] {
        case .integer(let id)? where id > 0: return id
        case .string(let text)?:
            // `Int64` alone would take a plus sign and leading zeros as well: two texts for one id.
            if let id = Int64(text), id > 0, String(id) == text { return id }
            throw .invalidClaim(name)
        default: throw .invalidClaim(name)
        }
    }

    func time(_ name: String) throws(SecurityError) -> Int64 {
        guard let time = try optionalTime(name) else { throw .invalidClaim(name) }
        return time
    }

    /// A NumericDate, which may have a fraction; the fraction is cut off.
    func optionalTime(_ name: String) throws(SecurityError) -> Int64? {
        switch claims[name] {
        case nil: return nil
        case .integer(let seconds)? where (0...ClaimReading.latest).contains(seconds): return seconds
        case .double(let seconds)? where seconds >= 0 && seconds <= Double(ClaimReading.latest): return Int64(seconds)
        default: throw .invalidClaim(name)
        }
    }

    /// Checks `exp`, and `nbf` and `iat` where they are given, against `now` in seconds.
    func checkTimes(now: Int64) throws(SecurityError) {
        guard try time("exp") > now else { throw .expired }
        for name in ["nbf", "iat"] {
            if let from = try optionalTime(name), from > now + ClaimReading.leeway { throw .notYetValid }
        }
    }
}
