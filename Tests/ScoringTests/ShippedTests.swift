import Datasets
import Diagnostics
import Expressions
import Formats
import Foundation
import Instruments
import Monitoring
import SampleInstruments
import Testing
import Texts

@testable import Scoring

/// The instruments as methodists wrote them, read from their files.
@Suite("The shipped instruments")
struct ShippedTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "instruments")

  static func datasets() throws -> [Dataset] {
    let bytes = Array(try Data(contentsOf: root.appending(path: "indicators.xml")))
    return try #require(IndicatorSetReader.check(bytes, file: "indicators.xml").reading.set).datasets
  }

  static func read(_ name: String) throws -> Instrument {
    let bytes = Array(try Data(contentsOf: root.appending(path: name)))
    let reading = InstrumentReader.read(bytes, file: name)
    #expect(reading.findings == [])
    return try #require(reading.instrument)
  }

  @Test(
    "Each is sound, and its feeds fit the shipped data sets",
    arguments: ["math-4-diagnostic.xml", "parent-survey.xml", "lesson-observation.xml"])
  func sound(name: String) throws {
    let instrument = try Self.read(name)
    let result = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: try Self.datasets())
    #expect(result.findings == [], "\(result.findings.map { Rendering(language: .en).text(of: $0) })")
    #expect(result.instrument != nil)
  }

  @Test("Half the fractions: the file scores as its copy by hand does")
  func halfTheFractions() throws {
    var file = try Sitting(Self.read("math-4-diagnostic.xml"))
    var copy = try Sitting(Sample.math)
    let typed: KeyValuePairs = ["m1": "623", "m2": "a", "m3": "60", "m4": "a", "m5": "b a c d", "m6": "11,5"]
    try file.answer(typed)
    try copy.answer(typed)
    #expect(file.score("total") == "4")
    #expect(file.sheet.scale("total")?.level == "base")
    #expect(file.sheet.items.map(\.points) == copy.sheet.items.map(\.points))
    #expect(file.sheet.scales == copy.sheet.scales)
    #expect(file.sheet.ratings == copy.sheet.ratings)
  }

  @Test("The climate of the school is 3.75 with the bullied row from the other end")
  func climate() throws {
    var sitting = try Sitting(Self.read("parent-survey.xml"))
    try sitting.answer(["g_safe": "4", "g_respect": "4", "g_fair": "3", "g_bully": "1"])
    #expect(sitting.score("climate") == "3.75")
  }

  @Test("The best lesson has 4 points of 4")
  func lesson() throws {
    var sitting = try Sitting(Self.read("lesson-observation.xml"))
    try sitting.answer(["goal": "2", "feedback": "2"])
    #expect(sitting.score("lesson") == "4")
    #expect(sitting.sheet.ratings[0]["max"] == .decimal(Decimal64(4)))
  }
}
