// swift-tools-version: 6.2

import PackageDescription

/// The house of DESIGN: a target a stage of the road, imports only downward.
let package = Package(
  name: "synak",
  dependencies: [
    // SQLite without ceremony: typed rows, a pool of readers, migrations.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // SHA-256, by which instruments and journals are known.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Floor 0: they know nothing of one another.
    .target(name: "Texts"),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "XML", dependencies: ["CLibXML2"]),
    .testTarget(name: "XMLTests", dependencies: ["XML", "CLibXML2"]),
    .target(name: "CTerminal"),
    .target(name: "TerminalUI", dependencies: ["CTerminal"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TerminalTesting", "terminal-probe"]),
    // For tests of real programs on a pseudo-terminal, in whatever module.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "TerminalTesting", dependencies: ["CTerminal", "CVTerm"], path: "Tests/TerminalTesting"),
    .executableTarget(name: "terminal-probe", dependencies: ["TerminalUI"], path: "Tests/TerminalProbe"),
    .target(name: "Psychometrics"),
    .testTarget(name: "PsychometricsTests", dependencies: ["Psychometrics"]),

    // Floor 1
    .target(name: "Diagnostics", dependencies: ["Texts"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Texts"]),
    .target(name: "Expressions", dependencies: ["Diagnostics", "Texts"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Diagnostics", "Texts"]),

    // Floors 2 and 3
    .target(name: "Datasets", dependencies: ["Expressions", "Diagnostics", "Texts"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Expressions", "Diagnostics", "Texts"]),
    .target(
      name: "Instruments",
      dependencies: [
        "Datasets", "Expressions", "Diagnostics", "Texts", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "InstrumentsTests", dependencies: ["Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"]),

    // Floor 4
    .target(name: "Scoring", dependencies: ["Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"]),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["Scoring", "Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"]),
    .target(
      name: "Monitoring", dependencies: ["Datasets", "Psychometrics", "Expressions", "Diagnostics", "Texts"]),
    .testTarget(
      name: "MonitoringTests",
      dependencies: ["Monitoring", "Datasets", "Psychometrics", "Expressions", "Diagnostics", "Texts"]),

    // Floor 5
    .target(
      name: "Administration",
      dependencies: [
        "Scoring", "Instruments", "Datasets", "Expressions", "Diagnostics", "Psychometrics", "Texts",
      ]),
    .testTarget(
      name: "AdministrationTests",
      dependencies: [
        "Administration", "Formats", "Scoring", "Instruments", "Datasets", "Expressions", "Diagnostics",
        "Psychometrics", "Texts", "XML",
      ]),
    .target(
      name: "Formats",
      dependencies: [
        "XML", "Instruments", "Monitoring", "Datasets", "Psychometrics", "Expressions", "Diagnostics", "Texts",
      ]),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "Formats", "XML", "Instruments", "Monitoring", "Datasets", "Psychometrics", "Expressions", "Diagnostics",
        "Texts",
      ]),

    // Floor 6
    .target(
      name: "Storage",
      dependencies: [
        "Datasets", "Expressions", "Diagnostics", "Texts",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "StoreProbe", "Datasets", "Expressions", "Diagnostics", "Texts",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // A writer that tests kill at any moment, and measure.
    .executableTarget(name: "StoreProbe", dependencies: ["Storage", "Datasets", "Expressions"], path: "Tests/StoreProbe"),

    // Floor 7
    .target(
      name: "Screens",
      dependencies: [
        "Administration", "Scoring", "Monitoring", "Instruments", "Datasets", "Expressions", "Diagnostics", "TerminalUI",
        "Texts",
      ]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Administration", "Formats", "Scoring", "Monitoring", "Instruments", "Datasets", "Expressions",
        "Diagnostics", "TerminalUI", "Texts",
      ]),
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
