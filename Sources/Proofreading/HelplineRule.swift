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
        Helpline(names: .words("児童相談所虐待対応ダイヤル"), numbers: ["189"]),
        Helpline(names: .words("消費者ホットライン"), numbers: ["188"]),
        Helpline(names: .words("警察相談専用電話"), numbers: ["#9110"]),
        Helpline(names: .words("こども医療電話相談 子ども医療電話相談 小児救急電話相談"), numbers: ["#8000"]),
        Helpline(names: .words("性犯罪・性暴力被害者のためのワンストップ支援センター"), numbers: ["#8891"]),
        Helpline(names: .words("性犯罪被害相談電話"), numbers: ["#8103"]),
        Helpline(names: .words("いのちSOS いのちＳＯＳ"), numbers: ["0120-061-338"]),
        Helpline(names: .words("こころの健康相談統一ダイヤル"), numbers: ["0570-064-556"]),
    ]

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains(where: \.isDigit) else { return [] }
        return text.indices.compactMap { place in
            guard
                let helpline = helplines.first(where: { text[place...].start(of: $0.names) != nil }),
                let range = helpline.numbers[0].utf8.count < 6
                    ? short(behind: place, in: text) : number(behind: place, in: text)
            else { return nil }
            let written = WidthFolding.ascii(String(scalars: text[range]))
            let digits = written.filter(\.isNumber)
            // A local branch has a number of its own, with the code of its area.
            guard
                written.utf8.count < 6 || digits.hasPrefix("0120") || digits.hasPrefix("0570")
                    || digits.hasPrefix("0800"),
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

    /// A number of three or four digits in brackets, or behind a sign: 「189」, （＃8000）, は189番.
    private static func short(behind place: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
        let reach = text[place...].prefix(40)
        guard let start = reach.firstIndex(where: { $0.isDigit || "#＃。".unicodeScalars.contains($0) }), start > place,
            text[start] != "。", "「（(は：:、 　『".unicodeScalars.contains(text[start - 1]),
            let end = text[(start + 1)...].firstIndex(where: { !$0.isDigit }) ?? Optional(text.count),
            (3...5).contains(end - start), end == text.count || "」）)番に、。へで（』 　".unicodeScalars.contains(text[end])
        else { return nil }
        return start..<end
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
