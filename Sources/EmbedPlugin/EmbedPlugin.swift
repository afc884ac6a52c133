import Foundation
import PackagePlugin

/// Writes text files into Swift source before a target is compiled, so that the binary needs no folder beside it:
/// `Migrations/sqlite` into Store, `Sources/Web/Files` into Web.
@main
struct EmbedPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let (kind, folder): (String, URL)
        switch target.name {
        case "Store": (kind, folder) = ("migrations", root.appending(path: "Migrations/sqlite"))
        case "Web": (kind, folder) = ("files", root.appending(path: "Sources/Web/Files"))
        default: return []
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(kind) into \(target.name)",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [kind, folder.path, output.path],
                inputFiles: files(below: folder), outputFiles: [output])
        ]
    }

    /// Each file is an input of its own: that is how the build sees an edit.
    private func files(below folder: URL) -> [URL] {
        guard let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        return found.compactMap { $0 as? URL }
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path < $1.path }
    }
}
