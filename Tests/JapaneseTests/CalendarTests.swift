import Japanese
import Testing

@Suite struct CalendarTests {
    @Test(
        "Weekdays",
        arguments: [
            ("2025-02-14", "金"), ("2023-02-06", "月"), ("2019-10-25", "金"), ("2000-02-29", "火"), ("1873-01-01", "水"),
        ])
    func weekday(date: String, name: String) throws {
        #expect(try CalendarParser.date(date).weekday.name == name)
    }

    @Test(
        "Both calendars read as the same day",
        arguments: [
            ("令和7年2月14日", "2025-02-14"), ("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
            ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"), ("大正元年7月30日", "1912-07-30"),
            ("明治45年7月29日", "1912-07-29"), ("昭和元年12月25日", "1926-12-25"), ("令和7年2月14日（金）", "2025-02-14"),
        ])
    func eras(era: String, iso: String) throws {
        #expect(try CalendarParser.date(era) == CalendarParser.date(iso))
        #expect(try CalendarParser.date(iso).iso == iso)
    }

    @Test("Forms of a date")
    func forms() throws {
        let date = try CalendarParser.date("2019-05-01")
        #expect(date.long == "令和元年5月1日")
        #expect(date.short == "R1.5.1")
        #expect(date.western == "2019年5月1日")
        #expect(date.bracketed == "令和元年（2019年）5月1日")
        #expect(try CalendarParser.month("令和7年3月").long == "令和7年3月")
        #expect(try CalendarParser.month("2025-03").bare == "3月")
    }

    @Test(
        "What is wrong with a date",
        arguments: [
            ("令和7年2月30日", CalendarError.nonexistent), ("2025-02-29", .nonexistent), ("2025-13-01", .nonexistent),
            ("平成31年5月1日", .outsideEra(.heisei, canonical: "令和元年5月1日")),
            ("令和元年4月30日", .outsideEra(.reiwa, canonical: "平成31年4月30日")),
            ("令和７年２月１４日", .unusual(canonical: "令和7年2月14日")),
            ("令和1年5月1日", .unusual(canonical: "令和元年5月1日")),
            ("2025-2-14", .unusual(canonical: "2025-02-14")),
            ("令和7年2月14日（木）", .weekday(.friday)),
            ("7年2月14日", .form), ("2025/02/14", .unusual(canonical: "令和7年2月14日")),
            ("R7.2.14", .unusual(canonical: "令和7年2月14日")),
            ("2025年2月14日", .unusual(canonical: "令和7年2月14日")), ("2025/2/30", .nonexistent), ("令和7年2月", .form),
            ("", .form), ("令和7年度", .form),
        ])
    func wrongDates(text: String, error: CalendarError) {
        #expect(throws: error) { try CalendarParser.date(text) }
    }

    @Test(
        "Fiscal years",
        arguments: [
            ("令和元年度", 2019, "令和元年度"), ("平成31年度", 2019, "平成31年度"), ("2019", 2019, "令和元年度"),
            ("大正15年度", 1926, "大正15年度"), ("昭和元年度", 1926, "昭和元年度"), ("明治45年度", 1912, "明治45年度"),
            ("平成30年度", 2018, "平成30年度"),
            ("2023", 2023, "令和5年度"), ("昭和63年度", 1988, "昭和63年度"),
        ])
    func fiscalYears(text: String, year: Int, long: String) throws {
        let fiscal = try CalendarParser.fiscalYear(text)
        #expect(fiscal.year == year)
        #expect(fiscal.long == long)
        #expect(fiscal.firstDay.iso == "\(year)-04-01")
        #expect(fiscal.lastDay.iso == "\(year + 1)-03-31")
    }

    @Test(
        "A month in which two eras lie stays as it is written",
        arguments: [
            ("昭和64年1月", "1989-01"), ("平成元年1月", "1989-01"), ("大正15年12月", "1926-12"), ("昭和元年12月", "1926-12"),
            ("明治45年7月", "1912-07"), ("大正元年7月", "1912-07"),
        ])
    func monthsOfTwoEras(text: String, iso: String) throws {
        let month = try CalendarParser.month(text)
        #expect(month.long == text)
        #expect(month == (try CalendarParser.month(iso)))
        #expect(Set([month, try CalendarParser.month(iso)]).count == 1)
    }

    @Test("A month or year of one era is not written in another", arguments: ["平成31年5月", "令和元年4月", "昭和64年度", "令和元年3月"])
    func monthsOfOneEra(text: String) {
        #expect(throws: CalendarError.self) {
            if text.hasSuffix("度") {
                _ = try CalendarParser.fiscalYear(text)
            } else {
                _ = try CalendarParser.month(text)
            }
        }
    }

    @Test("What is printed is read again, in years of three digits too", arguments: ["2117", "2118", "3000", "9998"])
    func distantYears(year: String) throws {
        let fiscal = try CalendarParser.fiscalYear(year)
        #expect(try CalendarParser.fiscalYear(fiscal.long) == fiscal)
        #expect(try CalendarParser.date(fiscal.lastDay.long) == fiscal.lastDay)
    }

    @Test("The last fiscal year ends on the last day there is")
    func lastFiscalYear() {
        #expect(throws: CalendarError.form) { try CalendarParser.fiscalYear("9999") }
    }

    @Test("A day's fiscal year", arguments: [("2025-03-31", 2024), ("2025-04-01", 2025), ("2025-01-01", 2024)])
    func fiscalYear(date: String, year: Int) throws {
        #expect(try CalendarParser.date(date).fiscalYear.year == year)
    }

    @Test(
        "Days of a week",
        arguments: [
            ("月曜日から金曜日まで（祝日を除く。）", "月火水木金"), ("月・水・金", "月水金"), ("平日", "月火水木金"), ("毎週火曜日及び木曜日", "火木"),
            ("月～木、土", "月火水木土"),
            ("毎日", "月火水木金土日"), ("月水金", "月水金"), ("第2土曜日", nil), ("金から月まで", nil), ("要相談", nil), ("", nil),
        ] as [(String, String?)])
    func weekdays(text: String, days: String?) { #expect(OpeningTimes.weekdays(text) == days) }

    @Test(
        "Hours",
        arguments: [
            ("10時から15時まで", "10:00 15:00"), ("午前９時半から午後３時まで", "09:30 15:00"), ("9:30～15:05", "09:30 15:05"),
            ("9時15分～12時（土曜日は休み）", "09:15 12:00"),
            ("午後1時から24時", "13:00 24:00"), ("15時から10時", nil), ("10時から12時、13時から15時", nil), ("10時頃から15時", nil),
            ("10:75～12:00", nil), ("", nil),
        ] as [(String, String?)])
    func hours(text: String, hours: String?) {
        #expect(OpeningTimes.hours(text).map { "\($0.from) \($0.to)" } == hours)
    }
}
