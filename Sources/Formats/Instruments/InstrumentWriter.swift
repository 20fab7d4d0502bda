import Datasets
import Expressions
package import Instruments
import Texts

/// Writes an instrument as Synak's own XML: what is written reads back as the same instrument, places aside.
///
/// Texts come back with their spaces run together, as every text of a file does.
package enum InstrumentWriter {
  package static func write(_ instrument: Instrument) throws(GrammarWriter.Fault) -> [UInt8] {
    try GrammarWriter.write(InstrumentDraft(instrument).root)
  }
}

/// An instrument as drafts of elements.
struct InstrumentDraft {
  let instrument: Instrument
  let keys: [Symbol: ItemKey]

  init(_ instrument: Instrument) {
    self.instrument = instrument
    keys = Dictionary(instrument.scoring.keys.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var root: Draft {
    let form = instrument.form
    var root = Draft(form.method.rawValue)
    root.say("id", form.id.text)
    root.say("version", form.version)
    root.say("languages", form.languages.map(\.rawValue).joined(separator: " "))
    root.say("subject", form.subject?.text)
    root.say("grades", form.grades.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" })
    root.say("time-limit", form.timeLimit.map(Self.duration))
    root.say("respondent", form.respondent?.text)
    root.say("observed", form.observed?.text)
    root.sayYes("anonymous", form.isAnonymous)
    root.sayYes("one-per-code", form.isOnePerCode)
    root.sayYes("shuffle-sections", form.shufflesSections)
    root.add(Draft("title", text: form.title))
    root.children += form.choiceLists.map(Self.choiceList)
    root.children += form.inputs.map(Self.input)
    root.children += Self.booklets(form.booklets)
    root.children += form.sections.map(section)
    root.children += instrument.scoring.scales.map(Self.scale)
    root.children += instrument.scoring.feeds.map(Self.feed)
    root.add(instrument.blueprint.map(Self.blueprint))
    root.add(instrument.scoring.calibration.map(Self.calibration))
    root.children += instrument.examples.map(Self.example)
    return root
  }

  private static func choiceList(_ list: ChoiceList) -> Draft {
    var draft = Draft("choice-list")
    draft.say("id", list.id.text)
    draft.add(list.title.map { Draft("title", text: $0) })
    draft.children += list.options.map(option)
    return draft
  }

  static func option(_ option: Option) -> Draft {
    var draft = Draft("option", text: option.text)
    draft.say("code", option.code.text)
    draft.say("value", option.value?.description)
    draft.say("missing", option.missing?.rawValue)
    draft.say("show-if", option.showIf?.text)
    draft.say("of", option.parent?.text)
    draft.sayYes("alone", option.isAlone)
    draft.say("ask", option.asksText ? "text" : nil)
    return draft
  }

  private func section(_ section: Section) -> Draft {
    var draft = Draft("section")
    draft.say("id", section.id.text)
    draft.say("show-if", section.showIf?.text)
    draft.sayYes("shuffle", section.isShuffled)
    draft.say("pick", section.pick.map(String.init))
    draft.say("time-limit", section.timeLimit.map(Self.duration))
    draft.add(section.title.map { Draft("title", text: $0) })
    draft.sayYes("fixed", section.isFixed)
    Self.say(section.stopRule, in: &draft)
    Self.say(section.repetition, in: &draft)
    draft.add(section.adaptation.map(Self.adaptation))
    draft.children += section.routes.map(Self.route)
    draft.children += section.blocks.map { block in
      var draft = self.block(block)
      draft.sayYes("fixed", section.fixedBlocks.contains(block.id))
      return draft
    }
    return draft
  }

  private static func feed(_ feed: Feed) -> Draft {
    var draft = Draft("feeds")
    draft.say("dataset", feed.dataset.text)
    draft.children += feed.fields.map { field in
      var draft = Draft("field")
      draft.say("id", field.id.text)
      draft.say("value", field.value.text)
      return draft
    }
    return draft
  }

  private static func example(_ example: Example) -> Draft {
    var draft = Draft("example")
    draft.say("name", example.name.isEmpty ? nil : example.name)
    draft.children += example.steps.map { step in
      var answers = Draft("answers")
      for given in step.answers { answers.say(given.item.text, given.typed.text) }
      return answers
    }
    var expect = Draft("expect")
    for expectation in example.expectations {
      switch expectation {
      case .value(let of, let value): expect.say(of.text, value.text)
      case .level(let of, let level): expect.say(of.text + ".level", level.text)
      case .shown(let ids, _): expect.say("shown", ids.map(\.text).joined(separator: " "))
      case .hidden(let ids, _): expect.say("hidden", ids.map(\.text).joined(separator: " "))
      }
    }
    draft.add(expect)
    return draft
  }

  /// Milliseconds in the largest unit that says them whole. Parts of a second have no notation: the grammar refuses
  /// what then comes out.
  static func duration(_ milliseconds: Int64) -> String {
    for (unit, length) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)] as [(String, Int64)]
    where milliseconds >= length && milliseconds % length == 0 {
      return "\(milliseconds / length)\(unit)"
    }
    return "\(milliseconds)ms"
  }
}
