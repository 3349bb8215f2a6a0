import Japanese
import Markup

/// How many letters a blank takes: its `maxlength` tells the browser, and from it the hint that describes the blank tells the reader.
extension Composer {
    mutating func writeLetterLimits(_ digits: HouseStyle.Digits) {
        let fields = document.elements(.textarea) + document.elements(.input)
        let limits = fields.compactMap { field in
            document.attribute(.maxlength, of: field).flatMap { Int($0) }.map { (field, $0) }
        }
        guard !limits.isEmpty else { return }
        let places = document.elements(.span).filter { document.has(.limit, $0) }
        for (field, limit) in limits {
            let hints = (document.attribute(.ariaDescribedby, of: field) ?? "").split(separator: " ").map(String.init)
            for place in places where isInside(place, hints) {
                var text: [UInt8] = []
                let number = Array(Numerals.grouped(limit).utf8)
                ValueWriter(digits: digits).write(number.span, .other, form: nil, to: &text)
                document.append(text: text + "字まで。".utf8, to: place)
            }
        }
    }

    /// Whether an element has one of some ids, or stands in one that has.
    private func isInside(_ node: MarkupDocument.NodeID, _ ids: [String]) -> Bool {
        var place = node
        while place != MarkupDocument.none {
            if let id = document.attribute(.id, of: place) { return ids.contains(id) }
            place = document.parent(place)
        }
        return false
    }
}
