package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum RecordsFindings {
    package static let all: [DiagnosticCode] = [
        .seriesOrder, .seriesGap, .seriesJump, .countAboveEnrolment, .rateMismatch, .surveyYear, .dateOrder,
        .agreementYears, .capacityExceeded, .partYear, .scheduleOrder, .sameFacility,
        .sharedTelephone, .noticeNumber, .insecureAddress, .longText, .styleRange, .boardIdentity, .documentForm,
        .ownPlace, .sharedValue, .staleValue, .trendBreak, .needlessReason, .position, .frequencyInText,
        .copiedFigure, .nearDomain, .furigana, .smallAmount, .personalData, .facilityDiffers, .missingSource,
        .publishedFigure, .closedDay,
        .missingFile, .surroundingSpace, .mixedSigns, .leftover, .nearName, .referenceForm, .referenceMissing,
        .unknownPostalCode, .postalCodeElsewhere, .townMismatch, .telephoneElsewhere, .prefectureMissing, .glyphVariant,
        .unassignedTelephone, .unknownKey, .missingKey, .wrongShape, .duplicateID, .emptyValue, .controlCharacter,
        .textInComment, .commentInText, .identifierForm, .dateForm, .monthForm, .fiscalYearForm, .nonexistentDate,
        .dateOutsideEra, .wrongWeekday, .integerForm, .decimalForm, .rateForm, .moneyForm, .postalCodeForm,
        .telephoneForm, .telephoneGrouping, .webAddressForm, .emailForm, .unknownChoice, .frequencyForm,
        .municipalityCodeForm, .corporateNumberForm, .furiganaForm, .fieldDeclaration, .schoolYearsForm, .reservedName,
    ]
}
