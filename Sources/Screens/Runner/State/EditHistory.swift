/// What was changed in a text, so that it can be taken back and done again: a word at a time where it was typed.
struct EditHistory: Sendable, Hashable {
  /// At a place, these characters went and those came.
  struct Edit: Sendable, Hashable {
    var place: Int
    var removed: [Character]
    var added: [Character]

    fileprivate var size: Int { removed.count + added.count }
  }

  private(set) var done: [Edit] = []
  private(set) var undone: [Edit] = []

  /// Characters that the history keeps; the oldest changes are forgotten first.
  static let limit = 40_000

  /// Notes a change that was made. What had been taken back can't be done again after it.
  mutating func note(_ edit: Edit) {
    undone = []
    if let last = done.last, let joined = last.joined(with: edit) {
      done[done.count - 1] = joined
    } else {
      done.append(edit)
    }
    var size = done.reduce(0) { $0 + $1.size }
    while size > Self.limit, done.count > 1 { size -= done.removeFirst().size }
  }

  mutating func takeBack() -> Edit? {
    guard let edit = done.popLast() else { return nil }
    undone.append(edit)
    return edit
  }

  mutating func doAgain() -> Edit? {
    guard let edit = undone.popLast() else { return nil }
    done.append(edit)
    return edit
  }
}

extension EditHistory.Edit {
  /// Letters typed one after another are one change up to the end of their word; so are letters rubbed out in a row.
  fileprivate func joined(with next: Self) -> Self? {
    if removed.isEmpty, next.removed.isEmpty, next.added.count == 1, next.place == place + added.count {
      let beginsWord = added.last?.isWhitespace == true && next.added.first?.isWhitespace == false
      return beginsWord ? nil : Self(place: place, removed: [], added: added + next.added)
    }
    guard added.isEmpty, next.added.isEmpty, next.removed.count == 1 else { return nil }
    if next.place == place - 1 { return Self(place: next.place, removed: next.removed + removed, added: []) }
    return next.place == place ? Self(place: place, removed: removed + next.removed, added: []) : nil
  }
}
