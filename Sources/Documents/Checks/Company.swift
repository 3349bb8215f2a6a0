import Diagnostics
import Templates

/// The checks of what stands side by side in a template: once for all boards that share it.
enum Company {
    /// What needs no tag's meaning.
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        RangeWords.findings(in: tree) + HeadingLadder.findings(in: tree) + TableCells.findings(in: tree)
            + TypedMarks.findings(in: tree) + BlankLabels.findings(in: tree) + RowHeads.findings(in: tree)
            + LinkWords.findings(in: tree) + SideWords.findings(in: tree) + RepeatedTargets.findings(in: tree)
    }

    /// - Parameter named: the fields that tags name, those of sections too, by the tags' places.
    static func findings(in tree: TemplateTree, _ named: [Int: LabelledValues.Named]) -> [Diagnostic] {
        GuardedValues.findings(in: tree, named) + JoinedValues.findings(in: tree, named)
            + UnitsBehind.findings(in: tree, named) + CountedLists.findings(in: tree, named)
            + ColumnHeads.findings(in: tree, named)
    }
}
