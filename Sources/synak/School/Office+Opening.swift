import Datasets
import Diagnostics
import Expressions
import Instruments
import Monitoring
import Storage
import Texts
import XML

extension Office {
  /// Opens the office of a school: its store, with the register as its file has it today.
  static func open(_ school: School, folder: String, in language: Language) throws -> Office {
    try reportingFaults(in: language) {
      let environment = StoreEnvironment.system(folder: folder)
      let office = Office(
        store: try SQLiteStore.open(environment), indicators: school.indicators, plan: school.plan,
        random: environment.random)
      let register = Storage.Register(school.register, school: school.plan.school.id)
      let known = try office.store.register(of: office.school)
      if Set(known) != Set(register.entries) || known.count != register.entries.count {
        try office.store.importRegister(register)
      }
      return office
    }
  }

  /// Reads, checks and publishes an instrument from a file's bytes.
  func publish(_ bytes: [UInt8], file: String, in language: Language) throws -> CheckedInstrument {
    let outcome = InstrumentCheck.check(bytes, file: file, datasets: indicators.definition.datasets)
    guard let instrument = outcome.instrument else {
      let errors = outcome.findings.filter { $0.severity == .error }
      throw Failure(
        errors
          + [Diagnostic(CommandFinding.notChecked, at: nil, found: file, arguments: ["n": String(errors.count)])],
        in: language)
    }
    try reportingFaults(in: language) { try publish(instrument, source: outcome.text?.bytes ?? bytes) }
    return instrument
  }
}

extension Storage.Register {
  /// The register as the store keeps it: an entry an enrolment, names apart.
  init(_ register: Monitoring.Register, school: Symbol) {
    let entries = register.people.flatMap { person -> [RegisterEntry] in
      let bare = RegisterEntry(
        person: person.id, role: Symbol(person.role.rawValue), sex: person.sex.map { Symbol($0.rawValue) },
        language: person.language.map { Symbol($0.rawValue) })
      guard !person.enrolments.isEmpty else { return [bare] }
      return person.enrolments.map { enrolment in
        var entry = bare
        entry.schoolClass = enrolment.schoolClass.name
        entry.grade = enrolment.schoolClass.grade
        entry.from = enrolment.from.days
        entry.to = enrolment.to?.days
        return entry
      }
    }
    self.init(
      school: school, entries: entries,
      names: register.names.mapValues { Storage.PersonName(family: $0.family, given: $0.given) })
  }
}
