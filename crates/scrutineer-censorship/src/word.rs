//! The words that a measurement may contribute to an output. Everything else it says is replaced.

/// What is printed for a failure that is no word of [`FAILURES`].
const UNKNOWN: &str = "unknown_failure";

/// Names of failures of OONI's data format df-007, newer and older, and of its test of Tor.
const FAILURES: &[&str] = &[
    "address_family_not_supported",
    "address_in_use",
    "address_not_available",
    "already_connected",
    "android_dns_cache_no_data",
    "bad_address",
    "connect_error",
    "connection_aborted",
    "connection_already_closed",
    "connection_already_in_progress",
    "connection_refused",
    "connection_reset",
    "destination_address_required",
    "dns_bogon_error",
    "dns_lookup_error",
    "dns_name_error",
    "dns_no_answer",
    "dns_non_recoverable_failure",
    "dns_nxdomain_error",
    "dns_refused_error",
    "dns_reply_with_wrong_query_id",
    "dns_server_misbehaving",
    "dns_servfail_error",
    "dns_temporary_failure",
    "eof_error",
    "generic_timeout_error",
    "host_unreachable",
    "http_invalid_redirect_location_host",
    "http_unexpected_redirect_url",
    "http_unexpected_status_code",
    "interrupted",
    "invalid_argument",
    "json_parse_error",
    "network_down",
    "network_reset",
    "network_unreachable",
    "no_protocol_option",
    "not_a_socket",
    "not_connected",
    "operation_would_block",
    "permission_denied",
    "protocol_not_supported",
    "quic_incompatible_version",
    "ssl_error",
    "ssl_failed_handshake",
    "ssl_invalid_certificate",
    "ssl_invalid_hostname",
    "ssl_unknown_authority",
    "ssl_unknown_error",
    "timed_out",
    "timeout-reached",
    "unknown_error",
    "wrong_protocol_type",
];

/// A failure as a word of the list.
pub(crate) fn failure(found: &str) -> &'static str {
    FAILURES
        .iter()
        .find(|known| **known == found)
        .copied()
        .unwrap_or(UNKNOWN)
}

/// Negative answers of a resolver, as against no answer.
pub(crate) fn is_negative_answer(failure: &str) -> bool {
    matches!(
        failure,
        "dns_nxdomain_error"
            | "dns_name_error"
            | "dns_no_answer"
            | "dns_refused_error"
            | "dns_servfail_error"
            | "dns_server_misbehaving"
            | "android_dns_cache_no_data"
    )
}

/// The certificate shown was not one for the host.
pub(crate) fn is_certificate_error(failure: &str) -> bool {
    matches!(
        failure,
        "ssl_invalid_hostname" | "ssl_invalid_certificate" | "ssl_unknown_authority"
    )
}

/// The device itself had no way out.
pub(crate) fn is_local(failure: &str) -> bool {
    matches!(
        failure,
        "network_unreachable" | "network_down" | "address_not_available" | "permission_denied"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_that_nobody_listed_contributes_no_byte() {
        assert_eq!(failure("connection_reset"), "connection_reset");
        assert_eq!(failure("connection_reset 203.0.113.7"), UNKNOWN);
        assert_eq!(failure(""), UNKNOWN);
    }

    #[test]
    fn every_class_is_made_of_listed_words() {
        let classes: [fn(&str) -> bool; 3] = [is_negative_answer, is_certificate_error, is_local];
        for is_member in classes {
            assert!(FAILURES.iter().any(|word| is_member(word)));
            assert!(!is_member(UNKNOWN));
        }
    }
}
