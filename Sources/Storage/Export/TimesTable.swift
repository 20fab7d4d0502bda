import Administration
import Expressions
import Foundation
import Instruments
import Psychometrics

/// How long each question took in each session that was handed in, and which answers were rapid guesses.
///
/// A row a session and question (or grid): seconds on the screen, seconds to the first answer, visits, changes. `rapid` is yes
/// or no by the threshold of `RapidGuessing` among all sessions of the same instrument, and empty where too few were there;
/// `effort` is the session's share of answers that weren't rapid guesses.
package struct TimesTable {
  private struct Sitting {
    let record: SessionRecord
    let plan: SessionPlan
    let times: SessionTimes
  }

  package let table: ExportTable

  package init(_ office: Office) throws(StoreFault) {
    let records = try office.store.sessions(SessionFilter(school: office.school, state: .sealed))
    var sittings: [Digest: [Sitting]] = [:]
    for record in records {
      guard let journal = try office.store.journal(of: record.id),
        let instrument = try office.instrument(record.instrument), let history = journal.history(of: instrument)
      else { continue }
      let times = SessionTimes(history.plan, history.log)
      sittings[record.instrument, default: []].append(Sitting(record: record, plan: history.plan, times: times))
    }
    var rows: [[ExportTable.Cell]] = []
    for instrument in sittings.keys.sorted(by: { $0.hex < $1.hex }) {
      let group = sittings[instrument] ?? []
      let thresholds = Self.thresholds(group)
      for sitting in group { rows += Self.rows(of: sitting, thresholds) }
    }
    table = ExportTable(
      columns: [
        "session", "instrument", "class", "person", "question", "seconds", "seconds_to_answer", "visits", "changes",
        "rapid", "effort",
      ], rows: rows)
  }

  private static func thresholds(_ group: [Sitting]) -> [ElementIndex: Double] {
    var answered: [ElementIndex: [Int64]] = [:]
    for sitting in group {
      for (element, time) in sitting.times.elements {
        if let until = time.untilAnswer { answered[element, default: []].append(until) }
      }
    }
    return answered.compactMapValues(RapidGuessing.threshold)
  }

  private static func rows(of sitting: Sitting, _ thresholds: [ElementIndex: Double]) -> [[ExportTable.Cell]] {
    let elements = sitting.times.elements
    let answers = elements.compactMap { element, time in
      time.untilAnswer.map { (time: $0, threshold: thresholds[element]) }
    }
    let effort = RapidGuessing.effort(answers).map { ExportTable.Cell.text(String(format: "%.3f", $0)) } ?? .none
    return elements.sorted { $0.key < $1.key }.map { index, time in
      let element = sitting.plan.element(at: index)
      let changes = element.items.reduce(0) { $0 + (sitting.times.items[$1.slot]?.changes ?? 0) }
      let rapid = time.untilAnswer.flatMap { until in thresholds[index].map { Double(until) < $0 } }
      return [
        .text(sitting.record.id.hex), .text(sitting.record.instrument.short), .init(sitting.record.schoolClass),
        .init(sitting.record.person), .text(element.block.id.text), seconds(time.spent),
        time.untilAnswer.map(seconds) ?? .none, .integer(time.visits), .integer(changes),
        rapid.map { .text($0 ? "yes" : "no") } ?? .none, effort,
      ]
    }
  }

  private static func seconds(_ milliseconds: Int64) -> ExportTable.Cell {
    .text(String(format: "%.1f", Double(milliseconds) / 1_000))
  }
}
