import Files
import Tables

/// Which articles acts have, and what some of them are about.
public struct ArticleTable: Sendable {
    /// An article with its branches: [47, 5] of 第47条の5.
    public typealias Article = [Int]

    /// What an act has.
    public struct Contents: Sendable {
        fileprivate let articles: [Article: Size]
        /// How many annexes (別記) a notice has, where that is known.
        public fileprivate(set) var annexes: Int?

        public func has(_ article: Article) -> Bool { articles.isEmpty || articles[article] != nil }

        /// The last article, without its branches.
        public var last: Int { articles.keys.compactMap(\.first).max() ?? 0 }

        /// How many paragraphs an article has; nil where that is not known.
        public func paragraphs(of article: Article) -> Int? { articles[article]?.paragraphs }

        /// The most items that a paragraph of it has.
        public func items(of article: Article) -> Int? { articles[article]?.items }
    }

    fileprivate struct Size: Sendable {
        let paragraphs: Int?
        let items: Int?
    }

    /// A matter that articles are about, by its usual name.
    struct Subject: Sendable {
        let words: [Unicode.Scalar]
        /// The articles, with the numbers of their acts, and the item that defines it where one does.
        var articles: [(act: String, article: Article, item: Int?)]
    }

    private let table: SortedTable
    let subjects: [Subject]

    /// - Parameter folder: with `articles.tsv`, of lines `number articles`, and `article-subjects.tsv`, of lines
    ///   `number article name source`, parted by tabs.
    init(folder: String) throws(FileError) {
        table = try SortedTable(path: "\(folder)/articles.tsv")
        let file = try MappedFile(path: "\(folder)/article-subjects.tsv")
        let text = file.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        var found: [String: Subject] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count >= 3 else { continue }
            // 2.3: item 3 of article 2.
            let parts = columns[1].split(separator: ".")
            found[columns[2], default: Subject(words: Array(columns[2].unicodeScalars), articles: [])].articles
                .append(
                    (
                        columns[0], parts[0].split(separator: "-").compactMap { Int($0) },
                        parts.count > 1 ? Int(parts[1]) : nil
                    ))
        }
        // The longest name comes first: 就学義務の猶予 before 就学義務.
        subjects = found.values.sorted {
            ($1.words.count, $0.words.description) < ($0.words.count, $1.words.description)
        }
    }

    /// What the act or notice of a number has; nil for one that the table lacks.
    public func contents(of number: String) -> Contents? {
        guard let row = table.rows(beginningWith: Array((number + "\t").utf8)).first, row.count == 2 else { return nil }
        var (articles, annexes): ([Article: Size], Int?) = ([:], nil)
        for entry in row[1].split(separator: " ") {
            if entry.hasPrefix("別記") {
                annexes = Int(entry.dropFirst(2))
                continue
            }
            let parts = entry.split(separator: ".")
            let isOpen = parts[0].hasSuffix("*")
            let article = parts[0].split(separator: "-").compactMap { Int($0.filter { $0 != "*" }) }
            articles[article] = Size(
                paragraphs: isOpen ? nil : parts.count > 1 ? Int(parts[1]) : 1,
                items: isOpen ? nil : parts.count > 2 ? Int(parts[2]) : 0)
        }
        return Contents(articles: articles, annexes: annexes)
    }
}
