// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target, tests included.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // A module's generics and small functions become part of the modules that use them.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func module(_ name: String, _ dependencies: [String] = [], exclude: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude,
        swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: (dependencies + ["TestSupport"]).map { .init(stringLiteral: $0) }, exclude: exclude,
        swiftSettings: settings)
}

// Every module imports only modules above it in this list.
let package = Package(
    name: "shirube",
    products: [.executable(name: "shirube", targets: ["shirube"])],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSystem"),
        module("Bytes"),
        module("Japanese", ["Bytes"], exclude: ["Width/generate.py"]),
        module("Diagnostics", ["Bytes", "Japanese"]),
        module("Tables", ["Diagnostics"]),
        module("Proofreading", ["Tables", "Bytes", "Japanese", "Diagnostics"], exclude: ["Tables"]),
        module("Parallel"),
        module("OpenPackaging"),
        module(
            "Spreadsheet", ["OpenPackaging", "CLibXML2", "Bytes", "Japanese", "Diagnostics"],
            exclude: ["CSV/generate.py"]),
        module("StrictYAML", ["Bytes", "Japanese", "Diagnostics"]),
        module("Mustache", ["Bytes", "Diagnostics"]),
        module("QRCode"),
        module("Markup", ["OpenPackaging", "QRCode", "Bytes", "Japanese", "Diagnostics"]),
        module("Templates", ["CLibXML2", "Mustache", "Markup", "Bytes", "Diagnostics"]),
        module(
            "Records", ["StrictYAML", "Proofreading", "Tables", "Bytes", "Japanese", "Diagnostics"],
            exclude: ["Reference/area-codes.py"]),
        module(
            "Documents",
            [
                "Records", "Spreadsheet", "Templates", "Mustache", "Markup", "Proofreading", "Japanese", "Bytes",
                "Diagnostics",
            ]),
        module("Exchange", ["Records", "Spreadsheet", "Japanese", "Diagnostics"]),
        module("Publishing", ["CSystem", "Parallel", "Diagnostics"]),
        module("Printing", ["Bytes", "Diagnostics"]),
        module(
            "ShirubeCommand",
            [
                "Parallel", "Documents", "Exchange", "Spreadsheet", "OpenPackaging", "Publishing", "Printing",
                "Proofreading", "Templates",
                "Records",
                "Mustache", "StrictYAML",
                "Japanese", "Bytes", "Diagnostics",
            ]),
        .executableTarget(name: "shirube", dependencies: ["CSystem", "ShirubeCommand"], swiftSettings: settings),
        // Times each module by itself; built for `make bench` alone.
        .executableTarget(
            name: "modules", dependencies: ["Documents", "Mustache", "Records", "StrictYAML", "Diagnostics"],
            path: "Benchmarks/modules", swiftSettings: settings),

        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: settings),
        // Apart from what imports Foundation, whose ICU and libxml2's are two.
        .target(
            name: "MarkupSupport", dependencies: ["Templates", "Mustache", "Markup", "Diagnostics"],
            path: "Tests/MarkupSupport", swiftSettings: settings),
        tests("BytesTests", ["Bytes"]),
        tests("JapaneseTests", ["Japanese"]),
        tests("ProofreadingTests", ["Proofreading", "Japanese"]),
        tests("ParallelTests", ["Parallel"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("SpreadsheetTests", ["Spreadsheet", "OpenPackaging", "Diagnostics"], exclude: ["Fixtures"]),
        tests("StrictYAMLTests", ["StrictYAML"]),
        tests("MustacheTests", ["Mustache"]),
        tests("QRCodeTests", ["QRCode"], exclude: ["Fixtures"]),
        tests("MarkupTests", ["Markup", "MarkupSupport", "Templates", "QRCode", "Bytes", "Japanese"]),
        tests("TemplatesTests", ["Templates", "MarkupSupport", "Mustache", "Markup"]),
        tests("ExchangeTests", ["Exchange", "Records", "Spreadsheet"]),
        tests("RecordsTests", ["Records", "StrictYAML", "Japanese"]),
        tests("DocumentsTests", ["Documents", "Records", "Templates", "Mustache", "Proofreading"]),
        tests("PublishingTests", ["Publishing"]),
        tests("PrintingTests", ["Printing"]),
        tests("CommandLineTests", ["shirube", "ShirubeCommand", "Records", "Diagnostics"]),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzers are built with a sanitizer that has its own main, so they are only there when make fuzz asks for them.
if Context.environment["SHIRUBE_FUZZ"] != nil {
    let modules = [
        "StrictYAML": ["StrictYAML", "Diagnostics"], "Mustache": ["Mustache", "Diagnostics"],
        "Markup": ["Markup", "Japanese", "MarkupSupport"], "PostalTable": ["Records", "Diagnostics"],
        "Dates": ["Japanese"], "Spreadsheet": ["Spreadsheet"],
        "State": ["Publishing"],
    ]
    for (name, dependencies) in modules {
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(name)", dependencies: dependencies.map { .init(stringLiteral: $0) },
                path: "Tests/Fuzz/\(name)", exclude: ["Corpus"],
                swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
    }
}
