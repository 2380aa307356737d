//! Stations that were drawn for an audit and at which nothing could be looked at.

use scrutineer_model::{Drawn, Evidence};

use crate::catalogue::{remarks, sheet};
use crate::sink::{Draft, Sink};

/// W.118 and W.208.
pub(super) fn run(evidence: &Evidence, sink: &mut Sink) {
    for absent in &evidence.absent {
        let info = match absent.what {
            Drawn::Copy => &remarks::W_118,
            Drawn::Box => &sheet::W_208,
        };
        let audit = absent.audit.as_str();
        sink.push(
            Draft::new(info)
                .source(absent.source.as_str())
                .station(absent.station.as_str())
                .part(audit)
                .figure("audit", audit)
                .figure("how", absent.absence.word()),
        );
    }
}
