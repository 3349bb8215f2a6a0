/// What becomes of a field's value in the next edition.
public enum Renewal: Sendable {
    /// It is of the year, and moves on with it.
    case movesOn
    /// It moves on, but somebody has to say whether it is so.
    case movesOnToBeConfirmed
    /// It stays, but somebody has to say whether it is still so.
    case isConfirmed
    /// It ends on a day: somebody has to see to it once that is past.
    case expires
    /// It goes, and what its record says of the year that is over has to be made final.
    case closes
    /// A row for the year that has come is added to the list.
    case getsRow
    /// It is of its row alone: the next row has it not.
    case staysBehind
}
