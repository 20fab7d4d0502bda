import Expressions
import Instruments
import Monitoring
import Screens
import Storage
import Texts

/// Who can sit an instrument: the pupils of the register, with how far each has come.
struct Roll {
  private let entries: [RegisterEntry]
  private let names: [Symbol: PersonName]
  private let sessions: [Symbol: SessionRecord.State]

  init(_ conduct: Conduct) throws {
    let office = conduct.office
    (entries, names, sessions) = try reportingFaults(in: conduct.language) {
      let hash = conduct.instrument.hash.digest
      let records = try office.store.sessions(
        SessionFilter(school: office.school, activity: conduct.occasion.reference, instrument: hash))
      return (
        try office.store.register(of: office.school).filter { entry in
          entry.role == "pupil" && (entry.to.map { conduct.today.days <= $0 } ?? true)
        },
        try office.store.names(of: office.school),
        Dictionary(
          records.compactMap { record in record.person.map { ($0, record.state) } }, uniquingKeysWith: { $1 })
      )
    }
  }

  func entry(of person: Symbol) -> RegisterEntry? { entries.last { $0.person == person } }

  func pupils(of schoolClass: Symbol) -> [RegisterEntry] { entries.filter { $0.schoolClass == schoolClass } }

  var classes: Set<String> { Set(entries.compactMap { $0.schoolClass?.text }) }

  func name(of person: Symbol) -> String {
    names[person].map { "\($0.family) \($0.given)" } ?? person.text
  }

  /// The pupils as they pick themselves from a list.
  func people(in language: Language) -> [PickerScreen.Person] {
    entries.map { entry in
      let standing: String =
        switch sessions[entry.person] {
        case .sealed?: RollPhrase.handedIn.text(in: language)
        case .open?: RollPhrase.begun.text(in: language)
        case nil: ""
        }
      return PickerScreen.Person(
        id: entry.person, name: name(of: entry.person), schoolClass: entry.schoolClass?.text ?? "", standing: standing)
    }
    .sorted { Alphabet.precedes($0.name, $1.name) }
  }
}

/// How far somebody has come.
enum RollPhrase: PhraseCatalogue {
  case handedIn, begun

  var template: Template {
    switch self {
    case .handedIn: Template(ky: "тапшырды", ru: "сдано", en: "handed in")
    case .begun: Template(ky: "баштаган", ru: "начато", en: "begun")
    }
  }
}
