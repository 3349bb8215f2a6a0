package import Diagnostics

extension DiagnosticCode {
    package static let identifierForm = DiagnosticCode(
        "R010", canBeAllowed: false,
        meaning: (
            ja: "IDは、半角の英小文字、数字及び「-」で、64字までで書きます。「-」で始めることはできません。",
            en: """
            An identifier is made of lower-case letters, digits and hyphens, 64 at most, and does not \
            begin with a hyphen.
            """
        ),
        reason: (
            ja: "IDはファイル名やひな形の名前にも使うので、どのパソコンでも扱える文字に限ります。",
            en: "Identifiers also name files and templates, so they keep to what every computer can handle."
        ),
        wrong: "id: 楽笑",
        right: "id: rakusho")
}

extension ValueProblem {
    static func identifierForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(
            .identifierForm,
            help: Phrase(
                ja: "半角の英小文字、数字及び「-」で、64字までで書いてください（例: rakusho）。「-」で始めることはできません",
                en: "use lower-case letters, digits and hyphens, 64 at most, and none in front (as in rakusho)")
        ) { text in
            Phrase(ja: "「\(text)」は「\(label.ja)」に使えません", en: "\"\(text)\" cannot be used as \"\(label.en)\"")
        }
    }

    static func fieldKeyForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(
            .identifierForm,
            help: Phrase(
                ja: "半角の英小文字から始めて、英小文字、数字、「_」及び「-」で、40字までで書いてください（例: lunch）",
                en:
                    "begin with a lower-case letter, and use lower-case letters, digits, _ and -, 40 at most (as in lunch)"
            )
        ) { text in
            Phrase(ja: "「\(text)」は「\(label.ja)」に使えません", en: "\"\(text)\" cannot be used as \"\(label.en)\"")
        }
    }
}
