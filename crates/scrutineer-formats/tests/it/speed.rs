//! How long loading takes; run with `--release -- --ignored --nocapture`. The limits stand in
//! `docs/performance.md`.

use std::fmt::Write;
use std::time::Instant;

use scrutineer_formats::{FileError, LoadOptions, Wanted, load};
use scrutineer_testkit::shared;

use crate::support::{example, parse};

#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
fn time(name: &str, text: &str, bytes: &[u8], sheets: usize) {
    let folder = parse(text);
    for _ in 0..3 {
        let mut given = Some(bytes.to_vec());
        let mut files = |wanted: &Wanted| {
            if wanted.optional {
                Err(FileError::NotFound)
            } else {
                given.take().ok_or(FileError::NotFound)
            }
        };
        let start = Instant::now();
        let loaded = load(&folder, &mut files, &LoadOptions::default()).expect("it loads");
        println!("{name}: {:?}", start.elapsed());
        assert_eq!(loaded.dataset.sheets()[0].len(), sheets);
    }
}

#[test]
#[ignore = "a measurement, for release builds"]
fn venezuela_loads_in_thirty_milliseconds() {
    let Some(file) = shared::file("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv") else {
        return;
    };
    let bytes = std::fs::read(file).expect("readable");
    time("24,532 sheets", &example("venezuela-2024"), &bytes, 24_532);
}

#[test]
#[ignore = "a measurement, for release builds"]
fn a_million_sheets_load_in_a_second() {
    let header = "COD_EDO,EDO,COD_MUN,MUN,COD_PAR,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,\
                  NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA,URL\n";
    let mut text = header.to_owned();
    for row in 0..1_000_000_u32 {
        let (place, table) = (row / 4, row % 4 + 1);
        let (parish, city, state) = (place / 20 % 30, place / 600 % 20, place / 12_000);
        let votes = row % 300;
        writeln!(
            text,
            "{state},STATE {state},{city},MUNICIPALITY {city},{parish},PARISH {parish},\
             {:09},{table},900,{},3,{votes},120,5,0,1,1,3,1,0,2,https://static.example.org/{row}_\
             {}_sheet.jpg",
            10_000_000 + place,
            votes + 133,
            row * 7,
        )
        .expect("a string takes everything");
    }
    let toml = example("venezuela-2024");
    let pinned = "sha256 = \"fd2712796bf8ec77dfe02e07cd864882c93f4079238c2d21b822b7b9a999f8ea\"";
    let toml = toml
        .replace(pinned, "path = \"sheets.csv\"")
        .replace("name = \"RESULTADOS_2024_CSV_V1.csv\"\naddress = ", "# ");
    println!("{} bytes", text.len());
    time("1,000,000 sheets", &toml, text.as_bytes(), 1_000_000);
}
