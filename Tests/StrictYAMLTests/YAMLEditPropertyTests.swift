import Diagnostics
import Files
import StrictYAML
import TestSupport
import Testing

/// Edits of made-up files read as they were meant, and leave all else as it was.
@Suite struct YAMLEditPropertyTests {
    enum Edit {
        case replace(Int, RandomValue)
        case insertKey(String, RandomValue, into: Int, after: Int?)
        case append(RandomValue, to: Int)
        case insertItem(RandomValue, before: Int)
        case remove(Int)
    }

    /// A made-up file, its tree, and edits of it.
    struct Sample {
        let tree: YAMLTree
        var edits: [Edit] = []

        init?(_ document: inout RandomDocument, edits count: Int) throws {
            tree = try YAMLParser.parse(SourceFile(path: "a.yaml", text: document.text()))
            for _ in 0..<count {
                guard let edit = edit(&document) else { continue }
                // A text that is there already is no edit.
                if case .replace(let node, .scalar(let text)) = edit, isText(node, text) { continue }
                edits.append(edit)
            }
        }

        private func edit(_ document: inout RandomDocument) -> Edit? {
            let node = document.pick(Array(tree.nodes.indices))
            let isCollection = tree.nodes[node].kind != .scalar
            let children = isCollection ? Array(tree.children(of: node)) : []
            let isMapping = tree.nodes[node].kind == .mapping
            let isBlank = !isCollection && tree.nodes[node].style == .empty
            switch document.pick([0, 1, 1, 1, 2, 2]) {
            case 0 where isCollection && !children.isEmpty:
                let member = document.pick(children)
                return .remove(member)
            case 0, 2:
                if isKey(node) { return .replace(node, .scalar(document.newKey(0))) }
                if !isCollection, document.chance(80) { return .replace(node, .scalar(document.newText())) }
                return .replace(node, document.content(depth: 2))
            default:
                if !isCollection, !isBlank || isKey(node) { return nil }
                if isMapping || isBlank && document.chance(50) {
                    let keys = stride(from: 0, to: children.count, by: 2).map { children[$0] }
                    let after = keys.isEmpty || document.chance(30) ? nil : document.pick(keys)
                    return .insertKey(document.newKey(0), document.content(depth: 2), into: node, after: after)
                }
                if !children.isEmpty, document.chance(40) {
                    return .insertItem(document.content(depth: 2), before: document.pick(children))
                }
                return .append(document.content(depth: 2), to: node)
            }
        }

        private func isText(_ node: Int, _ text: String) -> Bool {
            tree.nodes[node].kind == .scalar && tree.text(of: node).utf8.elementsEqual(text.utf8)
        }

        func isKey(_ node: Int) -> Bool {
            tree.nodes.indices.contains { parent in
                guard tree.nodes[parent].kind == .mapping else { return false }
                return Array(tree.children(of: parent)).enumerated().contains { $0 % 2 == 0 && $1 == node }
            }
        }

        func collected() -> YAMLEdits {
            var result = YAMLEdits(tree)
            for edit in edits {
                switch edit {
                case .replace(let node, let value): result.replace(node, with: value.content)
                case .insertKey(let key, let value, let mapping, let after):
                    if let after {
                        result.insert(key, value.content, into: mapping, order: [tree.text(of: after), key])
                    } else {
                        result.insert(key, value.content, into: mapping)
                    }
                case .append(let value, let sequence): result.append(value.content, to: sequence)
                case .insertItem(let value, let item): result.insert(value.content, before: item)
                case .remove(let node): result.remove(node)
                }
            }
            return result
        }

        /// What a node is to become: said here once more and otherwise than the edits say it.
        func meant(_ node: Int) -> RandomValue {
            var items: [RandomValue] = []
            var entries: [(String, RandomValue)] = []
            var isTouched = false
            for edit in edits {
                switch edit {
                case .replace(node, let value): return lastReplacement(node) ?? value
                case .append(_, node), .insertKey(_, _, node, _): isTouched = true
                default: break
                }
            }
            guard tree.nodes[node].kind != .scalar || isTouched else { return .scalar(tree.text(of: node)) }
            let children = tree.nodes[node].kind == .scalar ? [] : Array(tree.children(of: node))
            let isMapping = tree.nodes[node].kind == .mapping
            for place in children.indices where !isMapping || place % 2 == 0 {
                let child = children[place]
                for edit in edits { if case .insertItem(let value, child) = edit { items.append(value) } }
                if !isRemoved(child), !isMapping { items.append(meant(child)) }
                if isMapping, !isRemoved(child), !isRemoved(children[place + 1]) {
                    guard case .scalar(let name) = meant(child) else { continue }
                    entries.append((name, meant(children[place + 1])))
                }
                for edit in edits {
                    if case .insertKey(let key, let value, node, child) = edit { entries.append((key, value)) }
                }
            }
            for edit in edits {
                switch edit {
                case .append(let value, node): items.append(value)
                case .insertKey(let key, let value, node, nil): entries.append((key, value))
                default: break
                }
            }
            return isMapping || !entries.isEmpty ? .mapping(entries) : .sequence(items)
        }

        private func isRemoved(_ node: Int) -> Bool {
            edits.contains { if case .remove(node) = $0 { true } else { false } }
        }

        private func lastReplacement(_ node: Int) -> RandomValue? {
            edits.compactMap { if case .replace(node, let value) = $0 { value } else { nil } }.last
        }
    }

    static func read(_ tree: YAMLTree, _ node: Int) -> RandomValue {
        let children = tree.nodes[node].kind == .scalar ? [] : Array(tree.children(of: node))
        return switch tree.nodes[node].kind {
        case .scalar: .scalar(tree.text(of: node))
        case .sequence: .sequence(children.map { read(tree, $0) })
        case .mapping:
            .mapping(
                stride(from: 0, to: children.count, by: 2).map {
                    (tree.text(of: children[$0]), read(tree, children[$0 + 1]))
                })
        }
    }

    static let runs = 25

    @Test(
        "Several edits at once read as they were meant, and the diff makes the one file of the other",
        arguments: 0..<runs)
    func meant(run: Int) throws {
        for seed in run * 10..<run * 10 + 10 {
            var document = RandomDocument(seed: seed)
            let count = document.pick([1, 1, 2, 5])
            guard let sample = try Sample(&document, edits: count) else { continue }
            let before = sample.tree.source
            do throws(YAMLEditError) {
                let edition = try sample.collected().applied()
                let comment: Comment = "seed \(seed)\n\(before.text)\n\(sample.edits)\n\(edition.source.text)"
                #expect(
                    Self.read(edition.tree, edition.tree.root).description
                        == sample.meant(sample.tree.root).description,
                    comment)
                #expect(Self.patched(before.text, edition.diff()) == Self.shown(edition.source.text), comment)
            } catch {
                #expect(
                    error.code == .overlapping || count > 1 && error.code == .wrongKind,
                    "seed \(seed) \(error.code)\n\(before.text)\n\(sample.edits)\n\(error.reason?.diagnostic.place?.source.text ?? "")"
                )
            }
        }
    }

    /// The text as a diff shows it, whose control characters are made harmless.
    private static func shown(_ text: String) -> [String] {
        lines(text).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { DiagnosticFormatter.printable(String($0)) }.joined(separator: "\t")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Applies a diff as patch(1) does, by its line numbers.
    private static func patched(_ text: String, _ diff: String) -> [String] {
        if diff.isEmpty { return shown(text) }
        // What stands behind the last line feed is no line.
        var before = shown(text)[...]
        var isEnded = before.last == ""
        if isEnded { before.removeLast() }
        var result: [String] = []
        var line = 1
        var sign: Character?
        for shown in lines(diff).dropFirst(2).dropLast() {
            if shown.hasPrefix("@@") {
                let numbers = shown.split { !$0.isNumber }.compactMap { Int($0) }
                let isEmpty = shown.split(separator: " ")[1].hasSuffix(",0")
                while line < numbers[0] + (isEmpty ? 1 : 0), let next = before.popFirst() {
                    result.append(next)
                    line += 1
                }
                continue
            }
            if shown.hasPrefix("\\") {
                if sign != "-" { return result }
                isEnded = true
                continue
            }
            sign = shown.first
            if sign == "+" {
                result.append(String(shown.dropFirst()))
            } else if let next = before.popFirst() {
                line += 1
                guard next.utf8.elementsEqual(shown.dropFirst().utf8) else { return ["other line: \(next)"] }
                if sign == " " { result.append(next) }
            }
        }
        return result + before + (isEnded ? [""] : [])
    }

    @Test(
        "One edit leaves all bytes elsewhere, and what is inserted and removed again leaves no trace",
        arguments: 0..<runs)
    func elsewhere(run: Int) throws {
        for seed in run * 10..<run * 10 + 10 {
            var document = RandomDocument(seed: 100_000 + seed)
            guard let sample = try Sample(&document, edits: 1), let edit = sample.edits.first else { continue }
            let (tree, before) = (sample.tree, sample.tree.source.bytes)
            let edition = try sample.collected().applied()
            let after = edition.source.bytes
            let prefix = zip(before, after).prefix { $0 == $1 }.count
            let suffix = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
            let comment: Comment = "seed \(100_000 + seed)\n\(tree.source.text)\n\(edit)\n\(edition.source.text)"
            switch edit {
            case .insertKey(let key, _, let node, _):
                if tree.nodes[node].kind == .scalar
                    || tree.children(of: node).underestimatedCount == 0 && isEmpty(tree, node)
                {
                    continue
                }
                #expect(prefix + suffix >= before.count, comment)
                let new = try #require(
                    Self.inserted(edition.tree, edition.tree.root) { edition.tree.text(of: $0) == key })
                try expectRemoved(new, edition, before, comment)
            case .append(_, let node):
                if isEmpty(tree, node) { continue }
                #expect(prefix + suffix >= before.count, comment)
                let last = Array(edition.tree.children(of: node)).last
                try expectRemoved(try #require(last), edition, before, comment)
            case .insertItem(_, let item):
                #expect(prefix + suffix >= before.count, comment)
                try expectRemoved(item, edition, before, comment)
            case .remove(let member):
                let parent = try #require(
                    tree.nodes.indices.last {
                        $0 < member && tree.nodes[$0].next > member && tree.nodes[$0].kind != .scalar
                    })
                let left = Array(tree.children(of: parent)).count
                if left > (tree.nodes[parent].kind == .mapping ? 2 : 1) {
                    #expect(prefix + suffix >= after.count, comment)
                }
            case .replace(let node, let value):
                guard case .scalar(let text) = value, tree.nodes[node].kind == .scalar else { continue }
                let range = tree.nodes[node].range
                var start = range.lowerBound
                while start > 0, range.isEmpty, before[start - 1] == 0x20 { start -= 1 }
                #expect(prefix >= min(start, after.count), comment)
                let lineEnd = before[range.upperBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? before.count
                #expect(suffix >= before.count - max(lineEnd, range.upperBound), comment)
                let style = edition.tree.nodes[node].style
                let isSame = style == tree.nodes[node].style && !text.contains("\n") && !text.contains("\r\n")
                guard isSame, style == .plain || style == .singleQuoted, !before[range].contains(0x0A) else { continue }
                var back = YAMLEdits(edition.tree)
                back.set(node, to: tree.text(of: node))
                let last = try back.applied()
                // A date that was plain is not written so again.
                guard last.tree.nodes[node].style == style else { continue }
                let restored = last.source.bytes
                #expect(restored == before, "\(comment) \(String(decoding: restored, as: UTF8.self))")
            }
        }
    }

    @Test("A node that is revised says what was meant, and what said so already keeps its bytes", arguments: 0..<400)
    func revision(seed: Int) throws {
        var document = RandomDocument(seed: seed + 90_000)
        guard let sample = try Sample(&document, edits: 3) else { return }
        let meant = sample.meant(sample.tree.root)
        var edits = YAMLEdits(sample.tree)
        edits.revise(sample.tree.root, to: meant.content)
        guard !edits.isEmpty else { return }
        let edition = try edits.applied()
        let comment: Comment = "seed \(seed)\n\(String(decoding: edition.source.bytes, as: UTF8.self))"
        #expect(Self.says(edition.tree, edition.tree.root, meant), comment)
        var again = YAMLEdits(edition.tree)
        again.revise(edition.tree.root, to: meant.content)
        #expect(again.isEmpty, comment)
    }

    /// Whether a node says a value; keys may stand in any order.
    private static func says(_ tree: YAMLTree, _ node: Int, _ value: RandomValue) -> Bool {
        switch value {
        case .scalar(let text):
            return tree.nodes[node].kind == .scalar && tree.text(of: node).utf8.elementsEqual(text.utf8)
        case .sequence(let items):
            let children = Array(tree.children(of: node))
            return tree.nodes[node].kind == .sequence && children.count == items.count
                && zip(children, items).allSatisfy { says(tree, $0, $1) }
        case .mapping(let entries):
            return tree.nodes[node].kind == .mapping && Array(tree.children(of: node)).count == entries.count * 2
                && entries.allSatisfy { entry in
                    tree.value(of: entry.0, in: node).map { says(tree, $0, entry.1) } ?? false
                }
        }
    }

    private func isEmpty(_ tree: YAMLTree, _ node: Int) -> Bool {
        tree.nodes[node].kind == .scalar || Array(tree.children(of: node)).isEmpty
    }

    private func expectRemoved(_ node: Int, _ edition: YAMLEdition, _ before: [UInt8], _ comment: Comment) throws {
        var edits = YAMLEdits(edition.tree)
        edits.remove(node)
        let restored = try edits.applied().source.bytes
        // A block scalar that ended with the file has got the line break that other programs need.
        let isEnded = before.last != 0x0A && (restored == before + [0x0A] || restored == before + [0x0D, 0x0A])
        #expect(
            restored == before || isEnded, "\(comment)\nrestored\n\(String(decoding: restored, as: UTF8.self))")
    }

    private static func inserted(_ tree: YAMLTree, _ node: Int, _ isNew: (Int) -> Bool) -> Int? {
        tree.nodes.indices.first { tree.nodes[$0].kind == .scalar && isNew($0) }
    }
}

extension RandomValue {
    var content: YAMLContent {
        switch self {
        case .scalar(let text): .scalar(text)
        case .sequence(let items): .sequence(items.map(\.content))
        case .mapping(let entries): .mapping(entries.map { (key: $0.0, value: $0.1.content) })
        }
    }
}
