/// The data files of a board.
public enum DataFileKind: String, CaseIterable, Sendable {
    case board, facilities, programs, statistics

    public var fileName: String { rawValue + ".yaml" }

    public var type: RecordType {
        switch self {
        case .board: BoardSchema.type
        case .facilities: FacilitiesSchema.type
        case .programs: ProgramsSchema.type
        case .statistics: StatisticsSchema.type
        }
    }
}
