import Bytes
import Diagnostics
import Japanese

/// A committee, a section or a centre that a board's data name in two ways: 総合教育センター beside 教育総合センター, 文教委員会 beside
/// 文教常任委員会, a section that ends in 科.
enum OfficeNamesCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let named = mentions(in: board)
        return turnedAbout(named) + committees(named) + sections(board, named)
    }

    // MARK: Mentions

    /// A name where it stands first, and how often it does.
    private struct Mention {
        let name: [Unicode.Scalar]
        let order: Int
        let place: Diagnostic.Place?
        var count = 1

        var text: String { String(scalars: name) }
    }

    private static let endings = ["委員会", "センター", "窓口", "課", "科"].map { Array($0.unicodeScalars) }
    /// What a text has that is looked at.
    private static let signs = ["委員会", "センター", "窓口", "課", "科"].map { Array($0.utf8) }
    private static let lasts = ScalarSet("会ー口課科".unicodeScalars)

    private static func mentions(in board: Board) -> [Mention] {
        var found: [[Unicode.Scalar]: Mention] = [:]
        for file in board.filesInOrder {
            file.forEachText { value, _, _ in
                guard file.withText(of: value, { text in signs.contains { text.firstIndex(of: $0.span) != nil } })
                else {
                    return
                }
                let text = Array((file.text(value) ?? "").unicodeScalars)
                for name in names(in: text) {
                    if found[name] == nil {
                        found[name] = Mention(name: name, order: found.count, place: file.place(of: value))
                    } else {
                        found[name]?.count += 1
                    }
                }
            }
        }
        return found.values.sorted { $0.order < $1.order }
    }

    /// Words of kanji and katakana that end as the names of offices do.
    private static func names(in text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        text.indices.compactMap { last in
            guard lasts.contains(text[last]),
                last + 1 == text.count || !isOfName(text[last + 1]) || text[last + 1] == "内",
                let ending = endings.first(where: { text[...last].suffix($0.count).elementsEqual($0) })
            else { return nil }
            let start = text[...last].lastIndex { !isOfName($0) }.map { $0 + 1 } ?? 0
            return last + 1 - start >= ending.count + 2 && last + 1 - start <= 40 ? Array(text[start...last]) : nil
        }
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isKanji || scalar.isKatakana || scalar == "・" || scalar == "ー"
    }

    // MARK: Rules

    /// Two names of the same letters: their parts have changed places.
    private static func turnedAbout(_ named: [Mention]) -> [Diagnostic] {
        var known: [[Unicode.Scalar]: Mention] = [:]
        return named.compactMap { mention in
            guard mention.name.count >= 6 else { return nil }
            let key = mention.name.sorted()
            guard let other = known[key] else {
                known[key] = mention
                return nil
            }
            return finding(mention, other)
        }
    }

    private static let committee = Array("委員会".unicodeScalars)
    private static let kinds = ["常任", "特別"].map { Array($0.unicodeScalars) }

    /// 文教常任委員会 without its kind, or with one letter of it otherwise.
    private static func committees(_ named: [Mention]) -> [Diagnostic] {
        let all = named.filter { $0.name.suffix(3).elementsEqual(committee) }
        let whole = all.compactMap { mention in
            kinds.first { mention.name.dropLast(3).suffix(2).elementsEqual($0) && mention.name.count >= 7 }
                .map { (mention, subject: Array(mention.name.dropLast(5)), kind: $0) }
        }
        return whole.flatMap { mention, subject, kind in
            all.compactMap { other in
                let rest = other.name.dropLast(3)
                // 教育委員会 is none of a council's.
                guard rest.starts(with: subject), !subject.suffix(2).elementsEqual("教育".unicodeScalars),
                    case let written = rest.dropFirst(subject.count),
                    written.isEmpty
                        || written.count == 2 && !kinds.contains(Array(written))
                            && zip(written, kind).contains(where: ==)
                else { return nil }
                return finding(other, mention)
            }
        }
    }

    private static let fields = [
        "支援", "相談", "教育", "指導", "総務", "学務", "振興", "推進", "青少年", "人権", "施設", "学習", "保健", "企画", "政策", "学校",
    ]

    /// 教育支援科: a board's offices are 課, and 科 is a hospital's or a school's.
    private static func sections(_ board: Board, _ named: [Mention]) -> [Diagnostic] {
        let known = named.filter { $0.name.last == "課" }
        let twins = named.compactMap { mention -> Diagnostic? in
            guard mention.name.last == "科",
                let other = known.first(where: { $0.name.dropLast() == mention.name.dropLast() })
            else { return nil }
            return finding(mention, other)
        }
        guard twins.isEmpty, let record = board.record, let section = record.text(BoardRecord.section),
            section.hasSuffix("科"), fields.contains(where: section.dropLast().hasSuffix)
        else { return twins }
        return [
            record.report(
                .nearName, BoardRecord.section, severity: .warning,
                Phrase(ja: "担当課「\(section)」が「科」で終わっています", en: "the section \"\(section)\" ends in 科, not in 課"),
                help: Phrase(
                    ja: "「\(section.dropLast())課」ではありませんか。そのとおりの名称なら、認めることができます",
                    en: "did you mean \(section.dropLast())課? Where it is called so, it can be allowed"))
        ]
    }

    /// Told of the one that stands fewer times, or later.
    private static func finding(_ one: Mention, _ other: Mention) -> Diagnostic {
        let isOther = (other.count, -other.order) < (one.count, -one.order)
        let (odd, usual) = isOther ? (other, one) : (one, other)
        return .nearName(
            at: odd.place,
            Phrase(
                ja: "「\(odd.text)」と「\(usual.text)」は、同じものの名称のようです",
                en: "\"\(odd.text)\" and \"\(usual.text)\" seem to be names of the same"),
            usual: usual.place, Phrase(ja: "もう一つの名称です", en: "the other name"))
    }
}
