/// The data files of a board.
public enum DataFileKind: String, CaseIterable, Sendable {
    case board, facilities, programs, statistics

    public var fileName: String { rawValue + ".yaml" }

    public var type: RecordType {
        switch self {
        case .board: BoardRecord.type
        case .facilities: FacilityLists.type
        case .programs: Programs.type
        case .statistics: Statistics.type
        }
    }
}
