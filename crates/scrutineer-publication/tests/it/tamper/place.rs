//! A small published election: the bundle, the policy and the private state.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_audit::audit;
use scrutineer_logstore::keys::PrivateKey;
use scrutineer_logstore::{DiskHead, DiskObjects, Head, Objects, Writer, open_disk};
use scrutineer_model::{Dataset, Date, Evidence};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::publish::{Now, PublishError, Published, Publishing, publish};
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{Verification, VerifyOptions, verify};
use scrutineer_simulate::{Plan, Scenario, Share, simulate};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{Checkpoint, CosigningKey, KeyName, Policy, SigningKey};

/// The key of demonstrations, which everyone has.
pub(crate) fn key() -> SigningKey {
    let name = KeyName::parse(DEMONSTRATION).unwrap();
    PrivateKey::insecure_demo().signing_key(name).unwrap()
}

fn witness() -> CosigningKey {
    CosigningKey::from_seed(KeyName::parse("witness.example").unwrap(), &[9; 32]).unwrap()
}

/// A policy without comments that asks for the witness.
pub(crate) fn cosigned_policy() -> String {
    let (log, witness) = (key().verifier().clone(), witness().verifier().clone());
    format!("log {log}\nwitness w1 {witness}\nquorum w1\n")
}

/// A policy that asks for nobody.
pub(crate) fn lone_policy() -> String {
    format!("log {}\nquorum none\n", key().verifier())
}

/// Eight stations whose declared totals do not come from the sheets; `slips` of the records have one
/// number miscopied.
pub(crate) fn election(slips: Share) -> Dataset {
    let plan = Plan::new(8, 3)
        .options(2)
        .scenario(Scenario::TotalsNotFromSheets)
        .slips(slips);
    simulate(&plan).unwrap().to_dataset().unwrap()
}

/// One of the eight stations.
pub(crate) fn one_in_eight() -> Share {
    Share::per_million(125_000).unwrap()
}

/// Publishes with batches of one station, so that nothing waits.
pub(crate) fn publish_into<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    state: &Path,
    dataset: &Dataset,
    minutes: u64,
) -> Result<Published, PublishError> {
    let findings = audit(dataset, &Evidence::default()).unwrap().findings;
    let mut state = PrivateState::open(state).unwrap();
    let input = Publishing {
        dataset,
        findings: &findings,
        lengths: &BTreeMap::new(),
        audits: &[],
        publication: &Publication::new([], 1, 0),
        recovery: None,
        disclose: &[],
        close: false,
        extras: Extras::default(),
        now: Now {
            minutes,
            day: Date::parse("2024-07-29").unwrap(),
        },
    };
    publish(writer, &mut state, &input)
}

/// A bundle in a folder of its own.
pub(crate) struct Place(Scratch);

impl Place {
    pub(crate) fn new() -> Self {
        Self(Scratch::new())
    }

    pub(crate) fn bundle(&self) -> PathBuf {
        self.0.path().join("bundle")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.0.path().join("state")
    }

    pub(crate) fn writer(&self) -> Writer<DiskObjects, DiskHead> {
        let (objects, head) = open_disk(&self.bundle(), &self.state()).unwrap();
        if self.bundle().join("checkpoint").exists() {
            Writer::open(objects, head, key()).unwrap().0
        } else {
            Writer::create(objects, head, key()).unwrap()
        }
    }

    pub(crate) fn publish(&self, dataset: &Dataset, minutes: u64) -> Published {
        publish_into(&mut self.writer(), &self.state(), dataset, minutes).unwrap()
    }

    /// The election, published once, with the witness's cosignature.
    pub(crate) fn once_and_cosigned() -> Self {
        let place = Self::new();
        place.publish(&election(Share::NONE), 1_000);
        place.cosigned()
    }

    /// The election twice, the second time with a changed record, and the witness's cosignature.
    pub(crate) fn twice_and_cosigned() -> Self {
        let place = Self::new();
        place.publish(&election(Share::NONE), 1_000);
        place.publish(&election(one_in_eight()), 2_000);
        place.cosigned()
    }

    fn cosigned(self) -> Self {
        let mut writer = self.writer();
        let mut note = writer.checkpoint().clone();
        let checkpoint: Checkpoint = note.text().parse().unwrap();
        note.put(witness().cosign(&checkpoint, 1_722_211_200).unwrap())
            .unwrap();
        writer.publish_signatures(&note).unwrap();
        drop(writer);
        self
    }

    /// The bundle alone, as whoever copies it by its latest checkpoint has it: without partial tiles that
    /// later ones contain.
    pub(crate) fn lean(&self) -> Scratch {
        let copy = self.copy();
        for older in superseded(copy.path()) {
            fs::remove_file(copy.path().join(older)).unwrap();
        }
        copy
    }

    /// The bundle alone, every file of it.
    pub(crate) fn copy(&self) -> Scratch {
        copy(&self.bundle())
    }
}

/// A copy of a bundle in a folder of its own.
pub(crate) fn copy(bundle: &Path) -> Scratch {
    let copy = Scratch::new();
    for path in files(bundle) {
        copy.write(&path, fs::read(bundle.join(&path)).unwrap());
    }
    copy
}

/// Partial tiles and bundles beside which a wider one of the same place stands.
pub(crate) fn superseded(bundle: &Path) -> Vec<String> {
    let mut widest: BTreeMap<String, (u32, String)> = BTreeMap::new();
    let mut older = Vec::new();
    for path in files(bundle) {
        let Some((place, width)) = path.rsplit_once(".p/") else {
            continue;
        };
        let width: u32 = width.parse().unwrap();
        let next = (width, path.clone());
        match widest.get_mut(place) {
            Some(held) if held.0 < width => older.push(std::mem::replace(held, next).1),
            Some(_) => older.push(path),
            None => {
                widest.insert(place.to_owned(), next);
            }
        }
    }
    older.sort();
    older
}

/// Every file below a folder, relative, with `/`, in order.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut pending = vec![String::new()];
    while let Some(inside) = pending.pop() {
        for entry in fs::read_dir(folder.join(&inside)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{inside}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                pending.push(format!("{path}/"));
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Verifies, with or without making everything again.
pub(crate) fn verified(folder: &Path, policy: &Policy, skip_reaudit: bool) -> Verification {
    let options = VerifyOptions {
        skip_reaudit,
        ..VerifyOptions::default()
    };
    verify(folder, policy, &options).unwrap()
}

/// The files that failures name.
pub(crate) fn named(found: &Verification) -> BTreeSet<&str> {
    found
        .failures
        .iter()
        .map(|failure| failure.file.as_str())
        .collect()
}
