//! What a source says about itself.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, Field, Source, SourceLabel};

use crate::catalogue::{remarks, sources};
use crate::sink::{Draft, Sink};

/// W.110, W.114, W.115, W.116 and W.404.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    for (source, set) in dataset.sources().iter().zip(dataset.sheets()) {
        let draft = |info| Draft::new(info).source(source.id.as_str());
        if source.rejected > 0 {
            sink.push(
                draft(&remarks::W_110)
                    .figure("rejected", source.rejected)
                    .figure("rows", source.rows)
                    .at_stake(None),
            );
        }
        for key in missing(source) {
            sink.push(draft(&remarks::W_114).part(key).figure("missing", key));
        }
        if source.provenance.licence.is_none() {
            sink.push(draft(&remarks::W_115));
        }
        let sums = [Field::Ballots, Field::Valid, Field::Voters];
        let testable = sums.iter().any(|&field| set.field(field).is_some());
        if source.identities.is_empty() && testable {
            sink.push(draft(&remarks::W_116));
        }
    }
    let mut origins: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in dataset.sources() {
        let sources = origins.entry(source.origin.0.as_str()).or_default();
        sources.push(source.id.as_str().to_owned());
    }
    for (origin, sources) in origins.into_iter().filter(|(_, of)| of.len() > 1) {
        let draft = Draft::new(&sources::W_404).part(origin);
        sink.push(draft.figure("sources", sources).figure("origin", origin));
    }
}

/// The keys of `[source.provenance]` that say nothing.
fn missing(source: &Source) -> impl Iterator<Item = &'static str> {
    let of = &source.provenance;
    // What is kept back is known, and the label says so.
    let is_withheld = source.is_withheld();
    [
        ("supplied_by", of.supplied_by == SourceLabel::Unknown),
        ("obtained_from", of.obtained_from.is_none()),
        ("obtained_on", of.obtained_on.is_none()),
        ("obtained_by", of.obtained_by_role.is_none()),
        ("method", of.method.is_none()),
        ("medium", of.medium.is_none()),
        ("transformations", of.transformations.is_none()),
    ]
    .into_iter()
    .filter_map(move |(key, missing)| (missing && !is_withheld).then_some(key))
}
