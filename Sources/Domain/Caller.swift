/// A customer who has proved who they are. What is known here was read in the request's own snapshot.
package struct Customer: Sendable {
    package let id: ID<User>
    package let email: String?
    package let name: String
    /// Tickets that match by address alone show only once the address is verified.
    package let isVerified: Bool
    package let phone: String?

    package init(id: ID<User>, email: String?, name: String, isVerified: Bool, phone: String? = nil) {
        self.id = id
        self.email = email
        self.name = name
        self.phone = phone
        self.isVerified = isVerified
    }
}

/// A member of staff: an agent, or an admin, who may all that an agent may.
package struct Agent: Sendable {
    package let id: ID<User>
    package let name: String
    package let isAdmin: Bool

    package init(id: ID<User>, name: String, isAdmin: Bool) {
        self.id = id
        self.name = name
        self.isAdmin = isAdmin
    }
}

/// An admin. Only the check of the role makes one.
package struct Admin: Sendable {
    package let agent: Agent
    package var id: ID<User> { agent.id }

    /// Nil for an agent who is not an admin.
    package init?(_ agent: Agent) {
        guard agent.isAdmin else { return nil }
        self.agent = agent
    }
}

/// Somebody who came by a one-time link and may see and answer one ticket.
package struct Guest: Sendable {
    package let ticket: ID<Ticket>
    package let customer: Customer

    package init(ticket: ID<Ticket>, customer: Customer) {
        self.ticket = ticket
        self.customer = customer
    }
}

/// Who calls the customer portal: a customer, or a guest who is held to one ticket.
package struct PortalCaller: Sendable {
    package let customer: Customer
    /// The only ticket this caller may touch; nil for a customer with an account.
    package let onlyTicket: ID<Ticket>?

    package init(customer: Customer, onlyTicket: ID<Ticket>? = nil) {
        self.customer = customer
        self.onlyTicket = onlyTicket
    }
}

/// A gateway with an API key.
package struct KeyHolder: Sendable {
    package let id: ID<KeyHolder>
    package let name: String
    package let scopes: Set<Scope>

    package init(id: ID<KeyHolder>, name: String, scopes: Set<Scope>) {
        self.id = id
        self.name = name
        self.scopes = scopes
    }
}

/// What an API key may be used for.
package enum Scope: String, CaseIterable, Sendable {
    case ticketsRead = "tickets:read"
    case ticketsWrite = "tickets:write"
    case messagesWrite = "messages:write"
    case messagesStaff = "messages:staff"
    case emailIngest = "email:ingest"
}

/// Anybody with an account, whatever the role: `/auth/me`, logout, change of password.
package enum AccountHolder: Sendable {
    case customer(Customer)
    case staff(Agent)

    package var id: ID<User> {
        switch self {
        case .customer(let customer): customer.id
        case .staff(let agent): agent.id
        }
    }
}

/// The credential a request came with, as far as an endpoint has to name it: to revoke it, or to answer with a cookie.
package struct Credential: Sendable, Equatable {
    package enum Audience: String, Sendable { case customer, staff, ticket }

    package let audience: Audience
    package let tokenID: String
    package let expiresAt: Instant
    package let isCookie: Bool

    package init(audience: Audience, tokenID: String, expiresAt: Instant, isCookie: Bool) {
        self.audience = audience
        self.tokenID = tokenID
        self.expiresAt = expiresAt
        self.isCookie = isCookie
    }
}
