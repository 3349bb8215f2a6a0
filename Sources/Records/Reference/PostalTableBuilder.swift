public import Diagnostics
public import Files
import Japanese

/// Builds the committed tables from Japan Post's CSV file (utf_ken_all.csv), or from a table of the same columns.
public enum PostalTableBuilder {
    public struct Tables: Sendable {
        public let codes: [UInt8]
        public let addresses: [UInt8]
        /// Rows read.
        public let count: Int
    }

    private struct Row: Hashable {
        let code: String
        let municipality: String
        let prefecture: String
        let city: String
        let town: String
        let kind: String

        var line: String { [code, municipality, prefecture, city, town, kind].joined(separator: "\t") }
    }

    /// - Parameters:
    ///   - offices: the present table, whose large offices are kept: the CSV file has towns alone.
    ///   - title: what the table says of itself, its date included.
    /// - Throws: the first line that is neither.
    public static func build(
        from source: SourceFile, offices: SourceFile?, title: String
    ) throws(ParseError) -> Tables {
        let bytes = source.bytes
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            // KEN_ALL.CSV is Shift_JIS.
            throw refusal(source, error.byteOffsets, Phrase(ja: "UTF-8のファイルではありません", en: "the file is not UTF-8"))
        }
        var rows = try rows(of: source)
        try refuseOther(source, rows, present: offices)
        if let offices, !rows.contains(where: { $0.kind == "office" }) {
            rows += try Self.rows(of: offices).filter { $0.kind == "office" }
        }
        let unique = Set(rows)
        let lines = sorted(unique.map(\.line))
        let municipalities = Municipality.all(
            unique.map { Municipality(code: $0.municipality, prefecture: $0.prefecture, name: $0.city) })
        let addresses = sorted(
            Set(
                unique.flatMap { row in
                    TownNames.names(in: row.town).map { town in
                        [row.municipality, FoldedAddress(town).text, row.code, row.kind].joined(separator: "\t")
                    }
                } + municipalities.map(\.line)))
        // Both bear the mark of what they were made from: of two tables of one month it tells whether they belong together.
        let edition = "\(title) \(mark(of: lines))\(format)"
        return Tables(codes: Self.bytes(edition, lines), addresses: Self.bytes(edition, addresses), count: rows.count)
    }

    /// Ends the title of tables that have these columns: others would be misread.
    static let format = "-2"

    /// FNV-1a of the lines, in hexadecimal digits.
    private static func mark(of lines: [String]) -> String {
        let hash = lines.reduce(14_695_981_039_346_656_037 as UInt64) { hash, line in
            line.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
        return String(hash, radix: 16)
    }

    /// A file that is another than it should be, or of which a part is missing: its encoding, its end, and what it counts of rows
    /// and municipalities beside the present table.
    private static func refuseOther(
        _ source: SourceFile, _ rows: [Row], present: SourceFile?
    ) throws(ParseError) {
        let end = source.bytes.count..<source.bytes.count
        guard source.bytes.last == 0x0A else {
            throw refusal(source, end, Phrase(ja: "ファイルが行の途中で終わっています", en: "the file ends within a line"))
        }
        guard let present else { return }
        let before = try Self.rows(of: present).filter { $0.kind == "area" }
        let now = rows.filter { $0.kind == "area" }
        // Towns come and go by the hundred a year, municipalities by the dozen.
        try compare(now.count, before.count, tolerance: 10, Phrase(ja: "行", en: "rows"), source)
        try compare(
            Set(now.map(\.municipality)).count, Set(before.map(\.municipality)).count, tolerance: 20,
            Phrase(ja: "市区町村", en: "municipalities"), source)
    }

    /// - Parameter tolerance: the part of one by which two numbers may differ.
    private static func compare(
        _ now: Int, _ before: Int, tolerance: Int, _ unit: Phrase, _ source: SourceFile
    ) throws(ParseError) {
        guard abs(now - before) * tolerance > before else { return }
        let last = max(0, source.bytes.count - 1)..<source.bytes.count
        throw refusal(
            source, last,
            Phrase(
                ja: "\(Numerals.grouped(now))\(unit.ja)で、今の表の\(Numerals.grouped(before))\(unit.ja)と大きく違います",
                en:
                    "it has \(Numerals.grouped(now)) \(unit.en), very unlike the \(Numerals.grouped(before)) of the present table"
            ))
    }

    private static func refusal(_ source: SourceFile, _ place: Range<Int>, _ summary: Phrase) -> ParseError {
        ParseError(
            Diagnostic(
                .referenceForm, at: Diagnostic.Place(source, place), summary,
                help: Phrase(
                    ja: "日本郵便の全国のファイル「utf_ken_all.csv」（UTF-8）をもう一度ダウンロードし、解凍して指定してください。表は元のままです",
                    en:
                        "download Japan Post's utf_ken_all.csv (UTF-8) of all the country again and unpack it; the tables are as they were"
                )))
    }

    private static func sorted(_ lines: some Sequence<String>) -> [String] {
        lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func bytes(_ title: String, _ lines: [String]) -> [UInt8] {
        var bytes = Array("# \(title)\n".utf8)
        for line in lines {
            bytes.append(contentsOf: line.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }

    private static func rows(of source: SourceFile) throws(ParseError) -> [Row] {
        var rows: [Row] = []
        var start = 0
        /// A town name in brackets may run over several lines.
        var openTown: (row: Row, town: String)?
        while start < source.bytes.count {
            let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
            let place = start..<end
            start = end + 1
            let line = source.text(place).trimmingLineEnd
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("postal_code\t") { continue }
            guard !line.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 }) else { throw malformed(source, place) }
            if line.contains("\t") {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard columns.count == 6, isCode(columns[0]), isMunicipality(columns[1], of: columns[2]) else {
                    throw malformed(source, place)
                }
                rows.append(
                    Row(
                        code: columns[0], municipality: columns[1], prefecture: columns[2], city: columns[3],
                        town: columns[4], kind: columns[5]))
                continue
            }
            let columns = csvColumns(line)
            guard columns.count == 15, isCode(columns[2]), isMunicipality(columns[0], of: columns[6]),
                !columns[7].isEmpty
            else { throw malformed(source, place) }
            let row = Row(
                code: columns[2], municipality: columns[0], prefecture: columns[6], city: columns[7], town: "",
                kind: "area")
            let town = (openTown?.town ?? "") + columns[8]
            if town.contains("（"), !town.contains("）") {
                openTown = (row, town)
                continue
            }
            openTown = nil
            rows.append(
                Row(
                    code: row.code, municipality: row.municipality, prefecture: row.prefecture, city: row.city,
                    town: townName(town), kind: "area"))
        }
        return rows
    }

    /// Japan Post writes what is not a name into the same column.
    private static func townName(_ text: String) -> String {
        if text == "以下に掲載がない場合" || TownNames.isRemark(text) || text.hasSuffix("一円") && text != "一円" { return "" }
        return String(text.prefix { $0 != "（" })
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 7 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// RFC 4180 without line breaks in fields, which the file does not have.
    private static func csvColumns(_ line: String) -> [String] {
        var columns: [String] = []
        var column = ""
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                columns.append(column)
                column = ""
            } else {
                column.append(character)
            }
        }
        return columns + [column]
    }

    /// Whether a municipality's code, without its check digit, is of a prefecture.
    private static func isMunicipality(_ code: String, of prefecture: String) -> Bool {
        guard code.utf8.count == 5, let number = Int(code), Prefecture.names.indices.contains(number / 1000 - 1) else {
            return false
        }
        return Prefecture.names[number / 1000 - 1] == prefecture
    }

    private static func malformed(_ source: SourceFile, _ place: Range<Int>) -> ParseError {
        refusal(source, place, Phrase(ja: "郵便番号データの行として読めません", en: "this is not a line of the postal code file"))
    }
}

extension String {
    fileprivate var trimmingLineEnd: String {
        hasSuffix("\r") || hasSuffix("\r\n") ? String(unicodeScalars.dropLast().map(Character.init)) : self
    }
}
