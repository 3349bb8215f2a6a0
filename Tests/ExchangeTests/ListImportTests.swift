import Diagnostics
import Exchange
import Files
import Foundation
import Records
import Spreadsheet
import TestSupport
import Testing

/// Rows of spreadsheets into the data: what is certain is cleaned, the rest is told by its cell, and nothing else is touched.
@Suite struct ListImportTests {
    /// A board with one facility, whose file has a comment in it.
    static let facilities = """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}

        # 民間施設
        private:
          - id: aozora
            name: あおぞら学園
            postal_code: 665-0845   # 確かめた
            address: 兵庫県宝塚市栄町1-1-1
            telephone: 0797-87-1111

        """

    static func board(_ files: [String: String] = [:]) throws -> Board {
        let record = """
            municipality_code: 282146
            prefecture: 兵庫県
            municipality: 宝塚市
            name: 宝塚市教育委員会
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents: []
            fields: [{record: fee, key: discount, label: 割引}, {record: private_facility, key: lunch, label: 給食, type: choice, choices: [{key: a, label: あり}, {key: b, label: なし}]}]
            tables: [{id: visits, title: 見学会, fields: [{key: date, label: 期日, type: date, required: true}, {key: place, label: 場所}]}]

            """
        let given = ["board": record, "facilities": facilities, "visits": "[]\n"].merging(files) { $1 }
        var diagnostics: [Diagnostic] = []
        let board = try Board.load(id: "b", folder: "b", diagnostics: &diagnostics) { path in
            given[String(path.dropFirst(2).dropLast(5))].map { SourceFile(path: path, text: $0) }
        }
        return try #require(board, "\(diagnostics.map(\.summary.en))")
    }

    static func sheet(_ rows: [[String]], name: String? = "一覧") -> Sheet {
        Sheet(
            name: name,
            rows: SheetRows(
                rows.enumerated().map { number, texts in
                    Row(
                        number: number + 1,
                        cells: texts.enumerated().map {
                            Cell(CellAddress(column: $0.offset + 1, row: number + 1), $0.element)
                        })
                }))
    }

    private func run(_ rows: [[String]], into list: String = "private", files: [String: String] = [:]) throws
        -> ListImport
    {
        let board = try Self.board(files)
        let list = try #require(ListSelection.named(list, in: board.schema))
        let table = try SheetTable(
            Workbook(sheets: [Self.sheet(rows)]), sheet: nil, fields: ListEditor.columns(of: list))
        return try ListImport(
            table, into: try ListEditor(board, list, path: "b/\(list.kind.fileName)", reference: nil))
    }

    private func text(_ outcome: ListImport) -> String {
        outcome.edition.map { String(decoding: $0.source.bytes, as: UTF8.self) } ?? ""
    }

    @Test("A new row is added behind the others, in the schema's order, with an identifier from its reading")
    func added() throws {
        let outcome = try run([
            ["一覧（令和6年度）"], [], ["給食", "電話番号", "名称", "名称のふりがな", "郵便番号", "所在地"],
            ["あり", "０７９７－１２－３４５６", "光の広場", "ヒカリノヒロバ", "6650011", "兵庫県宝塚市南口１－１"],
        ])
        #expect(outcome.findings.allSatisfy { $0.severity == .note })
        #expect(outcome.counts == [.added: 1])
        #expect(
            text(outcome)
                == Self.facilities + """
                      - id: hikarinohiroba
                        name: 光の広場
                        furigana: ひかりのひろば
                        postal_code: 665-0011
                        address: 兵庫県宝塚市南口1-1
                        telephone: 0797-12-3456
                        lunch: a

                    """)
    }

    @Test("A row of a facility that is there changes what it says, and leaves the rest to the byte")
    func changed() throws {
        let outcome = try run([
            ["名称", "電話番号", "費用", "郵便番号"], ["あおぞら 学園", "0797-87-2222", "入会金 10,000円\n月額 20,000円（教材費を含む。）", ""],
        ])
        #expect(outcome.counts == [.changed: 1])
        #expect(
            text(outcome)
                == Self.facilities.replacing("0797-87-1111", with: "0797-87-2222").replacing(
                    "name: あおぞら学園", with: "name: あおぞら 学園")
                    + """
                        fees:
                          - kind: entrance
                            amount: 10,000円
                          - kind: monthly
                            amount: 20,000円
                            covers: 教材費を含む。

                    """)
        #expect(outcome.edition?.diff.contains("-    telephone: 0797-87-1111\n+    telephone: 0797-87-2222") == true)
    }

    @Test("Of another source the address and the day of the one before go, which is told")
    func otherSource() throws {
        let known = Self.facilities.replacing(
            "    telephone:",
            with: "    source: {document: 届出書, web: \"https://www.example.jp/\", confirmed: 令和7年1月9日}\n    telephone:")
        let rows = [["ID", "名称", "出典"], ["aozora", "あおぞら学園", "電話で聞き取り"]]
        let outcome = try run(rows, files: ["facilities": known])
        #expect(text(outcome).contains("source: 電話で聞き取り\n"))
        let told = try #require(outcome.findings.first)
        #expect(told.severity == .note && told.place == "「一覧」C2（あおぞら学園）")
        #expect(told.summary.ja.contains("https://www.example.jp/") && told.summary.ja.contains("令和7年1月9日"))
        let same = try run([["ID", "名称", "出典"], ["aozora", "あおぞら学園", "届出書"]], files: ["facilities": known])
        #expect(same.edition == nil && same.findings.isEmpty)
    }

    @Test("What cannot be taken is told by its cell, and nothing is written")
    func wrong() throws {
        let outcome = try run([
            ["ID", "名称", "電話番号", "対象学年", "利用の方法"], ["aozora", "", "12", "小7", "通学"],
            ["x", "別の施設", "0797-87-3333", "", ""],
        ])
        let errors = outcome.findings.filter { $0.severity == .error }
        #expect(errors.map(\.place) == ["「一覧」E2", "「一覧」C2", "「一覧」D2", "「一覧」3行目（別の施設）"])
        #expect(errors.map(\.code) == [.unknownChoice, .telephoneForm, .schoolYearsForm, .missingKey])
        #expect(outcome.edition == nil)
    }

    @Test(
        "Two rows of one record are told, for nobody knows which is right",
        arguments: [
            ("private", ["ID", "電話番号"], ["aozora", "0797-87-2222"], ["aozora", "0797-87-3333"]),
            ("private", ["名称", "電話番号"], ["あおぞら学園", "0797-87-2222"], ["あおぞら　学園", "0797-87-3333"]),
            ("national.series", ["年度", "不登校児童生徒数", "公表された割合"], ["令和5年度", "10", "1.0%"], ["令和5年度", "11", "1.1%"]),
        ])
    func twice(list: String, titles: [String], first: [String], second: [String]) throws {
        let outcome = try run([titles, first, second], into: list, files: ["statistics": Self.statistics])
        let errors = outcome.findings.filter { $0.severity == .error }
        #expect(errors.count == 1 && errors.allSatisfy { $0.place.contains("3") })
        #expect(outcome.counts[.refused] == 1)
        #expect(outcome.edition == nil)
    }

    static let statistics = """
        survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
        national:
          series:
            - {fiscal_year: 令和4年度, count: 100, rate: 3.0%}   # 公表済み
            - {fiscal_year: 令和5年度, count: 120, rate: 3.6%}

        """

    @Test("A row of a fiscal year that is there changes it, and one of another is added")
    func byFiscalYear() throws {
        let outcome = try run(
            [["年度", "不登校児童生徒数", "公表された割合"], ["令和4年度", "101", "3.1%"], ["令和6年度", "130", "3.9%"]],
            into: "national.series",
            files: ["statistics": Self.statistics])
        #expect(outcome.findings.allSatisfy { $0.severity == .note })
        #expect(outcome.counts == [.changed: 1, .added: 1])
        #expect(text(outcome).contains("{fiscal_year: 令和4年度, count: 101, rate: 3.1%}   # 公表済み"))
    }

    @Test("A name that several records bear does not say which is meant")
    func ambiguous() throws {
        let other = """
              - id: aozora-2
                name: あおぞら学園
                address: 兵庫県宝塚市栄町2-2-2
                telephone: 0797-87-4444

            """
        let outcome = try run(
            [["名称", "電話番号"], ["あおぞら学園", "0797-87-2222"]], files: ["facilities": Self.facilities + other])
        #expect(outcome.findings.filter { $0.severity == .error }.map(\.place) == ["「一覧」A2（あおぞら学園）"])
        #expect(outcome.edition == nil)
    }

    @Test("A cell that shows an error of the spreadsheet is no value")
    func errorCell() throws {
        func cell(_ column: Int, _ row: Int, _ text: String, _ kind: Cell.Kind = .text) -> Cell {
            Cell(CellAddress(column: column, row: row), text, kind)
        }
        let sheet = Sheet(
            name: "一覧",
            rows: SheetRows([
                Row(number: 1, cells: [cell(1, 1, "ID"), cell(2, 1, "電話番号")]),
                Row(number: 2, cells: [cell(1, 2, "aozora"), cell(2, 2, "#REF!", .error)]),
            ]))
        let board = try Self.board()
        let list = try #require(ListSelection.named("private", in: board.schema))
        let table = try SheetTable(Workbook(sheets: [sheet]), sheet: nil, fields: ListEditor.columns(of: list))
        let outcome = try ListImport(
            table, into: try ListEditor(board, list, path: "b/facilities.yaml", reference: nil))
        #expect(outcome.findings.contains { $0.severity == .error && $0.place == "「一覧」B2" })
        #expect(outcome.edition == nil)
    }

    @Test("Totals and notes below a table are no records of it")
    func asides() throws {
        let outcome = try run([
            ["名称", "所在地", "電話番号", "定員"], ["光の広場", "兵庫県宝塚市南口1-1", "0797-12-3456", "２０名"],
            ["合計", "", "", "20"], ["※定員は目安です。", "", "", ""],
        ])
        #expect(outcome.counts == [.added: 1])
        #expect(text(outcome).contains("capacity: 20\n"))
    }

    @Test(
        "What a cell says is the same again behind an export",
        arguments: [
            "fees:\n      - {kind: monthly, amount: \"20,000円\", covers: 教材費（冊子）を含む。}\n      - {kind: other, covers: 実費（（別紙））}",
            "fees: [{kind: monthly, amount: \"20,000円\", covers: 教材費、入会金を含む。}, {kind: other, covers: 対象：小学生！}]",
            "fees: [{kind: other, covers: 年齢により異なる}, {kind: other, covers: 無料体験あり}, {kind: use, amount: 500円, covers: 要予約(前日)}]",
            "fees: [{kind: monthly, amount: 500円, covers: 教材費を含む。, discount: 兄弟は半額}, {kind: other, covers: 実費、交通費}, {kind: use, discount: 市民、学生}]",
            "kind: [commuting, online]", "school_years: 小1～中3", "no_telephone: 非公開",
            "note: ひとこと、ふたこと。", "capacity: 1,200",
        ])
    func sameBehindExport(field: String) throws {
        let place = field.hasPrefix("no_telephone") ? "telephone: 0797-87-1111" : "    telephone: 0797-87-1111\n"
        let text =
            field.hasPrefix("no_telephone")
            ? Self.facilities.replacing(place, with: field)
            : Self.facilities.replacing(place, with: place + "    \(field)\n")
        let board = try Self.board(["facilities": text])
        let list = try #require(ListSelection.named("private", in: board.schema))
        let editor = try ListEditor(board, list, path: "b/facilities.yaml", reference: nil)
        for format in [ListExport.Format.xlsx, .csv] {
            let workbook = try SpreadsheetReader.read(try ListExport.write(editor, as: format, title: "題"))
            let outcome = try ListImport(try SheetTable(workbook, sheet: nil, fields: editor.columns), into: editor)
            #expect(
                outcome.findings.isEmpty && outcome.counts == [.same: 1],
                "\(outcome.findings.map(\.summary.en)) \(outcome.edition?.diff ?? "")")
        }
    }

    /// What a facility writes into its sheet, by the titles of rows, and what comes of it.
    private static let answers: [([String: String], [ListEditor.Outcome: Int], String)] = [
        ([:], [.same: 1], ""), (["確認": "変更なし"], [.same: 1], ""),
        (["電話番号": "0797-87-2222", "確認": "変更あり"], [.changed: 1], "telephone: 0797-87-2222"),
        (["利用の方法": "通所、オンライン"], [.changed: 1], "- online"),
        (["費用": "月額 20,000円\n入会金 無料"], [.changed: 1], "amount: 20,000円"),
        (["施設が内容を確認した日": "令和7年1月20日", "確認": "変更なし"], [.changed: 1], "confirmed: 令和7年1月20日"),
        (["郵便番号": "665-00111"], [.refused: 1], ""),
    ]

    @Test("A sheet that a facility has filled in changes what it corrects", arguments: answers)
    func answered(_ answers: [String: String], _ counts: [ListEditor.Outcome: Int], _ written: String) throws {
        let board = try Self.board()
        let list = try #require(ListSelection.named("private", in: board.schema))
        let editor = try ListEditor(board, list, path: "b/facilities.yaml", reference: nil)
        let sheets = try ListExport.sheets(editor, title: "題")
        #expect(sheets.count == 1)
        let sheet = try #require(SpreadsheetReader.read(sheets[0].bytes).sheets.first)
        #expect(sheet.rows[1].cells.map(\.text).prefix(2) == ["ID", sheets[0].identifier])
        // What is for the board alone is not asked.
        #expect(!sheet.rows.contains { $0.cells.first?.text == "出典" })
        let filled = sheet.rows.map { row in
            let correction = row.cells.first.flatMap { answers[$0.text] }
            let cells = row.cells.filter { $0.address.column != 3 || row.number == 1 }
            return Row(
                number: row.number,
                cells: (cells + (correction.map { [Cell(CellAddress(column: 3, row: row.number), $0)] } ?? []))
                    .sorted { $0.address.column < $1.address.column })
        }
        let workbook = Workbook(sheets: [Sheet(name: sheet.name, rows: SheetRows(filled))])
        let table = try SheetTable(workbook, sheet: nil, fields: editor.columns)
        let outcome = try ListImport(table, into: editor)
        #expect(outcome.counts == counts, "\(outcome.findings.map(\.summary.en))")
        #expect(written.isEmpty || text(outcome).contains(written))
        if counts[.refused] != nil { #expect(outcome.findings.first?.place.contains("C") ?? false) }
        #expect(table.notes.isEmpty == !answers.isEmpty)
    }

    @Test("Corrections beside 変更なし are taken, which is told")
    func contradiction() throws {
        let rows = [
            ["項目", "現在の掲載内容", "訂正"], ["ID", "aozora", ""], ["電話番号", "", "0797-87-2222"], ["何か", "", "値"],
            ["確認", "", "変更なし"],
        ]
        let board = try Self.board()
        let list = try #require(ListSelection.named("private", in: board.schema))
        let table = try SheetTable(
            Workbook(sheets: [Self.sheet(rows)]), sheet: nil, fields: ListEditor.columns(of: list))
        #expect(table.rows.map(\.texts) == [["id": "aozora", "telephone": "0797-87-2222"]])
        #expect(table.notes.count == 2)
    }

    @Test(
        "Fees are read as they are meant",
        arguments: [
            ("月謝 2万円", "kind: monthly\n        amount: 2万円\n"), ("1回目無料", "kind: other\n        covers: 1回目無料\n"),
            ("年間10,000円", "kind: other\n        covers: 年間10,000円\n"),
            ("月曜のみ500円", "kind: other\n        covers: 月曜のみ500円\n"),
            ("20000", "kind: other\n        amount: 20,000円\n"),
            ("５，０００円程度", "kind: other\n        covers: ５，０００円程度\n"), ("なし", "kind: other\n        amount: 0円\n"),
        ])
    func fees(text: String, written: String) throws {
        let outcome = try run([["名称", "費用"], ["あおぞら学園", text]])
        #expect(
            self.text(outcome).contains(
                written.replacing("kind", with: "- kind").replacing("        ", with: "        ")))
    }

    @Test("Of fees that change, those that stay keep their comments")
    func changedFees() throws {
        let fees = """
                fees:
                  # 入会の日に
                  - kind: entrance
                    amount: 5,000円   # 令和5年から
                  - kind: monthly
                    amount: 20,000円  # 消費税を含む
                    covers: 教材費を含む。

            """
        let place = "    telephone: 0797-87-1111\n"
        let outcome = try run(
            [["名称", "費用"], ["あおぞら学園", "入会金5,000円\n月額 22,000円（教材費を含む。）\n1回 500円"]],
            files: ["facilities": Self.facilities.replacing(place, with: place + fees)])
        #expect(
            text(outcome).contains(
                fees.replacing("20,000円", with: "22,000円") + "      - kind: use\n        amount: 500円\n"),
            "\(text(outcome))")
    }

    @Test("Rows with identifiers of their own may share a name, and rows without any may be alike")
    func alike() throws {
        let other = """
              - id: aozora-2
                name: あおぞら学園
                address: 兵庫県宝塚市栄町2-2-2
                telephone: 0797-87-4444

            """
        let named = try run(
            [["ID", "名称", "電話番号"], ["aozora", "あおぞら学園", "0797-87-2222"], ["aozora-2", "あおぞら学園", "0797-87-3333"]],
            files: ["facilities": Self.facilities + other])
        #expect(named.counts == [.changed: 2])
        let visits = "- {date: 令和7年3月1日, place: 市役所}\n- {date: 令和7年3月1日, place: 市役所}\n"
        let rows = [["期日", "場所"], ["2025-03-01", "市役所"], ["2025-03-01", "市役所"]]
        let tables = try run(rows, into: "visits", files: ["visits": visits])
        #expect(tables.counts == [.same: 2] && tables.edition == nil)
    }

    @Test("The same rows again change nothing")
    func same() throws {
        let outcome = try run([["ID", "名称", "所在地"], ["aozora", "あおぞら学園", "兵庫県宝塚市栄町１－１－１"]])
        #expect(outcome.counts == [.same: 1])
        #expect(outcome.edition == nil)
    }

    @Test("Into a declared table, whose file is made where there is none", arguments: ["[]\n", nil])
    func table(file: String?) throws {
        let rows = [["期日", "場所"], ["2025-03-01", "市役所"], ["令和7年4月1日", ""]]
        let outcome = try run(rows, into: "visits", files: ["visits": file ?? ""])
        #expect(text(outcome) == "- date: 令和7年3月1日\n  place: 市役所\n- date: 令和7年4月1日\n")
    }

    @Test("What lists commonly call a column is taken where none has the field's own name")
    func commonTitles() throws {
        let outcome = try run([
            ["施設名", "住所", "TEL", "〒"], ["光の広場", "兵庫県宝塚市南口1-1", "0797-12-3456", "665-0011"],
        ])
        #expect(outcome.counts == [.added: 1])
        let table = try SheetTable(
            Workbook(sheets: [Self.sheet([["施設名", "名称", "備考", "何か"], ["あ", "い", "", ""]])]), sheet: nil,
            fields: ListEditor.columns(of: try #require(ListSelection.named("private", in: .builtIn))))
        #expect(table.rows.first?.texts == ["name": "い"])
        #expect(table.notes.count == 2)
    }

    @Test("A sheet without titles, one of several, one that is not there")
    func sheets() throws {
        let list = try #require(ListSelection.named("private", in: .builtIn))
        let fields = ListEditor.columns(of: list)
        let right = Self.sheet([["名称", "所在地"], ["あ", "い"]], name: "甲")
        let other = Self.sheet([["名称", "電話番号"], ["あ", "い"]], name: "乙")
        #expect(throws: SheetTable.Problem.self) {
            try SheetTable(Workbook(sheets: [right, other]), sheet: nil, fields: fields)
        }
        #expect(throws: SheetTable.Problem.self) {
            try SheetTable(Workbook(sheets: [right]), sheet: "丙", fields: fields)
        }
        #expect(throws: SheetTable.Problem.self) {
            try SheetTable(Workbook(sheets: [Self.sheet([["a", "b"]])]), sheet: nil, fields: fields)
        }
        #expect(throws: SheetTable.Problem.self) {
            try SheetTable(Workbook(sheets: [Self.sheet([["名称", "所在地", "名称"]])]), sheet: nil, fields: fields)
        }
        #expect(
            try SheetTable(Workbook(sheets: [right, other]), sheet: "乙", fields: fields).columns.keys.sorted() == [
                "name", "telephone",
            ])
    }

    @Test(
        "What is exported is read as the same again, in every format that has cells",
        arguments: ["takarazuka", "setagaya"])
    func roundTrip(name: String) throws {
        var diagnostics: [Diagnostic] = []
        let board = try #require(
            try Board.load(id: name, folder: "Data/\(name)", diagnostics: &diagnostics) { path in
                (try? Project.bytes(path)).map { SourceFile(path: path, bytes: $0) }
            })
        for list in ListSelection.all(in: board.schema) where board.files[list.kind] != nil {
            let editor = try ListEditor(board, list, path: "Data/\(name)/\(list.kind.fileName)", reference: nil)
            guard !editor.rows.isEmpty else { continue }
            for format in [ListExport.Format.xlsx, .csv] {
                let workbook = try SpreadsheetReader.read(try ListExport.write(editor, as: format, title: "題"))
                let table = try SheetTable(workbook, sheet: nil, fields: editor.columns)
                let outcome = try ListImport(table, into: editor)
                #expect(outcome.findings.isEmpty, "\(list.name): \(outcome.findings.map(\.summary.en))")
                #expect(outcome.edition == nil, "\(list.name)")
                #expect(outcome.counts == [.same: editor.rows.count], "\(list.name)")
            }
        }
    }
}
