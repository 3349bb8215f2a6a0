/// What a file is, by its first bytes.
enum FileFormat {
    case empty, zip, text
    case foreign(SpreadsheetError.ForeignFormat)

    init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .foreign(Self.compoundFile(bytes))
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .foreign(.pdf)
        } else if Self.isMarkup(bytes) {
            self = .foreign(.markup)
        } else {
            self = .text
        }
    }

    /// An OLE2 file ([MS-CFB]) by the names in its directory, which are in UTF-16.
    private static func compoundFile(_ bytes: [UInt8]) -> SpreadsheetError.ForeignFormat {
        func holds(_ name: String) -> Bool {
            let name: [UInt8] = name.utf8.flatMap { [$0, 0] as [UInt8] } + [0, 0]
            // A directory entry begins with its name, and takes 128 bytes ([MS-CFB] §2.6.1).
            return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: name) }
        }
        if holds("EncryptedPackage") { return .encrypted }
        return holds("Workbook") || holds("Book") ? .oldExcel : .otherDocument
    }

    /// Whether text begins as HTML or XML does.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let start = String(decoding: text.drop { $0 <= 0x20 }.prefix(9), as: UTF8.self).lowercased()
        return ["<?xml", "<!doctype", "<html", "<table", "<head", "<meta"].contains { start.hasPrefix($0) }
    }
}
