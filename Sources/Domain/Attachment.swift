/// A file that somebody has uploaded; it is shown with the message that names it.
package struct Attachment: Sendable, Equatable {
    /// The most bytes of one file.
    package static let largest = 20 << 20
    /// The most files of one message.
    package static let mostOfMessage = 10
    /// How long a file may wait for a message to name it, in milliseconds.
    package static let unusedLife: Int64 = 24 * 3600 * 1000

    package let id: ID<Attachment>
    /// As `FileName.safe` makes it.
    package let filename: String
    package let contentType: String
    /// Bytes.
    package let size: Int64
    /// Of the content, 64 hexadecimal digits.
    package let sha256: String

    package init(id: ID<Attachment>, filename: String, contentType: String, size: Int64, sha256: String) {
        self.id = id
        self.filename = filename
        self.contentType = contentType
        self.size = size
        self.sha256 = sha256
    }
}

/// Who has uploaded a file: nobody else may name it in a message.
package enum Uploader: Sendable, Equatable {
    case user(ID<User>)
    /// Not the account of that customer: whoever holds a ticket's link and whoever knows the password may be two people.
    case guest(ID<User>, ID<Ticket>)
    case key(ID<KeyHolder>)

    /// As it is kept.
    package var name: String {
        switch self {
        case .user(let id): "user:\(id)"
        case .guest(let user, let ticket): "guest:\(user):\(ticket)"
        case .key(let id): "key:\(id)"
        }
    }
}

extension PortalCaller {
    package var uploader: Uploader { onlyTicket.map { .guest(customer.id, $0) } ?? .user(customer.id) }
}

extension Agent {
    package var uploader: Uploader { .user(id) }
}

/// Files that a message is to carry, named by whoever writes it.
package struct NamedFiles: Sendable {
    package let ids: [ID<Attachment>]
    package let uploader: Uploader

    package init(_ ids: [ID<Attachment>], by uploader: Uploader) {
        self.ids = ids
        self.uploader = uploader
    }
}
