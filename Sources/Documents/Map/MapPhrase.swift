import Texts

/// What maps of the routing say in Synak's own words.
enum MapPhrase: PhraseCatalogue {
  case map, start, end, neverShown, drawn, shuffled, booklet, jump, jumpToEnd, legendCondition, legendReads
  case legendComputed, about

  var template: Template {
    switch self {
    case .map: Template(ky: "Суроолордун жолу", ru: "Карта переходов", en: "Map of the routing")
    case .start: Template(ky: "башы", ru: "начало", en: "start")
    case .end: Template(ky: "аягы", ru: "конец", en: "end")
    case .neverShown: Template(ky: "эч качан көрсөтүлбөйт", ru: "никогда не показывается", en: "never shown")
    case .drawn:
      Template(
        ky: "{all} ичинен {pick} тандалат", ru: "по жребию {pick} из {all}", en: "{pick} of {all}, drawn by chance")
    case .shuffled:
      Template(ky: "ирети ар бир отурумда башка", ru: "порядок в каждом сеансе свой", en: "in an order of its own")
    case .booklet: Template(ky: "дептерчеге жараша", ru: "зависит от буклета", en: "depends on the booklet")
    case .jump: Template(ky: "{option} → {number}", ru: "{option} → {number}", en: "{option} → {number}")
    case .jumpToEnd: Template(ky: "{option} → аягы", ru: "{option} → конец", en: "{option} → end")
    case .legendCondition:
      Template(
        ky: "үзүк чек: шарты аткарылганда гана суралат, болбосо айланып өтөт",
        ru: "пунктир: спрашивают только при условии, иначе обходят стороной",
        en: "dashed: asked only under its condition, passed by otherwise")
    case .legendReads:
      Template(
        ky: "сол жактагы жебе: шарт кайсы жооптон көз каранды",
        ru: "стрелка слева: от какого ответа зависит условие",
        en: "an arrow at the left: the answer that a condition depends on")
    case .legendComputed:
      Template(ky: "боз: эсептелген маани", ru: "серое: вычисляемое значение", en: "grey: a computed value")
    case .about:
      Template(
        ky: "Бөлүмдөр жана суроолор жогорудан төмөн; ким кайсы суроого келери сөз менен.",
        ru: "Разделы и вопросы сверху вниз; словами сказано, кто к какому вопросу приходит.",
        en: "Sections and questions from top to bottom; words say who comes to which.")
    }
  }
}
