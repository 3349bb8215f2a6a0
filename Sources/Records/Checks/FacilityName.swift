import Diagnostics
import Japanese

/// A facility's name, whichever way it is written.
enum FacilityName {
    /// A name without spaces, widths and brackets.
    static func key(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in WidthFolding.ascii(name).unicodeScalars {
            switch scalar {
            case " ", "・", "(", ")", "「", "」": continue
            case "A"..."Z": scalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    static func isNear(_ name: String, _ other: String) -> Bool {
        let (a, b) = (key(name), key(other))
        // To compare costs the product of the lengths.
        guard max(a.utf8.count, b.utf8.count) <= 1000 else { return a == b }
        // 小学部 and 中等部, 第一 and 第二 are two: kanji and digits must be the same.
        let essence = { (name: String) in
            name.unicodeScalars.filter { $0.value >= 0x4E00 || (0x30...0x39).contains($0.value) }
        }
        return a == b || essence(a).elementsEqual(essence(b)) && NearestName.find(a, among: [b]) != nil
    }
}
