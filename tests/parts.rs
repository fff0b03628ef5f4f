//! A file read in parts, by several readers, gives the report of one reader: wherever it is cut, whatever stands in it.

mod support;

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rollcall::check::{Check, Session};
use rollcall::export::{Given, InputRole};
use rollcall::settings::Settings;
use support::{acme, report_text};

/// What came of parts: how many were taken up, and how many were read in order after all.
#[derive(Debug, Default)]
struct Told {
    taken: usize,
    again: usize,
}

/// Checks files, each of which is cut at these places. Two helpers read the parts in turn; `own` says which parts the
/// reader in order reads itself.
fn in_parts(
    settings: &Settings,
    files: &[(&str, &[u8])],
    cuts: &[usize],
    own: impl Fn(usize) -> bool,
    told: &mut Told,
) -> Check {
    let session = || {
        let session = Session::new(settings.clone());
        if files.len() == 1 { session.single() } else { session }
    };
    let mut main = session();
    for (name, bytes) in files {
        let _ = one_in_parts(&mut main, &session, name, bytes, cuts, &own, told);
    }
    main.finish()
}

fn one_in_parts(
    main: &mut Session,
    session: &impl Fn() -> Session,
    name: &str,
    bytes: &[u8],
    cuts: &[usize],
    own: &impl Fn(usize) -> bool,
    told: &mut Told,
) -> Result<(), rollcall::Error> {
    let role = if name.starts_with("gong") { InputRole::Members } else { InputRole::Export };
    let given = Given { role, ..Given::default() };
    main.begin(name, given.clone());
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    cuts.sort_unstable();
    cuts.dedup();
    // The first part shows what the file is.
    let mut at = cuts.first().copied().unwrap_or(bytes.len());
    main.push(&bytes[..at])?;
    let mut helpers = Vec::new();
    if let Some(header) = main.splits() {
        let head = (usize::try_from(header).expect("small") + 1).min(bytes.len());
        for _ in 0..2 {
            let mut helper = session();
            helper.begin(name, given.clone());
            helper.push(&bytes[..head]).expect("it is a header");
            helpers.push(helper);
        }
    }
    for number in 0..cuts.len() {
        let cut = cuts.get(number + 1).copied().unwrap_or(bytes.len());
        if !helpers.is_empty() && !own(number) {
            let helper = &mut helpers[number % 2];
            helper.begin_part(at as u64);
            bytes[at..cut].chunks(700).for_each(|portion| helper.push_part(portion));
            let stands = usize::try_from(main.absorb(&helper.end_part())?).expect("small");
            assert!((at..=cut).contains(&stands), "{at} {stands} {cut}");
            if stands == cut {
                told.taken += 1;
            } else {
                told.again += 1;
            }
            at = stands;
        }
        main.push(&bytes[at..cut])?;
        at = cut;
    }
    main.end()
}

/// Errors and report.
fn outcome(check: &Check, files: &[(&str, &[u8])]) -> (Vec<String>, String) {
    (check.errors().map(ToString::to_string).collect(), report_text(check, files, usize::MAX))
}

fn same(settings: &Settings, files: &[(&str, &[u8])], cuts: &[usize]) -> Result<Told, TestCaseError> {
    let whole = outcome(&in_parts(settings, files, &[], |_| true, &mut Told::default()), files);
    let mut told = Told::default();
    prop_assert_eq!(&outcome(&in_parts(settings, files, cuts, |_| false, &mut told), files), &whole);
    let some = in_parts(settings, files, cuts, |number| number % 3 == 1, &mut Told::default());
    prop_assert_eq!(&outcome(&some, files), &whole);
    Ok(told)
}

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut all: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("fixtures")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                fs::read(&path).expect("it is readable"),
            )
        })
        .collect();
    all.sort();
    all
}

#[test]
fn every_fixture_may_be_cut_anywhere() {
    for (name, bytes) in fixtures() {
        let files = [(name.as_str(), &bytes[..])];
        let step = (bytes.len() / 30).max(1);
        for cut in (0..=bytes.len()).step_by(step) {
            same(&acme(), &files, &[cut, cut + 400, cut + 1000])
                .unwrap_or_else(|error| panic!("{name}, {cut}: {error}"));
        }
        let all: Vec<usize> = (0..bytes.len()).step_by(bytes.len() / 9 + 1).collect();
        same(&acme(), &files, &all).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn all_fixtures_together_may_be_cut_anywhere() {
    let all = fixtures();
    let mut files: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    files.push(("gong.csv", b"Name,Email\nAna Li,ana@acme.com\nBo Ek,bo@acme.com\n\"Cy\nDe\",cy@acme.com\n"));
    for cuts in [&[300, 700, 1100, 5000][..], &[90, 91, 92], &[1999, 211, 4000, 0]] {
        same(&acme(), &files, cuts).unwrap_or_else(|error| panic!("{cuts:?}: {error}"));
    }
}

/// A table with people of every kind, line ends between quotes among them.
fn company(people: usize, note: impl Fn(usize) -> String) -> Vec<u8> {
    use std::fmt::Write;
    let mut text = "login,firstName,lastName,email,secondEmail,primaryPhone,countryCode,state,timezone,locale,manager,status,groups,note\r\n".to_owned();
    for person in 0..people {
        let (country, state) =
            [("US", "TX"), ("DE", ""), ("US", "Texas"), ("GB", "SCT"), ("", "")][person % 5];
        let zone = ["America/Chicago", "Europe/Berlin", "", "Mars", "PST"][person / 3 % 5];
        let _ = write!(
            text,
            "p{person}@acme.com,Ana{},Li{},P{}@acme.com,a{}@acme.com,\"+1 (212) 555-{:04}\",{country},{state},{zone},en_US,Ana{} Li{},{},\"Sales\nEast\",\"{}\"\r\n",
            person % 700,
            person % 31,
            if person % 97 == 5 { person - 1 } else { person },
            person % 500,
            person % 10_000,
            person % 70,
            person % 70,
            ["ACTIVE", "DEPROVISIONED", "STAGED", "ACTIVE"][person % 4],
            note(person),
        );
    }
    text.into_bytes()
}

#[test]
fn good_guesses_are_taken_up() {
    let plain = company(600, |_| "a note".to_owned());
    let lines = company(600, |person| format!("one \"\"{person}\"\"\nline,and\r\nanother,\"\"\"\""));
    let latin = [&plain[..], b"z@acme.com,Zo\xeb,Li,z@acme.com\r\n", &plain[200..]].concat();
    for bytes in [&plain, &lines] {
        let cuts: Vec<usize> = (1..12).map(|part| part * bytes.len() / 12 + part * 7).collect();
        for files in [&[("a.csv", &bytes[..])][..], &[("a.csv", &bytes[..]), ("b.csv", &plain)]] {
            let told = same(&acme(), files, &cuts).expect("equal reports");
            assert!(told.taken >= 10 && told.again <= 1, "{told:?}");
        }
    }
    let cuts: Vec<usize> = (1..30).map(|part| part * latin.len() / 30).collect();
    same(&acme(), &[("latin.csv", &latin)], &cuts).expect("equal reports");
}

#[test]
fn keys_of_any_size_are_taken_up() {
    use std::fmt::Write;
    let mut text = "id,login,firstName,lastName,email,secondEmail\n".to_owned();
    let mut cuts = Vec::new();
    for person in 0..6000 {
        if [500, 3300, 5500].contains(&person) {
            cuts.push(text.len());
        }
        let long = "n".repeat(if person == 4000 { 1_500_000 } else { 190 });
        let email = format!("p{}@acme.com", person - usize::from(person % 1000 == 500));
        let _ = writeln!(text, "00u{person}{long},ana{person}{long},Ana,Li{person},{email},a{email}");
    }
    let bytes = text.into_bytes();
    for files in [&[("a.csv", &bytes[..])][..], &[("a.csv", &bytes[..]), ("b.csv", b"email\nz@acme.com\n")]] {
        let told = same(&acme(), files, &cuts).expect("equal reports");
        assert!(told.taken >= 3 && told.again == 0, "{told:?}");
    }
}

#[test]
fn what_crosses_is_not_believed() {
    let bytes = company(16, |_| String::new());
    let (head, from) = (200, 900);
    let files = [("a.csv", &bytes[..])];
    let mut helper = Session::new(acme());
    helper.begin("a.csv", Given::default());
    helper.push(&bytes[..head]).expect("a header");
    helper.begin_part(from as u64);
    helper.push_part(&bytes[from..]);
    let part = helper.end_part();
    let whole = outcome(&in_parts(&acme(), &files, &[], |_| true, &mut Told::default()), &files);
    let mut state = 7u64;
    for turn in 0..600 {
        state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        let mut broken = part.clone();
        // Where a byte is changed the part may still be one: then nothing panics.
        let at = (state >> 33) as usize % broken.len();
        if turn % 2 == 0 {
            broken.truncate(at);
        } else {
            broken[at] = (state >> 20) as u8;
        }
        let mut main = Session::new(acme()).single();
        main.begin("a.csv", Given::default());
        main.push(&bytes[..from]).expect("readable");
        let stands = usize::try_from(main.absorb(&broken).unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
        if turn % 2 == 0 {
            main.push(&bytes[stands..]).and_then(|()| main.end()).expect("readable");
            assert_eq!(outcome(&main.finish(), &files), whole);
        } else if let Some(rest) = bytes.get(stands..) {
            let _ = main.push(rest).and_then(|()| main.end());
            main.finish();
        }
    }
}

/// Pieces that mean something to the reader of tables, and some that do not.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: &[&[u8]] = &[
        b",",
        b",",
        b"\n",
        b"\n",
        b"\r",
        b"\r\n",
        b"\"",
        b"\"",
        b"\"\"",
        b"ana@acme.com",
        b"Ana",
        b"Li",
        b"US",
        b"TX",
        b"Ana Li",
        b"-05:00",
        b" ",
        b"  ",
        b"\xC3\xA9",
        b"\xE9",
        b"\xFF",
        b"Example:",
        b"#N/A",
        b"\n\n",
        b"\"\r\n\"",
        b"\0",
        b"ana@acme.com,Ana,Li,ana@acme.com,US,TX,America/Chicago,en-US,,\n",
        b"DEPROVISIONED",
    ];
    prop_oneof![
        60 => proptest::sample::select(&known[..25]).prop_map(<[u8]>::to_vec),
        20 => proptest::sample::select(&known[26..]).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ]
}

/// A short run; `PROPTEST_CASES` asks for a longer one.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    // The same cases every time, so that a run says something about a change and nothing about luck.
    if asked { usual } else { ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(20_261_122), ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_cells_cut_anywhere(
        pieces in proptest::collection::vec(piece(), 0..120),
        entra in any::<bool>(),
        cuts in proptest::collection::vec(any::<usize>(), 1..8),
    ) {
        let header: &[u8] = if entra {
            b"version:v1.0\nName [displayName] Required,User name [userPrincipalName] Required,First name [givenName],Last name [surname]\n"
        } else {
            b"login,firstName,lastName,email,countryCode,state,timezone,locale,manager,status\n"
        };
        let bytes = [header, &pieces.concat()].concat();
        same(&acme(), &[("any", &bytes)], &cuts)?;
        same(&acme(), &[("any", &bytes), ("gong", &bytes)], &cuts)?;
    }

    #[test]
    fn any_pieces_cut_anywhere(
        pieces in proptest::collection::vec(piece(), 0..60),
        cuts in proptest::collection::vec(any::<usize>(), 1..8),
    ) {
        same(&acme(), &[("any", &pieces.concat())], &cuts)?;
    }
}
