import TestSupport
import Testing

@testable import Bytes

@Suite struct ByteBlockTests {
    /// The first place that a plain loop finds, for texts of all lengths round a block's.
    @Test(arguments: 0..<40)
    func findsWhatALoopFinds(length: Int) {
        var generator = SeededGenerator(seed: length)
        for _ in 0..<200 {
            // Neighbours of the byte sought, and those with its high bit, are the ones that go wrong.
            let bytes = (0..<length).map { _ in
                [0x25, 0x26, 0x27, 0xA6, 0x00, 0xFF][Int(generator.next() % 6)] as UInt8
            }
            let start = length == 0 ? 0 : Int(generator.next() % UInt64(length))
            #expect(bytes.span.firstIndex(of: 0x26, from: start) == bytes[start...].firstIndex(of: 0x26))
            // What would be found behind the end of a part is not.
            let part = bytes[..<start]
            #expect(bytes.span.extracting(..<start).firstIndex(of: 0x26) == part.firstIndex(of: 0x26))
            #expect(bytes.span.firstIndex { $0.less(than: 0x25) } == bytes.firstIndex { $0 < 0x25 })
            #expect(bytes.span.firstIndex { $0.equal(to: 0xA7, ignoring: 1) } == bytes.firstIndex { $0 | 1 == 0xA7 })
            #expect(bytes.span.firstIndex { $0.within(0x26...0xA6) } == bytes.firstIndex { (0x26...0xA6).contains($0) })
            guard length >= ByteBlock.count else { continue }
            let (block, lanes) = (bytes.span.block(at: 0), bytes[..<ByteBlock.count])
            #expect(block.less(than: 0x80).isEmpty == lanes.allSatisfy { $0 >= 0x80 })
            for byte in lanes {
                let (equal, less) = (block.equal(to: byte), block.less(than: byte))
                #expect((equal | less).first == lanes.firstIndex { $0 <= byte } ?? ByteBlock.count)
                #expect((equal & less).isEmpty)
                #expect((block.within(0...byte) ^ less).first == lanes.firstIndex(of: byte))
            }
        }
    }

    @Test(arguments: 0..<60)
    func findsAText(length: Int) {
        var generator = SeededGenerator(seed: length)
        for _ in 0..<200 {
            let bytes = (0..<length).map { _ in [0x61, 0x62, 0x60][Int(generator.next() % 3)] as UInt8 }
            let text = (0..<2 + Int(generator.next() % 4)).map { _ in [0x61, 0x62][Int(generator.next() % 2)] as UInt8 }
            let start = Int(generator.next() % UInt64(length + 1))
            let expected = bytes.indices.dropFirst(start).first { bytes[$0...].starts(with: text) }
            let found = bytes.span.firstIndex(of: text.span, from: start)
            #expect(found == expected)
        }
    }

    @Test func appendsAPart() {
        let bytes: [UInt8] = [1, 2, 3]
        var output: [UInt8] = [0]
        output.append(bytes.span.extracting(1..<3))
        output.append(bytes.span.extracting(0..<0))
        #expect(output == [0, 2, 3])
    }
}
