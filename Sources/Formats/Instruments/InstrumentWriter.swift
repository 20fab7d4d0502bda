import Datasets
import Expressions
package import Instruments
import Texts
package import XML

/// Writes an instrument as Synak's own XML: reading it back gives the same instrument, places aside.
package enum InstrumentWriter {
  /// The bytes of a file.
  ///
  /// - Throws: where a text holds what XML can't say, such as a control character.
  package static func write(_ instrument: Instrument) throws(MarkupWriter.Fault) -> [UInt8] {
    try MarkupWriter.write(InstrumentMarkup(instrument: instrument).root)
  }
}

/// The elements of an instrument, in the order of the grammar.
struct InstrumentMarkup {
  let instrument: Instrument
  private let keys: [Symbol: ItemKey]

  init(instrument: Instrument) {
    self.instrument = instrument
    keys = Dictionary(instrument.scoring.keys.map { ($0.item, $0) }) { first, _ in first }
  }

  var root: MarkupElement {
    let form = instrument.form
    var root = MarkupElement(
      form.method.rawValue,
      [
        "xmlns": "urn:synak:1", "id": form.id.text, "version": form.version,
        "languages": form.languages.map(\.rawValue).joined(separator: " "),
      ])
    root.add("subject", form.subject?.text)
    root.add("grades", form.grades.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" })
    root.add("time-limit", form.timeLimit.map(duration))
    root.add("respondent", form.respondent?.text)
    root.add("observed", form.observed?.text)
    root.add("anonymous", yes(form.isAnonymous))
    root.add("one-per-code", yes(form.isOnePerCode))
    root.add(text("title", form.title))
    for list in form.choiceLists { root.add(choiceList(list)) }
    for section in form.sections { root.add(self.section(section)) }
    for scale in instrument.scoring.scales { root.add(self.scale(scale)) }
    for feed in instrument.scoring.feeds { root.add(self.feed(feed)) }
    for example in instrument.examples { root.add(self.example(example)) }
    return root
  }

  // MARK: - Lists and options

  private func choiceList(_ list: ChoiceList) -> MarkupElement {
    var element = MarkupElement("choice-list", ["id": list.id.text])
    if let title = list.title { element.add(text("title", title)) }
    for option in list.options { element.add(self.option(option)) }
    return element
  }

  private func option(_ option: Option, place: Int? = nil, isCorrect: Bool = false) -> MarkupElement {
    var element = MarkupElement("option", ["code": option.code.text])
    element.add("value", option.value.map { "\($0)" })
    element.add("missing", option.missing?.rawValue)
    element.add("alone", yes(option.isAlone))
    element.add("ask", option.asksText ? "text" : nil)
    element.add("correct", yes(isCorrect))
    element.add("place", place.map { String($0) })
    element.content += content(option.text)
    return element
  }

  /// The options of an item, with what is right of them; none where they are a list's.
  private func options(_ choices: Choices, _ key: ItemKey.Answer?) -> [MarkupElement] {
    guard choices.list == nil else { return [] }
    return choices.options.map { option in
      switch key {
      case .options(let codes)?: self.option(option, isCorrect: codes.contains(option.code))
      case .order(let codes)?: self.option(option, place: codes.firstIndex(of: option.code).map { $0 + 1 })
      default: self.option(option)
      }
    }
  }

  // MARK: - Sections and blocks

  private func section(_ section: Section) -> MarkupElement {
    var element = MarkupElement("section", ["id": section.id.text])
    element.add("show-if", section.showIf?.text)
    element.add("shuffle", yes(section.isShuffled))
    element.add("pick", section.pick.map { String($0) })
    element.add("time-limit", section.timeLimit.map(duration))
    if let title = section.title { element.add(text("title", title)) }
    for block in section.blocks { element.add(self.block(block)) }
    return element
  }

  private func block(_ block: Block) -> MarkupElement {
    switch block {
    case .item(let item): return question(item)
    case .grid(let grid): return self.grid(grid)
    case .rubric(let grid): return rubric(grid)
    case .note(let passage): return self.passage("note", passage)
    case .stimulus(let passage): return self.passage("stimulus", passage)
    case .compute(let computation):
      var element = MarkupElement("compute", ["id": computation.id.text, "value": computation.value.text])
      element.add("show-if", computation.showIf?.text)
      return element
    }
  }

  private func passage(_ name: String, _ passage: Passage) -> MarkupElement {
    var element = MarkupElement(name, ["id": passage.id.text])
    element.add("show-if", passage.showIf?.text)
    if !passage.items.isEmpty { element.add("items", words(passage.items)) }
    element.content += content(passage.text)
    return element
  }

  private func grid(_ grid: Grid) -> MarkupElement {
    var element = MarkupElement("grid", ["id": grid.id.text])
    element.add("show-if", grid.showIf?.text)
    // All rows of a grid are answered on one scale.
    if case .choose(let choices)? = grid.rows.first?.kind {
      element.add("choices", choices.list?.text)
      element.add("shuffle", grid.shufflesRows ? "rows" : nil)
      element.content += content(grid.prompt)
      for option in options(choices, nil) { element.add(option) }
    }
    for row in grid.rows {
      var child = MarkupElement("row", ["id": row.id.text])
      child.add("show-if", row.showIf?.text)
      child.add("required", requirement(row.required))
      child.add("reverse", yes(instrument.scoring.reversed.contains(row.id)))
      child.content += content(row.prompt)
      element.add(child)
    }
    return element
  }

  private func rubric(_ rubric: Grid) -> MarkupElement {
    var element = MarkupElement("rubric", ["id": rubric.id.text])
    element.add("show-if", rubric.showIf?.text)
    element.content += content(rubric.prompt)
    for criterion in rubric.rows {
      var child = MarkupElement("criterion", ["id": criterion.id.text])
      child.add("show-if", criterion.showIf?.text)
      child.add("required", requirement(criterion.required))
      child.content += content(criterion.prompt)
      if let hint = criterion.hint { child.add(text("hint", hint)) }
      if case .criterion(let levels) = criterion.kind {
        for level in levels {
          var descriptor = MarkupElement("descriptor", ["points": "\(level.points)"])
          descriptor.content += content(level.text)
          child.add(descriptor)
        }
      }
      element.add(child)
    }
    return element
  }

  // MARK: - Questions

  private func question(_ item: Item) -> MarkupElement {
    let key = keys[item.id]
    var element = MarkupElement(item.kind.elementName, ["id": item.id.text])
    element.add("show-if", item.showIf?.text)
    element.add("required", requirement(item.required))
    element.add("time-limit", item.timeLimit.map(duration))
    for attribute in attributes(of: item.kind) { element.add(attribute.name, attribute.value) }
    if let key {
      element.add("points", "\(key.points)")
      element.add("credit", key.credit == .all ? nil : key.credit.rawValue)
    }
    element.add("reverse", yes(instrument.scoring.reversed.contains(item.id)))
    element.content += content(item.prompt)
    if let hint = item.hint { element.add(text("hint", hint)) }
    if case .number(let form) = item.kind, let unit = form.unit, unit.common == nil { element.add(text("unit", unit)) }
    if let choices = item.kind.ownChoices {
      for option in options(choices, key?.answer) { element.add(option) }
    }
    if let key { for child in keyElements(key, of: item.kind) { element.add(child) } }
    for check in item.checks {
      var child = MarkupElement("check", ["that": check.that.text, "else": check.otherwise.rawValue])
      child.content += content(check.message)
      element.add(child)
    }
    return element
  }

  private func attributes(of kind: Item.Kind) -> [(name: String, value: String?)] {
    func choosing(_ choices: Choices) -> [(name: String, value: String?)] {
      [("choices", choices.list?.text), ("shuffle", yes(choices.isShuffled))]
    }
    switch kind {
    case .choose(let choices), .order(let choices): return choosing(choices)
    case .chooseMany(let choices, let atLeast, let atMost):
      return choosing(choices) + [("at-least", atLeast.map { String($0) }), ("at-most", atMost.map { String($0) })]
    case .timeSample(let every, let choices): return [("every", duration(every))] + choosing(choices)
    case .number(let form):
      return [
        ("min", form.minimum.map { "\($0)" }), ("max", form.maximum.map { "\($0)" }), ("whole", yes(form.isWhole)),
        ("unit", form.unit?.common?.plain()),
      ]
    case .text(let form):
      return [
        ("lines", form.lines == 1 ? nil : String(form.lines)),
        ("max-length", form.maximumLength == TextForm.defaultLength ? nil : String(form.maximumLength)),
      ]
    case .criterion, .tally: return []
    }
  }

  /// What is right where options don't say it themselves.
  private func keyElements(_ key: ItemKey, of kind: Item.Kind) -> [MarkupElement] {
    switch key.answer {
    case .options(let codes), .order(let codes):
      return kind.ownChoices?.list == nil ? [] : [MarkupElement("key", [:], [.text(words(codes))])]
    case .numbers(let numbers):
      return numbers.map { number in
        var element = MarkupElement("key", [:], [.text("\(number.value)")])
        element.add("tolerance", number.tolerance == Decimal64(0) ? nil : "\(number.tolerance)")
        return element
      }
    case .texts(let texts): return texts.map { MarkupElement("key", [:], [.text($0.text)]) }
    case .levels: return []
    }
  }

  // MARK: - Scores and examples

  private func scale(_ scale: Scale) -> MarkupElement {
    var element = MarkupElement(
      "scale", ["id": scale.id.text, "method": scale.method.rawValue, "of": words(scale.members.map(\.id))])
    element.add("at-least", scale.atLeast.map { String($0) })
    element.content += content(scale.title)
    for level in scale.levels {
      let from =
        switch level.from {
        case .score(let score): "\(score)"
        case .percent(let share): "\(share)%"
        }
      var child = MarkupElement("level", ["code": level.code.text, "from": from])
      child.content += content(level.title)
      element.add(child)
    }
    return element
  }

  private func feed(_ feed: Feed) -> MarkupElement {
    var element = MarkupElement("feeds", ["dataset": feed.dataset.text])
    for field in feed.fields {
      element.add(MarkupElement("field", ["id": field.id.text, "value": field.value.text]))
    }
    return element
  }

  private func example(_ example: Example) -> MarkupElement {
    var element = MarkupElement("example")
    element.add("name", example.name.isEmpty ? nil : example.name)
    for step in example.steps {
      var answers = MarkupElement("answers")
      for given in step.answers { answers.add(given.item.text, given.typed.text) }
      element.add(answers)
    }
    var expect = MarkupElement("expect")
    for expectation in example.expectations {
      switch expectation {
      case .shown(let ids, _): expect.add("shown", words(ids))
      case .hidden(let ids, _): expect.add("hidden", words(ids))
      case .value(let id, let value): expect.add(id.text, value.text)
      case .level(let id, let value): expect.add("\(id).level", value.text)
      }
    }
    element.add(expect)
    return element
  }

  // MARK: - Values and texts

  private func yes(_ flag: Bool) -> String? { flag ? "yes" : nil }

  private func words(_ ids: [Symbol]) -> String { ids.map(\.text).joined(separator: " ") }

  private func requirement(_ requirement: Item.Requirement) -> String? {
    switch requirement {
    case .no: nil
    case .yes: "yes"
    case .when(let formula): formula.text
    }
  }

  /// Milliseconds as authors write them: in the largest unit that is exact.
  private func duration(_ milliseconds: Int64) -> String {
    for (unit, size) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000)] as [(String, Int64)]
    where milliseconds >= size && milliseconds % size == 0 {
      return "\(milliseconds / size)\(unit)"
    }
    return "\(milliseconds / 1000)s"
  }

  private func text(_ name: String, _ text: LocalizedText) -> MarkupElement {
    MarkupElement(name, [:], content(text))
  }

  /// A text as the content of its element: one element a language, or words that are the same in all.
  private func content(_ text: LocalizedText) -> [Markup] {
    if let common = text.common { return words(common) }
    return instrument.form.languages.compactMap { language in
      text.versions[language].map { .element(MarkupElement(language.rawValue, [:], words($0))) }
    }
  }

  private func words(_ inlines: [Inline]) -> [Markup] {
    inlines.indices.map { index in
      guard case .text(let text) = inlines[index] else { return markup(inlines[index]) }
      // A dollar before a piped answer is written twice, else it would make the brace one.
      let next = index + 1 < inlines.count ? inlines[index + 1] : .lineBreak
      let dollar = if case .reference = next, text.hasSuffix("$") { "$" } else { "" }
      return .text(escaped(text) + dollar)
    }
  }

  /// Braces that stand for themselves: `{{`, and `${` as it is.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "{", result.last != "$" { result.append("{") }
      result.append(character)
    }
    return result
  }

  private func markup(_ inline: Inline) -> Markup {
    func element(_ kind: TextMarkup, _ inside: [Inline]) -> Markup {
      .element(MarkupElement(kind.rawValue, [:], words(inside)))
    }
    return switch inline {
    case .text(let text): .text(escaped(text))
    case .reference(let id): .text("{\(id)}")
    case .emphasis(let inside): element(.em, inside)
    case .strong(let inside): element(.strong, inside)
    case .superscript(let inside): element(.sup, inside)
    case .subscript(let inside): element(.sub, inside)
    case .code(let text): .element(MarkupElement(TextMarkup.code.rawValue, [:], [.text(text)]))
    case .lineBreak: element(.br, [])
    case .fraction(let numerator, let denominator):
      .element(
        MarkupElement(
          TextMarkup.frac.rawValue, [:],
          [element(.num, numerator), element(.den, denominator)]))
    }
  }
}

extension Item.Kind {
  /// The element that asks so.
  fileprivate var elementName: String {
    switch self {
    case .choose: "choose"
    case .chooseMany: "choose-many"
    case .number: "number"
    case .text: "text"
    case .order: "order"
    case .criterion: "criterion"
    case .tally: "tally"
    case .timeSample: "time-sample"
    }
  }

  fileprivate var ownChoices: Choices? {
    switch self {
    case .choose(let choices), .chooseMany(let choices, _, _), .order(let choices), .timeSample(_, let choices): choices
    case .number, .text, .criterion, .tally: nil
    }
  }
}
