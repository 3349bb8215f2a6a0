/// Writes a zip archive of stored members: the same members give the same bytes, as every time stamp is 1980-01-01.
struct ZipWriter {
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// - Parameter name: in ASCII.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = UInt32(output.count)
        let checksum = CRC32.of(content)
        // Version 2.0 is needed; no flags; stored; 0:00 on 1 January 1980; both sizes; no extra field.
        let common = [UInt16](
            [
                20, 0, 0, 0, 0x21, checksum.low, checksum.high, UInt32(content.count).low, UInt32(content.count).high,
                UInt32(content.count).low, UInt32(content.count).high, UInt16(name.utf8.count), 0,
            ])
        output.append(ZipDirectory.localSignature, common)
        output.append(contentsOf: name.utf8)
        output += content
        // Made by version 2.0 for FAT; no comment, first disk, no attributes.
        directory.append(ZipDirectory.entrySignature, [20] + common + [0, 0, 0, 0, 0, start.low, start.high])
        directory.append(contentsOf: name.utf8)
        count += 1
    }

    consuming func finish() -> [UInt8] {
        let (start, size) = (UInt32(output.count), UInt32(directory.count))
        output += directory
        output.append(
            ZipDirectory.endSignature, [0, 0, count, count, size.low, size.high, start.low, start.high, 0])
        return output
    }
}

extension UInt32 {
    fileprivate var low: UInt16 { UInt16(truncatingIfNeeded: self) }
    fileprivate var high: UInt16 { UInt16(self >> 16) }
}

extension [UInt8] {
    fileprivate mutating func append(_ signature: UInt32, _ fields: [UInt16]) {
        for half in [signature.low, signature.high] + fields {
            append(UInt8(truncatingIfNeeded: half))
            append(UInt8(half >> 8))
        }
    }
}
