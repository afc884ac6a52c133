/// Tells languages apart by the small words that each is full of, and other scripts by their letters.
enum Language {
    static let known = ["en", "es", "de", "fr", "pt", "it", "nl"]

    /// Words that are frequent in one of the languages and rare in the others; by index in `known`.
    static let stopWords: [[String]] = [
        "the and is are was of for you with this that have has my your it not we our can please i in on to what how",
        "el los las una por para con que mi su esta pero como cuando hola gracias tengo puedo quiero he ha muy favor usted",
        "der die das und ich nicht ist ein eine mit fur auf mein meine sie wir bitte habe kann wie danke hallo zu von mir",
        "le les des une est et je vous nous mon ma pour pas avec dans sur bonjour merci votre ce qui suis ai ne puis",
        "o os um uma nao com para meu minha voce eu obrigado obrigada ola por esta mas como quando tenho posso quero do da",
        "il gli che di una non con per mio mia sono ho buongiorno grazie ciao della questo vorrei posso come anche",
        "het een en ik niet van mijn met voor op u wij dank hallo graag kan heb wat hoe aan geen",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Small words that must be seen before a language other than English is believed.
    private static let fewest: UInt32 = 2

    static func likeliest(_ counts: UnsafeMutableBufferPointer<UInt32>, _ script: Look.Script) -> String {
        switch script {
        case .latin: break
        case .cyrillic: return "ru"
        case .greek: return "el"
        case .arabic: return "ar"
        case .hebrew: return "he"
        case .chinese: return "zh"
        case .japanese: return "ja"
        case .korean: return "ko"
        }
        var best = 0
        for index in 1..<counts.count where counts[index] > counts[best] && counts[index] >= fewest { best = index }
        return known[best]
    }
}
