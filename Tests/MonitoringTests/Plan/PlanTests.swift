import Datasets
import Diagnostics
import Expressions
import Monitoring
import Testing
import Texts

@Suite("The monitoring plan")
struct PlanTests {
  private static let place = Place(file: "plan.xml", line: 1, column: 1)

  private static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(days: 0) }

  private static func reference(_ text: String) -> Reference { Reference(text, at: place) }

  private static func activity(_ id: Symbol, _ kind: Activity.Kind, _ aspect: Indicator.Aspect) -> Activity {
    Activity(
      id: id, kind: kind, form: .periodic, aspect: aspect, object: reference("all"), methods: [.test],
      instrument: reference("math/1.0"), name: LocalizedText("a"),
      windows: [Window(period: reference("q1"), place: place)], collects: reference("ub-math"),
      analyses: reference("deputy"), approves: reference("head"),
      indicators: [IndicatorUse(indicator: reference("SAP"), grade: 9)],
      documents: [PlannedDocument(kind: .analyticNote, due: .days(10), place: place)],
      audience: [reference("head")], place: place)
  }

  static let plan: MonitoringPlan = {
    let kinds = Activity.Kind.allCases.filter(\.isObligatory)
    let aspects = Indicator.Aspect.allCases
    return MonitoringPlan(
      id: "plan", version: "1", languages: [.ky], title: LocalizedText("План"), year: reference("2025-2026"),
      cycle: .year,
      indicators: reference("sample/1"), state: .approved, school: School(id: "kg-1", name: LocalizedText("№ 1")),
      orders: [
        Order(
          number: "48", date: day("2025-08-29"), kind: .approvePlan, signedBy: reference("head"),
          text: LocalizedText("x"),
          place: place)
      ],
      periods: [
        Period(id: "y", from: day("2025-09-01"), to: day("2026-05-25"), name: LocalizedText("y"), place: place),
        Period(
          id: "q1", parent: reference("y"), from: day("2025-09-01"), to: day("2025-11-04"), name: LocalizedText("1"),
          place: place),
        Period(
          id: "q2", parent: reference("y"), from: day("2025-11-12"), to: day("2025-12-31"), name: LocalizedText("2"),
          place: place),
      ],
      roles: ["head", "deputy", "ub-math", "teacher"].map {
        Role(id: $0, person: nil, name: LocalizedText("r"), place: place)
      },
      directions: [
        MonitoringDirection(
          id: "b1", aspect: .result, name: LocalizedText("b"),
          evidence: [
            Evidence(
              indicator: reference("SAP"), year: reference("2024-2025"), scope: .school, value: Decimal64(50),
              place: place)
          ], place: place)
      ],
      objects: [
        MonitoringObject(
          id: "all", kind: .pupils, grades: 4...11, name: LocalizedText("o"), why: LocalizedText("w"), place: place)
      ],
      activities: kinds.enumerated().map { activity(Symbol("t\($0 + 1)"), $1, aspects[$0 % 3]) },
      disclosures: [Disclosure(audiences: [reference("head")], least: 1, hidesComplements: false, place: place)],
      place: place)
  }()

  private func codes(_ change: (inout MonitoringPlan) -> Void) -> [String] {
    var plan = Self.plan
    change(&plan)
    return plan.findings(against: SampleIndicators.set).map(\.code)
  }

  @Test("A whole plan has nothing to be found")
  func clean() {
    #expect(codes { _ in } == [])
  }

  @Test("What the regulation demands of an approved plan is demanded with its clause; a draft may lack it")
  func regulation() throws {
    #expect(codes { $0.orders = [] } == ["E426"])
    #expect(codes { $0.activities.removeFirst() }.contains("E427"))
    #expect(codes { $0.directions[0].evidence = [] } == ["E429"])
    #expect(
      codes { plan in
        for index in plan.activities.indices { plan.activities[index].aspect = .result }
      }.filter { $0 == "E428" }.count == 2)
    #expect(codes { $0.roles.removeAll { $0.id == "teacher" } } == ["W424"])
    #expect(
      codes { plan in
        plan.state = .draft
        plan.orders = []
        plan.activities = []
        plan.directions = []
      } == [])
    var plan = Self.plan
    plan.orders = []
    let finding = try #require(plan.findings(against: nil).first)
    for language in Language.spoken {
      #expect(finding.advice?.text(in: language).contains("3.1") == true)
    }
  }

  @Test("References to what isn't there are found")
  func references() {
    #expect(codes { $0.activities[0].collects = Self.reference("ub-mat") } == ["E421"])
    #expect(codes { $0.activities[0].indicators[0].indicator = Self.reference("SAPP") } == ["E422"])
    #expect(codes { $0.activities[0].windows[0].period = Self.reference("q9") } == ["E423"])
    #expect(codes { $0.activities[0].object = Self.reference("al") } == ["E424"])
    #expect(codes { $0.activities[0].direction = Self.reference("b2") } == ["E425"])
    #expect(codes { $0.indicators = Self.reference("sample/2") } == ["E433"])
    #expect(codes { $0.activities[0].instrument = Self.reference("math") } == ["E437"])
  }

  @Test("Dates stand inside their periods and in order")
  func dates() {
    #expect(codes { $0.activities[0].windows[0].to = Self.day("2025-11-05") } == ["E430"])
    #expect(codes { $0.periods[1].to = Self.day("2026-05-26") } == ["E431"])
    #expect(codes { $0.periods[2].to = Self.day("2025-11-01") }.contains("E432"))
    #expect(codes { $0.orders[0].date = Self.day("2025-09-02") } == ["W421"])
    #expect(codes { $0.directions[0].evidence[0].year = Self.reference("2025-2026") } == ["E434"])
    #expect(codes { $0.periods[0].parent = Self.reference("q1") }.contains("E435"))
    #expect(
      codes { $0.activities[0].documents[0].due = .on(Self.day("2025-10-01")) } == ["W425"])
  }

  @Test("Grades, audiences and who approves")
  func others() {
    #expect(codes { $0.activities[0].indicators[0].grade = 3 } == ["W427"])
    #expect(codes { $0.activities[0].audience = [Self.reference("parents")] } == ["N421"])
    #expect(codes { $0.activities[0].approves = Self.reference("ub-math") } == ["W429"])
    #expect(codes { $0.disclosures.append($0.disclosures[0]) } == ["W428"])
    #expect(codes { $0.directions[0].evidence[0].scope = .grade } == ["E436"])
    #expect(codes { $0.activities[0].indicators = [] } == ["W426"])
  }

  @Test("The plan tells as facts what is due and what was done in time")
  func facts() throws {
    let dataset = SampleIndicators.dataset("plan", row: ["activity"], [("due", .boolean), ("ontime", .boolean)])
    let facts = Self.plan.facts(
      for: dataset, today: Self.day("2025-11-10"),
      completions: [
        Completion(activity: "t1", period: "q1", day: Self.day("2025-11-04")),
        Completion(activity: "t2", period: "q1", day: Self.day("2025-11-05")),
      ])
    #expect(facts.count == 6)
    #expect(facts.map { $0.values[0] } == Array(repeating: .boolean(true), count: 6))
    #expect(facts.map { $0.values[1] } == [.boolean(true)] + Array(repeating: .boolean(false), count: 5))
    #expect(facts[0].coordinates == Coordinates(school: "kg-1", year: "2025-2026", period: "q1", activity: "t1"))
    let early = Self.plan.facts(for: dataset, today: Self.day("2025-11-04"), completions: [])
    #expect(early[0].values == [.boolean(false), .missing(Missing(.notApplicable))])
  }
}
