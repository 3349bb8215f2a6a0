import Diagnostics
import Files
import Records
import Testing

/// Boards of a few lines, to see what checks say of them.
enum TinyBoard {
    /// A `board.yaml` in which nothing is wrong.
    static let record = """
        municipality_code: 282146
        prefecture: 兵庫県
        municipality: 宝塚市
        name: 宝塚市教育委員会
        edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
        documents: []

        """

    /// - Parameter files: the texts of data files by their kinds, such as `facilities`.
    /// - Returns: the board, and what was found as it was read.
    static func load(_ files: [String: String]) throws -> (board: Board, diagnostics: [Diagnostic]) {
        let files = files.merging(["board": record]) { given, _ in given }
        var diagnostics: [Diagnostic] = []
        let board = try Board.load(id: "b", folder: "b", diagnostics: &diagnostics) { path in
            files[String(path.dropFirst(2).dropLast(5))].map { SourceFile(path: path, text: $0) }
        }
        return (try #require(board, "\(diagnostics.map(\.summary.en))"), diagnostics)
    }

    /// What is found as it is read, and what checks find then.
    static func findings(_ files: [String: String], reference: ReferenceData? = nil) throws -> [Diagnostic] {
        let (board, diagnostics) = try load(files)
        return diagnostics + Checks.run(board, reference: reference)
    }

    /// A list of private facilities, a line each.
    static func facilities(_ lines: [String]) -> [String: String] {
        let list = lines.map { "  - {\($0)}\n" }.joined()
        return ["facilities": "as_of: 令和7年2月14日\nlisted: {from: 令和2年度, to: 令和6年度}\nprivate:\n\(list)"]
    }
}
