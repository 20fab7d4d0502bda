import Administration
package import Expressions
import Instruments
import Monitoring
import Synchronization
import Texts

/// Who may sit down, and at what.
extension RoomHost {
  /// The pupils of the room's classes, in the order of their names.
  func people() throws(StoreFault) -> [RoomPerson] {
    var standings: [Symbol: RoomPerson.Standing] = [:]
    for session in try storedSessions() {
      guard let person = session.person else { continue }
      standings[person] = session.state == .sealed ? .finished : .begun
    }
    var people: [RoomPerson] = []
    for entry in try expected() {
      people.append(
        RoomPerson(
          person: entry.person, name: try name(of: entry.person), schoolClass: entry.schoolClass?.text ?? "",
          standing: standings[entry.person] ?? .new))
    }
    return people.sorted {
      $0.schoolClass == $1.schoolClass ? Alphabet.precedes($0.name, $1.name) : $0.schoolClass < $1.schoolClass
    }
  }

  /// The people of the register whom the instrument is for, as they are in the room's classes today.
  private func expected() throws(StoreFault) -> [RegisterEntry] {
    let role = purpose.instrument.delivery.form.respondent ?? "pupil"
    return try office.store.register(of: office.school).filter { entry in
      entry.role == role && entry.isThere(on: purpose.today)
        && (purpose.classes.isEmpty || entry.schoolClass.map(purpose.classes.contains) ?? false)
    }
  }

  /// The days on which people may sit down, where the plan has some and today is none of them.
  package var closedWindow: (from: CalendarDate, to: CalendarDate)? {
    purpose.onAnyDay ? nil : office.plan.closedWindow(of: occasion, on: purpose.today)
  }

  var occasion: Occasion {
    let form = purpose.instrument.delivery.form
    return Occasion(of: "\(form.id)/\(form.version)", on: purpose.today, in: office.plan)
  }

  func sit(_ wish: RoomWish, at terminal: String) throws(StoreFault) -> RoomSeating {
    if wish.isAgain { return try sitAgain(at: terminal) }
    guard hasBegun else { return .notBegun }
    if let window = closedWindow {
      return .outside(from: window.from, to: window.to)
    }
    let isAnonymous = purpose.instrument.delivery.form.isAnonymous
    var respondent = Respondent.anonymous
    switch wish.who {
    case .person(let person):
      guard purpose.entry == .names, let entry = try expected().last(where: { $0.person == person }) else {
        return .unknown(wait: 0)
      }
      if !isAnonymous {
        respondent = Respondent(entry)
      }
    case .nobody: guard purpose.entry == .open else { return .unknown(wait: 0) }
    case .code(let typed): return try sit(code: typed, at: terminal)
    }
    return try seat(
      Office.Wish(
        instrument: purpose.instrument, occasion: occasion, respondent: respondent, today: purpose.today,
        terminal: terminal))
  }

  func seat(_ asked: Office.Wish) throws(StoreFault) -> RoomSeating {
    var wish = asked
    let (respondent, terminal) = (wish.respondent, wish.terminal)
    // A proctor let it go, or its terminal has another person at it.
    if let person = respondent.person { wish.takesOver = isFree(person, for: terminal) }
    if case .coded(let coded)? = wish.grant?.respondent { wish.takesOver = isFree(coded, for: terminal) }
    switch try office.seat(wish) {
    case .busy(let holder):
      note(.secondTerminal, at: terminal, whom: try name(of: respondent.person))
      return .busy(holder: holder)
    case .finished: return .finished
    case .seated(let sitting):
      let name = try name(of: respondent.person)
      let place = Place(
        record: sitting.record, lease: sitting.lease, name: name, heard: clock(), moved: clock())
      room.withLock { room in
        for (other, place) in room.places
        where other != terminal && place.record?.id == sitting.record.id {
          room.places[other]?.record = nil
          room.places[other]?.lease = nil
        }
        room.places[terminal] = place
      }
      return .seated(try seat(of: sitting.record, sitting.lease, isResumed: sitting.isResumed))
    }
  }

  private func isFree(_ person: Symbol, for terminal: String) -> Bool {
    room.withLock { room in
      room.places.contains { other, place in
        place.record?.person == person && (place.mayMove || other == terminal)
      }
    }
  }

  /// The session of a terminal as it is now, for one that others changed.
  private func sitAgain(at terminal: String) throws(StoreFault) -> RoomSeating {
    guard
      let (record, lease) = room.withLock({ room in
        room.places[terminal].flatMap { place in place.record.flatMap { r in place.lease.map { (r, $0) } } }
      })
    else { return .unknown(wait: 0) }
    return .seated(try seat(of: record, lease, isResumed: true))
  }

  private func seat(of record: SessionRecord, _ lease: Lease, isResumed: Bool) throws(StoreFault) -> RoomSeat {
    guard let instrument = try office.instrument(record.instrument) else {
      throw StoreFault(.reading, .damaged(record.instrument.short))
    }
    let journal = try office.store.journal(of: record.id) ?? Journal(session: record, events: [])
    let judged = AnswerJudge(of: instrument).keyedSlots.map { instrument.delivery.slots[$0].id }
    var seat = RoomSeat(
      form: try form(of: instrument), journal: journal, lease: lease, isResumed: isResumed, judged: judged.sorted())
    if let person = record.person {
      seat.isFirst = try office.store.sessions(
        SessionFilter(school: office.school, person: person, state: .sealed)
      ).isEmpty
    }
    return seat
  }

  /// The name of a pseudonym, for proctors and minutes.
  func name(of person: Symbol?) throws(StoreFault) -> String {
    guard let person else { return "" }
    if let known = names.withLock({ $0 }) { return known[person] ?? person.text }
    let read = try office.store.names(of: office.school).mapValues { "\($0.family) \($0.given)" }
    names.withLock { $0 = read }
    return read[person] ?? person.text
  }
}

extension MonitoringPlan {
  /// The window of an occasion's activity that is nearest, where the plan has windows for it and none holds the day: then
  /// nobody sits down. Nil where the activity isn't planned, or the day is one of its own.
  func closedWindow(of occasion: Occasion, on day: CalendarDate) -> (from: CalendarDate, to: CalendarDate)? {
    guard let activity = activities.first(where: { $0.id == occasion.activity }) else { return nil }
    let windows = activity.windows.compactMap { days(of: $0) }
    guard !windows.isEmpty, !windows.contains(where: { $0.contains(day) }) else { return nil }
    let nearest =
      windows.filter { $0.lowerBound > day }.min { $0.lowerBound < $1.lowerBound }
      ?? windows.max { $0.upperBound < $1.upperBound }
    return nearest.map { ($0.lowerBound, $0.upperBound) }
  }
}
