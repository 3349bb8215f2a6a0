import Diagnostics

/// An option of a command.
struct Option: Sendable {
    let name: String
    let short: Character?
    /// What its argument is called in the help; nil for a switch.
    let argument: String?
    let help: Phrase

    init(_ name: String, _ short: Character? = nil, argument: String? = nil, ja: String, en: String) {
        (self.name, self.short, self.argument) = (name, short, argument)
        help = Phrase(ja: ja, en: en)
    }

    static let data = Option(
        "data", "d", argument: "DIR", ja: "データのフォルダー（既定はData）", en: "folder of the data (default: Data)")
    static let templates = Option(
        "templates", "t", argument: "DIR", ja: "ひな形のフォルダー（既定はTemplates）",
        en: "folder of the templates (default: Templates)")
    static let output = Option(
        "output", "o", argument: "DIR", ja: "書き出すフォルダー（既定はOutput）", en: "folder to write to (default: Output)")
    static let only = Option(
        "only", argument: "DOCUMENT,…", ja: "この文書だけを作る", en: "only these documents")
    static let browser = Option(
        "browser", argument: "PATH", ja: "印刷に使うChromium、Chrome又はEdge（省くと探す）",
        en: "Chromium, Chrome or Edge to print with (default: the first that is found)")
    static let language = Option(
        "language", "l", argument: "ja|en", ja: "表示する言語（既定は環境変数LC_ALL、LC_MESSAGES、LANGによる。なければ英語）",
        en: "language of messages (default: by LC_ALL, LC_MESSAGES, LANG, else en)")
    static let color = Option(
        "color", argument: "auto|always|never", ja: "表示に色を付けるか（既定はauto）", en: "colour in messages (default: auto)")
    static let quiet = Option("quiet", "q", ja: "問題があるときだけ表示する", en: "say nothing unless something is wrong")
    static let strict = Option("strict", ja: "警告もエラーとして扱う", en: "let warnings count as errors")
    static let report = Option(
        "report", argument: "text|json|sarif", ja: "見つかった指摘の書き方（既定はtext）", en: "form of the findings (default: text)")
    static let fix = Option("fix", ja: "データの、直し方が一つに決まるものを直す", en: "mend in the data what can be mended for certain")
    static let dryRun = Option("dry-run", ja: "変更を表示するだけで、書き込まない", en: "show the changes only")
    static let municipality = Option(
        "municipality", "m", argument: "NAME", ja: "市区町村名（必ず指定する）", en: "name of the municipality (required)")
    static let code = Option(
        "code", argument: "CODE", ja: "同じ名前の市区町村があるときの全国地方公共団体コード", en: "municipality code, where names are not enough")
    static let edition = Option(
        "edition", argument: "YEAR", ja: "残してある版（令和6年度の形）。Output/editionsに取り出す",
        en: "edition that is kept, as in 令和6年度; handed out in Output/editions")
    static let allSources = Option(
        "all", ja: "文書に出る数字とその出典の一覧（出典一覧）を作る", en: "list all figures with their sources (出典一覧)")
    static let with = Option(
        "with", argument: "EDITION|DIR", ja: "比べる版の年度、又はそのデータのフォルダー（既定は最後に残した版）",
        en: "year of the edition to compare with, or the folder of its data (default: the last that is kept)")
    static let pageFormat = Option(
        "format", argument: "text|html|json", ja: "書き出す形式（既定はtext）", en: "format (default: text)")
    static let pageFile = Option(
        "into", argument: "FILE", ja: "書き出すファイル（省くと画面に表示する）", en: "file to write (default: standard output)")
    static let fiscalYear = Option(
        "fiscal-year", argument: "YEAR", ja: "発行の年度（令和8年度の形。省くと今の年度）",
        en: "edition's fiscal year, as in 令和8年度 (default: the present one)")
    static let sheet = Option(
        "sheet", argument: "NAME", ja: "取り込むシート（二つ以上あるとき）", en: "sheet to take, where there are several")
    static let format = Option(
        "format", argument: "xlsx|csv|json", ja: "書き出す形式（既定はxlsx）", en: "format (default: xlsx)")
    static let each = Option(
        "each", ja: "1件に1ファイルずつ、確かめて返してもらう用紙（掲載内容確認書）を作る",
        en: "a workbook for each record, to be looked over and returned")
    static let into = Option(
        "into", argument: "FILE", ja: "書き出すファイル（既定はBOARD-LIST.xlsxなど）",
        en: "file to write (default: BOARD-LIST.xlsx, …)")
    static let folder = Option(
        "into", argument: "DIR", ja: "様式を入れる新しいフォルダー（必ず指定する）", en: "new folder for the forms (required)")
    static let document = Option(
        "document", argument: "ID", ja: "作る様式の文書のID（既定はform1）", en: "document to fill in (default: form1)")
    static let pupils = Option(
        "pupils", argument: "FILE", ja: "名簿（.xlsx又はCSV）。1行につき1件作る", en: "roster (.xlsx or CSV); a form for each row")
    static let facility = Option(
        "facility", argument: "ID", ja: "民間施設のID又は名称", en: "facility's id or name")
    static let combined = Option("combined", ja: "全てを1ページずつ、一つのファイルにまとめる", en: "one file with a page for each")
    static let resume = Option("resume", ja: "途中で止まった続きから作る", en: "go on where a run was stopped")
    static let erase = Option(
        "erase", argument: "DIR", ja: "そのフォルダーに作った様式を消す", en: "remove the forms made in that folder")
    static let formFormat = Option(
        "format", argument: "html|text", ja: "片方の形式だけを作る（既定は両方）", en: "one format only (default: both)")
    static let board = Option(
        "board", "b", argument: "BOARD", ja: "この教育委員会が加えた項目と表も含める",
        en: "with the fields and tables that this board declares")
    static let markdown = Option("markdown", ja: "一覧をMarkdownで表示する", en: "print the reference in Markdown")
    static let reference = Option(
        "reference", argument: "DIR", ja: "郵便番号などの表のフォルダー（既定はデータのフォルダーのreference）",
        en: "folder of the postal code tables (default: reference in the data's folder)")
    static let headingLevel = Option(
        "heading-level", argument: "1-4", ja: "CMS用のHTMLの最も上の見出しの段（既定は2）",
        en: "level of the topmost heading in HTML for a CMS (default: 2)")
    static let shard = Option(
        "shard", argument: "K/N", ja: "教育委員会をN組に分けたK番目だけを作る", en: "only the K-th of N parts of the boards")
    static let help = Option("help", "h", ja: "使い方を表示する", en: "show this help")
    static let date = Option(
        "date", argument: "YYYY-MM", ja: "データが公開された年月（必ず指定する）", en: "month in which the data was published (required)")
    static let dataFile = Option("data", "d", argument: "FILE.yaml", ja: "埋め込むデータ", en: "data to fill in")
    static let partials = Option(
        "partials", "p", argument: "DIR", ja: "部品（NAME.mustache）のフォルダー", en: "folder of partials (NAME.mustache)")
}

/// A command line that cannot be carried out.
struct UsageError: Error {
    let message: Phrase
    var help: Phrase?
}

/// Options and operands of a command line, read by the GNU conventions.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]

    init(_ words: some Sequence<String>, options: [Option]) throws(UsageError) {
        var words = Array(words)[...]
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                return
            } else if word.hasPrefix("--") {
                try readLong(word.dropFirst(2), &words, options)
            } else if word.hasPrefix("-"), word != "-" {
                try readShort(word.dropFirst(), &words, options)
            } else {
                operands.append(word)
            }
        }
    }

    func value(_ option: Option) -> String? { values[option.name] }

    /// A folder that an option names, without slashes behind it.
    func folder(_ option: Option, _ standard: String) -> String {
        Self.withoutSlashes(value(option) ?? standard)
    }

    static func withoutSlashes(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    func has(_ option: Option) -> Bool { values[option.name] != nil }

    /// What is said of a value that an option does not take.
    func refusal(of option: Option, help: Phrase) -> UsageError {
        let text = value(option) ?? ""
        return UsageError(
            message: Phrase(ja: "--\(option.name)に「\(text)」は指定できません", en: "--\(option.name) cannot be \(text)"),
            help: help)
    }

    /// `--name`, `--name=value` or `--name value`.
    private mutating func readLong(
        _ word: Substring, _ words: inout ArraySlice<String>, _ options: [Option]
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = options.first(where: { $0.name == name }) else {
            let begun = options.map(\.name).filter { name.count > 1 && $0.hasPrefix(name) }
            let nearest = begun.count == 1 ? begun[0] : NearestName.find(name, among: options.map(\.name))
            throw UsageError(
                message: Phrase(ja: "オプション「--\(name)」はありません", en: "unknown option --\(name)"),
                help: nearest.map { Phrase(ja: "「--\($0)」ではありませんか", en: "did you mean --\($0)?") })
        }
        if option.argument == nil {
            guard parts.count == 1 else {
                throw UsageError(
                    message: Phrase(ja: "オプション「--\(name)」に値は付けられません", en: "--\(name) takes no value"))
            }
            values[name] = ""
        } else if parts.count == 2 {
            values[name] = try nonempty(String(parts[1]), "--\(name)")
        } else {
            values[name] = try argument(of: "--\(name)", &words)
        }
    }

    /// `-q`, `-o DIR`, `-oDIR` or several together: `-qo DIR`.
    private mutating func readShort(
        _ word: Substring, _ words: inout ArraySlice<String>, _ options: [Option]
    ) throws(UsageError) {
        var letters = word
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short == letter }) else {
                throw UsageError(message: Phrase(ja: "オプション「-\(letter)」はありません", en: "unknown option -\(letter)"))
            }
            if option.argument == nil {
                values[option.name] = ""
                continue
            }
            values[option.name] = letters.isEmpty ? try argument(of: "-\(letter)", &words) : String(letters)
            return
        }
    }

    private func nonempty(_ value: String, _ name: String) throws(UsageError) -> String {
        guard value.isEmpty else { return value }
        throw UsageError(message: Phrase(ja: "オプション「\(name)」の値が空です", en: "the value of \(name) is empty"))
    }

    private func argument(of name: String, _ words: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = words.popFirst() else {
            throw UsageError(message: Phrase(ja: "オプション「\(name)」には値が必要です", en: "\(name) needs a value"))
        }
        return try nonempty(value, name)
    }
}
