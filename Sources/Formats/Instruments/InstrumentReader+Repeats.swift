import Diagnostics
import Expressions
import Instruments
import XML

/// Repeated sections.
extension InstrumentBuilder {
  mutating func repetition(_ piece: Piece) -> Repetition? {
    let times = piece.word("repeat")
    let number = times.flatMap { Int($0) }
    let isCounted = piece.element.attribute("repeat") != nil && number == nil
    if let most = piece.attribute("repeat-at-most"), !isCounted {
      report(PaceFinding.atMostWithoutRepeat, at: piece.place(of: "repeat-at-most"), found: most.value)
    }
    guard let times else { return nil }
    let place = piece.place(of: "repeat")
    if let number { return Repetition(count: .fixed(number), most: number, place: place) }
    return Repetition(
      count: .answer(Symbol(times)), most: piece.whole("repeat-at-most") ?? Self.unsaid, place: place)
  }

  /// The author doesn't say how many there may be.
  private static let unsaid = 0

  /// Where nothing is said, there may be as many as the number that counts may be.
  func bounded(_ sections: [Section], _ inputs: [InputField]) -> [Section] {
    guard sections.contains(where: { $0.repetition?.most == Self.unsaid }) else { return sections }
    var most = Dictionary(inputs.map { ($0.id, $0.range.most) }) { first, _ in first }
    for item in sections.flatMap({ $0.blocks.flatMap(\.items) }) where most[item.id] == nil {
      most[item.id] = item.answerRange.most
    }
    return sections.map { section in
      guard let repetition = section.repetition, repetition.most == Self.unsaid,
        case .answer(let id) = repetition.count
      else { return section }
      var section = section
      let known = most[id]?.flatMap { $0.rounded(to: 0)?.integer }
      section.repetition?.most = max(1, min(known ?? Repetition.defaultMost, Repetition.mostOccurrences))
      return section
    }
  }
}
