import Bytes
import Diagnostics

/// A key of an open mapping.
struct KeyEntry {
    /// Its length, first bytes and last ones: all that there is to a key of seven bytes or fewer.
    let fingerprint: UInt64
    let node: UInt32
}

/// The keys read so far of one mapping.
struct OpenMapping {
    /// Where they begin in the parser's stack of keys.
    let firstKey: Int
    /// Nodes of keys by their hash, once there are too many to compare one by one.
    private var table: [Int: UInt32] = [:]
    /// Those whose hash another has: by a seeded hash, hardly any.
    private var others: [UInt32] = []

    init(firstKey: Int) {
        self.firstKey = firstKey
    }

    static let comparedOneByOne = 32

    var isHashed: Bool { !table.isEmpty }

    /// The key that is the same as one; else that one is kept.
    mutating func find(_ key: UInt32, hash: Int, isSame: (UInt32) -> Bool) -> UInt32? {
        guard let first = table.updateValue(key, forKey: hash) else { return nil }
        table[hash] = first
        if isSame(first) { return first }
        if let other = others.first(where: isSame) { return other }
        others.append(key)
        return nil
    }
}

/// Keys written twice, and the merge key.
extension YAMLParser {
    /// Records the last node as a key of the innermost mapping, and refuses it if the mapping has it already.
    mutating func noteKey(in mapping: inout OpenMapping) throws(ParseError) {
        let node = nodes.count - 1
        if nodes[node].range.count > Limits.yamlKeyLength { throw error(.complexKey, nodes[node].range) }
        let range = nodes[node].range
        if nodes[node].style == .plain, range.count == 2, bytes[range.lowerBound] == UInt8(ascii: "<"),
            bytes[range.lowerBound + 1] == UInt8(ascii: "<")
        {
            throw error(.mergeKey, range)
        }
        let entry = KeyEntry(fingerprint: fingerprint(of: node), node: UInt32(node))
        if let first = firstKey(equalTo: entry, in: &mapping) {
            let note = Diagnostic.Note(
                Diagnostic.Place(source, nodes[first].range), Phrase(ja: "最初はここに書かれています", en: "first written here"))
            throw error(.duplicateKey(String(decoding: scalarBytes(node), as: UTF8.self)), range, notes: [note])
        }
    }

    /// The node of a key with the same text; else the key is kept.
    private mutating func firstKey(equalTo key: KeyEntry, in mapping: inout OpenMapping) -> Int? {
        let count = openKeys.count - mapping.firstKey
        if count < OpenMapping.comparedOneByOne {
            for index in mapping.firstKey..<openKeys.count
            where openKeys[index].fingerprint == key.fingerprint && isSameText(openKeys[index].node, key.node) {
                return Int(openKeys[index].node)
            }
            openKeys.append(key)
            return nil
        }
        if !mapping.isHashed {
            for other in openKeys[mapping.firstKey...] {
                _ = mapping.find(other.node, hash: seededHash(other.node)) { isSameText($0, other.node) }
            }
        }
        return mapping.find(key.node, hash: seededHash(key.node)) { isSameText($0, key.node) }.map { Int($0) }
    }

    private func isSameText(_ node: UInt32, _ other: UInt32) -> Bool {
        scalarBytes(Int(node)).elementsEqual(scalarBytes(Int(other)))
    }

    /// A scalar's text.
    private func scalarBytes(_ node: Int) -> ArraySlice<UInt8> {
        let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        return nodes[node].isPooled ? pool[range] : bytes[range]
    }

    /// Keys made to collide would cost the square of their number.
    private func seededHash(_ node: UInt32) -> Int { scalarBytes(Int(node)).span.seededHash }

    /// Tells nearly all keys of one mapping apart: those that it does not are compared.
    private func fingerprint(of node: Int) -> UInt64 {
        let range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        return nodes[node].isPooled ? Self.fingerprint(pool.span, range) : Self.fingerprint(bytes.span, range)
    }

    private static func fingerprint(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var fingerprint = UInt64(range.count)
        if range.count >= 8 {
            fingerprint ^= bytes.word(at: range.lowerBound).bits
            return fingerprint &* 0x9E37_79B9_7F4A_7C15 ^ bytes.word(at: range.upperBound - 8).bits
        }
        for index in range { fingerprint = fingerprint << 8 | UInt64(bytes[index]) }
        return fingerprint
    }
}
