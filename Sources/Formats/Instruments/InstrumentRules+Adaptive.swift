import Diagnostics
import Instruments

/// The rows of tests that follow the answers: questions chosen one by one, routes by points, calibrations.
extension InstrumentRules {
  static let adaptive = [
    ElementRule(
      "adapt",
      [
        .optional("at-least", .whole(1...1_000)), .required("at-most", .whole(1...1_000)), .optional("error", .amount),
        .optional("exposure", .whole(1...1_000)),
      ],
      .nothing),
    ElementRule("route", [.required("to", .identifier), .required("from", .numberOrPercent)], .nothing),
    ElementRule(
      "calibration", [.optional("mean", .decimal), .optional("sd", .amount), .optional("sample", .words)],
      .elements([.some(Child("item", type: "calibrated-item"))])),
    ElementRule(
      "calibrated-item",
      [
        .required("of", .identifier, unique: .inParent(AdaptiveFinding.calibratedTwice)), .optional("a", .decimal),
        .required("b", .decimals), .optional("c", .decimal),
      ],
      .nothing),
  ]
}
