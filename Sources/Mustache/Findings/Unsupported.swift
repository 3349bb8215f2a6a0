package import Diagnostics

extension DiagnosticCode {
    package static let mustacheUnsupported = DiagnosticCode(
        "M008", canBeAllowed: false,
        meaning: (
            ja: "shirubeでは使えないMustacheの書き方（「*」で始まり、名前がデータで決まる部品など）です。",
            en: """
            This part of Mustache is not offered, such as names that begin with * and that the data \
            decides.
            """
        ),
        reason: (
            ja: "使う部品がデータで変わると、ひな形を前もって確かめられません。",
            en: "If the data chose the template, it could not be checked beforehand."
        ),
        wrong: "{{> *part}}",
        right: "{{> parts/facility-table}}")
}
