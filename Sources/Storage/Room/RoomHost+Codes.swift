import Administration
import Instruments
import Synchronization

/// Whoever sits down with a code.
extension RoomHost {
  func sit(code typed: String, at terminal: String) throws(StoreFault) -> RoomSeating {
    guard purpose.entry == .codes else { return .unknown(wait: 0) }
    guard let code = try? AccessCode(typed: typed) else { return .mistyped }
    switch try office.store.redeem(code, at: terminal) {
    case .unknown(let wait):
      note(.wrongCode, at: terminal)
      return .unknown(wait: wait)
    case .wait(let wait): return .wait(wait)
    case .revoked: return .revoked
    case .used: return .spent
    case .opens(let grant):
      // One of another room opens nothing here, on another occasion neither.
      guard let wish = try office.wish(of: grant, today: purpose.today, terminal: terminal),
        wish.instrument.delivery.form.id == purpose.instrument.delivery.form.id,
        wish.occasion.year == occasion.year, wish.occasion.activity == occasion.activity
      else { return .unknown(wait: 0) }
      return try seat(wish)
    }
  }

  /// Whether the holder of an anonymous code may take the session from where it is.
  func isFree(_ coded: CodedDraft, for terminal: String) -> Bool {
    room.withLock { room in
      room.places.contains { other, place in
        place.record?.id == coded.draft && (place.mayMove || other == terminal)
      }
    }
  }
}
