package import Diagnostics

/// The kinds of findings that are declared in this module.
package enum DocumentsFindings {
    package static let all: [DiagnosticCode] = [
        .nowhereToAsk, .mixedDigits, .mixedUsage, .unreadKanji, .addedSign, .unknownName, .missingTemplate,
        .danglingReference, .duplicateAnchor, .missingStyleSheet, .valueWithoutText, .headingOrder, .missingValue,
        .typedFigure, .citedHeading, .headingCount, .tableStructure, .unlabelledInput, .unusedField, .noticeForms,
        .emptyElement, .contentsPlace, .drawingData, .announcedList, .mistypedTag, .unsafeMarkup, .printedTwice,
        .unknownMarker, .repeatedList, .typedMark, .unlikeValues, .typedContents, .labelMismatch, .repeatedTitle,
        .staleTranslation,
    ]
}
