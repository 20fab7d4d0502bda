import Foundation
import SeededTesting

/// What a process wrote to its files and when it had it synced, so that the disk can be had as a power cut leaves it.
///
/// A library before the program's own calls keeps the journal; it is compiled when the tests run, where a C compiler is.
struct WriteJournal {
  /// How a disk treats what was written and not synced when the power went.
  enum Loss: CaseIterable, Sendable { case all, some, torn, none }

  private enum Entry {
    case write(file: String, at: Int, bytes: Data)
    case size(file: String, bytes: Int)
    case sync(file: String)
    /// The file was taken away: SQLite has the folder synced at once.
    case gone(file: String)
  }

  private var entries: [Entry] = []

  init(_ path: String) throws {
    // Who was killed before the first write has none.
    guard FileManager.default.fileExists(atPath: path) else { return }
    let data = try Data(contentsOf: URL(filePath: path))
    var at = data.startIndex
    func number() -> Int {
      defer { at += 8 }
      return (0..<8).reduce(0) { $0 | Int(data[at + $1]) << (8 * $1) }
    }
    // A record that the kill cut short is none.
    while data.endIndex - at >= 32 {
      let (kind, place, count, name) = (number(), number(), number(), number())
      guard data.endIndex - at >= name + (kind == 0 ? count : 0) else { return }
      let file = String(decoding: data[at..<at + name], as: UTF8.self)
      at += name
      switch kind {
      case 0:
        entries.append(.write(file: file, at: place, bytes: data[at..<at + count]))
        at += count
      case 1: entries.append(.size(file: file, bytes: place))
      case 3: entries.append(.gone(file: file))
      default: entries.append(.sync(file: file))
      }
    }
  }

  /// Makes the files in another folder as they lie on the disk after a cut at the end of the journal.
  ///
  /// - Parameter heedsSyncs: false for a disk that lies: then a test must find losses.
  func files(
    _ loss: Loss, heedsSyncs: Bool = true, using random: inout Seeded, from: String, to folder: String
  ) throws {
    var durable: [String: Data] = [:]
    var pending: [String: [Entry]] = [:]
    for entry in entries {
      switch entry {
      case .write(let file, _, _), .size(let file, _): pending[file, default: []].append(entry)
      case .sync(let file):
        guard heedsSyncs else { continue }
        for entry in pending.removeValue(forKey: file) ?? [] { Self.apply(entry, &durable[file, default: Data()]) }
      case .gone(let file):
        pending[file] = nil
        durable[file] = nil
      }
    }
    for (file, entries) in pending.sorted(by: { $0.key < $1.key }) {
      for entry in entries {
        switch loss {
        case .all: continue
        case .none: Self.apply(entry, &durable[file, default: Data()])
        case .some: if Bool.random(using: &random) { Self.apply(entry, &durable[file, default: Data()]) }
        case .torn:
          guard case .write(_, let at, let bytes) = entry else { continue }
          let sectors = Int.random(in: 0...bytes.count / 512, using: &random)
          let part = Entry.write(file: file, at: at, bytes: bytes.prefix(sectors * 512))
          Self.apply(part, &durable[file, default: Data()])
        }
      }
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, data) in durable where file.hasPrefix(from + "/") {
      let path = folder + file.dropFirst(from.count)
      try data.write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
  }

  private static func apply(_ entry: Entry, _ data: inout Data) {
    switch entry {
    case .write(_, let at, let bytes):
      if data.count < at + bytes.count { data.append(Data(count: at + bytes.count - data.count)) }
      data.replaceSubrange(at..<at + bytes.count, with: bytes)
    case .size(_, let bytes):
      if data.count > bytes {
        data.removeLast(data.count - bytes)
      } else {
        data.append(Data(count: bytes - data.count))
      }
    case .sync, .gone: break
    }
  }

  /// Path of the library; nil where it can't be made.
  static let library: String? = {
    let folder = FileManager.default.temporaryDirectory.path + "/synak-write-journal-\(getpid())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (text, made) = (folder + "/journal.c", folder + "/journal.so")
    guard
      let compiler = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].first(
        where: FileManager.default.isExecutableFile),
      (try? source.write(toFile: text, atomically: true, encoding: .utf8)) != nil
    else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    process.arguments = ["-shared", "-fPIC", "-O1", "-o", made, text, "-ldl", "-lpthread"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? made : nil
  }()

  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <pthread.h>
    #include <stdint.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/uio.h>
    #include <unistd.h>

    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static int journal = -1;

    /* The lock is held from before the call to after the record, so that the journal has the true order. */
    static void note_name(
        uint64_t kind, const char *name, size_t length, uint64_t at, const void *bytes, uint64_t count) {
      const char *path = getenv("SYNAK_JOURNAL"), *folder = getenv("SYNAK_JOURNAL_OF");
      if (!path || !folder || strncmp(name, folder, strlen(folder)) != 0) return;
      if (journal < 0) journal = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
      uint64_t head[4] = {kind, at, count, (uint64_t)length};
      struct iovec parts[3] = {{head, sizeof head}, {(void *)name, length}, {(void *)bytes, bytes ? count : 0}};
      if (writev(journal, parts, 3) < 0) abort();
    }

    static void note(uint64_t kind, int file, uint64_t at, const void *bytes, uint64_t count) {
      char link[64], name[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      const ssize_t length = readlink(link, name, sizeof name - 1);
      if (length < 0) return;
      name[length] = 0;
      note_name(kind, name, (size_t)length, at, bytes, count);
    }

    int unlink(const char *name) {
      pthread_mutex_lock(&lock);
      const int result = ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(name);
      if (result == 0) note_name(3, name, strlen(name), 0, NULL, 0);
      pthread_mutex_unlock(&lock);
      return result;
    }

    static int synced(const char *name, int file) {
      pthread_mutex_lock(&lock);
      const int result = ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
      if (result == 0) note(2, file, 0, NULL, 0);
      pthread_mutex_unlock(&lock);
      return result;
    }
    int fsync(int file) { return synced("fsync", file); }
    int fdatasync(int file) { return synced("fdatasync", file); }

    static ssize_t put(const char *name, int file, const void *bytes, size_t count, off_t at) {
      pthread_mutex_lock(&lock);
      const ssize_t done = ((ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, name))(file, bytes, count, at);
      if (done > 0) note(0, file, (uint64_t)at, bytes, (uint64_t)done);
      pthread_mutex_unlock(&lock);
      return done;
    }
    ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return put("pwrite", file, bytes, count, at); }
    ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) {
      return put("pwrite64", file, bytes, count, at);
    }

    static int cut(const char *name, int file, off_t size) {
      pthread_mutex_lock(&lock);
      const int result = ((int (*)(int, off_t))dlsym(RTLD_NEXT, name))(file, size);
      if (result == 0) note(1, file, (uint64_t)size, NULL, 0);
      pthread_mutex_unlock(&lock);
      return result;
    }
    int ftruncate(int file, off_t size) { return cut("ftruncate", file, size); }
    int ftruncate64(int file, off_t size) { return cut("ftruncate64", file, size); }

    """#
}
