import Foundation
import TestSupport
import Testing

/// A folder that was copied from another board's is told by what it keeps of that board.
@Suite struct CopiedBoardTests {
    /// Data/takarazuka as another board, with what a hasty clerk changes: code, prefecture, municipality, name.
    private func copy(
        as folder: String, code: String, prefecture: String, municipality: String, beside original: Bool = true
    ) throws -> Workplace {
        let place = try original ? Workplace("Data/takarazuka", "Data/setagaya") : Workplace()
        let copy = "Data/\(folder)"
        try FileManager.default.copyItem(
            at: Project.root.appending(path: "Data/takarazuka"), to: place.folder.appending(path: copy))
        let board = copy + "/board.yaml"
        try place.replace("municipality_code: 282146", "municipality_code: \(code)", in: board)
        try place.replace("\nprefecture: 兵庫県", "\nprefecture: \(prefecture)", in: board)
        try place.replace("\nmunicipality: 宝塚市", "\nmunicipality: \(municipality)", in: board)
        try place.replace("\nname: 宝塚市", "\nname: \(municipality)", in: board)
        return place
    }

    @Test("Into another prefecture: the office, the prefecture's notice, both kinds of facilities, the figures")
    func otherPrefecture() throws {
        let place = try copy(as: "minami-alps", code: "192082", prefecture: "山梨県", municipality: "南アルプス市")
        #expect(
            try place.findings() == [
                "D023 Data/minami-alps/board.yaml:21", "D023 Data/minami-alps/board.yaml:87",
                "D023 Data/minami-alps/facilities.yaml:126", "D023 Data/minami-alps/facilities.yaml:158",
                "D024 Data/minami-alps/programs.yaml:24",
                "D024 Data/minami-alps/statistics.yaml:78",
            ])
        #expect(try place.run("check", "--strict").status == 1)
        // By itself it has nothing to share its figures with.
        #expect(try !place.run("check", "minami-alps").errors.contains("D024"))
    }

    @Test("Into another city of the prefecture, told at the copy whichever comes first")
    func samePrefecture() throws {
        let place = try copy(as: "zzz", code: "282073", prefecture: "兵庫県", municipality: "伊丹市")
        #expect(
            try place.findings() == [
                "D023 Data/zzz/board.yaml:21", "D023 Data/zzz/facilities.yaml:158", "D024 Data/zzz/programs.yaml:24",
                "D024 Data/zzz/statistics.yaml:78",
            ])
        let other = try copy(as: "aaa", code: "282073", prefecture: "兵庫県", municipality: "伊丹市")
        #expect(try other.findings().allSatisfy { $0.contains("Data/aaa/") })
    }

    @Test("Part of it mended: what remains is told")
    func partly() throws {
        let place = try copy(as: "itami", code: "282073", prefecture: "兵庫県", municipality: "伊丹市")
        let board = "Data/itami/board.yaml"
        let contact = "\n  telephone: 072-783-1234\n  web: https://www.city.itami.lg.jp/kyoiku"
        try place.replace("665-8665", "664-8503", in: board)
        try place.replace("兵庫県宝塚市東洋町1番1号", "兵庫県伊丹市千僧1丁目1番地" + contact, in: board)
        try place.replace(
            "兵庫県宝塚市東洋町1番1号", "兵庫県宝塚市東洋町1番1号" + contact + "/", in: "Data/takarazuka/board.yaml")
        try place.replace("count: 292", "count: 293", in: "Data/itami/statistics.yaml")
        // Other words for the same.
        let programs = try place.read("Data/itami/programs.yaml")
        try place.write(
            programs.replacing("。", with: "のです。").replacing("支援", with: "援助"), to: "Data/itami/programs.yaml")
        try place.replace("address: 兵庫県宝塚市小浜1丁目2番1号", "address: 兵庫県伊丹市千僧1丁目1番地", in: "Data/itami/facilities.yaml")
        try place.replace("postal_code: 665-0827", "postal_code: 664-0898", in: "Data/itami/facilities.yaml")
        // The contact alone is shared still: its number and its page, one finding.
        #expect(try place.findings() == ["D024 Data/takarazuka/board.yaml:22"])
        try place.replace(
            contact + "/", "\n  # shirube: allow D024 窓口を共同で設けているため" + contact + "/", in: "Data/takarazuka/board.yaml")
        #expect(try place.findings().isEmpty)
        // A part of the boards cannot tell that the comment is needed.
        #expect(try place.run("check", "--strict", "takarazuka").status == 0)
    }

    @Test("Another prefecture's number without an address")
    func telephoneAlone() throws {
        let place = try Workplace("Data/takarazuka")
        try place.replace(
            "  postal_code: 665-8665           # shirube: allow D029 元の冊子に連絡先の番号がないため\n  address: 兵庫県宝塚市東洋町1番1号",
            "  telephone: 055-282-1111",
            in: "Data/takarazuka/board.yaml")
        #expect(try place.findings() == ["D023 Data/takarazuka/board.yaml:20"])
    }

    @Test("One board's year published twice is told, another year's edition is not")
    func sameEdition() throws {
        let place = try Workplace("Data/takarazuka")
        try FileManager.default.copyItem(
            at: Project.root.appending(path: "Data/takarazuka"), to: place.folder.appending(path: "Data/takarazuka-r6"))
        #expect(try place.codes() == ["D024"])
        try place.replace("fiscal_year: 令和6年度", "fiscal_year: 令和7年度", in: "Data/takarazuka-r6/board.yaml")
        #expect(try !place.codes().contains("D024"))
    }

    @Test("Sentences about programs that two boards share have been copied")
    func sentences() throws {
        let place = try Workplace("Data/takarazuka", "Tests/Fixtures/right-boards/Data/minami-alps")
        let programs = try place.read("Data/takarazuka/programs.yaml")
        try place.write(programs, to: "Data/minami-alps/programs.yaml")
        #expect(try place.findings().contains { $0.hasPrefix("D024") && $0.contains("programs.yaml") })
    }

    @Test("Addresses of mail and pages that differ in a hyphen are two")
    func hyphens() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let office = [("takarazuka", "kyoikua"), ("setagaya", "kyoiku-a")]
        for (board, name) in office {
            let contact = "contact:\n  email: \(name)@example.jp\n  web: https://www.example.jp/\(name)\n"
            let file = "Data/\(board)/board.yaml"
            try place.replace("\ncontact:\n", "\n" + contact, in: file)
        }
        #expect(try !place.codes().contains("D024"))
    }

    @Test("Right boards of all kinds pass, whatever they share by right")
    func rightBoards() throws {
        let result = try CommandLineTests().run([
            "check", "--strict", "--data", "Tests/Fixtures/right-boards/Data", "--reference", "Data/reference",
        ])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
    }

    @Test(
        "What is right in one place and wrong in another",
        arguments: [
            // A ward's house in another prefecture bears the ward's name; another ward's does not.
            ("suginami/facilities.yaml", "杉並区立富士学園", "富士移動教室", ["D023 Data/suginami/facilities.yaml:39"]),
            ("suginami/facilities.yaml", "東京都立房総自然の家", "房総自然の家", ["D023 Data/suginami/facilities.yaml:24"]),
            // One centre of two towns stands in one of them; two that both stand elsewhere are the other's.
            (
                "higashikawa/facilities.yaml", "  - id: joint\n",
                "  - id: other\n    name: こもれび教室\n    audience: 小学生\n    address: 北海道上川郡東神楽町南1条西1丁目3番2号\n    telephone: 0166-83-0003\n  - id: joint\n",
                ["D023 Data/higashikawa/facilities.yaml:18"]
            ),
            (
                "higashikawa/facilities.yaml", "大雪地区教育支援センター", "東神楽町教育支援センター",
                ["D023 Data/higashikawa/facilities.yaml:19"]
            ),
            ("taketomi/board.yaml", "石垣市美崎町11番地1", "那覇市泉崎1丁目2番2号", ["P004 Data/taketomi/board.yaml:11"]),
            ("okinawa/board.yaml", "沖縄県那覇市泉崎1丁目2番2号", "沖縄県石垣市美崎町11番地1", ["P004 Data/okinawa/board.yaml:11"]),
            (
                "minami-alps/board.yaml", "issuer: 山梨県教育委員会", "issuer: 長野県教育委員会",
                ["D023 Data/minami-alps/board.yaml:50"]
            ),
        ] as [(String, String, String, [String])])
    func places(file: String, right: String, wrong: String, expected: [String]) throws {
        let place = try Workplace("Tests/Fixtures/right-boards/Data/\(file.prefix { $0 != "/" })")
        try place.replace(right, wrong, in: "Data/" + file)
        #expect(try place.findings().filter { $0.contains(" Data/") } == expected)
    }

    @Test("What boards may share is checked, whether one shares it or not", arguments: [false, true])
    func sharedFiles(isShared: Bool) throws {
        let place = try Workplace("Data/takarazuka", "Data/shared")
        #expect(try place.codes() == [])
        let original = try place.read("Data/takarazuka/board.yaml")
        if isShared { try place.write("extends: shared\n" + original, to: "Data/takarazuka/board.yaml") }
        try place.replace("title: 生徒指導提要", "title: 生徒指導提要○○", in: "Data/shared/board.yaml")
        #expect(
            try place.findings().filter { $0.contains("shared") }.map { String($0.prefix(27)) } == [
                "J015 Data/shared/board.yaml"
            ])
    }

    @Test(
        "A facility that two boards list is told where they say different things of it",
        arguments: [
            ("name: 楽笑 フリースクール, address: 兵庫県宝塚市寿町9-10-2F, telephone: 0797-86-2312", ["telephone"]),
            ("name: 楽笑フリースクール, address: 兵庫県宝塚市寿町９－１１, telephone: 0797-86-2321", ["address"]),
            ("name: 楽笑 フリースクウル, address: 兵庫県宝塚市寿町9-10-2F, telephone: 0797-86-2321", ["name"]),
            ("name: 楽笑 フリースクール, address: 兵庫県宝塚市寿町9-10, telephone: 0797-86-2321", []),
            ("name: 別の居場所, address: 兵庫県宝塚市寿町9-10-2F, telephone: 0797-86-2321", ["name"]),
            ("name: 学びの庭, address: 兵庫県宝塚市寿町9-10-2F, telephone: 0797-86-2321", ["name"]),
            ("name: 楽笑 フリースクール, address: 兵庫県伊丹市野間2-7, telephone: 072-764-6336", []),
        ])
    func neighbouringLists(facility: String, differing: [String]) throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let list =
            "as_of: 令和7年2月14日\nlisted: {from: 令和2年度, to: 令和6年度}\nprivate:\n  - {id: r, \(facility), no_postal_code: 非公開}\n"
        try place.write(list, to: "Data/setagaya/facilities.yaml")
        let told = try place.run("check").errors.matches(of: #/warning\[D038\]: in the list of \S+, the (\w+)/#).map {
            String($0.1)
        }
        #expect(told == differing)
    }

    @Test("Fees that are the same, however they are written, are none")
    func sameFees() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try place.replace(
            "    telephone: 0797-86-2321\n",
            "    telephone: 0797-86-2321\n    fees: [{kind: monthly, amount: \"20,000円\"}]\n",
            in: "Data/takarazuka/facilities.yaml")
        try place.write(
            "as_of: 令和7年2月14日\nlisted: {from: 令和2年度, to: 令和6年度}\nprivate:\n  - id: r\n    name: 楽笑 フリースクール\n    address: 兵庫県宝塚市寿町9-10-2F\n    telephone: 0797-86-2321\n    no_postal_code: 非公開\n    fees: [{kind: monthly, amount: 2万円}]\n",
            to: "Data/setagaya/facilities.yaml")
        #expect(try !place.run("check").errors.contains("[D038]"))
    }

    @Test("Fees of one facility that differ in two lists are told at both lines")
    func neighbouringFees() throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        let fees = "    fees: [{kind: monthly, amount: \"20,000円\"}]\n"
        try place.replace(
            "    telephone: 0797-86-2321\n", "    telephone: 0797-86-2321\n" + fees,
            in: "Data/takarazuka/facilities.yaml")
        try place.write(
            "as_of: 令和7年2月14日\nlisted: {from: 令和2年度, to: 令和6年度}\nprivate:\n  - id: r\n    name: 楽笑 フリースクール\n    address: 兵庫県宝塚市寿町9-10-2F\n    telephone: 0797-86-2321\n    no_postal_code: 非公開\n"
                + fees.replacing("20,000", with: "200,000"), to: "Data/setagaya/facilities.yaml")
        let errors = try place.run("check").errors
        #expect(errors.contains("warning[D038]: in the list of") && errors.contains("setagaya/facilities.yaml:9"))
        #expect(errors.contains("takarazuka/facilities.yaml"))
    }
}
