import Diagnostics
import Expressions

/// Sections, blocks and rows that no answers show, though each of their conditions can be true by itself.
struct ReachabilityCheck {
  /// Conditions that can't be true by themselves, which is told where they stand.
  private let contradictions: [Formula]
  private let reachability: Reachability
  private var findings = FindingList()

  static func findings(
    _ sections: [DeliverySection], scope: Scope, computed: Set<Int>, contradictions: [Formula]
  ) -> [Diagnostic] {
    // Without conditions there is nothing to contradict.
    guard sections.contains(where: { $0.hasConditions }) else { return [] }
    var check = ReachabilityCheck(
      contradictions: contradictions,
      reachability: Reachability(scope: scope, sources: sources(sections, computed: computed)))
    // What is said of the first occurrence of a repeated section is true of all.
    for section in sections where section.section.occurrence?.number ?? 1 == 1 { check.check(section) }
    return check.findings.diagnostics
  }

  private init(contradictions: [Formula], reachability: Reachability) {
    self.contradictions = contradictions
    self.reachability = reachability
  }

  private static func sources(_ sections: [DeliverySection], computed: Set<Int>) -> [Int: Reachability.Source] {
    var result: [Int: Reachability.Source] = [:]
    for section in sections {
      for element in section.elements {
        for item in element.items {
          let conditions = [section.showIf, element.showIf, item.showIf].compactMap { $0 }
          var isFree = item.optionConditions.isEmpty
          let checks = item.checks.filter { $0.otherwise == .refuse }.map(\.that)
          // That it has no answer may mean that it is hidden, which isn't followed.
          if case .no = item.required {} else { isFree = isFree && conditions.isEmpty }
          if !conditions.isEmpty || !isFree || !checks.isEmpty {
            result[item.slot] = Reachability.Source(conditions: conditions, checks: checks, hasOtherRules: !isFree)
          }
          for slot in item.otherSlots.values {
            result[slot] = Reachability.Source(conditions: conditions, hasOtherRules: true)
          }
        }
      }
    }
    for slot in computed { result[slot] = Reachability.Source(conditions: [], hasOtherRules: true) }
    return result
  }

  private mutating func check(_ section: DeliverySection) {
    guard judge([section.showIf], section.section.id, at: section.section.place) else {
      return require(section.elements.flatMap(\.items))
    }
    for element in section.elements {
      let outer = [section.showIf, element.showIf]
      let isReached =
        element.showIf == nil || judge(outer, element.block.id, at: element.block.place)
      guard isReached else {
        require(element.items)
        continue
      }
      for item in element.items where item.showIf != nil {
        if !judge(outer + [item.showIf], item.item.id, at: item.item.place) { require([item]) }
      }
    }
  }

  /// What is never shown needs no answer.
  private mutating func require(_ items: [DeliveryItem]) {
    for item in items {
      if case .no = item.required { continue }
      findings.add(InstrumentFinding.requiredNeverShown, at: item.item.place, item.item.id.text)
    }
  }

  /// False where it is never shown; what one condition alone decides was told where it stands.
  private mutating func judge(_ conditions: [Formula?], _ id: Symbol, at place: Place) -> Bool {
    let conditions = conditions.compactMap { $0 }
    guard !conditions.isEmpty else { return true }
    if conditions.count == 1, reachability.isFree(conditions[0]) { return !contradictions.contains(conditions[0]) }
    switch reachability.verdict(conditions) {
    case .possible: return true
    case .undecided:
      findings.add(ReachabilityFinding.undecided, at: place, id.text)
      return true
    case .impossible:
      if !conditions.contains(where: contradictions.contains) {
        findings.add(ReachabilityFinding.neverReached, at: place, id.text)
      }
      return false
    }
  }
}

extension DeliverySection {
  fileprivate var hasConditions: Bool {
    showIf != nil || elements.contains { $0.showIf != nil || $0.items.contains { $0.showIf != nil } }
  }
}
