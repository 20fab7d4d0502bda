import Texts
package import XML

/// A map as an SVG picture: dark on white, with the fonts that a machine has, and its text beside it for those who can't
/// see it.
package struct RouteMapSVG {
  private let map: RouteMap
  private let layout: RouteMapLayout
  private static let top = 78.0

  package init(_ map: RouteMap) {
    self.map = map
    layout = RouteMapLayout(map, from: Self.top)
  }

  package func bytes() throws(MarkupWriter.Fault) -> [UInt8] {
    let height = layout.height + 70
    let size = Self.text(height / 4)
    var root = MarkupElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "190mm", "height": "\(size)mm",
        "viewBox": "0 0 \(Self.text(RouteMapLayout.width)) \(Self.text(height))", "role": "img",
        "aria-labelledby": "title desc", "font-family": "sans-serif", "fill": "#000",
      ])
    root.add(MarkupElement("title", ["id": "title"], [.text(clean("\(say(.map)): \(map.title)"))]))
    let told = [say(.about)] + RouteMapText.lines(map)
    root.add(MarkupElement("desc", ["id": "desc"], [.text(clean(told.joined(separator: "\n")))]))
    root.add(Self.arrowheads)
    root.add(rectangle(0, 0, RouteMapLayout.width, height, fill: "#fff", stroke: "none"))
    for line in heading { root.add(line) }
    for frame in layout.frames { root.add(self.frame(frame)) }
    for line in flow { root.add(line) }
    for reading in layout.readings { root.add(line(of: reading)) }
    for box in layout.boxes { root.add(group(of: box)) }
    root.add(end)
    for (place, phrase) in legend.enumerated() {
      let y = layout.height + 40 + Double(place) * RouteMapLayout.smallHeight
      root.add(words(say(phrase), 8, y, size: RouteMapLayout.smallSize - 1, colour: "#444"))
    }
    return try MarkupWriter.write(root)
  }

  /// What needs to be told of the signs that occur.
  private var legend: [MapPhrase] {
    var phrases: [MapPhrase] = []
    if map.rows.contains(where: { !$0.conditions.isEmpty }) { phrases.append(.legendCondition) }
    if !layout.readings.isEmpty { phrases.append(.legendReads) }
    if map.rows.contains(where: { $0.kind == .computation }) { phrases.append(.legendComputed) }
    return phrases
  }

  private func say(_ phrase: MapPhrase) -> String { phrase.text(in: map.language) }

  // MARK: Parts

  private var heading: [MarkupElement] {
    let lines = LineBreaks.lines(map.title, atMost: 2) {
      LetterWidths.width(of: $0, size: 17) <= RouteMapLayout.width - 16
    }
    var elements = lines.enumerated().map { index, line in
      words(line, 8, 22 + Double(index) * 20, size: 17, isBold: true)
    }
    elements.append(pill(say(.start), at: Self.top - 22))
    return elements
  }

  private func pill(_ text: String, at y: Double) -> MarkupElement {
    let width = LetterWidths.width(of: text, size: RouteMapLayout.smallSize) + 20
    var group = MarkupElement("g")
    group.add(
      rectangle(centre - width / 2, y - 11, width, 17, fill: "#000", stroke: "#000", radius: 8.5))
    var label = words(text, centre, y + 1.5, size: RouteMapLayout.smallSize, colour: "#fff")
    label.add("text-anchor", "middle")
    group.add(label)
    return group
  }

  private var centre: Double { RouteMapLayout.left + RouteMapLayout.boxWidth / 2 }

  private var end: MarkupElement { pill(say(.end), at: layout.height + 10) }

  private func frame(_ frame: (row: Int, top: Double, bottom: Double)) -> MarkupElement {
    let isConditional = !map.rows[frame.row].conditions.isEmpty
    return rectangle(
      RouteMapLayout.left - 10, frame.top, RouteMapLayout.boxWidth + 28, frame.bottom - frame.top, fill: "#fff",
      stroke: "#777", radius: 6, isDashed: isConditional)
  }

  /// The way down the middle, with a way around each box that isn't always shown.
  private var flow: [MarkupElement] {
    let main = layout.boxes.filter { map.rows[$0.row].kind != .computation }
    guard let first = main.first, let last = main.last else { return [] }
    var lines = [path("M \(point(centre, Self.top - 16)) L \(point(centre, first.y))", arrow: true)]
    for (above, below) in zip(main, main.dropFirst()) {
      lines.append(path("M \(point(centre, above.bottom)) L \(point(centre, below.y))", arrow: true))
    }
    lines.append(path("M \(point(centre, last.bottom)) L \(point(centre, layout.height - 2))", arrow: true))
    for (index, box) in main.enumerated() where !map.rows[box.row].conditions.isEmpty {
      // Whoever passes a section by leaves it as a whole.
      let isSection = map.rows[box.row].kind == .section
      let frame = layout.frames.first { $0.row == box.row }
      let next = isSection ? (frame?.bottom ?? box.bottom) + 4 : box.bottom + 5
      let x = RouteMapLayout.left + RouteMapLayout.boxWidth + (isSection ? 24 : 10)
      let start = index == 0 ? box.y - 14 : box.y - 10
      lines.append(
        path(
          "M \(point(centre, start)) L \(point(x, start)) L \(point(x, next)) L \(point(centre, next))", arrow: false,
          isDashed: true))
    }
    return lines
  }

  private func line(of reading: RouteMapLayout.Reading) -> MarkupElement {
    let (from, to) = (layout.boxes[reading.from], layout.boxes[reading.to])
    let (fromY, toY) = (from.middle + 4, to.middle - 4)
    guard let lane = reading.lane else {
      // From a computed value: down between the boxes and the words beside them.
      let x = RouteMapLayout.right - 5
      let end = to.x == from.x ? to.x : to.x + to.width
      return path(
        "M \(point(from.x, fromY)) L \(point(x, fromY)) L \(point(x, toY)) L \(point(end, toY))", arrow: true,
        colour: "#1f4e9c")
    }
    let x = layout.x(ofLane: lane)
    return path(
      "M \(point(RouteMapLayout.left, fromY)) L \(point(x, fromY)) L \(point(x, toY)) L \(point(to.x, toY))",
      arrow: true, colour: "#1f4e9c")
  }

  private func group(of box: RouteMapLayout.Box) -> MarkupElement {
    let row = map.rows[box.row]
    var group = MarkupElement("g")
    let condition = row.conditions.joined(separator: "; ")
    group.add(
      MarkupElement(
        "title", [:],
        [
          .text(
            clean(
              [row.number.map { "\($0). \(row.text)" } ?? row.text, condition].filter { !$0.isEmpty }.joined(
                separator: " — ")))
        ]))
    let fill =
      row.isNeverShown ? "#f6dcdc" : row.kind == .computation ? "#e6e6e6" : row.kind == .section ? "#f2f2f2" : "#fff"
    group.add(
      rectangle(
        box.x, box.y, box.width, box.height, fill: fill, stroke: row.isNeverShown ? "#a00" : "#000",
        radius: row.kind == .question ? 3 : row.kind == .computation ? 10 : 0, isDashed: !row.conditions.isEmpty))
    var y = box.y + 4
    for line in box.lines {
      y += RouteMapLayout.lineHeight
      let isSection = row.kind == .section
      group.add(
        words(
          line, box.x + 10, y - 1, size: isSection ? RouteMapLayout.size * 1.06 : RouteMapLayout.size,
          isBold: isSection,
          isItalic: row.kind == .note || row.kind == .passage))
    }
    for line in box.small {
      y += RouteMapLayout.smallHeight
      group.add(words(line, box.x + 10, y, size: RouteMapLayout.smallSize, colour: row.isNeverShown ? "#a00" : "#444"))
    }
    let beside = row.kind == .computation ? box.bottom : box.y
    for (index, line) in box.conditions.enumerated() {
      group.add(
        words(
          line, RouteMapLayout.right, beside + 11 + Double(index) * RouteMapLayout.smallHeight,
          size: RouteMapLayout.smallSize, isItalic: true, colour: "#1f4e9c"))
    }
    return group
  }

  // MARK: Shapes

  private static let arrowheads = MarkupElement(
    "defs", [:],
    ["#000": "arrow", "#1f4e9c": "reading"].sorted { $0.value < $1.value }.map { colour, id in
      .element(
        MarkupElement(
          "marker",
          [
            "id": id, "viewBox": "0 0 8 8", "refX": "7", "refY": "4", "markerWidth": "7", "markerHeight": "7",
            "orient": "auto",
          ],
          [.element(MarkupElement("path", ["d": "M 0 0 L 8 4 L 0 8 z", "fill": colour]))]))
    })

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String, radius: Double = 0,
    isDashed: Bool = false
  ) -> MarkupElement {
    var element = MarkupElement(
      "rect",
      [
        "x": Self.text(x), "y": Self.text(y), "width": Self.text(width), "height": Self.text(height), "fill": fill,
        "stroke": stroke,
      ])
    if radius > 0 { element.add("rx", Self.text(radius)) }
    if isDashed { element.add("stroke-dasharray", "5 3") }
    return element
  }

  private func path(_ steps: String, arrow: Bool, isDashed: Bool = false, colour: String = "#000") -> MarkupElement {
    var element = MarkupElement("path", ["d": steps, "fill": "none", "stroke": colour, "stroke-width": "1.1"])
    if isDashed { element.add("stroke-dasharray", "5 3") }
    if arrow { element.add("marker-end", colour == "#000" ? "url(#arrow)" : "url(#reading)") }
    return element
  }

  private func words(
    _ text: String, _ x: Double, _ y: Double, size: Double, isBold: Bool = false, isItalic: Bool = false,
    colour: String? = nil
  ) -> MarkupElement {
    var element = MarkupElement("text", ["x": Self.text(x), "y": Self.text(y), "font-size": Self.text(size)])
    if isBold { element.add("font-weight", "bold") }
    if isItalic { element.add("font-style", "italic") }
    element.add("fill", colour)
    element.add(text: clean(text))
    return element
  }

  private func clean(_ text: String) -> String { PlainCharacters.text(text) }

  private func point(_ x: Double, _ y: Double) -> String { "\(Self.text(x)) \(Self.text(y))" }

  /// At most one digit behind the point.
  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
