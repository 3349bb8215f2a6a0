import Bytes
import Diagnostics
import Japanese

/// A floor that no building in Japan has: 健隆ビル117階 for 健隆ビルII7階.
enum FloorCheck: Check {
    /// 麻布台ヒルズ森JPタワー has as many (2023).
    private static let highest = 64

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.addressed.flatMap { list in
            list.records.indices.compactMap { index -> Diagnostic? in
                let address = list.records.value(of: index, in: list.address)
                guard !address.isAbsent, let floor = list.records.withText(of: address, { floor(in: $0) }),
                    floor > highest
                else { return nil }
                return list[index].report(
                    .townMismatch, \.address, severity: .warning,
                    Phrase(ja: "\(floor)階の建物は、ありません", en: "no building has a floor \(floor)"),
                    help: Phrase(
                        ja: "建物の名称の終わりと階の数字がつながっていないか、確かめてください",
                        en: "check whether the end of the building's name has run into the number"))
            }
        }
    }

    private static let storey = Array("階".utf8)

    /// The number before 階.
    private static func floor(in text: Span<UInt8>) -> Int? {
        guard let end = text.firstIndex(of: storey.span) else { return nil }
        var (floor, place, unit) = (0, end - 1, 1)
        while place >= 0, unit <= 10_000, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) {
            floor += Int(text[place] - UInt8(ascii: "0")) * unit
            unit *= 10
            place -= 1
        }
        return unit > 1 ? floor : nil
    }
}
