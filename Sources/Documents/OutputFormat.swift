import Records

/// What a document is published as; the raw values are the keys of `DocumentEntry.formats`.
enum OutputFormat: String, CaseIterable {
    case html, text, docx, pdf, fragment, csv, json

    var suffix: String {
        switch self {
        case .html: ".html"
        case .text: ".txt"
        case .docx: ".docx"
        case .pdf: ".pdf"
        case .fragment: ".fragment.html"
        case .csv: ".csv"
        case .json: ".json"
        }
    }

    /// Whether it says the same for every facility: data of the list as a whole.
    var isData: Bool { self == .csv || self == .json }

    /// Whether a browser makes it, of the page: `shirube print`. A build gives the same files without one.
    var isPrinted: Bool { self == .pdf }

    /// The formats of a document's entry, in the order above; a PDF is printed from the page, which is there with it.
    static func formats(of document: RecordView) -> [OutputFormat] {
        let chosen = document[DocumentEntry.formats] ?? []
        if chosen.isEmpty { return [.html, .text] }
        return allCases.filter { format in
            chosen.contains(format.rawValue)
                || format == .html && allCases.contains { $0.isPrinted && chosen.contains($0.rawValue) }
        }
    }
}

/// The files that a board's documents become.
struct OutputPlan {
    struct Paper {
        let document: RecordView
        let id: String
        let formats: [OutputFormat]
        /// The facility that it is for; nil for the paper that is for all.
        let facility: RecordView?

        /// Without a suffix: `form1`, `form1/rakusho`.
        let name: String
    }

    let papers: [Paper]
    let files: Set<String>

    init(_ board: Board, _ record: RecordView) {
        let facilities = board.privateFacilities
        var papers: [Paper] = []
        for document in record.records(BoardRecord.documents) {
            guard let id = document.text(DocumentEntry.id) else { continue }
            let formats = OutputFormat.formats(of: document)
            papers.append(Paper(document: document, id: id, formats: formats, facility: nil, name: id))
            guard document[DocumentEntry.perFacility] == true else { continue }
            for facility in facilities {
                papers.append(
                    Paper(
                        document: document, id: id, formats: formats.filter { !$0.isData }, facility: facility,
                        name: "\(id)/\(facility.text(Facility.id) ?? "")"))
            }
        }
        self.papers = papers
        files = Set(["index.html"] + papers.flatMap { paper in paper.formats.map { paper.name + $0.suffix } })
    }
}
