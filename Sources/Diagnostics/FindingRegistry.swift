/// The kinds of findings that a program has, each module's by themselves, by their codes.
public struct FindingRegistry: Sendable {
    /// In the order of their codes.
    public let codes: [DiagnosticCode]
    private let byID: [String: DiagnosticCode]

    public init(_ modules: [[DiagnosticCode]]) {
        codes = modules.joined().sorted { $0.id < $1.id }
        byID = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    }

    /// The kind of a code; nil where there is none.
    public subscript(id: String) -> DiagnosticCode? { byID[id] }
}
