import Japanese
import Markup

/// Addresses of the web and of mail are divided where a reader expects it, not anywhere: `wbr` says where.
extension Composer {
    mutating func allowBreaksInAddresses() {
        guard let body = document.elements(.body).first else { return }
        allowBreaksInAddresses(below: body)
    }

    private mutating func allowBreaksInAddresses(below node: MarkupDocument.NodeID) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            // What is put in comes in front of what follows.
            let next = document.next(child)
            if let name = document.element(child) {
                if !name.isTextAlone { allowBreaksInAddresses(below: child) }
            } else {
                document.allowBreaks(in: child) { WebAddressBreaks.find(in: $0) }
            }
            child = next
        }
    }
}
