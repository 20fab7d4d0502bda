import Diagnostics
import Expressions
import SampleInstruments
import Testing
import Texts

@testable import Instruments

@Suite("What a new version changes")
struct InstrumentComparisonTests {
  private func changes(_ change: (inout Instrument) -> Void) -> [InstrumentChange] {
    var new = Sample.math
    change(&new)
    return InstrumentComparison.changes(from: Sample.math, to: new)
  }

  private func verdict(_ change: (inout Instrument) -> Void) -> Comparability { Comparability(changes(change)) }

  @Test("Nothing changed is nothing; places, examples and versions don't count")
  func nothing() {
    #expect(changes { _ in } == [])
    let moved = changes {
      $0.form.version = "9"
      $0.examples = []
      $0.change("m1") { $0.place = Place(file: "other.xml", line: 99, column: 1) }
    }
    #expect(moved == [])
  }

  @Test("Words of a question that earns points are for a person to judge; a language more takes nothing away")
  func words() {
    let reworded = changes {
      $0.change("m1") {
        $0.prompt = LocalizedText(versions: [.ky: [.text("Башка")], .ru: [.text("Другое")], .en: [.text("Other")]])
      }
    }
    #expect(reworded.allSatisfy { $0.id == "m1" && $0.effect == .judgement && $0.audience == .respondents })
    #expect(!reworded.isEmpty && Comparability(reworded) == .judgement)
    let titled = verdict { $0.form.title = LocalizedText("Another title") }
    #expect(titled == .same)
    var old = Sample.math
    old.change("m1") { $0.prompt = LocalizedText(versions: [.ky: [.text("А")]]) }
    var new = old
    new.change("m1") { $0.prompt = LocalizedText(versions: [.ky: [.text("А")], .ru: [.text("Б")]]) }
    #expect(Comparability(InstrumentComparison.changes(from: old, to: new)) == .same)
  }

  @Test("A question more, one less, another key, other points or sums break the comparison")
  func broken() {
    #expect(verdict { $0.changeKey("m2") { $0.answer = .options(["a"]) } } == .broken)
    #expect(verdict { $0.changeKey("m2") { $0.points = Decimal64(3) } } == .broken)
    #expect(verdict { $0.changeKey("m4") { $0.credit = .all } } == .broken)
    #expect(verdict { $0.change("m2") { $0.kind.add(Sample.option("z")) } } == .broken)
    let removed = changes {
      $0.form.sections[0].blocks.removeAll { $0.id == "m1" }
      $0.scoring.keys.removeAll { $0.item == "m1" }
      $0.scoring.scales[0].members.removeAll { $0.id == "m1" }
    }
    #expect(removed.contains { $0.kind == .itemRemoved && $0.id == "m1" && $0.effect == .breaks })
    #expect(removed.contains { $0.kind == .scaleMembers })
  }

  @Test("Other borders of levels leave the scores comparable")
  func levels() {
    let changed = changes { instrument in
      guard let index = instrument.scoring.scales.lastIndex(where: { !$0.levels.isEmpty }) else { return }
      instrument.scoring.scales[index].levels[0].from = .percent(Decimal64(1))
    }
    #expect(changed.map(\.kind) == [.levels])
    #expect(Comparability(changed) == .scoresOnly)
  }

  @Test("A question under another id is the same question")
  func renamed() throws {
    var old = Sample.math
    old.change("m1") { $0.prompt = LocalizedText("How much is 348 and 275?") }
    var new = old
    new.change("m1") { $0.id = "first" }
    new.changeKey("m1") { $0.item = "first" }
    for index in new.scoring.scales.indices {
      for member in new.scoring.scales[index].members.indices where new.scoring.scales[index].members[member].id == "m1"
      {
        new.scoring.scales[index].members[member].id = "first"
      }
    }
    let changes = InstrumentComparison.changes(from: old, to: new)
    #expect(changes.contains { $0.kind == .itemRenamed && $0.new == "first" && $0.id == "m1" })
    #expect(!changes.contains { $0.kind == .itemAdded || $0.kind == .itemRemoved })
  }

  @Test("Words that are the same in all languages are told once; passages of a test are for a person to judge")
  func commonWords() throws {
    let told = changes { $0.change("m1") { $0.hint = LocalizedText("of 4") } }
    #expect(told.map(\.kind) == [.words] && told[0].language == nil && told[0].new == "of 4")
    var old = Sample.math
    old.form.sections[0].blocks.append(
      .stimulus(Passage(id: "p", text: LocalizedText("A foal"), items: ["m1"], place: Sample.place())))
    var new = old
    new.form.sections[0].blocks[new.form.sections[0].blocks.count - 1] = .stimulus(
      Passage(id: "p", text: LocalizedText("A colt"), items: ["m1", "m2"], place: Sample.place()))
    let passages = InstrumentComparison.changes(from: old, to: new)
    #expect(passages.map(\.kind) == [.words, .placement] && Comparability(passages) == .judgement)
  }

  @Test("Conditions, order and draws are told with what was and what is")
  func routing() {
    let conditioned = changes { $0.change("m6") { $0.showIf = Sample.source("m1 gt 5") } }
    #expect(conditioned.map(\.kind) == [.condition])
    #expect(conditioned[0].old == "–" && conditioned[0].new == "m1 gt 5")
    let turned = changes { $0.form.sections[0].blocks.swapAt(0, 1) }
    #expect(turned.map(\.kind) == [.order] && turned[0].effect == .judgement)
    #expect(changes { $0.form.sections[0].pick = 3 }.map(\.kind) == [.drawing])
  }
}
