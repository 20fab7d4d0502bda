import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// The texts of one element of a form: those of a question, of an option, of a described level.
package struct FormText: Sendable {
  package let owner: Symbol
  /// The first, which most have alone.
  private let text: LocalizedText
  private let others: [LocalizedText]
  package let place: Place
  /// The section in which it stands; nil for what stands before all.
  fileprivate(set) var section: Int?

  init(owner: Symbol, text: LocalizedText, others: [LocalizedText] = [], place: Place) {
    self.owner = owner
    self.text = text
    self.others = others
    self.place = place
  }

  package var texts: [LocalizedText] { [text] + others }

  /// Each text, without a list of them.
  func forEachText(_ body: (LocalizedText) -> Void) {
    body(text)
    for other in others { body(other) }
  }
}

extension Form {
  /// Every text that a respondent may read, in the order of the form.
  package var texts: [FormText] {
    var result = [FormText(owner: id, text: title, place: place)]
    result += inputs.map { FormText(owner: $0.id, text: $0.title, place: $0.place) }
    for list in choiceLists {
      if let title = list.title { result.append(FormText(owner: list.id, text: title, place: list.place)) }
      result += list.options.map(FormText.init)
    }
    for (index, section) in sections.enumerated() {
      let start = result.count
      if let title = section.title { result.append(FormText(owner: section.id, text: title, place: section.place)) }
      for block in section.blocks { block.addTexts(to: &result) }
      for text in result.indices[start...] { result[text].section = index }
    }
    return result
  }
}

extension FormText {
  fileprivate init(_ option: Option) { self.init(owner: option.code, text: option.text, place: option.place) }
}

extension Block {
  fileprivate func addTexts(to result: inout [FormText]) {
    switch self {
    case .item(let item): item.addTexts(to: &result)
    case .note(let passage), .stimulus(let passage): result.append(passage.formText)
    case .grid, .rubric, .gaps, .allocate:
      if let grid { result.append(FormText(owner: grid.id, text: grid.prompt, place: grid.place)) }
      for item in items { item.addTexts(to: &result) }
    case .compute: break
    }
  }
}

extension Passage {
  fileprivate var formText: FormText { FormText(owner: id, text: text, place: place) }
}

extension Item {
  fileprivate func addTexts(to result: inout [FormText]) {
    var others: [LocalizedText] = []
    if let hint { others.append(hint) }
    if case .text(let form) = kind, let message = form.pattern?.message { others.append(message) }
    result.append(FormText(owner: id, text: prompt, others: others, place: place))
    for check in checks { result.append(FormText(owner: id, text: check.message, place: check.place)) }
    if let choices, choices.list == nil { for option in choices.options { result.append(FormText(option)) } }
    if case .match(let form) = kind {
      for option in form.lefts + form.rights.options { result.append(FormText(option)) }
    }
    if case .criterion(let levels) = kind {
      for level in levels { result.append(FormText(owner: level.code, text: level.text, place: level.place)) }
    }
  }
}

extension LocalizedText {
  /// Each version, or the one that is the same in all languages.
  package var versions: [[Inline]] {
    common.map { [$0] } ?? Language.allCases.compactMap { version(writtenIn: $0) }
  }
}
