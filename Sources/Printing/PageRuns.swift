/// The pages of a reference to several places, as one reads them: 5、6 and 8～10.
enum PageRuns {
    /// - Parameters:
    ///   - pages: in any order, each as often as something stands on it.
    ///   - isJapanese: whether the page that they are printed in is; others have 5, 6 and 8–10.
    static func text(of pages: [Int], isJapanese: Bool) -> String {
        let (comma, dash) = isJapanese ? ("、", "～") : (", ", "–")
        return runs(of: pages).map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound)\(comma)\(run.upperBound)"
            default: "\(run.lowerBound)\(dash)\(run.upperBound)"
            }
        }.joined(separator: comma)
    }

    /// Pages that follow one another.
    private static func runs(of pages: [Int]) -> [ClosedRange<Int>] {
        Set(pages).sorted().reduce(into: []) { runs, page in
            if let last = runs.last, last.upperBound == page - 1 {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
    }
}
