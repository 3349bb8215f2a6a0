import Diagnostics
import Documents
import Files
import Proofreading
import Records

extension [Diagnostic] {
    /// One cause, one finding: of two rules that doubt the same characters the one that knows more is heard.
    var oneForEachCause: [Diagnostic] {
        guard contains(where: { $0.code.yields != nil }) else { return self }
        return filter { finding in
            guard let stronger = finding.code.yields, let place = finding.place else { return true }
            return !contains { other in
                stronger.contains(other.code)
                    && other.place.map { $0.source.key == place.source.key && touches($0.range, place.range) } ?? false
            }
        }
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
        default: nil
        }
    }
}
