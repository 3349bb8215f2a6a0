import Bytes
public import Diagnostics
public import Files
import Japanese

/// The tables that words are compared with.
public final class WordTables: Sendable {
    let lexicon: Lexicon
    let homophones: PhraseTable
    let company: HomophoneCompany
    let sequences: CharacterSequences
    let spellings: PhraseTable
    let grammar: PhraseTable
    let typing: PhraseTable
    let loanwords: Loanwords
    let names: NameTable
    public let sounds: KanjiSounds
    public let notices: NoticeRegister
    public let articles: ArticleTable
    public var grades: KanjiGrades { lexicon.grades }

    /// Opens the tables of a folder.
    public init(folder: String) throws(FileError) {
        lexicon = try Lexicon(folder: folder)
        homophones = try PhraseTable(path: "\(folder)/homophones.tsv")
        company = try HomophoneCompany(folder: folder)
        sequences = try CharacterSequences(path: "\(folder)/sequences.bin")
        spellings = try PhraseTable(path: "\(folder)/spellings.tsv")
        grammar = try PhraseTable(path: "\(folder)/grammar.tsv")
        typing = try PhraseTable(path: "\(folder)/typing.tsv")
        loanwords = try Loanwords(folder: folder)
        names = try NameTable(path: "\(folder)/names.tsv")
        sounds = try KanjiSounds(folder: folder)
        notices = try NoticeRegister(path: "\(folder)/notices.tsv")
        articles = try ArticleTable(folder: folder)
    }

    /// The lengths of the words in kanji that a text begins with, shortest first.
    public func lengths(ofWordsBeginning text: ArraySlice<Unicode.Scalar>) -> [Int] {
        lexicon.lengths(ofSingleWordsBeginning: text)
    }
}

extension WordTables {
    /// Whether two kanji share a Sino-Japanese reading.
    public func areReadAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
        one.isKanji && other.isKanji && lexicon.homophones(of: one).contains(other)
    }
}

/// What is wrong with the words of a text, whatever it is about.
public enum Wording {
    /// Names in a text that are not right any more.
    public static func names(in text: [Unicode.Scalar], _ tables: WordTables) -> [WordingFinding] {
        OutdatedNameRule.findings(in: text, tables.names)
    }

    /// What is wrong with an article that the data cite of an act, by what a paper says behind it.
    public static func problem(
        ofArticle detail: String, ofAct number: String, before text: [Unicode.Scalar], _ tables: WordTables
    ) -> Phrase? {
        tables.notices.entry(number).flatMap {
            ArticleRule.problem($0, Array(detail.unicodeScalars), before: text, tables.articles, tables.notices)
        }
    }

    public static func findings(in text: [Unicode.Scalar], _ tables: WordTables) -> [WordingFinding] {
        let found = [
            CitationRule.findings(in: text, tables.notices),
            ArticleRule.findings(in: text, tables.articles, tables.notices),
            OutdatedNameRule.findings(in: text, tables.names),
            HomophoneRule.findings(in: text, tables.homophones, tables.lexicon),
            MisconversionRule.findings(in: text, tables.lexicon),
            HalfWrittenRule.findings(in: text, tables.lexicon),
            CounterRule.findings(in: text, tables.lexicon),
            GrammarRule.findings(in: text, tables.grammar),
            SpellingRule.findings(in: text, tables.spellings),
            LoanwordRule.findings(in: text, tables.loanwords),
            NumeralRule.findings(in: text),
            StyleRule.findings(in: text),
            RomajiRule.findings(in: text),
            SchoolYearRule.findings(in: text),
            EnumerationRule.findings(in: text),
            RewrittenRule.findings(in: text),
            PupilNameRule.findings(in: text),
            ShareRule.findings(in: text),
            TimeRule.findings(in: text),
            FiscalTermRule.findings(in: text),
            FigureRules.findings(in: text),
            HelplineRule.findings(in: text),
            ReadingRule.findings(in: text, tables.sounds),
            PleonasmRule.findings(in: text),
            ListedTwiceRule.findings(in: text),
            AddressSignRule.findings(in: text),
            StopRule.amongNouns(in: text),
            ConcordRule.findings(in: text),
            Sentences.ranges(in: text).flatMap { ContradictionRule.findings(in: text, $0) },
            SignRule.findings(in: text),
            RepeatedSentenceRule.findings(in: text),
            GuidanceTermRule.findings(in: text),
            EarliestRule.findings(in: text),
            VerbalNounRule.findings(in: text, tables.lexicon),
            VerbalNounRule.singleKanji(in: text),
            DoubledWordRule.kanji(in: text, tables.lexicon),
            DroppedParticleRule.findings(in: text, tables.lexicon),
            CompanyRule.findings(in: text, tables.company, tables.lexicon),
            GrammarRule.slips(in: text, tables.typing),
            EmendationRule.findings(in: text, tables),
        ].flatMap(\.self)
        // One slip, one finding: the first rule knows most of it.
        var told: [Range<Int>] = []
        return found.filter { finding in
            guard !told.contains(where: { $0.overlaps(finding.range) }) else { return false }
            told.append(finding.range)
            return true
        }
    }
}

/// Words that public documents write otherwise (公用文における漢字使用等について, 送り仮名の付け方): 行なう, 下さい behind a verb.
enum SpellingRule {
    static func findings(in text: [Unicode.Scalar], _ table: PhraseTable) -> [WordingFinding] {
        table.matches(in: text).map { range, meant in
            let written = String(scalars: text[range])
            return WordingFinding(
                .officialSpelling, range,
                Phrase(
                    ja: "「\(written)」は、公用文では「\(meant)」と書きます",
                    en: "public documents write \"\(meant)\" for \"\(written)\""),
                help: Phrase(ja: "「\(meant)」に直してください", en: "write \"\(meant)\""), replacement: meant)
        }
    }
}
