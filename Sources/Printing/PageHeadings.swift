/// The headings of a page, as the HTML that this program writes has them.
public enum PageHeadings {
    /// The text of each, without its markup.
    public static func texts(in page: [UInt8]) -> Set<String> {
        var texts: Set<String> = []
        var place = 0
        while let start = page.first(of: "<h", in: place...) {
            place = start + 2
            guard place + 1 < page.count, (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(page[place]),
                let begin = page[place...].firstIndex(of: UInt8(ascii: ">")),
                let end = page.first(of: "</h", in: begin...)
            else { continue }
            texts.insert(text(of: page[(begin + 1)..<end]))
            place = end
        }
        return texts
    }

    private static func text(of markup: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var isTag = false
        for byte in markup {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag: isTag = false
            default: if !isTag { text.append(byte) }
            }
        }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return escapes.reduce(String(decoding: text, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
    }
}
