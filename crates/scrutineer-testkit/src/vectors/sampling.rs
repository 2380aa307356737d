//! Public sampling: the published byte formats.

mod numpy;

use scrutineer_rla::sampling::consistent::{Drawn, Sampler, Ticket};
use scrutineer_rla::sampling::cryptorandom::Stream;
use scrutineer_rla::sampling::{DigestNumber, colorado};
use serde_json::{Value, json};

use super::case::Case;
use super::registry::Evaluator;

/// The kinds by their names.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("consistent sampler: first ticket", first_ticket),
    (
        "consistent sampler: generations 1-4 for sampling with replacement",
        generations,
    ),
    (
        "consistent sampler: next ticket when the ticket starts with 9s",
        nines,
    ),
    ("consistent sampler: order without replacement", once),
    ("consistent sampler: order with replacement", again),
    (
        "consistent sampler: first 25 of 30026 stations without replacement",
        large,
    ),
    ("Arlo ballot sample", arlo_ballots),
    ("cryptorandom SHA256 hash stream", stream),
    ("cryptorandom unbiased integers by rejection", integers),
    ("SHANGRLA sample numbers and order", sample_numbers),
    ("CORLA/Rivest index sampler", index_sampler),
    ("PPS with replacement by cumulative error bound", by_bound),
    ("Arlo PPEB batch sample", numpy::batches),
];

/// Digits after the run of nines that Arlo prints.
const PRINTED: usize = 18;

fn text<'a>(case: &'a Case<'_>, name: &str) -> Result<&'a str, String> {
    let found = case.input.get(name).and_then(Value::as_str);
    found.ok_or_else(|| format!("{name}: expected a text, found none"))
}

fn count(case: &Case<'_>, name: &str) -> Result<u64, String> {
    let found = case.input.get(name).and_then(Value::as_u64);
    found.ok_or_else(|| format!("{name}: expected a number, found none"))
}

fn size(case: &Case<'_>, name: &str) -> Result<usize, String> {
    usize::try_from(count(case, name)?).map_err(|error| error.to_string())
}

fn ids<'a>(case: &'a Case<'_>) -> Result<Vec<&'a str>, String> {
    let list = case.input.get("ids").and_then(Value::as_array);
    let list = list.ok_or("ids: expected a list, found none")?;
    Ok(list.iter().filter_map(Value::as_str).collect())
}

fn ticket(text: &str) -> Result<Ticket, String> {
    Ticket::parse(text).ok_or_else(|| format!("expected a ticket, found {text}"))
}

fn rows(drawn: &[Drawn], ids: &[impl AsRef<str>], digits: usize) -> Value {
    let row = |drawn: &Drawn| {
        let id = ids.get(drawn.index).map(AsRef::as_ref);
        json!([drawn.ticket.trimmed(digits), id, drawn.generation])
    };
    drawn.iter().map(row).collect()
}

fn first_ticket(case: &Case<'_>) -> Result<Value, String> {
    let sampler = Sampler::new(text(case, "seed")?);
    let ticket = sampler.first_ticket(text(case, "id")?);
    Ok(json!({"seed_hash_hex": sampler.seed_hash(), "ticket": ticket.as_str()}))
}

fn generations(case: &Case<'_>) -> Result<Value, String> {
    let sampler = Sampler::new(text(case, "seed")?);
    let mut ticket = sampler.first_ticket(text(case, "id")?);
    let mut found = Vec::new();
    for _ in 0..4 {
        let next = ticket.next();
        found.push(Value::from(ticket.as_str()));
        ticket = next;
    }
    Ok(found.into())
}

fn nines(case: &Case<'_>) -> Result<Value, String> {
    let next = ticket(text(case, "x")?)?.next();
    let cut = ticket(text(case, "trim4_of")?)?;
    Ok(json!({"next": next.as_str(), "trim9": next.trimmed(9), "trim4": cut.trimmed(4)}))
}

fn once(case: &Case<'_>) -> Result<Value, String> {
    let (sampler, ids) = (Sampler::new(text(case, "seed")?), ids(case)?);
    let drawn = sampler.without_replacement(&ids, ids.len());
    Ok(rows(&drawn, &ids, PRINTED))
}

fn again(case: &Case<'_>) -> Result<Value, String> {
    let (sampler, ids) = (Sampler::new(text(case, "seed")?), ids(case)?);
    let drawn = sampler.with_replacement(&ids, size(case, "take")?);
    Ok(rows(&drawn, &ids, PRINTED))
}

fn large(case: &Case<'_>) -> Result<Value, String> {
    let ids: Vec<String> = (1..=30_026).map(|at| format!("mesa-{at:05}")).collect();
    let sampler = Sampler::new(text(case, "seed")?);
    let drawn = sampler.without_replacement(&ids, size(case, "take")?);
    Ok(rows(&drawn, &ids, 9))
}

/// Ids are the text that Python shows for a tuple of the batch, whose text is given, and a number.
fn arlo_ballots(case: &Case<'_>) -> Result<Value, String> {
    let manifest = case.input.get("manifest").and_then(Value::as_object);
    let manifest = manifest.ok_or("manifest: expected an object, found none")?;
    let mut ids = Vec::new();
    let mut shown = Vec::new();
    for (batch, ballots) in manifest {
        for ballot in ballots.as_array().into_iter().flatten() {
            ids.push(format!("({batch}, {ballot})"));
            shown.push(json!([names(batch), ballot]));
        }
    }
    let sampler = Sampler::new(text(case, "seed")?);
    let drawn = sampler.with_replacement(&ids, size(case, "sample_size")?);
    let row = |drawn: &Drawn| {
        let shown = shown.get(drawn.index);
        json!([drawn.ticket.trimmed(PRINTED), shown, drawn.generation])
    };
    Ok(drawn.iter().map(row).collect())
}

/// The texts inside the quotation marks of a tuple as Python shows it.
fn names(tuple: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut open: Option<(char, String)> = None;
    for letter in tuple.chars() {
        open = match open {
            Some((mark, name)) if letter == mark => {
                names.push(name);
                None
            }
            Some((mark, mut name)) => {
                name.push(letter);
                Some((mark, name))
            }
            None if matches!(letter, '\'' | '"') => Some((letter, String::new())),
            None => None,
        };
    }
    names
}

fn stream(case: &Case<'_>) -> Result<Value, String> {
    let seed = count(case, "seed")?.to_string();
    let mut digests = Stream::new(&seed);
    let hex: Vec<String> = (0..5).map(|_| digests.next_digest().to_string()).collect();
    let mut reals = Stream::new(&seed);
    let units: Vec<f64> = (0..8).map(|_| reals.next_unit()).collect();
    Ok(json!({"first5_digests_hex": hex, "first8_random": units}))
}

fn integers(case: &Case<'_>) -> Result<Value, String> {
    let mut stream = Stream::new(&count(case, "seed")?.to_string());
    let (least, end) = (count(case, "a")?, count(case, "b")?);
    let width = end.checked_sub(least).ok_or("expected a below b")?;
    let picks = (0..count(case, "n")?).map(|_| least + stream.next_below(width));
    Ok(picks.map(Value::from).collect())
}

fn sample_numbers(case: &Case<'_>) -> Result<Value, String> {
    let mut stream = Stream::new(text(case, "seed_string")?);
    let cards = size(case, "cards")?;
    let numbers: Vec<DigestNumber> = (0..cards).map(|_| stream.next_digest()).collect();
    let mut order: Vec<usize> = (0..cards).collect();
    order.sort_by_key(|&card| numbers.get(card));
    let decimal: Vec<String> = numbers.iter().map(|number| number.to_decimal()).collect();
    Ok(json!({"sample_nums": decimal, "order_0_based": order}))
}

fn index_sampler(case: &Case<'_>) -> Result<Value, String> {
    let seed = text(case, "seed")?;
    let (least, most) = (count(case, "min")?, count(case, "max")?);
    let wanted = case.expected.as_array().map_or(0, Vec::len);
    let is_replaced = case.input.get("with_replacement").and_then(Value::as_bool);
    let picks = match is_replaced {
        Some(true) => colorado::with_replacement(seed, least, most, wanted),
        Some(false) => colorado::without_replacement(seed, least, most, wanted),
        None => return Err("with_replacement: expected true or false, found none".to_owned()),
    };
    Ok(picks.into_iter().map(Value::from).collect())
}

/// The bounds of the vector are tenths, so that they are integers here.
fn by_bound(case: &Case<'_>) -> Result<Value, String> {
    let bounds: Vec<u64> = (0..200u64).map(|at| 10 + at * 7_919 % 97).collect();
    let total: u64 = bounds.iter().sum();
    let mut stream = Stream::new(text(case, "seed_string")?);
    let mut units = Vec::new();
    let mut selected = Vec::new();
    for _ in 0..count(case, "n")? {
        let unit = stream.next_unit();
        let mut sum = 0;
        let station = bounds.iter().position(|bound| {
            sum += bound;
            sum as f64 > unit * total as f64
        });
        units.push(unit);
        selected.push(station);
    }
    Ok(json!({"uniforms": units, "selected_0_based": selected}))
}
