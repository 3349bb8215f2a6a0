import Bytes
import Diagnostics
import Parallel

/// Large files, whose halves are parsed side by side.
///
/// Whether an item of a block sequence begins at a place in the middle is only known to who has read all before it. So the
/// second half is parsed as if one did, and taken in if the first half comes to that very place as to an item of that indent.
/// In every other case, and wherever anything is wrong, the file is parsed from its beginning as any other.
extension YAMLParser {
    /// An item of a block sequence.
    struct ItemPlace {
        let start: Int
        let indent: Int
    }

    /// What is parsed on another thread.
    struct SecondHalf {
        let place: ItemPlace
        let work: Companion<Part?>

        var start: Int { place.start }
    }

    /// Items that have been parsed by themselves; their nodes and texts are numbered from 0.
    struct Part: Sendable {
        let nodes: [YAMLNode]
        let pool: [UInt8]
        let depth: Int
        /// Where they end.
        let position: Int
        let lineStart: Int
    }

    /// A file so large that a thread is worth its start.
    private static let halvedSize = 4 << 20

    /// - Returns: nil where the file has to be parsed as a whole.
    static func parseHalves(_ source: SourceFile, _ folding: LineFolding) -> YAMLTree? {
        let bytes = source.bytes
        guard bytes.count >= halvedSize, bytes.count <= Limits.fileSize else { return nil }
        return middleItem(bytes.span).flatMap { parseHalves(source, at: $0, folding) }
    }

    static func parseHalves(_ source: SourceFile, at place: ItemPlace, _ folding: LineFolding = .space) -> YAMLTree? {
        guard let work = Companion.start({ parsePart(source, from: place, folding) }) else { return nil }
        var parser = YAMLParser(source, folding)
        parser.secondHalf = SecondHalf(place: place, work: work)
        let bytes = source.bytes
        do throws(ParseError) {
            if firstDoubtful(bytes.span.extracting(..<place.start)) == nil {
                try parser.parseStream()
                if parser.secondHalf == nil {
                    return YAMLTree(source: source, nodes: parser.nodes, pool: parser.pool)
                }
            }
        } catch {
            // To be told by the parser of the whole, which may find something before it.
        }
        if parser.secondHalf != nil { _ = work.wait() }
        return nil
    }

    /// The least indented of the items that begin in some lines behind the middle.
    private static func middleItem(_ bytes: Span<UInt8>) -> ItemPlace? {
        var found: ItemPlace?
        var line = bytes.count / 2
        for _ in 0..<1_000 {
            guard let lineEnd = bytes.firstIndex(of: Byte.lineFeed, from: line) else { break }
            line = lineEnd + 1
            var start = line
            while start < bytes.count, bytes[start] == Byte.space { start += 1 }
            guard start + 1 < bytes.count, bytes[start] == Byte.dash, bytes[start + 1] == Byte.space else { continue }
            if start - line < found?.indent ?? .max { found = ItemPlace(start: start, indent: start - line) }
        }
        return found
    }

    private static func parsePart(_ source: SourceFile, from place: ItemPlace, _ folding: LineFolding) -> Part? {
        let bytes = source.bytes
        guard firstDoubtful(bytes.span.extracting(place.start...)) == nil else { return nil }
        var parser = YAMLParser(source, folding)
        (parser.position, parser.lineStart) = (place.start, place.start - place.indent)
        do throws(ParseError) { try parser.parseItems(indent: place.indent) } catch { return nil }
        return Part(
            nodes: parser.nodes, pool: parser.pool, depth: parser.greatestDepth, position: parser.position,
            lineStart: parser.lineStart)
    }

    /// Takes in the second half where the first has come to it; whoever called goes on behind it.
    mutating func takeSecondHalf(indent: Int) throws(ParseError) {
        guard let half = secondHalf, half.place.indent == indent else {
            throw error(.unexpected, position..<position + 1)
        }
        secondHalf = nil
        guard let part = half.work.wait() ?? nil, depth + part.depth <= Limits.yamlDepth else {
            throw error(.unexpected, position..<position + 1)
        }
        let (firstNode, firstText) = (UInt32(nodes.count), UInt32(pool.count))
        for node in part.nodes { nodes.append(node.moved(by: firstNode, text: node.isPooled ? firstText : 0)) }
        pool += part.pool
        (position, lineStart) = (part.position, part.lineStart)
    }
}

extension YAMLNode {
    /// The node behind so many others, and its text behind so many bytes.
    fileprivate func moved(by nodes: UInt32, text: UInt32) -> YAMLNode {
        YAMLNode(
            kind: kind, style: style, isPooled: isPooled, start: start, end: end, textStart: textStart + text,
            textEnd: textEnd + text, next: next + nodes)
    }
}
