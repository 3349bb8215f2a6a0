import Files
import OpenPackaging
internal import Bytes
internal import Diagnostics

/// The members of a zip archive, by its central directory (PKWARE's APPNOTE.TXT), as far as OPC uses zip: stored or deflated, in one
/// file, without encryption.
///
/// The whole directory is checked when the archive is opened; a member's bytes when they are asked for.
struct ZipArchive {
    struct Member {
        let name: String
        let isDeflated: Bool
        let checksum: UInt32
        /// Bytes when it is expanded, as the archive says.
        let size: Int
        /// Where its bytes lie, as they are packed.
        let range: Range<Int>
    }

    /// How many bytes may come out.
    struct Allowance {
        var member = Limits.workbookPart
        var total = Limits.workbookParts
    }

    private let bytes: [UInt8]
    private let allowance: Allowance
    private var expanded = 0
    /// By name in lower case: OPC tells no cases apart (ECMA-376-2 §6.2.2.3).
    private let members: [String: Member]

    init(_ bytes: [UInt8], allowance: Allowance = Allowance()) throws(SpreadsheetError) {
        self.bytes = bytes
        self.allowance = allowance
        var directory = try ZipDirectory(bytes)
        members = try directory.read()
    }

    func contains(_ name: String) -> Bool { members[name.lowercased()] != nil }

    /// A member's bytes, expanded; nil where there is none of that name.
    mutating func read(_ name: String) throws(SpreadsheetError) -> [UInt8]? {
        guard let member = members[name.lowercased()] else { return nil }
        // Refused by what it says of itself, before memory is taken; that it says the truth is seen while it is expanded.
        guard member.size <= allowance.member else { throw .expandsTooFar(part: name, limit: allowance.member) }
        // Small ones cost something too, and may be asked for often.
        expanded += max(member.size, 4096)
        guard expanded <= allowance.total else { throw .expandsTooFar(part: name, limit: allowance.total) }
        let content: [UInt8]
        if member.isDeflated {
            guard let inflated = Inflate.expand(bytes, member.range, size: member.size) else {
                throw .damagedArchive(.stream, part: member.name)
            }
            content = inflated
        } else {
            guard member.range.count == member.size else { throw .damagedArchive(.size, part: member.name) }
            content = Array(bytes[member.range])
        }
        guard CRC32.of(content) == member.checksum else { throw .damagedArchive(.checksum, part: member.name) }
        return content
    }
}
