//! Many short strings in one allocation.

/// Strings by position, in one buffer. 1,000,000 station ids cost their bytes and four each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arena {
    text: String,
    ends: Vec<u32>,
}

impl Arena {
    /// An empty arena.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no string.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Appends a string and gives its position, or `None` when the buffer would pass 4 GiB.
    pub fn push(&mut self, text: &str) -> Option<usize> {
        let end = u32::try_from(self.text.len() + text.len()).ok()?;
        self.text.push_str(text);
        self.ends.push(end);
        Some(self.ends.len() - 1)
    }

    /// The string at `position`; empty for a position that was never given out.
    pub fn get(&self, position: usize) -> &str {
        let end = self.ends.get(position).map_or(0, |&end| end as usize);
        let start = match position.checked_sub(1) {
            Some(before) => self.ends.get(before).map_or(0, |&end| end as usize),
            None => 0,
        };
        self.text.get(start..end).unwrap_or("")
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|position| self.get(position))
    }
}
