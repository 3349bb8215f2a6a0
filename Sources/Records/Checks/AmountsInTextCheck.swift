import Bytes
import Diagnostics
import Japanese
import Proofreading

/// Amounts of money in sentences, against the budget that they speak of; and fees of thousands of 千円.
enum AmountsInTextCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.projects.compactMap { $0[Project.plan] }.flatMap { plan in note(of: plan) + large(plan) }
            + board.facilityLists.flatMap(fees)
    }

    struct Amount {
        let number: Int
        let yen: Int
        let text: String
    }

    /// The amounts of a text: 7,892千円, 30,000円.
    static func amounts(in text: String) -> [Amount] {
        let scalars = Array(WidthFolding.ascii(text).unicodeScalars)
        var found: [Amount] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index].isASCIIDigit else {
                index += 1
                continue
            }
            let digits = scalars[index...].prefix { $0.isASCIIDigit || $0 == "," }
            let end = digits.endIndex
            let unit = [("千円", 1000), ("百万円", 1_000_000), ("万円", 10_000), ("億円", 100_000_000), ("円", 1)].first {
                scalars[end...].starts(with: $0.0.unicodeScalars)
            }
            if let unit, digits.count <= 15,
                let number = Int(String(scalars: digits.filter { $0 != "," }))
            {
                let text = String(scalars: digits) + unit.0
                let (yen, isTooLarge) = number.multipliedReportingOverflow(by: unit.1)
                if !isTooLarge { found.append(Amount(number: number, yen: yen, text: text)) }
            }
            index = end
        }
        return found
    }

    /// What is said of a budget is a part of it, in its unit.
    private static func note(of plan: RecordView) -> [Diagnostic] {
        guard let budget = plan[Plan.budget], let text = plan.text(Plan.budgetNote) else { return [] }
        let all = amounts(in: text)
        let others = all.filter {
            $0.yen > budget.yen || $0.number == budget.amount && $0.yen != budget.yen
        }
        if others.isEmpty, let sum = sum(of: all, in: text), sum != budget.yen {
            return [
                plan.report(
                    .partsTotal, Plan.budgetNote, severity: .warning,
                    Phrase(
                        ja: "説明の内訳の計は\(Numerals.grouped(sum))円で、予算額の「\(plan.text(Plan.budget) ?? "")」と合いません",
                        en:
                            "the parts come to \(Numerals.grouped(sum)) yen, not to the budget, \(plan.text(Plan.budget) ?? "")"
                    ),
                    help: Phrase(ja: "内訳の金額を確かめてください", en: "check the parts"),
                    notes: [Diagnostic.Note(plan.place(Plan.budget), Phrase(ja: "予算額です", en: "the budget"))])
            ]
        }
        return others.prefix(1).map { amount in
            plan.report(
                .partsTotal, Plan.budgetNote, severity: .warning,
                Phrase(
                    ja: "「\(amount.text)」が、予算額の「\(plan.text(Plan.budget) ?? "")」と合いません",
                    en: "\(amount.text) does not go with the budget, \(plan.text(Plan.budget) ?? "")"),
                help: Phrase(ja: "単位と数字を確かめてください", en: "check the unit and the number"),
                notes: [Diagnostic.Note(plan.place(Plan.budget), Phrase(ja: "予算額です", en: "the budget"))])
        }
    }

    /// The sum of what a text adds up: 委託料6,950千円及び事務費942千円の計; nil where it may leave some out.
    private static func sum(of amounts: [Amount], in text: String) -> Int? {
        guard amounts.count >= 2, ["の計", "、計", "合計", "内訳"].contains(where: text.contains),
            !["など", "等", "ほか", "うち", "前年", "含"].contains(where: text.contains)
        else { return nil }
        var sum = 0
        for amount in amounts {
            let (next, isTooLarge) = sum.addingReportingOverflow(amount.yen)
            guard !isTooLarge else { return nil }
            sum = next
        }
        // The total itself may stand among them.
        let total = amounts.map(\.yen).max() ?? 0
        return sum == 2 * total ? total : sum
    }

    /// No project of a board's costs ten thousand million yen: three noughts have been written beside 千円.
    private static let most = 10_000_000_000

    private static func large(_ plan: RecordView) -> [Diagnostic] {
        guard let budget = plan[Plan.budget], budget.yen >= most, let text = plan.text(Plan.budget),
            text.hasSuffix("千円")
        else { return [] }
        return [
            plan.report(
                .smallAmount, Plan.budget, severity: .note,
                Phrase(ja: "予算額が「\(text)」です", en: "the budget is \(text)"),
                help: Phrase(ja: "「\(text.dropLast(2))円」の間違いではありませんか", en: "was \(text.dropLast(2))円 meant?"))
        ]
    }

    private static let thousands = Array("千円".utf8)
    private static let words = ["月謝", "会費", "月額", "入会金", "授業料", "参加費", "利用料", "教材費", "費用"]

    /// 月謝は30,000千円: families do not pay millions.
    private static func fees(_ list: RecordList) -> [Diagnostic] {
        guard let slot = list.type.slot(of: Facility.note.declaration) as Int? else { return [] }
        return list.indices.compactMap { index in
            guard !list.value(of: index, in: slot).isAbsent,
                list.withText(
                    of: list.value(of: index, in: slot), { $0.count < 4000 && $0.firstIndex(of: thousands.span) != nil }
                ),
                let text = list[index].text(Facility.note), words.contains(where: text.contains),
                let amount = amounts(in: text).first(where: { $0.text.hasSuffix("千円") && $0.yen >= 1_000_000 })
            else { return nil }
            return list[index].report(
                .smallAmount, Facility.note, severity: .warning,
                Phrase(ja: "費用が「\(amount.text)」です", en: "the fee is \(amount.text)"),
                help: Phrase(ja: "「円」の間違いではありませんか", en: "was 円 meant?"))
        }
    }
}
