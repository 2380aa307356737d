//! Overlap counts of lists, and log-linear models of them.

use std::collections::BTreeSet;

/// Most lists that models are fitted to: with six there are more models than reasons to choose.
pub const MOST_LISTS: u32 = 5;

/// A set of two or more lists that depend on each other: bit i is list i.
pub type Interaction = u32;

/// How many persons are on exactly each combination of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlaps {
    lists: u32,
    /// By combination, bit i being list i; the first, nobody's, is 0 and has no meaning.
    counts: Vec<u64>,
}

impl Overlaps {
    /// Nobody on any of 1 to [`MOST_LISTS`] lists; `None` for other numbers.
    pub fn new(lists: u32) -> Option<Self> {
        (1..=MOST_LISTS).contains(&lists).then(|| Self {
            lists,
            counts: vec![0; 1 << lists],
        })
    }

    /// Adds persons who are on these lists and no other. `None` for no list, an unknown one, or too many
    /// persons.
    pub fn add(&mut self, on: u32, persons: u64) -> Option<()> {
        if on == 0 {
            return None;
        }
        let count = self.counts.get_mut(usize::try_from(on).ok()?)?;
        let sum = count.checked_add(persons)?;
        // Likelihoods are reals: a count that they cannot hold exactly is refused.
        (sum <= scrutineer_stats::LARGEST_COUNT / 64).then(|| *count = sum)
    }

    /// How many lists there are.
    pub fn lists(&self) -> u32 {
        self.lists
    }

    /// Combinations and their persons, without that of nobody.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u64)> + '_ {
        (0..).zip(self.counts.iter().copied()).skip(1)
    }

    /// Different persons.
    pub fn observed(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Persons who are on all of these lists, and perhaps on others.
    pub fn on_all(&self, lists: u32) -> u64 {
        self.cells()
            .filter(|(on, _)| on & lists == lists)
            .map(|(_, persons)| persons)
            .sum()
    }

    /// Persons on exactly 1, 2, ... lists, in order.
    pub fn frequencies(&self) -> Vec<u64> {
        let mut found = vec![0; self.lists as usize];
        for (on, persons) in self.cells() {
            let at = (on.count_ones() as usize).checked_sub(1);
            if let Some(slot) = at.and_then(|at| found.get_mut(at)) {
                *slot += persons;
            }
        }
        found
    }
}

/// A log-linear model: one term for each list, and these interactions.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Model {
    interactions: BTreeSet<Interaction>,
}

impl Model {
    /// The model with these interactions. `None` where one has fewer than two lists, or all of `lists`:
    /// that one cannot be told from the number of the unseen.
    pub fn new(lists: u32, interactions: impl IntoIterator<Item = Interaction>) -> Option<Self> {
        let all = (1_u32 << lists.min(MOST_LISTS)) - 1;
        let interactions: BTreeSet<Interaction> = interactions.into_iter().collect();
        interactions
            .iter()
            .all(|held| held.count_ones() >= 2 && *held < all)
            .then_some(Self { interactions })
    }

    /// Its interactions, in a fixed order.
    pub fn interactions(&self) -> impl Iterator<Item = Interaction> + '_ {
        self.interactions.iter().copied()
    }

    /// Letters of the lists of each interaction, such as `AB+CD`; `1` for independence.
    pub fn name(&self) -> String {
        let letters = |held: &Interaction| -> String {
            ('A'..='E')
                .enumerate()
                .filter(|(at, _)| held & (1 << at) != 0)
                .map(|(_, letter)| letter)
                .collect()
        };
        let names: Vec<String> = self.interactions.iter().map(letters).collect();
        if names.is_empty() {
            "1".to_owned()
        } else {
            names.join("+")
        }
    }
}

/// All hierarchical models of pairs, with five lists of pairs and triples: a triple stands only with its
/// three pairs. Simple ones first. Empty unless there are 3 to [`MOST_LISTS`] lists.
pub fn hierarchical_models(lists: u32) -> Vec<Model> {
    if !(3..=MOST_LISTS).contains(&lists) {
        return Vec::new();
    }
    let of_size = |size: u32| -> Vec<Interaction> {
        (1..1_u32 << lists)
            .filter(|held| held.count_ones() == size)
            .collect()
    };
    let pairs = of_size(2);
    let triples = if lists == 5 { of_size(3) } else { Vec::new() };
    let mut models = Vec::new();
    for chosen in 0..1_u32 << pairs.len() {
        let base = subset(&pairs, chosen);
        let is_whole = |triple: &&Interaction| {
            pairs
                .iter()
                .filter(|pair| *pair & **triple == **pair)
                .all(|pair| base.contains(pair))
        };
        let possible: Vec<Interaction> = triples.iter().filter(is_whole).copied().collect();
        for more in 0..1_u32 << possible.len() {
            let mut interactions = base.clone();
            interactions.extend(subset(&possible, more));
            models.push(Model { interactions });
        }
    }
    models.sort_by_key(|model| (model.interactions.len(), model.clone()));
    models
}

fn subset(of: &[Interaction], chosen: u32) -> BTreeSet<Interaction> {
    of.iter()
        .enumerate()
        .filter(|(at, _)| chosen & (1 << at) != 0)
        .map(|(_, held)| *held)
        .collect()
}
