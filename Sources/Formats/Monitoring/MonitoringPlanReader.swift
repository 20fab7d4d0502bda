package import Diagnostics
import Expressions
package import Monitoring
import Texts
package import XML

/// Reads a monitoring plan and finds every mistake in it, with its place.
package enum MonitoringPlanReader {
  /// What came of a file.
  package struct Reading: Sendable {
    /// What could be understood; whole only where the findings have no errors. nil where the file isn't a plan.
    package var plan: MonitoringPlan?
    /// In the order of the file.
    package var findings: [Diagnostic]
    /// The text that places refer to; nil where the bytes are no text.
    package var text: CanonicalText?
  }

  package static let root = "monitoring-plan"

  /// Reads the bytes of a file. `file` is its name as the person gave it.
  package static func read(_ bytes: [UInt8], file: String) -> Reading {
    do throws(XMLRefusal) {
      return read(try Document.read(bytes), file: file)
    } catch {
      return Reading(plan: nil, findings: error.problems.map { Diagnostic($0, file: file) }, text: error.text)
    }
  }

  /// Reads a document that is XML already.
  package static func read(_ document: Document, file: String) -> Reading {
    let reading = GrammarReader.read(document, file: file, grammar: .synak, roots: [root])
    guard let root = reading.root else {
      return Reading(plan: nil, findings: reading.findings, text: document.text)
    }
    var builder = PlanBuilder()
    let plan = builder.plan(root, languages: reading.languages)
    return Reading(
      plan: plan, findings: (reading.findings + builder.findings).sortedByPlace, text: document.text)
  }

  /// Reads a file and checks all that it says, against the set of indicators where that is known. What stands apart is
  /// checked only where everything could be read: else what wasn't read would seem to be missing.
  package static func check(_ bytes: [UInt8], file: String, against indicators: IndicatorSet?) -> Reading {
    var reading = read(bytes, file: file)
    guard let plan = reading.plan, !reading.findings.hasErrors else { return reading }
    reading.findings = (reading.findings + plan.findings(against: indicators)).sortedByPlace
    return reading
  }
}

/// Makes a plan of pieces that keep the grammar.
private struct PlanBuilder {
  private(set) var findings: [Diagnostic] = []

  mutating func plan(_ root: Piece, languages: [Language]) -> MonitoringPlan? {
    let school = root.first("school")
    let objects = (root.first("objects")?.children("object") ?? []).compactMap { object($0) }
    let activities = (root.first("cyclogram")?.children("activity") ?? []).compactMap { activity($0) }
    guard let id = root.symbol("id"), let version = root.word("version"), let year = root.reference("year"),
      let cycle: MonitoringPlan.Cycle = root.choice("cycle"), let indicators = root.reference("indicators"),
      let state: MonitoringPlan.State = root.choice("state"), let schoolID = school?.symbol("id")
    else { return nil }
    return MonitoringPlan(
      id: id, version: version, languages: languages, title: root.first("title")?.text ?? InstrumentBuilder.noText,
      year: year, cycle: cycle, indicators: indicators, state: state,
      school: School(id: schoolID, name: school?.text ?? InstrumentBuilder.noText),
      orders: root.children("plan-order").compactMap { order($0) },
      periods: (root.first("periods")?.children("period") ?? []).compactMap { period($0) },
      roles: (root.first("responsible")?.children("role") ?? []).compactMap { role($0) },
      directions: (root.first("directions")?.children("direction") ?? []).compactMap { direction($0) },
      objects: objects, activities: activities,
      disclosures: root.children("disclosure").compactMap { disclosure($0) }, place: root.place)
  }

  private func order(_ piece: Piece) -> Order? {
    guard let number = piece.word("no"), let date = piece.date("date"), let kind: Order.Kind = piece.choice("kind"),
      let signedBy = piece.first("signed-by")?.reference("role")
    else { return nil }
    return Order(
      number: number, date: date, kind: kind, signedBy: signedBy, text: piece.text ?? InstrumentBuilder.noText,
      place: piece.place)
  }

  private func period(_ piece: Piece) -> Period? {
    guard let id = piece.symbol("id"), let from = piece.date("from"), let to = piece.date("to") else { return nil }
    return Period(
      id: id, parent: piece.reference("in"), from: from, to: to, name: piece.text ?? InstrumentBuilder.noText,
      place: piece.place)
  }

  private func role(_ piece: Piece) -> Role? {
    guard let id = piece.symbol("id"), let person = piece.symbol("person") else { return nil }
    return Role(
      id: id, person: person.text == "*" ? nil : person, name: piece.text ?? InstrumentBuilder.noText,
      place: piece.place)
  }

  private func direction(_ piece: Piece) -> MonitoringDirection? {
    guard let id = piece.symbol("id"), let aspect: Indicator.Aspect = piece.choice("aspect") else { return nil }
    return MonitoringDirection(
      id: id, aspect: aspect, name: piece.text ?? InstrumentBuilder.noText,
      evidence: piece.children("evidence").compactMap { evidence($0) }, place: piece.place)
  }

  private func evidence(_ piece: Piece) -> Evidence? {
    guard let indicator = piece.reference("indicator"), let year = piece.reference("period"),
      let scope: Target.Scope = piece.choice("scope"), let value = piece.decimal("value")
    else { return nil }
    return Evidence(
      indicator: indicator, year: year, scope: scope, grade: piece.whole("grade"), subject: piece.symbol("subject"),
      value: value, place: piece.place)
  }

  private mutating func object(_ piece: Piece) -> MonitoringObject? {
    let grades = piece.grades
    if piece.attribute("grades") != nil, grades == nil {
      findings.append(
        Diagnostic(
          ContentFinding.gradesReversed, at: piece.place(of: "grades"), found: piece.word("grades") ?? ""))
    }
    guard let id = piece.symbol("id"), let kind: MonitoringObject.Kind = piece.choice("kind") else { return nil }
    return MonitoringObject(
      id: id, kind: kind, grades: grades, name: piece.text ?? InstrumentBuilder.noText,
      why: piece.first("why")?.text ?? InstrumentBuilder.noText, place: piece.place)
  }

  private mutating func activity(_ piece: Piece) -> Activity? {
    let documents = piece.children("planned-document").compactMap { document($0) }
    guard let id = piece.symbol("id"), let kind: Activity.Kind = piece.choice("type"),
      let form: Activity.Form = piece.choice("form"), let aspect: Indicator.Aspect = piece.choice("aspect"),
      let object = piece.reference("object"), let roles = piece.first("by-role"),
      let collects = roles.reference("collect"), let analyses = roles.reference("analyse"),
      let approves = roles.reference("approve")
    else { return nil }
    return Activity(
      id: id, kind: kind, form: form, aspect: aspect, object: object,
      methods: piece.words("method").compactMap { Activity.Method(rawValue: $0.word) },
      instrument: piece.reference("instrument"), direction: piece.reference("direction"),
      isAnonymous: piece.flag("anonymous") ?? false, name: piece.text ?? InstrumentBuilder.noText,
      windows: piece.children("when").compactMap { window($0) }, collects: collects, analyses: analyses,
      approves: approves, sample: piece.first("sample").flatMap { sample($0) },
      indicators: piece.children("indicator-use").compactMap { use in
        use.reference("ref").map { IndicatorUse(indicator: $0, grade: use.whole("grade")) }
      },
      documents: documents, audience: piece.first("audience").map { names(of: $0, "who") } ?? [], place: piece.place)
  }

  private func window(_ piece: Piece) -> Window? {
    guard let period = piece.reference("period") else { return nil }
    return Window(period: period, from: piece.date("from"), to: piece.date("to"), place: piece.place)
  }

  private func sample(_ piece: Piece) -> Sample? {
    guard let unit = piece.symbol("unit"), let atLeast = piece.whole("at-least") else { return nil }
    return Sample(unit: unit, per: piece.symbol("per"), atLeast: atLeast, doubled: piece.decimal("double"))
  }

  private mutating func document(_ piece: Piece) -> PlannedDocument? {
    guard let kind: PlannedDocument.Kind = piece.choice("kind"), let due = piece.word("due") else { return nil }
    if due.hasSuffix("d"), let days = Int(due.dropLast()) {
      return PlannedDocument(kind: kind, due: .days(days), place: piece.place)
    }
    guard let date = CalendarDate(due) else {
      findings.append(Diagnostic(PlanFinding.badDue, at: piece.place(of: "due"), found: due))
      return nil
    }
    return PlannedDocument(kind: kind, due: .on(date), place: piece.place)
  }

  private func disclosure(_ piece: Piece) -> Disclosure? {
    guard let least = piece.whole("min-n") else { return nil }
    return Disclosure(
      audiences: names(of: piece, "audience"), least: least, hidesComplements: piece.flag("complement") ?? false,
      place: piece.place)
  }

  private func names(of piece: Piece, _ name: String) -> [Reference] {
    piece.words(name).map { Reference($0.word, at: $0.place) }
  }
}
