import Diagnostics
import Expressions
import Instruments
import SampleInstruments

/// A sound instrument spoiled in one way, and the one thing that must be said about it.
struct FindingCase: Sendable, CustomStringConvertible {
  var code: String
  var description: String
  /// What the finding must name.
  var found: String?
  var instrument: Instrument

  init(
    _ finding: some Finding, _ description: String, found: String? = nil, in sound: Instrument,
    _ spoil: (inout Instrument) -> Void = { _ in }
  ) {
    code = finding.rawValue
    self.description = "\(finding.rawValue): \(description)"
    self.found = found
    instrument = sound
    spoil(&instrument)
  }

  var findings: [Diagnostic] {
    instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: Sample.datasets).findings
  }
}

extension Instrument {
  /// Changes the item with this id, wherever it stands.
  mutating func change(_ id: String, _ change: (inout Item) -> Void) {
    for section in form.sections.indices {
      for index in form.sections[section].blocks.indices {
        switch form.sections[section].blocks[index] {
        case .item(var item) where item.id.text == id:
          change(&item)
          form.sections[section].blocks[index] = .item(item)
        case .grid(var grid):
          for row in grid.rows.indices where grid.rows[row].id.text == id { change(&grid.rows[row]) }
          form.sections[section].blocks[index] = .grid(grid)
        case .rubric(var rubric):
          for row in rubric.rows.indices where rubric.rows[row].id.text == id { change(&rubric.rows[row]) }
          form.sections[section].blocks[index] = .rubric(rubric)
        case .gaps(var gaps):
          for row in gaps.rows.indices where gaps.rows[row].id.text == id { change(&gaps.rows[row]) }
          form.sections[section].blocks[index] = .gaps(gaps)
        case .item, .note, .stimulus, .compute, .allocate: continue
        }
      }
    }
  }

  mutating func changeKey(_ id: String, _ change: (inout ItemKey) -> Void) {
    for index in scoring.keys.indices where scoring.keys[index].item.text == id { change(&scoring.keys[index]) }
  }
}
