import Japanese

/// Reads numbers as clerks write them, and gives the form in which they should be written.
enum NumberText {
    typealias Reading = (content: Value.Content, canonical: String)

    /// 346,482 or 346482.
    static func integer(_ text: String) -> Reading? {
        guard let number = wholeNumber(text) else { return nil }
        return (.integer(number), text.contains(",") ? Numerals.grouped(number) : String(number))
    }

    /// 1.8
    static func decimal(_ text: String) -> Reading? {
        guard let (mantissa, scale) = fixedPoint(text) else { return nil }
        return (.decimal(mantissa: mantissa, scale: scale), text)
    }

    /// 3.7%, 3.70% and 3%: the digits behind the point are the precision at which it was published.
    static func rate(_ text: String) -> Reading? {
        let number = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let (mantissa, scale) = fixedPoint(number.hasSuffix(" ") ? String(number.dropLast()) : number) else {
            return nil
        }
        return (.decimal(mantissa: mantissa, scale: scale), FixedPoint(mantissa, scale: scale).text + "%")
    }

    /// 7,892千円
    static func money(_ text: String) -> Reading? {
        // 千円 ends in 円 too: the longest unit first.
        for unit in MoneyUnit.allCases.sorted(by: { $0.name.count > $1.name.count }) where text.hasSuffix(unit.name) {
            guard let number = wholeNumber(String(text.dropLast(unit.name.count)))
            else { return nil }
            return (.money(number, unit), Numerals.grouped(number) + unit.name)
        }
        return nil
    }

    /// 年9回, 毎月
    static func frequency(_ text: String) -> Reading? {
        for period in FrequencyPeriod.allCases {
            if text == "毎" + period.name { return (.frequency(period, times: 0), text) }
            guard text.hasPrefix(period.name), text.hasSuffix("回"),
                let times = wholeNumber(String(text.dropFirst(period.name.count).dropLast())), (1...999).contains(times)
            else { continue }
            return (.frequency(period, times: Int32(times)), "\(period.name)\(times)回")
        }
        return isLooseFrequency(text) ? (.text, text) : nil
    }

    /// Looser forms, which stay as they are written.
    static let looseFrequency =
        "隔[年月週日]|随時|通年|不定期|必要に応じて|平日|毎週([月火水木金土日](曜日?)?|平日)|毎月第[1-5](・[1-5])?[月火水木金土日]曜日?|週[1-7]日(程度)?|(年|学期|月|週)[0-9]{1,2}回程度|(年|学期|月|週|日)[0-9]{1,2}[～〜][0-9]{1,2}回(程度)?"
        + "|(年|学期|月|週|日)に([0-9]{1,3}|数)回(程度)?|[0-9]{1,2}(か月|週間)に[0-9]{1,2}回(程度)?"

    private static func isLooseFrequency(_ text: String) -> Bool {
        guard let regex = try? Regex(looseFrequency) else { return false }
        return text.wholeMatch(of: regex) != nil
    }

    static let largest = 999_999_999_999

    /// Digits, in groups of three where a comma stands; nil where a comma stands elsewhere.
    private static func wholeNumber(_ text: String) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && isDigits($0) }),
            groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        // Counts and amounts beyond a trillion are slips of the pen, and could not be reckoned with.
        return Int(groups.joined()).flatMap { $0 <= largest ? $0 : nil }
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func fixedPoint(_ text: String) -> (mantissa: Int32, scale: UInt8)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && isDigits($0) }),
            parts.count == 1 || parts[1].count <= 6, let mantissa = Int32(parts.joined())
        else { return nil }
        return (mantissa, UInt8(parts.count == 2 ? parts[1].count : 0))
    }
}
