import Bytes
internal import CLibXML2
import Diagnostics
import Files
import Markup
import Mustache

extension TreeBuilder {
    mutating func elementName(_ name: String) -> ElementName? {
        guard let element = ElementName.byName[name], !element.isComposed else {
            reportUnknownElement(name)
            return nil
        }
        return element
    }

    mutating func foreignElement(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?)
        -> ElementName?
    {
        unsafe reportUnknownElement("\(string(prefix)):\(string(name))")
        return nil
    }

    mutating func attributeName(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?
    ) -> AttributeName? {
        let text = unsafe string(name)
        // x:href is another attribute than href.
        guard unsafe prefix == nil else {
            unsafe reportUnknownAttribute("\(string(prefix)):\(text)")
            return nil
        }
        guard let attribute = AttributeName.byName[text], !attribute.isComposed else {
            reportUnknownAttribute(text)
            return nil
        }
        return attribute
    }

    func string(_ text: UnsafePointer<xmlChar>?) -> String {
        guard let text = unsafe text else { return "" }
        let name = unsafe String(cString: text)
        return name.utf8.count > Limits.quotedName ? name.prefix(Limits.quotedName) + "…" : name
    }

    private mutating func reportUnknownElement(_ name: String) {
        // What HTML has and this vocabulary has not is no slip for another.
        let nearest = HTMLNames.elements.contains(name) ? nil : NearestName.find(name, among: ElementName.names)
        report(
            .unknownElement,
            Phrase(ja: "要素<\(name)>は使えません", en: "the element <\(name)> is not in the vocabulary"),
            help: nearest.map { Phrase(ja: "<\($0)>の間違いではありませんか", en: "did you mean <\($0)>?") }
                ?? Phrase(
                    ja: "使える要素はDocumentation/templates.ja.mdにあります", en: "Documentation/templates.md lists the elements")
        )
    }

    mutating func reportUnknownAttribute(_ name: String) {
        let nearest = HTMLNames.attributes.contains(name) ? nil : NearestName.find(name, among: AttributeName.names)
        report(
            .unknownAttribute,
            Phrase(ja: "属性「\(name)」は使えません", en: "the attribute \(name) is not in the vocabulary"),
            help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \($0)?") }
                ?? Phrase(
                    ja: "使える属性はDocumentation/templates.ja.mdにあります",
                    en: "Documentation/templates.md lists the attributes"))
    }
}
