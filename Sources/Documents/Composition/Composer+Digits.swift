import Japanese
import Markup

/// Full-width digits are parted by the ends of lines like kanji: what belongs together is kept so in `span class="digits"`.
extension Composer {
    mutating func keepNumbersTogether(_ digits: HouseStyle.Digits) {
        guard digits == .fullwidth, let body = document.elements(.body).first else { return }
        keepNumbersTogether(below: body, LineBreaker())
    }

    private mutating func keepNumbersTogether(below node: MarkupDocument.NodeID, _ breaker: LineBreaker) {
        var line: (first: MarkupDocument.NodeID, bytes: [UInt8])?
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            // What is put round a line comes in front of what follows it.
            let next = document.next(child)
            let name = document.element(child)
            if name == nil || name == .ruby {
                line = (line?.first ?? child, (line?.bytes ?? []) + document.bytes(of: child))
            } else {
                end(&line, breaker)
                if let name, !name.isTextAlone, !isLot(child) { keepNumbersTogether(below: child, breaker) }
            }
            child = next
        }
        end(&line, breaker)
    }

    private mutating func end(_ line: inout (first: MarkupDocument.NodeID, bytes: [UInt8])?, _ breaker: LineBreaker) {
        guard let (first, bytes) = line else { return }
        line = nil
        // ０ to ９ are EF BC 90 to EF BC 99.
        guard bytes.contains(0xEF) else { return }
        document.enclose(breaker.fullwidthNumbers(in: bytes.span), ofLineFrom: first, class: "digits")
    }

    /// The numbers of an address, which are kept together already.
    private func isLot(_ node: MarkupDocument.NodeID) -> Bool {
        document.attribute(.class, of: node, isOneOf: [Array("unbroken lot".utf8)]) ?? false
    }
}
