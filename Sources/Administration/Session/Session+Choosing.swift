import Expressions
package import Instruments

/// Where the way is open: it ends there until a choice is made, and what the choice was made by stands for good.
extension Session {
  /// The stop at which the way ends until it is filled; nil where it leads to the end.
  package var openStop: SessionPlan.OpenStop? { state.gate.flatMap { plan.openStop($0) } }

  /// What comes at the open stop, by whoever makes the choices; nil where nothing is open, or nobody can say now.
  package var choice: Event? { choice(after: []) }

  /// The same where the log doesn't have the last events yet: whoever chooses elsewhere must hear of them.
  package func choice(after pending: [LoggedEvent]) -> Event? {
    openStop == nil ? nil : plan.chooser.choice(for: self, after: pending)
  }

  /// Whether an answer can't be changed since something was chosen by it.
  package func isBehindChoice(_ element: ElementIndex) -> Bool { state.locked.contains(element) }

  /// How many questions may still come behind the open stop, at the most.
  package var mostToCome: Int {
    guard let gate = openStop else { return 0 }
    let form = plan.delivery.form
    let routed = form.routed
    var (count, isBehind) = (0, false)
    for stop in plan.route {
      switch stop {
      case .element(let index): if isBehind, form.sections[index.section].blocks[index.block].asks { count += 1 }
      case .open(let open):
        guard isBehind || open.id == gate.id, let section = open.section else { continue }
        if open.isStepwise {
          count += open.capacity - (state.filled[open.id]?.count ?? 0)
        } else if open.id == gate.id || !routed.contains(form.sections[section].id) {
          count += form.longestWay(from: section)
        }
        isBehind = true
      }
    }
    return count
  }

  /// Puts what was chosen on the way and goes there. What stands in the way of going on stands in the way of choosing.
  mutating func choose(_ stop: Int, _ elements: [ElementIndex]) throws(Refusal) {
    guard let open = openStop, open.id == stop, let section = open.section else { throw .cannotFill(stop: stop) }
    let given = state.filled[stop] ?? []
    guard given.count + elements.count <= open.capacity, !open.isStepwise || elements.count <= 1,
      Set(elements).count == elements.count, elements.allSatisfy(open.candidates.contains),
      elements.allSatisfy({ !state.stops.contains($0) })
    else { throw .cannotFill(stop: stop) }
    if let hindrance = hindranceOnTheWay { throw hindrance }
    if let here = currentElement { state.left.insert(here) }
    let first = state.stops.count
    state.locked.formUnion(state.stops.filter { $0.section == section })
    state.filled[stop] = given + elements
    if !open.isStepwise || elements.isEmpty { state.finished.insert(stop) }
    refresh()
    let next = state.stops.indices.first { $0 >= first && isStep($0) && !isClosed(state.stops[$0]) }
    state.position = next.map { .element(state.stops[$0]) } ?? .end
    visit()
  }

  /// Ends the way at the first stop that waits for a choice, as the answers stand.
  ///
  /// What is shown decides which stops wait, and where the way ends decides what is shown: again until nothing changes. Each
  /// round fixes one more stop from the front, so as many rounds as there are stops are always enough.
  mutating func endAtGate() {
    for _ in 0...plan.route.count {
      let (stops, gate) = way
      guard stops != state.stops || gate != state.gate else { return }
      (state.stops, state.gate) = (stops, gate)
      settle()
      // Where an answer opens a stop in front of the respondent, he goes on from there.
      if case .element(let here) = state.position, !stops.contains(here) { state.position = .end }
    }
  }

  private var way: (stops: [ElementIndex], gate: Int?) {
    var stops: [ElementIndex] = []
    for stop in plan.route {
      switch stop {
      case .element(let index): stops.append(index)
      case .open(let open):
        stops += state.filled[open.id] ?? []
        if let section = open.section, !state.finished.contains(open.id), isDue(open, of: section, behind: stops) {
          return (stops, open.id)
        }
      }
    }
    return (stops, nil)
  }

  /// An adaptive section is due where it is shown; a route, where something of the section that it leads on from is.
  private func isDue(_ open: SessionPlan.OpenStop, of section: Int, behind stops: [ElementIndex]) -> Bool {
    if open.isStepwise {
      return plan.delivery.sections[section].showIf.map { $0.evaluate(in: environment) == .boolean(true) } ?? true
    }
    return stops.contains { $0.section == section && isShown($0) }
  }

  private func isShown(_ element: ElementIndex) -> Bool {
    guard let stop = state.stops.firstIndex(of: element), state.shown.indices.contains(stop) else { return false }
    return state.shown[stop]
  }
}

extension SessionPlan {
  func openStop(_ id: Int) -> OpenStop? {
    for case .open(let open) in route where open.id == id { return open }
    return nil
  }
}

extension Form {
  /// The most questions that one session may be asked, on whichever way.
  package var mostQuestions: Int {
    let routed = routed
    return sections.indices.reduce(0) { sum, index in
      let section = sections[index]
      guard !routed.contains(section.id) else { return sum }
      return sum + (section.adaptation?.atMost ?? SectionDraw(section).count) + longestWay(from: index)
    }
  }

  /// The most questions on any way that routes lead to from a section. They lead forward only.
  fileprivate func longestWay(from section: Int) -> Int {
    sections[section].routes.compactMap { route in
      guard let target = sections.firstIndex(where: { $0.id == route.to }), target > section else { return nil }
      return SectionDraw(sections[target]).count + longestWay(from: target)
    }.max() ?? 0
  }
}
