/// Numbers of headings typed into prose: Ⅰの2, 第Ⅱ章, 第3章.
enum CitedHeadings {
    /// The numbers as references print them, with the scalars they take.
    static func numbers(in paragraph: TemplateProse.Paragraph) -> [(number: String, range: Range<Int>)] {
        let text = paragraph.scalars
        var found: [(number: String, range: Range<Int>)] = []
        for index in text.indices where isRoman(text[index]) {
            let chapter = String(text[index])
            let isSection = index + 2 < text.count && text[index + 1] == "の" && isDigit(text[index + 2])
            if isSection {
                var end = index + 2
                while end < text.count, isDigit(text[end]) { end += 1 }
                let section = String(String.UnicodeScalarView(text[index + 2..<end]))
                found.append((chapter + "の" + section, index..<end))
            } else if index > 0, text[index - 1] == "第", index + 1 < text.count, text[index + 1] == "章" {
                found.append((chapter, index - 1..<index + 2))
            }
        }
        return found
    }

    private static func isRoman(_ scalar: Unicode.Scalar) -> Bool { (0x2160...0x216B).contains(scalar.value) }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
}
