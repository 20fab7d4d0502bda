package import Expressions
package import Monitoring

/// Makes pseudonyms for people of a register that has none: `u-0001` for pupils, `m-` for those who teach or lead, `p-` for
/// parents. Whoever was there before keeps theirs, found by name and day of birth; none is ever given to a second person.
package struct Pseudonyms: Sendable {
  private struct Key: Hashable {
    var family: String
    var given: String

    private static let looks: [Character: Character] = [
      "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "ё": "е",
    ]

    /// Without regard to case, double spaces and letters that look alike: whose name was mended is who they were. Strings
    /// compare by canonical equivalence, so it doesn't matter how й is typed.
    init(_ name: PersonName) {
      func plain(_ text: String) -> String {
        String(
          text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").map { Self.looks[$0] ?? $0 })
      }
      (family, given) = (plain(name.family), plain(name.given))
    }
  }

  private var known: [Key: [(id: Symbol, birth: CalendarDate?)]] = [:]
  private var taken: Set<Symbol>
  private var last: [String: Int] = [:]

  /// - Parameters:
  ///   - names: The people of the school by their pseudonyms.
  ///   - taken: Further pseudonyms that were ever used: their sessions must not become somebody else's.
  package init(names: [Symbol: PersonName], taken: Set<Symbol> = []) {
    for (id, name) in names.sorted(by: { $0.key < $1.key }) { known[Key(name), default: []].append((id, name.birth)) }
    self.taken = taken.union(names.keys)
  }

  /// The pseudonym of a person: the one that somebody of this name and day of birth has, else a new one. Where only one of
  /// the two days is known and nobody else has the name, it is the same person.
  package mutating func pseudonym(of name: PersonName, role: Person.Role) -> Symbol {
    let key = Key(name)
    let namesakes = known[key] ?? []
    let same =
      namesakes.firstIndex { $0.birth == name.birth }
      ?? (namesakes.count == 1 && (name.birth == nil || namesakes[0].birth == nil) ? 0 : nil)
    if let same {
      if namesakes[same].birth == nil { known[key]?[same].birth = name.birth }
      return namesakes[same].id
    }
    let id = next(role)
    known[key, default: []].append((id, name.birth))
    return id
  }

  private mutating func next(_ role: Person.Role) -> Symbol {
    let prefix =
      switch role {
      case .pupil: "u"
      case .parent: "p"
      case .teacher, .head, .deputy: "m"
      }
    var number = last[prefix] ?? highest(prefix)
    var id: Symbol
    repeat {
      number += 1
      let digits = String(number)
      id = Symbol("\(prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)")
    } while taken.contains(id)
    last[prefix] = number
    taken.insert(id)
    return id
  }

  private func highest(_ prefix: String) -> Int {
    taken.compactMap { id in id.text.hasPrefix(prefix + "-") ? Int(id.text.dropFirst(prefix.count + 1)) : nil }
      .filter { $0 < 1_000_000 }.max() ?? 0
  }
}
