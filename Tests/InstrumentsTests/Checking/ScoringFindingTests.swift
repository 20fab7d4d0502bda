import Datasets
import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What can be wrong with keys, scales, feeds and examples")
struct ScoringFindingTests {
  static var cases: [FindingCase] { keys + reversal + scales + levels + feeds + examples }

  static var keys: [FindingCase] {
    [
      FindingCase(ScoringFinding.keyOfUnknownItem, "nobody's key", found: "m9", in: Sample.math) {
        $0.scoring.keys.append(Sample.key("m9", .options(["a"])))
      },
      FindingCase(ScoringFinding.pointsNotPositive, "no points", found: "m1", in: Sample.math) {
        $0.changeKey("m1") { $0.points = .zero }
      },
      FindingCase(ScoringFinding.noCorrectOption, "none marked", found: "m2", in: Sample.math) {
        $0.changeKey("m2") { $0.answer = .options([]) }
      },
      FindingCase(ScoringFinding.severalCorrect, "two of one", found: "m2", in: Sample.math) {
        $0.changeKey("m2") { $0.answer = .options(["b", "c"]) }
      },
      FindingCase(ScoringFinding.keyNotAmongOptions, "no such option", found: "e", in: Sample.math) {
        $0.changeKey("m2") { $0.answer = .options(["e"]) }
      },
      FindingCase(ScoringFinding.correctOptionMeansMissing, "don't know is right", found: "dk", in: Sample.math) {
        $0.change("m2") { $0.kind.add(Sample.option("dk", missing: .dontKnow)) }
        $0.changeKey("m2") { $0.answer = .options(["dk"]) }
      },
      FindingCase(ScoringFinding.keyOutsideRange, "above the largest", found: "60", in: Sample.math) {
        $0.change("m3") { $0.kind = Sample.number(0, 50, whole: true) }
        $0.examples = []
      },
      FindingCase(ScoringFinding.keyNotWhole, "a half", found: "60.5", in: Sample.math) {
        $0.changeKey("m3") { $0.answer = Sample.numberKey("60.5") }
      },
      FindingCase(ScoringFinding.toleranceNegative, "less than none", found: "-1", in: Sample.math) {
        $0.changeKey("m6") { $0.answer = Sample.numberKey("23", tolerance: "-1") }
      },
      FindingCase(ScoringFinding.keyDoesNotFit, "a number for a choice", found: "m2", in: Sample.math) {
        $0.changeKey("m2") { $0.answer = Sample.numberKey("56") }
      },
      FindingCase(ScoringFinding.creditDoesNotFit, "places of a choice", found: "per-place", in: Sample.math) {
        $0.changeKey("m4") { $0.credit = .perPlace }
      },
      FindingCase(ScoringFinding.placesNotPermutation, "one too few", found: "m5", in: Sample.math) {
        $0.changeKey("m5") { $0.answer = .order(["b", "a", "d"]) }
      },
      FindingCase(ScoringFinding.placesNotPermutation, "one twice", found: "m5", in: Sample.math) {
        $0.changeKey("m5") { $0.answer = .order(["b", "a", "d", "d"]) }
      },
      FindingCase(ScoringFinding.emptyTextKey, "only spaces", in: spelling([" \u{A0}"])),
      FindingCase(ScoringFinding.emptyTextKey, "no spelling", in: spelling([])),
      FindingCase(
        ScoringFinding.doubledKey, "the same to a reader", found: " БИШКЕК", in: spelling(["Бишкек", " БИШКЕК"])),
      FindingCase(ScoringFinding.doubledKey, "a number twice", found: "23", in: Sample.math) {
        $0.changeKey("m6") {
          $0.answer = .numbers([
            NumberKey(value: Decimal64(23), tolerance: .zero), NumberKey(value: Decimal64(23), tolerance: .one),
          ])
        }
      },
      FindingCase(ScoringFinding.correctNeverTogether, "at most one, two right", found: "m4", in: Sample.math) {
        $0.change("m4") { $0.kind = .chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: 1) }
        $0.examples = []
      },
      FindingCase(ScoringFinding.pointsDifferFromLevels, "more than the best level", found: "goal", in: Sample.lesson) {
        $0.changeKey("goal") { $0.points = Decimal64(3) }
      },
      FindingCase(ScoringFinding.pointsInNoScale, "forgotten", found: "m6", in: Sample.math) {
        $0.scoring.scales[2] = Sample.scale("geometry", of: "m7")
        $0.form.sections[0].blocks.append(.item(Sample.item("m7", Sample.number(0, 1))))
      },
    ]
  }

  static func spelling(_ keys: [String]) -> Instrument {
    Sample.instrument(
      [.item(Sample.item("capital", .text(TextForm())))],
      scoring: ScoringRules(keys: [Sample.key("capital", .texts(keys.map { Sample.source($0) }))]))
  }

  static var reversal: [FindingCase] {
    [
      FindingCase(ScoringFinding.reverseWithKey, "points turned round", found: "m2", in: Sample.math) {
        $0.scoring.reversed = ["m2"]
      },
      FindingCase(ScoringFinding.reverseNeedsNumbers, "words", found: "meals", in: Sample.parents) {
        $0.scoring.reversed.insert("meals")
      },
      FindingCase(ScoringFinding.reverseNeedsNumbers, "no largest", found: "spend", in: Sample.parents) {
        $0.scoring.reversed.insert("spend")
      },
      FindingCase(ScoringFinding.reverseWithoutScale, "in no scale", found: "grade", in: Sample.parents) {
        $0.scoring.reversed.insert("grade")
      },
    ]
  }

  static var scales: [FindingCase] {
    [
      FindingCase(ScoringFinding.unknownMember, "misspelt", found: "m33", in: Sample.math) {
        $0.scoring.scales[0] = Sample.scale("number", of: "m1 m2 m3 m33")
      },
      FindingCase(ScoringFinding.memberTwice, "twice in a row", found: "m2", in: Sample.math) {
        $0.scoring.scales[0] = Sample.scale("number", of: "m1 m2 m3 m2")
      },
      FindingCase(ScoringFinding.memberUnscored, "words", found: "meals", in: Sample.parents) {
        $0.scoring.scales[0] = Sample.scale("climate", .mean, of: "g_safe g_respect g_fair g_bully meals")
      },
      FindingCase(ScoringFinding.scaleOfItself, "a snake", found: "number", in: Sample.math) {
        $0.scoring.scales[0] = Sample.scale("number", of: "m1 m2 m3 number")
      },
      FindingCase(ScoringFinding.laterScale, "defined below", found: "geometry", in: Sample.math) {
        $0.scoring.scales[0] = Sample.scale("number", of: "m1 m2 m3 geometry")
      },
      FindingCase(ScoringFinding.atLeastAboveMembers, "5 of 4", found: "climate", in: Sample.parents) {
        $0.scoring.scales[0].atLeast = 5
      },
      FindingCase(ScoringFinding.percentWithoutMaximum, "money", found: "climate", in: Sample.parents) {
        $0.scoring.scales[0] = Sample.scale("climate", .percent, of: "g_safe g_respect g_fair g_bully spend")
      },
      FindingCase(ScoringFinding.scaleWithoutMembers, "of nothing", found: "none", in: Sample.math) {
        $0.scoring.scales.append(Sample.scale("none", of: ""))
      },
      FindingCase(ScoringFinding.memberCountedThrough, "itself and in a scale", found: "m1", in: Sample.math) {
        $0.scoring.scales[3].members.append(Scale.Member(id: "m1", place: Sample.place()))
      },
      FindingCase(ScoringFinding.memberCountedThrough, "in two scales", found: "m1", in: Sample.math) {
        $0.scoring.scales[1] = Sample.scale("fraction", of: "m4 m5 m1")
      },
      FindingCase(ScoringFinding.tooManyScales, "1,001", found: "s1000", in: Sample.lesson) {
        $0.scoring.scales = (0...1_000).map { Sample.scale("s\($0)", of: "goal feedback") }
        $0.scoring.feeds = []
        $0.examples = []
      },
    ]
  }

  static var levels: [FindingCase] {
    func levels(_ finding: ScoringFinding, _ why: String, _ found: String, _ levels: [Level]) -> FindingCase {
      FindingCase(finding, why, found: found, in: Sample.math) {
        $0.scoring.scales[3].levels = levels
        $0.scoring.feeds = []
        $0.examples = []
      }
    }
    let level = Sample.level
    return [
      levels(.levelsOutOfOrder, "falls", "base", [level("below", "0%"), level("above", "70%"), level("base", "45%")]),
      levels(.levelUnreachable, "above the maximum", "above", [level("below", "0"), level("above", "8.5")]),
      levels(.levelUnreachable, "above all", "above", [level("below", "0%"), level("above", "100.5%")]),
      levels(.doubledLevelCode, "twice", "base", [level("base", "0%"), level("base", "45%")]),
      levels(.mixedBorders, "points and percent", "total", [level("below", "0"), level("base", "45%")]),
      levels(.lowestLevelAbove, "begins above nothing", "total", [level("base", "45%"), level("above", "70%")]),
    ]
  }

  static var feeds: [FindingCase] {
    func feed(_ finding: ScoringFinding, _ why: String, _ found: String, _ feed: Feed) -> FindingCase {
      FindingCase(finding, why, found: found, in: Sample.math) { $0.scoring.feeds = [feed] }
    }
    let whole: KeyValuePairs<String, String> = [
      "level": "level(total)", "score": "score(total)", "max": "max-score(total)",
    ]
    return [
      feed(.unknownDataset, "misspelt", "dialog", Sample.feed("dialog", whole)),
      feed(
        .unknownField, "misspelt", "scoore",
        Sample.feed(
          "diag",
          ["level": "level(total)", "score": "score(total)", "max": "max-score(total)", "scoore": "score(total)"])),
      feed(
        .doubledField, "twice", "score",
        Sample.feed(
          "diag",
          ["level": "level(total)", "score": "score(total)", "max": "max-score(total)", "score": "score(total)"])),
      feed(.fieldNotFed, "left out", "max", Sample.feed("diag", ["level": "level(total)", "score": "score(total)"])),
      feed(.datasetOfOtherSource, "a register", "marks", Sample.feed("marks", ["mark": "score(total)"])),
      FindingCase(ScoringFinding.codeNotInField, "a level that the list lacks", found: "top", in: Sample.math) {
        $0.scoring.scales[3].levels[2].code = "top"
        $0.examples = []
      },
      FindingCase(ScoringFinding.doubledFeed, "twice", found: "diag", in: Sample.math) {
        $0.scoring.feeds.append($0.scoring.feeds[0])
      },
      FindingCase(ScoringFinding.maximumNeverKnown, "no largest number", found: "asked", in: Sample.lesson) {
        $0.scoring.scales.append(Sample.scale("asked", of: "questions"))
        $0.scoring.feeds = [Sample.feed("lessons", ["points": "score(asked)", "max": "max-score(asked)"])]
      },
    ]
  }

  static var examples: [FindingCase] {
    func example(
      _ finding: some Finding, _ why: String, _ found: String, answers: KeyValuePairs<String, String> = ["m1": "623"],
      _ expected: Example.Expectation...
    ) -> FindingCase {
      FindingCase(finding, why, found: found, in: Sample.math) {
        $0.examples = [Sample.example("spoiled", [answers], expected)]
      }
    }
    let one = Example.Expectation.value(of: "number", Sample.source("1"))
    return [
      example(ScoringFinding.exampleUnknownItem, "misspelt", "m10", answers: ["m10": "623"], one),
      example(ScoringFinding.exampleAnswerTwice, "one step", "m1", answers: ["m1": "623", "m1": "5"], one),
      example(AnswerFinding.belowMinimum, "out of range", "-5", answers: ["m3": "-5"], one),
      example(AnswerFinding.unknownCode, "no such option", "z", answers: ["m2": "z"], one),
      example(ScoringFinding.exampleUnknownName, "no such scale", "all", .value(of: "all", Sample.source("1"))),
      example(
        ScoringFinding.exampleUnknownName, "no such element", "m10", .shown(["m1", "m10"], Sample.place())),
      example(
        ScoringFinding.exampleValueImpossible, "above the maximum", "9", .value(of: "total", Sample.source("9"))),
      example(
        ScoringFinding.exampleValueImpossible, "no number", "many", .value(of: "total", Sample.source("many"))),
      example(
        ScoringFinding.exampleValueImpossible, "no such option", "z", .value(of: "m2", Sample.source("z"))),
      example(
        ScoringFinding.exampleValueImpossible, "no such level", "basic", .level(of: "total", Sample.source("basic"))),
      example(
        ScoringFinding.exampleLevelOfNoScale, "no levels", "number", .level(of: "number", Sample.source("base"))),
      example(
        ScoringFinding.exampleShownAndHidden, "both", "m2", .shown(["m1", "m2"], Sample.place()),
        .hidden(["m2"], Sample.place())),
      example(ScoringFinding.exampleWithoutExpectation, "tests nothing", "spoiled"),
      FindingCase(ScoringFinding.doubledExampleName, "two names", found: "all correct", in: Sample.math) {
        $0.examples[1].name = "all correct"
      },
    ]
  }

  @Test("Each mistake is told by its code, once and alone", arguments: cases)
  func findings(of spoiled: FindingCase) {
    let findings = spoiled.findings
    #expect(findings.map(\.code) == [spoiled.code], "\(findings.map { $0.text(in: .en) })")
    if let found = spoiled.found { #expect(findings.first?.found == found) }
  }

  @Test("A field that takes another type is told by the expressions' own checker, at the piece")
  func fieldTypes() {
    func codes(_ field: String, _ value: String) -> [String] {
      var instrument = Sample.math
      instrument.scoring.feeds[0].fields.removeAll { $0.id.text == field }
      instrument.scoring.feeds[0].fields.append(
        Feed.Field(id: Symbol(field), value: Sample.source(value), place: Sample.place()))
      let result = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: Sample.datasets)
      return result.findings.map(\.code)
    }
    #expect(codes("score", "level(total)") == [ExpressionFinding.numberNeeded.rawValue])
    #expect(codes("level", "score(total)") == [ExpressionFinding.choiceNeeded.rawValue])
    #expect(codes("level", "'basis'") == [ExpressionFinding.codeNotInChoices.rawValue])
    #expect(codes("level", "'base'") == [])
    #expect(codes("score", "if(m1 is answered, 1, 0)") == [])
  }

  @Test("Every code of the families has its case")
  func allCodesAreTested() {
    let tested = Set((Self.cases + FormFindingTests.cases).map(\.code))
    let elsewhere: Set<InstrumentFinding> = [
      // Told by whoever reads the file: an instrument holds the options, not the name that was misspelt.
      .unknownChoiceList,
      // Comes with the finding of the condition that never holds.
      .requiredNeverShown,
    ]
    for finding in InstrumentFinding.allCases where !elsewhere.contains(finding) {
      #expect(tested.contains(finding.rawValue), "\(finding)")
    }
    for finding in ScoringFinding.allCases { #expect(tested.contains(finding.rawValue), "\(finding)") }
  }

  @Test("The samples are sound", arguments: [Sample.math, Sample.parents, Sample.lesson])
  func samples(instrument: Instrument) {
    let findings = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: Sample.datasets).findings
    #expect(findings == [], "\(findings.map { $0.text(in: .en) })")
  }
}
