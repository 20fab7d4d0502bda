import Synchronization

/// Whoever sits down with a code.
extension RoomHost {
  /// Whether the holder of an anonymous code may take the session from where it is.
  func isFree(_ coded: CodedDraft, for terminal: String) -> Bool {
    room.withLock { room in
      room.places.contains { other, place in
        place.record?.id == coded.draft && (place.mayMove || other == terminal)
      }
    }
  }
}
