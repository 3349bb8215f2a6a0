import Diagnostics
import Files
import Japanese
import Markup
import Mustache
import Records
import Templates

/// What stands right behind a tag and goes with another kind of value: {{capacity}}回, {{minutes_to}}時間, {{agreement.to.year}}末.
enum UnitsBehindTags {
    /// - Parameter fields: by their tags' places.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let line = RangeEnds.nodesInLines(of: tree)
        return zip(line, line.dropFirst()).compactMap { node, next in
            guard case .value(let tag) = tree.nodes[node].kind,
                case .text(let start, let end) = tree.nodes[next].kind, let field = fields[Int(tag)]
            else { return nil }
            let name = tree.tags[Int(tag)].name.text
            let text = String(decoding: tree.text[Int(start)..<Int(end)].prefix(24), as: UTF8.self)
            return wrong(behind: field, name, text).map { report($0, field.field, tree.tags[Int(tag)].place) }
        }
    }

    /// The unit or word that does not go with a field.
    private static func wrong(behind named: LabelledValues.Named, _ name: String, _ text: String) -> String? {
        switch named.field.type {
        // {{to.year}} is 令和4年; a fiscal year ends in March of the next.
        case .fiscalYear where name.hasSuffix(".year"):
            return ["度", "生まれ"].contains(where: { text.hasPrefix($0) }) ? nil : ""
        // 令和7年3月度 is said of no month of issue.
        case .month where !name.hasSuffix(".year"): return text.hasPrefix("度") ? "度" : nil
        default: break
        }
        guard let right = units(of: named, name), let written = units.first(where: { text.hasPrefix($0) }),
            !right.contains(written)
        else { return nil }
        return written
    }

    /// What may be counted, the longer before the shorter.
    private static let units = [
        "か月", "カ月", "ヶ月", "か年", "カ年", "施設", "時間", "世帯", "学級", "千円", "万円", "倍", "％", "%", "人", "名", "回", "校", "件", "円",
        "分", "年", "日", "組", "冊", "台", "点", "歳", "社",
    ]

    private static let people: Set<String> = ["人", "名"]

    /// The units that go with a field; nil for one that may count anything.
    private static func units(of named: LabelledValues.Named, _ name: String) -> Set<String>? {
        switch named.field {
        case Period.years: return ["年", "か年", "カ年"]
        case Observation.primary, Observation.lowerSecondary, Observation.enrolment: return people
        // A series of the board's own may count what it likes.
        case Observation.count, Series.increase, Series.decrease, Series.totalIncrease, Series.totalDecrease:
            return ["statistics.national.", "statistics.city."].contains { name.hasPrefix($0) } ? people : nil
        default: break
        }
        if let unit = named.field.unit { return unit == "人" ? people : [unit] }
        return switch named.field.type {
        case .rate: ["%", "％"]
        case .money: ["分", "日"]
        default: nil
        }
    }

    private static func report(_ written: String, _ field: FieldDeclaration, _ place: Diagnostic.Place) -> Diagnostic {
        let tag = place.source.text(place.range)
        return Diagnostic(
            .labelMismatch, .warning, at: place,
            written.isEmpty
                ? Phrase(
                    ja: "「\(tag)」は年度なので、「年」だけでは別の期間になります",
                    en: "\(tag) is a fiscal year, and \"年\" by itself is another span")
                : Phrase(
                    ja: "「\(tag)」は「\(field.label.ja)」で、「\(written)」では数えません",
                    en: "\(tag) is the \(field.label.en), which is not counted in \"\(written)\""),
            help: written.isEmpty
                ? Phrase(ja: "タグから「.year」を取るか、「度」を続けてください", en: "leave out .year, or write 度 behind it")
                : Phrase(ja: "単位か、タグの名前を直してください", en: "mend the unit or the tag"))
    }
}
