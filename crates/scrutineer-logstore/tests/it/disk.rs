//! Disks that are full, and files that are not what they should be.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use scrutineer_logstore::{
    AppendError, DiskObjects, ObjectPath, Objects, StoreCause, Writer, fsck, open_disk,
};
use scrutineer_testkit::scratch::Scratch;

use crate::support::{entries, entry, key, open_or_create, verifier};

const LIMITED: &str = "SCRUTINEER_TEST_LIMITED";

/// The other process, in which no file may grow beyond 32 KiB: a large batch cannot be staged, a small one
/// goes in afterwards.
#[test]
#[ignore = "run by another test of this module in a process of its own"]
fn child() {
    let Some(folder) = env::var_os(LIMITED) else {
        return;
    };
    let folder = Path::new(&folder);
    let (mut writer, _) =
        open_or_create(|| open_disk(&folder.join("bundle"), &folder.join("state")).unwrap())
            .unwrap();
    writer.append(&entries(0, 3)).unwrap();
    let error = writer.append(&[vec![7; 40_000]]).unwrap_err();
    let AppendError::Retryable(retryable) = &error else {
        panic!("{error}");
    };
    assert!(matches!(retryable.0.cause(), StoreCause::Full), "{error}");
    assert!(
        error.to_string().contains("cannot write staging/3-4-"),
        "{error}"
    );
    writer.append(&entries(3, 5)).unwrap();
    writeln!(std::io::stdout(), "\nwas full, went on").unwrap();
}

#[test]
fn a_page_that_is_replaced_is_there_at_every_moment() {
    let scratch = Scratch::new();
    let objects = DiskObjects::open(&scratch.path().join("bundle")).unwrap();
    let page = ObjectPath::parse("site/index.html").unwrap();
    let contents = [vec![b'a'; 50_000], vec![b'b'; 90_000]];
    let put = |at: usize| {
        objects
            .put_all(&[(page.clone(), contents[at % 2].clone())])
            .unwrap();
    };
    put(0);
    let is_done = AtomicBool::new(false);
    let seen = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = [0, 0];
            while !is_done.load(Ordering::Relaxed) {
                let found = objects.get(&page, 1 << 20).unwrap().unwrap();
                let at = contents.iter().position(|bytes| *bytes == found).unwrap();
                seen[at] += 1;
            }
            seen
        });
        (1..200).for_each(put);
        is_done.store(true, Ordering::Relaxed);
        reader.join()
    });
    assert!(seen.is_ok());
}

#[cfg(unix)]
#[test]
fn a_batch_that_does_not_fit_is_not_in_the_log_and_the_writer_goes_on() {
    let scratch = Scratch::new();
    let script =
        "trap '' XFSZ; ulimit -f 64; exec \"$0\" --exact disk::child --ignored --nocapture";
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(env::current_exe().unwrap())
        .env(LIMITED, scratch.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("was full, went on"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let folder = scratch.path();
    let (objects, head) = open_disk(&folder.join("bundle"), &folder.join("state")).unwrap();
    let report = fsck(&objects, &head, &verifier(), 1).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(report.size, 5);
}

/// A small file system of its own, where the machine lets us mount one.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    fn mount(folder: &'a Path, kib: u32) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let size = format!("size={kib}k");
        run(&["mount", "-t", "tmpfs", "-o", &size, "tmpfs"], folder).then_some(Self(folder))
    }

    fn grow(&self, kib: u32) {
        let size = format!("remount,size={kib}k");
        assert!(run(&["mount", "-o", &size], self.0));
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        run(&["umount"], self.0);
    }
}

fn run(words: &[&str], folder: &Path) -> bool {
    let [program, arguments @ ..] = words else {
        return false;
    };
    let output = Command::new(program).args(arguments).arg(folder).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn on_a_full_disk_nothing_acknowledged_is_lost_at_whatever_step_it_fills() {
    let scratch = Scratch::new();
    let folder = scratch.path().join("small");
    let (mut retryable, mut fatal) = (0, 0);
    for kib in (96..400).step_by(4) {
        let Some(disk) = Small::mount(&folder, kib) else {
            println!("skipped: needs a file system that can be mounted; install with root");
            return;
        };
        let open = || open_disk(&folder.join("bundle"), &folder.join("state"));
        let mut promised = 0;
        let mut filled = || -> Result<(), AppendError> {
            let (objects, head) = open().unwrap();
            let mut writer = Writer::create(objects, head, key()).unwrap();
            loop {
                let size = writer.size();
                let batch: Vec<_> = (size..size + 40)
                    .map(|index| [entry(index), vec![b'.'; 600]].concat())
                    .collect();
                promised = writer.append(&batch)?.size;
            }
        };
        let error = filled().unwrap_err();
        match &error {
            AppendError::Retryable(error) => {
                assert!(matches!(error.0.cause(), StoreCause::Full), "{error}");
                retryable += 1;
            }
            AppendError::Fatal(_) => fatal += 1,
            AppendError::Refused(_) => panic!("{error}"),
        }
        assert!(error.to_string().contains("no space is left"), "{error}");

        disk.grow(1_024);
        let (objects, head) = open().unwrap();
        let (writer, _) =
            Writer::open(objects, head, key()).unwrap_or_else(|error| panic!("{kib} KiB: {error}"));
        assert!(writer.size() >= promised, "{kib} KiB");
        let (objects, head) = writer.into_stores();
        let report = fsck(&objects, &head, &verifier(), 1).unwrap();
        assert!(report.is_sound(), "{kib} KiB: {report:?}");
    }
    // It filled both before and after the commit point.
    assert!(
        retryable > 0 && fatal > 0,
        "{retryable} retryable, {fatal} fatal"
    );
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_are_not_read_as_objects() {
    let scratch = Scratch::new();
    let folder = scratch.path();
    let (objects, _head) = open_disk(&folder.join("bundle"), &folder.join("state")).unwrap();
    let tiles = folder.join("bundle/tile/0");
    fs::create_dir_all(tiles.join("002")).unwrap();
    fs::write(folder.join("secret"), b"secret").unwrap();
    std::os::unix::fs::symlink(folder.join("secret"), tiles.join("000")).unwrap();
    assert!(run(&["mkfifo"], &tiles.join("001")));
    for name in ["000", "001", "002"] {
        let path = ObjectPath::parse(&format!("tile/0/{name}")).unwrap();
        let error = objects.get(&path, 1_000).unwrap_err();
        assert!(matches!(error.cause(), StoreCause::NotAFile), "{error}");
        assert!(objects.put_same_or_new(&path, b"secret").is_err());
    }
    // What lies there is listed, so that a check of the log reports it.
    let listed = objects.list(&ObjectPath::parse("tile").unwrap()).unwrap();
    assert_eq!(listed.len(), 2);
}
