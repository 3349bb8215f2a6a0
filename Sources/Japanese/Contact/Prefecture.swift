import Bytes

/// The 47 prefectures.
public enum Prefecture {
    /// In the order of their codes (JIS X 0401).
    public static let names = [
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県",
        "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県",
        "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県",
        "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
    ]

    private static let bytes = names.map { Array($0.utf8) }

    /// How many bytes of an address its prefecture takes, 0 where it does not begin with one.
    public static func prefixLength(of address: Span<UInt8>) -> Int {
        index(of: address).map { bytes[$0].count } ?? 0
    }

    /// The first eight bytes of each: no two have the same, and none has fewer.
    private static let beginnings = bytes.map { $0.span.word(at: 0) }

    /// Which of `names` an address begins with.
    public static func index(of address: Span<UInt8>) -> Int? {
        guard address.count >= 8 else { return nil }
        let beginning = address.word(at: 0)
        guard let place = beginnings.firstIndex(of: beginning), bytes[place].count <= address.count else { return nil }
        for index in 8..<bytes[place].count where bytes[place][index] != address[index] { return nil }
        return place
    }
}
