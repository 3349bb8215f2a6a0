package import Diagnostics

extension DiagnosticCode {
    package static let fieldDeclaration = DiagnosticCode(
        "R031", canBeAllowed: false,
        meaning: (
            ja: "board.yamlで加えた項目（fields）又は表（tables）の宣言に、続けて使えないところがあります。初めからある名前と重なる、加える先がない、選択肢がないなどです。",
            en: """
            What board.yaml declares under fields: or tables: cannot be used: a name that is built in, a record \
            that there is none of, a choice without choices.
            """
        ),
        reason: (
            ja: "一つの名前が二つの項目を指すと、どちらの値が文書に出るか決まりません。",
            en: "Where one name stands for two fields, which of them a document prints is open."
        ),
        wrong: """
            fields:
              - {record: private_facility, key: telephone, label: 携帯電話}
            """,
        right: """
            fields:
              - {record: private_facility, key: mobile, label: 携帯電話, type: telephone}
            """)
}
