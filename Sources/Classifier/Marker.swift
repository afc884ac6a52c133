/// The classes that stand for something other than a word of the vocabulary.
enum Marker {
    /// Nothing that any rule asks for.
    static let unknown: UInt16 = 0
    /// Start of a sentence or field: phrases do not reach across it.
    static let boundary: UInt16 = 1
    static let questionMark: UInt16 = 2
    static let number: UInt16 = 3
    static let money: UInt16 = 4
    static let phone: UInt16 = 5
    static let url: UInt16 = 6
    static let email: UInt16 = 7
    /// Three or more exclamation marks in a row.
    static let shout: UInt16 = 8
    /// After a subject that no text follows.
    static let alone: UInt16 = 9
    static let count: UInt16 = 10

    /// How terms write them; the index is the class.
    static let names = [
        "<unknown>", "^", "?", "<number>", "<money>", "<phone>", "<url>", "<email>", "<shout>", "<alone>",
    ]
}

/// What the tokeniser saw besides words.
struct Look {
    var letters = 0
    var capitals = 0
    var words = 0
    var script = Script.latin
    /// Letters that one language has and the others seldom: ñ and ¿, ß and umlauts, è and ê, ã and õ.
    var spanish = 0
    var german = 0
    var french = 0
    var portuguese = 0

    enum Script { case latin, cyrillic, greek, arabic, hebrew, chinese, japanese, korean }
}
