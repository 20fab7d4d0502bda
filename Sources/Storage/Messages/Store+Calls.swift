package import Expressions
package import Instruments
package import Monitoring

/// The messages as typed calls.
extension Store {
  /// Keeps an instrument for ever under its hash; true where it was not there yet.
  @discardableResult
  package func publish(_ instrument: InstrumentRecord) throws(StoreFault) -> Bool {
    guard case .published(let isNew) = try send(.publish(instrument)) else { throw .unexpectedReply }
    return isNew
  }

  /// An instrument without its source (that is, without its keys).
  package func instrument(_ hash: Digest) throws(StoreFault) -> InstrumentRecord? {
    guard case .instrument(let record) = try send(.instrument(hash)) else { throw .unexpectedReply }
    return record
  }

  /// All instruments without their sources, by id, then version.
  package func instruments() throws(StoreFault) -> [InstrumentRecord] {
    guard case .instruments(let records) = try send(.instruments) else { throw .unexpectedReply }
    return records
  }

  /// The file as it was published, keys and all: for who scores, never for a terminal.
  package func source(of hash: Digest) throws(StoreFault) -> [UInt8]? {
    guard case .source(let bytes) = try send(.source(hash)) else { throw .unexpectedReply }
    return bytes
  }

  /// Begins a session, or gives back the one that is open.
  package func open(_ request: OpenSession) throws(StoreFault) -> Opening {
    guard case .opening(let opening) = try send(.open(request)) else { throw .unexpectedReply }
    return opening
  }

  /// Adds events to a session's journal: an ack an event, in their order. What is not stored can be sent again as it is.
  package func append(_ events: [NewEvent], lease: Lease) throws(StoreFault) -> [Ack] {
    guard case .acks(let acks) = try send(.append(Append(lease: lease, events: events))) else { throw .unexpectedReply }
    return acks
  }

  /// Closes a session's journal. Asked again, it gives the same answer.
  package func seal(_ lease: Lease, reason: String, last: [NewEvent] = []) throws(StoreFault) -> Sealing {
    guard case .sealing(let sealing) = try send(.seal(Seal(lease: lease, reason: reason, last: last))) else {
      throw .unexpectedReply
    }
    return sealing
  }

  /// Opens a sealed session again, as a proctor may.
  package func reopen(_ request: Reopen) throws(StoreFault) -> Opening {
    guard case .reopening(let opening) = try send(.reopen(request)) else { throw .unexpectedReply }
    return opening
  }

  /// Keeps a score with the facts that it feeds, in the place of what an earlier scoring of the session left.
  @discardableResult
  package func score(_ record: ScoreRecord) throws(StoreFault) -> ScoringOutcome {
    guard case .scoring(let scoring) = try send(.score(record)) else { throw .unexpectedReply }
    return scoring
  }

  /// A session with all its events; nil where there is none of this id.
  /// Keeps a judgement; its number among those of the session, from 1. A session that isn't sealed takes none.
  package func judge(_ record: JudgementRecord) throws(StoreFault) -> Int {
    guard case .judged(let number) = try send(.judge(record)) else { throw .unexpectedReply }
    return number
  }

  /// The judgements of a session as it is sealed now, in the order in which they were made: those of a text that was
  /// changed since aren't among them.
  package func judgements(of session: SessionID) throws(StoreFault) -> [JudgementRecord] {
    guard case .judgements(let records) = try send(.judgements(session)) else { throw .unexpectedReply }
    return records
  }

  package func journal(of session: SessionID) throws(StoreFault) -> Journal? {
    guard case .journal(let journal) = try send(.journal(session)) else { throw .unexpectedReply }
    return journal
  }

  /// The sessions of known persons, in the order of their opening. Anonymous ones are in no list.
  package func sessions(_ filter: SessionFilter = SessionFilter()) throws(StoreFault) -> [SessionRecord] {
    guard case .sessions(let records) = try send(.sessions(filter)) else { throw .unexpectedReply }
    return records
  }

  /// The sessions that have a score, each with its current one.
  package func scores(_ filter: SessionFilter = SessionFilter()) throws(StoreFault) -> [ScoredSession] {
    guard case .scores(let scored) = try send(.scores(filter)) else { throw .unexpectedReply }
    return scored
  }

  /// The sealed sessions whose journal has no score yet, unfinished business of a scorer that was stopped. Anonymous ones
  /// are among them, since only a score brings them into the box.
  package func unscored(_ filter: SessionFilter = SessionFilter()) throws(StoreFault) -> [SessionRecord] {
    guard case .sessions(let records) = try send(.unscored(filter)) else { throw .unexpectedReply }
    return records
  }

  /// What lies in the box of anonymous answers, in no order that says anything.
  package func ballotBoxes(of school: Symbol) throws(StoreFault) -> [BallotFilter] {
    guard case .ballotBoxes(let boxes) = try send(.ballotBoxes(school: school)) else { throw .unexpectedReply }
    return boxes
  }

  package func ballots(_ filter: BallotFilter) throws(StoreFault) -> BallotBox {
    guard case .ballots(let box) = try send(.ballots(filter)) else { throw .unexpectedReply }
    return box
  }

  /// Releases what waits in the box though it is fewer than a batch: for the closing of a survey. Gives how many.
  @discardableResult
  package func releaseBallots(_ filter: BallotFilter) throws(StoreFault) -> Int {
    guard case .released(let count) = try send(.releaseBallots(filter)) else { throw .unexpectedReply }
    return count
  }

  /// Puts facts in the place of all that `source` told before: the same facts told twice are there once.
  package func putFacts(_ sets: [FactSet], source: String) throws(StoreFault) {
    guard case .factsPut = try send(.putFacts(source: source, sets)) else { throw .unexpectedReply }
  }

  /// Facts of one data set as columns.
  package func facts(_ query: FactQuery) throws(StoreFault) -> FactColumns {
    guard case .facts(let columns) = try send(.facts(query)) else { throw .unexpectedReply }
    return columns
  }

  /// The cells of a data set with the version of their facts, to see which components have to be made anew.
  package func cells(
    of dataset: Symbol, at place: FactPlace = FactPlace()
  ) throws(StoreFault) -> [FactCell] {
    guard case .cells(let cells) = try send(.cells(dataset: dataset, place)) else { throw .unexpectedReply }
    return cells
  }

  /// Keeps components. Gives the positions of those that were made of facts which have changed since: make them anew.
  @discardableResult
  package func putComponents(_ rows: [ComponentsRow]) throws(StoreFault) -> [Int] {
    guard case .componentsPut(let stale) = try send(.putComponents(rows)) else { throw .unexpectedReply }
    return stale
  }

  /// Components of cells, for the board: no fact is read.
  package func components(_ query: ComponentsQuery) throws(StoreFault) -> [ComponentsRow] {
    guard case .components(let rows) = try send(.components(query)) else { throw .unexpectedReply }
    return rows
  }

  /// Puts a school's register in the place of the one before. Names go to a file of their own.
  @discardableResult
  package func importRegister(_ register: SchoolRegister) throws(StoreFault) -> Int {
    guard case .registerImported(let count) = try send(.importRegister(register)) else { throw .unexpectedReply }
    return count
  }

  /// A school's register without names.
  package func register(of school: Symbol) throws(StoreFault) -> [RegisterEntry] {
    guard case .register(let entries) = try send(.register(school: school)) else { throw .unexpectedReply }
    return entries
  }

  /// The names behind a school's pseudonyms.
  package func names(of school: Symbol) throws(StoreFault) -> [Symbol: PersonName] {
    guard case .names(let names) = try send(.names(school: school)) else { throw .unexpectedReply }
    return Dictionary(
      names.map { name in
        (
          name.person,
          PersonName(family: name.family, given: name.given, birth: name.birth.map { CalendarDate(days: $0) })
        )
      }
    ) { first, _ in first }
  }

  /// What the store says of itself.
  package func meta() throws(StoreFault) -> StoreMeta {
    guard case .meta(let meta) = try send(.meta) else { throw .unexpectedReply }
    return meta
  }

  /// Reads the whole store: the database's own check, and every journal's chain.
  package func verify() throws(StoreFault) -> Verification {
    guard case .verified(let verification) = try send(.verify) else { throw .unexpectedReply }
    return verification
  }

  /// Writes a complete, checked copy into a new folder. Gives its size in bytes.
  @discardableResult
  package func backup(to folder: String) throws(StoreFault) -> Int {
    guard case .backedUp(let bytes) = try send(.backup(folder: folder)) else { throw .unexpectedReply }
    return bytes
  }
}
