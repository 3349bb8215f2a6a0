/// How the program ends.
public enum ExitStatus: Int32, Sendable {
    /// Everything was done.
    case done = 0
    /// Data or a template is wrong; nothing was published.
    case wrongInput = 1
    /// The command was called wrongly.
    case wrongUsage = 2
    /// A file could not be read or written.
    case environmentFailed = 3
}
