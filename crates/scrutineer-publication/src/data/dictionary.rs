//! The data dictionary, from the same columns as the writers.

use std::fmt::Write;

use super::Options;
use super::schema::{Kind, Table};

/// The words of one language.
struct Words {
    title: &'static str,
    intro: &'static str,
    defused: &'static str,
    headings: [&'static str; 4],
    text: &'static str,
    integer: &'static str,
    decimal: &'static str,
    always: &'static str,
    one_of: &'static str,
    description: fn(Table) -> &'static str,
    is_spanish: bool,
}

const ENGLISH: Words = Words {
    title: "Data dictionary",
    intro: "Canonical tables stand in `csv/` (RFC 4180, UTF-8, no byte-order mark, raw text); those of \
        stations are divided by the widest division and compressed with gzip. `parquet/` and \
        `election.sqlite` hold the same rows. An empty cell means that nothing is known or that nothing \
        applies; it is never zero. Which checkpoint the files follow from stands in `datapackage.json`, \
        in the metadata of the Parquet files and in the table `about` of `election.sqlite`.",
    defused: "`spreadsheet/` is for spreadsheets: it begins with a byte-order mark, and a text that a \
        spreadsheet would compute, or turn into a number or a date, has an apostrophe before it. Take one \
        leading apostrophe away to get the raw text. Its files of sheets have one row per reading.",
    headings: ["column", "holds", "always", "meaning"],
    text: "text",
    integer: "whole number",
    decimal: "decimal number",
    always: "yes",
    one_of: "One of",
    description: |table| table.description().0,
    is_spanish: false,
};

const SPANISH: Words = Words {
    title: "Diccionario de datos",
    intro: "Las tablas canónicas están en `csv/` (RFC 4180, UTF-8, sin marca de orden de bytes, texto \
        sin cambios); las de mesas están divididas por la división mayor y comprimidas con gzip. \
        `parquet/` y `election.sqlite` contienen las mismas filas. Una celda vacía significa que no se \
        sabe nada o que no corresponde; nunca es cero. De qué punto de control se derivan los archivos \
        consta en `datapackage.json`, en los metadatos de los archivos Parquet y en la tabla `about` de \
        `election.sqlite`.",
    defused: "`spreadsheet/` es para hojas de cálculo: empieza con una marca de orden de bytes, y un \
        texto que una hoja calcularía, o convertiría en número o fecha, lleva un apóstrofo delante. \
        Quite un apóstrofo inicial para obtener el texto original. Sus archivos de actas tienen una fila por lectura.",
    headings: ["columna", "contiene", "siempre", "significado"],
    text: "texto",
    integer: "número entero",
    decimal: "número decimal",
    always: "sí",
    one_of: "Uno de",
    description: |table| table.description().1,
    is_spanish: true,
};

pub(super) fn english(options: Options) -> String {
    render(&ENGLISH, options)
}

pub(super) fn spanish(options: Options) -> String {
    render(&SPANISH, options)
}

/// The tables as `spec/data-files.md` has them.
pub fn render_tables() -> String {
    let mut text = String::new();
    for table in Table::ALL {
        let parts = if table.is_partitioned() {
            "; one file per division of the first level"
        } else {
            ""
        };
        let key = match table.key() {
            [] => "none; rows differ as a whole".to_owned(),
            key => format!("`{}`", key.join("`, `")),
        };
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            text,
            "\n### {}\n\n{} Key: {key}{parts}.\n\n",
            table.name(),
            (ENGLISH.description)(table)
        );
        rows(&ENGLISH, table, &mut text);
    }
    text
}

fn render(words: &Words, options: Options) -> String {
    let mut text = format!("# {}\n\n{}\n", words.title, words.intro);
    if options.spreadsheet {
        // Writing to a string cannot fail, here and below.
        let _ = write!(text, "\n{}\n", words.defused);
    }
    for table in Table::ALL {
        let _ = write!(
            text,
            "\n## {}\n\n{}\n\n",
            table.name(),
            (words.description)(table),
        );
        rows(words, table, &mut text);
    }
    text
}

/// The columns of a table.
fn rows(words: &Words, table: Table, text: &mut String) {
    let [column, holds, always, meaning] = words.headings;
    let _ = write!(
        text,
        "| {column} | {holds} | {always} | {meaning} |\n|---|---|---|---|\n"
    );
    for column in table.columns() {
        let kind = match column.kind {
            Kind::Text => words.text,
            Kind::Integer => words.integer,
            Kind::Decimal => words.decimal,
        };
        let required = if column.required { words.always } else { "" };
        let meaning = if words.is_spanish {
            column.es
        } else {
            column.en
        };
        let _ = write!(
            text,
            "| `{}` | {kind} | {required} | {meaning}",
            column.name
        );
        if !column.words.is_empty() {
            let list = column.words.join("`, `");
            let _ = write!(text, " {} `{list}`.", words.one_of);
        }
        text.push_str(" |\n");
    }
}
