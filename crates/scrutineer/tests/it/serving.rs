//! `serve-site`, `open` and `demo --serve`, asked over real sockets.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, SHEETS, command, done, files, folder, run};

const CANARY: &str = "CANARY";

/// A program that serves, and the address that it printed.
pub(crate) struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    /// Everything up to the line with the address.
    pub(crate) said: String,
    /// The address; of `open`, once it was let in, that of its pages.
    pub(crate) url: String,
}

impl Served {
    /// Starts a command that prints an address.
    pub(crate) fn start(scratch: &Scratch, arguments: &[&str]) -> Self {
        Self::of(command(scratch, arguments).stderr(Stdio::null()))
    }

    /// Starts `open` without a browser, with its notes in the file `notes`, and does not use its link.
    fn closed(scratch: &Scratch, arguments: &[&str]) -> Self {
        let notes = fs::File::create(scratch.path().join("notes")).unwrap();
        let arguments = [&["open"][..], arguments, &["--no-browser"]].concat();
        Self::of(command(scratch, &arguments).stderr(notes))
    }

    /// Starts `open`, uses its link as a browser does, and has the address of its pages.
    pub(crate) fn open(scratch: &Scratch, arguments: &[&str]) -> Self {
        let mut served = Self::closed(scratch, arguments);
        let (status, head, _) = served.get(served.path());
        assert_eq!(status, 303, "{head}");
        let to = field(&head, "Location").unwrap();
        served.url = format!("http://{}/{to}", served.authority());
        served
    }

    fn of(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let mut served = Self {
            child,
            out,
            said: String::new(),
            url: String::new(),
        };
        served.url = served.told();
        served
    }

    /// Reads up to the next address.
    fn told(&mut self) -> String {
        loop {
            let mut line = String::new();
            let count = self.out.read_line(&mut line).unwrap();
            assert!(count > 0, "no address: {}", self.said);
            self.said.push_str(&line);
            if let Some(at) = line.find("http://") {
                let rest = &line[at..];
                let end = rest.find(['"', ' ', '\n']).unwrap_or(rest.len());
                return rest[..end].to_owned();
            }
        }
    }

    /// `127.0.0.1:PORT`.
    fn authority(&self) -> &str {
        self.url["http://".len()..].split('/').next().unwrap()
    }

    /// The path of the address that was printed.
    pub(crate) fn path(&self) -> &str {
        &self.url["http://".len() + self.authority().len()..]
    }

    /// Status, head and body of a request under a name.
    fn ask(&self, path: &str, host: &str) -> (u16, String, String) {
        self.request("GET", path, &format!("Host: {host}\r\n"))
    }

    fn request(&self, method: &str, path: &str, fields: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(self.authority()).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\n{fields}Connection: close\r\n\r\n"
        )
        .unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let text = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_owned(), body.to_owned())
    }

    pub(crate) fn get(&self, path: &str) -> (u16, String, String) {
        self.ask(path, self.authority())
    }

    /// Interrupts as a person does, and gives the exit code and what was printed since.
    #[cfg(unix)]
    fn interrupt(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().code(), rest)
    }
}

/// The value of a field of a head.
fn field<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// A response without the time at which it was sent.
fn shape((status, head, body): (u16, String, String)) -> (u16, String, String) {
    let fields = head.lines().filter(|line| !line.starts_with("Date"));
    (status, fields.collect::<Vec<_>>().join("\n"), body)
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_bundle_is_served_with_the_names_of_its_release() {
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let served = Served::start(
        &scratch,
        &["serve-site", "demo/bundle", "--listen", "127.0.0.1:0"],
    );
    assert_eq!(served.path(), "/site/");
    assert_eq!(served.get(served.path()).0, 200);
    let (_, _, home) = served.get("/site/en/");
    assert!(home.contains("The ballots were not examined."));
    let (status, head, body) = served.get("/report.en.html");
    assert_eq!(status, 200);
    assert!(head.contains("Content-Type: text/html"), "{head}");
    assert!(body.contains("The ballots were not examined."));
    let (_, head, _) = served.get("/checkpoint");
    assert!(head.contains("max-age=20"), "{head}");
    for file in files(&scratch.path().join("demo/bundle")) {
        let name = file
            .strip_prefix(scratch.path().join("demo/bundle"))
            .unwrap();
        let path = format!("/{}", name.display());
        let (status, head, _) = served.get(&path);
        assert_eq!(status, 200, "{path}");
        let is_kept = ["/files/", "/releases/", "/tile/", "/site/a/"]
            .iter()
            .any(|start| path.starts_with(start))
            && !path.contains(".p/");
        assert_eq!(head.contains("immutable"), is_kept, "{path}: {head}");
    }
    for path in [
        "/../state/head",
        "/../policy.txt",
        "/%2e%2e/policy.txt",
        "/nothing",
    ] {
        assert_eq!(served.get(path).0, 404, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_server_ends_well_and_its_port_is_free_again() {
    let scratch = Scratch::new();
    scratch.write("site/index.html", "<!doctype html><title>t</title>");
    let listen =
        |address: &str| Served::start(&scratch, &["serve-site", "site", "--listen", address]);
    let first = listen("127.0.0.1:0");
    let authority = first.authority().to_owned();
    assert_eq!(first.get("/").0, 200);
    let (code, rest) = first.interrupt();
    assert_eq!((code, rest.lines().count()), (Some(0), 1), "{rest}");
    let second = listen(&authority);
    assert_eq!(second.get("/").0, 200);
    let taken = run(&scratch, &["serve-site", "site", "--listen", &authority]);
    assert_eq!(taken.code, 1);
    assert!(
        taken.err.contains("another program listens there"),
        "{}",
        taken.err
    );
}

#[test]
fn what_is_not_for_the_public_is_not_served() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    done(&scratch, &["demo", "--out", "demo"]);
    for (folder, word) in [
        ("e", "scrutineer open"),
        ("demo/state", "private"),
        ("none", "not found"),
    ] {
        let refused = run(&scratch, &["serve-site", folder, "--listen", "127.0.0.1:0"]);
        assert_eq!(refused.code, 1, "{folder}");
        assert!(refused.err.contains(word), "{folder}: {}", refused.err);
    }
}

#[test]
fn the_demonstration_can_be_looked_at_and_says_the_address_for_programs() {
    let scratch = Scratch::new();
    let arguments = [
        "demo",
        "--out",
        "d",
        "--serve",
        "--listen",
        "127.0.0.1:0",
        "--lang",
        "es",
    ];
    let served = Served::start(&scratch, &arguments);
    assert_eq!(served.path(), "/site/");
    for page in ["/site/es/", "/report.es.html"] {
        let (_, _, text) = served.get(page);
        assert!(text.contains("No se examinaron las papeletas."), "{page}");
    }
    let json = Served::start(
        &scratch,
        &[
            "serve-site",
            "d/bundle",
            "--listen",
            "127.0.0.1:0",
            "--json",
        ],
    );
    assert!(
        json.said.contains("scrutineer/serve-site/1"),
        "{}",
        json.said
    );
    let usage = run(&scratch, &["demo", "--listen", "127.0.0.1:1"]);
    assert_eq!(usage.code, 2);
}

#[test]
fn a_link_is_good_for_one_request_and_the_terminal_says_what_became_of_it() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let mut open = Served::closed(&scratch, &["e"]);
    let link = open.path().to_owned();
    assert_eq!(link.len(), 33, "{link}");
    let refused = shape(open.get("/"));
    assert_eq!(refused.0, 404);
    // Nobody looks at these, and they neither say where the link leads nor spend it.
    let own = format!("Host: {}\r\n", open.authority());
    let ahead = format!("{own}Sec-Purpose: prefetch;prerender\r\n");
    let (status, head, _) = open.request("HEAD", &link, &own);
    assert_eq!((status, field(&head, "Location")), (404, None));
    for asked in [
        open.request("OPTIONS", &link, &own),
        open.request("GET", &link, &ahead),
        open.ask(&link, "rebound.example"),
        open.get(&format!("{link}/en/report")),
    ] {
        assert_eq!(shape(asked), refused);
    }
    let (status, head, body) = open.get(&link);
    assert_eq!((status, body.as_str()), (303, "303 See Other\n"));
    assert_eq!(field(&head, "Referrer-Policy"), Some("no-referrer"));
    assert_eq!(field(&head, "Cache-Control"), Some("no-store"));
    assert!(!head.to_lowercase().contains("set-cookie"), "{head}");
    let pages = format!("/{}", field(&head, "Location").unwrap());
    assert!(
        pages.len() == 43 && pages.ends_with("/en/report"),
        "{pages}"
    );
    assert!(!pages.contains(&link[1..]), "another secret");
    assert_eq!(open.get(&pages).0, 200);
    for _ in 0..2 {
        assert_eq!(shape(open.get(&link)), refused);
    }
    // The next one leads another browser to the same pages, and the secret was printed nowhere.
    open.url = open.told();
    assert_ne!(open.path(), link);
    let (status, head, _) = open.get(open.path());
    assert_eq!((status, field(&head, "Location")), (303, Some(&pages[1..])));
    open.told();
    assert!(open.said.contains("was used"), "{}", open.said);
    let secret = &pages[1..33];
    let notes = fs::read_to_string(scratch.path().join("notes")).unwrap();
    assert!(!open.said.contains(secret) && !notes.contains(secret));
    assert_eq!(
        notes.matches("somebody else was first").count(),
        1,
        "{notes}"
    );

    let mut json = Served::closed(&scratch, &["e", "--json", "--lang", "es"]);
    let (_, head, _) = json.get(json.path());
    assert!(field(&head, "Location").unwrap().ends_with("/es/report"));
    json.told();
    assert_eq!(json.said.matches("scrutineer/open/1").count(), 2);
}

#[test]
fn a_folder_is_seen_with_its_address_only_and_every_refusal_looks_the_same() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let open = Served::open(&scratch, &["e"]);
    let path = open.path().to_owned();
    let token = path.split('/').nth(1).unwrap().to_owned();
    assert_eq!(token.len(), 32, "{path}");
    for language in ["en", "es"] {
        for page in ["report", "problems", "coverage"] {
            let (status, head, body) = open.get(&format!("/{token}/{language}/{page}"));
            assert_eq!(status, 200);
            assert!(head.contains("Cache-Control: no-store"), "{head}");
            assert!(head.contains("Referrer-Policy: no-referrer"), "{head}");
            assert!(!head.to_lowercase().contains("set-cookie"), "{head}");
            assert!(body.contains(&format!("lang=\"{language}\"")) && !body.contains("<script"));
            assert!(!body.contains(&token), "a page does not name its address");
        }
    }
    let own = open.authority().to_owned();
    let port = own.rsplit(':').next().unwrap().to_owned();
    assert_eq!(open.ask(&path, &format!("localhost:{port}")).0, 200);
    let other = "0".repeat(32);
    let refused = shape(open.get("/"));
    assert_eq!(refused.0, 404);
    for (path, host) in [
        (format!("/{other}/en/report"), own.as_str()),
        (format!("/{}/en/report", &token[..31]), &own),
        (format!("/{token}x/en/report"), &own),
        (format!("/{token}/en/other"), &own),
        (format!("/{token}/fr/report"), &own),
        (format!("/{token}"), &own),
        (format!("/{token}/"), &own),
        ("/en/report".to_owned(), &own),
        ("/e/sheets.csv".to_owned(), &own),
        (format!("/{token}/en/../../e/sheets.csv"), &own),
        // A name that somebody else points at this machine.
        (path.clone(), "rebound.example"),
        (path.clone(), &format!("rebound.example:{port}")),
        (path.clone(), "127.0.0.1"),
        (path.clone(), &format!("127.0.0.1:{port}.example")),
    ] {
        assert_eq!(shape(open.ask(&path, host)), refused, "{path} {host}");
    }
    let again = Served::open(&scratch, &["e"]);
    assert_ne!(again.path(), path);
}

#[test]
fn the_pages_follow_the_folder_and_show_every_error_with_its_place() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let open = Served::open(&scratch, &["e", "--json"]);
    let base = open.path().strip_suffix("en/report").unwrap().to_owned();
    let page = |name: &str| open.get(&format!("{base}{name}")).2;
    assert!(page("en/report").contains("The ballots were not examined."));

    let rows = "P3,1,90,many,50,5,30,20\nP4,1,90,-3,50,5,30,20\n";
    scratch.write("e/sheets.csv", format!("{SHEETS}{rows}"));
    let problems = page("en/problems");
    for cell in [
        "sheets.csv",
        "<bdi>many</bdi>",
        "<bdi>-3</bdi>",
        "<bdi>ballots</bdi>",
        ">4<",
        ">5<",
    ] {
        assert!(problems.contains(cell), "{cell}: {problems}");
    }
    assert!(page("es/problems").contains("Se esperaba"));

    let broken = ELECTION
        .replacen("date = \"2001-01-07\"", "date = \"7 January\"", 1)
        .replacen("rule = \"register\"", "rule = \"registers\"", 1);
    scratch.write("e/election.toml", broken);
    for name in ["en/report", "en/problems", "en/coverage"] {
        let page = page(name);
        assert!(page.contains("cannot be read"), "{name}");
        // Each with its line.
        for text in [
            "<bdi>election.toml</bdi>",
            "7 January",
            "registers",
            ">5<",
            ">12<",
        ] {
            assert!(page.contains(text), "{name}: {text}: {page}");
        }
    }
    fs::remove_file(scratch.path().join("e/election.toml")).unwrap();
    assert!(page("es/report").contains("election.toml"));
    scratch.write("e/election.toml", b"\xff\xfe");
    assert!(page("en/report").contains("UTF-8"));
    scratch.write("e/election.toml", ELECTION);
    fs::remove_file(scratch.path().join("e/sheets.csv")).unwrap();
    assert!(page("en/report").contains("sheets.csv"));
    scratch.write("e/sheets.csv", SHEETS);
    assert!(page("es/report").contains("No se examinaron las papeletas."));
}

#[test]
fn nothing_private_and_nothing_hostile_reaches_a_page() {
    let scratch = Scratch::new();
    let hostile = "</title><script>alert(1)</script>\\\"'";
    let election = ELECTION
        .replace(
            "invalid = \"invalid\"\n",
            "invalid = \"invalid\"\nprivate = [\"clerk\"]\n",
        )
        .replace("name = \"Ash\"", &format!("name = \"{hostile}\""));
    scratch.write("e/election.toml", election);
    scratch.write("e/sealed/names.txt", CANARY);
    let mut lines = SHEETS.lines();
    let mut sheets = format!("{},clerk,note\n", lines.next().unwrap());
    for line in lines.chain(["P3,1,90,<b>x</b>,50,5,30,20", "P3,1,x"]) {
        writeln!(sheets, "{line},{CANARY},{CANARY}").unwrap();
    }
    scratch.write("e/sheets.csv", sheets);
    let open = Served::open(&scratch, &["e", "--accept-import"]);
    let base = open.path().strip_suffix("en/report").unwrap().to_owned();
    for language in ["en", "es"] {
        for page in ["report", "problems", "coverage"] {
            let body = open.get(&format!("{base}{language}/{page}")).2;
            assert!(!body.contains(CANARY), "{page}");
            assert!(
                !body.contains("<script") && !body.contains("<b>x"),
                "{page}"
            );
        }
    }
    let shown = open.get(&format!("{base}en/problems")).2;
    assert!(shown.contains("&lt;b&gt;x"), "{shown}");
}
