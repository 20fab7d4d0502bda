/// Says what comes where a session's way is open: who makes the choices of adaptive sections and routes.
///
/// Whoever owns the store gives it to a session at its opening, as it gives the judge of answers: it hands no key on. A
/// terminal without keys gives one that asks the owner.
package struct ChoiceMaker: Sendable {
  private let choice: @Sendable (Session, [LoggedEvent]) -> Event?

  /// Chooses nothing: the way stays open.
  package static let none = ChoiceMaker { _, _ in nil }

  /// - Parameter choice: What fills the stop that is open; nil where it can't be said now. It gets the events of the session
  ///   that its log doesn't have yet.
  package init(_ choice: @escaping @Sendable (Session, [LoggedEvent]) -> Event?) { self.choice = choice }

  func choice(for session: Session, after pending: [LoggedEvent]) -> Event? { choice(session, pending) }
}
