// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Usual words of headers, as data: what a column probably is. Names only propose; sums and
//! uniqueness decide where they can.

use unicode_normalization::UnicodeNormalization;

/// What a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Private,
    Registered,
    Voters,
    Ballots,
    Valid,
    Invalid,
    Blank,
    Station,
    Place,
    Table,
    Division(u8),
}

/// Words without accents, case and signs, in English, Spanish, Portuguese, French, Italian, German,
/// Indonesian and Turkish. A whole name goes before a part of one; earlier lines go first.
const WORDS: &[(Role, &[&str], &[&str])] = &[
    (
        Role::Private,
        &[
            "nombre", "name", "nom", "nama", "agent", "testigo", "delegado", "fiscal", "observer",
        ],
        &[
            "cedula",
            "dni",
            "passport",
            "phone",
            "telefono",
            "celular",
            "email",
            "correo",
            "witness",
            "signature",
            "firma",
            "presidentemesa",
            "secretario",
            "saksi",
        ],
    ),
    (
        Role::Registered,
        &[
            "re",
            "registered",
            "electors",
            "electores",
            "inscritos",
            "inscrits",
            "padron",
            "dpt",
            "iscritti",
            "secmen",
            "wahlberechtigte",
            "eleitores",
            "habilitados",
            "empadronados",
        ],
        &[
            "registered",
            "inscritos",
            "inscrits",
            "electoreshabil",
            "padron",
            "eligible",
            "eleitoresaptos",
            "wahlberechtigt",
            "dptj",
            "electorate",
            "habilitad",
        ],
    ),
    (
        Role::Invalid,
        &[
            "invalid", "null", "nulos", "nulo", "nuls", "nulls", "spoilt", "spoiled", "rejected",
            "tidaksah", "nulle", "gecersiz", "ungultig",
        ],
        &[
            "invalid",
            "nulos",
            "nulo",
            "spoil",
            "rejected",
            "suaratidaksah",
            "nulle",
            "gecersiz",
            "ungultig",
            "bulletinsnuls",
        ],
    ),
    (
        Role::Blank,
        &[
            "blank", "blanks", "blancos", "blanco", "blancs", "branco", "brancos", "bianche",
        ],
        &[
            "blank",
            "enblanco",
            "blancos",
            "blancs",
            "brancos",
            "schedebianche",
        ],
    ),
    (
        Role::Valid,
        &[
            "valid", "validos", "valides", "sah", "validi", "exprimes", "gecerli", "gultige",
        ],
        &["valid", "exprimes", "suarasah", "gecerli", "gultige"],
    ),
    (
        Role::Ballots,
        &[
            "ballots",
            "cast",
            "totalvotes",
            "votostotales",
            "suaratotal",
            "emitidos",
            "urna",
        ],
        &[
            "ballotscast",
            "totalvot",
            "votosemitidos",
            "votosurna",
            "suaratotal",
            "ballotbox",
            "totaldevotos",
            "bulletins",
        ],
    ),
    (
        Role::Voters,
        &[
            "voters",
            "voted",
            "votantes",
            "votants",
            "votanti",
            "turnout",
            "comparecimento",
        ],
        &[
            "participated",
            "votantes",
            "votants",
            "votanti",
            "comparec",
            "penggunatotal",
            "votersmarked",
            "wahler",
        ],
    ),
    (
        Role::Table,
        &[
            "mesa", "table", "secao", "seccion", "tps", "jrv", "stream", "machine", "bureau",
            "sezione", "sandik",
        ],
        &[
            "nromesa",
            "nummesa",
            "mesan",
            "tablenumber",
            "secao",
            "nomesa",
        ],
    ),
    (
        Role::Place,
        &[
            "centro", "place", "recinto", "local", "lieu", "colegio", "puesto",
        ],
        &[
            "codcentro",
            "pollingplace",
            "recinto",
            "localvotacao",
            "codrecinto",
            "centrovotacion",
            "codpuesto",
        ],
    ),
    (
        Role::Station,
        &[
            "station", "precinct", "ps", "psid", "acta", "code", "codigo", "id", "kode",
        ],
        &[
            "stationid",
            "stationcode",
            "precinct",
            "pollingstation",
            "codmesa",
            "actaid",
            "divisionid",
            "codigomesa",
        ],
    ),
    (
        Role::Division(0),
        &[
            "state",
            "estado",
            "edo",
            "region",
            "province",
            "provincia",
            "departamento",
            "uf",
            "provinsi",
            "departement",
            "il",
            "land",
            "county",
            "district",
            "distrito",
        ],
        &[
            "codedo",
            "codestado",
            "stateid",
            "regionid",
            "provinceid",
            "codprov",
            "coddep",
            "districtid",
            "countyid",
        ],
    ),
    (
        Role::Division(1),
        &[
            "municipality",
            "municipio",
            "mun",
            "town",
            "city",
            "comune",
            "commune",
            "kabupaten",
            "kota",
            "ilce",
            "constituency",
            "canton",
        ],
        &["codmun", "municipalityid", "townid", "codcanton"],
    ),
    (
        Role::Division(2),
        &[
            "parish",
            "parroquia",
            "par",
            "ward",
            "kecamatan",
            "freguesia",
            "barrio",
        ],
        &["codpar", "parishid", "wardid", "codparr"],
    ),
];

/// A name in lower-case letters and digits without accents.
pub(super) fn plain(name: &str) -> String {
    name.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// What the name of a column says it is.
pub(super) fn role(name: &str) -> Option<Role> {
    let name = plain(name);
    let whole = WORDS
        .iter()
        .find(|(_, words, _)| words.contains(&name.as_str()));
    let part = || {
        WORDS
            .iter()
            .find(|(_, _, parts)| parts.iter().any(|part| name.contains(part)))
    };
    whole.or_else(part).map(|(role, ..)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_published_files_are_recognised() {
        for (name, expected) in [
            ("VOTOS_VALIDOS", Some(Role::Valid)),
            ("VOTOS_NULOS", Some(Role::Invalid)),
            ("RE", Some(Role::Registered)),
            ("CENTRO", Some(Role::Place)),
            ("MESA", Some(Role::Table)),
            ("total_registered_voters", Some(Role::Registered)),
            ("suara_tidak_sah", Some(Role::Invalid)),
            ("suara_sah", Some(Role::Valid)),
            ("Électeurs inscrits", Some(Role::Registered)),
            ("Cédula del testigo", Some(Role::Private)),
            ("COD_EDO", Some(Role::Division(0))),
            ("CAND41", None),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
    }
}
