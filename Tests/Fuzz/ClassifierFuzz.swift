import Classifier

private let classifier = RuleClassifier()

/// What libFuzzer calls: any text as subject and description, whole and cut, must come to a sound verdict.
///
/// The first byte says where the subject ends; the rest is what a customer would write.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let cut = Int(start[0]) * (count - 1) / 255
    let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
    let subject = String(decoding: bytes[..<cut], as: UTF8.self)
    let text = String(decoding: bytes[cut...], as: UTF8.self)
    let input = ClassifierInput(subject: cut == 0 ? nil : subject, description: text)
    let verdict = classifier.verdict(on: input)

    precondition(verdict.confidence > 0 && verdict.confidence <= 1, "a confidence outside of 0 to 1")
    let sum = verdict.categories.reduce(0) { $0 + $1.p }
    precondition((sum - 1).magnitude < 1e-6, "the probabilities do not add up")
    precondition(verdict.categories.count == RuleClassifier.categories.count)
    precondition(verdict.categories.first?.slug == verdict.category)
    precondition(verdict.summary.unicodeScalars.count <= 160, "a summary that is too long")
    precondition(["low", "medium", "high", "urgent"].contains(verdict.priority))
    precondition(Set(verdict.rules.map(\.id)).count == verdict.rules.count, "a rule counts twice")

    let again = classifier.verdict(on: input)
    precondition(again.categories == verdict.categories && again.rules == verdict.rules, "not the same twice")
    _ = Thanks.isPure(text)
    return 0
}
