import Bytes
import Diagnostics
import Files

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
    /// A bit for each fingerprint, which many share: a key whose bit is not set is new.
    private var marks: UInt64 = 0
    /// Nodes of keys by their hash, once there are too many to compare one by one.
    private var table: [Int: UInt32] = [:]
    /// Those whose hash another has: by a seeded hash, hardly any.
    private var others: [UInt32] = []

    init(firstKey: Int) {
        self.firstKey = firstKey
    }

    static let comparedOneByOne = 32

    var isHashed: Bool { !table.isEmpty }

    /// Sets a key's bit.
    /// - Returns: whether it was set before.
    @inline(__always)
    mutating func mark(_ key: KeyEntry) -> Bool {
        let bit: UInt64 = 1 << ((key.fingerprint &* 0x9E37_79B9_7F4A_7C15) >> 58)
        defer { marks |= bit }
        return marks & bit != 0
    }

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
        let key = nodes[node]
        let length = key.range.count
        if length > Limits.yamlKeyLength { throw error(.complexKey, key.range) }
        if length == 2, key.style == .plain, bytes[key.range.lowerBound] == UInt8(ascii: "<"),
            bytes[key.range.lowerBound + 1] == UInt8(ascii: "<")
        {
            throw error(.mergeKey, key.range)
        }
        let text = Int(key.textStart)..<Int(key.textEnd)
        let entry = KeyEntry(
            fingerprint: key.isPooled ? Self.fingerprint(pool.span, text) : Self.fingerprint(bytes.span, text),
            node: UInt32(node))
        // Nearly all keys are new, and their mappings small.
        let isFew = openKeys.count - mapping.firstKey < OpenMapping.comparedOneByOne
        if !mapping.mark(entry), isFew { return openKeys.append(entry) }
        guard let first = firstKey(equalTo: entry, in: &mapping) else { return }
        let note = Diagnostic.Note(
            Diagnostic.Place(source, nodes[first].range), Phrase(ja: "最初はここに書かれています", en: "first written here"))
        let name = String(decoding: scalarBytes(node), as: UTF8.self)
        throw error(.duplicateKey(name), key.range, notes: [note])
    }

    /// The node of a key with the same text; else the key is kept.
    private mutating func firstKey(equalTo key: KeyEntry, in mapping: inout OpenMapping) -> Int? {
        if openKeys.count - mapping.firstKey < OpenMapping.comparedOneByOne {
            for other in openKeys[mapping.firstKey...]
            where other.fingerprint == key.fingerprint && isSameText(other.node, key.node) {
                return Int(other.node)
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
    @inline(__always)
    private static func fingerprint(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var fingerprint = UInt64(range.count)
        if range.count >= 8 {
            fingerprint ^= bytes.word(at: range.lowerBound)
            return fingerprint &* 0x9E37_79B9_7F4A_7C15 ^ bytes.word(at: range.upperBound - 8)
        }
        for index in range { fingerprint = fingerprint << 8 | UInt64(bytes[index]) }
        return fingerprint
    }
}
