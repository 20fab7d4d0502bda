import Glibc

/// Where the parts of a store lie in its folder, and how they are made: for the owner's eyes only.
struct StoreFiles: Sendable {
  let folder: String

  /// Answers under pseudonyms, scores, facts.
  var main: String { folder + "/store.sqlite" }
  /// Who the pseudonyms are.
  var people: String { folder + "/people.sqlite" }
  /// Instruments with their keys.
  var keys: String { folder + "/keys.sqlite" }
  var lock: String { folder + "/store.lock" }
  var reserve: String { folder + "/store.reserve" }

  /// Makes the folder where only it is missing; what is missing above it was probably mistyped.
  func makeFolder() throws(StoreFault) {
    if mkdir(folder, 0o700) == 0 {
      StoreFiles.syncFolder(StoreFiles.parent(of: folder))
      return
    }
    guard errno != EEXIST else {
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw StoreFault(.opening, .noFolder(folder))
      }
      return
    }
    throw StoreFiles.fault(.opening, folder, errno)
  }

  /// Makes an empty file that only its owner reads, unless it is there.
  static func touch(_ path: String) throws(StoreFault) {
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault(.opening, path, errno) }
    close(file)
  }

  /// What an error number of the system means for a store.
  static func fault(_ task: StoreFault.Task, _ path: String, _ number: Int32) -> StoreFault {
    switch number {
    case ENOENT: StoreFault(task, .noFolder(path))
    case EACCES, EPERM, EROFS: StoreFault(task, .noPermission(path))
    case ENOSPC, EDQUOT: StoreFault(task, .diskFull(path))
    case EIO: StoreFault(task, .brokenDisk(path, code: Int(number)))
    default: StoreFault(task, .unreadable(path, reason: String(cString: strerror(number))))
    }
  }

  static func parent(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// Makes names durable: a file that was synced may still be lost with its name.
  @discardableResult
  static func syncFolder(_ path: String) -> Bool {
    let file = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  /// Makes a file's bytes durable.
  static func syncFile(_ path: String) -> Bool {
    let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
