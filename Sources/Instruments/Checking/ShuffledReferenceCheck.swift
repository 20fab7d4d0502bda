import Diagnostics
import Expressions

/// Formulas and texts that read an answer which, in the order that a session draws, may be asked only later: judged by the
/// written order they look right.
///
/// What stands later in the written order is told where it is read (`W204`); here are only those that the draw turns round.
struct ShuffledReferenceCheck {
  private let form: Form
  private let sections: [DeliverySection]
  /// What computations read: whoever reads a computation reads that.
  private let computations: [Int: Formula]
  /// Where each slot is asked: the section and the block in it.
  private var sites: [Int: Site] = [:]
  /// The sections in the order in which each booklet has them, before they are shuffled; one list where all get all.
  private let arrangements: [[Int]]
  private var orders: [SectionPair: Bool] = [:]
  private var findings = FindingList()

  private struct Site: Hashable {
    var section: Int
    /// Nil for what stands at the head of its section: its condition, its title.
    var block: Int?
  }

  private struct SectionPair: Hashable {
    var read: Int
    var reader: Int
  }

  static func findings(
    _ form: Form, _ sections: [DeliverySection], slots: [Symbol: Int], computations: [Int: Formula]
  ) -> [Diagnostic] {
    guard form.shufflesSections || form.booklets != nil || form.sections.contains(where: \.isShuffled) else {
      return []
    }
    var check = ShuffledReferenceCheck(form, sections, computations)
    for (index, section) in sections.enumerated() { check.check(section, at: index) }
    check.checkTexts(slots)
    return check.findings.diagnostics
  }

  private init(_ form: Form, _ sections: [DeliverySection], _ computations: [Int: Formula]) {
    self.form = form
    self.sections = sections
    self.computations = computations
    arrangements = form.arrangements
    for (index, section) in sections.enumerated() {
      for (block, element) in section.elements.enumerated() {
        let site = Site(section: index, block: block)
        for item in element.items {
          sites[item.slot] = site
          for slot in item.otherSlots.values { sites[slot] = site }
          for slot in item.partSlots.values { sites[slot] = site }
        }
      }
    }
  }

  // MARK: Readers

  private mutating func check(_ section: DeliverySection, at index: Int) {
    // What is said of the first occurrence of a repeated section is true of all.
    guard section.section.occurrence?.number ?? 1 == 1 else { return }
    judge([section.showIf], at: Site(section: index), section.section.id, section.section.place)
    for (block, element) in section.elements.enumerated() {
      var formulas = [element.showIf]
      for item in element.items {
        formulas.append(item.showIf)
        if case .when(let formula) = item.required { formulas.append(formula) }
        formulas += item.checks.map(\.that)
        formulas += item.optionConditions.sorted { $0.key < $1.key }.map(\.value)
      }
      judge(formulas, at: Site(section: index, block: block), element.block.id, element.block.place)
    }
  }

  private mutating func checkTexts(_ slots: [Symbol: Int]) {
    var owners: [Symbol: Site] = [:]
    for (index, section) in form.sections.enumerated() {
      owners[section.id] = owners[section.id] ?? Site(section: index)
      for (block, content) in section.blocks.enumerated() {
        for id in [content.id] + content.items.map(\.id) {
          owners[id] = owners[id] ?? Site(section: index, block: block)
        }
      }
    }
    for reference in form.pipedReferences {
      guard let owner = reference.owner, let site = owners[owner], let slot = slots[Symbol(reference.id)] else {
        continue
      }
      report(questions([slot]), at: site, owner, reference.place)
    }
  }

  private mutating func judge(_ formulas: [Formula?], at site: Site, _ id: Symbol, _ place: Place) {
    report(questions(formulas.flatMap { $0?.slots ?? [] }), at: site, id, place)
  }

  private mutating func report(_ read: [Int], at reader: Site, _ id: Symbol, _ place: Place) {
    var told: Set<Site> = []
    for slot in read {
      guard let site = sites[slot], let block = site.block, told.insert(site).inserted, mayComeLater(site, than: reader)
      else { continue }
      let question = form.sections[site.section].blocks[block].id
      findings.add(ReachabilityFinding.mayComeLater, at: place, id.text, ["read": question.text])
    }
  }

  /// The slots that are asked, those behind computations among them, each once and in the order of the form.
  private func questions(_ slots: [Int]) -> [Int] {
    var seen: Set<Int> = []
    var waiting = slots
    while let slot = waiting.popLast() {
      guard seen.insert(slot).inserted, let computation = computations[slot] else { continue }
      waiting += computation.slots
    }
    return seen.filter { computations[$0] == nil }.sorted()
  }

  // MARK: Orders

  /// Whether a draw can put what is read, which is written earlier, behind what reads it.
  private mutating func mayComeLater(_ read: Site, than reader: Site) -> Bool {
    guard read.section == reader.section else {
      guard read.section < reader.section else { return false }
      let pair = SectionPair(read: read.section, reader: reader.section)
      if let known = orders[pair] { return known }
      let result = arrangements.contains { mayTurn(pair, in: $0) }
      orders[pair] = result
      return result
    }
    let section = form.sections[read.section]
    guard section.isShuffled, let first = read.block, let second = reader.block, first < second else { return false }
    return Draw(SectionDraw(section)).mayPut(first, behind: second)
  }

  private func mayTurn(_ pair: SectionPair, in arrangement: [Int]) -> Bool {
    guard let first = arrangement.firstIndex(of: pair.read), let second = arrangement.firstIndex(of: pair.reader) else {
      return false  // whoever gets one doesn't get the other
    }
    let moves = arrangement.map { form.shufflesSections && !form.sections[$0].isFixed }
    return Draw(moves: moves).mayPut(first, behind: second)
  }
}

extension ShuffledReferenceCheck {
  /// A draw of some parts in an order by chance. Those that are fixed keep their places among the drawn; the others are
  /// dealt to the places of those that aren't.
  struct Draw {
    /// Whether each part may be dealt to another place.
    var moves: [Bool]
    /// Whether each part is there in every session.
    var isCertain: [Bool]
    /// How many of those that aren't certain a session gets; nil for all.
    var drawn: Int?
    /// The part that each block of a section is in.
    private var partOfBlock: [Int]

    /// Parts that are all there.
    init(moves: [Bool]) {
      self.init(moves: moves, isCertain: moves.map { _ in true }, drawn: nil)
    }

    init(moves: [Bool], isCertain: [Bool], drawn: Int?) {
      self.moves = moves
      self.isCertain = isCertain
      self.drawn = drawn
      partOfBlock = Array(moves.indices)
    }

    init(_ draw: SectionDraw) {
      let parts = draw.parts
      self.init(
        moves: parts.map(\.moves),
        isCertain: parts.map { part in
          !draw.isPartial || !part.blocks.contains { draw.asks($0) && !draw.certain.contains($0) }
        }, drawn: draw.isPartial ? draw.lot.drawn : nil)
      partOfBlock = parts.enumerated().flatMap { part in part.element.blocks.map { _ in part.offset } }
    }

    /// Whether any draw puts one block behind another, that is written behind it or in front.
    func mayPut(_ block: Int, behind otherBlock: Int) -> Bool {
      let (part, other) = (partOfBlock[block], partOfBlock[otherBlock])
      // What stays together keeps its order.
      guard part != other else { return block > otherBlock }
      let needed = (isCertain[part] ? 0 : 1) + (isCertain[other] ? 0 : 1)
      guard canGive(needed) else { return false }
      /// Whether a third can be there, whose place is dealt to one of the two.
      func third(_ isThere: (Int) -> Bool) -> Bool {
        moves.indices.contains {
          $0 != part && $0 != other && moves[$0] && isThere($0) && canGive(needed + (isCertain[$0] ? 0 : 1))
        }
      }
      switch (moves[part], moves[other]) {
      case (false, false): return part > other
      case (true, true): return true
      // Its own place is behind, or that of a third with which it changes.
      case (true, false): return part > other || third { $0 > other }
      case (false, true): return part > other || third { $0 < part }
      }
    }

    private func canGive(_ count: Int) -> Bool { drawn.map { count <= $0 } ?? true }
  }
}
