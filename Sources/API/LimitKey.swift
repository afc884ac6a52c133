import Domain
import Service

/// Whose calls are counted together.
enum LimitKey: Hashable {
    case user(ID<User>)
    case guest(ID<User>, ID<Ticket>)
    /// Somebody of the host product, by address.
    case host(String)
    /// An API key, by its hash.
    case key(String)
    case address(String)

    init(_ presented: Presented, _ address: String) {
        switch presented {
        case .token(let claims, _):
            if claims.audience == .ticket, let ticket = claims.ticket {
                self = .guest(claims.user, ticket)
            } else {
                self = .user(claims.user)
            }
        case .hostToken(let claims): self = .host(claims.email)
        case .key(let hash): self = .key(hash)
        case .nothing, .invalid: self = .address(ClientNetwork.name(of: address))
        }
    }
}

extension Presented {
    /// Who calls, as far as that is known before anything is read.
    func callerName(_ context: RequestContext) -> String {
        switch LimitKey(self, context.clientAddress) {
        case .user(let id): "user:\(id)"
        case .guest(let id, let ticket): "guest:\(id):\(ticket)"
        case .host(let email): "host:\(email)"
        case .key(let hash): "key:\(hash)"
        case .address(let network): "address:\(network)"
        }
    }
}
