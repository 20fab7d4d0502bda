import Foundation
import Instruments
import Screens
import TerminalUI

/// The pictures of an instrument as they lie beside its file.
enum PictureFolder {
  /// What can be shown on this terminal; nothing where it has too few colours or signs, or the instrument is no file.
  static func shelf(of form: Form, beside file: String, on environment: TerminalEnvironment) -> PictureShelf {
    guard environment.colours.hasPictures, environment.glyphs == .unicode, environment.mode == .fullScreen,
      FileManager.default.fileExists(atPath: file)
    else { return PictureShelf() }
    let folder = URL(filePath: file).deletingLastPathComponent().resolvingSymlinksInPath()
    var files: [String: [UInt8]] = [:]
    for source in PictureCheck.names(in: form) {
      let path = folder.appending(path: source).resolvingSymlinksInPath()
      // As `check` demands: nothing from elsewhere, and nothing that is too large to carry.
      guard path.path.hasPrefix(folder.path + "/"),
        let size = try? path.resourceValues(forKeys: [.fileSizeKey]).fileSize,
        size <= 4 << 20, let data = try? Data(contentsOf: path)
      else { continue }
      files[source] = Array(data)
    }
    return PictureShelf(files: files)
  }
}
