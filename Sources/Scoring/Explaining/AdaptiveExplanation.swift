import Expressions
import Instruments
import Texts

/// Questions chosen one by one, routes by points, parameters and scales of ability in words.
extension InstrumentExplainer {
  private func say(_ phrase: AdaptivePhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  private func line(_ label: AdaptivePhrase, _ text: String) -> Explanation.Line {
    Explanation.Line(label: say(label), text: text, source: nil)
  }

  /// How a section goes on, and who comes to it.
  func adaptive(_ section: Section) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    let form = instrument.delivery.form
    for from in form.sections {
      for (route, next) in zip(from.routes, from.routes.dropFirst().map(Optional.init) + [nil])
      where route.to == section.id {
        var words = ["section": title(of: from), "border": border(route.from)]
        words["next"] = next.map { border($0.from) }
        lines.append(line(.comes, say(next == nil ? .comesFrom : .comesBetween, words)))
      }
    }
    if let rule = section.adaptation { lines += chosen(rule, of: section) }
    let ways = section.routes.compactMap { route in
      form.sections.first { $0.id == route.to }.map { target in
        say(.leadsTo, ["section": title(of: target), "border": border(route.from)])
      }
    }
    if !ways.isEmpty { lines.append(line(.leads, ways.joined(separator: "; "))) }
    return lines
  }

  private func title(of section: Section) -> String {
    section.title.map { quoted($0.plain(in: language)) } ?? section.id.text
  }

  private func chosen(_ rule: Adaptation, of section: Section) -> [Explanation.Line] {
    let numbers = [
      "least": String(rule.atLeast), "most": String(rule.atMost), "all": String(section.blocks.count { $0.asks }),
    ]
    var lines = [line(.chosen, say(rule.atLeast == rule.atMost ? .exactly : .between, numbers))]
    if let error = rule.error {
      lines.append(line(.enough, say(.untilError, ["error": NumberFormat.text("\(error)", in: language)])))
    }
    if rule.exposure > 1 { lines.append(line(.chosen, say(.oneOfBest, ["n": String(rule.exposure)]))) }
    let areas = (instrument.instrument.blueprint?.areas ?? []).filter { area in
      area.share != nil
        && section.blocks.contains { instrument.instrument.specifications[$0.id]?.area == area.code }
    }
    if !areas.isEmpty {
      let shares = areas.map { "\($0.title.plain(in: language)) \($0.share.map(number) ?? "") %" }
      lines.append(line(.shares, shares.joined(separator: ", ")))
    }
    return lines
  }

  /// The parameters of an item; none where it wasn't tried.
  func parameters(of item: DeliveryItem) -> [Explanation.Line] {
    let known = instrument.instrument.scoring.calibration?.items.first { $0.item == item.item.id }
    guard let known else { return [] }
    let hardness = known.difficulties.map(number).joined(separator: "; ")
    var words = "a \(number(known.slope)) · b \(hardness)"
    if !known.guessing.isZero { words += " · c \(number(known.guessing))" }
    return [line(.parameters, words)]
  }

  /// By what and on whom ability is measured.
  func ability(of scale: ScaleProgram) -> [Explanation.Line] {
    guard scale.method == .theta, let calibration = instrument.instrument.scoring.calibration else { return [] }
    let model: AdaptivePhrase =
      switch CalibrationModel(calibration) {
      case .rasch: .rasch
      case .twoParameter: .twoParameter
      case .threeParameter: .threeParameter
      case .partialCredit: .partialCredit
      }
    let population = ["mean": number(calibration.mean), "sd": number(calibration.deviation)]
    var lines = [line(.model, say(model)), line(.population, say(.normal, population))]
    if let sample = calibration.sample { lines.append(line(.triedOn, sample)) }
    return lines
  }
}

/// What is said of tests that follow the answers.
enum AdaptivePhrase: PhraseCatalogue {
  case methodTheta, comes, comesFrom, comesBetween, leads, leadsTo, chosen, exactly, between, enough, untilError,
    oneOfBest, shares
  case parameters, model, population, normal, triedOn, rasch, twoParameter, threeParameter, partialCredit

  var template: Template {
    switch self {
    case .methodTheta:
      Template(
        ky: "калибровка боюнча билим деңгээли (EAP), стандарттык катасы менен",
        ru: "уровень подготовки по калибровке (EAP) со стандартной ошибкой",
        en: "ability by the calibration (EAP), with its standard error")
    case .comes: Template(ky: "Ким келет", ru: "Кто попадает", en: "Who comes here")
    case .comesFrom:
      Template(
        ky: "{section} бөлүмүнөн кийин: {border} жана андан көп алгандар",
        ru: "после раздела {section}: от {border}", en: "after {section}: from {border}")
    case .comesBetween:
      Template(
        ky: "{section} бөлүмүнөн кийин: {border} жана андан көп, бирок {next} чегинен аз алгандар",
        ru: "после раздела {section}: от {border}, но меньше чем {next}",
        en: "after {section}: from {border}, below {next}")
    case .leads: Template(ky: "Андан ары", ru: "Дальше", en: "Leads on")
    case .leadsTo:
      Template(
        ky: "{border} жана андан көп → {section}", ru: "от {border} → {section}", en: "from {border} → {section}")
    case .chosen: Template(ky: "Тандоо", ru: "Выбор", en: "Chosen")
    case .exactly:
      Template(
        ky: "жоопторго жараша бирден, {all} ичинен {most}", ru: "по ответам, по одному: {most} из {all}",
        en: "one by one after the answers: {most} of {all}")
    case .between:
      Template(
        ky: "жоопторго жараша бирден, {all} ичинен {least}–{most}",
        ru: "по ответам, по одному: от {least} до {most} из {all}",
        en: "one by one after the answers: {least} to {most} of {all}")
    case .enough: Template(ky: "Жетиштүү", ru: "Достаточно", en: "Enough")
    case .untilError:
      Template(
        ky: "стандарттык ката {error} же андан аз болгондо", ru: "когда стандартная ошибка не больше {error}",
        en: "when the standard error is {error} or less")
    case .oneOfBest:
      Template(
        ky: "эң маанилүү {n} суроонун бири чүчүкулак менен", ru: "один из {n} самых информативных, по жребию",
        en: "one of the {n} that tell most, drawn by chance")
    case .shares: Template(ky: "Үлүштөр", ru: "Доли", en: "Shares")
    case .parameters: Template(ky: "Параметрлер", ru: "Параметры", en: "Parameters")
    case .model: Template(ky: "Модель", ru: "Модель", en: "Model")
    case .population: Template(ky: "Бөлүштүрүү", ru: "Распределение", en: "Population")
    case .normal:
      Template(
        ky: "нормалдуу, орточосу {mean}, четтөөсү {sd}", ru: "нормальное, среднее {mean}, отклонение {sd}",
        en: "normal, mean {mean}, deviation {sd}")
    case .triedOn: Template(ky: "Кимде сыналган", ru: "На ком опробовано", en: "Tried on")
    case .rasch: Template(ky: "Раш модели", ru: "модель Раша", en: "Rasch model")
    case .twoParameter:
      Template(
        ky: "эки параметрлүү логистикалык", ru: "двухпараметрическая логистическая", en: "two-parameter logistic")
    case .threeParameter:
      Template(
        ky: "үч параметрлүү логистикалык", ru: "трёхпараметрическая логистическая", en: "three-parameter logistic")
    case .partialCredit:
      Template(
        ky: "жалпыланган жарым-жартылай упай модели (GPCM)", ru: "обобщённая модель частичных баллов (GPCM)",
        en: "generalised partial credit (GPCM)")
    }
  }
}
