import Markup

/// Completes a rendered document: style sheets, numbers, contents, references. Each step is a file of its own.
struct Composer {
    var document: MarkupDocument
    private(set) var problems: [MarkupProblem] = []
    /// What can be referred to, by its id.
    var anchors: [String: Anchor] = [:]
    /// The headings that the contents list, in order.
    var headings: [Heading] = []

    /// The numbers that headings have, with those they stand under: `Ⅰの2`.
    var numbers: Set<String> = []

    /// Something with an id: what a reference to it reads like.
    struct Anchor {
        /// Its number with those that it stands in: `Ⅰの2`; empty where nothing is numbered.
        var number = ""
        /// A heading's text.
        var title = ""
    }

    struct Heading {
        /// 2 to 6.
        let level: Int
        let mark: String
        let title: String
        let id: String?
    }

    /// - Parameters:
    ///   - styleSheet: a style sheet's text by its name in a link.
    ///   - pages: the files that a relative link may lead to.
    static func compose(
        _ document: MarkupDocument, styleSheet: (String) -> String?, pages: Set<String>
    ) -> (document: MarkupDocument, problems: [MarkupProblem], numbers: Set<String>) {
        var composer = Composer(document: document)
        composer.inlineStyleSheets(styleSheet)
        composer.checkContents()
        composer.number()
        composer.writeContents()
        composer.resolveReferences()
        composer.checkLinks(pages)
        composer.checkStructure()
        return (composer.document, composer.problems, composer.numbers)
    }

    private init(document: MarkupDocument) {
        self.document = document
    }

    mutating func report(_ problem: MarkupProblem) {
        problems.append(problem)
    }
}
