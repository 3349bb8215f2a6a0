import Bytes
import Diagnostics
import Japanese
import Proofreading

/// A part of a facility's name that others write with one other letter: 門川ドワンゴ学園 beside 角川ドワンゴ学園 twice.
enum SimilarNamesCheck: Check {
    /// Of more names some are near one another by chance.
    private static let most = 500

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let lists = board.facilityLists
        guard lists.reduce(0, { $0 + $1.indices.count }) <= most else { return [] }
        let facilities = lists.flatMap { list in list.indices.map { list[$0] } }
        var bearers: [[Unicode.Scalar]: [RecordView]] = [:]
        for facility in facilities {
            for part in Set(parts(of: facility.text(Facility.name) ?? "")) {
                bearers[part, default: []].append(facility)
            }
        }
        var wildcards: [[Unicode.Scalar]: [[Unicode.Scalar]]] = [:]
        for part in bearers.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            for place in part.indices {
                var pattern = part
                pattern[place] = "?"
                wildcards[pattern, default: []].append(part)
            }
        }
        return bearers.filter { $0.value.count == 1 }.flatMap { part, facilities -> [Diagnostic] in
            guard
                let other = part.indices.lazy.compactMap({ place in
                    usual(part, at: place, wildcards, bearers)
                        ?? twin(part, at: place, wildcards, bearers, reference)
                }).first
            else { return [] }
            return facilities.map { finding($0, part, other, bearers[other]?.first) }
        }
    }

    /// The spelling of one other facility of the same house: of its number, page or operator, or in kanji that are read alike; both have a
    /// name of the branch, which differs, too.
    private static func twin(
        _ part: [Unicode.Scalar], at place: Int, _ wildcards: [[Unicode.Scalar]: [[Unicode.Scalar]]],
        _ bearers: [[Unicode.Scalar]: [RecordView]], _ reference: ReferenceData?
    ) -> [Unicode.Scalar]? {
        var pattern = part
        pattern[place] = "?"
        guard let own = bearers[part]?.first, !tellsApart(part[place]) else { return nil }
        return wildcards[pattern]?.first { other in
            guard other != part, let bearer = bearers[other]?.first, bearers[other]?.count == 1,
                !tellsApart(other[place]),
                isLater(own, than: bearer, part, other)
            else { return false }
            let rests = [(own, part), (bearer, other)].map { facility, part in
                Set(parts(of: facility.text(Facility.name) ?? "", atLeast: 1)).subtracting([part])
            }
            let isReadAlike = reference?.words.areReadAlike(part[place], other[place]) ?? false
            return rests[0] != rests[1] && !rests[0].isEmpty && (isReadAlike || areOfOneHouse(own, bearer))
        }
    }

    private static func areOfOneHouse(_ one: RecordView, _ other: RecordView) -> Bool {
        [Facility.telephone, Facility.web, PrivateFacility.operator, PrivateFacility.corporateNumber].contains {
            field in
            one.text(field).map { $0 == other.text(field) } ?? false
        }
    }

    /// Of two the one is told whose operator's name has the other's spelling, else the one that comes later.
    private static func isLater(
        _ own: RecordView, than other: RecordView, _ part: [Unicode.Scalar], _ spelling: [Unicode.Scalar]
    ) -> Bool {
        func holds(_ facility: RecordView, _ part: [Unicode.Scalar]) -> Bool {
            facility.text(PrivateFacility.operator)?.contains(String(scalars: part)) ?? false
        }
        if holds(own, spelling) != holds(other, part) { return holds(own, spelling) }
        return (own.place(Facility.name)?.range.lowerBound ?? 0) > (other.place(Facility.name)?.range.lowerBound ?? 0)
    }

    /// The spelling of others that differs at one place, where it is no number or side that tells two schools apart.
    private static func usual(
        _ part: [Unicode.Scalar], at place: Int, _ wildcards: [[Unicode.Scalar]: [[Unicode.Scalar]]],
        _ bearers: [[Unicode.Scalar]: [RecordView]]
    ) -> [Unicode.Scalar]? {
        var pattern = part
        pattern[place] = "?"
        return wildcards[pattern]?.first { other in
            other != part && (bearers[other]?.count ?? 0) >= 2 && !tellsApart(part[place]) && !tellsApart(other[place])
        }
    }

    private static let telling = TellingLetters(and: "中上下左右大小新旧本分男女昼夜前後内外初高幼児")

    private static func tellsApart(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII || telling.contains(scalar) }

    private static func parts(of name: String, atLeast least: Int = 5) -> [[Unicode.Scalar]] {
        name.unicodeScalars.split { " 　「」『』（）()・".unicodeScalars.contains($0) }.map(Array.init).filter {
            // Each place of a part is looked at in a copy of it.
            (least...60).contains($0.count)
        }
    }

    private static func finding(
        _ facility: RecordView, _ part: [Unicode.Scalar], _ other: [Unicode.Scalar], _ bearer: RecordView?
    ) -> Diagnostic {
        let (written, usual) = (String(scalars: part), String(scalars: other))
        return .nearName(
            at: facility.place(Facility.name),
            Phrase(
                ja: "「\(written)」は、ほかの施設の「\(usual)」と1字違います",
                en: "\"\(written)\" differs by a letter from the \"\(usual)\" of other facilities"),
            usual: bearer?.place(Facility.name), Phrase(ja: "ほかの施設です", en: "another"))
    }
}
