import Datasets
package import Diagnostics
package import Texts

extension Form {
  /// Every text that a respondent may read, with the place of the element that holds it, in the order of the form.
  package var texts: [(text: LocalizedText, place: Place)] {
    var result = [(title, place)]
    for list in choiceLists {
      if let title = list.title { result.append((title, list.place)) }
      for option in list.options { result.append((option.text, option.place)) }
    }
    for section in sections {
      if let title = section.title { result.append((title, section.place)) }
      for block in section.blocks { result += block.texts }
    }
    return result
  }
}

extension Block {
  fileprivate var texts: [(LocalizedText, Place)] {
    var result: [(LocalizedText, Place)] = []
    if let grid { result.append((grid.prompt, grid.place)) }
    if case .note(let passage) = self { result.append((passage.text, passage.place)) }
    if case .stimulus(let passage) = self { result.append((passage.text, passage.place)) }
    for item in items {
      result.append((item.prompt, item.place))
      if let hint = item.hint { result.append((hint, item.place)) }
      for check in item.checks { result.append((check.message, check.place)) }
      if item.choices?.list == nil { for option in item.options { result.append((option.text, option.place)) } }
      if case .match(let form) = item.kind {
        for option in form.lefts + form.rights.options { result.append((option.text, option.place)) }
      }
      if case .text(let form) = item.kind, let message = form.pattern?.message { result.append((message, item.place)) }
      if case .criterion(let levels) = item.kind { for level in levels { result.append((level.text, level.place)) } }
    }
    return result
  }
}

extension LocalizedText {
  /// The pictures of all versions, each file once.
  package var pictures: [TextPicture] {
    let versions = common.map { [$0] } ?? Language.allCases.compactMap { version(writtenIn: $0) }
    var seen: Set<String> = []
    return versions.flatMap(\.pictures).filter { seen.insert($0.source).inserted }
  }
}
