package import Diagnostics
import Files
import Publishing
import Templates

extension DiagnosticCode {
    package static let unusedTemplate = DiagnosticCode(
        "T016", canBeAllowed: true,
        meaning: (
            ja: "どの文書にも使われていないひな形があります。文書を作るのをやめたのなら、そのままで構いません。",
            en: "No document uses the template. Where its document is no longer made, it may stay."
        ),
        reason: (
            ja: "名前を打ち間違えていると、差し替えたつもりの文章が文書に出ません。",
            en: "If its name is misspelt, what it was to replace has not been replaced."
        ),
        wrong: "Templates/takarazuka/guidline.html",
        right: "Templates/takarazuka/guideline.html")
}

/// Templates that no document came to use: a misspelt name, or one that was forgotten.
enum UnusedTemplates {
    /// - Parameters:
    ///   - templates: the folder of templates, and as `folder` what links in it may not lead out of.
    ///   - used: the files that documents are made of.
    ///   - wanted: the boards that are looked at.
    static func findings(
        in templates: String, within folder: RealFolder, used: [PathKey: SourceFile], wanted: [String]
    ) throws(FileError) -> [Diagnostic] {
        let files = try FileSystem.files(below: templates).filter { $0.utf8.suffix(5).elementsEqual(".html".utf8) }
        /// The folder below the templates', and the name without a suffix.
        func parts(_ file: String) -> (folder: String?, name: String) {
            let parts = file.utf8.dropFirst(templates.utf8.count + 1).split(separator: UInt8(ascii: "/"))
            let name = parts.last?.prefix { $0 != UInt8(ascii: ".") }
            return (
                parts.count > 1 ? String(decoding: parts[0], as: UTF8.self) : nil,
                name.map { String(decoding: $0, as: UTF8.self) } ?? ""
            )
        }
        let usedParts = used.values.map { parts($0.path) }
        let shared = Set(files.map(parts).filter { $0.folder == nil }.map(\.name))
        return files.filter { file in
            guard used[PathKey(file)] == nil else { return false }
            let (folder, name) = parts(file)
            if let folder, folder != "parts" {
                // What fills in a shared template serves again when the board publishes that document.
                if wanted.contains(folder) { return !shared.contains(name) }
                return NearestName.find(folder, among: wanted) != nil
            }
            // A shared template serves whichever board publishes it; one that is named almost as one in use was misspelt.
            // form2 beside form1 is the next of a row.
            func withoutNumber(_ name: String) -> String { name.filter { !$0.isNumber } }
            let neighbours = usedParts.filter { $0.folder == folder && withoutNumber($0.name) != withoutNumber(name) }
                .map(\.name)
            return NearestName.find(name, among: neighbours) != nil
        }.map { file in
            Diagnostic(
                .unusedTemplate, .warning,
                at: Diagnostic.Place(
                    (try? BoardBuilder.read(file, within: folder, limit: Limits.templateSize))
                        ?? SourceFile(path: file, bytes: []), 0..<0),
                Phrase(ja: "このひな形はどの文書にも使われていません", en: "no document uses this template"),
                help: Phrase(
                    ja:
                        "board.yamlのdocumentsから消した文書のひな形なら、そのままで構いません。覚えがなければ、名前の打ち間違いのことがあるので、ひな形の担当者に伝えてください",
                    en:
                        "leave it if its document was deleted from board.yaml; else its name may be misspelt: tell the templates' author"
                ))
        }
    }
}
