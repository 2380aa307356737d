//! Tests of incidents: requirements of the reference on doing no harm, counting rules, calibration.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test cannot do fails it"
)]

mod calibration;
mod counting;
mod differences;
mod harm;
mod joined;
mod relinking;
mod shown;
mod together;
mod withheld;
