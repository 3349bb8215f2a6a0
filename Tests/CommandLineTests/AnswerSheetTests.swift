import Foundation
import TestSupport
import Testing

/// Sheets for facilities to look over, out and back again.
@Suite struct AnswerSheetTests {
    @Test("Each facility gets a sheet; those that come back are taken one by one, the wrong ones left out")
    func returned() throws {
        let place = try Workplace("Data/takarazuka")
        let folder = place.folder.appending(path: "sheets")
        let made = try place.runPlain(["export", "takarazuka", "private", "--each", "--into", folder.path])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 12)
        #expect(try place.runPlain(["export", "takarazuka", "private", "--each", "--into", folder.path]).status == 1)
        #expect(try place.runPlain(["export", "takarazuka", "city.series", "--each", "--into", "x"]).status == 1)
        // As they are, they say nothing new.
        let files = ["rakusho", "n-net"].map { folder.appending(path: "\($0).xlsx").path }
        let before = try place.read("Data/takarazuka/facilities.yaml")
        #expect(try place.runPlain(["import", "takarazuka", "private"] + files).status == 0)
        #expect(try place.read("Data/takarazuka/facilities.yaml") == before)
        // Filled in by hand, as CSV here.
        try place.write("項目,現在の掲載内容,訂正\nID,rakusho,\n電話番号,,0797-86-2399\n確認,,変更あり\n", to: "a.csv")
        try place.write("項目,現在の掲載内容,訂正\nID,n-net,\n郵便番号,,665-00\n", to: "b.csv")
        let sheets = ["b.csv", "a.csv"].map { place.folder.appending(path: $0).path }
        let result = try place.runPlain(["import", "takarazuka", "private"] + sheets)
        #expect(result.status == 1)
        #expect(result.errors.contains("C3: error[R021]"))
        let after = try place.read("Data/takarazuka/facilities.yaml")
        #expect(after == before.replacing("0797-86-2321", with: "0797-86-2399"))
    }
}
