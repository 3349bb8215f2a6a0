import Japanese

/// Any text is refused or is a date; a date reads the same in each form it is printed in, and so does what is proposed
/// in place of a text that was refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    check(text, CalendarParser.date) { [$0.iso, $0.long, "\($0.long)（\($0.weekday.name)）"] }
    check(text, CalendarParser.month) { [$0.iso, $0.long] }
    check(text, CalendarParser.fiscalYear) { [$0.iso, $0.long] }
    return 0
}

private func check<Value: Equatable>(
    _ text: String, _ parse: (String) throws(CalendarError) -> Value, forms: (Value) -> [String]
) {
    do {
        let value = try parse(text)
        for form in forms(value) { precondition((try? parse(form)) == value, form) }
    } catch {
        switch error {
        case .unusual(let canonical), .outsideEra(_, let canonical):
            precondition((try? parse(canonical)) != nil, canonical)
        case .form, .nonexistent, .weekday: break
        }
    }
}
