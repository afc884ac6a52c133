/// Tells a plain thank-you ("thank you, works now") from a message that wants something.
package enum Thanks {
    /// Bytes; whoever writes more has something to say.
    static let longest = 160
    private static let mostWords = 24

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

    /// Whether `text` thanks, asks nothing and reports nothing else: short, no question, no request.
    package static func isPure(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        var thanks = 0
        var unknown = 0
        var words = 0
        var sarcastic = false
        for word in split(text) {
            guard let word else { return false }
            words += 1
            if wanting.contains(word) { return false }
            if word == "nothing" || word == "no" { sarcastic = sarcastic || words == 1 }
            if thanking.contains(word) {
                thanks += 1
            } else if !harmless.contains(word) {
                unknown += 1
            }
        }
        // "no thanks" declines; a name or two is all that may be unknown.
        return thanks > 0 && unknown <= 2 && unknown * 2 <= words && words <= mostWords && !(sarcastic && words <= 3)
    }

    /// The words in lower case without accents and apostrophes; one nil when there is a sign that asks or points
    /// somewhere: a question mark, a digit, an address.
    private static func split(_ text: String) -> [String?] {
        var words: [String?] = []
        var word: [UInt8] = []
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: word.append(UInt8(scalar.value) | 0x20)
            case 0xC0...0xFF:
                let folded = Fold.latin1(UInt8(scalar.value - 0x40))
                if folded.0 != 0 { word.append(folded.0) }
                if folded.1 != 0 { word.append(folded.1) }
            case 0x27, 0x2019: break
            case 0x3F, 0x30...0x39, 0x40, 0x2F, 0xFF1F, 0x61F, 0x37E: return [nil]
            default: finish()
            }
        }
        finish()
        return words
    }
}
