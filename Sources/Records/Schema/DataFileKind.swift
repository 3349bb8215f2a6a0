/// The data files of a board.
package enum DataFileKind: String, CaseIterable, Sendable {
    case board, facilities, programs, statistics

    package var fileName: String { rawValue + ".yaml" }

    package var type: RecordType {
        switch self {
        case .board: BoardSchema.type
        case .facilities: FacilitiesSchema.type
        case .programs: ProgramsSchema.type
        case .statistics: StatisticsSchema.type
        }
    }
}
