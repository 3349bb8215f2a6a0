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
        // Few findings are stronger than any other.
        let strong = reduce(into: Set<DiagnosticCode>()) { $0.formUnion($1.code.yields ?? []) }
        let places = Dictionary(
            grouping: indices.filter { strong.contains(self[$0].code) || self[$0].code.isToldOnce }
        ) { self[$0].place?.source.key }
        return indices.filter { index in
            let finding = self[index]
            guard let stronger = finding.code.yields, let place = finding.place else { return true }
            return !(places[place.source.key] ?? []).contains { other in
                let isSame = finding.code.isToldOnce && self[other].code == finding.code && other < index
                guard let beside = self[other].place else { return false }
                return isSame && beside.range.overlaps(place.range)
                    || stronger.contains(self[other].code) && touches(beside.range, place.range)
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
        case .wrongCitation: [.noticeNumber, .lookAlike, .decomposedCharacter, .dateOrder]
        case .misconversion, .nearName, .grammar, .officialSpelling, .mixedNumerals, .outdatedName:
            [
                .lookAlike, .doubledWord, .doubledParticle, .spaceInWord, .decomposedCharacter, .badCharacter,
                .halfwidthKatakana, .leftover,
            ]
        case .repeatedTitle: [.headingOrder, .headingCount]
        case .typedFigure: [.nonexistentDate]
        case .labelMismatch: [.danglingReference, .duplicateAnchor, .unknownName, .typedFigure]
        case .tableStructure: []
        default: nil
        }
    }

    /// Whether several checks may tell it of one place.
    fileprivate var isToldOnce: Bool { self == .labelMismatch || self == .tableStructure }
}
