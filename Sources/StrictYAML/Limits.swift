public import Files

extension Limits {
    /// YAML collections inside one another.
    public static let yamlDepth = 100

    /// Bytes of a YAML key: longer ones are no simple keys (YAML 1.2.2 §7.4.3, §8.2.2).
    public static let yamlKeyLength = 1024
}
