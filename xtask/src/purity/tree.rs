//! Third-party packages that bring effects.

use std::collections::BTreeSet;

use crate::metadata::Graph;

/// Packages that no pure crate may reach, with the reason.
const DENIED: &[(&[&str], &str)] = &[
    (
        &[
            "tokio",
            "async-std",
            "smol",
            "async-executor",
            "futures-executor",
            "embassy-executor",
        ],
        "an asynchronous runtime owns threads, timers and sockets",
    ),
    (
        &["mio", "socket2", "polling", "quinn", "h2"],
        "opens sockets",
    ),
    (
        &[
            "ureq",
            "reqwest",
            "hyper",
            "curl",
            "isahc",
            "attohttpc",
            "minreq",
            "rustls",
            "native-tls",
            "openssl",
        ],
        "speaks to the network",
    ),
    (
        &["hickory-resolver", "trust-dns-resolver"],
        "resolves names",
    ),
    (
        &[
            "walkdir", "ignore", "glob", "tempfile", "memmap2", "fs-err", "notify",
        ],
        "reads files",
    ),
    (
        &["dirs", "dirs-sys", "home", "directories", "dotenvy"],
        "reads the environment",
    ),
    (
        &["chrono", "iana-time-zone", "coarsetime", "quanta"],
        "reads the clock or the time zone",
    ),
    (
        &["getrandom", "rand", "fastrand", "uuid"],
        "draws ambient randomness",
    ),
    (&["rusqlite", "sqlx", "sled", "redb"], "keeps a database"),
    (
        &["env_logger", "tracing-subscriber", "simple_logger"],
        "writes to a global log",
    ),
];

/// A denied package that one other package pulls in without a way to leave it out.
pub(crate) struct Tolerated {
    pub(crate) package: &'static str,
    pub(crate) through: &'static str,
    /// Why it has no effect here.
    pub(crate) why: &'static str,
}

pub(crate) const TOLERATED: &[Tolerated] = &[
    Tolerated {
        package: "getrandom",
        through: "zip",
        why: "zip depends on it whatever its features are and calls it only to write encrypted archives",
    },
    Tolerated {
        package: "getrandom",
        through: "rand_core",
        why: "only the client of the S3 store asks for the feature; generators of pure crates are seeded by their callers",
    },
];

pub(super) fn violations(graph: &Graph, pure: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for name in pure {
        let reached = graph.reached_from(name);
        for (packages, why) in DENIED {
            for package in packages
                .iter()
                .filter(|package| reached.contains(**package))
            {
                let through = dependents(graph, &reached, name, package);
                if !is_tolerated(package, &through) {
                    let through: Vec<_> = through.into_iter().collect();
                    let through = through.join(", ");
                    found.push(format!(
                        "purity: {name} reaches {package} through {through}; it {why}"
                    ));
                }
            }
        }
    }
    found
}

fn dependents<'a>(
    graph: &Graph,
    reached: &BTreeSet<&'a str>,
    from: &'a str,
    package: &str,
) -> BTreeSet<&'a str> {
    let uses = |name: &&&str| {
        graph
            .edges
            .get(**name)
            .is_some_and(|edges| edges.contains(package))
    };
    reached
        .iter()
        .chain([&from])
        .filter(uses)
        .copied()
        .collect()
}

fn is_tolerated(package: &str, through: &BTreeSet<&str>) -> bool {
    through.iter().all(|name| {
        TOLERATED
            .iter()
            .any(|entry| entry.package == package && entry.through == *name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_deep_in_the_tree_is_caught() {
        let graph = Graph::from_edges(&["p"], &[("p", "x"), ("x", "y"), ("y", "socket2")]);
        assert_eq!(
            violations(&graph, &["p"]),
            ["purity: p reaches socket2 through y; it opens sockets"]
        );
    }

    #[test]
    fn a_tolerated_package_is_caught_when_it_comes_another_way_too() {
        let zip = [("p", "zip"), ("zip", "getrandom")];
        assert_eq!(
            violations(&Graph::from_edges(&["p"], &zip), &["p"]),
            [""; 0]
        );
        let both = [zip[0], zip[1], ("p", "getrandom")];
        assert_eq!(
            violations(&Graph::from_edges(&["p"], &both), &["p"]).len(),
            1
        );
    }
}
