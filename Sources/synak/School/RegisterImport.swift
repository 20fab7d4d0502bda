import ArgumentParser
import Diagnostics
import Expressions
import Glibc
import Storage
import Texts

/// A register in the place of another: what changes is shown, and somebody says yes.
struct RegisterImport {
  let office: Office
  let day: CalendarDate
  let language: Language

  /// Rows of the table that are shown; the counts tell the rest.
  private static let mostRows = 40

  func put(_ new: SchoolRegister, inPlaceOf old: SchoolRegister, isDryRun: Bool, isAgreed: Bool) throws {
    let changes = RegisterChanges(from: old, to: new, on: day)
    Output.print(preview(changes, isFirst: old.entries.isEmpty, people: Set(old.entries.map(\.person)).count))
    guard !changes.isEmpty || Set(old.entries) != Set(new.entries) || old.names != new.names else { return }
    if isDryRun {
      Output.print(say(.dryRun))
      return
    }
    guard try isAgreed || ask() else {
      Output.print(say(.notWritten))
      throw ExitCode(Status.mistakes)
    }
    let count = try reportingFaults(in: language) { try office.store.importRegister(new) }
    Output.print(say(.written, ["n": String(count)]))
  }

  private func ask() throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      Output.error(say(.needsYes))
      return false
    }
    Output.raw(Array((say(.ask) + " ").utf8))
    let answer = (readLine() ?? "").lowercased().filter { !$0.isWhitespace }
    return ["y", "yes", "да", "д", "ооба", "о"].contains(answer)
  }

  private func say(_ phrase: RegisterPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  // MARK: What changes

  func preview(_ changes: RegisterChanges, isFirst: Bool, people: Int) -> String {
    var parts: [String] = []
    if !isFirst, !changes.isEmpty { parts.append(Columns.text(table(changes))) }
    let hidden = changes.rows.count - Self.mostRows
    if !isFirst, hidden > 0 { parts.append(say(.more, ["n": String(hidden)])) }
    let counts: [(RegisterPhrase, Int)] = [
      (.countNew, changes.count { if case .new = $0 { true } else { false } }),
      (.countLeft, changes.count { if case .left = $0 { true } else { false } }),
      (.countMoved, changes.count { if case .moved = $0 { true } else { false } }),
      (.countRenamed, changes.count { if case .renamed = $0 { true } else { false } }),
      (.countOther, changes.count { $0 == .other }), (.countSame, changes.same),
    ]
    parts.append(counts.map { say($0, ["n": String($1)]) }.joined(separator: " · "))
    if !isFirst {
      for (name, count) in changes.newClasses where count <= 2 {
        parts.append(say(.smallNewClass, ["class": name.text, "n": String(count)]))
      }
      if counts[1].1 * 2 > people { parts.append(say(.manyLeave)) }
    }
    return parts.joined(separator: "\n")
  }

  private func table(_ changes: RegisterChanges) -> [[String]] {
    let headings: [RegisterPhrase] = [.what, .person, .name, .before, .after]
    return [headings.map { say($0) }]
      + changes.rows.prefix(Self.mostRows).flatMap { row in
        row.changes.map { change in
          let (what, before, after) = words(change)
          return [say(what), row.person.text, row.name, before, after]
        }
      }
  }

  private func words(_ change: RegisterChanges.Change) -> (RegisterPhrase, String, String) {
    switch change {
    case .new(let name): (.new, "", name?.text ?? "")
    case .left(let name): (.left, name?.text ?? "", "")
    case .moved(let from, let to): (.moved, from?.text ?? "", to?.text ?? "")
    case .renamed(let from, let to): (.renamed, from, to)
    case .other: (.other, "", "")
    }
  }
}
