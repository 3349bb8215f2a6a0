import Diagnostics
import Documents
import Files
import Japanese
import Publishing
import Records

/// `shirube trace BOARD [TEXT|FILE:LINE]`: where a printed figure comes from, and where a datum is printed.
struct TraceCommand {
    private let terminal: Terminal
    private let board: Board
    private let templates: TemplateFolder
    private let texts: [TracedText]

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let wanted = arguments.operands.dropFirst().first
        guard (1...2).contains(arguments.operands.count), (wanted != nil) != arguments.has(.allSources),
            wanted?.allSatisfy(\.isWhitespace) != true
        else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "教育委員会と、調べる値（又は--all）を指定してください", en: "name a board, and what to trace (or --all)"),
                    help: Phrase(ja: "例: shirube trace takarazuka 3.7%", en: "as in shirube trace takarazuka 3.7%")))
        }
        if !arguments.has(.allSources),
            let option = [Option.pageFormat, .pageFile].first(where: { arguments.value($0) != nil })
        {
            throw .usage(
                arguments.refusal(
                    of: option,
                    help: Phrase(ja: "--formatと--intoは、--allと一緒に使います", en: "--format and --into go with --all")))
        }
        let data = arguments.folder(.data, "Data")
        let loaded = try LoadedBoard.load(arguments.operands[0], in: data, isWhole: true)
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        var options = RenderOptions()
        options.reference = try ReferenceTables.find(arguments.value(.reference), data: data)
        let path = arguments.folder(.templates, "Templates")
        let templates: TemplateFolder
        do throws(FileError) {
            let store = BoardBuilder.templateStore(path, within: try RealFolder(path), words: nil)
            templates = TemplateFolder(store, board: board.id)
        } catch {
            throw .file(error)
        }
        var findings: [Diagnostic] = []
        let texts = DocumentRenderer.trace(board, templates: templates, options: options, diagnostics: &findings)
        let blocking = (loaded.diagnostics + findings).filter { $0.severity == .error && !$0.code.canBeAllowed }
        if !blocking.isEmpty { terminal.report(blocking.withoutRepetitions()) }
        let command = TraceCommand(terminal: terminal, board: board, templates: templates, texts: texts)
        guard let wanted = arguments.operands.dropFirst().first else {
            return try command.listSources(PageFormat(arguments), options, arguments)
        }
        do throws(FileError) {
            return try command.trace(wanted)
        } catch {
            throw .file(error)
        }
    }

    private func listSources(
        _ format: PageFormat, _ options: RenderOptions, _ arguments: Arguments
    ) throws(CommandError) -> ExitStatus {
        let list = SourceList(texts)
        var findings: [Diagnostic] = []
        let page =
            format == .json
            ? nil : list.page(of: board, templates: templates, options: options, diagnostics: &findings)
        guard format == .json || page != nil else {
            terminal.report(findings)
            return .wrongInput
        }
        return try format.write(page, json: list.json, arguments, terminal)
    }

    // MARK: Searching

    /// A place in a document, and the value that stands there.
    private struct Printing {
        let text: TracedText
        let range: Range<Int>
        let piece: TracedText.Piece?
    }

    private func trace(_ wanted: String) throws(FileError) -> ExitStatus {
        // With a column behind it, too, as findings have it.
        let parts = wanted.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.reversed().prefix { Int($0) != nil }.count
        let path = parts.dropLast(numbers).joined(separator: ":")
        if path.hasSuffix(".yaml"), (1...2).contains(numbers), let line = Int(parts[parts.count - numbers]) {
            return try traceLine(path, line)
        }
        return try traceText(wanted)
    }

    /// Where a text is printed, by what prints it.
    private func traceText(_ wanted: String) throws(FileError) -> ExitStatus {
        let key = Self.folded(wanted)
        var found: [Printing] = []
        for text in texts where !key.isEmpty {
            for range in Self.ranges(of: key, in: text.text) {
                let pieces = text.pieces.filter { $0.range.overlaps(range) }
                found += pieces.map { Printing(text: text, range: range, piece: $0) }
                if pieces.isEmpty { found.append(Printing(text: text, range: range, piece: nil)) }
            }
        }
        guard !found.isEmpty else { return refuse(wanted) }
        var order: [String] = []
        var groups: [String: [Printing]] = [:]
        for printing in found {
            let key = printing.piece?.datum.map(Self.key) ?? ""
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(printing)
        }
        for (index, key) in order.enumerated() {
            if index > 0 { try terminal.print("\n") }
            try describe(groups[key]?.first?.piece?.datum, groups[key] ?? [])
        }
        return .done
    }

    private func refuse(_ wanted: String) -> ExitStatus {
        let shown = DiagnosticFormatter.printable(wanted)
        terminal.report(
            Phrase(ja: "「\(shown)」は、どの文書にも印字されていません", en: "no document prints \(shown)"),
            help: Phrase(
                ja:
                    "文書に出ているとおりに書いてください（「Ⅰの2」のような番号は、文書を作るときに付くので調べられません）。データから調べるなら「statistics.yaml:72」のように、ファイルと行を書きます",
                en:
                    "write it as the document has it (numbers of headings and items are no data); to begin with the data, name file and line, as in statistics.yaml:72"
            ))
        return .wrongInput
    }

    /// What stands on a line of a data file, and where it is printed.
    private func traceLine(_ path: String, _ line: Int) throws(FileError) -> ExitStatus {
        let target = FileSystem.absolute(path)
        let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        let found = DatumIndex(board).data(line: line) { file in
            file == name || file.hasSuffix("/" + name) || FileSystem.absolute(file) == target
        }
        let shown = DiagnosticFormatter.printable(path)
        guard let data = found else {
            terminal.report(
                Phrase(
                    ja: "「\(shown)」は、この教育委員会のデータファイルではありません",
                    en: "\(shown) is no data file of this board"))
            return .wrongInput
        }
        guard !data.isEmpty else {
            terminal.report(
                Phrase(ja: "「\(shown)」の\(line)行目には、値がありません", en: "there is no value on line \(line) of \(shown)"))
            return .wrongInput
        }
        for (index, datum) in data.enumerated() {
            if index > 0 { try terminal.print("\n") }
            try describe(datum, printings { Self.key($0) == Self.key(datum) })
            for printing in printings({ Self.key($0) != Self.key(datum) && $0.follows(from: datum) }) {
                guard let derived = printing.piece?.datum, let formula = derived.formula else { continue }
                try print("  ", Phrase(ja: "計算に使う", en: "used for"), "\(derived.label): \(formula.text)")
                try show(printing)
            }
        }
        return .done
    }

    /// Where data is printed.
    private func printings(_ isWanted: (Datum) -> Bool) -> [Printing] {
        texts.flatMap { text in
            text.pieces.filter { $0.datum.map(isWanted) ?? false }.map {
                Printing(text: text, range: $0.range, piece: $0)
            }
        }
    }

    private static func key(_ datum: Datum) -> String {
        "\(datum.place?.source.path ?? ""):\(datum.place?.range.lowerBound ?? 0) \(datum.label)"
    }

    /// Digits and letters of either width are the same.
    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { WidthFolding.ascii($0) }
    }

    /// Whether a place in a text is no part of a longer number: 12 does not stand in 512 and 12,689.
    private static func isWhole(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
        func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && ("0"..."9").contains(text[index]) }
        func isMark(_ index: Int) -> Bool { text.indices.contains(index) && [",", "."].contains(text[index]) }
        if isDigit(range.lowerBound) {
            if isDigit(range.lowerBound - 1) || isMark(range.lowerBound - 1) && isDigit(range.lowerBound - 2) {
                return false
            }
        }
        if isDigit(range.upperBound - 1) {
            if isDigit(range.upperBound) || isMark(range.upperBound) && isDigit(range.upperBound + 1) { return false }
        }
        return true
    }

    /// The bytes at which a text stands in another.
    private static func ranges(of key: [Unicode.Scalar], in text: String) -> [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        let folded = folded(text)
        var ranges: [Range<Int>] = []
        var offset = 0
        for start in scalars.indices {
            if folded[start...].starts(with: key), isWhole(start..<start + key.count, folded) {
                let length = scalars[start..<start + key.count].reduce(0) { $0 + UTF8.width($1) }
                ranges.append(offset..<offset + length)
            }
            offset += UTF8.width(scalars[start])
        }
        return ranges
    }

    // MARK: Printing

    private func describe(_ datum: Datum?, _ printings: [Printing]) throws(FileError) {
        if let datum {
            let value = datum.text.isEmpty ? "" : ": " + datum.text.split(separator: "\n").joined(separator: "⏎")
            try print("", nil, "\(place(datum.place))  \(datum.label)\(value)")
            if let formula = datum.formula {
                try print("  ", Phrase(ja: "計算", en: "worked out"), formula.text)
                for part in formula.parts {
                    try print("    ", nil, "\(part.label) \(part.text)  \(place(part.place))")
                }
            }
            let none = Phrase(ja: "（記載なし）", en: "(none is given)")[terminal.language]
            try print("  ", Phrase(ja: "出典", en: "source"), datum.source ?? none)
        } else {
            try print("", nil, Phrase(ja: "ひな形の文章", en: "prose of a template")[terminal.language])
        }
        for printing in printings.prefix(Self.limit) { try show(printing) }
        let rest = printings.count - Self.limit
        if rest > 0 {
            try print("  ", nil, Phrase(ja: "ほか\(rest)か所", en: "and in \(rest) other places")[terminal.language])
        }
        if printings.isEmpty {
            try print(
                "  ", nil,
                Phrase(
                    ja: "どの文書にも、公開するCSVやJSONにも出ません",
                    en: "no document prints it, and no CSV or JSON has it")[terminal.language])
        }
    }

    /// How many places are shown of one datum.
    private static let limit = 20

    private func show(_ printing: Printing) throws(FileError) {
        let text = printing.text
        let before = text.text(0..<printing.range.lowerBound).suffix(20)
        let behind = text.text(printing.range.upperBound..<text.text.utf8.count).prefix(20)
        let shown = "\(before)【\(text.text(printing.range))】\(behind)".split(whereSeparator: \.isNewline)
        let heading = text.heading.isEmpty ? "" : "「\(text.heading)」"
        // What a download has was put there by no template.
        let origin = (printing.piece?.tag ?? text.element).map { "（\($0.fileAndLine)）" } ?? ""
        try print(
            "  ", Phrase(ja: "印字", en: "printed in"),
            "\(text.document)\(heading) \(shown.joined(separator: " "))\(origin)")
    }

    private func place(_ place: Diagnostic.Place?) -> String { place?.fileAndLine ?? "-" }

    private func print(_ indent: String, _ label: Phrase?, _ text: String) throws(FileError) {
        let label = label.map { $0[terminal.language] + ": " } ?? ""
        try terminal.print(DiagnosticFormatter.printable(indent + label + text) + "\n")
    }
}
