import Datasets
import Diagnostics
import Expressions
import Instruments
import Monitoring
import Storage
import Texts
import XML

extension Office {
  /// Opens the office of a school: its store, with the register as its file has it today, where one is named; else as it was
  /// imported last.
  static func open(_ school: School, folder: String, in language: Language) throws -> Office {
    try reportingFaults(in: language) {
      let environment = StoreEnvironment.system(folder: folder)
      let office = Office(
        store: try SQLiteStore.open(environment), indicators: school.indicators, plan: school.plan,
        random: environment.random)
      let register = SchoolRegister(school: school.plan.school.id, school.register)
      let known = try office.store.register(of: office.school)
      let isDifferent = Set(known) != Set(register.entries) || known.count != register.entries.count
      if known.isEmpty || (school.isRegisterGiven && isDifferent) {
        try office.store.importRegister(register)
      }
      return office
    }
  }

  /// Reads, checks and publishes an instrument from a file's bytes.
  func publish(_ bytes: [UInt8], file: String, in language: Language) throws -> CheckedInstrument {
    let outcome = InstrumentCheck.check(bytes, file: file, datasets: indicators.definition.datasets)
    return try publish(outcome, source: outcome.text?.bytes ?? bytes, file: file, in: language)
  }

  /// Checks and publishes an instrument whose markup has been read.
  func publish(_ document: Document, file: String, in language: Language) throws -> CheckedInstrument {
    let outcome = InstrumentCheck.check(document, file: file, datasets: indicators.definition.datasets)
    return try publish(outcome, source: document.text.bytes, file: file, in: language)
  }

  private func publish(
    _ outcome: InstrumentCheck.Outcome, source: [UInt8], file: String, in language: Language
  ) throws -> CheckedInstrument {
    let instrument = try outcome.usable(file, in: language)
    try reportingFaults(in: language) { try publish(instrument, source: source) }
    return instrument
  }
}

extension InstrumentCheck.Outcome {
  /// The instrument; where it has mistakes, these.
  func usable(_ file: String, in language: Language) throws -> CheckedInstrument {
    if let instrument { return instrument }
    let errors = findings.filter { $0.severity == .error }
    throw Failure(
      errors + [Diagnostic(CommandFinding.notChecked, at: nil, found: file, arguments: ["n": String(errors.count)])],
      in: language)
  }
}
