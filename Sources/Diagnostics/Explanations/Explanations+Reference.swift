extension Explanation {
    /// What is said of the tables from outside, and of addresses and telephone numbers checked against them.
    static func reference(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .referenceForm:
            Explanation(
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
                )
            )
        case .referenceMissing:
            Explanation(
                meaning: (
                    ja: "郵便番号と市外局番の表が見つからないので、所在地と電話番号は照らし合わせていません。",
                    en: """
                    The tables of postal and area codes were not found, so addresses and telephone numbers were \
                    not compared with them.
                    """
                ),
                reason: (
                    ja: "指摘がなくても、所在地や電話番号が正しいとは限りません。",
                    en: "That nothing is found does not mean that they are right."
                ),
                wrong: "# Data/referenceのフォルダーがない",
                right: """
                    Data/reference/postal-codes.tsv
                    Data/reference/addresses.tsv
                    Data/reference/area-codes.tsv
                    """
            )
        case .unknownPostalCode:
            Explanation(
                meaning: (
                    ja: "その郵便番号はありません。",
                    en: "There is no such postal code."
                ),
                reason: (
                    ja: "郵便が届かず、所在地そのものも疑われます。",
                    en: "Letters would not arrive, and the address itself comes into doubt."
                ),
                wrong: """
                    postal_code: 665-9999
                    address: 兵庫県宝塚市寿町9-10-2F
                    """,
                right: """
                    postal_code: 665-0865
                    address: 兵庫県宝塚市寿町9-10-2F
                    """,
                source: (
                    ja: "日本郵便の郵便番号データ",
                    en: "Japan Post's list of postal codes"
                )
            )
        case .postalCodeElsewhere:
            Explanation(
                meaning: (
                    ja: "郵便番号が、所在地とは別の市区町村のものです。",
                    en: "The postal code is of another municipality than the address."
                ),
                reason: (
                    ja: "どちらかが誤りです。保護者が別の場所を訪ねたり、郵便が戻ったりします。",
                    en: "One of the two is wrong; parents may go to another place, and letters come back."
                ),
                wrong: """
                    postal_code: 662-0833
                    address: 兵庫県宝塚市寿町9-10-2F
                    """,
                right: """
                    postal_code: 665-0865
                    address: 兵庫県宝塚市寿町9-10-2F
                    """,
                source: (
                    ja: "日本郵便の郵便番号データ",
                    en: "Japan Post's list of postal codes"
                )
            )
        case .townMismatch:
            Explanation(
                meaning: (
                    ja: "市区町村は合っていますが、町名（階ごとに郵便番号のある高層ビルでは、階）が郵便番号のものと違います。",
                    en: """
                    The municipality agrees with the postal code, but the town does not, or the floor of a tall building \
                    that has a code for each floor.
                    """
                ),
                reason: (
                    ja: "町名の書き誤りか、郵便番号の誤りです。地図で見つからないことがあります。",
                    en: "Either the town or the code is wrong, and the place may not be found on a map."
                ),
                wrong: """
                    postal_code: 659-0061
                    address: 兵庫県芦屋市上宮川4-1
                    """,
                right: """
                    postal_code: 659-0061
                    address: 兵庫県芦屋市上宮川町4-1
                    """,
                source: (
                    ja: "日本郵便の郵便番号データ",
                    en: "Japan Post's list of postal codes"
                )
            )
        case .telephoneElsewhere:
            Explanation(
                meaning: (
                    ja: "電話番号の市外局番が、所在地の都道府県のものでも、その隣の都道府県のものでもありません。",
                    en: "The area code belongs neither to the address's prefecture nor to one beside it."
                ),
                reason: (
                    ja: "番号を打ち間違えたか、本部など別の場所の番号かもしれません。",
                    en: "The number may be mistyped, or be that of an office elsewhere."
                ),
                wrong: """
                    address: 兵庫県宝塚市寿町9-10-2F
                    telephone: 03-0000-2321
                    """,
                right: """
                    address: 兵庫県宝塚市寿町9-10-2F
                    telephone: 0797-86-2321
                    """,
                source: (
                    ja: "総務省の市外局番の一覧",
                    en: "The area codes of the Ministry of Internal Affairs and Communications"
                )
            )
        case .prefectureMissing:
            Explanation(
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
                right: "address: 兵庫県宝塚市寿町9-10-2F"
            )
        case .glyphVariant:
            Explanation(
                meaning: (
                    ja: "所在地の地名が、日本郵便の表とは違う字体（旧字体、異体字など）で書かれています。地名そのものは同じです。",
                    en: """
                    A place's name is written with another form of a kanji than in Japan Post's table; it is the \
                    same name.
                    """
                ),
                reason: (
                    ja: "字体がまちまちだと、検索や並べ替えで同じ所と分からないことがあります。正式な字体なら、直す必要はありません。",
                    en: """
                    Searching and sorting may take one place for two. Nothing needs to be done where the form is \
                    the official one.
                    """
                ),
                wrong: "address: 宮城県塩釜市旭町1-1",
                right: "address: 宮城県塩竈市旭町1-1",
                source: (
                    ja: "日本郵便の郵便番号データ",
                    en: "Japan Post's list of postal codes"
                )
            )
        case .unassignedTelephone:
            Explanation(
                meaning: (
                    ja: "その市外局番（又は携帯電話などの始めの数字）の電話番号はありません。",
                    en: "No area code, and no kind of number, begins with these digits."
                ),
                reason: (
                    ja: "番号を打ち間違えているので、電話がつながりません。",
                    en: "The number is mistyped, and calls do not reach anybody."
                ),
                wrong: "telephone: 08-1234-5678",
                right: "telephone: 0797-86-2321",
                source: (
                    ja: "総務省の電気通信番号計画及び市外局番の一覧（phonenumbersによる）",
                    en: "The plan of numbers and the area codes of the Ministry of Internal Affairs and Communications"
                )
            )
        default: nil
        }
    }
}
