import Foundation
import Glibc

/// A small file system of its own, gone with its owner; nil where this process may not have one.
final class SmallDisk {
  let folder: String
  private var fillers = 0

  init?(megabytes: Int, isReadOnly: Bool = false) {
    folder = FileManager.default.temporaryDirectory.path + "/synak-disk-\(UUID().uuidString)"
    mkdir(folder, 0o700)
    let flags = isReadOnly ? UInt(MS_RDONLY) : 0
    guard mount("tmpfs", folder, "tmpfs", flags, "size=\(megabytes)m") == 0 else {
      rmdir(folder)
      return nil
    }
  }

  deinit {
    umount2(folder, 2)  // MNT_DETACH
    rmdir(folder)
  }

  static let isAllowed = SmallDisk(megabytes: 1) != nil

  /// Takes all the room that there is.
  func fill() {
    fillers += 1
    // Close-on-exec: a program that another test starts meanwhile would keep the room though the file is gone.
    let file = open(folder + "/filler\(fillers)", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    var status = statvfs()
    statvfs(folder, &status)
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    if free > 0 { posix_fallocate(file, 0, off_t(free)) }
  }

  /// Gives the room back.
  func tidy() {
    for filler in 1...max(1, fillers) { unlink(folder + "/filler\(filler)") }
  }
}
