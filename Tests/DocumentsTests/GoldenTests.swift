import Diagnostics
import Documents
import Files
import Foundation
import Proofreading
import Records
import Templates
import TestSupport
import Testing

/// The committed Output/ is what the committed data and templates render: every document, as HTML and as text.
///
/// `SHIRUBE_RECORD=1` writes it anew; recording fails the test, so that it is not left on.
@Suite struct GoldenTests {
    @Test("Documents equal the committed ones, byte for byte", arguments: ["takarazuka", "setagaya"])
    func golden(board: String) throws {
        let (files, diagnostics) = try Rendering.render(board: board)
        #expect(diagnostics.isEmpty)
        #expect(files.count == (board == "takarazuka" ? 35 : 4))
        for file in files {
            let url = Project.root.appending(path: "Output/\(board)/\(file.name)")
            if ProcessInfo.processInfo.environment["SHIRUBE_RECORD"] == "1" {
                try Data(file.bytes).write(to: url)
                Issue.record("recorded \(url.path)")
            }
            let committed = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            #expect(String(decoding: file.bytes, as: UTF8.self) == committed, "\(file.name)")
        }
    }

    @Test("Rendering twice gives the same bytes")
    func deterministic() throws {
        let first = try Rendering.render(board: "takarazuka").files
        let second = try Rendering.render(board: "takarazuka").files
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }
}

/// Renders boards from the project's files, or from files that a test makes up.
enum Rendering {
    static func render(
        board: String, data: [String: String] = [:], templates: [String: String] = [:], headingLevel: Int = 2,
        only: Set<String>? = nil
    ) throws -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let loaded = try load(board: board, data: data, diagnostics: &diagnostics) else {
            return ([], diagnostics)
        }
        let store = TemplateStore(
            path: "Templates",
            isFolder: { (path) throws(FileError) in
                templates.keys.contains { $0.hasPrefix(path + "/") } || Project.isFolder(path)
            },
            names: { (path) throws(FileError) in
                templates.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.count + 1)) }
                    .filter { !$0.contains("/") }
            },
            read: { (path) throws(FileError) in read(templates, path) })
        let folder = TemplateFolder(store, board: board)
        var options = RenderOptions()
        options.headingLevel = headingLevel
        options.only = only
        options.reference = try ReferenceData(folder: Project.root.appending(path: "Data/reference").path)
        let rendering = DocumentRenderer.render(loaded, templates: folder, options: options, diagnostics: &diagnostics)
        let sources = loaded.files.values.map(\.source)
        return (rendering.files, Allowance.apply(to: diagnostics, sources: sources, of: registry, isWhole: false))
    }

    private static let registry = FindingRegistry([
        ProofreadingFindings.all, TemplatesFindings.all, RecordsFindings.all, DocumentsFindings.all,
    ])

    /// What the checks of data find in a board.
    static func checks(board: String, data: [String: String]) throws -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        guard let loaded = try load(board: board, data: data, diagnostics: &diagnostics) else { return diagnostics }
        return diagnostics + Checks.run(loaded, reference: nil) + DataProse.findings(loaded)
    }

    private static func read(_ made: [String: String], _ path: String) -> SourceFile? {
        if let text = made[path] { return SourceFile(path: path, text: text) }
        return (try? Project.bytes(path)).map { SourceFile(path: path, bytes: $0) }
    }

    private static func load(
        board: String, data: [String: String], diagnostics: inout [Diagnostic]
    ) throws -> Board? {
        try Board.load(
            id: board, folder: "Data/\(board)", diagnostics: &diagnostics,
            read: { (path) throws(FileError) in read(data, path) })
    }

    /// A board made up for a test, with one document `notice` from a template of its own.
    static func notice(
        _ main: String, board: String = notices, facilities: String? = nil, parts: [String: String] = [:]
    ) throws -> (html: String, text: String, diagnostics: [Diagnostic]) {
        var data = ["Data/test/board.yaml": board]
        data["Data/test/facilities.yaml"] = facilities
        var templates = ["Templates/notice.html": main]
        for (name, text) in parts { templates["Templates/\(name).html"] = text }
        let (files, diagnostics) = try render(board: "test", data: data, templates: templates)
        func text(_ name: String) -> String {
            // Without the byte order mark of a published text.
            let text = files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        // What this one document leaves unused of the made-up data is not what these tests are about.
        return (text("notice.html"), text("notice.txt"), diagnostics.filter { $0.code != .unusedField })
    }

    static let notices = """
        municipality_code: 282146
        prefecture: 兵庫県
        municipality: 宝塚市
        name: 宝塚市教育委員会
        contact: {telephone: 0797-77-2024}
        edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
        documents:
          - {id: notice, title: お知らせ, date: 令和7年2月14日}
        notices:
          - {id: first, title: 通知, number: 第1号, date: 2019-10-25}

        """

    static let facilities = """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}
        private:
          - {id: a, name: "甲<&>", postal_code: 665-0865, address: 兵庫県宝塚市1, telephone: 0797-86-2321}
          - {id: b, name: 乙, postal_code: 530-0012, address: 大阪府大阪市2, telephone: 0120-025-215}

        """
}
