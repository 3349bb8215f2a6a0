import Diagnostics
import Markup
import Records

extension Composer {
    /// Draws the QR codes where `<qr of="…"/>` stands, of addresses as the data may have them.
    mutating func drawQRCodes() {
        for node in document.elements(.qr) {
            let address = document.attribute(.of, of: node) ?? ""
            guard !ScalarForm.isWebAddress(Array(address.utf8).span) else {
                require(.qr, at: node)
                if !document.drawQRCode(of: address, called: words.text(.qr, address), inPlaceOf: node) {
                    refuseLength(of: address, node)
                }
                continue
            }
            if address.isEmpty { refuseEmpty(node) } else { refuse(address, node) }
        }
    }

    private mutating func refuseEmpty(_ node: MarkupDocument.NodeID) {
        refuse(
            node, Phrase(ja: "QRコードにするURLがありません", en: "there is no address to make a QR code of"),
            Phrase(
                ja:
                    "<qr of=\"{{board.contact.web}}\"/>の形でURLを書き、ないことがある値なら{{#board.contact.web}}～{{/board.contact.web}}で囲んでください",
                en:
                    "write <qr of=\"{{board.contact.web}}\"/>, in {{#board.contact.web}}…{{/board.contact.web}} if the value may be absent"
            ))
    }

    private mutating func refuse(_ address: String, _ node: MarkupDocument.NodeID) {
        refuse(
            node,
            Phrase(
                ja: "「\(address)」はURLの形ではないので、QRコードにできません",
                en: "\"\(address)\" is not a web address to make a QR code of"),
            Phrase(
                ja: "「https://」から始まり、空白や全角の文字のないURLを書いてください",
                en: "write an address that begins with https://, without spaces or characters beyond ASCII"))
    }

    private mutating func refuseLength(of address: String, _ node: MarkupDocument.NodeID) {
        refuse(
            node,
            Phrase(
                ja: "URLが長すぎて（\(address.utf8.count)字）、QRコードにできません",
                en: "the address is too long for a QR code: \(address.utf8.count) characters"),
            Phrase(ja: "短いURLのページにするか、<qr>を消してください", en: "lead to a page with a shorter address, or delete the <qr>"))
    }

    /// Where that is allowed, there is nothing in its place.
    private mutating func refuse(_ node: MarkupDocument.NodeID, _ summary: Phrase, _ help: Phrase) {
        report(MarkupProblem(.drawingData, at: document.origin(node), summary, help: help))
        document.replace(node, by: .div, [])
    }
}
