import Bytes
import Diagnostics
import Japanese
import Proofreading

/// How many facilities a paper's title, or the latest change of a list, says that it has, against the list: 2施設を加えて11施設とし
/// over nine.
enum FacilityCountCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        titles(board) + latest(board)
    }

    /// 民間施設一覧（48施設）
    private static func titles(_ board: Board) -> [Diagnostic] {
        guard case let count = board.privateFacilities.count, count > 0 else { return [] }
        return (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            guard let title = document.text(DocumentEntry.title), ["一覧", "リスト", "名簿"].contains(where: title.contains),
                let said = Self.count(in: title), said != count
            else { return nil }
            return document.report(
                .partsTotal, DocumentEntry.title, severity: .warning,
                Phrase(
                    ja: "題名に「\(said)施設」とありますが、掲載しているのは\(count)施設です",
                    en: "the title says \(said) facilities, and the list has \(count)"),
                help: Phrase(ja: "数を直すか、題名から消してください", en: "mend the number, or leave it out of the title"))
        }
    }

    private static func latest(_ board: Board) -> [Diagnostic] {
        guard let root = board.facilities, let asOf = root[FacilityLists.asOf],
            let latest = root.records(FacilityLists.updates).first, latest[Update.date] == asOf,
            let text = latest.text(Update.text), let said = count(in: text),
            case let count = board.facilityLists.first?.indices.count ?? 0, count > 0, said != count
        else { return [] }
        return [
            latest.report(
                .partsTotal, Update.text, severity: .warning,
                Phrase(
                    ja: "「\(said)施設」とありますが、掲載しているのは\(count)施設です",
                    en: "it says \(said) facilities, and the list has \(count)"),
                help: Phrase(ja: "数を直してください", en: "mend the number"))
        ]
    }

    private static let behind = ["）", ")", "とし", "になり", "となり", "です", "を掲載してい", "を載せてい"]

    /// 全12施設, 12施設とし: how many there are then, not how many came or went.
    private static func count(in text: String) -> Int? {
        let scalars = Array(WidthFolding.ascii(text).unicodeScalars)
        let found = scalars.indices.compactMap { place -> Int? in
            guard scalars[place...].starts(with: "施設".unicodeScalars) else { return nil }
            let digits = scalars[..<place].suffix(4).reversed().prefix(while: \.isASCIIDigit).reversed()
            let start = place - digits.count
            let isPart = ["新規", "追加", "廃止", "うち"].contains {
                scalars[..<start].suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
            }
            if isPart { return nil }
            let isTotal =
                ["全", "計", "合計"].contains {
                    scalars[..<start].suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
                }
                || behind.contains { scalars[(place + 2)...].starts(with: $0.unicodeScalars) }
            return isTotal ? Int(String(scalars: digits)) : nil
        }
        return found.count == 1 ? found[0] : nil
    }
}
