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
    /// Nodes of keys by their hash, once there are too many to compare one by one.
    var table: [Int: [UInt32]] = [:]

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
        if nodes[node].range.count > Limits.yamlKeyLength { throw error(.complexKey, nodes[node].range) }
        let text = scalarBytes(node)
        if nodes[node].style == .plain, text.elementsEqual("<<".utf8) { throw error(.mergeKey, nodes[node].range) }
        let entry = KeyEntry(hash: Self.hash(text), node: UInt32(node))
        if let first = firstKey(equalTo: entry, in: &mapping) {
            let note = Diagnostic.Note(
                Diagnostic.Place(source, nodes[first].range), Phrase(ja: "最初はここに書かれています", en: "first written here"))
            throw error(.duplicateKey(String(decoding: text, as: UTF8.self)), nodes[node].range, notes: [note])
        }
    }

    /// The node of a key with the same text; else the key is kept.
    private mutating func firstKey(equalTo key: KeyEntry, in mapping: inout OpenMapping) -> Int? {
        let keys = openKeys[mapping.firstKey...]
        if keys.count < OpenMapping.comparedOneByOne {
            for other in keys where other.hash == key.hash && isSameText(other.node, key.node) {
                return Int(other.node)
            }
            openKeys.append(key)
            return nil
        }
        if mapping.table.isEmpty {
            for other in keys { mapping.table[seededHash(other.node), default: []].append(other.node) }
        }
        let hash = seededHash(key.node)
        for other in mapping.table[hash] ?? [] where isSameText(other, key.node) { return Int(other) }
        mapping.table[hash, default: []].append(key.node)
        return nil
    }

    private func isSameText(_ node: UInt32, _ other: UInt32) -> Bool {
        scalarBytes(Int(node)).elementsEqual(scalarBytes(Int(other)))
    }

    /// A scalar's text.
    private func scalarBytes(_ node: Int) -> ArraySlice<UInt8> {
        let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        return nodes[node].isPooled ? pool[range] : bytes[range]
    }

    /// Swift's hash, seeded anew in each run: keys made to collide would cost the square of their number.
    private func seededHash(_ node: UInt32) -> Int {
        var hasher = Hasher()
        unsafe scalarBytes(Int(node)).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// FNV-1a, for the few keys that are compared one by one.
    private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
        text.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
