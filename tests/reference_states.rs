//! Every subdivision of the countries whose zones differ, against what their laws say.
//!
//! The expectations are worked out by hand: whose clock a place keeps, not what the table answers.

use rollcall::reference::{Country, CountryMatch, Subdivision, SubdivisionMatch, Zone, subdivision};

fn zone(name: &str) -> Zone {
    Zone::from_name(name).unwrap_or_else(|| panic!("there is no {name}"))
}

fn country(code: &str) -> Country {
    Country::from_alpha2(code).unwrap_or_else(|| panic!("there is no {code}"))
}

fn place(code: &str) -> Subdivision {
    match subdivision(country(&code[..2]), code) {
        SubdivisionMatch::Documented(place) => place,
        other => panic!("{code}: {other:?}"),
    }
}

/// By country: suffixes of the subdivisions, and a zone that keeps their clock.
const CLOCKS: &[(&str, &[(&str, &str)])] = &[
    (
        "AU",
        &[
            ("Australia/Sydney", "NSW ACT VIC TAS"),
            ("Australia/Brisbane", "QLD"),
            ("Australia/Adelaide", "SA"),
            ("Australia/Darwin", "NT"),
            ("Australia/Perth", "WA"),
        ],
    ),
    (
        "BR",
        &[
            ("America/Sao_Paulo", "AL AP BA CE DF ES GO MA MG PA PB PE PI PR RJ RN RS SC SE SP TO"),
            ("America/Manaus", "AM MS MT RO RR"),
            ("America/Rio_Branco", "AC"),
        ],
    ),
    (
        "CA",
        &[
            ("America/St_Johns", "NL"),
            ("America/Halifax", "NB NS PE"),
            ("America/Toronto", "NU ON QC"),
            ("America/Winnipeg", "MB"),
            ("America/Regina", "AB NT SK"),
            ("America/Whitehorse", "BC YT"),
        ],
    ),
    (
        "CD",
        &[
            ("Africa/Kinshasa", "BC EQ KG KL KN MN MO NU SU TU"),
            ("Africa/Lubumbashi", "BU HK HL HU IT KC KE KS LO LU MA NK SA SK TA TO"),
        ],
    ),
    (
        "CL",
        &[
            ("America/Santiago", "AN AP AR AT BI CO LI LL LR ML NB RM TA VS"),
            ("America/Punta_Arenas", "AI MA"),
        ],
    ),
    (
        "CN",
        &[
            (
                "Asia/Shanghai",
                "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HL HN JL JS JX LN NM NX QH SC SD SH SN SX TJ XZ YN ZJ HK MO TW",
            ),
            ("Asia/Urumqi", "XJ"),
        ],
    ),
    (
        "EC",
        &[
            ("America/Guayaquil", "A B C D E F G H I L M N O P R S SD SE T U X Y Z"),
            ("Pacific/Galapagos", "W"),
        ],
    ),
    (
        "ES",
        &[
            (
                "Europe/Madrid",
                "A AB AL AN AR AS AV B BA BI BU C CA CB CC CE CL CM CO CR CS CT CU EX GA GI GR GU H HU IB J L LE LO LU M MA MC MD ML MU NA NC O OR P PM PO PV RI S SA SE SG SO SS T TE TO V VA VC VI Z ZA",
            ),
            ("Atlantic/Canary", "CN GC TF"),
        ],
    ),
    ("FM", &[("Pacific/Chuuk", "TRK YAP"), ("Pacific/Pohnpei", "KSA PNI")]),
    ("GL", &[("America/Nuuk", "AV KU QE QT SM")]),
    (
        "ID",
        &[
            ("Asia/Jakarta", "AC BB BE BT JA JB JI JK JT JW KB KR KT LA RI SB SM SS SU YO"),
            ("Asia/Makassar", "BA GO KA KI KS KU NB NT NU SA SG SL SN SR ST"),
            ("Asia/Jayapura", "MA ML MU PA PB PD PE PP PS PT"),
        ],
    ),
    ("KI", &[("Pacific/Tarawa", "G"), ("Pacific/Kiritimati", "L"), ("Pacific/Kanton", "P")]),
    (
        "MN",
        &[
            ("Asia/Ulaanbaatar", "1 035 037 039 041 047 049 051 053 055 057 059 061 063 064 065 067 069 073"),
            ("Asia/Hovd", "043 046 071"),
        ],
    ),
    (
        "MX",
        &[
            (
                "America/Mexico_City",
                "AGU CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NLE OAX PUE QUE SLP TAB TLA VER YUC ZAC",
            ),
            ("America/Cancun", "ROO"),
            ("America/Hermosillo", "BCS NAY SIN SON"),
            ("America/Tijuana", "BCN"),
            ("America/Matamoros", "TAM"),
        ],
    ),
    (
        "NZ",
        &[
            ("Pacific/Auckland", "AUK BOP CAN GIS HKB MBH MWT NSN NTL OTA STL TAS TKI WGN WKO WTC"),
            ("Pacific/Chatham", "CIT"),
        ],
    ),
    (
        "PG",
        &[
            (
                "Pacific/Port_Moresby",
                "CPK CPM EBR EHG EPW ESW GPK HLA JWK MBA MPL MPM MRL NCD NIK NPP SAN SHM WBK WHM WPD",
            ),
            ("Pacific/Bougainville", "NSB"),
        ],
    ),
    (
        "PT",
        &[
            ("Europe/Lisbon", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 30"),
            ("Atlantic/Azores", "20"),
        ],
    ),
    (
        "RU",
        &[
            ("Europe/Kaliningrad", "KGD"),
            (
                "Europe/Moscow",
                "AD ARK BEL BRY CE CU DA IN IVA KB KC KDA KIR KL KLU KO KOS KR KRS LEN LIP ME MO MOS MOW MUR NEN NGR NIZ ORL PNZ PSK ROS RYA SE SMO SPE STA TA TAM TUL TVE VGG VLA VLG VOR YAR",
            ),
            ("Europe/Samara", "AST SAM SAR UD ULY"),
            ("Asia/Yekaterinburg", "BA CHE KGN KHM ORE PER SVE TYU YAN"),
            ("Asia/Omsk", "OMS"),
            ("Asia/Krasnoyarsk", "AL ALT KEM KK KYA NVS TOM TY"),
            ("Asia/Irkutsk", "BU IRK"),
            ("Asia/Yakutsk", "AMU SA ZAB"),
            ("Asia/Vladivostok", "KHA PRI YEV"),
            ("Asia/Magadan", "MAG SAK"),
            ("Asia/Kamchatka", "CHU KAM"),
        ],
    ),
    (
        "UA",
        &[
            ("Europe/Kyiv", "05 07 09 12 14 18 21 23 26 30 32 35 46 48 51 53 56 59 61 63 65 68 71 74 77"),
            ("Europe/Simferopol", "40 43"),
        ],
    ),
    ("UM", &[("Pacific/Midway", "71 86 89 95"), ("Pacific/Wake", "79")]),
    (
        "US",
        &[
            ("America/New_York", "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV"),
            ("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"),
            ("America/Denver", "CO ID MT NM UT WY"),
            ("America/Phoenix", "AZ"),
            ("America/Los_Angeles", "CA NV OR WA"),
            ("America/Anchorage", "AK"),
            ("Pacific/Honolulu", "HI"),
            ("America/Puerto_Rico", "PR VI"),
            ("Pacific/Guam", "GU MP"),
            ("Pacific/Pago_Pago", "AS"),
        ],
    ),
];

/// No clock of their country is theirs, and nobody lives there.
const WITHOUT_ZONE: [&str; 5] = ["UM-67", "UM-76", "UM-81", "UM-84", "US-UM"];

#[test]
fn every_subdivision_has_its_clock() {
    let mut seen = Vec::new();
    for (code, clocks) in CLOCKS {
        for (clock, suffixes) in *clocks {
            for suffix in suffixes.split(' ') {
                let place = place(&format!("{code}-{suffix}"));
                let own = place.zone().unwrap_or_else(|| panic!("{} has no zone", place.code()));
                assert!(own.behaves_like(zone(clock)), "{}: {}", place.code(), own.name());
                seen.push(place);
            }
        }
    }
    for code in WITHOUT_ZONE {
        let place = place(code);
        assert_eq!(place.zone(), None, "{code}");
        seen.push(place);
    }
    // Nothing is left out, and a country with one clock needs no zone of a state.
    for place in Subdivision::all() {
        let several = place.country().single_zone().is_none() && !place.country().zones().is_empty();
        assert_eq!(several, seen.contains(&place), "{}", place.code());
        assert!(several || place.zone().is_none(), "{}", place.code());
    }
}

#[test]
fn several_clocks_are_these() {
    let several: Vec<_> = Country::all()
        .filter(|c| c.single_zone().is_none() && !c.zones().is_empty())
        .map(Country::alpha2)
        .collect();
    assert_eq!(several.join(" "), "AQ AU BR CA CD CL CN EC ES FM GL ID KI MN MX NZ PF PG PT RU UA UM US");
    let none: Vec<_> = Country::all().filter(|c| c.zones().is_empty()).map(Country::alpha2).collect();
    assert_eq!(none, ["BV", "HM"]);
}

#[test]
fn a_zone_is_one_of_the_country() {
    for place in Subdivision::all() {
        let Some(own) = place.zone() else { continue };
        let country = place.as_country().unwrap_or_else(|| place.country());
        assert!(country.zones().contains(&own), "{}: {}", place.code(), own.name());
        for other in place.other_zones() {
            assert!(country.zones().contains(other), "{}: {}", place.code(), other.name());
            assert!(!other.behaves_like(own), "{}: {}", place.code(), other.name());
        }
        assert_eq!(place.share() == 100, place.other_zones().is_empty(), "{}", place.code());
        assert!(place.share() >= 50, "{}", place.code());
    }
}

#[test]
fn split_states() {
    let split: Vec<_> = Subdivision::all()
        .filter(|place| !place.other_zones().is_empty())
        .map(|place| {
            let others: Vec<_> = place.other_zones().iter().map(|z| z.name()).collect();
            format!("{} {}", place.code(), others.join(" "))
        })
        .collect();
    for expected in [
        "AU-NSW Australia/Broken_Hill Australia/Lord_Howe",
        "BR-AM America/Eirunepe",
        "BR-PE America/Noronha",
        "CA-BC America/Edmonton",
        "CA-NL America/Goose_Bay",
        "CA-NU America/Rankin_Inlet America/Cambridge_Bay America/Atikokan",
        "CA-ON America/Winnipeg",
        "CA-QC America/Halifax America/Blanc-Sablon",
        "CL-VS Pacific/Easter",
        "CN-XJ Asia/Shanghai",
        "GL-AV America/Thule",
        "MX-CHH America/Ciudad_Juarez America/Ojinaga",
        "MX-COA America/Matamoros",
        "MX-NAY America/Bahia_Banderas",
        "MX-NLE America/Matamoros",
        "MX-TAM America/Monterrey",
        "RU-SA Asia/Vladivostok Asia/Magadan",
        "US-AK America/Adak",
        "US-AL America/New_York",
        "US-AZ America/Denver",
        "US-FL America/Chicago",
        "US-ID America/Los_Angeles",
        "US-IN America/Chicago",
        "US-KS America/Denver",
        "US-KY America/Chicago",
        "US-MI America/Menominee",
        "US-ND America/Denver",
        "US-NE America/Denver",
        "US-NV America/Denver",
        "US-OR America/Boise",
        "US-SD America/Denver",
        "US-TN America/New_York",
        "US-TX America/Denver",
    ] {
        assert!(split.iter().any(|s| s == expected), "{expected} is not in {split:#?}");
    }
    let us = split.iter().filter(|s| s.starts_with("US-")).count();
    assert_eq!(us, 16, "{split:#?}");
    assert_eq!(split.len(), 36, "{split:#?}");
    for (code, share) in [
        ("US-TN", 70..80),
        ("US-SD", 68..78),
        ("US-KY", 78..88),
        ("US-ID", 76..84),
        ("US-IN", 78..84),
        ("US-TX", 94..98),
        ("MX-CHH", 54..60),
        ("CA-NU", 48..56),
    ] {
        assert!(share.contains(&place(code).share()), "{code}: {}", place(code).share());
    }
}

#[test]
fn parts_that_are_countries() {
    for (code, expected) in [
        ("FR-971", "GP"),
        ("FR-972", "MQ"),
        ("FR-973", "GF"),
        ("FR-974", "RE"),
        ("FR-976", "YT"),
        ("FR-BL", "BL"),
        ("FR-MF", "MF"),
        ("FR-NC", "NC"),
        ("FR-PF", "PF"),
        ("FR-PM", "PM"),
        ("FR-TF", "TF"),
        ("FR-WF", "WF"),
        ("NL-AW", "AW"),
        ("NL-CW", "CW"),
        ("NL-SX", "SX"),
        ("NL-BQ1", "BQ"),
        ("NL-BQ2", "BQ"),
        ("NL-BQ3", "BQ"),
        ("CN-HK", "HK"),
        ("CN-MO", "MO"),
        ("CN-TW", "TW"),
        ("FI-01", "AX"),
        ("NO-21", "SJ"),
        ("NO-22", "SJ"),
        ("US-AS", "AS"),
        ("US-GU", "GU"),
        ("US-MP", "MP"),
        ("US-PR", "PR"),
        ("US-UM", "UM"),
        ("US-VI", "VI"),
    ] {
        assert_eq!(place(code).as_country().map(Country::alpha2), Some(expected), "{code}");
    }
    assert_eq!(Subdivision::all().filter(|s| s.as_country().is_some()).count(), 30);
}

#[test]
fn there_are_5046_with_codes_of_their_own() {
    assert_eq!(Subdivision::COUNT, 5046);
    let mut codes: Vec<_> = Subdivision::all().map(Subdivision::code).collect();
    for (place, code) in Subdivision::all().zip(&codes) {
        assert_eq!(place.country().alpha2(), &code[..2]);
        assert_eq!(subdivision(place.country(), code), SubdivisionMatch::Documented(place));
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 5046);
}

/// A name in capitals, without accents, is the same place, or one of that name in the country.
#[test]
fn names_and_suffixes_are_found() {
    for place in Subdivision::all() {
        let suffix = &place.code()[3..];
        for text in [place.name().to_owned(), place.name().to_uppercase(), suffix.to_lowercase()] {
            let SubdivisionMatch::Documented(found) = subdivision(place.country(), &text) else {
                panic!("{text:?} of {} is not found", place.code());
            };
            let same = found == place || found.name() == place.name();
            assert!(same, "{text:?} of {} is {}", place.code(), found.code());
        }
    }
}

/// Every spelling of the table, in capitals, is what the table says.
#[test]
fn spellings_of_the_table_stand() {
    let table = include_str!("../data/subdivisions.txt");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let mut before = "";
    for row in rows {
        let mut fields = row.split('\t');
        let (spellings, code) = (fields.next().unwrap(), fields.next().unwrap());
        assert!(before <= &code[..2], "{row}");
        before = &code[..2];
        let Some(mark) = fields.next() else { continue };
        for text in spellings.split('|').flat_map(|s| [s.to_owned(), s.to_uppercase()]) {
            // What ISO 3166-1 calls a part is documented.
            let is_own = match (subdivision(country(before), &text), rollcall::reference::country(&text)) {
                (SubdivisionMatch::Documented(part), CountryMatch::Documented(own)) => {
                    part.as_country() == Some(own)
                }
                _ => false,
            };
            let short = if mark == "~" && !is_own { "~" } else { "" };
            assert_eq!(found(before, &text), format!("{short}{code}"), "{text:?}");
        }
    }
}

fn found(code: &str, text: &str) -> String {
    let codes =
        |places: Vec<Subdivision>| places.into_iter().map(Subdivision::code).collect::<Vec<_>>().join(" ");
    match subdivision(country(code), text) {
        SubdivisionMatch::Documented(place) => place.code().to_owned(),
        SubdivisionMatch::ShortForm(place) => format!("~{}", place.code()),
        SubdivisionMatch::Elsewhere(places) => format!("elsewhere {}", codes(places)),
        SubdivisionMatch::Unknown(places) => format!("unknown {}", codes(places)).trim_end().to_owned(),
    }
}

#[test]
fn spellings() {
    for (code, text, expected) in [
        ("US", "Texas", "US-TX"),
        ("US", " texas ", "US-TX"),
        ("US", "tx", "US-TX"),
        ("US", "us-tx", "US-TX"),
        ("US", "New  York", "US-NY"),
        ("US", "N.Y.", "~US-NY"),
        ("US", "NewYork", "~US-NY"),
        ("US", "New-York", "~US-NY"),
        ("US", "Calif.", "~US-CA"),
        ("US", "Calif", "~US-CA"),
        ("US", "D.C.", "~US-DC"),
        ("US", "Washington, D.C.", "~US-DC"),
        ("US", "Washington", "US-WA"),
        ("US", "Washington State", "~US-WA"),
        ("US", "State of Washington", "~US-WA"),
        ("US", "Washington County", "unknown"),
        ("US", "Kansas City", "unknown"),
        ("US", "Georgia", "US-GA"),
        ("US", "Puerto Rico", "US-PR"),
        ("US", "Ontario", "elsewhere CA-ON"),
        ("US", "ON", "elsewhere CA-ON"),
        ("US", "CA-ON", "elsewhere CA-ON"),
        ("US", "Texs", "unknown US-TX"),
        ("US", "Pensylvania", "unknown US-PA"),
        ("US", "ZZ", "unknown"),
        ("US", "Central", "unknown"),
        ("US", "???", "unknown"),
        ("CA", "Québec", "CA-QC"),
        ("CA", "quebec", "CA-QC"),
        ("CA", "Nouvelle-Écosse", "CA-NS"),
        ("CA", "Yukon Territory", "~CA-YT"),
        ("CA", "Province of Alberta", "~CA-AB"),
        ("CA", "P.E.I.", "~CA-PE"),
        ("CA", "TX", "elsewhere US-TX"),
        ("CA", "WA", "elsewhere AU-WA US-WA"),
        ("CA", "California", "elsewhere US-CA"),
        ("AU", "nsw", "AU-NSW"),
        ("AU", "New South Wales", "AU-NSW"),
        ("BR", "Sao Paulo", "BR-SP"),
        ("BR", "SÃO PAULO", "BR-SP"),
        ("BR", "Estado do Acre", "~BR-AC"),
        ("MX", "Ciudad de Mexico", "MX-CMX"),
        ("MX", "Mexico City", "~MX-CMX"),
        ("MX", "Distrito Federal", "~MX-CMX"),
        ("MX", "CDMX", "~MX-CMX"),
        ("MX", "Estado de México", "~MX-MEX"),
        ("MX", "México", "MX-MEX"),
        ("MX", "Nuevo Leon", "MX-NLE"),
        ("MX", "Coahuila", "MX-COA"),
        ("MX", "chh", "MX-CHH"),
        ("RU", "Moscow", "RU-MOW"),
        ("RU", "Moscow Oblast", "~RU-MOS"),
        ("RU", "Saint Petersburg", "RU-SPE"),
        ("RU", "St. Petersburg", "~RU-SPE"),
        ("RU", "Novosibirsk Oblast", "~RU-NVS"),
        ("RU", "Novosibirsk", "RU-NVS"),
        ("RU", "Republic of Tatarstan", "~RU-TA"),
        ("RU", "Respublika Tatarstan", "RU-TA"),
        ("RU", "Tatarstan, Respublika", "RU-TA"),
        ("RU", "Yakutia", "~RU-SA"),
        ("RU", "Primorsky Krai", "RU-PRI"),
        ("UA", "Kyiv", "UA-30"),
        ("UA", "Kyiv Oblast", "~UA-32"),
        ("UA", "Lviv", "~UA-46"),
        ("UA", "Lviv Oblast", "~UA-46"),
        ("UA", "Crimea", "UA-43"),
        ("ES", "Cataluña", "ES-CT"),
        ("ES", "Catalonia", "ES-CT"),
        ("ES", "Principado de Asturias", "ES-AS"),
        ("ES", "Asturias", "ES-O"),
        ("ES", "Madrid", "ES-M"),
        ("ES", "Canarias", "ES-CN"),
        ("ES", "Lérida", "ES-L"),
        ("ES", "Lleida [Lérida]", "ES-L"),
        ("ID", "Papua", "ID-PA"),
        ("ID", "Maluku", "ID-MA"),
        ("ID", "West Java", "ID-JB"),
        ("ID", "DKI Jakarta", "~ID-JK"),
        ("CN", "Guangdong", "CN-GD"),
        ("CN", "Guangdong Province", "~CN-GD"),
        ("CN", "Beijing City", "~CN-BJ"),
        ("CN", "Beijing", "CN-BJ"),
        ("CN", "Inner Mongolia", "~CN-NM"),
        ("CN", "Hong Kong", "CN-HK"),
        ("CN", "Macao", "CN-MO"),
        ("CN", "Taiwan", "CN-TW"),
        ("PT", "Lisbon", "PT-11"),
        ("PT", "Madeira", "PT-30"),
        ("PT", "Açores", "~PT-20"),
        ("NZ", "Hawkes Bay", "~NZ-HKB"),
        ("NZ", "Hawke’s Bay", "NZ-HKB"),
        ("NZ", "Wellington", "NZ-WGN"),
        ("PG", "Port Moresby", "PG-NCD"),
        ("DE", "Bavaria", "DE-BY"),
        ("DE", "Bayern", "DE-BY"),
        ("IT", "Tuscany", "IT-52"),
        ("IT", "Lombardy", "IT-25"),
        ("FR", "Martinique", "FR-972"),
        ("FR", "Réunion", "FR-974"),
        ("FR", "La Réunion", "FR-974"),
        ("FR", "RE", "FR-974"),
        ("FR", "French Guiana", "FR-973"),
        ("FR", "Saint Martin", "FR-MF"),
        ("FR", "Saint-Martin", "FR-MF"),
        ("FR", "Aruba", "elsewhere NL-AW"),
        ("NL", "Caribbean Netherlands", "NL-BQ1"),
        ("NO", "Svalbard and Jan Mayen", "NO-22"),
        ("NO", "Svalbard", "NO-21"),
        ("NO", "Jan Mayen", "NO-22"),
        ("FI", "Åland", "FI-01"),
        ("FI", "Åland Islands", "FI-01"),
        ("FI", "AX", "FI-01"),
        ("NL", "Aruba", "NL-AW"),
        ("MN", "Ulaanbaatar", "MN-1"),
        ("US", "", "unknown"),
    ] {
        assert_eq!(found(code, text), expected, "{text:?} in {code}");
    }
}
