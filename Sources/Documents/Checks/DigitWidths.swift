package import Diagnostics
import Files
import Japanese
import Proofreading

extension DiagnosticCode {
    package static let mixedDigits = DiagnosticCode(
        "J011", canBeAllowed: true,
        meaning: (
            ja: "一つの文書の中に、全角の数字と半角の数字が混ざっています。",
            en: "Full-width and half-width digits are mixed in one document."
        ),
        reason: (
            ja: "体裁が乱れるだけでなく、検索で一方が見つかりません。",
            en: "It looks careless, and a search finds only one of the two."
        ),
        wrong: "<p>対象は、１年生から3年生までです。</p>",
        right: "<p>対象は、1年生から3年生までです。</p>")
}

/// Digits that a board's own templates have in another width than its house style's, and widths that are mixed in templates
/// which all boards share: those are printed in the house's width, whichever it is.
///
/// Where nothing of the board's own is typed in the house's width, it is the setting that is wrong, and it is reported once.
struct DigitWidths {
    /// What stands under one setting.
    private struct House {
        let setting: Diagnostic.Place?
        let width: HouseStyle.Digits
        /// By paragraph: one finding for each is enough.
        var wrong: [[Diagnostic.Place]] = []
        var rightCount = 0
    }

    private var houses: [House] = []
    /// What stands in shared templates, by its width and paragraph.
    private var shared: [HouseStyle.Digits: [[Diagnostic.Place]]] = [:]
    private var sharedFiles: Set<PathKey> = []

    mutating func read(_ proses: [TemplateProse], _ style: HouseStyle) {
        let index = houses.firstIndex { $0.width == style.digits && $0.setting?.range == style.digitsPlace?.range }
        if index == nil { houses.append(House(setting: style.digitsPlace, width: style.digits)) }
        let house = index ?? houses.count - 1
        for prose in proses where !prose.isShared || sharedFiles.insert(prose.source.key).inserted {
            for paragraph in prose.paragraphs where !isLadder(paragraph) {
                let numbers = Self.numbers(in: paragraph, prose.source)
                if prose.isShared {
                    for (width, places) in numbers { shared[width, default: []].append(places) }
                } else {
                    houses[house].rightCount += numbers[style.digits]?.count ?? 0
                    houses[house].wrong.append(numbers[style.digits == .halfwidth ? .fullwidth : .halfwidth] ?? [])
                }
            }
        }
    }

    /// {{$headings}}１ （１） ①{{/headings}}: the first marks of numbered headings, which stand in no element.
    private func isLadder(_ paragraph: TemplateProse.Paragraph) -> Bool {
        paragraph.element.isEmpty
            && !paragraph.scalars.contains { $0.isKanji || $0.isHiragana }
    }

    /// The numbers of a paragraph by their width, without what is quoted.
    private static func numbers(
        in paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) -> [HouseStyle.Digits: [Diagnostic.Place]] {
        let text = paragraph.scalars
        var quotation = Quotation()
        let quoted = text.map { scalar in
            quotation.pass(scalar)
            return quotation.isOpen
        }
        let runs = DigitRuns.runs(in: text).filter { $0.isHouseStyle && !quoted[$0.range.lowerBound] }
        return Dictionary(grouping: runs) { $0.isFullwidth ? .fullwidth : .halfwidth }.mapValues { runs in
            runs.map { Diagnostic.Place(source, paragraph.range($0.range)) }
        }
    }

    /// - Parameter found: what has been reported; figures that are data's are not to be typed at all.
    func findings(besides found: [Diagnostic]) -> [Diagnostic] {
        let kinds: Set<DiagnosticCode> = [.typedFigure, .noticeForms, .citedHeading]
        let figures = found.filter { kinds.contains($0.code) }.compactMap(\.place)
        func others(_ places: [Diagnostic.Place]) -> [Diagnostic.Place] {
            places.filter { place in
                !figures.contains { $0.source.key == place.source.key && $0.range.overlaps(place.range) }
            }
        }
        let own = houses.flatMap { house in
            let wrong = house.wrong.map(others).compactMap(\.first)
            // One number is a slip, and many are a habit.
            if let setting = house.setting, house.rightCount == 0, wrong.count >= 3 {
                return [settingFinding(setting, house.width, wrong[0])]
            }
            return wrong.map { finding($0, house.width) }
        }
        return own + mixed(shared.mapValues { $0.map(others).filter { !$0.isEmpty } })
    }

    /// The rarer width of what all boards share.
    private func mixed(_ shared: [HouseStyle.Digits: [[Diagnostic.Place]]]) -> [Diagnostic] {
        let (half, full) = (shared[.halfwidth] ?? [], shared[.fullwidth] ?? [])
        guard !half.isEmpty, !full.isEmpty else { return [] }
        return full.count <= half.count
            ? full.map { finding($0[0], .halfwidth) } : half.map { finding($0[0], .fullwidth) }
    }

    private func name(_ width: HouseStyle.Digits) -> Phrase {
        width == .halfwidth ? Phrase(ja: "半角", en: "half-width") : Phrase(ja: "全角", en: "full-width")
    }

    private func settingFinding(
        _ setting: Diagnostic.Place, _ width: HouseStyle.Digits, _ example: Diagnostic.Place
    ) -> Diagnostic {
        Diagnostic(
            .mixedDigits, .warning, at: setting,
            Phrase(
                ja: "数字の幅が\(name(width).ja)に設定されていますが、ひな形の数字は全てもう一方の幅です",
                en: "digits are set to be \(name(width).en), but every digit in the templates is not"),
            help: Phrase(
                ja: "この設定を直してください。設定が正しいときは、ひな形の担当者に伝えてください",
                en: "mend the setting; if it is right, tell the templates' author"),
            notes: [Diagnostic.Note(example, Phrase(ja: "ひな形の数字の例です", en: "one of the digits"))])
    }

    private func finding(_ place: Diagnostic.Place, _ width: HouseStyle.Digits) -> Diagnostic {
        let text = place.source.text(place.range)
        return Diagnostic(
            .mixedDigits, .warning, at: place,
            Phrase(
                ja: "数字「\(text)」の幅が、ほかの数字の\(name(width).ja)とそろっていません",
                en: "the digits \"\(text)\" are not \(name(width).en), as the others are"),
            help: Phrase(ja: "\(name(width).ja)の数字にしてください", en: "write \(name(width).en) digits"))
    }
}
