import Bytes
import Files
import Japanese

/// Writes findings for a terminal: place, message, the line with a mark under what is meant, notes and what to do.
public struct DiagnosticFormatter {
    private let language: Language
    private let usesColor: Bool
    /// Columns that the excerpt of a line may take before it is cut round the place.
    private let excerptColumns = 100
    /// Most terminals give ambiguous characters one column.
    private let width = DisplayWidth(ambiguous: .narrow)
    private var tables = LineTables()

    public init(language: Language, usesColor: Bool) {
        self.language = language
        self.usesColor = usesColor
    }

    /// The finding as lines of text, each ended by LF.
    public mutating func format(_ diagnostic: Diagnostic) -> String {
        tables.add(diagnostic)
        let label = "\(name(of: diagnostic.severity))[\(diagnostic.code.id)]"
        var text = ""
        if let place = diagnostic.place { text += style(.bold, location(of: place) + ": ") }
        text += style(color(of: diagnostic.severity), label) + style(.bold, ": " + message(diagnostic.summary)) + "\n"
        if let place = diagnostic.place { text += excerpt(place) }
        for note in diagnostic.notes {
            text += "  \(location(of: note.place)): \(name(of: .note)): \(message(note.message))\n"
            text += excerpt(note.place)
        }
        if let help = diagnostic.help {
            text += "  " + style(.help, language == .ja ? "対処" : "help") + ": " + message(help) + "\n"
        }
        return text
    }

    /// "エラー2件、警告1件" after a run; empty where there is nothing to count.
    public func count(of diagnostics: [Diagnostic]) -> String {
        func number(_ severity: Diagnostic.Severity) -> Int { diagnostics.filter { $0.severity == severity }.count }
        let counts = [Diagnostic.Severity.error, .warning, .note].map { ($0, number($0)) }.filter { $0.1 > 0 }
        guard !counts.isEmpty else { return "" }
        return switch language {
        case .ja: counts.map { "\(name(of: $0.0))\($0.1)件" }.joined(separator: "、") + "\n"
        case .en: counts.map { "\($0.1) \(name(of: $0.0))\($0.1 == 1 ? "" : "s")" }.joined(separator: ", ") + "\n"
        }
    }

    private func name(of severity: Diagnostic.Severity) -> String {
        switch (severity, language) {
        case (.error, .ja): "エラー"
        case (.warning, .ja): "警告"
        case (.note, .ja): "注記"
        case (let severity, .en): severity.rawValue
        }
    }

    private func location(of place: Diagnostic.Place) -> String {
        let location = tables[place.source].location(at: place.range.lowerBound)
        return "\(Self.printable(place.source.path)):\(location.line):\(location.column)"
    }

    /// The line of a place and the mark under it.
    private func excerpt(_ place: Diagnostic.Place) -> String {
        let table = tables[place.source]
        let line = table.line(at: place.range.lowerBound)
        let number = String(table.location(at: place.range.lowerBound).line)
        let start = min(place.range.lowerBound, line.upperBound)
        let end = max(start, min(place.range.upperBound, line.upperBound))
        // Of a long line only so much is looked at as can be shown.
        let shown = Limits.messageLength
        var before = Self.printable(place.source.text(max(line.lowerBound, start - shown)..<start))
        var marked = Self.printable(place.source.text(start..<min(end, start + shown)))
        var after = Self.printable(place.source.text(end..<min(line.upperBound, end + shown)))
        cut(&marked, to: excerptColumns * 2 / 3, keepingEnd: false)
        cut(&before, to: (excerptColumns - width.columns(marked)) / 2, keepingEnd: true)
        cut(&after, to: excerptColumns - width.columns(marked) - width.columns(before), keepingEnd: false)
        let gutter = String(repeating: " ", count: number.count)
        let mark = String(repeating: "^", count: max(1, width.columns(marked)))
        return "  \(number) | \(before)\(marked)\(after)\n"
            + "  \(gutter) | \(String(repeating: " ", count: width.columns(before)))\(style(.mark, mark))\n"
    }

    /// A message, which may quote a value of any length, with escapes for the terminal in it.
    private func message(_ phrase: Phrase) -> String {
        let text = phrase[language]
        return Self.printable(text.utf8.count > Limits.messageLength ? text.prefix(Limits.messageLength) + "…" : text)
    }

    /// Text that takes exactly the columns counted for it.
    public static func printable(_ text: String) -> String {
        // C1 controls begin with C2 in UTF-8, what nobody sees or turns the writing's direction with one of these.
        let mayHide = text.utf8.contains { byte in
            switch byte {
            case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3: true
            default: false
            }
        }
        guard mayHide else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar == "\t" ? " " : isHidden(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x3000..<0xE000: return false
        // A joiner makes one sign of several.
        case 0x200D: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    private func cut(_ text: inout String, to columns: Int, keepingEnd: Bool) {
        guard width.columns(text) > columns else { return }
        var kept: [Unicode.Scalar] = []
        var used = 1
        let scalars = Array(text.unicodeScalars)
        for scalar in keepingEnd ? scalars.reversed() : scalars {
            used += width.columns(scalar: scalar.value)
            if used > columns { break }
            kept.append(scalar)
        }
        let part = String(scalars: keepingEnd ? kept.reversed() : kept)
        // U+2026 is ambiguous, so one column here.
        text = keepingEnd ? "…" + part : part + "…"
    }

    private enum Style: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case mark = "1;32"
        case help = "36"
    }

    private func color(of severity: Diagnostic.Severity) -> Style {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    private func style(_ style: Style, _ text: String) -> String {
        usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
