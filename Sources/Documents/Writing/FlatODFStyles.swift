import Texts
import XML

/// The named styles of Flat ODF documents, which a person changes once for the whole paper, and the page around the text.
enum FlatODFStyles {
  static let namespaces =
    [
      ("office", "office:1.0"), ("text", "text:1.0"), ("table", "table:1.0"), ("style", "style:1.0"),
      ("draw", "drawing:1.0"),
    ].map { MarkupAttribute(name: "xmlns:\($0.0)", value: "urn:oasis:names:tc:opendocument:xmlns:\($0.1)") }
    + [
      MarkupAttribute(
        name: "xmlns:fo", value: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
      MarkupAttribute(name: "xmlns:svg", value: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
      MarkupAttribute(name: "xmlns:dc", value: "http://purl.org/dc/elements/1.1/"),
      MarkupAttribute(name: "xmlns:xlink", value: "http://www.w3.org/1999/xlink"),
    ]

  typealias Properties = KeyValuePairs<String, String>

  static func styles(_ language: Language) -> MarkupElement {
    var root = MarkupElement("office:styles")
    var standard = MarkupElement("style:default-style", ["style:family": "paragraph"])
    standard.add(
      MarkupElement("style:paragraph-properties", ["fo:margin-bottom": "1.5mm", "fo:orphans": "2", "fo:widows": "2"]))
    standard.add(
      MarkupElement(
        "style:text-properties",
        [
          "fo:font-family": "'Times New Roman'", "style:font-family-generic": "roman",
          "fo:font-size": "11pt", "fo:language": language.rawValue, "fo:country": language == .en ? "GB" : "KG",
        ]))
    root.add(standard)
    root.add(style("Standard", nil, [:], [:]))
    root.add(style("Note", "Standard", [:], ["fo:font-size": "9.5pt", "fo:color": "#222222"]))
    root.add(
      style(
        "Routing", "Standard", ["fo:keep-with-next": "always"], ["fo:font-size": "9.5pt", "fo:font-style": "italic"]))
    root.add(style("Fields", "Standard", ["fo:line-height": "180%"], [:]))
    root.add(
      style(
        "Slip_20_code", "Standard", ["fo:margin-top": "1mm", "fo:margin-bottom": "2mm"],
        ["fo:font-family": "'DejaVu Sans Mono'", "fo:font-size": "19pt", "fo:font-weight": "bold"]))
    root.add(style("Dense", "Standard", ["fo:margin-bottom": "0.5mm"], ["fo:font-size": "8.5pt"]))
    root.add(style("DenseNote", "Dense", [:], ["fo:font-size": "8pt", "fo:color": "#222222"]))
    root.add(
      style(
        "Answer_20_line", "Standard",
        [
          "fo:line-height": "8.5mm", "fo:border-bottom": "0.25mm solid #555555", "fo:margin-bottom": "0mm",
          "style:join-border": "false",
        ], [:]))
    for (level, size) in [(1, "16pt"), (2, "12.5pt"), (3, "11pt")] {
      var heading = style(
        "Heading_20_\(level)", "Standard",
        ["fo:keep-with-next": "always", "fo:margin-top": level == 1 ? "0mm" : "4mm", "fo:margin-bottom": "2mm"],
        ["fo:font-size": size, "fo:font-weight": "bold"])
      heading.add("style:default-outline-level", "\(level)")
      root.add(heading)
    }
    let characters: [(String, Properties)] = [
      ("Strong", ["fo:font-weight": "bold", "fo:font-style": "normal"]), ("Emphasis", ["fo:font-style": "italic"]),
      ("Superscript", ["style:text-position": "super 65%"]), ("Subscript", ["style:text-position": "sub 65%"]),
      (
        "Code",
        ["fo:font-family": "'DejaVu Sans Mono'", "style:font-pitch": "fixed", "fo:font-size": "90%"]
      ),
      ("Mark", ["fo:font-family": "'DejaVu Sans'"]),
      ("Cells", ["fo:font-family": "'DejaVu Sans'", "fo:font-size": "16pt"]),
      ("Remark", ["fo:font-size": "8.5pt", "fo:color": "#222222"]),
    ]
    for (name, properties) in characters {
      var element = MarkupElement("style:style", ["style:name": name, "style:family": "text"])
      element.add(MarkupElement("style:text-properties", properties))
      root.add(element)
    }
    for isNumbered in [false, true] { root.add(list(isNumbered)) }
    return root
  }

  private static func style(
    _ name: String, _ parent: String?, _ paragraph: Properties, _ text: Properties
  ) -> MarkupElement {
    var element = MarkupElement("style:style", ["style:name": name, "style:family": "paragraph"])
    element.add("style:parent-style-name", parent)
    if !paragraph.isEmpty { element.add(MarkupElement("style:paragraph-properties", paragraph)) }
    if !text.isEmpty { element.add(MarkupElement("style:text-properties", text)) }
    return element
  }

  private static func list(_ isNumbered: Bool) -> MarkupElement {
    let position = MarkupElement(
      "style:list-level-properties", ["text:space-before": "3mm", "text:min-label-width": "5mm"])
    let level =
      isNumbered
      ? MarkupElement(
        "text:list-level-style-number",
        ["text:level": "1", "style:num-format": "1", "style:num-suffix": "."], [.element(position)])
      : MarkupElement(
        "text:list-level-style-bullet", ["text:level": "1", "text:bullet-char": "•"], [.element(position)])
    return MarkupElement(
      "text:list-style", ["style:name": isNumbered ? "Numbers" : "Bullets"], [.element(level)])
  }

  /// What the text needed beside the named styles, and the page.
  static func automatic(_ needed: [MarkupElement], isLandscape: Bool) -> MarkupElement {
    var root = MarkupElement("office:automatic-styles", [:], needed.map { .element($0) })
    var page = MarkupElement("style:page-layout", ["style:name": "Page"])
    page.add(
      MarkupElement(
        "style:page-layout-properties",
        [
          "fo:page-width": isLandscape ? "297mm" : "210mm", "fo:page-height": isLandscape ? "210mm" : "297mm",
          "style:print-orientation": isLandscape ? "landscape" : "portrait", "fo:margin": "15mm",
        ]))
    for name in ["style:header-style", "style:footer-style"] {
      page.add(
        MarkupElement(
          name, [:],
          [.element(MarkupElement("style:header-footer-properties", ["fo:min-height": "6mm", "fo:margin-top": "2mm"]))])
      )
    }
    root.add(page)
    return root
  }

  static func master(footer: String, width: Double, hasCorners: Bool) -> MarkupElement {
    func paragraph(_ content: [Markup]) -> Markup {
      .element(MarkupElement("text:p", ["text:style-name": "Foot"], content))
    }
    let corners = paragraph([.text("■"), .element(MarkupElement("text:tab")), .text("■")])
    let foot = paragraph([
      .text(PlainCharacters.text(footer)), .element(MarkupElement("text:tab")),
      .element(MarkupElement("text:page-number", ["text:select-page": "current"], [.text("1")])), .text(" / "),
      .element(MarkupElement("text:page-count", [:], [.text("1")])),
    ])
    var page = MarkupElement("style:master-page", ["style:name": "Standard", "style:page-layout-name": "Page"])
    if hasCorners { page.add(MarkupElement("style:header", [:], [corners])) }
    page.add(MarkupElement("style:footer", [:], hasCorners ? [corners, foot] : [foot]))
    return MarkupElement("office:master-styles", [:], [.element(page)])
  }

  /// The paragraph of headers and footers: its second half stands at the right edge.
  static func foot(width: Double) -> MarkupElement {
    var element = MarkupElement(
      "style:style", ["style:name": "Foot", "style:family": "paragraph", "style:parent-style-name": "Note"])
    let stop = MarkupElement("style:tab-stop", ["style:position": Millimetres.text(width), "style:type": "right"])
    element.add(
      MarkupElement(
        "style:paragraph-properties", [:], [.element(MarkupElement("style:tab-stops", [:], [.element(stop)]))]))
    return element
  }
}

/// Lengths as ODF writes them.
enum Millimetres {
  /// At most one digit behind the point.
  static func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)mm" : "\(Double(tenths) / 10)mm"
  }
}
