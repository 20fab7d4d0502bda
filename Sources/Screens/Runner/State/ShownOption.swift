import Administration
import Datasets
import Expressions
import Instruments
import Texts

/// An option as a screen shows it: with the number by which it is chosen.
struct ShownOption: Sendable, Hashable {
  /// What stands before it and is typed to choose it: "1", "2", "10"; a criterion's points.
  var label: String
  var code: Symbol
  var text: LocalizedText
  /// Choosing it takes all others back: "none of these", "don't know".
  var standsAlone: Bool
  var asksText: Bool
}

extension SessionPlan {
  /// The options of an item in the order in which they are shown; none where nothing is chosen.
  func shownOptions(of item: DeliveryItem, inTable: Bool = false) -> [ShownOption] {
    if case .criterion(let descriptors) = item.item.kind { return Self.shown(descriptors) }
    guard let choices = item.item.kind.choices else { return [] }
    let identity = Array(choices.options.indices)
    let order = inTable ? identity : optionOrders[item.slot] ?? identity
    return order.enumerated().map { position, index in
      let option = choices.options[index]
      return ShownOption(
        label: "\(position + 1)", code: option.code, text: option.text,
        standsAlone: option.isAlone || option.missing != nil, asksText: option.asksText)
    }
  }

  /// Observers think in points, so these are the labels where each is one digit.
  private static func shown(_ descriptors: [Descriptor]) -> [ShownOption] {
    let codes = descriptors.map(\.code.text)
    let arePoints = codes.allSatisfy { $0.count == 1 && $0.first?.isNumber == true } && Set(codes).count == codes.count
    return descriptors.enumerated().map { position, descriptor in
      ShownOption(
        label: arePoints ? descriptor.code.text : "\(position + 1)", code: descriptor.code, text: descriptor.text,
        standsAlone: false, asksText: false)
    }
  }

  /// Whether the rows of an element are answered on one scale, so that they can stand in a table.
  func isTable(_ element: DeliveryElement) -> Bool {
    guard case .grid = element.block, element.items.count > 1, let first = element.items.first,
      case .choose(let choices) = first.item.kind, choices.options.count <= 9
    else { return false }
    return element.items.allSatisfy {
      if case .choose(let others) = $0.item.kind { others.options == choices.options } else { false }
    }
  }
}

/// What the arrows move between within one screen.
enum FocusRow: Sendable, Hashable {
  /// An option of a list.
  case option(slot: Int, index: Int)
  /// The text that an option asks for.
  case otherText(slot: Int, code: Symbol, other: Int)
  /// A field to type into, or a count.
  case entry(slot: Int)
  /// A row of a table.
  case tableRow(slot: Int)
  /// A place of an order.
  case place(slot: Int, index: Int)
  /// A left that waits for its right.
  case left(slot: Int, index: Int)
  /// The cells of a timed grid, which has a pointer of its own.
  case cells(slot: Int)

  var slot: Int {
    switch self {
    case .option(let slot, _), .otherText(let slot, _, _), .entry(let slot), .tableRow(let slot), .place(let slot, _),
      .left(let slot, _), .cells(let slot):
      slot
    }
  }
}
