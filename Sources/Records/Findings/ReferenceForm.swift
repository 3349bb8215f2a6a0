package import Diagnostics

extension DiagnosticCode {
    package static let referenceForm = DiagnosticCode(
        "P001", canBeAllowed: false,
        meaning: (
            ja: "取り込もうとしたファイルが日本郵便の郵便番号データの形でないか、行が大幅に足りません。又は、二つの表の版が違います。",
            en:
                "The file is not in the form of Japan Post's postal codes or lacks many of its lines, or two tables are of different editions."
        ),
        reason: (
            ja: "別のファイルや壊れたファイルを取り込むと、正しい所在地まで誤りとされます。",
            en: "With another file, or a damaged one, right addresses would be called wrong."
        ),
        wrong: "665-0865 兵庫県宝塚市寿町",
        right: """
            28214,"665  ","6650865","ヒョウゴケン","タカラヅカシ","コトブキチョウ","兵庫県","宝塚市","寿町",0,0,0,0,0,0
            """,
        source: (
            ja: "日本郵便の「utf_ken_all.csv」",
            en: "Japan Post's utf_ken_all.csv"
        ))
}
