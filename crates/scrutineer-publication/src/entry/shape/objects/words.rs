//! The words that a field may hold.

pub(super) const FIELD: &[&str] = &[
    "ballots",
    "blank",
    "invalid",
    "issued",
    "registered",
    "valid",
    "voters",
];

pub(super) const STATUS: &[&str] = &[
    "unofficial-partial",
    "unofficial-complete",
    "certified",
    "correction",
    "recount",
    "unknown",
];

pub(super) const LABELS: &[&str] = &[
    "authority",
    "party-aligned",
    "observer",
    "media",
    "court",
    "citizen",
    "withheld",
    "unknown",
];

pub(super) const SHEET_STATUS: &[&str] = &[
    "received",
    "copy-refused",
    "not-printed",
    "agent-not-admitted",
    "agent-removed",
    "seized",
    "not-reached",
    "destroyed",
    "unknown",
];

pub(super) const STATION_KIND: &[&str] = &["ordinary", "abroad", "special", "mobile", "unknown"];

pub(super) const STATION_STATUS: &[&str] = &["open", "annulled", "not-opened", "merged-into"];

pub(super) const ROLE: &[&str] = &[
    "election",
    "sheets",
    "register",
    "declaration",
    "dispositions",
];

pub(super) const ISSUE: &[&str] = &[
    "not-a-number",
    "not-an-integer",
    "negative",
    "too-large",
    "missing-key",
    "ragged-row",
    "over-limit",
    "bad-encoding",
    "nul-byte",
    "truncated",
    "unreadable",
    "unmapped-column",
    "missing-column",
    "duplicate-column",
    "unknown-value",
    "hidden-row",
    "formula",
    "merged-cells",
    "division-conflict",
    "name-conflict",
    "decision",
];

pub(super) const BEARS: &[&str] = &["winner", "figures", "nothing"];

pub(super) const TIER: &[&str] = &["contradiction", "test", "picture"];

pub(super) const SEVERITY: &[&str] = &["error", "warning", "info"];

pub(super) const RECOMPUTABLE: &[&str] = &["from-log", "from-private"];

pub(super) const DECISION: &[&str] = &["confirmed", "explained", "corrected", "unresolved"];

pub(super) const APPLIES: &[&str] = &["yes", "no", "unknown"];

pub(super) const REGISTER_KIND: &[&str] = &["electors", "stations", "places"];

pub(super) const RESPONDENT: &[&str] = &["authority", "party", "observer"];

pub(super) const REASON: &[&str] = &[
    "personal-data",
    "safety",
    "consent-withdrawn",
    "order",
    "other",
];

pub(super) const PART: &[&str] = &["blob", "field"];

pub(super) const AUDIT_STEP_KIND: &[&str] = &["commitment", "draw", "records", "full-count"];

pub(super) const AUDIT_OUTCOME: &[&str] = &["confirmed", "overturned"];
