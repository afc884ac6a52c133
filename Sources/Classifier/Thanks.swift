/// Tells a plain thank-you ("thank you, works now") from a message that wants something.
package enum Thanks {
    /// Bytes; whoever writes more has something to say.
    static let longest = 160
    private static let mostWords = 24
    /// Bytes of a mail that is looked through for quoted text.
    private static let longestMail = 50_000

    private static let thanking: Set<String> = [
        "thanks", "thank", "thx", "thnx", "tnx", "ty", "cheers", "thankyou", "gracias", "danke", "merci", "obrigado",
        "obrigada", "dank", "grazie", "appreciated", "appreciate", "perfect", "brilliant", "awesome", "great", "lovely",
        "excellent", "wonderful", "super", "solved", "sorted", "fixed", "resolved", "works", "working",
    ]
    /// Words that a message of thanks is made of. Any other word but a name after a greeting means that there is more.
    private static let harmless: Set<String> = [
        "a", "absolutely", "again", "ah", "all", "alright", "am", "amazing", "and", "as", "ausgezeichnet", "awesome",
        "be", "been", "best", "bien", "brilliant", "bye", "case", "close", "closed", "confirm", "confirmed", "day",
        "dear", "did", "done", "es", "evening", "ever", "everyone", "everything", "excellent", "expected", "fantastic",
        "fast", "fein", "fine", "fix", "for", "funktioniert", "geht", "getting", "glad", "good", "got", "great", "guys",
        "had", "happy", "has", "have", "hello", "help", "helped", "helpful", "helping", "her", "hi", "hilfe", "his",
        "i", "ill", "im", "indeed", "is", "issue", "it", "its", "ive", "jetzt", "job", "just", "kind", "kindly",
        "kindness", "like", "lot", "lots", "lovely", "many", "marche", "me", "mine", "morning", "most", "mr", "mrs",
        "ms", "much", "muchas", "my", "nice", "nicely", "night", "no", "now", "of", "oh", "ok", "okay", "on", "once",
        "our", "patience", "perfect", "perfectly", "por", "prima", "problem", "prompt", "promptly", "quick", "quickly",
        "really", "received", "regards", "reply", "resolved", "response", "right", "schnelle", "sehr", "service", "sir",
        "so", "solution", "solved", "sort", "sorted", "sorting", "speedy", "super", "support", "swift", "team", "that",
        "thats", "the", "then", "this", "ticket", "time", "to", "today", "toll", "trick", "tutto", "und", "us", "very",
        "vielen", "was", "we", "weekend", "well", "what", "will", "with", "wonderful", "worked", "working", "works",
        "world", "yes", "you", "your", "yours", "ya", "fur", "die", "ihre", "todo", "ahora", "funciona", "beaucoup",
        "muito", "bonne", "journee", "warm", "wishes", "sincerely", "amazingly", "out", "cool", "can", "may", "go",
        "up", "running", "back", "again", "fixed", "appreciated", "appreciate", "thank", "thanks",
    ]
    /// Words that ask, doubt or add; one of them and it is no plain thank-you.
    private static let wanting: Set<String> = [
        "but", "however", "still", "not", "cant", "cannot", "dont", "doesnt", "didnt", "isnt", "wont", "please", "pls",
        "another", "also", "except", "although", "though", "could", "would", "when", "why", "how", "where", "which",
        "need", "want", "question", "refund", "until", "unless", "if", "never", "nothing", "nobody", "anyway", "aber",
        "pero", "mais", "noch", "bitte",
    ]

    /// Words after which a name may stand.
    private static let addressing: Set<String> = [
        "thanks", "thank", "you", "thx", "ty", "cheers", "hi", "hello", "dear", "regards", "wishes", "best", "mr",
        "mrs", "ms",
        "gracias", "danke", "merci", "and", "team", "sincerely", "yours", "much", "help",
    ]

    /// Whether `text` thanks, asks nothing and reports nothing else: short, no question, no request.
    package static func isPure(_ text: String) -> Bool {
        // A reply by mail carries what it answers.
        let text = text.utf8.count <= longest || text.utf8.count > longestMail ? text : Zones.spoken(text)
        guard text.utf8.count <= longest else { return false }
        guard let words = split(text), words.count <= mostWords else { return false }
        var thanks = 0
        var names = 0
        var previous = Word(letters: "", isName: false)
        for word in words {
            if wanting.contains(word.letters) { return false }
            if thanking.contains(word.letters) {
                thanks += 1
            } else if !harmless.contains(word.letters) {
                // A name is all that may be unknown: "Thanks Grace", "Regards, Ada Lovelace".
                guard word.isName, previous.isUnknown || addressing.contains(previous.letters) else { return false }
                names += 1
                previous = Word(letters: word.letters, isName: true, isUnknown: true)
                continue
            }
            previous = word
        }
        // "No thanks" declines.
        return thanks > 0 && names <= 3 && words.first?.letters != "no"
    }

    private struct Word {
        var letters: String
        /// A capital and then no capital.
        var isName: Bool
        var isUnknown = false
    }

    /// The words in lower case without accents and apostrophes; nil when there is a sign that asks or points somewhere:
    /// a question mark, a digit, an address.
    private static func split(_ text: String) -> [Word]? {
        var words: [Word] = []
        var word: [UInt8] = []
        var capitals = 0
        var beginsWithCapital = false
        func finish() {
            if !word.isEmpty {
                words.append(
                    Word(letters: String(decoding: word, as: UTF8.self), isName: beginsWithCapital && capitals == 1))
            }
            word.removeAll(keepingCapacity: true)
            capitals = 0
        }
        for scalar in text.unicodeScalars {
            let isCapital = (0x41...0x5A).contains(scalar.value) || (0xC0...0xDE).contains(scalar.value)
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xFF:
                if word.isEmpty { beginsWithCapital = isCapital }
                if isCapital { capitals += 1 }
                if scalar.value < 0x80 {
                    word.append(UInt8(scalar.value) | 0x20)
                } else {
                    let folded = Fold.latin1(UInt8(scalar.value - 0x40))
                    if folded.0 != 0 { word.append(folded.0) }
                    if folded.1 != 0 { word.append(folded.1) }
                }
            case 0x27, 0x2019: break
            case 0x3F, 0x30...0x39, 0x40, 0x2F, 0xFF1F, 0x61F, 0x37E: return nil
            default:
                // Letters of other scripts are no words that we know to be harmless.
                if scalar.properties.isAlphabetic { return nil }
                finish()
            }
        }
        finish()
        return words
    }
}
