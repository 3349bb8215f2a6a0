import Diagnostics
import Records

/// Names in quotation marks that are nearly one of the board's own: 「Palたからずか」 for 「Palたからづか」.
enum NearNames {
    static func findings(in prose: TemplateProse, _ names: BoardNames) -> [Diagnostic] {
        prose.paragraphs.flatMap { paragraph in
            quoted(in: paragraph.scalars).compactMap { range -> Diagnostic? in
                guard let name = names.near(Array(paragraph.scalars[range])) else { return nil }
                let written = String(String.UnicodeScalarView(paragraph.scalars[range]))
                return Diagnostic(
                    .nearName, .warning, at: Diagnostic.Place(prose.source, paragraph.range(range)),
                    Phrase(
                        ja: "「\(written)」は、データにある名称「\(name)」と少し違います",
                        en: "\"\(written)\" is not quite \"\(name)\", which the data have"),
                    help: Phrase(
                        ja: "どちらかに直してください。別のものなら、認めることができます",
                        en: "write one of the two; where it is something else, it can be allowed"))
            }
        }
    }

    /// What stands in 「」, without other marks in it.
    private static func quoted(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in text.indices {
            switch text[index] {
            case "「": start = index + 1
            case "」":
                if let start, start < index { found.append(start..<index) }
                start = nil
            default: break
            }
        }
        return found
    }
}
