import Testing

/// A text that has to be refused, as bytes since some are not UTF-8.
struct RefusedText: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    var testDescription: String { String(decoding: bytes.prefix(40), as: UTF8.self) }
}

/// Texts that RFC 8259 has every reader refuse: the n_ cases of the public JSONTestSuite, and what it leaves open (i_)
/// and we refuse: duplicate keys, lone surrogates, bytes that are not UTF-8, byte order marks, numbers beyond Double.
let refusedTexts: [RefusedText] =
    [
        // Arrays
        "[1 true]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[\"x\",,]", "[\"x\"]]", "[\"\",]", "[\"x\"", "[x",
        "[3[4]]", "[1:2]", "[,]", "[-]", "[   , \"\"]", "[\"a\",\n4\n,1,", "[1,]", "[1,,]", "[*]", "[\"\"", "[1,",
        "[1,\n1\n,1", "[{}", "[", "]", "[]]", "[1]x", "[1],[2]",
        // Words
        "[fals]", "[nul]", "[tru]", "[True]", "[TRUE]", "nulll", "truefalse", "[NaN]", "[nan]", "[-NaN]", "[+Inf]",
        "[Inf]", "[Infinity]", "[-Infinity]", "[-foo]", "[undefined]", "abc", "t", "nul",
        // Numbers
        "[++1234]", "[+1]", "[-01]", "[-1.0.]", "[-2.]", "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]", "[0.3e]", "[0.e1]",
        "[0E+]", "[0E]", "[0e+]", "[0e]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1eE2]", "[1 000.0]", "[2.e+3]", "[2.e-3]",
        "[2.e3]", "[9.e+]", "[1+2]", "[0x1]", "[0x42]", "[- 1]", "[-012]", "[-.123]", "[-1x]", "[1ea]", "[1.]",
        "[.123]",
        "[1.2a-3]", "[1.8011670033376514H-308]", "[012]", "[00]", "[1_000]", "[１]", "[-", "-", "1e", "[1e400]",
        "[-1e+9999]", "123.456e-",
        // Objects
        "{\"x\", null}", "{[: \"x\"}", "{\"x\"::\"b\"}", "{\"a\":\"a\" 123}", "{key: 'value'}", "{\"a\" b}", "{:\"b\"}",
        "{\"a\" \"b\"}", "{\"a\":", "{\"a\"", "{1:1}", "{9999E9999:1}", "{null:null,null:null}", "{\"id\":0,,,,,}",
        "{'a':0}", "{\"id\":0,}", "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}//", "{\"a\":/*c*/\"b\"}",
        "{\"a\":\"b\",,\"c\":\"d\"}",
        "{a: \"b\"}", "{\"a\":\"a", "{ \"foo\" : \"bar\", \"a\" }", "{\"a\":\"b\"}#", "{", "}", "{,}", "{\"a\":}",
        "{true:1}",
        // Strings
        "[\"\\uD800\\\"]", "[\"\\uD800\\u\"]", "[\"\\uD800\\u1\"]", "[\"\\uD800\\u1x\"]", "[é]", "[\"\\x00\"]",
        "[\"\\\\\\\"]",
        "[\"\\\t\"]", "[\"\\🌀\"]", "[\"\\\"]", "[\"\\u00A\"]", "[\"\\uD834\\uDd\"]", "[\"\\uD800\\uD800\\x\"]",
        "[\"\\a\"]",
        "[\"\\uqqqq\"]", "[\\u0020\"asd\"]", "[\\n]", "\"", "['single quote']", "[\"a\u{0}a\"]", "[\"new\nline\"]",
        "[\"\t\"]",
        "\"\\UA66D\"", "\"x", "\"x\\", "\"\\u\"", "\"\\u12", "[\"\\u+123\"]", "[\"\\u 123\"]", "[\"\\'\"]",
        // Lone surrogates
        "[\"\\uDADA\"]", "[\"\\uD888\\u1234\"]", "[\"\\uD800\\n\"]", "[\"\\uDd1ea\"]", "[\"\\uD800\\uD800\\n\"]",
        "[\"\\ud800\"]", "[\"\\ud800abc\"]", "[\"\\uDd1e\\uD834\"]", "[\"\\uDFAA\"]", "{\"\\uD800\":1}",
        "[\"\\uDBFF\\uE000\"]",
        // Around the value
        "", " ", "\u{FEFF}", "\u{FEFF}[]", "[\u{C}]", "[\u{B}]", "[\u{A0}]", "\u{2060}", "[\u{2060}]", "<.>",
        "[<null>]",
        "1]", "{}}", "*", "{\"a\": true} \"x\"", "[1]\u{0}", "\u{0}", "[\u{0}]", "å", "[a", "[\"a", "{\"\":", "#1",
        "//\n1",
        // The same key twice, also when only one of them is escaped
        "{\"a\":\"b\",\"a\":\"c\"}", "{\"a\":1,\"\\u0061\":2}", "{\"\\u00e9\":1,\"é\":2}", "{\"\":1,\"\":2}",
        "{\"\\/\":1,\"/\":2}", "{\"\\ud83d\\ude39\":1,\"😹\":2}", "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
    ].map { RefusedText($0) } + notUTF8.map { RefusedText(bytes: [0x5B, 0x22] + $0 + [0x22, 0x5D]) } + [
        RefusedText(bytes: [0xEF, 0xBB, 0xBF, 0x7B, 0x7D]), RefusedText(bytes: [0xEF]),
        RefusedText(bytes: [0xEF, 0xBB]),
        RefusedText(bytes: [0x5B, 0xFF, 0x5D]), RefusedText(bytes: [0xE5]),
        RefusedText(bytes: [0xFE, 0xFF, 0x00, 0x5B]),
        RefusedText(bytes: [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]), RefusedText(bytes: [0x5B, 0x61, 0xE5, 0x5D]),
        RefusedText(bytes: [0x7B, 0x22, 0xB9, 0x22, 0x3A, 0x30, 0x7D]), RefusedText(bytes: [0x5B, 0x31, 0xE5, 0x5D]),
        RefusedText(bytes: [0x5B, 0x30, 0xE5, 0x5D]), RefusedText(bytes: [0x5B, 0x31, 0x65, 0x31, 0xE5, 0x5D]),
    ]

/// Bytes that no UTF-8 text holds (RFC 3629): stray and missing continuation bytes, overlong forms, surrogates, beyond
/// U+10FFFF.
private let notUTF8: [[UInt8]] = [
    [0x80], [0xBF], [0xFF], [0xE9], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0xAF], [0xC1, 0xBF],
    [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
    [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF],
    [0x61, 0x5C, 0x6E, 0xE9], [0x81, 0x5C, 0x6E],
]
