//! The two declared results of the real election, from the vectors.

use scrutineer_model::{
    ContestIdx, CountStatus, Declaration, DeclaredCoverage, DeclaredOption, DeclaredTarget, Figure,
    Moment, OptionIdx, PrintedPercent, Scope,
};

use crate::build::code;
use crate::real::Real;

pub(crate) fn figure(value: u64) -> Figure {
    Figure::single(value, "vectors")
}

pub(crate) fn percent(text: &str) -> PrintedPercent {
    PrintedPercent::parse(text).unwrap()
}

pub(crate) fn declaration(id: &str) -> Declaration {
    Declaration {
        id: code(id),
        contest: ContestIdx::new(0),
        authority: String::new(),
        outlet: None,
        time: Moment::parse("2024-07-29").unwrap(),
        status: CountStatus::UnofficialPartial,
        scope: Scope::All,
        coverage: DeclaredCoverage::default(),
        options: Vec::new(),
        winners: Vec::new(),
        valid: None,
        invalid: None,
        blank: None,
        voters: None,
        turnout: None,
        registered: None,
        valid_of_voters: None,
        invalid_of_voters: None,
        parts: Vec::new(),
        follows: None,
    }
}

pub(crate) fn votes(option: usize, votes: u64) -> DeclaredOption {
    DeclaredOption {
        target: DeclaredTarget::Option(OptionIdx::new(option)),
        votes: Some(figure(votes)),
        percent: None,
    }
}

/// Two options and a group of all others; 80 % of something, turnout 59 %.
pub(crate) fn first(real: &Real) -> Declaration {
    let strict = &real.vectors["declared_feasibility"]["B1"]["strict"];
    let number = |id: &str| strict[id]["declared"].as_u64().unwrap();
    let named = [real.option("NM"), real.option("EG")];
    let others = (0..real.ids.len()).filter(|at| !named.contains(at));
    let mut found = declaration("first");
    found.options = vec![
        votes(named[0], number("NM")),
        votes(named[1], number("EG")),
        DeclaredOption {
            target: DeclaredTarget::Group {
                id: code("others"),
                options: others.map(OptionIdx::new).collect(),
            },
            votes: Some(figure(number("OTH"))),
            percent: None,
        },
    ];
    found.coverage.printed = Some(percent("80"));
    found.turnout = Some(percent("59"));
    found
}

/// All options; 96.87 % of something, counted electors, voters and invalid votes stated.
pub(crate) fn second(real: &Real) -> Declaration {
    let block = &real.vectors["declared_feasibility"]["B2"];
    let mut found = declaration("second");
    for (at, id) in real.ids.iter().enumerate() {
        let held = block["strict"]
            .get(id)
            .or_else(|| block["strict_minor"].get(id));
        found
            .options
            .push(votes(at, held.unwrap()["declared"].as_u64().unwrap()));
    }
    found.coverage.printed = Some(percent("96.87"));
    found.coverage.electors = Some(figure(block["RE_counted"].as_u64().unwrap()));
    found.invalid = Some(figure(block["nulls"]["declared"].as_u64().unwrap()));
    let rounding = &real.vectors["round_percentage"]["B2"];
    found.voters = Some(figure(
        rounding["valid_of_voters"]["total"].as_u64().unwrap(),
    ));
    found.valid = Some(figure(
        rounding["valid_of_voters"]["count"].as_u64().unwrap(),
    ));
    found.turnout = Some(percent("59.97"));
    found.valid_of_voters = Some(percent("99.59"));
    found.invalid_of_voters = Some(percent("0.41"));
    found.registered = Some(figure(
        rounding["RE_counted_of_total"]["total"].as_u64().unwrap(),
    ));
    found.follows = Some(code("first"));
    found
}
