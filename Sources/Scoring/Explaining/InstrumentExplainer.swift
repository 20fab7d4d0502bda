import Diagnostics
package import Expressions
package import Instruments
package import Texts

/// Explains an instrument to its author: when each thing is asked, what is right, what earns what, and where it goes.
///
/// Everything is read from what was compiled, so that the words say what a session and the scoring will do.
package struct InstrumentExplainer {
  let instrument: CheckedInstrument
  let language: Language
  let wording: Wording

  package init(_ instrument: CheckedInstrument, in language: Language) {
    self.instrument = instrument
    self.language = language
    wording = instrument.wording(in: language)
  }

  /// What stands under an id: an item, a block, a section, a computed value or a scale; nil where nothing does.
  package func explanation(of id: Symbol) -> Explanation? {
    // What is asked several times is explained once.
    found(id) ?? found(Symbol("\(id).1"))
  }

  private func found(_ id: Symbol) -> Explanation? {
    if let scale = instrument.scoring.scale(id) { return explanation(ofScale: scale) }
    if let input = instrument.delivery.form.inputs.first(where: { $0.id == id }) { return explanation(of: input) }
    for section in instrument.delivery.sections {
      if section.section.id == id { return explanation(of: section) }
      for element in section.elements {
        if let item = element.items.first(where: { $0.item.id == id }) {
          return explanation(of: item, in: element, of: section)
        }
        if element.block.id == id { return explanation(of: element, of: section) }
      }
    }
    return nil
  }

  /// Every id that can be asked about, in the order of the file.
  package var ids: [Symbol] {
    var seen: Set<Symbol> = []
    let form = instrument.delivery.sections.flatMap { section in
      [section.section.id] + section.elements.flatMap { [$0.block.id] + $0.items.map(\.item.id) }
    }
    return (instrument.delivery.form.inputs.map(\.id) + form + instrument.scoring.scales.map(\.id)).filter {
      seen.insert($0).inserted
    }
  }

  // MARK: Parts that all explanations are made of

  func say(_ phrase: ExplanationPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  func line(_ label: ExplanationPhrase, _ text: String, source: String? = nil) -> Explanation.Line {
    Explanation.Line(label: say(label), text: text, source: source)
  }

  func number(_ decimal: Decimal64) -> String {
    NumberFormat.text("\(decimal.rounded(to: 2) ?? decimal)", in: language)
  }

  func quoted(_ text: String) -> String { say(.quoted, ["text": text]) }

  /// "if …" with its source; "always" where there is no condition.
  func condition(_ label: ExplanationPhrase, _ formula: Formula?, _ source: SourceText?) -> Explanation.Line? {
    formula.map { line(label, $0.describeCondition(in: language, wording), source: source?.text) }
  }
}

/// A thing explained: its name, then lines that each say one thing.
package struct Explanation: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    /// "Asked", "Worth": what the line is about.
    package let label: String
    package let text: String
    /// The formula as its author wrote it, where the line says a formula in words.
    package let source: String?

    package init(label: String, text: String, source: String? = nil) {
      self.label = label
      self.text = text
      self.source = source
    }
  }

  /// The id, the kind and the line of the file.
  package let title: String
  /// What the respondent reads.
  package let prompt: String
  package let lines: [Line]
}

extension CheckedInstrument {
  /// What the things that the instrument's formulas name are called: questions by their words, cut to a readable length.
  package func wording(in language: Language) -> Wording {
    let slots = delivery.slots
    return Wording(
      name: { slot in
        guard slots.indices.contains(slot) else { return "\(slot)" }
        return slots[slot].label.map { Shortened.text($0.plain(in: language), to: 60) } ?? slots[slot].id.text
      },
      code: { slot, code in
        delivery.item(at: slot)?.print(.code(code), in: language)
          ?? delivery.input(at: slot)?.print(.code(code), in: language) ?? code.text
      },
      scale: { scale in
        scoring.scales.indices.contains(scale) ? scoring.scales[scale].title.plain(in: language) : "\(scale)"
      },
      level: { scale, code in
        guard scoring.scales.indices.contains(scale) else { return code.text }
        let level = scoring.scales[scale].levels.first { $0.code == code }
        return level?.title.plain(in: language) ?? code.text
      })
  }
}

/// Long texts cut between words.
enum Shortened {
  /// At most `limit` characters, with "…" where something was cut.
  static func text(_ text: String, to limit: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit else { return line }
    let head = line.prefix(limit - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return cut + "…"
  }
}
