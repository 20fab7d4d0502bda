package import Texts

/// Where a formula stands, and so what it may see.
///
/// Built once for an instrument or a data set; `use` and `position` are then set for each formula, which costs nothing.
package struct Scope: Sendable {
  /// What the formula is for.
  package enum Use: Sendable, Hashable, CaseIterable {
    case showIf, required, check, compute, piping, feeds, scoring, exampleExpectation
    case numerator, denominator, quality
    /// The formula of an indicator that is made from others.
    case derived
    case target
  }

  package var use: Use
  /// The position of the element that owns the formula; nil where order means nothing.
  package var position: Int?
  /// Which occurrence of which repeated part the formula stands in.
  package var occurrence: Occurrence?
  package private(set) var names: [Name]
  /// Parts of which there are several occurrences.
  package let repeated: [RepeatedNames]
  package let scales: [ScaleName]
  package let indicators: [String]

  private let nameIndex: [String: Int]
  private let slotIndex: [Int: Int]
  private let scaleIndex: [String: Int]
  /// The repeated part that a name belongs to.
  private let partIndex: [String: Int]

  package init(
    use: Use, names: [Name] = [], scales: [ScaleName] = [], indicators: [String] = [], position: Int? = nil,
    repeated: [RepeatedNames] = []
  ) {
    self.repeated = repeated
    partIndex = Dictionary(repeated.enumerated().flatMap { part, names in names.ids.keys.map { ($0, part) } }) {
      first, _ in first
    }
    self.use = use
    self.names = names
    self.scales = scales
    self.indicators = indicators
    self.position = position
    // Where an id stands twice the first counts: the doubled id is a finding of whoever read the file.
    nameIndex = Dictionary(names.indices.map { (names[$0].id, $0) }) { first, _ in first }
    slotIndex = Dictionary(names.indices.map { (names[$0].slot, $0) }) { first, _ in first }
    scaleIndex = Dictionary(scales.indices.map { (scales[$0].id, $0) }) { first, _ in first }
  }

  /// The same names, seen from another place.
  package func with(use: Use, position: Int? = nil, occurrence: Occurrence? = nil) -> Scope {
    var copy = self
    copy.occurrence = occurrence
    copy.use = use
    copy.position = position
    return copy
  }

  /// Corrects the type of a name whose own formula was compiled after the scope was made.
  package mutating func setType(_ type: ValueType, of id: String) {
    if let index = nameIndex[id] { names[index].type = type }
  }

  /// A name as it is meant here: in a repeated part that of the same occurrence.
  func name(_ id: String) -> Name? {
    guard let part = partIndex[id] else { return nameIndex[id].map { names[$0] } }
    guard let occurrence, occurrence.part == part, let ids = repeated[part].ids[id],
      ids.indices.contains(occurrence.number - 1)
    else { return nil }
    return nameIndex[ids[occurrence.number - 1]].map { names[$0] }
  }

  /// The repeated part of a name that stands outside it; nil for other names, and where the formula stands in the part.
  func partOutside(_ id: String) -> Int? {
    partIndex[id].flatMap { $0 == occurrence?.part ? nil : $0 }
  }

  func name(at slot: Int) -> Name? { slotIndex[slot].map { names[$0] } }

  /// The position of the scale in `scales`, which is its slot.
  func scaleSlot(_ id: String) -> Int? { scaleIndex[id] }
}

/// The names of a part of which there are several occurrences: those of each, in order, by the name that is written.
package struct RepeatedNames: Sendable {
  package var ids: [String: [String]]
  /// How many occurrences there may be.
  package var count: Int

  package init(ids: [String: [String]], count: Int) {
    self.ids = ids
    self.count = count
  }
}

/// One occurrence of a repeated part.
package struct Occurrence: Sendable, Hashable {
  /// Its place among the repeated parts of the scope.
  package var part: Int
  /// From 1.
  package var number: Int

  package init(part: Int, number: Int) {
    self.part = part
    self.number = number
  }
}

/// A name that formulas may read.
package struct Name: Sendable {
  package var id: String
  package var type: ValueType
  /// Where the evaluator finds the value.
  package var slot: Int
  /// Where the element stands in the order in which it is met; nil where order means nothing.
  package var position: Int?
  /// Whether there may be no value: optional, or not always shown.
  package var mayBeMissing: Bool
  /// The numbers that the value may have.
  package var range: NumberRange
  /// Only whole numbers.
  package var isWhole: Bool
  /// What people read where the name is meant.
  package var label: LocalizedText?

  package init(
    id: String, type: ValueType, slot: Int, position: Int? = nil, mayBeMissing: Bool = true,
    range: NumberRange = .all, isWhole: Bool = false, label: LocalizedText? = nil
  ) {
    self.id = id
    self.type = type
    self.slot = slot
    self.position = position
    self.mayBeMissing = mayBeMissing
    self.range = range
    self.isWhole = isWhole
    self.label = label
  }
}

/// The numbers from `least` to `most`, both included; nil where there is no end.
package struct NumberRange: Sendable, Hashable {
  package var least: Decimal64?
  package var most: Decimal64?

  package static let all = NumberRange()

  package init(least: Decimal64? = nil, most: Decimal64? = nil) {
    self.least = least
    self.most = most
  }
}

/// A scale that `score(x)`, `max-score(x)`, `percent(x)` and `level(x)` may name.
///
/// Its slot is its place in the list.
package struct ScaleName: Sendable {
  package var id: String
  /// The codes of its levels; nil where it has none.
  package var levels: ChoiceCodes?
  package var label: LocalizedText?

  package init(id: String, levels: ChoiceCodes? = nil, label: LocalizedText? = nil) {
    self.id = id
    self.levels = levels
    self.label = label
  }
}

extension Scope.Use {
  /// Reads the rows of a data set, so fields stand inside aggregates only.
  var seesRows: Bool { self == .numerator || self == .denominator || self == .quality }

  var seesIndicators: Bool { self == .derived || self == .target || self == .quality }

  /// Stands in an instrument: sees scales and the day.
  var isInInstrument: Bool { !seesRows && !seesIndicators }

  /// Decides there and then what happens, so that a name that is asked later, or left blank, matters.
  var decides: Bool { self == .showIf || self == .required || self == .check }
}
