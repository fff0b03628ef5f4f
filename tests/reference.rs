//! The reference data against what is known about the world.

use rollcall::reference::{
    Country, CountryMatch, Subdivision, SubdivisionMatch, Zone, ZoneMatch, country, subdivision, zone,
};

fn cc(code: &str) -> Country {
    Country::from_alpha2(code).unwrap_or_else(|| panic!("there is no {code}"))
}

fn z(name: &str) -> Zone {
    Zone::from_name(name).unwrap_or_else(|| panic!("there is no {name}"))
}

#[test]
fn smoke() {
    for text in ["US", "usa", "United States", "South Korea", "Republic of Korea", "Korea, Republic of", "Viet Nam", "vietnam", "türkiye", "TURKEY", "Taiwan", "Russia", "Cote d'Ivoire", "Ivory Coast", "Congo", "Korea", "UK", "England", "U.S.A.", "U.S.", "840", "44", "New Jersey", "Indiana", "Germny", "Georgia", "Kosovo", "Holland", "Deutschland", "St. Lucia", "St Kitts and Nevis", "Democratic Republic of the Congo", "Swaziland", "Burma"] {
        match country(text) {
            CountryMatch::Documented(c) => println!("{text}: = {}", c.name()),
            CountryMatch::Alias(c) => println!("{text}: ~ {}", c.name()),
            CountryMatch::Ambiguous(c) => println!("{text}: ? {:?}", c.iter().map(|c| c.name()).collect::<Vec<_>>()),
            CountryMatch::Unknown(c) => println!("{text}: - {:?}", c.iter().map(|c| c.name()).collect::<Vec<_>>()),
        }
    }
    let names = |v: Vec<Subdivision>| v.iter().map(|s| s.code()).collect::<Vec<_>>();
    for (c, text) in [("US", "tx"), ("US", "N.Y."), ("US", "Calif."), ("US", "Washington DC"), ("US", "D.C."), ("US", "us-ca"), ("CA", "US-CA"), ("CA", "Québec"), ("CA", "TX"), ("US", "Ontario"), ("MX", "CDMX"), ("MX", "Mexico City"), ("RU", "Moscow"), ("RU", "Moscow Oblast"), ("RU", "Saint Petersburg"), ("RU", "St Petersburg"), ("BR", "Sao Paulo"), ("US", "Texs"), ("US", "Washington State"), ("ES", "Madrid"), ("ID", "Papua"), ("US", "Puerto Rico"), ("FR", "Martinique"), ("UA", "Kyiv Oblast"), ("AU", "nsw"), ("MX", "chh"), ("NO", "Svalbard"), ("CN", "Hong Kong")] {
        match subdivision(cc(c), text) {
            SubdivisionMatch::Documented(s) => println!("{c} {text}: = {} {} {:?} {}", s.code(), s.name(), s.zone().map(Zone::name), s.share()),
            SubdivisionMatch::ShortForm(s) => println!("{c} {text}: ~ {} {} {:?}", s.code(), s.name(), s.zone().map(Zone::name)),
            SubdivisionMatch::Elsewhere(s) => println!("{c} {text}: elsewhere {:?}", names(s)),
            SubdivisionMatch::Unknown(s) => println!("{c} {text}: - {:?}", names(s)),
        }
    }
    for (text, c) in [("America/New_York", ""), ("america/new_york", ""), ("America/New York", ""), ("-05:00", ""), ("UTC+1", ""), ("(UTC+01:00)", ""), ("GMT+0", ""), ("Pacific Standard Time", "CA"), ("Pacific Standard Time", "US"), ("(UTC-08:00) Pacific Time (US & Canada)", "CA"), ("W. Europe Standard Time", "FR"), ("Los Angeles", ""), ("Berlin", ""), ("New York", ""), ("PST", ""), ("Asia/Calcuta", ""), ("Factory", ""), ("Europe/Munich", "")] {
        match zone(text, Country::from_alpha2(c)) {
            ZoneMatch::Exact(z) => println!("{text}: = {}", z.name()),
            ZoneMatch::Offset => println!("{text}: offset"),
            ZoneMatch::Windows(z) => println!("{text} {c}: windows {}", z.name()),
            ZoneMatch::Misspelled(z) => println!("{text}: ~ {}", z.name()),
            ZoneMatch::Unknown(v) => println!("{text}: - {:?}", v.iter().map(|z| z.name()).collect::<Vec<_>>()),
        }
    }
    for n in ["America/Vancouver", "America/New_York", "Africa/Casablanca", "Asia/Gaza", "Europe/London", "Australia/Lord_Howe", "America/Nuuk", "America/Havana"] {
        println!("{n} {:?} target {}", z(n).clock_at(1_797_292_800), z(n).target().name());
    }
}
