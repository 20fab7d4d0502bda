import Diagnostics
import Foundation
import Instruments
import Storage
import Texts
import XML

/// The instruments that files and folders hold, or that are shipped where none are named.
enum InstrumentPool {
  static func read(_ names: [String], in language: Language) throws -> [CheckedInstrument] {
    guard !names.isEmpty else {
      return try Shipped.instruments.map { try InstrumentChoice(name: $0.name).checked(language) }
    }
    var result: [CheckedInstrument] = []
    for name in names {
      guard let files = instruments(in: name) else {
        result.append(try InstrumentChoice(name: name).checked(language))
        continue
      }
      // A folder holds other files as well, and what has mistakes in it is no part of a bank.
      for file in files {
        guard let bytes = try? SourceFile.read(file) else { continue }
        if let instrument = InstrumentCheck.check(bytes, file: file, datasets: nil).instrument {
          result.append(instrument)
        }
      }
    }
    return result
  }

  /// The XML files of a folder by name; nil where it is none.
  private static func instruments(in folder: String) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return nil }
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }
  }
}
