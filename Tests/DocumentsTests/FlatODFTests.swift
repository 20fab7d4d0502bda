import Datasets
import Expressions
import Foundation
import Instruments
import Scoring
import Testing
import Texts
import XML

@testable import Documents

@Suite("Flat ODF")
struct FlatODFTests {
  private func paper(_ instrument: CheckedInstrument) -> Paper {
    let points = Dictionary(uniqueKeysWithValues: instrument.scoring.items.map { ($0.slot, $0.points) })
    return Paper(instrument.delivery, points: points, language: .ru)
  }

  private func documents(_ name: String) throws -> [PrintedDocument] {
    let instrument = try Samples.instrument(name)
    let paper = paper(instrument)
    let wording = instrument.wording(in: .ru)
    let marking = MarkingDocuments(paper, of: instrument)
    return [PaperDocument.Manner.paper, .form].map { PaperDocument(paper, as: $0, wording: wording).document }
      + [AnswerSheet(paper).document] + (marking.isEmpty ? [] : [marking.key, marking.guide])
  }

  private func all(_ element: Element) -> [Element] { [element] + element.elements.flatMap(all) }

  private func words(_ element: Element) -> String {
    element.children.map { node in
      switch node {
      case .element(let child): words(child)
      case .text(let run): run.string
      }
    }.joined()
  }

  @Test("The file is XML whose every style is there, once", arguments: Samples.shipped)
  func styles(name: String) throws {
    for document in try documents(name) {
      let root = try Document.read(try FlatODFWriter().bytes(document)).root
      #expect(root.name == "document" && root.namespace == "urn:oasis:names:tc:opendocument:xmlns:office:1.0")
      let elements = all(root)
      let defined = elements.filter { ["style", "list-style"].contains($0.name) }.map { element in
        "\(element.attributes.first { $0.name == "family" }?.value ?? "list") "
          + (element.attributes.first { $0.name == "name" }?.value ?? "")
      }
      #expect(Set(defined).count == defined.count)
      let names = Set(defined.map { $0.split(separator: " ")[1].description })
      for element in elements {
        for attribute in element.attributes where ["style-name", "parent-style-name"].contains(attribute.name) {
          #expect(names.contains(attribute.value), "\(element.name): \(attribute.value)")
        }
      }
    }
  }

  @Test("Both formats hold the same words", arguments: ["math-4-diagnostic", "reading-4", "parent-survey"])
  func sameWords(name: String) throws {
    let instrument = try Samples.instrument(name)
    for document in try documents(name) {
      let odf = words(try Document.read(try FlatODFWriter().bytes(document)).root)
      let html = String(decoding: HTMLWriter().bytes(document), as: UTF8.self)
      for item in instrument.delivery.items {
        for text in [item.item.prompt] + item.item.options.map(\.text) {
          for line in text.plain(in: .ru, { _ in "______" }).split(separator: "\n") {
            let isInPage = html.contains(line.replacing("\"", with: "&quot;"))
            #expect(odf.contains(line) == isInPage, "\(line)")
          }
        }
      }
    }
  }

  @Test("Parts of a paragraph stand side by side with no space between them")
  func noSpaces() throws {
    var document = PrintedDocument(title: "<x>", language: .ky, footer: "a & b")
    document.blocks = [
      .paragraph([.words([.strong([.text("Н")]), .subscript([.text("2")]), .emphasis([.text("О")])])]),
      .paragraph([.mark(.circle("А")), .words([.fraction(numerator: [.text("1")], denominator: [.text("2")])])]),
    ]
    let root = try Document.read(try FlatODFWriter().bytes(document)).root
    let paragraphs = all(root).filter { $0.name == "text" && $0.elements.count == 2 }.flatMap(\.elements)
    #expect(paragraphs.map(words) == ["Н2О", "○\u{A0}А\u{A0}1\u{2044}2"])
  }

  @Test("A picture goes inside with its proportion, and its words stand for one that isn't there")
  func pictures() throws {
    var document = PrintedDocument(title: "t", language: .ky, footer: "")
    document.blocks = [.picture(TextPicture(source: "a.svg", alternative: [.text("тик бурчтук")]))]
    let svg = try #require(
      PictureFile(name: "a.svg", bytes: Array("<svg xmlns='x' viewBox='0 0 200 50'/>".utf8)))
    let shown = String(decoding: try FlatODFWriter(pictures: ["a.svg": svg]).bytes(document), as: UTF8.self)
    #expect(shown.contains("svg:width=\"110mm\" svg:height=\"27.5mm\"") && shown.contains("тик бурчтук"))
    let page = String(decoding: HTMLWriter(pictures: ["a.svg": svg]).bytes(document), as: UTF8.self)
    #expect(page.contains("src=\"data:image/svg+xml;base64,PHN2Zy") && page.contains("alt=\"тик бурчтук\""))
    let absent = String(decoding: try FlatODFWriter().bytes(document), as: UTF8.self)
    #expect(absent.contains("[тик бурчтук]"))
  }

  @Test("Pictures tell their size")
  func sizes() throws {
    let png: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 0, 100]
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 50, 1, 44, 0, 0, 0]
    func size(_ name: String, _ bytes: [UInt8]) throws -> PictureSize? {
      PictureSize(of: try #require(PictureFile(name: name, bytes: bytes)))
    }
    #expect(try size("a.png", png) == PictureSize(width: 256, height: 100))
    #expect(try size("a.jpg", jpeg) == PictureSize(width: 300, height: 50))
    #expect(try size("a.svg", Array("<svg viewBox=\"0,0 8 4.5\">".utf8)) == PictureSize(width: 8, height: 4.5))
    for (name, bytes) in [("a.png", Array(png.prefix(20))), ("a.jpg", Array(jpeg.prefix(9))), ("a.svg", [])] {
      #expect(try size(name, bytes) == nil)
    }
    #expect(PictureFile(name: "a.exe", bytes: []) == nil)
  }
}
