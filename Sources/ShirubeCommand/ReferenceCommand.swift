import Diagnostics
import Files
import Japanese
import Publishing
import Records

/// `shirube reference update FILE`: rebuilds the postal code tables.
enum ReferenceCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        guard arguments.operands.first == "update", arguments.operands.count == 2 else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「update」とファイルを指定してください", en: "name \"update\" and a file"),
                    help: Phrase(
                        ja: "例: shirube reference update utf_ken_all.csv --date 2026-10",
                        en: "as in shirube reference update utf_ken_all.csv --date 2026-10")))
        }
        guard let date = arguments.value(.date), !date.isEmpty else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "--dateに公開された年月を指定してください", en: "give the month of publication with --date")))
        }
        guard (try? CalendarParser.month(date)) != nil, date.utf8.count == 7, date.utf8.contains(UInt8(ascii: "-"))
        else {
            throw .usage(
                arguments.refusal(
                    of: .date, help: Phrase(ja: "「2026-10」のように年と月を書いてください", en: "write year and month, as in 2026-10")))
        }
        let folder = (arguments.value(.data) ?? "Data") + "/reference"
        let codes = "\(folder)/\(ReferenceData.codesName)"
        return try terminal.perform {
            let source = try SourceFile.read(arguments.operands[1])
            let present = try FileSystem.exists(codes) ? try SourceFile.read(codes) : nil
            let tables = try PostalTableBuilder.build(
                from: source, offices: present, title: "日本郵便 郵便番号データ \(date)")
            try FileSystem.replace(codes, with: tables.codes)
            try FileSystem.replace("\(folder)/\(ReferenceData.addressesName)", with: tables.addresses)
            try terminal.print(
                Phrase(ja: "\(tables.count)行を「\(codes)」に書きました", en: "wrote \(tables.count) rows to \(codes)"))
        }
    }
}
