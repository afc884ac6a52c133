/// A ticket.
package struct Ticket: Sendable {
}
