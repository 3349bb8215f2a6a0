import Foundation
import TestSupport
import Testing

/// `print`: a PDF beside each page, with the numbers that its pages have; one that no longer fits goes.
///
/// A script stands for the browser: it makes a PDF of two pages, on the second of which the first place of the page stands, and keeps
/// what it was given. What a real browser makes is looked at by `make test-browser`.
@Suite struct PrintTests {
    private static let browser = #"""
        #!/bin/bash
        for word; do
          case "$word" in
            --print-to-pdf=*) pdf=${word#--print-to-pdf=} ;;
            file://*) page=${word#file://} ;;
          esac
        done
        page=$(printf '%b' "$(echo "$page" | sed 's/%/\\x/g')")
        cp "$page" "$(dirname "$0")/given-$(grep -c '" data-page=' "$page").html"
        id=$(grep -o ' href="#[^"]*"' "$page" | head -1 | sed 's/ href="#//; s/"//')
        cat > "$pdf" <<EOF
        %PDF-1.4
        1 0 obj
        <</CreationDate (D:20261130073525+00'00')
        /ModDate (D:20261130073525+00'00')>>
        endobj
        2 0 obj
        <</Type /Page>>
        endobj
        3 0 obj
        <</Type /Page>>
        endobj
        4 0 obj
        <</Type /Pages
        /Kids [2 0 R 3 0 R]>>
        endobj
        5 0 obj
        <</${id:-none} [3 0 R /XYZ 0 0 0]>>
        endobj
        6 0 obj
        <</Type /Catalog
        /Pages 4 0 R
        /Dests 5 0 R>>
        endobj
        EOF
        """#

    private func place(_ browser: String = browser) throws -> Workplace {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.write(browser, to: "browser/chromium")
        let path = place.folder.appending(path: "browser/chromium").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return place
    }

    private func print(_ place: Workplace, _ words: String...) throws -> CommandLineTests.Result {
        let folders = ["Data", "Templates", "Output"].flatMap {
            ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
        }
        return try place.runWords(
            ["print"] + folders + words,
            environment: ["LANG": "C.UTF-8", "PATH": place.folder.appending(path: "browser").path + ":/usr/bin:/bin"])
    }

    private func papers(_ place: Workplace, _ board: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: place.folder.appending(path: "Output/\(board)").path)
            .filter { $0.hasSuffix(".pdf") }.sorted()
    }

    @Test("Each page but the index gets a PDF, dated by the edition, printed again with the numbers of its pages")
    func printed() throws {
        let place = try place()
        let result = try print(place)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try papers(place, "setagaya") == ["report.pdf"])
        #expect(try papers(place, "takarazuka").count == 3 + 12)
        let paper = try place.read("Output/takarazuka/guideline.pdf")
        #expect(paper.contains("/CreationDate (D:20250301000000+00'00')"))
        let given = try FileManager.default.contentsOfDirectory(atPath: place.folder.appending(path: "browser").path)
        let numbered = try #require(given.first { $0.hasPrefix("given-") && $0 != "given-0.html" })
        #expect(try place.read("browser/\(numbered)").contains("\" data-page=\"2\">"))
        // What is published has no numbers, which are those of one paper size alone.
        #expect(try !place.read("Output/takarazuka/guideline.html").contains("\" data-page="))
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/.shirube-print").path))
        let again = try print(place)
        #expect(again.status == 0 && again.output == "every PDF is up to date\n", "\(again.output)\(again.errors)")
    }

    @Test("A PDF goes with the page that it was printed from", arguments: [[], ["--only", "facility-list"]])
    func outdated(_ words: [String]) throws {
        let place = try place()
        #expect(try print(place, "takarazuka").status == 0)
        try place.replace("0797-86-2321", "0797-86-2399", in: "Data/takarazuka/facilities.yaml")
        let folders = ["Data", "Templates", "Output"].flatMap {
            ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
        }
        #expect(try place.runWords(["build", "takarazuka"] + folders + words).status == 0)
        let left = try papers(place, "takarazuka")
        #expect(!left.contains("facility-list.pdf"))
        #expect(left.contains("form1/mirai-itami-noma.pdf"))
        #expect(try print(place, "takarazuka").status == 0)
        #expect(try papers(place, "takarazuka").count == 3 + 12)
    }

    @Test("A PDF among the formats is in the index with or without a browser, and a build says while it is not there")
    func declared() throws {
        let place = try place()
        try place.replace("formats: [html, text, docx]", "formats: [text, pdf]", in: "Data/setagaya/board.yaml")
        let folders = ["Data", "Templates", "Output"].flatMap {
            ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
        }
        func build() throws -> CommandLineTests.Result { try place.runWords(["build", "setagaya"] + folders) }
        let first = try build()
        #expect(first.status == 0 && first.errors.contains("setagaya/report.pdf"), "\(first.errors)")
        #expect(first.errors.contains("shirube print"))
        #expect(!first.output.contains(".pdf"), "\(first.output)")
        let index = try place.read("Output/setagaya/index.html")
        // It is printed from the page, which is there with it.
        #expect(index.contains("<a href=\"report.html\">") && index.contains("<a href=\"report.pdf\">PDF</a></li>"))
        let printed = try print(place, "setagaya")
        #expect(printed.status == 0 && !printed.errors.contains("not there yet"), "\(printed.errors)")
        #expect(try papers(place, "setagaya") == ["report.pdf"])
        #expect(try place.read("Output/setagaya/index.html") == index)
        #expect(try !build().errors.contains("report.pdf"))
        try place.replace("title: 令和５年度", "title: 令和５年度の", in: "Data/setagaya/board.yaml")
        #expect(try build().errors.contains("setagaya/report.pdf"))
        #expect(try papers(place, "setagaya").isEmpty)
    }

    @Test("Where to ask does not stand alone on the last page: the last row of the table above goes with it")
    func lastPage() throws {
        let place = try place(
            Self.browser.replacing(
                "id=$(", with: "row=2; grep -q 'last-row\" style=\"break-before:page\"' \"$page\" && row=3\nid=$("
            ).replacing("<</${id:-none} [", with: "<</shirube-last-row [$row 0 R /XYZ 0 0 0]\n/contact ["))
        let result = try print(place, "takarazuka", "--only", "facility-list")
        #expect(result.status == 0, "\(result.errors)")
        let given = try FileManager.default.contentsOfDirectory(atPath: place.folder.appending(path: "browser").path)
            .filter { $0.hasPrefix("given-") }
        let held = try given.filter { try place.read("browser/\($0)").contains("style=\"break-before:page\"") }
        #expect(held.count == 1, "\(given)")
        // What is published says nothing of it.
        #expect(try !place.read("Output/takarazuka/facility-list.html").contains("last-row"))
    }

    @Test("A document without a page has no PDF, and none is said to be up to date")
    func noPage() throws {
        let place = try place()
        try place.replace("formats: [html, text, docx]", "formats: [docx]", in: "Data/setagaya/board.yaml")
        let result = try print(place, "setagaya", "--only", "report")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == "no PDF: none of these documents has a page (html among its formats)\n")
        #expect(try papers(place, "setagaya").isEmpty)
    }

    @Test(
        "A browser that fails, or gives something else, is told, and no PDF is there",
        arguments: [
            ("#!/bin/sh\necho no display >&2\nexit 7\n", "no display"),
            (
                "#!/bin/sh\nfor word; do case \"$word\" in --print-to-pdf=*) echo hello > ${word#--print-to-pdf=};; esac; done\n",
                "could not be told"
            ),
        ])
    func failing(_ browser: String, _ message: String) throws {
        let place = try place(browser)
        let result = try print(place, "setagaya")
        #expect(result.status == 3)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try papers(place, "setagaya").isEmpty)
        #expect(try place.read("Output/setagaya/report.html").contains("世田谷"))
    }

    @Test("A page that cannot be printed keeps back no other, and is told")
    func oneFails() throws {
        // The forms of three facilities are not printed: one cause, told once.
        let place = try place(
            Self.browser.replacing(
                "cp \"$page\"", with: "grep -q 665-08 \"$page\" && { echo no paper; exit 9; }\ncp \"$page\""))
        let result = try print(place, "takarazuka")
        #expect(result.status == 3)
        let papers = try papers(place, "takarazuka")
        #expect(!papers.isEmpty && papers.count < 3 + 12)
        let missing = 3 + 12 - papers.count
        let told = result.errors.split(separator: "\n")
        #expect(told.count == 2 && told[1].contains("no paper"), "\(result.errors)")
        // Each by its name.
        #expect(told[0].components(separatedBy: ".html").count == missing + 1, "\(result.errors)")
        #expect(told[0].hasSuffix(".html could not be printed"))
        // The next run prints what is missing alone.
        try place.write(Self.browser, to: "browser/chromium")
        let again = try print(place, "takarazuka")
        #expect(again.status == 0 && again.output.split(separator: "\n").count == missing, "\(again.output)")
        #expect(try self.papers(place, "takarazuka").count == 3 + 12)
    }

    @Test("Of many pages with one cause twenty are named; a file that fails keeps back nothing of the others")
    func manyFail() throws {
        let place = try place("#!/bin/sh\necho no display >&2\nexit 7\n")
        let facilities = try place.read("Data/takarazuka/facilities.yaml")
        let first = try #require(facilities.range(of: "  - id: mirai-itami-noma\n"))
        let rest = facilities[first.upperBound...]
        let one = "  - id: mirai-itami-noma\n" + rest[..<(try #require(rest.range(of: "  - id: "))).lowerBound]
        let more = (1...12).map { number in
            one.replacing("mirai-itami-noma", with: "more\(number)").split(separator: "\n").map {
                $0.hasPrefix("    name: ") ? "    name: 増設\(number)号\n" : $0 + "\n"
            }.joined()
        }
        try place.write(
            facilities.replacingCharacters(in: first.lowerBound..<first.lowerBound, with: more.joined()),
            to: "Data/takarazuka/facilities.yaml")
        let result = try print(place, "takarazuka")
        #expect(result.errors.contains(".html and 7 more could not be printed\n"), "\(result.output)\(result.errors)")
        // The PDF of one page is a folder, which cannot be read.
        try place.write(
            Self.browser.replacing(
                "cp \"$page\"",
                with: #"grep -q '<title>民間施設への通所' "$page" && { mkdir "$pdf"; exit 0; }; exit 9; cp "$page""#),
            to: "browser/chromium")
        let mixed = try print(place, "takarazuka")
        #expect(mixed.status == 3 && mixed.errors.contains("page.pdf: "), "\(mixed.errors)")
        #expect(mixed.errors.contains(") said: "), "\(mixed.errors)")
    }

    @Test("On Windows' side, too, each output has a folder of its own")
    func windows() throws {
        let place = try place()
        let temporary = place.folder.appending(path: "temporary").path
        try place.write(
            "#!/bin/bash\nif [ \"$1\" = -u ]; then echo '\(temporary)'; else echo \"$2\"; fi\n", to: "browser/wslpath")
        try place.write("#!/bin/bash\nprintf 'C:\\\\T\\r\\n' | iconv -t UTF-16LE\n", to: "browser/cmd.exe")
        try place.write(
            "#!/bin/bash\nls '\(temporary)' >> \"$(dirname \"$0\")/seen\"\nexit 7\n", to: "browser/chrome.exe")
        for name in ["wslpath", "cmd.exe", "chrome.exe"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: place.folder.appending(path: "browser/\(name)").path)
        }
        let browser = ["--browser", place.folder.appending(path: "browser/chrome.exe").path]
        for output in ["a", "b", "a"] {
            let words =
                ["print", "setagaya"] + browser + ["--output", place.folder.appending(path: output).path]
                + ["Data", "Templates"].flatMap { ["--" + $0.lowercased(), place.folder.appending(path: $0).path] }
            let result = try place.runWords(
                words,
                environment: [
                    "LANG": "C.UTF-8", "PATH": place.folder.appending(path: "browser").path + ":/usr/bin:/bin",
                ])
            #expect(result.status == 3 && result.errors.contains("said: "), "\(result.errors)")
        }
        let seen = try place.read("browser/seen").split(separator: "\n")
        #expect(seen.count == 3 && seen[0].hasPrefix("shirube-print-"), "\(seen)")
        #expect(Set(seen).count == 2 && seen[0] == seen[2], "\(seen)")
    }

    @Test("Whoever stops the run stops the browser, and what its script has started")
    func stopped() throws {
        let place = try place("#!/bin/bash\nsleep 1000 &\necho $! > \"$(dirname \"$0\")/sleeper\"\nwait\n")
        let messages = place.folder.appending(path: "messages")
        _ = FileManager.default.createFile(atPath: messages.path, contents: nil)
        let process = Process()
        process.executableURL = CommandLineTests.program
        process.arguments =
            ["print", "setagaya", "-l", "en"]
            + ["Data", "Templates", "Output"].flatMap {
                ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
            }
        process.environment = [
            "LANG": "C.UTF-8", "PATH": place.folder.appending(path: "browser").path + ":/usr/bin:/bin",
        ]
        process.currentDirectoryURL = Project.root
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        func sleeper() -> Int32? {
            let text = (try? place.read("browser/sleeper")) ?? ""
            return text.hasSuffix("\n") ? Int32(text.dropLast()) : nil
        }
        for _ in 0..<1200 where sleeper() == nil { usleep(50_000) }
        let browser = try #require(sleeper())
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(try place.read("messages").contains("printing was stopped"))
        // Who takes it over may need a moment to let it go.
        func isAlive() -> Bool {
            (try? String(contentsOfFile: "/proc/\(browser)/stat", encoding: .utf8)).map { !$0.contains(") Z ") }
                ?? false
        }
        for _ in 0..<200 where isAlive() { usleep(20_000) }
        #expect(!isAlive())
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output/.shirube-print").path))
    }

    @Test("Without a browser nothing is begun, and the message says what to do")
    func none() throws {
        let place = try place()
        let folders = ["Data", "Templates", "Output"].flatMap {
            ["--" + $0.lowercased(), place.folder.appending(path: $0).path]
        }
        let result = try place.runWords(["print"] + folders, environment: ["LANG": "C.UTF-8", "PATH": "/nowhere"])
        #expect(result.status == 3 && result.errors.contains("--browser"))
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "Output").path))
        #expect(try print(place, "setagaya", "--browser", "/nowhere/chromium").status == 3)
    }
}
