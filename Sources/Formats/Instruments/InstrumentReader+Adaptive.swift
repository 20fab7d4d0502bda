import Diagnostics
import Expressions
import Instruments
import XML

/// Choices of questions one by one, routes by points, and calibrations.
extension InstrumentBuilder {
  func adaptation(_ piece: Piece) -> Adaptation? {
    // Without the most, which is reported already, nothing is known of it.
    guard let adapt = piece.first("adapt"), let most = adapt.whole("at-most") else { return nil }
    return Adaptation(
      atLeast: adapt.whole("at-least") ?? 1, atMost: most, error: adapt.decimal("error"),
      exposure: adapt.whole("exposure") ?? 1, place: adapt.place)
  }

  func routes(_ piece: Piece) -> [Route] {
    piece.children("route").compactMap { route in
      guard let to = route.symbol("to"), let from = Self.border(route) else { return nil }
      return Route(to: to, from: from, place: route.place)
    }
  }

  func calibration(_ piece: Piece) -> Calibration {
    Calibration(
      mean: piece.decimal("mean") ?? .zero, deviation: piece.decimal("sd") ?? Calibration.defaultDeviation,
      sample: piece.attribute("sample").map { Lexical.collapsed($0.value[...]) },
      items: piece.children("calibrated-item").compactMap { item in
        let difficulties = item.words("b").compactMap { Decimal64($0.word) }
        guard let of = item.symbol("of"), !difficulties.isEmpty else { return nil }
        return Calibration.Parameters(
          item: of, slope: item.decimal("a") ?? Decimal64(1), difficulties: difficulties,
          guessing: item.decimal("c") ?? .zero, place: item.place)
      }, place: piece.place)
  }
}
