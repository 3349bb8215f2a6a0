public import Diagnostics
/// What templates are filled with: values, and what is to be known of them.
///
/// A value is a handle that the data alone understands. Plain numbers make the best ones: nothing is counted when a template
/// passes them on.
public protocol MustacheData {
    /// A value, or the outermost one that names are looked up in.
    associatedtype Handle
    /// A segment of a name as the data looks it up: made once a template, asked for at each of its tags.
    associatedtype Key

    /// The key for a name's segment.
    func key(_ segment: String) -> Key

    /// The member of a value that a key means, nil where it has none of that name.
    func member(_ key: Key, of value: Handle) -> Handle?

    /// Whether a value is wanted but not there: printing it would leave a hole.
    func isMissing(_ value: Handle) -> Bool

    /// What a section does with a value.
    func sectionContent(of value: Handle) -> MustacheSection

    /// An item of a list, by its index from 0.
    func item(_ index: Int, of value: Handle) -> Handle

    /// Appends a value as text; with `escaped`, `&`, `<`, `>`, `"` and `'` as character references.
    func write(_ value: Handle, to output: inout [UInt8], escaped: Bool)

    /// The literal text of a template that is written otherwise than it stands there, by the byte at which it begins.
    func literals(of template: MustacheTemplate) -> [Int: [UInt8]]

    /// Hears of a text that a value and what stands beside it both have.
    func note(_ edge: RepeatedEdge, of value: Handle, at tag: Diagnostic.Place)
}

extension MustacheData {
    public func literals(of template: MustacheTemplate) -> [Int: [UInt8]] { [:] }

    public func note(_ edge: RepeatedEdge, of value: Handle, at tag: Diagnostic.Place) {}
}

/// How a section is rendered.
public enum MustacheSection: Equatable, Sendable {
    /// Not at all; an inverted section is.
    case none
    /// Once, with the value as its context.
    case once
    /// Once for each of so many items.
    case items(Int)
}
