import Diagnostics

/// A key of an open mapping.
struct KeyEntry {
    let hash: UInt32
    let node: UInt32
}

/// The keys read so far of one mapping.
struct OpenMapping {
    /// Where they begin in the parser's stack of keys.
    let firstKey: Int
    /// Keys by their text, once there are too many to compare one by one.
    var table: [ArraySlice<UInt8>: UInt32] = [:]

    init(firstKey: Int) {
        self.firstKey = firstKey
    }

    static let comparedOneByOne = 32
}

/// Keys written twice, and the merge key.
extension YAMLParser {
    /// Records the last node as a key of the innermost mapping, and refuses it if the mapping has it already.
    mutating func noteKey(in mapping: inout OpenMapping) throws(ParseError) {
        let node = nodes.count - 1
        let text = scalarBytes(node)
        if nodes[node].style == .plain, text.elementsEqual("<<".utf8) { throw error(.mergeKey, nodes[node].range) }
        if let first = firstKey(equalTo: text, hash: Self.hash(text), node: node, in: &mapping) {
            let note = Diagnostic.Note(
                Diagnostic.Place(source, nodes[first].range), Phrase(ja: "最初はここに書かれています", en: "first written here"))
            throw error(.duplicateKey(String(decoding: text, as: UTF8.self)), nodes[node].range, notes: [note])
        }
    }

    private mutating func firstKey(
        equalTo text: ArraySlice<UInt8>, hash: UInt32, node: Int, in mapping: inout OpenMapping
    ) -> Int? {
        let keys = openKeys[mapping.firstKey...]
        if keys.count < OpenMapping.comparedOneByOne {
            for entry in keys where entry.hash == hash && scalarBytes(Int(entry.node)).elementsEqual(text) {
                return Int(entry.node)
            }
            openKeys.append(KeyEntry(hash: hash, node: UInt32(node)))
            return nil
        }
        if mapping.table.isEmpty {
            for entry in keys { mapping.table[scalarBytes(Int(entry.node))] = entry.node }
        }
        if let other = mapping.table[text] { return Int(other) }
        mapping.table[text] = UInt32(node)
        return nil
    }

    /// A scalar's text.
    func scalarBytes(_ node: Int) -> ArraySlice<UInt8> {
        let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        return nodes[node].isPooled ? pool[range] : bytes[range]
    }

    /// FNV-1a.
    private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
        text.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
