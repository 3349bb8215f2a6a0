import Bytes
import Japanese

/// The figures of a sentence with what they count: 1,234人, 3.7%, 1.8倍, 5割.
///
/// Years and days of the calendar, ordinals (第3回) and numbers in kanji count nothing here.
struct Quantity {
    let range: Range<Int>
    let value: Double
    /// The digits behind the point.
    let decimals: Int
    /// In one spelling: % for ％, か月 for ヶ月.
    let unit: String

    /// What may still be meant by the figure as it is written: one in its last digit, more where it says 約.
    func agrees(with expected: Double, isRough: Bool) -> Bool {
        abs(value - expected) < 1 / Self.scale(decimals) - 1e-9 || isRough && abs(value - expected) <= expected / 10
    }

    var text: String { Quantity.text(value, decimals: decimals) + unit }

    static func text(_ value: Double, decimals: Int) -> String {
        let scale = scale(decimals)
        // Nobody writes more digits than these.
        guard abs(value * scale) < 1e15 else { return String(value) }
        let scaled = Int((value * scale).rounded())
        guard decimals > 0 else { return Numerals.grouped(scaled) }
        let rest = String(scaled % Int(scale))
        return Numerals.grouped(scaled / Int(scale)) + "." + String(repeating: "0", count: decimals - rest.count) + rest
    }

    private static func scale(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }

    static func find(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [Quantity] {
        var found: [Quantity] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < sentence.upperBound, isFigure(text, index, sentence) { index += 1 }
            guard !isOrdinal(text, start, sentence), let (value, decimals) = number(text[start..<index]),
                let (unit, length) = unit(text[index..<sentence.upperBound])
            else { continue }
            index += length
            // 3人目, 2回生
            if index < sentence.upperBound, "目生制".unicodeScalars.contains(text[index]) { continue }
            found.append(Quantity(range: start..<index, value: value, decimals: decimals, unit: unit))
        }
        return found
    }

    /// 第3回, 4-2, 1／2: a number's place or part; センター3か所 ends in a long mark.
    private static func isOrdinal(_ text: [Unicode.Scalar], _ start: Int, _ sentence: Range<Int>) -> Bool {
        guard start > sentence.lowerBound else { return false }
        if text[start - 1] == "第" { return true }
        return "-－ー./／".unicodeScalars.contains(text[start - 1]) && start > sentence.lowerBound + 1
            && (text[start - 2].isDigit || text[start - 1] == "/" || text[start - 1] == "／")
    }

    /// A digit, or a point or comma between digits.
    private static func isFigure(_ text: [Unicode.Scalar], _ index: Int, _ sentence: Range<Int>) -> Bool {
        text[index].isDigit
            || ",，.．".unicodeScalars.contains(text[index]) && index + 1 < sentence.upperBound && text[index + 1].isDigit
    }

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> (value: Double, decimals: Int)? {
        let figure = WidthFolding.ascii(String(scalars: text)).filter { $0 != "," }
        let parts = figure.split(separator: ".")
        guard figure.utf8.count <= 12, parts.count <= 2, let value = Double(figure) else { return nil }
        return (value, parts.count == 2 ? parts[1].utf8.count : 0)
    }

    private static func unit(_ text: ArraySlice<Unicode.Scalar>) -> (unit: String, length: Int)? {
        units.first { text.starts(with: $0.written) }.map { ($0.unit, $0.written.count) }
    }

    private static let units: [(written: [Unicode.Scalar], unit: String)] = {
        let units = [
            "人", "名", "件", "回", "校", "円", "千円", "万円", "百万円", "千万円", "億円", "施設", "冊", "部", "台", "枚", "学級", "クラス", "世帯",
            "組", "団体",
            "家庭", "法人", "事業", "点", "室", "教室", "単位", "時間", "分", "日間", "週間", "年間", "%", "ポイント", "割", "倍",
        ].map { (Array($0.unicodeScalars), $0) }
        let spellings = [
            ("％", "%"), ("か所", "か所"), ("箇所", "か所"), ("ヶ所", "か所"), ("カ所", "か所"), ("か月", "か月"), ("箇月", "か月"),
            ("ヶ月", "か月"), ("カ月", "か月"),
        ].map { (Array($0.0.unicodeScalars), $0.1) }
        return (units + spellings).sorted { $0.0.count > $1.0.count }.map { (written: $0.0, unit: $0.1) }
    }()
}
