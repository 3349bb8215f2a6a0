extension Explanation {
    /// What is said of figures and dates that do not agree with one another.
    static func data(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .seriesOrder:
            Explanation(
                meaning: (
                    ja: "統計の年度が、古い年度から新しい年度の順に並んでいません。又は、同じ年度が2行あります。",
                    en: "The fiscal years of a series are not in order, or one stands there twice."
                ),
                reason: (
                    ja: "最新の年度、倍率、連続して増えた年数は並び順から計算するので、誤った値になります。",
                    en: """
                    The latest year, the rise and the years of increase are worked out from the order, and \
                    would be wrong.
                    """
                ),
                wrong: """
                    - {fiscal_year: 令和5年度, count: "346,482"}
                    - {fiscal_year: 令和4年度, count: "299,048"}
                    """,
                right: """
                    - {fiscal_year: 令和4年度, count: "299,048"}
                    - {fiscal_year: 令和5年度, count: "346,482"}
                    """
            )
        case .seriesGap:
            Explanation(
                meaning: (
                    ja: "毎年の統計の途中に、抜けている年度があります。",
                    en: "A year is missing from a yearly series."
                ),
                reason: (
                    ja: "「何年連続で増加」という記述が確かめられなくなります。",
                    en: "It can no longer be shown for how many years in a row the figures rose."
                ),
                wrong: """
                    - {fiscal_year: 令和元年度, count: "181,272"}
                    - {fiscal_year: 令和2年度, count: "196,127"}
                    - {fiscal_year: 令和3年度, count: "244,940"}
                    - {fiscal_year: 令和5年度, count: "346,482"}
                    """,
                right: """
                    - {fiscal_year: 令和2年度, count: "196,127"}
                    - {fiscal_year: 令和3年度, count: "244,940"}
                    - {fiscal_year: 令和4年度, count: "299,048"}
                    - {fiscal_year: 令和5年度, count: "346,482"}
                    """
            )
        case .seriesJump:
            Explanation(
                meaning: (
                    ja: "前の年度と比べて、値が2倍を超えて増えたか、半分未満に減っています。",
                    en: "The figure is more than twice that of the year before, or less than half of it."
                ),
                reason: (
                    ja: "桁の打ち間違いや、行の取り違えによることの多い変化です。",
                    en: "Such a leap mostly comes from a slipped digit or a wrong row."
                ),
                wrong: """
                    - {fiscal_year: 平成30年度, count: "164,528"}
                    - {fiscal_year: 令和元年度, count: "1,812,720"}
                    """,
                right: """
                    - {fiscal_year: 平成30年度, count: "164,528"}
                    - {fiscal_year: 令和元年度, count: "181,272"}
                    """
            )
        case .countAboveEnrolment:
            Explanation(
                meaning: (
                    ja: "不登校児童生徒数が、在籍者数より多くなっています。",
                    en: "More pupils do not attend than are enrolled."
                ),
                reason: (
                    ja: "二つの値が入れ替わっているか、どちらかの桁が誤っています。",
                    en: "The two are exchanged, or a digit of one is wrong."
                ),
                wrong: """
                    count: 9,321,243
                    enrolment: 346,482
                    """,
                right: """
                    count: 346,482
                    enrolment: 9,321,243
                    """
            )
        case .rateMismatch:
            Explanation(
                meaning: (
                    ja: "書かれた割合が、人数÷在籍者数から計算した値と合いません。又は、100%を超えています。",
                    en: "The rate is not count divided by enrolment, at its own precision, or it is above 100%."
                ),
                reason: (
                    ja: "三つの値のどれかが誤っています。読み手が計算すればすぐに分かります。",
                    en: "One of the three is wrong, and any reader can work it out."
                ),
                wrong: """
                    count: 346,482
                    enrolment: 9,321,243
                    rate: 3.9%
                    """,
                right: """
                    count: 346,482
                    enrolment: 9,321,243
                    rate: 3.7%
                    """
            )
        case .surveyYear:
            Explanation(
                meaning: (
                    ja: "引用した調査の年度が、統計の最後の年度と違います。",
                    en: "The year of the survey that is cited is not the last year of the figures."
                ),
                reason: (
                    ja: "新しい調査の名前で、古い値を公表するおそれがあります。",
                    en: "Old figures might be published under the name of a new survey."
                ),
                wrong: """
                    survey:
                      fiscal_year: 令和6年度  # 値は令和5年度まで
                    """,
                right: """
                    survey:
                      fiscal_year: 令和5年度
                    """
            )
        case .dateOrder:
            Explanation(
                meaning: (
                    ja: "日付の前後が合いません。発行月が年度の外にあるか、基準日や公表の月が発行月より後などです。",
                    en: """
                    Dates are out of order: the issue outside its fiscal year, or an as-of date after the \
                    issue, for example.
                    """
                ),
                reason: (
                    ja: "発行した時点で、まだ分からないはずの内容を載せたことになります。",
                    en: "The document would state what could not yet be known when it came out."
                ),
                wrong: """
                    edition:
                      fiscal_year: 令和6年度
                      issued: 令和7年4月
                    """,
                right: """
                    edition:
                      fiscal_year: 令和6年度
                      issued: 令和7年3月
                    """,
                source: (
                    ja: "年度の期間は地方自治法第208条第1項",
                    en: "Local Autonomy Act, Article 208, paragraph 1, for the fiscal year"
                )
            )
        case .periodOrder:
            Explanation(
                meaning: (
                    ja: "期間の終わりが始まりより前です。又は、期間が基準日や統計の範囲の外にあります。",
                    en: "A period ends before it begins, or reaches beyond the as-of date or the statistics."
                ),
                reason: (
                    ja: "「令和2年度から令和6年度まで」のような文が、意味をなさなくなります。",
                    en: "The sentence that states the period would make no sense."
                ),
                wrong: """
                    listed:
                      from: 令和6年度
                      to: 令和2年度
                    """,
                right: """
                    listed:
                      from: 令和2年度
                      to: 令和6年度
                    """
            )
        case .agreementYears:
            Explanation(
                meaning: (
                    ja: "実施状況や計画の年度が、協定の期間と合いません。又は、年度が抜けたり順番が違ったりしています。",
                    en: """
                    The years of results or plan do not agree with the agreement, or a year is missing or out \
                    of order.
                    """
                ),
                reason: (
                    ja: "協定のない年度の事業を報告したり、ある年度の報告を落としたりするおそれがあります。",
                    en: "Work might be reported for a year without an agreement, or a year left out."
                ),
                wrong: """
                    agreement: {from: 令和4年度, to: 令和4年度}
                    years:
                      - fiscal_year: 令和5年度
                    """,
                right: """
                    agreement: {from: 令和4年度, to: 令和4年度}
                    years:
                      - fiscal_year: 令和4年度
                    """
            )
        case .capacityExceeded:
            Explanation(
                meaning: (
                    ja: "参加人数が定員を超えていて、その理由が書かれていません。",
                    en: "More took part than the capacity allows, and no reason is given."
                ),
                reason: (
                    ja: "人数の誤りか、説明を求められる事柄のどちらかです。",
                    en: "Either a figure is wrong, or the reader will ask why."
                ),
                wrong: """
                    capacity: 20
                    participants: 31
                    """,
                right: """
                    capacity: 20
                    participants: 31
                    note: 希望者が多く、2回に分けて実施したため
                    """
            )
        case .partYear:
            Explanation(
                meaning: (
                    ja: "ある年度の実績が、その年度の外か、文書の日付より後の日の現在のものになっています。又は、年度の途中の実績なのに、いつ現在かが書かれていません。",
                    en: """
                    A year's results are as of a day outside it or after the document's date, or the year was not over and \
                    no day is given.
                    """
                ),
                reason: (
                    ja: "年度の途中の人数を、1年間の人数と誤解させます。",
                    en: "Figures of part of a year would be read as those of the whole."
                ),
                wrong: """
                    fiscal_year: 令和4年度
                    as_of: 令和5年4月30日
                    """,
                right: """
                    fiscal_year: 令和4年度
                    as_of: 令和5年1月31日
                    """
            )
        case .scheduleOrder:
            Explanation(
                meaning: (
                    ja: "スケジュールの時期が早い順に並んでいないか、同じ行が二つあるか、計画の年度から10年を超えて離れています。",
                    en: """
                    The schedule's months are not in order, a row stands twice, or a month is more than ten years from the \
                    plan's.
                    """
                ),
                reason: (
                    ja: "年の打ち間違いや、行の並べ間違いです。読み手が手順を取り違えます。",
                    en: "A year is mistyped or a row misplaced, and readers would take the steps in the wrong order."
                ),
                wrong: """
                    - {month: 令和5年7月, event: 事業の開始}
                    - {month: 令和5年4月, event: 事業者の公募}
                    """,
                right: """
                    - {month: 令和5年4月, event: 事業者の公募}
                    - {month: 令和5年7月, event: 事業の開始}
                    """
            )
        case .sessionMinutes:
            Explanation(
                meaning: (
                    ja: "長い場合の時間（分）が、短い場合の時間（分）より短くなっています。",
                    en: "The longest session is said to be shorter than the shortest."
                ),
                reason: (
                    ja: "「60分から30分まで」のような文が印字されます。",
                    en: "The document would read \"from 60 to 30 minutes\"."
                ),
                wrong: """
                    minutes_from: 60
                    minutes_to: 30
                    """,
                right: """
                    minutes_from: 30
                    minutes_to: 60
                    """
            )
        case .sameFacility:
            Explanation(
                meaning: (
                    ja: "名称がほぼ同じで、所在地又は電話番号も同じ施設が二つあります。",
                    en: "Two facilities have nearly the same name and the same address or telephone number."
                ),
                reason: (
                    ja: "同じ施設を2回載せると、施設数も誤ります。",
                    en: "Listed twice, it also makes the number of facilities wrong."
                ),
                wrong: """
                    - {id: rakusho, name: 楽笑 フリースクール, telephone: 0797-86-2321}
                    - {id: rakusho-2, name: 楽笑フリースクール, telephone: 0797-86-2321}
                    """,
                right: "- {id: rakusho, name: 楽笑 フリースクール, telephone: 0797-86-2321}"
            )
        case .sharedTelephone:
            Explanation(
                meaning: (
                    ja: "所在地の違う二つの施設の電話番号が同じで、運営者も同じとは分かりません。",
                    en: "Two facilities at different addresses have one number, and are not known to have one operator."
                ),
                reason: (
                    ja: "隣の行から写し間違えた番号かもしれません。",
                    en: "It may have been copied from the wrong row."
                ),
                wrong: """
                    - {name: 楽笑 フリースクール, operator: 運営者A, telephone: 0120-000-000}
                    - {name: フリースクールみらい, operator: 運営者B, telephone: 0120-000-000}
                    """,
                right: """
                    - {name: フリースクールみらい 伊丹野間校, operator: 運営者B, telephone: 0120-000-000}
                    - {name: フリースクールみらい 川西校, operator: 運営者B, telephone: 0120-000-000}
                    """
            )
        case .noticeNumber:
            Explanation(
                meaning: (
                    ja: "文書番号又は法令番号が、正式な形でないか、日付の年と合いません。",
                    en: "The number of a notice or act is not in its full form, or its year is not that of the date."
                ),
                reason: (
                    ja: "番号が不完全だと、読み手が元の通知や法律を探せません。",
                    en: "With an incomplete number, readers cannot find the notice or act."
                ),
                wrong: """
                    number: 文科初第698号
                    date: 令和元年10月25日
                    """,
                right: """
                    number: 元文科初第698号
                    date: 令和元年10月25日
                    """
            )
        case .insecureAddress:
            Explanation(
                meaning: (
                    ja: "URLが「http://」で始まり、暗号化されない接続になります。",
                    en: "The web address begins with http://, so the connection is not encrypted."
                ),
                reason: (
                    ja: "ブラウザーが警告を出し、途中で内容を書き換えられるおそれもあります。",
                    en: "Browsers warn of it, and what is read may be tampered with on the way."
                ),
                wrong: "web: http://www.example.jp/",
                right: "web: https://www.example.jp/"
            )
        case .longText:
            Explanation(
                meaning: (
                    ja: "値が長く、表の欄や様式の行に収まらないおそれがあります。",
                    en: "The value may be too long for its column in the table or its line in the form."
                ),
                reason: (
                    ja: "印刷すると、行が折り返して読みにくくなります。",
                    en: "In print its lines would wrap and be hard to read."
                ),
                wrong: "name: 一人一人の興味や関心を大切にしながら学びと体験を支える、子どものためのフリースクール楽笑の宝塚教室（本校）",
                right: "name: フリースクール楽笑 宝塚教室"
            )
        case .styleRange:
            Explanation(
                meaning: (
                    ja: "テキスト版の1行の字数が、10から100までの範囲にありません。",
                    en: "The characters in a line of the plain text are not between 10 and 100."
                ),
                reason: (
                    ja: "短すぎても長すぎても、文章や表が読める形になりません。",
                    en: "Neither sentences nor tables can be set legibly in such lines."
                ),
                wrong: """
                    style:
                      columns: 400
                    """,
                right: """
                    style:
                      columns: 40
                    """
            )
        case .boardIdentity:
            Explanation(
                meaning: (
                    ja: "教育委員会のコード、都道府県、市区町村又は名称が食い違っています。",
                    en: "The board's code, prefecture, municipality and name do not belong together."
                ),
                reason: (
                    ja: "どの文書にも印字されるので、誤ると全ての文書が誤ります。",
                    en: "They stand in every document, so one slip makes all of them wrong."
                ),
                wrong: "municipality_code: 282146\nprefecture: 大阪府",
                right: "municipality_code: 282146\nprefecture: 兵庫県",
                source: (ja: "総務省「全国地方公共団体コード」", en: "Ministry of Internal Affairs: codes of local governments")
            )
        case .partsTotal:
            Explanation(
                meaning: (
                    ja: "内訳の合計が、合計として書かれた値と合いません。",
                    en: "The parts do not add up to the total that is stated."
                ),
                reason: (
                    ja: "表の中で計算が合わないと、資料全体の信頼を失います。",
                    en: "A table that does not add up casts doubt on the whole paper."
                ),
                wrong: """
                    count: 346,482
                    primary: 130,370
                    lower_secondary: 216,121
                    """,
                right: """
                    count: 346,482
                    primary: 130,370
                    lower_secondary: 216,112
                    """
            )
        case .documentForm:
            Explanation(
                meaning: (
                    ja: "民間施設がないのに、CSV、JSON又は施設ごとの文書を作ることになっています。",
                    en:
                        "A document asks for CSV, JSON or a paper for each facility, but the board's data has no private facilities."
                ),
                reason: (
                    ja: "CSV、JSON及び施設ごとの文書は、facilities.yamlの民間施設から作ります。施設がなければ、中身のないファイルを公開することになります。",
                    en:
                        "CSV, JSON and papers for each facility are made from facilities.yaml: empty files would be published."
                ),
                wrong: "formats: [html, csv]   # facilities.yaml: private: []",
                right: "formats: [html, text]"
            )
        case .ownPlace:
            Explanation(
                meaning: (
                    ja: "教育委員会の連絡先、公的施設、引用する県の通知又は「本市」のような言葉が、ほかの都道府県や市区町村のものです。",
                    en:
                        "The board's contact, a public facility, a prefecture's notice or a word such as 本市 belongs to another prefecture or municipality."
                ),
                reason: (
                    ja: "ほかの教育委員会のデータを写して作ると、よその施設や連絡先を案内することになります。",
                    en: "Data copied from another board's would send people to its office and facilities."
                ),
                wrong: """
                    prefecture: 山梨県
                    municipality: 南アルプス市
                    contact:
                      address: 兵庫県宝塚市東洋町1番1号
                    """,
                right: """
                    prefecture: 山梨県
                    municipality: 南アルプス市
                    contact:
                      address: 山梨県南アルプス市小笠原376
                    """
            )
        case .staleValue:
            Explanation(
                meaning: (
                    ja: "発行の年度を改めたのに、一覧の基準日、対象期間、調査の年度、文書の日付などが前の版のままになっています。",
                    en:
                        "The edition has moved on, but the day that the list is as of, its period, the survey or a document's date has not."
                ),
                reason: (
                    ja: "表紙だけが新しく、中身が古い文書を、最新のものとして公表することになります。",
                    en: "A new cover would present last year's facts as the latest."
                ),
                wrong: """
                    # board.yaml
                    fiscal_year: 令和7年度
                    issued: 令和8年3月
                    # facilities.yaml
                    as_of: 令和7年2月14日
                    """,
                right: """
                    # board.yaml
                    fiscal_year: 令和7年度
                    issued: 令和8年3月
                    # facilities.yaml
                    as_of: 令和8年2月13日
                    """
            )
        case .trendBreak:
            Explanation(
                meaning: (
                    ja: "何年も続けて増えて（減って）きた人数が、急に2割以上逆に動いています。",
                    en: "A figure that has gone one way for years turns by a fifth or more."
                ),
                reason: (
                    ja: "打ち間違いなら、増減についての文まで変わります。緩やかな増減や、少ない人数の偶然の動きは問題にしません。",
                    en:
                        "If it is a slip, the sentences on rise and fall go wrong with it. Gentle turns and the chance of small numbers are not reported."
                ),
                wrong: """
                    - fiscal_year: 令和4年度
                      count: 299,048
                    - fiscal_year: 令和5年度
                      count: 236,482
                    """,
                right: """
                    - fiscal_year: 令和4年度
                      count: 299,048
                    - fiscal_year: 令和5年度
                      count: 346,482
                    """
            )
        case .sharedValue:
            Explanation(
                meaning: (
                    ja: "二つの教育委員会の連絡先又は市区町村の統計の値が同じです。全ての教育委員会をまとめて検査したときに比べます。",
                    en:
                        "Two boards have one contact, or the same figures of their municipality. All boards of a run are compared."
                ),
                reason: (
                    ja: "写したデータが一部だけ残ると、ほかの市の人数や電話番号を公表することになります。",
                    en: "What is left of copied data would publish another city's figures or telephone number."
                ),
                wrong: """
                    # 二つの市のファイルに同じ番号がある
                    telephone: 0797-00-0000
                    """,
                right: """
                    # 共同で設けた窓口の番号なら、理由を書いて認める
                    telephone: 0797-00-0000  # shirube: allow D024 2市で共同の窓口を設けているため
                    """
            )
        case .needlessReason:
            Explanation(
                meaning: (
                    ja: "電話番号又は郵便番号があるのに、それを載せない理由も書かれています。",
                    en: "An entry has a telephone number or a postal code, and a reason why it has none."
                ),
                reason: (
                    ja: "載せないはずの番号が公表されるおそれがあります。", en: "A number that was not to be published may be."
                ),
                wrong: """
                    telephone: 0797-86-2321
                    no_telephone: 非公開
                    """,
                right: "no_telephone: 非公開"
            )
        case .position:
            Explanation(
                meaning: (
                    ja: "緯度と経度の一方がないか、日本の外を指しています。",
                    en: "Of latitude and longitude one is missing, or they point outside Japan."
                ),
                reason: (
                    ja: "地図に、あるはずのない場所が表示されます。", en: "Maps would show the facility where it is not."
                ),
                wrong: """
                    latitude: 135.360100
                    longitude: 34.799700
                    """,
                right: """
                    latitude: 34.799700
                    longitude: 135.360100
                    """
            )
        case .nowhereToAsk:
            Explanation(
                meaning: (
                    ja: "文書が「お問合せ」「ウェブページで確認」などと案内していますが、教育委員会の連絡先（contact）に、電話番号もメールアドレスもウェブページもありません。",
                    en: """
                    A document tells its readers to ask, or to look at the web page, but the board's contact has no \
                    telephone, no e-mail address and no web page.
                    """
                ),
                reason: (
                    ja: "読んだ人が、どこに尋ねればよいか分かりません。", en: "Its readers would not know whom to ask."
                ),
                wrong: """
                    contact:
                      address: 東京都世田谷区世田谷4丁目21番27号
                    """,
                right: """
                    contact:
                      address: 東京都世田谷区世田谷4丁目21番27号
                      telephone: 03-5432-1111
                    """
            )
        case .frequencyInText:
            Explanation(
                meaning: (
                    ja: "取組の説明に書いた回数が、頻度（frequency）と違います。",
                    en: "The sentence of a measure says another frequency than its field."
                ),
                reason: (
                    ja: "頻度は文書に印字されるので、同じ所に二つの回数が並びます。",
                    en: "The frequency is printed, and two numbers stand side by side."
                ),
                wrong: """
                    frequency: 年9回
                    description: 年に8回、各学校を訪ねます。
                    """,
                right: """
                    frequency: 年9回
                    description: 各学校を訪ねます。
                    """
            )
        case .copiedFigure:
            Explanation(
                meaning: (
                    ja: "推移の数が、前の年度と同じです（200以上の数）。",
                    en: "A figure of a series, 200 or more, is that of the year before."
                ),
                reason: (
                    ja: "新しい年度の行を写して作り、数を直し忘れたときに起こります。本当に同じ数なら、認めることができます。",
                    en: "It happens where a new year's row was copied. Where it is right, it can be allowed."
                ),
                wrong: """
                    - {fiscal_year: 令和4年度, count: 299048, enrolment: 9442083}
                    - {fiscal_year: 令和5年度, count: 346482, enrolment: 9442083}
                    """,
                right: """
                    - {fiscal_year: 令和4年度, count: 299048, enrolment: 9442083}
                    - {fiscal_year: 令和5年度, count: 346482, enrolment: 9321243}
                    """
            )
        case .nearDomain:
            Explanation(
                meaning: (
                    ja: "アドレスの終わりが「.jo」のような打ち間違いか、メールアドレスのドメインが、同じ持ち主のウェブページと少しだけ違います。",
                    en:
                        "An address ends in a slip such as .jo, or a mail address's domain differs a little from that of its owner's page."
                ),
                reason: (
                    ja: "ページは開かず、メールは届かないか、知らない人に届きます。",
                    en: "The page does not open, and mail goes nowhere or to strangers."
                ),
                wrong: "email: info@exmaple-school.jp  # webはhttps://www.example-school.jp",
                right: "email: info@example-school.jp"
            )
        case .furigana:
            Explanation(
                meaning: (
                    ja: "名称の中の仮名が、ふりがなにありません。又は、readingsの読みが語に合わないか、二つあります。",
                    en:
                        "Kana that stand in a name are not in its reading; or a declared reading does not fit its word, or is one of two."
                ),
                reason: (
                    ja: "五十音順の並びと検索は、ふりがなによります。ほかの施設のふりがなを写したときに起こります。",
                    en: "Lists are sorted and searched by the reading; it happens where another facility's was copied."
                ),
                wrong: """
                    name: 楽笑フリースクール
                    furigana: らくしょう ふりーすぺーす
                    """,
                right: """
                    name: 楽笑フリースクール
                    furigana: らくしょう ふりーすくーる
                    """
            )
        case .personalData:
            Explanation(
                meaning: (
                    ja: "公開する文書のデータ（board.yaml）に、様式の記入内容（request）があります。",
                    en: "The data of documents that are published (board.yaml) hold a form's entries (request)."
                ),
                reason: (
                    ja:
                        "児童生徒や保護者の氏名が、気付かないうちにウェブサイトに載ります。記入済みの様式は、名簿から「shirube form」で、公開しないフォルダーに作ります。",
                    en:
                        "The name of a pupil or guardian would go to the web site unnoticed. shirube form makes forms that are filled in from a roster, in a folder of their own."
                ),
                wrong: """
                    request:
                      pupil_name: 宝塚 花子
                    """,
                right: "# （request は書かない）"
            )
        case .facilityDiffers:
            Explanation(
                meaning: (
                    ja: "二つの教育委員会の一覧にある同じ施設の名称、所在地、電話番号又は費用が違います。",
                    en:
                        "The lists of two boards have one facility, with another name, address, telephone number or fee."
                ),
                reason: (
                    ja:
                        "どちらかが古いか、誤っています。名称、所在地及び電話番号のうち二つが同じなら、同じ施設とみなします。隣の市の一覧も見る保護者は、どちらを信じればよいか分かりません。",
                    en:
                        "One of them is old or wrong. Two of name, address and telephone make it the same facility. Families look at the lists of neighbouring cities, too."
                ),
                wrong: """
                    # 伊丹市
                    telephone: 072-764-6335
                    # 宝塚市
                    telephone: 072-764-6353
                    """,
                right: """
                    # 伊丹市
                    telephone: 072-764-6335
                    # 宝塚市
                    telephone: 072-764-6335
                    """
            )
        case .smallAmount:
            Explanation(
                meaning: (
                    ja: "事業の予算額が、10万円に届きません。",
                    en: "A project's budget is less than 100,000 yen."
                ),
                reason: (
                    ja: "千円単位の額から「千」が落ちると、額が千分の一になります。本当にその額なら、そのままにしてください。",
                    en:
                        "Where the 千 of thousands of yen has been left out, it is a thousandth. Where it is right, leave it."
                ),
                wrong: "budget: 7,892円",
                right: "budget: 7,892千円"
            )
        case .schoolYear:
            Explanation(
                meaning: (
                    ja: "その学校にない学年が書かれています（小学校は6年、中学校及び高等学校は3年まで）。",
                    en:
                        "A school year is named that the school does not have: six in primary school, three in the others."
                ),
                reason: (
                    ja: "対象となる学年を間違えて伝えることになります。",
                    en: "Readers would be told wrong for whom something is."
                ),
                wrong: "audience: 中学1年生から4年生まで",
                right: "audience: 中学1年生から3年生まで"
            )
        case .missingSource:
            Explanation(
                meaning: (
                    ja: "表記（style）で出典を求めている（sources: required）のに、値の出典がどこにも書かれていません。",
                    en: "The house style asks for sources (sources: required), and figures have none."
                ),
                reason: (
                    ja: "議会などで「この数字はどこから」と聞かれたときに答えられません。出典は、そのまとまりか、外側のまとまりのsourceに書きます。",
                    en:
                        "Nobody could say where the figure comes from. A source stands in the record, or in one that it is in."
                ),
                wrong: "- fiscal_year: 令和6年度\n  count: 540",
                right: "- fiscal_year: 令和6年度\n  count: 540\n  source: {document: 教育委員会調べ, confirmed: 令和7年1月20日}"
            )
        case .enumeration:
            Explanation(
                meaning: (
                    ja: "「四者」「三つ」のような数が、文の中で挙げたものの数と違います。",
                    en: "A number such as 四者 or 三つ is not that of what the sentence names."
                ),
                reason: (
                    ja: "挙げたものを足したり減らしたりして、数を直し忘れたときに起こります。",
                    en: "It happens where something was added or taken out, and the number left as it was."
                ),
                wrong: "市、学校及び施設の四者で話し合います。",
                right: "市、学校及び施設の三者で話し合います。"
            )
        default: nil
        }
    }
}
