/// A data file of a board: one of the four that every board may have, or a table that its board.yaml declares.
public struct DataFileKind: Hashable, Sendable {
    /// Its name without `.yaml`, by which templates name it, too.
    public let name: String

    public static let board = DataFileKind(name: "board")
    public static let facilities = DataFileKind(name: "facilities")
    public static let programs = DataFileKind(name: "programs")
    public static let statistics = DataFileKind(name: "statistics")
    /// A row of a roster: what one form is filled in with.
    static let request = DataFileKind(name: "request")

    /// Those that every board may have, in the order in which they are read.
    public static let builtIn: [DataFileKind] = [board, facilities, programs, statistics]

    public var fileName: String { name + ".yaml" }
}
