import Bytes
public import Diagnostics
import Files
public import StrictYAML

/// Reads a YAML tree by its schema and reports everything that does not fit, each at its place.
public struct RecordDecoder {
    /// - Parameter reference: tells a number that has lost its leading zero from a wrong one.
    /// - Parameter base: the file of all boards, which has what this one may leave out.
    /// - Parameter isShared: whether it is such a file itself.
    /// - Parameter isRow: whether it is one record of a list and no file.
    /// - Returns: the file, complete but for the values that have been reported.
    public static func decode(
        _ tree: YAMLTree, as kind: DataFileKind, of schema: Schema = .builtIn, reference: ReferenceData? = nil,
        base: DataFile? = nil, isShared: Bool = false, isRow: Bool = false, diagnostics: inout [Diagnostic]
    ) -> DataFile {
        let type = schema.type(of: kind)
        var decoder = RecordDecoder(tree, reference)
        // What a file that boards share leaves out, and what it has, need not be in the board's own.
        if isShared {
            decoder.notRequired = Set(type.required)
        } else if let base {
            decoder.notRequired = Set(type.required.filter { !base.values[$0].isAbsent })
        }
        decoder.values.reserveLargePages(tree.nodes.count)
        decoder.values.append(contentsOf: repeatElement(.absent, count: type.fields.count))
        if decoder.isBlank(tree.root), isShared || base != nil {
            // All of it is shared.
        } else if decoder.isBlank(tree.root) {
            decoder.report(
                .emptyValue, tree.root, Phrase(ja: "\(kind.fileName)に何も書かれていません", en: "\(kind.fileName) is empty"),
                help: schema.rows(of: kind) != nil
                    ? Phrase(ja: "まだ載せるものがなければ「[]」とだけ書いてください", en: "where there are no rows yet, write [] alone")
                    : kind == .board
                        ? Phrase(ja: "「\(type.label.ja)」の項目を書いてください", en: "write its fields")
                        : Phrase(
                            ja: "「\(type.label.ja)」の項目を書くか、使わないのならファイルを消してください",
                            en: "write its fields, or delete the file if it is not needed"))
        } else {
            decoder.decodeRoot(type, rows: isRow ? nil : schema.rows(of: kind))
        }
        diagnostics += decoder.diagnostics
        return DataFile(
            kind: kind, type: type, tree: tree, values: decoder.values, unreadable: decoder.unreadable, base: base)
    }

    /// A field by its place in its record: a reference to the field itself would be counted for each value.
    struct FieldSlot {
        let record: RecordType
        let slot: Int

        var label: Phrase { record.fields[slot].label }
    }

    let tree: YAMLTree
    let reference: ReferenceData?
    /// The mapping in hand.
    private(set) var record = 0
    var values: [Value] = []
    private var unreadable: Set<Int> = []
    /// Slots of the outermost record that may be left out all the same.
    private var notRequired: Set<Int> = []
    var diagnostics: [Diagnostic] = []

    private init(_ tree: YAMLTree, _ reference: ReferenceData?) {
        self.tree = tree
        self.reference = reference
    }

    /// - Parameter rows: the rows of a table, which are the whole of its file.
    private mutating func decodeRoot(_ type: RecordType, rows: FieldDeclaration?) {
        guard let rows else { return decodeRecord(tree.root, type, first: 0) }
        values[0] = decode(tree.root, rows.type, of: FieldSlot(record: type, slot: 0)) ?? .absent
    }

    /// Decodes one value of a field. A nil was reported or stands for a value left blank.
    private mutating func decode(_ node: Int, _ type: FieldType, of field: FieldSlot) -> Value? {
        switch type {
        case .record(let record) where record.standsForText && tree.nodes[node].kind == .scalar:
            let first = allocate(record.fields.count)
            guard let text = decode(node, record.types[0], of: FieldSlot(record: record, slot: 0)) else { return nil }
            values[first] = text
            return Value(node: node, .record(first: UInt32(first)))
        case .record(let record):
            guard expect(.mapping, node, field.label) else { return nil }
            let first = allocate(record.fields.count)
            decodeRecord(node, record, first: first)
            return Value(node: node, .record(first: UInt32(first)))
        case .list(let itemType):
            return decodeList(node, itemType, of: field)
        default:
            guard expect(.scalar, node, field.label) else { return nil }
            // What is still to be found is told as that.
            if !type.isText, tree.reads(node, as: NextEdition.unknown) {
                diagnostics.append(LeftoverCheck.finding(NextEdition.unknown, at: tree.place(of: node), .error))
                return nil
            }
            return decodeScalar(node, type, of: field)
        }
    }

    private mutating func allocate(_ count: Int) -> Int {
        let first = values.count
        values.append(contentsOf: repeatElement(.absent, count: count))
        return first
    }

    private mutating func decodeList(_ node: Int, _ itemType: FieldType, of field: FieldSlot) -> Value? {
        // Of choices one may be written without brackets.
        if case .choice = itemType, tree.nodes[node].kind == .scalar {
            let first = allocate(1)
            values[first] = decode(node, itemType, of: field) ?? .absent
            return Value(node: node, .list(first: UInt32(first), count: 1))
        }
        guard expect(.sequence, node, field.label) else { return nil }
        var count = 0
        for _ in tree.children(of: node) { count += 1 }
        let first = allocate(count)
        var index = first
        for item in tree.children(of: node) {
            values[index] = decode(item, itemType, of: field) ?? .absent
            index += 1
        }
        if let type = itemType.recordType, let slot = type.slot(of: "id") {
            reportDuplicates(first..<first + count, slot)
        }
        if case .choice = itemType { reportRepeated(in: node, of: field) }
        return Value(node: node, .list(first: UInt32(first), count: UInt32(count)))
    }

    /// A choice is made once.
    private mutating func reportRepeated(in node: Int, of field: FieldSlot) {
        var seen: Set<String> = []
        for item in tree.children(of: node) where tree.nodes[item].kind == .scalar {
            let text = tree.text(of: item)
            guard !seen.insert(text).inserted else { continue }
            report(
                .unknownChoice, item,
                Phrase(
                    ja: "「\(field.label.ja)」に「\(text)」が2回書かれています",
                    en: "\"\(text)\" stands twice in \"\(field.label.en)\""),
                help: Phrase(ja: "一方を消してください", en: "delete one of the two"))
        }
    }

    private mutating func decodeRecord(_ node: Int, _ type: RecordType, first: Int) {
        guard expect(.mapping, node, type.label) else { return }
        let outer = record
        record = node
        defer { record = outer }
        var expected = 0
        var children = tree.children(of: node)
        while let key = children.next(), let value = children.next() {
            // Keys mostly stand in the order of the schema.
            guard let slot = slot(of: key, in: type, startingAt: expected) else {
                if let nearest = reportUnknownKey(key, type), let slot = type.slot(of: nearest) {
                    unreadable.insert(first + slot)
                }
                continue
            }
            expected = slot + 1
            if isBlank(value) {
                if type.fields[slot].presence == .required {
                    reportBlank(type.fields[slot], key)
                    unreadable.insert(first + slot)
                }
                continue
            }
            if let value = decode(value, type.types[slot], of: FieldSlot(record: type, slot: slot)) {
                values[first + slot] = value
            } else {
                unreadable.insert(first + slot)
            }
        }
        for slot in type.required where values[first + slot].isAbsent {
            let isShared = first == 0 && notRequired.contains(slot)
            if !isShared, !unreadable.contains(first + slot) { reportMissingKey(type.fields[slot], type, node) }
        }
    }

    private func slot(of key: Int, in type: RecordType, startingAt expected: Int) -> Int? {
        tree.withText(of: key) { text in
            for slot in expected..<type.fields.count where type.isKey(text, ofSlot: slot) { return slot }
            for slot in 0..<min(expected, type.fields.count) where type.isKey(text, ofSlot: slot) { return slot }
            return nil
        }
    }

    /// A value that is not there, or an empty scalar: the clerk has left the place free.
    private func isBlank(_ node: Int) -> Bool {
        guard tree.nodes[node].kind == .scalar else { return false }
        return isNull(node)
            || tree.withText(of: node) { text in
                // Spaces of either width are nothing to print.
                var index = 0
                while index < text.count {
                    if text[index] <= 0x20 {
                        index += 1
                    } else if index + 2 < text.count, text[index] == 0xE3, text[index + 1] == 0x80,
                        text[index + 2] == 0x80
                    {
                        index += 3
                    } else {
                        return false
                    }
                }
                return true
            }
    }

    /// `null` and `~`, which other programs write for nothing (YAML 1.2 §10.3.2).
    private func isNull(_ node: Int) -> Bool {
        guard tree.nodes[node].style == .plain, tree.withText(of: node, { $0.count == 1 || $0.count == 4 }) else {
            return false
        }
        return ["~", "null", "Null", "NULL"].contains(tree.text(of: node))
    }

    // MARK: Reports

    private mutating func expect(_ kind: YAMLNode.Kind, _ node: Int, _ label: @autoclosure () -> Phrase) -> Bool {
        let found = tree.nodes[node].kind
        guard found != kind else { return true }
        let (label, right, wrong) = (label(), shape(kind), shape(found))
        let help: Phrase =
            switch kind {
            case .mapping:
                Phrase(ja: "字下げした「項目名: 値」の行に分けて書いてください", en: "write it as indented lines of \"key: value\"")
            case .sequence:
                Phrase(ja: "「- 」で始まる行に一つずつ書いてください", en: "write each item on a line that begins with \"- \"")
            case .scalar:
                Phrase(ja: "値を一つだけ、項目名と同じ行に書いてください", en: "write one value, on the line of its key")
            }
        diagnostics.append(
            Diagnostic(
                .wrongShape, at: firstLine(of: node),
                Phrase(
                    ja: "「\(label.ja)」は\(right.ja)で書く項目ですが、\(wrong.ja)が書かれています",
                    en: "\"\(label.en)\" takes \(right.en), but \(wrong.en) stands here"), help: help))
        return false
    }

    private func shape(_ kind: YAMLNode.Kind) -> Phrase {
        switch kind {
        case .scalar: Phrase(ja: "一つの値", en: "a single value")
        case .sequence: Phrase(ja: "一覧（「- 」の行）", en: "a list (lines that begin with \"- \")")
        case .mapping: Phrase(ja: "「項目名: 値」のまとまり", en: "a group of \"key: value\" lines")
        }
    }

    /// The place of a node, cut at its first line: a whole collection is no help under a caret.
    private func firstLine(of node: Int) -> Diagnostic.Place {
        let place = tree.place(of: node)
        let bytes = tree.source.bytes[place.range]
        let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? place.range.upperBound
        return Diagnostic.Place(place.source, place.range.lowerBound..<end)
    }

    /// - Returns: the key that was probably meant.
    private mutating func reportUnknownKey(_ key: Int, _ type: RecordType) -> String? {
        let name = tree.text(of: key)
        let known = type.fields.filter { !$0.isDerived }.map(\.key)
        let nearest = NearestName.find(name, among: known)
        let place = tree.place(of: key)
        if let field = type.fields.first(where: { $0.key == name && $0.isDerived }) {
            diagnostics.append(
                Diagnostic(
                    .unknownKey, at: place,
                    Phrase(
                        ja: "「\(name)」（\(field.label.ja)）は自動で計算されるので、書けません",
                        en: "\"\(name)\" (\(field.label.en)) is worked out and cannot be written"),
                    help: Phrase(ja: "この行を消してください", en: "delete the line")))
            return nil
        }
        // `{count: 117,458}`: inside braces the comma has ended the number.
        if !name.isEmpty, name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            diagnostics.append(
                Diagnostic(
                    .unknownKey, at: place,
                    Phrase(
                        ja: "{ }の中の「,」は項目の区切りなので、数字が「\(name)」の前で切れています",
                        en: "inside { } a comma separates entries, so the number is cut before \(name)"),
                    help: Phrase(
                        ja: "数字を「\"117,458\"」のように「\"」で囲むか、「,」を省いてください",
                        en: "put the number in quotation marks (\"117,458\"), or leave out the comma")))
            return nil
        }
        diagnostics.append(
            Diagnostic(
                .unknownKey, at: place,
                Phrase(
                    ja: "「\(type.label.ja)」に「\(name)」という項目はありません",
                    en: "\"\(type.label.en)\" has no field \"\(name)\""),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                    ?? Phrase(
                        ja: "使える項目: \(known.joined(separator: "、"))",
                        en: "its fields are \(known.joined(separator: ", "))"),
                fixIts: nearest.map { [Diagnostic.FixIt(place, replacement: $0)] } ?? []))
        return nearest
    }

    private mutating func reportMissingKey(_ field: FieldDeclaration, _ type: RecordType, _ node: Int) {
        let example = field.example.map { "\(field.key): \($0)" } ?? "\(field.key):"
        diagnostics.append(
            Diagnostic(
                .missingKey, at: firstLine(of: node),
                Phrase(
                    ja: "「\(type.label.ja)」に「\(field.key)」（\(field.label.ja)）がありません",
                    en: "\"\(field.key)\" (\(field.label.en)) is missing from \"\(type.label.en)\""),
                help: Phrase(ja: "「\(example)」のように書き足してください", en: "add it, as in \"\(example)\"")))
    }

    private mutating func reportBlank(_ field: FieldDeclaration, _ key: Int) {
        report(
            .emptyValue, key,
            Phrase(
                ja: "「\(field.key)」（\(field.label.ja)）の値がありません", en: "\"\(field.key)\" (\(field.label.en)) has no value"
            ),
            help: Phrase(ja: "「:」の後に値を書いてください", en: "write it behind the colon"))
    }

    /// Whether two identifiers may be the same: their hashes are.
    private func hasTwins(_ items: Range<Int>, _ slot: Int) -> Bool {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(items.count)
        for item in items {
            guard case .record(let first) = values[item].content else { continue }
            let id = values[Int(first) + slot]
            if !id.isAbsent { hashes.append(tree.withText(of: Int(id.node)) { $0.mixed }) }
        }
        return !hashes.repeated.isEmpty
    }

    private mutating func reportDuplicates(_ items: Range<Int>, _ slot: Int) {
        guard hasTwins(items, slot) else { return }
        var seen: [String: Value] = [:]
        for item in items {
            guard case .record(let first) = values[item].content else { continue }
            let id = values[Int(first) + slot]
            guard !id.isAbsent else { continue }
            let text = tree.text(of: Int(id.node))
            if let other = seen[text] {
                diagnostics.append(
                    Diagnostic(
                        .duplicateID, at: tree.place(of: Int(id.node)),
                        Phrase(ja: "ID「\(text)」が2回使われています", en: "the identifier \"\(text)\" is used twice"),
                        help: Phrase(ja: "どちらかを別のIDにしてください", en: "give one of them another"),
                        notes: [
                            Diagnostic.Note(
                                tree.place(of: Int(other.node)),
                                Phrase(ja: "最初はここで使われています", en: "first used here"))
                        ]))
            } else {
                seen[text] = id
            }
        }
    }
}
