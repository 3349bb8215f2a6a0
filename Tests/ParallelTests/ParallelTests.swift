import Testing

import Parallel

/// Work that is shared among threads comes back whole and in order.
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
}
