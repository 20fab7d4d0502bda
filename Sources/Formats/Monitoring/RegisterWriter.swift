import Datasets
import Expressions
package import Monitoring
import Texts

/// A register as the table that `RegisterReader` reads: with names, so for a person's own eyes.
package enum RegisterWriter {
  package static func bytes(_ register: Register) -> [UInt8] {
    var lines = [RegisterReader.columns.joined(separator: ",")]
    for person in register.people {
      let name = register.names[person.id]
      let needs = person.accommodations
      func line(_ enrolment: Enrolment?) -> String {
        [
          person.id.text, person.role.rawValue, name?.family ?? "", name?.given ?? "",
          name?.birth?.description ?? "", person.sex?.rawValue ?? "", person.language?.rawValue ?? "",
          enrolment?.schoolClass.name.text ?? "", enrolment?.from.description ?? "",
          enrolment?.to?.description ?? "", needs.extraTime > 0 ? String(needs.extraTime) : "",
          needs.largePrint ? "yes" : "", needs.readAloud ? "yes" : "",
        ].map(cell).joined(separator: ",")
      }
      lines += person.enrolments.isEmpty ? [line(nil)] : person.enrolments.map { line($0) }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r;".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
