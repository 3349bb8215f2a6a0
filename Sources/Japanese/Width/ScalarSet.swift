/// Scalars of the Basic Multilingual Plane, a bit each: what a loop over a text asks for at every step.
public struct ScalarSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 0x1_0000 / 64)

    /// Scalars beyond the plane are left out.
    public init(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars where scalar.value < 0x1_0000 {
            bits[Int(scalar.value / 64)] |= 1 << UInt64(scalar.value % 64)
        }
    }

    @inline(__always)
    public func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x1_0000 && bits[Int(scalar / 64)] & 1 << UInt64(scalar % 64) != 0
    }
}
