//! The first sheet: what the workbook is, in both languages.

use super::Size;
use crate::data::DataError;
use crate::data::stamp::Stamp;
use crate::data::workbook::{Cell, Workbook};

const ENGLISH: &[&str] = &[
    "The result, computed again from the open tables by the formulas of this workbook.",
    "No number that a formula computes is stored in the file: your spreadsheet program computes all of them when it opens it. A cell without a number means that nothing could be read or nothing applies; it is never zero.",
    "votesN: the sheets of one source, one row per station; formulas only where two readings of one station rival each other (smallest of rivalsN) and for sums.",
    "totals: votes by source. \"most\" takes the largest of rival readings.",
    "bounds: what each option holds and can hold at most, by every total of registered voters. The first stays first where the lead is larger than what is missing.",
    "declared, facts, wholes: every declared figure with its readings; a percentage p of d decimals stands for every share that is rounded to it.",
    "minima: the least votes that a count of the announced coverage must hold, under each reading of the announcement. It leaves out the units (stations, places, or stations by their registered voters or valid votes) with most votes per weight first. tables and places: LARGE gives the votes of the last unit that is left out. The others: \"border\" points at the station that is left out in part; any other station can be put there, and \"check\" says yes only for the right one.",
    "rounding: how far a declared count is from the count that its own percentage of its total gives.",
    "Spreadsheets compute with 53 binary digits: counts up to 9,007,199,254,740,992 and percentages of up to 6 decimals are exact. The SQL beside this file has no such limit.",
];

const SPANISH: &[&str] = &[
    "El resultado, calculado de nuevo a partir de las tablas abiertas con las fórmulas de este libro.",
    "El archivo no guarda ningún número que calcule una fórmula: su programa de hojas de cálculo los calcula todos al abrirlo. Una celda sin número significa que no se pudo leer nada o que no corresponde; nunca es cero.",
    "votesN: las actas de una fuente, una fila por mesa; hay fórmulas solo donde dos lecturas de una mesa rivalizan (la menor de rivalsN) y para sumas.",
    "totals: votos por fuente. \"most\" toma la mayor de las lecturas rivales.",
    "bounds: lo que cada opción tiene y puede tener como máximo, según cada total de electores. La primera sigue siendo la primera donde la ventaja supera lo que falta.",
    "declared, facts, wholes: cada cifra declarada con sus lecturas; un porcentaje p con d decimales vale por toda proporción que se redondea a él.",
    "minima: los votos que como mínimo contiene un recuento de la cobertura anunciada, según cada lectura del anuncio. Deja fuera primero las unidades (mesas, centros, o mesas por sus electores o votos válidos) con más votos por peso. tables y places: LARGE (K.ESIMO.MAYOR) da los votos de la última unidad que se deja fuera. Las demás: \"border\" señala la mesa que se deja fuera en parte; puede ponerse cualquier otra, y \"check\" dice yes solo para la correcta.",
    "rounding: a qué distancia está una cantidad declarada de la que da su propio porcentaje de su total.",
    "Las hojas de cálculo calculan con 53 dígitos binarios: son exactas las cantidades hasta 9.007.199.254.740.992 y los porcentajes de hasta 6 decimales. El SQL junto a este archivo no tiene ese límite.",
];

/// Said where stations are too many for a sheet.
const DIVISIONS: [&str; 2] = [
    "This election has more stations than a spreadsheet can be expected to hold: each row of votesN is the total of a division of the first level. Totals, bounds and rounding are computed from these; minima need the stations and are left to the SQL beside this file.",
    "Esta elección tiene más mesas de las que cabe esperar de una hoja de cálculo: cada fila de votesN es el total de una división del primer nivel. De ellas se calculan totales, cotas y redondeos; los mínimos necesitan las mesas y quedan para el SQL junto a este archivo.",
];

pub(super) fn write(
    book: &mut Workbook<'_>,
    stamp: &Stamp,
    contest: &str,
    size: Size,
) -> Result<(), DataError> {
    book.sheet("about", &[120], &[])?;
    let line = |text: &str| [Cell::text(text)];
    let named = format!(
        "{contest}; {} {} {}",
        stamp.origin,
        stamp.size,
        stamp.root_hex()
    );
    book.row(&line(&named))?;
    for (texts, divisions) in [ENGLISH, SPANISH].into_iter().zip(DIVISIONS) {
        book.row(&[])?;
        for (at, text) in texts.iter().enumerate() {
            book.row(&line(text))?;
            if at == 0 && size == Size::Divisions {
                book.row(&line(divisions))?;
            }
        }
    }
    Ok(())
}
