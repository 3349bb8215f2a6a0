import Diagnostics
import JSON
import Japanese
import Records

/// The private facilities for search engines: schema.org's ItemList of EducationalOrganization, as JSON-LD.
enum StructuredData {
    static func write(_ facilities: OpenData.Facilities, to page: inout [UInt8]) {
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
        JSONValue.object(members).write(escapesTags: true, to: &page)
    }

    /// What stands at each property.
    static func values(_ facilities: OpenData.Facilities) -> [DownloadedValue] {
        facilities.flatMap { facility in
            organization(facility).leaves().compactMap { property, text in
                fields[property].flatMap { DownloadedValue(property, text, $0, of: facility.record, nil) }
            }
        }
    }

    /// The fields that the properties are of.
    private static let fields: [String: FieldDeclaration] = [
        "name": Facility.name.declaration, "description": PrivateFacility.introduction.declaration,
        "telephone": Facility.telephone.declaration, "faxNumber": PrivateFacility.fax.declaration,
        "email": PrivateFacility.email.declaration, "url": Facility.web.declaration,
        "address.postalCode": Facility.postalCode.declaration, "address.addressRegion": Facility.address.declaration,
        "address.addressLocality": Facility.address.declaration, "address.streetAddress": Facility.address.declaration,
        "geo.latitude": PrivateFacility.latitude.declaration, "geo.longitude": PrivateFacility.longitude.declaration,
        "sameAs": PrivateFacility.sns.declaration, "foundingDate": PrivateFacility.established.declaration,
        "parentOrganization.name": PrivateFacility.operator.declaration,
        "maximumAttendeeCapacity": PrivateFacility.capacity.declaration,
        "hasCertification.name": PrivateFacility.certifiedBy.declaration,
        "hasCertification.expires": PrivateFacility.certifiedUntil.declaration,
        "makesOffer.name": PrivateFacility.fees.declaration, "makesOffer.description": PrivateFacility.fees.declaration,
        "makesOffer.price": PrivateFacility.fees.declaration,
    ]

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
                    ("name", facility.name), ("description", facility.record[PrivateFacility.introduction]),
                    ("telephone", facility.telephone), ("faxNumber", facility.record[PrivateFacility.fax]),
                    ("email", facility.record[PrivateFacility.email]), ("url", facility.web),
                ]) + [("address", .object(address))] + facts(facility))
    }

    /// What else schema.org has a property for.
    private static func facts(_ facility: FacilityEntry) -> [(String, JSONValue)] {
        let record = facility.record
        var members: [(String, JSONValue)] = []
        if !facility.latitude.isEmpty, !facility.longitude.isEmpty {
            members.append(
                ("geo", thing("GeoCoordinates", [("latitude", facility.latitude), ("longitude", facility.longitude)])))
        }
        let pages = record[PrivateFacility.sns] ?? []
        if !pages.isEmpty { members.append(("sameAs", .array(pages.map { .string($0) }))) }
        if let month = record[PrivateFacility.established] { members.append(("foundingDate", .string(month.iso))) }
        if !facility.organization.isEmpty {
            members.append(("parentOrganization", thing("Organization", [("name", facility.organization)])))
        }
        if let count = record[PrivateFacility.capacity] {
            members.append(("maximumAttendeeCapacity", .number(count)))
        }
        if let name = record[PrivateFacility.certifiedBy] {
            let until = record[PrivateFacility.certifiedUntil]?.iso
            members.append(("hasCertification", thing("Certification", [("name", name), ("expires", until)])))
        }
        let fees = record.records(PrivateFacility.fees).map(offer)
        if !fees.isEmpty { members.append(("makesOffer", .array(fees))) }
        return members
    }

    private static func offer(_ fee: RecordView) -> JSONValue {
        let price = fee[Fee.amount].map { [("price", "\($0.yen)"), ("priceCurrency", "JPY")] } ?? []
        let kind = FacilityEntry.printed(fee.value(Fee.kind), Fee.kind.declaration, of: fee)
        return thing("Offer", [("name", kind), ("description", fee[Fee.covers])] + price)
    }

    private static func thing(_ type: String, _ members: [(String, String?)]) -> JSONValue {
        .object([("@type", .string(type))] + FacilityJSON.strings(members))
    }
}
