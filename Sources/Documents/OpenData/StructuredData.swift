import Diagnostics
import Records

/// The private facilities for search engines: schema.org's ItemList of EducationalOrganization, as JSON-LD.
enum StructuredData {
    static func write(_ facilities: [FacilityEntry]) -> [UInt8] {
        let members: [(String, JSONValue)] = [
            ("@context", .string("https://schema.org")), ("@type", .string("ItemList")),
            ("numberOfItems", .number(facilities.count)),
            (
                "itemListElement",
                .items(facilities.count) { index in
                    .object([
                        ("@type", .string("ListItem")), ("position", .number(index + 1)),
                        ("item", organization(facilities[index])),
                    ])
                }
            ),
        ]
        return JSONValue.object(members).bytes
    }

    private static func organization(_ facility: FacilityEntry) -> JSONValue {
        let parts = facility.parts
        let street = [parts.town + parts.number, parts.building].filter { !$0.isEmpty }.joined(separator: " ")
        let address =
            [("@type", JSONValue.string("PostalAddress")), ("addressCountry", .string("JP"))]
            + FacilityJSON.strings([
                ("postalCode", facility.postalCode), ("addressRegion", parts.prefecture),
                ("addressLocality", parts.city),
                // An address that could not be divided stands whole.
                ("streetAddress", parts.city.isEmpty ? facility.address : street),
            ])
        return .object(
            [("@type", .string("EducationalOrganization"))]
                + FacilityJSON.strings([
                    ("name", facility.name), ("telephone", facility.telephone), ("url", facility.web),
                ]) + [("address", .object(address))])
    }
}
