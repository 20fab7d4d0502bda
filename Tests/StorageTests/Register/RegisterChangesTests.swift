import Administration
import Datasets
import Expressions
import Foundation
import GRDB
import Monitoring
import Testing

@testable import Storage

@Suite("What a register changes")
struct RegisterChangesTests {
  private static let day = CalendarDate(days: 20_500)

  private static func register(_ people: [(Symbol, Symbol?, String)], extra: Int = 0) -> SchoolRegister {
    SchoolRegister(
      school: "s-1",
      entries: people.map { id, schoolClass, _ in
        var entry = RegisterEntry(person: id, role: "pupil", schoolClass: schoolClass, from: 20_000)
        entry.accommodations = Accommodations(extraTime: extra)
        return entry
      },
      names: people.map { RegisterName(person: $0.0, family: $0.2, given: "", birth: 16_000) })
  }

  @Test("New, left, moved, renamed, changed and the same are told apart and counted")
  func kinds() {
    let old = Self.register([("u-1", "4-а", "А"), ("u-2", "4-а", "Б"), ("u-3", "4-а", "В"), ("u-4", "4-б", "Г")])
    let new = Self.register([("u-1", "4-а", "А"), ("u-2", "4-б", "Б"), ("u-3", "4-а", "Ж"), ("u-5", "4-в", "Д")])
    let changes = RegisterChanges(from: old, to: new, on: Self.day)
    #expect(changes.same == 1)
    #expect(changes.rows.map(\.person) == ["u-2", "u-3", "u-5", "u-4"])
    #expect(
      changes.rows.map(\.changes) == [
        [.moved(from: "4-а", to: "4-б")], [.renamed(from: "В", to: "Ж")], [.new(class: "4-в")], [.left(class: "4-б")],
      ])
    #expect(changes.newClasses.map(\.name) == ["4-в"] && changes.newClasses.map(\.count) == [1])
    #expect(RegisterChanges(from: old, to: old, on: Self.day).isEmpty)
    let longer = Self.register(
      [("u-1", "4-а", "А"), ("u-2", "4-а", "Б"), ("u-3", "4-а", "В"), ("u-4", "4-б", "Г")], extra: 25)
    #expect(RegisterChanges(from: old, to: longer, on: Self.day).count { $0 == .other } == 4)
  }

  @Test("Whose time in the class is over has left; the change of class counts on the day")
  func dates() {
    let old = Self.register([("u-1", "4-а", "А"), ("u-2", "4-а", "Б")])
    var new = old
    new.entries[0].to = 20_400
    new.entries[1].to = 20_600
    let changes = RegisterChanges(from: old, to: new, on: Self.day)
    #expect(changes.rows.map(\.changes) == [[.left(class: "4-а")], [.other]])
  }

  @Test("The register before is kept with the names, brought back whole, and five are kept")
  func earlier() throws {
    let world = TestWorld()
    let store = try world.open()
    #expect(try store.earlierRegister(of: "s-1") == nil)
    let registers = (1...8).map { number in
      Self.register([(Symbol("u-\(number)"), "4-а", "Үлгүбаев\(number)")], extra: 25)
    }
    for register in registers { try store.importRegister(register) }
    #expect(try store.earlierRegister(of: "s-1") == registers[6])
    try store.importRegister(registers[6])
    #expect(try store.register(of: "s-1") == registers[6].entries)
    #expect(try store.names(of: "s-1")["u-7"]?.birth == CalendarDate(days: 16_000))
    #expect(try store.earlierRegister(of: "s-1") == registers[7])
    store.close()
    let kept = try DatabaseQueue(path: world.folder + "/people.sqlite").read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM earlier")
    }
    #expect(kept == 5)
    let main = try Data(contentsOf: URL(fileURLWithPath: world.folder + "/store.sqlite"))
    #expect(main.range(of: Data("Үлгүбаев".utf8)) == nil)
  }

  @Test("A session keeps what its respondent needed, and sessions from before needed nothing")
  func context() throws {
    var respondent = Respondent(person: "u-1", schoolClass: "4-а", grade: 4)
    respondent.accommodations = Accommodations(extraTime: 50, largePrint: true, readAloud: true)
    let context = SessionContext(respondent: respondent, today: Self.day, inputs: ["grade": "4"])
    #expect(SessionContext(bytes: context.bytes) == context)
    let old = SessionContext(bytes: Array("u-1\t4-а\t4\tf\tky\t20500\tgrade=4".utf8))
    #expect(old?.respondent.accommodations == Accommodations.none && old?.inputs == ["grade": "4"])
    let plain = SessionContext(respondent: Respondent(person: "u-1"), today: nil)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "u-1\t\t\t\t\t", "as it always was")
  }
}
