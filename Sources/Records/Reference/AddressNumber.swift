import Japanese

/// How the numbers of houses and lots are written behind the name of a town.
enum AddressNumber {
    /// What stands behind the names that a table has: the rest of the name (字山田, 2丁目, 第22地割), the number of the house
    /// (14番地12, ヘ1), and the building.
    struct Division {
        var name: ArraySlice<Unicode.Scalar>
        var number: ArraySlice<Unicode.Scalar>
        var building: ArraySlice<Unicode.Scalar>
    }

    /// - Parameter isBehindTown: whether a town's name has been read already, so that no name is expected.
    static func divide(_ written: ArraySlice<Unicode.Scalar>, isBehindTown: Bool) -> Division {
        let text = trimmed(written)
        let end = nameEnd(text)
        let name = trimmed(text[..<end])
        let hasNumber = end < text.endIndex && !isSpace(text[end])
        // Behind a town and a space a word without a number is a building.
        let isApart = isBehindTown && text.startIndex > written.startIndex
        if isBuilding(name) || !hasNumber && isApart && !name.starts(with: ["字"]) {
            // 5丁目 経済センタービル
            var start = text.startIndex
            while let end = part(text, at: start) { start = end }
            return Division(name: text[..<start], number: text[start..<start], building: trimmed(text[start...]))
        }
        let numberEnd = hasNumber ? numberEnd(text, from: end) : end
        return Division(name: name, number: text[end..<numberEnd], building: trimmed(text[numberEnd...]))
    }

    /// Whether a text begins with a letter that a lot is counted by: ヘ1, ロの651, ロ部13, イ2402, 甲12番地.
    static func isLot(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let letter = text.first, lots.contains(letter), let next = text.dropFirst().first else { return false }
        if isDigit(next) || KanjiNumeral.value(next) != nil || isHyphen(next) { return true }
        return "の番部ノ之".unicodeScalars.contains(next) && text.dropFirst(2).first.map(isDigit) ?? false
    }

    private static let lots: Set<Unicode.Scalar> = Set(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスいろはにほへとちりぬ甲乙丙丁戊己庚辛壬癸".unicodeScalars)

    // MARK: Names

    /// Where a number begins, or a space behind which there is none.
    private static func nameEnd(_ text: ArraySlice<Unicode.Scalar>) -> Int {
        var index = text.startIndex
        while index < text.endIndex {
            if let end = part(text, at: index) {
                index = end
            } else if isNumberStart(text, index) {
                return index
            } else if isSpace(text[index]) {
                // 新町 9-10 and 北24条西 5丁目: the name may go on, and a number follow.
                let next = text[index...].firstIndex { !isSpace($0) } ?? text.endIndex
                guard part(text, at: next) != nil || isNumberStart(text, next) else { return index }
                index = next
            } else {
                index += 1
            }
        }
        return index
    }

    /// Where 2丁目, 第22地割, 五条 or 6線 ends that begins at a place: a number that is part of a name.
    private static func part(_ text: ArraySlice<Unicode.Scalar>, at start: Int) -> Int? {
        let digits = text[start...].drop { $0 == "第" }.drop { isDigit($0) || KanjiNumeral.value($0) != nil }
        guard digits.startIndex > start, digits.startIndex < text.endIndex else { return nil }
        let units = ["丁目", "地割", "条", "線", "番町", "番丁"]
        return units.first { digits.starts(with: $0.unicodeScalars) }.map {
            digits.startIndex + $0.unicodeScalars.count
        }
    }

    private static func isNumberStart(_ text: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        guard index < text.endIndex else { return false }
        // ニの1920: の joins a lot's letter, read as the town, to its number.
        let isJoint = index == text.startIndex && ["の", "ノ"].contains(text[index])
        if isDigit(text[index]) || isJoint && text.dropFirst().first.map(isDigit) ?? false { return true }
        // トマム12: the last letter of a word counts no lot.
        let isInWord = index > text.startIndex && isKana(text[index - 1]) && isKana(text[index])
        if !isInWord, isLot(text[index...]) { return true }
        if text[index...].starts(with: "番地".unicodeScalars) || text[index...].starts(with: "無番地".unicodeScalars) {
            return true
        }
        guard KanjiNumeral.value(text[index]) != nil else { return false }
        let rest = text[index...].drop { KanjiNumeral.value($0) != nil || $0 == "〇" || $0 == "千" }
        return rest.first.map { "番号のノ".unicodeScalars.contains($0) || isHyphen($0) || isSpace($0) } ?? true
    }

    // MARK: Numbers

    /// Where a number ends: at a space, or where a building's name begins without one.
    private static func numberEnd(_ text: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
        let space = text[start...].firstIndex(where: isSpace) ?? text.endIndex
        guard let end = text[start..<space].firstIndex(where: { !isOfNumber($0) }), isBuilding(text[end..<space]) else {
            return space
        }
        // 9-10第一ビル: the numerals there are the building's.
        let isLast = { (scalar: Unicode.Scalar) in isDigit(scalar) || "番地号".unicodeScalars.contains(scalar) }
        return text[start..<end].lastIndex(where: isLast).map { $0 + 1 } ?? space
    }

    private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || isHyphen(scalar) || KanjiNumeral.value(scalar) != nil || lots.contains(scalar)
            || "番地号部の之先内外他ほ、，,・．.~～〜第".unicodeScalars.contains(scalar)
    }

    // MARK: Buildings

    /// Whether a text names a building.
    private static func isBuilding(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.indices.contains { start in
            buildings[text[start]]?.contains { text[start...].starts(with: $0) } ?? false
        }
    }

    /// By their first letters.
    private static let buildings = Dictionary(
        grouping: [
            "ビル", "マンション", "ハイツ", "コーポ", "タワー", "プラザ", "センター", "パレス", "ハウス", "ホーム", "テラス", "スクエア", "会館", "公民館", "館内",
            "庁舎", "校舎", "荘", "学校", "学園", "高校", "大学", "校内",
        ].map { Array($0.unicodeScalars) }
    ) { $0[0] }

    // MARK: Characters

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let start = text.drop(while: isSpace)
        return start[..<(start.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start.startIndex)]
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.isArabicDigit }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        WidthFolding.ascii(scalar) == "-" || scalar == "ー"
    }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) }
}
