import Diagnostics
import Files
import Foundation
import Mustache
import TestSupport
import Testing

/// The Mustache specification's own tests: the six required modules and inheritance.
@Suite struct MustacheSpecificationTests {
    struct Case: Decodable, CustomTestStringConvertible, Sendable {
        let name: String
        let template: String
        let data: JSONData?
        let partials: [String: String]?
        let expected: String

        var testDescription: String { name }
    }

    static let modules = [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
    ]

    static let cases: [Case] = {
        guard let data = Conformance.suite("mustache-spec.json"),
            let suite = try? JSONDecoder().decode([String: [Case]].self, from: data)
        else { return [] }
        return modules.flatMap { suite[$0] ?? [] }
    }()

    @Test("The specification's tests are there", .enabled(if: Conformance.folder != nil || Conformance.isRequired))
    func suiteIsThere() {
        #expect(Self.cases.count >= 163, "\(Conformance.hint)")
    }

    @Test("The specification's tests pass", arguments: cases)
    func specification(_ test: Case) throws {
        let library = TemplateLibrary { (name, from) in
            let text = from == nil && name == "main" ? test.template : test.partials?[name]
            return text.map { SourceFile(path: name, text: $0) }
        }
        let template = try #require(try library.template("main"))
        var warnings: [Diagnostic] = []
        let output = try MustacheRenderer.render(
            template, with: test.data?.value ?? .null, library: library, missingPartials: .empty,
            warnings: &warnings)
        #expect(String(decoding: output, as: UTF8.self) == test.expected)
    }
}

/// JSON as the specification's tests hold it; numbers become the text that they print as.
struct JSONData: Decodable, Sendable {
    let value: PlainValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let boolean = try? container.decode(Bool.self) {
            value = .boolean(boolean)
        } else if let number = try? container.decode(Int.self) {
            value = .text(String(number))
        } else if let number = try? container.decode(Double.self) {
            value = .text(String(number))
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([JSONData].self) {
            value = .list(list.map(\.value))
        } else {
            value = .mapping(try container.decode([String: JSONData].self).mapValues(\.value))
        }
    }
}
