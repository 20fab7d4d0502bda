import Datasets
import Expressions
import Foundation
import GRDB

/// The register without names.
extension WriteContext {
  func putRegister(_ register: SchoolRegister) throws -> StoreReply {
    try run("DELETE FROM entry WHERE school = ?", [register.school.text])
    for (number, entry) in register.entries.enumerated() {
      try run(
        """
        INSERT INTO entry(school, number, person, role, sex, language, class, grade, since, until, extra_time,
          large_print, read_aloud) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          register.school.text, number, entry.person.text, entry.role.text, entry.sex?.text, entry.language?.text,
          entry.schoolClass?.text, entry.grade, entry.from, entry.to, entry.accommodations.extraTime,
          entry.accommodations.largePrint, entry.accommodations.readAloud,
        ])
    }
    return .registerImported(persons: Set(register.entries.map(\.person)).count)
  }
}

extension ReadContext {
  func register(_ school: Symbol) throws -> [RegisterEntry] {
    let sql = """
      SELECT person, role, sex, language, class, grade, since, until, extra_time, large_print, read_aloud FROM entry
      WHERE school = ? ORDER BY number
      """
    return try rows(sql, [school.text]).map { row in
      var entry = RegisterEntry(
        person: Symbol(row[0] as String), role: Symbol(row[1] as String), sex: row.symbol(2), language: row.symbol(3),
        schoolClass: row.symbol(4), grade: row[5], from: row[6], to: row[7])
      entry.accommodations = Accommodations(extraTime: row[8], largePrint: row[9], readAloud: row[10])
      return entry
    }
  }
}
