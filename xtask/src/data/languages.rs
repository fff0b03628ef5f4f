//! Languages of ISO 639, and the region a language is most at home in.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::{
    ascii,
    countries::Countries,
    head,
    sources::{Sources, named},
};

pub(crate) fn table(sources: &Sources, countries: &Countries) -> Result<String> {
    let codes = codes(&sources.languages()?)?;
    let mut two = [0_u32; 26];
    let mut three = [[0_u32; 26]; 26];
    for code in &codes {
        let letters: Vec<usize> = code.bytes().map(|b| usize::from(b - b'a')).collect();
        match letters[..] {
            [a, b] => two[a] |= 1 << b,
            [a, b, c] => three[a][b] |= 1 << c,
            _ => anyhow::bail!("{code:?} is no language code"),
        }
    }

    let mut out = head(
        "Language codes of ISO 639, and the likely region of a bare language.",
        &[named::LANGUAGES, named::CLDR],
    );
    out += "/// Two-letter codes: by first letter, a bit for each second letter.\n";
    out += "pub(in super::super) static TWO: [u32; 26] = [\n";
    for (a, bits) in two.iter().enumerate() {
        out += &format!("    {bits:#09x}, // {}\n", letter(a));
    }
    out += "];\n\n/// Three-letter codes: by first and second letter, a bit for each third letter.\n";
    out += "pub(in super::super) static THREE: [[u32; 26]; 26] = [\n";
    for (a, row) in three.iter().enumerate() {
        let row: Vec<String> = row.iter().map(|bits| format!("{bits:#09x}")).collect();
        out += &format!("    [{}], // {}\n", row.join(", "), letter(a));
    }
    out += "];\n\n/// Three letters and the two that stand for them: BCP 47 knows the shorter code alone.\n";
    out += "pub(in super::super) static SHORTER: [&str; 26] = [\n";
    let shorter = shorter(&sources.languages()?);
    ensure!(shorter.len() > 190, "only {} languages have two codes", shorter.len());
    for a in 0..26 {
        let of_letter = shorter.iter().filter(|(long, _)| long.starts_with(letter(a)));
        let row: Vec<&str> = of_letter.flat_map(|(long, short)| [long.as_str(), short]).collect();
        out += &format!("    {:?},\n", row.concat());
    }
    out +=
        "];\n\n/// Language and likely region, of all that have two letters; of three, those CLDR covers.\n";
    let likely = likely(sources, countries, &codes)?;
    for (name, width) in [("LIKELY_TWO", 2), ("LIKELY_THREE", 3)] {
        let rows: Vec<_> = likely.iter().filter(|(l, _)| l.len() == width).collect();
        out += &format!("pub(in super::super) static {name}: [&str; 26] = [\n");
        for a in 0..26 {
            let mut row = String::new();
            for (language, region) in rows.iter().filter(|(l, _)| l.starts_with(letter(a))) {
                row += language;
                row += region;
            }
            out += &format!("    {row:?},\n");
        }
        out += "];\n\n";
    }
    Ok(out.trim_end().to_owned() + "\n")
}

fn letter(i: usize) -> char {
    char::from(b'a' + u8::try_from(i).unwrap_or(25))
}

/// Codes of the package's list, without those that name no language (`mul`, `und`, `zxx`, `mis`).
fn codes(list: &str) -> Result<BTreeSet<String>> {
    let mut codes = BTreeSet::new();
    let mut special = false;
    for line in list.lines() {
        let Some((field, value)) = line.trim().split_once(": '") else {
            continue;
        };
        let value = value.trim_end_matches(',').trim_end_matches('\'');
        match field {
            "type" => special = value == "special",
            "iso6393" | "iso6392B" | "iso6392T" | "iso6391" if !special => {
                ascii(value)?;
                codes.insert(value.to_owned());
            }
            _ => {}
        }
    }
    ensure!(codes.len() > 8000, "only {} languages", codes.len());
    Ok(codes)
}

/// Codes of three letters, and the two that stand for them.
fn shorter(list: &str) -> BTreeMap<String, String> {
    let mut shorter = BTreeMap::new();
    let mut long = BTreeSet::new();
    for line in list.lines() {
        let Some((field, value)) = line.trim().split_once(": '") else {
            continue;
        };
        let value = value.trim_end_matches(',').trim_end_matches('\'').to_owned();
        match field {
            "name" => long.clear(),
            "iso6393" | "iso6392B" | "iso6392T" => {
                long.insert(value);
            }
            "iso6391" => shorter.extend(long.iter().map(|long| (long.clone(), value.clone()))),
            _ => {}
        }
    }
    shorter
}

fn likely(
    sources: &Sources,
    countries: &Countries,
    codes: &BTreeSet<String>,
) -> Result<BTreeMap<String, String>> {
    let tags = sources.cldr("cldr-core", "supplemental/likelySubtags.json", "/supplemental/likelySubtags")?;
    let named = sources.cldr(
        "cldr-localenames-full",
        "main/en/languages.json",
        "/main/en/localeDisplayNames/languages",
    )?;
    // Of the rarer ones, those CLDR has words of.
    let covered = sources.cldr("cldr-core", "coverageLevels.json", "/coverageLevels")?;
    let mut likely = BTreeMap::new();
    for (language, tag) in tags.as_object().context("likelySubtags.json")? {
        let region = tag.as_str().and_then(|t| t.rsplit('-').next()).context("a tag")?;
        let known = named.get(language).is_some() && (language.len() == 2 || covered.get(language).is_some());
        if codes.contains(language) && known && countries.index(region).is_ok() {
            likely.insert(language.clone(), region.to_owned());
        }
    }
    Ok(likely)
}
