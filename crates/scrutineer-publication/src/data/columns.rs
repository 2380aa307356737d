//! The columns of every table, with what they mean in both languages.

use super::schema::{Column, Kind};

const fn text(name: &'static str, en: &'static str, es: &'static str) -> Column {
    Column {
        name,
        kind: Kind::Text,
        required: false,
        words: &[],
        en,
        es,
    }
}

const fn integer(name: &'static str, en: &'static str, es: &'static str) -> Column {
    Column {
        kind: Kind::Integer,
        ..text(name, en, es)
    }
}

const fn decimal(column: Column) -> Column {
    Column {
        kind: Kind::Decimal,
        ..column
    }
}

const fn required(column: Column) -> Column {
    Column {
        required: true,
        ..column
    }
}

const fn word(words: &'static [&'static str], column: Column) -> Column {
    Column {
        required: true,
        words,
        ..column
    }
}

const YES_NO: &[&str] = &["yes", "no"];

const CONTEST: Column = required(text("contest", "Id of the contest.", "Id de la contienda."));
const SOURCE: Column = required(text("source", "Id of the source.", "Id de la fuente."));
const STATION: Column = required(text(
    "station",
    "Id of the station: its key columns in order, joined by a colon, leading zeros kept.",
    "Id de la mesa: sus columnas clave en orden, unidas por dos puntos, con ceros a la izquierda.",
));
const DECLARATION: Column = required(text(
    "declaration",
    "Id of the declaration.",
    "Id de la declaración.",
));
const DIVISION: Column = text(
    "division",
    "Codes of the division from the widest down, joined by a slash; empty for the whole.",
    "Códigos de la división desde la mayor, unidos por una barra; vacío para el total.",
);

pub(super) const SUMMARY: &[Column] = &[
    CONTEST,
    DIVISION,
    text(
        "division_name",
        "Name of the division.",
        "Nombre de la división.",
    ),
    SOURCE,
    text(
        "declaration",
        "Id of the declaration; empty for what the sheets show alone.",
        "Id de la declaración; vacío para lo que las actas muestran por sí solas.",
    ),
    required(text(
        "option",
        "Id of the option, of a declared group, or `invalid` or `blank`.",
        "Id de la opción, de un grupo declarado, o `invalid` o `blank`.",
    )),
    text("option_name", "Name of the option.", "Nombre de la opción."),
    integer("declared", "Declared votes.", "Votos declarados."),
    integer(
        "on_sheets",
        "Votes on the sheets; the smallest where readings rival each other.",
        "Votos en las actas; el menor donde hay lecturas rivales.",
    ),
    integer(
        "on_sheets_most",
        "Votes on the sheets with the largest of rival readings; empty where it is not computed.",
        "Votos en las actas con la mayor de las lecturas rivales; vacío donde no se calcula.",
    ),
    decimal(text(
        "percent_on_sheets",
        "Votes on the sheets as a percentage of those of all options, two decimals.",
        "Votos en las actas como porcentaje de los de todas las opciones, dos decimales.",
    )),
    integer(
        "possible_min",
        "Least votes that are possible given the sheets and what the declaration says it covers; empty where no bound is known.",
        "Mínimo de votos posible dadas las actas y lo que la declaración dice abarcar; vacío donde no se conoce una cota.",
    ),
    integer(
        "possible_max",
        "Most votes that are possible: the sheets and all that is missing; empty where no bound is known.",
        "Máximo de votos posible: las actas y todo lo que falta; vacío donde no se conoce una cota.",
    ),
    integer(
        "stations_reported",
        "Stations with a sheet.",
        "Mesas con acta.",
    ),
    integer(
        "stations_expected",
        "Stations there are; empty where nobody says.",
        "Mesas que existen; vacío donde nadie lo dice.",
    ),
];

pub(super) const SOURCES: &[Column] = &[
    SOURCE,
    CONTEST,
    word(
        &[
            "authority",
            "party-aligned",
            "observer",
            "media",
            "court",
            "citizen",
            "withheld",
            "unknown",
        ],
        text(
            "label",
            "The coarse kind of who supplied it.",
            "El tipo general de quien la aportó.",
        ),
    ),
    text(
        "aligned_with",
        "Ids of the options whose campaign supplied it, separated by blanks.",
        "Ids de las opciones cuya campaña la aportó, separados por espacios.",
    ),
    required(text(
        "origin",
        "Sources with one origin count once.",
        "Las fuentes de un mismo origen cuentan una vez.",
    )),
    text(
        "licence",
        "Licence of the data; empty where unknown.",
        "Licencia de los datos; vacío si se desconoce.",
    ),
    required(integer(
        "rows",
        "Rows read from its files.",
        "Filas leídas de sus archivos.",
    )),
    required(integer(
        "rejected",
        "Rows that could not be used.",
        "Filas que no se pudieron usar.",
    )),
];

pub(super) const OPTIONS: &[Column] = &[
    CONTEST,
    required(integer(
        "position",
        "Place on the ballot, from 1.",
        "Lugar en la boleta, desde 1.",
    )),
    required(text("option", "Id of the option.", "Id de la opción.")),
    text("name", "Name, as data.", "Nombre, como dato."),
    text(
        "tickets",
        "Ids of its tickets, separated by blanks.",
        "Ids de sus tarjetas, separados por espacios.",
    ),
];

pub(super) const REGISTERS: &[Column] = &[
    CONTEST,
    required(text("register", "Id of the total.", "Id del total.")),
    word(
        &["electors", "stations", "places"],
        text("figure", "What it counts.", "Qué cuenta."),
    ),
    required(integer(
        "reading",
        "0 for the reading computed with first, then the others.",
        "0 para la lectura con que primero se calcula, después las otras.",
    )),
    required(integer("value", "The total.", "El total.")),
    word(
        &["yes", "no", "unknown"],
        text(
            "applies",
            "Whether it is about this contest.",
            "Si se refiere a esta contienda.",
        ),
    ),
    text(
        "source",
        "Who prints it, as data.",
        "Quién lo publica, como dato.",
    ),
];

pub(super) const DIVISIONS: &[Column] = &[
    required(text(
        "hierarchy",
        "Id of the hierarchy.",
        "Id de la jerarquía.",
    )),
    required(DIVISION),
    required(integer(
        "level",
        "0 for the widest level.",
        "0 para el nivel mayor.",
    )),
    text("level_name", "Name of the level.", "Nombre del nivel."),
    text(
        "parent",
        "The division around it, as in `division`.",
        "La división que la contiene, como en `division`.",
    ),
    required(text(
        "code",
        "Its own code, unique inside its parent, leading zeros kept.",
        "Su propio código, único dentro de la que la contiene, con ceros a la izquierda.",
    )),
    text("name", "Its name, as data.", "Su nombre, como dato."),
];

pub(super) const STATIONS: &[Column] = &[
    STATION,
    text(
        "label",
        "The number of the station inside its place.",
        "El número de la mesa dentro de su centro.",
    ),
    text(
        "place",
        "Code of its polling place.",
        "Código de su centro de votación.",
    ),
    text(
        "place_name",
        "Name of its polling place, as data.",
        "Nombre de su centro de votación, como dato.",
    ),
    text(
        "division",
        "Its narrowest division in the first hierarchy: codes from the widest down, joined by a slash.",
        "Su menor división en la primera jerarquía: códigos desde la mayor, unidos por una barra.",
    ),
    text(
        "division_name",
        "The names of these divisions, joined by a slash between blanks.",
        "Los nombres de esas divisiones, unidos por una barra entre espacios.",
    ),
    word(
        &["ordinary", "abroad", "special", "mobile", "unknown"],
        text(
            "kind",
            "What kind of station it is.",
            "Qué tipo de mesa es.",
        ),
    ),
    word(
        &["open", "annulled", "not-opened", "merged-into"],
        text("status", "Whether it voted.", "Si votó."),
    ),
    word(
        &[
            "received",
            "copy-refused",
            "not-printed",
            "agent-not-admitted",
            "agent-removed",
            "seized",
            "not-reached",
            "destroyed",
            "unknown",
        ],
        text(
            "sheet_status",
            "What became of its sheet.",
            "Qué fue de su acta.",
        ),
    ),
    word(
        YES_NO,
        text(
            "in_register",
            "Whether the official list has it.",
            "Si está en la lista oficial.",
        ),
    ),
    integer(
        "registered",
        "Voters by the official list; empty where it says nothing.",
        "Electores según la lista oficial; vacío donde no lo dice.",
    ),
    word(
        &["known", "unbounded", "not-stated"],
        text(
            "capacity_kind",
            "Whether there is a ceiling of valid votes.",
            "Si hay un tope de votos válidos.",
        ),
    ),
    integer(
        "capacity",
        "The ceiling; empty unless known.",
        "El tope; vacío si no se conoce.",
    ),
];

pub(super) const MEMBERSHIPS: &[Column] = &[
    STATION,
    required(text(
        "hierarchy",
        "Id of the hierarchy.",
        "Id de la jerarquía.",
    )),
    required(DIVISION),
];

pub(super) const SHEETS: &[Column] = &[
    SOURCE,
    STATION,
    required(integer(
        "reading",
        "Number of the reading of this source and station, from 1, the latest last.",
        "Número de la lectura de esta fuente y mesa, desde 1, la última al final.",
    )),
    word(
        &["current", "rival", "repeated", "superseded"],
        text(
            "standing",
            "`current` counts; `rival` readings differ and nothing orders them; `repeated` says the same as the current one; `superseded` was replaced.",
            "`current` cuenta; las `rival` difieren y nada las ordena; `repeated` dice lo mismo que la vigente; `superseded` fue reemplazada.",
        ),
    ),
    integer(
        "sequence",
        "The explicit sequence number of the reading; empty where the source has none.",
        "El número de secuencia explícito de la lectura; vacío donde la fuente no lo tiene.",
    ),
    word(
        &["field", "option", "ticket"],
        text("kind", "What `field` names.", "Qué nombra `field`."),
    ),
    required(text(
        "field",
        "registered, issued, voters, ballots, valid, invalid or blank; else the id of the option or ticket.",
        "registered, issued, voters, ballots, valid, invalid o blank; si no, el id de la opción o tarjeta.",
    )),
    word(
        &["read", "unread", "not-on-form"],
        text(
            "state",
            "Unread, not on this form and zero are three things.",
            "Sin leer, fuera del formulario y cero son tres cosas.",
        ),
    ),
    integer(
        "value",
        "The number; empty unless read.",
        "El número; vacío si no se leyó.",
    ),
];

pub(super) const DECLARATIONS: &[Column] = &[
    DECLARATION,
    CONTEST,
    required(text(
        "authority",
        "Who declared, as data.",
        "Quién declaró, como dato.",
    )),
    text(
        "outlet",
        "Who printed the figures, as data.",
        "Quién publicó las cifras, como dato.",
    ),
    required(text("time", "When.", "Cuándo.")),
    word(
        &[
            "unofficial-partial",
            "unofficial-complete",
            "certified",
            "correction",
            "recount",
            "unknown",
        ],
        text(
            "status",
            "How final it calls itself.",
            "Cuán definitiva dice ser.",
        ),
    ),
    text(
        "scope",
        "The division it is about, as in `division` of stations; empty for the whole contest.",
        "La división de la que trata, como en `division` de las mesas; vacío para toda la contienda.",
    ),
    word(
        YES_NO,
        text(
            "claims_all",
            "Whether it claims that everything is counted.",
            "Si afirma que todo está contado.",
        ),
    ),
    text(
        "winners",
        "Ids of the options declared to win, separated by blanks; empty where it names none.",
        "Ids de las opciones declaradas ganadoras, separados por espacios; vacío si no nombra.",
    ),
    text(
        "follows",
        "The earlier declaration that it continues.",
        "La declaración anterior que continúa.",
    ),
];

pub(super) const DECLARED: &[Column] = &[
    DECLARATION,
    text(
        "division",
        "The division of a declared part; empty for the declaration's own scope.",
        "La división de una parte declarada; vacío para el alcance propio de la declaración.",
    ),
    word(
        &["option", "group", "field"],
        text("kind", "What `field` names.", "Qué nombra `field`."),
    ),
    required(text(
        "field",
        "Id of the option or group; else valid, invalid, blank, voters, registered, counted-electors, counted-stations, stations, counted-places, coverage, turnout, valid-of-voters or invalid-of-voters.",
        "Id de la opción o del grupo; si no, valid, invalid, blank, voters, registered, counted-electors, counted-stations, stations, counted-places, coverage, turnout, valid-of-voters o invalid-of-voters.",
    )),
    required(integer(
        "position",
        "Place among the declared options and groups, from 1; 0 for others.",
        "Lugar entre las opciones y grupos declarados, desde 1; 0 para los demás.",
    )),
    text(
        "members",
        "Ids of the options in it, separated by blanks; empty for a field.",
        "Ids de las opciones que contiene, separados por espacios; vacío para un campo.",
    ),
    required(integer(
        "reading",
        "0 for the reading computed with, then the others.",
        "0 para la lectura con que se calcula, después las otras.",
    )),
    integer(
        "value",
        "The number; empty where only a percentage was printed.",
        "El número; vacío donde solo se publicó un porcentaje.",
    ),
    decimal(text(
        "percent",
        "The percentage as printed, with its decimals.",
        "El porcentaje como se publicó, con sus decimales.",
    )),
    text(
        "source",
        "Who prints it, as data.",
        "Quién lo publica, como dato.",
    ),
];

pub(super) const FINDINGS: &[Column] = &[
    required(text(
        "key",
        "Stable name: code and subject.",
        "Nombre estable: código y objeto.",
    )),
    required(text(
        "code",
        "The rule, as in the catalogue of checks.",
        "La regla, como en el catálogo de verificaciones.",
    )),
    word(
        &["contradiction", "test", "picture"],
        text("tier", "How strong.", "Con qué fuerza."),
    ),
    word(
        &["error", "warning", "info"],
        text("severity", "How to take it.", "Cómo tomarlo."),
    ),
    required(integer(
        "link",
        "The link of the chain of evidence, 1 to 7.",
        "El eslabón de la cadena de evidencia, de 1 a 7.",
    )),
    word(
        &["winner", "figures", "nothing"],
        text(
            "bears_on",
            "The answer it bears on.",
            "La respuesta a la que afecta.",
        ),
    ),
    integer(
        "votes_at_stake",
        "Most votes by which some total can be wrong because of it; empty where unknown.",
        "Máximo de votos en que algún total puede estar errado por ello; vacío si se desconoce.",
    ),
    text("station", "Id of the station.", "Id de la mesa."),
    text(
        "division",
        "Codes of the division, joined by a slash.",
        "Códigos de la división, unidos por una barra.",
    ),
    text(
        "place",
        "Code of the polling place.",
        "Código del centro de votación.",
    ),
    text("source", "Id of the source.", "Id de la fuente."),
    text(
        "declaration",
        "Id of the declaration.",
        "Id de la declaración.",
    ),
    text(
        "option",
        "Id of the option or declared group.",
        "Id de la opción o del grupo declarado.",
    ),
    text(
        "figures",
        "Numbers of the rule by name, as a JSON object.",
        "Números de la regla por nombre, como objeto JSON.",
    ),
    word(
        &["from-log", "from-private"],
        text(
            "recomputable",
            "Whether a stranger can recompute it from what is published.",
            "Si un extraño puede recalcularlo con lo publicado.",
        ),
    ),
    text(
        "decision",
        "confirmed, explained, corrected or unresolved; empty where nobody looked into it.",
        "confirmed, explained, corrected o unresolved; vacío si nadie lo examinó.",
    ),
];

pub(super) const COVERAGE: &[Column] = &[
    SOURCE,
    DIVISION,
    required(text(
        "measure",
        "What is counted: stations-, places- or registered-expected or -reported, stations-listed, stations-complete, `missing:` and a reason, `kind:` and a kind of station.",
        "Qué se cuenta: stations-, places- o registered-expected o -reported, stations-listed, stations-complete, `missing:` y una razón, `kind:` y un tipo de mesa.",
    )),
    integer(
        "value",
        "The number; empty where nobody says.",
        "El número; vacío donde nadie lo dice.",
    ),
];
