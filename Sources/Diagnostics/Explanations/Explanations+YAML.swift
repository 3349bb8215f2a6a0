extension Explanation {
    /// What is said of YAML.
    static func yaml(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .yamlEncoding:
            Explanation(
                meaning: (
                    ja: "UTF-8という文字コードとして読めない文字があります。別の文字コードで保存されています。",
                    en: "The file holds bytes that are not UTF-8: it was saved in another encoding."
                ),
                reason: (
                    ja: "文字コードを推測して読むと、文字化けしたまま公表するおそれがあります。",
                    en: "If the encoding were guessed, garbled text might be published."
                ),
                wrong: """
                    # エディターの文字コード: Shift_JIS
                    name: 宝塚市教育委員会
                    """,
                right: """
                    # エディターの文字コード: UTF-8
                    name: 宝塚市教育委員会
                    """,
                source: (
                    ja: "YAML 1.2.2 §5.2（文字コード）。UTF-8に限るのはshirubeの決まりです",
                    en: "YAML 1.2.2 §5.2, Character Encodings; that it must be UTF-8 is shirube's own rule"
                )
            )
        case .yamlControlCharacter:
            Explanation(
                meaning: (
                    ja: "使えない制御文字（文字として見えない、機器への指示を表す符号）があります。",
                    en: "There is a control character, which YAML does not allow."
                ),
                reason: (
                    ja: "画面では見えませんが、印刷や検索、ほかのソフトへの取込みで不具合を起こします。",
                    en: "It cannot be seen, but it disturbs printing, searching and other programs."
                ),
                wrong: "name: 楽笑[U+0007]フリースクール  # [ ]の所に見えない文字がある",
                right: "name: 楽笑 フリースクール",
                source: (
                    ja: "YAML 1.2.2 §5.1（使える文字）",
                    en: "YAML 1.2.2 §5.1, Character Set"
                )
            )
        case .yamlTab:
            Explanation(
                meaning: (
                    ja: "字下げにタブが使われています。字下げは半角の空白で行います。",
                    en: "A tab is used for indentation, where only spaces may stand."
                ),
                reason: (
                    ja: "タブの幅はエディターごとに違い、どの項目の中にあるかが決まりません。",
                    en: "The width of a tab differs between editors, so it cannot say what belongs to what."
                ),
                wrong: """
                    contact:
                    \tpostal_code: 665-8665
                    """,
                right: """
                    contact:
                      postal_code: 665-8665
                    """,
                source: (
                    ja: "YAML 1.2.2 §6.1（字下げ）",
                    en: "YAML 1.2.2 §6.1, Indentation Spaces"
                )
            )
        case .yamlAnchor:
            Explanation(
                meaning: (
                    ja: "「&」で始まる値は、アンカー（値に名前を付ける書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
                    en:
                        "A value that begins with & is taken for an anchor, which names a value and is not accepted. Quote it if it is text."
                ),
                reason: (
                    ja: "値が離れた場所から決まると、直した担当者が、ほかのどの項目が変わるかに気付けません。",
                    en: "Where a value is set from afar, whoever changes it does not see what else changes."
                ),
                wrong: "operator: &operator 学校法人○○学園",
                right: "operator: 学校法人○○学園"
            )
        case .yamlAlias:
            Explanation(
                meaning: (
                    ja: "「*」で始まる値は、エイリアス（別の場所の値を使う書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
                    en:
                        "A value that begins with * is taken for an alias, which repeats a value and is not accepted. Quote it if it is text."
                ),
                reason: (
                    ja: "その行を見ただけでは値が分からず、誤りを確かめられません。",
                    en: "The line alone does not show the value, so it cannot be proof-read."
                ),
                wrong: "operator: *operator",
                right: "operator: 学校法人○○学園"
            )
        case .yamlTag:
            Explanation(
                meaning: (
                    ja: "「!」で始まる値は、タグ（値の種類を指定する書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
                    en:
                        "A value that begins with ! is taken for a tag, which states a type and is not accepted. Quote it if it is text."
                ),
                reason: (
                    ja: "値の種類は項目ごとに決まっているので、書くと食い違うおそれがあるだけです。",
                    en: "Each field's type is fixed, so a tag could only contradict it."
                ),
                wrong: "capacity: !!int 20",
                right: "capacity: 20"
            )
        case .yamlMergeKey:
            Explanation(
                meaning: (
                    ja: "マージキー（「<<」と書いて別のまとまりの項目を取り込む書き方）は使えません。",
                    en: "The merge key <<, which takes in the entries of another group, is not accepted."
                ),
                reason: (
                    ja: "どの値が使われるかが見ただけでは分からず、YAML 1.2.2にもない書き方です。",
                    en: "It hides which value counts, and YAML 1.2.2 does not have it."
                ),
                wrong: """
                    - id: mirai-kawanishi
                      <<: *mirai
                      telephone: 072-764-6335
                    """,
                right: """
                    - id: mirai-kawanishi
                      operator: 特定非営利活動法人○○
                      telephone: 072-764-6335
                    """
            )
        case .yamlDirective:
            Explanation(
                meaning: (
                    ja: "ディレクティブ（「%」で始まり、読み方を指定する行）は使えません。",
                    en: "Directives, lines that begin with % and say how to read the file, are not accepted."
                ),
                reason: (
                    ja: "データのファイルの読み方は一つに決まっているので、指定は要りません。",
                    en: "The files are read in one way only, so there is nothing to direct."
                ),
                wrong: """
                    %YAML 1.2
                    ---
                    name: 宝塚市教育委員会
                    """,
                right: "name: 宝塚市教育委員会"
            )
        case .yamlSeveralDocuments:
            Explanation(
                meaning: (
                    ja: "「---」や「...」の行で区切って、一つのファイルに二つ以上のデータが書かれています。",
                    en: "Lines of --- or ... divide the file into several sets of data."
                ),
                reason: (
                    ja: "どのデータを文書に使うかが決まりません。",
                    en: "It would not be clear which of them the documents use."
                ),
                wrong: """
                    name: 宝塚市教育委員会
                    ---
                    name: 世田谷区教育委員会
                    """,
                right: """
                    # 世田谷区のものは、Data/setagaya/board.yamlに書く
                    name: 宝塚市教育委員会
                    """
            )
        case .yamlComplexKey:
            Explanation(
                meaning: (
                    ja: "項目名に使えるのは、1行の短い文字列だけです。「?」で始めた項目名、一覧などは使えません。",
                    en: """
                    A key must be short text on one line; keys that begin with ?, lists and groups are not \
                    accepted.
                    """
                ),
                reason: (
                    ja: "項目名は決まっているので、複雑な書き方は必ず誤りです。",
                    en: "The names of fields are fixed, so anything more complex is a mistake."
                ),
                wrong: """
                    ? name
                    : 楽笑 フリースクール
                    """,
                right: "name: 楽笑 フリースクール"
            )
        case .yamlDuplicateKey:
            Explanation(
                meaning: (
                    ja: "同じまとまりの中に、同じ項目名が2回書かれています。",
                    en: "The same key is written twice in one group."
                ),
                reason: (
                    ja: "どちらの値が正しいか決められず、古いほうを公表するおそれがあります。",
                    en: "Either value might be the right one, and the outdated one might be published."
                ),
                wrong: """
                    telephone: 0797-86-2321
                    telephone: 0797-86-2322
                    """,
                right: "telephone: 0797-86-2321",
                source: (
                    ja: "YAML 1.2.2 §3.2.1.1（項目名は重ならない）",
                    en: "YAML 1.2.2 §3.2.1.1, Nodes: keys are unique"
                )
            )
        case .yamlDepth:
            Explanation(
                meaning: (
                    ja: "項目の括弧や字下げが、深く重なりすぎています。",
                    en: "Values are nested too deeply."
                ),
                reason: (
                    ja: "正しいデータはこれほど深くなりません。括弧や字下げの誤りです。",
                    en: "Real data is never so deep; brackets or indentation have gone wrong."
                ),
                wrong: "note: [[[[[[[[ … 予約制 … ]]]]]]]]",
                right: "note: 予約制"
            )
        case .yamlIndentation:
            Explanation(
                meaning: (
                    ja: "字下げ（行頭の空白の数）が、前の行とそろっていません。",
                    en: "The indentation does not match the lines before."
                ),
                reason: (
                    ja: "字下げは、その項目がどのまとまりに入るかを表します。そろわないと、それが決まりません。",
                    en: "Indentation says which group an entry belongs to; unless it matches, that is not known."
                ),
                wrong: """
                    edition:
                        fiscal_year: 令和6年度
                      issued: 令和7年3月
                    """,
                right: """
                    edition:
                      fiscal_year: 令和6年度
                      issued: 令和7年3月
                    """,
                source: (
                    ja: "YAML 1.2.2 §6.1（字下げ）、§8.1.1.1（最初の空行）",
                    en: "YAML 1.2.2 §6.1, Indentation Spaces, and §8.1.1.1, Block Indentation Indicator"
                )
            )
        case .yamlReservedIndicator:
            Explanation(
                meaning: (
                    ja: "値が、YAMLで特別な意味のある記号（「@」「%」など）で始まっています。",
                    en: "The value begins with a sign that is special in YAML, such as @ or %."
                ),
                reason: (
                    ja: "引用符で囲まないと、値の文字なのか記号なのかが決まりません。",
                    en: "Unless it is quoted, it could be either text or a sign of YAML's."
                ),
                wrong: "name: @スクール宝塚校",
                right: "name: \"@スクール宝塚校\"",
                source: (
                    ja: "YAML 1.2.2 §5.3（指示文字）、§7.3.3",
                    en: "YAML 1.2.2 §5.3, Indicator Characters, and §7.3.3"
                )
            )
        case .yamlUnterminated:
            Explanation(
                meaning: (
                    ja: "引用符又は括弧が閉じられていません。",
                    en: "A quotation mark or a bracket is never closed."
                ),
                reason: (
                    ja: "閉じられていないと、後の項目まで一つの値として読まれてしまいます。",
                    en: "Everything behind it would be read as part of the one value."
                ),
                wrong: "name: \"楽笑 フリースクール",
                right: "name: \"楽笑 フリースクール\"",
                source: (
                    ja: "YAML 1.2.2 §7.3.1、§7.3.2（引用符）、§7.4（括弧）",
                    en: "YAML 1.2.2 §7.3.1, §7.3.2, quoted styles, and §7.4, flow collections"
                )
            )
        case .yamlEscape:
            Explanation(
                meaning: (
                    ja: "「\"」で囲んだ値の中の「\\」の後に、決められていない文字があります。",
                    en: "Inside double quotation marks, a backslash stands before something that YAML does not know."
                ),
                reason: (
                    ja: "「\\」は次の文字と合わせて特別な文字を表すので、そのままでは読めません。",
                    en: "A backslash makes a special character of what follows it, and this makes none."
                ),
                wrong: "note: \"記入例は\\資料\\様式1にあります\"",
                right: "note: '記入例は\\資料\\様式1にあります'",
                source: (
                    ja: "YAML 1.2.2 §5.7（エスケープ）",
                    en: "YAML 1.2.2 §5.7, Escaped Characters"
                )
            )
        case .yamlUnexpected:
            Explanation(
                meaning: (
                    ja: "その場所に書けない文字があります。値の終わりの後に余分な文字があるか、項目の間の「,」がありません。",
                    en: "Something stands where it cannot: behind the end of a value, or where a comma is missing."
                ),
                reason: (
                    ja: "余分な文字を無視すると、書いたはずの内容が文書から消えます。",
                    en: "If it were passed over, something that was written would be lost from the documents."
                ),
                wrong: "note: \"予約制\" 平日のみ",
                right: "note: 予約制、平日のみ",
                source: (
                    ja: "YAML 1.2.2 §7.3.3、§7.4",
                    en: "YAML 1.2.2 §7.3.3, Plain Style, and §7.4, Flow Collection Styles"
                )
            )
        case .yamlMappingInValue:
            Explanation(
                meaning: (
                    ja: "引用符で囲まない値の中に「: 」（コロンと空白）があります。又は、前の値の続きの行に「項目名: 値」があります。",
                    en: """
                    A value without quotation marks holds a colon and a space, or an entry stands where a value \
                    goes on.
                    """
                ),
                reason: (
                    ja: "「: 」は項目名と値の区切りなので、どこまでが値かが決まりません。",
                    en: "A colon and a space divide a key from its value, so it is not clear where the value ends."
                ),
                wrong: "note: 受付: 平日の午前9時から",
                right: "note: \"受付: 平日の午前9時から\"",
                source: (
                    ja: "YAML 1.2.2 §7.3.3（引用符のない値）",
                    en: "YAML 1.2.2 §7.3.3, Plain Style"
                )
            )
        case .yamlBlockScalarHeader:
            Explanation(
                meaning: (
                    ja: "複数行の文章の始まりを表す「|」や「>」の後に、書けないものがあります。",
                    en: "Something that is not allowed follows | or >, which begin a text of several lines."
                ),
                reason: (
                    ja: "本文を「|」と同じ行に書くと、その行が文章に入りません。",
                    en: "Text on the same line as | does not become part of the value."
                ),
                wrong: "reason: | 少人数の場所で学びたいため。",
                right: """
                    reason: |
                      少人数の場所で学びたいため。
                    """,
                source: (
                    ja: "YAML 1.2.2 §8.1.1（ブロックスカラーの見出し）",
                    en: "YAML 1.2.2 §8.1.1, Block Scalar Headers"
                )
            )
        case .yamlComment:
            Explanation(
                meaning: (
                    ja: "メモの始まりを表す「#」の前に、半角の空白がありません。",
                    en: "The # that begins a comment has no space before it."
                ),
                reason: (
                    ja: "空白がないと、メモなのか値の一部なのかが決まりません。",
                    en: "Without the space it could as well be part of the value."
                ),
                wrong: "name: \"楽笑 フリースクール\"# 正式な表記",
                right: "name: \"楽笑 フリースクール\"  # 正式な表記",
                source: (
                    ja: "YAML 1.2.2 §6.6（メモ）",
                    en: "YAML 1.2.2 §6.6, Comments"
                )
            )
        case .yamlMissingColon:
            Explanation(
                meaning: (
                    ja: "行が「項目名: 値」の形になっていません。コロンがないか、コロン又はその後の空白が全角です。",
                    en: """
                    The line is not of the form "key: value": the colon is missing, or it or its space is \
                    full-width.
                    """
                ),
                reason: (
                    ja: "項目名と値の区切りが分からず、値を読めません。",
                    en: "Key and value cannot be told apart."
                ),
                wrong: """
                    name: 楽笑 フリースクール
                    telephone：0797-86-2321
                    """,
                right: """
                    name: 楽笑 フリースクール
                    telephone: 0797-86-2321
                    """,
                source: (
                    ja: "YAML 1.2.2 §8.2.2（項目名と値）",
                    en: "YAML 1.2.2 §8.2.2, Block Mappings"
                )
            )
        case .yamlIdeographicSpace:
            Explanation(
                meaning: (
                    ja: "行の始めに全角の空白があります。字下げは半角の空白で行います。",
                    en: "The line begins with a full-width space; indentation is made of ASCII spaces."
                ),
                reason: (
                    ja: "YAMLでは全角の空白は文字とみなされ、項目名の一部になってしまいます。",
                    en: "YAML takes a full-width space for a letter, so it would become part of the key."
                ),
                wrong: """
                    contact:
                    　postal_code: 665-8665
                    """,
                right: """
                    contact:
                      postal_code: 665-8665
                    """,
                source: (
                    ja: "YAML 1.2.2 §5.5（空白）、§6.1（字下げ）",
                    en: "YAML 1.2.2 §5.5, White Space Characters, and §6.1, Indentation Spaces"
                )
            )
        case .yamlDash:
            Explanation(
                meaning: (
                    ja: "一覧の項目の始め方が正しくありません。半角の「-」と半角の空白で始めます。",
                    en: "An item of a list does not begin with an ASCII hyphen and a space."
                ),
                reason: (
                    ja: "全角の「－」や、空白のない「-」では、新しい項目の始まりと分かりません。",
                    en: "A full-width dash, or a hyphen without its space, does not begin an item."
                ),
                wrong: """
                    private:
                      －id: rakusho
                    """,
                right: """
                    private:
                      - id: rakusho
                    """,
                source: (
                    ja: "YAML 1.2.2 §8.2.1（一覧）",
                    en: "YAML 1.2.2 §8.2.1, Block Sequences"
                )
            )
        default: nil
        }
    }
}
