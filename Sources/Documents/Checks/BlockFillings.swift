import Diagnostics
import Files
import Japanese
import Mustache
import Templates

/// How a template fills the blocks of what it takes in: a block twice, a part that is told another form's name, a row of numbers with
/// one out of its place.
struct BlockFillings {
    private let template: MustacheTemplate
    /// Each with the part that it is filled for.
    private var fillings: [Filling] = []
    private var diagnostics: [Diagnostic] = []

    private struct Filling {
        let block: String
        let part: String
        let text: String
        let place: Diagnostic.Place
    }

    static func findings(in template: MustacheTemplate) -> [Diagnostic] {
        var check = BlockFillings(template: template)
        for (index, instruction) in template.instructions.enumerated() where instruction.operation == .parent {
            check.read(index, instruction)
        }
        for (_, fillings) in Dictionary(grouping: check.fillings, by: \.block).sorted(by: { $0.key < $1.key }) {
            check.checkUnlike(fillings)
        }
        for (_, fillings) in Dictionary(grouping: check.fillings, by: { [$0.block, $0.part] }).sorted(by: {
            $0.key.lexicographicallyPrecedes($1.key)
        }) {
            check.checkRow(fillings)
        }
        return check.diagnostics.sorted { ($0.place?.range.lowerBound ?? 0) < ($1.place?.range.lowerBound ?? 0) }
    }

    private init(template: MustacheTemplate) { self.template = template }

    private mutating func read(_ index: Int, _ parent: MustacheInstruction) {
        let part = template.name(of: parent).text
        var first: [String: Diagnostic.Place] = [:]
        var block = index + 1
        while block < Int(parent.next) {
            let instruction = template.instructions[block]
            let (name, place) = (template.name(of: instruction).text, template.place(of: instruction))
            if let known = first[name] {
                diagnostics.append(
                    Diagnostic(
                        .unusedBlock, at: place,
                        Phrase(
                            ja: "ブロック「\(name)」が二度書かれていて、こちらは印字されません",
                            en: "the block \"\(name)\" is filled twice, and this one is not printed"),
                        help: Phrase(ja: "どちらかを別のブロックにするか、消してください", en: "name another block in one, or delete one"),
                        notes: [Diagnostic.Note(known, Phrase(ja: "印字されるのはこちらです", en: "this one is printed"))]))
            }
            first[name] = first[name] ?? place
            if let text = text(of: block) {
                fillings.append(Filling(block: name, part: part, text: text, place: place))
            }
            block = Int(instruction.next)
        }
    }

    /// What a block is filled with, where that is words alone.
    private func text(of block: Int) -> String? {
        let content = block + 1..<Int(template.instructions[block].next)
        guard content.count == 1, template.instructions[content.lowerBound].operation == .text else { return nil }
        return String(decoding: template.source.bytes[template.instructions[content.lowerBound].range], as: UTF8.self)
    }

    /// Of many fillings of one block all but one are the same: the name of the form that a file is.
    private mutating func checkUnlike(_ fillings: [Filling]) {
        let texts = Dictionary(grouping: fillings, by: \.text)
        guard fillings.count >= 4, texts.count == 2, let usual = texts.max(by: { $0.value.count < $1.value.count }),
            usual.value.count == fillings.count - 1, let odd = fillings.first(where: { $0.text != usual.key }),
            Self.stem(odd.text) == Self.stem(usual.key)
        else { return }
        diagnostics.append(
            Diagnostic(
                .labelMismatch, .warning, at: odd.place,
                Phrase(
                    ja: "ブロック「\(odd.block)」は、ほかの所では「\(usual.key)」ですが、ここだけ「\(odd.text)」です",
                    en: "the block \"\(odd.block)\" is \"\(usual.key)\" elsewhere in the file, and \"\(odd.text)\" here"
                ),
                help: Phrase(ja: "「\(usual.key)」にそろえてください", en: "make it \"\(usual.key)\"")))
    }

    private static func stem(_ text: String) -> String { String(text.reversed().drop { $0.isNumber }.reversed()) }

    /// Numbers that go on by one, in one column or in several side by side.
    private mutating func checkRow(_ fillings: [Filling]) {
        let numbers = fillings.compactMap { Int(WidthFolding.ascii($0.text)) }
        guard numbers.count == fillings.count, numbers.count >= 6 else { return }
        for columns in 1...4 {
            let goesOn = numbers.indices.dropFirst(columns).filter { numbers[$0] == numbers[$0 - columns] + 1 }
            let rest = numbers.count - columns
            guard goesOn.count < rest else { return }
            guard goesOn.count * 3 >= rest * 2 else { continue }
            for index in numbers.indices {
                let before = index >= columns ? numbers[index - columns] + 1 : nil
                let behind = index + columns < numbers.count ? numbers[index + columns] - 1 : nil
                let isOdd = [before, behind].allSatisfy { $0.map { $0 != numbers[index] } ?? true }
                let isMeant = before == behind || before == nil || behind == nil
                guard isOdd, isMeant, let right = before ?? behind else { continue }
                diagnostics.append(
                    Diagnostic(
                        .labelMismatch, .warning, at: fillings[index].place,
                        Phrase(
                            ja: "「\(numbers[index])」は、前後から続く番号（\(right)）と違います",
                            en: "\(numbers[index]) is out of its row, which goes on with \(right)"),
                        help: Phrase(ja: "「\(right)」にしてください", en: "make it \(right)")))
            }
            return
        }
    }
}
