/// What a store needs of the world: where to lie, what time it is, and where chance comes from. All of it comes in, so
/// that a test can make any day and any fault happen again.
package struct StoreEnvironment: Sendable {
  /// Made where it is not there yet.
  package var folder: String
  /// Milliseconds since 1970: for people to read, never for order.
  package var wall: @Sendable () -> Int64
  /// Milliseconds that never go back: by these leases run out.
  package var monotonic: @Sendable () -> Int64
  /// So many bytes that nobody can foretell.
  package var random: @Sendable (Int) -> [UInt8]
  /// Bytes that are free where this folder lies; nil where that can't be told.
  package var freeBytes: @Sendable (String) -> Int?
  /// Bytes that are set aside for the day when the disk is full.
  package var reserve: Int = 4 << 20
  /// Fewer free bytes than these, and no new session begins.
  package var floor: Int = 64 << 20
  /// Milliseconds after which a silent terminal loses its session to whoever asks.
  package var lease: Int64 = 60_000
  /// How often the hash of a code is repeated in a store that is new: what each try costs whoever holds its files.
  package var rounds: Int = 20_000

  package init(
    folder: String, wall: @escaping @Sendable () -> Int64, monotonic: @escaping @Sendable () -> Int64,
    random: @escaping @Sendable (Int) -> [UInt8], freeBytes: @escaping @Sendable (String) -> Int?
  ) {
    self.folder = folder
    self.wall = wall
    self.monotonic = monotonic
    self.random = random
    self.freeBytes = freeBytes
  }
}
