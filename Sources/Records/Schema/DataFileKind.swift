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
    /// A table of old against new, which is worked out.
    static let amendments = DataFileKind(name: "amendments")
    /// The figures that documents print, with their sources.
    static let sources = DataFileKind(name: "sources")
    /// The facilities of all boards.
    static let rollUp = DataFileKind(name: "roll_up")
    /// What is worked out and not read from a file.
    static let made: [DataFileKind] = [amendments, sources, rollUp]

    var isMade: Bool { Self.made.contains(self) }

    /// Those that every board may have, in the order in which they are read.
    public static let builtIn: [DataFileKind] = [board, facilities, programs, statistics]

    /// Whether it is a table that a board declares.
    var isTable: Bool { !(Self.builtIn + Self.made + [.request]).contains(self) }

    public var fileName: String { name + ".yaml" }
}
