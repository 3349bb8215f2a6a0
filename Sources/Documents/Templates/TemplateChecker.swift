import Diagnostics
import Files
import Mustache
import Records
import Templates

/// What is wrong with a template's names for a board: identifiers that its data does not have, files that are not there.
struct TemplateChecker {
    private let names: ResolvedNames
    private let scope: DocumentScope
    private var diagnostics: [Diagnostic] = []
    private var reported: Set<ReportKey> = []

    private struct ReportKey: Hashable {
        let path: PathKey?
        let offset: Int
    }

    /// - Returns: what is wrong with the names in a template, and round what they print; with the fields that its tags name.
    static func check(
        _ template: DocumentTemplate, scope: DocumentScope
    ) -> (diagnostics: [Diagnostic], usedFields: Set<FieldKey>) {
        let names = template.names(scope.types)
        var checker = TemplateChecker(names: names, scope: scope)
        checker.checkFiles(documentName: template.tree.name)
        names.problems.forEach { checker.append($0) }
        checker.checkItems()
        if !checker.diagnostics.containsErrors {
            checker.diagnostics += template.findings(round: names.fields, scope.types)
        }
        return (checker.diagnostics, names.usedFields)
    }

    private init(names: ResolvedNames, scope: DocumentScope) { (self.names, self.scope) = (names, scope) }

    /// A file that is missing is reported at the first tag that needs it; what stands in a section over it does not.
    private mutating func checkFiles(documentName document: String) {
        let board = scope.board
        var told: Set<String> = []
        func isMissing(_ name: String) -> Bool {
            board.schema.kind(named: name).map { board.files[$0] == nil } ?? false
        }
        for file in names.files where isMissing(file.name) && !file.within.contains(where: isMissing) {
            let kind = file.name
            guard told.insert(kind).inserted else { continue }
            append(
                Diagnostic(
                    .missingFile, at: file.place,
                    Phrase(
                        ja: "文書「\(document)」には\(kind).yamlが必要ですが、「\(board.id)」のフォルダーにありません",
                        en:
                            "the document \"\(document)\" needs \(kind).yaml, which the folder \(board.id) does not have"
                    ),
                    help: Phrase(
                        ja:
                            "ファイルの名前に打ち間違いがないか確かめてください。ないものなら、「\(board.id)/\(kind).yaml」を作るか、この文書をboard.yamlのdocumentsから消してください",
                        en:
                            "check the file's name for a slip; if there is none, make \(board.id)/\(kind).yaml, or delete the document from board.yaml's documents"
                    )))
        }
    }

    // MARK: Identifiers

    private mutating func checkItems() {
        var told: Set<String> = []
        for item in names.items {
            let list = item.path.flatMap { scope.value($0) }
            // A list that is in an item that is not there.
            if item.path != nil, list == nil { continue }
            if let list, scope.value(.item(item.id), of: list) != nil { continue }
            if item.path == nil, (Int(item.id) ?? 0) > 0 { continue }
            if item.isGuarded { continue }
            let identifiers = list.map { scope.identifiers(of: $0) } ?? []
            if item.mayBeAbsent, NearestName.find(item.id, among: DocumentTypes.listNames + identifiers) == nil {
                continue
            }
            if told.insert("\(item.list).\(item.id)").inserted { report(item, list, identifiers) }
        }
    }

    /// Reports an identifier that the data does not have: at the data, unless it is a slip for one that other tags name.
    private mutating func report(_ item: ResolvedNames.Item, _ list: DocumentValue?, _ identifiers: [String]) {
        let nearest = NearestName.find(item.id, among: identifiers)
        let isSlip =
            NearestName.find(item.id, among: DocumentTypes.listNames) != nil
            || nearest.map { names.usedIDs.contains("\(item.list).\($0)") } ?? false
        guard !isSlip, let list, let data = scope.place(of: nearest, in: list) else {
            return append(
                UnknownName.finding(
                    item.id, behind: item.list, among: DocumentTypes.listNames + identifiers, at: item.place))
        }
        let summary =
            nearest.map {
                Phrase(
                    ja: "ひな形が使うID「\(item.id)」がなく、「\($0)」があります",
                    en: "templates use the identifier \"\(item.id)\", and the data has \"\($0)\"")
            }
            ?? Phrase(
                ja: "ひな形が使うID「\(item.id)」のものが、ここにありません",
                en: "templates use the identifier \"\(item.id)\", which nothing here has")
        append(
            Diagnostic(
                .unknownName, at: data, summary,
                help: nearest == nil
                    ? Phrase(
                        ja: "IDが「\(item.id)」のものを書き加えてください。使わないのなら、ひな形の担当者に伝えてください",
                        en: "add one; if it is not wanted, tell the templates' author")
                    : Phrase(
                        ja: "IDを「\(item.id)」に戻してください。変えるときは、ひな形の担当者に伝えてください",
                        en:
                            "put the identifier back to \"\(item.id)\"; if it has to change, tell the templates' author"
                    ),
                notes: [Diagnostic.Note(item.place, Phrase(ja: "ひな形はここで使っています", en: "used here"))]))
    }

    /// A part that several documents or places include is reported once.
    private mutating func append(_ diagnostic: Diagnostic) {
        let key = ReportKey(
            path: diagnostic.place?.source.key, offset: diagnostic.place?.range.lowerBound ?? 0)
        if reported.insert(key).inserted { diagnostics.append(diagnostic) }
    }
}
