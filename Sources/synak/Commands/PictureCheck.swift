import Diagnostics
import Foundation
import Instruments
import Texts

/// The pictures that an instrument names, as they lie beside its file.
enum PictureCheck {
  /// Larger pictures make documents that old machines and slow lines can't carry.
  private static let limit = 512 << 10

  static func findings(of form: Form, file: String) -> [Diagnostic] {
    let folder = URL(filePath: file).deletingLastPathComponent().resolvingSymlinksInPath()
    return form.texts.flatMap { element in
      element.pictureNames.sorted().compactMap { finding(of: $0, in: folder, at: element.place) }
    }
  }

  /// The pictures that an instrument names, each once.
  static func names(in form: Form) -> Set<String> {
    form.texts.reduce(into: []) { $0.formUnion($1.pictureNames) }
  }

  private static func finding(of source: String, in folder: URL, at place: Place) -> Diagnostic? {
    let path = folder.appending(path: source)
    let real = path.resolvingSymlinksInPath()
    let found = try? FileManager.default.attributesOfItem(atPath: real.path)
    guard let found, found[.type] as? FileAttributeType == .typeRegular else {
      return Diagnostic(PictureFinding.missingFile, at: place, found: source)
    }
    guard real.path.hasPrefix(folder.path + "/") else {
      return Diagnostic(PictureFinding.leadsOut, at: place, found: source)
    }
    let size = (found[.size] as? Int) ?? 0
    guard size > limit else { return nil }
    return Diagnostic(
      PictureFinding.tooLarge, at: place, found: source,
      arguments: ["size": String(size >> 10), "limit": String(limit >> 10)])
  }
}

extension FormText {
  /// The pictures of an element's texts, each once.
  fileprivate var pictureNames: Set<String> {
    Set(texts.flatMap { $0.versions.flatMap { $0.pictures.map(\.source) } })
  }
}
