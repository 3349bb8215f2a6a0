import Foundation
import Mustache
import Yams

// The job with Yams and swift-mustache: yams-mustache FACILITIES.yaml TEMPLATE OUTPUT [ROUNDS].
// With rounds, only times each engine by itself, in memory, and prints the medians of their CPU time.

struct Facility: Decodable {
    let id: String
    let name: String
    let postalCode: String
    let address: String
    let telephone: String
    let web: String?
    let note: String?

    enum CodingKeys: String, CodingKey {
        case id, name, address, telephone, web, note
        case postalCode = "postal_code"
    }

    var isSound: Bool {
        !id.isEmpty && !name.isEmpty && !address.isEmpty && postalCode.wholeMatch(of: /[0-9]{3}-[0-9]{4}/) != nil
            && telephone.wholeMatch(of: /0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}/) != nil
    }

    var values: [String: String] {
        var values = [
            "id": id, "name": name, "postal_code": postalCode, "address": address, "telephone": telephone,
        ]
        values["web"] = web
        values["note"] = note
        return values
    }
}

struct Facilities: Decodable {
    let `private`: [Facility]
}

func decode(_ text: String) throws -> [Facility] {
    try YAMLDecoder().decode(Facilities.self, from: text).private
}

/// Padded by characters, not by columns: less than shirube does, and quicker.
func table(_ facilities: [Facility]) -> String {
    let columns: [KeyPath<Facility, String>] = [\.name, \.postalCode, \.address, \.telephone]
    let widths = columns.map { column in facilities.map { $0[keyPath: column].count }.max() ?? 0 }
    var text = ""
    for facility in facilities {
        for (column, width) in zip(columns, widths) {
            let cell = facility[keyPath: column]
            text += cell + String(repeating: " ", count: width - cell.count + 2)
        }
        text += "\n"
    }
    return text
}

func printMedian(_ name: String, _ rounds: Int, _ action: () throws -> Int) rethrows {
    var bytes = 0
    var times: [Int] = []
    for _ in 0..<rounds {
        let start = clock()
        bytes = try action()
        times.append(clock() - start)
    }
    print(name, Double(times.sorted()[rounds / 2]) / 1e6, bytes, separator: "\t")
}

let arguments = CommandLine.arguments
let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
let template = try MustacheTemplate(string: String(contentsOfFile: arguments[2], encoding: .utf8))
let facilities = try decode(text)
if arguments.count > 4, let rounds = Int(arguments[4]) {
    try printMedian("parse", rounds) {
        _ = try decode(text)
        return text.utf8.count
    }
    let values = ["private": facilities.map(\.values)]
    printMedian("render", rounds) { template.render(values).utf8.count }
} else {
    for facility in facilities where !facility.isSound { fatalError(facility.id) }
    let page = "<!DOCTYPE html>\n" + template.render(["private": facilities.map(\.values)])
    try page.write(toFile: arguments[3] + "/facilities.html", atomically: true, encoding: .utf8)
    try table(facilities).write(toFile: arguments[3] + "/facilities.txt", atomically: true, encoding: .utf8)
}
