internal import Diagnostics
import Files

/// Reads the texts that cells share (ECMA-376-1 §18.4).
final class SharedStringReader: XMLPartReader {
    private(set) var strings: [String] = []
    private var text = XMLText()

    func start(_ name: XMLName, _ attributes: XMLAttributes) { text.start(name) }

    func end(_ name: XMLName) throws(SpreadsheetError) {
        text.end(name)
        guard name.vocabulary == .main, name.local == "si" else { return }
        // There are no more of them than cells.
        guard strings.count < Limits.workbookCells else { throw .tooManyCells(sheet: nil, limit: Limits.workbookCells) }
        strings.append(text.finish())
    }

    func text(_ bytes: Span<UInt8>) { text.append(bytes) }
}
