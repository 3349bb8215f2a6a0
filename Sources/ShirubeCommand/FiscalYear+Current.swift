internal import Glibc
import Japanese

extension FiscalYear {
    /// That of this day, by the computer's clock. For what is made once and then is the user's; no document asks for it.
    static var current: FiscalYear {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&now, &parts)
        let (year, month) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1)
        return FiscalYear(year: month < 4 ? year - 1 : year)
    }
}
