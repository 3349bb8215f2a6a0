import Bytes
import Records

/// What a label promises by its words.
struct LabelPromise: Equatable {
    enum Kind: Equatable {
        case telephone, address, postalCode, email, web, fiscalYear, money, rate, count, time

        /// nil for what may be anything.
        init?(_ field: FieldDeclaration) {
            switch field.type {
            case .telephone: self = .telephone
            case .address: self = .address
            case .postalCode: self = .postalCode
            case .email: self = .email
            case .webAddress: self = .web
            case .fiscalYear: self = .fiscalYear
            case .money: self = .money
            case .rate: self = .rate
            case .integer: self = .count
            case .date, .month: self = .time
            default: return nil
            }
        }
    }

    private let kinds: [Kind]
    /// A fax has a number like a telephone's.
    private let isFax: Bool

    init?(_ label: String) {
        isFax = ["ファクス", "ファックス", "FAX", "ＦＡＸ"].contains { label.contains(bytesOf: $0) }
        let found: [Kind]? = Self.words.first { words, _ in words.contains { label.contains(bytesOf: $0) } }?.kinds
        guard isFax || found != nil else { return nil }
        kinds = found ?? [.telephone]
    }

    private static let words: [(words: [String], kinds: [Kind])] = [
        (["電話"], [.telephone]), (["所在地", "住所"], [.address]), (["郵便番号"], [.postalCode]), (["メール"], [.email]),
        (["ウェブ", "URL", "ＵＲＬ", "ホームページ"], [.web]), (["（％）", "率", "割合"], [.rate]),
        (["予算額", "金額", "（円）", "（千円）"], [.money]),
        (["年度"], [.fiscalYear]), (["（人）", "人数", "児童生徒数", "件数"], [.count]),
        (["年月日", "年月"], [.time]), (["時期", "日時", "期日"], [.time, .fiscalYear]),
    ]

    func allows(_ kind: Kind) -> Bool { kinds.contains(kind) && !isFax }

    /// Whether a field is of what is promised.
    func isKept(by field: FieldDeclaration) -> Bool { Kind(field).map { kinds.contains($0) } ?? false }
}
