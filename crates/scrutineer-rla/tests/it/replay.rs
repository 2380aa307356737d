//! Draws made again by other programs than ours, as `spec/sampling.md` says.

use std::io::Write as _;
use std::process::{Command, Stdio};

use scrutineer_model::Code;
use scrutineer_rla::sampling::{Bounds, EqualSample, PpsSample, Purpose, Seed, Tag};
use scrutineer_testkit::requirement::skip_without;

const SEED: &str = "20240728314159265358";
const TAG: &str = "scrutineer/draw/1|transcription|town-2001|mayor|first|1";

/// `sha256sum` on a text; `None` where the program is not there.
fn sha256sum(text: &str) -> Option<String> {
    let mut child = Command::new("sha256sum")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().next().map(str::to_owned)
}

fn tag() -> Tag {
    let code = |text| Code::parse(text).unwrap();
    let (election, contest, name) = (code("town-2001"), code("mayor"), code("first"));
    Tag::new(Purpose::Transcription, &election, &contest, &name, 1)
}

#[test]
fn a_draw_by_bounds_is_replayed_with_sha256sum_alone() {
    let present = sha256sum("").filter(|hash| hash.starts_with("e3b0c44298fc1c14"));
    if skip_without("sha256sum", "apt-get install coreutils", present).is_none() {
        return;
    }
    let bounds: Vec<u64> = (0..200u64).map(|at| 10 + at * 7_919 % 97).collect();
    let total: u64 = bounds.iter().sum();
    // As a person does it: hash, keep 15 digits, divide, look the station up.
    let by_hand = |n: u64| {
        let mut attempt = 0;
        loop {
            let message = match attempt {
                0 => format!("{TAG}|{SEED}|{n}"),
                _ => format!("{TAG}|{SEED}|{n}|{attempt}"),
            };
            let digits = sha256sum(&message).unwrap();
            let x = u64::from_str_radix(&digits[..15], 16).unwrap();
            if x < (1u64 << 60) / total * total {
                let mut left = x % total;
                for (station, &bound) in bounds.iter().enumerate() {
                    if left < bound {
                        return station;
                    }
                    left -= bound;
                }
            }
            attempt += 1;
        }
    };
    let seed = Seed::parse(SEED).unwrap();
    let sums = Bounds::new(bounds.iter().copied()).unwrap();
    let sample = PpsSample::draw(&tag(), &seed, &sums, 40);
    let ours: Vec<usize> = sample.picks().iter().map(|picked| picked.station).collect();
    let theirs: Vec<usize> = (1..=40).map(by_hand).collect();
    assert_eq!(ours, theirs);
}

#[test]
fn refused_attempts_and_tickets_are_replayed_in_python() {
    // A total above 2^58, so that a quarter of the attempts is refused.
    let script = r"
import hashlib, sys
tag, seed = sys.argv[1], sys.argv[2]
h = lambda text: hashlib.sha256(text.encode()).hexdigest()
bounds = [2**58 // 3 + i * 1000003 for i in range(4)]
T = sum(bounds); M = 2**60 // T * T
def draw(n):
    a = 0
    while True:
        x = int(h(f'{tag}|{seed}|{n}' + (f'|{a}' if a else ''))[:15], 16)
        if x < M:
            break
        a += 1
    x %= T
    k = 0
    while x >= bounds[k]:
        x -= bounds[k]; k += 1
    return k, a
print(' '.join(f'{k}/{a}' for k, a in map(draw, range(1, 61))))
ids = [f'{i:04}:{i % 3}' for i in range(500)]
print(' '.join(sorted(ids, key=lambda i: h(f'{tag}|{seed}|{i}'))[:30]))
";
    let ran = Command::new("python3")
        .args(["-c", script, TAG, SEED])
        .output()
        .ok()
        .filter(|output| output.status.success());
    let Some(ran) = skip_without("python3", "apt-get install python3", ran) else {
        return;
    };
    let output = String::from_utf8(ran.stdout).unwrap();
    let lines: Vec<&str> = output.lines().collect();
    let seed = Seed::parse(SEED).unwrap();
    let bounds = Bounds::new((0..4).map(|at| (1 << 58) / 3 + at * 1_000_003)).unwrap();
    let sample = PpsSample::draw(&tag(), &seed, &bounds, 60);
    let drawn: Vec<String> = sample
        .picks()
        .iter()
        .map(|picked| format!("{}/{}", picked.station, picked.attempt))
        .collect();
    assert_eq!(drawn.join(" "), lines[0]);
    assert!(sample.picks().iter().any(|picked| picked.attempt > 0));
    let ids: Vec<String> = (0..500).map(|at| format!("{at:04}:{}", at % 3)).collect();
    let equal = EqualSample::draw(&tag(), &seed, &ids, 30);
    let drawn: Vec<&str> = equal
        .tickets()
        .iter()
        .map(|&(_, at)| ids[at].as_str())
        .collect();
    assert_eq!(drawn.join(" "), lines[1]);
}
