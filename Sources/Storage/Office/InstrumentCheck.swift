import Administration
package import Datasets
package import Diagnostics
import Expressions
import Formats
package import Instruments
package import XML

/// The whole road from the bytes of a file to an instrument that may be published: read, checked, its examples run.
package enum InstrumentCheck {
  package struct Outcome: Sendable {
    /// Ready to run; nil where one of the findings is an error.
    package var instrument: CheckedInstrument?
    /// Everything that was found, in the order of the file.
    package var findings: [Diagnostic]
    /// The text that places refer to; nil where the bytes are no text.
    package var text: CanonicalText?
  }

  /// `datasets` are those that feeds may fill; nil where they aren't known, and then the far ends stay unchecked.
  package static func check(_ bytes: [UInt8], file: String, datasets: [Dataset]?) -> Outcome {
    do throws(XMLRefusal) {
      return check(try Document.read(bytes), file: file, datasets: datasets)
    } catch {
      return Outcome(
        instrument: nil, findings: error.problems.map { Diagnostic($0, file: file) }, text: error.text)
    }
  }

  package static func check(_ document: Document, file: String, datasets: [Dataset]?) -> Outcome {
    let reading = InstrumentReader.read(document, file: file)
    guard let instrument = reading.instrument else {
      return Outcome(instrument: nil, findings: reading.findings, text: document.text)
    }
    let checked = instrument.checked(
      hash: ContentHash(of: document.text.bytes), datasets: datasets, after: reading.trouble)
    var findings = reading.findings + checked.findings
    if let ready = checked.instrument { findings += ExampleRun.findings(of: ready) }
    return Outcome(
      instrument: findings.hasErrors ? nil : checked.instrument, findings: findings.sortedByPlace, text: document.text)
  }
}
