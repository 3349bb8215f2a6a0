import Spreadsheet

/// Any bytes are refused or read; so are they as a part of a workbook. What is read can be written, and is the same when it is read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpreadsheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    check(bytes)
    guard let kind = bytes.first else { return 0 }
    let parts = [
        "xl/sheet.xml", "xl/workbook.xml", "xl/styles.xml", "xl/strings.xml", "_rels/.rels", "xl/comments.xml",
    ]
    check(workbook(changing: parts[Int(kind) % parts.count], to: Array(bytes[1...])))
    return 0
}

private func check(_ bytes: [UInt8]) {
    guard let workbook = try? SpreadsheetReader.read(bytes) else { return }
    for sheet in workbook.sheets {
        let width = sheet.rows.flatMap(\.cells).map(\.address.column).max() ?? 0
        guard width < 100 else { continue }
        let rows = sheet.rows.map { row in (1...max(1, width)).map { row[column: $0]?.text ?? "" } }
        let table = OutputTable(
            name: sheet.name ?? "", columns: (0..<max(1, width)).map { .init("\($0)") }, rows: rows)
        let written = [CSVWriter.write(table), try? XLSXWriter.write([table])].compactMap(\.self)
        for bytes in written {
            guard let again = try? SpreadsheetReader.read(bytes) else {
                preconditionFailure("what it writes is refused")
            }
            let texts = again.sheets[0].rows.dropFirst().flatMap(\.cells).map(\.text)
            precondition(texts == rows.joined().filter { !$0.isEmpty }, "the texts have changed")
        }
    }
}

/// A small workbook, one part of which is the input: its checksums are right, so that the input is looked at.
private func workbook(changing part: String, to content: [UInt8]) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func ways(_ all: [(String, String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(types)/\($0.0)\" Target=\"\($0.1)\"/>" }.joined()
            + "</Relationships>"
    }
    let parts = [
        ("_rels/.rels", ways([("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><sheets><sheet name=\"s\" r:id=\"worksheet\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            ways([("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("sharedStrings", "strings.xml")])
        ), ("xl/_rels/sheet.xml.rels", ways([("comments", "comments.xml")])),
        ("xl/comments.xml", "<comments xmlns=\"\(main)\"/>"),
        ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        ("xl/strings.xml", "<sst xmlns=\"\(main)\"><si><t>a</t></si></sst>"),
        (
            "xl/sheet.xml",
            "<worksheet xmlns=\"\(main)\"><sheetData><row><c><v>1</v></c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        ),
    ]
    return zip(parts.map { ($0.0, $0.0 == part ? content : Array($0.1.utf8)) })
}

private func zip(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    func le(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (output, directory) = ([] as [UInt8], [] as [UInt8])
    for (name, content) in members {
        let sizes = le(checksum(content), 4) + le(content.count, 4) + le(content.count, 4) + le(name.utf8.count, 4)
        directory +=
            [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sizes + le(0, 10) + le(output.count, 4)
        directory += Array(name.utf8)
        output += [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sizes + Array(name.utf8) + content
    }
    let count = le(members.count, 2)
    return output + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + le(directory.count, 4)
        + le(output.count, 4)
        + [0, 0]
}

private func checksum(_ bytes: [UInt8]) -> Int {
    var rest = ~UInt32(0)
    for byte in bytes {
        rest ^= UInt32(byte)
        for _ in 0..<8 { rest = rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
    }
    return Int(~rest)
}
