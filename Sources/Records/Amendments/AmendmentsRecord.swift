public import Diagnostics
import StrictYAML

/// A table of old against new as a template names it: `{{#amendments.sections}}`.
public enum AmendmentsRecord {
    public static let new = Field<String>("new", .text, ja: "新しい版", en: "new edition")
    public static let old = Field<String>("old", .text, ja: "前の版", en: "old edition")
    public static let sections = Field<RecordList>(
        "sections", .list(.record(Section.type)), ja: "対照表のまとまり", en: "parts of the table")
    static let uncompared = Field<RecordList>(
        "uncompared", .list(.record(Named.type)), ja: "比べていない文書", en: "documents that were not compared")
    public static let list = Field<RecordView>("list", .record(List.type), ja: "民間施設一覧の変更", en: "changes of the list")

    static let type = RecordType(
        "amendments", ja: "新旧対照", en: "old against new", hasSource: false, [new, old, uncompared, sections, list])

    enum Section {
        static let title = Field<String>("title", .text, ja: "見出し", en: "title")
        static let rows = Field<RecordList>("rows", .list(.record(Row.type)), ja: "行", en: "rows")
        static let type = RecordType(
            "amended_section", ja: "対照表のまとまり", en: "part of the table", hasSource: false, [title, rows])
    }

    enum Row {
        static let kind = Field<String>(
            "kind",
            .choice([
                .init("added", ja: "追加", en: "added"), .init("removed", ja: "削除", en: "removed"),
                .init("moved", ja: "移動", en: "moved"), .init("changed", ja: "変更", en: "changed"),
                .init("unchanged", ja: "略", en: "unchanged"),
            ]), ja: "種別", en: "kind")
        static let place = Field<String>("place", .text, .optional, ja: "箇所", en: "what is amended")
        static let new = Field<RecordList>("new", .list(.record(Piece.type)), .optional, ja: "新", en: "new text")
        static let old = Field<RecordList>("old", .list(.record(Piece.type)), .optional, ja: "旧", en: "old text")
        static let difference = Field<String>("difference", .text, .optional, ja: "差", en: "difference")
        static let rate = Field<String>("rate", .text, .optional, ja: "増減率", en: "rate of change")
        static let type = RecordType(
            "amendment", ja: "対照表の行", en: "row of the table", hasSource: false,
            [kind, place, new, old, difference, rate])
    }

    enum Piece {
        static let text = Field<String>("text", .lines, ja: "文字列", en: "text")
        static let changed = Field<Bool>("changed", .boolean, .optional, ja: "変わった", en: "changed")
        static let type = RecordType(
            "amended_piece", ja: "文字列", en: "piece of text", hasSource: false, [text, changed])
    }

    enum List {
        static let added = Field<RecordList>("added", .list(.record(Named.type)), ja: "加えた施設", en: "added")
        static let removed = Field<RecordList>("removed", .list(.record(Named.type)), ja: "載せなくなった施設", en: "removed")
        static let changed = Field<RecordList>("changed", .list(.record(Changed.type)), ja: "改めた施設", en: "changed")
        static let isAmended = Field<Bool>(
            derived: "is_amended", .boolean, ja: "変更の有無", en: "whether something has changed",
            where: Phrase(ja: "加えた、改めた又は載せなくなった施設があるとき", en: "where a facility was added, changed or removed")
        ) { list in DerivedValues.truth([added, removed, changed].contains { !list.records($0).isEmpty }) }
        static let type = RecordType(
            "amended_list", ja: "民間施設一覧の変更", en: "changes of the list", hasSource: false,
            [added, removed, changed, isAmended])
    }

    enum Named {
        static let name = Field<String>("name", .text, ja: "名称", en: "name")
        static let type = RecordType("amended_name", ja: "名称", en: "name", hasSource: false, [name])
    }

    enum Changed {
        static let name = Field<String>("name", .text, ja: "名称", en: "name")
        static let fields = Field<RecordList>(
            "fields", .list(.record(Named.type)), ja: "改めた項目", en: "fields that changed")
        static let type = RecordType(
            "amended_facility", ja: "改めた施設", en: "facility that changed", hasSource: false, [name, fields])
    }
}

extension Board {
    /// The same board with a table of old against new, which templates name `amendments`.
    public func with(_ amendments: Amendments) throws(ParseError) -> Board {
        try with(.amendments, AmendmentsRecord.type, amendments.json)
    }
}
