package import Diagnostics
package import Expressions
package import Texts

/// A table that indicators read: what one row is, where rows come from, and what a row says.
package struct Dataset: Sendable, Hashable {
  /// Where the rows come from.
  package enum Source: String, Sendable, Hashable, CaseIterable { case register, instrument, plan }

  package var id: Symbol
  package var title: LocalizedText
  /// The coordinates that make a row one of a kind: `pupil subject period`.
  package var row: [Symbol]
  package var source: Source
  package var fields: [Field]
  package var place: Place

  package init(
    id: Symbol, title: LocalizedText, row: [Symbol], source: Source, fields: [Field], place: Place
  ) {
    self.id = id
    self.title = title
    self.row = row
    self.source = source
    self.fields = fields
    self.place = place
  }

  /// The position of a field among the values of a fact.
  package func index(of field: Symbol) -> Int? { fields.firstIndex { $0.id == field } }
}

/// One thing that a row says.
package struct Field: Sendable, Hashable {
  /// What may stand in it.
  package enum Kind: Sendable, Hashable {
    case choice(ChoiceCodes)
    /// A number; facts are rounded to `decimals` before they are summed, so that sums are exact.
    case number(decimals: Int)
    case boolean, text, date
  }

  package var id: Symbol
  package var kind: Kind
  package var place: Place

  package init(id: Symbol, kind: Kind, place: Place) {
    self.id = id
    self.kind = kind
    self.place = place
  }

  /// How many digits behind the point a number keeps where its author doesn't say.
  package static let defaultDecimals = 6

  /// The field's type as expressions see it.
  package var type: ValueType {
    switch kind {
    case .choice(let codes): ValueType(.choice(codes))
    case .number: ValueType(.decimal)
    case .boolean: ValueType(.boolean)
    case .text: ValueType(.text)
    case .date: ValueType(.date)
    }
  }
}
