import Diagnostics
import Instruments
import XML

/// When a section stops.
extension InstrumentBuilder {
  mutating func stopRule(_ piece: Piece) -> StopRule? {
    let wrong = piece.whole("stop-after-wrong")
    let missing = piece.whole("stop-after-missing")
    let attributes = ["stop-after-wrong", "stop-after-missing"].filter { piece.element.attribute($0) != nil }
    guard let first = attributes.first else {
      if piece.element.attribute("unreached") != nil {
        report(PaceFinding.unreachedWithoutStop, at: piece.place(of: "unreached"))
      }
      return nil
    }
    // A number that is there and wrong is reported already.
    guard wrong != nil || missing != nil else { return nil }
    return StopRule(
      afterWrong: wrong, afterMissing: missing, unreached: piece.choice("unreached") ?? .wrong,
      place: piece.place(of: first))
  }
}
