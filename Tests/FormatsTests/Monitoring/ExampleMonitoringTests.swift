import Datasets
import Diagnostics
import Expressions
import Formats
import Monitoring
import Testing
import Texts

@Suite("The example files of monitoring", .enabled(if: SharedFiles.hasExamples, "the examples aren't here"))
struct ExampleMonitoringTests {
  private func indicators() throws -> (set: CheckedIndicatorSet?, reading: IndicatorSetReader.Reading) {
    IndicatorSetReader.check(try SharedFiles.example("indicators.xml"), file: "indicators.xml")
  }

  @Test("The indicators load whole and check clean")
  func indicatorsAreClean() throws {
    let (set, reading) = try indicators()
    #expect(reading.findings.map { Rendering(language: .en).text(of: $0) } == [])
    let checked = try #require(set)
    #expect(
      checked.indicators.map(\.id.text) == [
        "OZD", "SAP", "ORT", "SOU", "BAZ", "ATT", "OBJ", "DIN", "SAB", "TEM", "PLN", "KAN", "KAT", "KAD",
      ])
    #expect(checked.definition.reference == "negizgi/2025.1")
    #expect(checked.definition.datasets.map(\.fields.count) == [1, 3, 2, 2, 2, 1, 2])
    let quality = try #require(checked.indicators.first { $0.id == "SAP" })
    #expect(quality.label.plain(in: .ru) == "Качество знаний")
    #expect(quality.bands.map(\.level) == [.critical, .low, .fair, .good])
    #expect(quality.targets.map(\.grade) == [nil, 9])
    #expect(quality.breakdowns.map(\.dimension) == [.sex, .language, .grade, .subject])
    #expect(quality.since == "2020-2021")
    let satisfaction = try #require(checked.indicators.first { $0.id == "KAN" })
    #expect(satisfaction.area == .organisation)
    #expect(satisfaction.decimals == 2)
    #expect(satisfaction.quality.count == 1)
    let plan = try #require(checked.indicators.first { $0.id == "PLN" })
    #expect(!plan.readsPersons)
  }

  @Test("The plan loads whole and checks clean against its indicators")
  func planIsClean() throws {
    let set = try indicators().reading.set
    let reading = MonitoringPlanReader.check(
      try SharedFiles.example("plan-2025-2026.xml"), file: "plan.xml", against: set)
    #expect(reading.findings.filter { $0.severity > .note }.map { Rendering(language: .en).text(of: $0) } == [])
    let plan = try #require(reading.plan)
    #expect(plan.activities.count == 8)
    #expect(plan.periods.count == 8)
    #expect(plan.periodsBefore == ["h2": "h1", "q2": "q1", "q4": "q3", "att": "y"])
    let survey = try #require(plan.activities.first { $0.id == "t7" })
    #expect(survey.isAnonymous)
    #expect(survey.methods == [.questionnaire])
    #expect(survey.instrument?.text == "parents-2025/2.0")
    #expect(survey.indicators.map(\.indicator.text) == ["KAN", "KAT"])
    #expect(survey.documents.map(\.due) == [.days(10), .days(14)])
    #expect(plan.disclosure(for: "parents")?.least == 10)
    #expect(plan.disclosure(for: "head")?.hidesComplements == false)
    #expect(plan.directions.first?.evidence.first?.value == Decimal64("31.2"))
  }

  @Test("The register loads whole, with names apart")
  func registerIsClean() throws {
    let reading = RegisterReader.read(try SharedFiles.example("register.csv"), file: "register.csv")
    #expect(reading.findings.map { Rendering(language: .en).text(of: $0) } == [])
    let register = reading.register
    #expect(register.people.map(\.id) == ["u-0001", "u-0002", "u-0003", "m-0011"])
    #expect(register.names["u-0002"]?.listed == "Үлгүбаева Чынара")
    let autumn = try #require(CalendarDate("2025-10-01"))
    let spring = try #require(CalendarDate("2026-03-01"))
    #expect(register.classes(on: autumn).map(\.name.text) == ["4-а", "4-б"])
    #expect(register.classes(on: autumn).map(\.grade) == [4, 4])
    #expect(register.classes(on: spring).map(\.name.text) == ["4-а"])
    #expect(register.people(in: "4-а", on: autumn).map(\.id) == ["u-0001", "u-0002"])
    #expect(register.people(in: "4-а", role: .teacher, on: autumn).map(\.id) == ["m-0011"])
  }
}
