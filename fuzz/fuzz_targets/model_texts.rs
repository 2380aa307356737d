//! The small parsers of the domain: what they accept, they print back the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use scrutineer_model::{Code, Date, Moment, PrintedPercent, StationId};

fuzz_target!(|text: &str| {
    if let Ok(percent) = PrintedPercent::parse(text) {
        assert!(percent.lowest() <= percent.share() && percent.share() <= percent.highest());
        assert_eq!(PrintedPercent::parse(&percent.to_string()), Ok(percent));
    }
    if let Ok(date) = Date::parse(text) {
        assert_eq!(date.to_string(), text);
    }
    if let Ok(moment) = Moment::parse(text) {
        assert_eq!(moment.to_string(), text);
    }
    if let Ok(code) = Code::parse(text) {
        assert_eq!(code.as_str(), text);
    }
    let id = StationId::new(text.split(':'));
    assert!(id.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
});
