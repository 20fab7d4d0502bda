import Datasets
import Diagnostics
import Expressions
import Instruments

/// An instrument without its places, so that two files that say the same are equal.
extension Instrument {
  var placeless: Instrument {
    var result = self
    result.form.place = .nowhere
    result.form.pipedReferences = form.pipedReferences.map {
      PipedReference(id: $0.id, owner: $0.owner, place: .nowhere)
    }
    result.form.choiceLists = form.choiceLists.map { list in
      ChoiceList(id: list.id, title: list.title, options: list.options.map(\.placeless), place: .nowhere)
    }
    result.form.sections = form.sections.map { section in
      var section = section
      section.place = .nowhere
      section.showIf = section.showIf?.placeless
      section.stopRule?.place = .nowhere
      section.repetition?.place = .nowhere
      section.adaptation?.place = .nowhere
      section.routes = section.routes.map { Route(to: $0.to, from: $0.from, place: .nowhere) }
      section.blocks = section.blocks.map(\.placeless)
      return section
    }
    result.scoring.keys = scoring.keys.map { key in
      var key = key
      key.place = .nowhere
      if case .texts(let texts) = key.answer { key.answer = .texts(texts.map(\.placeless)) }
      if case .judgement(let guide) = key.answer { key.answer = .judgement(guide.placeless) }
      return key
    }
    result.scoring.scales = scoring.scales.map { scale in
      var scale = scale
      scale.place = .nowhere
      scale.members = scale.members.map { Scale.Member(id: $0.id, place: .nowhere) }
      scale.by?.place = .nowhere
      scale.rows = scale.rows.map {
        Scale.Row(from: $0.from, value: $0.value, holdsFor: $0.holdsFor, place: .nowhere)
      }
      scale.levels = scale.levels.map {
        Level(code: $0.code, from: $0.from, holdsFor: $0.holdsFor, title: $0.title, place: .nowhere)
      }
      return scale
    }
    result.scoring.calibration?.place = .nowhere
    result.scoring.calibration?.items = (scoring.calibration?.items ?? []).map { item in
      var item = item
      item.place = .nowhere
      return item
    }
    result.scoring.feeds = scoring.feeds.map { feed in
      let fields = feed.fields.map { Feed.Field(id: $0.id, value: $0.value.placeless, place: .nowhere) }
      return Feed(dataset: feed.dataset, fields: fields, place: .nowhere)
    }
    result.scoring.feedback = scoring.feedback.mapValues { all in
      all.map { Feedback($0.occasion, text: $0.text, place: .nowhere) }
    }
    result.specifications = specifications.mapValues {
      Specification(area: $0.area, process: $0.process, place: .nowhere)
    }
    result.blueprint = blueprint.map { plan in
      func parts(_ parts: [Blueprint.Part]) -> [Blueprint.Part] {
        parts.map { Blueprint.Part(code: $0.code, title: $0.title, share: $0.share, place: .nowhere) }
      }
      return Blueprint(
        areas: parts(plan.areas), processes: parts(plan.processes),
        cells: plan.cells.map {
          Blueprint.Cell(area: $0.area, process: $0.process, share: $0.share, place: .nowhere)
        }, tolerance: plan.tolerance, place: .nowhere)
    }
    result.examples = examples.map(\.placeless)
    return result
  }
}

extension Example {
  var placeless: Example {
    let steps = steps.map { step in
      Step(answers: step.answers.map { Given(item: $0.item, typed: $0.typed.placeless) })
    }
    let expectations = expectations.map { expectation -> Expectation in
      switch expectation {
      case .value(let of, let text): .value(of: of, text.placeless)
      case .level(let of, let text): .level(of: of, text.placeless)
      case .shown(let ids, _): .shown(ids, .nowhere)
      case .hidden(let ids, _): .hidden(ids, .nowhere)
      }
    }
    return Example(name: name, steps: steps, expectations: expectations, place: .nowhere)
  }
}

extension Block {
  var placeless: Block {
    switch self {
    case .item(let item): .item(item.placeless)
    case .grid(let grid): .grid(grid.placeless)
    case .rubric(let grid): .rubric(grid.placeless)
    case .gaps(let grid): .gaps(grid.placeless)
    case .allocate(let allocation):
      .allocate(
        Allocation(
          grid: allocation.grid.placeless, total: allocation.total, isWhole: allocation.isWhole, unit: allocation.unit))
    case .note(let passage): .note(passage.placeless)
    case .stimulus(let passage): .stimulus(passage.placeless)
    case .compute(let computation):
      .compute(
        Computation(
          id: computation.id, value: computation.value.placeless, showIf: computation.showIf?.placeless,
          place: .nowhere))
    }
  }
}

extension Grid {
  var placeless: Grid {
    var result = self
    result.place = .nowhere
    result.showIf = showIf?.placeless
    result.rows = rows.map(\.placeless)
    return result
  }
}

extension Passage {
  var placeless: Passage {
    Passage(id: id, text: text, showIf: showIf?.placeless, items: items, place: .nowhere)
  }
}

extension Item {
  var placeless: Item {
    var result = self
    result.place = .nowhere
    result.showIf = showIf?.placeless
    if case .when(let formula) = required { result.required = .when(formula.placeless) }
    result.checks = checks.map {
      AnswerCheck(that: $0.that.placeless, otherwise: $0.otherwise, message: $0.message, place: .nowhere)
    }
    switch kind {
    case .choose(let choices): result.kind = .choose(choices.placeless)
    case .chooseMany(let choices, let atLeast, let atMost):
      result.kind = .chooseMany(choices.placeless, atLeast: atLeast, atMost: atMost)
    case .order(let choices): result.kind = .order(choices.placeless)
    case .timeSample(let every, let choices): result.kind = .timeSample(every: every, choices.placeless)
    case .criterion(let descriptors):
      result.kind = .criterion(descriptors.map { Descriptor(points: $0.points, text: $0.text, place: .nowhere) })
    case .match(let form):
      result.kind = .match(
        MatchForm(
          lefts: form.lefts.map(\.placeless), rights: form.rights.placeless, reusesRights: form.reusesRights))
    case .text(var form):
      if let source = form.pattern?.source { form.pattern?.source = source.placeless }
      result.kind = .text(form)
    case .number, .tally, .date, .essay, .timedGrid: break
    }
    return result
  }
}

extension MarkingGuide {
  var placeless: MarkingGuide {
    MarkingGuide(
      text: text,
      criteria: criteria.map { criterion in
        Criterion(
          id: criterion.id, text: criterion.text,
          levels: criterion.levels.map { Descriptor(points: $0.points, text: $0.text, place: .nowhere) },
          place: .nowhere)
      })
  }
}

extension Choices {
  var placeless: Choices { Choices(options: options.map(\.placeless), list: list, isShuffled: isShuffled) }
}

extension Option {
  var placeless: Option {
    var result = self
    result.place = .nowhere
    return result
  }
}

extension SourceText {
  var placeless: SourceText { SourceText(text, at: .nowhere) }
}

extension Place {
  static let nowhere = Place(file: "", line: 0, column: 0)
}
