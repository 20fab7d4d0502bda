import Administration
import Expressions
import Instruments
import Storage

/// Anonymous sessions under codes, each answered, handed in and put into the box, until the process is killed.
///
/// Says `opened CODE`, `kept CODE KEY`, `sealed CODE` and `cast CODE` after each acknowledgement.
enum CodedWriter {
  /// Answers of a session before it is handed in.
  static let length = 30

  static func run(folder: String, codes: [String]) throws(StoreFault) {
    var environment = StoreEnvironment.system(folder: folder)
    environment.floor = 0
    let store = try SQLiteStore.open(environment)
    // Whatever a killed process left handed in is put into the box first, as a room does when it opens.
    for record in try store.unscored() { try score(record, store) }
    for text in codes {
      guard AccessCode.slip(of: text) == nil, let code = try? AccessCode(typed: text) else { continue }
      guard case .opens(let grant) = try store.redeem(code, at: "t") else { continue }
      let opening = try store.open(
        OpenSession(
          school: grant.school, activity: grant.activity, respondent: grant.respondent, instrument: grant.instrument,
          seed: 1, terminal: "t"))
      guard case .opened(let session, let lease, _) = opening else { continue }
      StoreProbe.say("opened \(text)\n")
      var random = SystemRandomNumberGenerator()
      for sequence in session.nextSequence..<max(session.nextSequence, length + 1) {
        let event = NewEvent(
          key: Token(high: random.next(), low: random.next()), sequence: sequence, kind: "answered",
          payload: Array("q\(sequence)=\(text)".utf8), at: Int64(sequence))
        guard try store.append([event], lease: lease) == [.stored] else { return }
        StoreProbe.say("kept \(text) \(event.key.hex)\n")
      }
      guard case .sealed = try store.seal(lease, reason: "submitted") else { return }
      StoreProbe.say("sealed \(text)\n")
      for record in try store.unscored() { try score(record, store) }
      StoreProbe.say("cast \(text)\n")
    }
    store.close()
  }

  /// The ballot holds how many answers there were, and their keys.
  private static func score(_ record: SessionRecord, _ store: SQLiteStore) throws(StoreFault) {
    guard let journal = try store.journal(of: record.id) else { return }
    let keys = journal.events.map { $0.event.key.hex }.joined(separator: " ")
    try store.score(
      ScoreRecord(
        session: record.id, head: record.head, scorer: "1",
        answers: [NamedValue(name: "keys", value: .text(keys))], lines: [], facts: []))
  }
}
