// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
  name: "clausebook",
  products: [
    .executable(name: "clausebook", targets: ["clausebook"]),
    .library(
      name: "Clausebook",
      targets: ["PolicyModel", "PolicySource", "Reading", "Amending", "Checking", "Publishing", "PolicyLibrary"]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "PolicyModel", swiftSettings: strict),
    .target(
      name: "PolicySource",
      dependencies: ["CMarkGFM", "CYAML", "PolicyModel"],
      swiftSettings: strict
    ),
    .target(name: "Reading", dependencies: ["PolicyModel"], swiftSettings: strict),
    .target(name: "Amending", dependencies: ["PolicyModel", "Reading"], swiftSettings: strict),
    .target(name: "Checking", dependencies: ["PolicyModel", "Reading"], swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["PolicyModel", "Reading"],
      swiftSettings: strict
    ),
    .target(
      name: "PolicyLibrary",
      dependencies: ["PolicyModel", "PolicySource", "Reading", "Amending", "Checking", "Publishing"],
      swiftSettings: strict
    ),
    .target(
      name: "Commands",
      dependencies: [
        "PolicyLibrary", "PolicyModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(name: "clausebook", dependencies: ["Commands"], swiftSettings: strict),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Amending", "CMarkGFM", "Checking", "PolicyLibrary", "PolicyModel", "PolicySource", "Publishing", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks",
      exclude: ["Hello", "ratios.json"],
      swiftSettings: strict
    ),
    .executableTarget(name: "hello", path: "Tests/Benchmarks/Hello", swiftSettings: strict),
    .testTarget(
      name: "PolicySpecTests",
      dependencies: ["PolicyLibrary", "PolicyModel", "PolicySource"],
      exclude: ["Spec"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LawTests",
      dependencies: ["Amending", "PolicyModel", "PolicySource"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["clausebook"],
      exclude: ["Transcripts", "Workspace"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ShippedPolicyTests",
      dependencies: ["Amending", "PolicyLibrary", "PolicyModel", "PolicySource"],
      exclude: ["Alignment", "Numbers"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Amending", "PolicyModel", "Publishing"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["PolicyModel", "Reading"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CheckingTests",
      dependencies: ["Checking", "PolicyModel", "Reading"],
      swiftSettings: strict
    ),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "ReadmeTests",
      dependencies: ["Amending", "PolicyLibrary", "PolicyModel"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings a main of its own, so only Tests/fuzz asks for the programs that it drives.
if Context.environment["CLAUSEBOOK_FUZZING"] != nil {
  package.targets += ["Parsing", "Amending", "Publishing"].map { name in
    .executableTarget(
      name: "Fuzz\(name)",
      dependencies: ["Amending", "PolicyLibrary", "PolicyModel", "PolicySource"],
      path: "Tests/Fuzzing/\(name)",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
    )
  }
}
