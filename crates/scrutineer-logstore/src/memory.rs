//! A log in memory, whose operations fail, get lost or stop the world where a test says so.

mod fault;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::{Head, Objects};

pub use fault::{Fault, FaultPlan};

/// What survives a crash: the public objects, the staged batches and the head of one log.
///
/// All handles of a world share it, like processes share a disk. Operations are counted from 0 over all
/// handles, reads included; the [`FaultPlan`] says what happens at which number.
#[derive(Debug, Clone, Default)]
pub struct MemoryWorld(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    objects: [BTreeMap<ObjectPath, Vec<u8>>; 2],
    head: Option<Vec<u8>>,
    faults: FaultPlan,
    operations: u64,
    has_crashed: bool,
    replaced: Vec<(ObjectPath, Vec<u8>)>,
}

/// Which of the two sets of objects a handle sees.
#[derive(Debug, Clone, Copy)]
enum Set {
    Public,
    Staging,
}

/// Objects in a [`MemoryWorld`].
#[derive(Debug, Clone)]
pub struct MemoryObjects {
    world: MemoryWorld,
    set: Set,
}

/// The private state in a [`MemoryWorld`].
#[derive(Debug, Clone)]
pub struct MemoryHead {
    world: MemoryWorld,
    staging: MemoryObjects,
}

impl MemoryWorld {
    /// An empty world without faults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Handles as a process that starts would get them: a crash is over, the count of operations begins
    /// anew, and `faults` holds from now on for every handle.
    pub fn start(&self, faults: FaultPlan) -> (MemoryObjects, MemoryHead) {
        let mut state = self.state();
        state.faults = faults;
        state.operations = 0;
        state.has_crashed = false;
        drop(state);
        let handle = |set| MemoryObjects {
            world: self.clone(),
            set,
        };
        let head = MemoryHead {
            world: self.clone(),
            staging: handle(Set::Staging),
        };
        (handle(Set::Public), head)
    }

    /// Operations since the last start.
    pub fn operations(&self) -> u64 {
        self.state().operations
    }

    /// The public objects, without counting as an operation.
    pub fn public(&self) -> BTreeMap<ObjectPath, Vec<u8>> {
        let [public, _] = &self.state().objects;
        public.clone()
    }

    /// Every content that a public object was ever given by a replacement, in order of time.
    pub fn replaced(&self) -> Vec<(ObjectPath, Vec<u8>)> {
        self.state().replaced.clone()
    }

    /// Changes or removes a public object behind everybody's back.
    pub fn tamper(&self, path: &ObjectPath, bytes: Option<Vec<u8>>) {
        let mut state = self.state();
        let [public, _] = &mut state.objects;
        match bytes {
            Some(bytes) => public.insert(path.clone(), bytes),
            None => public.remove(path),
        };
    }

    /// Sets the head behind everybody's back, as a restored backup does.
    pub fn tamper_head(&self, head: Option<Vec<u8>>) {
        self.state().head = head;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every step below leaves the state whole, so a panic of another thread spoils nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One operation: `step` takes effect unless the plan says otherwise; `lost` is the answer when its
    /// effect is lost silently.
    fn operate<T>(
        &self,
        action: Action,
        path: &str,
        lost: T,
        step: impl FnOnce(&mut State) -> Result<T, StoreCause>,
    ) -> Result<T, StoreError> {
        let mut state = self.state();
        let injected = || StoreError::new(action, path, StoreCause::Injected);
        if state.has_crashed {
            return Err(injected());
        }
        let number = state.operations;
        state.operations += 1;
        let outcome = match state.faults.at(number) {
            None => step(&mut state),
            Some(Fault::Fail) => return Err(injected()),
            Some(Fault::Lose) => return Ok(lost),
            Some(Fault::Crash) => {
                state.has_crashed = true;
                return Err(injected());
            }
            Some(Fault::DoAndFail) => {
                let _ = step(&mut state);
                return Err(injected());
            }
            Some(Fault::DoAndCrash) => {
                let _ = step(&mut state);
                state.has_crashed = true;
                return Err(injected());
            }
        };
        outcome.map_err(|cause| StoreError::new(action, path, cause))
    }
}

impl State {
    fn set(&mut self, set: Set) -> &mut BTreeMap<ObjectPath, Vec<u8>> {
        let [public, staging] = &mut self.objects;
        match set {
            Set::Public => public,
            Set::Staging => staging,
        }
    }
}

impl Objects for MemoryObjects {
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let set = self.set;
        self.world
            .operate(Action::Write, path.as_str(), (), |state| {
                if state.set(set).contains_key(path) {
                    return Err(StoreCause::Exists);
                }
                state.set(set).insert(path.clone(), bytes.to_vec());
                Ok(())
            })
    }

    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let set = self.set;
        self.world
            .operate(Action::Write, path.as_str(), (), |state| {
                match state.set(set).get(path) {
                    Some(found) if found != bytes => Err(StoreCause::Differs),
                    Some(_) => Ok(()),
                    None => {
                        state.set(set).insert(path.clone(), bytes.to_vec());
                        Ok(())
                    }
                }
            })
    }

    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        let set = self.set;
        self.world
            .operate(Action::Replace, path.as_str(), (), |state| {
                if state.set(set).get(path).map(Vec::as_slice) != expected {
                    return Err(StoreCause::Changed);
                }
                state.set(set).insert(path.clone(), new.to_vec());
                state.replaced.push((path.clone(), new.to_vec()));
                Ok(())
            })
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let set = self.set;
        self.world
            .operate(Action::Read, path.as_str(), None, |state| {
                match state.set(set).get(path) {
                    Some(bytes) if bytes.len() as u64 > limit => {
                        Err(StoreCause::TooLarge { limit })
                    }
                    found => Ok(found.cloned()),
                }
            })
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        let set = self.set;
        self.world
            .operate(Action::Delete, path.as_str(), (), |state| {
                state.set(set).remove(path);
                Ok(())
            })
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        let set = self.set;
        self.world
            .operate(Action::List, folder.as_str(), Vec::new(), |state| {
                let inside = |path: &&ObjectPath| {
                    path.as_str()
                        .strip_prefix(folder.as_str())
                        .is_some_and(|rest| rest.starts_with('/'))
                };
                Ok(state.set(set).keys().filter(inside).cloned().collect())
            })
    }
}

impl Head for MemoryHead {
    type Staging = MemoryObjects;

    fn load(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.world
            .operate(Action::Read, "head", None, |state| Ok(state.head.clone()))
    }

    fn swap(&self, expected: Option<&[u8]>, new: &[u8]) -> Result<(), StoreError> {
        self.world.operate(Action::Replace, "head", (), |state| {
            if state.head.as_deref() != expected {
                return Err(StoreCause::Changed);
            }
            state.head = Some(new.to_vec());
            Ok(())
        })
    }

    fn staging(&self) -> &MemoryObjects {
        &self.staging
    }
}
