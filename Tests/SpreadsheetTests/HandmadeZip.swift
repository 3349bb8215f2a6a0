import OpenPackaging

@testable import Spreadsheet

/// A zip archive made byte by byte, so that it can lie.
struct HandmadeZip {
    struct Member {
        var name: String
        var content: [UInt8]
        var method: UInt16 = 0
        var flags: UInt16 = 0
        var size: UInt32?
        var checksum: UInt32?
        /// Where the directory says it begins.
        var start: UInt32?
        /// The name in the member's own header.
        var localName: String?
        /// The size in the member's own header.
        var localSize: UInt32?
    }

    var members: [Member] = []
    var entryCount: UInt16?
    var directorySize: UInt32?
    var disk: UInt16 = 0
    var comment: [UInt8] = []
    var prefix: [UInt8] = []
    /// Whether sizes and places are in the fields of zip64.
    var isLarge = false

    init(_ members: [Member]) { self.members = members }

    init(_ parts: [(String, String)]) {
        members = parts.map { Member(name: $0.0, content: Array($0.1.utf8)) }
    }

    var bytes: [UInt8] {
        var (output, directory) = (prefix, [] as [UInt8])
        for member in members {
            let start = member.start ?? UInt32(output.count - prefix.count)
            let size = member.size ?? UInt32(member.content.count)
            let checksum = member.checksum ?? CRC32.of(member.content)
            let local = Array((member.localName ?? member.name).utf8)
            let packed = UInt32(member.content.count)
            let extra = isLarge ? le(1, 16) + long(size) + long(packed) : []
            let common = le(member.flags, member.method, 0, 0x21) + le(checksum)
            output += [0x50, 0x4B, 3, 4] + le(20 as UInt16) + common
            output += isLarge ? le(UInt32.max) + le(UInt32.max) : le(packed) + le(member.localSize ?? size)
            output += le(UInt16(local.count), UInt16(extra.count)) + local + extra + member.content

            let fields = isLarge ? le(9, 2, 7, 1, 24) + extra[4...] + long(start) : []
            directory += [0x50, 0x4B, 1, 2] + le(20, 20) + common
            directory += isLarge ? le(UInt32.max) + le(UInt32.max) : le(packed) + le(size)
            directory += le(UInt16(member.name.utf8.count), UInt16(fields.count), 0, 0, 0, 0, 0)
            directory += (isLarge ? le(UInt32.max) : le(start)) + Array(member.name.utf8) + fields
        }
        let end = UInt32(output.count - prefix.count)
        let count = entryCount ?? UInt16(members.count)
        output += directory
        if isLarge {
            let record = UInt32(output.count)
            output +=
                [0x50, 0x4B, 6, 6] + long(44) + le(45, 45, 0, 0, 0, 0) + long(UInt32(count)) + long(UInt32(count))
            output += long(UInt32(directory.count)) + long(end)
            output += [0x50, 0x4B, 6, 7] + le(0, 0) + long(record) + le(1, 0)
        }
        output += [0x50, 0x4B, 5, 6] + le(disk, disk) + (isLarge ? le(UInt16.max, UInt16.max) : le(count, count))
        output += isLarge ? le(UInt32.max) + le(UInt32.max) : le(directorySize ?? UInt32(directory.count)) + le(end)
        return output + le(UInt16(comment.count)) + comment
    }

    private func long(_ value: UInt32) -> [UInt8] { le(value) + le(0, 0) }
    private func le(_ values: UInt16...) -> [UInt8] { values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    private func le(_ value: UInt32) -> [UInt8] { le(UInt16(value & 0xFFFF), UInt16(value >> 16)) }
}

/// Deflated zeros: a block of the fixed code with so many copies of 258 bytes, behind one literal.
func deflatedZeros(copies: Int) -> (bytes: [UInt8], size: Int) {
    var (bytes, bits, count) = ([] as [UInt8], 0, 0)
    func put(_ value: Int, _ width: Int) {
        bits |= value << count
        count += width
        while count >= 8 {
            bytes.append(UInt8(bits & 0xFF))
            (bits, count) = (bits >> 8, count - 8)
        }
    }
    put(0b011, 3)
    // The literal 0 is 00110000, read from its first bit.
    put(0b0000_1100, 8)
    // The length 258 is 11000101, the distance 1 is 00000.
    for _ in 0..<copies { put(0b1010_0011, 13) }
    put(0, 7)
    put(0, (8 - count) % 8)
    return (bytes, 1 + 258 * copies)
}

/// A workbook of the parts it needs, with a sheet's XML in it.
func workbook(
    sheet: String = "", strings: String? = nil, styles: String? = nil, properties: String = "",
    namespace: String = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    relationships: String = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    sheetTarget: String = "worksheets/sheet1.xml", more: [(String, String)] = []
) -> HandmadeZip {
    let list = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    func way(_ id: String, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(relationships)/\(type)\" Target=\"\(target)\"/>"
    }
    var parts = [
        ("_rels/.rels", list + way("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relationships)\"><workbookPr \(properties)/>"
                + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            list + way("s1", "worksheet", sheetTarget)
                + (strings == nil ? "" : way("s2", "sharedStrings", "/xl/strings.xml"))
                + (styles == nil ? "" : way("s3", "styles", "./styles.xml")) + "</Relationships>"
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(namespace)\">\(sheet)</worksheet>"),
    ]
    if let strings { parts.append(("xl/strings.xml", "<sst xmlns=\"\(namespace)\">\(strings)</sst>")) }
    if let styles { parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>")) }
    return HandmadeZip(parts + more)
}
