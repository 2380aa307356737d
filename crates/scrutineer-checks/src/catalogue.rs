//! The catalogue: one row per code, the source of truth for `spec/checks.md`.

use scrutineer_model::{BearsOn, Link, Recomputable, Severity, Tier};

pub mod declared;
pub mod import;
pub mod privacy;
pub mod register;
pub mod remarks;
pub mod sheet;
pub mod sources;

/// What one check decides and how its findings are to be read. Pairs of texts are English, Spanish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckInfo {
    /// Stable name, such as `E.201`; never used again for another rule.
    pub code: &'static str,
    /// What holds where there is no finding.
    pub rule: [&'static str; 2],
    /// What the rule looks at.
    pub fields: &'static str,
    /// How strong a finding is.
    pub tier: Tier,
    /// How to take it.
    pub severity: Severity,
    /// The link of the chain that it is about.
    pub link: Link,
    /// The answer that it bears on.
    pub bears_on: BearsOn,
    /// Formula of the most votes by which some option's total can be wrong because of it.
    pub votes_at_stake: &'static str,
    /// Codes whose finding on the same subject hides this one.
    pub precedence: &'static [&'static str],
    /// From where on it is shown.
    pub threshold: &'static str,
    /// What a reader should do.
    pub action: [&'static str; 2],
    /// What it does not prove.
    pub limit: [&'static str; 2],
    /// Whether a stranger can recompute it from what is published.
    pub recomputable: Recomputable,
}

impl CheckInfo {
    /// Id of the sentence in the message files: `check-e-201`.
    pub fn message_id(&self) -> String {
        let code = self.code.to_ascii_lowercase().replace('.', "-");
        format!("check-{code}")
    }

    /// `E`, `W` or `P`.
    pub fn series(&self) -> char {
        self.code.chars().next().unwrap_or('E')
    }
}

/// Every check in order of its code: E, W, P.
pub static CATALOGUE: &[CheckInfo] = &[
    import::E_101,
    import::E_102,
    import::E_103,
    import::E_104,
    import::E_105,
    import::E_106,
    import::E_107,
    import::E_108,
    import::E_109,
    import::E_110,
    import::E_111,
    import::E_112,
    import::E_113,
    import::E_114,
    import::E_115,
    import::E_116,
    sheet::E_201,
    sheet::E_202,
    sheet::E_203,
    sheet::E_204,
    sheet::E_205,
    sheet::E_206,
    sheet::E_207,
    sheet::E_208,
    sheet::E_209,
    register::E_301,
    register::E_302,
    register::E_303,
    register::E_304,
    register::E_305,
    register::E_306,
    sources::E_401,
    sources::E_402,
    declared::E_501,
    declared::E_502,
    declared::E_503,
    declared::E_601,
    declared::E_602,
    declared::E_603,
    declared::E_604,
    declared::E_605,
    declared::E_606,
    declared::E_607,
    declared::E_608,
    declared::E_609,
    declared::E_610,
    declared::E_611,
    declared::E_612,
    declared::E_613,
    declared::E_614,
    declared::E_615,
    remarks::W_101,
    remarks::W_102,
    remarks::W_103,
    remarks::W_104,
    remarks::W_105,
    remarks::W_106,
    remarks::W_107,
    remarks::W_108,
    remarks::W_109,
    remarks::W_110,
    remarks::W_111,
    remarks::W_112,
    remarks::W_113,
    remarks::W_114,
    remarks::W_115,
    remarks::W_116,
    remarks::W_117,
    remarks::W_118,
    remarks::W_190,
    sheet::W_201,
    sheet::W_202,
    sheet::W_203,
    sheet::W_204,
    sheet::W_205,
    sheet::W_206,
    sheet::W_207,
    sheet::W_208,
    register::W_301,
    register::W_302,
    register::W_303,
    register::W_304,
    register::W_305,
    sources::W_401,
    sources::W_402,
    sources::W_403,
    sources::W_404,
    sources::W_405,
    sources::W_406,
    sources::W_407,
    sources::W_501,
    sources::W_502,
    sources::W_503,
    declared::W_601,
    declared::W_602,
    privacy::P_101,
    privacy::P_102,
    privacy::P_103,
    privacy::P_104,
    privacy::P_105,
];

/// The row of a code.
pub fn find(code: &str) -> Option<&'static CheckInfo> {
    CATALOGUE.iter().find(|info| info.code == code)
}
