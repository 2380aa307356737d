//! Measurements with known truth, in the format that the reader reads. They describe no real network:
//! numbers are private (RFC 6996), names end in `.example`, addresses are reserved for documentation
//! except those that play a public one.

use std::fmt::Write as _;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde::Serialize;

use crate::day::Day;

/// How a block is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// The resolver gives 127.0.0.1.
    Loopback,
    /// The resolver says that there is no such name.
    NoName,
    /// The connection does not come about.
    Silence,
    /// The handshake is reset.
    Reset,
}

impl Means {
    const ALL: [Self; 4] = [Self::Loopback, Self::NoName, Self::Silence, Self::Reset];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Loopback => "loopback",
            Self::NoName => "no_name",
            Self::Silence => "silence",
            Self::Reset => "reset",
        }
    }
}

/// What is true of a target on a network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Truth {
    /// The network.
    pub asn: u32,
    /// The site.
    pub target: String,
    /// The first day of the block and how it is made; `None` for no block.
    pub block: Option<(Day, Means)>,
}

/// What is true, as CSV: `asn,target,from,means`, the last two empty where nothing is blocked.
pub fn truth_csv(truth: &[Truth]) -> String {
    let mut text = String::from("asn,target,from,means\n");
    for held in truth {
        let (from, means) = match &held.block {
            Some((from, means)) => (from.to_string(), means.word()),
            None => (String::new(), ""),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{},{},{from},{means}", held.asn, held.target);
    }
    text
}

/// How many measurements, of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Seed.
    pub seed: u64,
    /// Country of the probes.
    pub country: [char; 2],
    /// The first day.
    pub first: Day,
    /// Days.
    pub days: u32,
    /// Networks; the i-th has the number 64512 + i.
    pub networks: u32,
    /// Sites.
    pub targets: u32,
    /// Measurements of each site on each network and day.
    pub daily: u32,
    /// Each target of this many (from the first) is blocked on every network; 0 for none.
    pub blocked_every: u32,
    /// The first day of blocks, counted from the first day of all.
    pub onset: u32,
    /// Parts in a thousand of measurements that look blocked without a block.
    pub noise: u32,
    /// Parts in a thousand of measurements that a block reaches.
    pub reach: u32,
}

const FIRST_NETWORK: u32 = 64_512;
const THOUSAND: u32 = 1000;

impl Plan {
    /// What is true under the plan, by network and target.
    pub fn truth(&self) -> Vec<Truth> {
        let each = |network: u32| (0..self.targets).map(move |target| (network, target));
        (0..self.networks)
            .flat_map(each)
            .map(|(network, target)| Truth {
                asn: FIRST_NETWORK + network,
                target: site(target),
                block: self.block(target),
            })
            .collect()
    }

    fn block(&self, target: u32) -> Option<(Day, Means)> {
        let is_blocked = self.blocked_every > 0 && target.is_multiple_of(self.blocked_every);
        let onset = i32::try_from(self.onset).unwrap_or(i32::MAX);
        let which =
            usize::try_from(target / self.blocked_every.max(1)).unwrap_or(0) % Means::ALL.len();
        is_blocked.then(|| {
            (
                self.first.plus(onset),
                Means::ALL.get(which).copied().unwrap_or(Means::Loopback),
            )
        })
    }

    /// How many lines there are.
    pub fn len(&self) -> u64 {
        u64::from(self.days)
            * u64::from(self.networks)
            * u64::from(self.targets)
            * u64::from(self.daily)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lines, day by day, each with its end.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        (0..self.days).flat_map(move |day| {
            let random = ChaCha8Rng::seed_from_u64(random.next_u64());
            self.of_day(day, random)
        })
    }

    fn of_day(&self, day: u32, mut random: ChaCha8Rng) -> impl Iterator<Item = String> + '_ {
        let (targets, daily) = (self.targets.max(1), self.daily.max(1));
        let lines = self.networks * self.targets * self.daily;
        (0..lines).map(move |at| {
            let target = at % targets;
            let run = at / targets % daily;
            let network = at / targets / daily;
            self.line(day, network, target, run, &mut random)
        })
    }

    fn line(
        &self,
        day: u32,
        network: u32,
        target: u32,
        run: u32,
        random: &mut ChaCha8Rng,
    ) -> String {
        let date = self.first.plus(i32::try_from(day).unwrap_or(i32::MAX));
        let chance = random.next_u32() % THOUSAND;
        let means = match self.block(target) {
            Some((from, means)) if date >= from && chance < self.reach => Some(means),
            _ if chance < self.noise => Some(Means::Silence),
            _ => None,
        };
        let minute = random.next_u32() % 60;
        let place = Place {
            plan: self,
            date,
            network,
            target,
            run,
            minute,
        };
        place.line(means)
    }
}

fn site(target: u32) -> String {
    format!("site-{target:03}.example")
}

struct Place<'a> {
    plan: &'a Plan,
    date: Day,
    network: u32,
    target: u32,
    run: u32,
    minute: u32,
}

impl Place<'_> {
    fn line(&self, means: Option<Means>) -> String {
        let asn = FIRST_NETWORK + self.network;
        let host = site(self.target);
        let address = format!(
            "93.184.{}.{}",
            1 + self.target / 250 % 250,
            1 + self.target % 250
        );
        let [a, b] = self.plan.country;
        let mut line = String::with_capacity(2600);
        let day: String = self
            .date
            .to_string()
            .chars()
            .filter(|at| *at != '-')
            .collect();
        let hour = self.run % 24;
        // Writing to a string cannot fail.
        let _ = write!(
            line,
            "{{\"annotations\":{{\"engine_name\":\"synthetic\",\"network_type\":\"{}\",\"platform\":\"android\"}},\
             \"data_format_version\":\"0.2.0\",\"input\":\"https://{host}/\",\
             \"measurement_start_time\":\"{} {hour:02}:{:02}:00\",\"probe_asn\":\"AS{asn}\",\
             \"probe_cc\":\"{a}{b}\",\"probe_ip\":\"127.0.0.1\",\
             \"report_id\":\"{day}T{hour:02}0000Z_webconnectivity_{a}{b}_{asn}_n1_r{}\",\
             \"resolver_asn\":\"AS{asn}\",\"software_name\":\"synthetic\",\"software_version\":\"1.0.0\",\"test_keys\":{{",
            if self.run.is_multiple_of(2) {
                "mobile"
            } else {
                "wifi"
            },
            self.date,
            self.minute,
            self.run,
        );
        keys(&mut line, means, &host, &address);
        let _ = writeln!(
            line,
            "}},\"test_name\":\"web_connectivity\",\"test_runtime\":1.5,\"test_version\":\"0.5.28\"}}"
        );
        line
    }
}

fn keys(line: &mut String, means: Option<Means>, host: &str, address: &str) {
    let (answer, failure) = match means {
        Some(Means::Loopback) => ("127.0.0.1", "null"),
        Some(Means::NoName) => ("", "\"dns_nxdomain_error\""),
        _ => (address, "null"),
    };
    let answers = if answer.is_empty() {
        "null".to_owned()
    } else {
        format!("[{{\"answer_type\":\"A\",\"ipv4\":\"{answer}\"}}]")
    };
    let connection = if means == Some(Means::Silence) {
        "\"generic_timeout_error\""
    } else {
        "null"
    };
    let handshake = if means == Some(Means::Reset) {
        "\"connection_reset\""
    } else {
        "null"
    };
    let is_resolved = answer == address;
    let is_connected = is_resolved && means != Some(Means::Silence);
    let _ = write!(
        line,
        "\"queries\":[{{\"answers\":{answers},\"engine\":\"getaddrinfo\",\"failure\":{failure},\
         \"hostname\":\"{host}\",\"query_type\":\"ANY\",\"t\":0.1}}],\"tcp_connect\":["
    );
    if is_resolved {
        let _ = write!(
            line,
            "{{\"ip\":\"{address}\",\"port\":443,\"status\":{{\"failure\":{connection},\"success\":{is_connected}}},\"t\":0.2}}"
        );
    }
    line.push_str("],\"tls_handshakes\":[");
    if is_connected {
        let _ = write!(
            line,
            "{{\"address\":\"{address}:443\",\"failure\":{handshake},\"server_name\":\"{host}\",\"t\":0.3}}"
        );
    }
    line.push_str("],\"requests\":[");
    if means.is_none() {
        // A page of the length that such pages have, so that a reader is measured on real work.
        let _ = write!(
            line,
            "{{\"failure\":null,\"request\":{{\"url\":\"https://{host}/\"}},\"response\":{{\"body\":\"<html><title>A synthetic page</title>{}</html>\",\
             \"body_is_truncated\":false,\"code\":200,\"headers\":{{\"Content-Type\":\"text/html\"}}}},\"t\":0.9}}",
            "<p>Nothing here is real.</p>".repeat(20)
        );
    }
    let _ = write!(
        line,
        "],\"control_failure\":null,\"control\":{{\"dns\":{{\"addrs\":[\"{address}\"],\"failure\":null}},\
         \"http_request\":{{\"body_length\":600,\"failure\":null,\"headers\":{{\"Content-Type\":\"text/html\"}},\
         \"status_code\":200,\"title\":\"A synthetic page\"}},\
         \"tcp_connect\":{{\"{address}:443\":{{\"failure\":null,\"status\":true}}}},\
         \"tls_handshake\":{{\"{address}:443\":{{\"failure\":null,\"server_name\":\"{host}\",\"status\":true}}}}}},\
         \"blocking\":{}",
        if means.is_some() { "\"dns\"" } else { "false" }
    );
}
