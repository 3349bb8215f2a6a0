import Diagnostics
import Foundation
import ShirubeCommand
import TestSupport
import Testing

/// Seeded faults in the sample data and templates, each of which the check must find once, and nothing else with it.
@Suite struct MutationTests {
    struct Mutation: CustomTestStringConvertible, Sendable {
        let file: String
        let right: String
        let wrong: String
        let code: String

        init(_ file: String, _ right: String, _ wrong: String, _ code: String) {
            (self.file, self.right, self.wrong, self.code) = (file, right, wrong, code)
        }

        var testDescription: String { "\(code) \(file): \(right) → \(wrong)" }
    }

    static let mutations =
        causes + slips + periods + dates + typed + wording + facts + characters + structures + [
            Mutation("Templates/facility-list.html", "<h1>", "<h1 data-source=\"criteria@00000000\">", "T040"),
            withReadings("", "J026"),
            withReadings("  - {word: 詳しい, furigana: くわしく}\n  - {word: 詳, furigana: くわ}\n", "D033"),
            Mutation("Data/takarazuka/board.yaml", "\nprefecture: 兵庫県", "\nprefecture: 大阪府", "D020"),
            Mutation("Data/takarazuka/board.yaml", "282146", "282073", "D020"),
            Mutation("Data/takarazuka/board.yaml", "282146", "28214", "R028"),
            Mutation("Data/takarazuka/board.yaml", "\nname: 宝塚市教育委員会", "\nname: 伊丹市教育委員会", "D020"),
            Mutation("Data/takarazuka/board.yaml", "month: 令和4年12月", "month: 令和14年12月", "D007"),
            Mutation("Data/takarazuka/board.yaml", "平成28年法律第105号", "平成28年法津第105号", "D016"),
            Mutation("Data/takarazuka/facilities.yaml", "telephone: 072-764-6335", "telephone: 0797-86-2321", "D015"),
            Mutation(
                "Templates/guideline.html", "（{{board.notices.education-opportunity-act.number}}）",
                "（平成28年法律第150号）", "T024"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "令和7年2月30日現在", "R014"),
            Mutation("Templates/guideline.html", "人格を尊重し、", "人格を尊重し、、", "J007"),
            Mutation(
                "Templates/guideline.html", "人格を尊重し、", "職員80人のうち52人、56％が人格を尊重し、", "D041"),
            Mutation("Templates/guideline.html", "人格を尊重し、", "いのちの電話（0120-783-565）は、人格を尊重し、", "D042"),
            Mutation("Templates/guideline.html", "プライバシーに", "プライバシ―に", "J006"),
            Mutation("Data/takarazuka/facilities.yaml", "allow D017 公表されているURLがhttpのため", "allow D017", "A001"),
            Mutation(
                "Data/takarazuka/board.yaml", "\nprefecture: 兵庫県", "\nprefecture: 兵庫県 # shirube: allow P004 理由", "A002"),
            Mutation(
                "Data/takarazuka/board.yaml", "\nprefecture: 兵庫県", "\nprefecture: 兵庫県 # shirube: allow R001 理由", "A003"),
            Mutation(
                "Data/takarazuka/board.yaml", "\nprefecture: 兵庫県", "\nprefecture: 兵庫県 # shirube: allow D071 理由", "A003"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey\u{7}:", "Y002"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey:\n\tx: 1", "Y003"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: &a", "Y004"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: *a", "Y005"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: !x", "Y006"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\n<<: {}\nsurvey:", "Y007"),
            Mutation(
                "Data/takarazuka/statistics.yaml", "# yaml-language-server", "%YAML 1.2\n---\n# yaml-language-server",
                "Y008"),
            Mutation("Data/takarazuka/statistics.yaml", "\nnational:", "\n---\nnational:", "Y009"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\n? a\n: b\nsurvey:", "Y010"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: {}\nsurvey:", "Y011"),
            Mutation(
                "Data/takarazuka/statistics.yaml", "\nsurvey:",
                "\nsurvey: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "Y012"),
            Mutation("Data/takarazuka/statistics.yaml", "\nnational:", "\n national:", "Y013"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: @x", "Y014"),
            Mutation("Data/takarazuka/statistics.yaml", "rate: 3.03%", "rate: \"3.03%", "Y015"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: \"\\q\"", "Y016"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: \"a\" b", "Y017"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: a: b", "Y018"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: |x", "Y019"),
            Mutation("Data/takarazuka/statistics.yaml", "\nsurvey:", "\nsurvey: \"a\"#b", "Y020"),
            Mutation("Data/takarazuka/statistics.yaml", "\nnational:", "\n名称だけ\nnational:", "Y021"),
            Mutation("Data/takarazuka/statistics.yaml", "\nnational:", "\n　national:", "Y022"),
            Mutation("Data/takarazuka/statistics.yaml", "\nnational:", "\n－ x: y\nnational:", "Y023"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{facilities.as_of", "M001"),
            Mutation("Templates/facility-list.html", "{{/parts/page}}", "{{/parts/page}}{{#board}}", "M002"),
            Mutation("Templates/facility-list.html", "{{/parts/page}}", "{{/board}}{{/parts/page}}", "M003"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{}}", "M004"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{=x=}}", "M005"),
            Mutation("Templates/guideline.html", "{{> parts/public-facilities}}", "{{> parts/nothing}}", "M006"),
            Mutation("Templates/guideline.html", "{{> parts/public-facilities}}", "{{> guideline}}", "M007"),
            Mutation("Templates/guideline.html", "{{> parts/public-facilities}}", "{{> *x}}", "M008"),
            Mutation("Templates/facility-list.html", "{{$main}}", "迷子{{$main}}", "M010"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "nmae: 楽笑", "R001"),
            Mutation("Data/takarazuka/facilities.yaml", "    telephone: 0797-86-2321\n", "", "R002"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: [楽笑]", "R003"),
            Mutation("Data/takarazuka/facilities.yaml", "id: mirai-itami-noma", "id: rakusho", "R004"),
            Mutation("Data/takarazuka/facilities.yaml", "as_of: 令和7年2月14日", "as_of: ", "R005"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑\\a\"", "R006"),
            Mutation("Data/takarazuka/facilities.yaml", "寿町9-10-2F\n    tel", "寿町9-10 寿ビル #203\n    tel", "R007"),
            Mutation("Data/takarazuka/facilities.yaml", "寿町9-10-2F\n    tel", "寿町9-10 寿ビル # 203号室\n    tel", "R007"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321", "note: #1教室\n    telephone: 0797-86-2321",
                "R007"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば　# 改称予定", "R008"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば# 改称予定", "R008"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば　#改称予定", "R008"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば　#2025年度改称", "R008"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば　＃改称予定", "R008"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑\\tスクール\"", "R006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑\tスクール", "R006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑\\x9fスクール\"", "R006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑\\x7fスクール\"", "R006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"\\uD83D\\uDE05\"", "Y016"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "note: ※見学できます\n    telephone: 0797-86-2321", "R009"),
            Mutation("Data/takarazuka/board.yaml", "title: 生徒指導提要", "title: 「生徒指導提要」", "R009"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "note: 令和7年2月30日まで休館\n    telephone: 0797-86-2321", "R014"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "note: 令和7年2月14日（木）は休館\n    telephone: 0797-86-2321", "R016"),
            Mutation("Data/takarazuka/board.yaml", "municipality: 宝塚市", "municipality: 宝塚", "D020"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "note: 令和7年（2024年）に開設\n    telephone: 0797-86-2321", "R015"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "note: 平成32年に開設\n    telephone: 0797-86-2321", "R015"),
            Mutation("Data/takarazuka/board.yaml", "issuer: 文部科学省初等中等教育局長", "issuer: 文部科学省初等中等教育局長通知", "R009"),
            Mutation("Data/setagaya/programs.yaml", "event: 本格実施\n", "event: 本格実施（予定）\n", "R009"),
            Mutation(
                "Data/setagaya/programs.yaml", "partner: 認定特定非営利活動法人カタリバ",
                "partner: 認定特定非営利活動法人カタリバ（以下「協働事業者」という。）", "R009"),
            Mutation(
                "Data/setagaya/programs.yaml", "operator_selection: 公募型プロポーザル", "operator_selection: 公募型プロポーザルにより選定する",
                "R009"),
            Mutation("Data/setagaya/programs.yaml", "月に数回、1回につき数時間", "月に数回開設する", "R009"),
            Mutation("Data/setagaya/board.yaml", "addressee: 文教常任委員会 ", "addressee: 文教常任委員会資料 ", "R009"),
            Mutation(
                "Data/setagaya/board.yaml", "支援事業委託について\n", "支援事業委託について（案）\n    draft: true\n", "R009"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクール\u{202E}みらい", "J014"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクール\u{61C}みらい", "J014"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクール\u{3164}みらい", "J003"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクール\u{2800}みらい", "J003"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクール\u{115F}みらい", "J003"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "name: フリースクールみらい 伊丹野間校", "name: \"フリースクール\\U0001FFFEみらい 伊丹野間校\"",
                "J003"),
            Mutation("Data/takarazuka/facilities.yaml", "name: WILL学園", "name: WІLL学園", "J006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクールみらい か゛", "J004"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクールみらい ハ゜", "J004"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクールみらい かﾞ", "J004"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクールみらい ｳﾞｨ", "J002"),
            Mutation("Templates/facility-list.html", "<h1>{{document.title}}", "<h1>{document.title}", "T029"),
            Mutation("Templates/facility-list.html", "<h1>{{document.title}}", "<h1>｛｛document.title｝｝", "T029"),
            Mutation("Data/takarazuka/facilities.yaml", "id: rakusho", "id: 楽笑", "R010"),
            Mutation("Data/takarazuka/facilities.yaml", "as_of: 令和7年2月14日", "as_of: 45702", "R011"),
            Mutation("Data/takarazuka/board.yaml", "issued: 令和7年3月", "issued: 3月", "R012"),
            Mutation("Data/takarazuka/facilities.yaml", "from: 令和2年度", "from: 二年", "R013"),
            Mutation("Data/takarazuka/facilities.yaml", "as_of: 令和7年2月14日", "as_of: 令和7年2月14日（木）", "R016"),
            Mutation("Data/takarazuka/statistics.yaml", "346,482", "34万", "R017"),
            Mutation("Data/takarazuka/statistics.yaml", "rate: 3.7%", "rate: 3.7割", "R019"),
            Mutation("Data/setagaya/programs.yaml", "budget: 7,892千円", "budget: 7,892", "R020"),
            Mutation("Data/takarazuka/facilities.yaml", "postal_code: 665-0865", "postal_code: 6650865", "R021"),
            Mutation("Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321", "telephone: 0797-86-232", "R022"),
            Mutation("Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321", "telephone: 0797862321", "R023"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "telephone: 0797-86-2321\n    web: example",
                "R024"),
            Mutation(
                "Data/takarazuka/board.yaml", "\n  postal_code: 665-8665", "\n  email: x\n  postal_code: 665-8665",
                "R025"),
            Mutation("Data/takarazuka/board.yaml", "digits: halfwidth", "digits: half", "R026"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321",
                "telephone: 0797-86-2321\n    corporate_number: 1000012110003", "R029"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑 フリースクール\n    furigana: ラクショウ フリースクール",
                "R030"),
            Mutation("Data/takarazuka/statistics.yaml", "\n  fiscal_year: 令和5年度", "\n  fiscal_year: 令和4年度", "D006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: トライ式高等学院中等部 梅田", "name: トライ式高等学院中等部 豊中", "D014"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "web: https://www.kande-gakuen.jp",
                "web: http://www.kande-gakuen.jp",
                "D017"),
            Mutation(
                "Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール",
                "name: 楽笑ああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああ", "D018"),
            Mutation("Data/takarazuka/board.yaml", "columns: 40", "columns: 5", "D019"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑\u{FFFD}", "J001"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ～楽笑〜", "J010"),
            Mutation("Templates/guideline.html", "本人又は保護者の意思", "本人または保護者の意思", "J017"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{{facilities.as_of}}}", "T002"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1>&", "T004"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1>A&B", "T004"),
            Mutation("Templates/facility-list.html", "id=\"notes\"", "id=\"x&lt;/style&gt;&lt;script&gt;\"", "T030"),
            Mutation(
                "Templates/facility-list.html", "id=\"notes\"", "id=\"{{facilities.as_of}} {{board.name}}\"", "T030"),
            Mutation("Templates/facility-list.html", "id=\"notes\"", "x:id=\"notes\"", "T006"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{facilities.as_of}}日", "T031"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{board.edition.fiscal_year}}年度", "T031"),
            Mutation(
                "Templates/facility-list.html", "{{facilities.as_of}}", "{{statistics.city.latest.rate}}%", "T031"),
            Mutation(
                "Templates/facility-list.html", "{{facilities.as_of}}", "〒{{board.contact.postal_code.mark}}", "T031"),
            Mutation(
                "Templates/facility-list.html", "<h1>", "<p><input type=\"submit\" aria-label=\"x\"/></p><h1>", "T030"),
            Mutation(
                "Templates/parts/page.html", "<meta name=\"viewport\"",
                "<meta name=\"referrer\" content=\"unsafe-url\"/><meta name=\"viewport\"",
                "T030"),
            Mutation("Templates/facility-list.html", "<h1>", "<p>東&#x202e;京</p><h1>", "J014"),
            Mutation("Templates/facility-list.html", "<h1>", "<p title=\"東\u{202E}京\">東京</p><h1>", "J014"),
            Mutation("Templates/facility-list.html", "<h1>", "<p>東&#8203;京</p><h1>", "J003"),
            Mutation("Templates/facility-list.html", "<h1>", "<p title=\"東\u{200B}京\">東京</p><h1>", "J003"),
            Mutation("Templates/facility-list.html", "<h1>", "<p>東\u{9B}31m京</p><h1>", "T004"),
            Mutation("Templates/facility-list.html", "<h1>", "<p>東&#155;31m京</p><h1>", "T004"),
            Mutation("Templates/style/table.css", "/*", "/* \u{202E} */ /*", "T030"),
            Mutation(
                "Templates/facility-list.html", "<h1>",
                "<filter of=\"list\" by=\"data-kind\" label=\"a\"/><filter of=\"list\" by=\"data-kind\" label=\"b\"/><table id=\"list\"><caption>表</caption><tbody><tr><th scope=\"row\">一</th></tr></tbody></table><h1>",
                "T008"),
            Mutation("Templates/facility-list.html", "<h1>", "{{#board.web}}<p>{{/board.web}}</p><h1>", "T032"),
            Mutation(
                "Templates/facility-list.html", "<h1>", "<p {{#board.web}}title=\"x\"{{/board.web}}>x</p><h1>", "T032"),
            Mutation(
                "Templates/facility-list.html", "<h1>", "<!-- {{#board.web}} -->x<!-- {{/board.web}} --><h1>", "T032"),
            Mutation("Templates/parts/page.html", "charset=\"UTF-8\"", "charset=\"Shift_JIS\"", "T030"),
            Mutation("Templates/style/table.css", "/*", "@import url(https://example.com/a.css); /*", "T030"),
            Mutation(
                "Templates/style/table.css", "/*", "td[data-x^=a] { background: \\75rl(//example.com/a) } /*", "T030"),
            Mutation(
                "Templates/parts/page.html", "<link rel=\"stylesheet\" href=\"style/base.css\"/>",
                "<link rel=\"stylesheet\" href=\"style/base.css\"/><link rel=\"icon\" href=\"https://example.com/a.png\"/>",
                "T030"),
            Mutation(
                "Templates/parts/page.html", "rel=\"stylesheet\" href=\"style/base",
                "rel=\"Stylesheet \" href=\"style/base", "T030"),
            Mutation("Templates/style/table.css", "/*", "b { content: \"</style>\" } /*", "T030"),
            Mutation("Templates/style/table.css", "/*", "b { background: \\75\rrl(//example.com/a) } /*", "T030"),
            Mutation("Templates/style/table.css", "/*", "b { background: \\75\u{C}rl(//example.com/a) } /*", "T030"),
            Mutation(
                "Templates/style/table.css", "/*",
                "b { content: \"/*\"; background: url(//example.com/a); quotes: \"*/\" } /*", "T030"),
            Mutation(
                "Templates/style/table.css", "/*",
                "b { background: url(data:,/*) } i { background: url(//example.com/a) } /*", "T030"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1 hidden>", "T004"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1>あ<br>い", "T004"),
            Mutation("Templates/facility-list.html", "<h1>", "<blink/><h1>", "T005"),
            Mutation("Templates/facility-list.html", "<p class=\"lead\">", "<p style=\"x\">", "T006"),
            Mutation("Templates/facility-list.html", "id=\"notes\"", "id=\"facilities\"", "T008"),
            Mutation("Templates/parts/page.html", "style/base.css", "style/bass.css", "T010"),
            Mutation("Templates/facility-list.html", "{{facilities.as_of}}", "{{facilities.listed}}", "T011"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1><p>あ</p>", "T012"),
            Mutation(
                "Templates/takarazuka/guideline.html", "{{<guideline}}", "{{<guideline}}{{$nothing}}あ{{/nothing}}",
                "T014"),
            Mutation("Data/takarazuka/board.yaml", "    issuer: 文部科学省初等中等教育局長\n", "", "T015"),
            Mutation(
                "Data/takarazuka/board.yaml", "title: 不登校児童生徒を支援する民間施設一覧",
                "title: 不登校児童生徒を支援する民間施設一覧\n    addressee: 市民", "T023"),
            Mutation("Templates/guideline.html", "{{statistics.national.latest.count}}人", "346,482人", "T018"),
            Mutation("Templates/guideline.html", "{{statistics.city.latest.count}}人", "512人", "T018"),
            Mutation("Templates/guideline.html", "（様式1）", "（様式１）", "J011"),
            Mutation("Templates/guideline.html", "児童生徒の人格を尊重し", "児童生徒のの人格を尊重し", "J007"),
            Mutation("Templates/guideline.html", "児童生徒の人格を尊重し", "児童生徒の人格をを尊重し", "J007"),
            Mutation("Templates/guideline.html", "ICT（情報通信技術）", "ICT（情報通信技術", "J005"),
            Mutation("Templates/guideline.html", "ICT（情報通信技術）", "ICT情報通信技術）", "J005"),
            Mutation("Templates/guideline.html", "学習や活動の様子", "学習 や活動の様子", "J008"),
            Mutation("Templates/guideline.html", "施設にあっては、公認", "施設にあつては、公認", "J006"),
            Mutation("Templates/guideline.html", "人格を尊重し、一人一人", "人格を尊重し、一人ー人", "J006"),
            Mutation("Templates/guideline.html", "家庭その他の場所", "家庭その他の場所ヘ", "J006"),
            Mutation("Templates/takarazuka/guideline.html", "「Palたからづか」", "「PdIたからづか」", "J006"),
            Mutation("Templates/guideline.html", "<ref to=\"procedure form\" form=\"page\"/>で説明", "Ⅰの7で説明", "T019"),
            Mutation(
                "Templates/guideline.html", "<ref to=\"procedure form\" form=\"page\"/>で説明",
                "<ref to=\"proceduer form\" form=\"page\"/>で説明", "T007"),
            Mutation("Templates/guideline.html", "<h4>実施主体について</h4>", "<h5>実施主体について</h5>", "T013"),
            Mutation("Templates/facility-list.html", "<h1>", "<h1>別</h1><h1>", "T020"),
            Mutation("Templates/parts/facility-table.html", "<th scope=\"col\">名称", "<th>名称", "T021"),
            Mutation(
                "Templates/parts/facility-table.html", "<th scope=\"col\">名称", "<th scope=\"column\">名称", "T021"),
            Mutation("Templates/guideline.html", "<p>ICTを用いて", "<p>2025年4月8日(月)にICTを用いて", "R016"),
            Mutation("Templates/guideline.html", "<p>ICTを用いて", "<p>令和7年13月にICTを用いて", "R014"),
            Mutation("Templates/guideline.html", "<p>ICTを用いて", "<p>平成35年度にICTを用いて", "R015"),
            Mutation(
                "Templates/parts/guardian-sender.html", "{{/prefix}}-guardian\">", "{{/prefix}}-gardian\">", "T022"),
            Mutation(
                "Templates/guideline.html",
                "{{board.notices.attendance-notice.number}}{{board.notices.attendance-notice.issuer}}通知「",
                "文科初第698号{{board.notices.attendance-notice.issuer}}通知「", "T024"),
            Mutation("Templates/guideline.html", "{{document.title}}", "{{document.titel}}", "T001"),
            Mutation("Data/takarazuka/board.yaml", "id: guidance-handbook", "id: guidance-handbok", "T001"),
            Mutation("Data/takarazuka/board.yaml", "id: guidance-handbook", "id: seito-shido-teiyo", "T001"),
            Mutation(
                "Templates/guideline.html", "{{board.notices.guidance-handbook.month}}",
                "{{board.notices.guidance-handbok.month}}", "T001"),
            Mutation("Data/takarazuka/facilities.yaml", "北昭和町3-18", "北昭和町３ー18", "J006"),
            Mutation("Data/takarazuka/facilities.yaml", "name: トライ式高等学院中等部 西宮北口", "name: トライ式高等学院中等部 西宮北ロ", "J006"),
            Mutation("Data/takarazuka/facilities.yaml", "postal_code: 564-0051", "postal_code: 651-0086", "P004"),
            Mutation("Data/takarazuka/facilities.yaml", "postal_code: 564-0051", "postal_code: 999-9999", "P003"),
            Mutation("Data/takarazuka/facilities.yaml", "address: 兵庫県芦屋市上宮川町", "address: 兵庫県芦屋市上宮川", "P005"),
            Mutation("Data/takarazuka/facilities.yaml", "postal_code: 664-0873", "postal_code: 664-0875", "P005"),
            Mutation("Data/takarazuka/facilities.yaml", "postal_code: 665-0865", "postal_code: 665-0000", "P005"),
            Mutation("Data/takarazuka/facilities.yaml", "address: 大阪府豊中市", "address: 大阪府豐中市", "P008"),
            Mutation("Data/takarazuka/facilities.yaml", "0797-86-2321", "011-786-2321", "P006"),
            Mutation("Data/takarazuka/facilities.yaml", "0797-86-2321", "08-1234-5678", "P009"),
            Mutation("Data/takarazuka/facilities.yaml", "0797-86-2321", "0797-86-2321 内線12", "R022"),
            Mutation("Data/takarazuka/facilities.yaml", "0120-025-215", "0120-919-439", "D015"),
            Mutation("Data/takarazuka/facilities.yaml", "兵庫県宝塚市寿町", "宝塚市寿町", "P007"),
            Mutation("Data/takarazuka/facilities.yaml", "as_of: 令和7年2月14日", "as_of: 令和8年2月14日", "D007"),
            Mutation("Data/takarazuka/facilities.yaml", "from: 令和2年度", "from: 令和7年度", "D008"),
            Mutation("Data/takarazuka/statistics.yaml", "346,482", "364,482", "D040"),
            Mutation("Data/takarazuka/statistics.yaml", "346,482", "3,464,820", "D040"),
            Mutation("Data/takarazuka/statistics.yaml", "rate: 3.7%", "rate: 37%", "D005"),
            Mutation("Data/takarazuka/statistics.yaml", "fiscal_year: 平成27年度", "fiscal_year: 平成26年度", "D001"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "文科初第698号", "D016"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "2文科初第698号", "D016"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "R1文科初第698号", "D016"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "（元文科初第698号）", "D016"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "令2文科初第698号", "D016"),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "平元文科初第698号", "D016"),
            Mutation("Data/takarazuka/board.yaml", "issued: 令和7年3月", "issued: 令和7年5月", "D007"),
            Mutation("Data/takarazuka/board.yaml", "282146", "282147", "R028"),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 9回", "R027"),
            Mutation("Data/setagaya/programs.yaml", "participants: 11", "participants: 21", "D010"),
            Mutation("Data/setagaya/programs.yaml", "minutes_to: 60", "minutes_to: 20", "D013"),
            Mutation("Data/setagaya/programs.yaml", "as_of: 令和5年1月31日", "as_of: 令和6年1月31日", "D011"),
            Mutation("Data/setagaya/programs.yaml", "    as_of: 令和5年1月31日\n", "", "D011"),
            Mutation("Data/setagaya/programs.yaml", "month: 令和5年4月", "month: 令和7年4月", "D012"),
            Mutation("Data/setagaya/programs.yaml", "to: 令和4年度", "to: 令和3年度", "D009"),
            Mutation("Data/setagaya/board.yaml", "令和5年2月6日", "令和5年2月29日", "R014"),
            Mutation("Data/setagaya/board.yaml", "令和5年2月6日", "平成35年2月6日", "R015"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"楽笑 フリースクール \"", "J009"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール\n", "name: 楽笑 フリースクール \t\n", "J009"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑･フリースクール", "J002"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑 ﾌﾘｰｽｸｰﾙ", "J002"),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 楽笑\u{200B} フリースクール", "J003"),
            Mutation("Data/takarazuka/facilities.yaml", "name: フリースクールみらい", "name: フリースクールみらい（", "J005"),
            Mutation("Data/takarazuka/facilities.yaml", "兵庫県宝塚市寿町", "兵庫県宝\u{FA10}市寿町", "J004"),
        ]

    /// Faults in the data alone.
    static let slips = [
        Mutation("Data/takarazuka/board.yaml", "formats: [html, text,", "formats: [html, html,", "R026"),
        Mutation("Data/takarazuka/board.yaml", "issuer: 兵庫県教育委員会", "issuer: 大阪府教育委員会", "D023"),
        Mutation("Data/takarazuka/facilities.yaml", "to: 令和6年度", "to: 令和4年度", "D025"),
        Mutation(
            "Data/takarazuka/board.yaml", "fiscal_year: 令和6年度          # 元号と年度（西暦では書かない）\n  issued: 令和7年3月",
            "fiscal_year: 令和7年度\n  issued: 令和8年3月", "D025"),
        Mutation(
            "Data/setagaya/board.yaml",
            "fiscal_year: 令和4年度          # 報告する時点の年度（事業を行う年度ではなく）\n  issued: 令和5年2月",
            "fiscal_year: 令和5年度\n  issued: 令和6年2月", "D025"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 181,272", "count: 118,272", "D040"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 346,482", "count: 236,482", "D040"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 144,031", "count: 244,031", "D040"),
        Mutation(
            "Data/setagaya/board.yaml", "  - id: report\n", "  - id: report\n    per_facility: true\n", "D022"),
        Mutation(
            "Data/takarazuka/statistics.yaml", "count: 346,482",
            "count: 346,482\n      primary: 130,370\n      lower_secondary: 216,121", "D021"),
        Mutation(
            "Data/setagaya/programs.yaml", "    budget_note",
            "    budget_lines: [{name: 委託料, amount: \"7,500千円\"}, {name: 通信費, amount: \"329千円\"}]\n    budget_note",
            "D021"),
        Mutation(
            "Data/takarazuka/board.yaml", "date: 令和元年10月25日", "date: 令和元年10月25日\n    month: 令和元年11月", "D007"),
        Mutation(
            "Data/takarazuka/board.yaml", "\nprefecture: 兵庫県", "\nrequest: {pupil_name: 宝塚 花子}\nprefecture: 兵庫県", "D037"
        ),
        Mutation(
            "Data/takarazuka/facilities.yaml", "https://www.kande-gakuen.jp", "https://www.kande-gakuen.jp.", "R024"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "https://www.kande-gakuen.jp", "https://www.kande-gakuen.jp,", "R024"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "https://www.kande-gakuen.jp", "https://www.kande-gakuen,jp", "R024"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "https://www.kande-gakuen.jp", "https://https://www.kande-gakuen.jp",
            "R024"),
        Mutation(
            "Data/takarazuka/board.yaml", "\n  postal_code: 665-8665",
            "\n  email: kyoiku@city.example.jp.\n  postal_code: 665-8665", "R025"),
        Mutation("Data/takarazuka/facilities.yaml", "兵庫県伊丹市野間2丁目7-41", "兵庫県伊丹市野間2丁目丁目7-41", "J013"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "兵庫県芦屋市上宮川町4-1 1F(クラーク記念国際高校 建物内)",
            "兵庫県芦屋市上宮川町4-1 1F(クラーク記念国際高校 建物内）", "J005"),
    ]

    /// Dates in prose and in a schedule that cannot be, each with the code that it has in data.
    static let dates = [
        Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "令和7年2月15日（金）現在", "R016"),
        Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "平成37年2月14日現在", "R015"),
        Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "令和元年4月1日現在", "R015"),
        Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "2025年2月15日(金)現在", "R016"),
        Mutation("Templates/facility-list.html", "{{facilities.as_of}}現在", "令和7年13月現在", "R014"),
        Mutation("Data/setagaya/programs.yaml", "month: 令和5年4月", "month: 平成5年4月", "D012"),
        Mutation("Data/setagaya/programs.yaml", "month: 令和6年4月", "month: 令和60年4月", "D012"),
        Mutation("Data/setagaya/programs.yaml", "month: 令和6年2月", "month: 令和5年2月", "D012"),
    ]

    /// Figures typed that the data has, in any writing.
    static let typed = [
        Mutation("Templates/setagaya/report.html", "{{plan.experience.capacity}}人", "２０人", "T018"),
        Mutation("Templates/setagaya/report.html", "{{plan.experience.capacity}}人", "二十人", "T018"),
        Mutation("Templates/setagaya/report.html", "{{plan.room.capacity}}人", "１００人", "T018"),
        Mutation(
            "Templates/setagaya/report.html", "<span class=\"unbroken\">{{plan.fiscal_year}}</span>は、モデル事業として",
            "令和５年度は、モデル事業として", "T018"),
        Mutation("Templates/guideline.html", "{{board.edition.issued}}</p>", "令和7年3月</p>", "T018"),
        Mutation(
            "Templates/guideline.html", "<span class=\"unbroken\">{{statistics.survey.fiscal_year}}</span>の「",
            "令和5年度の「", "T018"),
        Mutation(
            "Templates/guideline.html", "<span class=\"unbroken\">{{statistics.national.rising_years}}年</span>連続",
            "11年連続", "T018"),
        Mutation("Templates/guideline.html", "{{statistics.city.times}}倍", "1.8倍", "T018"),
        Mutation(
            "Templates/guideline.html", "{{board.notices.attendance-notice.date}}付け", "令和元年10月25日付け", "T018"),
        Mutation("Templates/parts/facility-table.html", "{{facilities.private.count}}施設", "12施設", "T018"),
    ]

    /// Periods that begin or end where nothing is known.
    static let periods = [
        Mutation("Data/takarazuka/facilities.yaml", "to: 令和6年度", "to: 令和7年度", "D008"),
        Mutation("Data/takarazuka/facilities.yaml", "to: 令和6年度", "to: 令和元年度", "D008"),
        Mutation("Data/takarazuka/facilities.yaml", "from: 令和2年度", "from: 平成22年度", "D008"),
    ]

    /// One thing named or cited in two ways, in the data and in templates.
    static let facts = [
        Mutation("Data/takarazuka/board.yaml", "detail: 第13条", "detail: 第3条", "J023"),
        Mutation("Data/takarazuka/board.yaml", "detail: 第2条第2号", "detail: 第2条第6号", "J023"),
        Mutation("Data/takarazuka/board.yaml", "detail: 別記1及び別記2", "detail: 別紙1及び別紙2", "J023"),
        Mutation("Data/takarazuka/board.yaml", "month: 令和4年12月", "month: 令和2年12月", "J023"),
        Mutation("Data/takarazuka/board.yaml", "title: 生徒指導提要", "title: 生徒指導要領", "J023"),
        Mutation("Data/takarazuka/board.yaml", "issuer: 文部省", "issuer: 厚生省", "J023"),
        Mutation("Data/takarazuka/board.yaml", "title: 不登校児童生徒を支援する民間施設一覧", "title: 不登校生徒を支援する民間施設一覧", "J025"),
        Mutation("Data/setagaya/board.yaml", "児童・生徒への支援事業委託", "児童・制度への支援事業委託", "J025"),
        Mutation("Data/setagaya/board.yaml", "section: 教育相談・支援課", "section: 教育相談・支援科", "J025"),
        Mutation("Data/setagaya/board.yaml", "addressee: 文教常任委員会", "addressee: 文教常置委員会", "J025"),
        Mutation("Data/setagaya/programs.yaml", "desk: 不登校支援窓口（教育総合センター内）", "desk: 不登校支援窓口（総合教育センター内）", "J025"),
        Mutation("Data/takarazuka/programs.yaml", "name: 児童館の学習支援", "name: 公民館の学習支援", "J025"),
        Mutation("Data/takarazuka/facilities.yaml", "但馬やまびこの郷", "但馬やまびこの里", "J025"),
        Mutation("Data/takarazuka/facilities.yaml", "division: 中学部", "division: 中等部", "D035"),
        Mutation("Data/takarazuka/programs.yaml", "中学生を対象とする「Pal", "小学生を対象とする「Pal", "D035"),
        Mutation("Data/takarazuka/facilities.yaml", "健隆ビルII7階", "健隆ビル117階", "P005"),
        Mutation("Data/takarazuka/facilities.yaml", "telephone: 0797-38-7686", "telephone: 079-738-7686", "R023"),
        Mutation("Data/takarazuka/programs.yaml", "title: 市及び県の施設", "title: 市及び区の施設", "D023"),
        Mutation("Data/setagaya/board.yaml", "date: 令和5年2月6日", "date: 令和5年2月5日", "D043"),
        Mutation(
            "Templates/guideline.html", "{{/facilities.has_public}}を<ref to=\"support\"",
            "{{/facilities.has_public}}を<ref to=\"private\"", "T038"),
        Mutation("Templates/form2.html", "<legend>学校長の意見", "<legend>保護者の意見", "T038"),
        Mutation("Templates/parts/day-cells.html", "日の方法：訪問", "日の方法：通所", "T038"),
        Mutation("Templates/amendments.html", "左が新（", "右が新（", "T038"),
        Mutation("Templates/sources.html", "\"30%\">出典</th>", "\"30%\">出展</th>", "J016"),
        Mutation("Templates/guideline.html", "困難課題対応的生徒指導：", "困難課題早期的生徒指導：", "J016"),
        Mutation("Templates/guideline.html", "早くても保護者が依頼した日から", "早くても保護者が依頼した日まで", "J018"),
    ]

    /// Two writings of one word, and labels that nothing bears.
    static let wording = [
        Mutation("Data/takarazuka/programs.yaml", "学校、教育委員会及び関係機関", "学校、教育委員会および関係機関", "J017"),
        Mutation("Data/takarazuka/programs.yaml", "及び小学生を対象とする「CoCo", "及び小学生を対象とする「CoCO", "J006"),
        Mutation("Templates/guideline.html", "出席扱いの手続{{/procedure_heading}}", "出席扱いの手続き{{/procedure_heading}}", "J012"),
        Mutation("Templates/guideline.html", "次の取組を行って", "次の取り組みを行って", "J017"),
        Mutation("Data/takarazuka/board.yaml", "number: 元文科初第698号", "number: 元文科初第689号", "J023"),
        Mutation("Data/takarazuka/board.yaml", "date: 令和元年10月25日", "date: 令和元年10月15日", "J023"),
        Mutation("Data/takarazuka/board.yaml", "number: 平成28年法律第105号", "number: 平成28年法律第150号", "J023"),
        Mutation("Templates/guideline.html", "<p>ICTを用いて", "<p>「Palたからずか」で、ICTを用いて", "J025"),
        Mutation("Data/takarazuka/programs.yaml", "担当者が各学校を訪ね", "担当者が年に8回、各学校を訪ね", "D030"),
        Mutation("Data/takarazuka/facilities.yaml", "http://www.seishonen.or.jp", "http://www.seishonen.or.jo", "D032"),
        Mutation("Data/takarazuka/programs.yaml", "description: 欠席が長くなって", "description: 年1回、欠席が長くなって", "D030"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール",
            "name: 楽笑 フリースクール\n    furigana: らくしょう ふりーすぺーす", "D033"),
        Mutation(
            "Data/takarazuka/facilities.yaml", "学校法人角川ドワンゴ学園 N中等部 神戸", "学校法人門川ドワンゴ学園 N中等部 神戸", "J025"),
        Mutation("Data/takarazuka/facilities.yaml", "中学1年生から3年生", "中学1年生から4年生", "D035"),
        Mutation("Data/setagaya/programs.yaml", "budget: 7,892千円", "budget: 7,892円", "D034"),
        Mutation("Data/setagaya/programs.yaml", "- month: 令和6年4月", "- month: 令和7年4月", "D012"),
        Mutation("Data/setagaya/board.yaml", "title: 令和５年度オンライン", "title: 令和６年度オンライン", "D025"),
        Mutation("Templates/setagaya/report.html", "{{desk}}の三者が", "{{desk}}の四者が", "D036"),
        Mutation("Templates/setagaya/report.html", "<p>民間事業者に委託して実施", "<p>本市が民間事業者に委託して実施", "D023"),
        Mutation("Templates/takarazuka/guideline.html", "兵庫県及び宝塚市の施設", "兵庫県及び伊丹市の施設", "D023"),
        Mutation("Templates/takarazuka/guideline.html", "兵庫県及び宝塚市の施設", "大阪府及び宝塚市の施設", "D023"),
        Mutation("Templates/sources.html", "data-width=\"28%\"", "data-width=\"38%\"", "T021"),
        Mutation("Templates/words/en.txt", "{last-figure} in {last}", "{last-figure} at last", "T004"),
        Mutation("Data/takarazuka/programs.yaml", "自校の支援に生かします。", "自校の支援に生かす。", "J019"),
        Mutation("Templates/takarazuka/guideline.html", "できるものは、次の", "できるものは、表3の", "T019"),
        Mutation("Templates/guideline.html", "次に掲げる支援のうち", "次に掲げる三つの支援のうち", "T028"),
        Mutation(
            "Templates/guideline.html", "における{{board.municipality}}の不登校児童生徒は", "における全国の不登校児童生徒は", "T038"),
        Mutation("Templates/guideline.html", "全国（人）", "全国（千人）", "T038"),
        Mutation(
            "Templates/parts/public-facilities.html", "<th scope=\"col\">ウェブサイト</th>", "<th scope=\"col\">備考</th>",
            "T038"),
        Mutation(
            "Templates/parts/facility-table.html", "<th scope=\"col\">所在地</th><th scope=\"col\">電話番号</th>",
            "<th scope=\"col\">電話番号</th><th scope=\"col\">所在地</th>", "T038"),
        Mutation(
            "Templates/parts/facility-table.html",
            "{{facilities.listed.from}}</span>から<span class=\"unbroken\">{{facilities.listed.to}}",
            "{{facilities.listed.to}}</span>から<span class=\"unbroken\">{{facilities.listed.from}}", "T038"),
        Mutation(
            "Templates/parts/private-facility-fields.html", "-facility-address\">所在地", "-facility-address\">名称",
            "T038"),
        Mutation("Templates/parts/private-facility-fields.html", "{{facility.address}}", "{{facility.name}}", "T038"),
        Mutation(
            "Templates/parts/private-facility-fields.html", "{{board.request.facility_postal_code.mark}}",
            "{{board.request.facility_telephone}}", "T038"),
        Mutation(
            "Templates/parts/pupil-fields.html", "{{board.request.pupil_furigana}}</span>",
            "{{board.request.pupil_name}}</span>", "T038"),
        Mutation(
            "Templates/parts/guardian-sender.html",
            "保護者氏名　</span><span class=\"form-value\">{{board.request.guardian}}",
            "保護者氏名　</span><span class=\"form-value\">{{board.request.guardian_telephone}}", "T038"),
        Mutation("Data/takarazuka/facilities.yaml", "telephone: 072-764-6335", "telephone: 072-000-0000", "J015"),
        Mutation("Data/takarazuka/facilities.yaml", "https://www.kande-gakuen.jp", "https://www.example.jp", "J015"),
        Mutation("Templates/facility-list.html", "<dt>所在地</dt>", "<dt>電話番号</dt>", "T038"),
        Mutation(
            "Templates/guideline.html", "{{facilities.listed.to}}</span>までの間に、",
            "{{facilities.listed.from}}</span>までの間に、", "T038"),
        Mutation("Templates/guideline.html", "<p>ICTを用いて", "<p>ＩＣＴを用いて", "J012"),
        Mutation("Templates/guideline.html", "学校長は、依頼があったこと", "学校長は、依頼があったこと（電話0797-77-202）", "R022"),
        Mutation("Templates/guideline.html", "学校長は、依頼があったこと", "学校長は、依頼があったこと（0120-0252-15）", "R023"),
        Mutation("Templates/guideline.html", "学校長は、依頼があったこと", "学校長は、依頼があったこと（〒665-086）", "R021"),
        Mutation("Templates/guideline.html", "依頼します（※1）", "依頼します（※2）", "T019"),
        Mutation("Templates/guideline.html", "<ref to=\"form\" form=\"page\"/>により", "様式2により", "T019"),
        Mutation("Templates/guideline.html", "<ref to=\"procedure form\" form=\"page\"/>で説明", "Ⅰ－７で説明", "T019"),
        Mutation("Templates/guideline.html", "手続は、<ref to=\"procedure form\" form=\"page\"/>で", "手続は、第5章で", "T019"),
    ]

    /// Characters that are not the ones meant, in names and addresses.
    static let characters = [
        Mutation("Data/takarazuka/facilities.yaml", "三宮キャンパス", "三宮キヤンパス", "J006"),
        Mutation("Data/takarazuka/board.yaml", "\nname: 宝塚市", "\nname: 宝塚\u{5DFF}", "J006"),
        Mutation("Data/takarazuka/programs.yaml", "不登校に関する研修会", "不登校に関する\u{784F}修会", "J006"),
        Mutation("Data/takarazuka/facilities.yaml", "address: 兵庫県神戸市中央区", "address: 兵庫県神⼾市中央区", "J004"),
        Mutation("Templates/guideline.html", "人格を尊重し", "⼈格を尊重し", "J004"),
    ]

    /// Faults in the structure of a page.
    static let structures = [
        Mutation("Templates/guideline.html", "<h4>支援スタッフについて</h4>", "<h4></h4>", "T025"),
        Mutation("Templates/guideline.html", "<li>著作権の尊重</li>", "<li></li>", "T025"),
        Mutation("Templates/parts/page.html", "{{$back}}文書の一覧へ戻る{{/back}}</a>", "</a>", "T025"),
        Mutation(
            "Templates/parts/facility-table.html", "<th scope=\"col\">電話番号</th>", "<th scope=\"col\"></th>", "T025"),
        Mutation("Templates/guideline.html", "<contents/>", "", "T026"),
        Mutation(
            "Templates/parts/facility-links.html", "href=\"form1/{{id}}.html\"", "href=\"form2/{{id}}.html\"", "T007"),
        Mutation("Templates/guideline.html", " data-label=\"報告\"", "", "T027"),
        Mutation(
            "Templates/guideline.html", "<td class=\"figure\">{{count}}</td>", "<td class=\"figure\">約{{count}}</td>",
            "T027"),
        Mutation("Templates/guideline.html", "<contents/>", "<contents/><contents/>", "T026"),
        Mutation("Templates/parts/pupil-fields.html", "name=\"pupil_name\"", "name=\"pupil_furigana\"", "T008"),
        Mutation(
            "Templates/facility-list.html", "{{/parts/facility-notes}}\n</section>",
            "{{/parts/facility-notes}}\n<p>次の書類を提出してください。</p>\n</section>", "T028"),
    ]

    /// Faults that disturb more than one thing, and are still one finding.
    static let causes = [
        Mutation("Data/takarazuka/statistics.yaml", "enrolment: 9,321,243", "enrolment: 932,124", "D040"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 181,272", "count: 1,812,720", "D040"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 117,458", "count: 1,174,580", "D040"),
        Mutation("Data/takarazuka/statistics.yaml", "count: 512", "count: 5,120", "D003"),
        Mutation("Data/takarazuka/statistics.yaml", "rate: 3.03%", "rate: 30.3%", "D005"),
        Mutation("Data/takarazuka/board.yaml", "issued: 令和7年3月", "issued: 令和6年3月", "D007"),
        Mutation("Data/takarazuka/board.yaml", "issued: 令和7年3月", "issued: 令和6年4月", "D007"),
        Mutation("Data/takarazuka/board.yaml", "issued: 令和7年3月", "issued: 令和4年3月", "D007"),
        Mutation("Templates/takarazuka/guideline.html", "本市の学校では、", "本市の２８の学校では、", "J011"),
        Mutation("Data/setagaya/programs.yaml", "full_operation: 令和6年度", "full_operation: 令和4年度", "D008"),
        Mutation("Data/setagaya/programs.yaml", "- fiscal_year: 令和3年度", "- fiscal_year: 令和5年度", "D009"),
        Mutation("Data/setagaya/programs.yaml", "- fiscal_year: 令和4年度", "- fiscal_year: 令和3年度", "D009"),
        Mutation("Data/setagaya/board.yaml", "date: 令和5年2月6日", "date: 令和4年2月7日", "D011"),
        Mutation(
            "Data/setagaya/programs.yaml", "      - month: 令和5年4月",
            "      - month: 令和5年2月\n        event: 事業者の選定の開始\n      - month: 令和5年4月", "D012"),
        Mutation("Templates/guideline.html", "国の「{{", "国の『{{", "J005"),
        Mutation("Templates/guideline.html", "（様式1）", "（様式1)", "J005"),
        Mutation("Templates/facility-list.html", "{{/notes}}", "{{/ntoes}}", "M003"),
        Mutation("Templates/guideline.html", "{{$criteria}}", "{{$critreia}}", "M003"),
        Mutation(
            "Templates/facility-list.html", "<p class=\"lead\">", "<p class=\"lead\"><img src=\"a.png\" alt=\"\"/>",
            "T005"),
        Mutation("Templates/guideline.html", "{{statistics.national.latest.count}}人", "３４６，４８２人", "T018"),
        Mutation("Templates/report.html", "{{plan.budget}}", "7,892千円", "T018"),
    ]

    /// Hands over a copy of the sample data and templates with a fault put into it.
    static func withSample<Result>(_ mutation: Mutation, _ body: (URL) throws -> Result) throws -> Result {
        let files = FileManager.default
        let place = try TemporaryFolder()
        let folder = place.url
        try files.createDirectory(at: folder.appending(path: "Data"), withIntermediateDirectories: true)
        for name in ["Templates", "Data/takarazuka", "Data/setagaya"] {
            try files.copyItem(at: Project.root.appending(path: name), to: folder.appending(path: name))
        }
        let url = folder.appending(path: mutation.file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(mutation.right), "the sample no longer has this text")
        try Data(text.replacing(mutation.right, with: mutation.wrong, maxReplacements: 1).utf8).write(to: url)
        return try withExtendedLifetime(place) { try body(folder) }
    }

    /// form1 with readings above the kanji that primary schools do not teach.
    private static func readings(_ own: String) -> (right: String, wrong: String) {
        let known = [
            ("宝塚", "たからづか"), ("支援", "しえん"), ("在籍", "ざいせき"), ("必須", "ひっす"), ("欄", "らん"), ("依頼", "いらい"),
            ("施設", "しせつ"), ("又", "また"), ("含", "ふく"), ("事項", "じこう"), ("扱", "あつか"), ("及", "およ"), ("戻", "もど"),
            ("名称", "めいしょう"), ("添", "そ"), ("西暦", "せいれき"),
            // The places and names of facilities that it is filled in for.
            ("寿町", "ことぶきちょう"), ("伊丹", "いたみ"), ("芦屋", "あしや"), ("健隆", "けんりゅう"), ("八洲", "やしま"), ("磯上通", "いそがみどおり"),
            ("江坂", "えさか"), ("吹田", "すいた"), ("豊津", "とよつ"), ("芝田", "しばた"), ("江東", "こうとう"),
        ].map { "  - {word: \($0.0), furigana: \($0.1)}\n" }.joined()
        let documents = """
            documents:
              - id: guideline
                title: 不登校児童生徒を支援する民間施設に関するガイドライン
                formats: [html, text, docx]
              - id: form1

            """
        return (documents, "readings:\n\(known)\(own)\(documents)    ruby: grade-6\n")
    }

    private static func withReadings(_ own: String, _ code: String) -> Mutation {
        let (right, wrong) = readings(own)
        return Mutation("Data/takarazuka/board.yaml", right, wrong, code)
    }

    /// The codes that a check of the sample reports with a fault put into it.
    static func codes(_ mutation: Mutation) throws -> [String] {
        try withSample(mutation) { try codes(in: $0) }
    }

    static func codes(in folder: URL) throws -> [String] {
        let tests = try CommandLineTests()
        let result = try tests.run([
            "check", "--data", folder.appending(path: "Data").path, "--templates",
            folder.appending(path: "Templates").path, "--language", "en",
        ])
        return result.errors.matches(of: /(?:error|warning|note)\[(\w+)\]/).map { String($0.1) }
    }

    @Test("A seeded fault is found, and nothing that follows from it", arguments: mutations)
    func found(_ mutation: Mutation) throws {
        let codes = try Self.codes(mutation)
        #expect(codes == [mutation.code])
    }

    @Test(
        "Right words and data are left alone",
        arguments: [
            Mutation(
                "Templates/guideline.html", "<p>ICTを用いて",
                """
                <p>こども基本法（令和4年法律第77号）及び平成28年法律第1号によります。</p><p>『生徒指導提要』（第9章）、生徒指導提要（第5章、第6章）</p>\
                <p>定員は512人～600人、第346号、4回の会議、更に取り組みやすい。さらに、問い合わせやすい。併せて、あわせて読みます。申請と依頼。</p>\
                <p>2025年4月8日(火)、明治5年8月、平成31年度、令和7年4月及び2025年の春</p><p>資料を下さい。郵便振替 00150-3-123456</p><p>先生は「まず休む。</p><p>そして話す。」と述べた。</p><p>ICTを用いて
                """, ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 隔週", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 毎月第2火曜日", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 週5日", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 不定期", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 毎週平日", ""),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "令元文科初第698号", ""),
            Mutation("Data/takarazuka/board.yaml", "title: 生徒指導提要", "title: 「生徒指導」と「提要」", ""),
            Mutation("Data/takarazuka/board.yaml", "元文科初第698号", "令和元文科初第698号", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 年2～3回", ""),
            Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 2か月に1回", ""),
            Mutation(
                "Data/takarazuka/facilities.yaml", "as_of: 令和7年2月14日", "as_of: 令和7年2月14日（金曜日）", ""),
            Mutation("Data/takarazuka/board.yaml", "digits: halfwidth", "digits: fullwidth", ""),
            withReadings("  - {word: 詳しい, furigana: くわしい}\n", ""),
            Mutation("Data/setagaya/board.yaml", "digits: fullwidth", "digits: halfwidth", ""),
            Mutation("Data/setagaya/programs.yaml", "month: 令和5年2月", "month: 令和2年10月", ""),
            Mutation(
                "Data/setagaya/programs.yaml", "month: 令和6年4月\n        event: 本格実施",
                "month: 令和9年3月\n        event: 事業の評価",
                ""),
            Mutation("Templates/setagaya/report.html", "一対一の支援", "１対１の支援", ""),
            Mutation("Templates/setagaya/report.html", "一対一の支援", "一対一の支援（A4、5G、a1@example.jp）", ""),
            Mutation("Templates/facility-list.html", "<h1>", "<h1>{a}｛あ｝", ""),
            Mutation("Templates/facility-list.html", "{{! 民間施設一覧", "\u{FEFF}{{! 民間施設一覧", ""),
            Mutation("Data/takarazuka/board.yaml", "# yaml-language", "\u{FEFF}# yaml-language", ""),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: \"ひろば #3\"", ""),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: C# 教室 # 週1回", ""),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: 葛\u{E0100}城学舎 α-Ω 5kΩ 3μm", ""),
            Mutation("Data/takarazuka/facilities.yaml", "name: 楽笑 フリースクール", "name: ひろば#2 #　予定", ""),
            Mutation(
                "Data/takarazuka/programs.yaml", "児童生徒の状況を把握し、早い",
                "児童生徒の状況を\n          把握し、\n          早い",
                ""),
        ])
    func leftAlone(_ mutation: Mutation) throws {
        #expect(try Self.codes(mutation).isEmpty)
    }

    /// Codes whose finding is produced by another test, which has to name it.
    static let producedElsewhere: [String: String] = [
        "F002": "CommandLineTests.missingFile", "Y001": "YAMLRefusalTests.encoding",
        "P001": "CommandLineTests.reference",
        "M009": "MustacheInheritanceTests.encoding", "T003": "TemplateTests.missingTemplate",
        "T016": "CommandLineTests.unusedTemplate", "T017": "CommandLineTests.holes", "D002": "CommandLineTests.gap",
        "D004": "CommandLineTests.gap", "F007": "CommandLineTests.unreadFiles",
        "P002": "CommandLineTests.withoutTables",
        "D024": "CopiedBoardTests.otherPrefecture", "D038": "CopiedBoardTests.neighbouringLists",
        "D026": "BoardChecksTests.turns", "D039": "TraceTests.required",
        "T033": "TemplateTests.unknownMarker", "T034": "TemplateTests.repeatedList",
        "T035": "TemplateTests.typedMark", "T036": "TemplateTests.wrongTags", "T037": "TemplateTests.typedContents",

        "J020": "WordingTests.found", "J021": "WordingTests.found", "J022": "WordingTests.found",
        "J024": "WordingTests.found", "T039": "TemplateTests.structure",
        "D031": "BoardChecksTests.copied",
        "R031": "DeclaredFieldTests.clashes",
        "R032": "DeclaredFieldTests.checked",
        "D027": "DeclaredFieldTests.telephone",
        "R018": "DeclaredFieldTests.checked", "D028": "DeclaredFieldTests.facts",
        "D029": "ListedValueTests.nowhereToAsk",
    ]

    @Test("Every code is produced by a test", arguments: FindingRegistry.shirube.codes)
    func produced(code: DiagnosticCode) throws {
        let isSeeded = Self.mutations.contains { $0.code == code.id }
        guard let test = Self.producedElsewhere[code.id] else {
            #expect(isSeeded)
            return
        }
        #expect(!isSeeded, "A seeded fault needs no other test")
        let name = try #require(FindingRegistryTests.declared[code.id])
        let words = try Self.text(ofTest: test).split { !$0.isLetter && !$0.isNumber && $0 != "." }
        #expect(words.contains { $0 == code.id || $0.hasSuffix(".\(name)") }, "\(test)")
    }

    /// What a test says, from its attribute, which has its arguments, to its end.
    ///
    /// - Parameter name: its suite's and its own.
    private static func text(ofTest name: String) throws -> Substring {
        let parts = name.split(separator: ".")
        try #require(parts.count == 2)
        let tests = FileManager.default.enumerator(
            at: Project.root.appending(path: "Tests"), includingPropertiesForKeys: nil)
        let file = try #require(
            (tests?.allObjects as? [URL] ?? []).first { $0.lastPathComponent == "\(parts[0]).swift" })
        let text = try String(contentsOf: file, encoding: .utf8)
        let function = try #require(text.firstRange(of: "    func \(parts[1])("))
        let start = try #require(text[..<function.lowerBound].ranges(of: "    @Test").last).lowerBound
        let rest = text[function.upperBound...]
        let ends = ["\n    @Test", "\n    }\n"].compactMap { rest.firstRange(of: $0)?.lowerBound }
        return text[start..<(ends.min() ?? text.endIndex)]
    }
}
