import Diagnostics
import Files
import StrictYAML
import TestSupport
import Testing

/// The boards' own files, as programs that change them do it.
@Suite struct YAMLEditFileTests {
    static let order = [
        "id", "name", "furigana", "kind", "operator", "postal_code", "address", "telephone", "web", "note",
    ]

    static func edited(_ path: String, _ edit: (inout YAMLEdits, YAMLTree) -> Void) throws -> YAMLEdition {
        let source = SourceFile(path: path, bytes: try Project.bytes(path))
        let tree = try YAMLParser.parse(source, folding: .japanese)
        var edits = YAMLEdits(tree, folding: .japanese)
        edit(&edits, tree)
        return try edits.applied()
    }

    /// The lines of a diff that are not context.
    static func changes(_ edition: YAMLEdition) -> [String] {
        edition.diff().split(separator: "\n").dropFirst(2).filter { $0.hasPrefix("+") || $0.hasPrefix("-") }.map(
            String.init)
    }

    @Test func facilities() throws {
        let edition = try Self.edited("Data/takarazuka/facilities.yaml") { edits, tree in
            let list = tree.node("private")
            let first = tree.node("private.0")
            edits.insert("furigana", .scalar("らくしょう"), into: first, order: Self.order)
            edits.insert("note", .scalar("要予約: 前日まで"), into: first, order: Self.order)
            edits.set(tree.node("private.1.telephone"), to: "072-764-0000")
            edits.remove(tree.node("private.2"))
            edits.append(
                .mapping([("id", .scalar("new")), ("name", .scalar("新しい教室")), ("note", .scalar("一行目\n二行目\n"))]),
                to: list)
        }
        #expect(
            Self.changes(edition) == [
                "+    furigana: らくしょう", "+    note: \"要予約: 前日まで\"", "-    telephone: 072-764-6335",
                "-", "-  - id: tokyo-taishi-ashiya", "-    name: 東京大志学園 芦屋校",
                "-    postal_code: 659-0061",
                "-    # 原資料の表記：兵庫県芦屋市上宮川4-1 1F(クラーク記念国際高校 建物内)（町名は「上宮川町」）",
                "-    address: 兵庫県芦屋市上宮川町4-1 1F(クラーク記念国際高校 建物内)", "-    telephone: 0797-38-7686",
                "+    telephone: 072-764-0000", "+",
                "+  - id: new", "+    name: 新しい教室", "+    note: |", "+      一行目", "+      二行目",
            ])
    }

    @Test func edition() throws {
        let edition = try Self.edited("Data/takarazuka/board.yaml") { edits, tree in
            edits.set(tree.node("edition.fiscal_year"), to: "令和7年度")
            edits.set(tree.node("municipality_code"), to: "282145")
            edits.insert("date", .scalar("令和8年3月1日"), into: tree.node("documents.0"))
            edits.append(.scalar("docx"), to: tree.node("documents.2.formats"))
            edits.remove(tree.node("documents.1"))
        }
        #expect(
            Self.changes(edition) == [
                "-municipality_code: 282146         # 全国地方公共団体コード（6桁。末尾は検査数字）",
                "+municipality_code: 282145         # 全国地方公共団体コード（6桁。末尾は検査数字）",
                "-  fiscal_year: 令和6年度          # 元号と年度（西暦では書かない）",
                "+  fiscal_year: 令和7年度          # 元号と年度（西暦では書かない）", "-  - id: form1",
                "-    title: 民間施設への通所に係る指導要録上の出席扱いについて（依頼）",
                "-    per_facility: true              # 施設の名称などを記入した様式も、民間施設ごとに作る",
                "+    date: 令和8年3月1日",
                "-    formats: [html, text, fragment, csv, json] # 公開する形式（省けばhtmlとtext）",
                "+    formats: [html, text, fragment, csv, json, docx] # 公開する形式（省けばhtmlとtext）",
            ])
    }

    @Test("A new year goes behind the others, set off as they are")
    func statistics() throws {
        let edition = try Self.edited("Data/takarazuka/statistics.yaml") { edits, tree in
            edits.append(
                .mapping([("fiscal_year", .scalar("令和6年度")), ("count", .scalar("353,970"))]),
                to: tree.node("national.series"))
        }
        #expect(Self.changes(edition) == ["+", "+    - fiscal_year: 令和6年度", "+      count: 353,970"])
    }
}

/// Edits that cannot be made are refused, and then nothing is changed.
@Suite struct YAMLEditRefusalTests {
    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let code: YAMLEditError.Code
        let text: String
        let edit: @Sendable (inout YAMLEdits, YAMLTree) -> Void
    }

    static let refusals: [Refusal] = [
        Refusal(testDescription: "a value that goes", code: .overlapping, text: "a: b\nc: d\n") {
            $0.set($1.node("a"), to: "x")
            $0.remove($1.node("a"))
        },
        Refusal(testDescription: "a value inside of what goes", code: .overlapping, text: "- a: b\n") {
            $0.set($1.node("0.a"), to: "x")
            $0.remove($1.node("0"))
        },
        Refusal(testDescription: "a key inside of what is replaced", code: .overlapping, text: "a: {b: c}\n") {
            $0.insert("x", .scalar("y"), into: $1.node("a"))
            $0.set($1.node("a"), to: "x")
        },
        Refusal(testDescription: "an item that goes from what is replaced", code: .overlapping, text: "a: [b, c]\n") {
            $0.remove($1.node("a.0"))
            $0.set($1.node("a"), to: "x")
        },
        Refusal(testDescription: "a key in a list", code: .wrongKind, text: "a: [b]\n") {
            $0.insert("x", .scalar("y"), into: $1.node("a"))
        },
        Refusal(testDescription: "an item in a mapping", code: .wrongKind, text: "a: {}\n") {
            $0.append(.scalar("y"), to: $1.node("a"))
        },
        Refusal(testDescription: "an item in a text", code: .wrongKind, text: "a: b\n") {
            $0.append(.scalar("y"), to: $1.node("a"))
        },
        Refusal(testDescription: "a key and an item in one blank", code: .wrongKind, text: "a:\n") {
            $0.append(.scalar("y"), to: $1.node("a"))
            $0.insert("x", .scalar("y"), into: $1.node("a"))
        },
        Refusal(testDescription: "a list for a key", code: .wrongKind, text: "a: b\n") {
            $0.replace($1.node("a") - 1, with: .sequence([]))
        },
        Refusal(testDescription: "the whole file", code: .wrongKind, text: "a: b\n") { edits, tree in
            edits.remove(tree.root)
        },
        Refusal(testDescription: "a key that is there", code: .keyExists, text: "a: b\n") {
            $0.insert("a", .scalar("y"), into: $1.root)
        },
        Refusal(testDescription: "a key twice", code: .keyExists, text: "a: b\n") {
            $0.insert("x", .scalar("y"), into: $1.root)
            $0.insert("x", .scalar("y"), into: $1.root)
        },
        Refusal(testDescription: "a name that is there", code: .keyExists, text: "a: b\nc: d\n") {
            $0.set($1.node("a") - 1, to: "c")
        },
        Refusal(testDescription: "a key twice in what is written", code: .unreadable, text: "a: b\n") {
            $0.replace($1.node("a"), with: .mapping([("x", .scalar("y")), ("x", .scalar("z"))]))
        },
        Refusal(testDescription: "a key too long", code: .unreadable, text: "a: b\n") {
            $0.insert(String(repeating: "x", count: 1025), .scalar("y"), into: $1.root)
        },
        // What stood in a comment would be read as part of the text above it.
        Refusal(
            testDescription: "a comment left below a text", code: .misread,
            text: "a: |\n  x\nb: c\n\n  # d\ne: f\n"
        ) { edits, tree in
            edits.remove(tree.node("b"))
        },
    ]

    @Test("What cannot be is refused", arguments: refusals)
    func refusal(_ refusal: Refusal) throws {
        let tree = try YAMLParser.parse(SourceFile(path: "a.yaml", text: refusal.text))
        var edits = YAMLEdits(tree)
        refusal.edit(&edits, tree)
        let collected = edits
        let error = #expect(throws: YAMLEditError.self) { try collected.applied() }
        #expect(error?.code == refusal.code)
    }

    @Test("A name may become free in the same edits")
    func freeName() throws {
        let edit = EditCase("", "a: b\nc: d\n", "") { edits, tree in
            edits.remove(tree.node("a"))
            edits.set(tree.node("c") - 1, to: "a")
        }
        #expect(try edit.run() == "a: d\n")
    }
}
