package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum TemplatesFindings {
    package static let all: [DiagnosticCode] = [
        .mustacheStrayText, .unescapedTag, .malformedMarkup, .unknownElement, .unknownAttribute, .misplacedTag,
        .unusedBlock, .cutElement,
    ]
}
