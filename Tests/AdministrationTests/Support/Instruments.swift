import Administration
import Diagnostics
import Expressions
import Formats
import Foundation
import Instruments
import Testing
import Texts

/// Instruments for tests: the shipped ones by file name, and small ones written where they are used.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "instruments")

  static func instrument(_ name: String) throws -> CheckedInstrument {
    try checked(Array(Data(contentsOf: folder.appending(path: name))))
  }

  static func checked(_ bytes: [UInt8]) throws -> CheckedInstrument {
    let reading = InstrumentReader.read(bytes, file: "test.xml")
    let instrument = try #require(reading.instrument, "\(reading.findings)")
    let outcome = instrument.checked(hash: ContentHash(of: bytes), datasets: nil)
    return try #require(outcome.instrument, "\(reading.findings + outcome.findings)")
  }

  /// A questionnaire in English around the given sections.
  static func questionnaire(_ sections: String, attributes: String = "") throws -> CheckedInstrument {
    try checked(
      Array(
        """
        <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="en" \(attributes)><title><en>Q</en></title>
        \(sections)
        </questionnaire>
        """.utf8))
  }
}

extension Session {
  /// A session of an instrument that has begun.
  static func begun(_ instrument: CheckedInstrument, seed: UInt64 = 1) throws(Refusal) -> Session {
    var session = Session(plan: SessionPlan(delivery: instrument.delivery, seed: seed))
    try session.apply(.started(instrument.delivery.form.languages[0]), at: .start)
    return session
  }

  func slot(_ id: String) -> Int { plan.delivery.slot(of: Symbol(id)) ?? -1 }

  func element(_ id: String) -> ElementIndex {
    for (section, content) in plan.delivery.sections.enumerated() {
      for (block, element) in content.elements.enumerated() where element.block.id.text == id {
        return ElementIndex(section: section, block: block)
      }
    }
    return ElementIndex(section: -1, block: -1)
  }

  /// Answers as a person types them.
  mutating func answer(_ id: String, _ typed: String) throws {
    let slot = slot(id)
    let value: Value
    if let item = plan.delivery.item(at: slot) {
      value = try item.value(typed: typed, language: state.language).get()
    } else {
      value = .text(typed)
    }
    try apply(.answered(address(of: slot), value), at: state.now)
  }
}

extension Shipped {
  static func read(_ text: String) throws -> Instrument {
    let reading = InstrumentReader.read(Array(text.utf8), file: "test.xml")
    return try #require(reading.instrument, "\(reading.findings)")
  }
}
