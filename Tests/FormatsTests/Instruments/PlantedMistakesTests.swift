import Diagnostics
import Expressions
import Instruments
import Testing
import Texts

@testable import Formats

/// The eighteen mistakes that were planted in forms of other systems, which found from none to seven of them, and twenty as
/// methodists make them.
@Suite("Planted mistakes")
struct PlantedMistakesTests {
  static let eighteen = """
    <questionnaire xmlns="urn:synak:1" id="p" version="1" languages="ky ru"><title><ky>С</ky><ru>О</ru></title>
    <choice-list id="yesno"><option code="yes"><ky>Ооба</ky><ru>Да</ru></option><option code="no"><ky>Жок</ky><ru>Нет</ru></option></choice-list>
    <section id="s">
    <choose id="meals" choices="yesno" required="yes"><ky>Тамак?</ky><ru>Еда?</ru></choose>
    <number id="kids" min="0" max="20" whole="yes"><ky>Балдар?</ky><ru>Дети?</ru></number>
    <choose-many id="why"><ky>Эмнеге?</ky><ru>Почему?</ru><option code="price"><ky>Баа</ky><ru>Цена</ru></option><option code="taste"><ky>Даам</ky><ru>Вкус</ru></option></choose-many>
    <date id="born"><ky>Качан?</ky><ru>Когда?</ru></date>
    <text id="m1" show-if="⟦meels⟧ = 'yes'"><ky>1</ky><ru>1.</ru></text>
    <text id="m2" show-if="⟦contians⟧(m1, 'a')"><ky>2</ky><ru>2.</ru></text>
    <text id="m3" show-if="(meals = 'yes'⟦⟧"><ky>3</ky><ru>3.</ru></text>
    <text id="m4" show-if="⟦round()⟧ gt 1"><ky>4</ky><ru>4.</ru></text>
    <⟦compute⟧ id="a" value="b + 1"/><compute id="b" value="a + 1"/>
    <text id="m6" show-if="⟦m6⟧ = 'x'"><ky>6</ky><ru>6.</ru></text>
    <text id="m7" show-if="meals = ⟦'maybe'⟧"><ky>7</ky><ru>7.</ru></text>
    <text id="m8" show-if="⟦kids = 'two'⟧"><ky>8</ky><ru>8.</ru></text>
    <text id="m9" show-if="⟦why⟧ = 'price'"><ky>9</ky><ru>9.</ru></text>
    <text id="m10" show-if="⟦born = '30.09.2025'⟧"><ky>10</ky><ru>10.</ru></text>
    <text id="m11" show-if="⟦kids gt 10 and kids lt 5⟧"><ky>11</ky><ru>11.</ru></text>
    <text id="m12" show-if="⟦later⟧ = 'yes'"><ky>12</ky><ru>12.</ru></text>
    <text id="m13" show-if="⟦kids⟧ + 1 gt 3"><ky>13</ky><ru>13.</ru></text>
    <⟦text⟧ id="m14"><ky>14</ky></text>
    <text id="⟦M4⟧"><ky>15</ky><ru>15.</ru></text>
    <choose id="m16"><ky>16</ky><ru>16.</ru><option code="⟦very good⟧"><ky>а</ky><ru>б</ru></option><option code="bad"><ky>в</ky><ru>г</ru></option></choose>
    <text id="m17" show-if="⟦meals in {yes, no}⟧"><ky>17</ky><ru>17.</ru></text>
    <text id="m18" show-if="⟦kids gt 30⟧"><ky>18</ky><ru>18.</ru></text>
    <choose id="later" choices="yesno"><ky>Кийин?</ky><ru>Потом?</ru></choose>
    </section></questionnaire>
    """

  static let twenty = """
    <test xmlns="urn:synak:1" id="t" version="1" languages="ky ru" grades="⟦6-4⟧" time-limit="⟦40⟧"><title><ky>Т</ky><ru>Т.</ru></title>
    <choice-list ⟦idd⟧="agree"><option code="1"><ky>Ооба</ky><ru>Да</ru></option><option code="2"><ky>Жок</ky><ru>Нет</ru></option></choice-list>
    <section id="s">
    <choose id="q1" points="⟦two⟧"><ky>1</ky><ru>1.</ru><option code="a" correct="yes"><ky>а</ky><ru>б</ru></option><option code="b"><ky>в</ky><ru>г</ru></option></choose>
    <⟦choose⟧ id="q2"><ky>2</ky><ru>2.</ru><option code="a" correct="yes"><ky>а</ky><ru>б</ru></option><option code="b" correct="yes"><ky>в</ky><ru>г</ru></option></choose>
    <choose id="q3"><ky>3</ky><ru>3.</ru><option code="a"><ky>а</ky><ru>б</ru></option><⟦option⟧ code="b"><ky>а</ky><ru>б</ru></option><key>a</key></choose>
    <⟦number⟧ id="q4" min="0" max="10"><ky>4</ky><ru>4.</ru><key>11</key></number>
    <⟦number⟧ id="q5" whole="yes"><ky>5</ky><ru>5.</ru><key>2,5</key></number>
    <number id="q6" min="⟦1,5⟧"><ky>6</ky><ru>6.</ru><key>3</key></number>
    <text id="q7" pattern="(abc⟦⟧"><ky>7</ky><ru>7.</ru></text>
    <order id="q8"><ky>8</ky><ru>8.</ru><option code="a" place="1">x</option><option code="b" place="⟦one⟧">y</option></order>
    <⟦number⟧ id="q9" points="2"><ky>9 {q1}</ky><ru>9.</ru><key>1</key></number>
    <⟦chose⟧ id="q10"><ky>10</ky><ru>10.</ru><option code="a">1</option><option code="b">2</option></chose>
    <number id="q11" show-if="q1 = ⟦'d'⟧"><ky>11</ky><ru>11.</ru></number>
    <⟦number⟧ id="q12"><ky>Окyучу</ky><ru>12.</ru></number>
    </section>
    <scale id="total" method="sum" of="q2 ⟦q22⟧ q3"><ky>Б</ky><ru>Б.</ru></scale>
    <⟦scale⟧ id="w" method="mean" of="q3 q4" weights="1"><ky>В</ky><ru>В.</ru></scale>
    <scale id="m" method="table" of="w"><ky>М</ky><ru>М.</ru><⟦row⟧ from="0" value="2" for="4"/></scale>
    <feeds dataset="diag"><field id="score" value="score(⟦totl⟧)"/></feeds>
    <example name="one"><answers ⟦q33⟧="a"/><expect total="1"/></example>
    </test>
    """

  private func summaries(_ text: String) -> (found: [String], places: [String]) {
    let marked = Marked(text)
    let reading = InstrumentReader.read(marked.bytes, file: "p.xml")
    let checked = reading.instrument?.checked(
      hash: ContentHash(of: marked.bytes), datasets: nil, after: reading.trouble)
    let findings = (reading.findings + (checked?.findings ?? [])).sortedByPlace
    return (findings.map { $0.summary(withLength: true) }, marked.places)
  }

  @Test("All eighteen are found, each once, at its place, and nothing else")
  func allEighteen() {
    let (found, places) = summaries(Self.eighteen)
    #expect(found.map { String($0.split(separator: " ")[1]) } == places)
    #expect(
      found.map { String($0.prefix(4)) } == [
        "E101", "E102", "E103", "E127", "E129", "E128", "E104", "E147", "E149", "E147", "W201", "W204", "W205", "E243",
        "E270", "E217", "W203", "W201",
      ])
  }

  @Test("A file with twenty mistakes reports the twenty, not what follows from them")
  func allTwenty() {
    let (found, places) = summaries(Self.twenty)
    #expect(found.map { String($0.split(separator: " ")[1]) } == places)
    #expect(places.count == 20)
    // What was meant is said where it can be known.
    #expect(
      found.compactMap { $0.split(separator: "→").dropFirst().first.map(String.init) }
        == ["id", "1.5", "choose", "q12", "total", "q3"])
  }
}
