import SeededTesting
import Testing

@testable import XML

@Suite("Writing")
struct MarkupWriterTests {
  private func written(_ root: MarkupElement, comments: [String] = []) throws -> String {
    String(decoding: try MarkupWriter.write(root, comments: comments), as: UTF8.self)
  }

  private func fault(_ root: MarkupElement) -> MarkupWriter.Fault? {
    do throws(MarkupWriter.Fault) {
      _ = try MarkupWriter.write(root)
      return nil
    } catch { return error }
  }

  @Test("Elements stand on lines of their own, text stays on its line")
  func layout() throws {
    let root = MarkupElement(
      "test", ["xmlns": "urn:synak:1", "id": "t1"],
      [
        .comment(" сынак "),
        .element(
          MarkupElement(
            "title", [:],
            [.element(MarkupElement("ky", [:], [.text("Ат & "), .element(MarkupElement("b")), .text("!")]))])),
        .element(MarkupElement("section")),
      ])
    #expect(
      try written(root, comments: [" one "]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- one -->
        <test xmlns="urn:synak:1" id="t1">
          <!-- сынак -->
          <title>
            <ky>Ат &amp; <b/>!</ky>
          </title>
          <section/>
        </test>

        """)
  }

  @Test("What a reader would lose or a terminal obey is written as a reference")
  func references() throws {
    let root = MarkupElement("r", ["a": "x\"\n\t<&>'"], [.text("\r]]>\u{9B}2J\u{7F}\t\n\"")])
    #expect(
      try written(root).hasSuffix(
        "<r a=\"x&quot;&#10;&#9;&lt;&amp;&gt;'\">&#13;]]&gt;&#155;2J&#127;\t\n\"</r>\n"))
  }

  @Test("Blank text is text: nothing is added around it")
  func blankText() throws {
    let root = MarkupElement("r", [:], [.text("\n "), .element(MarkupElement("b"))])
    #expect(try Outline(read(MarkupWriter.write(root)).get().root) == Outline(root))
  }

  @Test("What XML can't say is refused")
  func refusals() {
    #expect(fault(MarkupElement("r", [:], [.text("\u{1B}[2J")])) == .forbiddenCharacter(0x1B, element: "r"))
    #expect(fault(MarkupElement("r", ["a": "\0"])) == .forbiddenCharacter(0, element: "r"))
    #expect(fault(MarkupElement("r", [:], [.text("\u{FFFE}")])) == .forbiddenCharacter(0xFFFE, element: "r"))
    #expect(fault(MarkupElement("r", [:], [.comment("a--b")])) == .badComment("a--b"))
    #expect(fault(MarkupElement("r", [:], [.comment("a-")])) == .badComment("a-"))
    #expect(fault(MarkupElement("r", [:], [.comment("a--\u{301}b")])) == .badComment("a--\u{301}b"))
    #expect(fault(MarkupElement("r", [:], [.comment("\u{1B}")])) == .forbiddenCharacter(0x1B, element: "r"))
    #expect(fault(MarkupElement("r", ["a": "1", "a": "2"])) == .repeatedAttribute("a", element: "r"))
    for name in ["", "1", "a b", "a>", ":a", "a:", "a:b:c", "-a", "a/", "\u{301}"] {
      #expect(fault(MarkupElement(name)) == .badName(name))
      #expect(fault(MarkupElement("r", [name: ""])) == .badName(name))
    }
    var deep = MarkupElement("r")
    for _ in 0..<1000 { deep = MarkupElement("r", [:], [.element(deep)]) }
    #expect(fault(deep) == .tooDeep(limit: 256))
  }

  @Test("Every character is allowed in a name where libxml2 allows it")
  func names() {
    var differing: [UInt32] = []
    let interesting: [ClosedRange<UInt32>] = [
      0x20...0x500, 0x1FF0...0x2200, 0x2BF0...0x3010, 0xD7F0...0xD7FF, 0xF8F0...0xFFFF,
    ]
    for value in interesting.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for name in ["\(scalar)", "a\(scalar)"] where scalar != ":" {
        let isRead = if case .success = read("<\(name)/>") { true } else { false }
        // A name that ends in `/` is `a` to a reader.
        if scalar != "/", scalar != " ", isRead != XMLCharacters.isQualifiedName(name) { differing.append(value) }
      }
    }
    #expect(differing == [])
  }

  @Test("What was written reads back as the same values", arguments: seeds(30))
  func roundTrip(seed: UInt64) throws {
    var markup = RandomMarkup(seed: seed)
    for _ in 0..<20 {
      let root = markup.element()
      let bytes = try MarkupWriter.write(root, comments: [" x "])
      let back = try read(bytes).get()
      #expect(Outline(back.root, ignoringLayout: true) == Outline(root))
      // Nothing is lost or added by writing once more what was read.
      #expect(back.text.bytes == bytes)
    }
  }
}

extension Outline {
  init(_ element: MarkupElement) {
    name = "{}\(element.name)"
    attributes = element.attributes.map { Array("{}\($0.name)=\($0.value)".utf8) }
    children = []
    for node in element.content {
      switch node {
      case .element(let child): children.append(.element(Outline(child)))
      case .comment: continue
      case .text(let text):
        if case .text(let before) = children.last {
          children[children.count - 1] = .text(before + Array(text.utf8))
        } else if !text.isEmpty {
          children.append(.text(Array(text.utf8)))
        }
      }
    }
  }

  /// - Parameter ignoringLayout: leaves out blank text that only places elements on lines: a line end and spaces.
  init(_ element: Element, ignoringLayout: Bool) {
    self.init(element)
    guard ignoringLayout else { return }
    let isMixed = element.children.contains { if case .text(let run) = $0 { !run.isLayout } else { false } }
    children = element.children.compactMap { child in
      switch child {
      case .element(let child): .element(Outline(child, ignoringLayout: !isMixed))
      case .text(let run): !isMixed && run.isLayout ? nil : .text(Array(run.string.utf8))
      }
    }
  }
}

extension TextRun {
  /// A line end and an even number of spaces, or several of these with a comment between.
  fileprivate var isLayout: Bool {
    string.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A } && string.utf8.first == 0x0A
  }
}
