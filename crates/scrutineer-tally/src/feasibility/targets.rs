//! What a declaration says a number about, beside what the sheets say about it.

use std::borrow::Cow;

use scrutineer_model::{Dataset, Declaration, Figure, HierarchyIdx, OptionIdx, Scope};

use crate::counts::Counts;
use crate::feasibility::declared::repeated;
use crate::groups::Groups;
use crate::observed::Observed;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetKind {
    /// Votes of the option or group at this position of [`Declaration::options`].
    Declared(usize),
    /// Invalid votes.
    Invalid,
    /// Blank votes.
    Blank,
}

/// One declared number that the sheets also have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What is counted.
    pub kind: TargetKind,
    /// The declared number, the chosen reading.
    pub declared: u64,
    /// The largest reading of it: the one that favours the declaration.
    pub declared_most: u64,
    /// Whether another number counts the same votes, such as a group beside its own options.
    pub repeats: bool,
    /// The sum over the observed sheets; the smallest of rival readings.
    pub observed: u64,
    /// The options whose votes are counted; none for other numbers.
    options: Vec<OptionIdx>,
}

/// Every declared number that the sheets also have, options and groups first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    /// The numbers.
    pub list: Vec<Target>,
}

/// Declared minus observed, where every observed sheet must be inside the declared total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strict {
    /// What is counted.
    pub kind: TargetKind,
    /// Declared.
    pub declared: u64,
    /// On the sheets.
    pub observed: u64,
    /// Votes by which the declared number is below the sheets; 0 where it is not, and where some
    /// reading of the declared number is not.
    pub shortfall: u64,
}

impl Targets {
    /// Pairs a declaration with the sheets that its scope covers; see [`Observed::in_scope`].
    pub fn new(declaration: &Declaration, observed: &Observed) -> Self {
        let mut list = Vec::new();
        let repeated = repeated(declaration);
        for (at, declared) in declaration.options.iter().enumerate() {
            if let Some(figure) = &declared.votes {
                let options = declared.target.options().iter().copied();
                let options = options
                    .filter(|option| option.get() < observed.options.len())
                    .collect();
                list.push(Target {
                    repeats: repeated.get(at).copied().unwrap_or(false),
                    ..Target::new(TargetKind::Declared(at), figure, options, observed)
                });
            }
        }
        let fields = [
            (TargetKind::Invalid, &declaration.invalid, &observed.invalid),
            (TargetKind::Blank, &declaration.blank, &observed.blank),
        ];
        for (kind, figure, column) in fields {
            if let (Some(figure), Some(_)) = (figure, column) {
                list.push(Target::new(kind, figure, Vec::new(), observed));
            }
        }
        Self { list }
    }

    /// The numbers of options and groups, each vote in one of them at the most.
    pub fn of_options(&self) -> impl Iterator<Item = &Target> {
        self.list
            .iter()
            .filter(|target| matches!(target.kind, TargetKind::Declared(_)) && !target.repeats)
    }
}

impl Target {
    fn new(
        kind: TargetKind,
        figure: &Figure,
        options: Vec<OptionIdx>,
        observed: &Observed,
    ) -> Self {
        let mut target = Self {
            kind,
            declared: figure.value(),
            declared_most: most(figure),
            repeats: false,
            observed: 0,
            options,
        };
        target.observed = target.columns(observed).map(sum).sum();
        target
    }

    /// What is counted on each sheet. `observed` must be the sheets that the target was made for.
    pub fn votes<'o>(&self, observed: &'o Observed) -> Counts<'o> {
        let mut columns = self.columns(observed);
        if let (Some(only), None) = (columns.next(), columns.next()) {
            return Counts::from(only);
        }
        let mut sums = vec![0u64; observed.len()];
        for column in self.columns(observed) {
            for (sum, &votes) in sums.iter_mut().zip(column) {
                *sum += u64::from(votes);
            }
        }
        Counts::from(sums)
    }

    fn columns<'o>(&self, observed: &'o Observed) -> impl Iterator<Item = &'o [u32]> {
        let field = match self.kind {
            TargetKind::Declared(_) => None,
            TargetKind::Invalid => observed.invalid.as_deref(),
            TargetKind::Blank => observed.blank.as_deref(),
        };
        self.options
            .iter()
            .map(|option| observed.options[option.get()].as_slice())
            .chain(field)
    }
}

fn sum(column: &[u32]) -> u64 {
    column.iter().map(|&votes| u64::from(votes)).sum()
}

/// The largest reading of a figure.
pub(crate) fn most(figure: &Figure) -> u64 {
    let values = figure.readings().map(|reading| reading.value);
    values.max().unwrap_or(figure.value())
}

/// The smallest reading of a figure.
pub(crate) fn least(figure: &Figure) -> u64 {
    let values = figure.readings().map(|reading| reading.value);
    values.min().unwrap_or(figure.value())
}

/// The strict comparison (forensics note, 3.3 a). It decides only where the declaration claims
/// complete coverage or prints none (amendment f).
pub fn strict(targets: &Targets) -> Vec<Strict> {
    let strict = |target: &Target| Strict {
        kind: target.kind,
        declared: target.declared,
        observed: target.observed,
        shortfall: target.observed.saturating_sub(target.declared_most),
    };
    targets.list.iter().map(strict).collect()
}

/// The strict comparison of one declared division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartStrict {
    /// Position in [`Declaration::parts`].
    pub part: usize,
    /// Stations of the division with a sheet.
    pub sheets: u64,
    /// The numbers that the part has.
    pub targets: Vec<Strict>,
}

/// The strict comparison of every declared division with the sums of the first hierarchy's
/// divisions.
pub fn strict_parts(declaration: &Declaration, divisions: &Groups) -> Vec<PartStrict> {
    let mut found = Vec::new();
    for (at, part) in declaration.parts.iter().enumerate() {
        if part.division.get() >= divisions.len() {
            continue;
        }
        let totals = divisions.totals(part.division.get());
        let compare = |kind, declared: u64, observed: u64| Strict {
            kind,
            declared,
            observed,
            shortfall: observed.saturating_sub(declared),
        };
        let mut targets = Vec::new();
        for (position, (declared, votes)) in declaration.options.iter().zip(&part.votes).enumerate()
        {
            let members = declared.target.options().iter();
            let observed = members
                .filter_map(|option| totals.options.get(option.get()))
                .map(|votes| votes.min)
                .sum();
            if let Some(votes) = *votes {
                targets.push(compare(TargetKind::Declared(position), votes, observed));
            }
        }
        let invalid = totals.field(scrutineer_model::Field::Invalid);
        if let (Some(declared), Some(observed)) = (part.invalid, invalid) {
            targets.push(compare(TargetKind::Invalid, declared, observed.min));
        }
        found.push(PartStrict {
            part: at,
            sheets: totals.sheets,
            targets,
        });
    }
    found
}

impl Observed {
    /// The sheets that a declaration is about: all, or those of its division in the first
    /// hierarchy.
    pub fn in_scope(&self, dataset: &Dataset, scope: Scope) -> Cow<'_, Self> {
        let Scope::Division(division) = scope else {
            return Cow::Borrowed(self);
        };
        let hierarchy = HierarchyIdx::new(0);
        let Some(divisions) = dataset.hierarchies().first().map(|first| &first.divisions) else {
            return Cow::Borrowed(self);
        };
        Cow::Owned(self.select(|station| {
            dataset
                .stations()
                .division(hierarchy, station)
                .is_some_and(|narrow| divisions.path(narrow).contains(&division))
        }))
    }
}
