import Bytes
public import Diagnostics
import Files
import Proofreading
import StrictYAML

/// A check of a board's data: one rule, one file.
protocol Check: Sendable {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic]
}

/// All checks of data, in the order of their reports.
public enum Checks {
    static let all: [any Check.Type] = [
        AddressCheck.self, PrefectureCheck.self, TelephoneAreaCheck.self, SeriesCheck.self, RateCheck.self,
        EditionCheck.self, TitleYearCheck.self, PeriodCheck.self, ProjectCheck.self, SameFacilityCheck.self,
        SharedTelephoneCheck.self,
        NoticeCheck.self, NoticeRegisterCheck.self, FrequencyInTextCheck.self,
        CopiedFigureCheck.self, FuriganaCheck.self, ReadingsCheck.self, SimilarNamesCheck.self, DomainCheck.self,
        WebAddressCheck.self,
        TextCheck.self, CommentCheck.self,
        TrailingSpaceCheck.self,
        LengthCheck.self, StyleCheck.self, DocumentNameCheck.self, DocumentFormCheck.self, IdentityCheck.self,
        TotalCheck.self, RequestCheck.self, OwnPlaceCheck.self, StaleEditionCheck.self, TrendCheck.self,
        FacilityContactCheck.self, FacilityFactsCheck.self, ColumnsCheck.self,
        LeftoverCheck.self, SeriesRowsCheck.self, SourceCheck.self, OffLineCheck.self, AmountsInTextCheck.self,
        EventMonthCheck.self, FacilityCountCheck.self, OperatorNamesCheck.self,
        PublishedFiguresCheck.self, LocalNumberCheck.self, NearTelephoneCheck.self, FiguresInTextCheck.self,
        OfficeNamesCheck.self, MeasurePlaceCheck.self, DocumentTitlesCheck.self,
        SchoolKindCheck.self, FloorCheck.self, OfficeDayCheck.self,
    ]

    /// Those of a form's entries by themselves.
    static let ofRequest: [any Check.Type] = [
        AddressCheck.self, PrefectureCheck.self, TelephoneAreaCheck.self, LengthCheck.self, RequestCheck.self,
        PupilYearCheck.self,
    ]

    /// What is wrong with a form's entries by themselves.
    static func run(ofRequest request: RecordView, _ schema: Schema, reference: ReferenceData?) -> [Diagnostic] {
        let board = Board(id: "", schema: schema, files: [.request: request.file])
        return ofRequest.flatMap { $0.check(board, reference) }
    }

    /// - Parameter reference: the tables from outside; without them addresses and telephones are not compared.
    public static func run(_ board: Board, reference: ReferenceData?) -> [Diagnostic] {
        let findings = all.flatMap { $0.check(board, reference) }
        return one(of: findings)
    }

    /// Without what follows from another finding.
    private static func one(of findings: [Diagnostic]) -> [Diagnostic] {
        // Where the years are out of order, none of their figures is that of its year.
        let isInOrder = !findings.contains { $0.code == .seriesOrder }
        // A town spelt with a wrong character is not another town; a figure that is not the published one does not go with others.
        let misspelt = findings.filter { $0.code.isOfSpelling }.compactMap(\.place)
        let unpublished = isInOrder ? findings.filter { $0.code == .publishedFigure }.compactMap(\.place) : []
        return findings.filter { finding in
            if finding.code == .publishedFigure { return isInOrder }
            let causes = finding.code.restsOnSpelling ? misspelt : finding.code.restsOnFigures ? unpublished : []
            guard !causes.isEmpty else { return true }
            let places = finding.notes.map(\.place) + [finding.place].compactMap { $0 }
            return !causes.contains { slip in
                places.contains { $0.source.key == slip.source.key && $0.range.overlaps(slip.range) }
            }
        }
    }
}

extension DiagnosticCode {
    /// Whether a finding of this kind says that a word is not spelt as it was meant.
    fileprivate var isOfSpelling: Bool {
        [.lookAlike, .decomposedCharacter, .invisibleCharacter, .badCharacter, .halfwidthKatakana, .doubledWord]
            .contains(self)
    }

    /// Whether a finding of this kind comes from comparing figures.
    fileprivate var restsOnFigures: Bool {
        [.seriesJump, .trendBreak, .rateMismatch, .copiedFigure].contains(self)
    }

    /// Whether a finding of this kind comes from comparing words.
    fileprivate var restsOnSpelling: Bool {
        [.postalCodeElsewhere, .townMismatch, .prefectureMissing, .glyphVariant, .boardIdentity, .ownPlace]
            .contains(self)
    }
}

extension Board {
    var facilities: RecordView? { files[.facilities]?.root }
    var programs: RecordView? { files[.programs]?.root }
    var statistics: RecordView? { files[.statistics]?.root }

    /// The series of figures, the nation's first; each the rows of its years.
    var series: [[RecordView]] {
        [Statistics.national, Statistics.city].compactMap { statistics?[$0]?.records(Series.series) }
            + namedSeries.map { $0.records(Series.series) }
    }

    /// The series that have a title of their own.
    var namedSeries: [RecordView] { statistics?.records(Statistics.named) ?? [] }

    /// The projects that may be reported, the one by itself first.
    public var projects: [RecordView] {
        guard let programs else { return [] }
        return [programs[Programs.project]].compactMap(\.self) + programs.records(Programs.projects)
    }

    /// The project that a document reports: the one that it names, or the only one.
    public func project(of document: RecordView?) -> RecordView? {
        if let id = document?[DocumentEntry.project] { return projects.first { $0[Project.id] == id } }
        return projects.count == 1 ? projects.first : programs?[Programs.project]
    }

    /// The private facilities, none where the board lists none.
    public var privateFacilities: [RecordView] { facilities?.records(FacilityLists.privateFacilities) ?? [] }

    /// The lists of facilities.
    public var facilityLists: [RecordList] {
        guard let facilities else { return [] }
        return [FacilityLists.privateFacilities, FacilityLists.prefectural, FacilityLists.municipal]
            .compactMap { facilities[$0] }
    }

    /// Everything that has an address: facilities, the board's own contact, and the facility of a form filled in.
    var addressed: [AddressedList] {
        var lists = facilityLists.map { AddressedList($0, .facility) }
        if let contact = record?[BoardRecord.contact] { lists.append(AddressedList(RecordList(contact), .contact)) }
        if let request { lists.append(AddressedList(RecordList(request), .request)) }
        return lists
    }
}

extension RecordView {
    /// A report about a field of this record.
    func report(
        _ code: DiagnosticCode, _ field: some DeclaredField, severity: Diagnostic.Severity = .error, _ summary: Phrase,
        help: Phrase, notes: [Diagnostic.Note?] = [], replacement: String? = nil,
        isCertain: Bool = false
    ) -> Diagnostic {
        Diagnostic(
            code, severity, at: place(field), summary, help: help, notes: notes, replacement: replacement,
            isCertain: isCertain)
    }
}

extension RecordList {
    /// A hash of a value's text, to tell those apart that share it with no other.
    func textHash(_ value: Value) -> UInt64 {
        withText(of: value) { $0.mixed }
    }
}
