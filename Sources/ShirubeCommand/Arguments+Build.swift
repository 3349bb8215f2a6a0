import Diagnostics

extension Arguments {
    /// The level of a fragment's topmost heading.
    func headingLevel() throws(CommandError) -> Int {
        guard let level = Int(value(.headingLevel) ?? "2"), (1...4).contains(level) else {
            throw .usage(
                refusal(of: .headingLevel, help: Phrase(ja: "1から4までの数字にしてください", en: "use a number from 1 to 4")))
        }
        return level
    }

    /// The command line of a build, quiet, of some boards, as far as its options are those of this one.
    func forBuild(of boards: [String]) throws(CommandError) -> Arguments {
        let options: [Option] = [.data, .templates, .output, .only, .reference, .language, .color]
        let words = options.compactMap { option in value(option).map { "--\(option.name)=\($0)" } }
        do {
            return try Arguments(["--quiet"] + words + ["--"] + boards, options: Command.build.options)
        } catch {
            throw .usage(error)
        }
    }
}
