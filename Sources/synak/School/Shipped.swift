/// The instruments and files of the sample school that are part of the program, so that it runs wherever it is.
enum Shipped {
  struct File {
    var name: String
    /// Made when it is asked for: one sitting needs one instrument, not all.
    var bytes: [UInt8] { load() }
    private let load: @Sendable () -> [UInt8]

    init(name: String, bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
      self.name = name
      load = bytes
    }

    /// The name without ".xml": what an instrument may be called by.
    var stem: String { String(name.dropLast(4)) }
  }

  static let instruments = [
    File(name: "math-4-diagnostic.xml", bytes: PackageResources.math_4_diagnostic_xml),
    File(name: "reading-aloud-2.xml", bytes: PackageResources.reading_aloud_2_xml),
    File(name: "reading-4.xml", bytes: PackageResources.reading_4_xml),
    File(name: "world-4.xml", bytes: PackageResources.world_4_xml),
    File(name: "fractions-5-topic.xml", bytes: PackageResources.fractions_5_topic_xml),
    File(name: "science-5-year-end.xml", bytes: PackageResources.science_5_year_end_xml),
    File(name: "math-9-diagnostic.xml", bytes: PackageResources.math_9_diagnostic_xml),
    File(name: "math-11-diagnostic.xml", bytes: PackageResources.math_11_diagnostic_xml),
    File(name: "kyrgyz-language-9.xml", bytes: PackageResources.kyrgyz_language_9_xml),
    File(name: "russian-language-11.xml", bytes: PackageResources.russian_language_11_xml),
    File(name: "history-9.xml", bytes: PackageResources.history_9_xml),
    File(name: "history-11.xml", bytes: PackageResources.history_11_xml),
    File(name: "parent-survey.xml", bytes: PackageResources.parent_survey_xml),
    File(name: "lesson-observation.xml", bytes: PackageResources.lesson_observation_xml),
    File(name: "expert-conditions.xml", bytes: PackageResources.expert_conditions_xml),
    File(name: "pupil-wellbeing.xml", bytes: PackageResources.pupil_wellbeing_xml),
    File(name: "teacher-conditions.xml", bytes: PackageResources.teacher_conditions_xml),
  ]
  static let indicators = File(name: "indicators.xml", bytes: PackageResources.indicators_xml)
  static let plan = File(name: "plan-2026-2027.xml", bytes: PackageResources.plan_2026_2027_xml)
  static let register = File(name: "sample-register.csv", bytes: PackageResources.sample_register_csv)
}
