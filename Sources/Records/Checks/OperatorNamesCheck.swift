import Diagnostics
import Japanese

/// The name of an operator that others write with one other letter: of a facility that has its corporate number or its telephone, or
/// of the project's partner.
enum OperatorNamesCheck: Check {
    /// Of more names some are near one another by chance.
    private static let most = 500

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let facilities = board.privateFacilities
        guard facilities.count <= most else { return [] }
        let named = facilities.filter { $0.text(PrivateFacility.operator) != nil }
        let counts = named.reduce(into: [String: Int]()) {
            $0[$1.text(PrivateFacility.operator) ?? "", default: 0] += 1
        }
        return named.indices.compactMap { operators(named[$0], at: $0, named, counts) }
            + board.projects.compactMap { partner(of: $0, named, counts) }
    }

    /// Of two spellings the one is told that fewer have, or that comes later.
    private static func operators(
        _ facility: RecordView, at place: Int, _ named: [RecordView], _ counts: [String: Int]
    ) -> Diagnostic? {
        guard let name = facility.text(PrivateFacility.operator),
            case let numbers = [PrivateFacility.corporateNumber, Facility.telephone],
            let other = named.indices.first(where: { index in
                let spelling = named[index].text(PrivateFacility.operator) ?? ""
                let (usual, own) = (counts[spelling] ?? 0, counts[name] ?? 0)
                return (usual > own || usual == own && index < place) && differByOne(name, spelling)
                    // Each number with its like.
                    && numbers.contains { field in
                        facility.text(field).map { $0 == named[index].text(field) } ?? false
                    }
            })
        else { return nil }
        return report(facility, PrivateFacility.operator, name, named[other])
    }

    private static func partner(of project: RecordView, _ named: [RecordView], _ counts: [String: Int]) -> Diagnostic? {
        guard let name = project.text(Project.partner), counts[name] == nil,
            let other = named.first(where: { differByOne(name, $0.text(PrivateFacility.operator) ?? "") })
        else { return nil }
        return report(project, Project.partner, name, other)
    }

    /// One letter in eight or more, or what kind of corporation it is.
    private static func differByOne(_ one: String, _ other: String) -> Bool {
        let (first, second) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        guard first.count == second.count, (8...80).contains(first.count) else { return false }
        let differing = first.indices.filter { first[$0] != second[$0] }
        guard differing.count == 1, let place = differing.first else { return false }
        return ![first, second].contains { telling.contains($0[place]) }
    }

    private static let telling = TellingLetters()

    private static func report(
        _ record: RecordView, _ field: some DeclaredField, _ name: String, _ other: RecordView
    ) -> Diagnostic {
        let usual = other.text(PrivateFacility.operator) ?? ""
        return .nearName(
            at: record.place(field),
            Phrase(
                ja: "「\(name)」は、ほかの所の「\(usual)」と1字違います",
                en: "\"\(name)\" differs by a letter from \"\(usual)\" elsewhere"),
            usual: other.place(PrivateFacility.operator), Phrase(ja: "ほかの所です", en: "elsewhere"))
    }
}
