import Diagnostics
import Documents
import Files
import Proofreading
import Records

extension [Diagnostic] {
    /// One cause, one finding: of two rules that doubt the same characters the one that knows more is heard, and of two findings of a
    /// kind that are told of one place the first.
    var oneForEachCause: [Diagnostic] {
        guard contains(where: { $0.code.yields != nil }) else { return self }
        let places = Dictionary(grouping: indices.filter { self[$0].place != nil }) { self[$0].place?.source.key }
        return indices.filter { index in
            let finding = self[index]
            guard let stronger = finding.code.yields, let place = finding.place else { return true }
            return !(places[place.source.key] ?? []).contains { other in
                let isSame = finding.code.isToldOnce && self[other].code == finding.code && other < index
                return (isSame || stronger.contains(self[other].code))
                    && self[other].place.map { touches($0.range, place.range) } ?? false
            }
        }.map { self[$0] }
    }

    /// What stands beside a wrong character seems to be no word either.
    private func touches(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.lowerBound <= second.upperBound && second.lowerBound <= first.upperBound
    }
}

extension DiagnosticCode {
    /// What says more of the same characters.
    fileprivate var yields: Set<DiagnosticCode>? {
        switch self {
        case .mixedUsage: [.officialSpelling]
        case .wrongCitation: [.noticeNumber, .lookAlike, .decomposedCharacter]
        case .misconversion, .nearName, .grammar, .officialSpelling, .mixedNumerals, .outdatedName:
            [
                .lookAlike, .doubledWord, .doubledParticle, .spaceInWord, .decomposedCharacter, .badCharacter,
                .halfwidthKatakana, .leftover,
            ]
        case .repeatedTitle: [.headingOrder, .headingCount]
        case .typedFigure: [.nonexistentDate]
        case .labelMismatch: [.danglingReference, .unknownName, .typedFigure]
        case .tableStructure: []
        default: nil
        }
    }

    /// Whether several checks may tell it of one place.
    fileprivate var isToldOnce: Bool { self == .labelMismatch || self == .tableStructure }
}
