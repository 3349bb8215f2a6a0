import Diagnostics
import Files
import Markup
import Templates

/// Reads the words that the program puts into pages: lines of `name: words`, in `Templates/words/ja.txt` and the like.
enum WordsFile {
    /// Adds a file's words to those that there are, and tells what is wrong with it.
    static func read(_ source: SourceFile, into words: inout PageWords) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var seen: Set<PageWords.Name> = []
        // Editors of Windows put a byte order mark in front.
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for line in source.bytes[start...].split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self).trimmingSpaces
            if text.isEmpty || text.hasPrefix("#") { continue }
            let place = Diagnostic.Place(source, line.startIndex..<line.endIndex)
            guard let colon = text.firstIndex(of: ":") else {
                findings.append(malformed(at: place))
                continue
            }
            let key = text[..<colon].trimmingSpaces
            guard let name = PageWords.Name(rawValue: key) else {
                findings.append(unknown(key, among: PageWords.Name.allCases.map(\.rawValue), at: place))
                continue
            }
            if !seen.insert(name).inserted { findings.append(twice(key, at: place)) }
            let pattern = unquoted(text[text.index(after: colon)...].trimmingSpaces)
            guard let pattern, isWhole(pattern) else {
                findings.append(malformed(at: place))
                // They are there, if not right: pages that need them say no more.
                _ = words.set(name, name.slots.map { "{\($0)}" }.joined())
                continue
            }
            let unknownSlots = words.set(name, pattern)
            findings += unknownSlots.map { unknown($0, among: name.slots, at: place) }
            if unknownSlots.isEmpty { findings += name.slots.compactMap { miscounted($0, in: pattern, at: place) } }
        }
        return findings
    }

    /// Whether there are words, all of them can be read, and braces are closed.
    private static func isWhole(_ pattern: String) -> Bool {
        var isOpen = false
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "{", "}":
                guard isOpen == (scalar == "}") else { return false }
                isOpen.toggle()
            case "｛" where !isOpen, "｝" where !isOpen, "\u{FFFD}": return false
            default: break
            }
        }
        return !isOpen && !pattern.trimmingSpaces.isEmpty
    }

    /// Words in quotation marks may begin and end with spaces; nil where a mark is not closed.
    private static func unquoted(_ text: String) -> String? {
        guard text.hasPrefix("\"") || text.hasSuffix("\"") else { return text }
        return text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
            ? String(text.dropFirst().dropLast()) : nil
    }

    /// A value that is left out, or stands there twice.
    private static func miscounted(_ slot: String, in pattern: String, at place: Diagnostic.Place) -> Diagnostic? {
        let count = pattern.ranges(of: "{\(slot)}").count
        guard count != 1 else { return nil }
        return Diagnostic(
            .malformedMarkup, at: place,
            count == 0
                ? Phrase(ja: "値の入る「{\(slot)}」がありません", en: "there is no {\(slot)}, where a value goes")
                : Phrase(
                    ja: "値の入る「{\(slot)}」が\(count)か所にあります",
                    en: "{\(slot)}, where a value goes, stands there \(count) times"),
            help: Phrase(ja: "値を入れる1か所にだけ、「{\(slot)}」と書いてください", en: "write {\(slot)} once, where the value is to stand")
        )
    }

    private static func malformed(at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .malformedMarkup, at: place,
            Phrase(ja: "「名前: 言葉」の形ではありません", en: "this is not of the form \"name: words\""),
            help: Phrase(
                ja: "UTF-8で、「contents: もくじ」のように言葉を書いてください。入る値の「{」「}」と、囲む「\"」は、半角で対にします",
                en:
                    "write words in UTF-8, as in \"contents: Contents\"; braces of values and quotation marks stand in pairs"
            ))
    }

    private static func unknown(_ name: String, among names: [String], at place: Diagnostic.Place) -> Diagnostic {
        let nearest = NearestName.find(name, among: names)
        return Diagnostic(
            .unknownName, at: place,
            Phrase(ja: "「\(name)」という名前はありません", en: "there is no name \"\(name)\""),
            help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                ?? (names.isEmpty
                    ? Phrase(ja: "ここに入る値はありません。{ }を消してください", en: "no value goes there: delete the braces")
                    : Phrase(
                        ja: "使えるのは、\(names.joined(separator: "、"))です", en: "there are: \(names.joined(separator: ", "))"
                    )))
    }

    private static func twice(_ name: String, at place: Diagnostic.Place) -> Diagnostic {
        Diagnostic(
            .duplicateAnchor, at: place,
            Phrase(ja: "「\(name)」が2回書かれています", en: "\"\(name)\" is written twice"),
            help: Phrase(ja: "どちらかを消してください", en: "delete one of them"))
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        func isSpace(_ character: Character) -> Bool { character.unicodeScalars.allSatisfy { $0.value <= 0x20 } }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
