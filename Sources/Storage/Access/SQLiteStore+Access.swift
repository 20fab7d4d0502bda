import Administration
import Expressions
import Foundation
import GRDB
import Instruments
import Synchronization

/// Drawing codes and looking them up. The stretching is done on the caller's thread: the writer serves all others.
extension SQLiteStore {
  func issue(_ request: IssueCodes) throws(StoreFault) -> StoreReply {
    let key = try accessKey()
    let holders: [(person: Symbol?, schoolClass: Symbol?)] =
      switch request.holders {
      case .persons(let people): people.map { ($0.person, $0.schoolClass ?? request.schoolClass) }
      case .anonymous(let count): Array(repeating: (nil, request.schoolClass), count: max(0, count))
      }
    guard !holders.isEmpty, holders.count <= IssueCodes.most else {
      throw StoreFault(.storing, .wrongMessage("codes: \(holders.count)"))
    }
    // Two alike come up once in a million times with a thousand codes; then all are drawn again.
    for _ in 0..<8 {
      var codes: [IssuedCode] = []
      var seen: Set<AccessCode> = []
      while codes.count < holders.count {
        guard let code = AccessCode.drawn(by: environment.random) else {
          throw StoreFault(.storing, .wrongMessage("random"))
        }
        guard seen.insert(code).inserted else { continue }
        let holder = holders[codes.count]
        codes.append(IssuedCode(code: code, person: holder.person, schoolClass: holder.schoolClass))
      }
      let drawn = codes
      let rows = drawn.map { issued in
        CodeRow(
          tag: key.secrets(of: issued.code).tag, school: request.school, activity: request.activity,
          instrument: request.instrument, schoolClass: issued.schoolClass, person: issued.person, about: request.about,
          once: request.once)
      }
      let reply = try writer.perform { context in
        guard try context.row("SELECT 1 FROM instrument WHERE hash = ?", [Data(request.instrument.bytes)]) != nil else {
          throw StoreFault(.storing, .unknownInstrument(request.instrument))
        }
        guard try context.putCodes(rows) else { throw Refused(reply: .codesIssued([])) }
        try context.note(.issued, count: rows.count)
        return .codesIssued(drawn)
      }
      if case .codesIssued(let issued) = reply, issued.isEmpty { continue }
      return reply
    }
    throw StoreFault(.storing, .wrongMessage("random"))
  }

  func redeem(_ request: RedeemCode) throws(StoreFault) -> Redemption {
    let terminal = request.terminal
    let now = environment.monotonic
    if !guesses.knows(terminal) {
      let hour = environment.hour
      let wrong = try read { try $0.wrongCodes(of: terminal, hour: hour) }
      guesses.takeUp(terminal, wrong: wrong, at: now())
    }
    if let wait = guesses.begin(terminal, at: now()) { return .wait(wait) }
    var isWrong = false
    defer { if !isWrong { guesses.end(terminal, wasWrong: false, at: now()) } }
    let secrets = try accessKey().secrets(of: request.code)
    let found = try read { try $0.code(secrets.tag) }
    guard let code = found else {
      // First in the audit: a fault of the disk gives no guess for nothing.
      _ = try writer.perform { context in
        let before = try context.wrongCodes(of: terminal, hour: context.environment.hour)
        try context.note(.wrongCode, terminal: terminal, count: before + 1)
        return .redeemed(.unknown(wait: 0))
      }
      isWrong = true
      return .unknown(wait: guesses.end(terminal, wasWrong: true, at: now()))
    }
    guard !code.isRevoked else { return .revoked }
    guard let person = code.person else { return try anonymousGrant(of: code, secrets) }
    return .opens(try grant(of: code, person))
  }

  private func grant(of code: CodeRow, _ person: Symbol) throws(StoreFault) -> CodeGrant {
    let last = try read { try $0.lastSession(of: code, person) }
    let progress: CodeGrant.Progress =
      switch last?.record.state {
      case nil: .fresh
      case .open: .begun(holder: last.flatMap { alive($0.record.id) ? $0.holder : nil })
      case .sealed: .finished
      }
    return CodeGrant(code, respondent: .person(person), progress: progress, session: last?.record.id)
  }

  private func anonymousGrant(of code: CodeRow, _ secrets: CodeSecrets) throws(StoreFault) -> Redemption {
    guard code.once else {
      return .opens(CodeGrant(code, respondent: .anonymous(draft: nil), progress: .fresh, session: nil))
    }
    guard let draft = secrets.draft, let mark = secrets.mark else {
      throw StoreFault(.reading, .wrongMessage("code"))  // sixteen bytes always make a token
    }
    let box = BallotFilter(school: code.school, activity: code.activity, instrument: code.instrument)
    let (isOpen, isMarked) = try read { (try $0.hasDraft(draft), try $0.isMarked(mark, in: box)) }
    if isMarked, !isOpen { return .used }
    // Who has it is written inside the draft, which only its key opens.
    let holder = alive(draft) ? try read { try $0.holder(of: draft, secrets.key) } : nil
    return .opens(
      CodeGrant(
        code,
        respondent: .coded(CodedDraft(draft: draft, key: secrets.key, mark: mark)),
        progress: isOpen ? .begun(holder: holder) : .fresh, session: nil))
  }

  private func alive(_ session: SessionID) -> Bool { leases.isAlive(session, at: environment.monotonic()) }

  /// The key of the codes, made at the first need.
  private func accessKey() throws(StoreFault) -> AccessKey {
    if let known = knownKey.withLock({ $0 }) { return known }
    let key = try keys.accessKey(rounds: environment.rounds, random: environment.random)
    knownKey.withLock { $0 = key }
    return key
  }
}

extension CodeGrant {
  fileprivate init(
    _ code: CodeRow, respondent: OpenSession.Respondent, progress: Progress, session: SessionID?
  ) {
    self.init(
      school: code.school, activity: code.activity, instrument: code.instrument, schoolClass: code.schoolClass,
      about: code.about, respondent: respondent, progress: progress, session: session)
  }
}

extension SideFile {
  /// The key that is there, or a new one. `rounds` counts for a new one only.
  func accessKey(rounds: Int, random: (Int) -> [UInt8]) throws(StoreFault) -> AccessKey {
    try write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO access_key(id, key, rounds) VALUES (1, ?, ?)",
        arguments: [Data(random(AccessKey.size)), rounds])
      guard let row = try Row.fetchOne(db, sql: "SELECT key, rounds FROM access_key WHERE id = 1") else {
        throw Damage()
      }
      return AccessKey(bytes: row.bytes(0), rounds: row[1])
    }
  }
}
