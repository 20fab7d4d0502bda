import Datasets
import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What can be wrong with a form")
struct FormFindingTests {
  static let long = "Бул эки тилде тең бирдей узун текст"

  static var cases: [FindingCase] { identifiers + options + borders + warnings }

  static var identifiers: [FindingCase] {
    [
      FindingCase(InstrumentFinding.doubledID, "two items", found: "M1", in: Sample.math) {
        $0.form.sections[0].blocks.append(.item(Sample.item("M1", Sample.number())))
      },
      FindingCase(InstrumentFinding.doubledID, "a scale like an item", found: "m6", in: Sample.math) {
        $0.scoring.scales.append(Sample.scale("m6", of: "number"))
      },
      FindingCase(InstrumentFinding.doubledID, "two lists", found: "YesNo", in: Sample.parents) {
        $0.form.choiceLists[1].id = "YesNo"
        for id in ["g_safe", "g_respect", "g_fair", "g_bully"] { $0.change(id) { $0.kind.relist("YesNo") } }
      },
      FindingCase(InstrumentFinding.unknownStimulusItem, "before the stimulus", found: "m1", in: Sample.math) {
        $0.form.sections[0].blocks.insert(
          .stimulus(
            Passage(id: "story", text: LocalizedText("Story"), items: ["m2", "m1"], place: Sample.place())), at: 1)
      },
    ]
  }

  static var options: [FindingCase] {
    [
      FindingCase(InstrumentFinding.nothingToChoose, "no option", found: "m2", in: Sample.math) {
        $0.change("m2") { $0.kind = .choose(Choices(options: [])) }
      },
      FindingCase(InstrumentFinding.nothingToChoose, "one to put in order", found: "m5", in: Sample.math) {
        $0.change("m5") { $0.kind = .order(Sample.choices("a")) }
      },
      FindingCase(InstrumentFinding.nothingToChoose, "one level", found: "goal", in: Sample.lesson) {
        $0.change("goal") { $0.kind = Sample.levels("2") }
      },
      FindingCase(InstrumentFinding.doubledCode, "two options", found: "c", in: Sample.math) {
        $0.change("m2") { $0.kind = .choose(Sample.choices("a b c c")) }
      },
      FindingCase(InstrumentFinding.missingNotAlone, "don't know beside others", found: "dk", in: Sample.parents) {
        $0.change("why_not") { $0.kind.add(Sample.option("dk", missing: .dontKnow)) }
      },
      FindingCase(InstrumentFinding.markMisplaced, "alone in an order", found: "x", in: Sample.math) {
        $0.change("m5") { $0.kind.add(Sample.option("x", alone: true)) }
      },
      FindingCase(InstrumentFinding.markMisplaced, "missing in an order", found: "x", in: Sample.math) {
        $0.change("m5") { $0.kind.add(Sample.option("x", missing: .refused)) }
      },
      FindingCase(InstrumentFinding.onlyMissingOptions, "nothing else", found: "plans", in: Sample.parents) {
        $0.change("plans") { $0.kind = .choose(Choices(options: [Sample.option("dk", missing: .dontKnow)])) }
      },
      FindingCase(InstrumentFinding.doubledDescriptor, "two levels", found: "goal", in: Sample.lesson) {
        $0.change("goal") { $0.kind = Sample.levels("0 1 1.0 2") }
      },
    ]
  }

  static var borders: [FindingCase] {
    [
      FindingCase(InstrumentFinding.minimumAboveMaximum, "5…3", found: "m1", in: Sample.math) {
        $0.change("m1") { $0.kind = Sample.number(5, 3) }
      },
      FindingCase(InstrumentFinding.noWholeNumberBetween, "0.2…0.8", found: "m3", in: Sample.math) {
        $0.change("m3") {
          $0.kind = .number(NumberForm(minimum: Decimal64("0.2"), maximum: Decimal64("0.8"), isWhole: true))
        }
      },
      FindingCase(InstrumentFinding.atLeastAboveAtMost, "3 and 2", found: "m4", in: Sample.math) {
        $0.change("m4") { $0.kind = .chooseMany(Sample.choices("a b c d"), atLeast: 3, atMost: 2) }
      },
      FindingCase(InstrumentFinding.moreThanOptions, "at most 5 of 4", found: "m4", in: Sample.math) {
        $0.change("m4") { $0.kind = .chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: 5) }
      },
      FindingCase(
        InstrumentFinding.moreThanOptions, "at least 4 of 3 that go together", found: "why_not", in: Sample.parents
      ) {
        $0.change("why_not") {
          $0.kind = .chooseMany(
            Choices(options: [Sample.option("taste"), Sample.option("price"), Sample.option("none", alone: true)]),
            atLeast: 3, atMost: nil)
        }
      },
      FindingCase(InstrumentFinding.pickAboveBlocks, "9 of 6", found: "main", in: Sample.math) {
        $0.form.sections[0].pick = 9
      },
      FindingCase(InstrumentFinding.pickBelowFixed, "1 of 2 that are always drawn", found: "main", in: Sample.math) {
        $0.form.sections[0].pick = 1
        $0.form.sections[0].fixedBlocks = ["m1", "m2"]
      },
      FindingCase(InstrumentFinding.notPositive, "pick 0", found: "main", in: Sample.math) {
        $0.form.sections[0].pick = 0
      },
      FindingCase(InstrumentFinding.notPositive, "no time", found: "m1", in: Sample.math) {
        $0.change("m1") { $0.timeLimit = 0 }
      },
      FindingCase(InstrumentFinding.notPositive, "never", found: "on_task", in: Sample.lesson) {
        $0.change("on_task") { $0.kind.every(0) }
      },
      FindingCase(InstrumentFinding.notPositive, "at most none", found: "m4", in: Sample.math) {
        $0.change("m4") { $0.kind = .chooseMany(Sample.choices("a b c d"), atLeast: nil, atMost: 0) }
      },
      FindingCase(InstrumentFinding.notPositive, "no letters", found: "advice", in: Sample.lesson) {
        $0.change("advice") { $0.kind = .text(TextForm(maximumLength: 0)) }
      },
    ]
  }

  static var warnings: [FindingCase] {
    [
      FindingCase(InstrumentFinding.unusedChoiceList, "nobody's", found: "spare", in: Sample.parents) {
        $0.form.choiceLists.append(
          ChoiceList(id: "spare", options: [Sample.option("a"), Sample.option("b")], place: Sample.place()))
      },
      FindingCase(InstrumentFinding.aloneWithoutEffect, "in choose", found: "x", in: Sample.math) {
        $0.change("m2") { $0.kind.add(Sample.option("x", alone: true)) }
      },
      FindingCase(InstrumentFinding.sameTranslation, "a long prompt", found: "m1", in: Sample.math) {
        $0.change("m1") { $0.prompt = Sample.texts(long, long, "A long text that is in both languages") }
      },
      FindingCase(InstrumentFinding.doubledOptionText, "two options", found: "d", in: Sample.math) {
        $0.change("m2") {
          $0.kind = .choose(
            Choices(options: [
              Sample.option("a", "48"), Sample.option("b", "54"), Sample.option("c", "56"), Sample.option("d", "54"),
            ]))
        }
      },
      FindingCase(InstrumentFinding.timeLimitBeyondForm, "an item", found: "m1", in: Sample.math) {
        $0.form.timeLimit = 60_000
        $0.change("m1") { $0.timeLimit = 90_000 }
      },
    ]
  }

  @Test("Each mistake is told by its code, once and alone", arguments: cases)
  func findings(of spoiled: FindingCase) {
    let findings = spoiled.findings
    #expect(findings.map(\.code) == [spoiled.code], "\(findings.map { $0.text(in: .en) })")
    if let found = spoiled.found { #expect(findings.first?.found == found) }
  }

  @Test("An item that must be answered and is never shown is told beside the condition that never holds")
  func requiredNeverShown() {
    var instrument = Sample.parents
    instrument.change("plans") { $0.required = .yes }
    instrument.form.sections[2].showIf = Sample.source("grade gt 11")
    let findings = instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings
    #expect(
      findings.map(\.code).sorted() == [
        ExpressionFinding.neverShown.rawValue, InstrumentFinding.requiredNeverShown.rawValue,
      ])
  }

  @Test("Short texts may be the same in two languages")
  func shortTexts() {
    var instrument = Sample.math
    instrument.change("m1") { $0.prompt = Sample.texts("348 + 275 = ?", "348 + 275 = ?", "348 + 275 = ?") }
    #expect(instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings == [])
  }

  @Test("A text that shows an answer given later is doubtful, and one that shows no answer is wrong")
  func piping() {
    func codes(_ id: String, _ owner: String?) -> [String] {
      var instrument = Sample.parents
      instrument.form.pipedReferences = [
        PipedReference(id: id, owner: owner.map { Symbol($0) }, place: Sample.place())
      ]
      return instrument.checked(hash: ContentHash(of: [] as [UInt8]), datasets: nil).findings.map(\.code)
    }
    #expect(codes("grade", "bully_more") == [])
    #expect(codes("spend", "meals") == [ExpressionFinding.laterReference.rawValue])
    #expect(codes("grade", nil) == [ExpressionFinding.laterReference.rawValue])
    #expect(codes("grad", "bully_more") == [ExpressionFinding.unknownName.rawValue])
  }
}

extension Item.Kind {
  mutating func add(_ option: Option) {
    switch self {
    case .choose(var choices):
      choices.options.append(option)
      self = .choose(choices)
    case .chooseMany(var choices, let least, let most):
      choices.options.append(option)
      self = .chooseMany(choices, atLeast: least, atMost: most)
    case .order(var choices):
      choices.options.append(option)
      self = .order(choices)
    case .number, .text, .criterion, .tally, .timeSample, .date, .essay, .match, .timedGrid: break
    }
  }

  mutating func relist(_ list: Symbol) {
    guard case .choose(var choices) = self else { return }
    choices.list = list
    self = .choose(choices)
  }

  mutating func every(_ milliseconds: Int64) {
    guard case .timeSample(_, let choices) = self else { return }
    self = .timeSample(every: milliseconds, choices)
  }
}
