import Japanese

/// An address as it is compared: 兵庫県宝塚市寿町9番10号2階 and 宝塚市寿町9-10 2F are one.
struct ComparedAddress: Sendable {
    /// Names and numbers in turn, without the prefecture and the county; a floor is a number and F.
    let parts: [String]
    /// How many of the parts are the town with the numbers of its block and house.
    private let housed: Int

    init(_ address: String) {
        let folded = FoldedAddress(address)
        let text = folded.scalars
        var parts: [String] = []
        var housed: Int?
        var index = Self.start(text)
        while index < text.count {
            if text[index].isArabicDigit {
                var end = index + 1
                while end < text.count, text[end].isArabicDigit, !folded.hasGap(before: end) { end += 1 }
                // 3号室 and 2号館 are names of their own.
                let mark = ["丁目", "号室", "号館", "号棟", "番", "号", "-", "階", "F"].first {
                    text[end...].starts(with: $0.unicodeScalars)
                }
                let isFloor = mark == "階" || mark == "F"
                if isFloor || mark?.count == 2 && mark != "丁目" { housed = housed ?? parts.count }
                parts.append(String(String.UnicodeScalarView(text[index..<end])) + (isFloor ? "F" : ""))
                index = end + (mark.map { $0.hasPrefix("号") && $0.count == 2 ? 0 : $0.unicodeScalars.count } ?? 0)
            } else {
                var end = index
                while end < text.count, !text[end].isArabicDigit { end += 1 }
                let name = text[index..<end].filter { !["-", ",", "、", "(", ")"].contains($0) }
                // What stands behind the numbers is the building.
                if !name.isEmpty {
                    if !parts.isEmpty, parts.last?.first?.isNumber ?? false, parts.count > 1 {
                        housed = housed ?? parts.count
                    }
                    parts.append(String(String.UnicodeScalarView(name)))
                }
                index = end
            }
        }
        self.parts = parts
        self.housed = housed ?? parts.count
    }

    /// The town with at most two numbers: 丁目 and 番, or 番 and 号; empty where no number says where in the town.
    var block: String {
        let numbers = parts.prefix(housed)
        return numbers.count < 2 ? "" : numbers.prefix(3).joined(separator: " ")
    }

    /// Whether two are one; either may leave out the building.
    func isSame(as other: ComparedAddress) -> Bool {
        let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
        guard long.parts.starts(with: short.parts) || Self.joined(long).starts(with: Self.joined(short)) else {
            return false
        }
        return short.parts.count == long.parts.count || short.parts.count >= long.housed
    }

    /// A floor written without its mark: 9-10-2 is 9-10 2F.
    private static func joined(_ address: ComparedAddress) -> [String] {
        address.parts.map { $0.first?.isNumber ?? false && $0.hasSuffix("F") ? String($0.dropLast()) : $0 }
    }

    /// Where the municipality begins: the prefecture, and the county, are left out by some.
    private static func start(_ text: [Unicode.Scalar]) -> Int {
        let head = String(String.UnicodeScalarView(text.prefix(4)))
        let prefecture = Prefecture.names.first { head.hasPrefix($0) }?.unicodeScalars.count ?? 0
        guard let county = text.dropFirst(prefecture).prefix(6).firstIndex(of: "郡"), county > prefecture else {
            return prefecture
        }
        return county + 1
    }
}
