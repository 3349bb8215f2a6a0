import QRCode

extension MarkupDocument {
    /// Puts the QR code of an address into an element's place: black on white with its quiet zone, whatever the colours around.
    ///
    /// - Parameter label: what those are told who do not see it.
    /// - Returns: false, and nothing is changed, where the address is too long for any.
    public mutating func drawQRCode(of address: String, called label: String, inPlaceOf node: NodeID) -> Bool {
        guard let code = QRCode(address) else { return false }
        let modules = code.size + 2 * QRCode.quietZone
        // Modules of half a millimetre survive a copier; what is smaller than 20 mm a hand has to hold too near a phone.
        let side = "\(max((20 * modules + code.size - 1) / code.size, (modules + 1) / 2))mm"
        replace(
            node, by: .svg,
            [
                (.class, "qr"), (.viewBox, "0 0 \(modules) \(modules)"), (.width, side), (.height, side),
                (.role, "img"), (.ariaLabel, label),
            ])
        append(.path, [(.fill, "#fff"), (.d, "M0 0h\(modules)v\(modules)h-\(modules)z")], to: node)
        append(.path, [(.fill, "#000"), (.d, code.path)], to: node)
        return true
    }
}

extension QRCode {
    /// A rectangle for each run of dark modules in a row; in one path, so that rows meet without a seam.
    fileprivate var path: String {
        var commands = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, self[row, column] { column += 1 }
                if column > start {
                    let length = column - start
                    commands += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
                }
                column += 1
            }
        }
        return commands
    }
}
