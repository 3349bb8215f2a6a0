/// Kanji of which a place's name is written in one form or the other: old and new forms (旧字体, 新字体), forms that JIS X 0208
/// changed between its editions, and variants in use (異体字).
///
/// Forms that are names of their own are not among them: 洲 and 州, 沙 and 砂, 畠 and 畑.
enum GlyphVariants {
    /// The form in which a kanji is compared.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar { forms[scalar] ?? scalar }

    /// The old form (旧字体) before the new one (新字体), as the list of kanji for general use (常用漢字表) pairs them.
    private static let oldForms = """
        亞亜圍囲壹壱榮栄驛駅應応櫻桜假仮會会懷懐覺覚樂楽陷陥歡歓氣気戲戯據拠挾挟區区徑径溪渓輕軽藝芸儉倹圈圏權権嚴厳恆恒國国\
        齋斎雜雑蠶蚕殘残兒児實実釋釈從従縱縦敍叙燒焼條条剩剰壤壌釀醸眞真盡尽醉酔髓髄聲声竊窃淺浅錢銭禪禅爭争插挿騷騒屬属對対\
        滯滞擇択單単斷断癡痴鑄鋳敕勅鐵鉄傳伝黨党鬪闘屆届腦脳廢廃發発蠻蛮拂払邊辺寶宝沒没滿満藥薬餘余樣様亂乱兩両禮礼靈霊爐炉\
        灣湾惡悪醫医飮飲營営圓円歐欧奧奥價価繪絵擴拡學学罐缶勸勧觀観歸帰犧犠擧挙狹狭驅駆莖茎經経繼継缺欠劍剣檢検顯顕廣広鑛鉱\
        碎砕劑剤參参慘惨絲糸辭辞舍舎壽寿澁渋肅粛將将證証乘乗疊畳孃嬢觸触寢寝圖図穗穂樞枢齊斉攝摂戰戦潛潜雙双莊荘裝装藏蔵續続\
        體体臺台澤沢膽胆彈弾蟲虫廳庁鎭鎮點点燈灯盜盗獨独貳弐霸覇賣売髮髪祕秘佛仏變変豐豊飜翻默黙與与譽誉謠謡覽覧獵猟勵励齡齢\
        勞労壓圧爲為隱隠衞衛鹽塩毆殴穩穏畫画壞壊殼殻嶽岳卷巻關関顏顔僞偽舊旧峽峡曉暁勳勲惠恵螢蛍鷄鶏縣県險険獻献驗験效効號号\
        濟済册冊棧桟贊賛齒歯濕湿寫写收収獸獣處処稱称奬奨淨浄繩縄讓譲囑嘱愼慎粹粋隨随數数靜静專専踐践纖繊壯壮搜捜總総臟臓墮堕\
        帶帯瀧滝擔担團団遲遅晝昼聽聴遞逓轉転當当稻稲讀読惱悩拜拝麥麦拔抜濱浜竝並舖舗襃褒萬万譯訳豫予搖揺來来龍竜壘塁隸隷戀恋\
        樓楼彌弥瀨瀬德徳橫横增増溫温黑黒綠緑靑青淸清內内吳呉每毎步歩產産賴頼歷歴曆暦淚涙鍊錬瘦痩曾曽麵麺餠餅遙遥
        """

    /// The form of JIS X 0208:1978 or JIS X 0213 before that of JIS X 0208:1983, and others in pairs.
    private static let otherForms = """
        鰺鯵鶯鴬蠣蛎攪撹灌潅諫諌頸頚礦砿蘂蕊蕋蕊靱靭賤賎壺壷礪砺檮梼濤涛邇迩蠅蝿檜桧儘侭藪薮籔薮籠篭麩麸鷗鴎蘆芦頰頬塡填剝剥\
        繫繋蟬蝉顚顛萊莱蠟蝋吞呑禱祷槙槇菟莵祇祗竈釜竃釜淵渕渊渕嶋島嶌島嵜崎髙高𠮷吉冨富桒桑濵浜邉辺峯峰舘館埜野栁柳枩松穐秋\
        讚讃栢柏劔剣劒剣剱剣釼剣凉涼盃杯廐厩廏厩鎗槍躰体軆体萠萌鼡鼠耻恥檪櫟烟煙桝枡靏鶴曵曳楳梅舩船駈駆隝島畄留蘓蘇
        """

    private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
        var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pairs in [oldForms, otherForms] {
            let scalars = Array(pairs.unicodeScalars)
            for index in stride(from: 0, to: scalars.count - 1, by: 2) { forms[scalars[index]] = scalars[index + 1] }
        }
        return forms
    }()
}
