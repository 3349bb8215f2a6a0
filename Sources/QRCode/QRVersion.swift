/// The size of a symbol, 1 to 40 (§5.3.1).
public struct QRVersion: Hashable, Sendable {
    public let number: Int

    static let all = (1...40).map(QRVersion.init(number:))

    private init(number: Int) {
        self.number = number
    }

    /// The number of modules along each side.
    var size: Int { 17 + 4 * number }

    /// The rows, which are also the columns, in which alignment patterns have their centres (Annex E, table E.1).
    var alignmentCentres: [Int] { Self.alignmentCentres[number - 1] }

    /// From this version on, a symbol says which it is (§7.10).
    var hasVersionInformation: Bool { number >= 7 }

    /// The codewords that the modules left by the function patterns hold (table 1).
    var codewordCount: Int {
        let finders = 3 * 8 * 8
        let timing = 2 * (size - 16)
        let formats = 2 * 15 + 1
        let versions = hasVersionInformation ? 2 * 18 : 0
        let centres = alignmentCentres.count
        // Three of the crossings lie in finder patterns; of the others, those in a timing pattern share five modules with it.
        let alignments = centres == 0 ? 0 : (centres * centres - 3) * 25 - 2 * (centres - 2) * 5
        return (size * size - finders - timing - formats - versions - alignments) / 8
    }

    private static let alignmentCentres = [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34],
        [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58], [6, 34, 62],
        [6, 26, 46, 66], [6, 26, 48, 70], [6, 26, 50, 74], [6, 30, 54, 78], [6, 30, 56, 82], [6, 30, 58, 86],
        [6, 34, 62, 90],
        [6, 28, 50, 72, 94], [6, 26, 50, 74, 98], [6, 30, 54, 78, 102], [6, 28, 54, 80, 106], [6, 32, 58, 84, 110],
        [6, 30, 58, 86, 114], [6, 34, 62, 90, 118],
        [6, 26, 50, 74, 98, 122], [6, 30, 54, 78, 102, 126], [6, 26, 52, 78, 104, 130], [6, 30, 56, 82, 108, 134],
        [6, 34, 60, 86, 112, 138], [6, 30, 58, 86, 114, 142], [6, 34, 62, 90, 118, 146],
        [6, 30, 54, 78, 102, 126, 150], [6, 24, 50, 76, 102, 128, 154], [6, 28, 54, 80, 106, 132, 158],
        [6, 32, 58, 84, 110, 136, 162], [6, 26, 54, 82, 110, 138, 166], [6, 30, 58, 86, 114, 142, 170],
    ]
}
