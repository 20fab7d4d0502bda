import Diagnostics
import Formats
import Foundation
import Instruments
import Testing

/// Instruments for tests: the shipped ones by file name, and one that asks in every way there is.
enum Sample {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func shipped(_ name: String) throws -> CheckedInstrument {
    try checked(Array(Data(contentsOf: root.appending(path: "instruments/\(name).xml"))))
  }

  /// An instrument that lies with these tests.
  static func bundled(_ path: String) throws -> CheckedInstrument {
    try checked(Array(Data(contentsOf: root.appending(path: "Tests/ScreensTests/\(path)"))))
  }

  static func checked(_ bytes: [UInt8]) throws -> CheckedInstrument {
    let reading = InstrumentReader.read(bytes, file: "test.xml")
    let instrument = try #require(reading.instrument, "\(reading.findings)")
    let outcome = instrument.checked(hash: ContentHash(of: bytes), datasets: nil)
    #expect(!reading.findings.hasErrors, "\(reading.findings)")
    return try #require(outcome.instrument, "\(reading.findings + outcome.findings)")
  }

  /// A questionnaire in ky, ru and en around the given sections.
  static func questionnaire(_ sections: String, attributes: String = "") throws -> CheckedInstrument {
    try checked(
      Array(
        """
        <questionnaire xmlns="urn:synak:1" id="q" version="1" languages="ky ru en" \(attributes)>
        <title><ky>Сынама</ky><ru>Проба</ru><en>Trial</en></title>
        \(sections)
        </questionnaire>
        """.utf8))
  }

  /// Questions chosen one by one, or a part by the points of another.
  static func adaptive(_ name: String = "adaptive-arithmetic") throws -> CheckedInstrument {
    try checked(Array(Data(contentsOf: root.appending(path: "Tests/SampleFiles/\(name).xml"))))
  }

  static func everything() throws -> CheckedInstrument {
    try questionnaire(everyKind, attributes: #"time-limit="20m""#)
  }

  /// A test that hurries: sections that stop or repeat, limits of questions and sections, cells read
  /// against the clock.
  static func paced() throws -> CheckedInstrument {
    let sums = (1...6).map { "<number id=\"n\($0)\">\(words("\($0)?"))<key>\($0)</key></number>" }.joined()
    return try checked(
      Array(
        """
        <test xmlns="urn:synak:1" id="p" version="1" languages="ky ru en"><title>\(words("Pace"))</title>
        <section id="s" stop-after-wrong="2" stop-after-missing="3">\(sums)</section>
        <section id="t" time-limit="2m"><timed-grid id="g" time="60s" stop-after-wrong="3">\(words("Read"))
        <cells>a b c d e f g h i j k l m n o p</cells></timed-grid>
        <number id="quick" time-limit="30s" required="yes">\(words("Quick?"))</number>
        <text id="slow" time-limit="90s" lines="3">\(words("Slow?"))</text></section>
        <section id="k"><number id="kids" min="0" max="3" whole="yes">\(words("Kids?"))</number></section>
        <section id="kid" repeat="kids" repeat-at-most="3" time-limit="4m"><title>\(words("Kid"))</title>
        <text id="name">\(words("Name?"))</text><choose id="who">\(words("Who is {name}?"))
        <option code="a">A</option><option code="oth" ask="text">Other</option></choose>
        <number id="more" show-if="who eq 'a'">\(words("More?"))</number></section>
        <section id="u"><timed-grid id="h" required="yes">\(words("Read"))<cells>x y z</cells></timed-grid></section></test>
        """.utf8))
  }

  /// A text that is the same in all three languages, where a file must give each.
  static func words(_ text: String) -> String { "<ky>\(text)</ky><ru>\(text)</ru><en>\(text)</en>" }

  private static let everyKind = """
    <choice-list id="agree"><option code="1">One</option><option code="2">Two</option><option code="3">Three</option>
      <option code="dk" missing="dont-know">Do not know</option></choice-list>
    <section id="first"><title>First part</title>
      <note id="hello">\(words("Hello. Read this and go on."))</note>
      <choose id="one"><ky>Бирөөнү танда</ky><ru>Выбери одно</ru><en>Choose one</en>
        <option code="a">Apple</option><option code="b">Bread</option><option code="oth" ask="text">Other</option>
        <option code="dk" missing="dont-know">Do not know</option></choose>
      <choose-many id="many" at-most="2">\(words("Choose up to two"))
        <option code="a">Ant</option><option code="b">Bee</option><option code="c">Cat</option>
        <option code="none" alone="yes">None</option></choose-many>
      <number id="age" min="0" max="120" whole="yes" required="yes">\(words("How old are you?"))</number>
      <number id="spend" unit="som"><ky>Канча?</ky><ru>Сколько?</ru><en>How much?</en>
        <check that="spend le 300" else="ask">\(words("That is a lot. Is it right?"))</check>
        <check that="spend ge 0" else="refuse">\(words("It can't be less than nothing."))</check></number>
    </section>
    <section id="second"><title>Second part</title>
      <stimulus id="story">\(words("Once upon a time there was a long story."))</stimulus>
      <text id="word">\(words("A word about the story"))</text>
      <text id="essay" lines="4">\(words("More words about the story"))</text>
      <order id="rank">\(words("Put these in order"))
        <option code="x">Xylophone</option><option code="y">Yak</option><option code="z">Zebra</option></order>
    </section>
    <section id="third">
      <grid id="g" choices="agree" required="yes">\(words("How much do you agree?"))
        <row id="g1">\(words("Winter is long"))</row><row id="g2">\(words("Summer is short"))</row>
        <row id="g3">\(words("Spring is green"))</row></grid>
      <rubric id="r">\(words("Mark the level"))
        <criterion id="r1">\(words("Aim"))<descriptor points="0">Not named</descriptor>
          <descriptor points="2">Named</descriptor></criterion>
        <criterion id="r2">\(words("End"))<descriptor points="0">None</descriptor>
          <descriptor points="1">Some</descriptor></criterion>
      </rubric>
      <tally id="questions">\(words("Questions asked"))</tally>
      <time-sample id="busy" every="5m" choices="agree">\(words("Who is busy?"))</time-sample>
      <choose id="hidden" show-if="one eq 'b'">\(words("Shown to bread only"))<option code="a">A</option>
        <option code="b">B</option></choose>
    </section>
    """
}
