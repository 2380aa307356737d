//! Effects in the source of a pure crate.

use crate::lex::{self, Kind, Token};

/// Paths of the standard library that reach outside the process or into its shared state.
const PATHS: &[(&[&str], &str)] = &[
    (&["std", "fs"], "reads or writes files"),
    (&["std", "net"], "opens sockets"),
    (&["std", "os"], "depends on the platform"),
    (&["std", "env"], "reads the environment"),
    (&["std", "process"], "starts or ends processes"),
    (
        &["std", "thread"],
        "threads come only through a pool that the caller passes",
    ),
    (&["std", "io", "stdin"], "reads standard input"),
    (&["std", "io", "stdout"], "writes standard output"),
    (&["std", "io", "stderr"], "writes standard error"),
    (&["std", "time", "SystemTime"], "reads the clock"),
    (&["std", "time", "Instant"], "reads the clock"),
    (
        &["std", "collections", "HashMap"],
        "its order comes from ambient randomness",
    ),
    (
        &["std", "collections", "HashSet"],
        "its order comes from ambient randomness",
    ),
];

/// Identifiers that are effects wherever they stand.
const NAMES: &[(&str, &str)] = &[
    ("SystemTime", "reads the clock"),
    ("Instant", "reads the clock"),
    ("thread_rng", "draws ambient randomness"),
    ("ThreadRng", "draws ambient randomness"),
    ("OsRng", "draws ambient randomness"),
    ("SysRng", "draws ambient randomness"),
    ("from_os_rng", "draws ambient randomness"),
    ("from_entropy", "draws ambient randomness"),
    ("getrandom", "draws ambient randomness"),
    ("RandomState", "draws ambient randomness"),
    ("thread_local", "is state that outlives a call"),
    (
        "mul_add",
        "is rounded differently where the platform fuses it",
    ),
];

/// Types that make a `static` mutable. A `LazyLock` of an immutable table is a constant.
const MUTABLE: &[&str] = &[
    "mut",
    "Mutex",
    "RwLock",
    "OnceLock",
    "OnceCell",
    "Cell",
    "RefCell",
    "UnsafeCell",
];

/// Methods of `f64` whose last digit depends on the platform; `libm` has the same on all of them.
const FLOAT_METHODS: &[&str] = &[
    "powf", "powi", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "cbrt",
    "hypot", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
];

pub(super) fn violations(path: &str, source: &str) -> Vec<String> {
    let tokens = lex::tokens(source);
    let tokens: Vec<Token<'_>> = lex::without_tests(&tokens)
        .into_iter()
        .filter(|token| token.kind != Kind::Comment)
        .collect();
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Ident {
            continue;
        }
        let rest = &tokens[index..];
        let before = index.checked_sub(1).map(|at| &tokens[at]);
        let mut report = |what: &str, why: &str| {
            found.push(format!("purity: {path}:{}: {what} {why}", token.line));
        };
        if token.text == "std" {
            let mut paths = Vec::new();
            expand(rest, &mut Vec::new(), &mut paths);
            for (denied, why) in PATHS {
                if paths.iter().any(|path| covers(path, denied)) {
                    report(&denied.join("::"), why);
                }
            }
        }
        if let Some((name, why)) = NAMES.iter().find(|(name, _)| token.text == *name) {
            report(name, why);
        }
        if token.text == "now" && before.is_some_and(|token| token.is(":")) && is_call(rest) {
            report("now()", "reads the clock");
        }
        let is_method = before.is_some_and(|token| token.is("."));
        if is_method && is_call(rest) && FLOAT_METHODS.contains(&token.text) {
            report(token.text, "differs between platforms; libm has it");
        }
        if token.text == "static" && before.is_none_or(|token| !token.is("'")) {
            let declared = rest
                .iter()
                .take_while(|token| !token.is("=") && !token.is(";"));
            for part in declared {
                if MUTABLE.contains(&part.text) || part.text.starts_with("Atomic") {
                    report(
                        &format!("static {}", part.text),
                        "is state that outlives a call",
                    );
                }
            }
        }
    }
    found
}

fn is_call(tokens: &[Token<'_>]) -> bool {
    tokens.get(1).is_some_and(|token| token.is("("))
}

/// Every path that a path or a tree of imports names. Returns how many tokens it has.
fn expand<'a>(
    tokens: &[Token<'a>],
    prefix: &mut Vec<&'a str>,
    paths: &mut Vec<Vec<&'a str>>,
) -> usize {
    let depth = prefix.len();
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(token) if token.kind == Kind::Ident || token.is("*") => {
                prefix.push(token.text);
                at += 1;
            }
            Some(token) if token.is("{") => {
                at += 1;
                while let Some(token) = tokens.get(at).filter(|token| !token.is("}")) {
                    if token.is(",") {
                        at += 1;
                    } else {
                        // A token that is no path is stepped over, so that the loop ends.
                        at += expand(&tokens[at..], prefix, paths).max(1);
                    }
                }
                prefix.truncate(depth);
                return at + 1;
            }
            _ => break,
        }
        if lex::starts_with(&tokens[at..], &[":", ":"]) {
            at += 2;
        } else {
            break;
        }
    }
    paths.push(prefix.clone());
    prefix.truncate(depth);
    if tokens.get(at).is_some_and(|token| token.is("as")) {
        at += 2;
    }
    at
}

/// Whether a named path is the denied one, is inside it, or takes it in by a glob.
fn covers(path: &[&str], denied: &[&str]) -> bool {
    match path.split_last() {
        Some((&"*", above)) => denied.starts_with(above) || above.starts_with(denied),
        _ => path.starts_with(denied),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<String> {
        let violations = violations("f.rs", source);
        let place = |text: &String| text.trim_start_matches("purity: f.rs:").to_owned();
        violations.iter().map(place).collect()
    }

    #[test]
    fn every_denied_path_is_caught() {
        for (denied, _) in PATHS {
            assert!(!found(&format!("fn f() {{ {}::x(); }}", denied.join("::"))).is_empty());
        }
    }

    #[test]
    fn every_denied_name_and_method_is_caught() {
        for (name, _) in NAMES {
            assert!(
                !found(&format!("fn f() {{ {name}!(); }}")).is_empty(),
                "{name}"
            );
        }
        for name in FLOAT_METHODS {
            assert!(
                !found(&format!("fn f(x: f64) -> f64 {{ x.{name}(2) }}")).is_empty(),
                "{name}"
            );
        }
    }

    #[test]
    fn grouped_renamed_and_glob_imports_are_caught() {
        let source = "use std::{fmt, io::{self as i, Read}, time::{Duration, Instant}};\n\
                      use std::collections::*;\nuse std::fs as disk;\nuse std::env::{self, var};";
        assert_eq!(
            found(source),
            [
                "1: std::time::Instant reads the clock",
                "1: Instant reads the clock",
                "2: std::collections::HashMap its order comes from ambient randomness",
                "2: std::collections::HashSet its order comes from ambient randomness",
                "3: std::fs reads or writes files",
                "4: std::env reads the environment",
            ]
        );
    }

    #[test]
    fn state_that_outlives_a_call_is_caught() {
        for declared in [
            "static mut A: u8 = 0;",
            "static A: Mutex<u8> = Mutex::new(0);",
            "static A: std::sync::OnceLock<u8> = OnceLock::new();",
            "static A: LazyLock<RwLock<u8>> = x;",
            "static A: AtomicU64 = x;",
        ] {
            assert!(!found(declared).is_empty(), "{declared}");
        }
    }

    #[test]
    fn a_clock_behind_a_constructor_is_caught() {
        assert_eq!(found("let a = Zoned::now();"), ["1: now() reads the clock"]);
    }

    #[test]
    fn constants_lifetimes_comments_strings_and_tests_are_allowed() {
        let source = "// std::fs\nconst A: &'static str = \"std::fs\";\n\
                      static B: LazyLock<BTreeMap<u8, u8>> = LazyLock::new(f);\n\
                      use std::collections::{BTreeMap, BTreeSet}; use std::io::{self, Read};\n\
                      fn f(x: f64) -> f64 { libm::exp(x) + x.sqrt() }\n\
                      #[cfg(test)] mod tests { use std::fs; }";
        assert_eq!(found(source), [""; 0]);
    }
}
