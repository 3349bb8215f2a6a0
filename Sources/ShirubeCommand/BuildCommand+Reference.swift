import Diagnostics
import Publishing
import Records

/// Where the tables of postal and area codes are.
extension BuildCommand {
    static let referenceMissing = Diagnostic(
        .referenceMissing, .warning, at: nil,
        Phrase(
            ja: "郵便番号と市外局番の表がないので、所在地と電話番号を照合していません",
            en: "there are no tables of postal and area codes: addresses and telephones were not compared"),
        help: Phrase(
            ja: "Data/referenceのフォルダーを元に戻すか、表のあるフォルダーを--referenceで指定してください",
            en: "restore the folder Data/reference, or name the tables' folder with --reference"))
}
