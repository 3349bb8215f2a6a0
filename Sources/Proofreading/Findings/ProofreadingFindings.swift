package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum ProofreadingFindings {
    package static let all: [DiagnosticCode] = [
        .sessionMinutes, .periodOrder, .partsTotal, .disagreeingFigures, .helpline,
        .schoolYear, .enumeration, .badCharacter, .halfwidthKatakana, .invisibleCharacter, .decomposedCharacter,
        .unbalancedBracket, .lookAlike, .doubledParticle, .spaceInWord, .doubledWord, .directionControl, .misconversion,
        .officialSpelling, .grammar, .mixedStyle, .missingStop, .mixedNumerals, .outdatedName, .wrongCitation,
        .supersededNotice,
    ]
}
