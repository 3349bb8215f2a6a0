extension DiagnosticCode {
    package static let allowanceWithoutReason = DiagnosticCode(
        "A001", canBeAllowed: false,
        meaning: (
            ja: "指摘を認めるメモに、理由が書かれていません。",
            en: "A comment allows a finding without saying why."
        ),
        reason: (
            ja: "理由がないと、次の担当者が、認めてよいものか見落としかを判断できません。",
            en: "Without a reason, whoever comes next cannot tell a decision from an oversight."
        ),
        wrong: "web: http://www.example.jp/  # shirube: allow D017",
        right: "web: http://www.example.jp/  # shirube: allow D017 施設に確認済み。httpsのページはない")

    package static let uselessAllowance = DiagnosticCode(
        "A002", canBeAllowed: false,
        meaning: (
            ja: "指摘を認めるメモがありますが、その指摘は、メモの行にも次の行にも出ていません。",
            en: "A comment allows a finding that occurs neither on its line nor on the next."
        ),
        reason: (
            ja: "要らなくなったメモを残すと、後で同じ場所に生じた本当の誤りが隠れます。",
            en: "Left in place, it would hide a real mistake made there later."
        ),
        wrong: "web: https://www.example.jp/  # shirube: allow D017 httpsのページはない",
        right: "web: https://www.example.jp/")

    package static let refusedAllowance = DiagnosticCode(
        "A003", canBeAllowed: false,
        meaning: (
            ja: "認めることのできない指摘、又はない記号の指摘を認めるメモがあります。",
            en: "A comment allows a kind of finding that cannot be allowed, or that does not exist."
        ),
        reason: (
            ja: """
            値が読めない、印字する値がないなどの指摘は、認めても正しい文書ができません。認めることができるのは、\
            確かめた結果そのとおりでよく、文書も作れるものです。
            """,
            en: """
            Where a value cannot be read or is missing, no right document can be made, whoever allows it. What can \
            be allowed is what somebody has looked into and found right.
            """
        ),
        wrong: "as_of: 令和7年2月29日  # shirube: allow R014 後で直す",
        right: "as_of: 令和7年2月28日")
}

extension Allowance {
    /// What is wrong with a comment by itself.
    static func fault(_ comment: Comment, _ registry: FindingRegistry) -> Diagnostic? {
        guard let code = registry[comment.code] else { return unknownCode(comment, registry) }
        guard code.canBeAllowed else {
            return Diagnostic(
                .refusedAllowance, at: comment.place,
                Phrase(
                    ja: "「\(comment.code)」は、認めて公開することのできない問題です", en: "\(comment.code) cannot be allowed"),
                help: Phrase(
                    ja: "このメモを消し、指摘された所を直してください", en: "delete the comment, and mend what it speaks of"))
        }
        guard !comment.hasReason else { return nil }
        let form = Self.comment(allowing: comment.code, inTemplate: isTemplate(comment.place.source))
        return Diagnostic(
            .allowanceWithoutReason, .warning, at: comment.place,
            Phrase(
                ja: "「\(comment.code)」を認める理由が書かれていません", en: "no reason is given for allowing \(comment.code)"),
            help: Phrase(ja: "「\(form.ja)」のように書いてください", en: "write it as in \"\(form.en)\""))
    }

    private static func unknownCode(_ comment: Comment, _ registry: FindingRegistry) -> Diagnostic {
        let candidates = registry.codes.filter(\.canBeAllowed).map(\.id)
        let nearest = NearestName.find(comment.code.uppercased(), among: candidates)
        return Diagnostic(
            .refusedAllowance, at: comment.place,
            Phrase(ja: "「\(comment.code)」という記号の指摘はありません", en: "there is no finding \(comment.code)"),
            help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                ?? Phrase(
                    ja: "表示の［］の中の記号を書いてください（例: D017）",
                    en: "write the number in brackets of the message, such as D017"))
    }

    static func uselessness(_ comment: Comment) -> Diagnostic {
        Diagnostic(
            .uselessAllowance, .warning, at: comment.place,
            Phrase(
                ja: "「\(comment.code)」を認めるメモですが、その指摘はこのメモの行にも次の行にも出ていません",
                en: "this allows \(comment.code), which is found neither on this line nor on the next"),
            help: Phrase(
                ja: "要らなくなったメモなら、消してください。認める指摘がほかの行にあるのなら、その行のすぐ上に移してください",
                en:
                    "delete the comment if it is no longer needed; if the finding is elsewhere, move it to the line above that"
            ))
    }
}
