//! Statistical tests in the report, apart from the answers.

use scrutineer_model::{BearsOn, Link, Message, Real, TestResult, Tier};
use serde::{Deserialize, Serialize};

/// What one statistical test says of one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TestReport {
    /// Id of the test (`spec/tests.md`).
    pub id: String,
    /// Source id.
    pub source: String,
    /// Option id, or `turnout`, `options`, `register`.
    pub quantity: String,
    /// `test`, or `picture` for a consistency check or a picture.
    pub tier: Tier,
    /// The link that it is about; a test never moves it.
    pub link: Link,
    /// The answer it bears on; a test never decides one.
    pub bears_on: BearsOn,
    /// Size of the effect in votes; `null` where nothing was measured.
    pub effect: Option<Real>,
    /// p-value of this look alone; `null` for a picture or where the test does not apply.
    pub p: Option<Real>,
    /// Looks at this contest's data in all.
    pub looks: u32,
    /// p adjusted for the looks (Holm); `null` unless it is a test with a p.
    pub adjusted_p: Option<Real>,
    /// The sentence.
    pub message: Message,
}

impl From<&TestResult> for TestReport {
    fn from(result: &TestResult) -> Self {
        Self {
            id: result.id.clone(),
            source: result.source.to_string(),
            quantity: result.quantity.clone(),
            tier: result.tier,
            link: result.link,
            bears_on: result.bears_on,
            effect: result.effect.map(Real::new),
            p: result.p.map(Real::new),
            looks: result.looks,
            adjusted_p: result.adjusted_p.map(Real::new),
            message: result.message.clone(),
        }
    }
}
