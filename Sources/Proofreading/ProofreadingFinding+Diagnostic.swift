import Bytes
public import Diagnostics

extension ProofreadingFinding {
    /// The finding as a report on a text, of which `place` is the part meant.
    ///
    /// - Parameter written: the place to be replaced and its replacement, where the text does not stand in the file as it reads.
    public func diagnostic(
        at place: Diagnostic.Place, in text: [Unicode.Scalar],
        written: ((_ replacement: String) -> (Diagnostic.Place, String))? = nil
    ) -> Diagnostic {
        let excerpt = String(scalars: text[range.clamped(to: text.indices)])
        let around = String(
            String.UnicodeScalarView(
                text[max(0, range.lowerBound - 4)..<min(text.count, range.upperBound + 4)].filter { $0 != "\n" }.map {
                    $0 == "\u{FFFC}" ? "…" : $0
                }))
        let isCertain = [.decomposed, .compatibilityIdeograph, .invisibleCharacter, .halfwidthKatakana].contains(
            kind)
        let fixIts = replacement.map { (replacement) -> [Diagnostic.FixIt] in
            let (place, replacement) = written?(replacement) ?? (place, replacement)
            return [Diagnostic.FixIt(place, replacement: replacement, isCertain: isCertain)]
        }
        func report(_ code: DiagnosticCode, _ severity: Diagnostic.Severity, _ summary: Phrase, _ help: Phrase)
            -> Diagnostic
        {
            Diagnostic(code, severity, at: place, summary, help: help, fixIts: fixIts ?? [])
        }
        switch kind {
        case .replacementCharacter:
            return report(
                .badCharacter, .error, Phrase(ja: "文字化けした文字（U+FFFD）があります", en: "a character was lost here (U+FFFD)"),
                Phrase(ja: "元の文字に直してください", en: "write the character that was meant"))
        case .halfwidthKatakana:
            return report(
                .halfwidthKatakana, .error,
                Phrase(ja: "半角カタカナ「\(excerpt)」があります", en: "\"\(excerpt)\" is half-width katakana"),
                Phrase(ja: "全角カタカナで書いてください", en: "write full-width katakana"))
        case .invisibleCharacter:
            let code = String(text[range.lowerBound].value, radix: 16, uppercase: true)
            return report(
                .invisibleCharacter, .error,
                Phrase(ja: "目に見えない文字（U+\(code)）があります", en: "an invisible character (U+\(code)) stands here"),
                Phrase(ja: "この文字を消してください", en: "delete it"))
        case .directionControl:
            let code = String(text[range.lowerBound].value, radix: 16, uppercase: true)
            return report(
                .directionControl, .error,
                Phrase(
                    ja: "文字の向きを変える、目に見えない文字（U+\(code)）があります",
                    en: "an invisible character (U+\(code)) turns the direction of the text"),
                Phrase(ja: "この文字を消し、残った文字を確かめてください", en: "delete it, and check what is left"))
        case .decomposed:
            return report(
                .decomposedCharacter, .error,
                Phrase(
                    ja: "濁点又は半濁点が別の文字になっています（「\(excerpt)」）", en: "\"\(excerpt)\" is written with a separate sound mark"),
                Phrase(
                    ja: "1文字の「\(replacement ?? excerpt)」に直してください",
                    en: "write the one character \"\(replacement ?? excerpt)\""))
        case .compatibilityIdeograph:
            let code = String(text[range.lowerBound].value, radix: 16, uppercase: true)
            return report(
                .decomposedCharacter, .warning,
                Phrase(
                    ja: "「\(excerpt)」は互換用の文字（U+\(code)）です",
                    en: "\"\(excerpt)\" is a compatibility character (U+\(code))"),
                Phrase(ja: "ふつうの「\(replacement ?? "")」に直してください", en: "write the ordinary \"\(replacement ?? "")\""))
        case .unopenedBracket:
            return report(
                .unbalancedBracket, .error,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」に対応する始めの括弧がありません",
                    en: "the bracket \(excerpt) in \"\(around)\" was never opened"),
                Phrase(ja: "始めの括弧を書くか、この括弧を消してください", en: "open it, or delete it"))
        case .unclosedBracket:
            return report(
                .unbalancedBracket, .error,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」が閉じられていません",
                    en: "the bracket \(excerpt) in \"\(around)\" is never closed"),
                Phrase(ja: "対応する終わりの括弧を書いてください", en: "close it"))
        case .otherBracket(let open):
            return report(
                .unbalancedBracket, .error,
                Phrase(
                    ja: "「\(around)」で、「\(open)」が「\(excerpt)」で閉じられています",
                    en: "\(open) is closed by \(excerpt) in \"\(around)\""),
                Phrase(ja: "同じ種類の括弧にそろえてください", en: "use two brackets of a kind"))
        case .otherWidthBracket:
            return report(
                .unbalancedBracket, .warning,
                Phrase(
                    ja: "「\(around)」の括弧の一方が全角、他方が半角です",
                    en: "one bracket in \"\(around)\" is full-width, the other is not"),
                Phrase(ja: "「\(replacement ?? "")」にそろえてください", en: "write \"\(replacement ?? "")\""))
        case .lookAlike(let right):
            return report(
                .lookAlike, .warning,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」は、形の似た別の文字のようです",
                    en: "\"\(excerpt)\" in \"\(around)\" looks like another character than was meant"),
                Phrase(ja: "「\(right)」ではありませんか", en: "did you mean \"\(right)\"?"))
        case .smallTsu:
            return report(
                .lookAlike, .warning,
                Phrase(ja: "「\(around)」の「つ」は、小さい「っ」のようです", en: "the つ in \"\(around)\" seems to be a small っ"),
                Phrase(ja: "「っ」に直してください", en: "write っ"))
        case .doubledParticle where excerpt == "、、" || excerpt == "。。":
            return report(
                .doubledParticle, .warning,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」は、句読点が重なっています",
                    en: "\"\(excerpt)\" in \"\(around)\" is a stop typed twice"),
                Phrase(ja: "一方を消してください", en: "delete one"))
        case .doubledParticle:
            return report(
                .doubledParticle, .warning,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」は、助詞が重なっているようです",
                    en: "\"\(excerpt)\" in \"\(around)\" seems to be a particle typed twice"),
                Phrase(ja: "一方を消してください", en: "delete one"))
        case .largeKana:
            return report(
                .lookAlike, .warning,
                Phrase(
                    ja: "「\(around)」の「\(excerpt)」は、小さい仮名を大きく書いたもののようです",
                    en: "\"\(excerpt)\" in \"\(around)\" seems to have a large kana for a small one"),
                Phrase(ja: "「\(replacement ?? "")」に直してください", en: "write \"\(replacement ?? "")\""))
        case .doubledWord:
            return report(
                .doubledWord, .warning,
                Phrase(
                    ja: "「\(replacement ?? "")」が2回続けて書かれています", en: "\"\(replacement ?? "")\" is written twice in a row"),
                Phrase(ja: "一方を消してください", en: "delete one"))
        case .spaceInWord:
            return report(
                .spaceInWord, .warning,
                Phrase(ja: "「\(around)」に、語や文を切る空白があります", en: "a space breaks a word or sentence in \"\(around)\""),
                Phrase(ja: "空白を消してください", en: "delete the space"))
        }
    }
}
