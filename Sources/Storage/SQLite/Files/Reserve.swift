import Glibc

/// Room that is set aside while there is some, and given back on the day when the disk is full: a database that can't
/// write its journal can't even tidy up.
struct Reserve: Sendable {
  let path: String
  let size: Int

  /// True where the disk has so much that the reserve takes it from nobody.
  func fits(into free: Int?, floor: Int) -> Bool {
    guard let free else { return false }
    return free > max(floor, size * 2)
  }

  var isHeld: Bool { size == 0 || StoreFiles.size(of: path) == size }

  /// Sets the room aside. Does without where there is none: sessions that are open matter more.
  func fill() {
    guard !isHeld else { return }
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    if posix_fallocate(file, 0, off_t(size)) != 0 { unlink(path) }
  }

  /// Gives the room back.
  func release() { unlink(path) }
}
