//! What the program takes from its environment, read once and then passed on as values.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use scrutineer_fetch::{Mirror, ParseProxyError, ProxyAddress};
use scrutineer_report::Language;

/// Every variable that the program reads; it looks at no other.
const VARIABLES: [&str; VARIABLE_COUNT] = [
    "SCRUTINEER_PASSPHRASE_FILE",
    "SCRUTINEER_MIRROR",
    "SCRUTINEER_LANG",
    "SCRUTINEER_CACHE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "ALL_PROXY",
    "all_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "XDG_CACHE_HOME",
    "HOME",
    "LOCALAPPDATA",
    #[cfg(feature = "s3")]
    "AWS_ENDPOINT_URL",
    #[cfg(feature = "s3")]
    "AWS_REGION",
    #[cfg(feature = "s3")]
    "AWS_ACCESS_KEY_ID",
    #[cfg(feature = "s3")]
    "AWS_SECRET_ACCESS_KEY",
];

/// A build without the store looks at none of its variables.
const VARIABLE_COUNT: usize = if cfg!(feature = "s3") { 21 } else { 17 };

/// Variables and terminals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    variables: BTreeMap<&'static str, OsString>,
    /// Whether standard output is a terminal.
    pub out_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub err_is_terminal: bool,
}

impl Environment {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Self {
            variables: VARIABLES
                .into_iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?)))
                .collect(),
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
        }
    }

    /// A variable that is set and not empty.
    fn get(&self, name: &str) -> Option<&OsStr> {
        self.variables
            .get(name)
            .map(OsString::as_os_str)
            .filter(|value| !value.is_empty())
    }

    /// The language: `--lang` anywhere among the arguments, else the first of `SCRUTINEER_LANG`,
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` that names a language of the program, else English. The
    /// arguments are looked at before they are parsed, so that errors of parsing speak it too.
    pub(crate) fn language(&self, arguments: &[OsString]) -> Language {
        let words = || {
            arguments
                .iter()
                .map(|word| word.to_str().unwrap_or_default())
                .take_while(|word| *word != "--")
        };
        let beside = words()
            .zip(words().skip(1))
            .filter_map(|(option, value)| (option == "--lang").then_some(value));
        let joined = words().filter_map(|word| word.strip_prefix("--lang="));
        let variables = ["SCRUTINEER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| self.get(name)?.to_str());
        beside
            .chain(joined)
            .chain(variables)
            .find_map(Language::from_tag)
            .unwrap_or_default()
    }

    /// `NO_COLOR` is set to something.
    pub(crate) fn is_colour_refused(&self) -> bool {
        self.get("NO_COLOR").is_some()
    }

    /// The mirrors of `SCRUTINEER_MIRROR`: folders as in `PATH`. Web addresses hold the separator
    /// of such a list and are given with `--mirror` only.
    pub(crate) fn mirrors(&self) -> Vec<Mirror> {
        self.get("SCRUTINEER_MIRROR")
            .map(|list| {
                std::env::split_paths(list)
                    .filter(|path| !path.as_os_str().is_empty())
                    .map(Mirror::Folder)
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The folder of the cache: `SCRUTINEER_CACHE`, else `scrutineer` in the user's folder for
    /// caches; `None` where the system names none.
    pub(crate) fn cache(&self) -> Option<PathBuf> {
        if let Some(folder) = self.get("SCRUTINEER_CACHE") {
            return Some(PathBuf::from(folder));
        }
        let base = match (self.get("XDG_CACHE_HOME"), self.get("LOCALAPPDATA")) {
            (Some(folder), _) | (None, Some(folder)) => PathBuf::from(folder),
            (None, None) => {
                let home = PathBuf::from(self.get("HOME")?);
                if cfg!(target_os = "macos") {
                    home.join("Library/Caches")
                } else {
                    home.join(".cache")
                }
            }
        };
        Some(base.join("scrutineer"))
    }

    /// A file with the passphrase of a key, for machines without a terminal.
    pub(crate) fn passphrase_file(&self) -> Option<PathBuf> {
        self.get("SCRUTINEER_PASSPHRASE_FILE").map(PathBuf::from)
    }

    /// The public and the secret half of the credentials of a store.
    #[cfg(feature = "s3")]
    pub(crate) fn s3_credentials(&self) -> (Option<String>, Option<String>) {
        let text = |name| self.get(name)?.to_str().map(str::to_owned);
        (text("AWS_ACCESS_KEY_ID"), text("AWS_SECRET_ACCESS_KEY"))
    }

    /// The address of a store; `None` for the one of the region.
    #[cfg(feature = "s3")]
    pub(crate) fn s3_endpoint(&self) -> Option<String> {
        self.get("AWS_ENDPOINT_URL")?.to_str().map(str::to_owned)
    }

    /// The region of a store; servers of one's own accept any.
    #[cfg(feature = "s3")]
    pub(crate) fn s3_region(&self) -> String {
        let named = self.get("AWS_REGION").and_then(OsStr::to_str);
        named.unwrap_or("us-east-1").to_owned()
    }

    /// The proxy. One that is set and cannot be used is an error, never a reason to connect
    /// without it.
    pub(crate) fn proxy(&self) -> Result<Option<ProxyAddress>, ParseProxyError> {
        const NAMES: [&str; 6] = [
            "ALL_PROXY",
            "all_proxy",
            "HTTPS_PROXY",
            "https_proxy",
            "HTTP_PROXY",
            "http_proxy",
        ];
        NAMES
            .into_iter()
            .find_map(|name| self.get(name))
            .map(|value| value.to_string_lossy().parse())
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&'static str, &str)]) -> Environment {
        Environment {
            variables: pairs
                .iter()
                .map(|(name, value)| (*name, OsString::from(value)))
                .collect(),
            ..Environment::default()
        }
    }

    fn language(environment: &Environment, arguments: &str) -> Language {
        let arguments: Vec<OsString> = arguments.split(' ').map(OsString::from).collect();
        environment.language(&arguments)
    }

    #[test]
    fn the_argument_wins_over_the_variables_and_these_keep_their_order() {
        let spanish = with(&[("LANG", "es_VE.UTF-8"), ("LC_ALL", "C")]);
        assert_eq!(language(&spanish, "p audit d"), Language::Spanish);
        assert_eq!(language(&spanish, "p audit --lang en d"), Language::English);
        assert_eq!(language(&spanish, "p --lang=en audit d"), Language::English);
        let own = with(&[("LANG", "es"), ("SCRUTINEER_LANG", "en")]);
        assert_eq!(language(&own, "p"), Language::English);
        assert_eq!(language(&with(&[("LANG", "fr")]), "p"), Language::English);
        assert_eq!(language(&spanish, "p -- --lang en"), Language::Spanish);
    }

    #[test]
    fn a_proxy_that_cannot_be_used_is_an_error() {
        let set = with(&[("ALL_PROXY", "socks5h://127.0.0.1:9050")]);
        let proxy = set.proxy().unwrap().unwrap();
        assert_eq!(proxy.to_string(), "socks5h://127.0.0.1:9050");
        assert!(with(&[("HTTPS_PROXY", "nonsense")]).proxy().is_err());
        assert_eq!(with(&[("ALL_PROXY", "")]).proxy(), Ok(None));
    }

    #[test]
    fn a_variable_set_to_nothing_counts_as_not_set() {
        assert!(!with(&[("NO_COLOR", "")]).is_colour_refused());
        assert!(with(&[("NO_COLOR", "1")]).is_colour_refused());
        assert_eq!(with(&[("SCRUTINEER_MIRROR", "")]).mirrors(), []);
    }
}
