/// Words after which a matter is named that the message is *not* about: "not a billing question", "no se trata de la
/// factura". "Not working" is no such thing, so only these openings count, up to the end of the clause.
enum Negation {
    /// Words that an opening reaches at most.
    static let reach = 5

    /// Those that reach one word only: "not a bug", but not "not a valid voucher".
    static let shortOpenings: [String] = [
        "not a", "not an", "no", "kein", "keine", "pas un", "pas une", "no es un", "no es una", "nao e um", "nao e uma",
    ]

    static let openings: [String] = [
        "not about", "not related to", "not regarding", "not concerning", "not a question about", "not a question of",
        "nothing to do with", "not to do with", "not asking for", "not asking about", "not ask for", "not want a",
        "not want any", "not looking for a", "not the fault of", "no need for a", "rather than about",
        "no longer about",
        "not because of", "not talking about", "no problem with the", "no problem with my", "nothing wrong with the",
        "nothing wrong with my", "not a problem with", "not an issue with",
        "nicht um", "nicht wegen", "keine frage zu", "keine frage zur", "nichts zu tun mit", "nicht an der", "nicht am",
        "pas une question de", "ne concerne pas", "rien a voir avec", "ne s agit pas", "pas a propos",
        "no se trata", "no es una pregunta de", "nada que ver con", "no tiene que ver con", "no quiero un",
        "nao se trata", "nao e uma questao de", "nada a ver com", "nao tem a ver com", "nao e sobre",
    ]

    static let ends: [String] = ["but", "however", "sondern", "aber", "mais", "sino", "pero", "mas", "because", "and"]
}
