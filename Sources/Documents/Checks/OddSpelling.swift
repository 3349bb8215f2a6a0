import Diagnostics

/// Which of two spellings of one word is out of step.
struct OddSpelling {
    /// A place where a spelling stands.
    struct Occurrence {
        let place: Diagnostic.Place
        /// Whether it stands in a template that all boards share: there a board can mend nothing.
        let isShared: Bool
    }

    let odd: Diagnostic.Place
    let usual: Diagnostic.Place
    /// Whether it is the second spelling that is odd.
    let isSecond: Bool

    /// - Returns: nil where only one of the two stands.
    init?(_ first: [Occurrence], _ second: [Occurrence]) {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let (firstShared, secondShared) = (first.filter(\.isShared), second.filter(\.isShared))
        // What all boards share is what a board's own words follow; of two in it, the shared text is to be mended.
        let isNorm = (
            first: secondShared.isEmpty && !firstShared.isEmpty, second: firstShared.isEmpty && !secondShared.isEmpty
        )
        let hasBoth = !firstShared.isEmpty && !secondShared.isEmpty
        let (firsts, seconds) = hasBoth ? (firstShared, secondShared) : (first, second)
        // The rarer one is out of step; of two as frequent, the second.
        isSecond = isNorm.first || !isNorm.second && seconds.count <= firsts.count
        odd = (isSecond ? seconds : firsts)[0].place
        usual = (isSecond ? firsts : seconds)[0].place
    }
}
