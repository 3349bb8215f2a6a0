import Diagnostics
import Files
import StrictYAML
import TestSupport
import Testing

/// One edit of a text, and the text that it makes.
struct EditCase: CustomTestStringConvertible {
    let what: String
    let before, after: String
    let edit: @Sendable (inout YAMLEdits, YAMLTree) -> Void

    init(
        _ what: String, _ before: String, _ after: String, edit: @escaping @Sendable (inout YAMLEdits, YAMLTree) -> Void
    ) {
        (self.what, self.before, self.after, self.edit) = (what, before, after, edit)
    }

    var testDescription: String { what }

    func run() throws -> String {
        let tree = try YAMLParser.parse(SourceFile(path: "a.yaml", text: before))
        var edits = YAMLEdits(tree)
        edit(&edits, tree)
        return try edits.applied().source.text
    }
}

extension YAMLTree {
    /// The node at a path of keys and of places in sequences: `b.0.name`.
    func node(_ path: String) -> Int {
        path.split(separator: ".").reduce(root) { node, step in
            if let place = Int(step) { return Array(children(of: node))[place] }
            return value(of: String(step), in: node) ?? -1
        }
    }
}

/// A comment above an entry, wherever the entry stands.
private func remark(_ before: String, _ path: String, _ after: String) -> EditCase {
    EditCase("remark \(path) of \(before.debugDescription)", before, after) { edits, tree in
        edits.remark(tree.node(path), "r")
    }
}

@Suite struct YAMLRemarkTests {
    static let remarks: [EditCase] = [
        remark("a: b\n", "a", "# r\na: b\n"), remark("a: b", "a", "# r\na: b"),
        remark("# c\n\na: b\n", "a", "# c\n\n# r\na: b\n"),
        remark("a:\n  b: c\n", "a.b", "a:\n  # r\n  b: c\n"), remark("a:\n  b: c\n", "a", "# r\na:\n  b: c\n"),
        remark("- a: b\n  c: d\n", "0.a", "# r\n- a: b\n  c: d\n"),
        remark("- a: b\n  c: d\n", "0.c", "- a: b\n  # r\n  c: d\n"),
        remark("- - a\n  - b\n", "0.0", "# r\n- - a\n  - b\n"),
        remark("- - a\n  - b\n", "0.1", "- - a\n  # r\n  - b\n"),
        remark("x: y\na: {b: c, d: [e, f]}\n", "a.d.1", "x: y\n# r\na: {b: c, d: [e, f]}\n"),
        remark("a: |\n  b\nc: d\n", "c", "a: |\n  b\n# r\nc: d\n"),
        remark("a:\n- b\n- c\n", "a.1", "a:\n- b\n# r\n- c\n"),
        remark("a: b\r\nc: d\r\n", "c", "a: b\r\n# r\r\nc: d\r\n"),
        remark("\u{FEFF}a: b\n", "a", "\u{FEFF}# r\na: b\n"), remark("{a: b}\n", "a", "# r\n{a: b}\n"),
        EditCase("remark on what is changed, too", "a:\n  - b\n", "a:\n  # r\n  - c\n  # s\n  - d\n") { edits, tree in
            edits.set(tree.node("a.0"), to: "c")
            edits.remark(tree.node("a.0"), "r")
            edits.append(.scalar("d"), to: tree.node("a"), remark: "s")
        },
    ]

    @Test("A comment stands above the line on which its entry begins", arguments: remarks)
    func stands(_ edit: EditCase) throws { #expect(try edit.run() == edit.after) }
}

/// What is written into a file reads as it was meant, and stands as its author would have written it.
@Suite struct YAMLEditTests {
    static func set(_ before: String, _ text: String, _ after: String, at path: String = "a") -> EditCase {
        EditCase("set \(before.debugDescription) to \(text.debugDescription)", before, after) { edits, tree in
            edits.set(tree.node(path), to: text)
        }
    }

    static let texts: [EditCase] = [
        set("a: b # c\n", "d", "a: d # c\n"), set("a:  b", "d", "a:  d"),
        set("a: 'b'\n", "it's", "a: 'it''s'\n"), set("a: \"b\"\n", "d\"", "a: \"d\\\"\"\n"),
        set("a: 'b'\n", "x\ty\r", "a: \"x\\ty\\r\"\n"), set("a:\n", "b", "a: b\n"),
        set("a:   # c\n", "b", "a: b   # c\n"),
        set("a: b\n", "", "a: ''\n"), set("a: \"b\"\n", "", "a: \"\"\n"), set("a: b\n", "c: d", "a: \"c: d\"\n"),
        set("a: b\n", "c #d", "a: \"c #d\"\n"), set("a: b\n", "c#d:e", "a: c#d:e\n"),
        set("a: b\n", "- c", "a: \"- c\"\n"),
        set("a: b\n", "-c", "a: -c\n"), set("a: b\n", " c", "a: \" c\"\n"), set("a: b\n", "c:", "a: \"c:\"\n"),
        set("a: b\n", "null", "a: \"null\"\n"), set("a: b\n", "~", "a: \"~\"\n"), set("a: b\n", "No", "a: \"No\"\n"),
        set("a: b\n", "30", "a: 30\n"), set("a: b\n", "0115551234", "a: \"0115551234\"\n"),
        set("a: 0115551234\n", "0115551235", "a: 0115551235\n"), set("a: b\n", "1.10", "a: \"1.10\"\n"),
        set("a: b\n", "2025-02-14", "a: \"2025-02-14\"\n"), set("a: 2024-02-14\n", "2025-02-14", "a: 2025-02-14\n"),
        set("a: true\n", "false", "a: false\n"), set("a: true\n", "0115", "a: \"0115\"\n"),
        set("a: b\n", "0797-86-2321", "a: 0797-86-2321\n"), set("a: b\n", "12:30", "a: \"12:30\"\n"),
        set("a: b\n", "117,458", "a: 117,458\n"), set("a: [b, c]\n", "1,2", "a: [\"1,2\", c]\n", at: "a.0"),
        set("a: [b, c]\n", "d", "a: [b, d]\n", at: "a.1"), set("a: {b: c}\n", "x}", "a: {b: \"x}\"}\n", at: "a.b"),
        set("a: {b, c: d}\n", "x", "a: {b: x, c: d}\n", at: "a.b"),
        set("a: {b , c: d}\n", "x", "a: {b: x, c: d}\n", at: "a.b"),
        set("a: {b: , c: d}\n", "x", "a: {b: x , c: d}\n", at: "a.b"),
        set("a: {\"b\":c}\n", "x", "a: {\"b\":x}\n", at: "a.b"),
        set("a: ['b']\n", "x\ny", "a: [\"x\\ny\"]\n", at: "a.0"),
        set("a: b # c\n", "x\ny", "a: |- # c\n  x\n  y\n"), set("a: b\nc: d\n", "x\ny\n", "a: |\n  x\n  y\nc: d\n"),
        set("a: b\r\nc: d\r\n", "x\ny", "a: |-\r\n  x\r\n  y\r\nc: d\r\n"), set("a: b", "x\ny", "a: |-\n  x\n  y"),
        set("a: b\nc: d\n", "x\n\n", "a: \"x\\n\\n\"\nc: d\n"),
        set("a: |+\n  b\n\nc: d\n", "x\n\n\n", "a: |+\n  x\n\n\nc: d\n"),
        set("a: |+\n  b\n\n\nc: d\n", "x\n\n", "a: \"x\\n\\n\"\n\n\nc: d\n"),
        set("a: b\n", " x\ny", "a: |2-\n   x\n  y\n"),
        set("a: b\n  # c\nd: e\n", "x\ny", "a: \"x\\ny\"\n  # c\nd: e\n"), set("a: b\n", "x \ny", "a: \"x \\ny\"\n"),
        set("a: |  # c\n    x\n", "y", "a: |-  # c\n    y\n"),
        set("a: >\n  x\n  y\nb: c\n", "x y\nz\n", "a: >\n  x y\n\n  z\nb: c\n"),
        set("a: >\n  x\n", "x\n y\n", "a: |\n  x\n   y\n"), set("a: |\n  x\nb: c\n", "", "a: ''\nb: c\n"),
        set("a: b\n  c # d\ne: f\n", "x", "a: x # d\ne: f\n"),
        set("a:\n  # c\n  b # d\n", "x\ny", "a:\n  # c\n  |- # d\n  x\n  y\n"),
        set("- a\n-\n", "b", "- a\n- b\n", at: "1"), set("-   a\n-\n", "b", "-   a\n-   b\n", at: "1"),
        set("- a # c\n", "x\ny", "- |- # c\n  x\n  y\n", at: "0"), set("a # c\n", "b", "b # c\n", at: ""),
        set("--- a\n", "x\ny", "--- |-\n  x\n  y\n", at: ""), set("# c\n", "a", "# c\na\n", at: ""),
        set("", "a", "a\n", at: ""),
        set("\u{FEFF}a: b\n", "c", "\u{FEFF}a: c\n"), set("a: b\n", "\u{85}\u{2028}\u{7F}", "a: \"\\N\\L\\x7F\"\n"),
        set("a: b\n", "　全角😀", "a: 　全角😀\n"), set("a: b\n", "か\u{3099}", "a: か\u{3099}\n"),
        set("a: か\u{3099}\n", "が", "a: が\n"), set("a: b\n", "\\", "a: \\\n"),
        set("x: 'y'\na: b\n", "null", "x: 'y'\na: 'null'\n"), set("a: b\n", "<<", "a: \"<<\"\n"),
    ]

    static let ends: [EditCase] = [
        set("a: b", "x\ny\n", "a: |\n  x\n  y\n"), remove("a: |\r\n  x\r\nb: c", "a: |\r\n  x\r\n", at: "b"),
        set("a: b", "x\ny", "a: |-\n  x\n  y"), remove("a: |-\n  x\nb: c", "a: |-\n  x", at: "b"),
        set("a: [b]\n", "c?", "a: [\"c?\"]\n", at: "a.0"),
    ]

    @Test("A text's last line feed is in the file, for programs that miss it otherwise", arguments: ends)
    func lastLineFeed(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    @Test("A scalar keeps its style where its text can be so", arguments: texts)
    func text(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    static func key(_ name: String, _ after: String, _ before: String) -> EditCase {
        EditCase("rename to \(name)", before, after) { edits, tree in edits.set(tree.node("a") - 1, to: name) }
    }

    @Test(
        "A key is renamed",
        arguments: [
            key("b", "b: c\n", "a: c\n"), key("x: y", "\"x: y\": c\n", "a: c\n"), key("no", "\"no\": c\n", "a: c\n"),
            key("x\ny", "\"x\\ny\": c\n", "a: c\n"), key("b", "'b': c\n", "'a': c\n"), key("－", "\"－\": c\n", "a: c\n"),
            key("x,", "{\"x,\": c}\n", "{a: c}\n"), key("", "'': c\n", "a: c\n"),
        ])
    func rename(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    static let order = ["id", "name", "address", "note", "tags"]

    static func insert(
        _ key: String, _ content: YAMLContent, _ before: String, _ after: String, at path: String = ""
    ) -> EditCase {
        EditCase("insert \(key) into \(before.debugDescription)", before, after) { edits, tree in
            edits.insert(key, content, into: tree.node(path), order: order)
        }
    }

    static let pair = YAMLContent.mapping([("id", .scalar("x")), ("name", .scalar("v"))])

    static let keys: [EditCase] = [
        insert("name", .scalar("m"), "id: a\nnote: b\n", "id: a\nname: m\nnote: b\n"),
        insert("id", .scalar("i"), "# head\n\nname: a\n", "# head\n\nid: i\nname: a\n"),
        insert("id", .scalar("i"), "# head\nname: a\n", "# head\nid: i\nname: a\n"),
        insert(
            "id", .scalar("i"), "x:\n  # about name\n  name: a\n", "x:\n  id: i\n  # about name\n  name: a\n", at: "x"),
        insert("zzz", .scalar("z"), "id: a\nnote: b", "id: a\nnote: b\nzzz: z"),
        insert("name", .scalar("m"), "- id: a # c\n  note: b\n", "- id: a # c\n  name: m\n  note: b\n", at: "0"),
        insert("id", .scalar("i"), "- name: a\n  note: b\n", "- id: i\n  name: a\n  note: b\n", at: "0"),
        insert("id", .scalar("i"), "-\n  name: a\n", "-\n  id: i\n  name: a\n", at: "0"),
        insert(
            "name", .scalar("m"), "id: |\n  x\n\n  y\n# about note\nnote: b\n",
            "id: |\n  x\n\n  y\nname: m\n# about note\nnote: b\n"),
        insert("name", .scalar("m"), "id: |+\n  x\n\nnote: b\n", "id: |+\n  x\n\nname: m\nnote: b\n"),
        insert("note", .scalar("m"), "{id: a}\n", "{id: a, note: m}\n"),
        insert("id", .scalar("i"), "{name: a}\n", "{id: i, name: a}\n"),
        insert("id", .scalar("i"), "x: {}\n", "x: {id: i}\n", at: "x"),
        insert("id", pair, "x: {}\n", "x:\n  id:\n    id: x\n    name: v\n", at: "x"),
        insert("id", .scalar("i"), "x:  # c\ny: z\n", "x:  # c\n  id: i\ny: z\n", at: "x"),
        insert("id", .scalar("i"), "-\n", "- id: i\n", at: "0"), insert("id", .scalar("i"), "# c\n", "# c\nid: i\n"),
        insert("id", .scalar("i"), "---", "---\nid: i"),
        insert("id", .scalar("i"), "--- # c\n...\n", "--- # c\nid: i\n...\n"),
        insert("name", .scalar("m"), "\u{FEFF}id: a\r\nnote: b\r\n", "\u{FEFF}id: a\r\nname: m\r\nnote: b\r\n"),
        insert("tags", .sequence([.scalar("x"), .scalar("1")]), "id: a\n", "id: a\ntags:\n  - x\n  - 1\n"),
        insert("tags", .sequence([.scalar("x")]), "id: a\nb:\n- c\n", "id: a\ntags:\n- x\nb:\n- c\n"),
        insert(
            "tags", .sequence([.scalar("x")]), "- tags: [a]\n- id: b\n", "- tags: [a]\n- id: b\n  tags: [x]\n", at: "1"),
        insert("tags", .sequence([]), "id: a\n", "id: a\ntags: []\n"),
        insert(
            "tags", .sequence([pair, pair]), "id: a\nb:\n    c: d\n",
            "id: a\ntags:\n    - id: x\n      name: v\n    - id: x\n      name: v\nb:\n    c: d\n"),
        insert("tags", .scalar("x\ny\n"), "- id: a\n", "- id: a\n  tags: |\n    x\n    y\n", at: "0"),
        insert(
            "note", .scalar("2025-02-14"), "- note: 2024-01-01\n- id: a\n",
            "- note: 2024-01-01\n- id: a\n  note: 2025-02-14\n", at: "1"),
        insert("note", .scalar("true", isTyped: true), "id: a\n", "id: a\nnote: true\n"),
        insert(
            "note", .scalar("m"), "a:\n  id: b\n  # deeper\n\n  # apart\nc: d\n",
            "a:\n  id: b\n  note: m\n  # deeper\n\n  # apart\nc: d\n", at: "a"),
        insert(
            "name", pair, "id:\n  a: b\n\nnote:\n  c: d\n",
            "id:\n  a: b\n\nname:\n  id: x\n  name: v\n\nnote:\n  c: d\n"),
        EditCase("in the order asked for", "id: a\n", "id: a\nname: m\naddress: d\nnote: o\n") { edits, tree in
            for key in ["note", "name", "address"] {
                edits.insert(
                    key, .scalar(["note": "o", "name": "m", "address": "d"][key] ?? ""), into: tree.root, order: order)
            }
        },
        EditCase("before a key that is renamed", "- name: a\n", "- id: i\n  title: a\n") { edits, tree in
            edits.set(tree.node("0.name") - 1, to: "title")
            edits.insert("id", .scalar("i"), into: tree.node("0"), order: order)
        },
        EditCase("behind a key", "id: a\nnote: b\n", "id: a\nx: v\nnote: b\n") { edits, tree in
            edits.insert("x", .scalar("v"), into: tree.root, order: ["id", "x"])
        },
    ]

    @Test("A key is inserted in its order and at the file's own indentation", arguments: keys)
    func insertion(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    static func append(_ content: YAMLContent, _ before: String, _ after: String, at path: String = "a") -> EditCase {
        EditCase("append to \(before.debugDescription)", before, after) { edits, tree in
            edits.append(content, to: tree.node(path))
        }
    }

    static let items: [EditCase] = [
        append(.scalar("x"), "a:\n  - b # c\nd: e\n", "a:\n  - b # c\n  - x\nd: e\n"),
        append(.scalar("x"), "a:\n- b\nd: e\n", "a:\n- b\n- x\nd: e\n"),
        append(.scalar("x"), "a:\n-   b", "a:\n-   b\n-   x"),
        append(
            pair, "a:\n  - id: b\n\n  - id: c\n\n# about d\nd: e\n",
            "a:\n  - id: b\n\n  - id: c\n\n  - id: x\n    name: v\n\n# about d\nd: e\n"),
        append(
            pair, "a:\n  - id: b\nd:\n  - e: f\n\n  - e: g\n",
            "a:\n  - id: b\n\n  - id: x\n    name: v\nd:\n  - e: f\n\n  - e: g\n"),
        append(pair, "a: []\n", "a:\n  - id: x\n    name: v\n"),
        append(pair, "a: [] # c\n", "a: # c\n  - id: x\n    name: v\n"),
        append(.scalar("x"), "a: []\n", "a: [x]\n"), append(.scalar("x"), "a:\n", "a:\n  - x\n"),
        append(.scalar("x"), "a: [b]\n", "a: [b, x]\n"), append(.scalar("x"), "a: [b, ]\n", "a: [b, x, ]\n"),
        append(.scalar("x"), "a: [\n  b,\n  c\n  ]\n", "a: [\n  b,\n  c,\n  x\n  ]\n"),
        append(pair, "a: [{id: b}]\n", "a: [{id: b}, {id: x, name: v}]\n"),
        append(.sequence([.scalar("x"), .scalar("v")]), "a:\n  - - b\n", "a:\n  - - b\n  - - x\n    - v\n"),
        append(.scalar("x"), "a:\n  - |+\n    b\n\nd: e\n", "a:\n  - |+\n    b\n\n  - x\nd: e\n"),
        append(.scalar("x"), "- a\r\n- b\r\n", "- a\r\n- b\r\n- x\r\n", at: ""),
        EditCase(
            "before the first", "a:\n  # about b\n  - id: b\n\n  - id: c\n",
            "a:\n  - id: x\n    name: v\n\n  # about b\n  - id: b\n\n  - id: c\n"
        ) {
            $0.insert(pair, before: $1.node("a.0"))
        },
        EditCase(
            "behind the first", "a:\n  - id: b\n\n  - id: c\n", "a:\n  - id: b\n\n  - id: x\n    name: v\n\n  - id: c\n"
        ) {
            $0.insert(pair, after: $1.node("a.0"))
        },
        EditCase(
            "several, and into what stands last", "a:\n  - b:\n      - c\n",
            "a:\n  - b:\n      - c\n      - z\n  - x\n  - v\n"
        ) {
            $0.append(.scalar("x"), to: $1.node("a"))
            $0.append(.scalar("z"), to: $1.node("a.0.b"))
            $0.append(.scalar("v"), to: $1.node("a"))
        },
        EditCase("in brackets", "[b, c]\n", "[x, b, v, c]\n") {
            $0.insert(.scalar("x"), before: $1.node("0"))
            $0.insert(.scalar("v"), after: $1.node("0"))
        },
    ]

    @Test("An item stands as its siblings do", arguments: items)
    func item(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    static func remove(_ before: String, _ after: String, at paths: String...) -> EditCase {
        EditCase("remove \(paths) from \(before.debugDescription)", before, after) { edits, tree in
            for path in paths { edits.remove(tree.node(path)) }
        }
    }

    static let removals: [EditCase] = [
        remove("a: b\nc: d # e\nf: g\n", "a: b\nf: g\n", at: "c"), remove("a: b\nc: d", "a: b", at: "c"),
        remove("a: b\nc: d\n", "c: d\n", at: "a"), remove("a: b\n", "{}\n", at: "a"),
        remove("# c\na: b # d", "# c\n{}", at: "a"),
        remove("x:\n  a: b\ny: z\n", "x: {}\ny: z\n", at: "x.a"), remove("x: # c\n  - a\n", "x: [] # c\n", at: "x.0"),
        remove("a:\n  # 1\n\n  # 2\n  - b\n\n  - c\n", "a:\n  # 1\n\n  - c\n", at: "a.0"),
        remove("a:\n  - b\n\n  # 1\n\n  # 2\n  - c\n\n  - d\n", "a:\n  - b\n\n  # 1\n\n  - d\n", at: "a.1"),
        remove("a:\n  - b\n\n  - c\n\nd: e\n", "a:\n  - b\n\nd: e\n", at: "a.1"),
        remove("a:\n  - b\n\n  - c\n\n  - d\n", "a:\n  - c\n", at: "a.0", "a.2"),
        remove("a:\n  - b\n  - c\n\n  # 1\nd: e\n", "a: []\n\n  # 1\nd: e\n", at: "a.0", "a.1"),
        remove("- id: x\n  name: y\n", "- name: y\n", at: "0.id"),
        remove("- id: x # c\n\n  name: y\n  a: b\n", "- a: b\n", at: "0.id", "0.name"),
        remove("- id: x # c\n  # 1\n  name: y\n", "-\n  # 1\n  name: y\n", at: "0.id"),
        remove("- id: |\n    x\n  name: y\n", "- name: y\n", at: "0.id"),
        remove("- id: x\n- b\n", "- {}\n- b\n", at: "0.id"),
        remove("- - a\n  - b\n- c\n", "- - b\n- c\n", at: "0.0"), remove("- - a\n- c\n", "- []\n- c\n", at: "0.0"),
        remove("a: [b, c, d]\n", "a: [b, d]\n", at: "a.1"), remove("a: [b, c]\n", "a: [c]\n", at: "a.0"),
        remove("a: [ b ]\n", "a: []\n", at: "a.0"), remove("a: [b, c, d, e]\n", "a: [d]\n", at: "a.0", "a.1", "a.3"),
        remove("a: {b: c, d: e}\n", "a: {b: c}\n", at: "a.d"), remove("a: {b, d: e}\n", "a: {d: e}\n", at: "a.b"),
        remove("a: [b, # 1\n  c, # 2\n  d]\n", "a: [b, # 1\n   # 2\n  d]\n", at: "a.1"),
        remove("a: b\n# 1\nc: d\n  # deeper\n# 2\ne: f\n", "a: b\n# 2\ne: f\n", at: "c"),
        remove("a: |+\n  x\n\nb: c", "a: |+\n  x\n\n", at: "b"),
        remove("a: |+\n  x\n\nb: c\n\nd: e\n", "a: |+\n  x\n\nd: e\n", at: "b"),
        remove("\u{FEFF}a: b\r\nc: d\r\n", "\u{FEFF}c: d\r\n", at: "a"), remove("a: b\n\nc: d\n", "a: b\n", at: "c"),
    ]

    @Test("What is removed takes along what belongs to it", arguments: removals)
    func removal(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }

    static func replace(_ content: YAMLContent, _ before: String, _ after: String, at path: String = "a") -> EditCase {
        EditCase("replace in \(before.debugDescription)", before, after) { edits, tree in
            edits.replace(tree.node(path), with: content)
        }
    }

    static let list = YAMLContent.sequence([.scalar("x"), .scalar("v")])

    static let replacements: [EditCase] = [
        replace(list, "a: b # c\nd: e\n", "a: # c\n  - x\n  - v\nd: e\n"),
        replace(list, "a: [b] # c\n", "a: [x, v] # c\n"),
        replace(list, "a:\n- b\n\n- c # d\ne: f\n", "a:\n- x\n- v\ne: f\n"),
        replace(.scalar("x"), "a: # c\n  - b\n  - d\ne: f\n", "a: x # c\ne: f\n"),
        replace(.scalar("x\ny"), "a: # c\n  # 1\n\n  - b\ne: f\n", "a: |- # c\n  x\n  y\ne: f\n"),
        replace(pair, "a: |\n  b\nc: d\n", "a:\n  id: x\n  name: v\nc: d\n"),
        replace(pair, "a:\n  b # c\nd: e\n", "a:\n  # c\n  id: x\n  name: v\nd: e\n"),
        replace(pair, "a:\n  b\nd: e\n", "a:\n  id: x\n  name: v\nd: e\n"),
        replace(pair, "- b # c\n- d\n", "- id: x # c\n  name: v\n- d\n", at: "0"),
        replace(.scalar("x"), "- b: c\n  d: e\n- f\n", "- x\n- f\n", at: "0"),
        replace(list, "-\n  b: c\n- f\n", "- - x\n  - v\n- f\n", at: "0"),
        replace(list, "b # c\n", "- x # c\n- v\n", at: ""), replace(list, "--- b # c\n", "--- # c\n- x\n- v\n", at: ""),
        replace(list, "# c\nb: d\n", "# c\n- x\n- v\n", at: ""),
        replace(pair, "[b, c]\n", "[b, {id: x, name: v}]\n", at: "1"),
        replace(list, "{b, c: d}\n", "{b: [x, v], c: d}\n", at: "b"), replace(.scalar("x"), "a: {b: c}\n", "a: x\n"),
    ]

    @Test("Another value stands in a value's place", arguments: replacements)
    func replacement(_ edit: EditCase) throws {
        let found = try edit.run()
        #expect(found.utf8.elementsEqual(edit.after.utf8), "\(found.debugDescription)")
    }
}
