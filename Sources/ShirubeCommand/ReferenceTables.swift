import Diagnostics
import Files
import Publishing
import Records

/// Where the tables of postal and area codes are.
enum ReferenceTables {
    /// The tables beside the data, or else those that come with the program; nil where there are none.
    ///
    /// - Parameter folder: where the user says that they are.
    static func find(_ folder: String?, data: String) throws(CommandError) -> ReferenceData? {
        let candidates = folder.map { [$0] } ?? ["\(data)/reference", "Data/reference"] + besideProgram
        do throws(FileError) {
            for folder in candidates where try FileSystem.exists("\(folder)/\(ReferenceData.codesName)") {
                return try ReferenceData(folder: folder)
            }
        } catch {
            throw .file(error)
        }
        if let folder { throw .file(FileError(path: folder, code: FileError.missing)) }
        return nil
    }

    /// Where they are when the program's folder was copied, or built in place.
    private static var besideProgram: [String] {
        guard let program = FileSystem.program else { return [] }
        let folder = FileSystem.folder(of: program)
        return ["", "/..", "/../../..", "/../../../.."].map { "\(folder)\($0)/Data/reference" }
    }
}
