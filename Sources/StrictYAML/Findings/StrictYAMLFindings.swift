package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum StrictYAMLFindings {
    package static let all: [DiagnosticCode] = [
        .yamlEncoding, .yamlControlCharacter, .yamlTab, .yamlAnchor, .yamlAlias, .yamlTag, .yamlMergeKey,
        .yamlDirective, .yamlSeveralDocuments, .yamlComplexKey, .yamlDuplicateKey, .yamlDepth, .yamlIndentation,
        .yamlReservedIndicator, .yamlUnterminated, .yamlEscape, .yamlUnexpected, .yamlMappingInValue,
        .yamlBlockScalarHeader, .yamlComment, .yamlMissingColon, .yamlIdeographicSpace, .yamlDash,
    ]
}
