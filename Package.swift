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
        module("JSON"),
        module("Files", ["Bytes"]),
        module("Diagnostics", ["Files", "JSON", "Bytes", "Japanese"]),
        module("Tables", ["Files"]),
        module("Proofreading", ["Files", "Tables", "Bytes", "Japanese", "Diagnostics"], exclude: ["Tables"]),
        module("Parallel"),
        module("OpenPackaging"),
        module(
            "Spreadsheet", ["Files", "OpenPackaging", "CLibXML2", "Bytes", "Japanese", "Diagnostics"],
            exclude: ["CSV/generate.py"]),
        module("StrictYAML", ["Files", "Bytes", "Japanese", "Diagnostics"]),
        module("Mustache", ["Files", "Bytes", "Diagnostics"]),
        module("QRCode"),
        module("Markup", ["Files", "OpenPackaging", "QRCode", "Bytes", "Japanese", "Diagnostics"]),
        module("Templates", ["Files", "CLibXML2", "Mustache", "Markup", "Bytes", "Diagnostics"]),
        module(
            "Records", ["Files", "JSON", "StrictYAML", "Proofreading", "Tables", "Bytes", "Japanese", "Diagnostics"],
            exclude: ["Reference/area-codes.py", "Reference/local-codes.py"]),
        module(
            "Documents",
            [
                "Files", "JSON",
                "Records", "Spreadsheet", "Templates", "Mustache", "Markup", "Proofreading", "Japanese", "Bytes",
                "Diagnostics",
            ]),
        module("Exchange", ["Files", "JSON", "Records", "Spreadsheet", "Japanese", "Diagnostics"]),
        module("Publishing", ["CSystem", "Parallel", "Files"]),
        module("Printing", ["Files", "Bytes"]),
        module(
            "ShirubeCommand",
            [
                "Files", "JSON", "Parallel", "Documents", "Exchange", "Spreadsheet", "OpenPackaging", "Publishing",
                "Printing", "Proofreading", "Templates", "Records", "Mustache", "StrictYAML", "Japanese", "Bytes",
                "Diagnostics",
            ]),
        .executableTarget(name: "shirube", dependencies: ["CSystem", "ShirubeCommand"], swiftSettings: settings),
        // Times each module by itself; built for `make bench` alone.
        .executableTarget(
            name: "modules", dependencies: ["Documents", "Mustache", "Records", "StrictYAML", "Files", "Diagnostics"],
            path: "Benchmarks/modules", swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["Files", "Diagnostics"], path: "Tests/TestSupport",
            swiftSettings: settings),
        // Apart from what imports Foundation, whose ICU and libxml2's are two.
        .target(
            name: "MarkupSupport", dependencies: ["Templates", "Mustache", "Markup", "Files", "Diagnostics"],
            path: "Tests/MarkupSupport", swiftSettings: settings),
        tests("BytesTests", ["Bytes"]),
        tests("JapaneseTests", ["Japanese"]),
        tests("ProofreadingTests", ["Files", "Proofreading", "Japanese"]),
        tests("ParallelTests", ["Parallel"]),
        tests("DiagnosticsTests", ["Files", "JSON", "Diagnostics"]),
        tests("SpreadsheetTests", ["Files", "Spreadsheet", "OpenPackaging", "Diagnostics"], exclude: ["Fixtures"]),
        tests("StrictYAMLTests", ["Files", "JSON", "StrictYAML"]),
        tests("MustacheTests", ["Files", "Mustache"]),
        tests("QRCodeTests", ["QRCode"], exclude: ["Fixtures"]),
        tests("MarkupTests", ["Files", "Markup", "MarkupSupport", "Templates", "QRCode", "Bytes", "Japanese"]),
        tests("TemplatesTests", ["Files", "Templates", "MarkupSupport", "Mustache", "Markup"]),
        tests("ExchangeTests", ["Files", "Exchange", "Records", "Spreadsheet"]),
        tests("RecordsTests", ["Proofreading", "Files", "Records", "StrictYAML", "Japanese"]),
        tests("DocumentsTests", ["Files", "Documents", "Records", "Templates", "Mustache", "Proofreading"]),
        tests("PublishingTests", ["Files", "Publishing"]),
        tests("PrintingTests", ["Files", "Printing"]),
        tests(
            "CommandLineTests",
            ["shirube", "ShirubeCommand", "Templates", "Mustache", "StrictYAML", "Files", "Records", "Diagnostics"]),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzers are built with a sanitizer that has its own main, so they are only there when make fuzz asks for them.
if Context.environment["SHIRUBE_FUZZ"] != nil {
    let modules = [
        "StrictYAML": ["StrictYAML", "Files", "JSON", "Diagnostics"], "Mustache": ["Mustache", "Files", "Diagnostics"],
        "Markup": ["Markup", "Japanese", "MarkupSupport"], "PostalTable": ["Records", "Files", "Diagnostics"],
        "Dates": ["Japanese"], "Spreadsheet": ["Spreadsheet"],
        "State": ["Publishing", "Files"],
    ]
    for (name, dependencies) in modules {
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(name)", dependencies: dependencies.map { .init(stringLiteral: $0) },
                path: "Tests/Fuzz/\(name)", exclude: ["Corpus"],
                swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
    }
}
