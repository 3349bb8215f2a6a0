extension DiagnosticCode {
    /// Whether a comment `shirube: allow` may silence findings of this kind.
    ///
    /// It may where somebody can know better than the program and the documents can be made all the same. It may not where a
    /// value or a template cannot be read, or where what would be published has a hole, a dead end or something live in it.
    public var canBeAllowed: Bool {
        switch self {
        // How something is officially printed.
        case .telephoneGrouping, .frequencyForm, .furiganaForm: true
        // Texts that may be meant as they are written.
        case .textInComment, .commentInText, .addedSign, .mistypedTag, .printedTwice: true
        case .unknownPostalCode, .postalCodeElsewhere, .townMismatch, .telephoneElsewhere, .prefectureMissing,
            .glyphVariant, .unassignedTelephone:
            true
        case .seriesOrder, .seriesGap, .seriesJump, .countAboveEnrolment, .rateMismatch, .surveyYear, .dateOrder,
            .periodOrder, .agreementYears, .capacityExceeded, .partYear, .scheduleOrder, .sessionMinutes, .sameFacility,
            .sharedTelephone, .noticeNumber, .insecureAddress, .longText, .boardIdentity, .partsTotal,
            .ownPlace, .sharedValue, .staleValue, .trendBreak, .needlessReason, .position, .nowhereToAsk,
            .frequencyInText,
            .copiedFigure, .nearDomain, .furigana, .smallAmount, .schoolYear, .enumeration, .facilityDiffers,
            .missingSource:
            true
        case .badCharacter, .halfwidthKatakana, .invisibleCharacter, .decomposedCharacter, .unbalancedBracket,
            .lookAlike, .doubledParticle, .spaceInWord, .surroundingSpace, .mixedSigns, .mixedDigits, .mixedUsage,
            .doubledWord, .leftover, .misconversion, .officialSpelling, .grammar, .mixedStyle, .missingStop,
            .mixedNumerals, .outdatedName, .wrongCitation, .supersededNotice, .nearName, .unreadKanji:
            true
        // The structure of a page that is well-formed, as a printed original may have it.
        case .unusedTemplate, .typedFigure, .citedHeading, .unusedField, .noticeForms, .headingOrder,
            .headingCount, .tableStructure, .unlabelledInput, .emptyElement, .contentsPlace, .drawingData,
            .announcedList, .typedMark, .typedContents, .labelMismatch, .repeatedTitle,
            .staleTranslation:
            true

        case .personalData, .missingFile, .unreadFile, .allowanceWithoutReason, .uselessAllowance, .refusedAllowance:
            false
        case .yamlEncoding, .yamlControlCharacter, .yamlTab, .yamlAnchor, .yamlAlias, .yamlTag, .yamlMergeKey,
            .yamlDirective, .yamlSeveralDocuments, .yamlComplexKey, .yamlDuplicateKey, .yamlDepth, .yamlIndentation,
            .yamlReservedIndicator, .yamlUnterminated, .yamlEscape, .yamlUnexpected, .yamlMappingInValue,
            .yamlBlockScalarHeader, .yamlComment, .yamlMissingColon, .yamlIdeographicSpace, .yamlDash:
            false
        case .mustacheUnclosedTag, .mustacheUnclosedSection, .mustacheUnopenedSection, .mustacheEmptyTag,
            .mustacheDelimiter, .mustacheMissingPartial, .mustacheRecursion, .mustacheUnsupported, .mustacheEncoding,
            .mustacheStrayText:
            false
        case .unknownKey, .missingKey, .wrongShape, .duplicateID, .emptyValue, .controlCharacter, .identifierForm,
            .dateForm, .monthForm, .fiscalYearForm, .nonexistentDate, .dateOutsideEra, .wrongWeekday, .integerForm,
            .decimalForm, .rateForm, .moneyForm, .postalCodeForm, .telephoneForm, .webAddressForm, .emailForm,
            .unknownChoice, .municipalityCodeForm, .corporateNumberForm, .fieldDeclaration, .schoolYearsForm:
            false
        // The tables, and settings that cannot be followed.
        case .referenceForm, .referenceMissing, .styleRange, .documentForm: false
        case .unknownName, .unescapedTag, .missingTemplate, .malformedMarkup, .unknownElement, .unknownAttribute,
            .danglingReference, .duplicateAnchor, .missingStyleSheet, .valueWithoutText, .misplacedTag, .unusedBlock,
            .missingValue, .reservedName, .unsafeMarkup, .directionControl, .cutElement, .unknownMarker, .repeatedList,
            .unlikeValues:
            false
        }
    }
}
