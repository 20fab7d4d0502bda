import Expressions

/// The smallest and the largest sum of what one session gets, where sessions get different questions: by draws and booklets.
struct DrawnBounds {
  private let form: Form
  /// Nil for sections that give all sessions the same questions.
  private let draws: [SectionDraw?]
  private var sites: [Symbol: (section: Int, block: Int)] = [:]

  /// Nil where all sessions get the same.
  init?(_ form: Form) {
    guard form.booklets != nil || form.sections.contains(where: { $0.pick != nil }) else { return nil }
    self.form = form
    draws = form.sections.map { section in
      let draw = section.pick == nil ? nil : SectionDraw(section)
      return draw.flatMap { $0.isPartial ? $0 : nil }
    }
    for (section, content) in form.sections.enumerated() {
      for (block, entry) in content.blocks.enumerated() {
        for item in entry.items { sites[item.id] = (section, block) }
      }
    }
  }

  /// The bounds of the members' sum; nil where each session gets all of them.
  func bounds(of members: [(member: Symbol, bounds: ScaleBounds.Bounds)]) -> ScaleBounds.Bounds? {
    let clusters = form.booklets?.clusters ?? []
    func isDrawn(_ section: Int) -> Bool { draws[section] != nil || clusters.contains(form.sections[section].id) }
    guard members.contains(where: { sites[$0.member].map { isDrawn($0.section) } ?? false }) else { return nil }
    return ScaleBounds.Bounds(
      least: most(of: members.map { ($0.member, negative($0.bounds.least)) }).flatMap(negative),
      most: most(of: members.map { ($0.member, $0.bounds.most) }))
  }

  private func negative(_ number: Fraction?) -> Fraction? { number.flatMap { try? $0.times(Fraction(-1)) } }

  /// The largest sum; nil where there is no end.
  private func most(of members: [(id: Symbol, most: Fraction?)]) -> Fraction? {
    var always = Fraction.zero
    var ofBlocks: [Int: [Int: Fraction]] = [:]
    for member in members {
      guard let most = member.most else { return nil }
      if let site = sites[member.id] {
        guard let sum = try? (ofBlocks[site.section]?[site.block] ?? .zero).plus(most) else { return nil }
        ofBlocks[site.section, default: [:]][site.block] = sum
      } else {
        guard let sum = try? always.plus(most) else { return nil }
        always = sum
      }
    }
    func most(ofSection section: Int) -> Fraction? {
      guard let worth = ofBlocks[section] else { return .zero }
      guard let draw = draws[section] else { return sum(worth.values) }
      return sum(draw.best { worth[$0] ?? .zero }.map { worth[$0] ?? .zero })
    }
    let sums = form.arrangements.map { sections in
      sections.reduce(always as Fraction?) { sum, section in
        guard let sum, let more = most(ofSection: section) else { return nil }
        return try? sum.plus(more)
      }
    }
    guard !sums.contains(nil) else { return nil }
    return sums.compactMap(\.self).max()
  }

  private func sum(_ numbers: some Sequence<Fraction>) -> Fraction? {
    numbers.reduce(.zero as Fraction?) { sum, number in sum.flatMap { try? $0.plus(number) } }
  }
}
