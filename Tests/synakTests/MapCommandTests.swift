import Foundation
import TerminalTesting
import Testing

/// `synak map`, in a terminal and as a file.
@Suite("synak map")
struct MapCommandTests {
  @Test("A tree on the screen, a picture in a file; what is never shown is marked")
  func map() throws {
    let school = try School()
    let tree = try school.run("map", "parents-2025", "-l", "ky")
    #expect(tree.code == 0 && tree.output.contains("«Балаңыз мектепте тамактанабы?»") == false, "\(tree.said)")
    #expect(tree.output.contains("◇ «2. Балаңыз мектепте тамактанабы?» — «Жок» болсо"))
    let survey = """
      <questionnaire xmlns="urn:synak:1" id="never" version="1.0" languages="ru">
        <title><ru>Никогда</ru></title>
        <section id="s">
          <number id="grade" min="1" max="11" whole="yes"><ru>Класс?</ru></number>
          <text id="later" show-if="grade gt 11"><ru>Почему?</ru></text>
        </section>
      </questionnaire>
      """
    let file = try school.file("never.xml", survey)
    let marked = try school.run("map", file, "-l", "ru")
    #expect(marked.output.contains("Почему? ✗ никогда не показывается"), "\(marked.said)")
    let picture = school.folder + "/never.svg"
    #expect(try school.run("map", file, "-l", "ru", "-o", picture).code == 0)
    let svg = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(svg.contains("<svg xmlns") && svg.contains("никогда не показывается"))
  }
}
