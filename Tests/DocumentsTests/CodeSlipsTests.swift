import Testing
import Texts
import XML

@testable import Documents

@Suite("Slips with codes")
struct CodeSlipsTests {
  private func slips(_ count: Int, _ language: Language, names: Bool) -> CodeSlips {
    CodeSlips(
      title: "Сынак <4>", language: language, isOnce: true, footer: "math-4/1.0",
      slips: (0..<count).map { number in
        CodeSlips.Slip(
          code: "2345-6789-A\(number)", name: names ? "Үлгүбаев \(number)" : nil, schoolClass: "4-а")
      })
  }

  private func texts(_ element: Element) -> [String] {
    element.children.flatMap { node -> [String] in
      switch node {
      case .element(let child): texts(child)
      case .text(let run): [run.string]
      }
    }
  }

  @Test("Every code stands once in either format, with its name or none", arguments: Language.spoken, [true, false])
  func once(language: Language, names: Bool) throws {
    let slips = slips(23, language, names: names)
    let html = String(decoding: HTMLWriter().bytes(slips.document), as: UTF8.self)
    let odf = texts(try Document.read(try FlatODFWriter().bytes(slips.document)).root).joined(separator: "\n")
    for slip in slips.slips {
      #expect(html.components(of: ">\(slip.code)<") == 1 && odf.components(of: slip.code + "\n") == 1)
      if let name = slip.name { #expect(html.contains(name) && odf.contains(name)) }
    }
    #expect(html.contains("Сынак &lt;4&gt;"))
    #expect(html.components(of: "class=\"slip\"") == 23)
    #expect(html.contains("Үлгүбаев") == names)
  }

  @Test("A page holds ten slips: two columns of five rows are no higher than A4 between its margins")
  func page() {
    #expect(5 * 52 <= 297 - 14 - 16)
    #expect(HTMLStyle.sheet(footer: "", isLandscape: false).contains("height: 52mm"))
  }

  @Test("Personal slips tell to keep the code, anonymous ones that nobody finds out")
  func words() {
    let personal = HTMLWriter().bytes(slips(1, .ky, names: true).document)
    let anonymous = HTMLWriter().bytes(slips(1, .ky, names: false).document)
    #expect(String(decoding: personal, as: UTF8.self).contains("сиздики гана"))
    #expect(String(decoding: anonymous, as: UTF8.self).contains("эч ким биле албайт"))
  }
}

extension String {
  /// How often a piece stands in it.
  fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}
