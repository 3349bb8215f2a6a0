import Diagnostics
import Files
import Records

/// Any bytes are refused or become tables; a table made from a table is the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPostalTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let tables = try? build(bytes) else { return 0 }
    guard let again = try? build(tables.codes) else { preconditionFailure("its own table is refused") }
    precondition(again.codes == tables.codes, "the table has changed")
    precondition(again.addresses == tables.addresses, "the addresses have changed")
    return 0
}

private func build(_ bytes: [UInt8]) throws -> PostalTableBuilder.Tables {
    try PostalTableBuilder.build(from: SourceFile(path: "input", bytes: bytes), offices: nil, title: "title")
}
