extension Explanation {
    /// What is said of templates and of the documents made from them.
    static func templates(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .unknownName:
            Explanation(
                meaning: (
                    ja: "ひな形のタグに書かれた名前の項目がありません。又は、ひな形が使うIDのものがデータにありません。",
                    en:
                        "The name in a template's tag is no field's, or the data has nothing of the identifier that it uses."
                ),
                reason: (
                    ja: "値が印字されず、文に穴が空きます。",
                    en: "No value would be printed, and the sentence would have a hole."
                ),
                wrong: "<p>{{facilities.asof}}現在の内容です。</p>",
                right: "<p>{{facilities.as_of}}現在の内容です。</p>"
            )
        case .unescapedTag:
            Explanation(
                meaning: (
                    ja: "値をそのまま埋め込む{{{ }}}や{{& }}は、文書のひな形では使えません。",
                    en: "{{{ }}} and {{& }}, which print a value without escaping it, are not accepted in documents."
                ),
                reason: (
                    ja: "値の中の「<」や「&」が、文書の構造を壊します。",
                    en: "A < or & in the value would break the document."
                ),
                wrong: "<td>{{{name}}}</td>",
                right: "<td>{{name}}</td>"
            )
        case .missingTemplate:
            Explanation(
                meaning: (
                    ja: "board.yamlのdocumentsにある文書の、ひな形のファイルがありません。",
                    en: "A document that board.yaml lists has no template."
                ),
                reason: (
                    ja: "その文書を作れません。IDの打ち間違いのこともあります。",
                    en: "It cannot be made; its identifier may be misspelt."
                ),
                wrong: """
                    documents:
                      - id: guidline
                    """,
                right: """
                    documents:
                      - id: guideline
                    """
            )
        case .malformedMarkup:
            Explanation(
                meaning: (
                    ja: "ひな形の書き方がXHTMLとして正しくありません。開いた要素が閉じられていないなどです。",
                    en: "The template is not well-formed XHTML: an element is not closed, for example."
                ),
                reason: (
                    ja: "ブラウザーごとに違う形に解釈され、文章や表が崩れます。",
                    en: "Each browser would make something else of it."
                ),
                wrong: "<p>在籍する学校に<strong>相談してください。</p>",
                right: "<p>在籍する学校に<strong>相談してください。</strong></p>",
                source: (
                    ja: "XML 1.0（整形式）、JIS X 8341-3:2016 達成基準4.1.1（構文解析）",
                    en: "XML 1.0, well-formedness, and JIS X 8341-3:2016, success criterion 4.1.1, Parsing"
                )
            )
        case .unknownElement:
            Explanation(
                meaning: (
                    ja: "使える要素（「<p>」のような部品）の一覧にない要素です。",
                    en: "The element is not in the vocabulary of templates."
                ),
                reason: (
                    ja: "テキスト版での書き方が決まっていないので、内容が抜けるおそれがあります。",
                    en: "There is no rule for its plain text, so what it says might be lost."
                ),
                wrong: "<center>様式1</center>",
                right: "<p class=\"center\">様式1</p>"
            )
        case .unknownAttribute:
            Explanation(
                meaning: (
                    ja: "使える属性（要素に付ける「class=\"…\"」のような指定）の一覧にない属性です。",
                    en: "The attribute is not in the vocabulary of templates."
                ),
                reason: (
                    ja: "打ち間違えた属性は働きません。見た目の指定は、スタイルシート（体裁を決めるファイル）にまとめます。",
                    en: "A misspelt attribute does nothing, and looks belong in the style sheets."
                ),
                wrong: "<p align=\"right\">{{board.section}}</p>",
                right: "<p class=\"right\">{{board.section}}</p>"
            )
        case .danglingReference:
            Explanation(
                meaning: (
                    ja: "参照やリンクの先が、文書の中にも、作成する文書の中にもありません。",
                    en: "A reference or link leads to nothing in the document, or to a page that is not published."
                ),
                reason: (
                    ja: "読み手がリンクを押しても、説明の場所に行けません。",
                    en: "Readers who follow it arrive nowhere."
                ),
                wrong: "<p>要件は、<ref to=\"criterion\"/>のとおりです。</p>",
                right: "<p>要件は、<ref to=\"criteria\"/>のとおりです。</p>"
            )
        case .duplicateAnchor:
            Explanation(
                meaning: (
                    ja: "一つの文書の中で、同じid（参照される場所の名前）が2回使われています。",
                    en: "An id is used twice in one document."
                ),
                reason: (
                    ja: "参照やリンクが、別の場所を指します。",
                    en: "References and links would lead to the wrong place."
                ),
                wrong: """
                    <section id="support"><h2>市の支援</h2></section>
                    <section id="support"><h2>県の支援</h2></section>
                    """,
                right: """
                    <section id="city-support"><h2>市の支援</h2></section>
                    <section id="prefecture-support"><h2>県の支援</h2></section>
                    """,
                source: (
                    ja: "JIS X 8341-3:2016 達成基準4.1.1（構文解析）",
                    en: "JIS X 8341-3:2016, success criterion 4.1.1, Parsing"
                )
            )
        case .missingStyleSheet:
            Explanation(
                meaning: (
                    ja: "スタイルシート（体裁を決めるファイル）が見つかりません。",
                    en: "The style sheet is missing."
                ),
                reason: (
                    ja: "体裁のないまま公表すると、表や様式が読みにくくなります。",
                    en: "Without it, tables and forms would be hard to read."
                ),
                wrong: "<link rel=\"stylesheet\" href=\"style/bace.css\"/>",
                right: "<link rel=\"stylesheet\" href=\"style/base.css\"/>"
            )
        case .valueWithoutText:
            Explanation(
                meaning: (
                    ja: "タグの名前が、一つの値ではなく項目のまとまりを指しています。",
                    en: "The tag names a group of values, which has no text of its own."
                ),
                reason: (
                    ja: "まとまりのどの値を印字するのかが決まりません。",
                    en: "It does not say which of its values to print."
                ),
                wrong: "<p>{{board.edition}}版</p>",
                right: "<p>{{board.edition.fiscal_year}}版</p>"
            )
        case .misplacedTag:
            Explanation(
                meaning: (
                    ja: "要素又は文字が、置けない場所にあります。",
                    en: "An element or text stands where it cannot."
                ),
                reason: (
                    ja: "表や箇条書きの構造が壊れ、読み上げソフトやテキスト版で内容が伝わりません。",
                    en: "It breaks the table or list, and neither screen readers nor the plain text can convey it."
                ),
                wrong: "<ul>印鑑は要りません。</ul>",
                right: "<ul><li>印鑑は要りません。</li></ul>",
                source: (
                    ja: "HTML Standard（要素の内容モデル）",
                    en: "The HTML Standard, content models"
                )
            )
        case .headingOrder:
            Explanation(
                meaning: (
                    ja: "見出しの段が飛んでいます（h2の次にh4など）。",
                    en: "A heading level is skipped, as in h4 behind h2."
                ),
                reason: (
                    ja: "読み上げソフトの利用者は見出しをたどって読むので、段が飛ぶと構成が分かりません。",
                    en: "People who read by headings cannot follow the structure."
                ),
                wrong: """
                    <h2>出席扱い</h2>
                    <h4>要件</h4>
                    """,
                right: """
                    <h2>出席扱い</h2>
                    <h3>要件</h3>
                    """,
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）",
                    en: "JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships"
                )
            )
        case .unusedBlock:
            Explanation(
                meaning: (
                    ja: "差し替えようとしたブロック{{$名前}}が、親のひな形にありません。",
                    en: "The parent template has no block of the name that is filled in."
                ),
                reason: (
                    ja: "書いた文章が、文書のどこにも出ません。",
                    en: "What was written there would appear nowhere."
                ),
                wrong: """
                    {{<guideline}}
                    {{$privat_opening}}<p>内容は変わることがあります。</p>{{/privat_opening}}
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
        case .missingValue:
            Explanation(
                meaning: (
                    ja: "文に入れる値がデータにないか、データから計算されず、文に穴が空きます。",
                    en: """
                    The data has no value for a tag, or none follows from it, which would leave a hole in the \
                    sentence.
                    """
                ),
                reason: (
                    ja: "「は必要です。」のような、意味の通らない文を公表することになります。",
                    en: "A sentence without its figure or name would be published."
                ),
                wrong: """
                    # ひな形の文: 担当は{{board.section}}です。
                    name: 宝塚市教育委員会
                    """,
                right: """
                    name: 宝塚市教育委員会
                    section: 教育支援課
                    """
            )
        case .unusedTemplate:
            Explanation(
                meaning: (
                    ja: "どの文書にも使われていないひな形があります。文書を作るのをやめたのなら、そのままで構いません。",
                    en: "No document uses the template. Where its document is no longer made, it may stay."
                ),
                reason: (
                    ja: "名前を打ち間違えていると、差し替えたつもりの文章が文書に出ません。",
                    en: "If its name is misspelt, what it was to replace has not been replaced."
                ),
                wrong: "Templates/takarazuka/guidline.html",
                right: "Templates/takarazuka/guideline.html"
            )
        case .reservedName:
            Explanation(
                meaning: (
                    ja: "「index」は文書の一覧のページの名前なので、文書のIDには使えません。",
                    en: """
                    The name "index" is that of the page that lists the documents, and cannot be a document's \
                    identifier.
                    """
                ),
                reason: (
                    ja: "同じ名前の文書を作ると、一覧のページが上書きされます。",
                    en: "A document of that name would replace the list."
                ),
                wrong: """
                    documents:
                      - id: index
                    """,
                right: """
                    documents:
                      - id: guideline
                    """
            )
        case .typedFigure:
            Explanation(
                meaning: (
                    ja: "データと同じことを言う数値が、ひな形の文章に直接打ち込まれています。たまたま同じ数（職員12人など）は、対象ではありません。",
                    en: """
                    A figure that says what the data says is typed into the template's prose. One that merely equals it, such \
                    as 12 members of staff, is not meant.
                    """
                ),
                reason: (
                    ja: "データを直しても文章の数値は変わらず、文書の中で食い違います。",
                    en: "When the data changes the sentence does not, and the document contradicts itself."
                ),
                wrong: "<p>民間施設は12施設です。</p>",
                right: "<p>民間施設は{{facilities.private.count}}施設です。</p>"
            )
        case .citedHeading:
            Explanation(
                meaning: (
                    ja: "文章に打ち込まれた見出し、様式、注などの番号が、文書にありません。又は、ページの番号が打ち込まれています。ほかの文書のものであれば、理由を書いて認めることができます。",
                    en: """
                    The text cites a heading, form or note by a number that the document does not have, or a page by a \
                    number. Where it is another paper's, it can be allowed with a reason.
                    """
                ),
                reason: (
                    ja: "見出しを加えたり減らしたりすると番号が変わり、読み手が参照先を見つけられません。",
                    en: "Numbers change as headings come and go, and readers cannot find what is meant."
                ),
                wrong: "<p>要件は、Ⅳの2のとおりです。</p>",
                right: "<p>要件は、<ref to=\"criteria\" form=\"number\"/>のとおりです。</p>"
            )
        case .headingCount:
            Explanation(
                meaning: (
                    ja: "文書の題名となる見出し（h1）がないか、二つ以上あります。",
                    en: "The document has more or fewer than one h1, the heading that is its title."
                ),
                reason: (
                    ja: "読み上げソフトや検索サイトが、文書の題名を正しく伝えられません。",
                    en: "Screen readers and search sites cannot tell what the document is called."
                ),
                wrong: """
                    <h1>民間施設一覧</h1>
                    <h1>公的施設一覧</h1>
                    """,
                right: """
                    <h1>不登校児童生徒を支援する施設一覧</h1>
                    <h2>民間施設</h2>
                    <h2>公的施設</h2>
                    """,
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）。一つに限るのはshirubeの決まりです",
                    en: """
                    JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships; that it is one is \
                    shirube's own rule
                    """
                )
            )
        case .tableStructure:
            Explanation(
                meaning: (
                    ja: "表に、題名（caption）がないか、行や列の見出し（scopeの付いたth）がありません。",
                    en: "The table lacks a caption, or header cells (th) with a scope."
                ),
                reason: (
                    ja: "読み上げソフトは見出しと値を組にして読むので、見出しがないと何の値か伝わりません。",
                    en: "Screen readers read each value with its header; without one, nobody can tell what it is."
                ),
                wrong: """
                    <table><tbody>
                    <tr><td>名称</td><td>楽笑</td></tr>
                    </tbody></table>
                    """,
                right: """
                    <table><caption>民間施設</caption><tbody>
                    <tr><th scope="row">名称</th><td>楽笑</td></tr>
                    </tbody></table>
                    """,
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）",
                    en: "JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships"
                )
            )
        case .unlabelledInput:
            Explanation(
                meaning: (
                    ja: "記入欄に、何を書く欄かを示すラベルがありません。",
                    en: "An input has no label that says what to write."
                ),
                reason: (
                    ja: "読み上げソフトの利用者には、何を書く欄なのかが伝わりません。",
                    en: "Those who use a screen reader cannot tell what it asks for."
                ),
                wrong: "<p>保護者氏名　<input type=\"text\" id=\"guardian\"/></p>",
                right: "<p><label for=\"guardian\">保護者氏名</label>　<input type=\"text\" id=\"guardian\"/></p>",
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.1、3.3.2（ラベル又は説明）、4.1.2（名前、役割及び値）",
                    en: """
                    JIS X 8341-3:2016, success criteria 1.3.1, 3.3.2 (Labels or Instructions) and 4.1.2 (Name, \
                    Role, Value)
                    """
                )
            )
        case .unusedField:
            Explanation(
                meaning: (
                    ja: "データに書かれた項目が、どの文書にも使われていません。その項目を使う文書を作らないのなら、そのままで構いません。",
                    en: "A field is filled in, but no document uses it. Where none needs to print it, it may stay."
                ),
                reason: (
                    ja: "載せたつもりの内容が、どこにも出ていないかもしれません。",
                    en: "What was meant to be published may appear nowhere."
                ),
                wrong: """
                    {{! データのnoteが出ない }}
                    <li>{{name}}</li>
                    """,
                right: "<li>{{name}}{{#note}}（{{note}}）{{/note}}</li>"
            )
        case .noticeForms:
            Explanation(
                meaning: (
                    ja: "ひな形の文章に打ち込まれた通知や法令の番号が、データの番号と違う形です。",
                    en: "A notice's or act's number is typed in the template in another form than the data has."
                ),
                reason: (
                    ja: "一つの通知に2通りの番号があると、どちらが正しいか読み手に分かりません。",
                    en: "With two forms of one number, readers cannot tell which is right."
                ),
                wrong: "<p>通知（令和元年文科初698号）に基づきます。</p>",
                right: "<p>通知（{{board.notices.attendance-notice.number}}）に基づきます。</p>"
            )
        case .emptyElement:
            Explanation(
                meaning: (
                    ja: "見出し、リンク、箇条書きの項目又は表の見出しのセルに、文字がありません。",
                    en: "A heading, link, list item or header cell has no words."
                ),
                reason: (
                    ja: "読み上げソフトでは何があるのか分からず、もくじにも空の行ができます。",
                    en: "Screen readers have nothing to say there, and the contents get an empty line."
                ),
                wrong: "<h2></h2>",
                right: "<h2>出席扱いの手続</h2>",
                source: (
                    ja: "JIS X 8341-3:2016 達成基準1.3.1、2.4.4、2.4.6",
                    en: "JIS X 8341-3:2016, success criteria 1.3.1, 2.4.4 and 2.4.6"
                )
            )
        case .contentsPlace:
            Explanation(
                meaning: (
                    ja: "もくじの見出しがあるのに<contents/>がないか、<contents/>が二つ以上あります。",
                    en: "There is a heading for the contents without <contents/>, or <contents/> stands there twice."
                ),
                reason: (
                    ja: "もくじは<contents/>の所に自動で作られるので、空になるか、重なります。",
                    en: "The contents are made where <contents/> stands, and would be empty or doubled."
                ),
                wrong: "<h2>もくじ</h2>",
                right: "<h2>もくじ</h2>\n<contents/>"
            )
        case .drawingData:
            Explanation(
                meaning: (
                    ja: "グラフにする表に、数字で始まらない値があります。流れ図の段階に、誰が誰に何をするかが書かれていません。又は、QRコードにするURLがないか、URLの形でないか、長すぎます。",
                    en:
                        "A value of a table that a chart is made of does not begin with a figure, a step of a flow does not say who does what to whom, or a QR code has no web address, or one that is too long."
                ),
                reason: (
                    ja: "値や段階が図から抜け、図と、その元の表や手順とが食い違います。QRコードは、読み取ってもページに行き着きません。",
                    en:
                        "The drawing would leave it out and disagree with the words beside it; a QR code would lead nowhere."
                ),
                wrong: "<td>約20人</td>",
                right: "<td>20人</td>"
            )
        case .mistypedTag:
            Explanation(
                meaning: (
                    ja: "タグのつもりで書いたらしい文字が、タグになっていません。",
                    en: "What seems to be a tag is none."
                ),
                reason: (
                    ja: "括弧が一つだけのもの、全角のものは、値に置き換わらず、そのまま文書に出ます。",
                    en: "With one brace, or with full-width braces, it is not replaced by the value but printed."
                ),
                wrong: "<p>｛｛board.name｝｝</p>",
                right: "<p>{{board.name}}</p>"
            )
        case .printedTwice:
            Explanation(
                meaning: (
                    ja: "値と一緒に印刷される単位や記号が、ひな形でもタグの隣に書かれています。",
                    en: "A unit or sign that is printed with a value is typed beside its tag, too."
                ),
                reason: (
                    ja: "割合は「3.03%」、年度は「令和6年度」のように、単位の付いた形で印刷されます。単位を書くと「3.03%%」「令和6年度年度」になります。",
                    en: """
                    Rates, fiscal years and dates are printed with their units, as in 3.03% and 令和6年度: typed once more, they \
                    stand twice.
                    """
                ),
                wrong: "{{statistics.city.latest.rate}}%", right: "{{statistics.city.latest.rate}}"
            )
        case .cutElement:
            Explanation(
                meaning: (
                    ja: "{{#…}}～{{/…}}が要素を途中で切っているか、タグが要素や属性の名前の所、又は<!-- -->の中にあります。",
                    en: """
                    A section cuts an element in two, or a tag stands where an element or attribute is named, or in a comment.
                    """
                ),
                reason: (
                    ja: "値によって、開いた要素が閉じられなかったり、閉じる要素が開かれていなかったりする文書になります。",
                    en: "It would depend on the data whether what is opened is closed."
                ),
                wrong: "{{#board.web}}<p>{{/board.web}}{{board.web}}</p>",
                right: "{{#board.web}}<p>{{board.web}}</p>{{/board.web}}"
            )
        case .unsafeMarkup:
            Explanation(
                meaning: (
                    ja: "ひな形又はスタイルシートに、ほかのサイトやファイルを読み込んだり、文書の構造を壊したりするおそれのある書き方があります。",
                    en: "A template or a style sheet would load something from elsewhere, or could break the page."
                ),
                reason: (
                    ja: "文書を開いた人のことが、ほかのサイトに知られます。インターネットにつながらない所では、体裁が崩れます。",
                    en: "Another site would learn who opens the page, and without the Internet it would look otherwise."
                ),
                wrong: "<link rel=\"icon\" href=\"https://example.com/icon.png\"/>",
                right: "<link rel=\"stylesheet\" href=\"style/base.css\"/>"
            )
        case .announcedList:
            Explanation(
                meaning: (
                    ja: "「次のとおりです。」のように一覧などを示す文の後に、示すものがありません。",
                    en: "A sentence announces a list, as 次のとおりです。 does, and nothing follows it."
                ),
                reason: (
                    ja: "データに示すものがない教育委員会では、途中で切れたような文書を公表することになります。",
                    en: "A board whose data has nothing to list would publish a paper that seems to break off."
                ),
                wrong: """
                    <p>利用できる施設は、次のとおりです。</p>
                    {{> parts/public-facilities}}
                    """,
                right: """
                    {{#facilities.has_public}}
                    <p>利用できる施設は、次のとおりです。</p>
                    {{> parts/public-facilities}}
                    {{/facilities.has_public}}
                    """
            )
        case .unknownMarker:
            Explanation(
                meaning: (
                    ja: "見出し又は番号付きの箇条書きの記号（data-headings、data-lists、data-marker、data-start）が、番号として数えられません。",
                    en: """
                    A mark of headings or of a numbered list (data-headings, data-lists, data-marker, data-start) is none that \
                    counts.
                    """
                ),
                reason: (
                    ja: "全ての項目に同じ記号が付き、番号で指せなくなります。",
                    en: "Every item would bear the same mark, and none could be referred to."
                ),
                wrong: "<ol data-marker=\"い\">", right: "<ol data-marker=\"ア\">")
        case .repeatedList:
            Explanation(
                meaning: (
                    ja: "一覧の項目を一つずつ繰り返す部分の中で、その一覧の全体を印字しています。",
                    en: "Inside a section that is repeated for each item of a list, the whole list is printed."
                ),
                reason: (
                    ja: "項目が二つあれば、全体が2回出ます。",
                    en: "With two items the whole of it would be printed twice."
                ),
                wrong: "{{#kind}}（{{kind}}）{{/kind}}", right: "{{#kind.first}}（{{kind}}）{{/kind.first}}")
        case .typedMark:
            Explanation(
                meaning: (
                    ja: "番号の付く見出しの初めに、番号が打ち込んであります。",
                    en: "A heading that is numbered begins with a number that was typed."
                ),
                reason: (
                    ja: "番号が二つ並び、見出しを加えたり消したりすると、打ち込んだほうが違ってきます。",
                    en: "Two numbers stand side by side, and the typed one goes wrong when headings come and go."
                ),
                wrong: "<h2>1　はじめに</h2>", right: "<h2>はじめに</h2>")
        case .unlikeValues:
            Explanation(
                meaning: (
                    ja: "種類の違う値を比べています。",
                    en: "Values of different kinds are compared."
                ),
                reason: (
                    ja: "答えがいつも同じになり、条件の役をしません。",
                    en: "The answer would always be the same, and the section no condition."
                ),
                wrong: "{{#capacity.equals.name}}", right: "{{#participants.exceeds.capacity}}")
        case .labelMismatch:
            Explanation(
                meaning: (
                    ja: "見出しや項目名と、そこに印字される値の種類が合いません。範囲の始めと終わりが同じ値のとき、リンクの文字とリンク先の種類が違うときも含みます。",
                    en:
                        "A label and what is printed beside or below it are not of one kind; or a range ends with what it begins with, or a link shows one thing and leads to another."
                ),
                reason: (
                    ja: "列を入れ替えたり写したりしたときに残る誤りで、表の全ての行が違ってしまいます。",
                    en: "It is left when columns are moved or copied, and makes every row of a table wrong."
                ),
                wrong: "<dt>電話番号</dt><dd>{{address}}</dd>", right: "<dt>所在地</dt><dd>{{address}}</dd>")
        case .repeatedTitle:
            Explanation(
                meaning: (
                    ja: "同じ題名の表が二つあるか、並んでいる見出しの一つだけ段が違います。",
                    en: "Two tables have one title, or one of the headings side by side is of another level."
                ),
                reason: (
                    ja: "写したままの題名や段では、どの表、どの節のことか分からなくなります。読み上げる人は、見出しの段で文書の組立てを知ります。",
                    en:
                        "A title or level that was copied does not say which table or section it is. Those who listen learn a page's plan from its levels."
                ),
                wrong: "<section><h3>実績</h3>…</section><section><h4>課題</h4>…</section>",
                right: "<section><h3>実績</h3>…</section><section><h3>課題</h3>…</section>")
        case .staleTranslation:
            Explanation(
                meaning: (
                    ja: "訳した文書（やさしい日本語、外国語など）の元の文章が、訳した後に変わったか、なくなりました。訳のない所は注記で知らせます。",
                    en:
                        "The text that a document in plain words or another language translates has changed since, or is gone. What has no translation is told in a note."
                ),
                reason: (
                    ja: "元の文書だけを直すと、訳を読む人に古いことを伝えてしまいます。",
                    en: "Those who read the translation would be told what was true before."
                ),
                wrong: "<p data-source=\"criteria@00000000\">…</p>  <!-- 元の文章は、今は1a2b3c4d -->",
                right: "<p data-source=\"criteria@1a2b3c4d\">…</p>"
            )
        case .typedContents:
            Explanation(
                meaning: (
                    ja: "文書の中の見出しへのリンクを並べた一覧に、見出しと違う言葉があります。",
                    en: "In a list of links to headings of the page, one reads otherwise than its heading."
                ),
                reason: (
                    ja: "手で書いたもくじは、見出しを直したときに食い違います。",
                    en: "Contents that are typed part from the headings as soon as those are changed."
                ),
                wrong: "<a href=\"#procedure\">出席扱いの手順</a>", right: "<a href=\"#procedure\">出席扱いの手続</a>")
        default: nil
        }
    }
}
