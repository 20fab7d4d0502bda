import Datasets
import Expressions
import Foundation
import Instruments
import Scoring
import Testing
import Texts

@testable import Documents

@Suite("Papers, sheets, keys and guides")
struct PaperTests {
  private func paper(_ instrument: CheckedInstrument, _ language: Language = .ru, variant: UInt64? = nil) -> Paper {
    let points = Dictionary(uniqueKeysWithValues: instrument.scoring.items.map { ($0.slot, $0.points) })
    return Paper(instrument.delivery, points: points, language: language, variant: variant)
  }

  private func html(_ document: PrintedDocument) -> String {
    String(decoding: HTMLWriter().bytes(document), as: UTF8.self)
  }

  private func page(_ instrument: CheckedInstrument, _ manner: PaperDocument.Manner, variant: UInt64? = nil) -> String {
    html(PaperDocument(paper(instrument, variant: variant), as: manner, wording: instrument.wording(in: .ru)).document)
  }

  private func count(_ piece: String, in text: String) -> Int { text.components(separatedBy: piece).count - 1 }

  @Test("Every question and every option stands on the paper once, in whatever variant", arguments: [nil, 1, 2, 7])
  func complete(variant: UInt64?) throws {
    let instrument = try Samples.instrument(xml: Samples.everyKind)
    let text = page(instrument, .paper, variant: variant)
    for item in instrument.delivery.items {
      #expect(count(item.item.prompt.plain(in: .ru), in: text) == 1, "\(item.item.id)")
      for option in item.item.options { #expect(count(">\(option.text.plain(in: .ru))<", in: text.marksAsTags) == 1) }
    }
    #expect(text.contains("К заданиям 1, 2") && text.contains("Читайте внимательно."))
    #expect(text.contains("От 20 до 60 слов.") && text.contains("Не более 2.") && text.contains("30 минут"))
    #expect(count("class=\"line\"", in: text) == 9, "an essay has the lines that its author gave it")
    #expect(count("<span></span>", in: text) == 3 + 8, "a square for each digit of 120 and of a date")
  }

  @Test("The paper and the sheet are the same whatever is right")
  func noKey() throws {
    let one = try Samples.instrument(xml: Samples.everyKind)
    let other = try Samples.instrument(
      xml: Samples.everyKind.replacing("<key>42</key>", with: "<key>99</key>")
        .replacing("code=\"a\" correct=\"yes\"><ru>верный", with: "code=\"a\"><ru>верный")
        .replacing("<option code=\"b\"><ru>кривой", with: "<option code=\"b\" correct=\"yes\"><ru>кривой")
        .replacing("<key>Бишкек</key>", with: "<key>Астана</key>"))
    for variant in [nil, 3] as [UInt64?] {
      #expect(page(one, .paper, variant: variant) == page(other, .paper, variant: variant))
      let sheets = [one, other].map { AnswerSheet(paper($0, variant: variant)).document }
      #expect(sheets[0] == sheets[1])
    }
    #expect(
      MarkingDocuments(paper(one), of: one).key != MarkingDocuments(paper(other), of: other).key, "the key does know")
  }

  @Test(
    "A letter of the key is that of the right option on the paper of its variant",
    arguments: 1...20 as ClosedRange<UInt64>)
  func letters(variant: UInt64) throws {
    let instrument = try Samples.instrument(xml: Samples.everyKind)
    let paper = paper(instrument, variant: variant)
    let page = page(instrument, .paper, variant: variant).marksAsTags
    let key = html(MarkingDocuments(paper, of: instrument).key)
    let letter = try #require(page.letter(before: "верный"))
    #expect(key.contains("\(letter) (верный)"))
    let many = try ["первое", "третье"].map { word in "\(try #require(page.letter(before: word))) (\(word))" }
    #expect(key.contains(many.sorted().joined(separator: ", ")))
  }

  @Test("Variants differ, and the same number gives the same paper")
  func variants() throws {
    let instrument = try Samples.instrument(xml: Samples.everyKind)
    let pages = (1...8).map { page(instrument, .paper, variant: $0) }
    #expect(Set(pages).count > 3)
    #expect(page(instrument, .paper, variant: 5) == pages[4])
  }

  @Test("What an author writes is text and never markup; a file needs nothing beside it", arguments: Samples.shipped)
  func selfContained(name: String) throws {
    let instrument = try Samples.instrument(name)
    for language in [Language.ky, .ru] {
      let paper = paper(instrument, language)
      let wording = instrument.wording(in: language)
      var documents = [PaperDocument.Manner.paper, .form].map {
        PaperDocument(paper, as: $0, wording: wording).document
      }
      documents += [AnswerSheet(paper).document]
      let marking = MarkingDocuments(paper, of: instrument)
      if !marking.isEmpty { documents += [marking.key, marking.guide] }
      for text in documents.map(html) {
        for word in ["<script", "http", "url(", "@import", " src=\"f"] { #expect(!text.contains(word), "\(word)") }
        for tag in ["div", "section", "table", "tr", "p", "span"] {
          #expect(count("<\(tag)>", in: text) + count("<\(tag) ", in: text) == count("</\(tag)>", in: text), "\(tag)")
        }
        #expect(!text.contains("{"[...].description + "condition"), "no placeholder is left")
      }
    }
    let escaped = page(try Samples.instrument(xml: Samples.everyKind), .paper)
    #expect(escaped.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;всё&#39;"))
  }

  @Test("A form says in words when a question is asked, and its arrows lead where a session would go")
  func routing() throws {
    let instrument = try Samples.instrument("parent-survey")
    let text = page(instrument, .form)
    #expect(text.contains("Ответьте, если «2. Ваш ребёнок питается в школе?» — «Нет»:"))
    #expect(text.contains("Заполните этот раздел, если «1. В каком классе учится ваш ребёнок?»"))
    #expect(text.contains("ответы анонимны") && !text.contains("Фамилия, имя"))
    let paper = paper(instrument)
    let meals = try #require(paper.entries.firstIndex { $0.element.block.id == "meals" })
    #expect(Skips(paper: paper).targets(after: meals) == ["yes": .question(4)])
  }

  @Test("An option after which nothing more is asked leads to the end")
  func end() throws {
    let instrument = try Samples.instrument(
      xml: """
        <questionnaire xmlns="urn:synak:1" id="short" version="1.0" languages="ru">
          <title><ru>Коротко</ru></title>
          <section id="s">
            <choose id="a"><ru>Были?</ru><option code="y"><ru>Да</ru></option><option code="n"><ru>Нет</ru></option></choose>
            <text id="b" show-if="a eq 'y'"><ru>Где?</ru></text>
          </section>
          <section id="t" show-if="a eq 'y'"><number id="c"><ru>Сколько раз?</ru></number></section>
        </questionnaire>
        """)
    #expect(Skips(paper: paper(instrument)).targets(after: 0) == ["n": .end])
    #expect(page(instrument, .form).contains("→ вопросы закончены"))
  }

  @Test("A guide holds the rule of credit and every level of a rubric")
  func guide() throws {
    let world = try Samples.instrument("world-4")
    let guide = html(MarkingDocuments(paper(world), of: world).guide)
    #expect(guide.contains("свою долю даёт каждая верная пара") && guide.contains("1\u{A0}–\u{A0}Б, 2\u{A0}–\u{A0}А"))
    let lesson = try Samples.instrument("lesson-observation")
    let levels = html(MarkingDocuments(paper(lesson), of: lesson).guide)
    #expect(levels.contains("Названа и проверена в конце урока") && levels.contains("Только «верно / неверно»"))
  }

  @Test("Stops and times are told to whoever leads the test, borders of levels with what they hold for")
  func pace() throws {
    let instrument = try Samples.instrument(
      xml: """
        <test xmlns="urn:synak:1" id="pace" version="1.0" languages="ru" grades="4-5">
          <title><ru>Темп</ru></title>
          <input id="grade" type="integer" min="1" max="11"><ru>Класс</ru></input>
          <section id="s" time-limit="90s" stop-after-wrong="3"><title><ru>Счёт</ru></title>
            <number id="n1" time-limit="2m"><ru>2 + 2</ru><key>4</key></number>
            <number id="n2"><ru>2 + 3</ru><key>5</key></number>
            <number id="n3"><ru>2 + 4</ru><key>6</key></number>
            <number id="n4"><ru>2 + 5</ru><key>7</key></number>
          </section>
          <scale id="total" method="sum" of="n1 n2 n3 n4" by="grade"><ru>Итог</ru>
            <level code="low" from="0"><ru>Низкий</ru></level>
            <level code="high" from="3" for="4"><ru>Высокий</ru></level>
            <level code="high" from="4" for="5"><ru>Высокий</ru></level>
          </scale>
        </test>
        """)
    let page = page(instrument, .paper)
    #expect(page.contains("На этот раздел — 90 секунд.") && page.contains("На это — 2 минуты."))
    #expect(page.contains("Класс:"), "what isn't known of the pupil is asked at the top")
    let guide = html(MarkingDocuments(paper(instrument), of: instrument).guide)
    #expect(guide.contains("Счёт. Остановка:") && guide.contains("после 3 ошибок подряд"))
    #expect(guide.components(separatedBy: "Высокий").count == 3 && guide.contains("4)") && guide.contains("5)"))
    let map = RouteMap(
      paper(instrument), wording: instrument.wording(in: .ru),
      pace: { InstrumentExplainer(instrument, in: .ru).paceLines(of: $0).map(\.text) })
    #expect(map.rows[0].remarks.contains { $0.contains("после 3 ошибок подряд") })
  }

  @Test("Nothing is marked in a questionnaire")
  func nothing() throws {
    let survey = try Samples.instrument("pupil-wellbeing")
    #expect(MarkingDocuments(paper(survey), of: survey).isEmpty)
  }

  @Test("No language lost a placeholder")
  func phrases() {
    for phrase in PaperPhrase.allCases {
      let names = Language.spoken.map { phrase.template.argumentNames(in: $0) }
      #expect(names.allSatisfy { $0 == names[0] }, "\(phrase)")
      #expect(Language.spoken.allSatisfy { !phrase.template.wording(in: $0).isEmpty })
    }
  }

  @Test("Numbers in a row are joined, letters go on after the last")
  func small() {
    #expect(NumberRuns.text([3, 1, 2, 7, 8, 10]) == "1–3, 7, 8, 10")
    #expect(NumberRuns.text([]) == "")
    #expect(OptionLetters.letter(3, in: .ky) == "Г" && OptionLetters.letter(3, in: .en) == "D")
    #expect(OptionLetters.letter(26, in: .en) == "A2")
  }
}

extension String {
  /// Marks and words side by side: `…>А</span>верный</p>` as `>А<>верный<`.
  fileprivate var marksAsTags: String { replacing(/<[^>]*>/, with: "<>") }

  /// The letter of the mark before an option.
  fileprivate func letter(before option: String) -> String? {
    guard let range = range(of: "<>\(option)<") else { return nil }
    return self[..<range.lowerBound].last.map(String.init)
  }
}
