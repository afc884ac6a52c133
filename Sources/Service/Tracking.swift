import Domain
import Platform
import Security
import Store

/// The public look-up: a ticket by its number and its customer's address, without an account.
package struct Tracking: Sendable {
    /// Failures in 15 minutes.
    static let perClient = FailureLimit(20)
    static let perNumber = FailureLimit(10)
    static let perEmail = FailureLimit(10)
    /// Links asked for one ticket in 15 minutes, so that nobody's mailbox is flooded from many client addresses. Links
    /// live as long, so the owner has one that works.
    static let linksPerTicket = FailureLimit(5)
    /// Seconds.
    static let linkLife: Int64 = 15 * 60

    private let tokens: Tokens
    private let publicURL: String
    private let limitsFailures: Bool
    private let random: Random

    /// - Parameter publicURL: without a slash at its end.
    package init(tokens: Tokens, publicURL: String, limitsFailures: Bool = true, random: Random = .system) {
        self.tokens = tokens
        self.publicURL = publicURL
        self.limitsFailures = limitsFailures
        self.random = random
    }

    // MARK: Looking up

    /// What a look-up comes to. What is not `found` has been counted and has to be committed.
    package enum Outcome: Sendable {
        /// With the newest 200 public events.
        case found(TicketRecord, events: [Event])
        case notFound
        /// Seconds until another try makes sense.
        case locked(retryAfter: Int64)
    }

    /// Finds the ticket, or counts a failure. Whether the ticket exists shows in nothing but success: the same rows are
    /// read and written for each way to fail.
    ///
    /// - Parameters:
    ///   - number: as typed.
    ///   - email: as typed.
    ///   - client: the network that the request comes from.
    package func find(
        number: String, email: String, from client: String, in tx: Writing
    ) throws(Failure) -> Outcome {
        let pair = Pair(number: number, email: email)
        guard limitsFailures else {
            guard let id = try tx.ticketID(number: pair.number, email: pair.email) else { return .notFound }
            return try found(id, in: tx)
        }
        let clientSubject = "track-client:" + client
        let byClient = try tx.failures(of: clientSubject)
        let byNumber = try tx.failures(of: pair.numberSubject)
        let byEmail = try tx.failures(of: pair.emailSubject)
        if let seconds = byClient.lockedFor(Tracking.perClient) { return .locked(retryAfter: seconds) }

        let id = try tx.ticketID(number: pair.number, email: pair.email)
        let locks = [byNumber.lockedFor(Tracking.perNumber), byEmail.lockedFor(Tracking.perEmail)].compactMap { $0 }
        // Strangers who guess at a ticket do not lock its owner out, as long as the owner types no wrong pair.
        if let id, locks.isEmpty || byClient.count == 0 { return try found(id, in: tx) }
        // Also for the right pair: were it not counted, the client's own limit would tell it from a wrong one.
        try tx.countFailure(clientSubject)
        if let seconds = locks.max() { return .locked(retryAfter: seconds) }
        try tx.countFailure(pair.numberSubject)
        try tx.countFailure(pair.emailSubject)
        return .notFound
    }

    private func found(_ id: ID<Ticket>, in tx: Reading) throws(Failure) -> Outcome {
        guard let record = try tx.ticketRecord(id) else { return .notFound }
        return .found(record, events: try tx.newestEvents(of: id, for: .customer, limit: TicketService.shownAtOnce))
    }

    // MARK: Links

    /// Mails the ticket's owner a link that opens it once; says nothing of whether there is one. Staff and disabled
    /// users get none.
    package func sendLink(number: String, email: String, in tx: Writing) throws(Failure) {
        let pair = Pair(number: number, email: email)
        let asked = try tx.failures(of: pair.linkSubject)
        // Counted for every pair, so that each call ends in a commit that takes as long.
        try tx.countFailure(pair.linkSubject)
        guard let id = try tx.ticketID(number: pair.number, email: pair.email), let record = try tx.ticketRecord(id),
            let owner = try owner(of: record, in: tx)
        else { return }
        if limitsFailures, asked.lockedFor(Tracking.linksPerTicket) != nil { return }
        let secret = SecretToken(from: random)
        try tx.insertLink(
            hash: secret.hash, purpose: .ticketLink, user: owner.id, ticket: id,
            until: tx.now.adding(seconds: Tracking.linkLife))
        try tx.send(Letters.ticketLink(owner, record.ticket, secret: secret.text, at: publicURL))
    }

    /// A guest's token for one ticket.
    package struct GuestSession: Sendable {
        package let token: String
        /// Seconds.
        package let lifetime: Int64
        package let number: TicketNumber
    }

    /// Uses a link up, which proves the owner's address as well.
    ///
    /// - Returns: nil for a link that is not good any more; it is used up nevertheless.
    package func openSession(link secret: String, in tx: Writing) throws(Failure) -> GuestSession? {
        guard let link = try tx.useLink(hash: SecretToken.hash(of: secret), purpose: .ticketLink),
            let id = link.ticket, let record = try tx.ticketRecord(id), let owner = try owner(of: record, in: tx),
            owner.id == link.user
        else { return nil }
        return GuestSession(
            token: tokens.makeGuest(customer: owner.id, epoch: owner.tokenEpoch, ticket: id, now: tx.now),
            lifetime: tokens.lifetime, number: record.ticket.number)
    }

    /// The ticket's customer, as far as a link may make a guest of them.
    private func owner(of record: TicketRecord, in tx: Reading) throws(Failure) -> User? {
        guard let user = try tx.user(record.ticket.customer), user.isActive, !user.role.isStaff, user.email != nil
        else { return nil }
        return user
    }
}

/// A number and an address as somebody typed them, and the names under which their failures are counted.
private struct Pair {
    /// Nil for what can be no number.
    let number: TicketNumber?
    let email: String
    private let typed: String

    init(number typed: String, email: String) {
        number = TicketNumber(typed: typed)
        self.typed = number?.text ?? Text.trimmed(typed).uppercased()
        self.email = Text.trimmed(email).lowercased()
    }

    // Hashed: they are of any length, and nobody should read in the table what others have typed.
    var numberSubject: String { "track-number:" + SHA256.hex(typed) }
    var emailSubject: String { "track-email:" + SHA256.hex(email) }
    /// Of both, so that only who could have had the link mailed uses its limit up.
    var linkSubject: String { "track-link:" + SHA256.hex("\(typed)\n\(email)") }
}
