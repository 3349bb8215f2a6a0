import Bytes
import TestSupport
import Testing

@Suite struct RepeatedKeysTests {
    @Test("What a plain count finds", arguments: [0, 1, 2, 3, 10, 100, 5000], [1, 50, 1000, Int(UInt32.max)])
    func repeated(count: Int, values: Int) {
        var generator = SeededGenerator(seed: count + values)
        // Multiples of a power of two crowd into few places.
        for spread in [0, 20, 48] as [UInt64] {
            let keys = (0..<count).map { _ in generator.next() % UInt64(values) << spread }
            let counts = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }
            #expect(keys.repeated == Set(counts.keys))
        }
    }
}
