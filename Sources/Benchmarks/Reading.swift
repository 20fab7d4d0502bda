import Datasets
import Diagnostics
import Foundation
import Monitoring
import Storage
import Texts

/// Reading an instrument and checking it fully: markup, grammar, texts, expressions, keys, feeds, its own examples.
enum Reading {
  static func figures() throws -> [Figure] {
    let datasets = try Inputs.indicators().definition.datasets
    let survey = try time(try Inputs.bytes("instruments/parent-survey.xml"), against: datasets, runs: 1000)
    var figures = [
      Figure(
        name: "read and fully check the parent survey", value: survey, unit: "ms", limit: 0.7,
        anchor: "JavaRosa 0.71 ms, pyxform 6.7 ms (load only)")
    ]
    let limits = [100: 2.0, 1000: 30.0]
    let anchors = [100: "JavaRosa 4.55 ms (loads only)", 1000: "JavaRosa 158 ms (loads only)"]
    var points: [(Double, Double)] = []
    for count in [100, 500, 1000, 2000, 4000, 10_000] {
      let xml = GeneratedInstrument.xml(questions: count)
      let value = try time(xml, against: datasets, runs: max(15, 100_000 / max(count, 100)))
      if count >= 500 { points.append((log(Double(count)), log(value))) }
      figures.append(
        Figure(
          name: "… \(count) questions in three languages (\(xml.count / 1024) KB)", value: value, unit: "ms",
          limit: limits[count], anchor: anchors[count] ?? ""))
    }
    figures.append(
      Figure(
        name: "… growth: time ~ questions^x, 500 to 10,000", value: slope(points), unit: "= x", limit: 1.25,
        anchor: "1 is linear; caches take the rest"))
    return figures
  }

  private static func time(_ bytes: [UInt8], against datasets: [Dataset], runs: Int) throws -> Double {
    let outcome = InstrumentCheck.check(bytes, file: "x.xml", datasets: datasets)
    guard outcome.instrument != nil else { throw Unusable(what: "\(outcome.findings.map { $0.text(in: .en) })") }
    return Clock.median(of: runs) { _ = InstrumentCheck.check(bytes, file: "x.xml", datasets: datasets) }
  }

  /// The slope of the least-squares line.
  private static func slope(_ points: [(Double, Double)]) -> Double {
    let n = Double(points.count)
    let x = points.reduce(0) { $0 + $1.0 } / n
    let y = points.reduce(0) { $0 + $1.1 } / n
    let products = points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    return products / points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
  }
}
