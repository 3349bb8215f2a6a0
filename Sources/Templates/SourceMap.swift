import Diagnostics
import Files

/// Which place of which template each piece of an expanded one comes from.
struct SourceMap: Sendable {
    private var pieces: [(output: Int, place: Diagnostic.Place)] = []

    mutating func append(_ output: Int, _ place: Diagnostic.Place) {
        pieces.append((output, place))
    }

    /// The place in a template of a byte of the output; inside literal text to the byte, else the whole tag.
    func place(of offset: Int) -> Diagnostic.Place? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].output <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let piece = pieces[low - 1]
        let distance = offset - piece.output
        guard distance < piece.place.range.count, !isTag(piece.place) else { return piece.place }
        let start = piece.place.range.lowerBound + distance
        // A whole character.
        let bytes = piece.place.source.bytes
        let first = bytes[...start].lastIndex { $0 & 0xC0 != 0x80 } ?? start
        let end = bytes[(start + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
        return Diagnostic.Place(piece.place.source, first..<end)
    }

    private func isTag(_ place: Diagnostic.Place) -> Bool {
        place.source.bytes[place.range].starts(with: "{{".utf8)
    }
}
