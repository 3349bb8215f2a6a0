// swift-tools-version: 6.2
import PackageDescription

// What a Swift developer would pick, to compare with: nothing of it goes into shirube.
let package = Package(
    name: "yams-mustache",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "yams-mustache",
            dependencies: ["Yams", .product(name: "Mustache", package: "swift-mustache")],
            path: ".", sources: ["main.swift"])
    ],
    swiftLanguageModes: [.v6]
)
