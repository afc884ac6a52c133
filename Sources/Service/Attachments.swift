import Domain
import Store

/// Uploaded files: who may name them in a message, who may download them.
package struct Attachments: Sendable {
    /// Who asks for a download.
    package enum Downloader: Sendable {
        case portal(PortalCaller)
        case staff(Agent)
        case key(KeyHolder)

        package var uploader: Uploader {
            switch self {
            case .portal(let caller): caller.uploader
            case .staff(let agent): agent.uploader
            case .key(let holder): .key(holder.id)
            }
        }
    }

    package let folder: FileFolder

    package init(_ folder: FileFolder) { self.folder = folder }

    /// Writes the row of a content that is in the folder.
    ///
    /// - Parameters:
    ///   - filename: as `FileName.safe` has made it.
    ///   - contentType: as `MediaTypeName.normalized` has made it.
    package func add(
        _ kept: FileFolder.Kept, filename: String, contentType: String, by uploader: Uploader, in tx: Writing
    ) throws(Failure) -> Attachment {
        try tx.insertAttachment(
            filename: filename, contentType: contentType, size: Int64(kept.size), sha256: kept.sha256, by: uploader)
    }

    /// The file behind `id`. One that no message names is its uploader's alone; after that it follows the message: a
    /// note's is for staff, a public message's for everybody who may see the ticket.
    ///
    /// - Throws: `.notFound` for one that is not there or not the caller's to see.
    package func find(
        _ id: ID<Attachment>, for downloader: Downloader, in tx: Reading
    ) throws(Failure) -> Attachment {
        guard let stored = try tx.storedAttachment(id) else { throw .notFound }
        guard let place = stored.place else {
            guard stored.uploader == downloader.uploader.name else { throw .notFound }
            return stored.attachment
        }
        switch downloader {
        case .staff: break
        case .portal(let caller):
            guard !place.isInternal else { throw .notFound }
            _ = try TicketService().record(.id(place.ticket), for: caller, in: tx)
        case .key(let holder):
            // A gateway gets what it has sent; with `tickets:read` all that a customer would see of the ticket.
            guard !place.isInternal,
                stored.uploader == downloader.uploader.name || holder.scopes.contains(.ticketsRead)
            else { throw .notFound }
        }
        return stored.attachment
    }
}

extension NamedFiles {
    /// The files, in the order named.
    ///
    /// - Throws: `.validation` of the field `attachments` for an id that is no unused file of the uploader's, or that
    ///   is named twice.
    func found(in tx: Reading) throws(Failure) -> [Attachment] {
        var files: [Attachment] = []
        for id in ids {
            guard !files.contains(where: { $0.id == id }) else {
                throw .field("attachments", "has the id \(id) more than once")
            }
            guard let file = try tx.unusedAttachment(id, by: uploader) else {
                throw .field("attachments", "has no unused file with the id \(id) that you have uploaded")
            }
            files.append(file)
        }
        return files
    }
}
