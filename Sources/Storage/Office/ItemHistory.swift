package import Expressions
import Instruments
package import Psychometrics

/// How questions did, from the scored sessions of a store.
package struct ItemHistory: Sendable {
  /// Fewer sessions say nothing about how a question goes along with the others.
  package static let enough = 30

  private var items: [String: ItemStatistics] = [:]

  /// Where there is no store.
  package init() {}

  package init(_ office: Office) throws(StoreFault) {
    var names: [Digest: Symbol] = [:]
    for record in try office.store.instruments() { names[record.hash] = names[record.hash] ?? record.id }
    for scored in try office.store.scores(SessionFilter(school: office.school)) {
      if let instrument = names[scored.session.instrument] { add(scored.score, of: instrument) }
    }
  }

  /// How an item of an instrument did, in all its versions; nil where nobody met it.
  package subscript(instrument: Symbol, item: Symbol) -> ItemStatistics? { items["\(instrument)/\(item)"] }

  private mutating func add(_ score: ScoreRecord, of instrument: Symbol) {
    let lines = score.lines.filter { $0.kind == .item }.compactMap {
      line -> (name: Symbol, points: Double, most: Double)? in
      guard let points = line.score.double, let most = line.maximum.double, most > 0 else { return nil }
      return (line.name, points, most)
    }
    let answers = Dictionary(score.answers.map { ($0.name, $0.value) }) { first, _ in first }
    let total = lines.reduce(0) { $0 + $1.points }
    for line in lines {
      let isOmitted = answers[line.name]?.isMissing ?? true
      items["\(instrument)/\(line.name)", default: ItemStatistics()]
        .add(share: line.points / line.most, rest: total - line.points, isOmitted: isOmitted)
    }
  }
}

extension Value {
  /// As statistics take it.
  fileprivate var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .decimal(let decimal): Double("\(decimal)")
    default: nil
    }
  }
}
