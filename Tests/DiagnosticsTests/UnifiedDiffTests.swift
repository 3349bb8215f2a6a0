import Diagnostics
import Files
import Testing

/// Diffs as `diff -u` prints them.
@Suite struct UnifiedDiffTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let before: String
        /// Texts with what replaces them, in their order.
        let changes: [(String, String)]
        let diff: String
    }

    static let letters = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n"

    static let cases: [Case] = [
        Case(
            testDescription: "a line", before: letters, changes: [("e", "x")],
            diff: "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+x\n f\n g\n h\n"),
        Case(
            testDescription: "a line that comes, written behind the one before", before: letters,
            changes: [("a", "a\nx")],
            diff: "@@ -1,4 +1,5 @@\n a\n+x\n b\n c\n d\n"),
        Case(
            testDescription: "a line that goes", before: letters, changes: [("\nl", "")],
            diff: "@@ -9,4 +9,3 @@\n i\n j\n k\n-l\n"),
        Case(
            testDescription: "places six lines apart", before: letters, changes: [("b", "x"), ("i", "y")],
            diff: "@@ -1,12 +1,12 @@\n a\n-b\n+x\n c\n d\n e\n f\n g\n h\n-i\n+y\n j\n k\n l\n"),
        Case(
            testDescription: "places seven lines apart", before: letters, changes: [("b", "x"), ("j", "y")],
            diff: "@@ -1,5 +1,5 @@\n a\n-b\n+x\n c\n d\n e\n@@ -7,6 +7,6 @@\n g\n h\n i\n-j\n+y\n k\n l\n"),
        Case(
            testDescription: "two places in one line", before: "a b c\n", changes: [("a", "x"), ("c", "y")],
            diff: "@@ -1 +1 @@\n-a b c\n+x b y\n"),
        Case(
            testDescription: "no line break at the end", before: "a\nb", changes: [("b", "b\nc")],
            diff: "@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n"),
        Case(testDescription: "all of it", before: "a\n", changes: [("a\n", "")], diff: "@@ -1 +0,0 @@\n-a\n"),
        Case(testDescription: "nothing", before: "a\n", changes: [("a", "a")], diff: ""),
        Case(
            testDescription: "another normal form", before: "が\n", changes: [("が", "か\u{3099}")],
            diff: "@@ -1 +1 @@\n-が\n+か\u{3099}\n"),
    ]

    @Test(arguments: cases)
    func diff(_ test: Case) {
        let before = Array(test.before.utf8)
        var after: [UInt8] = []
        var changes: [UnifiedDiff.Change] = []
        var position = 0
        for (old, new) in test.changes {
            let old = Array(old.utf8)
            let start =
                (position...before.count - old.count).first { before[$0..<$0 + old.count].elementsEqual(old) } ?? 0
            after += before[position..<start]
            changes.append(.init(old: start..<start + old.count, new: after.count..<after.count + new.utf8.count))
            after += new.utf8
            position = start + old.count
        }
        after += before[position...]
        let text = UnifiedDiff.text(
            SourceFile(path: "a", bytes: before), SourceFile(path: "a", bytes: after), changes)
        let expected = test.diff.isEmpty ? "" : "--- a\n+++ a\n" + test.diff
        #expect(text.utf8.elementsEqual(expected.utf8), "\(text)")
    }
}
