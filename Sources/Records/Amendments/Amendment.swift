import Diagnostics
public import JSON

/// A row of a table of old against new (新旧対照表).
public struct Amendment: Sendable {
    public enum Kind: String, Sendable { case added, removed, moved, changed, unchanged }

    public let kind: Kind
    /// What is amended: a facility's telephone, an item's heading.
    public let place: String
    public let new: [AmendedText.Piece]
    public let old: [AmendedText.Piece]
    /// Of a number, how much it has grown, and by what part of what it was: `+7,488`, `+2.2%`.
    public var difference: String?
    public var rate: String?

    public init(
        _ kind: Kind, _ place: String, new: [AmendedText.Piece] = [], old: [AmendedText.Piece] = [],
        difference: String? = nil, rate: String? = nil
    ) {
        (self.kind, self.place, self.new, self.old) = (kind, place, new, old)
        (self.difference, self.rate) = (difference, rate)
    }
}

/// The amendments of one list, record or document.
public struct AmendedSection: Sendable {
    public let title: String
    public var rows: [Amendment]

    public init(title: String, rows: [Amendment]) { (self.title, self.rows) = (title, rows) }
}

/// Old against new: the table, and what the list of private facilities may say of its changes.
public struct Amendments: Sendable {
    public let newName: String
    public let oldName: String
    public var sections: [AmendedSection]
    public let list: ListAmendments
    /// The titles of documents that could not be made, and so were not compared.
    public let uncompared: [String]

    public init(
        newName: String, oldName: String, sections: [AmendedSection], list: ListAmendments, uncompared: [String] = []
    ) {
        (self.newName, self.oldName, self.sections, self.list) = (newName, oldName, sections, list)
        self.uncompared = uncompared
    }

    public var isEmpty: Bool { sections.isEmpty }
}

/// What has become of the private facilities, by their names.
public struct ListAmendments: Sendable {
    public var added: [String] = []
    public var removed: [String] = []
    /// With the labels of the fields that say something else.
    public var changed: [(name: String, fields: [String])] = []

    public init() {}
}

extension Amendments {
    /// The amendments as the template of the table reads them, and `--format json` prints them; see `AmendmentsRecord`.
    public var json: JSONValue {
        func pieces(_ pieces: [AmendedText.Piece]) -> JSONValue {
            .array(
                pieces.map { piece in
                    .object([("text", .string(piece.text))] + (piece.isChanged ? [("changed", .boolean(true))] : []))
                })
        }
        func row(_ row: Amendment) -> JSONValue {
            var members: [(String, JSONValue)] = [("kind", .string(row.kind.rawValue))]
            if !row.place.isEmpty { members.append(("place", .string(row.place))) }
            if !row.new.isEmpty { members.append(("new", pieces(row.new))) }
            if !row.old.isEmpty { members.append(("old", pieces(row.old))) }
            if let difference = row.difference { members.append(("difference", .string(difference))) }
            if let rate = row.rate { members.append(("rate", .string(rate))) }
            return .object(members)
        }
        func names(_ names: [String]) -> JSONValue { .array(names.map { .object([("name", .string($0))]) }) }
        return .object([
            ("new", .string(newName)), ("old", .string(oldName)), ("uncompared", names(uncompared)),
            (
                "sections",
                .array(
                    sections.map { section in
                        .object([("title", .string(section.title)), ("rows", .array(section.rows.map(row)))])
                    })
            ),
            (
                "list",
                .object([
                    ("added", names(list.added)), ("removed", names(list.removed)),
                    (
                        "changed",
                        .array(
                            list.changed.map { change in
                                .object([("name", .string(change.name)), ("fields", names(change.fields))])
                            })
                    ),
                ])
            ),
        ])
    }
}
