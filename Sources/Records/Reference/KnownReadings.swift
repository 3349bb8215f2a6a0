import Diagnostics
public import Files
import Tables

/// How words of the field are usually read, to be proposed: which reading is meant is for somebody to say.
public struct KnownReadings: Sendable {
    private let table: SortedTable

    public static let name = "readings.tsv"

    /// Maps the table of a folder.
    public init(folder: String) throws(FileError) { table = try SortedTable(path: "\(folder)/\(Self.name)") }

    /// The one reading of a word; nil where it is not known, or has several.
    public subscript(word: String) -> String? {
        table.rows(beginningWith: Array("\(word)\t".utf8)).first?.last
    }
}
