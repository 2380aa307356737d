//! The document of the calibration in Spanish: the same tables, phrase by phrase. A phrase without a translation is
//! an error, so that no row stays in English.

/// Phrases of the document, headings and paragraphs first.
const PHRASES: &[(&str, &str)] = &[
    (
        "# Measured false alarms and power",
        "# Falsas alarmas y potencia medidas",
    ),
    (
        "Written by `cargo xtask calibrate`. The same commit and seed give the same tables on every machine and any number of threads.",
        "Escrito por `cargo xtask calibrate`. El mismo commit y la misma semilla dan las mismas tablas en toda máquina y con cualquier número de hilos.",
    ),
    ("## Tests of the sheets", "## Pruebas de las actas"),
    (
        "How often each test alarms on honest elections, and how often it finds what was changed. Two rolls are not simulated: `register-differences` is a consistency check, since nobody measured how many voters are added late in honest elections.",
        "Con qué frecuencia alarma cada prueba en elecciones honestas y con qué frecuencia halla lo que se cambió. No se simulan dos padrones: `register-differences` es una comprobación de coherencia, pues nadie midió cuántos electores se añaden tarde en elecciones honestas.",
    ),
    (
        "A share of 1.000 in 200 runs leaves a power from 98.1 to 100 % (95 % interval of Wilson), one of 0.000 leaves 0 to 1.9 %; a share of 0.010 in 1000 runs leaves 0.5 to 1.8 %.",
        "Una proporción de 1,000 en 200 corridas deja una potencia de 98,1 a 100 % (intervalo de Wilson al 95 %), una de 0,000 deja de 0 a 1,9 %; una proporción de 0,010 en 1000 corridas deja de 0,5 a 1,8 %.",
    ),
    (
        " runs of each honest scenario, ",
        " corridas de cada escenario honesto, ",
    ),
    (
        " of the others, seeds from ",
        " de los demás, semillas desde ",
    ),
    ("; level ", "; nivel "),
    (". Geography: Venezuela ", ". Geografía: Venezuela "),
    (" stations in ", " mesas en "),
    (" places, ", " centros, "),
    (
        " of them with several stations. In an election with other stations, places or rates the shares are others: ",
        " de ellos con varias mesas. En una elección con otras mesas, otros centros u otras tasas las proporciones son otras: ",
    ),
    (
        " measures them there. A cell is the share of runs with p of at most ",
        " las mide allí. Una celda es la proporción de corridas con p de a lo sumo ",
    ),
    (
        " for the quantity of the test that alarmed most often; in brackets the share with an adjusted p of at most ",
        " para la cantidad de la prueba que más alarmó; entre paréntesis, la proporción con p ajustado de a lo sumo ",
    ),
    (
        " for any quantity. `-`: the test does not apply.",
        " para cualquier cantidad. `-`: la prueba no se aplica.",
    ),
    (" runs, seed ", " corridas, semilla "),
    (", commit ", ", commit "),
    ("scenario", "escenario"),
    ("any, adjusted", "alguna, ajustada"),
    ("honest, multinomial", "honesta, multinomial"),
    ("honest, over-dispersed", "honesta, sobredispersa"),
    ("added ballots, ", "papeletas añadidas, "),
    ("moved votes, ", "votos movidos, "),
    ("target percentages, ", "porcentajes buscados, "),
    ("sheets from formula, ", "actas de una fórmula, "),
    ("exchanged lines, ", "líneas intercambiadas, "),
    ("invented last digits, ", "últimas cifras inventadas, "),
    (" of tables", " de las mesas"),
    (" of whole places", " de los centros enteros"),
    (" of places", " de los centros"),
    (
        "Refused methods: share of honest runs in which they alarm for one of the two leading options.",
        "Métodos rechazados: proporción de corridas honestas en que alarman para una de las dos primeras opciones.",
    ),
    ("method", "método"),
    (
        "second digits against Benford's law, counts of at least ",
        "segundas cifras contra la ley de Benford, conteos de al menos ",
    ),
    (
        "last digits with a cut-off at ",
        "últimas cifras con un corte en ",
    ),
    ("more than ", "más de "),
    (
        " \"anomalous votes\" by the diagram of turnout",
        " de \"votos anómalos\" por el diagrama de participación",
    ),
    ("## Audits of a tie", "## Auditorías de un empate"),
    (
        "Every method is shown the worst outcome that is still wrong, a tie, and stops as soon as its risk is at most the limit; draws are watched one by one where the method allows it, rounds or looks otherwise. Missing boxes and cards are the worst case, as in an audit. The last rows, named so, are wrong on purpose: they show that the measurement can tell. A rate far below the limit means that a method is cautious there: taints that are spread over many stations slow Kaplan and Markov's bet, a union over all allocations allows for the worst of them, and Fisher's method with one look does not use its limit. What the rows do not cover: the rows of batches ask the engine with draws of their own, with no station without a sheet and no registered voters that are read again, and the mixed taints sum to 2,080 of a margin of 2,000; in strata the errors lie in several, so that the bound of the union has slack; every outcome is of two options, none is a runoff, a threshold or one of several winners.",
        "A cada método se le muestra el peor resultado que todavía es falso, un empate, y se detiene en cuanto su riesgo es a lo sumo el límite; los sorteos se miran uno por uno donde el método lo permite, si no por rondas o miradas. Las urnas y tarjetas que faltan son el peor caso, como en una auditoría. Las últimas filas, así llamadas, están mal a propósito: muestran que la medición distingue. Una tasa muy por debajo del límite significa que el método es cauto ahí: los daños repartidos en muchas mesas frenan la apuesta de Kaplan y Markov, una unión sobre todos los repartos admite el peor, y el método de Fisher con una sola mirada no usa su límite. Lo que las filas no cubren: las de lotes preguntan al motor con sorteos propios, sin mesas sin acta y sin electores inscritos que se lean de nuevo, y los daños mezclados suman 2.080 de un margen de 2.000; en los estratos los errores están en varios, de modo que la cota de la unión tiene holgura; todo resultado es de dos opciones, ninguno es una segunda vuelta, un umbral ni de varios ganadores.",
    ),
    (
        " audits a method, seed ",
        " auditorías por método, semilla ",
    ),
    (", risk limit ", ", límite de riesgo "),
    (
        ". Allowed: the limit and three standard errors.",
        ". Permitido: el límite y tres errores estándar.",
    ),
    ("truth", "verdad"),
    ("does not hold", "no se cumple"),
    ("holds", "se cumple"),
    ("confirmed", "confirmadas"),
    ("allowed", "permitido"),
    ("BRAVO at the end of rounds", "BRAVO al final de las rondas"),
    ("BRAVO", "BRAVO"),
    ("ALPHA, fixed alternative", "ALPHA, alternativa fija"),
    (
        "ALPHA, shrinkage as published",
        "ALPHA, contracción como se publicó",
    ),
    (
        "ALPHA, shrinkage less c/sqrt",
        "ALPHA, contracción menos c/raíz",
    ),
    ("aGRAPA", "aGRAPA"),
    ("fixed bet", "apuesta fija"),
    ("mixture of bets", "mezcla de apuestas"),
    ("Kaplan-Wald, g = ", "Kaplan-Wald, g = "),
    ("Kaplan-Markov, g = ", "Kaplan-Markov, g = "),
    ("Kaplan-Kolmogorov, g = ", "Kaplan-Kolmogorov, g = "),
    ("comparison, optimal bet", "comparación, apuesta óptima"),
    (
        "comparison, ALPHA as published",
        "comparación, ALPHA como se publicó",
    ),
    ("comparison, aGRAPA", "comparación, aGRAPA"),
    ("super-simple, gamma = ", "súper simple, gamma = "),
    ("ONEAudit", "ONEAudit"),
    ("rla plan --method alpha", "rla plan --method alpha"),
    ("rla plan --method bravo", "rla plan --method bravo"),
    (
        "rla plan --method ballot-comparison",
        "rla plan --method ballot-comparison",
    ),
    (
        "rla plan --method stratified",
        "rla plan --method stratified",
    ),
    (
        " boxes all wrong or missing, ",
        " urnas del todo falsas o ausentes, ",
    ),
    (
        " of them in one of three strata; ",
        " de ellas en uno de tres estratos; ",
    ),
    (" looks at ", " miradas a "),
    (
        "the same, where the stratum of one of the others is drawn ",
        "lo mismo, donde el estrato de una de las otras se sortea ",
    ),
    (
        " times as often as in proportion",
        " veces más que en proporción",
    ),
    (
        "wrong on purpose: one mean for all strata",
        "mal a propósito: una sola media para todos los estratos",
    ),
    (" blank, ", " en blanco, "),
    (" changed and ", " cambiadas y "),
    (" not found and ", " no halladas y "),
    (" not found of ", " no halladas de "),
    (" recorded, ", " registradas, "),
    (" without a record", " sin registro"),
    (", reported ", ", informado "),
    ("batches, Kaplan-Markov", "lotes, Kaplan-Markov"),
    ("batches, capped bet ", "lotes, apuesta limitada "),
    (
        "strata, union of intersections",
        "estratos, unión de intersecciones",
    ),
    ("SUITE at the true split", "SUITE en el reparto verdadero"),
    (
        "Minerva, rounds fixed in advance",
        "Minerva, rondas fijadas de antemano",
    ),
    ("Providence, fresh seeds", "Providence, semillas nuevas"),
    (
        "wrong on purpose: the product taken twice",
        "mal a propósito: el producto tomado dos veces",
    ),
    (
        "wrong on purpose: a new stream each round",
        "mal a propósito: una serie nueva en cada ronda",
    ),
    (
        "as batches with missing boxes; each of ",
        "como los lotes con urnas que faltan; cada una de ",
    ),
    (
        " rounds ended where its dice are known to be best",
        " rondas terminada donde se sabe que sus dados son mejores",
    ),
    (
        " ballots for either, reported ",
        " papeletas para cada una, informado ",
    ),
    (" to ", " a "),
    (" of ", " de "),
    (" draws", " sorteos"),
    ("; all drawn", "; sorteadas todas"),
    (" cards changed, ", " tarjetas cambiadas, "),
    (" missing, ", " faltan, "),
    (" phantoms not found, de ", " fantasmas sin hallar, de "),
    (" phantoms not found, of ", " fantasmas sin hallar, de "),
    (" at a margin of ", " con un margen de "),
    (" two-vote errors in ", " errores de dos votos en "),
    (" cards", " tarjetas"),
    (
        " ballots changed in one of two pools of ",
        " papeletas cambiadas en uno de dos grupos de ",
    ),
    (", margin ", ", margen "),
    ("taints of ", "daños de "),
    (
        " and missing boxes that make a tie, of ",
        " y urnas que faltan, que hacen un empate, de ",
    ),
    (
        ", and understatements, of ",
        ", y errores a la inversa, de ",
    ),
    (" stations", " mesas"),
    (" and ", " y "),
    ("means of ", "medias de "),
    (" in two strata of ", " en dos estratos de "),
    ("; looks at ", "; miradas a los "),
    (" draws of each", " sorteos de cada uno"),
    (
        " in three strata, with replacement",
        " en tres estratos, con reemplazo",
    ),
    (
        "a comparison and a polling stratum of ",
        "un estrato de comparación y uno de sondeo de ",
    ),
    (", each a tie; one look", ", cada uno un empate; una mirada"),
    ("a tie reported ", "un empate informado "),
    ("; rounds of ", "; rondas de "),
    (
        ", then as many as the count suggests",
        ", y después tantos como sugiere el conteo",
    ),
];

/// The document in Spanish.
///
/// # Errors
/// Every line with a phrase that has no translation.
pub(super) fn spanish(english: &str) -> Result<String, Vec<String>> {
    let mut phrases = PHRASES.to_vec();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    let mut problems = Vec::new();
    let mut out = String::new();
    for (at, line) in (1..).zip(english.lines()) {
        match translated(line, &phrases) {
            Ok(text) => out.push_str(&text),
            Err(rest) => problems.push(format!("line {at}: no translation of \"{rest}\"")),
        }
        out.push('\n');
    }
    if problems.is_empty() {
        Ok(out)
    } else {
        Err(problems)
    }
}

/// A line, or the rest of it from the first word that no phrase covers.
fn translated(line: &str, phrases: &[(&str, &str)]) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    let mut is_code = false;
    while let Some(next) = rest.chars().next() {
        let known = phrases
            .iter()
            .find(|(phrase, _)| !is_code && rest.starts_with(phrase));
        if let Some((phrase, text)) = known {
            out.push_str(text);
            rest = rest.strip_prefix(phrase).unwrap_or_default();
            continue;
        }
        is_code ^= next == '`';
        if next.is_alphabetic() && !is_code {
            return Err(rest.to_owned());
        }
        let after = rest.get(next.len_utf8()..).unwrap_or_default();
        let is_digit = |held: Option<char>| held.is_some_and(|held| held.is_ascii_digit());
        let inside = !is_code && is_digit(out.chars().last()) && is_digit(after.chars().next());
        out.push(match next {
            '.' if inside => ',',
            ',' if inside => '.',
            other => other,
        });
        rest = after;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_marks_and_unknown_words_are_refused() {
        let found = spanish(
            "| BRAVO | 450 of 1,000 ballots for either, reported 60 to 40; 500 draws | 4.53 % |\n",
        );
        let expected = "| BRAVO | 450 de 1.000 papeletas para cada una, informado 60 a 40; 500 sorteos | 4,53 % |\n";
        assert_eq!(found.as_deref(), Ok(expected));
        let unknown = spanish("| a new method | 1 |\n").unwrap_err();
        assert_eq!(unknown.len(), 1);
        assert_eq!(
            spanish("`place-slope`, 0.5\n").as_deref(),
            Ok("`place-slope`, 0,5\n")
        );
    }

    /// Rows that are measured anew have their words in both languages.
    #[test]
    fn the_document_that_stands_is_the_translation_of_the_english_one() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/");
        let read =
            |name: &str| std::fs::read_to_string(format!("{root}{name}")).unwrap_or_default();
        let english = read("calibration.md");
        assert!(!english.is_empty());
        assert_eq!(spanish(&english), Ok(read("calibracion.md")));
    }
}
