import Glibc

/// Room that is set aside while there is some, and given back on the day when the disk is full: a database that can't
/// write its journal can't even tidy up.
struct Reserve: Sendable {
  let path: String
  let size: Int

  /// Sets the room aside. Does without where there is none: sessions that are open matter more.
  func fill() {
    guard size > 0, StoreFiles.size(of: path) != size else { return }
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    if posix_fallocate(file, 0, off_t(size)) != 0 { unlink(path) }
  }

  /// Gives the room back; false where there was none.
  func release() -> Bool { unlink(path) == 0 }
}
