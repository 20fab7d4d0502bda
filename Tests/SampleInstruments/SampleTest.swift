import Datasets
import Expressions
package import Instruments
import Texts

extension Sample {
  /// A diagnostic test in mathematics: every kind of key, partial credit, a scale of scales with levels, a feed.
  package static var math: Instrument {
    let fractions = Choices(
      options: [option("a", "2/4"), option("b", "3/5"), option("c", "5/10"), option("d", "4/6")], isShuffled: true)
    let sizes = Choices(
      options: [option("a", "0,5"), option("b", "1/4"), option("c", "1"), option("d", "0,75")])
    let divisible = Choices(
      options: [option("a", "48"), option("b", "54"), option("c", "56"), option("d", "64")], isShuffled: true)
    return instrument(
      [
        .item(item("m1", number())), .item(item("m2", .choose(divisible))),
        .item(item("m3", number(0, whole: true, unit: "сом"))),
        .item(item("m4", .chooseMany(fractions, atLeast: nil, atMost: nil))), .item(item("m5", .order(sizes))),
        .item(item("m6", number(unit: "см"))),
      ],
      scoring: ScoringRules(
        keys: [
          key("m1", numberKey("623")), key("m2", .options(["c"])), key("m3", numberKey("60")),
          key("m4", .options(["a", "c"]), points: Decimal64(2), credit: .hits),
          key("m5", .order(["b", "a", "d", "c"]), points: Decimal64(2), credit: .perPlace),
          key("m6", numberKey("23")),
        ],
        scales: [
          scale("number", of: "m1 m2 m3"), scale("fraction", of: "m4 m5"), scale("geometry", of: "m6"),
          scale(
            "total", of: "number fraction geometry",
            levels: [level("below", from: "0%"), level("base", from: "45%"), level("above", from: "70%")]),
        ],
        feeds: [feed("diag", ["level": "level(total)", "score": "score(total)", "max": "max-score(total)"])]),
      examples: [
        example(
          "all correct", [["m1": "623", "m2": "c", "m3": "60", "m4": "a c", "m5": "b a d c", "m6": "23"]],
          [.value(of: "total", source("8")), .level(of: "total", source("above"))]),
        example(
          "half the fractions", [["m1": "623", "m2": "a", "m3": "60", "m4": "a", "m5": "b a c d", "m6": "11,5"]],
          [
            .value(of: "number", source("2")), .value(of: "fraction", source("2")),
            .value(of: "geometry", source("0")), .level(of: "total", source("base")),
          ]),
      ])
  }
}
