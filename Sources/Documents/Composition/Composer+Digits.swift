import Japanese
import Markup

/// Full-width digits are parted by the ends of lines like kanji, half-width ones from what counts them: what belongs together is kept so
/// in `span class="digits"`, and in the narrow lines of cells in `span class="unbroken"`.
extension Composer {
    mutating func keepNumbersTogether(_ digits: HouseStyle.Digits) {
        let places =
            switch digits {
            case .fullwidth: Array(document.elements(.body).prefix(1))
            case .halfwidth: document.elements(.td) + document.elements(.th)
            }
        let breaker = LineBreaker()
        for place in places { keepNumbersTogether(digits, below: place, breaker) }
    }

    private mutating func keepNumbersTogether(
        _ digits: HouseStyle.Digits, below node: MarkupDocument.NodeID, _ breaker: LineBreaker
    ) {
        var line: (first: MarkupDocument.NodeID, bytes: [UInt8])?
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            // What is put round a line comes in front of what follows it.
            let next = document.next(child)
            let name = document.element(child)
            if name == nil || name == .ruby {
                line = (line?.first ?? child, (line?.bytes ?? []) + document.bytes(of: child))
            } else {
                end(&line, digits, breaker)
                if let name, !name.isTextAlone, !isKept(child, digits) {
                    keepNumbersTogether(digits, below: child, breaker)
                }
            }
            child = next
        }
        end(&line, digits, breaker)
    }

    private mutating func end(
        _ line: inout (first: MarkupDocument.NodeID, bytes: [UInt8])?, _ digits: HouseStyle.Digits,
        _ breaker: LineBreaker
    ) {
        guard let (first, bytes) = line else { return }
        line = nil
        // ０ to ９ are EF BC 90 to EF BC 99; what counts is Japanese.
        switch digits {
        case .fullwidth where bytes.contains(0xEF):
            document.enclose(breaker.fullwidthNumbers(in: bytes.span), ofLineFrom: first, class: "digits")
        case .halfwidth where bytes.contains { $0 >= 0xE3 } && bytes.contains { (0x30...0x39).contains($0) }:
            document.enclose(breaker.countedNumbers(in: bytes.span), ofLineFrom: first, class: "unbroken")
        default: break
        }
    }

    /// What is kept together already: the numbers of an address, and half-width digits in what a template keeps so.
    private func isKept(_ node: MarkupDocument.NodeID, _ digits: HouseStyle.Digits) -> Bool {
        let classes = ["unbroken lot", "unbroken", "postal"].prefix(digits == .fullwidth ? 1 : 3).map { Array($0.utf8) }
        return document.attribute(.class, of: node, isOneOf: classes) ?? false
            || digits == .halfwidth && document.element(node) == .time
    }
}
