public import Files
internal import Glibc

extension FileError {
    /// What the system says of it, in the reader's language where it is one of the common reasons.
    public var reason: Phrase {
        let system = unsafe String(cString: strerror(code))
        let (japanese, english): (String, String?) =
            switch code {
            case Self.outside:
                (
                    "フォルダーの外を指すリンクなので、読みません。元のファイルをここに写してください",
                    "A link that leads out of the folder, which is not read: copy its file here"
                )
            case Self.hiddenCharacter:
                ("名前に、目に見えない文字があります。名前を付け直してください", "Its name has an invisible character: rename it")
            case Self.illFormedName: ("名前の文字コードがUTF-8ではありません", "Its name is not UTF-8")
            case ENOENT: ("見つかりません", nil)
            case EACCES, EPERM: ("アクセスする権限がありません", nil)
            case EISDIR: ("ファイルではなくフォルダーです", nil)
            case ENOTDIR: ("フォルダーではありません", nil)
            case ENOSPC: ("ディスクの空きがありません", nil)
            case EROFS: ("書き込みのできない場所です", nil)
            case EBUSY: ("ほかのプログラムが使っています", nil)
            case EXDEV: ("ほかのディスクにあります", nil)
            case EIO: ("ディスクの読み書きに失敗しました", nil)
            case EMFILE, ENFILE: ("開いているファイルが多すぎます", nil)
            case EEXIST, ENOTEMPTY: ("同じ名前のものが既にあります", nil)
            case ELOOP: ("リンクなので、たどりません", "A link, which is not followed")
            case ENODEV: ("ふつうのファイルではありません（パイプ、装置など）", "Not a regular file")
            case EFBIG: ("ファイルが大きすぎます", nil)
            case ENAMETOOLONG: ("名前が長すぎます", nil)
            case EDQUOT: ("使えるディスクの容量を使い切っています", nil)
            case ENOMEM: ("メモリーが足りません", nil)
            default: ("読み書きできませんでした（\(system)）", nil)
            }
        return Phrase(ja: japanese, en: english ?? system)
    }
}
