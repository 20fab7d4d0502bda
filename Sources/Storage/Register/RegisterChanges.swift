import Datasets
package import Expressions

/// What a register would change that is put in the place of another: person by person, as things stand on one day.
package struct RegisterChanges: Sendable, Hashable {
  package enum Change: Sendable, Hashable {
    case new(class: Symbol?)
    /// Not in the new register any more, or in no class of it.
    case left(class: Symbol?)
    case moved(from: Symbol?, to: Symbol?)
    case renamed(from: String, to: String)
    /// Role, sex, language, dates, or what is needed at a test.
    case other
  }

  package struct Row: Sendable, Hashable {
    package var person: Symbol
    /// As the new register has it, else the old one.
    package var name: String
    package var changes: [Change]
  }

  /// In the order of the new register; those who left behind them.
  package private(set) var rows: [Row] = []
  /// How many stay as they are.
  package private(set) var same = 0
  /// Classes in which nobody was, with how many are now.
  package private(set) var newClasses: [(name: Symbol, count: Int)] = []

  package var isEmpty: Bool { rows.isEmpty }

  package func count(_ isMeant: (Change) -> Bool) -> Int { rows.count { $0.changes.contains(where: isMeant) } }

  package init(from old: SchoolRegister, to new: SchoolRegister, on day: CalendarDate) {
    let before = Side(old, on: day)
    let after = Side(new, on: day)
    for person in after.order {
      let row = Row(person: person, name: after.name(person), changes: Self.changes(of: person, before, after))
      if row.changes.isEmpty { same += 1 } else { rows.append(row) }
    }
    for person in before.order where after.entries[person] == nil {
      rows.append(
        Row(person: person, name: before.name(person), changes: [.left(class: before.classes[person])]))
    }
    let known = Set(old.entries.compactMap(\.schoolClass))
    var counts: [Symbol: Int] = [:]
    for name in after.classes.values where !known.contains(name) { counts[name, default: 0] += 1 }
    newClasses = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func changes(of person: Symbol, _ before: Side, _ after: Side) -> [Change] {
    let to = after.classes[person]
    guard let old = before.entries[person] else { return [.new(class: to)] }
    let from = before.classes[person]
    var changes: [Change] = []
    if from != to { changes.append(to == nil ? .left(class: from) : .moved(from: from, to: to)) }
    if before.name(person) != after.name(person), !after.name(person).isEmpty {
      changes.append(.renamed(from: before.name(person), to: after.name(person)))
    }
    if changes.isEmpty, old != after.entries[person] ?? [] { changes.append(.other) }
    return changes
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.rows == b.rows && a.same == b.same && a.newClasses.map(\.name) == b.newClasses.map(\.name)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(rows) }

  /// One of the two registers, by person.
  private struct Side {
    var order: [Symbol] = []
    var entries: [Symbol: [RegisterEntry]] = [:]
    /// The class on the day.
    var classes: [Symbol: Symbol] = [:]
    private var names: [Symbol: RegisterName]

    init(_ register: SchoolRegister, on day: CalendarDate) {
      names = Dictionary(register.names.map { ($0.person, $0) }) { first, _ in first }
      for entry in register.entries {
        if entries[entry.person] == nil { order.append(entry.person) }
        entries[entry.person, default: []].append(entry)
        // Teachers are in several classes; the first is theirs here.
        if let name = entry.schoolClass, entry.isThere(on: day), classes[entry.person] == nil {
          classes[entry.person] = name
        }
      }
    }

    func name(_ person: Symbol) -> String {
      names[person].map { $0.given.isEmpty ? $0.family : "\($0.family) \($0.given)" } ?? ""
    }
  }
}
