import CPNG
import Glibc

/// Pictures out of PNG files (ISO/IEC 15948), read by libpng. What is transparent shows white paper: pictures of instruments
/// are drawn for it.
package enum PNGReader {
  package enum Failure: Error, Hashable {
    case notPNG
    case malformed
    case tooLarge
  }

  /// Dots that a picture may have: 2000 × 2000.
  package static let dotLimit = 4_000_000

  package static func read(_ file: [UInt8]) throws(Failure) -> PixelImage {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw .notPNG }
    var (width, height) = (0, 0)
    var found: UnsafeMutablePointer<UInt8>?
    let result = file.withUnsafeBufferPointer { bytes in
      cpng_read(bytes.baseAddress, bytes.count, dotLimit, &width, &height, &found)
    }
    defer { free(found) }
    guard result == CPNG_DONE, let dots = found else { throw result == CPNG_TOO_LARGE ? .tooLarge : .malformed }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * width * height)
    for dot in 0..<width * height {
      let cover = Int(dots[4 * dot + 3])
      for part in 0..<3 { bytes.append(UInt8((Int(dots[4 * dot + part]) * cover + 255 * (255 - cover)) / 255)) }
    }
    return PixelImage(width: width, height: height, bytes: bytes)
  }
}
