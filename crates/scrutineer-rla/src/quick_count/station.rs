//! One drawn station: what its reports together say.

use super::reports::{Report, ReportKind, StationStatus};

/// Why a count needs a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// The two reports say different figures.
    ReportsDiffer,
    /// More ballots or valid votes than registered voters.
    AboveRegister,
    /// Valid and invalid votes do not make the ballots.
    SumDiffers,
    /// Counted, and the votes of an option are not read.
    Incomplete,
}

impl Flag {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::ReportsDiffer => "reports-differ",
            Self::AboveRegister => "above-register",
            Self::SumDiffers => "sum-differs",
            Self::Incomplete => "incomplete",
        }
    }
}

/// The figures of a received station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Votes in ballot order.
    pub(crate) votes: Vec<u32>,
    /// Their sum.
    pub(crate) valid: u64,
    /// Ballots.
    pub(crate) ballots: Option<u32>,
    /// The part of the night.
    pub(crate) part: Option<u32>,
}

/// What a station is to the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StationState {
    /// Its figures count.
    Received,
    /// One good report, the second is awaited.
    OneReport,
    /// No report at all.
    NoReport,
    /// No figures, for this reason.
    NotCounted(StationStatus),
    /// Figures with open flags, each with the row it was found in.
    Flagged(Vec<(Flag, u64)>),
}

impl StationState {
    /// Its word in lists of missing stations.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::OneReport => "one-report",
            Self::NoReport => "no-report",
            Self::NotCounted(status) => status.word(),
            Self::Flagged(_) => "flagged",
        }
    }
}

/// A station judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) state: StationState,
    /// The figures, where they count.
    pub(crate) figures: Option<Figures>,
    /// Flags that a second look closed.
    pub(crate) resolved: u64,
}

/// Judges a station by its reports, sorted by kind.
pub(crate) fn judge(reports: &[Report], electors: Option<u32>) -> Judged {
    let of = |kind| reports.iter().find(|report| report.kind == kind);
    let (first, second) = (of(ReportKind::First), of(ReportKind::Second));
    let mut flags: Vec<(Flag, u64)> = [first, second]
        .into_iter()
        .flatten()
        .flat_map(|report| flags_of(report, electors))
        .collect();
    if let (Some(a), Some(b)) = (first, second)
        && !a.agrees(b)
    {
        flags.push((Flag::ReportsDiffer, b.row));
    }
    flags.sort_unstable();
    flags.dedup_by_key(|(flag, _)| *flag);
    let again = of(ReportKind::ResolvedAgain);
    if let Some(resolved) = of(ReportKind::Resolved).or(again) {
        let again = again.filter(|held| held.kind != resolved.kind);
        return by_second_look(resolved, again, electors, flags.len() as u64);
    }
    let state = match (first, second) {
        _ if !flags.is_empty() => StationState::Flagged(flags),
        (None, None) => StationState::NoReport,
        (Some(a), Some(b)) if a.status == StationStatus::Counted => {
            // The later of the two reports is when both were there.
            let mut figures = figures(a);
            if let Some(figures) = &mut figures {
                figures.part = a.part.max(b.part);
            }
            return Judged {
                state: StationState::Received,
                figures,
                resolved: 0,
            };
        }
        (Some(one), _) | (None, Some(one)) if one.status == StationStatus::Counted => {
            StationState::OneReport
        }
        (Some(one), _) | (None, Some(one)) => StationState::NotCounted(one.status),
    };
    Judged {
        state,
        figures: None,
        resolved: 0,
    }
}

/// A second look settles that reports differ. Figures that cannot be, it settles only where somebody else looked
/// again and saw the same; figures that are not there, nobody.
fn by_second_look(
    report: &Report,
    again: Option<&Report>,
    electors: Option<u32>,
    resolved: u64,
) -> Judged {
    let mut flags = flags_of(report, electors);
    let mut closed = 0;
    match again {
        Some(again) if !report.agrees(again) => flags.push((Flag::ReportsDiffer, again.row)),
        Some(_) => {
            let before = flags.len();
            flags.retain(|(flag, _)| *flag == Flag::Incomplete);
            closed = (before - flags.len()) as u64;
        }
        None => {}
    }
    let state = match report.status {
        _ if !flags.is_empty() => StationState::Flagged(flags),
        StationStatus::Counted => StationState::Received,
        status => StationState::NotCounted(status),
    };
    let is_received = state == StationState::Received;
    Judged {
        figures: figures(report).filter(|_| is_received),
        state,
        // The same flag of the reports before is one flag.
        resolved: resolved.max(closed),
    }
}

/// The figures of a counted report; `None` where one is not read.
fn figures(report: &Report) -> Option<Figures> {
    if report.status != StationStatus::Counted {
        return None;
    }
    let votes = report.votes.iter().copied().collect::<Option<Vec<u32>>>()?;
    Some(Figures {
        valid: votes.iter().map(|&votes| u64::from(votes)).sum(),
        votes,
        ballots: report.ballots,
        part: report.part,
    })
}

fn flags_of(report: &Report, electors: Option<u32>) -> Vec<(Flag, u64)> {
    if report.status != StationStatus::Counted {
        return Vec::new();
    }
    let Some(figures) = figures(report) else {
        return vec![(Flag::Incomplete, report.row)];
    };
    let mut flags = Vec::new();
    let ballots = report.ballots.map(u64::from);
    let most = ballots.unwrap_or(0).max(figures.valid);
    if electors.is_some_and(|electors| most > u64::from(electors)) {
        flags.push((Flag::AboveRegister, report.row));
    }
    let made = report
        .invalid
        .map(|invalid| figures.valid + u64::from(invalid));
    let is_wrong = match (ballots, made) {
        (Some(ballots), Some(made)) => ballots != made,
        (Some(ballots), None) => figures.valid > ballots,
        (None, _) => false,
    };
    if is_wrong {
        flags.push((Flag::SumDiffers, report.row));
    }
    flags
}
