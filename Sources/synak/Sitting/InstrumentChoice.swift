import Diagnostics
import Expressions
import Foundation
import Instruments
import Monitoring
import Storage
import Texts
import XML

/// An instrument as a person names it: a file, or an id that is in the store or shipped with the program.
struct InstrumentChoice {
  let name: String

  /// The instrument, checked and in the store.
  func published(in office: Office, _ language: Language) throws -> CheckedInstrument {
    if FileManager.default.fileExists(atPath: name) {
      return try office.publish(try InputFile.read(name, in: language), file: name, in: language)
    }
    if let shipped = try Self.shipped(name, in: office, language) { return shipped }
    let records = try reportingFaults(in: language) { try office.store.instruments() }
    let stored = records.last { $0.id.text == name || "\($0.id)/\($0.version)" == name }
    if let stored, let instrument = try reportingFaults(in: language, { try office.instrument(stored.hash) }) {
      return instrument
    }
    let known = records.map(\.id.text) + Shipped.instruments.map(\.stem)
    throw Failure(
      .unknownInstrument, found: name, suggestion: Similarity.nearest(to: name, among: known), in: language)
  }

  /// The instrument, checked, without a store: a file or a shipped one.
  func checked(_ language: Language) throws -> CheckedInstrument { try outcome(language).usable(name, in: language) }

  /// What checking it found, without a store.
  func outcome(_ language: Language) throws -> InstrumentCheck.Outcome {
    let file = FileManager.default.fileExists(atPath: name)
    let bytes = file ? try InputFile.read(name, in: language) : Self.shipped(name)?.bytes
    guard let bytes else {
      throw Failure(
        .unknownInstrument, found: name,
        suggestion: Similarity.nearest(to: name, among: Shipped.instruments.map(\.stem)), in: language)
    }
    return InstrumentCheck.check(bytes, file: name, datasets: nil)
  }

  private static func shipped(_ name: String) -> Shipped.File? {
    Shipped.instruments.first { file in
      if [file.name, file.stem].contains(name) { return true }
      guard let document = try? Document.read(file.bytes) else { return false }
      return document.root.attribute("id")?.value == name
    }
  }

  /// The shipped instrument of that id, id and version, or file. Which it is stands in a file's root; only that one is checked.
  private static func shipped(_ name: String, in office: Office, _ language: Language) throws -> CheckedInstrument? {
    for file in Shipped.instruments {
      guard let document = try? Document.read(file.bytes), let id = document.root.attribute("id")?.value else {
        continue
      }
      let version = document.root.attribute("version")?.value ?? ""
      if [id, "\(id)/\(version)", file.name].contains(name) {
        return try office.publish(document, file: file.name, in: language)
      }
    }
    return nil
  }
}
