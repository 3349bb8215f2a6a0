/// A style sheet of a page, made to hold inside a fragment alone: its classes and ids get the fragment's prefix, and its
/// selectors begin at the fragment's outermost element (CSS Syntax Level 3 §5.4, Selectors Level 4).
struct ScopedStyleSheet {
    private let text: [UInt8]
    private let prefix: [UInt8]
    private let root: [UInt8]
    private var place = 0
    private var output: [UInt8] = []

    /// - Parameter root: the outermost element's class, without the prefix.
    static func scope(_ text: [UInt8], prefix: String, root: String) -> [UInt8] {
        var sheet = ScopedStyleSheet(text: text, prefix: Array(prefix.utf8), root: Array(".\(prefix)\(root)".utf8))
        sheet.writeRules(isNested: false)
        return sheet.output
    }

    private init(text: [UInt8], prefix: [UInt8], root: [UInt8]) {
        (self.text, self.prefix, self.root) = (text, prefix, root)
    }

    /// At-rules that hold rules; in all others there are no selectors.
    private static let holdingRules = ["media", "supports", "layer", "container", "starting-style"].map {
        Array("@\($0)".utf8)
    }

    /// Copies rules, or the declarations and rules of a rule's block, up to the block's end.
    private mutating func writeRules(isNested: Bool) {
        while place < text.count {
            let start = place
            let end = skip(to: Array("{};".utf8))
            let prelude = text[start..<end]
            guard end < text.count else { return output += prelude }
            place = end + 1
            switch text[end] {
            case UInt8(ascii: "}"):
                output += prelude + [UInt8(ascii: "}")]
                return
            case UInt8(ascii: ";"): output += prelude + [UInt8(ascii: ";")]
            default: writeBlock(prelude, isNested)
            }
        }
    }

    /// Copies a rule that begins with a prelude.
    private mutating func writeBlock(_ prelude: ArraySlice<UInt8>, _ isNested: Bool) {
        let ink = prelude[inkStart(of: prelude)...]
        guard ink.first == UInt8(ascii: "@") else {
            writeSelectors(prelude, isNested)
            output.append(UInt8(ascii: "{"))
            return writeRules(isNested: true)
        }
        output += prelude + [UInt8(ascii: "{")]
        if Self.holdingRules.contains(where: { ink.starts(with: $0) }) {
            writeRules(isNested: isNested)
        } else {
            let start = place
            place = min(skip(to: [UInt8(ascii: "}")]) + 1, text.count)
            output += text[start..<place]
        }
    }

    /// Where a prelude's first character stands that is neither space nor comment.
    private func inkStart(of prelude: ArraySlice<UInt8>) -> Int {
        var index = prelude.startIndex
        while index < prelude.endIndex {
            if text[index] <= 0x20 {
                index += 1
            } else if let end = piece(at: index), text[index] == UInt8(ascii: "/") {
                index = min(end, prelude.endIndex)
            } else {
                break
            }
        }
        return index
    }

    /// Where the text stands that is next of some characters, outside strings, comments and brackets.
    private mutating func skip(to signs: [UInt8]) -> Int {
        var index = place
        var depth = 0
        while index < text.count {
            if let end = piece(at: index) {
                index = end
                continue
            }
            let byte = text[index]
            if depth == 0, signs.contains(byte) { return index }
            if Array("([{".utf8).contains(byte) { depth += 1 }
            if Array(")]}".utf8).contains(byte) { depth = max(0, depth - 1) }
            index += 1
        }
        return text.count
    }

    private func piece(at index: Int) -> Int? { StyleSheetText.end(ofPieceAt: index, in: text) }

    /// Writes selectors, each inside the fragment's outermost element; those of a nested rule stand inside their rule's.
    private mutating func writeSelectors(_ prelude: ArraySlice<UInt8>, _ isNested: Bool) {
        var index = inkStart(of: prelude)
        output += prelude[..<index]
        var (depth, isAtStart) = (0, true)
        while index < prelude.endIndex {
            if isAtStart, text[index] > 0x20 {
                isAtStart = false
                if !isNested {
                    output += root
                    if let name = Self.roots.first(where: { isName($0, at: index, in: prelude) }) {
                        index += name.count
                        continue
                    }
                    output.append(UInt8(ascii: " "))
                }
            }
            if let end = piece(at: index) {
                output += text[index..<min(end, prelude.endIndex)]
                index = min(end, prelude.endIndex)
                continue
            }
            let byte = text[index]
            output.append(byte)
            index += 1
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "#"):
                // `.5s` is a number.
                if index < prelude.endIndex, !(0x30...0x39).contains(text[index]) { output += prefix }
            case UInt8(ascii: "["):
                let end = prelude[index...].firstIndex(of: UInt8(ascii: "]")) ?? prelude.endIndex
                output += text[index..<end]
                index = end
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: ","): isAtStart = depth == 0
            default: break
            }
        }
    }

    /// What means the whole page.
    private static let roots = [":root", "html", "body"].map { Array($0.utf8) }

    /// Whether a whole name stands at a place.
    private func isName(_ name: [UInt8], at index: Int, in prelude: ArraySlice<UInt8>) -> Bool {
        let rest = prelude[index...]
        guard rest.starts(with: name) else { return false }
        guard let next = rest.dropFirst(name.count).first else { return true }
        let isLetter = (0x30...0x39).contains(next) || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
        return !isLetter && next < 0x80 && next != UInt8(ascii: "-") && next != UInt8(ascii: "_")
    }
}
