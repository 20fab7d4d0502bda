import Administration
package import Datasets
package import Expressions
package import Instruments
package import Texts

/// A form as it stands on paper: which questions in which order, under which numbers, with which letters.
///
/// The paper, the answer sheet, the key and the guide of a variant are all made of the same one, so that a letter means the
/// same option in each. It is made of the delivery form: by its type it holds no key.
package struct Paper: Sendable {
  /// What stands together under one number, or asks nothing.
  package struct Entry: Sendable {
    package var section: DeliverySection
    package var element: DeliveryElement
    /// From 1; nil for what asks nothing.
    package var number: Int?
    package var questions: [Question]
  }

  /// One question with the options in the order in which this paper has them.
  package struct Question: Sendable {
    package var item: DeliveryItem
    /// `3`, or `3.2` for the second of several under one number.
    package var label: String
    package var options: [Option]
  }

  package let delivery: DeliveryForm
  package let language: Language
  /// Which draw of what is drawn by chance; nil for the order in which the author wrote everything.
  package let variant: UInt64?
  package let entries: [Entry]
  /// The most that can be earned, by the slot of the item.
  package let points: [Int: Decimal64]
  /// What each slot of a question on the paper is called there.
  private let labels: [Int: String]

  package init(
    _ delivery: DeliveryForm, points: [Int: Decimal64] = [:], language: Language, variant: UInt64? = nil
  ) {
    self.delivery = delivery
    self.language = language
    self.variant = variant
    self.points = points
    let plan = variant.map { SessionPlan(delivery: delivery, seed: $0) }
    var number = 0
    entries = Self.route(delivery, plan).map { index in
      let section = delivery.sections[index.section]
      let element = section.elements[index.block]
      guard !element.items.isEmpty else {
        return Entry(section: section, element: element, number: nil, questions: [])
      }
      number += 1
      let items = plan?.items(of: element) ?? element.items
      let isAlone = if case .item = element.block { true } else { false }
      let questions = items.enumerated().map { place, item in
        Question(
          item: item, label: isAlone ? "\(number)" : "\(number).\(place + 1)",
          options: Self.options(of: item, plan?.optionOrders[item.slot]))
      }
      return Entry(section: section, element: element, number: number, questions: questions)
    }
    var labels: [Int: String] = [:]
    for question in entries.flatMap(\.questions) {
      labels[question.item.slot] = question.label
      for other in question.item.otherSlots.values { labels[other] = question.label }
    }
    self.labels = labels
  }

  private static func route(_ delivery: DeliveryForm, _ plan: SessionPlan?) -> [ElementIndex] {
    guard let plan else {
      return delivery.sections.indices.flatMap { section in
        delivery.sections[section].elements.indices.map { ElementIndex(section: section, block: $0) }
      }
    }
    return plan.route.flatMap { stop in
      switch stop {
      case .element(let index): [index]
      case .open(let open): open.candidates
      }
    }
  }

  private static func options(of item: DeliveryItem, _ order: [Int]?) -> [Option] {
    let written = item.item.kind.choices?.options ?? []
    guard let order, order.count == written.count else { return written }
    return order.map { written[$0] }
  }
}

extension Paper {
  package var questions: [Question] { entries.flatMap(\.questions) }

  /// The number or label by which the paper calls what a slot holds; nil for computed values and what isn't on it.
  package func label(ofSlot slot: Int) -> String? { labels[slot] }

  /// All that can be earned on this paper; nil where nothing can.
  package var totalPoints: Decimal64? {
    let all = questions.compactMap { points[$0.item.slot] }
    return all.isEmpty ? nil : all.reduce(.zero) { $0.adding($1) ?? $0 }
  }

  package func points(of entry: Entry) -> Decimal64? {
    let all = entry.questions.compactMap { points[$0.item.slot] }
    return all.isEmpty ? nil : all.reduce(.zero) { $0.adding($1) ?? $0 }
  }

  /// The letter of the option at a place of what is shown: А Б В … or A B C ….
  package func letter(_ place: Int) -> String { OptionLetters.letter(place, in: language) }

  package func letter(of code: Symbol, in question: Question) -> String {
    question.options.firstIndex { $0.code == code }.map(letter) ?? code.text
  }

  /// `3–6, 9`: the numbers of the entries that ask these items.
  func range(of items: Set<Symbol>) -> String {
    let numbers = entries.filter { $0.questions.contains { items.contains($0.item.item.id) } }.compactMap(\.number)
    return NumberRuns.text(numbers)
  }
}

/// The letters that options are known by.
enum OptionLetters {
  private static let cyrillic = Array("АБВГДЕЖЗИКЛМНОПРСТУФХЦШЭЮЯ").map(String.init)
  private static let latin = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)

  /// After the last letter they begin anew with a number: `А2`.
  static func letter(_ place: Int, in language: Language) -> String {
    let letters = [.en, .uz].contains(language) ? latin : cyrillic
    let round = place / letters.count
    return letters[place % letters.count] + (round == 0 ? "" : "\(round + 1)")
  }
}

/// Numbers in rising order, neighbours joined: `3–6, 9`.
enum NumberRuns {
  static func text(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound), \(run.upperBound)"
      default: "\(run.lowerBound)–\(run.upperBound)"
      }
    }.joined(separator: ", ")
  }
}
