import Administration
import Datasets
import Expressions
import Instruments
import Monitoring
package import Scoring

/// Scoring what was handed in, and the facts that it feeds.
extension Office {
  /// What scored: changes when the rules of scoring do, so that old scores are told from new ones.
  package static let scorer = "synak-1"

  /// Scores a sealed session from its journal and brings the components up to date. Scored again, nothing changes.
  package func score(_ id: SessionID) throws(StoreFault) -> ScoreSheet {
    guard let journal = try store.journal(of: id), let instrument = try instrument(journal.session.instrument),
      let session = journal.session(of: instrument)
    else { throw StoreFault(.reading, .damaged(id.hex)) }
    // An anonymous session has no judgements: nobody could find it again.
    let judgements = journal.session.person == nil ? [] : try judgements(of: id)
    let sheet = instrument.scoring.score(session, judgements: judgements)
    var record = record(of: sheet, session, journal.session, instrument)
    // With each judgement the same journal is scored anew.
    if !judgements.isEmpty { record.scorer += "+\(judgements.count)" }
    let others = try otherAttempts(at: journal.session, feeding: sheet.ratings)
    if session.state.phase == .sealed(.annulled) {
      record.facts = []  // void: it says nothing about anybody
    } else if others.contains(where: { $0.attempt > journal.session.attempt }) {
      record.facts = []  // a later attempt stands already
    } else {
      record.supersedes = others.map(\.id)
    }
    try store.score(record)
    for rating in sheet.ratings { try refreshComponents(of: rating.dataset) }
    // What a void attempt had superseded stands again.
    if session.state.phase == .sealed(.annulled), let last = others.max(by: { $0.attempt < $1.attempt }) {
      _ = try self.score(last.id)
    }
    return sheet
  }

  /// The same person's other attempts that were handed in, where the data sets have one row a person: the last stands. Where
  /// a row is an observation, each sitting is a row of its own.
  private func otherAttempts(
    at record: SessionRecord, feeding ratings: [Rating]
  ) throws(StoreFault) -> [SessionRecord] {
    let isByPerson = ratings.allSatisfy { indicators.dataset($0.dataset)?.isByPerson ?? false }
    guard isByPerson, let person = record.person else { return [] }
    let all = try store.sessions(
      SessionFilter(
        school: record.school, activity: record.activity, person: person, instrument: record.instrument, state: .sealed)
    )
    var others: [SessionRecord] = []
    for other in all where other.id != record.id && other.about == record.about {
      if try !isAnnulled(other.id) { others.append(other) }
    }
    return others
  }

  private func isAnnulled(_ id: SessionID) throws(StoreFault) -> Bool {
    try store.journal(of: id)?.events.last?.event.kind == EventCodec.annulled
  }

  private func record(
    of sheet: ScoreSheet, _ session: Session, _ record: SessionRecord, _ instrument: CheckedInstrument
  ) -> ScoreRecord {
    let answers = instrument.delivery.slots.indices.map { slot in
      NamedValue(name: instrument.delivery.slots[slot].id, value: session.record[slot])
    }
    func value(_ number: Decimal64?, _ none: Missing.Reason) -> Value {
      number.map { .decimal($0) } ?? .missing(Missing(none))
    }
    let items = sheet.items.map {
      ScoreLine(
        kind: .item, name: $0.id, score: value($0.points, .notShown), maximum: value($0.maximum, .notShown))
    }
    let scales = sheet.scales.flatMap { scale in
      [
        ScoreLine(
          kind: .scale, name: scale.id, score: scale.score, maximum: value(scale.maximum, .noData), level: scale.level)
      ] + scale.doubt
    }
    return ScoreRecord(
      session: record.id, head: record.head, scorer: Self.scorer, answers: answers, lines: items + scales,
      facts: sheet.ratings.compactMap { facts(of: $0, session, record, instrument) })
  }

  /// The row that a rating is in its data set; nil where the indicators know no such data set.
  private func facts(
    of rating: Rating, _ session: Session, _ record: SessionRecord, _ instrument: CheckedInstrument
  ) -> FactSet? {
    guard let dataset = indicators.dataset(rating.dataset),
      let occasion = Occasion(reference: record.activity, school: record.school)
    else { return nil }
    let respondent = session.plan.respondent
    let coordinates = occasion.coordinates(
      of: instrument, schoolClass: respondent.schoolClass, grade: respondent.grade, sex: respondent.sex,
      language: respondent.language, person: respondent.person)
    return FactSet(
      dataset: dataset.id, fields: dataset.fields.map(\.id),
      rows: [FactRow(coordinates: coordinates, values: rating.values(for: dataset))])
  }
}

extension ScaleScore {
  /// The standard error of an ability, as a line of its own: `ability.error`.
  fileprivate var doubt: [ScoreLine] {
    guard let error else { return [] }
    return [
      ScoreLine(
        kind: .scale, name: Symbol("\(id).error"), score: .decimal(error), maximum: .missing(Missing(.noData)))
    ]
  }
}

extension Dataset {
  /// Whether a row is known by its person.
  fileprivate var isByPerson: Bool { row.contains("pupil") || row.contains("teacher") }
}

extension Occasion {
  /// Where a fact stands that an instrument gave on this occasion.
  func coordinates(
    of instrument: CheckedInstrument, schoolClass: Symbol?, grade: Int?, sex: Symbol?, language: Symbol?,
    person: Symbol?
  ) -> Coordinates {
    let form = instrument.delivery.form
    return Coordinates(
      school: school, year: year, period: period, activity: activity, instrument: Symbol("\(form.id)/\(form.version)"),
      schoolClass: schoolClass, grade: grade, subject: form.subject, sex: sex, language: language, person: person)
  }
}
