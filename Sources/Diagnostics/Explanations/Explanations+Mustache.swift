extension Explanation {
    /// What is said of Mustache's tags.
    static func mustache(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .mustacheUnclosedTag:
            Explanation(
                meaning: (
                    ja: "タグ（{{ }}で囲んだ、値の入る場所）が閉じられていません。",
                    en: "A tag, the place of a value in {{ }}, is never closed."
                ),
                reason: (
                    ja: "閉じられていないと、後の文章までがタグの名前として読まれ、印字されません。",
                    en: "What follows would be taken for its name, and would not be printed."
                ),
                wrong: "<p>{{facilities.as_of}現在の内容です。</p>",
                right: "<p>{{facilities.as_of}}現在の内容です。</p>",
                source: (
                    ja: "Mustache仕様",
                    en: "the Mustache specification"
                )
            )
        case .mustacheUnclosedSection:
            Explanation(
                meaning: (
                    ja: "{{#名前}}などで始めた部分に、終わりの{{/名前}}がありません。",
                    en: "A part begun with {{#name}} or the like has no {{/name}} at its end."
                ),
                reason: (
                    ja: "終わりがないと、どこまでを条件や繰返しの対象にするかが決まりません。",
                    en: "It is not known how much depends on the condition or is to be repeated."
                ),
                wrong: "{{#web}}<a href=\"{{web}}\">{{web}}</a>",
                right: "{{#web}}<a href=\"{{web}}\">{{web}}</a>{{/web}}",
                source: (
                    ja: "Mustache仕様（セクション）",
                    en: "the Mustache specification, Sections"
                )
            )
        case .mustacheUnopenedSection:
            Explanation(
                meaning: (
                    ja: "{{/名前}}で閉じていますが、その名前で始めた部分がありません。又は、開いた順と逆に閉じられていません。",
                    en: """
                    {{/name}} closes what was not opened, or parts are not closed in the reverse order of \
                    opening.
                    """
                ),
                reason: (
                    ja: "名前の打ち間違いを見逃すと、別の部分が終わってしまいます。",
                    en: "Otherwise a misspelt name would end another part than was meant."
                ),
                wrong: "{{#note}}<small>{{note}}</small>{{/web}}",
                right: "{{#note}}<small>{{note}}</small>{{/note}}",
                source: (
                    ja: "Mustache仕様（セクション）",
                    en: "the Mustache specification, Sections"
                )
            )
        case .mustacheEmptyTag:
            Explanation(
                meaning: (
                    ja: "タグの中に名前がありません。",
                    en: "The tag has no name in it."
                ),
                reason: (
                    ja: "何を印字するかが決まらず、文に穴が空きます。",
                    en: "Nothing could be printed there, and the sentence would have a hole."
                ),
                wrong: "<p>{{}}現在、{{facilities.private.count}}施設です。</p>",
                right: "<p>{{facilities.as_of}}現在、{{facilities.private.count}}施設です。</p>"
            )
        case .mustacheDelimiter:
            Explanation(
                meaning: (
                    ja: "タグの区切り記号を変える指定が正しくありません。",
                    en: "The tag that sets other delimiters is not written rightly."
                ),
                reason: (
                    ja: "この指定より後の全てのタグの読み方が変わるので、推測はしません。",
                    en: "How all further tags are read depends on it, so nothing is guessed."
                ),
                wrong: "{{=<%=}}",
                right: "{{=<% %>=}}",
                source: (
                    ja: "Mustache仕様（区切り記号の変更）",
                    en: "the Mustache specification, Set Delimiter"
                )
            )
        case .mustacheMissingPartial:
            Explanation(
                meaning: (
                    ja: "取り込もうとした部品（別のひな形のファイル）がありません。",
                    en: "The template that is to be included does not exist."
                ),
                reason: (
                    ja: "部品のないまま作ると、表や様式が丸ごと抜けます。",
                    en: "Without it a whole table or form would be missing from the document."
                ),
                wrong: "{{> parts/facilities-table}}",
                right: "{{> parts/facility-table}}"
            )
        case .mustacheRecursion:
            Explanation(
                meaning: (
                    ja: "部品が自分自身を取り込んでいて終わりがないか、タグの入れ子が深すぎるか、繰り返しが多すぎます。",
                    en: "A template includes itself without end, tags are nested too deeply, or are repeated too often."
                ),
                reason: (
                    ja: "文書がいつまでも完成しません。",
                    en: "The document would never be finished."
                ),
                wrong: """
                    {{! parts/form1.htmlの中 }}
                    {{> parts/form1}}
                    """,
                right: """
                    {{! form1.htmlの中 }}
                    {{> parts/form1}}
                    """
            )
        case .mustacheUnsupported:
            Explanation(
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
                right: "{{> parts/facility-table}}"
            )
        case .mustacheEncoding:
            Explanation(
                meaning: (
                    ja: "ひな形に、UTF-8という文字コードとして読めない文字があります。",
                    en: "The template holds bytes that are not UTF-8."
                ),
                reason: (
                    ja: "文字コードを推測して読むと、文字化けしたまま公表するおそれがあります。",
                    en: "If the encoding were guessed, garbled text might be published."
                ),
                wrong: """
                    {{! エディターの文字コード: Shift_JIS }}
                    <h2>出席扱いの要件</h2>
                    """,
                right: """
                    {{! エディターの文字コード: UTF-8 }}
                    <h2>出席扱いの要件</h2>
                    """
            )
        case .mustacheStrayText:
            Explanation(
                meaning: (
                    ja: "親のひな形を使う{{<名前}}の中で、ブロック{{$名前}}の外に文章があります。この文章は印字されません。",
                    en: """
                    Inside {{<name}}, which fills in a parent, text stands outside any block {{$name}} and is \
                    not printed.
                    """
                ),
                reason: (
                    ja: "書いたつもりの文章が、気付かないうちに文書から抜けます。",
                    en: "What was meant to be said would be missing from the document unnoticed."
                ),
                wrong: """
                    {{<guideline}}
                    <p>内容は変わることがあります。</p>
                    {{/guideline}}
                    """,
                right: """
                    {{<guideline}}
                    {{$private_opening}}<p>内容は変わることがあります。</p>{{/private_opening}}
                    {{/guideline}}
                    """,
                source: (
                    ja: "Mustache仕様（継承）",
                    en: "the Mustache specification, Inheritance"
                )
            )
        default: nil
        }
    }
}
