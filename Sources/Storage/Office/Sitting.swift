package import Administration
import Expressions
package import Instruments

/// A session as a terminal holds it: its state, and the right to write into its journal.
///
/// Events are offered after the session has taken them and before anybody sees that it has; when `commit` returns, the disk
/// has them.
package struct Sitting: Sendable {
  /// The session as the journal has it.
  package private(set) var session: Session
  package let record: SessionRecord
  /// False where it began now, true where it goes on from an earlier day, crash or terminal.
  package let isResumed: Bool
  package let lease: Lease
  private let codec: EventCodec
  private var nextSequence: Int
  /// The number of the last event that is known here.
  package var lastSequence: Int { nextSequence - 1 }
  /// Events that were offered and not acknowledged: offered again they keep their keys, so nothing is stored twice.
  private var offered: [NewEvent] = []

  init(
    session: Session, record: SessionRecord, lease: Lease, isResumed: Bool, nextSequence: Int
  ) {
    self.session = session
    self.record = record
    self.lease = lease
    self.isResumed = isResumed
    self.nextSequence = nextSequence
    codec = EventCodec(session.plan.delivery)
  }

  /// Why events could not be kept, though the store is well.
  package enum Refused: Error, Sendable, Hashable {
    /// Another terminal took the session over.
    case takenOver(by: String)
    /// It was sealed elsewhere.
    case closed
    /// The journal went on without this terminal: open the session again.
    case journalMoved
    case tooLarge
  }

  /// Takes events and puts them into the journal.
  ///
  /// Blocks until they are durable. Throws `StoreFault` where the store is at fault, `Refused` where it says no, and
  /// `Refusal` where the session does; in each case the sitting is as it was, and the same events may be offered again.
  package mutating func commit(_ events: [LoggedEvent], through store: any Store, keys: () -> Token) throws {
    guard !events.isEmpty else { return }
    var next = session
    for entry in events { try next.apply(entry.event, at: entry.instant) }
    let batch = prepared(events, keys)
    offered = batch
    if case .sealed(let reason) = next.state.phase {
      switch try store.seal(lease, reason: reason.rawValue, last: batch) {
      case .sealed: break
      case .staleLease(let holder): throw Refused.takenOver(by: holder)
      case .refused(let ack): throw refusal(ack)
      }
    } else {
      for ack in try store.append(batch, lease: lease) where !ack.isStored { throw refusal(ack) }
    }
    offered = []
    nextSequence += batch.count
    session = next
  }

  private func prepared(_ events: [LoggedEvent], _ keys: () -> Token) -> [NewEvent] {
    events.enumerated().map { index, entry in
      let payload = Array(codec.line(of: entry.event).utf8)
      let known = offered.indices.contains(index) && offered[index].payload == payload ? offered[index] : nil
      return known
        ?? NewEvent(
          key: keys(), sequence: nextSequence + index, kind: EventCodec.kind(of: entry.event), payload: payload,
          at: entry.instant.milliseconds)
    }
  }

  private func refusal(_ ack: Ack) -> Refused {
    switch ack {
    case .staleLease(let holder): .takenOver(by: holder)
    case .closed: .closed
    case .tooMuch: .tooLarge
    case .staleSequence, .stored, .alreadyStored: .journalMoved
    }
  }
}

extension Journal {
  /// The session that the journal adds up to; nil where one of its lines isn't an event of this instrument.
  func session(of instrument: CheckedInstrument) -> Session? {
    guard let (plan, log) = history(of: instrument) else { return nil }
    do throws(Refusal) { return try Session.replay(plan, log) } catch { return nil }
  }

  /// The plan that the session began with and everything that happened in it; nil where one of its lines isn't an event of
  /// this instrument.
  package func history(of instrument: CheckedInstrument) -> (plan: SessionPlan, log: [LoggedEvent])? {
    history(of: instrument.delivery, judge: AnswerJudge(of: instrument), chooser: ChoiceMaker(of: instrument))
  }

  /// The same where the keys are elsewhere.
  func history(
    of delivery: DeliveryForm, judge: AnswerJudge, chooser: ChoiceMaker
  ) -> (plan: SessionPlan, log: [LoggedEvent])? {
    guard let context = SessionContext(bytes: session.context) else { return nil }
    let plan = SessionPlan(
      delivery: delivery, seed: session.seed, respondent: context.respondent, today: context.today,
      inputs: delivery.form.values(of: context.inputs), judge: judge, chooser: chooser)
    let codec = EventCodec(delivery)
    var log: [LoggedEvent] = []
    for entry in events {
      guard let event = codec.event(of: String(decoding: entry.event.payload, as: UTF8.self)) else { return nil }
      log.append(LoggedEvent(event, at: Instant(milliseconds: entry.event.at)))
    }
    return (plan, log)
  }
}
