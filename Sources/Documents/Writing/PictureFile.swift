/// A picture's bytes, so that a document carries its pictures in itself and needs nothing beside it.
package struct PictureFile: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case svg = "image/svg+xml"
    case png = "image/png"
    case jpeg = "image/jpeg"
  }

  package var kind: Kind
  package var bytes: [UInt8]

  /// Nil where the name doesn't end like a picture that documents can carry.
  package init?(name: String, bytes: [UInt8]) {
    switch name.split(separator: ".").last?.lowercased() {
    case "svg": kind = .svg
    case "png": kind = .png
    case "jpg", "jpeg": kind = .jpeg
    default: return nil
    }
    self.bytes = bytes
  }
}
