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

    // Floor 1
    .target(name: "Diagnostics", dependencies: ["Texts"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Texts"]),
    .target(name: "Expressions", dependencies: ["Diagnostics", "Texts"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Diagnostics", "Texts"]),

    // Floors 2 and 3
    .target(name: "Datasets", dependencies: ["Expressions", "Diagnostics", "Texts"]),
    .target(
      name: "Instruments", dependencies: ["Datasets", "Expressions", "Diagnostics", "Texts"]),

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
    .executableTarget(name: "StoreProbe", dependencies: ["Storage", "Datasets", "Expressions", "Diagnostics", "Texts"],
      path: "Tests/StoreProbe"),
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
