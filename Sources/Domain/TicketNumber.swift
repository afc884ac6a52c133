/// How new tickets are numbered.
package enum NumberingScheme: String, CaseIterable, Sendable {
    /// `TKT-YYYYMMDD-XXXXX`: the UTC date and five random characters of Crockford's base 32.
    case daily
    /// `TKT-00001`, widening past 99999, without a gap among committed tickets.
    case sequential
    /// `TKT-XXXXXX`: six random digits, widening when half of them are taken.
    case random
}

/// The number by which people name a ticket; upper case, unique, never given twice.
package struct TicketNumber: Hashable, Sendable, CustomStringConvertible {
    package static let longest = 64
    /// Crockford's base 32: no I, L, O or U.
    package static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    package static let randomLength = 5

    package let text: String

    /// A number that is known to be one: drawn by us, or read from a row.
    package init(stored text: String) { self.text = text }

    package var description: String { text }

    /// Reads what a person typed: any scheme, any case, white space around it; in a daily number's random part O is
    /// read as 0, I and L as 1. Nil for what can be no number.
    package init?(typed: String) {
        var bytes = Array((typed.utf8.first ?? 0x20) > 0x20 ? typed.utf8 : Text.trimmed(typed).utf8)
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D { bytes.removeLast() }
        guard !bytes.isEmpty, bytes.count <= TicketNumber.longest else { return nil }
        var dashes: [Int] = []
        for index in bytes.indices {
            if bytes[index] >= 0x61 && bytes[index] <= 0x7A { bytes[index] -= 0x20 }
            if bytes[index] == 0x2D {
                // No part is empty.
                guard index > (dashes.last ?? -1) + 1 else { return nil }
                dashes.append(index)
            } else if !TicketNumber.isLetterOrDigit(bytes[index]) {
                return nil
            }
        }
        guard let last = dashes.last, last < bytes.count - 1 else { return nil }
        let tail = last + 1..<bytes.count
        if dashes.count >= 2, tail.count == TicketNumber.randomLength, last - dashes[dashes.count - 2] == 9,
            bytes[dashes[dashes.count - 2] + 1..<last].allSatisfy(TicketNumber.isDigit)
        {
            for index in tail {
                if bytes[index] == UInt8(ascii: "O") { bytes[index] = UInt8(ascii: "0") }
                if bytes[index] == UInt8(ascii: "I") || bytes[index] == UInt8(ascii: "L") {
                    bytes[index] = UInt8(ascii: "1")
                }
                // The alphabet has no U either.
                if bytes[index] == UInt8(ascii: "U") { return nil }
            }
        } else {
            guard bytes[tail].allSatisfy(TicketNumber.isDigit) else { return nil }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A daily number out of `random`, five values from 0 to 31.
    package static func daily(prefix: String, at instant: Instant, random: [UInt8]) -> TicketNumber {
        let (year, month, day) = instant.utcDate
        let date = padded(Int64(year), 4) + padded(Int64(month), 2) + padded(Int64(day), 2)
        let tail = String(decoding: random.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
        return TicketNumber(stored: "\(prefix)-\(date)-\(tail)")
    }

    package static func sequential(prefix: String, _ number: Int64) -> TicketNumber {
        TicketNumber(stored: "\(prefix)-\(padded(number, 5))")
    }

    package static func random(prefix: String, _ number: Int64, digits: Int) -> TicketNumber {
        TicketNumber(stored: "\(prefix)-\(padded(number, digits))")
    }

    /// A prefix is 1 to 16 letters and digits that begin with a letter, in upper case.
    package static func isPrefix(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...16).contains(bytes.count), let first = bytes.first, first >= 0x41, first <= 0x5A else {
            return false
        }
        return bytes.allSatisfy(isLetterOrDigit)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// How a path names a ticket: by its id, or by its number.
package enum TicketReference: Hashable, Sendable {
    case id(ID<Ticket>)
    case number(TicketNumber)
    /// What can be neither; such a ticket does not exist.
    case impossible

    package init(_ text: String) {
        if let id = Int64(text), id > 0, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            self = .id(ID(id))
        } else if let number = TicketNumber(typed: text) {
            self = .number(number)
        } else {
            self = .impossible
        }
    }
}

extension Instant {
    /// Year, month and day in UTC (days to civil date by Howard Hinnant's algorithm).
    package var utcDate: (year: Int, month: Int, day: Int) {
        var days = milliseconds / 86_400_000
        if milliseconds % 86_400_000 < 0 { days -= 1 }
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
    }
}
