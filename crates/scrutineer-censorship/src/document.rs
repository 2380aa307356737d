//! The parts of a measurement that the rules read; every other part is skipped while parsing.

use serde::Deserialize;

use crate::lenient::{Flag, List, Number, Table, Text};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Document {
    pub(crate) probe_ip: Text,
    pub(crate) probe_asn: Text,
    pub(crate) probe_cc: Text,
    pub(crate) resolver_asn: Text,
    pub(crate) test_name: Text,
    pub(crate) test_version: Text,
    pub(crate) measurement_start_time: Text,
    pub(crate) report_id: Text,
    pub(crate) input: Text,
    pub(crate) annotations: Table<Text>,
    pub(crate) test_keys: Option<Keys>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Keys {
    pub(crate) queries: List<Query>,
    pub(crate) tcp_connect: List<Connection>,
    pub(crate) tls_handshakes: List<Handshake>,
    pub(crate) requests: List<Exchange>,
    pub(crate) control: Option<Control>,
    pub(crate) control_failure: Text,
    pub(crate) blocking: Opinion,
    pub(crate) signal_backend_status: Text,
    pub(crate) signal_backend_failure: Text,
    pub(crate) telegram_tcp_blocking: Flag,
    pub(crate) telegram_http_blocking: Flag,
    pub(crate) telegram_web_status: Text,
    pub(crate) registration_server_status: Text,
    pub(crate) whatsapp_endpoints_status: Text,
    pub(crate) whatsapp_web_status: Text,
    pub(crate) or_port_dirauth_accessible: Number,
    pub(crate) or_port_dirauth_total: Number,
    pub(crate) obfs4_accessible: Number,
    pub(crate) obfs4_total: Number,
    pub(crate) success: Flag,
    pub(crate) error: Text,
}

/// What the probe itself concluded: false, or one of a few words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub(crate) enum Opinion {
    Not(bool),
    Layer(String),
    Other(serde::de::IgnoredAny),
    #[default]
    Absent,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    pub(crate) hostname: Text,
    pub(crate) engine: Text,
    pub(crate) failure: Text,
    pub(crate) answers: List<Answer>,
    pub(crate) tags: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answer {
    pub(crate) ipv4: Text,
    pub(crate) ipv6: Text,
    pub(crate) asn: Number,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Connection {
    pub(crate) ip: Text,
    pub(crate) port: Number,
    pub(crate) status: Option<Status>,
    pub(crate) tags: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Status {
    pub(crate) failure: Text,
    pub(crate) success: Flag,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Handshake {
    pub(crate) address: Text,
    pub(crate) server_name: Text,
    pub(crate) failure: Text,
    pub(crate) tags: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Exchange {
    pub(crate) failure: Text,
    pub(crate) address: Text,
    pub(crate) request: Option<Asked>,
    pub(crate) response: Option<Answered>,
    pub(crate) tags: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) url: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answered {
    pub(crate) code: Number,
    pub(crate) headers: Table<Text>,
    pub(crate) body: Text,
    pub(crate) body_is_truncated: Flag,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Control {
    pub(crate) dns: Option<ControlDns>,
    pub(crate) tcp_connect: Table<ControlStep>,
    pub(crate) tls_handshake: Table<ControlStep>,
    pub(crate) http_request: Option<ControlFetch>,
    pub(crate) ip_info: Table<ControlAddress>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ControlDns {
    pub(crate) addrs: List<Text>,
    pub(crate) failure: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ControlStep {
    pub(crate) failure: Text,
    pub(crate) status: Flag,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ControlFetch {
    pub(crate) body_length: Number,
    pub(crate) failure: Text,
    pub(crate) headers: Table<Text>,
    pub(crate) status_code: Number,
    pub(crate) title: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ControlAddress {
    pub(crate) asn: Number,
}

/// How many redirections lie before an operation; `None` where the probe does not say.
pub(crate) fn depth(tags: &List<Text>) -> Option<u32> {
    let mut said = tags.0.iter().filter_map(Text::as_str);
    said.find_map(|tag| tag.strip_prefix("depth=")?.parse().ok())
}
