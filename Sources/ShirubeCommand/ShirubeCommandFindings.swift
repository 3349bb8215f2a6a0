package import Diagnostics
import Documents
import Mustache
import Proofreading
import Records
import StrictYAML
import Templates

/// The kinds of findings that are declared in this module.
enum ShirubeCommandFindings {
    static let all: [DiagnosticCode] = [
        .unreadFile, .unusedTemplate,
    ]
}

extension FindingRegistry {
    package static let shirube = FindingRegistry([
        DiagnosticsFindings.all, StrictYAMLFindings.all, MustacheFindings.all, ProofreadingFindings.all,
        TemplatesFindings.all, RecordsFindings.all, DocumentsFindings.all, ShirubeCommandFindings.all,
    ])
}
