import Administration
import Expressions
import Foundation
import Instruments
import SeededTesting
import Storage
import TerminalTesting
import Testing

/// `kill -9` of the real program while a pupil answers, at any moment, in the middle of a commit too.
///
/// An answer counts as acknowledged when the next question is on the screen. What is acknowledged must be in the store for
/// ever, at its question, and be found again by whoever goes on. The tests of the store kill a writer of its own
/// (`StorageTests.KillTests`); this kills what people have in front of them.
@Suite("A killed program")
struct KillTests {
  /// Twenty in `make test`, a thousand in `make soak`.
  static let kills = ProcessInfo.processInfo.environment["SYNAK_KILLS"].flatMap { Int($0) } ?? 20

  @Test("Kills lose nothing that was acknowledged on the screen")
  func kills() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var pupil = try TirelessPupil(seed: seed)
    for _ in 0..<Self.kills {
      let moment = try pupil.answerUntilKilled()
      let stored = try pupil.storedAnswers()
      let loss = pupil.acknowledged.filter { stored[$0.key] != $0.value }
      #expect(loss.isEmpty, "seed \(seed), killed \(moment)")
      // What was confirmed and not yet shown to be kept may be there or not: one answer, the one on its way.
      let more = stored.filter { pupil.acknowledged[$0.key] != $0.value }
      #expect(more.count <= 1 && more.allSatisfy { pupil.onItsWay[$0.key] == $0.value }, "seed \(seed), \(moment)")
      pupil.resumeFrom(stored)
    }
    #expect(pupil.total > Self.kills, "too little was answered to mean anything: \(pupil.total)")
    let moments = pupil.moments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print(
      "\(Self.kills) kills of synak, \(pupil.total) answers acknowledged, none lost, \(pupil.kept) more kept;",
      "killed: \(moments)")
  }
}

/// A pupil who answers question after question, each time with another number, and whose program is killed.
private struct TirelessPupil {
  private static let questions = 200

  private let school: School
  private let instrument: CheckedInstrument
  private let file: String
  private var random: Seeded
  private var person = 1
  /// The question that is answered next, from 1.
  private var question = 1
  /// By question: what this person was shown to be kept.
  private(set) var acknowledged: [Int: Int] = [:]
  /// The answer that was confirmed when the program was killed.
  private(set) var onItsWay: [Int: Int] = [:]
  /// How many answers were acknowledged to all persons.
  private(set) var total = 0
  /// How often the kill came when.
  private(set) var moments: [String: Int] = [:]
  /// Of the answers on their way: how many were stored.
  private(set) var kept = 0
  /// Seconds from the key to the next question, as last seen.
  private var latency = 0.005

  init(seed: UInt64) throws {
    school = try School()
    let source = Generated.numbers(Self.questions)
    file = try school.file("numbers.xml", source)
    instrument = try #require(
      InstrumentCheck.check(Array(source.utf8), file: "numbers.xml", datasets: nil).instrument)
    random = Seeded(seed)
  }

  /// Answers a few questions in a new process and has it killed: while typing, after Enter, or when the journal grows.
  mutating func answerUntilKilled() throws -> String {
    if question > Self.questions - 10 { nextPerson() }
    let terminal = try school.terminal(["take", file, "--person", Self.id(person), "-l", "en"])
    // It goes on exactly where the last acknowledged answer led.
    try terminal.waitFor("Question \(question)")
    try terminal.waitFor("\(question) / \(Self.questions)")
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let value = Int.random(in: 100_000...999_999, using: &random)
      terminal.send("\(value)\r")
      let start = DispatchTime.now().uptimeNanoseconds
      try terminal.waitFor("\(question + 1) / \(Self.questions)")
      latency = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      acknowledged[question] = value
      total += 1
      question += 1
    }
    onItsWay = [:]
    let value = Int.random(in: 100_000...999_999, using: &random)
    let moment: String
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      moment = "while typing"
      terminal.send(String("\(value)".prefix(Int.random(in: 1...6, using: &random))))
    case 1, 2:
      moment = "when the journal grew"
      let before = journal
      onItsWay[question] = value
      terminal.send("\(value)\r")
      let end = DispatchTime.now().uptimeNanoseconds + 100_000_000
      while journal == before, DispatchTime.now().uptimeNanoseconds < end {}
    case 3:
      moment = "within three milliseconds of Enter"
      onItsWay[question] = value
      terminal.send("\(value)\r")
      usleep(UInt32.random(in: 0...3_000, using: &random))
    default:
      moment = "before the next question was due"
      onItsWay[question] = value
      terminal.send("\(value)\r")
      usleep(UInt32(Double.random(in: 0...1.2, using: &random) * latency * 1e6))
    }
    terminal.kill(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(signal: SIGKILL))
    moments[moment, default: 0] += 1
    return moment
  }

  /// What is in the store, by question, as a copy of its files tells: the store itself is left as the kill left it, for
  /// the next process to find. The copy is read through, chain by chain.
  func storedAnswers() throws -> [Int: Int] {
    let copy = school.folder + "/copy"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in ["store.sqlite", "store.sqlite-wal", "keys.sqlite", "people.sqlite"] {
      let from = school.store + "/" + name
      if FileManager.default.fileExists(atPath: from) {
        try FileManager.default.copyItem(atPath: from, toPath: copy + "/" + name)
      }
    }
    return try school.reading(copy) { store in
      #expect(try store.verify().isSound)
      let records = try store.sessions(SessionFilter(person: Symbol(Self.id(person))))
      let record = try #require(records.first)
      let journal = try #require(try store.journal(of: record.id))
      let codec = EventCodec(instrument.delivery)
      var answers: [Int: Int] = [:]
      for entry in journal.events {
        let event = try #require(codec.event(of: String(decoding: entry.event.payload, as: UTF8.self)))
        guard case .answered(let address, let value) = event else { continue }
        let number = try #require(Int(value.stored))
        #expect(answers[address.slot + 1] == nil, "question \(address.slot + 1) is stored twice")
        answers[address.slot + 1] = number
      }
      return answers
    }
  }

  /// The one on its way came through or not; the next process must go on accordingly.
  mutating func resumeFrom(_ stored: [Int: Int]) {
    kept += stored.count - acknowledged.count
    acknowledged = stored
    question = (stored.keys.max() ?? 0) + 1
  }

  private mutating func nextPerson() {
    person = person % 31 + 1
    question = 1
    acknowledged = [:]
  }

  /// Changes with every write into the store's log.
  private var journal: [Int] {
    var status = stat()
    guard stat(school.store + "/store.sqlite-wal", &status) == 0 else { return [] }
    return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }

  private static func id(_ person: Int) -> String { "u-" + String("000\(person)".suffix(4)) }
}
