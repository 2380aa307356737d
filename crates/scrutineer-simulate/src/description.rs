//! `election.toml` of a synthetic election, in the format of `spec/election-folder.md`.

use std::fmt::Write;

use scrutineer_model::{CountStatus, Declaration, Figure, RegisterKind};

use crate::declare::SOURCE;
use crate::folder::{REGISTER, SHAPES};
use crate::simulate::{Simulated, election};
use crate::text;

/// Appends formatted text; writing to a string cannot fail.
macro_rules! put {
    ($text:expr, $($part:tt)*) => {{ let _ = writeln!($text, $($part)*); }};
}

impl Simulated {
    /// The text of `election.toml`. Everything in it is letters, digits and plain punctuation, so
    /// nothing needs escaping.
    pub(crate) fn description(&self) -> String {
        let mut text = String::new();
        put!(
            text,
            "# A synthetic election: nobody and no place in it is real."
        );
        put!(text, "# Made by `scrutineer simulate`: {}.", self.summary());
        put!(text, "schema = \"scrutineer/election/1\"\n");
        let election = election();
        put!(text, "[election]\nid = \"{}\"", election.id);
        put!(text, "name = \"{}\"", election.name);
        put!(text, "date = \"{}\"", election.date);
        put!(text, "country = \"{}\"", election.country);
        put!(text, "key = [\"place\", \"table\"]\n");
        put!(text, "[[hierarchy]]\nid = \"{}\"", text::HIERARCHY);
        put!(text, "levels = {:?}\n", text::LEVELS);
        self.describe_contest(&mut text);
        self.describe_source(&mut text);
        if self.plan.register_file {
            describe_register(&mut text);
        }
        if self.plan.shapes {
            put!(text, "[[geometry]]\npath = \"{SHAPES}\"");
            put!(text, "codes = {:?}\n", text::LEVELS);
        }
        for declaration in &self.declarations {
            self.describe_declaration(&mut text, declaration);
        }
        text
    }

    /// The plan in one line, for people.
    pub(crate) fn summary(&self) -> String {
        format!(
            "{} stations, scenario {}, seed {}",
            self.plan.stations,
            self.plan.scenario.word(),
            self.plan.seed
        )
    }

    fn describe_contest(&self, text: &mut String) {
        let contest = self.contest();
        put!(text, "[[contest]]\nid = \"{}\"", contest.id);
        put!(text, "name = \"{}\"", contest.name);
        put!(text, "rule = {{ kind = \"plurality\", winners = 1 }}");
        put!(text, "capacity = {{ rule = \"register\" }}\n");
        for option in &contest.options {
            put!(text, "  [[contest.option]]\n  id = \"{}\"", option.id);
            put!(text, "  name = \"{}\"\n", option.name);
        }
        for register in &contest.registers {
            let figure = match register.kind {
                RegisterKind::Electors => "electors",
                RegisterKind::Stations => "stations",
                RegisterKind::Places => "places",
            };
            put!(text, "  [[contest.register]]\n  id = \"{}\"", register.id);
            put!(text, "  figure = \"{figure}\"");
            put!(text, "  total = {}", register.total.value());
            put!(text, "  source = \"{SOURCE}\"\n  applies = \"yes\"\n");
        }
    }

    fn describe_source(&self, text: &mut String) {
        let source = self.source();
        let provenance = &source.provenance;
        let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "unknown".to_owned());
        put!(text, "[[source]]\nid = \"{}\"", source.id);
        put!(text, "[source.provenance]\nsupplied_by = \"observer\"");
        put!(
            text,
            "obtained_from = \"{}\"",
            known(&provenance.obtained_from)
        );
        put!(text, "obtained_on = \"{}\"", text::OBTAINED_ON);
        put!(
            text,
            "obtained_by_role = \"{}\"",
            known(&provenance.obtained_by_role)
        );
        put!(text, "method = \"{}\"", known(&provenance.method));
        put!(text, "medium = \"{}\"", known(&provenance.medium));
        put!(text, "licence = \"{}\"", known(&provenance.licence));
        put!(text, "derived_from = \"none\"");
        put!(
            text,
            "transformations = \"{}\"",
            known(&provenance.transformations)
        );
        put!(
            text,
            "[[source.file]]\npath = \"{}\"",
            crate::dataset::SHEETS
        );
        put!(
            text,
            "[source.columns]\nstation = [\"place\", \"table\"]\nplace = [\"place\"]"
        );
        for field in crate::dataset::FIELDS {
            put!(text, "{0} = \"{0}\"", field.word());
        }
        if !self.plan.register_file {
            put!(text, "kind = \"kind\"");
            put!(
                text,
                "divisions = {{ {} = {{ codes = {:?} }} }}",
                text::HIERARCHY,
                text::LEVELS
            );
        }
        put!(text, "[source.columns.votes]");
        for option in &self.contest().options {
            put!(text, "{0} = \"{0}\"", option.id);
        }
        for identity in &source.identities {
            put!(text, "[[source.identity]]\nholds = \"{}\"", identity.text);
        }
        put!(text, "");
    }

    fn describe_declaration(&self, text: &mut String, declaration: &Declaration) {
        let status = match declaration.status {
            CountStatus::UnofficialPartial => "unofficial-partial",
            CountStatus::UnofficialComplete => "unofficial-complete",
            CountStatus::Certified => "certified",
            CountStatus::Correction => "correction",
            CountStatus::Recount => "recount",
            CountStatus::Unknown => "unknown",
        };
        put!(text, "[[declaration]]\nid = \"{}\"", declaration.id);
        put!(text, "authority = \"{}\"", declaration.authority);
        put!(text, "time = \"{}\"", declaration.time);
        put!(text, "status = \"{status}\"");
        if let Some(earlier) = &declaration.follows {
            put!(text, "follows = \"{earlier}\"");
        }
        let contest = self.contest();
        let winners: Vec<&str> = declaration
            .winners
            .iter()
            .map(|option| contest.options[option.get()].id.as_str())
            .collect();
        put!(text, "winners = {winners:?}");
        put!(text, "coverage = {{ {} }}", coverage(declaration));
        if let Some(turnout) = declaration.turnout {
            put!(text, "turnout = \"{turnout}\"");
        }
        let figures = [
            ("valid", &declaration.valid),
            ("invalid", &declaration.invalid),
            ("blank", &declaration.blank),
            ("voters", &declaration.voters),
            ("registered", &declaration.registered),
        ];
        for (key, figure) in figures {
            if let Some(figure) = figure {
                put!(text, "{key} = {}", figure.value());
            }
        }
        put!(text, "source = \"{SOURCE}\"\n");
        for declared in &declaration.options {
            for option in declared.target.options() {
                put!(text, "  [[declaration.votes]]");
                put!(text, "  option = \"{}\"", contest.options[option.get()].id);
            }
            if let Some(votes) = &declared.votes {
                put!(text, "  votes = {}", votes.value());
            }
            if let Some(percent) = declared.percent {
                put!(text, "  percent = \"{percent}\"");
            }
            put!(text, "");
        }
    }
}

fn describe_register(text: &mut String) {
    put!(text, "[register]\npath = \"{REGISTER}\"");
    put!(
        text,
        "[register.columns]\nstation = [\"place\", \"table\"]\nplace = [\"place\"]"
    );
    put!(
        text,
        "place_name = \"place_name\"\nregistered = \"registered\""
    );
    put!(text, "kind = \"kind\"\nsheet_status = \"sheet_status\"");
    let names = text::LEVELS.map(|level| format!("{level}_name"));
    put!(text, "[register.columns.divisions]");
    put!(
        text,
        "{} = {{ codes = {:?}, names = {names:?} }}\n",
        text::HIERARCHY,
        text::LEVELS
    );
}

fn coverage(declaration: &Declaration) -> String {
    let coverage = &declaration.coverage;
    let mut parts = Vec::new();
    if let Some(printed) = coverage.printed {
        parts.push(format!("printed = \"{printed}\""));
    }
    let figure = |key: &str, figure: &Option<Figure>| {
        let value = figure.as_ref().map(Figure::value)?;
        Some(format!("{key} = {value}"))
    };
    parts.extend(figure("electors", &coverage.electors));
    parts.extend(figure("stations", &coverage.stations));
    parts.extend(figure("stations_total", &coverage.stations_total));
    parts.extend(figure("places", &coverage.places));
    parts.push(format!("complete = {}", coverage.complete));
    parts.join(", ")
}
