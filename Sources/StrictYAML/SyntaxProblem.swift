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
            Phrase(
                ja: "「&」で始まる値は、アンカー（値に名前を付ける書き方）とみなされるので、使えません",
                en: "a value that begins with \"&\" is taken for an anchor (&name), which is not accepted")
        case .alias:
            Phrase(
                ja: "「*」で始まる値は、エイリアス（別の場所の値を使う書き方）とみなされるので、使えません",
                en: "a value that begins with \"*\" is taken for an alias (*name), which is not accepted")
        case .tag:
            Phrase(
                ja: "「!」で始まる値は、タグ（値の種類を指定する書き方）とみなされるので、使えません",
                en: "a value that begins with \"!\" is taken for a tag (!name), which is not accepted")
        case .mergeKey:
            Phrase(ja: "マージキー（<<）は使えません", en: "merge keys (<<) are not accepted")
        case .directive:
            Phrase(ja: "ディレクティブ（%で始まる行）は使えません", en: "directives (lines that begin with %) are not accepted")
        case .severalDocuments:
            Phrase(
                ja: "「---」や「...」の行で区切って、一つのファイルに二つ以上のデータが書かれています",
                en: "lines of --- or ... divide the file into several sets of data")
        case .complexKey:
            Phrase(ja: "項目名は、1行の短い文字だけで書きます", en: "a key must be short text on one line")
        case .duplicateKey(let key):
            Phrase(ja: "項目「\(key)」が2回書かれています", en: "the key \"\(key)\" is written twice")
        case .depth(let limit):
            Phrase(
                ja: "括弧や字下げが\(limit)段を超えて重なっています", en: "brackets or indentation are nested deeper than \(limit) levels")
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
                ja: "二つの「\\u」で1文字を表す書き方（JSONの書き方）は使えません",
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
            Phrase(ja: "メモの始まりを表す「#」の前に、半角の空白がありません", en: "a comment needs a space before its \"#\"")
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
        case .mergeKey:
            Phrase(ja: "同じ内容でも、それぞれの場所に書いてください", en: "write the values out at each place")
        case .anchor, .alias:
            Phrase(
                ja: "「\(sign)」も値の文字なら、\(Self.quoting.ja)。ほかの場所と同じ値を使うためなら、その値をここにも書いてください",
                en:
                    "if the \(sign) belongs to the value, \(Self.quoting.en); if it was to repeat a value, write that value out here"
            )
        case .tag:
            Phrase(
                ja: "「!」も値の文字なら、\(Self.quoting.ja)。値の種類の指定なら、「!」から次の空白までを消してください",
                en:
                    "if the ! belongs to the value, \(Self.quoting.en); if it states a type, delete it up to the next space"
            )
        case .directive:
            Phrase(ja: "この行を消してください", en: "remove the line")
        case .severalDocuments:
            Phrase(
                ja: "区切りの行を消し、ほかの教育委員会のデータなら、その教育委員会のファイルに移してください",
                en: "delete the dividing line, and move another board's data into that board's file")
        case .complexKey:
            Phrase(ja: "「項目名: 値」の形に直してください", en: "write it as \"key: value\"")
        case .duplicateKey:
            Phrase(
                ja: "一方を消すか、項目名を直してください。次のまとまりを始める「- 」の行が抜けていることもあります",
                en: "remove one of them or rename it; or the line with \"- \" that begins the next item may be missing")
        case .depth:
            Phrase(ja: "閉じ忘れた括弧や、余分な字下げがないか確かめてください", en: "look for brackets left open or too much indentation")
        case .indentation:
            Phrase(ja: "同じ段の項目は、行頭の空白の数をそろえてください", en: "give entries of the same level the same number of spaces")
        case .blockScalarIndentation:
            Phrase(ja: "空行の空白を消してください", en: "remove the spaces of the empty line")
        case .reservedIndicator, .mappingInValue:
            Self.quoting
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
            Phrase(
                ja: "括弧も値の文字なら、\(Self.quoting.ja)。そうでなければ、対応する「]」又は「}」を付け、続きの行は字下げしてください",
                en:
                    "if the bracket belongs to the value, \(Self.quoting.en); else add the matching ] or }, and indent the lines in between"
            )
        case .escape:
            Phrase(
                ja: "「\\」そのものは「\\\\」と書きます。又は、値全体を「'」で囲んでください",
                en: "write \\\\ for a backslash, or use single quotation marks")
        case .surrogate(let scalar?):
            Phrase(ja: "「\(scalar)」とそのまま書いてください", en: "write the character itself: \(scalar)")
        case .surrogate(nil):
            Phrase(ja: "文字そのものを書いてください", en: "write the character itself")
        case .unexpected:
            Phrase(ja: "余分な文字なら消してください。値の文字なら、\(Self.quoting.ja)", en: "delete it, or \(Self.quoting.en)")
        case .blockScalarHeader:
            Phrase(ja: "「|」「|-」「>」のように書き、本文は次の行から始めてください", en: "write |, |- or >, and begin the text on the next line")
        case .comment:
            Phrase(ja: "「#」の前に半角の空白を入れてください", en: "put a space before it")
        case .missingColon:
            Phrase(ja: "項目名の後に「:」と空白を入れて値を書いてください", en: "put a colon and a space behind the key")
        case .wrongColon:
            Phrase(ja: "半角の「:」と半角の空白に直してください", en: "write an ASCII colon and an ASCII space")
        case .missingComma:
            Phrase(ja: "「,」で区切ってください", en: "separate them with commas")
        }
    }

    /// What makes a sign of YAML's a letter of the value.
    private static let quoting = Phrase(
        ja: "値全体を「\"」（値の中に「\"」があれば「'」）で囲んでください",
        en: "put the whole value in quotation marks: \", or ' where it holds a \"")

    private var sign: Character { if case .anchor = self { "&" } else { "*" } }

    private func hex(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
