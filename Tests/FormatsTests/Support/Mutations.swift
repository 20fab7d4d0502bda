import XML

/// A generator of random numbers whose whole state is its seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random mistakes in a file: what people and programs do to XML.
struct Mutator {
  var generator: SplitMix

  private static let elementNames = [
    "choose", "choose-many", "number", "text", "order", "grid", "row", "rubric", "criterion", "descriptor", "tally",
    "time-sample", "note", "stimulus", "compute", "section", "choice-list", "option", "check", "key", "hint", "scale",
    "level", "feeds", "field", "example", "answers", "expect", "title", "ky", "ru", "en", "uz", "em", "frac", "num",
    "br", "code", "unit", "chose", "scetion", "question", "b",
  ]
  private static let attributeNames = [
    "id", "code", "points", "min", "max", "whole", "unit", "choices", "shuffle", "show-if", "required", "of", "method",
    "from", "value", "alone", "missing", "ask", "correct", "place", "credit", "lines", "every", "time-limit", "that",
    "else", "tolerance", "languages", "version", "name", "shown", "hidden", "Id", "poinst", "class", "pick",
  ]
  private static let values = [
    "", " ", "yes", "no", " yes ", "Yes", "true", "0", "1", "-1", "-0", "007", "1.5", "1,5", ".5", "5.", "1e3", "45%",
    "100.5%", "%", "90s", "40m", "0m", "2 h", "10d", "ky", "ky ru", "ky ky", "kz", "a", "a b", "a  b", "i1", "1a",
    "тест", "m1 m2", "all", "hits", "per-place", "sum", "mean", "medan", "rows", "text", "refuse", "ask", "4", "1-4",
    "9-", "100", "999999999999", "1234567890123", "0.1234567", "dont-know", "x-y", "x.y", "_x", "a\u{A0}", "\tyes\n",
    "2025-09-01", "2025-02-30", "count(x)",
  ]

  /// The element with one random change somewhere in it.
  mutating func mutated(_ root: MarkupElement) -> MarkupElement {
    var result = root
    change(&result, at: Int.random(in: 0..<Self.count(root), using: &generator))
    return result
  }

  private static func count(_ element: MarkupElement) -> Int {
    element.content.reduce(1) { total, node in
      if case .element(let child) = node { total + count(child) } else { total }
    }
  }

  /// Goes to the element with this number, in the order of the file, and changes it.
  private mutating func change(_ element: inout MarkupElement, at number: Int) {
    guard number > 0 else { return change(&element) }
    var rest = number - 1
    for index in element.content.indices {
      guard case .element(var child) = element.content[index] else { continue }
      let size = Self.count(child)
      if rest < size {
        change(&child, at: rest)
        element.content[index] = .element(child)
        return
      }
      rest -= size
    }
  }

  private mutating func change(_ element: inout MarkupElement) {
    switch Int.random(in: 0..<13, using: &generator) {
    case 0: element.name = Self.elementNames.randomElement(using: &generator) ?? "x"
    case 1: element.attributes.removeRandom(using: &generator)
    case 2:
      guard let index = element.attributes.indices.randomElement(using: &generator),
        element.attributes[index].name != "xmlns"
      else { return }
      let name = Self.attributeNames.randomElement(using: &generator) ?? "x"
      if !element.attributes.contains(where: { $0.name == name }) { element.attributes[index].name = name }
    case 3, 4, 5:
      guard let index = element.attributes.indices.randomElement(using: &generator) else { return }
      element.attributes[index].value = Self.values.randomElement(using: &generator) ?? ""
    case 6:
      let name = Self.attributeNames.randomElement(using: &generator) ?? "x"
      if !element.attributes.contains(where: { $0.name == name }) {
        element.add(name, Self.values.randomElement(using: &generator))
      }
    case 7: element.content.removeRandom(using: &generator)
    case 8: if let node = element.content.randomElement(using: &generator) { element.content.append(node) }
    case 9: element.content.shuffle(using: &generator)
    case 10:
      let name = Self.elementNames.randomElement(using: &generator) ?? "x"
      insert(.element(MarkupElement(name, [:], [.text("x")])), into: &element)
    case 11: insert(.text(["слово", " ", "\n", "7"].randomElement(using: &generator) ?? ""), into: &element)
    default:
      var foreign = MarkupElement("x")
      foreign.add("xmlns", "urn:other")
      insert(.element(foreign), into: &element)
    }
  }

  private mutating func insert(_ node: Markup, into element: inout MarkupElement) {
    element.content.insert(node, at: Int.random(in: 0...element.content.count, using: &generator))
  }
}

extension RangeReplaceableCollection where Index == Int {
  fileprivate mutating func removeRandom(using generator: inout SplitMix) {
    if let index = indices.randomElement(using: &generator) { remove(at: index) }
  }
}

extension MarkupElement {
  /// An element that was read, to be changed and written again; blank texts between elements are left out.
  init(_ element: Element, isRoot: Bool = true) {
    self.init(element.name)
    if isRoot { add("xmlns", element.namespace) }
    for attribute in element.attributes { add(attribute.name, attribute.value) }
    let isMixed = element.children.contains { if case .text(let run) = $0 { !run.isBlank } else { false } }
    for child in element.children {
      switch child {
      case .element(let child): add(MarkupElement(child, isRoot: false))
      case .text(let run): if isMixed { add(text: run.string) }
      }
    }
  }
}
