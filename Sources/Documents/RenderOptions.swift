public import Bytes
public import Records

/// A file to publish: its name inside its board's folder, and its bytes.
public struct OutputFile: Sendable {
    public let name: String
    /// All of them, or those at its end that `RenderOptions.overflow` has not taken.
    public let bytes: [UInt8]
    /// How many there are in all.
    public let size: Int
}

/// What a run asks for.
public struct RenderOptions: Sendable {
    /// The documents wanted; nil for all of them.
    public var only: Set<String>?
    /// The level that a fragment's topmost heading gets, 1 to 4.
    public var headingLevel = 2
    /// By which open data divides addresses; nil leaves them whole.
    public var reference: ReferenceData?

    /// Makes what takes the pieces of a large file as they are made; nil where files are wanted whole.
    public var overflow: (@Sendable (_ name: String) -> Overflow)?
    /// Told how far the document in hand has come: how many the board has, the document's bytes so far, and what share of its
    /// work they are, 1 when it is done.
    public var progress: (@Sendable (_ documents: Int, _ bytes: Int, _ share: Double) -> Void)?

    public init() {}
}
