/// Tells languages apart by the small words that each is full of, and other scripts by their letters.
enum Language {
    static let known = ["en", "es", "de", "fr", "pt", "it", "nl"]

    /// Words that are frequent in one of the languages and rare in the others; by index in `known`.
    static let stopWords: [[String]] = [
        "the and is are was of for you with this that have has my your it not we our can please i in on to what how be at an do if from when me no about tell all they a as would there them were but had been any by after where why who get",
        "el la los las un una de del y en se por para con que mi su esta pero como cuando hola gracias tengo puedo quiero he ha muy favor usted no me lo al ya si es son",
        "der die das und ich nicht ist ein eine einen dem den des im mit fur auf mein meine sie wir bitte habe kann wie danke hallo zu von mir es wird werden bei aus auch noch um seit gibt",
        "le la les de du des un une est et je j l d nous vous mon ma mes pour pas avec dans sur bonjour merci votre ce qui que suis ai ne puis au en il se plus sont",
        "o a os as um uma de do da dos das e em no na nao com para meu minha voce voces eu obrigado obrigada ola por esta mas como quando tenho posso quero que se ja foi",
        "il la gli le che di un una del della non con per mio mia sono ho buongiorno grazie ciao questo vorrei posso come anche si in e mi",
        "het een en ik de niet van mijn met voor op u wij dank hallo graag kan heb wat hoe aan geen is te dat",
    ].map { $0.split(separator: " ").map(String.init) }

    /// What a small word counts, beside 1 for a rule whose terms are of the language.
    static let stopWordWeight: UInt32 = 2

    /// Letters of one language that count, 1 each.
    static let mostLetters = 3

    /// Index in `known` of the language with the most evidence; English when in doubt.
    static func likeliest(_ evidence: UnsafeMutableBufferPointer<UInt32>) -> Int {
        var best = 0
        for index in 1..<evidence.count where evidence[index] > evidence[best] { best = index }
        return best
    }

    static func name(_ index: Int, _ script: Look.Script) -> String {
        switch script {
        case .latin: known[index]
        case .cyrillic: "ru"
        case .greek: "el"
        case .arabic: "ar"
        case .hebrew: "he"
        case .chinese: "zh"
        case .japanese: "ja"
        case .korean: "ko"
        }
    }
}
