import Administration
import Expressions
import Instruments
import SeededTesting
import Testing

@Suite("Sections that follow the points of another")
struct RouteTests {
  private func sitting(_ right: Int, edited edit: (String) -> String = { $0 }) throws -> AdaptiveSitting {
    var sitting = try AdaptiveSitting(AdaptiveSitting.instrument(AdaptiveSitting.staged, edited: edit), seed: 1)
    let keys = ["15", "27", "42", "12", "300", "16"]
    for (index, key) in keys.enumerated() {
      try sitting.session.answer("s\(index + 1)", index < right ? key : "1")
    }
    return sitting
  }

  @Test(
    "The way leads to the last border that is reached",
    arguments: [(0, "easy"), (2, "easy"), (3, "middle"), (4, "middle"), (5, "hard"), (6, "hard")])
  func borders(right: Int, section: String) throws {
    var sitting = try sitting(right)
    while sitting.session.position(after: sitting.session.state.position) != .end { try sitting.goOn() }
    try sitting.choose()
    let reason = try #require(sitting.reasons.first?.reason)
    #expect(reason.why == .points && reason.section?.text == section)
    #expect(reason.points == Decimal64(right) && reason.maximum == Decimal64(6))
    let sections = Set(sitting.session.steps.map { sitting.session.plan.delivery.sections[$0.section].section.id.text })
    #expect(sections == ["start", section, "end"])
    #expect(sitting.session.steps.count == 11 && sitting.session.openStop == nil)
  }

  @Test("Percentages of the section's points lead as they say")
  func percentages() throws {
    var sitting = try sitting(3) { text in
      text.replacing("from=\"0\"", with: "from=\"0%\"").replacing("from=\"3\"", with: "from=\"50%\"").replacing(
        "from=\"5\"", with: "from=\"51%\"")
    }
    while sitting.session.position(after: sitting.session.state.position) != .end { try sitting.goOn() }
    try sitting.choose()
    #expect(sitting.reasons.first?.reason.section == "middle")
  }

  @Test("Before the choice the second stage isn't there; after it the first stands as it is")
  func stages() throws {
    var sitting = try sitting(6)
    #expect(sitting.session.steps.count == 6 && sitting.session.mostToCome == 5)
    #expect(sitting.instrument.delivery.form.mostQuestions == 11)
    #expect(throws: Refusal.self) { try sitting.session.answer("h1", "888") }
    // Back and forth in the first stage is free.
    try sitting.take(.moved(.element(sitting.session.element("s6"))))
    try sitting.take(.moved(.element(sitting.session.element("s2"))))
    try sitting.session.answer("s2", "27")
    try sitting.take(.moved(.element(sitting.session.element("s6"))))
    try sitting.choose()
    #expect(sitting.session.currentElement == sitting.session.element("h1"))
    #expect(throws: Refusal.behindChoice(sitting.session.slot("s2"))) { try sitting.session.answer("s2", "1") }
    try sitting.session.answer("h1", "888")
    #expect(throws: Refusal.cannotFill(stop: 5)) { try sitting.take(.chosen(stop: 5, [], ChoiceReason(.points))) }
  }

  @Test("Three stages: the second leads on by its own points, whichever it was")
  func threeStages() throws {
    let edit = { (text: String) in
      text.replacing(
        "<section id=\"end\">",
        with: """
          <section id="last"><number id="z1"><ky>?</ky><ru>?</ru><en>?</en></number></section><section id="end">
          """
      ).replacing(
        "<key>6000</key>\n    </number>\n",
        with: """
          <key>6000</key></number><route to="last" from="0"/><route to="end" from="3"/>
          """
      )
    }
    var sitting = try sitting(6, edited: edit)
    while sitting.session.position(after: sitting.session.state.position) != .end { try sitting.goOn() }
    try sitting.choose()
    for (id, key) in [("h1", "888"), ("h2", "77"), ("h3", "642")] { try sitting.session.answer(id, key) }
    while sitting.session.position(after: sitting.session.state.position) != .end { try sitting.goOn() }
    #expect(sitting.session.mostToCome == 1)
    try sitting.choose()
    #expect(sitting.session.currentElement == sitting.session.element("liked"))
    try sitting.goOn()
    #expect(sitting.session.state.position == .end && sitting.session.openStop == nil)
    let blind = SessionPlan(delivery: sitting.instrument.delivery, seed: 1)
    #expect(blind.route == sitting.session.plan.route)
  }

  @Test("A section that isn't shown leads nowhere: what it leads to isn't asked")
  func hidden() throws {
    let sitting = try AdaptiveSitting(
      AdaptiveSitting.instrument(AdaptiveSitting.staged) { text in
        text.replacing(
          "<section id=\"start\">",
          with: """
            <section id="first"><number id="n0"><ky>?</ky><ru>?</ru><en>?</en></number></section>
            <section id="start" show-if="n0 gt 3">
            """
        ).replacing(/<example[\s\S]*<\/example>/, with: "")
      }, seed: 1)
    var session = sitting.session
    #expect(session.openStop == nil)
    #expect(session.steps.count == 2)
    try session.answer("n0", "5")
    #expect(session.openStop != nil && session.steps.count == 7)
    try session.answer("n0", "1")
    #expect(session.openStop == nil && session.steps.count == 2)
  }
}
