import Diagnostics
import Japanese

/// Digits that templates' authors have typed in another width than the house style's.
///
/// Where nothing is typed in the house's width, it is the setting that is wrong, and it is reported once.
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

    mutating func read(_ proses: [TemplateProse], _ style: HouseStyle) {
        let index = houses.firstIndex { $0.width == style.digits && $0.setting?.range == style.digitsPlace?.range }
        if index == nil { houses.append(House(setting: style.digitsPlace, width: style.digits)) }
        let house = index ?? houses.count - 1
        for prose in proses {
            for paragraph in prose.paragraphs where !holdsAddress(paragraph.scalars) {
                read(paragraph, prose.source, &houses[house])
            }
        }
    }

    /// Whether a web address stands in a text: its digits are its own.
    private func holdsAddress(_ text: [Unicode.Scalar]) -> Bool {
        text.indices.dropLast(2).contains { text[$0] == ":" && text[$0 + 1] == "/" && text[$0 + 2] == "/" }
    }

    private func read(_ paragraph: TemplateProse.Paragraph, _ source: SourceFile, _ house: inout House) {
        let text = paragraph.scalars
        var wrong: [Diagnostic.Place] = []
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index].isDigit || index > start && joinsDigits(text, index) { index += 1 }
            guard start < index else {
                index += 1
                continue
            }
            let isFullwidth = text[start].value >= 0xFF10
            if !isFullwidth, house.width == .fullwidth, isInLatinWord(text, start, index) { continue }
            if isFullwidth == (house.width == .fullwidth) {
                house.rightCount += 1
            } else {
                wrong.append(Diagnostic.Place(source, paragraph.range(start..<index)))
            }
        }
        house.wrong.append(wrong)
    }

    /// Part of A4, 5G or an e-mail address, which are half-width anywhere.
    private func isInLatinWord(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        let isPart = { (scalar: Unicode.Scalar) in
            (0x41...0x5A).contains(scalar.value & ~0x20) || "@._+-".unicodeScalars.contains(scalar)
                || (0x30...0x39).contains(scalar.value)
        }
        let head = text[..<start].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
        let tail = text[end...].firstIndex { !isPart($0) } ?? text.count
        return text[head..<tail].contains { (0x41...0x5A).contains($0.value & ~0x20) }
    }

    /// Whether a comma or point stands between digits: 346,482 is one number.
    private func joinsDigits(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        ",，.．".unicodeScalars.contains(text[index]) && index + 1 < text.count && text[index + 1].isDigit
    }

    /// - Parameter found: what has been reported; figures that are data's are not to be typed at all.
    func findings(besides found: [Diagnostic]) -> [Diagnostic] {
        let kinds: Set<DiagnosticCode> = [.typedFigure, .noticeForms, .citedHeading]
        let figures = found.filter { kinds.contains($0.code) }.compactMap(\.place)
        return houses.flatMap { house in
            let wrong = house.wrong.map { places in
                places.filter { place in
                    !figures.contains { $0.source.path == place.source.path && $0.range.overlaps(place.range) }
                }
            }
            if let setting = house.setting, house.rightCount == 0, let example = wrong.joined().first,
                wrong.joined().count >= 2
            {
                return [settingFinding(setting, house.width, example)]
            }
            return wrong.compactMap(\.first).map { finding($0, house.width) }
        }
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
            help: Phrase(ja: "この設定を直すか、ひな形の数字を書き直してください", en: "mend the setting, or the templates"),
            notes: [Diagnostic.Note(example, Phrase(ja: "ひな形の数字の例です", en: "one of the digits"))])
    }

    private func finding(_ place: Diagnostic.Place, _ width: HouseStyle.Digits) -> Diagnostic {
        let text = place.source.text(place.range)
        return Diagnostic(
            .mixedDigits, .warning, at: place,
            Phrase(
                ja: "数字「\(text)」の幅が、この文書の\(name(width).ja)とそろっていません",
                en: "the digits \"\(text)\" are not \(name(width).en), as the document's are"),
            help: Phrase(ja: "\(name(width).ja)の数字にしてください", en: "write \(name(width).en) digits"))
    }
}
