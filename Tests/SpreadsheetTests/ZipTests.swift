import OpenPackaging
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct ZipTests {
    private static let a = HandmadeZip.Member(name: "a", content: Array("hello".utf8))

    private func open(_ zip: HandmadeZip, _ name: String = "a") throws -> [UInt8]? {
        var archive = try ZipArchive(zip.bytes)
        return try archive.read(name)
    }

    @Test func readsStoredMembers() throws {
        #expect(try open(HandmadeZip([Self.a])) == Array("hello".utf8))
        #expect(try open(HandmadeZip([Self.a]), "A") == Array("hello".utf8))
        #expect(try open(HandmadeZip([Self.a]), "b") == nil)
        var zip = HandmadeZip([Self.a])
        zip.comment = Array("PK\u{5}\u{6} is the end's signature".utf8)
        #expect(try open(zip) == Array("hello".utf8))
    }

    @Test("Sizes may stand behind a member, or in the fields of zip64, as in what Apache POI streams")
    func readsStreamedArchives() throws {
        var zip = HandmadeZip([Self.a, HandmadeZip.Member(name: "b", content: Array("you".utf8))])
        zip.isLarge = true
        #expect(try open(zip) == Array("hello".utf8))
        #expect(try open(zip, "b") == Array("you".utf8))
        var member = Self.a
        (member.flags, member.localSize) = (8, 0)
        #expect(try open(HandmadeZip([member])) == Array("hello".utf8))
    }

    @Test func readsWhatItWrites() throws {
        var writer = ZipWriter()
        writer.add("a/b.xml", [1, 2, 3])
        writer.add("c", [])
        var archive = try ZipArchive(writer.finish())
        #expect(try archive.read("a/b.xml") == [1, 2, 3])
        #expect(try archive.read("c") == [])
    }

    @Test func expandsDeflatedMembers() throws {
        let (bytes, size) = deflatedZeros(copies: 1000)
        let zeros = [UInt8](repeating: 0, count: size)
        var member = HandmadeZip.Member(name: "a", content: bytes, method: 8)
        (member.size, member.checksum) = (UInt32(size), CRC32.of(zeros))
        #expect(try open(HandmadeZip([member])) == zeros)
        // One byte more or fewer than it says.
        for lie in [size - 1, size + 1, 0, 0xFFFF_FF00] {
            member.size = UInt32(lie)
            let expected: SpreadsheetError =
                lie > 64 << 20 ? .expandsTooFar(part: "a", limit: 64 << 20) : .damagedArchive(.stream, part: "a")
            #expect(throws: expected) { try open(HandmadeZip([member])) }
        }
    }

    @Test("A gigabyte of zeros is refused by its size, or where its size is a lie, before it is made")
    func stopsBombs() throws {
        let (bytes, size) = deflatedZeros(copies: 1 << 22)
        #expect(size > 1 << 30)
        var member = HandmadeZip.Member(name: "a", content: bytes, method: 8, size: UInt32(size), checksum: 0)
        #expect(throws: SpreadsheetError.expandsTooFar(part: "a", limit: 64 << 20)) { try open(HandmadeZip([member])) }
        member.size = 1000
        #expect(throws: SpreadsheetError.damagedArchive(.stream, part: "a")) { try open(HandmadeZip([member])) }
    }

    @Test func countsWhatIsReadInAll() throws {
        let zip = HandmadeZip([("a", String(repeating: "x", count: 5000)), ("b", String(repeating: "x", count: 5000))])
        var archive = try ZipArchive(zip.bytes, allowance: ZipArchive.Allowance(member: 6000, total: 9999))
        #expect(try archive.read("a")?.count == 5000)
        #expect(throws: SpreadsheetError.expandsTooFar(part: "b", limit: 9999)) { try archive.read("b") }
    }

    private static func changed(_ change: (inout HandmadeZip.Member) -> Void) -> HandmadeZip {
        var member = a
        change(&member)
        return HandmadeZip([member])
    }

    private static func changed(_ change: (inout HandmadeZip) -> Void) -> HandmadeZip {
        var zip = HandmadeZip([a])
        change(&zip)
        return zip
    }

    @Test(arguments: [
        (changed { $0.checksum = 1 }, SpreadsheetError.damagedArchive(.checksum, part: "a")),
        (changed { $0.size = 4 }, .damagedArchive(.size, part: "a")),
        (changed { $0.localSize = 4 }, .damagedArchive(.size, part: "a")),
        (changed { $0.localName = "b" }, .damagedArchive(.directory, part: "a")),
        (changed { $0.start = 1 }, .damagedArchive(.directory, part: "a")),
        (changed { $0.start = 0xFFFF_0000 }, .damagedArchive(.directory, part: "a")),
        (changed { $0.start = 0xFFFF_FFFF }, .damagedArchive(.directory, part: "a")),
        (changed { $0.flags = 1 }, .unsupportedArchive(.encryption)),
        (changed { $0.method = 12 }, .unsupportedArchive(.compression)),
        (changed { $0.name = "../a" }, .damagedArchive(.unsafeName, part: "../a")),
        (changed { $0.name = "/a" }, .damagedArchive(.unsafeName, part: "/a")),
        (changed { $0.name = "a\0" }, .damagedArchive(.unsafeName, part: "a\0")),
        (changed { $0.name = "a\\b" }, .damagedArchive(.unsafeName, part: "a\\b")),
        (changed { $0.name = "" }, .damagedArchive(.unsafeName, part: "")),
        (changed { $0.entryCount = 2 }, .damagedArchive(.directory, part: nil)),
        (changed { $0.entryCount = 0 }, .damagedArchive(.directory, part: nil)),
        (changed { $0.entryCount = 0xFFFF }, .damagedArchive(.directory, part: nil)),
        (
            changed {
                $0.isLarge = true
                $0.entryCount = 2
            }, .damagedArchive(.directory, part: nil)
        ),
        (changed { $0.directorySize = 1 }, .damagedArchive(.directory, part: nil)),
        (changed { $0.disk = 1 }, .unsupportedArchive(.severalDisks)),
        (changed { $0.prefix = [0x50, 0x4B, 3, 4] }, .damagedArchive(.directory, part: nil)),
        (HandmadeZip([a, a]), .damagedArchive(.duplicateName, part: "a")),
        (HandmadeZip([("a", ""), ("A", "")]), .damagedArchive(.duplicateName, part: "A")),
    ])
    func refuses(zip: HandmadeZip, error: SpreadsheetError) {
        #expect(throws: error) { try open(zip) }
    }

    @Test func refusesMembersThatShareBytes() {
        // The second member's header lies in the first one's content.
        let inner = HandmadeZip([("b", "x")]).bytes
        let outer = HandmadeZip.Member(name: "a", content: inner)
        let shared = HandmadeZip.Member(name: "b", content: Array("x".utf8), start: 31)
        #expect(throws: SpreadsheetError.damagedArchive(.overlap, part: "b")) {
            try open(HandmadeZip([outer, shared]))
        }
    }

    @Test("Any byte changed, with and without zip64: an error, or the same content", arguments: [false, true])
    func survivesDamage(isLarge: Bool) {
        var zip = HandmadeZip([Self.a])
        zip.isLarge = isLarge
        let bytes = zip.bytes
        for place in bytes.indices {
            for byte in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[place] = byte
                guard var archive = try? ZipArchive(damaged), let content = try? archive.read("a") else { continue }
                #expect(content == Array("hello".utf8))
            }
        }
    }

    @Test func refusesWhatBreaksOff() {
        let bytes = HandmadeZip([Self.a]).bytes
        for length in 4..<bytes.count {
            #expect(throws: SpreadsheetError.truncatedArchive) { try SpreadsheetReader.read(Array(bytes[..<length])) }
        }
    }
}
