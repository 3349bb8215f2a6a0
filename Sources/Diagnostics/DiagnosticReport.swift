import Files
public import JSON

/// Findings for other programs.
public struct DiagnosticReport: Sendable {
    private let language: Language
    private var tables = LineTables()

    public init(language: Language) {
        self.language = language
    }

    /// `{"version": 1, "findings": […]}`: lines and columns from 1, columns in Unicode scalars, ends exclusive.
    public func json(_ diagnostics: [Diagnostic]) -> JSONValue {
        let report = adding(diagnostics)
        return .object([
            ("version", .number(1)), ("findings", .items(diagnostics.count) { report.finding(diagnostics[$0]) }),
        ])
    }

    /// The report with the line tables of all files, so that its values can be made one by one as they are written.
    private func adding(_ diagnostics: [Diagnostic]) -> Self {
        var report = self
        for diagnostic in diagnostics { report.tables.add(diagnostic) }
        return report
    }

    private func finding(_ diagnostic: Diagnostic) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .string(diagnostic.code.id)), ("severity", .string(diagnostic.severity.rawValue)),
        ]
        if let place = diagnostic.place { members += location(place) }
        members.append(("message", .string(diagnostic.summary[language])))
        if let help = diagnostic.help { members.append(("help", .string(help[language]))) }
        var notes: [JSONValue] = []
        for note in diagnostic.notes {
            notes.append(.object(location(note.place) + [("message", .string(note.message[language]))]))
        }
        members.append(("notes", .array(notes)))
        let fixes = diagnostic.fixIts.map { fixIt -> JSONValue in
            .object(
                location(fixIt.place) + [
                    ("replacement", .string(fixIt.replacement)), ("certain", .boolean(fixIt.isCertain)),
                ])
        }
        members.append(("fixes", .array(fixes)))
        return .object(members)
    }

    private func location(_ place: Diagnostic.Place) -> [(String, JSONValue)] {
        let (start, end) = locations(of: place)
        return [
            ("file", .string(place.source.path)), ("line", .number(start.line)), ("column", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ]
    }

    private func locations(of place: Diagnostic.Place) -> (start: SourceLocation, end: SourceLocation) {
        let table = tables[place.source]
        return (table.location(at: place.range.lowerBound), table.location(at: place.range.upperBound))
    }

    // MARK: SARIF

    /// A SARIF 2.1.0 log with one run; columns in Unicode code points, ends exclusive (§3.30).
    public func sarif(_ diagnostics: [Diagnostic], version: String) -> JSONValue {
        let codes = Set(diagnostics.map(\.code)).sorted { $0.id < $1.id }
        let report = adding(diagnostics)
        let driver: [(String, JSONValue)] = [
            ("name", .string("shirube")), ("version", .string(version)), ("language", .string(language.rawValue)),
            ("rules", .array(codes.map(rule))),
        ]
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .object([
                        ("tool", .object([("driver", .object(driver))])),
                        ("columnKind", .string("unicodeCodePoints")),
                        ("results", .items(diagnostics.count) { report.result(diagnostics[$0], codes) }),
                    ])
                ])
            ),
        ])
    }

    /// A kind of finding (§3.49).
    private func rule(_ code: DiagnosticCode) -> JSONValue {
        let meaning = JSONValue.object([("text", .string(code.explanation.meaning[language]))])
        return .object([("id", .string(code.id)), ("shortDescription", meaning)])
    }

    private func result(_ diagnostic: Diagnostic, _ codes: [DiagnosticCode]) -> JSONValue {
        let help = diagnostic.help.map { "\n" + $0[language] } ?? ""
        var members: [(String, JSONValue)] = [
            ("ruleId", .string(diagnostic.code.id)),
            ("ruleIndex", .number(codes.firstIndex(of: diagnostic.code) ?? 0)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(diagnostic.summary[language] + help))])),
        ]
        if let place = diagnostic.place {
            members.append(("locations", .array([.object([("physicalLocation", physical(place))])])))
        }
        if !diagnostic.notes.isEmpty {
            var related: [JSONValue] = []
            for note in diagnostic.notes {
                related.append(
                    .object([
                        ("physicalLocation", physical(note.place)),
                        ("message", .object([("text", .string(note.message[language]))])),
                    ]))
            }
            members.append(("relatedLocations", .array(related)))
        }
        if !diagnostic.fixIts.isEmpty {
            var fixes: [JSONValue] = []
            for fixIt in diagnostic.fixIts { fixes.append(fix(fixIt)) }
            members.append(("fixes", .array(fixes)))
        }
        return .object(members)
    }

    private func fix(_ fixIt: Diagnostic.FixIt) -> JSONValue {
        let replacement: [(String, JSONValue)] = [
            ("deletedRegion", region(fixIt.place)),
            ("insertedContent", .object([("text", .string(fixIt.replacement))])),
        ]
        let change: [(String, JSONValue)] = [
            ("artifactLocation", artifact(fixIt.place)), ("replacements", .array([.object(replacement)])),
        ]
        return .object([("artifactChanges", .array([.object(change)]))])
    }

    private func physical(_ place: Diagnostic.Place) -> JSONValue {
        .object([("artifactLocation", artifact(place)), ("region", region(place))])
    }

    private func artifact(_ place: Diagnostic.Place) -> JSONValue {
        .object([("uri", .string(uri(place.source.path)))])
    }

    private func region(_ place: Diagnostic.Place) -> JSONValue {
        let (start, end) = locations(of: place)
        return .object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)), ("endLine", .number(end.line)),
            ("endColumn", .number(end.column)),
        ])
    }

    /// A path as a URI reference (RFC 3986): bytes that are no unreserved characters are escaped.
    private func uri(_ path: String) -> String {
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
