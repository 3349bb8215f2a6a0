import OpenPackaging

/// Reads the central directory of an archive and holds it to what lies where it says (APPNOTE.TXT §4.3).
struct ZipDirectory {
    private let bytes: [UInt8]
    /// Where the next entry begins.
    private var index: Int
    private let range: Range<Int>
    private let count: Int

    private static let endSize = 22

    /// Finds the end record (§4.3.16), which stands before a comment of at most 65,535 bytes.
    init(_ bytes: [UInt8]) throws(SpreadsheetError) {
        self.bytes = bytes
        var found: Int?
        var place = bytes.count - Self.endSize
        while place >= max(0, bytes.count - Self.endSize - 0xFFFF), found == nil {
            if bytes.word(place) == ZipSignature.end, place + Self.endSize + bytes.half(place + 20) == bytes.count {
                found = place
            }
            place -= 1
        }
        guard let end = found else { throw .truncatedArchive }
        guard bytes.half(end + 4) == 0, bytes.half(end + 6) == 0, bytes.half(end + 8) == bytes.half(end + 10) else {
            throw .unsupportedArchive(.severalDisks)
        }
        if let large = try Zip64(bytes, end: end) {
            (count, range) = large.directory
        } else {
            let (size, start) = (Int(bytes.word(end + 12)), Int(bytes.word(end + 16)))
            // Bytes before the archive would shift every place in it.
            guard start + size == end else { throw .damagedArchive(.directory, part: nil) }
            (count, range) = (bytes.half(end + 10), start..<end)
        }
        index = range.lowerBound
    }

    /// The members, by name in lower case.
    mutating func read() throws(SpreadsheetError) -> [String: ZipArchive.Member] {
        var members: [String: ZipArchive.Member] = [:]
        var extents: [(range: Range<Int>, name: String)] = []
        for _ in 0..<count {
            let (member, extent) = try readEntry()
            guard members.updateValue(member, forKey: member.name.lowercased()) == nil else {
                throw .damagedArchive(.duplicateName, part: member.name)
            }
            extents.append((extent, member.name))
        }
        guard index == range.upperBound else { throw .damagedArchive(.directory, part: nil) }
        // Members that share bytes make much of little.
        extents.sort { $0.range.lowerBound < $1.range.lowerBound }
        for (one, next) in zip(extents, extents.dropFirst()) where one.range.upperBound > next.range.lowerBound {
            throw .damagedArchive(.overlap, part: next.name)
        }
        return members
    }

    /// An entry (§4.3.12), and where its member lies with its header.
    private mutating func readEntry() throws(SpreadsheetError) -> (ZipArchive.Member, extent: Range<Int>) {
        guard index + 46 <= range.upperBound, bytes.word(index) == ZipSignature.entry else {
            throw .damagedArchive(.directory, part: nil)
        }
        let entry = index
        let nameEnd = entry + 46 + bytes.half(entry + 28)
        index = nameEnd + bytes.half(entry + 30) + bytes.half(entry + 32)
        guard index <= range.upperBound else { throw .damagedArchive(.directory, part: nil) }
        let nameBytes = bytes[entry + 46..<nameEnd]
        let name = String(decoding: nameBytes, as: UTF8.self)
        guard Self.isSafe(nameBytes) else { throw .damagedArchive(.unsafeName, part: name) }

        let (flags, method) = (bytes.half(entry + 8), bytes.half(entry + 10))
        // Bit 0 encrypts the member, bit 6 strongly, bit 13 the directory (§4.4.4).
        guard flags & 0x2041 == 0 else { throw .unsupportedArchive(.encryption) }
        guard method == 0 || method == 8 else { throw .unsupportedArchive(.compression) }
        var (packed, size, start) = (
            Int(bytes.word(entry + 20)), Int(bytes.word(entry + 24)), Int(bytes.word(entry + 42))
        )
        var extra = Zip64.Fields(bytes, nameEnd..<nameEnd + bytes.half(entry + 30))
        guard extra.replace(&size), extra.replace(&packed), extra.replace(&start) else {
            throw .damagedArchive(.directory, part: name)
        }
        guard bytes.half(entry + 34) == 0 else { throw .unsupportedArchive(.severalDisks) }

        // The member's own header (§4.3.7) has to say the same.
        guard start + 30 <= range.lowerBound, bytes.word(start) == ZipSignature.local,
            bytes.half(start + 8) == method, bytes.half(start + 26) == nameBytes.count
        else { throw .damagedArchive(.directory, part: name) }
        let contentStart = start + 30 + nameBytes.count + bytes.half(start + 28)
        guard contentStart + packed <= range.lowerBound, bytes[start + 30..<start + 30 + nameBytes.count] == nameBytes
        else {
            throw .damagedArchive(.directory, part: name)
        }
        // With bit 3 its sizes stand behind it, and large ones among its extra fields.
        let hasSizes = bytes.half(start + 6) & 8 == 0
        let (ownPacked, ownSize) = (Int(bytes.word(start + 18)), Int(bytes.word(start + 22)))
        guard !hasSizes || [packed, Zip64.mark].contains(ownPacked) && [size, Zip64.mark].contains(ownSize) else {
            throw .damagedArchive(.size, part: name)
        }
        let content = contentStart..<contentStart + packed
        return (
            ZipArchive.Member(
                name: name, isDeflated: method == 8, checksum: bytes.word(entry + 16), size: size, range: content),
            start..<content.upperBound
        )
    }

    /// Whether a name stays in the archive: nothing is ever written by it, but an archive made so is made in malice.
    private static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.first != UInt8(ascii: "/") && !name.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
            && name.split(separator: UInt8(ascii: "/")).allSatisfy { !$0.elementsEqual("..".utf8) }
    }
}

extension [UInt8] {
    /// Two bytes, the lower first.
    func half(_ place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

    /// Four bytes, the lowest first.
    func word(_ place: Int) -> UInt32 {
        UInt32(half(place)) | UInt32(half(place + 2)) << 16
    }
}
