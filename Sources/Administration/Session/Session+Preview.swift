import Expressions
package import Instruments
package import Texts

/// What only an author's preview may do, which is never logged.
extension Session {
  /// The same session standing at an element, whatever is unanswered before it; nil where it isn't on the way. What may be
  /// chosen at the stop that is open is chosen by hand.
  package func standing(at element: ElementIndex) -> Session? {
    guard steps.contains(element) else { return choosing(element)?.standing(at: element) }
    var copy = self
    copy.state.position = .element(element)
    copy.state.visited.insert(element)
    // An author looks as long, and as often, as he likes.
    copy.state.closed.remove(element)
    copy.state.locked.remove(element)
    copy.state.closedSections.remove(element.section)
    copy.state.spent[element] = nil
    copy.state.spentInSections[element.section] = nil
    return copy
  }

  private func choosing(_ element: ElementIndex) -> Session? {
    guard let open = openStop, open.candidates.contains(element) else { return nil }
    var copy = self
    let chosen = open.isStepwise ? [element] : open.candidates.filter { $0.section == element.section }
    do throws(Refusal) { try copy.choose(open.id, chosen) } catch { return nil }
    return copy.steps.contains(element) ? copy : nil
  }

  /// The same session with an element on the screen whether its conditions hold or not: how it would look.
  package func displaying(_ element: ElementIndex, in language: Language) -> Session {
    var copy = self
    copy.state.language = language
    copy.state.position = .element(element)
    if let stop = copy.state.stops.firstIndex(of: element) { copy.state.shown[stop] = true }
    for item in plan.element(at: element).items { copy.state.shownSlots.insert(item.slot) }
    return copy
  }

  /// A session of a changed instrument with the answers that it still takes: those of items that kept their id and their
  /// kind of answer. It stands where the earlier one stood, if that is there.
  package func moved(to instrument: CheckedInstrument) -> Session {
    let delivery = instrument.delivery
    let plan = SessionPlan(
      of: instrument, seed: self.plan.seed, respondent: self.plan.respondent, today: self.plan.today,
      inputs: Dictionary(
        uniqueKeysWithValues: self.plan.inputs.map { (self.plan.delivery.slots[$0.key].id, $0.value) }))
    var next = Session(plan: plan)
    let language =
      delivery.form.languages.contains(state.language)
      ? state.language : delivery.form.languages.first ?? state.language
    // A new session can always begin, and an answer that the changed item refuses is left out: that is what the author
    // comes to see.
    _ = try? next.apply(.started(language), at: state.now)
    let kept = state.answers.sorted { ($0.key.slot, $0.key.attempt) < ($1.key.slot, $1.key.attempt) }
    next.followChoices(self.state, of: self.plan)
    for (address, value) in kept where address.attempt == attempt(at: address.slot) {
      let old = self.plan.delivery.slots[address.slot]
      guard let slot = delivery.slot(of: old.id), delivery.slots[slot].type.base == old.type.base else { continue }
      _ = try? next.apply(.answered(next.address(of: slot), value), at: state.now)
    }
    guard let here = currentElement else { return next }
    let id = self.plan.element(at: here).block.id
    return next.steps.first { plan.element(at: $0).block.id == id }.flatMap { next.standing(at: $0) } ?? next
  }

  /// Asks what was chosen before, with the answers that were given to it, as far as the changed instrument has it.
  private mutating func followChoices(_ before: SessionState, of plan: SessionPlan) {
    let chosen = before.filled.values.flatMap(\.self).map { plan.element(at: $0) }
    let ids = Set(chosen.map(\.block.id))
    while let open = openStop, let event = choice {
      guard case .chosen(_, let elements, _) = event,
        elements.allSatisfy({ ids.contains(self.plan.element(at: $0).block.id) }), !elements.isEmpty || !open.isStepwise
      else { return }
      do throws(Refusal) { try apply(event, at: state.now) } catch { return }
      for item in elements.flatMap({ self.plan.element(at: $0).items }) {
        guard let old = plan.delivery.slot(of: item.item.id),
          let value = before.answers[Address(slot: old, attempt: before.attempts[old] ?? 1)]
        else { continue }
        _ = try? apply(.answered(address(of: item.slot), value), at: state.now)
      }
    }
  }
}
