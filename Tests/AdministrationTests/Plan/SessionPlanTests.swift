import Expressions
import Instruments
import SeededTesting
import Testing
import Texts

@testable import Administration

@Suite("Session plans")
struct SessionPlanTests {
  @Test("The same seed gives the same plan, and seeds differ")
  func seeded() throws {
    let delivery = try Shipped.instrument("math-4-diagnostic.xml").delivery
    let orders = seeds(30).map { SessionPlan(delivery: delivery, seed: $0).optionOrders }
    #expect(orders == seeds(30).map { SessionPlan(delivery: delivery, seed: $0).optionOrders })
    #expect(Set(orders).count > 20)
    let m2 = try #require(delivery.slot(of: "m2"))
    #expect(orders.allSatisfy { $0[m2]?.sorted() == [0, 1, 2, 3] })
  }

  @Test("Rows of a grid are shuffled; a 'don't know' keeps its place at the end")
  func rowsAndFixedOptions() throws {
    let survey = try Shipped.instrument("parent-survey.xml").delivery
    let orders = seeds(20).map { SessionPlan(delivery: survey, seed: $0).rowOrders["g"] ?? [] }
    #expect(orders.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
    #expect(Set(orders).count > 5)
    let instrument = try Shipped.questionnaire(
      """
      <section id="s"><choose id="a" shuffle="yes"><en>A?</en><option code="x">x</option><option code="y">y</option>
      <option code="z">z</option><option code="dk" missing="dont-know">don't know</option></choose></section>
      """)
    for seed in seeds(20) {
      let order = SessionPlan(delivery: instrument.delivery, seed: seed).optionOrders[0] ?? []
      #expect(order.last == 3 && order.sorted() == [0, 1, 2, 3])
    }
  }

  @Test("An open stop takes what an event puts there, once, of its candidates and no more than fit")
  func openStops() throws {
    let delivery = try Shipped.instrument("math-4-diagnostic.xml").delivery
    func at(_ block: Int) -> ElementIndex { ElementIndex(section: 0, block: block) }
    let plan = SessionPlan(
      delivery: delivery, seed: 1,
      route: [
        .element(at(0)), .open(SessionPlan.OpenStop(id: 7, candidates: [at(1), at(2), at(3)], capacity: 2)),
        .element(at(5)),
      ])
    var session = Session(plan: plan)
    try session.apply(.started(.ky), at: .start)
    #expect(session.steps == [at(0), at(5)])
    #expect(throws: Refusal.cannotFill(stop: 7)) { try session.apply(.filled(stop: 7, [at(4)]), at: .start) }
    #expect(throws: Refusal.cannotFill(stop: 7)) {
      try session.apply(.filled(stop: 7, [at(1), at(2), at(3)]), at: .start)
    }
    try session.apply(.filled(stop: 7, [at(3), at(1)]), at: .start)
    #expect(session.steps == [at(0), at(3), at(1), at(5)])
    #expect(throws: Refusal.cannotFill(stop: 7)) { try session.apply(.filled(stop: 7, [at(2)]), at: .start) }
    #expect(throws: Refusal.notShown(2)) { try session.answer("m3", "60") }
    try session.answer("m4", "a c")
  }

  @Test("Of the inputs that nobody gave, those that decide something are named, in the order of the form")
  func unknownInputs() throws {
    let form = try Shipped.questionnaire(
      """
      <input id="sex"><en>Sex</en></input><input id="grade" type="integer"><en>Grade</en></input>
      <input id="shown"><en>Only shown</en></input><input id="language"><en>Language</en></input>
      <section id="s" show-if="grade gt 3"><number id="a"><en>{shown}?</en>
      <check that="a gt grade"><en>More!</en></check></number>
      <compute id="k" value="if(sex = 'f', 1, 0)"/><number id="b" show-if="language = 'ky'"><en>B?</en></number></section>
      """
    ).delivery
    func unknown(_ respondent: Respondent, _ given: [Symbol: Value] = [:]) -> [Symbol] {
      SessionPlan(delivery: form, seed: 1, respondent: respondent, inputs: given).unknownInputs.map(\.id)
    }
    #expect(unknown(.anonymous) == ["sex", "grade", "language"])
    #expect(unknown(Respondent(grade: 4, language: "ky")) == ["sex"])
    #expect(unknown(Respondent(grade: 4, sex: "f"), ["language": .text("ru")]) == [])
  }
}
