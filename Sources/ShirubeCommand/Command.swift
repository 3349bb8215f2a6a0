import Diagnostics

/// A command: its name, what it takes, and its help.
enum Command: String, CaseIterable {
    case build, check, watch, print
    case newBoard = "new-board"
    case newEdition = "new-edition"
    case compare, trace
    case todo
    case form
    case `import`, export, explain, schema, parse, render, reference, completion, manual, help

    var summary: Phrase {
        switch self {
        case .build: Phrase(ja: "データを確かめ、文書を作る", en: "check the data and write the documents")
        case .check: Phrase(ja: "データとひな形を確かめる（文書は書き出さない）", en: "check data and templates, and write no documents")
        case .watch: Phrase(ja: "データとひな形を保存するたびに文書を作り直す", en: "make the documents anew whenever a file is saved")
        case .print: Phrase(ja: "文書を作り、ページ番号の入ったPDFにする", en: "write the documents, and a PDF beside each page")
        case .newBoard: Phrase(ja: "新しい教育委員会のデータを作る", en: "make the data of a new board")
        case .newEdition: Phrase(ja: "今の版を残し、データを次の年度に進める", en: "keep the present edition, and move the data on a year")
        case .compare: Phrase(ja: "前の版と比べ、新旧対照表を作る", en: "compare with an earlier edition")
        case .trace: Phrase(ja: "文書の値がデータのどこから来たかを示す", en: "say where a figure of the documents comes from")
        case .form: Phrase(ja: "記入済みの様式を名簿から作る（公開しない）", en: "fill in forms from a roster, for nobody else to see")
        case .todo: Phrase(ja: "まだ埋めていないところを一覧にする", en: "list what is still to be filled in")
        case .import: Phrase(ja: "表計算ソフトの一覧をデータに取り込む", en: "put a spreadsheet's rows into the data")
        case .export: Phrase(ja: "データの一覧を表計算ソフトのファイルにする", en: "write a list of the data as a spreadsheet")
        case .explain: Phrase(ja: "指摘の記号の意味を説明する", en: "explain a kind of finding")
        case .schema: Phrase(ja: "データの形式をJSON Schemaで書き出す", en: "write the data's JSON Schema")
        case .parse: Phrase(ja: "YAMLファイルを読み、JSONで表示する", en: "read a YAML file and print it as JSON")
        case .render: Phrase(ja: "Mustacheのひな形にデータを埋め込み、表示する", en: "fill a Mustache template and print it")
        case .reference: Phrase(ja: "郵便番号の表を更新する", en: "rebuild the table of postal codes")
        case .completion: Phrase(ja: "シェルの補完の設定を表示する", en: "print a shell's completion script")
        case .manual: Phrase(ja: "マニュアルのページを表示する", en: "print the manual page")
        case .help: Phrase(ja: "使い方を表示する", en: "show help")
        }
    }

    var operands: String {
        switch self {
        case .build, .check, .watch, .print: "[BOARD…]"
        case .newBoard: "ID"
        case .todo, .newEdition, .compare: "BOARD"
        case .trace: "BOARD [TEXT|FILE:LINE]"
        case .form: "[BOARD]"
        case .import: "BOARD LIST FILE…"
        case .export: "BOARD LIST"
        case .explain: "[CODE]"
        case .schema: "[FILE]"
        case .parse: "FILE"
        case .render: "TEMPLATE"
        case .reference: "update FILE"
        case .completion: "bash|zsh|fish"
        case .manual: ""
        case .help: "[COMMAND]"
        }
    }

    var options: [Option] {
        switch self {
        case .build:
            [
                .data, .templates, .output, .only, .edition, .shard, .headingLevel, .strict, .report, .reference,
                .language, .color, .quiet, .help,
            ]
        case .check:
            [
                .data, .templates, .output, .only, .edition, .shard, .headingLevel, .fix, .dryRun, .strict, .report,
                .reference, .language, .color, .quiet, .help,
            ]
        case .watch: [.data, .templates, .output, .reference, .language, .color, .help]
        case .print:
            [.browser, .data, .templates, .output, .only, .reference, .language, .color, .quiet, .help]
        case .newBoard: [.municipality, .code, .fiscalYear, .data, .templates, .reference, .language, .color, .help]
        case .newEdition:
            [.dryRun, .data, .templates, .output, .headingLevel, .reference, .language, .color, .help]
        case .compare:
            [.with, .pageFormat, .pageFile, .data, .templates, .reference, .language, .color, .help]
        case .trace:
            [.allSources, .pageFormat, .pageFile, .data, .templates, .reference, .language, .color, .help]
        case .todo: [.data, .templates, .language, .color, .help]
        case .form:
            [
                .pupils, .sheet, .facility, .document, .folder, .combined, .formFormat, .resume, .erase, .data,
                .templates, .output, .reference, .language, .color, .help,
            ]
        case .import: [.sheet, .dryRun, .data, .reference, .language, .color, .help]
        case .export: [.format, .each, .into, .data, .language, .color, .help]
        case .explain: [.markdown, .language, .help]
        case .schema: [.board, .markdown, .data, .language, .help]
        case .parse: [.language, .color, .help]
        case .render: [.dataFile, .partials, .language, .color, .help]
        case .reference: [.date, .data, .language, .color, .help]
        case .completion, .manual: [.language, .help]
        case .help: [.language, .help]
        }
    }

    var detail: Phrase {
        switch self {
        case .build:
            Phrase(
                ja: """
                    BOARDはDataの中のフォルダー名です。省くと全ての教育委員会の文書を作ります。
                    エラーが一つでもあれば何も書き出しません。前に作った文書はそのまま残ります。
                    """,
                en: """
                    BOARD is the name of a folder in Data; without it, every board is built.
                    If there is an error, nothing is written, and the last output stays as it is.
                    """)
        case .check:
            Phrase(
                ja: "buildと同じ検査を行います。--fixを付けると、直し方が一つに決まる誤りをデータファイルの中で直します。",
                en: "Checks what build checks. With --fix, mends in the data files what can be mended in one way only.")
        case .watch:
            Phrase(
                ja: """
                    保存したものに関わる教育委員会の文書だけを作り直します。誤りがある間は、前に作った文書が残ります。Ctrl+Cで終わります。
                    表示されたページをブラウザーで開いておくと、作り直すたびに自動で読み直し、誤りがあれば上に示します。
                    そのページは終わると消えます。公開する文書には何も加わりません。
                    """,
                en: """
                    Builds the boards that a saved file is for. While something is wrong, the last documents stay. Ctrl+C ends it.
                    A page opened at the address that is shown reloads by itself, and shows what is wrong; it is gone at the end.
                    Nothing is added to the documents that are published.
                    """)
        case .print:
            Phrase(
                ja: """
                    buildと同じ検査をして文書を作り、ページごとのPDFをその.htmlの横に作ります。もくじと参照に、ページ番号が入ります。
                    Chromium、Chrome又はEdgeを使います。変わっていないページのPDFは、そのまま残ります。
                    後でbuildで文書が変わると、古くなったPDFは消えます。
                    """,
                en: """
                    Checks and builds as build does, and prints each page to a PDF beside its .html, with page numbers in contents
                    and references. It uses Chromium, Chrome or Edge. The PDF of a page that has not changed stays.
                    Where a later build changes a page, its PDF, which no longer fits, goes.
                    """)
        case .newBoard:
            Phrase(
                ja: """
                    IDは新しいフォルダーの名前です。市区町村のコードと都道府県は、郵便番号の表から調べます。
                    Data/shared/starterのひな形からデータを作り、埋めるところを一覧にします。そのまま案として文書を作れます。
                    """,
                en: """
                    ID is the name of the new folder. The municipality's code and prefecture are looked up in the tables.
                    Makes the data from Data/shared/starter, and lists what is to be filled in; it builds at once, as drafts.
                    """)
        case .newEdition:
            Phrase(
                ja: """
                    今の版のデータ、ひな形及び公開した文書を、BOARDのeditionsに年度の名前で残します。「build BOARD --edition 令和6年度」で、公開した文書をいつでもそのまま取り出せます。
                    Outputの文書が今のデータと合わないときは、残さずに知らせます。
                    今のデータは、年度や日付を1年進め、統計などに次の年度の行を加えます。メモと体裁は残ります。
                    決めるところに「# 要入力」のメモ又は「○○」を書きます。残りはtodoで確かめます。全てを消すまで、公開できません。
                    """,
                en: """
                    Keeps the data, templates and published documents of the present edition in BOARD/editions by its year: build BOARD
                    --edition 令和6年度 hands the documents out as they were at any time. Where those in Output are not of the present data,
                    nothing is kept. In the data, years and dates move on, and series get a row.
                    What is to be decided is marked # 要入力 or ○○; todo lists it, and until it is done nothing is published.
                    """)
        case .compare:
            Phrase(
                ja: """
                    データは項目ごとに、文書の文章は段落や項目ごとに比べます。番号のずれ、全角と半角、異体字、空白の違いは出ません。
                    民間施設一覧の更新の記録とお知らせの案も付きます。
                    """,
                en: """
                    Data is compared field by field, the prose of documents paragraph by paragraph. Numbers that shift, widths, forms of a
                    glyph and spaces are no amendments. Proposes what the list of facilities may say of its changes.
                    """)
        case .trace:
            Phrase(
                ja: """
                    TEXTは、文書に印字された値又は文です（例: 3.7%）。データのファイルと行、計算の式、出典を示します。
                    FILE:LINE（例: statistics.yaml:72）を指定すると、その行の値がどの文書のどこに出るかを示します。
                    --allは、文書に出る数字とその出典の一覧を作ります（--formatと--intoは、その書き方とファイル）。
                    """,
                en: """
                    TEXT is what a document prints, such as 3.7%: shows its datum by file and line, its formula and its source.
                    FILE:LINE, such as statistics.yaml:72, shows where the values on that line are printed.
                    --all lists all figures with their sources (--format and --into are for that list).
                    """)
        case .todo:
            Phrase(
                ja:
                    "「○○」などの印と「# 要入力」のメモを、ファイルと行で示します。全ての文書が案（draft: true）でなければ、残っている間は文書を作れません。ふりがな（ruby）のある教育委員会では、読みの分からない語も、board.yamlのreadingsに書く形で並べます。",
                en:
                    "Shows signs such as ○○ and comments # 要入力 by file and line. While some are left, only drafts can be made. Words that lack a reading (ruby) are listed as board.yaml's readings has them."
            )
        case .form:
            Phrase(
                ja: """
                    名簿の列の見出しは「児童生徒の氏名」「学年」などの項目の名称又は項目名にします。施設は、一覧のID又は名称で書けば、
                    所在地などが一覧から入ります。--pupilsを省くと、空欄（--facilityがあれば施設だけ記入済み）の様式を1件作ります。
                    フォルダーとファイルは作った人だけが読めます。ファイルの名前は番号です。どれがだれのものかはindex.csvにあります。
                    OutputやDataの中には作れません。渡したら--eraseで消してください。作ったファイルだけが消えます。
                    """,
                en: """
                    The roster's columns are titled with the fields' labels or keys. A facility named by the list's id or name is
                    filled in from the list. Without --pupils one form is made, blank or with the facility of --facility.
                    Folder and files are their owner's alone. Files are called by number; index.csv says whose each is.
                    DIR may not lie in Output or Data. --erase removes what was made in it, and nothing else.
                    """)
        case .import:
            Phrase(
                ja: """
                    FILEはExcel（.xlsx）又はCSVで、続けて幾つでも書けます。LISTはprivate（民間施設）、notices、board.yamlで加えた表のIDなどです。
                    列の見出しは、項目の名称又は項目名にします。順序は問いません。空のセルは、今の値をそのまま残します。
                    変わるところを表示してから書き込みます。誤りが一つでもあれば、セルの番地を示し、何も書き込みません。
                    """,
                en: """
                    Each FILE is an Excel workbook (.xlsx) or CSV; LIST is private (private facilities), notices, a declared table, …
                    Columns are titled with the fields' labels or keys, in any order. An empty cell leaves the value that is there.
                    Shows what changes, and writes it; where a cell is wrong it is named, and nothing is written.
                    """)
        case .export:
            Phrase(
                ja: """
                    xlsxとcsvは、importで読み戻せます。電話番号などの先頭の0は残り、選択肢は一覧から選べます（xlsx）。
                    --eachを付けると、施設ごとの掲載内容確認書（xlsx）をフォルダーに作ります。返ってきたものは、そのままimportで取り込めます。
                    """,
                en: """
                    import reads .xlsx and CSV back: leading zeros stay, and choices are chosen from lists (.xlsx).
                    With --each there is a workbook for each record in a folder, to be corrected; import reads what comes back.
                    """
            )
        case .explain:
            Phrase(
                ja: "表示の［］の中の記号（R021など）を指定すると、意味、理由、例、認められるかどうか及び根拠を表示します。省くと全ての指摘の一覧を表示します。",
                en:
                    "CODE is what stands in brackets in a message, such as R021. Says what it means, why it matters, whether it can be allowed and where the rule comes from, with examples. Without CODE, lists all findings."
            )
        case .schema:
            Phrase(
                ja:
                    "FILE（board、facilities、programs、statistics）の形式を表示します。省くと全てをData/schemaに書き出します。--boardを付けると、その教育委員会がboard.yamlで加えた項目と表（fields、tables）も含めます。",
                en:
                    "Prints the schema of FILE (board, facilities, programs, statistics); without it writes all into Data/schema. With --board, what that board declares under fields: and tables: in board.yaml is included."
            )
        case .parse:
            Phrase(
                ja: "値は全て文字列として表示し、項目の順序を保ちます。FILEを「-」とすると標準入力を読みます。",
                en: "Every scalar is printed as a string, and keys keep their order. FILE may be - for standard input.")
        case .render:
            Phrase(
                ja: "ひな形を作る人のためのコマンドです。部品は--partialsのフォルダーのNAME.mustacheから読みます。",
                en: "For the authors of templates. Partials are read from NAME.mustache in the folder of --partials.")
        case .reference:
            Phrase(
                ja: "FILEは日本郵便の「住所の郵便番号（1レコード1行、UTF-8形式）」のutf_ken_all.csvです。大口事業所の番号は今の表のものを残します。",
                en: "FILE is Japan Post's utf_ken_all.csv. Codes of large offices are kept from the present table.")
        case .completion:
            Phrase(
                ja: "例: 「source <(shirube completion bash)」。「make install」では、初めから入ります。",
                en: "As in source <(shirube completion bash); make install puts them in their places.")
        case .manual:
            Phrase(
                ja: "「shirube manual | man -l -」で読めます。", en: "shirube manual | man -l - shows it.")
        case .help:
            Phrase(ja: "COMMANDを省くと、全体の使い方を表示します。", en: "Without COMMAND, shows the overview.")
        }
    }
}

/// Help texts.
enum Help {
    static let versionNumber = "0.1.0"
    static let version = "shirube \(versionNumber)"

    static func overview(_ language: Language) -> String {
        let intro =
            switch language {
            case .ja: "shirube（しるべ）は、不登校児童生徒への支援に関する文書を、データとひな形から作ります。\n\n使い方: shirube コマンド [オプション]\n\nコマンド:\n"
            case .en:
                "shirube makes the papers of a board of education about support for children not at school\n"
                    + "from data and templates.\n\nusage: shirube COMMAND [OPTION…]\n\ncommands:\n"
            }
        let commands = Command.allCases.map { row($0.rawValue + " " + $0.operands, $0.summary[language]) }.joined()
        let end =
            switch language {
            case .ja:
                "\nshirube --version で版を、shirube help コマンド で詳しい使い方を表示します。\n"
                    + "終了コード: 0 完了、1 データ又はひな形の誤り、2 使い方の誤り、3 読み書きの失敗\n"
            case .en:
                "\nshirube --version prints the version, shirube help COMMAND the details.\n"
                    + "exit status: 0 done, 1 data or template wrong, 2 wrong usage, 3 cannot read or write\n"
            }
        return intro + commands + end
    }

    static func text(of command: Command, _ language: Language) -> String {
        let usage = language == .ja ? "使い方" : "usage"
        let options = language == .ja ? "オプション" : "options"
        return
            "\(usage): shirube \(command.rawValue) \(language == .ja ? "[オプション]" : "[OPTION…]") \(command.operands)\n\n"
            + "\(command.summary[language])\(language == .ja ? "。" : ".")\n\(command.detail[language])\n\n\(options):\n"
            + command.options.map { row(name(of: $0), $0.help[language]) }.joined()
    }

    private static func name(of option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        return short + "--" + option.name + (option.argument.map { "=\($0)" } ?? "")
    }

    private static func row(_ name: String, _ text: String) -> String {
        let column = 32
        return "  " + name + String(repeating: " ", count: max(2, column - name.count)) + text + "\n"
    }
}
