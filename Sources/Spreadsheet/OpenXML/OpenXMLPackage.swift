internal import Diagnostics

/// A workbook's archive as a package of parts that lead to one another (ECMA-376-2, Open Packaging Conventions).
struct OpenXMLPackage {
    /// A way from one part to another (§6.5).
    struct Relationship {
        let id: String
        /// The last component of the type's URI: the same in transitional and strict documents.
        let type: Substring
        /// The name of the part it leads to, without a slash at its start.
        let target: String
    }

    private var archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

    func contains(_ part: String) -> Bool { archive.contains(part) }

    mutating func read(_ part: String) throws(SpreadsheetError) -> [UInt8] {
        guard let bytes = try archive.read(part) else { throw .missingPart(part) }
        return bytes
    }

    /// Scans a part.
    mutating func scan(_ part: String, _ reader: some XMLPartReader) throws(SpreadsheetError) {
        try XMLScanner.scan(try read(part), part: part, reader)
    }

    /// The ways that lead from a part, or from the package as a whole (""); none where there is no list of them.
    mutating func relationships(of part: String) throws(SpreadsheetError) -> [Relationship] {
        let (folder, name) = Self.split(part)
        let list = folder + "_rels/" + name + ".rels"
        guard archive.contains(list) else { return [] }
        let reader = RelationshipReader(folder: folder)
        try scan(list, reader)
        return reader.relationships
    }

    private static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// The part that a target names from a part in a folder.
    static func resolve(_ target: String, in folder: String) -> String {
        guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
        var path = folder.split(separator: "/")
        for component in target.split(separator: "/") {
            switch component {
            case ".": break
            case "..": _ = path.popLast()
            default: path.append(component)
            }
        }
        return path.joined(separator: "/")
    }
}

private final class RelationshipReader: XMLPartReader {
    private let folder: String
    private(set) var relationships: [OpenXMLPackage.Relationship] = []

    init(folder: String) { self.folder = folder }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        // External targets are pages and files that hyperlinks lead to.
        guard name.vocabulary == .package, name.local == "Relationship", attributes["TargetMode"] != "External",
            let id = attributes["Id"], let target = attributes["Target"], let type = attributes["Type"]
        else { return }
        relationships.append(
            OpenXMLPackage.Relationship(
                id: id, type: type.split(separator: "/").last ?? "", target: OpenXMLPackage.resolve(target, in: folder))
        )
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: Span<UInt8>) {}
}
