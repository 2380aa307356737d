//! Positions in the columns of a [`crate::Dataset`]; each entity has its own type, so that a
//! division cannot be looked up where a station is meant.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident, $repr:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($repr);

        impl $name {
            /// The index at `position`.
            ///
            /// # Panics
            /// If `position` does not fit; the builder refuses data sets that large.
            pub fn new(position: usize) -> Self {
                Self(<$repr>::try_from(position).expect("the builder bounds every column"))
            }

            /// The position in the column.
            pub fn get(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// A station of the data set, in order of its [`crate::StationId`].
    StationIdx, u32
);
index!(
    /// A polling place, in order of its code.
    PlaceIdx, u32
);
index!(
    /// A division of one hierarchy, in order of its path of codes.
    DivisionIdx, u32
);
index!(
    /// A hierarchy of divisions, in the order of the election folder.
    HierarchyIdx, u16
);
index!(
    /// A contest, in the order of the election folder.
    ContestIdx, u16
);
index!(
    /// An option of a contest, in ballot order (else in the order of the folder).
    OptionIdx, u16
);
index!(
    /// A ticket of a contest, in ballot order.
    TicketIdx, u16
);
index!(
    /// A source, in the order of the election folder.
    SourceIdx, u16
);
index!(
    /// A declaration, in the order of the election folder.
    DeclarationIdx, u16
);
