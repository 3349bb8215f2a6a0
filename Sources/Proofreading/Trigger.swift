/// Where a rule may object to a text, as the rule declares it: the filter is made of what all of them declare.
enum Trigger: Sendable {
    /// What stands before a letter.
    enum Script: Sendable { case kanjiOrDigit, katakana, otherThanKatakana }

    /// Letters wherever they stand.
    case anywhere([ClosedRange<UInt32>])
    /// Letters behind others of a script.
    case letters(String, behind: Script)
    /// Letters behind themselves.
    case doubled(String)
    /// One of some letters right before one of others.
    case pair(String, String)
}
