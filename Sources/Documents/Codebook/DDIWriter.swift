import Expressions
import Texts
package import XML

/// Codebooks as DDI-Codebook 2.5 (DDI Alliance 2014), which statistical archives and their programs read.
///
/// One codebook a language: what has words in several languages is said in each, with `xml:lang`. The order of elements is
/// that of the schema.
package enum DDIWriter {
  /// The codebooks are of one instrument, the first in its main language.
  package static func bytes(_ codebooks: [Codebook]) throws(MarkupWriter.Fault) -> [UInt8] {
    guard let main = codebooks.first else { return [] }
    var root = MarkupElement(
      "codeBook", ["xmlns": "ddi:codebook:2_5", "version": "2.5", "xml:lang": main.language.rawValue])
    root.add(study(codebooks, main))
    root.add(data(codebooks, main))
    return try MarkupWriter.write(root)
  }

  private static func study(_ codebooks: [Codebook], _ main: Codebook) -> MarkupElement {
    var titles = MarkupElement("titlStmt", [:], [.element(text("titl", main.title, main.language))])
    for codebook in codebooks.dropFirst() where codebook.title != main.title {
      titles.add(text("parTitl", codebook.title, codebook.language))
    }
    titles.add(MarkupElement("IDNo", ["agency": "Synak"], [.text(PlainCharacters.text("\(main.id)/\(main.version)"))]))
    let version = MarkupElement(
      "verStmt", [:],
      [.element(MarkupElement("version", [:], [.text(PlainCharacters.text("\(main.version), SHA-256 \(main.hash)"))]))])
    return MarkupElement(
      "stdyDscr", [:], [.element(MarkupElement("citation", [:], [.element(titles), .element(version)]))])
  }

  private static func data(_ codebooks: [Codebook], _ main: Codebook) -> MarkupElement {
    var data = MarkupElement("dataDscr")
    for table in Codebook.Table.allCases {
      let members = main.variables.filter { $0.table == table }
      if members.isEmpty { continue }
      var group = MarkupElement(
        "varGrp", ["ID": "G.\(table.rawValue)", "type": "record", "name": table.rawValue])
      group.add("var", members.map(identifier).joined(separator: " "))
      for codebook in codebooks {
        let title =
          switch table {
          case .answers: CodebookPhrase.answersTable
          case .scores: CodebookPhrase.scoresTable
          case .facts: CodebookPhrase.factsTable
          }
        group.add(text("labl", title.text(in: codebook.language), codebook.language))
      }
      data.add(group)
    }
    for index in main.variables.indices {
      data.add(variable(codebooks.map { ($0.language, $0.variables[index]) }, main.variables[index]))
    }
    return data
  }

  /// An id of XML: names are of letters, digits, `_` and `.`.
  private static func identifier(_ variable: Codebook.Variable) -> String {
    let table = variable.table.rawValue.prefix(1).uppercased()
    return [table, variable.dataset, variable.name].compactMap { $0 }.joined(separator: ".")
  }

  private typealias Versions = [(language: Language, variable: Codebook.Variable)]

  private static func variable(_ versions: Versions, _ main: Codebook.Variable) -> MarkupElement {
    let isContinuous = main.isNumeric && !main.codes.contains { $0.missing == nil }
    var element = MarkupElement(
      "var", ["ID": identifier(main), "name": main.name, "intrvl": isContinuous ? "contin" : "discrete"])
    for (language, variable) in versions where !variable.label.isEmpty {
      element.add(text("labl", variable.label, language))
    }
    if main.table == .answers, main.formula == nil { element.add(question(versions)) }
    if main.minimum != nil || main.maximum != nil {
      var range = MarkupElement("range")
      range.add("min", main.minimum.map { "\($0.normalized)" })
      range.add("max", main.maximum.map { "\($0.normalized)" })
      element.add(MarkupElement("valrng", [:], [.element(range)]))
    }
    let missing = main.codes.filter { $0.missing != nil }
    if !missing.isEmpty {
      element.add(
        MarkupElement(
          "invalrng", [:], missing.map { .element(MarkupElement("item", ["VALUE": PlainCharacters.text($0.stored)])) }))
    }
    for (language, variable) in versions where !variable.asked.isEmpty {
      element.add(text("universe", variable.asked.map(\.words).joined(separator: "; "), language))
    }
    for index in main.codes.indices { element.add(category(index, versions, main.codes[index])) }
    if let derivation = derivation(versions, main) { element.add(derivation) }
    element.add(MarkupElement("varFormat", ["type": main.isNumeric ? "numeric" : "character"]))
    for note in notes(versions) { element.add(note) }
    return element
  }

  private static func question(_ versions: Versions) -> MarkupElement {
    var question = MarkupElement("qstn")
    for (language, variable) in versions {
      if let heading = variable.heading { question.add(text("preQTxt", heading, language)) }
    }
    for (language, variable) in versions { question.add(text("qstnLit", variable.label, language)) }
    for (language, variable) in versions {
      let conditions = variable.asked.map { condition in
        condition.source.map { "\(condition.words) [\($0)]" } ?? condition.words
      }
      if !conditions.isEmpty { question.add(text("ivuInstr", conditions.joined(separator: "; "), language)) }
    }
    return question
  }

  private static func category(_ index: Int, _ versions: Versions, _ code: Codebook.Code) -> MarkupElement {
    var category = MarkupElement("catgry")
    if let missing = code.missing {
      category.add("missing", "Y")
      category.add("missType", missing)
    }
    category.add(MarkupElement("catValu", [:], [.text(PlainCharacters.text(code.stored))]))
    for (language, variable) in versions { category.add(text("labl", variable.codes[index].label, language)) }
    return category
  }

  private static func derivation(_ versions: Versions, _ main: Codebook.Variable) -> MarkupElement? {
    guard main.formula != nil else { return nil }
    var derivation = MarkupElement("derivation")
    for (language, variable) in versions {
      if let words = variable.formula?.words { derivation.add(text("drvdesc", words, language)) }
    }
    if let source = main.formula?.source {
      derivation.add(MarkupElement("drvcmd", ["syntax": "Synak"], [.text(PlainCharacters.text(source))]))
    }
    return derivation
  }

  private static func notes(_ versions: Versions) -> [MarkupElement] {
    versions.flatMap { language, variable -> [MarkupElement] in
      var notes: [(String, String)] = [("storage", variable.storage)]
      if !variable.kind.isEmpty { notes.append(("kind", variable.kind)) }
      if let points = variable.points { notes.append(("points", "\(points.normalized)")) }
      notes += variable.scales.map { ("scale", $0.isReversed ? "-\($0.scale)" : $0.scale) }
      notes += variable.feeds.map { ("feeds", $0) }
      notes += variable.remarks.map { ("remark", $0) }
      return notes.map { kind, words in
        var note = text("notes", words, language)
        note.add("type", kind)
        return note
      }
    }
  }

  private static func text(_ name: String, _ words: String, _ language: Language) -> MarkupElement {
    MarkupElement(name, ["xml:lang": language.rawValue], [.text(PlainCharacters.text(words))])
  }
}
