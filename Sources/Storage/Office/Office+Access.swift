import Administration
package import Expressions
package import Instruments

/// Codes: issuing them for an occasion, and seating whoever holds one.
extension Office {
  /// Draws codes for an instrument on an occasion. Seen this once: print them, and forget them.
  ///
  /// An anonymous code opens one session where the instrument is `one-per-code`; else it is for many.
  package func issueCodes(
    for instrument: CheckedInstrument, on occasion: Occasion, schoolClass: Symbol? = nil, to holders: IssueCodes.Holders
  ) throws(StoreFault) -> [IssuedCode] {
    let isPersonal = if case .persons = holders { true } else { false }
    return try store.issueCodes(
      IssueCodes(
        school: occasion.school, activity: occasion.reference, instrument: instrument.hash.digest,
        schoolClass: schoolClass, holders: holders, once: isPersonal || instrument.delivery.form.isOnePerCode))
  }

  /// The day for which codes are drawn: codes are printed days before anybody sits down, and their sessions belong to the
  /// period in which these are. The first day of the activity's next window where today is in none, else today.
  package func sittingDay(of instrument: CheckedInstrument, from day: CalendarDate) -> CalendarDate {
    let form = instrument.delivery.form
    let occasion = Occasion(of: "\(form.id)/\(form.version)", on: day, in: plan)
    guard let window = plan.closedWindow(of: occasion, on: day), window.from > day else { return day }
    return window.from
  }

  /// What a code that opens something asks for: seat it. Nil where its instrument can't be read any more.
  ///
  /// Of a person the register's last entry is told; of an anonymous holder what it says alike of all pupils of the class.
  package func wish(
    of grant: CodeGrant, today: CalendarDate?, terminal: String, takesOver: Bool = false
  ) throws(StoreFault) -> Wish? {
    guard let instrument = try instrument(grant.instrument),
      let occasion = Occasion(reference: grant.activity, school: grant.school)
    else { return nil }
    let entries = try store.register(of: grant.school)
    let respondent: Respondent
    if case .person(let person) = grant.respondent {
      respondent =
        entries.last { $0.person == person }.map { Respondent($0) }
        ?? Respondent(person: person, schoolClass: grant.schoolClass)
    } else {
      respondent = Respondent(unnamedOf: grant.schoolClass, entries, on: today)
    }
    var wish = Wish(
      instrument: instrument, occasion: occasion, respondent: respondent, today: today, terminal: terminal,
      takesOver: takesOver)
    wish.grant = grant
    return wish
  }
}

extension Respondent {
  /// As the register has them.
  package init(_ entry: RegisterEntry) {
    self.init(
      person: entry.person, schoolClass: entry.schoolClass, grade: entry.grade, sex: entry.sex,
      language: entry.language)
    accommodations = entry.accommodations
  }

  /// Somebody of a class of whom nothing is known that isn't so of all its pupils.
  package init(unnamedOf schoolClass: Symbol?, _ entries: [RegisterEntry], on day: CalendarDate?) {
    guard let schoolClass else {
      self = .anonymous
      return
    }
    let pupils = entries.filter { entry in
      entry.role == "pupil" && entry.schoolClass == schoolClass && (day.map { entry.isThere(on: $0) } ?? true)
    }
    func shared<Value: Equatable>(_ values: [Value?]) -> Value? {
      guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
      return first
    }
    self.init(
      schoolClass: schoolClass, grade: shared(pupils.map(\.grade)), language: shared(pupils.map(\.language)))
  }
}

extension RegisterEntry {
  /// Whether the person is in the class on a day.
  package func isThere(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day.days } ?? true) && (to.map { day.days <= $0 } ?? true)
  }
}
