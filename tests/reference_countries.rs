//! Countries, weekends and languages, against the lists people know.

use rollcall::reference::{Country, CountryMatch, Weekend, country, language, likely_region};

fn found(text: &str) -> String {
    let codes =
        |countries: Vec<Country>| countries.into_iter().map(Country::alpha2).collect::<Vec<_>>().join(" ");
    match country(text) {
        CountryMatch::Documented(country) => country.alpha2().to_owned(),
        CountryMatch::Alias(country) => format!("~{}", country.alpha2()),
        CountryMatch::Ambiguous(countries) => format!("?{}", codes(countries)),
        CountryMatch::Unknown(countries) => format!("unknown {}", codes(countries)).trim_end().to_owned(),
    }
}

/// ISO 3166-1, typed from the standard: alpha-2 and alpha-3.
const CODES: &str = "\
AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW \
AX ALA AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN \
BO BOL BQ BES BR BRA BS BHS BT BTN BV BVT BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG \
CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE \
DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP ET ETH FI FIN \
FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL \
GM GMB GN GIN GP GLP GQ GNQ GR GRC GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV \
HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM \
JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO \
LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE \
MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT MU MUS \
MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL \
NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PN PCN PR PRI \
PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN \
SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV \
SX SXM SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON \
TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN \
VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE";

#[test]
fn codes() {
    let codes: Vec<_> = CODES.split(' ').collect();
    assert_eq!(codes.len(), 2 * 249);
    assert_eq!(Country::COUNT, 249);
    for (pair, country) in codes.chunks(2).zip(Country::all()) {
        assert_eq!(pair, [country.alpha2(), country.alpha3()]);
        assert_eq!(Country::from_alpha2(pair[0]), Some(country));
        for code in pair {
            assert_eq!(found(code), country.alpha2());
            assert_eq!(found(&code.to_lowercase()), country.alpha2());
        }
    }
    for code in ["XX", "us", "ZZ", "UK", "EU", "USA", "", "U", "XK"] {
        assert_eq!(Country::from_alpha2(code), None, "{code:?}");
    }
}

#[test]
fn names_pass_in_any_shape() {
    for country in Country::all() {
        let name = country.name();
        let unaccented: String = name
            .chars()
            .map(|c| match c {
                'Å' => 'A',
                'ç' => 'c',
                'é' => 'e',
                'ã' => 'a',
                'í' => 'i',
                'ô' => 'o',
                'ü' => 'u',
                c => c,
            })
            .collect();
        assert!(unaccented.is_ascii(), "{name}");
        for text in
            [name.to_owned(), name.to_uppercase(), name.to_lowercase(), unaccented, format!(" {name} ")]
        {
            assert_eq!(found(&text), country.alpha2(), "{text:?}");
        }
    }
}

/// Every spelling of the table, in capitals, is what the table says.
#[test]
fn spellings_of_the_table_stand() {
    let table = include_str!("../data/country-spellings.txt");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    for (spellings, is) in rows.map(|row| row.split_once('\t').unwrap()) {
        let expected = is.strip_prefix('=').unwrap_or(is);
        for text in spellings.split('|').flat_map(|s| [s.to_owned(), s.to_uppercase()]) {
            assert_eq!(found(&text), expected, "{text:?}");
        }
    }
}

#[test]
fn documented_names() {
    for (text, code) in [
        ("United States", "US"),
        ("United States of America", "US"),
        ("the United States", "US"),
        ("United Kingdom", "GB"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Russia", "RU"),
        ("Russian Federation", "RU"),
        ("South Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("Korea (Republic of)", "KR"),
        ("North Korea", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("VIETNAM", "VN"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("TÜRKİYE", "TR"),
        ("Taiwan", "TW"),
        ("Taiwan, Province of China", "TW"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Cote dIvoire", "CI"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Eswatini", "SZ"),
        ("Swaziland", "SZ"),
        ("Cape Verde", "CV"),
        ("Cabo Verde", "CV"),
        ("North Macedonia", "MK"),
        ("East Timor", "TL"),
        ("Timor-Leste", "TL"),
        ("Timor Leste", "TL"),
        ("Netherlands", "NL"),
        ("The Netherlands", "NL"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Bahamas", "BS"),
        ("The Bahamas", "BS"),
        ("Bahamas, The", "BS"),
        ("Gambia, the", "GM"),
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("Saint Lucia", "LC"),
        ("St. Lucia", "LC"),
        ("St Lucia", "LC"),
        ("St. Vincent & Grenadines", "VC"),
        ("Saint Vincent and the Grenadines", "VC"),
        ("St Kitts & Nevis", "KN"),
        ("Trinidad & Tobago", "TT"),
        ("Antigua & Barbuda", "AG"),
        ("Iran", "IR"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Iran, Islamic Republic of", "IR"),
        ("Syria", "SY"),
        ("Syrian Arab Republic", "SY"),
        ("Laos", "LA"),
        ("Lao PDR", "LA"),
        ("Moldova", "MD"),
        ("Republic of Moldova", "MD"),
        ("Bolivia", "BO"),
        ("Venezuela", "VE"),
        ("Tanzania", "TZ"),
        ("United Republic of Tanzania", "TZ"),
        ("Brunei", "BN"),
        ("Brunei Darussalam", "BN"),
        ("Hong Kong", "HK"),
        ("Hong Kong SAR China", "HK"),
        ("Macao", "MO"),
        ("Macau", "MO"),
        ("Palestine", "PS"),
        ("Palestinian Territories", "PS"),
        ("State of Palestine", "PS"),
        ("Vatican City", "VA"),
        ("Holy See", "VA"),
        ("Burma", "MM"),
        ("Myanmar", "MM"),
        ("Democratic Republic of the Congo", "CD"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo (Democratic Republic of the)", "CD"),
        ("Congo - Kinshasa", "CD"),
        ("Congo (DRC)", "CD"),
        ("Republic of the Congo", "CG"),
        ("Congo - Brazzaville", "CG"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Guinea Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Papua New Guinea", "PG"),
        ("Georgia", "GE"),
        ("Jersey", "JE"),
        ("Samoa", "WS"),
        ("American Samoa", "AS"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("British Virgin Islands", "VG"),
        ("U.S. Virgin Islands", "VI"),
        ("US Virgin Islands", "VI"),
        ("Virgin Islands (U.S.)", "VI"),
        ("Sint Maarten", "SX"),
        ("Saint Martin (French part)", "MF"),
        ("Réunion", "RE"),
        ("Reunion", "RE"),
        ("Curacao", "CW"),
        ("Åland Islands", "AX"),
        ("Aland Islands", "AX"),
        ("Sao Tome and Principe", "ST"),
        ("São Tomé & Príncipe", "ST"),
        ("French Republic", "FR"),
        ("Ireland, Republic of", "IE"),
        ("Serbia, Republic of", "RS"),
        ("Kingdom of Spain", "ES"),
        ("Federal Republic of Germany", "DE"),
        ("People's Republic of China", "CN"),
        ("Swiss Confederation", "CH"),
        ("Hellenic Republic", "GR"),
        ("Kyrgyzstan", "KG"),
        ("Kyrgyz Republic", "KG"),
        ("Slovak Republic", "SK"),
        ("Slovakia", "SK"),
    ] {
        assert_eq!(found(text), code, "{text:?}");
    }
}

#[test]
fn certain_but_not_documented() {
    for (text, code) in [
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("uk", "GB"),
        ("England", "GB"),
        ("Scotland", "GB"),
        ("Wales", "GB"),
        ("Northern Ireland", "GB"),
        ("Great Britain", "GB"),
        ("Britain", "GB"),
        ("Holland", "NL"),
        ("U.S.A.", "US"),
        ("U.S.", "US"),
        ("U.S.A", "US"),
        ("America", "US"),
        ("UAE", "AE"),
        ("U.A.E.", "AE"),
        ("840", "US"),
        ("004", "AF"),
        ("276", "DE"),
        ("826", "GB"),
        ("Deutschland", "DE"),
        ("España", "ES"),
        ("Espana", "ES"),
        ("Österreich", "AT"),
        ("Schweiz", "CH"),
        ("Suisse", "CH"),
        ("Brasil", "BR"),
        ("Italia", "IT"),
        ("Nederland", "NL"),
        ("Polska", "PL"),
        ("Sverige", "SE"),
        ("Norge", "NO"),
        ("Danmark", "DK"),
        ("Suomi", "FI"),
        ("Magyarország", "HU"),
        ("Éire", "IE"),
        ("Frankreich", "FR"),
        ("Allemagne", "DE"),
        ("Alemania", "DE"),
        ("Germania", "DE"),
        ("Duitsland", "DE"),
        ("Estados Unidos", "US"),
        ("États-Unis", "US"),
        ("Royaume-Uni", "GB"),
        ("Reino Unido", "GB"),
        ("Großbritannien", "GB"),
        ("Grossbritannien", "GB"),
        ("Japon", "JP"),
        ("Macedonia", "MK"),
        ("Zaire", "CD"),
        ("DRC", "CD"),
        ("DPRK", "KP"),
        ("ROK", "KR"),
        ("PRC", "CN"),
        ("SouthKorea", "KR"),
        ("Vatican", "VA"),
        ("Ceylon", "LK"),
        ("Saint Maarten", "SX"),
    ] {
        assert_eq!(found(text), format!("~{code}"), "{text:?}");
    }
}

#[test]
fn several_answer() {
    for (text, codes) in [
        ("Congo", "CD CG"),
        ("congo", "CD CG"),
        ("The Congo", "CD CG"),
        ("Korea", "KR KP"),
        ("KOREA", "KR KP"),
        ("Virgin Islands", "VI VG"),
        ("Czechoslovakia", "CZ SK"),
    ] {
        assert_eq!(found(text), format!("?{codes}"), "{text:?}");
    }
}

/// What is no country must not become one.
#[test]
fn unknown() {
    let states = [
        "Alabama",
        "Alaska",
        "Arizona",
        "Arkansas",
        "California",
        "Colorado",
        "Connecticut",
        "Delaware",
        "Florida",
        "Hawaii",
        "Idaho",
        "Illinois",
        "Indiana",
        "Iowa",
        "Kansas",
        "Kentucky",
        "Louisiana",
        "Maine",
        "Maryland",
        "Massachusetts",
        "Michigan",
        "Minnesota",
        "Mississippi",
        "Missouri",
        "Montana",
        "Nebraska",
        "Nevada",
        "New Hampshire",
        "New Jersey",
        "New Mexico",
        "New York",
        "North Carolina",
        "North Dakota",
        "Ohio",
        "Oklahoma",
        "Oregon",
        "Pennsylvania",
        "Rhode Island",
        "South Carolina",
        "South Dakota",
        "Tennessee",
        "Texas",
        "Utah",
        "Vermont",
        "Virginia",
        "Washington",
        "West Virginia",
        "Wisconsin",
        "Wyoming",
        "District of Columbia",
        "Ontario",
        "Quebec",
        "British Columbia",
        "New South Wales",
        "Victoria",
        "Tasmania",
    ];
    for text in states.into_iter().chain([
        "Kosovo", "XK", "XX", "EU", "Europe", "EMEA", "Asia", "Africa", "Remote", "N/A", "1", "44", "49",
        "999", "Chin", "Mars", "English", "-", "?", "", "the", "Guyanas", "Antilles",
    ]) {
        let found = found(text);
        assert!(found.starts_with("unknown"), "{text:?} is {found}");
        if states.contains(&text) {
            assert_eq!(found, "unknown", "{text:?} is near to nothing");
        }
    }
    for (text, near) in [
        ("Germny", "DE"),
        ("Untied States", "US"),
        ("Columbia", "CO"),
        ("Phillipines", "PH"),
        ("Switzerlnd", "CH"),
        ("Isreal", "IL"),
        ("Ukrane", "UA"),
        ("Brazl", "BR"),
        ("Untied Kingdom", "GB"),
    ] {
        let found = found(text);
        let first = found.strip_prefix("unknown ").and_then(|f| f.split(' ').next());
        assert_eq!(first, Some(near), "{text:?}: {found}");
    }
}

#[test]
fn weekends() {
    const FRI_SAT: [&str; 2] = ["friday", "saturday"];
    for country in Country::all() {
        let expected: &[&str] = match country.alpha2() {
            "AF" => &["thursday", "friday"],
            "IR" => &["friday"],
            "IN" | "UG" => &["sunday"],
            "BH" | "DZ" | "EG" | "IL" | "IQ" | "JO" | "KW" | "LY" | "OM" | "QA" | "SA" | "SD" | "SY"
            | "YE" => &FRI_SAT,
            _ => &["saturday", "sunday"],
        };
        assert_eq!(country.weekend().days(), expected, "{}", country.alpha2());
    }
    assert_eq!(Weekend(0b110_0000).days(), ["saturday", "sunday"]);
    assert_eq!(Weekend(0).days(), [""; 0]);
}

#[test]
fn languages() {
    // ISO 639-1, typed from the standard.
    let two = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
        da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
        ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo \
        lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps \
        pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn \
        to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
    for code in two.split_whitespace() {
        assert!(language(code), "{code}");
    }
    let all = (b'a'..=b'z').flat_map(|a| (b'a'..=b'z').map(move |b| [a, b]));
    let extra: Vec<String> = all
        .map(|code| String::from_utf8(code.to_vec()).unwrap())
        .filter(|code| language(code) && !two.split_whitespace().any(|c| c == code))
        .collect();
    // Withdrawn from 639-1, and still the two letters of a living 639-3 code.
    assert_eq!(extra, ["sh"]);
    for code in ["eng", "deu", "ger", "fil", "haw", "yue", "gsw", "ast"] {
        assert!(language(code), "{code}");
    }
    for code in
        ["EN", "En", "xx", "zz", "uk-", "", "e", "engl", "und", "zxx", "mul", "qaa", "jp", "cn", "dk", "ññ"]
    {
        assert!(!language(code), "{code:?}");
    }
}

#[test]
fn likely_regions() {
    for (language, region) in [
        ("ja", "JP"),
        ("en", "US"),
        ("de", "DE"),
        ("ar", "EG"),
        ("he", "IL"),
        ("fa", "IR"),
        ("hi", "IN"),
        ("pt", "BR"),
        ("zh", "CN"),
        ("es", "ES"),
        ("fr", "FR"),
        ("sv", "SE"),
        ("da", "DK"),
        ("cs", "CZ"),
        ("uk", "UA"),
        ("ko", "KR"),
        ("vi", "VN"),
        ("el", "GR"),
        ("fil", "PH"),
        ("ast", "ES"),
    ] {
        assert_eq!(likely_region(language).map(Country::alpha2), Some(region), "{language}");
    }
    for language in ["", "e", "xx", "EN", "engl", "ñ", "aé"] {
        assert_eq!(likely_region(language), None, "{language:?}");
    }
}
