package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let boardIdentity = DiagnosticCode(
        "D020", canBeAllowed: true,
        meaning: (
            ja: "教育委員会のコード、都道府県、市区町村又は名称が食い違っています。",
            en: "The board's code, prefecture, municipality and name do not belong together."
        ),
        reason: (
            ja: "どの文書にも印字されるので、誤ると全ての文書が誤ります。",
            en: "They stand in every document, so one slip makes all of them wrong."
        ),
        wrong: "municipality_code: 282146\nprefecture: 大阪府",
        right: "municipality_code: 282146\nprefecture: 兵庫県",
        source: (ja: "総務省「全国地方公共団体コード」", en: "Ministry of Internal Affairs: codes of local governments"))
}

/// A board's code, prefecture, municipality and name are those of one board.
enum IdentityCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let record = board.record, let prefecture = record.text(BoardRecord.prefecture) else { return [] }
        var findings: [Diagnostic] = []
        if let code = record.text(BoardRecord.municipalityCode), let number = Int(code.prefix(2)),
            Prefecture.names.indices.contains(number - 1), Prefecture.names[number - 1] != prefecture
        {
            findings.append(
                record.report(
                    .boardIdentity, BoardRecord.municipalityCode,
                    Phrase(
                        ja: "コード「\(code)」は\(Prefecture.names[number - 1])のもので、\(prefecture)のものではありません",
                        en: "\(code) is a code of \(Prefecture.names[number - 1]), not of \(prefecture)"),
                    help: Phrase(ja: "コード又は都道府県を直してください", en: "mend the code or the prefecture")))
        }
        if let municipality = record.text(BoardRecord.municipality), let name = record.text(BoardRecord.name),
            let kind = ["市", "区", "町", "村"].first(where: { name.hasPrefix(municipality + $0) })
        {
            findings.append(
                record.report(
                    .boardIdentity, BoardRecord.municipality, severity: .warning,
                    Phrase(
                        ja: "市区町村「\(municipality)」が、教育委員会の名称では「\(municipality)\(kind)」です",
                        en: "\"\(municipality)\" is \(municipality)\(kind) in the board's name"),
                    help: Phrase(ja: "「\(municipality)\(kind)」と書いてください", en: "write \"\(municipality)\(kind)\""),
                    replacement: municipality + kind))
        }
        if findings.isEmpty, let reference, let finding = municipality(record, prefecture, reference) {
            findings.append(finding)
        }
        if let municipality = record.text(BoardRecord.municipality), let name = record.text(BoardRecord.name),
            !name.hasPrefix(municipality), !name.hasPrefix(prefecture),
            // 東海村教育委員会 of 那珂郡東海村
            !name.hasPrefix(Municipality(code: "", prefecture: prefecture, name: municipality).shortName)
        {
            findings.append(
                record.report(
                    .boardIdentity, BoardRecord.name, severity: .warning,
                    Phrase(
                        ja: "教育委員会の名称「\(name)」が「\(municipality)」から始まっていません",
                        en: "the board's name \"\(name)\" does not begin with \"\(municipality)\""),
                    help: Phrase(ja: "名称又は市区町村を確かめてください", en: "check the name and the municipality")))
        }
        return findings
    }

    /// The code is that of the municipality: of a prefecture's board or of a joint body the table knows none.
    private static func municipality(
        _ record: RecordView, _ prefecture: String, _ reference: ReferenceData
    ) -> Diagnostic? {
        guard let code = record.text(BoardRecord.municipalityCode), let name = record.text(BoardRecord.municipality),
            !(record.text(BoardRecord.name)?.hasPrefix(prefecture) ?? false),
            let municipality = reference.municipality(named: name, in: prefecture), !code.hasPrefix(municipality.code),
            let number = Int(municipality.code)
        else { return nil }
        let right = "\(municipality.code)\(ScalarForm.checkDigit(ofMunicipality: number))"
        return record.report(
            .boardIdentity, BoardRecord.municipalityCode,
            Phrase(ja: "コード「\(code)」は\(name)のものではありません", en: "\(code) is not the code of \(name)"),
            help: Phrase(
                ja: "\(name)のコードは「\(right)」です。コード又は市区町村を直してください",
                en: "the code of \(name) is \(right): mend the code or the municipality"),
            replacement: right)
    }
}
