import Domain
import Service
import Store

/// Who may call an endpoint, as data: for the golden route table, `openapi.json`, and what is refused before the body.
package enum AccessRule: Hashable, Sendable {
    case anyone, customer, portal, agent, admin, account, staffAccount
    case key(Scope)
    case everyRole(orKey: Scope)

    /// As the golden route table prints it.
    package var name: String {
        switch self {
        case .anyone: "anyone"
        case .customer: "customer"
        case .portal: "customer or ticket guest"
        case .agent: "agent"
        case .admin: "admin"
        case .account: "account"
        case .staffAccount: "staff account"
        case .key(let scope): "key \(scope.rawValue)"
        case .everyRole(let scope): "every role or key \(scope.rawValue)"
        }
    }

    /// Whose cookies count here, the first that is there.
    var cookies: [Credential.Audience] {
        switch self {
        case .anyone, .key: []
        case .customer: [.customer]
        case .portal: [.customer, .ticket]
        case .agent, .admin, .staffAccount: [.staff]
        case .account: [.customer, .staff]
        case .everyRole: [.staff, .customer, .ticket]
        }
    }
}

/// Who may call an endpoint, and as what type it sees them. Only the checks in here make such a value, so an endpoint
/// cannot have a caller who was not checked.
package struct Access<Caller: Sendable>: Sendable {
    let rule: AccessRule
    let admit: @Sendable (Presented, RequestContext, Reading) throws(Failure) -> Caller
}

/// Anybody, known by nothing but the address they call from.
package struct Anyone: Sendable {
    package let clientAddress: String

    /// Under which name this client's failures are counted.
    var network: String { ClientNetwork.name(of: clientAddress) }
}

/// Somebody with an account and the credential of this request, to revoke or renew it.
package struct Account: Sendable {
    package let holder: AccountHolder
    package let credential: Credential
    package let mustChangePassword: Bool
    package var id: ID<User> { holder.id }
}

/// Whoever may upload a file.
package enum AnyCaller: Sendable {
    case portal(PortalCaller)
    case staff(Agent)
    case key(KeyHolder)
}

extension Access where Caller == Anyone {
    package static var anyone: Access {
        Access(rule: .anyone) { (_, context, _) throws(Failure) in Anyone(clientAddress: context.clientAddress) }
    }
}

extension Access where Caller == Customer {
    /// A customer with an account.
    package static var customer: Access {
        Access(rule: .customer) { (presented, _, tx) throws(Failure) in
            guard case .customer(let customer) = try Admission.caller(presented, in: tx) else {
                throw .forbidden("This is for customers.")
            }
            return customer
        }
    }
}

extension Access where Caller == PortalCaller {
    /// A customer, or a guest who is held to one ticket.
    package static var portal: Access {
        Access(rule: .portal) { (presented, _, tx) throws(Failure) in
            switch try Admission.caller(presented, in: tx) {
            case .customer(let customer): return PortalCaller(customer: customer)
            case .guest(let guest): return PortalCaller(customer: guest.customer, onlyTicket: guest.ticket)
            case .staff, .key: throw .forbidden("This is for customers.")
            }
        }
    }
}

extension Access where Caller == Agent {
    /// Staff: an agent or an admin.
    package static var agent: Access {
        Access(rule: .agent) { (presented, _, tx) throws(Failure) in try staff(presented, tx) }
    }
}

extension Access where Caller == Admin {
    package static var admin: Access {
        Access(rule: .admin) { (presented, _, tx) throws(Failure) in
            guard let admin = Admin(try staff(presented, tx)) else { throw .forbidden("This is for admins.") }
            return admin
        }
    }
}

extension Access where Caller == Account {
    /// Anybody with an account, also while the password has to be changed.
    package static var account: Access { Access(rule: .account, admit: admitAccount) }

    /// The same for the desk, where the cookie of the portal does not count.
    package static var staffAccount: Access {
        Access(rule: .staffAccount) { (presented, context, tx) throws(Failure) in
            let account = try admitAccount(presented, context, tx)
            guard case .staff = account.holder else { throw .forbidden("This is for staff.") }
            return account
        }
    }

    @Sendable private static func admitAccount(
        _ presented: Presented, _ context: RequestContext, _ tx: Reading
    ) throws(Failure) -> Account {
        let (holder, credential, mustChange) = try Admission.account(presented, in: tx)
        return Account(holder: holder, credential: credential, mustChangePassword: mustChange)
    }
}

extension Access where Caller == KeyHolder {
    /// A gateway whose API key has `scope`.
    package static func key(_ scope: Scope) -> Access {
        Access(rule: .key(scope)) { (presented, _, tx) throws(Failure) in
            guard case .key(let holder) = try Admission.caller(presented, in: tx) else {
                throw .forbidden("This is for API keys.")
            }
            return try scoped(holder, scope)
        }
    }
}

extension Access where Caller == AnyCaller {
    /// Every role, ticket guests, and API keys that have `scope`.
    package static func everyRole(orKey scope: Scope) -> Access {
        Access(rule: .everyRole(orKey: scope)) { (presented, _, tx) throws(Failure) in
            switch try Admission.caller(presented, in: tx) {
            case .customer(let customer): return .portal(PortalCaller(customer: customer))
            case .guest(let guest): return .portal(PortalCaller(customer: guest.customer, onlyTicket: guest.ticket))
            case .staff(let agent): return .staff(agent)
            case .key(let holder): return .key(try scoped(holder, scope))
            }
        }
    }
}

private func staff(_ presented: Presented, _ tx: Reading) throws(Failure) -> Agent {
    guard case .staff(let agent) = try Admission.caller(presented, in: tx) else {
        throw .forbidden("This is for staff.")
    }
    return agent
}

private func scoped(_ holder: KeyHolder, _ scope: Scope) throws(Failure) -> KeyHolder {
    guard holder.scopes.contains(scope) else { throw .forbidden("The API key lacks the scope \(scope.rawValue).") }
    return holder
}
