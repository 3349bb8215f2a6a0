import OpenPackaging

/// The parts that a document for Word consists of (ECMA-376-1 §11).
struct WordPackage {
    let body: [UInt8]
    let links: [String]
    let numbering: WordNumbering
    let fonts: WordFonts
    let title: String
    /// Whether the running head says the chapter, too.
    let chapters: WordWriter.Chapters?
    /// The size of the title at the beginning of the text.
    let titleSize: Int?
    /// A language tag (BCP 47).
    let language: String

    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    private static let namespaces =
        "xmlns:w=\"\(main)\" xmlns:r=\"\(relationships)\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
        + WordWriter.drawingNamespaces + " mc:Ignorable=\"w14 w15\""

    static let documentStart = "<w:document \(namespaces)><w:body>"

    func write() -> [UInt8] {
        var zip = ZipWriter()
        func add(_ name: String, _ write: (inout XMLWriter) -> Void) {
            var xml = XMLWriter()
            write(&xml)
            zip.add(name, xml.bytes)
        }
        add("[Content_Types].xml", writeContentTypes)
        add("_rels/.rels") { xml in
            xml.write("<Relationships xmlns=\"\(Self.package)/relationships\">")
            xml.write(
                "<Relationship Id=\"rId1\" Type=\"\(Self.relationships)/officeDocument\" Target=\"word/document.xml\"/>"
            )
            xml.write(
                "<Relationship Id=\"rId2\" Type=\"\(Self.package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
            )
            xml.write("</Relationships>")
        }
        add("docProps/core.xml") { xml in
            xml.write(
                "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            )
            xml.write("<dc:title>")
            xml.write(escaping: title)
            xml.write("</dc:title><dc:language>")
            xml.write(escaping: language)
            xml.write("</dc:language></cp:coreProperties>")
        }
        zip.add("word/document.xml", body + Array("</w:body></w:document>".utf8))
        add("word/_rels/document.xml.rels", writeRelationships)
        add("word/styles.xml") { $0.write(WordStyles(fonts: fonts, title: titleSize).xml(namespaces: Self.namespaces)) }
        add("word/numbering.xml") { xml in
            xml.write("<w:numbering \(Self.namespaces)>")
            numbering.write(&xml)
            xml.write("</w:numbering>")
        }
        add("word/settings.xml") { xml in
            xml.write("<w:settings \(Self.namespaces)>\(WordLineBreaks.settings)")
            xml.write(
                "<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
            )
            xml.write("<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:settings>")
        }
        add("word/header.xml") { xml in
            xml.write(
                "<w:hdr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
            )
            xml.write(escaping: title)
            xml.write("</w:t></w:r>")
            if let chapters { xml.write(Self.chapter(chapters)) }
            xml.write("</w:p></w:hdr>")
        }
        add("word/footer.xml") { xml in
            let field = { (name: String) in
                "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
            }
            xml.write("<w:ftr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>")
            xml.write(
                "\(field("PAGE"))<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>")
        }
        return zip.finish()
    }

    /// The chapter, by the heading of the first level on the page or before it (ECMA-376-1 §17.16.5.59).
    private static func chapter(_ chapters: WordWriter.Chapters) -> String {
        let field = { (instruction: String) in
            "<w:fldSimple w:instr=\" STYLEREF 1\(instruction) \"><w:r><w:t></w:t></w:r></w:fldSimple>"
        }
        let space = { (text: String) in "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
        return space("　") + (chapters == .counted ? field(" \\n") + space(" ") : "") + field("")
    }

    private func writeContentTypes(_ xml: inout XMLWriter) {
        xml.write("<Types xmlns=\"\(Self.package)/content-types\">")
        xml.write(
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        xml.write("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        let parts = [
            ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("header", "header"),
            ("footer", "footer"), ("numbering", "numbering"),
        ]
        for (part, kind) in parts {
            xml.write("<Override PartName=\"/word/\(part).xml\" ContentType=\"\(Self.type).\(kind)+xml\"/>")
        }
        xml.write(
            "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
        )
    }

    private func writeRelationships(_ xml: inout XMLWriter) {
        xml.write("<Relationships xmlns=\"\(Self.package)/relationships\">")
        for (id, part) in [
            ("rIdStyles", "styles"), ("rIdSettings", "settings"), ("rIdHeader", "header"), ("rIdFooter", "footer"),
            ("rIdNumbering", "numbering"),
        ] {
            xml.write("<Relationship Id=\"\(id)\" Type=\"\(Self.relationships)/\(part)\" Target=\"\(part).xml\"/>")
        }
        for (place, address) in links.enumerated() {
            xml.write(
                "<Relationship Id=\"rIdLink\(place + 1)\" Type=\"\(Self.relationships)/hyperlink\" TargetMode=\"External\" Target=\""
            )
            xml.write(escaping: address)
            xml.write("\"/>")
        }
        xml.write("</Relationships>")
    }
}
