/// The outline that a drawing's path has by SVG's commands (SVG 2 §9.3), as far as our drawings use them.
struct PathOutline {
    enum Segment: Equatable {
        case move(x: Double, y: Double)
        case line(x: Double, y: Double)
        /// Half a circle against the clock, from where the outline is to the right, or else to the left.
        case halfCircle(radius: Double, isForward: Bool)
        case close
    }

    private(set) var segments: [Segment] = []
    /// The corners of what encloses it.
    private(set) var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)

    private var position = (x: 0.0, y: 0.0)
    private var start = (x: 0.0, y: 0.0)

    init(_ commands: String) {
        var rest = Array(commands.utf8)[...]
        while let command = rest.popFirst() {
            let values = Self.numbers(&rest)
            func value(_ index: Int) -> Double { index < values.count ? values[index] : 0 }
            switch command {
            case UInt8(ascii: "M"): move(to: (value(0), value(1)))
            case UInt8(ascii: "H"): line(to: (value(0), position.y))
            case UInt8(ascii: "V"): line(to: (position.x, value(0)))
            case UInt8(ascii: "h"): line(to: (position.x + value(0), position.y))
            case UInt8(ascii: "v"): line(to: (position.x, position.y + value(0)))
            case UInt8(ascii: "l"): line(to: (position.x + value(0), position.y + value(1)))
            case UInt8(ascii: "a"):
                for index in stride(from: 0, to: values.count, by: 7) { halfCircle(value(index), value(index + 5)) }
            case UInt8(ascii: "z"):
                segments.append(.close)
                position = start
            default: break
            }
        }
    }

    /// The numbers behind a command, up to the next one.
    private static func numbers(_ rest: inout ArraySlice<UInt8>) -> [Double] {
        let end = rest.firstIndex { (UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
            .compactMap { Double(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func move(to point: (x: Double, y: Double)) {
        segments.append(.move(x: point.x, y: point.y))
        start = point
        reach(point)
    }

    private mutating func line(to point: (x: Double, y: Double)) {
        segments.append(.line(x: point.x, y: point.y))
        reach(point)
    }

    private mutating func halfCircle(_ radius: Double, _ way: Double) {
        segments.append(.halfCircle(radius: radius, isForward: way > 0))
        let end = (x: position.x + way, y: position.y)
        reach((position.x + way / 2, position.y - radius))
        reach((end.x, end.y + radius))
        reach(end)
    }

    private mutating func reach(_ point: (x: Double, y: Double)) {
        position = point
        (left, right) = (min(left, point.x), max(right, point.x))
        (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
}
