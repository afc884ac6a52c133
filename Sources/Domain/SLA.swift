/// What is promised to whom: an entry of the ordered list of service level policies, of which the first that matches a
/// ticket holds for it.
package struct SLAPolicy: Sendable, Equatable {
    /// Which tickets it is for; an empty list is no condition.
    package struct Match: Sendable, Equatable {
        package var categories: [ID<Category>]
        package var channels: [Channel]
        package var priorities: [Priority]

        package init(categories: [ID<Category>] = [], channels: [Channel] = [], priorities: [Priority] = []) {
            self.categories = categories
            self.channels = channels
            self.priorities = priorities
        }

        func holds(category: ID<Category>, channel: Channel, priority: Priority) -> Bool {
            (categories.isEmpty || categories.contains(category)) && (channels.isEmpty || channels.contains(channel))
                && (priorities.isEmpty || priorities.contains(priority))
        }
    }

    package let id: ID<SLAPolicy>
    package var name: String
    package var position: Int64
    package var isActive: Bool
    package var match: Match
    package var calendar: ID<BusinessCalendar>
    /// A priority that is not here has no clocks.
    package var targets: [Priority: SLATargets]
    /// Since when targets and calendar are what they are.
    package var effectiveAt: Instant
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: ID<SLAPolicy>, name: String, position: Int64, isActive: Bool, match: Match, calendar: ID<BusinessCalendar>,
        targets: [Priority: SLATargets], effectiveAt: Instant, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.name = name
        self.position = position
        self.isActive = isActive
        self.match = match
        self.calendar = calendar
        self.targets = targets
        self.effectiveAt = effectiveAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// How long each clock may count, in seconds.
package struct SLATargets: Sendable, Equatable {
    /// Ten years: longer promises are mistakes.
    package static let range: ClosedRange<Int64> = 1...315_360_000

    package var firstResponse: Int64
    /// Nil where later messages have no clock of their own.
    package var nextResponse: Int64?
    package var resolution: Int64

    package init(firstResponse: Int64, nextResponse: Int64? = nil, resolution: Int64) {
        self.firstResponse = firstResponse
        self.nextResponse = nextResponse
        self.resolution = resolution
    }

    package subscript(_ metric: SLAMetric) -> Int64? {
        switch metric {
        case .firstResponse: firstResponse
        case .nextResponse: nextResponse
        case .resolution: resolution
        }
    }
}

/// The hours that count, as admins write them down.
package struct BusinessCalendar: Sendable, Equatable {
    package let id: ID<BusinessCalendar>
    package var name: String
    /// An IANA name, "Europe/Berlin".
    package var timeZone: String
    package var hours: WeeklyHours
    package var holidays: [CivilDate]
    /// Day and night; always there and never changed.
    package let isBuiltIn: Bool
    /// Since when the hours that count are what they are.
    package var effectiveAt: Instant
    package let createdAt: Instant
    package var updatedAt: Instant

    /// The built-in one.
    package static let alwaysID = ID<BusinessCalendar>(1)

    package init(
        id: ID<BusinessCalendar>, name: String, timeZone: String, hours: WeeklyHours, holidays: [CivilDate],
        isBuiltIn: Bool, effectiveAt: Instant, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
        self.hours = hours
        self.holidays = holidays
        self.isBuiltIn = isBuiltIn
        self.effectiveAt = effectiveAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What a clock measures.
package enum SLAMetric: String, CaseIterable, Sendable {
    /// From creation to the first public staff message.
    case firstResponse = "first_response"
    /// From the oldest unanswered customer message, the opening one aside, to the next public staff message.
    case nextResponse = "next_response"
    /// From creation to the solution.
    case resolution
}

/// How a ticket stands; of several clocks the first of these that any of them has.
package enum SLAState: String, CaseIterable, Sendable {
    case breached, running, paused, met, none
}

/// What a status does to the clocks.
package enum SLATreatment: Sendable { case counted, paused, stopped }

extension Status {
    package var slaTreatment: SLATreatment {
        switch self {
        case .new, .open, .inProgress, .onHold, .waitingAI: .counted
        case .waitingCustomer: .paused
        case .resolved, .closed: .stopped
        }
    }
}

/// All policies, in their order, with the hours they count: what clocks are derived with.
package struct SLABook: Sendable {
    /// What a policy comes down to.
    struct Rule: Sendable {
        let targets: [Priority: SLATargets]
        let calendar: ID<BusinessCalendar>
        let hours: BusinessHours
        let effectiveAt: Instant
    }

    package let policies: [SLAPolicy]
    private let rules: [ID<SLAPolicy>: Rule]

    package static let empty = SLABook([], hours: [:])

    /// - Parameters:
    ///   - policies: in their order.
    ///   - hours: of each calendar, and since when they are what they are. One that is missing counts day and night.
    package init(
        _ policies: [SLAPolicy], hours: [ID<BusinessCalendar>: (hours: BusinessHours, effectiveAt: Instant)]
    ) {
        self.policies = policies
        var rules: [ID<SLAPolicy>: Rule] = [:]
        for policy in policies {
            let found = hours[policy.calendar]
            rules[policy.id] = Rule(
                targets: policy.targets, calendar: policy.calendar, hours: found?.hours ?? .always,
                effectiveAt: max(policy.effectiveAt, found?.effectiveAt ?? policy.effectiveAt))
        }
        self.rules = rules
    }

    /// The first active policy that matches.
    package func policy(category: ID<Category>, channel: Channel, priority: Priority) -> ID<SLAPolicy>? {
        for policy in policies where policy.isActive {
            if policy.match.holds(category: category, channel: channel, priority: priority) { return policy.id }
        }
        return nil
    }

    package func policy(for ticket: Ticket) -> ID<SLAPolicy>? {
        policy(category: ticket.category, channel: ticket.channel, priority: ticket.priority)
    }

    func rule(_ policy: ID<SLAPolicy>?) -> Rule? { policy.flatMap { rules[$0] } }
}
