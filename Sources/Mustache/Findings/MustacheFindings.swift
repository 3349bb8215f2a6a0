package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum MustacheFindings {
    package static let all: [DiagnosticCode] = [
        .mustacheUnclosedTag, .mustacheUnclosedSection, .mustacheUnopenedSection, .mustacheEmptyTag, .mustacheDelimiter,
        .mustacheMissingPartial, .mustacheRecursion, .mustacheUnsupported, .mustacheEncoding,
    ]
}
