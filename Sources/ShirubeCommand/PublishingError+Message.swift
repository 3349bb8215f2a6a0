import Diagnostics
import Files
import Publishing

extension PublishingError {
    struct Message {
        let summary: Phrase
        let help: Phrase?

        init(_ summary: Phrase, help: Phrase? = nil) {
            (self.summary, self.help) = (summary, help)
        }
    }

    /// What a run that cannot publish says; nil where it is to make its documents anew.
    func message(output: String) -> Message? {
        switch self {
        case .file(let error):
            return Message(Phrase(ja: "「\(error.path)」: \(error.reason.ja)", en: "\(error.path): \(error.reason.en)"))
        case .unsafePath(let path):
            return Message(
                Phrase(
                    ja: "「\(path)」は「\(output)」の外を指すので、書き出せません",
                    en: "\(path) leads out of \(output) and is not written"))
        case .changed: return nil
        case .notOwn(let path):
            return Message(
                Phrase(
                    ja: "「\(path)」は別の利用者のものなので、そこの記録を信用できません",
                    en: "\(path) is another user's: what it records is not relied on"),
                help: Phrase(
                    ja:
                        "前に書き出した人のアカウントで実行するか、--outputで自分の出力フォルダーを指定してください。フォルダーを引き継いだのなら、持ち主を自分に変えてください（chown -R）",
                    en:
                        "run as the user who wrote there before, or name an output folder of your own with --output; if the folder was handed over to you, make it yours (chown -R)"
                ))
        case .writableByOthers(let path):
            return Message(
                Phrase(
                    ja: "「\(path)」は、ほかの利用者も書き込めるので、そこの記録を信用できません",
                    en: "\(path) may be written by others: what it records is not relied on"),
                help: Phrase(
                    ja:
                        "中身に覚えがあれば、ほかの人の書き込む権限を外してください（chmod -R go-w \(output)/\(Publisher.stateFolder)）。権限を設定できないディスクなら、--outputで別の場所を指定してください",
                    en:
                        "if its contents are yours, take the others' right to write (chmod -R go-w \(output)/\(Publisher.stateFolder)); on a disk without rights, name another place with --output"
                ))
        case .shared(let path):
            return Message(
                Phrase(
                    ja: "「\(path)」はだれでもファイルを置ける場所なので、書き出せません",
                    en: "\(path) is a place where everybody has files: nothing is written there"),
                help: Phrase(
                    ja: "--outputで、その中の自分のフォルダーを指定してください", en: "name a folder of your own in it with --output"))
        case .busy(let path):
            return Message(
                Phrase(ja: "ほかのshirubeが「\(path)」に書き出しています", en: "another shirube is writing to \(path)"),
                help: Phrase(ja: "終わるのを待って、もう一度実行してください", en: "wait until it has finished, and run again"))
        case .twice(let path):
            return Message(
                Phrase(ja: "「\(path)」を2回書き出すことになります", en: "\(path) would be written twice"),
                help: Phrase(
                    ja: "board.yamlのdocumentsの、文書のIDを確かめてください", en: "check the documents' identifiers in board.yaml"
                ))
        case .foreignFiles(let paths, hasRecord: false):
            return Message(
                Phrase(
                    ja:
                        "「\(paths.first ?? output)」は、前にshirubeが作ったものかどうか分かりません。「\(output)」に記録のフォルダー「\(Publisher.stateFolder)」がないためです",
                    en:
                        "whether shirube wrote \(paths.first ?? output) cannot be told: \(output) lacks its record, the folder \(Publisher.stateFolder)"
                ),
                help: Phrase(
                    ja:
                        "写したときに隠しファイルが抜けたのなら、元の場所の「\(Publisher.stateFolder)」も写してください。なければ、ここにある文書を別の場所に移してから、もう一度実行してください",
                    en:
                        "if hidden files were left out when it was copied, copy \(Publisher.stateFolder), too; else move what lies there elsewhere, and run again"
                ))
        case .foreignFiles(let paths, _) where paths.count > 1:
            return Message(
                Phrase(
                    ja: "「\(paths[0])」など\(paths.count)件は、shirubeが作ったものではないので上書きしません",
                    en: "\(paths[0]) and \(paths.count - 1) more were not written by shirube and are not replaced"),
                help: Phrase(
                    ja: "教育委員会のフォルダーごと別の場所に移してから、もう一度実行してください",
                    en: "move the board's whole folder elsewhere, and run again"))
        case .foreignFiles(let paths, _):
            let path = paths.first ?? output
            return Message(
                Phrase(
                    ja: "「\(path)」は、shirubeが作ったものではないので上書きしません",
                    en: "\(path) was not written by shirube and is not replaced"),
                help: Phrase(ja: "別の場所に移すか、消してから、もう一度実行してください", en: "move or delete it, and run again"))
        }
    }
}
