import Datasets
package import Expressions
package import Monitoring

/// The board of the school, from components alone.
extension Office {
  /// What a board is made of, up to date: reads components, and facts only where these are new.
  ///
  /// `today` is the day on which formulas and the plan's own facts are asked.
  package func boardMaker(today: CalendarDate) throws(StoreFault) -> BoardMaker {
    var tables: [Symbol: ComponentTable] = [:]
    for program in indicators.programs {
      tables[program.dataset.id] =
        program.dataset.source == .plan
        ? planTable(program, today: today) : try components(of: program.dataset.id)
    }
    return BoardMaker(
      set: indicators, tables: tables, periodsBefore: plan.periodsBefore, names: PlaceNames(of: plan), today: today)
  }

  /// The plan tells of itself: its activities are facts.
  private func planTable(_ program: DatasetProgram, today: CalendarDate) -> ComponentTable {
    let facts = plan.facts(for: program.dataset, today: today, completions: [])
    return RollUp.table(of: FactTable(dataset: program.dataset, facts: facts), by: program, today: today)
  }
}
