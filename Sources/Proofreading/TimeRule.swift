import Bytes
import Diagnostics
import Japanese

/// Times that no clock shows, sessions that no day holds, spans of other length: 28時, 10時～5時, 1回につき90時間, 10時から15時までの4時間.
enum TimeRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("時") || text.contains("午") else { return [] }
        var findings: [WordingFinding] = []
        var index = 0
        var last: (hour: Int, start: Int, end: Int)?
        while index < text.count {
            guard text[index].isDigit, index == 0 || !text[index - 1].isDigit else {
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !$0.isDigit } ?? text.count
            defer { index = end }
            guard end - index <= 4, let number = number(text[index..<end]), end < text.count, text[end] == "時" else {
                continue
            }
            if text[(end + 1)...].first == "間" {
                findings += session(number, index..<end + 2, text).map { [$0] } ?? []
                continue
            }
            findings += clock(number, index..<end + 1, text, &last).map { [$0] } ?? []
        }
        return findings + spans(in: text) + halves(in: text)
    }

    /// 午後13時, and 午後5まで, which has lost its 時.
    private static func halves(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { place in
            guard text[place] == "午", ["午前", "午後"].contains(where: { text[place...].starts(with: $0.unicodeScalars) }),
                case let digits = text[(place + 2)...].prefix(3).prefix(while: { $0.isDigit }), !digits.isEmpty,
                digits.count <= 2, let hour = number(digits)
            else { return nil }
            let behind = text[digits.endIndex...]
            if behind.first == "時", hour > 12 {
                return WordingFinding(
                    .sessionMinutes, place..<digits.endIndex + 1,
                    Phrase(ja: "午前と午後の時刻は、12時までです", en: "times of 午前 and 午後 go up to 12"),
                    help: Phrase(ja: "「\(hour)時」か「午後\(hour - 12)時」に直してください", en: "write \(hour)時, or 午後\(hour - 12)時"))
            }
            guard ["から", "まで", "に", "～", "〜"].contains(where: { behind.starts(with: $0.unicodeScalars) }) else {
                return nil
            }
            return WordingFinding(
                .sessionMinutes, place..<digits.endIndex, Phrase(ja: "「時」がありません", en: "時 is missing"),
                help: Phrase(
                    ja: "「\(String(scalars: text[place..<digits.endIndex]))時」に直してください", en: "write 時 behind it"))
        }
    }

    /// What begins and ends at times of the day, and the length that is said of it.
    private static func spans(in text: [Unicode.Scalar]) -> [WordingFinding] {
        let times = ClockTime.find(in: text)
        return zip(times, times.dropFirst()).compactMap { from, to in
            guard from.hasHalf || !to.hasHalf, isRange(text[from.range.upperBound..<to.range.lowerBound]) else {
                return nil
            }
            // 午前10時から3時: the half of the day is left to the reader.
            guard from.hasHalf == to.hasHalf else { return nil }
            if from.hasHalf, to.minutes <= from.minutes, from.minutes < 17 * 60 {
                return WordingFinding(
                    .sessionMinutes, from.range.lowerBound..<to.range.upperBound,
                    Phrase(ja: "終わりの時刻が、始めの時刻より前です", en: "it ends before it begins"),
                    help: Phrase(ja: "午前と午後、時刻を確かめてください", en: "check the times, and 午前 and 午後"))
            }
            return to.minutes > from.minutes
                ? length(to.minutes - from.minutes, behind: to.range.upperBound, text) : nil
        }
    }

    /// What stands between a span of time and its length.
    private static let links = [[Unicode.Scalar]].words("までの の まで（ （ まで、")
    private static let apart = [[Unicode.Scalar]].words("除 うち 休憩 間に のべ 延べ")

    /// 午前10時から午後3時までの4時間
    private static func length(_ minutes: Int, behind start: Int, _ text: [Unicode.Scalar]) -> WordingFinding? {
        guard let link = text[start...].start(of: links) else { return nil }
        let sentence = text[start...].prefix(60).prefix { $0 != "。" }
        guard !sentence.contains(anyOf: apart),
            let written = Quantity.find(in: text, start + link.count..<sentence.endIndex).first,
            written.range.lowerBound == start + link.count, written.unit == "時間" || written.unit == "分"
        else { return nil }
        let scale = written.unit == "時間" ? 60.0 : 1
        // 5時間30分
        var total = written.value * scale
        let behind = text[written.range.upperBound...]
        if behind.first == "半" { total += 30 }
        if let rest = Quantity.find(in: text, written.range.upperBound..<sentence.endIndex).first, rest.unit == "分",
            rest.range.lowerBound == written.range.upperBound
        {
            total += rest.value
        }
        // The length of a part of it: 10時から15時までの1時間程度, 30分ごと.
        let rest = behind.drop { $0.isDigit || "半分".unicodeScalars.contains($0) }
        guard rest.start(of: parts) == nil, abs(total - Double(minutes)) >= (written.decimals > 0 ? 6 : 1) else {
            return nil
        }
        let right =
            minutes % 60 == 0 ? "\(minutes / 60)時間" : minutes < 60 ? "\(minutes)分" : "\(minutes / 60)時間\(minutes % 60)分"
        return WordingFinding(
            .disagreeingFigures, written.range,
            Phrase(ja: "この時刻の間は\(right)です", en: "between these times there are \(right)"),
            help: Phrase(ja: "時刻か、時間の長さを確かめてください", en: "check the times, and how long it is"))
    }

    private static let parts = [[Unicode.Scalar]].words("程度 以内 ごと 単位 枠 × ずつ 刻み 以上 間隔 前後 くらい ほど")

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        Int(WidthFolding.ascii(String(scalars: text)))
    }

    private static func ends(_ text: ArraySlice<Unicode.Scalar>, _ words: [String]) -> Bool {
        words.contains { text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
    }

    /// A day has 24 hours.
    private static func session(_ hours: Int, _ range: Range<Int>, _ text: [Unicode.Scalar]) -> WordingFinding? {
        guard hours > 24,
            ends(
                text[..<range.lowerBound],
                [
                    "各", "各回", "1回", "１回", "一回", "1回につき", "１回につき", "一回につき", "1日", "１日", "一日", "1日に", "１日に", "一日に",
                    "1日当たり",
                    "毎回", "毎日", "1回当たり",
                ])
        else { return nil }
        return WordingFinding(
            .sessionMinutes, range,
            Phrase(ja: "1回又は1日の時間が、24時間を超えています", en: "a session or a day of more than 24 hours"),
            help: Phrase(ja: "「分」の間違いではありませんか", en: "were minutes meant?"))
    }

    /// - Parameter last: the time before, of which this may be the end.
    private static func clock(
        _ hour: Int, _ range: Range<Int>, _ text: [Unicode.Scalar], _ last: inout (hour: Int, start: Int, end: Int)?
    ) -> WordingFinding? {
        let before = text[..<range.lowerBound]
        let behind = text[range.upperBound...]
        // 第25時 and 12時限 are others.
        if behind.first.map({ "限点代期数給短差".unicodeScalars.contains($0) }) ?? false { return nil }
        defer { last = (hour, range.lowerBound, range.upperBound) }
        let isTime = behind.first.map { "にかまを～〜-－、。）)分ご以".unicodeScalars.contains($0) || $0.isDigit } ?? true
        if hour > 24, hour < 100, isTime {
            return WordingFinding(
                .sessionMinutes, range, Phrase(ja: "24時より後の時刻です", en: "there is no such time of the day"),
                help: Phrase(ja: "時刻を確かめてください", en: "check the time"))
        }
        // 10時～5時; by 午前 and 午後 both are told, and what begins in the evening ends the next day.
        guard let first = last, first.hour > hour, first.hour < 17, first.hour >= 6, hour > 0,
            !ends(text[..<first.start], ["午前", "午後", "朝", "夜", "夕方"]),
            !ends(before, ["午前", "午後", "翌", "翌日", "夜", "夕方", "昼"]),
            isRange(text[first.end..<range.lowerBound])
        else { return nil }
        return WordingFinding(
            .sessionMinutes, range,
            Phrase(ja: "終わりの時刻が、始めの\(first.hour)時より前です", en: "it ends before it begins, at \(first.hour)"),
            help: Phrase(ja: "時刻を確かめてください", en: "check the times"))
    }

    /// ～, から, 30分から
    private static func isRange(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
        var between = between
        if let minutes = between.firstIndex(of: "分"), between[..<minutes].allSatisfy(\.isDigit) {
            between = between[(minutes + 1)...]
        }
        if between.first == "半" { between = between.dropFirst() }
        return ["～", "〜", "-", "－", "から"].contains { between.elementsEqual($0.unicodeScalars) }
    }
}
