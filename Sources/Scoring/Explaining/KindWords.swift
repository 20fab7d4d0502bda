package import Instruments
import Texts

/// What kinds of items and blocks are called.
extension InstrumentExplainer {
  package func kind(of block: Block) -> String {
    switch block {
    case .item(let item): kind(of: item.kind)
    case .grid: say(.kindGrid)
    case .rubric: say(.kindRubric)
    case .gaps: say(.kindGaps)
    case .allocate: say(.kindAllocate)
    case .note: say(.kindNote)
    case .stimulus: say(.kindStimulus)
    case .compute: say(.kindCompute)
    }
  }

  package func kind(of kind: Item.Kind) -> String {
    switch kind {
    case .choose: say(.kindChoose)
    case .chooseMany: say(.kindChooseMany)
    case .number: say(.kindNumber)
    case .text: say(.kindText)
    case .order: say(.kindOrder)
    case .criterion: say(.kindCriterion)
    case .tally: say(.kindTally)
    case .timeSample: say(.kindTimeSample)
    case .date: say(.kindDate)
    case .essay: say(.kindEssay)
    case .match: say(.kindMatch)
    case .timedGrid: say(.kindTimedGrid)
    }
  }
}
