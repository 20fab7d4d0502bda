// swift-tools-version: 6.2

import PackageDescription

// The house: a target a stage of the road, imports only downward. CONTRIBUTING.md says what stands on each floor.
let values: [Target.Dependency] = ["Expressions", "Diagnostics", "Texts"]
let instruments: [Target.Dependency] = ["Instruments", "Datasets"] + values
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let road: [Target.Dependency] =
  ["Storage", "Formats", "Administration", "Scoring", "Monitoring", "Psychometrics", "XML"] + instruments

// What is built into the program, so that it runs wherever it is: the sample school and its instruments.
let shipped = [
  "math-4-diagnostic.xml", "reading-aloud-2.xml", "reading-4.xml", "world-4.xml", "fractions-5-topic.xml",
  "science-5-year-end.xml",
  "math-9-diagnostic.xml", "math-11-diagnostic.xml", "kyrgyz-language-9.xml",
  "russian-language-11.xml", "history-9.xml", "history-11.xml", "parent-survey.xml", "lesson-observation.xml",
  "expert-conditions.xml", "pupil-wellbeing.xml", "teacher-conditions.xml", "indicators.xml", "plan-2026-2027.xml",
  "sample-register.csv",
]

let package = Package(
  name: "synak",
  dependencies: [
    // SQLite without ceremony: typed rows, a pool of readers, migrations.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Commands, their help and their mistakes.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256, by which instruments and journals are known.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // The rules that the floors keep.
    .testTarget(name: "ArchitectureTests"),

    // Floor 0: they know nothing of one another.
    .target(name: "Texts"),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),
    .target(name: "Psychometrics"),
    .testTarget(name: "PsychometricsTests", dependencies: ["Psychometrics"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "XML", dependencies: ["CLibXML2"]),
    .testTarget(name: "XMLTests", dependencies: ["XML", "CLibXML2", "SeededTesting"]),
    .target(name: "CTerminal"),
    // PNG pictures: libpng's errors jump over frames, which only C may.
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png16")]),
    .target(name: "TerminalUI", dependencies: ["CTerminal"]),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "TerminalTesting", "SeededTesting", "terminal-probe"]),

    // Floor 1
    .target(name: "Diagnostics", dependencies: ["Texts"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Texts"]),
    .target(name: "Expressions", dependencies: ["Diagnostics", "Texts"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["SeededTesting"] + values),

    // Floor 2
    .target(name: "Datasets", dependencies: values),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"] + values),

    // Floor 3
    .target(name: "Instruments", dependencies: ["Datasets", "Psychometrics", crypto] + values),
    .testTarget(name: "InstrumentsTests", dependencies: ["SampleInstruments"] + instruments),

    // Floor 4
    .target(name: "Scoring", dependencies: instruments),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["SampleInstruments", "Scoring", "Formats", "Monitoring", "XML"] + instruments),
    .target(name: "Monitoring", dependencies: ["Datasets", "Psychometrics"] + values),
    .testTarget(
      name: "MonitoringTests", dependencies: ["Monitoring", "Datasets", "Psychometrics", "SeededTesting"] + values),

    // Floor 5
    .target(name: "Administration", dependencies: ["Scoring", "Psychometrics"] + instruments),
    .testTarget(
      name: "AdministrationTests",
      dependencies: ["Administration", "Formats", "Scoring", "Psychometrics", "XML", "SeededTesting"] + instruments),
    .target(name: "Formats", dependencies: ["XML", "Monitoring", "Psychometrics"] + instruments),
    .testTarget(name: "FormatsTests", dependencies: ["Formats", "XML", "Monitoring", "Psychometrics"] + instruments),

    // Floor 6
    .target(
      name: "Storage",
      dependencies: [grdb, sqlite, "Formats", "Administration", "Scoring", "Monitoring", "Psychometrics", "XML"]
        + instruments),
    .testTarget(name: "StorageTests", dependencies: [grdb, "SeededTesting", "store-probe"] + road),

    // Floor 7
    .target(
      name: "Screens",
      dependencies: ["Storage", "Administration", "Scoring", "Monitoring", "TerminalUI", "CPNG"] + instruments),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Administration", "Formats", "Scoring", "Monitoring", "Psychometrics", "TerminalUI", "XML",
        "SeededTesting",
      ]
        + instruments,
      exclude: ["Golden"]),

    .target(name: "Documents", dependencies: ["Storage", "Administration", "Scoring", "XML"] + instruments),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "Administration", "Scoring", "XML", "Formats", "SampleInstruments"] + instruments),

    // Floor 8
    .executableTarget(
      name: "synak",
      dependencies: [
        "Screens", "Documents", "TerminalUI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + road,
      exclude: ["Shipped/README.md", "Layout"],
      resources: shipped.map { .embedInCode("Shipped/\($0)") }),
    .testTarget(
      name: "synakTests", dependencies: ["synak", "TerminalTesting", "SeededTesting", "Screens", "TerminalUI"] + road),
    // Figures for `make bench`.
    .executableTarget(
      name: "synak-bench", dependencies: ["synak", "TerminalTesting", "CTracer"] + road, path: "Sources/Benchmarks"),
    // Which functions run: of these `make layout` makes the order of the program's code.
    .target(name: "CTracer"),

    // Instruments built by hand, for tests of the floors that don't read XML.
    .target(name: "SampleInstruments", dependencies: instruments, path: "Tests/SampleInstruments"),
    // Chance and seeds, the same in all property tests.
    .target(name: "SeededTesting", path: "Tests/SeededTesting"),
    // For tests of real programs on a pseudo-terminal, in whatever module.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "TerminalTesting", dependencies: ["CTerminal", "CVTerm"], path: "Tests/TerminalTesting"),
    .executableTarget(name: "terminal-probe", dependencies: ["TerminalUI"], path: "Tests/TerminalProbe"),
    // A writer that tests kill at any moment, and measure.
    .executableTarget(
      name: "store-probe", dependencies: ["Storage", "Administration", "Instruments", "Datasets", "Expressions"],
      path: "Tests/StoreProbe"
    ),
  ]
)

// One loop, so that no target can forget a rule. C and system targets take no Swift settings.
let upcomingFeatures = [
  "ExistentialAny",  // SE-0335
  "InternalImportsByDefault",  // SE-0409
  "MemberImportVisibility",  // SE-0444
  "NonisolatedNonsendingByDefault",  // SE-0461
]
for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
  target.swiftSettings =
    [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
    + upcomingFeatures.map { .enableUpcomingFeature($0) }
}
