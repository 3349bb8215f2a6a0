import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let helpline = DiagnosticCode(
        "D042", canBeAllowed: true,
        meaning: (
            ja: "全国共通の相談窓口（24時間子供SOSダイヤル、子どもの人権110番など）の電話番号が、公表されている番号と違います。",
            en:
                "The number of a helpline of the whole country (24時間子供SOSダイヤル, 子どもの人権110番 …) is not the one that is published."
        ),
        reason: (
            ja: "助けを求めて電話をした子供や保護者が、つながりません。",
            en: "A child or parent who calls for help reaches nobody."
        ),
        wrong: "24時間子供SOSダイヤル（0120-0-73810）", right: "24時間子供SOSダイヤル（0120-0-78310）")
}

/// The numbers of helplines of the whole country, as the ministries and bodies that run them publish them.
enum HelplineRule {
    private struct Helpline {
        let names: [[Unicode.Scalar]]
        /// The first is the one that is proposed.
        let numbers: [String]
    }

    private static let helplines = [
        Helpline(
            names: .words("時間子供SOSダイヤル 時間子どもSOSダイヤル 時間子供ＳＯＳダイヤル 時間子どもＳＯＳダイヤル"), numbers: ["0120-0-78310"]),
        Helpline(names: .words("子どもの人権110番 こどもの人権110番 子供の人権110番 子どもの人権１１０番 こどもの人権１１０番"), numbers: ["0120-007-110"]),
        Helpline(names: .words("チャイルドライン"), numbers: ["0120-99-7777"]),
        Helpline(names: .words("児童相談所相談専用ダイヤル"), numbers: ["0120-189-783"]),
        Helpline(names: .words("よりそいホットライン"), numbers: ["0120-279-338", "0120-279-226"]),
        Helpline(names: .words("いのちの電話"), numbers: ["0120-783-556", "0570-783-556"]),
        Helpline(names: .words("いのちSOS いのちＳＯＳ"), numbers: ["0120-061-338"]),
        Helpline(names: .words("こころの健康相談統一ダイヤル"), numbers: ["0570-064-556"]),
    ]

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("0") || text.contains("０") else { return [] }
        return text.indices.compactMap { place in
            guard
                let helpline = helplines.first(where: { text[place...].start(of: $0.names) != nil }),
                let range = number(behind: place, in: text)
            else { return nil }
            let written = WidthFolding.ascii(String(scalars: text[range]))
            let digits = written.filter(\.isNumber)
            // A local branch has a number of its own, with the code of its area.
            guard digits.hasPrefix("0120") || digits.hasPrefix("0570") || digits.hasPrefix("0800"),
                !helpline.numbers.contains(where: { $0.filter(\.isNumber) == digits })
            else { return nil }
            let right =
                helpline.numbers.first { $0.hasPrefix(digits.prefix(4)) } ?? helpline.numbers[0]
            return WordingFinding(
                .helpline, range,
                Phrase(ja: "この窓口の番号は「\(right)」です", en: "the number of this helpline is \(right)"),
                help: Phrase(ja: "番号を確かめてください", en: "check the number"), replacement: right)
        }
    }

    /// The number that stands within a few letters behind a name, in its sentence.
    private static func number(behind place: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
        let reach = text[place...].prefix(48)
        let end = reach.firstIndex { "。\n".unicodeScalars.contains($0) } ?? reach.endIndex
        guard
            let start = text[place..<end].indices.first(where: { index in
                (text[index] == "0" || text[index] == "０") && (index == 0 || !text[index - 1].isDigit)
            })
        else { return nil }
        let last = text[start...].firstIndex { !$0.isDigit && !"-－‐".unicodeScalars.contains($0) } ?? text.count
        return text[start..<last].count { $0.isDigit } >= 9 ? start..<last : nil
    }
}
