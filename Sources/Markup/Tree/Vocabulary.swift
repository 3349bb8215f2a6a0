/// Every element that a document may hold. Anything else in a template is an error.
public enum ElementName: String, CaseIterable, Sendable {
    // The page
    case html, head, meta, title, link, style, body, main, header, footer, nav, section, article, aside, div
    // Headings and blocks
    case h1, h2, h3, h4, h5, h6, p, ol, ul, li, dl, dt, dd, blockquote, figure, figcaption, address, hr
    case table, caption, thead, tbody, tr, th, td
    case form, fieldset, legend, textarea
    // Inside lines
    case a, em, strong, span, br, wbr, ruby, rt, rp, time, small, label, input
    /// What a new text has alone, and an old one: in plain text in 【 】.
    case ins, del
    // shirube's own, replaced before anything is written
    /// The table of contents.
    case contents
    /// A reference that finds its own number: `<ref to="id"/>`, or those of several: `<ref to="id other"/>`.
    case ref
    /// Choices that narrow a table down: `<filter of="table's id" by="data-kind" label="利用の方法"/>`.
    case filter
    /// Links to all that a document is published as: `<downloads of="document's id"/>`.
    case downloads
    /// A web address as a QR code, for paper: `<qr of="https://www.example.jp/"/>`.
    case qr
    /// The facilities for search engines (JSON-LD).
    case structuredData = "structured-data"
    // What the composer alone writes: drawings, and data that is no text of the page
    case svg, g, rect, path, desc, text, script

    /// HTML's void elements have no end tag.
    public var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .wbr, .hr, .input: true
        default: false
        }
    }

    /// Whether templates may not write it themselves.
    ///
    /// Style sheets are linked, and the composer puts them in: their text is written unescaped, so no tag may stand there.
    public var isComposed: Bool {
        switch self {
        case .style, .svg, .g, .rect, .path, .desc, .text, .script: true
        default: false
        }
    }

    /// Elements that stand in a line of text.
    public var isInline: Bool {
        switch self {
        case .a, .em, .strong, .span, .br, .wbr, .ruby, .rt, .rp, .time, .small, .label, .input, .ins, .del, .ref: true
        default: false
        }
    }

    /// Whether what stands before it and in it is read apart, as blocks, lines and readings are.
    public var partsLine: Bool {
        switch self {
        case .br, .rt, .rp: true
        default: !isInline
        }
    }

    /// 1 to 6 for headings, else nil.
    public var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Elements whose children are elements alone: white space between them means nothing.
    public var holdsElementsOnly: Bool {
        switch self {
        case .html, .head, .ol, .ul, .dl, .table, .thead, .tbody, .tr, .svg, .g: true
        default: false
        }
    }

    /// Whether an element may stand directly in this one: the part of HTML's content model that both writers rely on.
    public func allows(_ child: ElementName) -> Bool {
        switch self {
        case .ol, .ul: child == .li
        case .dl: child == .dt || child == .dd
        case .table: child == .caption || child == .thead || child == .tbody
        case .thead, .tbody: child == .tr
        case .tr: child == .td || child == .th
        case .ruby: child == .rt || child == .rp || child == .span
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .legend, .rt, .rp: child.isInline
        case .title, .style, .textarea, .contents, .ref, .filter, .downloads, .qr, .structuredData: false
        case .svg, .g: child.isComposed || child == .title
        default:
            isVoid
                ? false
                : isInline
                    ? child.isInline
                    : ![.li, .dt, .dd, .caption, .thead, .tbody, .tr, .td, .th, .rt, .rp].contains(child)
        }
    }

    /// Its place in the order of declaration: a case without a payload is stored as that.
    @inline(__always)
    var ordinal: Int { unsafe Int(unsafeBitCast(self, to: UInt8.self)) }

    public static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The elements of templates.
    public static let names = allCases.filter { !$0.isComposed }.map(\.rawValue)
}

/// Every attribute that an element may bear.
public enum AttributeName: String, CaseIterable, Sendable {
    case id, `class`, lang, href, rel, charset, name, content, scope, type, value, size, rows, role, title, datetime
    case `for`, checked, required, autocomplete, inputmode, maxlength, download, colspan, rowspan
    case ariaLabel = "aria-label"
    case ariaLabelledby = "aria-labelledby"
    case ariaDescribedby = "aria-describedby"
    /// What a row can be narrowed down by.
    case dataPrefecture = "data-prefecture"
    case dataKind = "data-kind"
    /// The same by choices of several fields: `lunch=あり;pickup=なし;`.
    case dataChoices = "data-choices"
    // What the composer alone writes: where a form is sent to, a column's width, and drawings
    case method, style
    /// A reference to several places whose pages are printed: their ids.
    case dataTargets = "data-targets"
    case viewBox, x, y, width, height, d, fill, stroke
    case textAnchor = "text-anchor"
    case strokeWidth = "stroke-width"
    case strokeDasharray = "stroke-dasharray"
    case fontFamily = "font-family"
    case fontSize = "font-size"
    case fontWeight = "font-weight"
    // Read by the composer, and not written
    /// Marks of the numbered headings from h2 down, by example: `Ⅰ 1`.
    case dataHeadings = "data-headings"
    /// Marks of the numbered lists by depth: `(1) ア`.
    case dataLists = "data-lists"
    /// The mark of the lists without numbers: `・`.
    case dataBullet = "data-bullet"
    /// The mark of one list.
    case dataMarker = "data-marker"
    /// The number of a list's first item, or `continue` for the one behind the list before it.
    case dataStart = "data-start"
    /// A heading's words in the contents, where they differ.
    case dataContents = "data-contents"
    /// A header cell: the column's share of the table's width, `30%`.
    case dataWidth = "data-width"
    /// A list of steps or a chart: where its drawing stands, `before` or `after` it.
    case dataDrawing = "data-drawing"
    /// A style sheet: `true` where it goes into the HTML to paste, too.
    case dataFragment = "data-fragment"
    /// An element of a translation: the id of its source's element, and the fingerprint of the text: `criteria@1a2b3c4d`.
    case dataSource = "data-source"
    /// `ref`: the ids of what is referred to, with spaces between them.
    case to
    /// `ref`: `number`, `title`, `page` or both of the first.
    case form
    /// `contents`: how many levels of headings.
    case depth
    /// `filter` and `downloads`: the table's or document's id; `qr`: the address; `filter`: the rows' attribute, and what it is called.
    case of, by, label
    /// `filter` by `data-choices`: the field.
    case key
    /// A step of a procedure: who acts (several with spaces), on whom, what it is called, and whether both act. Of a reference with its
    /// pages, the composer writes the words round them as a label, and on a second line what stands between them.
    case dataFrom = "data-from"
    case dataTo = "data-to"
    case dataLabel = "data-label"
    case dataMutual = "data-mutual"

    /// Its place in the order of declaration: a case without a payload is stored as that.
    @inline(__always)
    var ordinal: Int { unsafe Int(unsafeBitCast(self, to: UInt8.self)) }

    /// Whether templates may not write it themselves.
    public var isComposed: Bool {
        switch self {
        case .method, .style, .dataTargets, .viewBox, .x, .y, .width, .height, .d, .fill, .stroke, .textAnchor,
            .strokeWidth, .strokeDasharray, .fontFamily, .fontSize, .fontWeight:
            true
        default: false
        }
    }

    /// Whether rows are narrowed down by it; where it is empty it says nothing.
    public var narrowsRows: Bool { [.dataPrefecture, .dataKind, .dataChoices].contains(self) }

    /// Whether the writers leave it out.
    public var isInternal: Bool {
        switch self {
        case .dataHeadings, .dataLists, .dataBullet, .dataMarker, .dataStart, .dataContents, .to, .form, .depth, .of,
            .by, .label, .key, .dataFrom, .dataTo, .dataLabel, .dataMutual, .dataWidth, .dataDrawing, .dataFragment,
            .dataSource:
            true
        default: false
        }
    }

    public static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The attributes of templates.
    public static let names = allCases.filter { !$0.isComposed }.map(\.rawValue)
}

/// Classes that mean something to the composer or to the text writer; all others are the style sheets' alone.
public enum MeaningfulClass: String, CaseIterable, Sendable {
    /// Set at the right, or in the middle, of the line.
    case right, center
    /// The steps of a procedure, drawn as boxes joined by arrows.
    case flow
    /// A table set as labelled records in plain text.
    case records
    /// A figure whose tables are drawn as bars; the drawing of a procedure, made by the composer.
    case chart, diagram
    /// A cell of figures, set at the right.
    case figure
    /// The title page.
    case cover
    /// A heading without a number; one that the contents leave out.
    case unnumbered, unlisted
    /// For the screen alone.
    case screenOnly = "screen-only"
    /// For screen readers alone, such as a caption that says what the heading above says.
    case screenReader = "screen-reader"
    /// The mark of a list item or heading, put there by the composer.
    case marker
    /// The contents, made by the composer.
    case contents
    /// Small print: its first character hangs.
    case note
    /// With a frame round it.
    case box
    /// A section that begins a page; its numbered heading stands in the running head.
    case chapter
    /// A table of many columns: the section that it stands in is printed on a page turned.
    case wide
    /// A reference that says the page, too.
    case paged
    /// Not parted by the end of a page.
    case keep
    /// Who has published the document, and when: it stays with the end of the text.
    case colophon
    /// In a blank's hint: where it is written how many letters the blank takes.
    case limit
}

/// The meaningful classes of an element, a bit each.
struct MeaningfulClasses: Sendable {
    private var bits: UInt32 = 0

    private static let names = {
        precondition(MeaningfulClass.allCases.count <= UInt32.bitWidth, "more classes than bits")
        return MeaningfulClass.allCases.map { (name: Array($0.rawValue.utf8), place: $0.place) }
    }()

    /// Of an attribute's value: names with spaces between them.
    init(_ value: ArraySlice<UInt8>) {
        var start = value.startIndex
        while start < value.endIndex {
            let end = value[start...].firstIndex(of: UInt8(ascii: " ")) ?? value.endIndex
            for (name, place) in Self.names where name.count == end - start && name.elementsEqual(value[start..<end]) {
                bits |= 1 << place
            }
            start = end + 1
        }
    }

    init() {}

    @inline(__always)
    func contains(_ meaning: MeaningfulClass) -> Bool {
        bits & 1 << meaning.place != 0
    }
}

extension MeaningfulClass {
    /// Its bit among those of an element.
    @inline(__always)
    fileprivate var place: UInt32 {
        switch self {
        case .right: 0
        case .center: 1
        case .flow: 2
        case .records: 3
        case .chart: 4
        case .diagram: 5
        case .figure: 6
        case .cover: 7
        case .unnumbered: 8
        case .unlisted: 9
        case .screenOnly: 10
        case .marker: 11
        case .contents: 12
        case .note: 13
        case .screenReader: 14
        case .box: 15
        case .chapter: 16
        case .wide: 17
        case .paged: 18
        case .limit: 19
        case .keep: 20
        case .colophon: 21
        }
    }
}
