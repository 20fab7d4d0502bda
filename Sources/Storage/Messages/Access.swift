package import Administration
package import Expressions
package import Instruments

/// A wish for codes that open sessions of one instrument on one occasion.
package struct IssueCodes: Sendable, Hashable, Codable {
  package enum Holders: Sendable, Hashable, Codable {
    /// One code a pseudonym. Codes that these people had for the same are worthless from then on.
    case persons([CodeHolder])
    /// So many codes of nobody: who holds one isn't known, now or later.
    case anonymous(count: Int)
  }

  package var school: Symbol
  package var activity: Symbol
  package var instrument: Digest
  package var schoolClass: Symbol?
  package var about: Symbol?
  package var holders: Holders
  /// An anonymous code opens one session, to which its holder comes back, and no second one. One that is not `once` is for
  /// many: it opens a new session each time, and nobody comes back to it.
  package var once: Bool

  package init(
    school: Symbol, activity: Symbol, instrument: Digest, schoolClass: Symbol? = nil, about: Symbol? = nil,
    holders: Holders, once: Bool
  ) {
    self.school = school
    self.activity = activity
    self.instrument = instrument
    self.schoolClass = schoolClass
    self.about = about
    self.holders = holders
    self.once = once
  }

  /// As many as one wish may ask for.
  package static let most = 5_000
}

/// Who gets a code of their own.
package struct CodeHolder: Sendable, Hashable, Codable {
  package var person: Symbol
  package var schoolClass: Symbol?

  package init(person: Symbol, schoolClass: Symbol?) {
    self.person = person
    self.schoolClass = schoolClass
  }
}

/// A new code, in clear for this once: the store keeps only what can't be turned back.
package struct IssuedCode: Sendable, Hashable, Codable {
  package var code: AccessCode
  /// nil of an anonymous one.
  package var person: Symbol?
  package var schoolClass: Symbol?
}

/// A code as it was typed at a terminal. What `AccessCode(typed:)` refuses never comes here: it is a slip, no guess.
package struct RedeemCode: Sendable, Hashable, Codable {
  package var code: AccessCode
  /// A stable name of the terminal, by which wrong codes are counted.
  package var terminal: String

  package init(code: AccessCode, terminal: String) {
    self.code = code
    self.terminal = terminal
  }
}

/// What a code is good for.
package enum Redemption: Sendable, Hashable, Codable {
  /// It opens a session: make an `OpenSession` of it.
  case opens(CodeGrant)
  /// There is no such code. The terminal may try again after so many milliseconds.
  case unknown(wait: Int64)
  /// Not looked up: the terminal may try again after so many milliseconds.
  case wait(Int64)
  /// It was good once and was called back.
  case revoked
  /// An anonymous code whose answers were handed in.
  case used
}

/// What a code opens, and how far that is.
package struct CodeGrant: Sendable, Hashable, Codable {
  package enum Progress: Sendable, Hashable, Codable {
    case fresh
    /// Begun and not handed in. `holder` is the terminal that is at it now; nil where none is.
    case begun(holder: String?)
    /// Handed in, where the person is known.
    case finished
  }

  package var school: Symbol
  package var activity: Symbol
  package var instrument: Digest
  package var schoolClass: Symbol?
  package var about: Symbol?
  package var respondent: OpenSession.Respondent
  package var progress: Progress
  /// The last session that a personal code opened; nil of an anonymous one.
  package var session: SessionID?

  package init(
    school: Symbol, activity: Symbol, instrument: Digest, schoolClass: Symbol?, about: Symbol?,
    respondent: OpenSession.Respondent, progress: Progress, session: SessionID?
  ) {
    self.school = school
    self.activity = activity
    self.instrument = instrument
    self.schoolClass = schoolClass
    self.about = about
    self.respondent = respondent
    self.progress = progress
    self.session = session
  }
}

/// An unfinished anonymous session under its code: where it lies, what opens it, and what stays when it is gone. All three
/// are made of the code and of nothing else.
package struct CodedDraft: Sendable, Hashable, Codable {
  package var draft: Token
  package var key: DraftKey
  /// Kept from the opening on, so that the code opens no second one.
  package var mark: Token
}

/// Which codes. What is nil doesn't narrow.
package struct CodeFilter: Sendable, Hashable, Codable {
  package var school: Symbol
  package var activity: Symbol?
  package var instrument: Digest?
  package var schoolClass: Symbol?
  package var person: Symbol?

  package init(
    school: Symbol, activity: Symbol? = nil, instrument: Digest? = nil, schoolClass: Symbol? = nil,
    person: Symbol? = nil
  ) {
    self.school = school
    self.activity = activity
    self.instrument = instrument
    self.schoolClass = schoolClass
    self.person = person
  }
}

/// How many codes of one kind there are. Never which.
package struct CodeCount: Sendable, Hashable, Codable {
  package var activity: Symbol
  package var instrument: Digest
  package var schoolClass: Symbol?
  package var isAnonymous: Bool
  package var issued: Int
  package var revoked: Int
  /// With how many personal codes a session was begun, and handed in; nil of anonymous ones.
  package var begun: Int?
  package var finished: Int?
  /// With how many anonymous codes of the whole survey a session was begun: by class it would tell more than it helps.
  package var begunInAll: Int?
}

/// A line of what happened at the doors of the store: appended, chained, never changed. It names no code and no person, and
/// the hour only.
package struct AuditLine: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case wrongCode = "wrong-code"
    case issued, revoked
  }

  /// From 1.
  package var number: Int
  /// Hours since 1970-01-01.
  package var hour: Int
  package var kind: Kind
  /// Empty where no terminal had to do with it.
  package var terminal: String
  /// Of wrong codes: the how manyth of this terminal in this hour. Else how many codes.
  package var count: Int
}
