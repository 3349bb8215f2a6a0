import Diagnostics
import Files
import Records

/// What a tag of a template means at its place: its name inside the sections that are open there.
struct TemplateTags {
    /// The names from the data's files inwards; an item of a list that a section goes through is `[]`.
    typealias Path = [String]

    private struct Context {
        let path: Path
        let type: FieldType
    }

    private let contexts: [Context]

    /// - Parameter offset: a place in a template.
    init(_ source: SourceFile, at offset: Int, _ schema: Schema) {
        let root = Context(path: [], type: .record(DocumentScope.rootType(schema)))
        contexts = Self.sections(source.bytes[..<offset]).reduce(into: [root]) { contexts, name in
            guard let context = Self.resolve(name, in: contexts) else { return }
            let item = context.type.itemType
            contexts.append(
                Context(path: item == nil ? context.path : context.path + ["[]"], type: item ?? context.type))
        }
    }

    /// What the name of a tag means, nil where it means nothing.
    func path(of name: String) -> Path? { Self.resolve(name, in: contexts)?.path }

    /// The shortest name by which a template may print the value at a path; nil where only a section that goes through a
    /// list would reach it.
    func name(of path: Path) -> String? {
        for context in contexts.dropFirst().reversed() where path.starts(with: context.path) {
            let rest = path.dropFirst(context.path.count)
            if !rest.isEmpty, !rest.contains("[]") { return rest.joined(separator: ".") }
        }
        return path.contains("[]") ? nil : path.joined(separator: ".")
    }

    /// The names of the sections that are open at the end of some bytes.
    private static func sections(_ bytes: ArraySlice<UInt8>) -> [String] {
        var open: [String] = []
        var index = bytes.startIndex
        while index + 3 < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
            let name = String(decoding: bytes[min(index + 3, end)..<end], as: UTF8.self).filter { $0 != " " }
            switch bytes[index + 2] {
            // What stands in an inverted section stands there without its value.
            case UInt8(ascii: "#"), UInt8(ascii: "^"): open.append(name)
            case UInt8(ascii: "/"):
                if let place = open.lastIndex(of: name) { open.removeSubrange(place...) }
            default: break
            }
            index = end
        }
        return open
    }

    private static func resolve(_ name: String, in contexts: [Context]) -> Context? {
        let segments = name.split(separator: ".").map(String.init)
        guard let first = segments.first else { return nil }
        for context in contexts.reversed() {
            guard var found = member(first, of: context) else { continue }
            for segment in segments.dropFirst() {
                // A form of printing is the value's own.
                guard let next = member(segment, of: found) else { return found }
                found = next
            }
            return found
        }
        return nil
    }

    private static func member(_ name: String, of context: Context) -> Context? {
        switch context.type {
        case .record(let record):
            record.slot(of: name).map { Context(path: context.path + [name], type: record.types[$0]) }
        case .list(let item): Context(path: context.path + [name], type: item)
        default: nil
        }
    }
}
