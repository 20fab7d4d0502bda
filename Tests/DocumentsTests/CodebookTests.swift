import Expressions
import Foundation
import Instruments
import Testing
import Texts
import XML

@testable import Documents

@Suite("Codebooks")
struct CodebookTests {
  private func codebook(_ name: String, _ language: Language = .ru) throws -> Codebook {
    CodebookMaker(try Samples.instrument(name), in: language) { $0.text }.codebook
  }

  private func variable(_ name: String, in codebook: Codebook) throws -> Codebook.Variable {
    try #require(codebook.variables.first { $0.name == name })
  }

  @Test("Every slot, scale and field is a variable, once", arguments: Samples.shipped)
  func complete(name: String) throws {
    let instrument = try Samples.instrument(name)
    let codebook = try codebook(name)
    func names(_ table: Codebook.Table) -> [String] { codebook.variables.filter { $0.table == table }.map(\.name) }
    #expect(names(.answers) == instrument.delivery.slots.map(\.id.text))
    #expect(names(.scores) == instrument.scoring.scales.map(\.id.text))
    #expect(names(.facts) == instrument.scoring.feeds.flatMap { $0.fields.map(\.id.text) })
    for variable in codebook.variables {
      #expect(!variable.kind.isEmpty && !variable.storage.isEmpty, "\(variable.name)")
    }
  }

  @Test("A variable knows its codes, its missing values, who is asked, and where it goes")
  func whole() throws {
    let codebook = try codebook("parent-survey")
    let why = try variable("why_not", in: codebook)
    #expect(why.codes.map(\.stored) == ["taste", "price", "oth", "none", "?unanswered", "?not-shown"])
    #expect(why.asked.map(\.source) == ["meals eq 'no'"] && why.asked[0].words.contains("«Нет»"))
    let bully = try variable("g_bully", in: codebook)
    #expect(bully.codes.contains { $0.stored == "?dont-know:dk" && $0.missing == "dont-know" && $0.label == "Не знаю" })
    #expect(bully.codes.first { $0.stored == "4" }?.number == Decimal64(4))
    #expect(bully.scales == [.init(scale: "climate", isReversed: true)] && bully.isRequired)
    #expect(bully.heading == "Насколько вы согласны?" && bully.feeds == ["parents.satisfaction"])
    let grade = try variable("grade", in: codebook)
    #expect(grade.minimum == Decimal64(1) && grade.maximum == Decimal64(11) && grade.isNumeric && grade.asked.isEmpty)
    #expect(!grade.codes.contains { $0.stored == "?not-shown" }, "it is always shown")
    let other = try variable("why_not.oth", in: codebook)
    #expect(other.asked.count == 2 && other.asked[1].words == "если выбрано «Другое»")
    let satisfaction = try variable("satisfaction", in: codebook)
    #expect(satisfaction.formula?.source == "rescale(score(climate), 1, 4, 0, 1)" && satisfaction.dataset == "parents")
  }

  @Test("Points and levels are told")
  func points() throws {
    let codebook = try codebook("math-4-diagnostic")
    #expect(try variable("m4", in: codebook).points == Decimal64(2))
    let total = try variable("total", in: codebook)
    #expect(
      total.formula?.words == "сумма: number, fraction, geometry" && total.remarks.contains("base — Базовый: от 45 %"))
    #expect(try variable("number", in: codebook).scales == [.init(scale: "total", isReversed: false)])
  }

  @Test("DDI reads back as XML that names each variable once, with words in all languages", arguments: Samples.shipped)
  func ddi(name: String) throws {
    let codebooks = try [Language.ky, .ru].map { try codebook(name, $0) }
    let root = try Document.read(try DDIWriter.bytes(codebooks)).root
    #expect(root.name == "codeBook" && root.namespace == "ddi:codebook:2_5")
    let data = try #require(root.elements.first { $0.name == "dataDscr" })
    let variables = data.elements.filter { $0.name == "var" }
    #expect(variables.compactMap { $0.attribute("name")?.value } == codebooks[0].variables.map(\.name))
    let ids = data.elements.compactMap { $0.attribute("ID")?.value }
    #expect(Set(ids).count == ids.count && ids.count > variables.count)
    let referred = data.elements.flatMap { ($0.attribute("var")?.value ?? "").split(separator: " ").map(String.init) }
    #expect(Set(referred) == Set(variables.compactMap { $0.attribute("ID")?.value }))
    for (variable, known) in zip(variables, codebooks[0].variables) {
      #expect(variable.elements.count { $0.name == "catgry" } == known.codes.count)
      let order = variable.elements.map { Self.order.firstIndex(of: $0.name) ?? -1 }
      #expect(order == order.sorted() && order.first != -1, "the order of the schema: \(known.name)")
    }
  }

  /// The children of `var` in the order of DDI-Codebook 2.5.
  private static let order = [
    "labl", "qstn", "valrng", "invalrng", "universe", "catgry", "derivation", "varFormat", "notes",
  ]

  @Test("As rows, each code has its own, and each row all columns")
  func rows() throws {
    let codebook = try codebook("parent-survey")
    let rows = CodebookRows.rows(codebook)
    #expect(rows.allSatisfy { $0.count == CodebookRows.columns.count })
    #expect(rows.count == codebook.variables.reduce(0) { $0 + max(1, $1.codes.count) })
    #expect(CodebookRows.numbers.isSubset(of: CodebookRows.columns))
  }

  @Test("The page names every variable and every code", arguments: ["parent-survey", "world-4", "lesson-observation"])
  func page(name: String) throws {
    let codebook = try codebook(name, .ky)
    let text = String(decoding: HTMLWriter().bytes(CodebookDocument(codebook).document), as: UTF8.self)
    for variable in codebook.variables {
      #expect(text.contains("<code>\(variable.name)</code>"))
      for code in variable.codes {
        #expect(
          text.contains("<code>\(code.stored.replacing(">", with: "&gt;"))</code>"), "\(variable.name) \(code.stored)")
      }
    }
  }

  @Test("No language lost a placeholder")
  func phrases() {
    for phrase in CodebookPhrase.allCases {
      let names = Language.spoken.map { phrase.template.argumentNames(in: $0) }
      #expect(names.allSatisfy { $0 == names[0] }, "\(phrase)")
    }
  }
}
