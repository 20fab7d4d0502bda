import Administration
import Instruments
import TerminalUI

/// Keys in a timed grid: the assessor follows the child with the arrows, strikes out what is wrong, and says where it
/// ended.
extension RunnerState {
  func cells(of item: DeliveryItem) -> CellsDraft {
    if case .cells(let cells) = draft(for: item) { cells } else { CellsDraft() }
  }

  mutating func takeInCells(_ key: Key, _ item: DeliveryItem) {
    guard case .timedGrid(let form) = item.item.kind else { return }
    var cells = cells(of: item)
    let isReady = cells.phase == .ready
    let last = form.count - 1
    let row = cellsInRow(form)
    switch key {
    case .character(" ") where isReady:
      cells.phase = .running(since: now)
      message = .phrase(.cellsBegun)
    case .character(" "): strike(&cells, form)
    case .left where !isReady: cells.cursor = max(0, cells.cursor - 1)
    case .right where !isReady: cells.cursor = min(last, cells.cursor + 1)
    case .up where cells.cursor >= row && !isReady: cells.cursor -= row
    case .down where !isReady: if cells.cursor + row <= last { cells.cursor += row }
    case .up, .down:
      movePointer(by: key == .up ? -1 : 1)
      return
    case .home where !isReady: cells.cursor = 0
    case .end where !isReady: cells.cursor = last
    case .enter:
      switch cells.phase {
      case .ready:
        message = .phrase(.cellsNotBegun)
        return
      case .running, .timeOver: cells.finish(at: cells.cursor + 1, form, now: now)
      case .done: return goOn(from: item)
      }
    case .character("."), .character("/"):
      // One key on Latin and Cyrillic keyboards.
      if isReady { return }
      cells.finish(at: cells.cursor + 1, form, now: now)
    case .backspace, .delete:
      if !isReady { ask(.restartCells(slot: item.slot)) }
      return
    default: return
    }
    setDraft(.cells(cells), at: item.slot)
  }

  /// Strikes the cell at the pointer out, or takes that back.
  private mutating func strike(_ cells: inout CellsDraft, _ form: TimedGridForm) {
    let cell = cells.cursor + 1
    if case .done(let last, _) = cells.phase, cell > last {
      message = .phrase(.cellsBehindLast)
      return
    }
    if cells.wrong.remove(cell) == nil { cells.wrong.insert(cell) }
    guard case .running = cells.phase, cells.isHopeless(form), let limit = form.stopAfterWrong else { return }
    cells.finish(at: limit, form, now: now)
    message = .phrase(.cellsHopeless)
    rings = true
  }

  /// From the beginning, with all the time.
  mutating func restartCells(_ slot: Int) { setDraft(.cells(CellsDraft()), at: slot) }

  /// Rings where the time of a grid is over, wherever the person is.
  mutating func passCellsTime() {
    for (slot, draft) in drafts {
      guard case .cells(var cells) = draft, let item = delivery.item(at: slot),
        case .timedGrid(let form) = item.item.kind,
        cells.timeLeft(of: form, at: now) == 0
      else { continue }
      cells.phase = .timeOver
      setDraft(.cells(cells), at: slot)
      message = .phrase(.cellsTimeOver)
      rings = true
    }
  }

  /// A clock of a grid runs: in milliseconds, what is left of the one that ends first.
  var cellsTimeLeft: Int64? {
    drafts.compactMap { slot, draft in
      guard case .cells(let cells) = draft, case .timedGrid(let form)? = delivery.item(at: slot)?.item.kind else {
        return nil
      }
      return cells.timeLeft(of: form, at: now)
    }.min()
  }

  /// How many cells stand in a row on this screen: as many as the author says, or as have room.
  func cellsInRow(_ form: TimedGridForm) -> Int {
    cellsInRow(form, width: entryWidth + Body.entryIndent)
  }

  func cellsInRow(_ form: TimedGridForm, width: Int) -> Int {
    max(1, min(form.columns, (width - 2) / (cellWidth(form) + 3)))
  }

  func cellWidth(_ form: TimedGridForm) -> Int {
    form.cells(in: language).map { SafeText.line($0).width }.max() ?? 1
  }
}
