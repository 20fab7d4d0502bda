/// How pages look: A4, black on white, readable in print and on a screen, with the fonts that a machine has.
enum HTMLStyle {
  static func sheet(footer: String, isLandscape: Bool) -> String {
    page(footer: footer, isLandscape: isLandscape) + text + answers
  }

  private static func page(footer: String, isLandscape: Bool) -> String {
    """
    @page { size: A4\(isLandscape ? " landscape" : ""); margin: 14mm 15mm 16mm 15mm;
      @bottom-left { content: \(string(footer)); font: 8pt sans-serif; color: #444; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }

    """
  }

  private static let text = """
    * { box-sizing: border-box; }
    html { background: #fff; color: #000; }
    body { font: 11pt/1.4 "PT Serif", "Noto Serif", "DejaVu Serif", "Times New Roman", serif; margin: 0; }
    @media screen { body { max-width: 185mm; margin: 8mm auto 20mm; padding: 0 4mm; }
      body.wide { max-width: 270mm; } }
    h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 3mm; }
    h2 { font-size: 12.5pt; margin: 6mm 0 2mm; break-after: avoid; border-bottom: 0.3mm solid #000; }
    h3 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
    p { margin: 0 0 1.5mm; orphans: 2; widows: 2; }
    p.note { font-size: 9.5pt; color: #222; }
    p.routing { font-size: 9.5pt; font-style: italic; break-after: avoid; }
    p.fields { margin: 2mm 0 3mm; line-height: 2; }
    ul, ol { margin: 1mm 0 2mm; padding-left: 7mm; }
    sup, sub { font-size: 75%; line-height: 0; }
    code, pre { font-family: "DejaVu Sans Mono", "Courier New", monospace; font-size: 90%; }
    pre { line-height: 1.1; margin: 1mm 0; }
    .frac { display: inline-block; vertical-align: middle; text-align: center; line-height: 1.1; font-size: 90%; }
    .frac > span { display: block; padding: 0 0.5mm; }
    .frac > .num { border-bottom: 0.3mm solid #000; }
    table { border-collapse: collapse; margin: 1.5mm 0 2.5mm; }
    table.full { width: calc(100% - 0.3mm); }
    td, th { border: 0.25mm solid #000; padding: 1mm 1.5mm; vertical-align: top; text-align: left; }
    th { background: #eee; font-weight: bold; }
    td.centre, th.centre { text-align: center; vertical-align: middle; }
    th.centre { font-size: 9pt; line-height: 1.2; }
    tr { break-inside: avoid; }
    thead { display: table-header-group; }
    td > p:last-child, th > p:last-child { margin-bottom: 0; }
    table.dense { font-size: 8.5pt; line-height: 1.3; }
    table.dense p.note { font-size: 8pt; }
    table.dense td, table.dense th { overflow-wrap: anywhere; padding: 0.7mm 1.2mm; }
    figure { margin: 2mm 0; break-inside: avoid; }
    figure img { max-width: 120mm; max-height: 90mm; }
    .page { break-before: page; }
    .passage { border-left: 0.8mm solid #555; padding-left: 4mm; margin: 3mm 0; }
    .side { display: flex; gap: 8mm; }
    .side > div { flex: 1; }
    .slips { display: grid; grid-template-columns: 1fr 1fr; width: calc(100% - 0.5mm); }
    .slip { border: 0.25mm dashed #000; margin: 0 -0.25mm -0.25mm 0; padding: 3mm 4mm; height: 52mm; overflow: hidden;
      break-inside: avoid; font-size: 10pt; line-height: 1.25; }
    .slip p.note { font-size: 8pt; }
    p.code { font: bold 19pt/1.3 "DejaVu Sans Mono", "Courier New", monospace; letter-spacing: 0.5mm; margin: 1mm 0 2mm; }

    """

  private static let answers = """
    .item { display: flex; gap: 2mm; margin: 0 0 4.5mm; break-inside: avoid; }
    .item > .label { min-width: 8mm; font-weight: bold; text-align: right; }
    .item > .body { flex: 1; min-width: 0; }
    .item > .remark { font-size: 8.5pt; color: #222; white-space: nowrap; padding-top: 0.5mm; }
    .choices { display: grid; gap: 0.8mm 5mm; margin: 1mm 0 1mm; }
    .choices > div { display: block; break-inside: avoid; padding-left: 7.4mm; }
    .choices > div > p { margin: 0; text-indent: -7.4mm; }
    .choices > div > p > * { text-indent: 0; }
    .two { grid-template-columns: 1fr 1fr; } .four { grid-template-columns: repeat(4, 1fr); }
    .circle, .square { display: inline-block; min-width: 5.4mm; height: 5.4mm; line-height: 4.8mm; text-align: center;
      border: 0.3mm solid #000; font: 8pt/4.8mm sans-serif; vertical-align: 0.2mm; margin-right: 2mm; }
    .circle { border-radius: 50%; }
    td .circle, td .square { margin-right: 0.5mm; }
    .cells { display: inline-flex; vertical-align: middle; margin: 0.5mm 1mm; }
    .cells > span { width: 6mm; height: 7mm; border: 0.3mm solid #000; margin-left: -0.3mm; }
    .blank { display: inline-block; border-bottom: 0.25mm solid #000; height: 1em; margin: 0 1mm; }
    .line { border-bottom: 0.25mm solid #555; height: 8.5mm; }
    .frame { border: 0.3mm solid #000; margin: 1mm 0 2mm; }
    .corner { position: fixed; width: 5mm; height: 5mm; background: #000; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    .tl { left: 0; top: 0; } .tr { right: 0; top: 0; } .bl { left: 0; bottom: 0; } .br { right: 0; bottom: 0; }
    @media screen { .corner { display: none; } }
    body.corners { padding: 9mm 3mm; }
    body.corners .item { margin-bottom: 2.2mm; }

    """

  /// A text as a string of CSS: whatever isn't a plain letter or digit becomes its number.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in PlainCharacters.text(text).unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || (scalar.isASCII && scalar.properties.numericType != nil)
      result += isPlain || scalar == " " ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return result + "\""
  }
}
