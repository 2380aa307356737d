use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::delimited::{DelimitedReader, Layout, Record};

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in members {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(archive: &[u8], limits: ArchiveLimits) -> (Vec<(String, usize)>, Problems) {
    let mut problems = Problems::new();
    let mut seen = Vec::new();
    read_zip(
        Cursor::new(archive),
        limits,
        &mut problems,
        |_| true,
        |name, bytes, _| {
            let mut all = Vec::new();
            let _ = bytes.read_to_end(&mut all);
            seen.push((name.to_owned(), all.len()));
        },
    );
    (seen, problems)
}

fn names(seen: &[(String, usize)]) -> Vec<&str> {
    seen.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn members_come_in_the_order_of_their_names() {
    let archive = zip_of(&[("b/2.csv", b"22"), ("a.csv", b"1"), ("b/1.csv", b"333")]);
    let (seen, problems) = read(&archive, ArchiveLimits::default());
    let expected = [("a.csv", 1), ("b/1.csv", 3), ("b/2.csv", 2)];
    assert_eq!(seen, expected.map(|(name, size)| (name.to_owned(), size)));
    assert!(problems.is_empty());
}

#[test]
fn unsafe_ignored_and_nested_members_are_listed_and_not_read() {
    let archive = zip_of(&[
        ("../up.csv", b"1"),
        ("/root.csv", b"1"),
        ("c:/drive.csv", b"1"),
        ("back\\slash.csv", b"1"),
        ("__MACOSX/._a.csv", b"1"),
        (".hidden", b"1"),
        ("more.ZIP", b"1"),
        ("a.csv", b"1"),
    ]);
    let (seen, problems) = read(&archive, ArchiveLimits::default());
    assert_eq!(names(&seen), ["a.csv"]);
    let counts: Vec<_> = problems.counts().collect();
    assert_eq!(
        counts,
        [
            (ProblemKind::UnsafeName, 4),
            (ProblemKind::NestedArchive, 1),
            (ProblemKind::IgnoredMember, 2)
        ]
    );
}

#[test]
fn a_bomb_stops_at_its_ratio_and_the_next_member_is_read() {
    let zeros = vec![b'0'; 8 << 20];
    let noise: Vec<u8> = (0..60_000_u32)
        .flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes())
        .collect();
    let archive = zip_of(&[
        ("bomb.csv", &zeros),
        ("good.csv", b"a\n1\n"),
        ("noise.bin", &noise),
    ]);
    let (seen, problems) = read(&archive, ArchiveLimits::default());
    assert_eq!(names(&seen), ["bomb.csv", "good.csv", "noise.bin"]);
    assert!(seen.iter().all(|(_, size)| *size < 3 << 20), "{seen:?}");
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "bomb.csv: byte 0: expansion ratio beyond the limit, expected at most 200 bytes for \
             one compressed byte, found more"
        ]
    );
}

#[test]
fn many_members_that_expand_together_end_the_archive() {
    let zeros = vec![b'0'; 900 << 10];
    let all: Vec<(String, &[u8])> = (0..20)
        .map(|i| (format!("{i:02}.csv"), &zeros[..]))
        .collect();
    let members: Vec<(&str, &[u8])> = all.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let (seen, problems) = read(&zip_of(&members), ArchiveLimits::default());
    assert!(seen.len() < 20, "{}", seen.len());
    assert_eq!(problems.count(ProblemKind::ExpansionRatio), 1);

    let limits = ArchiveLimits::default().with_total_bytes(100_000);
    let (seen, problems) = read(&zip_of(&members[..2]), limits);
    assert_eq!(seen.len(), 1);
    assert_eq!(problems.count(ProblemKind::ExpandsTooFar), 1);
}

#[test]
fn an_archive_with_too_many_members_is_not_opened() {
    let all: Vec<String> = (0..11).map(|i| format!("{i}.csv")).collect();
    let members: Vec<(&str, &[u8])> = all.iter().map(|n| (n.as_str(), &b"1"[..])).collect();
    let archive = zip_of(&members);
    let (seen, problems) = read(&archive, ArchiveLimits::default().with_members(10));
    assert!(seen.is_empty());
    assert_eq!(problems.count(ProblemKind::TooManyMembers), 1);
    assert_eq!(
        read(&archive, ArchiveLimits::default().with_members(11))
            .0
            .len(),
        11
    );
}

#[test]
fn an_encrypted_member_is_a_problem_and_the_rest_is_read() {
    let mut archive = zip_of(&[("a.csv", b"1"), ("b.csv", b"1")]);
    // Bit 0 of the flags, in the central entry (8 bytes in) and in the local one (6).
    let central = archive.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    archive[central + 8] |= 1;
    archive[6] |= 1;
    let (seen, problems) = read(&archive, ArchiveLimits::default());
    assert_eq!(names(&seen), ["b.csv"]);
    assert_eq!(problems.count(ProblemKind::EncryptedMember), 1);
}

#[test]
fn damage_is_found_even_when_the_visitor_does_not_read_to_the_end() {
    let content = b"a,b\n1,2\n3,4\n".repeat(50);
    let mut archive = zip_of(&[("a.csv", &content)]);
    let central = archive.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    archive[central + 16] ^= 0xff;
    let mut problems = Problems::new();
    let visited = read_zip(
        Cursor::new(&archive),
        ArchiveLimits::default(),
        &mut problems,
        |_| true,
        |_, bytes, _| {
            let _ = bytes.read(&mut [0; 4]);
        },
    );
    assert_eq!(visited, ["a.csv"]);
    assert_eq!(problems.count(ProblemKind::Damaged), 1);
}

#[test]
fn every_cut_of_an_archive_is_a_problem_and_not_a_panic() {
    let archive = zip_of(&[("a.csv", b"a,b\n1,2\n"), ("b.csv", b"a,b\n3,4\n")]);
    for length in 0..archive.len() {
        let (seen, problems) = read(&archive[..length], ArchiveLimits::default());
        assert!(!problems.is_empty() || seen.len() == 2, "{length}");
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn all_members_of_a_gzip_stream_are_read() {
    let mut bytes = gzip(b"a,b\n1,2\n");
    bytes.extend(gzip(b"3,4\n"));
    let mut text = String::new();
    Gunzip::new(&bytes[..], ArchiveLimits::default())
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "a,b\n1,2\n3,4\n");
}

#[test]
fn a_truncated_gzip_keeps_its_rows_and_says_where_it_ends() {
    let lines: Vec<String> = (0..20_000)
        .map(|i| format!("{i},{}", i * 7919 % 1009))
        .collect();
    let text = lines.join("\n");
    let whole = gzip(text.as_bytes());
    let cut = &whole[..whole.len() / 2];
    let mut problems = Problems::new();
    let source = Gunzip::new(cut, ArchiveLimits::default());
    let layout = Layout {
        has_header: false,
        ..Layout::default()
    };
    let mut reader = DelimitedReader::open(source, &layout, &mut problems);
    let mut record = Record::new();
    let mut rows = 0;
    while reader.read_record(&mut record, &mut problems) {
        rows += 1;
    }
    assert!((1_000..20_000).contains(&rows), "{rows}");
    assert!(!reader.summary().complete);
    let problem = &problems.examples(ProblemKind::SourceFailed)[0];
    assert!(problem.position.row >= rows, "{problem}");
    assert!(
        problem
            .to_string()
            .ends_with("found gzip data that is cut off"),
        "{problem}"
    );
}

#[test]
fn a_gzip_bomb_stops() {
    let bomb = gzip(&vec![0; 32 << 20]);
    let mut out = Vec::new();
    let error = Gunzip::new(&bomb[..], ArchiveLimits::default())
        .read_to_end(&mut out)
        .unwrap_err();
    assert!(error.to_string().contains("beyond the limit"));
    assert!(out.len() < 8 << 20, "{}", out.len());
}
