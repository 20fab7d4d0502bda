import Diagnostics
import Expressions

/// Repeated sections: what counts them must be a number known before, and what is written out must not be too long.
struct RepeatCheck {
  /// The most items that a form may have with all its repetitions.
  private static let mostItems = 10_000

  private let index: InstrumentIndex
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    var check = RepeatCheck(index: index)
    check.check(index.instrument.form)
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) { self.index = index }

  private mutating func check(_ form: Form) {
    var known = Dictionary(form.inputs.map { ($0.id, Counter($0.type, $0.range)) }) { first, _ in first }
    var count = 0
    var longest: Section?
    let clusters = form.booklets?.clusters ?? []
    for section in form.sections {
      let items = section.blocks.flatMap(\.items)
      if let repetition = section.repetition {
        check(repetition, known)
        if clusters.contains(section.id) {
          findings.add(StructureFinding.repeatedCluster, at: repetition.place, section.id.text)
        }
        count += items.count * repetition.most
        longest = longest ?? section
      } else {
        count += items.count
        for item in items where known[item.id] == nil {
          known[item.id] = Counter(item.answerType, item.answerRange)
        }
      }
    }
    if let longest, count > Self.mostItems {
      findings.add(
        StructureFinding.repeatTooLong, at: longest.repetition?.place ?? longest.place, longest.id.text,
        ["count": String(count), "limit": String(Self.mostItems)])
    }
  }

  /// What may count: something with a name and a type.
  private struct Counter {
    let isWhole: Bool
    let most: Decimal64?

    init(_ type: ValueType, _ range: NumberRange) {
      isWhole = type == ValueType(.integer)
      most = range.most
    }
  }

  private mutating func check(_ repetition: Repetition, _ known: [Symbol: Counter]) {
    guard case .answer(let id) = repetition.count, !index.isLost(id) else { return }
    guard let counter = known[id] else {
      findings.add(
        StructureFinding.repeatUnknown, at: repetition.place, id.text,
        meant: Similarity.nearest(to: id.text, among: known.filter(\.value.isWhole).keys.map(\.text).sorted()))
      return
    }
    if !counter.isWhole {
      findings.add(StructureFinding.repeatNoNumber, at: repetition.place, id.text)
    } else if counter.most.map({ Decimal64(repetition.most) < $0 }) ?? true {
      findings.add(
        PaceFinding.moreThanRepeated, at: repetition.place, id.text, ["most": String(repetition.most)])
    }
  }
}
