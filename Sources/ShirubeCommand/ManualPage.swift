import Diagnostics

/// The manual page, in the macros of man(7), made from the description of the commands.
enum ManualPage {
    static func text(_ language: Language) -> String {
        func phrase(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }
        var page = ".TH SHIRUBE 1 \"\" \"\(Help.version)\"\n"
        page += section(phrase("名前", "NAME"))
        page += line(
            "shirube \\- " + escaped(phrase("不登校児童生徒への支援に関する文書を作る", "make the papers of a board of education")))
        page += section(phrase("書式", "SYNOPSIS"))
        page +=
            ".B shirube\n.I " + phrase("コマンド", "COMMAND") + "\n" + line("[\\fI" + phrase("オプション", "OPTION") + "\\fR]…")
        page += section(phrase("説明", "DESCRIPTION"))
        page += line(
            escaped(
                phrase(
                    "データ（YAML）とひな形から、ガイドライン、様式、民間施設一覧及び報告を、HTMLとテキストで作る。データとひな形は、今のフォルダーのDataとTemplatesから読む。",
                    "makes a guideline, forms, a list of facilities and reports from data in YAML and templates, as HTML and as text. Data and templates are read from Data and Templates in the present folder."
                )))
        page += section(phrase("コマンド", "COMMANDS"))
        for command in Command.allCases {
            page += ".SS " + escaped("\(command.rawValue) \(command.operands)") + "\n"
            page += line(escaped(command.summary[language]) + phrase("。", "."))
            for text in command.detail[language].split(separator: "\n") {
                page += ".br\n" + line(escaped(String(text)))
            }
            for option in command.options {
                let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
                let argument = option.argument.map { "=\\fI\(escaped($0))\\fR" } ?? ""
                page += ".TP\n" + short + "\\fB\\-\\-\(escaped(option.name))\\fR\(argument)\n"
                page += line(escaped(option.help[language]))
            }
        }
        page += section(phrase("終了コード", "EXIT STATUS"))
        let statuses = [
            ("0", "完了", "done"), ("1", "データ又はひな形の誤り", "data or a template is wrong, nothing is published"),
            ("2", "使い方の誤り", "wrong usage"), ("3", "読み書きの失敗", "a file could not be read or written"),
        ]
        for (code, ja, en) in statuses { page += ".TP\n\\fB\(code)\\fR\n" + line(escaped(phrase(ja, en))) }
        return page
    }

    private static func section(_ title: String) -> String { ".SH \(title)\n" }

    /// A line of text; one that begins like a request is none.
    private static func line(_ text: String) -> String {
        (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + text + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }
}
