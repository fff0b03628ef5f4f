//! Zones, Windows names and offsets, against the time zone database and what is known by hand.

use chrono_tz::TZ_VARIANTS;
use rollcall::reference::{Country, Zone, ZoneMatch, zone};

fn named(name: &str) -> Zone {
    Zone::from_name(name).unwrap_or_else(|| panic!("there is no {name}"))
}

fn found(text: &str, country: &str) -> String {
    match zone(text, Country::from_alpha2(country)) {
        ZoneMatch::Exact(zone) => zone.name().to_owned(),
        ZoneMatch::Offset => "offset".to_owned(),
        ZoneMatch::Windows(zone) => format!("windows {}", zone.name()),
        ZoneMatch::Misspelled(zone) => format!("~{}", zone.name()),
        ZoneMatch::Unknown(zones) => {
            let names: Vec<_> = zones.into_iter().map(Zone::name).collect();
            format!("unknown {}", names.join(" ")).trim_end().to_owned()
        }
    }
}

/// Unix seconds of a day's midnight in UTC and some hours.
fn at(year: i64, month: i64, day: i64, hour: i64) -> i64 {
    let month_days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap = i64::from(year % 4 == 0 && month > 2);
    let years = (year - 1970) * 365 + (year - 1969) / 4;
    let month = usize::try_from(month - 1).unwrap();
    (years + month_days[month] + leap + day - 1) * 86_400 + hour * 3600
}

/// chrono-tz gives the names; the table must have the same, and the same order.
#[test]
fn names_are_those_of_chrono_tz() {
    let ours: Vec<_> = Zone::all().map(Zone::name).collect();
    let theirs: Vec<_> = TZ_VARIANTS.iter().map(|tz| tz.name()).collect();
    assert_eq!(ours, theirs, "names that came later are listed in the table and named in docs/data.md");
    assert_eq!(ours.len(), 597);
    for zone in Zone::all() {
        assert_eq!(Zone::from_name(zone.name()), Some(zone));
        assert_eq!(found(zone.name(), ""), zone.name());
        assert_eq!(found(&format!(" {} ", zone.name()), "US"), zone.name());
    }
}

/// A cell may hold anything.
#[test]
fn no_text_hurts() {
    let long = "Å/('".repeat(200_000);
    let texts =
        [long.as_str(), "(", ")", "()", "(UTC", "\u{0}", "𝕏/𝕐", "+é", "é+1", "GM\u{301}T+1", "a/", "/", "//"];
    for text in texts {
        for country in [None, Country::from_alpha2("US"), Country::from_alpha2("BV")] {
            zone(text, country);
            rollcall::reference::country(text);
            rollcall::reference::language(text);
            rollcall::reference::likely_region(text);
            if let Some(country) = country {
                rollcall::reference::subdivision(country, text);
            }
        }
    }
}

/// The generated rows carry the names as comments: the table was made for this order.
#[test]
fn rows_stand_at_their_names() {
    let table = include_str!("../data/zones.rs");
    let rows = table.lines().filter(|line| line.trim_start().starts_with("fact("));
    let names: Vec<_> = rows.map(|row| row.rsplit_once("// ").unwrap().1).collect();
    assert_eq!(names, Zone::all().map(Zone::name).collect::<Vec<_>>());
}

#[test]
fn nothing_else_is_exact() {
    for text in [
        "Factory",
        "PST",
        "Asia/Hanoi",
        "SystemV/AST4",
        "localtime",
        "posixrules",
        "Etc/Unknown",
        "america/new_york",
        "America/New York",
        "AMERICA/NEW_YORK",
        "utc",
        "Europe",
        "Europe/",
        "Etc/GMT+13",
        "Etc/GMT-15",
        "GMT+1",
        "UTC+1",
        "",
        "CEST",
        "America/",
        "posix/Europe/Berlin",
        "US/Pacific-New",
        "Canada/East-Saskatchewan",
        "Asia/Beijing",
        "zulu",
    ] {
        assert_eq!(Zone::from_name(text), None, "{text:?}");
        assert!(!matches!(zone(text, None), ZoneMatch::Exact(_)), "{text:?}");
    }
}

#[test]
fn links_and_what_is_behind_them() {
    for (link, target) in [
        ("US/Pacific", "America/Los_Angeles"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
        ("Asia/Katmandu", "Asia/Kathmandu"),
        ("Asia/Rangoon", "Asia/Yangon"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Iceland", "Atlantic/Reykjavik"),
        ("Africa/Asmera", "Africa/Asmara"),
        ("Atlantic/Faeroe", "Atlantic/Faroe"),
        ("America/Godthab", "America/Nuuk"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("America/Indianapolis", "America/Indiana/Indianapolis"),
        ("America/Louisville", "America/Kentucky/Louisville"),
        ("America/Montreal", "America/Toronto"),
        ("America/Coral_Harbour", "America/Atikokan"),
        ("America/Virgin", "America/St_Thomas"),
        ("Pacific/Truk", "Pacific/Chuuk"),
        ("Pacific/Yap", "Pacific/Chuuk"),
        ("Pacific/Ponape", "Pacific/Pohnpei"),
        ("Pacific/Samoa", "Pacific/Pago_Pago"),
        ("Pacific/Johnston", "Pacific/Honolulu"),
        ("GB", "Europe/London"),
        ("GB-Eire", "Europe/London"),
        ("Eire", "Europe/Dublin"),
        ("NZ", "Pacific/Auckland"),
        ("Japan", "Asia/Tokyo"),
        ("Singapore", "Asia/Singapore"),
        ("PRC", "Asia/Shanghai"),
        ("ROC", "Asia/Taipei"),
        ("ROK", "Asia/Seoul"),
        ("Turkey", "Europe/Istanbul"),
        ("Asia/Istanbul", "Europe/Istanbul"),
        ("Canada/Pacific", "America/Vancouver"),
        ("Brazil/East", "America/Sao_Paulo"),
        ("Mexico/General", "America/Mexico_City"),
        ("Australia/ACT", "Australia/Sydney"),
        ("Asia/Tel_Aviv", "Asia/Jerusalem"),
        ("Zulu", "Etc/UTC"),
    ] {
        assert_eq!(named(link).target().name(), target, "{link}");
        assert!(named(link).is_unlisted_link(), "{link}");
        assert!(!named(target).is_unlisted_link(), "{target}");
        assert!(named(link).behaves_like(named(target)), "{link}");
    }
    for listed in [
        "Europe/Stockholm",
        "Europe/Oslo",
        "Africa/Asmara",
        "America/Creston",
        "Atlantic/Reykjavik",
        "Pacific/Chuuk",
        "Europe/Kyiv",
    ] {
        assert!(!named(listed).is_unlisted_link(), "{listed}");
        assert_eq!(named(listed).target(), named(listed));
    }
    for zone in Zone::all() {
        assert!(zone.behaves_like(zone.target()), "{}", zone.name());
        assert_eq!(zone.target().target(), zone.target(), "{}", zone.name());
    }
}

#[test]
fn names_that_follow_no_country() {
    for name in [
        "UTC",
        "UCT",
        "Universal",
        "Zulu",
        "GMT",
        "GMT+0",
        "GMT-0",
        "GMT0",
        "Greenwich",
        "Etc/UTC",
        "Etc/GMT",
        "Etc/GMT+5",
        "Etc/GMT-14",
        "EST",
        "MST",
        "HST",
    ] {
        assert!(named(name).is_fixed(), "{name}");
    }
    for name in
        ["Europe/London", "Iceland", "US/Eastern", "America/Phoenix", "GB", "NZ", "W-SU", "Africa/Abidjan"]
    {
        assert!(!named(name).is_fixed(), "{name}");
    }
    assert_eq!(Zone::all().filter(|zone| zone.is_fixed()).count(), 35 + 12);
    // These turn their clocks, as the place does that the database links them to.
    for (name, target) in [
        ("EST5EDT", "America/New_York"),
        ("CST6CDT", "America/Chicago"),
        ("MST7MDT", "America/Denver"),
        ("PST8PDT", "America/Los_Angeles"),
        ("CET", "Europe/Brussels"),
        ("EET", "Europe/Athens"),
        ("WET", "Europe/Lisbon"),
    ] {
        let zone = named(name);
        assert!(!zone.is_fixed() && zone.is_unlisted_link(), "{name}");
        assert_eq!(zone.target().name(), target);
        assert!(zone.behaves_like(named(target)), "{name}");
    }
    // No country lists one.
    assert!(Country::all().flat_map(Country::zones).all(|zone| !zone.is_fixed()));
    // Etc/GMT+5 is five hours behind.
    assert_eq!(named("Etc/GMT+5").clock_at(0).offset_seconds, -5 * 3600);
}

#[test]
fn clocks_now() {
    let december = at(2026, 12, 15, 12);
    assert_eq!(december, 1_797_336_000);
    for (name, minutes) in [
        ("America/Vancouver", -420),
        ("America/Edmonton", -360),
        ("America/Regina", -360),
        ("America/Yellowknife", -360),
        ("America/Inuvik", -360),
        ("America/Winnipeg", -300),
        ("America/Cambridge_Bay", -420),
        ("America/Toronto", -300),
        ("America/Halifax", -240),
        ("America/St_Johns", -210),
        ("America/New_York", -300),
        ("America/Chicago", -360),
        ("America/Denver", -420),
        ("America/Phoenix", -420),
        ("America/Los_Angeles", -480),
        ("America/Anchorage", -540),
        ("Pacific/Honolulu", -600),
        ("America/Havana", -240),
        ("America/Mexico_City", -360),
        ("America/Sao_Paulo", -180),
        ("America/Santiago", -180),
        ("Europe/London", 0),
        ("Europe/Lisbon", 0),
        ("Europe/Berlin", 60),
        ("Europe/Kyiv", 120),
        ("Europe/Chisinau", 120),
        ("Europe/Moscow", 180),
        ("Europe/Istanbul", 180),
        ("Africa/Casablanca", 0),
        ("Africa/Cairo", 120),
        ("Asia/Jerusalem", 120),
        ("Asia/Dubai", 240),
        ("Asia/Tehran", 210),
        ("Asia/Kabul", 270),
        ("Asia/Kolkata", 330),
        ("Asia/Kathmandu", 345),
        ("Asia/Yangon", 390),
        ("Asia/Almaty", 300),
        ("Asia/Shanghai", 480),
        ("Asia/Tokyo", 540),
        ("Australia/Sydney", 660),
        ("Australia/Brisbane", 600),
        ("Australia/Adelaide", 630),
        ("Australia/Darwin", 570),
        ("Australia/Eucla", 525),
        ("Pacific/Auckland", 780),
        ("Pacific/Chatham", 825),
        ("Pacific/Apia", 780),
        ("Pacific/Kiritimati", 840),
        ("Pacific/Marquesas", -570),
    ] {
        let clock = named(name).clock_at(december);
        assert_eq!(clock.offset_seconds, minutes * 60, "{name}");
    }
}

#[test]
fn clocks_change() {
    let december = at(2026, 12, 15, 12);
    for (name, next) in [
        // Second Sunday in March, two in the morning.
        ("America/New_York", Some((at(2027, 3, 14, 7), -4))),
        ("America/Chicago", Some((at(2027, 3, 14, 8), -5))),
        ("America/Los_Angeles", Some((at(2027, 3, 14, 10), -7))),
        // Last Sunday in March, one in the morning of UTC.
        ("Europe/London", Some((at(2027, 3, 28, 1), 1))),
        ("Europe/Berlin", Some((at(2027, 3, 28, 1), 2))),
        // The Friday before the last Sunday in March, at two.
        ("Asia/Jerusalem", Some((at(2027, 3, 26, 0), 3))),
        // First Sunday in April, three in the morning of summer time.
        ("Australia/Sydney", Some((at(2027, 4, 3, 16), 10))),
        ("Pacific/Auckland", Some((at(2027, 4, 3, 14), 12))),
        // Last Friday in April.
        ("Africa/Cairo", Some((at(2027, 4, 29, 22), 3))),
        // First Sunday in April by their clock; the switch is at three in UTC.
        ("America/Santiago", Some((at(2027, 4, 4, 3), -4))),
        // Stays on summer time for a year.
        ("America/Havana", Some((at(2027, 11, 7, 5), -5))),
        ("America/Vancouver", None),
        ("America/Winnipeg", None),
        ("Africa/Casablanca", None),
        ("Asia/Tokyo", None),
        ("Asia/Kolkata", None),
        ("UTC", None),
    ] {
        let clock = named(name).clock_at(december);
        assert_eq!(clock.next_change, next.map(|(at, hours)| (at, hours * 3600)), "{name}");
    }
    // On the second.
    let spring = at(2027, 3, 14, 7);
    let zone = named("America/New_York");
    assert_eq!(zone.clock_at(spring - 1).offset_seconds, -5 * 3600);
    assert_eq!(zone.clock_at(spring - 1).next_change, Some((spring, -4 * 3600)));
    assert_eq!(zone.clock_at(spring).offset_seconds, -4 * 3600);
    assert_eq!(zone.clock_at(spring).next_change, Some((at(2027, 11, 7, 6), -5 * 3600)));
    // Far ahead, and over a new year in the southern summer.
    assert_eq!(zone.clock_at(at(2044, 7, 1, 0)).offset_seconds, -4 * 3600);
    assert_eq!(named("Australia/Sydney").clock_at(at(2030, 1, 1, 0)).offset_seconds, 11 * 3600);
    assert_eq!(named("Australia/Sydney").clock_at(at(2029, 12, 31, 23)).offset_seconds, 11 * 3600);
    // Nonsense instants do not hang or fail.
    for instant in [i64::MIN / 1000, -1, 0, i64::MAX / 1000] {
        zone.clock_at(instant);
    }
}

#[test]
fn alike_for_two_years() {
    for (a, b, alike) in [
        ("America/Edmonton", "America/Regina", true),
        ("America/Edmonton", "America/Denver", false),
        ("America/Vancouver", "America/Whitehorse", true),
        ("America/Vancouver", "America/Los_Angeles", false),
        ("America/Detroit", "America/New_York", true),
        ("America/Havana", "America/New_York", false),
        ("Africa/Casablanca", "Africa/Abidjan", true),
        ("Europe/Stockholm", "Europe/Berlin", true),
        ("Europe/London", "Atlantic/Canary", true),
        ("Asia/Gaza", "Asia/Hebron", true),
        ("Asia/Kolkata", "Asia/Kathmandu", false),
    ] {
        assert_eq!(named(a).behaves_like(named(b)), alike, "{a} and {b}");
    }
    let is_in = |zone: &str, code: &str| named(zone).is_in(Country::from_alpha2(code).unwrap());
    assert!(is_in("Europe/Stockholm", "SE"));
    assert!(is_in("Europe/Berlin", "SE"));
    assert!(is_in("US/Pacific", "US"));
    assert!(!is_in("Europe/London", "SE"));
    // Arizona keeps the same clock as British Columbia now does.
    assert!(is_in("America/Vancouver", "US"));
    assert!(!is_in("America/Halifax", "US"));
    assert!(!is_in("America/New_York", "BV"));
}

#[test]
fn single_zones() {
    for (code, name) in [
        ("AR", "America/Argentina/Buenos_Aires"),
        ("CY", "Asia/Nicosia"),
        ("DE", "Europe/Berlin"),
        ("FR", "Europe/Paris"),
        ("GB", "Europe/London"),
        ("IN", "Asia/Kolkata"),
        ("KZ", "Asia/Almaty"),
        ("MH", "Pacific/Majuro"),
        ("MY", "Asia/Kuala_Lumpur"),
        ("SE", "Europe/Stockholm"),
        ("UZ", "Asia/Tashkent"),
        ("IL", "Asia/Jerusalem"),
        ("JP", "Asia/Tokyo"),
        ("SJ", "Arctic/Longyearbyen"),
        ("IS", "Atlantic/Reykjavik"),
        ("NL", "Europe/Amsterdam"),
        ("VN", "Asia/Ho_Chi_Minh"),
    ] {
        let country = Country::from_alpha2(code).unwrap();
        assert_eq!(country.single_zone().map(Zone::name), Some(name), "{code}");
    }
    assert_eq!(Country::all().filter(|c| c.single_zone().is_some()).count(), 224);
    for country in Country::all() {
        for zone in country.zones() {
            assert!(zone.is_in(country) && zone.target() == *zone, "{}", zone.name());
        }
    }
    let first = |code: &str| Country::from_alpha2(code).unwrap().zones()[0].name();
    assert_eq!(first("US"), "America/New_York");
    assert_eq!(first("BR"), "America/Sao_Paulo");
    assert_eq!(first("RU"), "Europe/Moscow");
    assert_eq!(first("ID"), "Asia/Jakarta");
    assert_eq!(first("CA"), "America/Toronto");
}

#[test]
fn offsets() {
    for text in [
        "-05:00",
        "+05:30",
        "+0530",
        "-0500",
        "+5",
        "-8",
        "UTC+1",
        "utc+1",
        "UTC-05:00",
        "GMT+8",
        "GMT-5",
        "GMT +2",
        "UTC + 2",
        "UTC\u{2212}5",
        "\u{2212}05:00",
        "(UTC+01:00)",
        "(GMT-08:00)",
        "UTC+12",
        "UTC-11",
        "Z",
        "z",
        "+00:00",
        "UTC+05:45",
        "(UTC)",
        "UTC+5.30",
    ] {
        assert_eq!(zone(text, None), ZoneMatch::Offset, "{text:?}");
    }
    for text in ["GMT+0", "GMT-0", "GMT0", "Etc/GMT+5", "Etc/GMT-14", "UTC", "GMT", "EST5EDT"] {
        assert!(matches!(zone(text, None), ZoneMatch::Exact(_)), "{text:?}");
    }
    for text in ["5", "05:00", "UTC5", "+", "-", "UTC+", "+123456", "+5:000", "GMT+one", "(UTC+01:00"] {
        assert!(!matches!(zone(text, None), ZoneMatch::Offset | ZoneMatch::Exact(_)), "{text:?}");
    }
}

#[test]
fn windows_names() {
    for (text, country, expected) in [
        ("Pacific Standard Time", "US", "America/Los_Angeles"),
        ("Pacific Standard Time", "CA", "America/Vancouver"),
        ("Pacific Standard Time", "", "America/Los_Angeles"),
        ("PACIFIC STANDARD TIME", "CA", "America/Vancouver"),
        ("Mountain Standard Time", "CA", "America/Edmonton"),
        ("Central Standard Time", "CA", "America/Winnipeg"),
        ("Central Standard Time", "US", "America/Chicago"),
        ("Eastern Standard Time", "CA", "America/Toronto"),
        ("Eastern Standard Time", "US", "America/New_York"),
        ("Atlantic Standard Time", "CA", "America/Halifax"),
        ("Newfoundland Standard Time", "CA", "America/St_Johns"),
        ("Canada Central Standard Time", "CA", "America/Regina"),
        ("Yukon Standard Time", "CA", "America/Whitehorse"),
        ("Central Standard Time (Mexico)", "MX", "America/Mexico_City"),
        ("US Mountain Standard Time", "US", "America/Phoenix"),
        ("US Eastern Standard Time", "US", "America/Indiana/Indianapolis"),
        ("Alaskan Standard Time", "US", "America/Anchorage"),
        ("Hawaiian Standard Time", "US", "Pacific/Honolulu"),
        ("GMT Standard Time", "GB", "Europe/London"),
        ("GMT Standard Time", "IE", "Europe/Dublin"),
        ("GMT Standard Time", "PT", "Europe/Lisbon"),
        ("W. Europe Standard Time", "DE", "Europe/Berlin"),
        ("W. Europe Standard Time", "SE", "Europe/Stockholm"),
        ("W. Europe Standard Time", "FR", "Europe/Paris"),
        ("W. Europe Standard Time", "US", "Europe/Berlin"),
        ("Romance Standard Time", "FR", "Europe/Paris"),
        ("Romance Standard Time", "ES", "Europe/Madrid"),
        ("Romance Standard Time", "", "Europe/Paris"),
        ("Central European Standard Time", "PL", "Europe/Warsaw"),
        ("Central Europe Standard Time", "CZ", "Europe/Prague"),
        ("FLE Standard Time", "UA", "Europe/Kyiv"),
        ("FLE Standard Time", "FI", "Europe/Helsinki"),
        ("GTB Standard Time", "RO", "Europe/Bucharest"),
        ("Turkey Standard Time", "TR", "Europe/Istanbul"),
        ("Russian Standard Time", "RU", "Europe/Moscow"),
        ("Astrakhan Standard Time", "RU", "Europe/Astrakhan"),
        ("Israel Standard Time", "IL", "Asia/Jerusalem"),
        ("India Standard Time", "IN", "Asia/Kolkata"),
        ("Nepal Standard Time", "NP", "Asia/Kathmandu"),
        ("China Standard Time", "CN", "Asia/Shanghai"),
        ("China Standard Time", "HK", "Asia/Hong_Kong"),
        ("Singapore Standard Time", "PH", "Asia/Manila"),
        ("Singapore Standard Time", "MY", "Asia/Kuala_Lumpur"),
        ("SE Asia Standard Time", "ID", "Asia/Jakarta"),
        ("SE Asia Standard Time", "VN", "Asia/Ho_Chi_Minh"),
        ("Tokyo Standard Time", "JP", "Asia/Tokyo"),
        ("AUS Eastern Standard Time", "AU", "Australia/Sydney"),
        ("E. Australia Standard Time", "AU", "Australia/Brisbane"),
        ("Cen. Australia Standard Time", "AU", "Australia/Adelaide"),
        ("W. Australia Standard Time", "AU", "Australia/Perth"),
        ("New Zealand Standard Time", "NZ", "Pacific/Auckland"),
        ("E. South America Standard Time", "BR", "America/Sao_Paulo"),
        ("SA Pacific Standard Time", "CO", "America/Bogota"),
        ("SA Pacific Standard Time", "PE", "America/Lima"),
        ("Argentina Standard Time", "AR", "America/Argentina/Buenos_Aires"),
        ("South Africa Standard Time", "ZA", "Africa/Johannesburg"),
        ("Kamchatka Standard Time", "RU", "Asia/Kamchatka"),
        ("Mid-Atlantic Standard Time", "", "Etc/GMT+2"),
        ("(UTC-08:00) Pacific Time (US & Canada)", "US", "America/Los_Angeles"),
        ("(UTC-08:00) Pacific Time (US & Canada)", "CA", "America/Vancouver"),
        ("(utc-08:00) pacific time (us & canada)", "US", "America/Los_Angeles"),
        ("(GMT-08:00) Pacific Time (US & Canada)", "US", "America/Los_Angeles"),
        ("Pacific Time (US & Canada)", "US", "America/Los_Angeles"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "NL", "Europe/Amsterdam"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "", "Europe/Berlin"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "IN", "Asia/Kolkata"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "GB", "Europe/London"),
        ("(UTC) Coordinated Universal Time", "", "Etc/UTC"),
    ] {
        assert_eq!(found(text, country), format!("windows {expected}"), "{text:?} in {country:?}");
    }
    for text in ["Perth", "Seoul", "Standard Time", "Pacific Standard", "Mars Standard Time"] {
        assert!(matches!(zone(text, None), ZoneMatch::Unknown(_)), "{text:?}");
    }
}

#[test]
fn slips_and_choices() {
    for (text, expected) in [
        ("america/new_york", "~America/New_York"),
        ("AMERICA/NEW_YORK", "~America/New_York"),
        ("America/New York", "~America/New_York"),
        ("europe/berlin", "~Europe/Berlin"),
        ("est5edt", "~EST5EDT"),
        ("Etc/gmt+5", "~Etc/GMT+5"),
        ("Los Angeles", "unknown America/Los_Angeles"),
        ("Berlin", "unknown Europe/Berlin"),
        ("New York", "unknown America/New_York"),
        ("São Paulo", "unknown America/Sao_Paulo"),
        ("Calcutta", "unknown Asia/Kolkata"),
        ("Europe/Berln", "unknown Europe/Berlin"),
        ("Asia/Calcuta", "unknown Asia/Kolkata"),
        ("US/Pacfic", "unknown America/Los_Angeles"),
        ("PST", "unknown America/Los_Angeles America/Vancouver Asia/Manila"),
        ("CST", "unknown America/Chicago Asia/Shanghai America/Mexico_City"),
        ("IST", "unknown Asia/Kolkata Europe/Dublin Asia/Jerusalem"),
        ("CEST", "unknown Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome"),
        ("Eastern Time", "unknown America/New_York"),
        ("(GMT-05:00) Eastern Standard Time (America/New_York)", "unknown America/New_York"),
        ("(GMT+01:00) Europe/Berlin", "unknown Europe/Berlin"),
        ("Factory", "unknown"),
        ("Etc/Unknown", "unknown"),
        ("localtime", "unknown"),
        ("x", "unknown"),
        ("", "unknown"),
        ("Ω≈ç√", "unknown"),
    ] {
        assert_eq!(found(text, ""), expected, "{text:?}");
    }
}
