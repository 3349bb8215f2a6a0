/// The names of towns in the town column of Japan Post's table.
enum TownNames {
    /// Mostly the column is one name; it may also list several (甲、乙), or parts of one (樺沢１６地割、樺沢１７地割,
    /// 種市第２２地割～第２３地割), or say that numbers follow the municipality (小菅村の次に１〜６６３番地がくる場合): then the name is empty.
    static func names(in column: String) -> [String] {
        if isRemark(column) { return [""] }
        guard column.unicodeScalars.contains(where: separators.contains) else { return [column] }
        var names: [String] = []
        for part in column.unicodeScalars.split(whereSeparator: separators.contains) {
            let name = String(withoutNumbers(part))
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? [""] : names
    }

    /// Whether the column says where the code is used in place of naming a town.
    static func isRemark(_ column: String) -> Bool { column.hasSuffix("がくる場合") }

    private static let separators: Set<Unicode.Scalar> = ["、", "～", "〜", "−", "－"]

    /// 種市第２２地割 → 種市
    private static func withoutNumbers(_ part: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let name = part.prefix { !("０"..."９").contains($0) && !("0"..."9").contains($0) }
        return name.count < part.count && name.last == "第" ? name.dropLast() : name
    }
}
