import Datasets
import Diagnostics
import Expressions
import Monitoring
import Psychometrics
import Testing
import Texts

@Suite("Checking a set of indicators")
struct IndicatorSetCheckerTests {
  private func codes(
    _ change: (inout IndicatorSet) -> Void
  ) -> [String] {
    var set = SampleIndicators.set
    change(&set)
    return set.checked().findings.map(\.code)
  }

  private func with(_ id: Symbol, _ change: (inout Indicator) -> Void) -> [String] {
    codes { set in
      guard let index = set.indicators.firstIndex(where: { $0.id == id }) else { return }
      change(&set.indicators[index])
    }
  }

  private let place = SampleIndicators.place

  @Test("The sample set has one note: a formula without an interval")
  func sampleIsClean() {
    let findings = SampleIndicators.set.checked().findings
    #expect(findings.map(\.code) == ["N402"])
    #expect(findings.map(\.found) == ["MID"])
  }

  @Test("Names that stand twice are found without regard to capitals")
  func doubledNames() {
    #expect(codes { $0.indicators.append($0.indicators[0]) }.contains("E401"))
    #expect(
      codes { set in
        var field = set.datasets[1].fields[0]
        field.id = "SCORE"
        set.datasets[1].fields.append(field)
      }.contains("E401"))
  }

  @Test("A data set, field or code that isn't there is found in its place with what was meant")
  func unknownNames() throws {
    var set = SampleIndicators.set
    set.indicators[0].dataset = "mark"
    let unknown = try #require(set.checked().findings.first { $0.code == "E402" })
    #expect(unknown.suggestion == "marks")
    #expect(set.checked().set == nil)
    set = SampleIndicators.set
    set.indicators[0].measure = .ratio(
      numerator: SampleIndicators.text("count(mark in {3, 4, 6})"),
      denominator: SampleIndicators.text("count(mrk in {2})"))
    let found = set.checked().findings.filter { $0.severity == .error }
    #expect(found.map(\.code).sorted() == ["E101", "E104"])
    #expect(found.contains { $0.found == "6" && $0.place?.column == 22 })
    #expect(found.contains { $0.found == "mrk" && $0.suggestion == "mark" })
  }

  @Test("A formula that counts nothing is refused")
  func nothingCounted() {
    let numbers = with("OZD") {
      $0.measure = .ratio(numerator: SampleIndicators.text("1"), denominator: SampleIndicators.text("count()"))
    }
    #expect(numbers.contains("E404"))
  }

  @Test("Bands rise, and get better the better way")
  func bands() {
    func band(_ from: Int, _ level: Band.Level) -> Band { Band(from: Decimal64(from), level: level, place: place) }
    #expect(with("SAP") { $0.bands = [band(0, .low), band(50, .fair), band(40, .good)] }.contains("E406"))
    #expect(with("SAP") { $0.bands = [band(0, .low), band(0, .fair)] }.contains("E406"))
    #expect(with("SAP") { $0.bands = [band(0, .good), band(50, .low)] }.contains("E407"))
    #expect(with("SAP") { $0.bands = [band(10, .low), band(50, .good)] }.contains("W401"))
    #expect(with("SAP") { $0.bands = [band(0, .low), band(101, .good)] }.contains("W402"))
    let falling = with("SAP") {
      $0.better = .lowerIsBetter
      $0.bands = [band(0, .good), band(50, .low)]
    }
    #expect(!falling.contains("E407"))
  }

  @Test("Targets say for whom they are, once each, within the unit and the grades")
  func targets() {
    func target(_ scope: Target.Scope, _ value: String, _ grade: Int? = nil) -> Target {
      SampleIndicators.target(scope, value, grade: grade)
    }
    #expect(with("SAP") { $0.targets = [target(.grade, "50")] }.contains("E408"))
    #expect(with("SAP") { $0.targets = [target(.school, "50", 9)] }.contains("E409"))
    #expect(with("SAP") { $0.targets = [target(.school, "50"), target(.school, "60")] }.contains("E410"))
    #expect(with("SAP") { $0.targets = [target(.school, "120")] }.contains("W403"))
    #expect(with("SAP") { $0.targets = [target(.grade, "50", 2)] }.contains("W404"))
    #expect(with("SAP") { $0.targets = [target(.school, "indicator('OZD') - 20")] } == ["N402"])
  }

  @Test("Derived indicators that read one another in a circle are refused with the circle")
  func circles() throws {
    var set = SampleIndicators.set
    set.indicators[6].measure = .derived(SampleIndicators.text("indicator('DEV') + 1"))
    var other = set.indicators[6]
    other.id = "DEV"
    other.measure = .derived(SampleIndicators.text("indicator('DIN') - 1"))
    set.indicators.append(other)
    let circle = try #require(set.checked().findings.first { $0.code == "E411" })
    #expect(circle.arguments["circle"] == "DIN → DEV → DIN")
    // Last year's value of itself is no circle.
    #expect(
      !with("DIN") { $0.measure = .derived(SampleIndicators.text("indicator('DIN', 'last-year')")) }.contains("E411"))
  }

  @Test("Years, areas, units, breakdowns and digits")
  func others() {
    #expect(with("SAP") { $0.since = "2025-2027" }.contains("E412"))
    #expect(with("SAP") { $0.area = .staff }.contains("E413"))
    #expect(with("KAN") { $0.area = nil }.contains("W405"))
    #expect(with("SAP") { $0.unit = .percentagePoints }.contains("E414"))
    #expect(with("DIN") { $0.unit = .percent }.contains("W407"))
    #expect(with("SAP") { $0.decimals = 9 }.contains("E416"))
    #expect(with("SAP") { $0.breakdowns = [Breakdown(name: "pupil", place: place)] }.contains("E405"))
    #expect(
      with("SAP") { $0.breakdowns = [Breakdown(name: "sex", place: place), Breakdown(name: "sex", place: place)] }
        .contains("W406"))
    #expect(codes { $0.datasets[0].row = ["pupils"] }.contains("E415"))
    #expect(codes { $0.indicators.removeAll { $0.dataset == "attest" } }.contains("N401"))
  }
}
