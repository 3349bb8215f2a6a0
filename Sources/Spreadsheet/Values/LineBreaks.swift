/// Line breaks inside cells: CR, LF or both in files, LF in a `Cell`.
enum LineBreaks {
    static func normalize(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "\r")) else { return String(decoding: text, as: UTF8.self) }
        var (lines, isAfterCR) = ([] as [UInt8], false)
        for byte in text {
            if byte == UInt8(ascii: "\r") {
                lines.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || !isAfterCR {
                lines.append(byte)
            }
            isAfterCR = byte == UInt8(ascii: "\r")
        }
        return String(decoding: lines, as: UTF8.self)
    }
}
