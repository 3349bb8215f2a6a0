public import Files

/// One finding: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable {
    public enum Severity: String, Sendable { case error, warning, note }

    /// A place in a file.
    public struct Place: Hashable, Sendable {
        public let source: SourceFile
        /// Bytes.
        public let range: Range<Int>

        public init(_ source: SourceFile, _ range: Range<Int>) {
            self.source = source
            self.range = range
        }

        /// Its file and line, as programs write them: `a.yaml:3`.
        public var fileAndLine: String {
            "\(source.path):\(LineTable(source).location(at: range.lowerBound).line)"
        }

        public static func == (lhs: Place, rhs: Place) -> Bool {
            lhs.source === rhs.source && lhs.range == rhs.range
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(ObjectIdentifier(source))
            hasher.combine(range)
        }
    }

    /// Another place that has to do with the finding.
    public struct Note: Sendable {
        public let place: Place
        public let message: Phrase

        public init(_ place: Place, _ message: Phrase) {
            self.place = place
            self.message = message
        }

        /// Nothing where there is no place to show.
        public init?(_ place: Place?, _ message: Phrase) {
            guard let place else { return nil }
            self.init(place, message)
        }
    }

    /// A replacement that mends the finding.
    public struct FixIt: Hashable, Sendable {
        public let place: Place
        public let replacement: String
        /// Whether it says the same in its right form, so that it can be applied without asking.
        public let isCertain: Bool

        public init(_ place: Place, replacement: String, isCertain: Bool = false) {
            self.place = place
            self.replacement = replacement
            self.isCertain = isCertain
        }
    }

    public let code: DiagnosticCode
    public let severity: Severity
    /// nil for what is in no file: a folder that is missing, say.
    public let place: Place?
    /// One line: what is wrong.
    public let summary: Phrase
    /// What to do.
    public let help: Phrase?
    public let notes: [Note]
    public let fixIts: [FixIt]

    public init(
        _ code: DiagnosticCode, _ severity: Severity = .error, at place: Place?, _ summary: Phrase,
        help: Phrase? = nil, notes: [Note?] = [], fixIts: [FixIt] = []
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.summary = summary
        self.help = help
        self.notes = notes.compactMap(\.self)
        self.fixIts = fixIts
    }

    /// - Parameter replacement: what stands at the place when it is right; nil where that is not known.
    public init(
        _ code: DiagnosticCode, _ severity: Severity = .error, at place: Place?, _ summary: Phrase,
        help: Phrase? = nil, notes: [Note?] = [], replacement: String?, isCertain: Bool = false
    ) {
        let fixIt = replacement.flatMap { text in place.map { FixIt($0, replacement: text, isCertain: isCertain) } }
        self.init(code, severity, at: place, summary, help: help, notes: notes, fixIts: fixIt.map { [$0] } ?? [])
    }
}

extension Diagnostic {
    /// The same as a note, where somebody may have known better.
    public var asNoteIfAllowed: Diagnostic {
        guard code.canBeAllowed else { return self }
        return Diagnostic(code, .note, at: place, summary, help: help, notes: notes.map(\.self), fixIts: fixIts)
    }
}

extension Sequence<Diagnostic> {
    /// Without those that say the same of the same place again: boards share templates.
    public func withoutRepetitions() -> [Diagnostic] {
        var seen: Set<Repetition> = []
        return filter {
            seen.insert(
                Repetition(
                    code: $0.code, path: $0.place?.source.key, offset: $0.place?.range.lowerBound, summary: $0.summary)
            ).inserted
        }
    }

    public var containsErrors: Bool { contains { $0.severity == .error } }

    /// Whether something is wrong after which there is nothing to publish, whatever is allowed.
    public var containsErrorsThatCannotBeAllowed: Bool {
        contains { $0.severity == .error && !$0.code.canBeAllowed }
    }

    /// By file, then by place, in the order of reporting where both are the same.
    public func sortedByPlace() -> [Diagnostic] {
        let all = Array(self)
        let keys = all.map { ($0.place?.source.key ?? PathKey(""), $0.place?.range.lowerBound ?? 0) }
        return all.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }.map { all[$0] }
    }
}

/// What two findings share of which one is enough.
private struct Repetition: Hashable {
    let code: DiagnosticCode
    let path: PathKey?
    let offset: Int?
    let summary: Phrase
}

/// Ends what cannot go on; it carries the finding that tells why.
public struct ParseError: Error, Sendable {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
