import Diagnostics
public import Files

/// A source text in which `①` and `②` stand at the start and the end of the place that a test is about.
public struct MarkedSource {
    public let source: SourceFile
    /// The bytes between the marks; empty where only the first stands.
    public let range: Range<Int>

    public init(_ marked: String, path: String = "test") {
        var bytes: [UInt8] = []
        var marks: [Int] = []
        for scalar in marked.unicodeScalars {
            if scalar == "①" || scalar == "②" {
                marks.append(bytes.count)
            } else {
                bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        source = SourceFile(path: path, bytes: bytes)
        let start = marks.first ?? 0
        range = start..<(marks.count > 1 ? marks[1] : start)
    }
}
