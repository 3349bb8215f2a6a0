import Diagnostics

/// Scripts by which shells complete command lines, made from the description of the commands.
enum Completion {
    enum Shell: String, CaseIterable { case bash, zsh, fish }

    static func script(for shell: Shell, _ language: Language) -> String {
        switch shell {
        case .bash: bash()
        case .zsh: zsh(language)
        case .fish: fish(language)
        }
    }

    /// What an argument may be.
    private enum Values {
        case choices([String])
        case folders, files, boards, anything
    }

    private static func values(of argument: String) -> Values {
        switch argument {
        case "DIR": .folders
        case "BOARD", "[BOARD…]", "[BOARD]": .boards
        case let name where name.contains("FILE"): .files
        case let name where name.contains("|"): .choices(name.split(separator: "|").map(String.init))
        default: .anything
        }
    }

    /// What a command takes behind its options: its first operand.
    private static func operands(of command: Command) -> Values {
        switch command {
        case .explain: .choices(FindingRegistry.shirube.codes.map(\.id))
        case .help: .choices(Command.allCases.map(\.rawValue))
        case .completion: .choices(Shell.allCases.map(\.rawValue))
        case .parse, .render: .files
        case .reference: .choices(["update"])
        case .schema: .choices(["board", "facilities", "programs", "statistics"])
        default: values(of: command.operands.split(separator: " ").first.map(String.init) ?? "")
        }
    }

    private static func names(of option: Option) -> [String] {
        ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
    }

    // MARK: bash

    private static func bash() -> String {
        func reply(_ values: Values) -> String {
            switch values {
            case .choices(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"))"
            case .folders: "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")"
            case .files: "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")"
            case .boards: "COMPREPLY=($(compgen -W \"$(_shirube_boards)\" -- \"$cur\"))"
            case .anything: ":"
            }
        }
        var arguments = ""
        var commands = ""
        for command in Command.allCases {
            for option in command.options {
                guard let argument = option.argument else { continue }
                let patterns = names(of: option).map { "'\(command.rawValue) \($0)'" }.joined(separator: "|")
                arguments += "        \(patterns)) \(reply(values(of: argument))); return ;;\n"
            }
            let options = command.options.flatMap(names).joined(separator: " ")
            commands +=
                "        \(command.rawValue)) if [[ $cur == -* ]]; then \(reply(.choices([options]))); else \(reply(operands(of: command))); fi ;;\n"
        }
        let all = Command.allCases.map(\.rawValue) + ["--help", "--version"]
        return """
            # bash completion for shirube: source it, or put it into the folder of completions as "shirube".
            _shirube_boards() {
                local file
                for file in Data/*/board.yaml; do
                    file=${file%/board.yaml}
                    [[ -e $file/board.yaml && $file != Data/shared ]] && echo "${file#Data/}"
                done
            }
            _shirube() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= word
                # --name=value is three words.
                [[ $cur == '=' ]] && cur=
                [[ $prev == '=' ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    [[ $word != -* ]] && { command=$word; break; }
                done
                COMPREPLY=()
                case "$command $prev" in
            \(arguments)    esac
                case $command in
            \(commands)        *) \(reply(.choices(all))) ;;
                esac
            }
            complete -F _shirube shirube

            """
    }

    // MARK: zsh

    private static func zsh(_ language: Language) -> String {
        func quoted(_ text: String) -> String {
            var result = ""
            for character in text {
                switch character {
                case "'": result += "'\\''"
                case "[", "]", ":", "\\": result += "\\\(character)"
                default: result.append(character)
                }
            }
            return result
        }
        func action(_ values: Values) -> String {
            switch values {
            case .choices(let words): "(\(words.joined(separator: " ")))"
            case .folders: "_directories"
            case .files: "_files"
            case .boards: "_shirube_boards"
            case .anything: " "
            }
        }
        let commands = Command.allCases.map { "        '\($0.rawValue):\(quoted($0.summary[language]))'\n" }.joined()
        let cases = Command.allCases.map { command in
            let options = command.options.map { option in
                let argument = option.argument.map { ":\(quoted($0)):\(action(values(of: $0)))" } ?? ""
                let help = "[\(quoted(option.help[language]))]\(argument)'"
                let long = "--\(option.name)" + (option.argument == nil ? "" : "=")
                guard let short = option.short else { return "            '\(long)\(help) \\\n" }
                return "            '(-\(short) --\(option.name))'{-\(short),\(long)}'\(help) \\\n"
            }
            return
                "    \(command.rawValue))\n        _arguments \\\n\(options.joined())            '*: :\(action(operands(of: command)))' ;;\n"
        }
        return """
            #compdef shirube
            # zsh completion for shirube: put it into a folder of $fpath as "_shirube".
            _shirube_boards() {
                local -a boards
                boards=(Data/*/board.yaml(N:h:t))
                compadd -- ${boards:#shared}
            }
            _shirube() {
                local -a commands
                commands=(
            \(commands)    )
                if (( CURRENT == 2 )); then
                    _describe -t commands command commands
                    return
                fi
                shift words
                (( CURRENT-- ))
                case $words[1] in
            \(cases.joined())    esac
            }
            _shirube "$@"

            """
    }

    // MARK: fish

    private static func fish(_ language: Language) -> String {
        func quoted(_ text: String) -> String {
            "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }
        func action(_ values: Values) -> String {
            switch values {
            case .choices(let words): " -x -a \(quoted(words.joined(separator: " ")))"
            case .folders: " -x -a '(__fish_complete_directories)'"
            case .files: " -r -F"
            case .boards: " -x -a '(__shirube_boards)'"
            case .anything: " -x"
            }
        }
        var lines = """
            # fish completion for shirube: put it into ~/.config/fish/completions as "shirube.fish".
            function __shirube_boards
                for file in Data/*/board.yaml
                    string match -v Data/shared (path dirname $file 2>/dev/null; or dirname $file) | string replace Data/ ''
                end
            end
            complete -c shirube -f

            """
        for command in Command.allCases {
            let summary = quoted(command.summary[language])
            lines += "complete -c shirube -n __fish_use_subcommand -a \(command.rawValue) -d \(summary)\n"
            let condition = "complete -c shirube -n '__fish_seen_subcommand_from \(command.rawValue)'"
            for option in command.options {
                let short = option.short.map { " -s \($0)" } ?? ""
                let argument = option.argument.map { action(values(of: $0)) } ?? ""
                lines += "\(condition) -l \(option.name)\(short)\(argument) -d \(quoted(option.help[language]))\n"
            }
            let own = action(operands(of: command)).replacing(" -x", with: " -f").replacing(" -r", with: "")
            lines += "\(condition)\(own)\n"
        }
        return lines
    }
}
