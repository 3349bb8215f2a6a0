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
            let pattern = text[text.index(after: colon)...].trimmingSpaces
            guard isWhole(pattern) else {
                findings.append(malformed(at: place))
                continue
            }
            let unknownSlots = words.set(name, unquoted(pattern))
            findings += unknownSlots.map { unknown($0, among: name.slots, at: place) }
        }
        return findings
    }

    /// Whether there are words, all of them can be read, and marks and braces are closed.
    private static func isWhole(_ pattern: String) -> Bool {
        let rest = pattern.replacing(#/\{[^{}]*\}/#, with: "")
        return !pattern.isEmpty && !pattern.contains("\u{FFFD}") && !rest.contains { "{}｛｝".contains($0) }
            && pattern.hasPrefix("\"") == pattern.hasSuffix("\"") && pattern != "\""
    }

    /// Words in quotation marks may begin and end with spaces.
    private static func unquoted(_ text: String) -> String {
        text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
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
