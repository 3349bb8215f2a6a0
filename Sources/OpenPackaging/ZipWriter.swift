/// Writes a zip archive of stored members: the same members give the same bytes, as every time stamp is 1980-01-01.
public struct ZipWriter {
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    public init() {}

    /// - Parameter name: in ASCII.
    public mutating func add(_ name: String, _ content: [UInt8]) {
        let start = UInt32(output.count)
        let checksum = CRC32.of(content)
        // Version 2.0 is needed; no flags; stored; 0:00 on 1 January 1980; both sizes; no extra field.
        let common = [UInt16](
            [
                20, 0, 0, 0, 0x21, checksum.low, checksum.high, UInt32(content.count).low, UInt32(content.count).high,
                UInt32(content.count).low, UInt32(content.count).high, UInt16(name.utf8.count), 0,
            ])
        output.append(ZipSignature.local, common)
        output.append(contentsOf: name.utf8)
        output += content
        // Made by version 2.0 for FAT; no comment, first disk, no attributes.
        directory.append(ZipSignature.entry, [20] + common + [0, 0, 0, 0, 0, start.low, start.high])
        directory.append(contentsOf: name.utf8)
        count += 1
    }

    public consuming func finish() -> [UInt8] {
        let (start, size) = (UInt32(output.count), UInt32(directory.count))
        output += directory
        output.append(
            ZipSignature.end, [0, 0, count, count, size.low, size.high, start.low, start.high, 0])
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

/// What the records of an archive begin with (APPNOTE.TXT §4.3).
public enum ZipSignature {
    public static let local: UInt32 = 0x0403_4B50
    public static let entry: UInt32 = 0x0201_4B50
    public static let end: UInt32 = 0x0605_4B50
}
