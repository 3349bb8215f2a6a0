extension String {
    /// Whether a text of two bytes or more stands in it, byte for byte; the standard library looks for characters, at many times the cost.
    public func contains(bytesOf text: String) -> Bool { utf8.span.firstIndex(of: text.utf8.span) != nil }

    /// With another text in each place of one of two bytes or more, byte for byte.
    public func replacing(bytesOf old: String, with new: String) -> String {
        var bytes: [UInt8] = []
        var start = 0
        while let place = utf8.span.firstIndex(of: old.utf8.span, from: start) {
            bytes.append(utf8.span.extracting(start..<place))
            bytes += new.utf8
            start = place + old.utf8.count
        }
        guard start > 0 else { return self }
        bytes.append(utf8.span.extracting(start..<utf8.count))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// A text of some scalars.
    @inlinable
    public init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
