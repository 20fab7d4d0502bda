package import Datasets
import Expressions
package import Instruments
import Texts

extension Sample {
  /// An anonymous questionnaire: routing, a shared list with "don't know", an "other", a reversed row, a mean.
  package static var parents: Instrument {
    let yesno = ChoiceList(id: "yesno", options: [option("yes"), option("no")], place: place())
    let agree = ChoiceList(
      id: "agree4",
      options: [option("1"), option("2"), option("3"), option("4"), option("dk", missing: .dontKnow)], place: place())
    func row(_ id: String) -> Item {
      item(id, .choose(Choices(options: agree.options, list: "agree4")), required: .yes)
    }
    let whyNot = Choices(
      options: [
        option("taste"), option("price"), option("oth", asksText: true), option("none", alone: true),
      ])
    let child: [Block] = [
      .item(item("grade", number(1, 11, whole: true), required: .yes)),
      .item(item("meals", .choose(Choices(options: yesno.options, list: "yesno")), required: .yes)),
      .item(item("why_not", .chooseMany(whyNot, atLeast: nil, atMost: 2), showIf: "meals eq 'no'")),
      .item(
        item(
          "spend", number(0, unit: "сом"), showIf: "meals eq 'yes'",
          checks: [
            AnswerCheck(
              that: source("spend le 300"), otherwise: .ask, message: LocalizedText("Please check"), place: place())
          ])),
    ]
    let school: [Block] = [
      .grid(
        Grid(
          id: "g", prompt: LocalizedText("How much do you agree?"), shufflesRows: true,
          rows: [row("g_safe"), row("g_respect"), row("g_fair"), row("g_bully")], place: place())),
      .item(item("bully_more", .text(TextForm(lines: 4)), showIf: "g_bully ge 3 and grade ge 5")),
    ]
    let plans = item("plans", .choose(Choices(options: yesno.options, list: "yesno")))
    return Instrument(
      form: Form(
        id: "parents", version: "2.0", method: .questionnaire, languages: [.ky, .ru, .en],
        title: texts("Сурамжылоо", "Опрос", "Survey"), respondent: "parent", isAnonymous: true, isOnePerCode: true,
        choiceLists: [yesno, agree],
        sections: [
          section("child", child), section("climate_s", school),
          section("teen", showIf: "grade eq 9", [.item(plans)]),
        ],
        pipedReferences: [PipedReference(id: "grade", owner: "bully_more", place: place())], place: place()),
      scoring: ScoringRules(
        reversed: ["g_bully"],
        scales: [scale("climate", .mean, of: "g_safe g_respect g_fair g_bully", atLeast: 3)],
        feeds: [feed("parents", ["answered": "true", "satisfaction": "rescale(score(climate), 1, 4, 0, 1)"])]),
      examples: [
        example(
          "no meals",
          [
            [
              "grade": "3", "meals": "no", "why_not": "price", "g_safe": "4", "g_respect": "4", "g_fair": "3",
              "g_bully": "1",
            ]
          ],
          [.hidden(symbols("spend bully_more plans"), place()), .value(of: "climate", source("3.75"))]),
        example(
          "back and change", [["grade": "9", "meals": "yes", "spend": "150"], ["meals": "no"]],
          [.hidden(["spend"], place()), .shown(symbols("why_not plans"), place())]),
      ])
  }

  /// An observation sheet: a tally, a timed record, criteria that carry their own points.
  package static var lesson: Instrument {
    let share = ChoiceList(id: "how_many", options: [option("3"), option("2"), option("1")], place: place())
    return Instrument(
      form: Form(
        id: "lesson", version: "1.0", method: .observation, languages: [.ky, .ru],
        title: LocalizedText("Lesson"), respondent: "observer", observed: "lesson", choiceLists: [share],
        sections: [
          section(
            "course",
            [
              .item(item("questions", .tally)),
              .item(
                item(
                  "on_task", .timeSample(every: 600_000, Choices(options: share.options, list: "how_many")))),
            ]),
          section(
            "quality",
            [
              .rubric(
                Grid(
                  id: "lesson_quality", prompt: LocalizedText("Mark a level"),
                  rows: [item("goal", levels("0 1 2")), item("feedback", levels("0 1 2"))], place: place())),
              .item(item("advice", .text(TextForm(lines: 6)))),
            ]),
        ], place: place()),
      scoring: ScoringRules(
        keys: [key("goal", .levels, points: Decimal64(2)), key("feedback", .levels, points: Decimal64(2))],
        scales: [scale("lesson", of: "goal feedback")],
        feeds: [feed("lessons", ["points": "score(lesson)", "max": "max-score(lesson)"])]),
      examples: [
        example("best lesson", [["goal": "2", "feedback": "2"]], [.value(of: "lesson", source("4"))])
      ])
  }

  /// The data sets that the samples feed, and one that comes from a register.
  package static var datasets: [Dataset] {
    func dataset(_ id: String, _ source: Dataset.Source, _ fields: [(String, Field.Kind)]) -> Dataset {
      Dataset(
        id: Symbol(id), title: LocalizedText(id), row: ["pupil"], source: source,
        fields: fields.map { Field(id: Symbol($0.0), kind: $0.1, place: place()) }, place: place())
    }
    let levels = ChoiceCodes(
      name: "dengeel",
      options: [option("below"), option("base"), option("above"), option("absent", missing: .absent)])
    let number = Field.Kind.number(decimals: Field.defaultDecimals)
    return [
      dataset("diag", .instrument, [("level", .choice(levels)), ("score", number), ("max", number)]),
      dataset("parents", .instrument, [("answered", .boolean), ("satisfaction", .number(decimals: 2))]),
      dataset("lessons", .instrument, [("points", number), ("max", number)]),
      dataset("marks", .register, [("mark", number)]),
    ]
  }
}
