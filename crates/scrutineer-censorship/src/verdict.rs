//! What the rules say about one measurement.

use serde::Serialize;

/// The rule set that every verdict and document of this crate rests on.
pub const RULE_SET: &str = "censorship-rules/1";

/// Enums that are printed as their words in `snake_case` or `kebab-case`.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in one order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in documents and keys.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// What happened to the site or service, as far as one measurement can tell.
    State {
        /// Something between the probe and the site prevented it.
        Blocked = "blocked",
        /// It could not be reached by the control either.
        Down = "down",
        /// It was reached.
        Ok = "ok",
        /// The measurement does not say.
        Insufficient = "insufficient",
        /// The measurement cannot be used at all.
        Invalid = "invalid",
    }
}

words! {
    /// Where it happened.
    Layer {
        /// The name was not resolved as elsewhere.
        Dns = "dns",
        /// The connection.
        Tcp = "tcp",
        /// The encrypted handshake or what follows inside it.
        Tls = "tls",
        /// The page.
        Http = "http",
        /// A service as a whole, where its test tells no more.
        Service = "service",
    }
}

words! {
    /// How sure a verdict is. Only the first two count in rates.
    Confidence {
        /// A page or an address of a known block was seen.
        Confirmed = "confirmed",
        /// The rule rarely holds otherwise.
        Likely = "likely",
        /// Other causes are common.
        Possible = "possible",
    }
}

words! {
    /// The rules of `spec/censorship.md`, in the order in which they are tried.
    RuleId {
        /// Not usable.
        Invalid = "invalid",
        /// Address of a known block.
        FpDns = "fp-dns",
        /// Page, header or address on the way of a known block.
        FpHttp = "fp-http",
        /// Nothing to compare with.
        NoControl = "no-control",
        /// The resolver's address proved by its certificate.
        DnsProved = "dns-proved",
        /// An address that cannot be a public site.
        DnsBogon = "dns-bogon",
        /// A negative answer, against the control.
        DnsNegative = "dns-negative",
        /// No answer, against the control.
        DnsTimeout = "dns-timeout",
        /// The control found nothing either.
        DnsBoth = "dns-both",
        /// The resolver and the control agree.
        DnsMatch = "dns-match",
        /// Only the resolver gave an address.
        DnsGhost = "dns-ghost",
        /// Another address, whose certificate is not the site's.
        DnsCert = "dns-cert",
        /// Another address, and nothing else is known.
        DnsUnmatched = "dns-unmatched",
        /// The probe had no network.
        Local = "local",
        /// Every IPv4 connection failed.
        Tcp = "tcp",
        /// Only IPv6 was tried, and failed.
        V6 = "v6",
        /// Every handshake failed.
        Tls = "tls",
        /// A failure behind a redirection.
        LaterHop = "later-hop",
        /// The first request failed.
        Http = "http",
        /// A delivery network refused.
        Denial = "denial",
        /// The last answer came over HTTPS.
        HttpsOk = "https-ok",
        /// There is no answer to compare.
        NoFetch = "no-fetch",
        /// The page is that of the control.
        Match = "match",
        /// The page is another one.
        Diff = "diff",
        /// The own test of a service.
        Service = "service",
    }
}

/// One row of the rule table: what a rule always concludes; `None` where it depends on the measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// Its state.
    pub state: Option<State>,
    /// Its layer.
    pub layer: Option<Layer>,
    /// Its confidence.
    pub confidence: Option<Confidence>,
}

const fn rule(
    id: RuleId,
    state: Option<State>,
    layer: Option<Layer>,
    confidence: Option<Confidence>,
) -> Rule {
    Rule {
        id,
        state,
        layer,
        confidence,
    }
}

/// The rule table, in order.
pub const RULES: &[Rule] = {
    use Confidence::{Confirmed, Likely, Possible};
    use State::{Blocked, Down, Insufficient, Invalid, Ok};
    &[
        rule(RuleId::Invalid, Some(Invalid), None, None),
        rule(
            RuleId::FpDns,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Confirmed),
        ),
        rule(
            RuleId::FpHttp,
            Some(Blocked),
            Some(Layer::Http),
            Some(Confirmed),
        ),
        rule(RuleId::NoControl, None, None, None),
        rule(RuleId::DnsProved, None, None, None),
        rule(
            RuleId::DnsBogon,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Likely),
        ),
        rule(
            RuleId::DnsNegative,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Likely),
        ),
        rule(
            RuleId::DnsTimeout,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Possible),
        ),
        rule(RuleId::DnsBoth, Some(Down), Some(Layer::Dns), Some(Likely)),
        rule(RuleId::DnsMatch, None, None, None),
        rule(
            RuleId::DnsGhost,
            Some(Down),
            Some(Layer::Dns),
            Some(Possible),
        ),
        rule(
            RuleId::DnsCert,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Likely),
        ),
        rule(
            RuleId::DnsUnmatched,
            Some(Blocked),
            Some(Layer::Dns),
            Some(Possible),
        ),
        rule(RuleId::Local, Some(Insufficient), Some(Layer::Tcp), None),
        rule(RuleId::Tcp, None, Some(Layer::Tcp), Some(Likely)),
        rule(RuleId::V6, None, Some(Layer::Tcp), None),
        rule(RuleId::Tls, None, Some(Layer::Tls), Some(Likely)),
        rule(RuleId::LaterHop, None, None, None),
        rule(RuleId::Http, None, None, None),
        rule(RuleId::Denial, Some(Insufficient), Some(Layer::Http), None),
        rule(RuleId::HttpsOk, Some(Ok), None, Some(Likely)),
        rule(RuleId::NoFetch, Some(Insufficient), None, None),
        rule(RuleId::Match, Some(Ok), None, Some(Likely)),
        rule(
            RuleId::Diff,
            Some(Blocked),
            Some(Layer::Http),
            Some(Possible),
        ),
        rule(RuleId::Service, None, None, None),
    ]
};

/// What one measurement says, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Verdict {
    /// The state.
    pub state: State,
    /// Which rule held first.
    pub rule: RuleId,
    /// Where; `None` where nothing was prevented or nothing is known.
    pub layer: Option<Layer>,
    /// What was seen, in words of this program alone.
    pub mechanism: String,
    /// How sure; `None` for what is not sure of anything.
    pub confidence: Option<Confidence>,
}

impl Verdict {
    /// What the table says of a rule.
    pub(crate) fn of(rule: RuleId, mechanism: impl Into<String>) -> Self {
        let row = RULES.iter().find(|row| row.id == rule);
        Self {
            state: row.and_then(|row| row.state).unwrap_or(State::Insufficient),
            rule,
            layer: row.and_then(|row| row.layer),
            mechanism: mechanism.into(),
            confidence: row.and_then(|row| row.confidence),
        }
    }

    /// With a state that the table leaves open.
    pub(crate) fn state(mut self, state: State) -> Self {
        self.state = state;
        self
    }

    /// With a layer that the table leaves open.
    pub(crate) fn layer(mut self, layer: Layer) -> Self {
        self.layer = Some(layer);
        self
    }

    /// With a confidence that the table leaves open.
    pub(crate) fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = Some(confidence);
        self
    }

    /// Whether it counts as blocked in rates: confirmed or likely.
    pub fn counts_as_blocked(&self) -> bool {
        self.state == State::Blocked
            && matches!(
                self.confidence,
                Some(Confidence::Confirmed | Confidence::Likely)
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_rule_once_in_order() {
        let listed: Vec<RuleId> = RULES.iter().map(|row| row.id).collect();
        assert_eq!(listed, RuleId::ALL);
    }

    #[test]
    fn what_is_only_possible_does_not_count() {
        assert!(Verdict::of(RuleId::FpDns, "").counts_as_blocked());
        assert!(Verdict::of(RuleId::DnsBogon, "").counts_as_blocked());
        assert!(!Verdict::of(RuleId::DnsUnmatched, "").counts_as_blocked());
        assert!(!Verdict::of(RuleId::DnsBoth, "").counts_as_blocked());
    }
}
