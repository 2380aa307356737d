//! The checks, one concept a file. Each pushes all its findings and returns nothing.

mod absent;
mod ballots;
mod compare;
mod declared;
mod gaps;
mod identities;
mod import;
mod personal;
mod pictures;
mod places;
mod plausibility;
mod provenance;
mod readings;
mod register;
mod register_totals;
mod repeats;
mod secrecy;
mod sign_test;
mod status;
mod unread;

use scrutineer_model::{Dataset, Evidence};

use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// Every check that the sink asks for.
pub(crate) fn run(dataset: &Dataset, evidence: &Evidence, sink: &mut Sink) {
    import::run(dataset, sink);
    places::run(dataset, sink);
    provenance::run(dataset, sink);
    for set in dataset.sheets() {
        let view = SheetView::new(dataset, set);
        readings::run(&view, sink);
        identities::run(&view, sink);
        ballots::run(&view, sink);
        register::run(&view, sink);
        status::run(&view, sink);
        if sink.remarks() {
            unread::run(&view, sink);
            plausibility::run(&view, sink);
            secrecy::run(&view, sink);
            gaps::run(&view, sink);
            pictures::run(&view, sink);
            repeats::run(&view, sink);
        }
    }
    register_totals::run(dataset, sink);
    compare::run(dataset, sink);
    declared::run(dataset, sink);
    if sink.remarks() {
        absent::run(evidence, sink);
        personal::run(dataset, sink);
    }
}
