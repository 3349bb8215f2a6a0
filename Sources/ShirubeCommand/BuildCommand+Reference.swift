import Diagnostics
import Publishing
import Records

/// Where the tables of postal and area codes are.
extension BuildCommand {
    /// The tables beside the data, or else those that come with the program; nil where there are none.
    func referenceData() throws(CommandError) -> ReferenceData? {
        let candidates = reference.map { [$0] } ?? ["\(data)/reference", "Data/reference"] + Self.besideProgram
        do throws(FileError) {
            for folder in candidates where try FileSystem.exists("\(folder)/\(ReferenceData.codesName)") {
                return try ReferenceData(folder: folder)
            }
        } catch {
            throw .file(error)
        }
        if let reference { throw .file(missingFolder(reference)) }
        return nil
    }

    static let referenceMissing = Diagnostic(
        .referenceMissing, .warning, at: nil,
        Phrase(
            ja: "郵便番号と市外局番の表がないので、所在地と電話番号を照合していません",
            en: "there are no tables of postal and area codes: addresses and telephones were not compared"),
        help: Phrase(
            ja: "Data/referenceのフォルダーを元に戻すか、表のあるフォルダーを--referenceで指定してください",
            en: "restore the folder Data/reference, or name the tables' folder with --reference"))

    /// Where the tables are when the program's folder was copied, or built in place.
    private static var besideProgram: [String] {
        guard let program = FileSystem.program else { return [] }
        let folder = FileSystem.folder(of: program)
        return ["", "/..", "/../../..", "/../../../.."].map { "\(folder)\($0)/Data/reference" }
    }
}
