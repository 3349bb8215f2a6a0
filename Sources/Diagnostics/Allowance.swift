import Bytes
public import Files

/// A comment that silences a finding where it is justified: `# shirube: allow D017 理由`, on the line of the finding or on
/// the one above. In templates it stands in a Mustache comment: `{{! shirube: allow T016 理由 }}`.
public enum Allowance {
    struct Comment {
        let place: Diagnostic.Place
        let code: String
        let hasReason: Bool
        /// The bytes of the lines that it speaks of.
        var lines: Range<Int>
    }

    private static let mark = Array("shirube: allow ".utf8)

    /// Whether a file allows anything.
    public static func isAny(in source: SourceFile) -> Bool {
        let (mark, bytes) = (mark, source.bytes)
        return bytes.span.firstIndex(of: mark.span) != nil
    }

    /// Takes out the findings that are silenced in their files, and adds one for each comment that gives no reason, allows
    /// what cannot be allowed, or silences nothing.
    ///
    /// - Parameters:
    ///   - registry: the kinds of findings that there are.
    ///   - isWhole: whether everything was checked, so that a comment that silenced nothing is not needed; where an error
    ///     remains, what lies behind it was not.
    ///   - isJudged: whether all that could be found of a kind in a file was looked for.
    public static func apply(
        to diagnostics: [Diagnostic], sources: [SourceFile], of registry: FindingRegistry, isWhole: Bool,
        isJudged: (DiagnosticCode, SourceFile) -> Bool = { _, _ in true }
    ) -> [Diagnostic] {
        let comments = sources.flatMap { Self.comments(in: $0) }
        guard !comments.isEmpty else { return diagnostics }
        var findings = Findings(diagnostics)
        let useless = comments.filter { comment in
            guard let code = registry[comment.code], code.canBeAllowed else { return false }
            return !findings.silence(code, in: comment.place.source, comment.lines)
                && isJudged(code, comment.place.source)
        }
        let remaining = findings.remaining
        let isWhole = isWhole && !remaining.containsErrors
        return remaining + comments.compactMap { fault($0, registry) }
            + (isWhole ? useless.filter(\.hasReason).map(uselessness) : [])
    }

    /// Findings by their kind and file, in the order of their places.
    private struct Findings {
        private struct Key: Hashable {
            let code: DiagnosticCode
            let path: PathKey
        }

        private let all: [Diagnostic]
        private var places: [Key: [(offset: Int, index: Int)]] = [:]
        private var silenced: Set<Int> = []

        init(_ all: [Diagnostic]) {
            self.all = all
            for (index, diagnostic) in all.enumerated() where diagnostic.code.canBeAllowed {
                guard let place = diagnostic.place else { continue }
                let key = Key(code: diagnostic.code, path: place.source.key)
                places[key, default: []].append((place.range.lowerBound, index))
            }
            for key in places.keys { places[key]?.sort { $0 < $1 } }
        }

        /// - Returns: whether there was anything to silence.
        mutating func silence(_ code: DiagnosticCode, in source: SourceFile, _ lines: Range<Int>) -> Bool {
            guard let places = places[Key(code: code, path: source.key)] else { return false }
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle].offset < lines.lowerBound { low = middle + 1 } else { high = middle }
            }
            let found = places[low...].prefix { $0.offset < lines.upperBound }
            silenced.formUnion(found.map(\.index))
            return !found.isEmpty
        }

        var remaining: [Diagnostic] { all.indices.filter { !silenced.contains($0) }.map { all[$0] } }
    }

    // MARK: Reading

    private static func comments(in source: SourceFile) -> [Comment] {
        let bytes = source.bytes
        guard bytes.span.firstIndex(of: mark.span) != nil else { return [] }
        var comments: [Comment] = []
        /// Those that stand alone, and speak of the next line that is more than a comment.
        var waiting: [Int] = []
        var lineStart = 0
        while lineStart < bytes.count {
            let lineEnd = bytes.span.firstIndex(of: 0x0A, from: lineStart) ?? bytes.count
            let line = bytes[lineStart..<lineEnd]
            if isContent(line) {
                for index in waiting { comments[index].lines = comments[index].lines.lowerBound..<lineEnd }
                waiting = []
            }
            for comment in Self.comments(in: lineStart..<lineEnd, of: source) {
                if !isContent(line) { waiting.append(comments.count) }
                comments.append(comment)
            }
            lineStart = lineEnd + 1
        }
        for index in waiting { comments[index].lines = comments[index].lines.lowerBound..<bytes.count }
        return comments
    }

    /// The allowances of one line, each speaking of that line.
    private static func comments(in line: Range<Int>, of source: SourceFile) -> [Comment] {
        let bytes = source.bytes
        // It must be a comment, of YAML or of Mustache.
        guard let sign = bytes[line].firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }) else {
            return []
        }
        var starts: [Int] = []
        var index = sign
        while let start = bytes.span.extracting(..<line.upperBound).firstIndex(of: mark.span, from: index) {
            starts.append(start)
            index = start + mark.count
        }
        let ends = starts.dropFirst() + [line.upperBound]
        return zip(starts, ends).compactMap { start, end in
            let rest = source.text(start + mark.count..<end).replacing("}}", with: " ")
            let words = rest.split { $0 == " " || $0 == "　" || $0 == "\r" }
            guard let code = words.first else { return nil }
            return Comment(
                place: Diagnostic.Place(source, start..<end), code: String(code),
                hasReason: words.dropFirst().contains { $0.contains { $0.isLetter || $0.isNumber } }, lines: line)
        }
    }

    /// Whether a line is more than blank or a comment of YAML or Mustache.
    private static func isContent(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = text.first, first != UInt8(ascii: "#") else { return false }
        guard text.starts(with: "{{!".utf8) else { return true }
        let end = zip(text.indices, text.indices.dropFirst()).first { text[$0] == 0x7D && text[$1] == 0x7D }
        return end.map { text[($0.1 + 1)...].contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } } ?? true
    }
}
