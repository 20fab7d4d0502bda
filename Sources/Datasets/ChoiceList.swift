package import Diagnostics
package import Expressions
package import Texts

/// Something that can be chosen.
package struct Option: Sendable, Hashable {
  /// What is stored: `a`, `4`, `dk`.
  package var code: Symbol
  package var text: LocalizedText
  /// What the code is worth in arithmetic, where the author gave a `value`; else the code itself where it is a number.
  package var value: Decimal64?
  /// The reason that choosing it stands for, where it means "no value".
  package var missing: Missing.Reason?
  /// Choosing it takes all others back ("none of these").
  package var isAlone: Bool
  /// Choosing it asks for a text ("other"): its answer is `item.code`.
  package var asksText: Bool
  /// The option is there only where this holds; nil for always.
  package var showIf: SourceText?
  /// The code of another question under which it belongs: a district's region.
  package var parent: Symbol?
  package var place: Place
  /// What the code itself is worth, where it is a number: worked out once, since lists are shared by many items.
  let codeNumber: Decimal64?

  package init(
    code: Symbol, text: LocalizedText, value: Decimal64? = nil, missing: Missing.Reason? = nil, isAlone: Bool = false,
    asksText: Bool = false, showIf: SourceText? = nil, parent: Symbol? = nil, place: Place
  ) {
    self.code = code
    self.text = text
    self.value = value
    self.missing = missing
    self.isAlone = isAlone
    self.asksText = asksText
    self.showIf = showIf
    self.parent = parent
    self.place = place
    codeNumber = Decimal64(code.text)
  }
}

/// Options shared by name: between the items of an instrument, or the fields of data sets.
package struct ChoiceList: Sendable, Hashable {
  package var id: Symbol
  package var title: LocalizedText?
  package var options: [Option]
  package var place: Place

  package init(id: Symbol, title: LocalizedText? = nil, options: [Option], place: Place) {
    self.id = id
    self.title = title
    self.options = options
    self.place = place
  }

  /// The list as expressions see it.
  package var codes: ChoiceCodes { ChoiceCodes(name: id.text, options: options) }

  /// The option with this code.
  package subscript(code: Symbol) -> Option? { options.first { $0.code == code } }
}

extension ChoiceCodes {
  /// The codes of options, each worth its value, or itself where it is a number.
  package init(name: String, options: [Option]) {
    self.init(
      name: name,
      codes: options.map {
        Code(
          symbol: $0.code, number: $0.missing == nil ? $0.value ?? $0.codeNumber : nil,
          missing: $0.missing)
      })
  }
}
