import Datasets
import Expressions
import Instruments
import Texts

/// Inputs, booklets, and lists that are taken in part, as drafts.
extension InstrumentDraft {
  static func input(_ input: InputField) -> Draft {
    var draft = Draft("input", text: input.title)
    draft.say("id", input.id.text)
    switch input.kind {
    case .number(let form):
      draft.say("type", form.isWhole ? "integer" : "decimal")
      draft.say("min", form.minimum?.description)
      draft.say("max", form.maximum?.description)
    case .text: draft.say("type", "text")
    case .date: draft.say("type", "date")
    case .choice(let choices): draft.say("choices", choices.list?.text)
    }
    return draft
  }

  static func booklets(_ booklets: Booklets?) -> [Draft] {
    guard let booklets else { return [] }
    if let design = booklets.design {
      var draft = Draft("booklets")
      draft.say("clusters", design.clusters.map(\.text).joined(separator: " "))
      draft.say("size", String(design.size))
      return [draft]
    }
    return booklets.booklets.map { booklet in
      var draft = Draft("booklet")
      draft.say("id", booklet.id.text)
      draft.say("sections", booklet.sections.map(\.text).joined(separator: " "))
      return draft
    }
  }

  /// Which options of a shared list are taken, where not all are.
  func sayList(_ choices: Choices, in draft: inout Draft) {
    draft.say("choices", choices.list?.text)
    draft.say("filter-by", choices.filter?.item.text)
    guard let id = choices.list, let list = instrument.form.choiceLists.first(where: { $0.id == id }),
      list.options.map(\.code) != choices.options.map(\.code)
    else { return }
    draft.say("include", choices.options.map(\.code.text).joined(separator: " "))
  }
}
