import Domain

/// A step that somebody takes. Tickets are named by a number that counts modulo those that there are, so that a step
/// still means something when others before it are left out.
enum ModelStep {
    typealias Role = TicketModel.Role
    typealias Match = TicketModel.Match

    case open(Role)
    case openFor(Role, by: Role, priority: String?, assignee: Role?)
    case say(Role, Int, isThanks: Bool, Match)
    case setStatus(Role, Int, Status, Match)
    case markRead(Role, Int, Match)
    case reply(Role, Int, Status?, isInternal: Bool, Match)
    case change(Role, Int, TicketModel.Change, Match)
    case delete(Role, Int, Match)
    case read(Role, Int)
    case thread(Role, Int)
    case list(Role, Status?)
    case counts(Role)
    case wait(seconds: Int64)

    /// A step drawn by `dice`.
    init(_ dice: inout Dice) {
        let customers: [Role] = [.ada, .ada, .bob, .guest]
        let staff: [Role] = [.grace, .grace, .alan, .root]
        let anybody: [Role] = [.ada, .ada, .bob, .guest, .grace, .alan, .root]
        let priorities = ["low", "medium", "high", "urgent"]
        let ticket = dice.below(10_000)
        let match = dice.one(of: [.none, .none, .none, .any, .current, .current, .stale] as [Match])
        let status = dice.one(of: Status.allCases.filter { $0 != .new })
        switch dice.below(100) {
        case 0..<5: self = .open(dice.one(of: [.ada, .bob, .guest]))
        case 5..<8:
            self = .openFor(
                dice.one(of: [.ada, .bob]), by: dice.one(of: staff),
                priority: dice.one(of: [nil, "low", "urgent"]), assignee: dice.one(of: [nil, .grace, .alan]))
        case 8..<28: self = .say(dice.one(of: customers), ticket, isThanks: dice.below(4) == 0, match)
        case 28..<36: self = .setStatus(dice.one(of: customers), ticket, status, match)
        case 36..<42: self = .markRead(dice.one(of: anybody), ticket, match)
        case 42..<60:
            let move = dice.below(3) == 0 ? status : nil
            self = .reply(dice.one(of: staff), ticket, move, isInternal: dice.below(3) == 0, match)
        case 60..<80:
            let change: TicketModel.Change =
                switch dice.below(6) {
                case 0, 1: .status(status)
                case 2: .priority(dice.one(of: priorities))
                case 3: .assign(dice.one(of: [nil, .grace, .alan, .root, .bob]))
                case 4:
                    dice.below(2) == 0
                        ? .tags(dice.one(of: [[], ["a"], ["a", "b"]])) : .subject("Subject \(ticket % 3)")
                default: .statusAndPriority(status, dice.one(of: priorities))
                }
            self = .change(dice.one(of: staff), ticket, change, match)
        case 80..<81: self = .delete(dice.one(of: [.grace, .root]), ticket, match)
        case 81..<90: self = .read(dice.one(of: anybody), ticket)
        case 90..<93: self = .thread(dice.one(of: anybody), ticket)
        case 93..<96: self = .list(dice.one(of: anybody), dice.one(of: [nil] + Status.allCases))
        case 96..<98: self = .counts(dice.one(of: [.ada, .bob, .grace]))
        default: self = .wait(seconds: dice.one(of: [1, 3600, 86_400 * 3, 86_400 * 15]))
        }
    }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
