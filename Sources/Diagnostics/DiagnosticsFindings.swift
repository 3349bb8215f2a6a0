/// The kinds of findings that are declared in this module.
package enum DiagnosticsFindings {
    package static let all: [DiagnosticCode] = [
        .allowanceWithoutReason, .uselessAllowance, .refusedAllowance,
    ]
}
