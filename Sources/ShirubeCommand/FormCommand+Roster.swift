import Bytes
import Diagnostics
import Exchange
import Files
import Japanese
import Publishing
import Records
import Spreadsheet

/// How a roster is read, checked and told of: by its cells, and never by what stands in them.
extension FormCommand {
    /// - Returns: the roster with what stands for its bytes; nil where the file is none that can be read, which is told.
    func read(_ path: String, _ board: Board) throws(CommandError) -> (table: SheetTable, hash: UInt64)? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try SourceFile.read(path).bytes
        } catch {
            throw .file(error)
        }
        do {
            let workbook = try SpreadsheetReader.read(bytes)
            let table = try SheetTable(
                workbook, sheet: arguments.value(.sheet), fields: RequestReading.columns(of: board.schema),
                sufficient: FormRequest.pupilName.key, isPersonal: true)
            for note in table.notes { terminal.report(note) }
            guard !table.rows.isEmpty else {
                terminal.report(Phrase(ja: "名簿に児童生徒の行がありません", en: "the roster has no rows"))
                return nil
            }
            return (table, bytes.span.mixed)
        } catch let found as SpreadsheetError {
            let error = found.withoutNames
            terminal.report(
                Phrase(ja: "名簿: \(error.message.ja)", en: "the roster: \(error.message.en)"), help: error.help)
        } catch let error as SheetTable.Problem {
            terminal.report(Self.text(of: error, board.schema))
        } catch {
            return nil
        }
        return nil
    }

    /// What is wrong with the sheet, without a word of it.
    private static func text(of problem: SheetTable.Problem, _ schema: Schema) -> Phrase {
        switch problem {
        case .noSheet:
            Phrase(ja: "その名前のシートは、名簿にありません", en: "the roster has no sheet of that name")
        case .ambiguousSheet(let names):
            Phrase(
                ja: "名簿になるシートが\(names.count)枚あります。--sheetでどれかを指定してください",
                en: "\(names.count) sheets may be the roster; name one with --sheet")
        case .noHeader:
            Phrase(
                ja:
                    "見出しの行が見付かりません。列の見出しを、次の名称にしてください: \(RequestReading.columns(of: schema).map(\.label.ja).joined(separator: "、"))",
                en:
                    "there is no row of titles; give the columns these: \(RequestReading.columns(of: schema).map(\.key).joined(separator: ", "))"
            )
        case .doubledColumn(_, let first, let second):
            Phrase(
                ja: "同じ項目の列が二つあります（\(first)、\(second)）", en: "two columns are of one field (\(first), \(second))")
        }
    }

    /// Tells what is wrong with the rows, by their cells and kinds: what a cell holds is nobody else's.
    /// - Parameter limits: how many letters the form's blanks take, by the fields' keys.
    /// - Returns: whether forms can be made of them.
    func check(
        _ table: SheetTable, _ board: Board, _ names: FacilityNames, _ limits: [String: Int],
        _ reference: ReferenceData?
    ) -> Bool {
        var (errors, told) = (0, 0)
        var unlisted: [(row: Int, name: String)] = []
        for row in table.rows {
            let texts = Self.texts(row, board)
            let reading = RequestReading(texts, of: board.schema, reference)
            if let name = reading.request?.text(FormRequest.facilityName), names.facility(named: name) == nil {
                unlisted.append((row.number, name))
            }
            var found = reading.problems.map { (field: $0.field, severity: $0.severity, code: $0.code) }
            // Counted as browsers count.
            let exceeded = limits.filter { texts[$0.key, default: ""].utf16.count > $0.value }
            for key in exceeded.keys.sorted() { found.append((table.field(key, board.schema), .warning, .longText)) }
            for key in row.errors {
                found.append((table.field(key, board.schema), .error, .wrongShape))
            }
            // Whose form it would be, nobody knows.
            if reading.request?.text(FormRequest.pupilName) == nil {
                found.append((FormRequest.pupilName.declaration, .error, .missingKey))
            }
            for problem in found {
                if problem.severity == .error { errors += 1 }
                told += 1
                guard told <= Self.mostTold else { continue }
                let column = problem.field.flatMap { table.columns[$0.key] }
                let cell = column.map { "\(CellAddress(column: $0, row: row.number))" } ?? "\(row.number)"
                let label = problem.field?.label ?? Phrase(ja: "行", en: "row")
                let kind =
                    problem.severity == .error
                    ? Phrase(ja: "エラー", en: "error") : Phrase(ja: "警告", en: "warning")
                let limit = problem.code == .longText ? problem.field.flatMap { exceeded[$0.key] } : nil
                let meaning = limit.map(Self.meaning(ofLimit:)) ?? Self.meaning(of: problem.code)
                terminal.report(
                    Phrase(
                        ja: "名簿 \(cell)（\(label.ja)）: \(kind.ja)[\(problem.code.id)]: \(meaning.ja)",
                        en: "roster \(cell) (\(label.en)): \(kind.en)[\(problem.code.id)]: \(meaning.en)"))
            }
        }
        if told > Self.mostTold {
            terminal.report(
                Phrase(ja: "ほかに\(told - Self.mostTold)件あります", en: "and \(told - Self.mostTold) more"))
        }
        tell(unlisted, board)
        if errors > 0 {
            terminal.report(
                Phrase(
                    ja: "名簿に誤りがあるため、何も作りませんでした。値は表示しません",
                    en: "the roster has errors, so nothing was made; what stands in the cells is not shown"))
        }
        return errors == 0
    }

    /// What a kind of finding means in a roster.
    private static func meaning(of code: DiagnosticCode) -> Phrase {
        switch code {
        case .dateOrder: Phrase(ja: "二つの日付の前後が合いません。", en: "two days are in the wrong order.")
        case .missingKey: Phrase(ja: "なければならない値がありません。", en: "a value that has to be there is missing.")
        case .wrongShape:
            Phrase(ja: "一つの値になっていないか、セルがエラー（#N/Aなど）です。", en: "it is no single value, or the cell shows an error.")
        case .unknownChoice:
            Phrase(
                ja: "選択肢のどれでもありません。様式の言葉のとおりに書いてください。", en: "it is none of the choices; write one as the form has it.")
        default: code.explanation.meaning
        }
    }

    private static func meaning(ofLimit limit: Int) -> Phrase {
        let number = Numerals.grouped(limit)
        return Phrase(
            ja: "様式の欄の字数（\(number)字）を超えているので、1枚に収まらないことがあります。",
            en: "it is longer than the \(number) letters that the form takes, and may need another sheet.")
    }

    /// Names the rows whose facility is none of the list's, with the one of the list that is near.
    private func tell(_ unlisted: [(row: Int, name: String)], _ board: Board) {
        let names = board.privateFacilities.compactMap { $0.text(Facility.name) }
        for (row, name) in unlisted.prefix(Self.mostTold) {
            let near = names.first { $0.hasPrefix(name) || name.hasPrefix($0) } ?? NearestName.find(name, among: names)
            terminal.report(
                Phrase(
                    ja: "名簿の\(row)行目: 一覧にない施設です", en: "row \(row) of the roster: the facility is none of the list's"),
                help: near.map { Phrase(ja: "「\($0)」ではありませんか", en: "is it \($0)?") }
                    ?? Phrase(ja: "所在地などは、名簿の列に書いたものだけが入ります", en: "its address is what the roster gives"))
        }
    }

    private static let mostTold = 100

    /// A row's cells, without what the forms print beside them; the school is written once where a roster has one column for it.
    static func texts(_ row: SheetTable.Row, _ board: Board) -> [String: String] {
        var texts = row.texts
        func strip(_ field: some DeclaredField, _ before: [String], _ behind: [String]) {
            guard let cell = texts[field.key] else { return }
            var text = cell.unicodeScalars.drop { $0.properties.isWhitespace }
            for word in before where text.starts(with: word.unicodeScalars) && text.count > word.unicodeScalars.count {
                text = text.dropFirst(word.unicodeScalars.count)
            }
            for word in behind
            where text.reversed().starts(with: word.unicodeScalars.reversed())
                && text.count > word.unicodeScalars.count
            {
                text = text.dropLast(word.unicodeScalars.count)
            }
            texts[field.key] = String(text)
        }
        // A year of another school than the roster names stays as it is, and is told.
        let named = texts[FormRequest.pupilSchool.key] ?? texts[FormRequest.school.key] ?? ""
        strip(FormRequest.pupilYear, PupilYearCheck.prefixes(of: named), ["年生", "年"])
        strip(FormRequest.pupilClass, [], ["組"])
        strip(FormRequest.principal, ["学校長", "校長"], [])
        let (school, pupilSchool) = (FormRequest.school.key, FormRequest.pupilSchool.key)
        if texts[school] == nil { texts[school] = texts[pupilSchool] }
        if texts[pupilSchool] == nil { texts[pupilSchool] = texts[school] }
        // 宝塚市立 is printed before it.
        if let municipality = board.record?.text(BoardRecord.municipality) {
            strip(FormRequest.school, [municipality + "立"], [])
        }
        return texts
    }
}

extension SheetTable {
    /// The field of a key that a column has.
    fileprivate func field(_ key: String, _ schema: Schema) -> FieldDeclaration? {
        RequestReading.columns(of: schema).first { $0.key == key }
    }
}
