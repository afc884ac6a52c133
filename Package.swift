// swift-tools-version: 6.2
import PackageDescription

/// `-enforce-exclusivity=checked` stays on: it is what makes "belongs to one thread" a crash instead of a bug report.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A target of the product. The list of dependencies is the import table: `make lint` holds every file to it.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "ticketd",
    products: [.executable(name: "ticketd", targets: ["ticketd"])],
    targets: [
        .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypt", path: "Sources/CCrypt", providers: [.apt(["libcrypt-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        room("Platform", ["CLinux"]),
        room("JSON"),
        room("HTTP", ["JSON"]),
        room("Server", ["HTTP", "Platform"]),
        room("SQLite", ["CSQLite"]),
        room("Domain"),
        room("Classifier", ["JSON"]),
        room("Security", ["CCrypt", "CCrypto", "Domain", "JSON", "Platform"]),
        room("Store", ["SQLite", "Domain", "JSON", "Platform"], plugins: ["EmbedPlugin"]),
        room("Service", ["Store", "Domain", "Classifier", "Security", "JSON", "Platform"]),
        room("Web", exclude: ["Files"], plugins: ["EmbedPlugin"]),
        room("API", ["Service", "Classifier", "Store", "Domain", "HTTP", "JSON", "Security", "Platform", "Web"]),
        .executableTarget(
            name: "ticketd",
            dependencies: [
                "API", "Service", "Store", "SQLite", "Domain", "Classifier", "Security", "Server", "HTTP", "JSON",
                "Platform", "Web",
            ], swiftSettings: settings),
        .executableTarget(
            name: "Bench", dependencies: ["Store", "SQLite", "Domain", "Classifier", "JSON", "HTTP", "Platform"],
            swiftSettings: settings),

        .executableTarget(name: "EmbedFiles", swiftSettings: settings),
        .plugin(
            name: "EmbedPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"], path: "Sources/EmbedPlugin"),

        tests("PlatformTests", ["Platform"]),
        tests("JSONTests", ["JSON"]),
        tests("HTTPTests", ["HTTP"]),
        tests("ServerTests", ["Server", "HTTP", "Platform"]),
        tests("SQLiteTests", ["SQLite"]),
        tests("SecurityTests", ["Security", "Domain", "JSON", "Platform"]),
        tests("DomainTests", ["Domain"]),
        tests("ClassifierTests", ["Classifier", "JSON"]),
        .target(
            name: "Support",
            dependencies: [
                "API", "Service", "Store", "SQLite", "Domain", "Classifier", "HTTP", "JSON", "Security", "Platform",
            ],
            path: "Tests/Support", swiftSettings: settings),
        tests("StoreTests", ["Store", "SQLite", "Domain", "JSON", "Platform", "Support"]),
        tests(
            "ServiceTests",
            ["Service", "Store", "SQLite", "Domain", "Security", "Classifier", "JSON", "Platform", "Support"]),
        tests("APITests", ["API", "Service", "Store", "Domain", "HTTP", "JSON", "Security", "Platform", "Support"]),
        tests("ProcessTests", ["Service", "JSON", "Platform", "Domain"]),
    ]
)
