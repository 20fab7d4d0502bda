import Datasets
package import Diagnostics
package import Expressions
package import Texts

/// The texts of one element of a form: those of a question, of an option, of a described level.
package struct FormText: Sendable {
  package let owner: Symbol
  package let texts: [LocalizedText]
  package let place: Place
}

extension Form {
  /// Every text that a respondent may read, in the order of the form.
  package var texts: [FormText] {
    var result = [FormText(owner: id, texts: [title], place: place)]
    result += inputs.map { FormText(owner: $0.id, texts: [$0.title], place: $0.place) }
    for list in choiceLists {
      if let title = list.title { result.append(FormText(owner: list.id, texts: [title], place: list.place)) }
      result += list.options.map(FormText.init)
    }
    for section in sections {
      if let title = section.title { result.append(FormText(owner: section.id, texts: [title], place: section.place)) }
      for block in section.blocks { result += block.texts }
    }
    return result
  }
}

extension FormText {
  fileprivate init(_ option: Option) { self.init(owner: option.code, texts: [option.text], place: option.place) }
}

extension Block {
  fileprivate var texts: [FormText] {
    var result: [FormText] = []
    if let grid { result.append(FormText(owner: grid.id, texts: [grid.prompt], place: grid.place)) }
    if case .note(let passage) = self { result.append(passage.formText) }
    if case .stimulus(let passage) = self { result.append(passage.formText) }
    for item in items { result += item.texts }
    return result
  }
}

extension Passage {
  fileprivate var formText: FormText { FormText(owner: id, texts: [text], place: place) }
}

extension Item {
  fileprivate var texts: [FormText] {
    var own = [prompt]
    if let hint { own.append(hint) }
    if case .text(let form) = kind, let message = form.pattern?.message { own.append(message) }
    var result = [FormText(owner: id, texts: own, place: place)]
    result += checks.map { FormText(owner: id, texts: [$0.message], place: $0.place) }
    if choices?.list == nil { result += options.map(FormText.init) }
    if case .match(let form) = kind { result += (form.lefts + form.rights.options).map(FormText.init) }
    if case .criterion(let levels) = kind {
      result += levels.map { FormText(owner: $0.code, texts: [$0.text], place: $0.place) }
    }
    return result
  }
}

extension LocalizedText {
  /// Each version, or the one that is the same in all languages.
  package var versions: [[Inline]] {
    common.map { [$0] } ?? Language.allCases.compactMap { version(writtenIn: $0) }
  }
}
