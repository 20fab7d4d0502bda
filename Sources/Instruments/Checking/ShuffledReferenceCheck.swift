import Diagnostics
import Expressions

/// Formulas and texts that read an answer which, in the order that a session draws, may be asked only later: judged by the
/// written order they look right.
struct ShuffledReferenceCheck {
  private let form: Form
  /// Where each slot is asked: the section and the block in it.
  private var sites: [Int: Site] = [:]
  private var findings = FindingList()

  private struct Site: Equatable {
    var section: Int
    var block: Int
  }

  static func findings(_ form: Form, _ sections: [DeliverySection], slots: [Symbol: Int]) -> [Diagnostic] {
    guard form.shufflesSections || form.booklets != nil || form.sections.contains(where: \.isShuffled) else {
      return []
    }
    var check = ShuffledReferenceCheck(form: form, sections)
    for (index, section) in sections.enumerated() { check.check(section, at: index) }
    check.checkTexts(slots)
    return check.findings.diagnostics
  }

  private init(form: Form, _ sections: [DeliverySection]) {
    self.form = form
    for (index, section) in sections.enumerated() {
      for (block, element) in section.elements.enumerated() {
        for item in element.items {
          sites[item.slot] = Site(section: index, block: block)
          for other in item.otherSlots.values { sites[other] = Site(section: index, block: block) }
        }
      }
    }
  }

  private mutating func check(_ section: DeliverySection, at index: Int) {
    for (block, element) in section.elements.enumerated() {
      let site = Site(section: index, block: block)
      var formulas = [section.showIf, element.showIf].compactMap { $0 }
      for item in element.items {
        if let own = item.showIf { formulas.append(own) }
        if case .when(let formula) = item.required { formulas.append(formula) }
        formulas += item.checks.map(\.that) + item.optionConditions.values
      }
      guard let read = formulas.lazy.flatMap(\.slots).first(where: { self.mayComeLater($0, than: site) }) else {
        continue
      }
      report(read, at: element.block.place, element.block.id)
    }
  }

  private mutating func checkTexts(_ slots: [Symbol: Int]) {
    var blocks: [Symbol: Site] = [:]
    for (index, section) in form.sections.enumerated() {
      for (block, content) in section.blocks.enumerated() {
        blocks[content.id] = Site(section: index, block: block)
        for item in content.items { blocks[item.id] = Site(section: index, block: block) }
      }
    }
    for reference in form.pipedReferences {
      guard let owner = reference.owner, let site = blocks[owner], let slot = slots[Symbol(reference.id)],
        mayComeLater(slot, than: site)
      else { continue }
      report(slot, at: reference.place, owner)
    }
  }

  /// Whether a draw can put what is read behind what reads it.
  private func mayComeLater(_ slot: Int, than reader: Site) -> Bool {
    guard let read = sites[slot], read != reader else { return false }
    if read.section == reader.section {
      let section = form.sections[read.section]
      let (first, second) = (section.blocks[read.block].id, section.blocks[reader.block].id)
      return section.isShuffled && !section.fixedBlocks.contains(first) && !section.fixedBlocks.contains(second)
    }
    let (first, second) = (form.sections[read.section], form.sections[reader.section])
    if form.shufflesSections, !first.isFixed, !second.isFixed { return true }
    guard let booklets = form.booklets else { return false }
    return booklets.booklets.contains { booklet in
      guard let here = booklet.sections.firstIndex(of: first.id), let there = booklet.sections.firstIndex(of: second.id)
      else { return false }
      return here > there
    }
  }

  private mutating func report(_ slot: Int, at place: Place, _ id: Symbol) {
    guard let site = sites[slot] else { return }
    let read = form.sections[site.section].blocks[site.block].id
    findings.add(ReachabilityFinding.mayComeLater, at: place, id.text, ["read": read.text])
  }
}
