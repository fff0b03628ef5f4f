//! Parts of a file that others read: what they found crosses as bytes, and is taken up in the order of the file.
//!
//! A part is whole by itself. Its rows, texts and places are numbered from its own beginning, in the order in which they
//! appear, and taken up in that order: so everything has the number that it would have had in one reading. What crosses
//! is looked at before it is believed.

use super::arena::{Keys, Span};
use super::columns::{Extra, Finding, Outcome, Role, Row};
use super::references::Reference;
use super::stands::Stand;
use super::store::Store;
use super::{Session, Taking};
use crate::error::Error;
use crate::export::{Blocks, Encoding, Piece, PieceReader};
use crate::profile::Status;

/// Reads parts of the last input of a session.
#[derive(Debug)]
pub(super) struct PartReader {
    reader: PieceReader,
    /// Something cannot be read: whoever reads the file in order will say what.
    failed: bool,
}

impl Session {
    /// Where the header of the input in hand ends, if the rest of it can be read in parts.
    pub fn splits(&self) -> Option<u64> {
        self.inputs.last()?.export()?.splits()
    }

    /// How many bytes of the input in hand were taken.
    pub fn taken(&self) -> u64 {
        self.inputs.last().and_then(|input| input.export()).map_or(0, crate::export::Export::taken)
    }

    /// Begins a part, at a place of the file whose header was pushed. From then on the session reads parts only.
    pub fn begin_part(&mut self, from: u64) {
        if self.part.is_none() {
            let reader = self.inputs.last().and_then(|input| input.export()?.piece_reader());
            self.part = reader.map(|reader| PartReader { reader, failed: false });
        }
        self.store.forget_rows();
        if let Some(part) = &mut self.part {
            part.reader.begin(from);
            part.failed = false;
        }
    }

    /// Takes bytes of the part.
    pub fn push_part(&mut self, bytes: &[u8]) {
        let number = u16::try_from(self.inputs.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let (Some(part), Some(input)) = (&mut self.part, self.inputs.last_mut()) else {
            return;
        };
        let role = input.given.role;
        let Some(export) = input.export_mut().filter(|_| !part.failed) else {
            return;
        };
        let mut take = Taking::new(&mut self.store, number, role);
        part.failed = part.reader.push(export, bytes, &mut take).is_err();
    }

    /// The part is over: what was found in it, for [`Session::absorb`] of another session. Empty if it has to be read in order.
    pub fn end_part(&mut self) -> Vec<u8> {
        let number = u16::try_from(self.inputs.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let (Some(part), Some(input)) = (&mut self.part, self.inputs.last_mut()) else {
            return Vec::new();
        };
        let role = input.given.role;
        let Some(export) = input.export_mut().filter(|_| !part.failed) else {
            return Vec::new();
        };
        let mut take = Taking::new(&mut self.store, number, role);
        let Some(piece) = part.reader.end(export, &mut take) else {
            return Vec::new();
        };
        write(&self.store, &piece).unwrap_or_default()
    }

    /// Takes up a part that begins where the input in hand stands. Gives the place of the next byte to push: the part's
    /// end, or one before it, from which it has to be read here after all.
    ///
    /// # Errors
    ///
    /// As for [`Session::push`].
    pub fn absorb(&mut self, part: &[u8]) -> Result<u64, Error> {
        self.try_absorb(part)?;
        Ok(self.taken())
    }

    fn try_absorb(&mut self, part: &[u8]) -> Result<(), Error> {
        let mut bytes = In(part);
        let Some(piece) = bytes.piece().filter(|piece| piece.from == self.taken() && self.splits().is_some())
        else {
            return Ok(());
        };
        let Some(before) = self.inputs.last().and_then(|input| Some(input.export()?.bytes_taken())) else {
            return Ok(());
        };
        self.push(&piece.head)?;
        let number = u16::try_from(self.inputs.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let Some(input) = self.inputs.last_mut() else {
            return Ok(());
        };
        let role = input.given.role;
        let Some(export) = input.export_mut().filter(|export| export.fits(&piece)) else {
            return Ok(());
        };
        let line = export.stands_at();
        let mark = self.store.mark();
        let base = Base { input: number, line, from: piece.from };
        let mut joined = read(&mut self.store, &mut bytes, &piece, base).is_some();
        if joined {
            let mut take = Taking::new(&mut self.store, number, role);
            joined = export.join(&piece, before, &mut take)?;
        }
        if !joined {
            self.store.reset(mark);
        }
        // What is full is told, what was found is counted.
        self.push(&[])
    }
}

/// What numbers of a part are counted from.
#[derive(Clone, Copy)]
struct Base {
    input: u16,
    line: u32,
    from: u64,
}

/// What was found in a part, as bytes; nothing if there is more than the numbers reach.
fn write(store: &Store, piece: &Piece) -> Option<Vec<u8>> {
    if store.rows.len() != piece.records as usize || piece.length > u64::from(u32::MAX) {
        return None;
    }
    let mut out = Out(Vec::with_capacity(store.rows.len() * ROW + store.arena.len() + 4096));
    out.piece(piece);
    out.word(store.arena.pages().len() as u32);
    for page in store.arena.pages() {
        out.bytes(page);
    }

    let mut texts = Numbers::new(store.texts.len());
    let mut places = Numbers::new(store.places.len());
    texts.number(0);
    let mut rows = Vec::with_capacity(store.rows.len() * ROW);
    let mut extras = Out(Vec::new());
    for (row, stand) in store.rows.iter().zip(store.stands.iter()) {
        let named = store.references.get(row.manager);
        let [groups, email, name, id] =
            [row.groups, named.email, named.name, named.id].map(|text| texts.number(text));
        let before = places.all.len();
        let place = places.number(row.place);
        if places.all.len() > before {
            for text in store.places[row.place as usize].texts {
                texts.number(text);
            }
        }
        let [start, lengths] = row.keys.numbers();
        let words: [u32; WORDS] = [
            u32::try_from(stand.offset.checked_sub(piece.from)?).ok()?,
            stand.length,
            stand.line,
            place_in(&ROLES, row.role) | place_in(&Outcome::ALL, row.outcome) << 3,
            row.present,
            row.placeholders,
            start,
            lengths,
            place,
            groups,
            email,
            name,
            id,
        ];
        rows.extend_from_slice(words.map(u32::to_le_bytes).as_flattened());
        if let Some(extra) = store.extras.get(row.person as usize) {
            let own = [extra.title, extra.extension, extra.inner_extension].map(|text| texts.number(text));
            extras.word(place_in(&STATUSES, extra.status) | u32::from(extra.given) << 8);
            extras.word(extra.no_names);
            extras.words(&own);
            extras.long(extra.phone);
            extras.long(extra.private_email);
        }
    }
    // Of these nothing is known before; rows need them.
    out.word(texts.all.len() as u32);
    for &text in &texts.all {
        out.bytes(store.texts.text(text).as_bytes());
    }
    out.word(places.all.len() as u32);
    for &place in &places.all {
        out.words(&store.places[place as usize].texts.map(|text| texts.number(text)));
    }
    out.bytes(&rows);
    out.word(u32::from(!store.extras.is_empty()));
    out.0.extend_from_slice(&extras.0);
    out.word(store.findings.all.len() as u32);
    let mut row = 0;
    for finding in &store.findings.all {
        let key = finding.key();
        out.word(finding.row().wrapping_sub(row));
        out.words(&[(key >> 24 & 0xFF) as u32, (key >> 16 & 0xFF) as u32, (key & 0xFFFF) as u32]);
        row = finding.row();
    }
    out.word(store.secondary.len() as u32);
    for &(row, place, span) in &store.secondary {
        let [start, length] = span.numbers();
        out.words(&[row, u32::from(place), start, length]);
    }
    Some(out.0)
}

/// Words of a row, and the bytes they take.
const WORDS: usize = 13;
const ROW: usize = WORDS * size_of::<u32>();

/// Takes what was found in a part up into a store; nothing if it is not to be believed, or does not fit any more.
fn read(store: &mut Store, bytes: &mut In<'_>, piece: &Piece, base: Base) -> Option<()> {
    let first = store.rows.len() as u32;
    let mut pages = Vec::new();
    for _ in 0..bytes.count(1)? {
        let page = bytes.bytes()?;
        std::str::from_utf8(page).ok()?;
        pages.push(page);
    }
    let at = store.arena.take_up(&pages)?;
    let mut texts = Vec::new();
    for _ in 0..bytes.count(1)? {
        texts.push(store.texts.number(std::str::from_utf8(bytes.bytes()?).ok()?));
    }
    if store.texts.is_full() {
        return None;
    }
    let mut places = Vec::new();
    for _ in 0..bytes.count(4)? {
        let [zone, country, state, locale] = bytes.words()?.map(|text| texts.get(text as usize).copied());
        places.push(store.place([zone?, country?, state?, locale?]));
    }
    let (rows, rest) = bytes.bytes()?.as_chunks::<ROW>();
    let count = rows.len();
    if !rest.is_empty() || count != piece.records as usize || count > (u32::MAX - 1 - first) as usize {
        return None;
    }
    store.rows.reserve(count);
    for (number, row) in (first..).zip(rows) {
        let own = take_row(store, row, &texts, &places, base, at)?;
        store.has_others |= own.role != Role::Person;
        store.rows.push(Row { person: number, ..own });
    }
    if (bytes.word()? != 0) != store.holds_extras() && count > 0 {
        return None;
    }
    if store.holds_extras() {
        for _ in 0..count {
            let [kinds, no_names] = bytes.words()?;
            let own: [u32; 3] = bytes.words()?;
            let [title, extension, inner_extension] = own.map(|text| texts.get(text as usize).copied());
            store.extras.push(Extra {
                status: *STATUSES.get((kinds & 0xFF) as usize)?,
                no_names,
                given: u16::try_from(kinds >> 8).ok()?,
                title: title?,
                extension: extension?,
                inner_extension: inner_extension?,
                phone: bytes.long()?,
                private_email: bytes.long()?,
            });
        }
    }
    let mut row = 0u32;
    for _ in 0..bytes.count(4)? {
        let [rows, attribute, rule, place] = bytes.words()?;
        row = row.wrapping_add(rows);
        let fits = (row as usize) < count && attribute <= 0xFF && rule <= 0xFF && place <= 0xFFFF;
        let key =
            u64::from(row) << 32 | u64::from(attribute) << 24 | u64::from(rule) << 16 | u64::from(place);
        store.findings.all.push(Finding::from_key(key).filter(|_| fits)?.moved(first));
    }
    for _ in 0..bytes.count(4)? {
        let [row, place, start, length] = bytes.words()?;
        if row as usize >= count {
            return None;
        }
        let place = u16::try_from(place).ok()?;
        let span = Span::taken_up([start, length], at)?;
        store.secondary.push((first + row, place, span));
    }
    bytes.0.is_empty().then_some(())
}

/// Takes up a row, whose keys stand further down by `at`, and where it stands. Who it is follows.
#[inline]
fn take_row(
    store: &mut Store,
    row: &[u8; ROW],
    texts: &[u32],
    places: &[u32],
    base: Base,
    at: u32,
) -> Option<Row> {
    let mut words = [0; WORDS];
    for (word, bytes) in words.iter_mut().zip(row.as_chunks().0) {
        *word = u32::from_le_bytes(*bytes);
    }
    let [offset, length, line, kinds, present, placeholders, start, lengths, place, groups, email, name, id] =
        words;
    let text = |number: u32| texts.get(number as usize).copied();
    let named = Reference { email: text(email)?, name: text(name)?, id: text(id)? };
    let keys = Keys::taken_up([start, lengths], at).filter(|&keys| store.arena.holds(keys))?;
    store.stands.push(Stand {
        offset: base.from + u64::from(offset),
        length,
        line: base.line.checked_add(line)?,
    });
    Some(Row {
        input: base.input,
        role: *ROLES.get((kinds & 7) as usize)?,
        outcome: *Outcome::ALL.get((kinds >> 3) as usize)?,
        present,
        placeholders,
        keys,
        place: *places.get(place as usize)?,
        manager: store.references.naming_of(named),
        groups: text(groups)?,
        person: 0,
    })
}

const ROLES: [Role; 6] = [Role::Person, Role::Part, Role::Duplicate, Role::Listed, Role::InGong, Role::Other];
const STATUSES: [Status; 5] =
    [Status::Active, Status::Staged, Status::Inactive, Status::Unassigned, Status::Unknown];
const ENCODINGS: [Encoding; 4] = Encoding::ALL;

fn place_in<T: PartialEq + Copy>(all: &[T], one: T) -> u32 {
    all.iter().position(|other| *other == one).map_or(u32::MAX, |place| place as u32)
}

/// Numbers of a part for numbers of its reader, in the order in which they appear.
struct Numbers {
    /// Plus one; 0 for what has not appeared.
    own: Vec<u32>,
    all: Vec<u32>,
}

impl Numbers {
    fn new(count: usize) -> Numbers {
        Numbers { own: vec![0; count], all: Vec::new() }
    }

    fn number(&mut self, of: u32) -> u32 {
        let own = &mut self.own[of as usize];
        if *own == 0 {
            self.all.push(of);
            *own = self.all.len() as u32;
        }
        *own - 1
    }
}

/// Numbers and texts as bytes. Of a word seven bits stand in each byte, the low ones first; small words take one.
struct Out(Vec<u8>);

impl Out {
    fn word(&mut self, mut word: u32) {
        while word > 0x7F {
            self.0.push(word as u8 | 0x80);
            word >>= 7;
        }
        self.0.push(word as u8);
    }

    fn words(&mut self, words: &[u32]) {
        for &word in words {
            self.word(word);
        }
    }

    fn long(&mut self, long: u64) {
        self.0.extend_from_slice(&long.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u32);
        self.0.extend_from_slice(bytes);
    }

    fn piece(&mut self, piece: &Piece) {
        let Piece { from, length, head, tail, records, lines, after_cr, encoding, blocks } = piece;
        self.long(*from);
        self.long(*length);
        self.bytes(head);
        self.bytes(tail);
        let encoding = encoding.map_or(u32::MAX, |encoding| place_in(&ENCODINGS, encoding));
        self.words(&[*records, *lines, u32::from(*after_cr), encoding]);
        self.bytes(&blocks.first);
        self.word(blocks.values.len() as u32);
        for &value in &blocks.values {
            self.long(value);
        }
        self.bytes(&blocks.last);
    }
}

/// The same, being read. Nothing of it is believed.
struct In<'a>(&'a [u8]);

impl<'a> In<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    #[inline]
    fn word(&mut self) -> Option<u32> {
        let (&first, rest) = self.0.split_first()?;
        if first < 0x80 {
            self.0 = rest;
            return Some(u32::from(first));
        }
        let mut word = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            word |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return u32::try_from(word).ok();
            }
        }
        None
    }

    fn words<const N: usize>(&mut self) -> Option<[u32; N]> {
        let mut words = [0; N];
        for word in &mut words {
            *word = self.word()?;
        }
        Some(words)
    }

    fn long(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// How many follow, of which each takes so many bytes at least.
    fn count(&mut self, each: usize) -> Option<usize> {
        let count = self.word()? as usize;
        (count <= self.0.len() / each).then_some(count)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.word()? as usize;
        self.take(length)
    }

    fn piece(&mut self) -> Option<Piece> {
        let (from, length) = (self.long()?, self.long()?);
        let (head, tail) = (self.bytes()?.to_vec(), self.bytes()?.to_vec());
        let [records, lines, after_cr, encoding] = self.words()?;
        let encoding = match encoding {
            u32::MAX => None,
            number => Some(*ENCODINGS.get(number as usize)?),
        };
        let first = self.bytes()?.to_vec();
        let values = (0..self.count(8)?).map(|_| self.long()).collect::<Option<Vec<u64>>>()?;
        let blocks = Blocks::of(first, values, self.bytes()?.to_vec());
        let after_cr = after_cr != 0;
        Some(Piece { from, length, head, tail, records, lines, after_cr, encoding, blocks })
    }
}
