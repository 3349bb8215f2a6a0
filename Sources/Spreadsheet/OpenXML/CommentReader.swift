internal import Bytes

/// Reads the notes of a sheet (ECMA-376-1 §18.7), or its threads of comments ([MS-XLSX] §2.6.205), which are a part of the same form.
final class CommentReader: XMLPartReader {
    private(set) var comments: [CellComment] = []
    private var address: CellAddress?
    private var text = XMLText()
    private var threadText: [UInt8] = []
    private var isInThreadText = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        text.start(name)
        switch (name.vocabulary, name.local) {
        case (.main, "comment"), (.threadedComments, "threadedComment"):
            address = attributes["ref"].flatMap { CellAddress($0) }
            threadText = []
        case (.threadedComments, "text"): isInThreadText = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        text.end(name)
        switch (name.vocabulary, name.local) {
        case (.main, "comment"): add(text.finish())
        case (.threadedComments, "threadedComment"): add(String(decoding: threadText, as: UTF8.self))
        case (.threadedComments, "text"): isInThreadText = false
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        text.append(bytes)
        if isInThreadText { threadText.append(bytes) }
    }

    private func add(_ text: String) {
        if let address { comments.append(CellComment(address, text)) }
        address = nil
    }
}
