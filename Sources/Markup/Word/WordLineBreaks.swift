/// Characters that Word lets neither begin nor end a line (ECMA-376-1 §17.15.1.58, §17.15.1.59): its own strict lists, which these
/// stand in for, and digits, so that a number stays with its unit.
///
/// Word takes a hundred of the former at most and fifty of the latter.
enum WordLineBreaks {
    private static let notAtStart =
        "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"
    private static let notAtEnd = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"
    private static let digits = "0123456789０１２３４５６７８９"
    /// What stands before a number: 令和, 平成, 昭和; 第; 〒.
    private static let leads = "令平昭和成第〒"

    static let settings =
        "<w:noLineBreaksAfter w:lang=\"ja-JP\" w:val=\"\(notAtEnd)\(digits)\(leads)\"/>"
        + "<w:noLineBreaksBefore w:lang=\"ja-JP\" w:val=\"\(notAtStart)\"/>"
}
