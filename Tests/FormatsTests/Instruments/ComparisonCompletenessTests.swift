import Datasets
import Diagnostics
import Expressions
import Foundation
import Instruments
import Testing
import XML

@testable import Formats

@Suite("Comparing versions")
struct ComparisonCompletenessTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "instruments")

  private static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted()
  }()

  private static func read(_ bytes: [UInt8]) -> Instrument? {
    let reading = InstrumentReader.read(bytes, file: "x.xml")
    return reading.findings.hasErrors ? nil : reading.instrument
  }

  /// What is said of an instrument, without its name, its version, its examples, and the order of what has names only.
  private static func said(_ instrument: Instrument) throws -> [UInt8] {
    var instrument = instrument
    instrument.form.id = "x"
    instrument.form.version = "1"
    instrument.examples = []
    instrument.scoring.scales.sort { $0.id < $1.id }
    instrument.form.choiceLists.sort { $0.id < $1.id }
    return try InstrumentWriter.write(instrument)
  }

  @Test(
    "Whatever a small change of a shipped instrument makes it say otherwise is told, and nothing else", arguments: files
  )
  func everything(file: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: file)))
    // The indicators and the plan are no instruments.
    guard let old = Self.read(bytes) else { return }
    let root = MarkupElement(try Document.read(bytes).root)
    let before = try Self.said(old)
    let edits = root.smallEdits
    var told = 0
    for edit in stride(from: 0, to: edits.count, by: max(1, edits.count / 70)).map({ edits[$0] }) {
      guard let new = Self.read(try MarkupWriter.write(edit.root)) else { continue }
      let isOther = try Self.said(new) != before
      let changes = InstrumentComparison.changes(from: old, to: new)
      if isOther { told += 1 }
      #expect(changes.isEmpty != isOther, "\(edit.name): \(changes)")
    }
    #expect(told > 15)
  }
}

extension MarkupElement {
  /// Copies with one thing changed: an attribute away, a number one more or less, yes for no, a text with a letter more.
  fileprivate var smallEdits: [(name: String, root: MarkupElement)] {
    // The instrument's examples say nothing of it.
    guard name != "example" else { return [] }
    var result: [(name: String, root: MarkupElement)] = []
    for (index, attribute) in attributes.enumerated() where !["id", "xmlns", "version"].contains(attribute.name) {
      var without = self
      without.attributes.remove(at: index)
      result.append(("\(name) without \(attribute.name)", without))
      for value in Self.neighbours(of: attribute.value) {
        var other = self
        other.attributes[index].value = value
        result.append(("\(name) \(attribute.name)=\(value)", other))
      }
    }
    for (index, node) in content.enumerated() {
      switch node {
      case .element(let child):
        for edit in child.smallEdits {
          var changed = self
          changed.content[index] = .element(edit.root)
          result.append(("\(name)/\(edit.name)", changed))
        }
        var without = self
        without.content.remove(at: index)
        result.append(("\(name) without <\(child.name)>", without))
        if index + 1 < content.count {
          var turned = self
          turned.content.swapAt(index, index + 1)
          result.append(("\(name) turned round at <\(child.name)>", turned))
        }
      case .text(let words):
        var longer = self
        longer.content[index] = .text(words + "ъ")
        result.append(("\(name) with a letter more", longer))
      default: continue
      }
    }
    return result
  }

  private static func neighbours(of value: String) -> [String] {
    if value == "yes" { return ["no"] }
    if value == "no" { return ["yes"] }
    let digits = value.prefix(while: \.isNumber)
    guard let number = Int(digits) else { return [] }
    let unit = value.dropFirst(digits.count)
    return ["\(number + 1)\(unit)", "\(max(0, number - 1))\(unit)"]
  }
}
