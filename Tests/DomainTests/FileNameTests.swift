import Testing

@testable import Domain

@Suite struct FileNameTests {
    @Test(arguments: [
        ("report.pdf", "report.pdf"), ("../../etc/passwd", "passwd"), (#"C:\Users\ada\photo.jpg"#, "photo.jpg"),
        ("/", "file"), ("", "file"), ("..", "file"), (" . ", "file"), ("a/", "file"), ("  a b .txt ", "a b .txt"),
        ("invoice.exe.", "invoice.exe"), ("photo\u{202E}gpj.exe", "photogpj.exe"), ("\u{2066}a\u{2069}", "a"),
        ("\u{FEFF}a.txt", "a.txt"), ("große Straße.txt", "große Straße.txt"), (".htaccess", ".htaccess"),
        (#"a"b'c;d.txt"#, #"a"b'c;d.txt"#), ("👩‍👩‍👧.png", "👩‍👩‍👧.png"),
    ])
    func `a name keeps what is harmless`(given: String, kept: String) { #expect(FileName.safe(given) == kept) }

    @Test(arguments: ["a\0b", "a\r\nb", "a\tb", "a\u{7F}", "a\u{85}b", "a\u{2028}b"])
    func `a name with controls is no name`(given: String) { #expect(FileName.safe(given) == nil) }

    @Test func `a long name is cut in front of its extension, between two scalars`() throws {
        let long = try #require(FileName.safe(String(repeating: "ü", count: 200) + ".docx"))
        #expect(long.utf8.count == 255 && long.hasSuffix("ü.docx"))
        let dotted = try #require(FileName.safe("a." + String(repeating: "x", count: 400)))
        #expect(dotted.utf8.count == 255)
        #expect(FileName.safe(String(repeating: "😀", count: 100))?.utf8.count == 252)
    }
}
