import Diagnostics
import Documents
import Exchange
import Files
import Publishing
import Records
import Spreadsheet

/// Fills in the forms and writes them.
struct FormWork {
    let press: FormPress
    let board: Board
    let names: FacilityNames
    let facility: RecordView?
    let reference: ReferenceData?
    let formats: [String]
    let plan: PrivateFolder.Plan
    let table: SheetTable?
    let progress: FormProgress

    /// A file a form; those that are whole already stay.
    func make(into folder: PrivateFolder) throws(FileError) -> FormCommand.Failure? {
        let index = try self.index(in: folder)
        let failure = try forEachEntry { (number, row, entry) throws(FileError) in
            if let row, let entry { try index?.append(line(plan.name(number, formats[0]), row, entry)) }
            let names = formats.map { plan.name(number, $0) }
            var isThere = folder.isResumed
            for name in names where isThere { isThere = try folder.has(name) }
            if isThere { return nil }
            return try write(entry, ofRow: row) { (sheet) throws(FileError) in
                for (format, name) in zip(formats, names) {
                    try folder.write(format == ".html" ? sheet.html : sheet.text, to: name)
                }
            }
        }
        if let failure { return failure }
        try index?.finish()
        progress.clear()
        return nil
    }

    /// All forms on one page each of one file to be printed.
    func combine(into folder: PrivateFolder) throws(FileError) -> FormCommand.Failure? {
        guard case .success(let blank) = sheet(nil) else { return FormCommand.Failure(row: nil, code: .missingValue) }
        let beginning: [UInt8]
        do throws(FormError) {
            beginning = formats.contains(".html") ? try press.beginning(of: blank) : []
        } catch {
            return FormCommand.Failure(row: nil, code: error.code, file: FormPress.manySheets)
        }
        let index = try self.index(in: folder)
        var streams: [(format: String, stream: PrivateFolder.Stream)] = []
        for format in formats { streams.append((format, try folder.stream("combined" + format))) }
        for (format, stream) in streams where format == ".html" {
            try stream.append(beginning + Array("\n<main id=\"main\">\n".utf8))
        }
        let failure = try forEachEntry { (number, row, entry) throws(FileError) in
            if let row, let entry { try index?.append(line("\(number)", row, entry)) }
            return try write(entry, ofRow: row) { (sheet) throws(FileError) in
                for (format, stream) in streams {
                    if format == ".html" {
                        try stream.append(Self.sheetBegin + sheet.part(number) + Self.sheetEnd)
                    } else {
                        // A printer begins a new page.
                        try stream.append((number > 1 ? [0x0C] : []) + sheet.text)
                    }
                }
            }
        }
        if let failure { return failure }
        for (format, stream) in streams {
            if format == ".html" { try stream.append(Array("</main>\n</body>\n</html>\n".utf8)) }
            try stream.finish()
        }
        try index?.finish()
        progress.clear()
        return nil
    }

    private static let sheetBegin = Array("<div class=\"sheet\">\n".utf8)
    /// What numbers the pages of a sheet that takes several, by the style sheet: a browser alone knows how many.
    private static let sheetEnd = Array(
        "<div class=\"sheet-pages\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></div>\n</div>\n".utf8)

    /// Goes through the roster's rows with what they fill in; through none once where there is no roster. Numbers count from 1.
    private func forEachEntry(
        _ body: (_ number: Int, _ row: SheetTable.Row?, _ entry: Entry?) throws(FileError) -> FormCommand.Failure?
    ) throws(FileError) -> FormCommand.Failure? {
        guard let table else { return try body(1, nil, nil) }
        for (place, row) in table.rows.enumerated() {
            if let failure = try body(place + 1, row, entry(of: row)) { return failure }
            progress.note(place + 1)
        }
        return nil
    }

    /// Makes a form and hands it on.
    private func write(
        _ entry: Entry?, ofRow row: SheetTable.Row?, _ body: (FormPress.Sheet) throws(FileError) -> Void
    ) throws(FileError) -> FormCommand.Failure? {
        switch sheet(entry) {
        case .failure(let error): return FormCommand.Failure(row: row?.number, code: error.code)
        case .success(let sheet):
            progress.note(sheet, ofRow: row?.number)
            try body(sheet)
            return nil
        }
    }

    private func index(in folder: PrivateFolder) throws(FileError) -> PrivateFolder.Stream? {
        guard table != nil else { return nil }
        let index = try folder.stream(FormCommand.index)
        try index.append(header)
        return index
    }

    /// What a row fills in, and the facility of the list that it names.
    private struct Entry {
        let request: RecordView?
        let facility: RecordView?
    }

    private func entry(of row: SheetTable.Row) -> Entry {
        let request = RequestReading.request(FormCommand.texts(row, board), of: board.schema, reference)
        let named = request?.text(FormRequest.facilityName).flatMap { names.facility(named: $0) }
        return Entry(
            request: request, facility: named ?? (request?.text(FormRequest.facilityName) == nil ? facility : nil))
    }

    private func sheet(_ entry: Entry?) -> Result<FormPress.Sheet, FormError> {
        do {
            return .success(try press.sheet(entry?.request, facility: entry == nil ? facility : entry?.facility))
        } catch {
            return .failure(error)
        }
    }

    // MARK: The clerk's index

    private static let columns: [any DeclaredField] = [
        FormRequest.pupilSchool, FormRequest.pupilYear, FormRequest.pupilClass, FormRequest.pupilName,
    ]

    private var header: [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.beginFile(&bytes)
        CSVWriter.append(
            ["様式", "名簿の行", FormRequest.facilityName.declaration.label.ja] + Self.columns.map(\.declaration.label.ja),
            to: &bytes)
        return bytes
    }

    private func line(_ name: String, _ row: SheetTable.Row, _ entry: Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        let facility = entry.facility?.text(Facility.name) ?? entry.request?.text(FormRequest.facilityName) ?? ""
        let texts = Self.columns.map { entry.request?.text($0) ?? "" }
        CSVWriter.append([name, "\(row.number)", facility] + texts, to: &bytes)
        return bytes
    }
}
