/// The pages of a reference to several places, as one reads them: 5、6 and 8～10.
enum PageRuns {
    /// - Parameter pages: in any order, each as often as something stands on it.
    static func text(of pages: [Int]) -> String {
        runs(of: pages).map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound)、\(run.upperBound)"
            default: "\(run.lowerBound)～\(run.upperBound)"
            }
        }.joined(separator: "、")
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
