import Files

extension Allowance {
    /// The comment that allows a kind of finding.
    public static func comment(allowing code: String, inTemplate isTemplate: Bool) -> Phrase {
        isTemplate
            ? Phrase(ja: "{{! shirube: allow \(code) 理由 }}", en: "{{! shirube: allow \(code) reason }}")
            : Phrase(ja: "# shirube: allow \(code) 理由", en: "# shirube: allow \(code) reason")
    }

    /// Whether comments are written as a template's.
    static func isTemplate(_ source: SourceFile) -> Bool { !source.path.hasSuffix(".yaml") }

    /// How to allow what may be right as it stands, said once for all findings of a run; nil where there is nothing to allow.
    public static func advice(on diagnostics: [Diagnostic]) -> Phrase? {
        let allowable = diagnostics.filter { $0.code.canBeAllowed }.compactMap { finding in
            finding.place.map { (code: finding.code.id, isTemplate: isTemplate($0.source)) }
        }
        let codes = Set(allowable.map(\.code)).sorted()
        let comments = [false, true].compactMap { isTemplate -> Phrase? in
            let code = allowable.filter { $0.isTemplate == isTemplate }.map(\.code).min()
            return code.map { comment(allowing: $0, inTemplate: isTemplate) }
        }
        guard let first = comments.first else { return nil }
        let inTemplates =
            comments.count > 1
            ? Phrase(ja: "（ひな形では「\(comments[1].ja)」）", en: " (in templates \"\(comments[1].en)\")")
            : Phrase(ja: "", en: "")
        return Phrase(
            ja: "\(codes.joined(separator: "、"))は、確かめた結果そのとおりで正しければ、"
                + "その行のすぐ上にメモ「\(first.ja)」\(inTemplates.ja)を書いて認めることができます",
            en: "where it is right as it stands, \(codes.joined(separator: ", ")) can be allowed: "
                + "write \"\(first.en)\"\(inTemplates.en) on the line above it")
    }
}
