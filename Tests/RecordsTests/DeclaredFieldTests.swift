import Diagnostics
import Files
import JSON
import Japanese
import Proofreading
import Records
import Testing

/// Fields and tables that a board declares in its board.yaml: from then on they are like those that are built in.
@Suite struct DeclaredFieldTests {
    /// A board with what it declares, and a facility with what is written in it.
    private func load(
        _ declarations: String, facility: String = "", files: [String: String] = [:]
    ) throws -> (board: Board, diagnostics: [Diagnostic]) {
        let place = "id: a, name: あ, postal_code: 665-0845, address: 兵庫県宝塚市栄町1-1-1, telephone: 0797-86-2321"
        let given = TinyBoard.facilities([place + (facility.isEmpty ? "" : ", " + facility)])
            .merging(["board": TinyBoard.record + declarations]) { $1 }
        return try TinyBoard.load(given.merging(files) { $1 })
    }

    private func declared(_ board: Board, _ key: String) throws -> (FieldDeclaration, RecordView) {
        let type = board.schema.facilityType
        let slot = try #require(type.slot(of: key))
        let facility = try #require(board.files[.facilities]?.root.records(FacilityLists.privateFacilities).first)
        return (type.fields[slot], facility)
    }

    @Test(
        "A declared field is read by its type",
        arguments: [
            ("text", "週2回"), ("integer", "1,234"), ("money", "20,000円"), ("date", "令和7年2月14日"), ("month", "令和7年3月"),
            ("fiscal_year", "令和6年度"), ("school_years", "小1～中3"), ("telephone", "090-1234-5678"),
            ("email", "a@example.com"), ("web", "https://example.com/"), ("boolean", "true"), ("rate", "3.7%"),
            ("decimal", "1.8"), ("frequency", "年5回"), ("postal_code", "665-0845"), ("furigana", "あいう"),
        ])
    func types(type: String, text: String) throws {
        let (board, diagnostics) = try load(
            "fields: [{record: private_facility, key: extra, label: 追加, type: \(type)}]", facility: "extra: \"\(text)\""
        )
        #expect(diagnostics.isEmpty)
        let (field, facility) = try declared(board, "extra")
        #expect(facility.text(field) == text)
        #expect(field.label.ja == "追加")
    }

    @Test(
        "A declared field is checked by its type",
        arguments: [
            ("type: integer", "x", DiagnosticCode.integerForm), ("type: decimal", "x", .decimalForm),
            ("type: date", "令和7年2月30日", .nonexistentDate),
            ("type: school_years", "中4", .schoolYearsForm), ("type: telephone", "12", .telephoneForm),
            ("type: choice, choices: [{key: y, label: あり}]", "z", .unknownChoice),
            ("type: choices, choices: [{key: y, label: あり}, {key: n, label: なし}]", "[y, n, y]", .unknownChoice),
            ("type: text, required: true", "", .missingKey),
        ])
    func checked(declaration: String, text: String, code: DiagnosticCode) throws {
        let (_, diagnostics) = try load(
            "fields: [{record: private_facility, key: extra, label: 追加, \(declaration)}]",
            facility: text.isEmpty ? "" : "extra: \(text)")
        #expect(diagnostics.map(\.code) == [code])
    }

    @Test(
        "A declaration that cannot be used is told",
        arguments: [
            "fields: [{record: private_facility, key: telephone, label: 携帯}]",
            "fields: [{record: private_facility, key: mobile, label: 電話番号}]",
            "fields: [{record: private_facilities, key: mobile, label: 携帯}]",
            "fields: [{key: mobile, label: 携帯}]",
            "fields: [{record: private_facility, key: a, label: あ}, {record: private_facility, key: a, label: い}]",
            "fields: [{record: private_facility, key: a, label: あ, type: choice}]",
            "fields: [{record: private_facility, key: a, label: あ, choices: [{key: y, label: はい}]}]",
            """
            fields:
              - {record: private_facility, key: a, label: あ, type: choice, choices: [{key: y, label: い}, {key: y, label: う}]}
            """,
            "fields: [{record: private_facility, key: a, label: あ, unit: 人}]",
            "tables: [{id: facilities, title: 施設, fields: [{key: a, label: あ}]}]",
            "tables: [{id: document, title: 文書, fields: [{key: a, label: あ}]}]",
            "tables: [{id: private_facility, title: 施設, fields: [{key: a, label: あ}]}]",
            "fields: [{record: private_facility, key: columns, label: 列}]",
            "fields: [{record: private_facility, key: number, label: 番号}]",
            "fields: [{record: private_facility, key: a, label: あ, type: choice, choices: [{key: y, label: い、う}]}]",
        ])
    func clashes(declaration: String) throws {
        let (_, diagnostics) = try load(declaration, files: ["v": "[]\n"])
        #expect(diagnostics.map(\.code) == [.fieldDeclaration])
        #expect(diagnostics.allSatisfy { $0.place != nil && $0.help != nil })
    }

    @Test(
        "A declared field is read as an address where its type is one, whatever its key",
        arguments: [("annex", "address", false), ("old_address", "text", true)])
    func address(key: String, type: String, isTold: Bool) throws {
        let (board, diagnostics) = try load(
            "fields: [{record: private_facility, key: \(key), label: 追加, type: \(type)}]",
            facility: "\(key): 兵庫県宝塚市宝塚駅前駅前ビル")
        #expect(diagnostics.isEmpty)
        // A building bears its town's name again.
        #expect(Checks.run(board, reference: nil).contains { $0.code == .doubledWord } == isTold)
    }

    @Test(
        "What a form is filled in with is no matter of the next edition, whatever a board adds to it",
        arguments: ["", "fields: [{record: request, key: memo, label: 覚書}]\n"])
    func request(declared: String) throws {
        let entries = "request:\n  reason: 令和6年度から通っています。\n"
        let record = TinyBoard.record + declared + entries
        var diagnostics: [Diagnostic] = []
        let board = try Board.load(id: "b", folder: "Data/b", diagnostics: &diagnostics) { path in
            path.hasSuffix("board.yaml") ? SourceFile(path: path, text: record) : nil
        }
        #expect(diagnostics.isEmpty)
        let next = try NextEdition.files(of: try #require(board))
        #expect(next.map { $0.source.text.contains(entries) } == [true])
    }

    @Test("A choice among more than a byte can count")
    func manyChoices() throws {
        let choices = (0..<300).map { "{key: k\($0), label: 選択肢\($0)}" }.joined(separator: ", ")
        let (board, diagnostics) = try load(
            "fields: [{record: private_facility, key: extra, label: 追加, type: choice, choices: [\(choices)]}]",
            facility: "extra: k299")
        #expect(diagnostics.isEmpty)
        let (field, facility) = try declared(board, "extra")
        guard case .choice(let choices) = field.type,
            case .choice(let index) = facility[slot: facility.type.slot(of: "extra")!].content
        else { throw CancellationError() }
        #expect(choices[Int(index)].label.ja == "選択肢299")
    }

    @Test("A field may be added to any record, and the others still find theirs")
    func otherRecords() throws {
        let (board, diagnostics) = try load(
            """
            contact: {telephone: 0797-86-2321, line: "@kyoiku"}
            fields:
              - {record: contact, key: line, label: LINE}
              - {record: board, key: slogan, label: 標語}
            slogan: 共に学ぶ
            """)
        #expect(diagnostics.isEmpty)
        let contact = try #require(board.record?[BoardRecord.contact])
        #expect(contact[Contact.telephone] == "0797-86-2321")
        #expect(contact.type.slot(of: "line").map { contact[slot: $0].isAbsent } == false)
    }

    @Test("A table has its rows in a file of its own")
    func table() throws {
        let declaration = """
            tables:
              - {id: visits, title: 見学会, fields: [{key: date, label: 期日, type: date, required: true}, {key: place, label: 場所}]}
            """
        let (board, diagnostics) = try load(
            declaration, files: ["visits": "- {date: 令和7年3月1日, place: 市役所}\n- {date: 令和7年4月1日}\n"])
        #expect(diagnostics.isEmpty)
        let kind = try #require(board.schema.kind(named: "visits"))
        let rows = try #require(board.schema.rows(of: kind))
        #expect(board.files[kind]?.root.read(rows, as: RecordList.self)?.count == 2)

        let missing = try load(declaration)
        #expect(missing.diagnostics.map(\.code) == [.missingFile])
        let wrong = try load(declaration, files: ["visits": "- {palce: 市役所}\n"])
        #expect(wrong.diagnostics.map(\.code) == [.unknownKey, .missingKey])
    }

    @Test("Its schema for editors has what a board declares")
    func jsonSchema() throws {
        let (board, _) = try load("fields: [{record: private_facility, key: extra, label: 追加, type: integer}]")
        #expect(JSONSchema.schema(of: .facilities, in: board.schema).text.contains("\"extra\""))
        #expect(DataReference.markdown(board.schema).contains("| `extra` | 追加 | 整数 |"))
        #expect(!DataReference.markdown().contains("`extra`"))
    }

    @Test(
        "School years as people write them",
        arguments: [
            ("小学校1年生から中学校3年生まで", "小学校1年生から中学校3年生まで", "小1～中3"), ("小１～中３", "小学校1年生から中学校3年生まで", "小1～中3"),
            ("小学4～6年生", "小学校4年生から小学校6年生まで", "小4～小6"), ("中学生", "中学生", "中1～中3"), ("小学生", "小学生", "小1～小6"),
            ("小4以上", "小学校4年生から中学校3年生まで", "小4～中3"), ("小・中学生", "小学校1年生から中学校3年生まで", "小1～中3"),
            ("高校生", "高校生", "高1～高3"), ("中1〜高3", "中学校1年生から高等学校3年生まで", "中1～高3"), ("小学6年生", "小学校6年生", "小6"),
        ])
    func schoolYears(text: String, long: String, short: String) throws {
        let (board, diagnostics) = try load("", facility: "school_years: \(text)")
        #expect(diagnostics.isEmpty)
        let facility = try #require(board.files[.facilities]?.root.records(FacilityLists.privateFacilities).first)
        let years = try #require(facility[PrivateFacility.schoolYears])
        #expect(years.long == long)
        #expect(years.short == short)
    }

    @Test(
        "School years that there are none of", arguments: ["小7", "中4～高1", "高4", "中3～小1", "5歳児", "1年生", ""])
    func noSchoolYears(text: String) throws {
        #expect(throws: SchoolYears.Problem.self) { try SchoolYears(text) }
    }

    @Test(
        "A telephone number is there, or the reason why not",
        arguments: [
            ("telephone: 0797-86-2321", []), ("no_telephone: メールのみ", []), ("note: 予約制", [DiagnosticCode.missingKey]),
            ("telephone: 0797-86-2321, no_telephone: 非公開", [.needlessReason]), ("telephone: 12", [.telephoneForm]),
        ])
    func telephone(entry: String, codes: [DiagnosticCode]) throws {
        let first = "id: a, name: あ, postal_code: 665-0845, address: 兵庫県宝塚市栄町1-1-1, telephone: 0797-87-1111"
        let second = "id: b, name: い, postal_code: 665-0845, address: 兵庫県宝塚市栄町2-2-2, \(entry)"
        #expect(try TinyBoard.findings(TinyBoard.facilities([first, second])).map(\.code) == codes)
    }

    @Test("A list that gives no postal codes at all is as its board wants it")
    func noPostalCodes() throws {
        let lines = ["a", "b"].map { "id: \($0), name: 施設\($0), address: 兵庫県宝塚市栄町1-1-1\($0), no_telephone: 非公開" }
        #expect(try TinyBoard.findings(TinyBoard.facilities(lines)).isEmpty)
    }

    @Test(
        "What a facility's entry says of itself",
        arguments: [
            ("confirmed: 令和6年5月1日", []), ("confirmed: 令和5年5月1日", [DiagnosticCode.staleValue]),
            ("confirmed: 令和7年3月1日", [.dateOrder]), ("certified_until: 令和6年3月31日", [.staleValue]),
            ("latitude: 34.7997, longitude: 135.3601", []), ("latitude: 135.3601, longitude: 34.7997", [.position]),
            ("latitude: 34.7997", [.position]), ("latitude: 3.47, longitude: 135.36", [.position]),
        ])
    func facts(entry: String, codes: [DiagnosticCode]) throws {
        let line = "id: a, name: あ, postal_code: 665-0845, address: 兵庫県宝塚市栄町1-1-1, telephone: 0797-87-1111"
        #expect(try TinyBoard.findings(TinyBoard.facilities(["\(line), \(entry)"])).map(\.code) == codes)
    }

    @Test(
        "The columns of a list are fields of its facilities",
        arguments: [
            ("[telephone, fees]", 0), ("[telephon]", 1), ("[fees, fees]", 1), ("[name, fees]", 1), ("[extra]", 0),
        ])
    func columns(columns: String, count: Int) throws {
        let (board, diagnostics) = try load(
            "columns: \(columns)\nfields: [{record: private_facility, key: extra, label: 追加}]")
        #expect(diagnostics.isEmpty)
        #expect(Checks.run(board, reference: nil).map(\.code) == Array(repeating: .fieldDeclaration, count: count))
    }
}
