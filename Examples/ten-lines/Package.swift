// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ten-lines",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "blazon", path: "../..")],
  targets: [
    .executableTarget(
      name: "ten-lines",
      dependencies: [.product(name: "Blazon", package: "blazon")],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
  ]
)
