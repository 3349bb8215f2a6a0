extension Explanation {
    /// What is said of Japanese text.
    static func japanese(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .badCharacter:
            Explanation(
                meaning: (
                    ja: "文字化けした文字（U+FFFD。元の文字が失われたことを示す文字）があります。",
                    en: "U+FFFD stands where a character was lost."
                ),
                reason: (
                    ja: "元の文字はもう分からないので、人が書き直すしかありません。",
                    en: "What stood there is lost, and only a person can write it again."
                ),
                wrong: "name: 宝[U+FFFD]市教育委員会  # [ ]の所に文字化けした文字がある",
                right: "name: 宝塚市教育委員会",
                source: (
                    ja: "Unicode（U+FFFD REPLACEMENT CHARACTER）",
                    en: "Unicode, U+FFFD REPLACEMENT CHARACTER"
                )
            )
        case .halfwidthKatakana:
            Explanation(
                meaning: (
                    ja: "半角カタカナがあります。全角カタカナで書きます。",
                    en: "Half-width katakana is used; it should be full-width."
                ),
                reason: (
                    ja: "検索で見つからず、濁点の離れた読みにくい文字になります。",
                    en: "A search misses it, and its sound marks stand apart."
                ),
                wrong: "name: ﾌﾘｰｽｸｰﾙみらい",
                right: "name: フリースクールみらい"
            )
        case .invisibleCharacter:
            Explanation(
                meaning: (
                    ja: "目に見えない文字（幅のない空白など）があります。",
                    en: "There is an invisible character, such as a space without width."
                ),
                reason: (
                    ja: "見た目は同じでも別の文字とみなされ、検索や照合が失敗します。",
                    en: "The text looks the same but counts as different, so searches and comparisons fail."
                ),
                wrong: "name: 楽笑[U+200B]フリースクール  # [ ]の所に見えない文字がある",
                right: "name: 楽笑 フリースクール"
            )
        case .decomposedCharacter:
            Explanation(
                meaning: (
                    ja: "「が」のような1文字が、「か」と濁点の2文字で書かれています。又は、「塚」などが互換用の別の文字です。",
                    en: """
                    A letter such as が is written as か and a separate mark, or a character is a compatibility \
                    form.
                    """
                ),
                reason: (
                    ja: "見た目は同じでも別の文字とみなされ、検索で見つからず、濁点が離れて印字されることもあります。",
                    en: "It looks the same but is not found by a search, and the mark may be printed apart."
                ),
                wrong: "note: 見学か[U+3099]必要です  # [ ]の所に、濁点だけの文字がある",
                right: "note: 見学が必要です",
                source: (
                    ja: "Unicode標準附属書15（正規化形式）",
                    en: "Unicode Standard Annex #15, Normalization Forms"
                )
            )
        case .unbalancedBracket:
            Explanation(
                meaning: (
                    ja: "括弧の始めと終わりが対になっていません。",
                    en: "A bracket is not closed, or was not opened."
                ),
                reason: (
                    ja: "どこまでが補足や引用かが、読み手に分かりません。",
                    en: "Readers cannot tell where an aside or a quotation ends."
                ),
                wrong: "title: 不登校児童生徒への支援の在り方について（通知",
                right: "title: 不登校児童生徒への支援の在り方について（通知）"
            )
        case .lookAlike:
            Explanation(
                meaning: (
                    ja: "形の似た別の文字のようです（「口」とカタカナの「ロ」、「一」と「ー」、「っ」と「つ」など）。",
                    en: """
                    This looks like another character than was meant: katakana ロ for 口, ー for 一, or つ for っ, \
                    for example.
                    """
                ),
                reason: (
                    ja: "目では気付きにくく、検索で見つからず、読み上げも誤ります。",
                    en: "It is hard to see, but a search misses it and a screen reader misreads it."
                ),
                wrong: "address: 兵庫県西宮市北ロ町1-1",
                right: "address: 兵庫県西宮市北口町1-1"
            )
        case .doubledParticle:
            Explanation(
                meaning: (
                    ja: "「のの」「をを」「、、」のように、助詞や句読点が2回打たれているようです。",
                    en: "A particle or a stop seems to be typed twice, as in のの, をを or 、、."
                ),
                reason: (
                    ja: "打ち間違いのある文書は、内容まで疑われます。",
                    en: "A slip of typing makes readers doubt the contents too."
                ),
                wrong: "description: 学校をを訪問し、支援の方法を助言する。",
                right: "description: 学校を訪問し、支援の方法を助言する。"
            )
        case .spaceInWord:
            Explanation(
                meaning: (
                    ja: "語や文の途中に空白があります。",
                    en: "A space breaks a word or a sentence."
                ),
                reason: (
                    ja: "読み上げソフトが語を正しく読めず、検索でも見つかりません。",
                    en: "Screen readers misread the word, and a search misses it."
                ),
                wrong: "description: 学校を訪 問し、助言する。",
                right: "description: 学校を訪問し、助言する。",
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.2（意味のある順序）",
                    en: "JIS X 8341-3:2016, success criterion 1.3.2, Meaningful Sequence"
                )
            )
        case .surroundingSpace:
            Explanation(
                meaning: (
                    ja: "値の始め又は終わりに空白があります。",
                    en: "The value begins or ends with a space."
                ),
                reason: (
                    ja: "文に入れると不自然な隙間ができ、同じ名称が別のものとみなされます。",
                    en: "It leaves a gap in the sentence, and makes equal names differ."
                ),
                wrong: "name: \"楽笑 フリースクール \"",
                right: "name: 楽笑 フリースクール"
            )
        case .mixedSigns:
            Explanation(
                meaning: (
                    ja: "見た目の似た2種類の記号（「～」とU+301C、「－」とU+2212）が混ざっています。",
                    en: "Two signs that look alike are mixed: U+FF5E and U+301C, or U+FF0D and U+2212."
                ),
                reason: (
                    ja: "一方は、Excelなどで使う文字コードで書き出すときに文字化けすることがあります。",
                    en: "One of the two may be garbled when a program such as Excel writes it in its own encoding."
                ),
                wrong: "note: 午前9時[U+301C]午後3時  # ほかの行では「～」",
                right: "note: 午前9時～午後3時",
                source: (
                    ja: "CP932（Windowsの文字コード）とUnicodeの対応の違い",
                    en: "The differing mappings between CP932, the encoding of Windows, and Unicode"
                )
            )
        case .mixedDigits:
            Explanation(
                meaning: (
                    ja: "一つの文書の中に、全角の数字と半角の数字が混ざっています。",
                    en: "Full-width and half-width digits are mixed in one document."
                ),
                reason: (
                    ja: "体裁が乱れるだけでなく、検索で一方が見つかりません。",
                    en: "It looks careless, and a search finds only one of the two."
                ),
                wrong: "<p>対象は、１年生から3年生までです。</p>",
                right: "<p>対象は、1年生から3年生までです。</p>"
            )
        case .mixedUsage:
            Explanation(
                meaning: (
                    ja: "同じ語が、一つの文書の中で2通りに書かれています（「又は」と「または」など）。",
                    en: "A word is written in two ways in one document, such as 又は and または."
                ),
                reason: (
                    ja: "書き分けに意味があるのかと読み手が迷い、検索でも一方が見つかりません。",
                    en: "Readers wonder whether a difference is meant, and a search finds only one of the two."
                ),
                wrong: "<p>電話又はメールで連絡してください。来所またはオンラインで面談します。</p>",
                right: "<p>電話又はメールで連絡してください。来所又はオンラインで面談します。</p>"
            )
        case .doubledWord:
            Explanation(
                meaning: (
                    ja: "同じ語が2回続けて書かれています。",
                    en: "A word is written twice in a row."
                ),
                reason: (
                    ja: "貼り付けや変換の誤りで重なったもので、読み手の目に付きます。",
                    en: "It was pasted or converted twice, and readers notice."
                ),
                wrong: "address: 兵庫県伊丹市野間2丁目丁目7-41",
                right: "address: 兵庫県伊丹市野間2丁目7-41"
            )
        case .directionControl:
            Explanation(
                meaning: (
                    ja: "文字の並ぶ向きを変える、目に見えない文字があります。",
                    en: "An invisible character turns the direction in which the text is shown."
                ),
                reason: (
                    ja: "見えている順と実際の順が違い、電話番号やURLが別のものに見えることがあります。",
                    en: "What is seen is not what is there: a number or an address may look like another."
                ),
                wrong: "web: https://www.example.jp/\\u202Egpj.html",
                right: "web: https://www.example.jp/",
                source: (ja: "UAX #9（Unicode双方向アルゴリズム）", en: "UAX #9, Unicode Bidirectional Algorithm")
            )
        case .leftover:
            Explanation(
                meaning: (
                    ja:
                        "後で書くつもりの印（○○、要確認、TODO、000-0000など）又は「# 要入力」というメモが残っています。全ての文書が案（draft: true）のときは注記、そうでなければエラーです。",
                    en: """
                    A sign of what was to be written later is left (○○, 要確認, TODO, 000-0000), or a comment # 要入力. It is a \
                    note while all documents are drafts, else an error.
                    """
                ),
                reason: (
                    ja: "書きかけの文書を公表してしまいます。「shirube todo」で、残っているものの一覧を表示できます。",
                    en: "An unfinished paper would be published. shirube todo lists what is left."
                ),
                wrong: "section: ○○課", right: "section: 教育支援課")
        case .unreadKanji:
            Explanation(
                meaning: (
                    ja: "ふりがなを付ける文書（ruby: grade-4など）に、その学年までに習わない漢字の語があり、読みが分かりません。",
                    en:
                        "A document is to have readings above its kanji (ruby: grade-4), and of a word with harder kanji none is known."
                ),
                reason: (
                    ja: "その語だけ、ふりがなのないまま文書に出ます。読みは、施設の名称のふりがな、ひな形のruby、board.yamlのreadingsから取ります。",
                    en: """
                    The word is printed without a reading. Readings come from the names of facilities, from ruby in templates and from \
                    board.yaml's readings.
                    """
                ),
                wrong: "style: {ruby: grade-4}  # 「塾」（中学校で習う漢字）の読みがない",
                right: "readings:\n  - word: 塾\n    furigana: じゅく",
                source: (
                    ja: "学年別漢字配当表（小学校学習指導要領、平成29年文部科学省告示第63号）",
                    en: "the table of kanji by school years (学年別漢字配当表) of the Course of Study, 2017"
                )
            )
        default: nil
        }
    }
}
