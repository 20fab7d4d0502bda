import Administration
package import Expressions
package import Instruments
package import Scoring

/// Essays that wait for raters, and what raters give.
extension Office {
  /// An essay that was handed in, without whoever wrote it.
  package struct Essay: Sendable {
    package let session: SessionRecord
    package let item: DeliveryItem
    package let guide: MarkingGuide
    /// The most that it can earn.
    package let points: Decimal64
    package let text: String
    package let judgements: [Judgement]

    /// Whether a rater is still wanted: nobody judged it, or two did too differently.
    package var isOpen: Bool {
      guard let judged = JudgedPoints(judgements, of: points) else { return true }
      return judged.needsThird
    }
  }

  /// The essays of sealed sessions, in the order of their sessions' random ids, so that the order says nothing of the class.
  package func essays(of instrument: Symbol? = nil) throws(StoreFault) -> [Essay] {
    var result: [Essay] = []
    let hashes = try store.instruments().filter { instrument == nil || $0.id == instrument }.map(\.hash)
    for hash in hashes {
      guard let known = try self.instrument(hash) else { continue }
      let keys = known.scoring.items.compactMap { key -> (KeyedItem, MarkingGuide)? in
        if case .judgement(let guide) = key.answer { (key, guide) } else { nil }
      }
      guard !keys.isEmpty else { continue }
      for record in try store.sessions(SessionFilter(school: school, instrument: hash, state: .sealed)) {
        guard let session = try store.journal(of: record.id)?.session(of: known) else { continue }
        let judgements = try judgements(of: record.id)
        for (key, guide) in keys {
          guard let item = known.delivery.item(at: key.slot), case .text(let text) = session.value(at: key.slot) else {
            continue
          }
          result.append(
            Essay(
              session: record, item: item, guide: guide, points: key.points, text: text,
              judgements: judgements.filter { $0.item == key.id }))
        }
      }
    }
    return result.sorted { $0.session.id.hex < $1.session.id.hex }
  }

  func judgements(of session: SessionID) throws(StoreFault) -> [Judgement] {
    try store.judgements(of: session).map { record in
      let points = record.points.compactMap { named in named.value.decimal.map { (named.name, $0) } }
      return Judgement(
        item: record.item, rater: record.rater, points: Dictionary(points, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Keeps a judgement and scores the session anew, with the facts that it feeds.
  package func judge(_ judgement: Judgement, session: SessionID, remark: String = "") throws(StoreFault) -> ScoreSheet {
    let points = judgement.points.sorted { $0.key < $1.key }.map { NamedValue(name: $0.key, value: .decimal($0.value)) }
    _ = try store.judge(
      JudgementRecord(
        session: session, item: judgement.item, rater: judgement.rater, points: points, remark: remark))
    return try score(session)
  }
}
