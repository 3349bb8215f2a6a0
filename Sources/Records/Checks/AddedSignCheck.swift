import Diagnostics

/// Signs that documents put round a value by themselves: typed, too, they would be printed twice.
enum AddedSignCheck: Check {
    /// What documents print before and behind a value.
    private struct Sign {
        let before: String
        let behind: String
    }

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let note = Sign(before: "※", behind: "")
        let quotation = Sign(before: "「", behind: "」")
        let plan = board.programs?.record("project")?.record("plan")
        let drafts = (board.record?.records(BoardSchema.documents) ?? []).filter {
            $0["draft"].content == .boolean(true)
        }
        return board.facilityLists.flatMap { list in list.compactMap { finding($0, "note", note) } }
            + (board.facilities?.records(FacilitiesSchema.municipalFacilities) ?? []).compactMap {
                finding($0, "name", quotation)
            }
            + (board.record?.records(BoardSchema.notices) ?? []).compactMap { finding($0, "title", quotation) }
            + [plan?.record("room")].compactMap { $0.flatMap { finding($0, "name", quotation) } }
            + drafts.compactMap { finding($0, "title", Sign(before: "", behind: "（案）")) }
    }

    private static func finding(_ record: RecordView, _ key: String, _ sign: Sign) -> Diagnostic? {
        guard let text = record.text(key), text.hasPrefix(sign.before), text.hasSuffix(sign.behind),
            text.count > sign.before.count + sign.behind.count
        else { return nil }
        let rest = String(text.dropFirst(sign.before.count).dropLast(sign.behind.count)).trimmingSpaces
        // 「甲」と「乙」 begins and ends with quotation marks that are not one pair.
        if sign.behind == "」", let close = rest.firstIndex(of: "」") {
            guard rest[..<close].contains("「") else { return nil }
        }
        let place = record.place(key)
        let signs = sign.before + sign.behind
        return Diagnostic(
            .addedSign, .warning, at: place,
            Phrase(
                ja: "「\(signs)」は文書に自動で付くので、2回出ます", en: "documents print \(signs) by themselves, so it would stand twice"
            ),
            help: Phrase(ja: "「\(signs)」を消してください", en: "leave \(signs) out"),
            fixIts: [Diagnostic.FixIt(place, replacement: rest, isCertain: true)])
    }
}

extension String {
    /// Without spaces of either width at its ends.
    fileprivate var trimmingSpaces: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" }
        let scalars = unicodeScalars.drop(while: isSpace)
        let end = scalars.lastIndex { !isSpace($0) }.map { scalars.index(after: $0) } ?? scalars.startIndex
        return String(scalars[..<end])
    }
}
