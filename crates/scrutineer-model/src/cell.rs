//! One count on one sheet, and the three ways in which there is none.

/// What a cell of a sheet says. Zero is a mark that somebody made; an empty field is
/// [`VoteCount::Unread`] and never becomes zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoteCount {
    /// The number as written.
    Read(u32),
    /// The form has the field; nobody could read it, or nobody filled it in.
    Unread,
    /// The form has no such field.
    NotOnForm,
}

/// A [`VoteCount`] in four bytes, the element of every column.
///
/// The two largest values of `u32` are the niches; [`Cell::MAX`] is the largest count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(u32);

impl Cell {
    /// The form has the field, without a readable number.
    pub const UNREAD: Self = Self(u32::MAX);
    /// The form has no such field.
    pub const NOT_ON_FORM: Self = Self(u32::MAX - 1);
    /// A written zero.
    pub const ZERO: Self = Self(0);
    /// The largest count that a cell holds: 4,294,967,293.
    pub const MAX: u32 = u32::MAX - 2;

    /// The cell for a written number, or `None` above [`Cell::MAX`].
    pub fn new(count: u64) -> Option<Self> {
        u32::try_from(count)
            .ok()
            .filter(|&count| count <= Self::MAX)
            .map(Self)
    }

    /// What the cell says.
    pub fn view(self) -> VoteCount {
        match self {
            Self::UNREAD => VoteCount::Unread,
            Self::NOT_ON_FORM => VoteCount::NotOnForm,
            Self(count) => VoteCount::Read(count),
        }
    }

    /// The written number, if there is one.
    #[inline]
    pub fn count(self) -> Option<u32> {
        if self.0 <= Self::MAX {
            Some(self.0)
        } else {
            None
        }
    }

    /// Whether the form has the field and it could not be read.
    #[inline]
    pub fn is_unread(self) -> bool {
        self == Self::UNREAD
    }
}

impl std::fmt::Debug for Cell {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.view() {
            VoteCount::Read(count) => write!(out, "{count}"),
            VoteCount::Unread => out.write_str("unread"),
            VoteCount::NotOnForm => out.write_str("not-on-form"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_counts_are_not_taken_for_missing_values() {
        assert_eq!(
            Cell::new(4_294_967_293).map(Cell::view),
            Some(VoteCount::Read(Cell::MAX))
        );
        assert_eq!(Cell::new(4_294_967_294), None);
        assert_eq!(Cell::new(u64::MAX), None);
    }

    #[test]
    fn zero_unread_and_not_on_form_are_three_things() {
        assert_eq!(Cell::ZERO.view(), VoteCount::Read(0));
        assert_eq!(Cell::UNREAD.view(), VoteCount::Unread);
        assert_eq!(Cell::NOT_ON_FORM.view(), VoteCount::NotOnForm);
        assert_eq!(Cell::UNREAD.count(), None);
        assert_eq!(Cell::NOT_ON_FORM.count(), None);
    }
}
