package import Diagnostics

extension DiagnosticCode {
    package static let prefectureMissing = DiagnosticCode(
        "P007", canBeAllowed: true,
        meaning: (
            ja: "ほかの都道府県の施設も載っている一覧で、所在地が都道府県名から始まっていません。又は、政令指定都市の所在地に区がありません。",
            en: """
            The list has facilities of several prefectures, and this address does not begin with its own; or the \
            address, in a designated city, lacks its ward.
            """
        ),
        reason: (
            ja: "同じ名前の市や町はほかにもあり、読み手がどの都道府県か迷います。",
            en: "Towns share their names, and readers are left to guess the prefecture."
        ),
        wrong: "address: 宝塚市寿町9-10-2F",
        right: "address: 兵庫県宝塚市寿町9-10-2F")
}
