import Instruments

/// The way through a form before it begins: its elements in order, with open stops where answers decide.
extension SessionPlan {
  /// - Parameters:
  ///   - sections: Those that the session gets, in order.
  ///   - blocks: What it gets of a section, in order.
  ///   - choosesItems: False where all blocks of adaptive sections are asked as they come.
  static func route(
    _ delivery: DeliveryForm, sections: [Int], choosesItems: Bool = true, blocks: (Int) -> [Int]
  ) -> [Stop] {
    let form = delivery.form
    let routed = form.routed
    func elements(_ section: Int) -> [ElementIndex] {
      blocks(section).map { ElementIndex(section: section, block: $0) }
    }
    var stops: [Stop] = []
    for index in sections {
      let section = form.sections[index]
      if routed.contains(section.id) {
        // Comes where the route that leads to it ends.
      } else if let rule = section.adaptation, choosesItems {
        let pool = section.blocks.indices.filter { section.blocks[$0].asks }
        stops.append(
          .open(
            OpenStop(
              id: index, candidates: pool.map { ElementIndex(section: index, block: $0) }, capacity: rule.atMost,
              section: index, isStepwise: true)))
      } else {
        stops += elements(index).map { .element($0) }
      }
      guard !section.routes.isEmpty else { continue }
      let targets = Set(section.routes.map(\.to))
      let ways = form.sections.indices.filter { targets.contains(form.sections[$0].id) }.map(elements)
      stops.append(
        .open(
          OpenStop(
            id: form.sections.count + index, candidates: ways.flatMap(\.self), capacity: ways.map(\.count).max() ?? 0,
            section: index)))
    }
    return stops
  }

  /// Whether answers decide something of the way.
  var hasGates: Bool { route.contains { if case .open(let open) = $0 { open.section != nil } else { false } } }
}
