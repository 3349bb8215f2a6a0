import Testing

@testable import Parallel

/// Work that is shared among threads comes back whole and in order. Child processes are tried through the program, which
/// has no other threads.
@Suite struct ParallelTests {
    @Test("Results stand in the order of their items", arguments: [0, 1, 2, 7, 1000])
    func order(count: Int) {
        let items = Array(0..<count)
        let results = Parallel.map(items) { item in
            // The first items take longest.
            (0..<(count - item) * 100).reduce(item) { sum, _ in sum }
        }
        #expect(results == items)
    }

    @Test("What is known of some pieces is left out, wherever it ends", arguments: 0...10)
    func knownBytes(count: Int) {
        let bytes = Array(0..<10 as Range<UInt8>)
        for cut in 0...10 {
            var known = KnownBytes(count)
            let pieces = [bytes[..<cut], bytes[cut...]].compactMap { known.dropped(from: Array($0)) }
            #expect(Array(pieces.joined()) == Array(bytes[count...]))
            #expect(!pieces.contains([]))
        }
    }

    @Test func companion() {
        let companion = Companion.start { 42 }
        #expect((companion == nil) == (Parallel.processors == 1))
        #expect(companion.map { $0.wait() } != .some(nil))
    }
}
