package import Diagnostics

extension DiagnosticCode {
    package static let badCharacter = DiagnosticCode(
        "J001", canBeAllowed: true,
        meaning: (
            ja: "文字化けした文字（U+FFFD。元の文字が失われたことを示す文字）があります。",
            en: "U+FFFD stands where a character was lost."
        ),
        reason: (
            ja: "元の文字はもう分からないので、人が書き直すしかありません。",
            en: "What stood there is lost, and only a person can write it again."
        ),
        wrong: "name: 宝[U+FFFD]市教育委員会  # [ ]の所に文字化けした文字がある",
        right: "name: 宝塚市教育委員会",
        source: (
            ja: "Unicode（U+FFFD REPLACEMENT CHARACTER）",
            en: "Unicode, U+FFFD REPLACEMENT CHARACTER"
        ))
}
