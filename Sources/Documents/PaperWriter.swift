import Bytes
import Markup
import Parallel
import Records

/// Writes a composed document in its formats; child processes help with a large one.
final class PaperWriter {
    private let tree: MarkupDocument
    private let paper: OutputPlan.Paper
    private let style: TextStyle
    private let isPersonal: Bool
    private let board: Board
    private let record: RecordView
    private let openData: OpenData
    private let options: RenderOptions
    private let isShared: Bool
    /// Told the bytes of all files as they are made.
    private let progress: (Int) -> Void
    private var size = 0
    private var files: [OutputFormat: OutputFile] = [:]
    /// Waits for the page that a child makes.
    private var page: ((Overflow) -> Void)?

    init(
        _ tree: MarkupDocument, _ paper: OutputPlan.Paper, _ scope: DocumentScope, _ record: RecordView,
        _ openData: OpenData, _ options: RenderOptions, progress: @escaping (Int) -> Void
    ) {
        self.progress = progress
        self.tree = tree
        self.paper = paper
        style = scope.style.text
        isPersonal = scope.isPersonal
        board = scope.board
        self.record = record
        self.openData = openData
        self.options = options
        // Only a large page is worth a process.
        isShared = options.mayFork && tree.isLarge
    }

    /// - Returns: the files, in the order of the formats.
    func write() -> [(format: OutputFormat, file: OutputFile)] {
        // The page is made while the text measures its tables, and taken in when the text begins to come.
        if isShared, paper.formats.contains(.html), paper.formats.contains(.text) {
            page = beside { [self] in bytes(.html, overflow: $0) }
        }
        for format in paper.formats where files[format] == nil && (format != .html || page == nil) {
            files[format] = make(format)
        }
        takePage()
        return paper.formats.compactMap { format in files[format].map { (format, $0) } }
    }

    private func make(_ format: OutputFormat) -> OutputFile { file(format) { bytes(format, overflow: $0) } }

    private func bytes(_ format: OutputFormat, overflow: Overflow?) -> [UInt8] {
        switch format {
        case .html: HTMLWriter.write(tree, overflow: overflow)
        case .text: TextWriter.write(tree, style: style, overflow: overflow, beside: isShared ? beside : nil)
        case .fragment: HTMLWriter.writeFragment(tree, headingLevel: options.headingLevel, overflow: overflow)
        case .csv: FacilityCSV.write(openData.facilities, board: record)
        case .json: FacilityJSON.write(openData.facilities, board: record, list: board.files[.facilities]?.root)
        }
    }

    /// A file of what a body makes.
    private func file(_ format: OutputFormat, _ body: (Overflow?) -> [UInt8]) -> OutputFile {
        let name = paper.name + format.suffix
        var size = 0
        let overflow = options.overflow?(name, isPersonal)
        let counting: Overflow? = overflow.map { overflow in
            { [self] piece in
                size += piece.count
                if format == .text { takePage() }
                overflow(piece)
                self.size += piece.count
                progress(self.size)
            }
        }
        let rest = body(counting)
        return OutputFile(name: name, bytes: rest, size: size + rest.count, isPersonal: isPersonal)
    }

    // MARK: Children

    private func beside(_ work: @escaping (@escaping Overflow) -> [UInt8]) -> ((Overflow) -> Void)? {
        Child.start(work).map { child in { child.finish($0) } }
    }

    private func takePage() {
        guard let page else { return }
        self.page = nil
        files[.html] = file(.html) { overflow in
            var whole: [UInt8] = []
            page(overflow ?? { whole += $0 })
            return whole
        }
    }
}
