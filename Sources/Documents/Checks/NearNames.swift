import Bytes
import Diagnostics
import Records

/// Names that are nearly one of the board's own, in quotation marks and in a sentence: 「Palたからずか」 for 「Palたからづか」.
enum NearNames {
    static func findings(in prose: TemplateProse, _ names: BoardNames) -> [Diagnostic] {
        prose.paragraphs.flatMap { paragraph -> [Diagnostic] in
            let quoted = quoted(in: paragraph.scalars)
            let inQuotes = quoted.compactMap { range in
                names.near(Array(paragraph.scalars[range])).map { (range: range, name: $0) }
            }
            let inSentences = names.nearlyHeld(in: paragraph.scalars).filter { found in
                !inQuotes.contains { $0.range.overlaps(found.range) }
            }
            return (inQuotes + inSentences).map { range, name in
                let written = String(scalars: paragraph.scalars[range])
                return .nearName(
                    at: Diagnostic.Place(prose.source, paragraph.range(range)),
                    Phrase(
                        ja: "「\(written)」は、データにある名称「\(name)」と少し違います",
                        en: "\"\(written)\" is not quite \"\(name)\", which the data have"),
                    usual: names.place(of: name), Phrase(ja: "データにある名称です", en: "the data's"))
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
