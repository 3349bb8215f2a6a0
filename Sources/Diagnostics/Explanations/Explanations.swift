extension DiagnosticCode {
    /// What `shirube explain` says of it.
    public var explanation: Explanation {
        let explanation: Explanation? =
            switch rawValue.first {
            case "F", "A": Explanation.files(self)
            case "Y": Explanation.yaml(self)
            case "M": Explanation.mustache(self)
            case "R": Explanation.records(self)
            case "P": Explanation.reference(self)
            case "D": Explanation.data(self)
            case "J": Explanation.japanese(self) ?? Explanation.wording(self)
            case "T": Explanation.templates(self)
            default: nil
            }
        guard let explanation else { preconditionFailure("\(self) has no explanation") }
        return explanation
    }
}
