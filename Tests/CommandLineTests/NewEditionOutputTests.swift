import Foundation
import TestSupport
import Testing

/// What `new-edition` says of the output: what is kept is what was published there.
@Suite struct NewEditionOutputTests {
    @Test("Data that has changed since it was published is not kept beside documents of other data")
    func unpublished() throws {
        let place = try Workplace("Data/takarazuka")
        #expect(try place.run("build", "takarazuka").status == 0)
        try place.replace("0797-86-2321", "0797-86-2399", in: "Data/takarazuka/facilities.yaml")
        let refused = try newEdition(of: "takarazuka", in: place)
        #expect(refused.status == 1 && refused.errors.contains("facility-list.html"), "\(refused.errors)")
        #expect(refused.errors.contains("run shirube build takarazuka"))
        let nowhere = place.folder.appending(path: "Outptu").path
        let templates = place.folder.appending(path: "Templates").path
        let words = ["new-edition", "takarazuka", "--templates", templates, "--output", nowhere]
        #expect(try place.runPlain(words).status == 3, "a folder that is not there has nothing to compare with")
        #expect(!place.has("Data/takarazuka/editions"))
        #expect(try place.run("build", "takarazuka").status == 0)
        #expect(try newEdition(of: "takarazuka", in: place).status == 0)
    }

    @Test("Where nothing is published, what was kept is told with the way back to what is published elsewhere")
    func elsewhere() throws {
        let place = try Workplace("Data/takarazuka")
        let folders = ["Data", "Templates"].flatMap { ["--\($0.lowercased())", place.folder.appending(path: $0).path] }
        let site = ["--output", place.folder.appending(path: "site").path]
        #expect(try place.runWords(["build", "takarazuka", "--heading-level", "3"] + folders + site).status == 0)
        let told = try newEdition(of: "takarazuka", in: place)
        #expect(told.status == 0 && told.errors.contains("Output/takarazuka, so what was kept"), "\(told.errors)")
        // As the message says.
        let edition = "Data/takarazuka/editions/2024"
        for name in try FileManager.default.contentsOfDirectory(
            atPath: place.folder.appending(path: "\(edition)/takarazuka").path)
        {
            try place.write(place.read("\(edition)/takarazuka/\(name)"), to: "Data/takarazuka/\(name)")
        }
        try place.remove(edition)
        let again = try place.runWords(
            ["new-edition", "takarazuka", "--heading-level", "3", "-l", "en"] + folders + site)
        #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)")
        #expect(
            try place.read("\(edition)/published/facility-list.fragment.html")
                == place.read("site/takarazuka/facility-list.fragment.html"))
    }

    @Test("Several names in a message are set apart as its language does")
    func commas() throws {
        let place = try Workplace("Data/takarazuka")
        for year in ["2023", "2024"] { try place.write("", to: "Data/takarazuka/editions/\(year)/none") }
        let none = try place.run("build", "takarazuka", "--edition", "2020")
        #expect(none.status == 2 && none.errors.contains("there is 令和5年度, 令和6年度"), "\(none.errors)")
        try place.remove("Data/takarazuka/editions")
        try place.write("old", to: "Output/takarazuka/guideline.txt")
        let others = try newEdition(of: "takarazuka", in: place)
        #expect(others.status == 1 && others.errors.contains(".html, ") && !others.errors.contains("、"))
    }
}
