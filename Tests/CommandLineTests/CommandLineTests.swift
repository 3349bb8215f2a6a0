import Foundation
import TestSupport
import Testing

/// The program, as it is called.
@Suite struct CommandLineTests {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    private let place: TemporaryFolder
    var folder: URL { place.url }

    init() throws { place = try TemporaryFolder() }

    /// The built program stands beside the tests.
    static let program: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let candidates = [
            bundle?.deletingLastPathComponent(),
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
            Project.root.appending(path: ".build/debug"),
        ]
        return candidates.compactMap { $0?.appending(path: "shirube") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? URL(fileURLWithPath: "/nonexistent")
    }()

    func run(
        _ arguments: [String], environment: [String: String] = ["LANG": "ja_JP.UTF-8"], input: String? = nil,
        after command: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        if let command {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", command + "; exec \"$0\" \"$@\"", Self.program.path] + arguments
        }
        // Where coverage is measured, the program's counts.
        let profile = ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }
        process.environment = environment.merging(profile) { own, _ in own }
        process.currentDirectoryURL = Project.root
        let (output, standardInput) = (Pipe(), Pipe())
        // Into a file: a pipe that nobody empties would stop a program with much to say.
        let messages = folder.appending(path: "errors-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: messages)
        process.standardInput = standardInput
        try process.run()
        if let input { standardInput.fileHandleForWriting.write(Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    }

    func write(_ text: String, to name: String) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// A copy of the sample data, to be changed.
    func copyOfData() throws -> URL {
        let data = folder.appending(path: "データ")
        try FileManager.default.copyItem(at: Project.root.appending(path: "Data"), to: data)
        return data
    }

    func replace(_ old: String, _ new: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
    }

    // MARK: Usage

    @Test(
        "Help and version go to standard output",
        arguments: [
            (["--version"], "shirube "), (["--help"], "使い方"), (["-h"], "使い方"), (["help"], "build"),
            (["help", "build"], "--output"),
            (["build", "--help"], "--only"), (["parse", "-h"], "FILE"), (["help", "--language", "en"], "exit status"),
            (["help", "render"], "--partials"), (["help", "check"], "--data"),
        ])
    func help(arguments: [String], expected: String) throws {
        let result = try run(arguments)
        #expect(result.status == 0)
        #expect(result.output.contains(expected))
        #expect(result.errors.isEmpty)
    }

    @Test(
        "Wrong usage ends with 2 and says what was probably meant",
        arguments: [
            ([], "コマンド"), (["biuld"], "build"), (["build", "--outptu", "x"], "--output"), (["build", "-x"], "-x"),
            (["build", "--output"], "--output"), (["build", "--quiet=1"], "--quiet"),
            (["build", "--output="], "--output"), (["build", "--only", ""], "--only"),
            (["build", "takarazaka"], "takarazuka"),
            (["build", "--only", "guidline"], "guideline"), (["check", "--language", "fr"], "--language"),
            (["check", "--color", "blue"], "--color"), (["parse"], "FILE"), (["parse", "a", "b"], "b"),
            (["render"], "TEMPLATE"),
            (["help", "biuld"], "build"), (["--verison"], "--verison"),
        ])
    func wrongUsage(arguments: [String], expected: String) throws {
        let result = try run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(expected))
    }

    @Test(
        "The language follows the environment and the option",
        arguments: [
            (["LANG": "ja_JP.UTF-8"], [], "コマンド"), (["LANG": "C"], [], "command"), ([:], [], "command"),
            (["LANG": "C", "LC_ALL": "ja_JP.UTF-8"], [], "コマンド"),
            (["LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], [], "command"),
            (["LANG": "C"], ["help", "--language", "ja"], "コマンド"), (["LANG": "ja_JP"], ["help", "-len"], "commands"),
        ] as [([String: String], [String], String)])
    func language(environment: [String: String], arguments: [String], expected: String) throws {
        let result = try run(arguments, environment: environment)
        #expect((result.output + result.errors).contains(expected))
    }

    // MARK: build and check

    @Test("build writes every document and says where; again, it changes nothing")
    func build() throws {
        let output = folder.appending(path: "出力 先").path
        let first = try run(["build", "--output", output])
        #expect(first.status == 0)
        #expect(first.output.split(separator: "\n").count == 39)
        #expect(first.output.contains("\(output)/takarazuka/guideline.html"))
        let second = try run(["build", "-o", output])
        #expect(second.output.split(separator: "\n").allSatisfy { $0.hasPrefix("変更なし") })
        #expect(try run(["build", "-qo" + output]).output.isEmpty)
    }

    @Test("A board so large that processes share its work is published whole, and its findings are told")
    func largeBoard() throws {
        let data = folder.appending(path: "large")
        let board = data.appending(path: "hikari")
        try FileManager.default.createDirectory(at: board, withIntermediateDirectories: true)
        try Data(
            """
            municipality_code: 282146
            prefecture: 兵庫県
            municipality: 宝塚市
            name: 宝塚市教育委員会
            contact: {telephone: 0797-77-2024}
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents:
              - {id: facility-list, title: 一覧}

            """.utf8
        ).write(to: board.appending(path: "board.yaml"))
        let count = 5000
        var list = "as_of: 令和7年2月14日\nlisted: {from: 令和2年度, to: 令和6年度}\nprivate:\n"
        for number in 1...count {
            list += "  - {id: f\(number), name: 第\(number)学舎, postal_code: 665-0865, address: 兵庫県宝塚市寿町\(number)番1号, "
            list += "telephone: 0797-80-\(String(10000 + number).suffix(4))}\n"
        }
        let facilities = board.appending(path: "facilities.yaml")
        try Data(list.utf8).write(to: facilities)
        let output = folder.appending(path: "out")
        let arguments = ["build", "-q", "-d", data.path, "-o", output.path, "--reference", "Data/reference"]
        let result = try run(arguments)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors.prefix(500))")
        for (name, mark) in [("facility-list.html", "<th class=\"cell\" scope=\"row\">"), ("facility-list.txt", "第")] {
            let text = try String(contentsOf: output.appending(path: "hikari/\(name)"), encoding: .utf8)
            #expect(text.components(separatedBy: mark).count == count + 1, "\(name)")
        }
        // Beside another board, each is one thread's work, and says the same.
        try FileManager.default.copyItem(at: board, to: data.appending(path: "hikari2"))
        let threads = folder.appending(path: "threads")
        let both = try run(["build", "-q", "-d", data.path, "-o", threads.path, "--reference", "Data/reference"])
        let codes = both.errors.matches(of: /\[(\w+)\]/).map { String($0.1) }
        // It is the same board's edition once more.
        #expect(both.status == 0 && codes == ["D024"], "\(both.errors.prefix(500))")
        for name in ["facility-list.html", "facility-list.txt", "index.html"] {
            #expect(
                FileManager.default.contents(atPath: output.appending(path: "hikari/\(name)").path)
                    == FileManager.default.contents(atPath: threads.appending(path: "hikari/\(name)").path), "\(name)")
        }
        try FileManager.default.removeItem(at: data.appending(path: "hikari2"))
        // Where a standard file is closed, its number is nobody else's: the documents hold no messages.
        for closed in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"] {
            try? FileManager.default.removeItem(at: threads)
            let silent = try run(
                ["build", "-d", data.path, "-o", threads.path, "--reference", "Data/reference"], after: "exec \(closed)"
            )
            #expect(silent.status == (closed.split(separator: " ").contains(">&-") ? 3 : 0))
            for name in ["facility-list.html", "facility-list.txt", "index.html"] {
                #expect(
                    FileManager.default.contents(atPath: output.appending(path: "hikari/\(name)").path)
                        == FileManager.default.contents(atPath: threads.appending(path: "hikari/\(name)").path),
                    "\(name) \(closed)")
            }
        }
        // What is wrong with a large document is told as of any other, at its place, however its making was shared.
        let templates = folder.appending(path: "large-templates")
        try FileManager.default.copyItem(at: Project.root.appending(path: "Benchmarks/templates"), to: templates)
        let template = templates.appending(path: "facility-list.html")
        let right = try String(contentsOf: template, encoding: .utf8)
        for (fault, code) in [
            ("<p>{{board.section}}</p>", "T015"), ("<p>", "T004"), ("<p>{{>parts/none}}</p>", "M006"),
            ("<p><b2>x</b2></p>", "T005"),
        ] {
            try Data(right.replacing("</main>", with: "\(fault)\n</main>").utf8).write(to: template)
            let wrong = try run(arguments + ["-t", templates.path])
            #expect(wrong.status == 1)
            let place = "facility-list.html:\(code == "T004" ? "28:1" : "27:4")"
            #expect(wrong.errors.contains(place) && wrong.errors.contains(code), "\(wrong.errors.prefix(500))")
        }
        try replace(
            "postal_code: 665-0865, address: 兵庫県宝塚市寿町77番", "postal_code: 530-0012, address: 兵庫県宝塚市寿町77番", in: facilities
        )
        let broken = try run(arguments)
        #expect(broken.status == 1)
        #expect(broken.errors.contains(":80:") && broken.errors.contains("P00"), "\(broken.errors.prefix(500))")
        // A program that ignores its children's ends hands that on to those that it starts.
        let ignoring = try run(arguments, after: "trap '' CHLD")
        #expect(ignoring.status == 1 && ignoring.errors == broken.errors)
    }

    @Test("The parts of a build are the whole")
    func shards() throws {
        let (whole, parts) = (folder.appending(path: "whole").path, folder.appending(path: "parts").path)
        #expect(try run(["build", "-q", "-o", whole]).status == 0)
        // What no board of the data publishes any more is the first part's to remove.
        for part in ["2/3", "1/3", "3/3"] {
            #expect(try run(["build", "-q", "-o", parts, "--shard", part]).status == 0)
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: whole).sorted()
        #expect(try FileManager.default.subpathsOfDirectory(atPath: parts).sorted() == files)
        for file in files {
            #expect(
                FileManager.default.contents(atPath: "\(whole)/\(file)")
                    == FileManager.default.contents(atPath: "\(parts)/\(file)"), "\(file)")
        }
    }

    @Test(
        "Parts and levels that do not exist are refused",
        arguments: [
            ["--shard", "0/2"], ["--shard", "3/2"], ["--shard=2"], ["--heading-level=5"], ["--heading-level", "h2"],
        ])
    func wrongNumbers(options: [String]) throws {
        let result = try run(["build", "-o", folder.appending(path: "out").path] + options)
        #expect(result.status == 2)
        #expect(result.errors.contains(options[0].prefix { $0 != "=" }))
    }

    @Test("One board, one document")
    func only() throws {
        let output = folder.appending(path: "out").path
        let result = try run(["build", "takarazuka", "--only=form1,facility-list", "--output=\(output)"])
        #expect(result.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: output + "/takarazuka").sorted()
        #expect(
            names == [
                "facility-list.csv", "facility-list.fragment.html", "facility-list.html", "facility-list.json",
                "facility-list.txt", "form1", "form1.html", "form1.txt",
            ])
        #expect(!FileManager.default.fileExists(atPath: output + "/setagaya"))
    }

    @Test("check says that nothing is wrong")
    func check() throws {
        let output = folder.appending(path: "out").path
        let result = try run(["check", "--output", output])
        #expect(!FileManager.default.fileExists(atPath: output))
        #expect(result.status == 0)
        #expect(result.output == "問題はありませんでした\n")
        #expect(result.errors.isEmpty)
    }

    @Test("Nothing is found in the data of another city: fifty facilities in over ten prefectures")
    func cleanBoard() throws {
        let result = try run(["check", "--data", "Tests/Fixtures/clean-board/Data", "--reference", "Data/reference"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
    }

    @Test("Wrong data ends with 1, is shown at its place, and leaves the last output as it was")
    func wrongData() throws {
        let data = try copyOfData()
        let output = folder.appending(path: "out").path
        #expect(try run(["build", "-q", "-d", data.path, "-o", output]).status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: output + "/takarazuka/facility-list.html"))
        try replace("665-0865", "6650865", in: data.appending(path: "takarazuka/facilities.yaml"))
        let result = try run(["build", "-d", data.path, "-o", output])
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("エラー[R021]"))
        #expect(result.errors.contains("facilities.yaml:"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: output + "/takarazuka/facility-list.html")) == before)
        #expect(try run(["check", "-d", data.path, "--language=en"]).errors.contains("error[R021]"))
    }

    @Test("A wrong name in a template ends with 1")
    func wrongTemplate() throws {
        let templates = folder.appending(path: "ひな形")
        try FileManager.default.copyItem(at: Project.root.appending(path: "Templates"), to: templates)
        try replace("{{document.title}}", "{{document.titel}}", in: templates.appending(path: "facility-list.html"))
        let result = try run(["check", "takarazuka", "-t", templates.path])
        #expect(result.status == 1)
        #expect(result.errors.contains("document.title"))
    }

    @Test(
        "What cannot be read or written ends with 3",
        arguments: [
            ["build", "--data", "/nonexistent"], ["build", "--templates", "/nonexistent"],
            ["parse", "/nonexistent.yaml"],
            ["render", "/nonexistent"], ["build", "--output", "/proc/shirube"], ["parse", "/"],
        ])
    func environmentFailed(arguments: [String]) throws {
        let result = try run(arguments)
        #expect(result.status == 3)
        #expect(result.errors.contains("/"))
    }

    @Test("Colour only where it is wanted")
    func color() throws {
        let data = try copyOfData()
        try replace("665-0865", "x", in: data.appending(path: "takarazuka/facilities.yaml"))
        #expect(try run(["check", "-d", data.path, "--color=always"]).errors.contains("\u{1B}["))
        #expect(try !run(["check", "-d", data.path]).errors.contains("\u{1B}["))
    }

    @Test("A board that is gone takes its documents along")
    func goneBoard() throws {
        let data = try copyOfData()
        let output = folder.appending(path: "out").path
        #expect(try run(["build", "-q", "-d", data.path, "-o", output]).status == 0)
        try FileManager.default.removeItem(at: data.appending(path: "setagaya"))
        let result = try run(["build", "-d", data.path, "-o", output])
        #expect(result.output.contains("削除"))
        #expect(!FileManager.default.fileExists(atPath: output + "/setagaya"))
        #expect(FileManager.default.fileExists(atPath: output + "/takarazuka/index.html"))
    }

    @Test("A board's folder that leads nowhere is no board that is gone")
    func unreachableBoard() throws {
        let data = try copyOfData()
        let output = folder.appending(path: "out").path
        #expect(try run(["build", "-q", "-d", data.path, "-o", output]).status == 0)
        try FileManager.default.removeItem(at: data.appending(path: "setagaya"))
        try FileManager.default.createSymbolicLink(
            atPath: data.appending(path: "setagaya").path, withDestinationPath: "/nonexistent/share")
        let result = try run(["build", "-d", data.path, "-o", output])
        #expect(result.status == 3)
        #expect(result.errors.contains("setagaya"))
        #expect(FileManager.default.fileExists(atPath: output + "/setagaya/report.html"))
    }

    @Test("Runs at once wait for one another")
    func concurrent() throws {
        let output = folder.appending(path: "out").path
        let processes = try (0..<6).map { index in
            let process = Process()
            process.executableURL = Self.program
            process.arguments = ["build", index % 2 == 0 ? "takarazuka" : "setagaya", "-q", "-o", output]
            process.currentDirectoryURL = Project.root
            try process.run()
            return process
        }
        processes.forEach { $0.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0, 0, 0])
        #expect(try run(["build", "-o", output]).output.split(separator: "\n").allSatisfy { $0.hasPrefix("変更なし") })
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: output + "/.shirube").sorted() == [
                "setagaya.manifest", "takarazuka.manifest",
            ])
    }

    @Test("A value that a sentence needs and the data has not is an error; so are a reserved name and a hole")
    func holes() throws {
        let data = try copyOfData()
        let notice = data.appending(path: "takarazuka/board.yaml")
        try replace("    issuer: 文部科学省初等中等教育局長\n", "", in: notice)
        let result = try run(["check", "-d", data.path])
        #expect(result.status == 1)
        #expect(result.errors.contains("T015"))
        try replace("- id: form1", "- id: index", in: notice)
        #expect(try run(["check", "-d", data.path]).errors.contains("T017"))
    }

    @Test("The list as it was printed: what a careful reader finds, at its place")
    func printedList() throws {
        let data = try copyOfData()
        let list = data.appending(path: "takarazuka/facilities.yaml")
        try FileManager.default.removeItem(at: list)
        try FileManager.default.copyItem(
            at: Project.root.appending(path: "Tests/Fixtures/printed-list/facilities.yaml"), to: list)
        let result = try run(["check", "takarazuka", "--data", data.path])
        let found = result.errors.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /facilities\.yaml:(\d+):(\d+): .*\[(\w+)\]/).map { "\($0.1):\($0.2) \($0.3)" }
        }
        #expect(
            found == [
                "15:14 P007", "22:14 P007", "29:14 P005", "43:16 R023", "54:18 P004", "56:16 R023", "87:16 R023",
            ])
        #expect(result.status == 1)
        #expect(result.errors.contains("564-0051"))
        #expect(result.errors.contains("上宮川町"))
        #expect(result.errors.contains("0120-025-215"))
    }

    @Test(
        "Warnings fail only where that is wanted, and where they are not allowed with a reason",
        arguments: [("", 1), ("# shirube: allow R023 印刷のとおり", 0)])
    func strict(comment: String, strictStatus: Int32) throws {
        let data = try copyOfData()
        try replace(
            "    telephone: 0797-86-2321", "    \(comment)\n    telephone: 0797862321",
            in: data.appending(path: "takarazuka/facilities.yaml"))
        let result = try run(["check", "-d", data.path])
        #expect(result.status == 0)
        #expect(result.errors.contains("R023") == comment.isEmpty)
        #expect(try run(["check", "--strict", "-d", data.path]).status == strictStatus)
    }

    @Test("A finding is silenced by a comment with a reason; one that silences nothing is a finding")
    func allowances() throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("allow D017 公表されているURLがhttpのため", "allow D017", in: facilities)
        #expect(try run(["check", "-d", data.path]).errors.contains("A001"))
        try replace("# shirube: allow D017\n", "# shirube: allow P004 理由\n", in: facilities)
        let result = try run(["check", "-d", data.path]).errors
        #expect(result.contains("A002"))
        #expect(result.contains("D017"))
    }

    @Test("Output copied without its record is not taken for somebody else's without a word of what is missing")
    func outputWithoutRecord() throws {
        let data = try copyOfData()
        let output = folder.appending(path: "out")
        let arguments = ["build", "-q", "-d", data.path, "-o", output.path]
        #expect(try run(arguments).status == 0)
        try FileManager.default.removeItem(at: output.appending(path: ".shirube"))
        try replace("0797-86-2321", "0797-86-2322", in: data.appending(path: "takarazuka/facilities.yaml"))
        let result = try run(arguments)
        #expect(result.status == 3)
        #expect(result.errors.contains(".shirube"))
        #expect(!result.errors.contains("shirubeが作ったものではない"))
    }

    @Test(
        "A file that looks like data and is not read is named; others are let be",
        arguments: [
            ("takarazuka/facilities - コピー.yaml", "facilities.yaml"),
            ("takarazuka/facilities.yaml.txt", "facilities.yaml"),
            ("takarazuka/facilities.csv", "facilities.yaml"), ("takarazuka/facilites.yaml", "facilities.yaml"),
            ("takarazuka/一覧.xlsx", "statistics.yaml"), ("board.yaml", "教育委員会のフォルダー"),
            ("itami/facilities.yml", "itami/board.yaml"), ("takarazuka/メモ.txt", nil), ("takarazuka/.~lock.a.xlsx", nil),
            ("README.md", nil), ("資料/地図.pdf", nil),
        ] as [(String, String?)])
    func unreadFiles(name: String, help: String?) throws {
        let data = try copyOfData()
        _ = try write("a: b\n", to: "データ/\(name)")
        let result = try run(["check", "-d", data.path])
        #expect(result.status == 0)
        #expect(result.errors.contains("F007") == (help != nil))
        if let help { #expect(result.errors.contains(name.split(separator: "/")[0]) && result.errors.contains(help)) }
        #expect(!(try run(["check", "setagaya", "-d", data.path]).errors.contains("F007")))
    }

    @Test("A text folded over lines has no space where Japanese has none")
    func folding() throws {
        let data = try copyOfData()
        try replace(
            "description: 欠席が長くなっている児童生徒の状況を",
            "description: >-\n          欠席が長く\n          なっている Study\n          Cafe\n          の状況を",
            in: data.appending(path: "takarazuka/programs.yaml"))
        let output = folder.appending(path: "out").path
        #expect(try run(["build", "-q", "takarazuka", "-d", data.path, "-o", output]).status == 0)
        let page = try String(contentsOfFile: output + "/takarazuka/guideline.html", encoding: .utf8)
        #expect(page.contains("<p>欠席が長くなっている Study Cafe の状況を把握"))
        let parsed = try run(["parse", data.path + "/takarazuka/programs.yaml"])
        #expect(parsed.output.contains("欠席が長く なっている"), "parse reads as YAML says")
    }

    @Test("A file that documents need and the board has not is reported once")
    func missingFile() throws {
        let data = try copyOfData()
        try FileManager.default.removeItem(at: data.appending(path: "takarazuka/statistics.yaml"))
        let result = try run(["check", "-d", data.path])
        #expect(result.status == 1)
        #expect(result.errors.matches(of: /F002/).count == 1)
    }

    @Test("A document of which only the title would be left takes no good one's place")
    func nothingButTitle() throws {
        let data = try copyOfData()
        try FileManager.default.removeItem(at: data.appending(path: "setagaya/programs.yaml"))
        let result = try run(["build", "setagaya", "-d", data.path, "-o", folder.appending(path: "out").path])
        #expect(result.status == 1)
        #expect(result.errors.matches(of: /F002/).count == 1)
    }

    @Test("A document that is not there is told where the data have an error that is allowed, too")
    func unknownDocumentBesideAllowance() throws {
        let data = try copyOfData()
        try replace(
            "postal_code: 664-0873", "postal_code: 664-0875 # shirube: allow P004 試し",
            in: data.appending(path: "takarazuka/facilities.yaml"))
        let result = try run(["check", "takarazuka", "-d", data.path, "--only", "guidline"])
        #expect(result.status == 2)
        #expect(result.errors.contains("guideline"))
    }

    @Test("A year that is missing, and more pupils than are enrolled")
    func gap() throws {
        let data = try copyOfData()
        let statistics = data.appending(path: "takarazuka/statistics.yaml")
        let text = try String(contentsOf: statistics, encoding: .utf8)
        let row = "    - fiscal_year: 平成27年度\n      count: 125,991\n      enrolment: 10,024,943\n"
        try replace(row, "", in: statistics)
        #expect(try run(["check", "-d", data.path]).errors.contains("D002"))
        try Data(text.replacing("enrolment: 9,730,373", with: "enrolment: 97,303").utf8).write(to: statistics)
        #expect(try run(["check", "-d", data.path]).errors.contains("D004"))
    }

    @Test("A template that no document uses is pointed at")
    func unusedTemplate() throws {
        let templates = folder.appending(path: "ひな形")
        try FileManager.default.copyItem(at: Project.root.appending(path: "Templates"), to: templates)
        try FileManager.default.moveItem(
            at: templates.appending(path: "takarazuka/guideline.html"),
            to: templates.appending(path: "takarazuka/guidline.html"))
        let result = try run(["check", "-t", templates.path])
        #expect(result.status == 0)
        #expect(result.errors.contains("guidline.html:1:1: 警告[T016]"))
    }

    @Test(
        "A document that a board does not publish leaves its shared template alone",
        arguments: ["form1", "facility-list"])
    func unpublished(document: String) throws {
        let data = try copyOfData()
        let board = data.appending(path: "takarazuka/board.yaml")
        let lines = try String(contentsOf: board, encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "  - id: \(document)"))
        let rest = lines[(start + 1)...].drop { $0.hasPrefix("    ") }
        try Data((lines[..<start] + rest).joined(separator: "\n").utf8).write(to: board)
        let result = try run(["check", "takarazuka", "--strict", "-d", data.path])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(
        "A link that leads out of the data or the templates is not read, printed or mended",
        arguments: [
            "Data/takarazuka/programs.yaml", "Data/takarazuka", "Templates/parts/page.html", "Templates/takarazuka",
            "Templates/style/base.css", "Templates/forgotten.html",
        ], [false, true])
    func linksOutside(name: String, fixes: Bool) throws {
        let place = try Workplace("Data/takarazuka")
        let (inside, outside) = (place.folder.appending(path: name), place.folder.appending(path: "outside"))
        if inside.pathExtension.isEmpty {
            // The file of a folder that is a link.
            try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
            for file in ["board.yaml", "facility-list.html"] {
                try Data("secret: ２０２５/2/14\n".utf8).write(to: outside.appending(path: file))
            }
            try? FileManager.default.removeItem(at: inside)
        } else {
            try Data("secret: ２０２５/2/14\n".utf8).write(to: outside)
            try? FileManager.default.removeItem(at: inside)
        }
        try FileManager.default.createSymbolicLink(at: inside, withDestinationURL: outside)
        let result = try place.run("check", fixes ? "--fix" : "--strict")
        #expect(!(result.output + result.errors).contains("secret"))
        #expect(!(result.output + result.errors).contains("２０２５"))
        if name != "Templates/forgotten.html" {
            #expect(result.status == 3)
            #expect(result.errors.contains("leads out of the folder"))
        }
        let file = inside.pathExtension.isEmpty ? outside.appending(path: "board.yaml") : outside
        #expect(try String(contentsOf: file, encoding: .utf8) == "secret: ２０２５/2/14\n")
    }

    @Test("A link inside the data may lead to another board's file, and the data folder itself be a link")
    func linksInside() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let (data, real) = (place.folder.appending(path: "Data"), place.folder.appending(path: "real"))
        try FileManager.default.moveItem(at: data, to: real)
        try FileManager.default.createSymbolicLink(at: data, withDestinationURL: real)
        try FileManager.default.moveItem(
            at: real.appending(path: "takarazuka/programs.yaml"), to: real.appending(path: "shared.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: real.appending(path: "takarazuka/programs.yaml").path, withDestinationPath: "../shared.txt")
        #expect(try place.run("check", "--reference", Project.root.path + "/Data/reference").status == 0)
    }

    @Test("A board's folder whose name is not UTF-8 is told as such")
    func illFormedName() throws {
        let place = try Workplace("Data/setagaya")
        let name: [CChar] = Array((place.folder.path + "/Data/").utf8CString.dropLast()) + [-114, -111, 0]
        try #require(unsafe mkdir(name, 0o755) == 0)
        let result = try place.run("check")
        #expect(result.status == 3)
        #expect(result.errors.contains("not UTF-8"))
    }

    @Test(
        "A pipe in place of a file is refused at once",
        arguments: [
            "データ/takarazuka/facilities.yaml", "データ/reference/addresses.tsv", "Templates/form1.html",
            "Templates/style/base.css",
        ])
    func pipes(name: String) throws {
        _ = try copyOfData()
        try FileManager.default.copyItem(
            at: Project.root.appending(path: "Templates"), to: folder.appending(path: "Templates"))
        let path = folder.appending(path: name).path
        try FileManager.default.removeItem(atPath: path)
        let isMade = unsafe mkfifo(path, 0o600) == 0
        #expect(isMade)
        let result = try run(["check", "-d", folder.path + "/データ", "-t", folder.path + "/Templates"])
        #expect(result.status == 3)
        #expect(result.errors.contains("ふつうのファイルではありません"))
    }

    @Test("Findings for other programs")
    func reports() throws {
        let data = try copyOfData()
        try replace(
            "telephone: 0797-86-2321", "telephone: 0797862321", in: data.appending(path: "takarazuka/facilities.yaml"))
        let json = try run(["check", "-d", data.path, "--report", "json"])
        #expect(json.errors.isEmpty)
        let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(report?["version"] as? Int == 1)
        let finding = (report?["findings"] as? [[String: Any]])?.first
        #expect(finding?["code"] as? String == "R023")
        #expect(finding?["severity"] as? String == "warning")
        #expect(finding?["column"] as? Int == 16)
        #expect(finding?["endColumn"] as? Int == 26)
        let sarif = try run(["check", "-d", data.path, "--report=sarif", "-len"])
        let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
        #expect(log?["version"] as? String == "2.1.0")
        let result = ((log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first
        #expect(result?["ruleId"] as? String == "R023")
        #expect(try run(["check", "--report", "xml"]).status == 2)
        // Where nothing is wrong, standard output is the report and nothing else.
        for form in ["json", "sarif"] {
            let clean = try run(["check", "--report", form])
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(clean.output.utf8)) }
            let built = try run(["build", "--report", form, "--output", folder.appending(path: form).path])
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(built.output.utf8)) }
        }
    }

    @Test("--fix mends what is certain, and no other byte; again it changes nothing")
    func fix() throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("as_of: 令和7年2月14日", "as_of: 2025/2/14", in: facilities)
        try replace("telephone: 0797-86-2321", "telephone: \"０７９７－８６－２３２１\"  # 注", in: facilities)
        try replace("postal_code: 664-0873", "postal_code: 〒6640873", in: facilities)
        try replace("name: 楽笑 フリースクール", "name: '楽笑 フリースクール '", in: facilities)
        try replace("postal_code: 564-0051", "postal_code: 651-0086", in: facilities)
        let before = try String(contentsOf: facilities, encoding: .utf8)
        let dry = try run(["check", "--fix", "--dry-run", "-d", data.path])
        #expect(dry.output.contains("-    postal_code: 〒6640873\n+    postal_code: 664-0873\n"))
        #expect(try String(contentsOf: facilities, encoding: .utf8) == before)
        let fixed = try run(["check", "--fix", "-d", data.path])
        #expect(fixed.status == 1)
        #expect(fixed.errors.contains("P004"))
        let after = try String(contentsOf: facilities, encoding: .utf8)
        #expect(
            after
                == before.replacing("2025/2/14", with: "令和7年2月14日").replacing("０７９７－８６－２３２１", with: "0797-86-2321")
                .replacing("〒6640873", with: "664-0873").replacing("フリースクール '", with: "フリースクール'"))
        #expect(try run(["check", "--fix", "-d", data.path]).output == "自動で直せるものはありませんでした\n")
        #expect(try run(["check", "--fix", "-q", "-d", data.path]).output.isEmpty)
        #expect(try String(contentsOf: facilities, encoding: .utf8) == after)
    }

    @Test(
        "--fix mends a value in whatever way it is written, and takes nothing else from it",
        arguments: [
            (#"name: "楽笑\u200Bフリースクール""#, #"name: "楽笑フリースクール""#), (#"name: "楽笑\\n ""#, #"name: "楽笑\\n""#),
            (#"name: "楽\"笑 ""#, #"name: "楽\"笑""#), ("name: '楽''笑 '", "name: '楽''笑'"),
            ("name: ' \"楽笑\"'", "name: '\"楽笑\"'"), ("name: 楽か\u{3099}笑", "name: 楽が笑"),
            ("name: >\n      楽\u{200B}笑\n      フリースクール\n", "name: >\n      楽笑\n      フリースクール\n"),
        ])
    func fixStyles(wrong: String, right: String) throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("name: 楽笑 フリースクール", wrong, in: facilities)
        let before = try Data(contentsOf: facilities)
        #expect(try run(["check", "--fix", "-d", data.path]).output.contains("直しました"))
        let after = try Data(contentsOf: facilities)
        #expect(Array(after) == Array(before).replacing(Array(wrong.utf8), with: Array(right.utf8)))
    }

    @Test("--fix takes spaces from the ends of lines, and mends the values beside them")
    func fixSpaces() throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        let right = try String(contentsOf: facilities, encoding: .utf8)
        for line in ["# 施設の一覧", "listed:", "  from: 令和2年度", "private:", "  - id: rakusho", "    postal_code: 665-0865"]
        {
            try replace(line + "\n", line + " \t \n", in: facilities)
        }
        try replace("postal_code: 665-0865", "postal_code: ６６５－０８６５", in: facilities)
        try (String(contentsOf: facilities, encoding: .utf8) + "# 終わり  ").write(
            to: facilities, atomically: true, encoding: .utf8)
        let fixed = try run(["check", "--fix", "-d", data.path])
        #expect(fixed.status == 0 && fixed.errors.isEmpty)
        #expect(try String(contentsOf: facilities, encoding: .utf8) == right + "# 終わり")
    }

    @Test("Several fixes of one place are all made")
    func fixSeveral() throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("name: 楽笑 フリースクール", #"name: "楽\u200B笑\u200Bフリー\uFEFFスクール""#, in: facilities)
        let dry = try run(["check", "--fix", "--dry-run", "-d", data.path])
        #expect(dry.output.contains("+    name: \"楽笑フリースクール\""))
        let fixed = try run(["check", "--fix", "-d", data.path])
        #expect(fixed.status == 0 && fixed.errors.isEmpty)
        #expect(try String(contentsOf: facilities, encoding: .utf8).contains(#"name: "楽笑フリースクール""#))
    }

    @Test(
        "--fix mends what is certain of each kind, and nothing is left to say",
        arguments: [
            ("takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑ｳﾞｨﾚｯｼﾞ", "name: 楽笑ヴィレッジ"),
            ("takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑か゛ハ゜ﾃﾞウ゛", "name: 楽笑がパデヴ"),
            (
                "takarazuka/facilities.yaml", "    postal_code: 665-0865", "    kind: 通所\n    postal_code: 665-0865",
                "    kind: commuting\n    postal_code: 665-0865"
            ),
            (
                "takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "furigana: ラクショウ ﾌﾘｰｽｸｰﾙ\n    telephone: 0797-86-2321",
                "furigana: らくしょう ふりーすくーる\n    telephone: 0797-86-2321"
            ),
            (
                "takarazuka/facilities.yaml", "telephone: 0797-86-2321", "note: ※ 見学できます\n    telephone: 0797-86-2321",
                "note: 見学できます\n    telephone: 0797-86-2321"
            ),
            ("takarazuka/facilities.yaml", "day_visits: true", "day_visits: はい", "day_visits: true"),
            (
                "takarazuka/facilities.yaml", "telephone: 0797-86-2321", "telephone: 797-86-2321",
                "telephone: 0797-86-2321"
            ),
            ("takarazuka/facilities.yaml", "day_visits: true", "day_visits: TRUE", "day_visits: true"),
            ("takarazuka/board.yaml", "digits: halfwidth", "digits: 半角", "digits: halfwidth"),
            ("takarazuka/board.yaml", "formats: [html, text,", "formats: [ＨＴＭＬ, テキスト,", "formats: [html, text,"),
            ("takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑\\tスクール\"", "name: \"楽笑 スクール\""),
        ])
    func fixCertain(file: String, right: String, wrong: String, mended: String) throws {
        let data = try copyOfData()
        let url = data.appending(path: file)
        let whole = try String(contentsOf: url, encoding: .utf8)
        try replace(right, wrong, in: url)
        let fixed = try run(["check", "--fix", "-d", data.path])
        #expect(fixed.status == 0 && fixed.errors.isEmpty, "\(fixed.errors)")
        #expect(
            try String(contentsOf: url, encoding: .utf8) == whole.replacing(right, with: mended, maxReplacements: 1))
    }

    @Test(
        "A zero that a spreadsheet took comes back where the address agrees, and is only proposed elsewhere",
        arguments: [
            ("postal_code: 60-0001", "北海道札幌市中央区北1条西2丁目1", "telephone: 11-211-2111", true),
            ("postal_code: 600001", "北海道札幌市中央区北1条西2丁目1", "telephone: 112112111", true),
            ("postal_code: 60-0001", "兵庫県宝塚市寿町9-10", "telephone: 11-211-2111", false),
            ("postal_code: 665-0865", "兵庫県宝塚市寿町9-10", "telephone: 90-1234-5678", false),
        ])
    func lostZero(code: String, address: String, telephone: String, isCertain: Bool) throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("postal_code: 665-0865", code, in: facilities)
        try replace("address: 兵庫県宝塚市寿町9-10-2F", "address: \(address)", in: facilities)
        try replace("telephone: 0797-86-2321", telephone, in: facilities)
        let found = try run(["check", "-d", data.path])
        #expect(found.status == 1 && found.errors.contains("「0"))
        _ = try run(["check", "--fix", "-d", data.path])
        let text = try String(contentsOf: facilities, encoding: .utf8)
        #expect(text.contains("postal_code: 060-0001") == isCertain)
        #expect(text.contains(telephone) != isCertain)
    }

    @Test("--fix quotes a number whose comma would end it")
    func fixInBraces() throws {
        let data = try copyOfData()
        let statistics = data.appending(path: "takarazuka/statistics.yaml")
        let row = "    - fiscal_year: 平成23年度\n"
        try replace(row, "    - {fiscal_year: 平成22年度, count: １１７，４５８}\n\(row)", in: statistics)
        _ = try run(["check", "--fix", "-d", data.path])
        let text = try String(contentsOf: statistics, encoding: .utf8)
        #expect(text.contains("- {fiscal_year: 平成22年度, count: \"117,458\"}\n"))
    }

    @Test(
        "--fix leaves alone what it cannot write for certain, and says so",
        arguments: [("name: 楽笑:\u{200B} 校", "J003"), ("postal_code: >-\n      6650865", "R021")])
    func unmended(wrong: String, code: String) throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        let right = wrong.hasPrefix("name") ? "name: 楽笑 フリースクール" : "postal_code: 665-0865"
        try replace(right, wrong, in: facilities)
        let before = try Data(contentsOf: facilities)
        let result = try run(["check", "--fix", "-d", data.path])
        #expect(result.status == 1)
        #expect(result.errors.contains("[\(code)]"))
        #expect(result.errors.contains("自動では直せませんでした") == wrong.hasPrefix("name"))
        #expect(try Data(contentsOf: facilities) == before)
    }

    @Test("--fix says which file it may not write")
    func fixReadOnly() throws {
        let data = try copyOfData()
        let facilities = data.appending(path: "takarazuka/facilities.yaml")
        try replace("postal_code: 664-0873", "postal_code: 〒6640873", in: facilities)
        // A draft that is a folder is in the way, whoever runs the tests.
        try FileManager.default.createDirectory(
            at: data.appending(path: "takarazuka/.facilities.yaml.shirube"), withIntermediateDirectories: true)
        let result = try run(["check", "--fix", "-d", data.path])
        #expect(result.status == 3)
        #expect(result.errors.contains("facilities.yaml"))
    }

    @Test("--fix goes neither with --report nor with --strict", arguments: ["--report=json", "--strict"])
    func fixAlone(option: String) throws {
        let result = try run(["check", "--fix", option, "-l", "en"])
        #expect(result.status == 2)
        #expect(result.errors.contains("--fix does not go with"))
    }

    @Test("Without the tables the check says that it did not compare")
    func withoutTables() throws {
        let alone = folder.appending(path: "shirube")
        try FileManager.default.copyItem(at: Self.program, to: alone)
        let data = try copyOfData()
        try FileManager.default.removeItem(at: data.appending(path: "reference"))
        let process = Process()
        process.executableURL = alone
        process.arguments = ["check", "-d", data.path, "-t", Project.root.appending(path: "Templates").path]
        process.currentDirectoryURL = folder
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = Pipe()
        try process.run()
        let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(messages.contains("[P002]"))
    }

    @Test(
        "explain says what a code means, in either language",
        arguments: [
            ("P004", "ja", "郵便番号"), ("p004", "en", "postal"), ("Y003", "ja", "タブ"),
        ])
    func explain(code: String, language: String, expected: String) throws {
        let result = try run(["explain", code, "--language", language])
        #expect(result.status == 0)
        #expect(result.output.contains(expected))
        #expect(try run(["explain", "Q999"]).status == 2)
    }

    @Test("schema prints a data file's JSON Schema and the data reference")
    func schema() throws {
        #expect(try run(["schema", "facilities"]).output.contains("json-schema.org/draft/2020-12"))
        #expect(try run(["schema", "--markdown"]).output.contains("| `postal_code` |"))
        #expect(try run(["schema", "facilitys"]).errors.contains("facilities"))
    }

    @Test("reference update builds the tables from Japan Post's file")
    func reference() throws {
        let line = #"28214,"665  ","6650865","ﾋｮｳｺﾞｹﾝ","ﾀｶﾗﾂﾞｶｼ","ｺﾄﾌﾞｷﾁｮｳ","兵庫県","宝塚市","寿町（１番地）",0,0,0,0,0,0"#
        let rows = (0..<20).map { line.replacing("6650865", with: "66508\($0 + 10)") + "\r\n" }
        let path = try write(rows.joined(), to: "utf_ken_all.csv")
        let data = folder.appending(path: "Data").path
        #expect(try run(["reference", "update", path, "--date", "2026-11", "--data", data]).status == 0)
        let table = try String(contentsOfFile: data + "/reference/postal-codes.tsv", encoding: .utf8)
        #expect(table.hasPrefix("# 日本郵便 郵便番号データ 2026-11 "))
        #expect(table.hasSuffix("\n6650829\t28214\t兵庫県\t宝塚市\t寿町\tarea\n"))
        #expect(try run(["reference", "update", path]).status == 2)
        for date in ["2026-13", "2026-1", "2026年12月", "26-12", "2026-12-01"] {
            #expect(try run(["reference", "update", path, "--date", date, "--data", data]).status == 2, "\(date)")
        }
        let whole = Data(rows.joined().utf8)
        let others: [(String, Data?)] = [
            ("broken off", whole.dropLast(9)), ("half", Data(rows.prefix(9).joined().utf8)),
            ("twice as much", whole + Data(rows.joined().replacing("66508", with: "66509").utf8)),
            ("Shift_JIS", rows.joined().data(using: .shiftJIS)),
            ("fewer columns", Data(rows.joined().replacing(",0,0,0,0,0,0", with: ",0,0,0").utf8)),
            ("another prefecture", Data(rows.joined().replacing("兵庫県", with: "大阪府").utf8)),
            ("another file", Data("x,y\n".utf8)),
            (
                "many municipalities",
                Data(rows.enumerated().map { $1.replacing("28214", with: "282\($0 + 10)") }.joined().utf8)
            ),
        ]
        for (name, bytes) in others {
            let other = folder.appending(path: "other.csv")
            try #require(bytes).write(to: other)
            let result = try run(["reference", "update", other.path, "--date", "2026-12", "--data", data])
            #expect(result.status == 1 && result.errors.contains("P001"), "\(name): \(result.errors)")
            #expect(try String(contentsOfFile: data + "/reference/postal-codes.tsv", encoding: .utf8) == table)
        }
    }

    @Test("An update that was stopped between the two tables is told of, and the next one mends it")
    func halfAnUpdate() throws {
        let line = #"28214,"665  ","6650865","ﾋｮｳｺﾞｹﾝ","ﾀｶﾗﾂﾞｶｼ","ｺﾄﾌﾞｷﾁｮｳ","兵庫県","宝塚市","寿町",0,0,0,0,0,0"#
        let data = try copyOfData()
        let reference = data.appending(path: "reference")
        for name in ["postal-codes.tsv", "addresses.tsv"] {
            try FileManager.default.removeItem(at: reference.appending(path: name))
        }
        // Of one month, too: what they were made from tells them apart.
        let update = { (line: String) in
            let file = try write(line + "\r\n", to: "utf_ken_all.csv")
            return try run(["reference", "update", file, "--date", "2026-11", "--data", data.path]).status
        }
        #expect(try update(line) == 0)
        let old = try Data(contentsOf: reference.appending(path: "addresses.tsv"))
        #expect(try update(line.replacing("寿町", with: "野上")) == 0)
        #expect(try !run(["check", "-d", data.path]).errors.contains("[P001]"))
        try old.write(to: reference.appending(path: "addresses.tsv"))
        let result = try run(["check", "-d", data.path])
        #expect(result.status == 1)
        #expect(result.errors.contains("addresses.tsv:1:1: エラー[P001]"))
        #expect(try update(line.replacing("寿町", with: "野上")) == 0)
        #expect(try !run(["check", "-d", data.path]).errors.contains("[P001]"))
    }

    // MARK: parse and render

    @Test("parse prints JSON, scalars as strings, keys in order")
    func parse() throws {
        let path = try write("b: 0115551234\na: [no, 1.10, \"x\\\"y\"]\nc: {}\nd:\n", to: "値.yaml")
        let result = try run(["parse", path])
        #expect(
            result.output == """
                {
                  "b": "0115551234",
                  "a": [
                    "no",
                    "1.10",
                    "x\\"y"
                  ],
                  "c": {},
                  "d": ""
                }

                """)
        #expect(try run(["parse", "-"], input: "a: b\n").output == "{\n  \"a\": \"b\"\n}\n")
        let wrong = try run(["parse", "-"], input: "a: *b\n")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("Y005"))
    }

    @Test("render fills a plain template with partials")
    func render() throws {
        let template = try write("{{#a}}{{> p}}{{/a}}{{^b}}no{{/b}}{{n}}", to: "t.mustache")
        _ = try write("<{{x}}>", to: "parts/p.mustache")
        let data = try write("a: [{x: 1}, {x: '<'}]\nb: false\nn: null\n", to: "d.yaml")
        let result = try run(["render", template, "--data", data, "--partials", folder.appending(path: "parts").path])
        #expect(result.status == 0)
        #expect(result.output == "<1><&lt;>no")
        #expect(try run(["render", template, "--data", try write("a: [", to: "bad.yaml")]).status == 1)
    }

    @Test("Operands may stand behind --")
    func endOfOptions() throws {
        #expect(try run(["check", "--", "takarazuka"]).status == 0)
        #expect(try run(["check", "--", "--quiet"]).status == 2)
    }
}
