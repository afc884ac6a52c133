/// The bytes of one log line, its line feed included.
enum LogLine {
    static func bytes(
        _ format: Log.Format, _ now: Int64, _ level: Log.Level, _ message: String,
        _ values: KeyValuePairs<String, Log.Value>
    ) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(160)
        switch format {
        case .text:
            line += time(now).utf8
            line += " \(level.name) ".utf8
            quote(message, into: &line, bare: true)
            for (name, value) in values {
                line += " \(name)=".utf8
                switch value {
                case .text(let text): quote(text, into: &line)
                case .integer(let number): line += "\(number)".utf8
                }
            }
        case .json:
            line += "{\"time\":\"\(time(now))\",\"level\":\"\(level.name)\",\"message\":".utf8
            quote(message, into: &line)
            for (name, value) in values {
                line.append(UInt8(ascii: ","))
                quote(name, into: &line)
                line.append(UInt8(ascii: ":"))
                switch value {
                case .text(let text): quote(text, into: &line)
                case .integer(let number): line += "\(number)".utf8
                }
            }
            line.append(UInt8(ascii: "}"))
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// Appends `text` as a JSON string (RFC 8259 section 7), which people can read too. The C1 controls and the line
    /// separators are escaped as well: terminals act on them.
    private static func quote(_ text: String, into line: inout [UInt8], bare: Bool = false) {
        if !bare { line.append(UInt8(ascii: "\"")) }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22 where !bare: line += "\\\"".utf8
            case 0x5C: line += "\\\\".utf8
            case 0x0A: line += "\\n".utf8
            case 0x0D: line += "\\r".utf8
            case 0x09: line += "\\t".utf8
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                line += "\\u".utf8
                line += String(repeating: "0", count: 4 - digits.count).utf8
                line += digits.utf8
            default: line += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        if !bare { line.append(UInt8(ascii: "\"")) }
    }

    /// RFC 3339 in UTC with milliseconds.
    static func time(_ milliseconds: Int64) -> String {
        let day = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        // Days to a date in the proleptic Gregorian calendar: Howard Hinnant, "chrono-Compatible Low-Level Date
        // Algorithms", civil_from_days.
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(pad(year, 4))-\(pad(month, 2))-\(pad(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
        return date + "T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2)):\(pad(rest / 1000 % 60, 2))"
            + ".\(pad(rest % 1000, 3))Z"
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
