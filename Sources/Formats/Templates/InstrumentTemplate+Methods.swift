/// The four kinds of instruments as templates.
extension InstrumentTemplate {
  var test: String {
    """
    \(comment(.section))
      <section id="main">
        <number id="m1" points="1">
          \(words(.sum))
          <key>623</key>
        </number>

    \(comment(.choose, indent: 4))
        <choose id="m2" points="1" shuffle="yes">
          \(words(.divisible))
          <option code="a">48</option>
          <option code="b">54</option>
          <option code="c" correct="yes">56</option>
          <option code="d">64</option>
        </choose>

    \(comment(.credit, indent: 4))
        <choose-many id="m3" points="2" credit="hits" shuffle="yes">
          \(words(.halves))
          <option code="a" correct="yes">2/4</option>
          <option code="b">3/5</option>
          <option code="c" correct="yes">5/10</option>
          <option code="d">4/6</option>
        </choose-many>
      </section>

    \(comment(.scale))
      <scale id="total" method="sum" of="m1 m2 m3">
        \(words(.total))
        <level code="below" from="0%">\(words(.below))</level>
        <level code="base" from="50%">\(words(.base))</level>
        <level code="above" from="75%">\(words(.above))</level>
      </scale>

    \(comment(.feeds))
      <!--
      <feeds dataset="diag">
        <field id="level" value="level(total)"/>
        <field id="score" value="score(total)"/>
        <field id="max" value="max-score(total)"/>
      </feeds>
      -->

    \(comment(.example))
      <example name="all right"><answers m1="623" m2="c" m3="a c"/><expect total="4" total.level="above"/></example>
      <example name="half right"><answers m1="623" m2="a" m3="a"/><expect total="2" total.level="base"/></example>
    """
  }

  var questionnaire: String {
    """
    \(comment(.list))
      <choice-list id="agree">
        \(option("1", .disagree))
        \(option("2", .partly))
        \(option("3", .agree))
        \(option("dk", .dontKnow, " missing=\"dont-know\""))
      </choice-list>

      <section id="child">
        <number id="grade" min="1" max="11" whole="yes" required="yes">\(words(.grade))</number>
        <choose id="club" required="yes">
          \(words(.club))
          \(option("yes", .yes))
          \(option("no", .no))
        </choose>
    \(comment(.showIf, indent: 4))
        <choose-many id="why_not" show-if="club eq 'no'" at-most="2">
          \(words(.whyNot))
          \(option("far", .far))
          \(option("none", .noClub, " alone=\"yes\""))
          \(option("oth", .other, " ask=\"text\""))
        </choose-many>
      </section>

      <section id="school">
    \(comment(.grid, indent: 4))
        <grid id="g" choices="agree">
          \(words(.howMuch))
          <row id="g_safe">\(words(.safe))</row>
          <row id="g_help">\(words(.help))</row>
          <row id="g_hurt" reverse="yes">\(words(.hurt))</row>
        </grid>
        <text id="advice" lines="4">\(words(.better))</text>
      </section>

    \(comment(.mean))
      <scale id="climate" method="mean" of="g_safe g_help g_hurt" at-least="2">\(words(.climate))</scale>

    \(comment(.example))
      <example name="not in a club">
        <answers grade="5" club="no" why_not="far" g_safe="3" g_help="3" g_hurt="1"/>
        <expect shown="why_not" climate="3"/>
      </example>
      <example name="in a club"><answers grade="5" club="yes" g_safe="2" g_help="dk" g_hurt="3"/><expect hidden="why_not" climate="1.5"/></example>
    """
  }

  var observation: String {
    """
      <section id="course">
    \(comment(.tally, indent: 4))
        <tally id="questions">\(words(.questions))</tally>
    \(comment(.timeSample, indent: 4))
        <time-sample id="on_task" every="10m">
          \(words(.onTask))
          \(option("3", .all))
          \(option("2", .most))
          \(option("1", .few))
        </time-sample>
      </section>

      <section id="quality">
    \(comment(.rubric, indent: 4))
        <rubric id="lesson_quality">
          \(words(.levels))
          <criterion id="goal">
            \(words(.goal))
            <descriptor points="0">\(words(.goal0))</descriptor>
            <descriptor points="1">\(words(.goal1))</descriptor>
            <descriptor points="2">\(words(.goal2))</descriptor>
          </criterion>
          <criterion id="feedback">
            \(words(.feedback))
            <descriptor points="0">\(words(.feedback0))</descriptor>
            <descriptor points="1">\(words(.feedback1))</descriptor>
            <descriptor points="2">\(words(.feedback2))</descriptor>
          </criterion>
        </rubric>
        <text id="advice" lines="6">\(words(.advice))</text>
      </section>

    \(comment(.scale))
      <scale id="lesson" method="sum" of="goal feedback">\(words(.lesson))</scale>

    \(comment(.example))
      <example name="best lesson"><answers goal="2" feedback="2"/><expect lesson="4"/></example>
    """
  }

  var expertAssessment: String {
    """
      <section id="conditions">
    \(comment(.rubric, indent: 4))
        <rubric id="material">
          \(words(.levels))
          <criterion id="rooms">
            \(words(.rooms))
            <descriptor points="0">\(words(.rooms0))</descriptor>
            <descriptor points="1">\(words(.rooms1))</descriptor>
            <descriptor points="2">\(words(.rooms2))</descriptor>
          </criterion>
          <criterion id="books">
            \(words(.books))
            <descriptor points="0">\(words(.books0))</descriptor>
            <descriptor points="1">\(words(.books1))</descriptor>
            <descriptor points="2">\(words(.books2))</descriptor>
          </criterion>
        </rubric>
    \(comment(.requiredIf, indent: 4))
        <text id="evidence" lines="5" required="rooms eq '0' or books eq '0'">\(words(.evidence))</text>
      </section>

    \(comment(.scale))
      <scale id="total" method="sum" of="rooms books">
        \(words(.conditions))
        <level code="weak" from="0%">\(words(.weak))</level>
        <level code="fair" from="50%">\(words(.fair))</level>
        <level code="good" from="75%">\(words(.good))</level>
      </scale>

    \(comment(.example))
      <example name="all in place"><answers rooms="2" books="2"/><expect total="4" total.level="good"/></example>
    """
  }
}
