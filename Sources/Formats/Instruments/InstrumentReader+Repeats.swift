import Diagnostics
import Expressions
import Instruments

/// Repeated sections.
extension InstrumentBuilder {
  func repetition(_ piece: Piece) -> Repetition? {
    guard let times = piece.word("repeat") else { return nil }
    let place = piece.place(of: "repeat")
    if let number = Int(times) { return Repetition(count: .fixed(number), most: number, place: place) }
    return Repetition(
      count: .answer(Symbol(times)), most: piece.whole("repeat-at-most") ?? Repetition.defaultMost, place: place)
  }
}
