import Expressions
import Instruments
import XML

/// What a faulty file leaves for the checks behind the reader: they say nothing of names that stand in the file, though
/// nothing could be made of them.
extension ReadingTrouble {
  init(of instrument: Instrument, from root: Element, hasErrors: Bool) {
    self.init(hasErrors: hasErrors, lostNames: hasErrors ? root.ids.subtracting(instrument.names) : [])
  }
}

extension Instrument {
  /// Every id that the instrument has understood.
  fileprivate var names: Set<String> {
    let blocks = form.sections.flatMap(\.blocks)
    let ids = blocks.map(\.id) + blocks.flatMap { $0.items.map(\.id) } + form.sections.map(\.id)
    return Set((ids + scoring.scales.map(\.id)).map(\.text))
  }
}

extension Element {
  /// Every id that stands in the element, whether or not something became of it.
  fileprivate var ids: Set<String> {
    var result: Set<String> = []
    collectIDs(into: &result)
    return result
  }

  private func collectIDs(into result: inout Set<String>) {
    // The fields that a feed fills are names of a data set, which no formula here reads.
    if name != "field", let id = attribute("id")?.value { result.insert(id) }
    for case .element(let child) in children { child.collectIDs(into: &result) }
  }
}
