import Diagnostics
import Expressions

/// Routes between sections by points: forward, from the lowest border up, without gaps, each of them reachable.
struct RouteCheck {
  private let index: InstrumentIndex
  private let sections: [Symbol: Int]
  private var findings = FindingList()

  static func findings(_ index: InstrumentIndex) -> [Diagnostic] {
    let form = index.instrument.form
    guard form.sections.contains(where: { !$0.routes.isEmpty }) else { return [] }
    var check = RouteCheck(index: index)
    for (position, section) in form.sections.enumerated() where !section.routes.isEmpty {
      check.check(section, at: position)
    }
    check.checkForm()
    return check.findings.diagnostics
  }

  private init(index: InstrumentIndex) {
    self.index = index
    sections = Dictionary(index.instrument.form.sections.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  private mutating func check(_ section: Section, at position: Int) {
    if section.repetition != nil {
      findings.add(AdaptiveFinding.routeContradiction, at: section.place, section.id.text, ["attribute": "repeat"])
    }
    var areSound = true
    for route in section.routes where !check(route, from: position) { areSound = false }
    guard Set(section.routes.map(\.from.isPercent)).count == 1 else {
      findings.add(AdaptiveFinding.routesMixed, at: section.routes[0].place, section.id.text)
      return
    }
    var last: Decimal64?
    for route in section.routes {
      if let last, route.from.number <= last {
        findings.add(AdaptiveFinding.routesOutOfOrder, at: route.place, route.from.text)
        areSound = false
      }
      last = route.from.number
    }
    // Keys and items that couldn't be read would be missed here.
    guard areSound, !index.trouble.hasErrors, index.brokenKeys.isEmpty else { return }
    checkReach(of: section)
  }

  private mutating func check(_ route: Route, from position: Int) -> Bool {
    let form = index.instrument.form
    guard let target = sections[route.to] else {
      guard !index.isLost(route.to) else { return false }
      findings.add(
        AdaptiveFinding.routeUnknown, at: route.place, route.to.text,
        meant: Similarity.nearest(to: route.to.text, among: form.sections.map(\.id.text)))
      return false
    }
    guard target > position else {
      findings.add(AdaptiveFinding.routeBackwards, at: route.place, route.to.text)
      return false
    }
    let other = form.sections[target]
    let attribute = other.adaptation != nil ? "adapt" : other.repetition != nil ? "repeat" : nil
    if let attribute {
      findings.add(AdaptiveFinding.routeContradiction, at: route.place, other.id.text, ["attribute": attribute])
    }
    return attribute == nil
  }

  /// Borders lie between nothing and the most that the section gives.
  private mutating func checkReach(of section: Section) {
    let keys = section.blocks.flatMap(\.items).compactMap { index.keys[$0.id] }
    let judged = keys.first { if case .judgement = $0.answer { true } else { false } }
    guard !keys.isEmpty, judged == nil else {
      findings.add(AdaptiveFinding.routeWithoutPoints, at: section.routes[0].place, (judged?.item ?? section.id).text)
      return
    }
    if let first = section.routes.first, first.from.number > .zero {
      findings.add(AdaptiveFinding.routesGap, at: first.place, section.id.text, ["border": first.from.text])
    }
    let points = Dictionary(keys.map { ($0.item, $0.points) }) { first, _ in first }
    func worth(_ block: Int) -> Decimal64 {
      section.blocks[block].items.reduce(.zero) { $0.adding(points[$1.id] ?? .zero) ?? $0 }
    }
    let most = SectionDraw(section).best(by: worth).reduce(Decimal64.zero) { $0.adding(worth($1)) ?? $0 }
    let limit = section.routes[0].from.isPercent ? Decimal64(100) : most
    for route in section.routes where route.from.number > limit {
      findings.add(
        AdaptiveFinding.routeUnreachable, at: route.place, route.from.text,
        ["most": "\(limit)" + (route.from.isPercent ? "%" : ""), "section": section.id.text])
    }
  }

  /// Sections in a drawn order, or of which some get a few, can't lead on from one to another.
  private mutating func checkForm() {
    let form = index.instrument.form
    let attribute = form.shufflesSections ? "shuffle-sections" : form.booklets != nil ? "booklet" : nil
    guard let attribute, let first = form.sections.first(where: { !$0.routes.isEmpty }) else { return }
    findings.add(AdaptiveFinding.routeContradiction, at: first.place, first.id.text, ["attribute": attribute])
  }
}
