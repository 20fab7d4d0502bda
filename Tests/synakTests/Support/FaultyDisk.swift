import Foundation
import Glibc

/// A library put before the program's own calls: syncs that take long, and writes that fail while a file says so.
///
/// Only what lies in the store's folder fails. It is compiled when the tests run; where no C compiler is, there is none.
enum FaultyDisk {
  /// Path of the library; nil where it can't be made.
  static let library: String? = {
    let folder = FileManager.default.temporaryDirectory.path + "/synak-faulty-disk-\(getpid())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (text, made) = (folder + "/disk.c", folder + "/disk.so")
    guard
      let compiler = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"].first(
        where: FileManager.default.isExecutableFile),
      (try? source.write(toFile: text, atomically: true, encoding: .utf8)) != nil
    else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    process.arguments = ["-shared", "-fPIC", "-O1", "-o", made, text, "-ldl"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? made : nil
  }()

  /// The environment of a program on such a disk.
  ///
  /// - Parameter fault: A file; while it is there, what is said in it fails: `sync`, `write` or both.
  static func environment(store: String, microseconds: Int = 0, fault: String) -> [String: String] {
    [
      "LD_PRELOAD": library ?? "", "SYNAK_DISK_STORE": store, "SYNAK_DISK_DELAY": "\(microseconds)",
      "SYNAK_DISK_FAULT": fault,
    ]
  }

  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>

    static int in_store(int file) {
      const char *store = getenv("SYNAK_DISK_STORE");
      char link[64], path[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      const ssize_t count = readlink(link, path, sizeof path - 1);
      if (!store || count < 0) return 0;
      path[count] = 0;
      return strncmp(path, store, strlen(store)) == 0 && !strstr(path, ".log");
    }

    static int fails(const char *what, int file) {
      const char *path = getenv("SYNAK_DISK_FAULT");
      char said[64] = {0};
      if (!path || !in_store(file)) return 0;
      const int fault = open(path, O_RDONLY | O_CLOEXEC);
      if (fault < 0) return 0;
      const ssize_t count = read(fault, said, sizeof said - 1);
      close(fault);
      return count > 0 && strstr(said, what) != NULL;
    }

    static int slowly(const char *name, int file) {
      const char *delay = getenv("SYNAK_DISK_DELAY");
      if (in_store(file)) usleep(delay ? (useconds_t)atoi(delay) : 0);
      if (fails("sync", file)) { errno = EIO; return -1; }
      return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
    }

    int fsync(int file) { return slowly("fsync", file); }
    int fdatasync(int file) { return slowly("fdatasync", file); }

    static ssize_t put(const char *name, int file, const void *bytes, size_t count, off_t at) {
      if (fails("write", file)) { errno = EIO; return -1; }
      return ((ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, name))(file, bytes, count, at);
    }

    ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return put("pwrite", file, bytes, count, at); }
    ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) {
      return put("pwrite64", file, bytes, count, at);
    }

    """
}
