import Diagnostics
import Exchange

import Files
internal import Glibc

/// The program.
public enum Shirube {
    /// Carries out a command line, without the program's name.
    public static func run(_ words: [String]) -> ExitStatus {
        reserveStandardFiles()
        // A reader that closes the pipe is a failed write, not the end of the program; so is a file that may not grow so large.
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        // Where whoever started the program wants to hear nothing of its own children, this one does of its.
        _ = signal(SIGCHLD, SIG_DFL)
        do {
            return try dispatch(words)
        } catch {
            let terminal = Terminal(words: words)
            switch error {
            case .usage(let error):
                terminal.report(
                    error.message,
                    help: error.help
                        ?? Phrase(ja: "使い方はshirube helpで表示します", en: "shirube help shows how it is used"))
                return .wrongUsage
            case .file(let error):
                terminal.report(error)
                return .environmentFailed
            }
        }
    }

    /// Takes the numbers of the standard files that are closed: a document that got one would get the messages, too.
    private static func reserveStandardFiles() {
        // To read from or write to them fails, as it does where they are closed.
        for (number, access) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)] {
            var status = stat()
            // The lowest number that is free is this one.
            if unsafe fstat(number, &status) != 0, errno == EBADF { _ = unsafe open("/dev/null", access) }
        }
    }

    private static func dispatch(_ words: [String]) throws(CommandError) -> ExitStatus {
        guard let first = words.first else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "コマンドがありません", en: "a command is missing"),
                    help: Phrase(ja: "使い方はshirube helpで表示します", en: "shirube help shows how it is used")))
        }
        switch first {
        case "--version":
            return try output(Terminal(words: words)) { (terminal) throws(FileError) in
                try terminal.print(Help.version + "\n")
            }
        case "--help", "-h":
            return try output(Terminal(words: words)) { (terminal) throws(FileError) in
                try terminal.print(Help.overview(terminal.language))
            }
        default:
            break
        }
        guard let command = Command(rawValue: first) else {
            let nearest = NearestName.find(first, among: Command.allCases.map(\.rawValue))
            let kind = first.hasPrefix("-") ? Phrase(ja: "オプション", en: "option") : Phrase(ja: "コマンド", en: "command")
            throw .usage(
                UsageError(
                    message: Phrase(ja: "\(kind.ja)「\(first)」はありません", en: "unknown \(kind.en) \(first)"),
                    help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }))
        }
        let arguments: Arguments
        let terminal: Terminal
        do {
            arguments = try Arguments(words.dropFirst(), options: command.options)
            terminal = try Terminal(arguments)
        } catch {
            throw .usage(error)
        }
        if arguments.has(.help) {
            return try output(terminal) { (terminal) throws(FileError) in
                try terminal.print(Help.text(of: command, terminal.language))
            }
        }
        switch command {
        case .build: return try BuildCommand(arguments, terminal).run(publishes: true)
        case .check: return try BuildCommand(arguments, terminal).run(publishes: false)
        case .watch: return try WatchCommand.run(arguments, terminal)
        case .print: return try PrintCommand.run(arguments, terminal)
        case .newBoard: return try NewBoardCommand.run(arguments, terminal)
        case .newEdition: return try NewEditionCommand.run(arguments, terminal)
        case .compare: return try CompareCommand.run(arguments, terminal)
        case .trace: return try TraceCommand.run(arguments, terminal)
        case .form: return try FormCommand.run(arguments, terminal)
        case .todo: return try TodoCommand.run(arguments, terminal)
        case .import: return try ImportCommand.run(arguments, terminal)
        case .export: return try ExportCommand.run(arguments, terminal)
        case .explain: return try ExplainCommand.run(arguments, terminal)
        case .schema: return try SchemaCommand.run(arguments, terminal)
        case .parse: return try ParseCommand.run(arguments, terminal)
        case .render: return try RenderCommand.run(arguments, terminal)
        case .reference: return try ReferenceCommand.run(arguments, terminal)
        case .completion: return try completion(arguments, terminal)
        case .manual:
            return try output(terminal) { (terminal) throws(FileError) in
                try terminal.print(ManualPage.text(terminal.language))
            }
        case .help: return try help(arguments, terminal)
        }
    }

    private static func completion(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let name = try arguments.onlyOperand("SHELL")
        guard let shell = Completion.Shell(rawValue: name) else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "シェル「\(name)」の補完はありません", en: "there is no completion for \(name)"),
                    help: Phrase(ja: "bash、zsh、fishのどれかにしてください", en: "use bash, zsh or fish")))
        }
        return try output(terminal) { (terminal) throws(FileError) in
            try terminal.print(Completion.script(for: shell, terminal.language))
        }
    }

    private static func help(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        guard let name = arguments.operands.first else {
            return try output(terminal) { (terminal) throws(FileError) in
                try terminal.print(Help.overview(terminal.language))
            }
        }
        guard let command = Command(rawValue: name) else {
            let nearest = NearestName.find(name, among: Command.allCases.map(\.rawValue))
            throw .usage(
                UsageError(
                    message: Phrase(ja: "コマンド「\(name)」はありません", en: "unknown command \(name)"),
                    help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }))
        }
        return try output(terminal) { (terminal) throws(FileError) in
            try terminal.print(Help.text(of: command, terminal.language))
        }
    }

    private static func output(
        _ terminal: Terminal, _ body: (Terminal) throws(FileError) -> Void
    ) throws(CommandError) -> ExitStatus {
        do {
            try body(terminal)
            return .done
        } catch {
            throw .file(error)
        }
    }
}

/// What ends a command before it has done its work.
enum CommandError: Error {
    case usage(UsageError)
    case file(FileError)
}

/// A file operation whose failure ends the run.
func asFile<Result>(_ body: () throws(FileError) -> Result) throws(CommandError) -> Result {
    do {
        return try body()
    } catch {
        throw .file(error)
    }
}

extension Terminal {
    /// Carries out a command's work; what is wrong with its input is reported here, what failed around it is thrown.
    func perform(_ work: () throws -> Void) throws(CommandError) -> ExitStatus {
        do {
            try work()
            return .done
        } catch let error as ParseError {
            report([error.diagnostic])
            return .wrongInput
        } catch let error as FileError {
            throw .file(error)
        } catch let error as ExportError {
            report(error.message, help: error.help)
            return .wrongInput
        } catch {
            report(Phrase(ja: "続けられません（\(error)）", en: "cannot go on: \(error)"))
            return .environmentFailed
        }
    }
}

extension Arguments {
    /// The one operand that a command takes.
    func onlyOperand(_ name: String) throws(CommandError) -> String {
        guard operands.count <= 1 else {
            throw .usage(
                UsageError(message: Phrase(ja: "「\(operands[1])」は余分です", en: "\(operands[1]) is one too many")))
        }
        guard let operand = operands.first else {
            throw .usage(UsageError(message: Phrase(ja: "\(name)がありません", en: "\(name) is missing")))
        }
        return operand
    }
}
