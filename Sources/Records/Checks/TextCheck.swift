import Bytes
package import Diagnostics
import Files
import Japanese
import StrictYAML
import Proofreading

extension DiagnosticCode {
    package static let mixedSigns = DiagnosticCode(
        "J010", canBeAllowed: true,
        meaning: (
            ja: "見た目の似た2種類の記号（「～」とU+301C、「－」とU+2212）が混ざっています。",
            en: "Two signs that look alike are mixed: U+FF5E and U+301C, or U+FF0D and U+2212."
        ),
        reason: (
            ja: "一方は、Excelなどで使う文字コードで書き出すときに文字化けすることがあります。",
            en: "One of the two may be garbled when a program such as Excel writes it in its own encoding."
        ),
        wrong: "note: 午前9時[U+301C]午後3時  # ほかの行では「～」",
        right: "note: 午前9時～午後3時",
        source: (
            ja: "CP932（Windowsの文字コード）とUnicodeの対応の違い",
            en: "The differing mappings between CP932, the encoding of Windows, and Unicode"
        ))
}

/// Every text in the data, as a proof-reader would read it.
enum TextCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        var checker = Walker(
            names: BoardNames(board), tables: reference?.words, home: HomeWords(board, reference))
        for file in board.allFiles {
            checker.walk(file)
            checker.compare(file)
        }
        return checker.findings + checker.mixedSigns()
    }

    private struct Walker {
        let names: BoardNames
        let tables: WordTables?
        let home: HomeWords?

        init(names: BoardNames, tables: WordTables?, home: HomeWords?) {
            (self.names, self.tables, self.home) = (names, tables, home)
        }

        var findings: [Diagnostic] = []
        /// What was found in texts that have been read.
        private var read: [[Unicode.Scalar]: [WordingFinding]] = [:]
        /// Where each of two signs that look alike stands first: ～ and 〜, － and −.
        var signs: [Unicode.Scalar: Diagnostic.Place] = [:]

        mutating func walk(_ file: DataFile) {
            file.forEachText { value, type, slot in
                // A word to be read is no sentence, and may be a part of one: 含, of 含む.
                guard type != Reading.type else { return }
                let field = type.fields[slot]
                if file.tree.withText(of: Int(value.node), { Proofreader.isSuspicious($0) }) {
                    check(value, field, of: type, file)
                }
                // Names and addresses are as their owners spell them.
                if let tables, !field.isSpeltByOwner {
                    checkWording(value, isName: field.holdsName, file, tables)
                } else if let tables, field.type.isAddress {
                    checkNames(value, file, tables)
                }
            }
        }

        private mutating func check(_ value: Value, _ field: FieldDeclaration, of type: RecordType, _ file: DataFile) {
            let text = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
            // Most texts have nothing to point at.
            lazy var place = TextPlace(value, file)
            if isSpace(text.first) || isSpace(text.last) { findings.append(surroundingSpace(text, place)) }
            // A sentence ends in 。 or holds 、: names and addresses may have spaces.
            let isProse = text.contains { $0 == "。" || $0 == "、" }
            let genre: Proofreader.Genre = field.type.isAddress ? .address : isProse ? .prose : .name
            let found = Proofreader.characters(text) + Proofreader.words(text, genre: genre)
            // A name is doubted where it is declared, not where it is used.
            let isName = field.holdsName
            findings += found.filter { isName || !$0.isOfWording || !names.cover($0.range, in: text) }.map { finding in
                finding.diagnostic(at: place.range(finding.range), in: text) {
                    place.replacement(finding.range, by: $0)
                }
            }
            for scalar in text where Proofreader.ambiguousSigns.contains(scalar) && signs[scalar] == nil {
                signs[scalar] = place.range(0..<text.count)
            }
        }

        private mutating func checkWording(_ value: Value, isName: Bool, _ file: DataFile, _ tables: WordTables) {
            let text = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
            // Many say the same: each text is read once.
            let found = read[text] ?? Wording.findings(in: text, tables)
            read[text] = found
            lazy var place = TextPlace(value, file)
            // 施設を訪ねて情報を集めます。 is no name.
            if isName, text.count > 1, text.last == "。" { findings.append(stop(behindName: text, place)) }
            if let home { findings += home.findings(in: text) { place.range($0) } }
            guard !found.isEmpty else { return }
            findings += found.filter { isName || !names.cover($0.range, in: text) }.map {
                $0.diagnostic { place.range($0) }
            }
        }

        private func stop(behindName text: [Unicode.Scalar], _ place: TextPlace) -> Diagnostic {
            Diagnostic(
                .missingStop, .warning, at: place.range(text.count - 1..<text.count),
                Phrase(ja: "名称や題名が「。」で終わっています", en: "a name or title ends with 。"),
                help: Phrase(ja: "名詞で終わる名称にするか、「。」を消してください", en: "end it with a noun, or leave the stop out"))
        }

        /// Towns that have merged since.
        private mutating func checkNames(_ value: Value, _ file: DataFile, _ tables: WordTables) {
            let text = Array(file.tree.text(of: Int(value.node)).unicodeScalars)
            let found = Wording.names(in: text, tables)
            guard !found.isEmpty else { return }
            let place = TextPlace(value, file)
            findings += found.map { $0.diagnostic { place.range($0) } }
        }

        /// Values of one field that are written otherwise than nearly all others of it in the file.
        mutating func compare(_ file: DataFile) {
            guard tables != nil else { return }
            var values: [FieldKey: [Value]] = [:]
            var order: [(key: FieldKey, type: RecordType)] = []
            file.forEachText { value, type, slot in
                let field = type.fields[slot]
                guard !field.holdsName, !field.type.isAddress else { return }
                let key = FieldKey(type: ObjectIdentifier(type), slot: slot)
                if values[key] == nil { order.append((key, type)) }
                values[key, default: []].append(value)
            }
            for (key, type) in order {
                let values = values[key] ?? []
                // Among very many some are written by others.
                // A project's rows are few, and one hand writes them.
                let isOfProject = [ProjectYear.type, ScheduleRow.type].contains(type)
                guard values.count >= (isOfProject ? 3 : 5), values.count <= 500 else { continue }
                let texts = values.map { Array(file.tree.text(of: Int($0.node)).unicodeScalars) }
                let odd =
                    StyleRule.odd(among: texts, least: isOfProject ? 1 : 4)
                    + StopRule.odd(among: texts, atLeast: isOfProject ? 2 : 5)
                findings += odd.map { place, finding in
                    let place = TextPlace(values[place], file)
                    return finding.diagnostic { place.range($0) }
                }
            }
        }

        private struct FieldKey: Hashable {
            let type: ObjectIdentifier
            let slot: Int
        }

        private func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " || scalar == "\u{3000}" }

        private func surroundingSpace(_ text: [Unicode.Scalar], _ place: TextPlace) -> Diagnostic {
            let (whole, replacement) = place.replacement(0..<text.count, by: trimmed(text))
            return Diagnostic(
                .surroundingSpace, .warning, at: place.range(0..<text.count),
                Phrase(ja: "値の始め又は終わりに空白があります", en: "the value begins or ends with a space"),
                help: Phrase(ja: "空白を消してください", en: "delete the space"),
                fixIts: [Diagnostic.FixIt(whole, replacement: replacement, isCertain: true)])
        }

        private func trimmed(_ text: [Unicode.Scalar]) -> String {
            var text = text[...]
            while let first = text.first, first == " " || first == "\u{3000}" { text.removeFirst() }
            while let last = text.last, last == " " || last == "\u{3000}" { text.removeLast() }
            return String(scalars: text)
        }

        /// Two signs for one thing, one of which some programs cannot write in CP932.
        func mixedSigns() -> [Diagnostic] {
            [("～", "〜"), ("－", "−")].compactMap { (usual: Unicode.Scalar, other: Unicode.Scalar) in
                guard let first = signs[usual], let second = signs[other] else { return nil }
                return Diagnostic(
                    .mixedSigns, .warning, at: second,
                    Phrase(
                        ja: "見た目の似た2種類の記号「\(usual)」（U+\(hex(usual))）と「\(other)」（U+\(hex(other))）が混ざっています",
                        en: "two signs that look alike are mixed: U+\(hex(usual)) and U+\(hex(other))"),
                    help: Phrase(ja: "「\(usual)」にそろえてください", en: "use U+\(hex(usual)) throughout"),
                    notes: [Diagnostic.Note(first, Phrase(ja: "もう一方はここにあります", en: "the other is here"))])
            }
        }

        private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }
    }
}

/// Where a scalar's text stands in its file, so that a part of it can be pointed at.
private struct TextPlace {
    private let place: Diagnostic.Place
    /// The byte at which the text begins, where it stands in the file as it reads.
    private let start: Int?
    private let text: [Unicode.Scalar]
    /// How many bytes stand before each of its scalars, and at the end before none.
    private let offsets: [Int]

    init(_ value: Value, _ file: DataFile) {
        place = file.tree.place(of: Int(value.node))
        let text = file.tree.text(of: Int(value.node))
        self.text = Array(text.unicodeScalars)
        offsets = self.text.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
        start = file.tree.verbatimStart(of: Int(value.node))
    }

    /// The scalars where they stand in a value of several lines, by what is round them.
    private func found(_ scalars: Range<Int>) -> Diagnostic.Place {
        let wanted = Array(String(scalars: text[scalars]).utf8)
        let source = place.source.bytes[place.range]
        let start = source.indices.first { source[$0...].starts(with: wanted) }
        return start.map { Diagnostic.Place(place.source, $0..<$0 + wanted.count) } ?? place
    }

    /// What is to be replaced where some scalars are: these, or all of the value where they do not stand in the file so.
    func replacement(_ scalars: Range<Int>, by replacement: String) -> (Diagnostic.Place, String) {
        let part = range(scalars)
        guard start == nil, part.range == place.range else { return (part, replacement) }
        // What stands there again is the same finding at the same place.
        let mended = text.replacing(text[scalars], with: replacement.unicodeScalars)
        return (place, String(scalars: mended))
    }

    /// The bytes of some of its scalars; all of the value where it is written with escapes or over several lines.
    func range(_ scalars: Range<Int>) -> Diagnostic.Place {
        guard let start else { return found(scalars) }
        return Diagnostic.Place(
            place.source, start + offsets[scalars.lowerBound]..<start + offsets[scalars.upperBound])
    }
}
