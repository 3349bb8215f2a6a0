extension Explanation {
    /// What is said of the fields of data files and of the forms of their values.
    static func records(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .unknownKey:
            Explanation(
                meaning: (
                    ja: "その名前の項目はありません。又は、自動で計算される項目が書かれています。",
                    en: "There is no field of that name, or it is one that is worked out and cannot be written."
                ),
                reason: (
                    ja: "打ち間違えた項目の値は、どの文書にも出ません。",
                    en: "A value under a misspelt name would appear in no document."
                ),
                wrong: """
                    - id: rakusho
                      telphone: 0797-86-2321
                    """,
                right: """
                    - id: rakusho
                      telephone: 0797-86-2321
                    """
            )
        case .missingKey:
            Explanation(
                meaning: (
                    ja: "必ず書く項目がありません。",
                    en: "A required field is missing."
                ),
                reason: (
                    ja: "その値を使う文書に穴が空きます。",
                    en: "The documents that print it would have a hole."
                ),
                wrong: """
                    edition:
                      fiscal_year: 令和6年度
                    """,
                right: """
                    edition:
                      fiscal_year: 令和6年度
                      issued: 令和7年3月
                    """
            )
        case .wrongShape:
            Explanation(
                meaning: (
                    ja: "項目の書き方が違います。一つの値を書く所に一覧があるか、1行で書く所に改行があるなどです。",
                    en: """
                    The field has another shape than it should: a list where one value belongs, or several \
                    lines in place of one.
                    """
                ),
                reason: (
                    ja: "形が違うと、文書のどこに何を入れるかが決まりません。",
                    en: "It would not be known what to print where."
                ),
                wrong: """
                    telephone:
                      - 0797-86-2321
                    """,
                right: "telephone: 0797-86-2321"
            )
        case .duplicateID:
            Explanation(
                meaning: (
                    ja: "同じ一覧の中で、同じIDが2回使われています。",
                    en: "An identifier is used twice in one list."
                ),
                reason: (
                    ja: "IDは一つのものを指す名前なので、重なると別のものが文書に出るおそれがあります。",
                    en: "An identifier stands for one item; if two share it, the wrong one may be printed."
                ),
                wrong: """
                    - id: mirai
                      name: フリースクールみらい 伊丹野間校
                    - id: mirai
                      name: フリースクールみらい 川西校
                    """,
                right: """
                    - id: mirai-itami
                      name: フリースクールみらい 伊丹野間校
                    - id: mirai-kawanishi
                      name: フリースクールみらい 川西校
                    """
            )
        case .emptyValue:
            Explanation(
                meaning: (
                    ja: "必ず書く項目の値が空です。又は、ファイルに何も書かれていません。",
                    en: "A required field has no value, or the file is empty."
                ),
                reason: (
                    ja: "その値を使う文書に穴が空きます。",
                    en: "The documents that print it would have a hole."
                ),
                wrong: "issued:",
                right: "issued: 令和7年3月"
            )
        case .controlCharacter:
            Explanation(
                meaning: (
                    ja: "値の中に制御文字（文字として見えない、機器への指示を表す符号）があります。",
                    en: "The value holds a control character."
                ),
                reason: (
                    ja: "画面では見えませんが、印刷や検索、ほかのソフトへの取込みで不具合を起こします。",
                    en: "It cannot be seen, but it disturbs printing, searching and other programs."
                ),
                wrong: "name: \"楽笑\\u0007フリースクール\"",
                right: "name: 楽笑 フリースクール"
            )
        case .textInComment:
            Explanation(
                meaning: (
                    ja: "値の後の「#」から行末までがメモとして扱われ、値に含まれていません。",
                    en: "What stands behind # on a line is a comment and no part of the value."
                ),
                reason: (
                    ja: "部屋番号などのつもりで書くと、文書から黙って消えます。",
                    en: "A room number written so disappears from the documents without a word."
                ),
                wrong: "address: 兵庫県宝塚市寿町9-10 寿ビル #203",
                right: "address: \"兵庫県宝塚市寿町9-10 寿ビル #203\"",
                source: (ja: "YAML 1.2.2 §6.6", en: "YAML 1.2.2 §6.6")
            )
        case .commentInText:
            Explanation(
                meaning: (
                    ja: "メモのつもりで書いたらしい「#」の後が、値の一部になっています。",
                    en: "What seems to be a memo behind # is part of the value."
                ),
                reason: (
                    ja: "メモになるのは、「#」の前に半角の空白があるときだけです。全角の空白の後などに書くと、そのまま公開されます。",
                    en: "Only behind a half-width space is # a comment; behind a full-width one the memo is published."
                ),
                wrong: "name: ひろば　# 改称予定",
                right: "name: ひろば # 改称予定",
                source: (ja: "YAML 1.2.2 §6.6", en: "YAML 1.2.2 §6.6")
            )
        case .addedSign:
            Explanation(
                meaning: (
                    ja: "文書が値の前後に自動で付けるもの（「※」「」「（案）」「年」など）が、値にも書かれています。",
                    en: "What documents print round a value by themselves (※, 「」, （案）, 年) is typed in the value, too."
                ),
                reason: (
                    ja: "同じ記号や語が2回続けて印刷されます。",
                    en: "It would be printed twice in a row."
                ),
                wrong: "note: ※見学は予約が必要です。",
                right: "note: 見学は予約が必要です。"
            )
        case .identifierForm:
            Explanation(
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
                right: "id: rakusho"
            )
        case .dateForm:
            Explanation(
                meaning: (
                    ja: "年月日は「令和7年2月14日」又は「2025-02-14」の形で書きます。",
                    en: "A date is written as in 令和7年2月14日 or 2025-02-14."
                ),
                reason: (
                    ja: "形を一つに決めておくと、前後の確認や、元号と西暦の変換を誤りなく行えます。",
                    en: "In a fixed form, dates can be compared and put into eras without a mistake."
                ),
                wrong: "date: R7.2.14",
                right: "date: 令和7年2月14日",
                source: (
                    ja: "西暦の形はISO 8601",
                    en: "ISO 8601 for the Western form"
                )
            )
        case .monthForm:
            Explanation(
                meaning: (
                    ja: "年月は「令和7年3月」又は「2025-03」の形で書きます。",
                    en: "A month is written as in 令和7年3月 or 2025-03."
                ),
                reason: (
                    ja: "形を一つに決めておくと、前後の確認や、元号と西暦の変換を誤りなく行えます。",
                    en: "In a fixed form, months can be compared and put into eras without a mistake."
                ),
                wrong: "issued: 2025/3",
                right: "issued: 令和7年3月",
                source: (
                    ja: "西暦の形はISO 8601",
                    en: "ISO 8601 for the Western form"
                )
            )
        case .fiscalYearForm:
            Explanation(
                meaning: (
                    ja: "年度は「令和6年度」又は「2024」の形で書きます。",
                    en: "A fiscal year is written as in 令和6年度 or 2024."
                ),
                reason: (
                    ja: "年度（4月から翌年3月まで）と年（1月から12月まで）を取り違えると、統計の意味が変わります。",
                    en: "Figures mean something else if a fiscal year, April to March, is taken for a calendar year."
                ),
                wrong: "fiscal_year: 令和6年",
                right: "fiscal_year: 令和6年度",
                source: (
                    ja: "地方自治法第208条第1項（会計年度）",
                    en: "Local Autonomy Act, Article 208, paragraph 1: the fiscal year"
                )
            )
        case .nonexistentDate:
            Explanation(
                meaning: (
                    ja: "暦にない日付です。又は、1873年（明治6年）より前の日付です。",
                    en: "The calendar has no such date, or it is before 1873."
                ),
                reason: (
                    ja: "ない日付を公表すると、期限や発出日を読み手が確かめられません。",
                    en: "Readers could not tell which day was meant."
                ),
                wrong: "date: 令和7年2月29日",
                right: "date: 令和7年2月28日",
                source: (
                    ja: "明治5年太政官布告第337号（太陽暦の採用）",
                    en: "Great Council of State Proclamation No. 337 of 1872: the solar calendar"
                )
            )
        case .dateOutsideEra:
            Explanation(
                meaning: (
                    ja: "その日付又は年度は、書かれた元号の期間にありません。改元の前に定めた計画の期間（平成32年度までなど）や、引用した題名は対象ではありません。",
                    en: """
                    The date, month or fiscal year does not lie in the era that it names. The term of a plan made before \
                    the era changed, or a title that is quoted, is not meant.
                    """
                ),
                reason: (
                    ja: "改元の前後の日付は誤りやすく、公文書の日付としてそのまま残ります。",
                    en: "Dates near a change of era are easily got wrong, and official papers keep them for good."
                ),
                wrong: "date: 平成31年10月25日",
                right: "date: 令和元年10月25日",
                source: (
                    ja: "元号の始まりの日：大正1912-07-30、昭和1926-12-25、平成1989-01-08、令和2019-05-01",
                    en: "The eras begin: 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01"
                )
            )
        case .wrongWeekday:
            Explanation(
                meaning: (
                    ja: "日付の後の曜日が、その日の曜日ではありません。",
                    en: "The weekday behind a date is not that of the day."
                ),
                reason: (
                    ja: "日付と曜日のどちらが正しいか読み手に分からず、催しや締切りの日を間違えさせます。",
                    en: "Readers cannot tell which of the two is right, and may come on the wrong day."
                ),
                wrong: "date: 令和7年2月14日（木）",
                right: "date: 令和7年2月14日（金）"
            )
        case .integerForm:
            Explanation(
                meaning: (
                    ja: "整数は、半角の数字で「512」又は「346,482」のように、単位を付けずに書きます。",
                    en: "A whole number is written without a unit, as in 512 or 346,482."
                ),
                reason: (
                    ja: "単位はひな形が付けます。形が違うと、計算や比較ができません。",
                    en: "The template adds the unit; in another form the number cannot be reckoned with."
                ),
                wrong: "participants: 11人",
                right: "participants: 11"
            )
        case .decimalForm:
            Explanation(
                meaning: (
                    ja: "小数は、半角の数字で「1.8」のように、単位を付けずに書きます。",
                    en: "A decimal number is written without a unit, as in 1.8."
                ),
                reason: (
                    ja: "形が違うと、計算や比較ができません。",
                    en: "In another form the number cannot be reckoned with."
                ),
                wrong: "times: 約1.8倍",
                right: "times: 1.8"
            )
        case .rateForm:
            Explanation(
                meaning: (
                    ja: "割合は、半角で「3.7%」のように、公表された桁数のまま書きます。",
                    en: "A percentage is written as in 3.7%, with as many digits as were published."
                ),
                reason: (
                    ja: "桁数は、人数から計算した値と照らし合わせるときの精度になります。",
                    en: "Its digits say how exactly it must agree with the counts."
                ),
                wrong: "rate: 3.7パーセント",
                right: "rate: 3.7%"
            )
        case .moneyForm:
            Explanation(
                meaning: (
                    ja: "金額は「7,892千円」のように、3桁ごとに「,」を入れ、単位（円、千円、万円、百万円又は億円）を付けて書きます。",
                    en: "An amount of money is written with commas and its unit, as in 7,892千円."
                ),
                reason: (
                    ja: "単位がないと、円なのか千円なのかが分からず、額を千倍も誤って伝えます。",
                    en: "Without its unit an amount may be read a thousand times too large or too small."
                ),
                wrong: "budget: 7892",
                right: "budget: 7,892千円"
            )
        case .postalCodeForm:
            Explanation(
                meaning: (
                    ja: "郵便番号は、半角で「665-0865」のように3桁と4桁に分けて書きます。",
                    en: "A postal code is written as in 665-0865."
                ),
                reason: (
                    ja: "桁の足りない番号では、所在地と照らし合わせることも、郵便を送ることもできません。",
                    en: "With a digit missing it can neither be checked against the address nor be written to."
                ),
                wrong: "postal_code: 6650865",
                right: "postal_code: 665-0865",
                source: (
                    ja: "日本郵便の郵便番号（7桁）",
                    en: "Japan Post: postal codes have seven digits"
                )
            )
        case .telephoneForm:
            Explanation(
                meaning: (
                    ja: "電話番号の形ではありません。桁数が違うか、決まった書き方（半角の数字と「-」、「（内線2345）」、番号の間の「、」）ではありません。",
                    en: """
                    This is not a telephone number: its digits are too few or too many, or it is not written as \
                    digits and hyphens, with （内線2345） for an extension and 、 between two numbers.
                    """
                ),
                reason: (
                    ja: "かからない番号や別の家にかかる番号を公表するおそれがあります。",
                    en: "A number that does not work, or somebody else's, might be published."
                ),
                wrong: "telephone: 0797（86）232",
                right: "telephone: 0797-86-2321",
                source: (
                    ja: "総務省の電気通信番号計画",
                    en: "The Telecommunications Numbering Plan of the Ministry of Internal Affairs and Communications"
                )
            )
        case .telephoneGrouping:
            Explanation(
                meaning: (
                    ja: "電話番号の「-」の位置が、その種類の番号の決まりと違います。",
                    en: "The hyphens do not stand where they do in numbers of this kind."
                ),
                reason: (
                    ja: "市外局番の範囲を誤って伝え、桁の抜けにも気付きにくくなります。",
                    en: "It misstates the area code, and makes a lost digit hard to notice."
                ),
                wrong: "telephone: 01-2000-0000",
                right: "telephone: 0120-000-000",
                source: (
                    ja: "総務省の電気通信番号計画",
                    en: "The Telecommunications Numbering Plan of the Ministry of Internal Affairs and Communications"
                )
            )
        case .webAddressForm:
            Explanation(
                meaning: (
                    ja: "URLは「https://」又は「http://」から始め、空白や全角の文字を入れずに書きます。",
                    en: """
                    A web address begins with https:// or http:// and holds no space and no character beyond \
                    ASCII.
                    """
                ),
                reason: (
                    ja: "形が違うと、リンクを押してもページが開きません。",
                    en: "In another form the link would not open."
                ),
                wrong: "web: www.example.jp",
                right: "web: https://www.example.jp/",
                source: (
                    ja: "RFC 3986（URLの形）",
                    en: "RFC 3986, URI: Generic Syntax"
                )
            )
        case .emailForm:
            Explanation(
                meaning: (
                    ja: "メールアドレスは、半角で「名前@ドメイン」の形で書きます。",
                    en: "An e-mail address is written as name@domain, in ASCII."
                ),
                reason: (
                    ja: "形が違うと、メールが届きません。",
                    en: "In another form nothing would arrive."
                ),
                wrong: "email: kyoiku＠city.example.jp",
                right: "email: kyoiku@city.example.jp",
                source: (
                    ja: "RFC 5322（メールアドレスの形）",
                    en: "RFC 5322, Internet Message Format"
                )
            )
        case .unknownChoice:
            Explanation(
                meaning: (
                    ja: "決まった値から選ぶ項目に、それ以外の値が書かれているか、同じ値が2回書かれています。",
                    en: "The field takes some of a few values, and this is none of them, or stands there twice."
                ),
                reason: (
                    ja: "推測で選ぶと、意図と違う表記や内容の文書ができます。",
                    en: "A guess might set the document in another way than was meant."
                ),
                wrong: "digits: 全角",
                right: "digits: fullwidth"
            )
        case .frequencyForm:
            Explanation(
                meaning: (
                    ja: "頻度は「年9回」又は「毎月」のように書きます。",
                    en: "How often is written as in 年9回 or 毎月."
                ),
                reason: (
                    ja: "書き方をそろえておくと、どの文書でも同じ形で出せます。",
                    en: "In a fixed form it reads the same in every document."
                ),
                wrong: "frequency: 1年に9回",
                right: "frequency: 年9回"
            )
        case .municipalityCodeForm:
            Explanation(
                meaning: (
                    ja: "全国地方公共団体コードは6桁で、最後の1桁は検査数字（打ち間違いを見つけるための数字）です。この値はそれと合いません。",
                    en: """
                    A municipality code has six digits, the last of which is a check digit; this one does not \
                    agree with it.
                    """
                ),
                reason: (
                    ja: "1桁の間違いで、別の市区町村のデータとして扱われます。",
                    en: "With one digit wrong the data would pass for another municipality's."
                ),
                wrong: "municipality_code: 282145",
                right: "municipality_code: 282146",
                source: (
                    ja: "総務省の全国地方公共団体コード（検査数字の計算方法）",
                    en: """
                    The municipality codes of the Ministry of Internal Affairs and Communications, with their \
                    check digit
                    """
                )
            )
        case .corporateNumberForm:
            Explanation(
                meaning: (
                    ja: "法人番号が13桁でないか、検査数字が合いません。",
                    en: "A corporate number does not have thirteen digits, or its check digit is wrong."
                ),
                reason: (
                    ja: "1桁違うと、別の法人を指すことになります。", en: "One digit off, and it names another corporation."
                ),
                wrong: "corporate_number: 1000012110003", right: "corporate_number: 8000012130001",
                source: (ja: "国税庁「法人番号の検査用数字を算出する算式」", en: "National Tax Agency: the check digit of corporate numbers")
            )
        case .furiganaForm:
            Explanation(
                meaning: (ja: "ふりがなに、ひらがな以外の文字があります。", en: "Furigana holds other letters than hiragana."),
                reason: (
                    ja: "ふりがなの欄は、名前の読み方をひらがなで示すためのものです。",
                    en: "The field shows how a name is read, in hiragana."
                ),
                wrong: "pupil_furigana: タカラヅカ　はな", right: "pupil_furigana: たからづか　はな")
        case .fieldDeclaration:
            Explanation(
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
                    """
            )
        case .schoolYearsForm:
            Explanation(
                meaning: (
                    ja: "対象の学年が、学校の学年として読めません。",
                    en: "School years cannot be read as such."
                ),
                reason: (
                    ja: "小学校は6年生、中学校と高等学校は3年生までです。ない学年が載ると、通えるかどうかが分かりません。",
                    en: "Primary school has six years, secondary schools three: with another nobody knows who may come."
                ),
                wrong: "school_years: 小4～中4", right: "school_years: 小4～中3")
        default: nil
        }
    }
}
