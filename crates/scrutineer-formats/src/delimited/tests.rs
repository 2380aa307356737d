use std::fmt::Write as _;
use std::io::Read;

use proptest::prelude::*;

use super::*;

/// Hands out the bytes in pieces of the given sizes, over and over.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: Vec<usize>,
    turn: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let size = self
            .sizes
            .get(self.turn % self.sizes.len())
            .copied()
            .unwrap_or(1)
            .max(1);
        self.turn += 1;
        let size = size.min(out.len()).min(self.bytes.len());
        let (now, later) = self.bytes.split_at(size);
        out[..size].copy_from_slice(now);
        self.bytes = later;
        Ok(size)
    }
}

/// Repeats a pattern until so many bytes were given; nothing is ever held.
struct Endless {
    pattern: Vec<u8>,
    at: usize,
    left: u64,
}

impl Endless {
    fn new(pattern: &[u8], bytes: u64) -> Self {
        Self {
            pattern: pattern.to_vec(),
            at: 0,
            left: bytes,
        }
    }
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let size = usize::try_from(self.left).unwrap().min(out.len());
        for byte in &mut out[..size] {
            *byte = self.pattern[self.at];
            self.at = (self.at + 1) % self.pattern.len();
        }
        self.left -= size as u64;
        Ok(size)
    }
}

type Row = (u64, Vec<Option<String>>);

fn read_all<R: Read>(source: R, layout: &Layout) -> (Vec<Row>, Vec<String>, Summary) {
    let mut problems = Problems::new();
    let mut reader = DelimitedReader::open(source, layout, &mut problems);
    let mut record = Record::new();
    let mut rows = Vec::new();
    while reader.read_record(&mut record, &mut problems) {
        let cells = record
            .cells()
            .map(|cell| cell.text().map(str::to_owned))
            .collect();
        rows.push((record.position().row, cells));
    }
    (
        rows,
        problems.iter().map(ToString::to_string).collect(),
        reader.summary(),
    )
}

fn headless() -> Layout {
    Layout {
        has_header: false,
        ..Layout::default()
    }
}

fn cells(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

#[test]
fn quotes_line_ends_and_a_mark_are_understood() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("\u{feff}a,b{end}1,\"x, \"\"y\"\"{end}z\"{end}{end}2,{end}");
        let (rows, problems, summary) = read_all(text.as_bytes(), &Layout::default());
        let quoted = format!("x, \"y\"{end}z");
        assert_eq!(
            rows,
            [(2, cells(&["1", &quoted])), (5, cells(&["2", ""]))],
            "{end:?}"
        );
        assert_eq!(problems, Vec::<String>::new());
        assert!(summary.complete);
        assert_eq!(summary.bytes, text.len() as u64);
    }
}

#[test]
fn a_record_without_a_final_line_end_is_read() {
    let (rows, problems, _) = read_all(&b"a,b\n1,\"2\""[..], &Layout::default());
    assert_eq!(rows, [(2, cells(&["1", "2"]))]);
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn the_byte_order_mark_is_dropped_only_at_the_start() {
    let text = "\u{feff}a\n\u{feff}1\n\"\u{feff}2\"\n";
    let (rows, ..) = read_all(text.as_bytes(), &Layout::default());
    assert_eq!(
        rows,
        [(2, cells(&["\u{feff}1"])), (3, cells(&["\u{feff}2"]))]
    );
}

#[test]
fn preamble_and_footer_lines_are_skipped() {
    let text = "Results \"2024\nas of, today\n\ncode;votes\n01;5\n02;6\nTOTAL;11\n;printed by\n";
    let mut layout = Layout {
        delimiter: Delimiter::Semicolon,
        ..Layout::default()
    };
    layout.preamble = Preamble::UntilHeader(vec!["votes".into(), "code".into()]);
    layout.footer = Footer::Records(2);
    let (rows, problems, summary) = read_all(text.as_bytes(), &layout);
    assert_eq!(rows, [(5, cells(&["01", "5"])), (6, cells(&["02", "6"]))]);
    assert_eq!((problems.len(), summary.footer), (0, 2));

    layout.preamble = Preamble::Lines(3);
    layout.footer = Footer::Marked("TOTAL".into());
    let (rows, _, summary) = read_all(text.as_bytes(), &layout);
    assert_eq!(rows.len(), 3);
    assert_eq!((summary.footer, summary.records), (1, 3));
}

#[test]
fn a_header_that_is_not_there_is_a_problem_and_nothing_is_read() {
    let layout = Layout {
        preamble: Preamble::UntilHeader(vec!["mesa".into()]),
        ..Layout::default()
    };
    let (rows, problems, _) = read_all(&b"a,b\n1,2\n"[..], &layout);
    assert!(rows.is_empty());
    assert_eq!(
        problems,
        ["row 3: header not found, expected a line with mesa in the first 1000 lines"]
    );
    let (_, problems, _) = read_all(&b""[..], &Layout::default());
    assert_eq!(problems.len(), 1);
}

#[test]
fn names_that_occur_twice_and_missing_names_are_reported() {
    let (_, problems, _) = read_all(&b"a,,a\n"[..], &Layout::default());
    assert_eq!(
        problems,
        [
            "row 1, column 3: column name occurs twice, expected a name that column 1 does not \
             have, found a",
            "row 1, column 2: column without a name, expected a name, found an empty cell",
        ]
    );
}

#[test]
fn ragged_rows_are_reported_and_marked() {
    let mut problems = Problems::new();
    let text = &b"a,b\n1\n1,2\n1,2,3\n"[..];
    let mut reader = DelimitedReader::open(text, &Layout::default(), &mut problems);
    let mut record = Record::new();
    let mut ragged = Vec::new();
    while reader.read_record(&mut record, &mut problems) {
        ragged.push(record.is_ragged());
    }
    assert_eq!(ragged, [true, false, true]);
    assert_eq!(problems.count(ProblemKind::RaggedRow), 2);
    assert_eq!(record.cell(3), Cell::Absent);
}

#[test]
fn bytes_that_are_not_text_make_one_cell_unreadable() {
    let (rows, problems, _) = read_all(
        &b"a,b,c\n1,ni\xf1o,3\n1,\"x\0\",3\n"[..],
        &Layout::default(),
    );
    assert_eq!(rows[0].1, [Some("1".into()), None, Some("3".into())]);
    assert_eq!(rows[1].1, [Some("1".into()), None, Some("3".into())]);
    assert_eq!(problems.len(), 2);
    assert_eq!(
        problems[0],
        "row 2, column 2: bytes are not text in this encoding, expected valid text, found byte \
         0xF1"
    );
    let mut problems = Problems::new();
    let text = &b"a,b,c\n1,ni\xf1o,3\n"[..];
    let mut reader = DelimitedReader::open(text, &Layout::default(), &mut problems);
    reader.read_record(&mut Record::new(), &mut problems);
    assert_eq!(
        problems.examples(ProblemKind::BadEncoding)[0].position.byte,
        10
    );
}

#[test]
fn a_stray_quote_costs_one_line() {
    let mut text = String::from("a,b\n1,\"open\n");
    for row in 0..100 {
        let _ = writeln!(text, "{row},5");
    }
    let (rows, problems, summary) = read_all(text.as_bytes(), &Layout::default());
    assert_eq!(rows.len(), 100);
    assert_eq!(rows[0], (3, cells(&["0", "5"])));
    assert_eq!(summary.rejected, 1);
    assert!(
        problems[0].starts_with("row 2: quote is not closed"),
        "{problems:?}"
    );
}

#[test]
fn fields_records_and_columns_beyond_the_bounds_cost_their_line_only() {
    let field = format!("{},1\n", "x".repeat(MAX_FIELD_BYTES + 1));
    let quoted = format!("\"{}\",1\n", "x".repeat(MAX_FIELD_BYTES + 1));
    let columns = format!("{}\n", ",".repeat(9_999));
    let record = format!("{}1\n", format!("{},", "y".repeat(60_000)).repeat(20));
    let text = format!("a,b\n1,1\n{field}2,2\n{quoted}3,3\n{columns}4,4\n{record}5,5\n");
    let (rows, problems, _) = read_all(text.as_bytes(), &Layout::default());
    let read: Vec<u64> = rows.iter().map(|(row, _)| *row).collect();
    assert_eq!(read, [2, 4, 6, 8, 10]);
    assert_eq!(
        problems,
        [
            "row 3: field too long, expected at most 65536 bytes in a field, found more",
            "row 5: field too long, expected at most 65536 bytes in a field, found more",
            "row 9: record too long, expected at most 1048576 bytes in a record, found more",
            "row 7: too many columns, expected at most 4096 columns, found more",
        ]
    );
}

#[test]
fn exactly_the_bounds_are_allowed() {
    let field = format!("{},1", "x".repeat(MAX_FIELD_BYTES));
    let (rows, problems, _) = read_all(
        format!("a,b\n{field}\n{field}").as_bytes(),
        &Layout::default(),
    );
    assert_eq!((rows.len(), problems.len()), (2, 0));
    let columns = ",".repeat(MAX_COLUMNS - 1);
    let (rows, problems, _) = read_all(columns.as_bytes(), &headless());
    assert_eq!((rows.len(), problems.len()), (1, 0));
    assert_eq!(rows[0].1.len(), MAX_COLUMNS);
}

#[test]
fn a_line_without_end_is_one_problem() {
    for pattern in [&b"x"[..], b"\"x", b"\"\"\"", b"x,"] {
        let (rows, problems, summary) = read_all(Endless::new(pattern, 32 << 20), &headless());
        assert_eq!((rows.len(), problems.len()), (0, 1), "{pattern:?}");
        assert_eq!(summary.bytes, 32 << 20);
    }
}

#[test]
fn thirty_two_megabytes_of_garbage_are_counted_in_bounded_memory() {
    // Every byte value, in an order without a short period.
    let mut state = 1_u32;
    let noise: Vec<u8> = (0..1_000_003)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .collect();
    let mut problems = Problems::with_examples(10);
    let source = Endless::new(&noise, 32 << 20);
    let mut reader = DelimitedReader::open(source, &headless(), &mut problems);
    let mut record = Record::new();
    while reader.read_record(&mut record, &mut problems) {}
    let summary = reader.summary();
    assert!(summary.complete);
    assert_eq!(summary.bytes, 32 << 20);
    // One line in 128 bytes; all but a few contain a byte that is not UTF-8.
    assert!(problems.count(ProblemKind::BadEncoding) > 100_000);
    assert!(problems.iter().count() <= 10 * problems.counts().count());
}

#[test]
fn lines_that_each_open_a_quote_cost_linear_time() {
    // From outside quotes the line ends inside them, and again from inside: every line
    // starts a record that never ends. Without the budget this looks at 2^37 bytes.
    let source = Endless::new(b"a\",\"\n", 32 << 20);
    let mut problems = Problems::with_examples(10);
    let mut reader = DelimitedReader::open(source, &headless(), &mut problems);
    let mut record = Record::new();
    while reader.read_record(&mut record, &mut problems) {}
    assert_eq!(reader.summary().bytes, 32 << 20);
    assert!(reader.summary().rejected > 1_000);
}

#[test]
fn a_source_that_fails_keeps_what_was_read() {
    struct Fails(bool);
    impl Read for Fails {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("cable pulled"));
            }
            out[..11].copy_from_slice(b"a,b\n1,2\n3,4");
            Ok(11)
        }
    }
    let (rows, problems, summary) = read_all(Fails(false), &Layout::default());
    assert_eq!(
        rows,
        [(2, cells(&["1", "2"]))],
        "4 may be the beginning of 42"
    );
    assert_eq!((summary.complete, summary.rejected), (false, 1));
    assert!(problems[0].ends_with("found cable pulled"), "{problems:?}");
}

#[test]
fn right_to_left_names_pass_unchanged() {
    let (rows, problems, _) = read_all("اسم,أصوات\nمكتب ٣,٤\n".as_bytes(), &Layout::default());
    assert_eq!(rows[0].1, cells(&["مكتب ٣", "٤"]));
    assert!(problems.is_empty());
}

/// The totals are those that the README beside the data and the issue give.
#[test]
fn the_venezuelan_file_has_its_rows_and_totals() {
    let Some(path) =
        scrutineer_testkit::shared::file("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv")
    else {
        return;
    };
    let mut problems = Problems::new();
    let source = std::fs::File::open(path).unwrap();
    let mut reader = DelimitedReader::open(source, &Layout::default(), &mut problems);
    let column = |name: &str| {
        reader
            .header()
            .iter()
            .position(|other| other == name)
            .unwrap()
    };
    let columns = ["EG", "NM", "VOTOS_VALIDOS"].map(column);
    let format = crate::number::NumberFormat::default();
    let mut record = Record::new();
    let mut totals = [0_u64; 3];
    while reader.read_record(&mut record, &mut problems) {
        for (total, column) in totals.iter_mut().zip(columns) {
            let count = record
                .cell(column)
                .text()
                .and_then(|text| format.read(text).count());
            *total += u64::from(count.unwrap());
        }
    }
    assert_eq!(totals, [7_156_462, 3_241_461, 10_659_128]);
    assert_eq!(reader.summary().records, 24_532);
    assert_eq!(reader.summary().bytes, 4_113_270);
    assert!(problems.is_empty());
}

/// RFC 4180 with the liberties that spreadsheets take, one byte at a time. Written
/// apart from the reader: what it gives is what the reader must give.
fn naive(text: &[u8]) -> Option<Vec<Vec<Vec<u8>>>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), Vec::new());
    let (mut in_quotes, mut at_start, mut any) = (false, true, false);
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' if in_quotes && rest.first() == Some(&b'"') => {
                field.push(b'"');
                rest = &rest[1..];
            }
            b'"' if in_quotes => in_quotes = false,
            _ if in_quotes => field.push(*byte),
            b'"' if at_start => (in_quotes, at_start, any) = (true, false, true),
            b',' => {
                record.push(std::mem::take(&mut field));
                (at_start, any) = (true, true);
            }
            b'\n' | b'\r' => {
                if any {
                    record.push(std::mem::take(&mut field));
                    records.push(std::mem::take(&mut record));
                }
                (at_start, any) = (true, false);
            }
            _ => {
                field.push(*byte);
                (at_start, any) = (false, true);
            }
        }
    }
    if in_quotes {
        return None;
    }
    if any {
        record.push(field);
        records.push(record);
    }
    Some(records)
}

fn quote(field: &str) -> String {
    if field.is_empty() || field.contains([',', '"', '\n', '\r']) || field.starts_with('\u{feff}') {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

proptest! {
    #[test]
    fn the_pieces_in_which_bytes_arrive_change_nothing(
        text in proptest::collection::vec(
            prop_oneof![Just(b'a'), Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(0), Just(0xf1)],
            0..400,
        ),
        sizes in proptest::collection::vec(1_usize..50, 1..8),
    ) {
        let whole = read_all(&text[..], &Layout::default());
        let pieces = read_all(Pieces { bytes: &text, sizes, turn: 0 }, &Layout::default());
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn the_reader_agrees_with_a_naive_one(
        text in proptest::collection::vec(
            prop_oneof![3 => Just(b'a'), 3 => Just(b','), 2 => Just(b'"'), 1 => Just(b'\n'), 1 => Just(b'\r')],
            0..300,
        ),
    ) {
        if let Some(expected) = naive(&text) {
            let mut problems = Problems::new();
            let mut reader = DelimitedReader::open(&text[..], &headless(), &mut problems);
            let mut record = Record::new();
            let mut records = Vec::new();
            while reader.read_record(&mut record, &mut problems) {
                let fields: Vec<Vec<u8>> =
                    (0..record.len()).map(|i| record.bytes(i).unwrap().to_vec()).collect();
                records.push(fields);
            }
            prop_assert_eq!(records, expected);
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        table in proptest::collection::vec(
            proptest::collection::vec("[a-zñא\u{feff}0-9 ,;\"\n\r]{0,6}", 3..4), 1..20),
        crlf in any::<bool>(),
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let text: String = table
            .iter()
            .map(|row| row.iter().map(|f| quote(f)).collect::<Vec<_>>().join(",") + end)
            .collect();
        let (rows, problems, _) = read_all(text.as_bytes(), &headless());
        let read: Vec<Vec<String>> =
            rows.into_iter().map(|(_, cells)| cells.into_iter().flatten().collect()).collect();
        prop_assert_eq!(read, table);
        prop_assert!(problems.is_empty());
    }
}
