import Bytes
import Diagnostics
import Japanese

/// The floors of a tall building that has a postal code for each: the code's last two digits are the floor, 90 the basements
/// or a floor that is not known (Japan Post's table, 3,437 codes of 86 buildings).
struct TowerFloors {
    enum Floor: Hashable {
        case floor(Int)
        /// 地階・階層不明
        case basement

        var name: Phrase {
            switch self {
            case .floor(let number): Phrase(ja: "\(number)階", en: "floor \(number)")
            case .basement: Phrase(ja: "地階（又は階が分からないとき）", en: "basement (or a floor not known)")
            }
        }
    }

    private let codes: [PostalCode]

    /// nil where a town is no tall building.
    init?(of town: String, in municipality: Municipality, with code: PostalCode, _ reference: ReferenceData) {
        codes = reference.codes(of: town, in: municipality).areas.filter { $0.number / 100 == code.number / 100 }
        guard codes.count >= 3, codes.contains(where: { $0.number % 100 == Self.basement }) else { return nil }
    }

    private static let basement = 90

    func floor(of code: PostalCode) -> Floor {
        code.number % 100 == Self.basement ? .basement : .floor(code.number % 100)
    }

    func code(of floor: Floor) -> PostalCode? { codes.first { self.floor(of: $0) == floor } }

    /// The floors that an address names: 10階, 10F, 3・4階, 地下1階, B1F.
    static func floors(in address: FoldedAddress) -> Set<Floor> {
        let scalars = address.scalars
        var floors: Set<Floor> = []
        for end in scalars.indices where scalars[end] == "階" || scalars[end] == "F" || scalars[end] == "f" {
            // SS30 15階: the digits before a space are not the floor's.
            var start = end
            while start > 0, isOfFloor(scalars[start - 1]), !address.hasGap(before: start) { start -= 1 }
            let before = start > 0 && !address.hasGap(before: start) ? start - 1 : nil
            let numbers = scalars[start..<end].split { !$0.isArabicDigit }.compactMap {
                Int(String(scalars: $0))
            }
            let isBelow = before.map { "下B地".unicodeScalars.contains(scalars[$0]) } ?? false
            // タワーB10階 may be the tenth floor of tower B.
            let isTower = before.map { scalars[$0] == "B" && $0 > 0 && !scalars[$0 - 1].isArabicDigit } ?? false
            if isBelow { floors.insert(.basement) }
            if isBelow, !isTower { continue }
            if let first = numbers.first, let last = numbers.last, first < last, last < 100 {
                // 3～5階: any of them.
                floors.formUnion((first...last).map(Floor.floor))
            } else {
                floors.formUnion(numbers.map(Floor.floor))
            }
        }
        return floors
    }

    private static func isOfFloor(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isArabicDigit || "・、,-~～〜".unicodeScalars.contains(scalar)
    }
}
