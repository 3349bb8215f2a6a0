import Bytes
import Diagnostics
import Files
import Japanese
import Records

/// Counts typed into a template that say another number than the data: 全13施設 over a list of twelve, 三か年 of an agreement of two years.
struct TypedCounts {
    private let facilities: Int
    private let prefectural: Int
    private let municipal: Int
    private let rising: Int?
    private let schema: Schema
    private let agreements: Set<Int>

    init(_ board: Board) {
        let root = board.files[.facilities]?.root
        func count(_ field: Field<RecordList>) -> Int { root?.records(field).count ?? 0 }
        facilities = count(FacilityLists.privateFacilities)
        (prefectural, municipal) = (count(FacilityLists.prefectural), count(FacilityLists.municipal))
        rising = board.files[.statistics]?.root[Statistics.national]?[Series.risingYears]
        agreements = Set(
            board.projects.compactMap { project in
                guard let period = project[Project.agreement], let from = period[Period.from],
                    let to = period[Period.to], from <= to
                else { return nil }
                return to.year - from.year + 1
            })
        schema = board.schema
    }

    func findings(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Diagnostic] {
        guard paragraph.scalars.contains(where: { $0 == "施" || $0 == "年" }) else { return [] }
        let text = paragraph.folded
        var findings: [Diagnostic] = []
        var index = 0
        while index < text.count {
            guard let (number, end) = Self.number(in: text, at: index) else {
                index += 1
                continue
            }
            if let right = right(number, index..<end, text, paragraph, source) {
                let unitEnd = end + Self.unit(behind: end, in: text)
                findings.append(
                    report(Diagnostic.Place(source, paragraph.range(index..<unitEnd)), right, typed: number))
            }
            index = end
        }
        return findings
    }

    /// The number that the data have, where a text has another.
    private func right(
        _ number: Int, _ range: Range<Int>, _ text: [Unicode.Scalar], _ paragraph: TemplateProse.Paragraph,
        _ source: SourceFile
    ) -> Int? {
        let behind = text[range.upperBound...]
        let before = text[..<range.lowerBound]
        func ends(_ words: [String]) -> Bool {
            words.contains { before.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
        }
        func begins(_ words: [String]) -> Bool { words.contains { behind.starts(with: $0.unicodeScalars) } }
        if begins(["施設"]) {
            let right: Int
            if ends(Self.listed) {
                // Right today, and not when the list changes.
                return facilities > 1 ? facilities : nil
            } else if ends(["民間施設(", "民間施設は", "民間施設は、", "民間の"]) {
                right = facilities
            } else if ends(["の"]), let owner = before.dropLast().last {
                let isBoth = before.suffix(14).contains("及")
                switch owner {
                case "県", "府", "都", "道": right = prefectural
                case "市", "区", "町", "村": right = isBoth ? prefectural + municipal : municipal
                default: return nil
                }
            } else {
                return nil
            }
            return right > 0 && right != number ? right : nil
        }
        if begins(["年連続", "年続けて", "年間連続"]), paragraph.scalars.contains(TemplateProse.tag) {
            return rising.flatMap { $0 != number && before.suffix(80).contains(TemplateProse.tag) ? $0 : nil }
        }
        guard begins(["か年", "カ年", "ヵ年", "ヶ年", "箇年", "年間"]), agreements.count == 1, let right = agreements.first,
            // Beside what the agreement's tags print.
            before.suffix(24).filter({ $0 == TemplateProse.tag }).count >= 2
                || before.suffix(24).contains(TemplateProse.tag) && begins(["か年の協定", "年間の協定"])
        else { return nil }
        let tags = text.indices.filter {
            text[$0] == TemplateProse.tag && $0 < range.lowerBound && range.lowerBound - $0 <= 24
        }
        let isOfAgreement = tags.contains { index in
            let bytes = source.bytes[paragraph.offsets[index]...].prefix(80)
            return String(decoding: bytes, as: UTF8.self).prefix { $0 != "}" }.contains("agreement")
        }
        return isOfAgreement && number != right ? right : nil
    }

    /// What stands before the number of all facilities listed.
    private static let listed = ["全", "次の", "以下の", "掲載する", "掲載している", "掲載した"]

    private static let units = ["施設", "年連続", "年続けて", "年間連続", "か年", "カ年", "ヵ年", "ヶ年", "箇年", "年間"]

    /// How long the unit behind a number is.
    private static func unit(behind end: Int, in text: [Unicode.Scalar]) -> Int {
        units.first { text[end...].starts(with: $0.unicodeScalars) }?.unicodeScalars.count ?? 0
    }

    private static func number(in text: [Unicode.Scalar], at start: Int) -> (number: Int, end: Int)? {
        if text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIDigit {
            let digits = text[start...].prefix(while: \.isASCIIDigit)
            return digits.count <= 4 ? Int(String(scalars: digits)).map { ($0, digits.endIndex) } : nil
        }
        guard let value = KanjiNumeral.value(text[start]), value > 0 else { return nil }
        return (value, start + 1)
    }

    private func report(_ place: Diagnostic.Place, _ right: Int, typed number: Int) -> Diagnostic {
        let written = place.source.text(place.range)
        return Diagnostic(
            .typedFigure, .warning, at: place,
            number == right
                ? Phrase(
                    ja: "「\(written)」は、データから数えられる数です。文章に直接書くと、データを直しても変わりません",
                    en: "\"\(written)\" can be counted in the data; typed into prose it does not change with them")
                : Phrase(
                    ja: "「\(written)」は、データでは\(right)です。文章に直接書くと、データを直しても変わりません",
                    en: "\"\(written)\" is \(right) by the data; typed into prose it does not change with it"),
            help: Phrase(ja: "データのタグに書き換えてください", en: "use the tag of the datum"))
    }
}
