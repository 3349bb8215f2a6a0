import Diagnostics

/// What can be wrong with a file's YAML, with the message for each.
enum SyntaxProblem {
    case encoding
    case controlCharacter(UInt32)
    case tab
    case anchor, alias, tag, mergeKey, directive, severalDocuments, complexKey
    case duplicateKey(String)
    case depth(Int)
    case indentation
    case reservedIndicator(Character)
    case unterminatedQuote
    case quotedIndentation
    case unterminatedFlow
    case escape
    /// An escape of half a UTF-16 pair, with the character where the other half follows.
    case surrogate(Unicode.Scalar?)
    case unexpected
    case mappingInValue
    case entryInValue
    case ideographicSpace
    case wrongDash
    case blockScalarHeader
    case blockScalarIndentation
    case comment
    case missingColon
    case wrongColon
    case missingComma

    var code: DiagnosticCode {
        switch self {
        case .encoding: .yamlEncoding
        case .controlCharacter: .yamlControlCharacter
        case .tab: .yamlTab
        case .anchor: .yamlAnchor
        case .alias: .yamlAlias
        case .tag: .yamlTag
        case .mergeKey: .yamlMergeKey
        case .directive: .yamlDirective
        case .severalDocuments: .yamlSeveralDocuments
        case .complexKey: .yamlComplexKey
        case .duplicateKey: .yamlDuplicateKey
        case .depth: .yamlDepth
        case .indentation, .blockScalarIndentation, .quotedIndentation: .yamlIndentation
        case .reservedIndicator: .yamlReservedIndicator
        case .unterminatedQuote, .unterminatedFlow: .yamlUnterminated
        case .escape, .surrogate: .yamlEscape
        case .unexpected, .missingComma: .yamlUnexpected
        case .mappingInValue, .entryInValue: .yamlMappingInValue
        case .ideographicSpace: .yamlIdeographicSpace
        case .wrongDash: .yamlDash
        case .blockScalarHeader: .yamlBlockScalarHeader
        case .comment: .yamlComment
        case .missingColon, .wrongColon: .yamlMissingColon
        }
    }

    var summary: Phrase {
        switch self {
        case .encoding:
            Phrase(ja: "UTF-8として読めない文字があります", en: "this is not valid UTF-8")
        case .controlCharacter(let scalar):
            Phrase(
                ja: "使えない制御文字（U+\(hex(scalar))）があります", en: "control character U+\(hex(scalar)) is not allowed")
        case .tab:
            Phrase(ja: "字下げにタブが使われています", en: "a tab is used for indentation")
        case .anchor:
            Phrase(ja: "アンカー（&名前）は使えません", en: "anchors (&name) are not accepted")
        case .alias:
            Phrase(ja: "エイリアス（*名前）は使えません", en: "aliases (*name) are not accepted")
        case .tag:
            Phrase(ja: "タグ（!名前）は使えません", en: "tags (!name) are not accepted")
        case .mergeKey:
            Phrase(ja: "マージキー（<<）は使えません", en: "merge keys (<<) are not accepted")
        case .directive:
            Phrase(ja: "ディレクティブ（%で始まる行）は使えません", en: "directives (lines that begin with %) are not accepted")
        case .severalDocuments:
            Phrase(ja: "1つのファイルに複数の文書があります", en: "the file holds more than one document")
        case .complexKey:
            Phrase(ja: "項目名には1行の文字列だけが使えます", en: "a key must be text on one line")
        case .duplicateKey(let key):
            Phrase(ja: "項目「\(key)」が2回書かれています", en: "the key \"\(key)\" is written twice")
        case .depth(let limit):
            Phrase(ja: "入れ子が\(limit)段を超えています", en: "nesting is deeper than \(limit) levels")
        case .indentation:
            Phrase(ja: "字下げが前の行とそろっていません", en: "the indentation does not match the lines before")
        case .reservedIndicator(let character):
            Phrase(
                ja: "「\(character)」で始まる値は引用符で囲む必要があります", en: "a value cannot begin with \"\(character)\" unless quoted")
        case .unterminatedQuote:
            Phrase(ja: "引用符が閉じられていません", en: "the quotation mark is never closed")
        case .quotedIndentation:
            Phrase(ja: "引用符の中の続きの行が字下げされていません", en: "a line inside quotation marks is not indented")
        case .unterminatedFlow:
            Phrase(ja: "括弧が閉じられていません", en: "the bracket is never closed")
        case .escape:
            Phrase(ja: "「\\」の後の書き方が正しくありません", en: "this escape sequence is not known")
        case .surrogate:
            Phrase(
                ja: "JSONの書き方（2つの\\uで1文字）はYAMLでは使えません",
                en: "this is JSON's way to write one character as two \\u, which YAML does not have")
        case .unexpected:
            Phrase(ja: "ここに書けない文字です", en: "this cannot stand here")
        case .mappingInValue:
            Phrase(ja: "値の中に「: 」があります", en: "the value contains \": \"")
        case .entryInValue:
            Phrase(ja: "前の値の続きの行に「項目名: 値」があります", en: "an entry stands where the value before it goes on")
        case .ideographicSpace:
            Phrase(ja: "行の始めに全角の空白があります", en: "the line begins with a full-width space")
        case .wrongDash:
            Phrase(ja: "一覧の項目の始め方が正しくありません", en: "this is not how an item of a list begins")
        case .blockScalarHeader:
            Phrase(ja: "「|」や「>」の後の指定が正しくありません", en: "this cannot follow \"|\" or \">\"")
        case .blockScalarIndentation:
            Phrase(ja: "最初の空行の字下げが本文より深くなっています", en: "a leading empty line is indented deeper than the text")
        case .comment:
            Phrase(ja: "コメントの「#」の前に空白がありません", en: "a comment needs a space before its \"#\"")
        case .missingColon:
            Phrase(ja: "「項目名: 値」の形になっていません", en: "this is not of the form \"key: value\"")
        case .wrongColon:
            Phrase(ja: "「:」又はその後の空白が全角です", en: "the colon, or the space behind it, is full-width")
        case .missingComma:
            Phrase(ja: "項目の間の「,」がありません", en: "a \",\" between the entries is missing")
        }
    }

    var help: Phrase? {
        switch self {
        case .encoding:
            Phrase(ja: "エディターで文字コードをUTF-8にして保存し直してください", en: "save the file again as UTF-8")
        case .controlCharacter:
            Phrase(ja: "この文字を消してください", en: "delete the character")
        case .tab:
            Phrase(ja: "半角の空白に置き換えてください", en: "use spaces instead")
        case .anchor, .alias, .mergeKey:
            Phrase(ja: "同じ内容でもそれぞれの場所に書いてください", en: "write the value out at each place")
        case .tag:
            Phrase(ja: "「!」から次の空白までを消してください。値の型は項目ごとに決まっています", en: "remove it: each field's type is fixed")
        case .directive:
            Phrase(ja: "この行を消してください", en: "remove the line")
        case .severalDocuments:
            Phrase(ja: "「---」や「...」の行で区切らず、1つのファイルに1つだけ書いてください", en: "put each document in a file of its own")
        case .complexKey:
            Phrase(ja: "「項目名: 値」の形に直してください", en: "write it as \"key: value\"")
        case .duplicateKey:
            Phrase(ja: "どちらか一方を消すか、名前を直してください", en: "remove one of them or rename it")
        case .depth:
            Phrase(ja: "構造を浅くしてください", en: "make the structure flatter")
        case .indentation:
            Phrase(ja: "同じ段の項目は、行頭の空白の数をそろえてください", en: "give entries of the same level the same number of spaces")
        case .blockScalarIndentation:
            Phrase(ja: "空行の空白を消してください", en: "remove the spaces of the empty line")
        case .reservedIndicator, .mappingInValue:
            Phrase(ja: "値全体を「\"」で囲んでください", en: "put the whole value in quotation marks (\")")
        case .entryInValue:
            Phrase(
                ja: "前の行の値を消すか、この行の字下げを前の項目にそろえてください",
                en: "delete the value before it, or indent this line like the entry before")
        case .ideographicSpace:
            Phrase(ja: "半角の空白に置き換えてください", en: "use ASCII spaces instead")
        case .wrongDash:
            Phrase(ja: "半角の「-」と半角の空白で始めてください", en: "begin it with an ASCII hyphen and a space")
        case .unterminatedQuote:
            Phrase(ja: "値の終わりに同じ引用符を付けてください", en: "close the value with the same mark")
        case .quotedIndentation:
            Phrase(ja: "引用符を前の行で閉じるか、この行を字下げしてください", en: "close the quotation on the line before, or indent this line")
        case .unterminatedFlow:
            Phrase(ja: "対応する「]」又は「}」を付け、続きの行は字下げしてください", en: "add the matching ] or }, and indent the lines in between")
        case .escape:
            Phrase(
                ja: "「\\」そのものは「\\\\」と書きます。又は「'」で囲んでください",
                en: "write \\\\ for a backslash, or use single quotation marks")
        case .surrogate(let scalar?):
            Phrase(ja: "「\(scalar)」とそのまま書いてください", en: "write the character itself: \(scalar)")
        case .surrogate(nil):
            Phrase(ja: "文字そのものを書いてください", en: "write the character itself")
        case .unexpected:
            Phrase(
                ja: "値の終わりの余分な文字を消すか、値全体を「\"」で囲んでください", en: "remove it, or put the whole value in quotation marks (\")")
        case .blockScalarHeader:
            Phrase(ja: "「|」「|-」「>」のように書き、本文は次の行から始めてください", en: "write |, |- or >, and begin the text on the next line")
        case .comment:
            Phrase(ja: "「#」の前に空白を入れてください", en: "put a space before it")
        case .missingColon:
            Phrase(ja: "項目名の後に「:」と空白を入れて値を書いてください", en: "put a colon and a space behind the key")
        case .wrongColon:
            Phrase(ja: "半角の「:」と半角の空白に直してください", en: "write an ASCII colon and an ASCII space")
        case .missingComma:
            Phrase(ja: "「,」で区切ってください", en: "separate them with commas")
        }
    }

    private func hex(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
