import Diagnostics
import Markup
import Mustache
import Records
import Templates

/// Units and words behind a value that do not go with it: 人 behind a percentage, 年 behind a fiscal year, 校 behind a number of people.
struct UnitsBehind {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = UnitsBehind(tree: tree, fields: fields)
        return tree.linedElements.flatMap { element -> [Diagnostic] in
            let pieces = tree.pieces(of: element)
            return pieces.indices.flatMap { place -> [Diagnostic] in
                guard case .value(let tag, _) = pieces[place], let named = fields[tag] else { return [] }
                var (before, behind) = ("", "")
                if place > 0, case .text(let text, _) = pieces[place - 1] { before = text }
                if place + 1 < pieces.count, case .text(let text, _) = pieces[place + 1] { behind = text }
                return [
                    check.unit(tag, named, behind), check.event(tag, named, behind), check.share(tag, named, before),
                ]
                .compactMap(\.self)
            }
        }
    }

    // MARK: Units

    /// The longer before the shorter.
    private static let units = [
        "施設", "時間", "百万円", "万円", "千円", "年連続", "年度", "年間", "か年", "か所", "団体", "世帯", "人", "名", "件", "円", "％", "%",
        "倍", "校", "回", "分", "日", "月", "組", "社", "年", "歳",
    ]
    /// What begins like a unit.
    private static let others = [
        "人数", "名称", "名簿", "分野", "分類", "日本", "日数", "日時", "日程", "月額", "組織", "社会", "年額", "年齢", "件数", "件名", "回数", "校内",
        "校区", "校長", "校種", "円滑", "人口", "人材", "人権", "時間帯", "時間割", "施設名", "団体名", "年間計画",
    ]

    private func unit(_ tag: Int, _ named: LabelledValues.Named, _ behind: String) -> Diagnostic? {
        guard let unit = Self.counted(named, behind) ?? Self.units.first(where: behind.hasPrefix),
            !Self.others.contains(where: behind.hasPrefix),
            let right = rightUnits(tag, named), !right.contains(unit)
        else { return nil }
        let list = right.sorted().joined(separator: "、")
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "「\(named.field.label.ja)」の後に「\(unit)」とあります", en: "\(named.field.label.en) is followed by \(unit)"),
            help: right.isEmpty
                ? Phrase(
                    ja: "単位は値に含まれるか、要りません。タグか単位を直してください",
                    en: "the value has its unit, or needs none: mend the tag or the unit")
                : Phrase(ja: "単位を「\(list)」にするか、タグの名前を直してください", en: "write \(list), or mend the tag"))
    }

    /// の教育委員会 behind the number of facilities.
    private static func counted(_ named: LabelledValues.Named, _ behind: String) -> String? {
        guard named.field.type.itemType?.recordType?.name.hasSuffix("facility") ?? false else { return nil }
        return ["の教育委員会", "の市区町村"].first(where: behind.hasPrefix)
    }

    /// The units that go with a value; nil for any.
    private func rightUnits(_ tag: Int, _ named: LabelledValues.Named) -> Set<String>? {
        let name = tree.tags[tag].name.segments
        if name.last == "count", let item = named.field.type.itemType?.recordType {
            if item.name.hasSuffix("facility") { return ["施設", "か所"] }
            return item.name == "listing_board" ? ["団体"] : nil
        }
        switch named.field.type {
        // 年度 behind it is told as printed twice.
        case .fiscalYear where name.last == named.field.key: return ["年度", "月", "日"]
        case .frequency: return ["分", "時間"]
        default: break
        }
        // What a number counts is told by its unit.
        return switch named.field {
        case FormRequest.pupilYear: ["年"]
        case FormRequest.pupilClass: ["組"]
        // 年5回, as it is written.
        case Activity.frequency: ["分", "時間"]
        default: nil
        }
    }

    // MARK: What happened then

    /// 公表 and 発行 behind another time of a record that has one for it.
    private func event(_ tag: Int, _ named: LabelledValues.Named, _ behind: String) -> Diagnostic? {
        guard Self.isTime(named.field.type), tree.tags[tag].name.segments.last == named.field.key else { return nil }
        let words = behind.hasPrefix("に") ? behind.dropFirst() : behind[...]
        let verb = words.prefix(2)
        guard verb.count == 2,
            verb.allSatisfy({ $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }),
            !named.field.label.ja.contains(verb)
        else { return nil }
        let isFiscalYear = if case .fiscalYear = named.field.type { true } else { false }
        let other = named.record.fields.first {
            $0.key != named.field.key && Self.isTime($0.type) && $0.label.ja.hasPrefix(verb)
        }
        guard other != nil || isFiscalYear && verb == "現在" else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "「\(verb)」の前に印字されるのは「\(named.field.label.ja)」です",
                en: "what is printed before \(verb) is \(named.field.label.en)"),
            help: other.map {
                Phrase(ja: "「\($0.label.ja)」（\($0.key)）のタグにしてください", en: "name \($0.key), \($0.label.en)")
            } ?? Phrase(ja: "日を印字するタグにしてください", en: "name a day"))
    }

    private static func isTime(_ type: FieldType) -> Bool {
        switch type {
        case .date, .month, .fiscalYear: true
        default: false
        }
    }

    // MARK: Shares

    /// 全児童生徒の before a number of people.
    private func share(_ tag: Int, _ named: LabelledValues.Named, _ before: String) -> Diagnostic? {
        guard before.hasSuffix("全児童生徒の"), case .integer = named.field.type else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "割合の所に「\(named.field.label.ja)」が印字されます",
                en: "where a share is meant, \(named.field.label.en) is printed"),
            help: Phrase(ja: "割合（rateなど）のタグにしてください", en: "name the rate"))
    }
}
