import Expressions
import Instruments

extension SessionPlan {
  /// The plan of a session in which chance falls so that these are asked, as far as one session can ask them: what an
  /// example is about. The rest keeps the written order.
  init(of instrument: CheckedInstrument, inputs: [Symbol: Value], asking subjects: Set<Symbol>) {
    let form = instrument.delivery.form
    let wanted = form.sections.map { section in
      Set(
        section.blocks.indices.filter { block in
          let content = section.blocks[block]
          return subjects.contains(content.id)
            || content.items.contains { item in
              subjects.contains(item.id) || item.parts.contains { subjects.contains(item.partID($0)) }
            }
        })
    }
    let booklets = form.booklets?.booklets ?? []
    func worth(_ booklet: Int) -> Int { form.sections(of: booklets[booklet]).reduce(0) { $0 + wanted[$1].count } }
    // The first of those that ask the most: the seed that gets it.
    let best = booklets.indices.reduce(0) { worth($1) > worth($0) ? $1 : $0 }
    let sections = booklets.isEmpty ? Array(form.sections.indices) : form.sections(of: booklets[best])
    // Of an adaptive section an example is about the questions that it names.
    let route = Self.route(instrument.delivery, sections: sections, choosesItems: false) { section in
      form.sections[section].adaptation == nil
        ? SectionDraw(form.sections[section]).blocks(with: wanted[section]) : wanted[section].sorted()
    }
    self.init(
      delivery: instrument.delivery, seed: UInt64(best), inputs: inputs, judge: AnswerJudge(of: instrument),
      chooser: ChoiceMaker(of: instrument), route: route)
  }
}

extension Example {
  /// What it answers, and what it expects to be shown.
  fileprivate var answered: Set<Symbol> { Set(steps.flatMap { $0.answers.map(\.item) }) }

  var subjects: Set<Symbol> {
    expectations.reduce(into: answered) { subjects, expectation in
      if case .shown(let ids, _) = expectation { subjects.formUnion(ids) }
    }
  }
}
