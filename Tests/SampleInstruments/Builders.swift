package import Datasets
package import Diagnostics
package import Expressions
package import Instruments
package import Texts

/// Short ways to write an instrument by hand, for tests.
package enum Sample {
  package static func place(_ line: Int = 1) -> Place { Place(file: "sample.xml", line: line, column: 1) }

  package static func source(_ text: String, line: Int = 1) -> SourceText { SourceText(text, at: place(line)) }

  package static func texts(_ ky: String, _ ru: String, _ en: String) -> LocalizedText {
    LocalizedText(versions: [.ky: [.text(ky)], .ru: [.text(ru)], .en: [.text(en)]])
  }

  package static func option(
    _ code: String, _ text: String? = nil, value: Decimal64? = nil, missing: Missing.Reason? = nil,
    alone: Bool = false, asksText: Bool = false
  ) -> Option {
    Option(
      code: Symbol(code), text: LocalizedText(text ?? "text of \(code)"), value: value, missing: missing,
      isAlone: alone, asksText: asksText, place: place())
  }

  package static func choices(_ codes: String, shuffled: Bool = false) -> Choices {
    Choices(options: codes.split(separator: " ").map { option(String($0)) }, isShuffled: shuffled)
  }

  package static func item(
    _ id: String, _ kind: Item.Kind, showIf: String? = nil, required: Item.Requirement = .no,
    checks: [AnswerCheck] = [], line: Int = 1
  ) -> Item {
    Item(
      id: Symbol(id), prompt: LocalizedText("Prompt of \(id)"), kind: kind, showIf: showIf.map { source($0) },
      required: required, checks: checks, place: place(line))
  }

  package static func number(
    _ minimum: Int? = nil, _ maximum: Int? = nil, whole: Bool = false, unit: String? = nil
  ) -> Item.Kind {
    .number(
      NumberForm(
        minimum: minimum.map { Decimal64($0) }, maximum: maximum.map { Decimal64($0) }, isWhole: whole,
        unit: unit.map { LocalizedText($0) }))
  }

  package static func levels(_ points: String) -> Item.Kind {
    .criterion(
      points.split(separator: " ").compactMap { Decimal64($0) }.map {
        Descriptor(points: $0, text: LocalizedText("Level \($0)"), place: place())
      })
  }

  package static func section(_ id: String, showIf: String? = nil, pick: Int? = nil, _ blocks: [Block]) -> Section {
    Section(id: Symbol(id), showIf: showIf.map { source($0) }, pick: pick, blocks: blocks, place: place())
  }

  package static func key(
    _ item: String, _ answer: ItemKey.Answer, points: Decimal64 = .one, credit: Credit = .all
  ) -> ItemKey {
    ItemKey(item: Symbol(item), points: points, credit: credit, answer: answer, place: place())
  }

  package static func numberKey(_ value: String, tolerance: String = "0") -> ItemKey.Answer {
    .numbers([
      NumberKey(
        value: Decimal64(value) ?? .zero,
        tolerance: tolerance.hasSuffix("%")
          ? .percent(Decimal64(tolerance.dropLast()) ?? .zero) : .absolute(Decimal64(tolerance) ?? .zero))
    ])
  }

  package static func symbols(_ ids: String) -> [Symbol] { ids.split(separator: " ").map { Symbol(String($0)) } }

  package static func scale(
    _ id: String, _ method: Scale.Method = .sum, of members: String, atLeast: Int? = nil, levels: [Level] = []
  ) -> Scale {
    Scale(
      id: Symbol(id), title: LocalizedText("Scale \(id)"), method: method,
      members: symbols(members).map { Scale.Member(id: $0, place: place()) }, atLeast: atLeast, levels: levels,
      place: place())
  }

  package static func level(_ code: String, from: String) -> Level {
    let border: Level.Border =
      from.hasSuffix("%")
      ? .percent(Decimal64(from.dropLast()) ?? .zero) : .score(Decimal64(from) ?? .zero)
    return Level(code: Symbol(code), from: border, title: LocalizedText("Level \(code)"), place: place())
  }

  package static func feed(_ dataset: String, _ fields: KeyValuePairs<String, String>) -> Feed {
    Feed(
      dataset: Symbol(dataset),
      fields: fields.map { Feed.Field(id: Symbol($0.key), value: source($0.value), place: place()) }, place: place())
  }

  package static func example(
    _ name: String, _ steps: [KeyValuePairs<String, String>], _ expectations: [Example.Expectation]
  ) -> Example {
    Example(
      name: name,
      steps: steps.map { step in
        Example.Step(answers: step.map { Example.Given(item: Symbol($0.key), typed: source($0.value)) })
      }, expectations: expectations, place: place())
  }

  /// An instrument of one section.
  package static func instrument(
    _ blocks: [Block], method: Method = .test, scoring: ScoringRules = ScoringRules(), examples: [Example] = [],
    choiceLists: [ChoiceList] = []
  ) -> Instrument {
    Instrument(
      form: Form(
        id: "sample", version: "1.0", method: method, languages: [.ky, .ru, .en], title: LocalizedText("Sample"),
        choiceLists: choiceLists, sections: [section("main", blocks)], place: place()),
      scoring: scoring, examples: examples)
  }
}

/// A stream of numbers from a seed (SplitMix64: Steele, Lea, Flood 2014), the same on every machine.
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
