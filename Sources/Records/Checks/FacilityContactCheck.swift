package import Diagnostics

extension DiagnosticCode {
    package static let needlessReason = DiagnosticCode(
        "D027", canBeAllowed: true,
        meaning: (
            ja: "電話番号又は郵便番号があるのに、それを載せない理由も書かれています。",
            en: "An entry has a telephone number or a postal code, and a reason why it has none."
        ),
        reason: (
            ja: "載せないはずの番号が公表されるおそれがあります。", en: "A number that was not to be published may be."
        ),
        wrong: """
            telephone: 0797-86-2321
            no_telephone: 非公開
            """,
        right: "no_telephone: 非公開")
}

/// A facility has a telephone number and a postal code, or the reason why the list gives none.
///
/// Where a list gives them for no facility at all, that is how the board wants it.
enum FacilityContactCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.facilityLists.flatMap { list in
            check(list, Facility.telephone, Facility.noTelephone)
                + check(
                    list, Facility.postalCode, Facility.noPostalCode,
                    isAsked: list.type.slot(of: PrivateFacility.kind) != nil)
        }
    }

    /// - Parameter isAsked: whether it is missed where it is left out; that it contradicts its reason is told all the same.
    private static func check(
        _ list: RecordList, _ field: Field<String>, _ reason: Field<String>, isAsked: Bool = true
    ) -> [Diagnostic] {
        let (slot, reasonSlot) = (list.type.slot(of: field), list.type.slot(of: reason))
        let isGiven = list.indices.map { !list.value(of: $0, in: slot).isAbsent }
        let isUsual = isGiven.contains(true)
        return list.indices.compactMap { index in
            let hasReason = !list.value(of: index, in: reasonSlot).isAbsent
            if isGiven[index] { return hasReason ? contradiction(list[index], field, reason) : nil }
            // A value that cannot be read is told as such.
            guard isAsked, isUsual, !hasReason, !list[index].isUnreadable(field) else { return nil }
            return missing(list[index], field, reason)
        }
    }

    private static func missing(_ facility: RecordView, _ field: Field<String>, _ reason: Field<String>) -> Diagnostic {
        let (label, name) = (field.declaration.label, facility[Facility.name] ?? "")
        return Diagnostic(
            .missingKey, at: facility.place(Facility.name) ?? facility.place(Facility.id),
            Phrase(
                ja: "「\(name)」に「\(field.key)」（\(label.ja)）がありません",
                en: "\"\(name)\" has no \"\(field.key)\" (\(label.en))"),
            help: Phrase(
                ja: "\(label.ja)を書くか、載せない理由を「\(reason.key): \(reason.declaration.example ?? "非公開")」のように書いてください",
                en: "write it, or say why there is none, as in \(reason.key): \(reason.declaration.example ?? "非公開")"))
    }

    private static func contradiction(
        _ facility: RecordView, _ field: Field<String>, _ reason: Field<String>
    ) -> Diagnostic {
        let label = field.declaration.label
        return facility.report(
            .needlessReason, reason, severity: .warning,
            Phrase(
                ja: "\(label.ja)があるのに、載せない理由「\(facility[reason] ?? "")」も書かれています",
                en: "there is a \(label.en), and the reason \(facility[reason] ?? "") why there is none"),
            help: Phrase(ja: "どちらか一方を消してください", en: "delete one of the two"),
            notes: [Diagnostic.Note(facility.place(field), Phrase(ja: "載っている値です", en: "the value"))])
    }
}
