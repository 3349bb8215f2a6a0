import Japanese
import Markup

/// How many letters a blank takes: its `maxlength` tells the browser, and from it the hint that describes the blank tells the reader.
extension Composer {
    mutating func writeLetterLimits(_ digits: HouseStyle.Digits) {
        // What describes several blanks says what the smallest takes.
        var limitsOfHints: [String: Int] = [:]
        for (field, limit) in document.limitedBlanks {
            for hint in (document.attribute(.ariaDescribedby, of: field) ?? "").split(separator: " ") {
                limitsOfHints[String(hint)] = min(limit, limitsOfHints[String(hint)] ?? limit)
            }
        }
        guard !limitsOfHints.isEmpty else { return }
        for place in document.elements(.span) where document.has(.limit, place) {
            guard let limit = nearestID(of: place).flatMap({ limitsOfHints[$0] }) else { continue }
            var text: [UInt8] = []
            let number = Array(Numerals.grouped(limit).utf8)
            ValueWriter(digits: digits).write(number.span, .other, form: nil, to: &text)
            require(.limit, at: place)
            document.append(text: words.text(.limit, String(decoding: text, as: UTF8.self)), to: place)
        }
    }

    /// The id of an element, or of the nearest that it stands in.
    private func nearestID(of node: MarkupDocument.NodeID) -> String? {
        var place = node
        while place != MarkupDocument.none {
            if let id = document.attribute(.id, of: place) { return id }
            place = document.parent(place)
        }
        return nil
    }
}

extension MarkupDocument {
    /// The blanks that take so many letters at most.
    var limitedBlanks: [(blank: NodeID, limit: Int)] {
        (elements(.textarea) + elements(.input)).compactMap { blank in
            attribute(.maxlength, of: blank).flatMap { Int($0) }.map { (blank, $0) }
        }
    }
}
