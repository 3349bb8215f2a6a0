import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

/// A board's code is its municipality's.
@Suite struct IdentityTests {
    func findings(_ code: String, _ prefecture: String, _ municipality: String, _ name: String) throws -> [Diagnostic] {
        let text = """
            municipality_code: \(code)
            prefecture: \(prefecture)
            municipality: \(municipality)
            name: \(name)
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents: []

            """
        return try TinyBoard.findings(["board": text], reference: try AddressTests.reference.get())
    }

    @Test(
        "Codes of cities, wards, designated cities, villages without their districts, prefectures and joint bodies",
        arguments: [
            ("282146", "兵庫県", "宝塚市", "宝塚市教育委員会"), ("131121", "東京都", "世田谷区", "世田谷区教育委員会"),
            ("281000", "兵庫県", "神戸市", "神戸市教育委員会"), ("221309", "静岡県", "浜松市", "浜松市教育委員会"),
            ("011002", "北海道", "札幌市", "札幌市教育委員会"), ("401307", "福岡県", "福岡市", "福岡市教育委員会"),
            ("083411", "茨城県", "東海村", "東海村教育委員会"), ("083411", "茨城県", "那珂郡東海村", "東海村教育委員会"),
            ("134015", "東京都", "八丈町", "八丈町教育委員会"), ("082082", "茨城県", "龍ヶ崎市", "龍ヶ崎市教育委員会"),
            ("042030", "宮城県", "塩釜市", "塩釜市教育委員会"), ("132063", "東京都", "府中市", "府中市教育委員会"),
            ("280003", "兵庫県", "兵庫県", "兵庫県教育委員会"), ("280003", "兵庫県", "宝塚市", "兵庫県教育委員会"),
            ("284815", "兵庫県", "上郡町", "上郡町教育委員会"), ("284815", "兵庫県", "赤穂郡上郡町", "上郡町教育委員会"),
            ("282146", "兵庫県", "ひかり組合", "ひかり組合教育委員会"),
        ])
    func right(code: String, prefecture: String, municipality: String, name: String) throws {
        let findings = try findings(code, prefecture, municipality, name)
        #expect(findings.isEmpty, "\(findings.map(\.summary.ja))")
    }

    @Test(
        "Another municipality's code is told, with the right one",
        arguments: [
            ("192015", "山梨県", "南アルプス市", "192082"), ("282146", "兵庫県", "神戸市", "281000"),
            ("280003", "兵庫県", "宝塚市", "282146"), ("082082", "茨城県", "東海村", "083411"),
        ])
    func wrong(code: String, prefecture: String, municipality: String, right: String) throws {
        let findings = try findings(code, prefecture, municipality, municipality + "教育委員会")
        #expect(findings.map(\.code) == [.boardIdentity])
        #expect(findings.first?.fixIts.map(\.replacement) == [right])
    }

    @Test(
        "A code without its check digit, or without its first zero, gets it; one with another is told the right one",
        arguments: [
            ("28214", "282146", "282146"), ("13112", "131121", "131121"), ("２８２１４６", "282146", "282146"),
            ("282147", nil, "「6」"), ("12025", nil, "6桁"), ("9999", nil, "6桁"),
        ])
    func form(code: String, replacement: String?, help: String) throws {
        let findings = try findings("\"\(code)\"", "兵庫県", "宝塚市", "宝塚市教育委員会")
        #expect(findings.map(\.code) == [.municipalityCodeForm])
        #expect(findings.first?.fixIts.first?.replacement == replacement)
        #expect(findings.first?.help?.ja.contains(help) ?? false)
    }
}
