import Diagnostics

import Files
internal import Glibc
import JSON

/// The standard streams, and what the environment says about them.
struct Terminal {
    let language: Language
    private let usesColor: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        language = try Self.language(arguments)
        switch arguments.value(.color) ?? "auto" {
        case "always": usesColor = true
        case "never": usesColor = false
        case "auto": usesColor = isatty(STDERR_FILENO) == 1 && Self.environment("NO_COLOR") == nil
        default:
            throw arguments.refusal(
                of: .color, help: Phrase(ja: "auto、always、neverのどれかにしてください", en: "use auto, always or never"))
        }
    }

    /// For a command line that may be wrong: the language is the one thing read from it.
    init(words: [String]) {
        var named: String?
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--language=") { named = String(word.dropFirst(11)) }
            if word == "--language" || word == "-l", index + 1 < words.count { named = words[index + 1] }
        }
        language = named.flatMap(Language.init) ?? Self.environmentLanguage
        usesColor = false
    }

    private static func language(_ arguments: Arguments) throws(UsageError) -> Language {
        guard let name = arguments.value(.language) else { return environmentLanguage }
        guard let language = Language(rawValue: name) else {
            throw arguments.refusal(of: .language, help: Phrase(ja: "ja又はenにしてください", en: "use ja or en"))
        }
        return language
    }

    /// The first of LC_ALL, LC_MESSAGES and LANG that is set decides (POSIX).
    private static var environmentLanguage: Language {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
        return name?.hasPrefix("ja") == true ? .ja : .en
    }

    /// A variable that is set to something.
    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    func print(_ phrase: Phrase) throws(FileError) {
        try Self.write(Array((phrase[language] + "\n").utf8), to: STDOUT_FILENO)
    }

    func print(_ text: String) throws(FileError) {
        try Self.write(Array(text.utf8), to: STDOUT_FILENO)
    }

    func print(_ bytes: [UInt8]) throws(FileError) {
        try Self.write(bytes, to: STDOUT_FILENO)
    }

    /// Writes a line of its own over the last one, on standard error; an empty one takes it away.
    func showStatus(_ text: String) {
        try? Self.write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
    }

    /// Findings for other programs, on standard output.
    func report(_ diagnostics: [Diagnostic], as form: ReportForm) throws(FileError) {
        let report = DiagnosticReport(language: language)
        let sorted = diagnostics.sortedByPlace()
        switch form {
        case .text: self.report(diagnostics)
        case .json: try print(report.json(sorted).text)
        case .sarif: try print(report.sarif(sorted, version: Help.versionNumber).text)
        }
    }

    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        var formatter = DiagnosticFormatter(language: language, usesColor: usesColor)
        let sorted = diagnostics.sortedByPlace()
        var text: [UInt8] = []
        // Nothing is left to say where standard error itself fails.
        do {
            for diagnostic in sorted {
                text += Array((formatter.format(diagnostic) + "\n").utf8)
                // Ten thousand findings are not kept as text, too.
                if text.count > 65_536 {
                    try Self.write(text, to: STDERR_FILENO)
                    text.removeAll(keepingCapacity: true)
                }
            }
            let advice = Allowance.advice(on: sorted).map { $0[language] + "\n" } ?? ""
            try Self.write(text + Array((formatter.count(of: sorted) + advice).utf8), to: STDERR_FILENO)
        } catch {}
    }

    func report(_ message: Phrase, help: Phrase? = nil) {
        // A path may hold anything but NUL.
        var text = "shirube: \(DiagnosticFormatter.printable(message[language]))\n"
        if let help { text += "  \(DiagnosticFormatter.printable(help[language]))\n" }
        try? Self.write(Array(text.utf8), to: STDERR_FILENO)
    }

    func report(_ error: FileError) {
        report(
            Phrase(ja: "「\(error.path)」: \(error.reason.ja)", en: "\(error.path): \(error.reason.en)"),
            help: help(error))
    }

    /// What to do about the two errors that beginners meet first.
    private func help(_ error: FileError) -> Phrase? {
        if error.isMissing, !error.path.hasPrefix("/") {
            return Phrase(
                ja: "今いるフォルダーの中を探しました。DataとTemplatesのあるフォルダーに移ってから（cd）、もう一度入力してください",
                en:
                    "it was looked for in the folder that you are in: go to the one that has Data and Templates (cd), and try again"
            )
        }
        return error.isRefused
            ? Phrase(
                ja: "そのフォルダーとファイルを読み書きできるか（「読み取り専用」になっていないか）確かめるか、ほかの場所を指定してください",
                en: "see whether that folder and its files can be read and written, or name another place") : nil
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
        let failure = OpenFile.write(bytes, to: descriptor)
        if failure != 0 { throw FileError(path: descriptor == STDOUT_FILENO ? "stdout" : "stderr", code: failure) }
    }
}

/// How findings are written.
enum ReportForm: String, CaseIterable {
    case text, json, sarif
}
