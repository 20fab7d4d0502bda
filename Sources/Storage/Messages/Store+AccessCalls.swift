package import Administration

/// The messages about codes as typed calls.
extension Store {
  /// Draws codes. The only time that they are seen: print them, and forget them.
  package func issueCodes(_ request: IssueCodes) throws(StoreFault) -> [IssuedCode] {
    guard case .codesIssued(let codes) = try send(.issueCodes(request)) else { throw .unexpectedReply }
    return codes
  }

  /// Asks what a code opens. Wrong ones are counted, and slow the terminal down.
  package func redeem(_ code: AccessCode, at terminal: String) throws(StoreFault) -> Redemption {
    guard case .redeemed(let redemption) = try send(.redeem(RedeemCode(code: code, terminal: terminal))) else {
      throw .unexpectedReply
    }
    return redemption
  }

  /// How many codes there are and how far they came; no code is in it.
  package func codes(_ filter: CodeFilter) throws(StoreFault) -> [CodeCount] {
    guard case .codes(let counts) = try send(.codes(filter)) else { throw .unexpectedReply }
    return counts
  }

  /// Makes codes worthless. What was begun with them stays, and can't go on by the code. Gives how many.
  @discardableResult
  package func revokeCodes(_ filter: CodeFilter) throws(StoreFault) -> Int {
    guard case .codesRevoked(let count) = try send(.revokeCodes(filter)) else { throw .unexpectedReply }
    return count
  }

  /// Lets go of a session for another terminal, as a proctor may: the next one that opens it has it, and the old one is
  /// told so at its next answer. False where there is no such session.
  @discardableResult
  package func letGo(_ session: SessionID) throws(StoreFault) -> Bool {
    guard case .letGo(let isThere) = try send(.letGo(session)) else { throw .unexpectedReply }
    return isThere
  }

  /// What happened at the doors: wrong codes by terminal and hour, codes issued and called back.
  package func audit() throws(StoreFault) -> [AuditLine] {
    guard case .audit(let lines) = try send(.audit) else { throw .unexpectedReply }
    return lines
  }
}
