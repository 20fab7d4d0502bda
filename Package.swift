// swift-tools-version: 6.2

import PackageDescription

/// The house of DESIGN: a target a stage of the road, imports only downward.
let package = Package(
  name: "synak",
  dependencies: [
    // SHA-256, by which an instrument's version is known.
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0")
  ],
  targets: [
    // Floor 0: they know nothing of one another.
    .target(name: "Texts"),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),

    // Floor 1
    .target(name: "Diagnostics", dependencies: ["Texts"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Texts"]),
    .target(name: "Expressions", dependencies: ["Diagnostics", "Texts"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Diagnostics", "Texts"]),

    // Floors 2 and 3
    .target(name: "Datasets", dependencies: ["Expressions", "Diagnostics", "Texts"]),
    .target(
      name: "Instruments",
      dependencies: [
        "Datasets", "Expressions", "Diagnostics", "Texts", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Instruments built by hand, for tests of this floor and those above.
    .target(
      name: "SampleInstruments", dependencies: ["Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"],
      path: "Tests/SampleInstruments"),
    .testTarget(
      name: "InstrumentsTests",
      dependencies: ["SampleInstruments", "Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"]),

    // Floor 4
    .target(name: "Scoring", dependencies: ["Instruments", "Datasets", "Expressions", "Diagnostics", "Texts"]),
    .testTarget(
      name: "ScoringTests",
      dependencies: [
        "SampleInstruments", "Scoring", "Instruments", "Datasets", "Expressions", "Diagnostics", "Texts",
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
