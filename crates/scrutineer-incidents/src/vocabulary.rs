//! The words of the columns, each a closed list.

/// An enum of words with the one spelling that files use.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$note])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the specification.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word of files and messages.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value of a word; `None` for any other text.
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }
    };
}

words!(
    /// What kind of body a source is.
    SourceKind {
        /// A list kept by an organisation.
        NgoList = "ngo-list",
        /// Press, radio, television, a news site.
        Media = "media",
        /// A public authority.
        Official = "official",
        /// An observer mission.
        Observer = "observer",
        /// Somebody who sent something in.
        Submitter = "submitter",
        /// A court.
        Court = "court",
        /// A hospital or morgue.
        Hospital = "hospital",
        /// A measurement.
        Measurement = "measurement",
    }
);

words!(
    /// How a source comes to what it says.
    Standing {
        /// It collected itself.
        Primary = "primary",
        /// It joins what others collected.
        Compilation = "compilation",
        /// It repeats others.
        Secondary = "secondary",
        /// It has a part in the events, on whichever side. What it says stands beside.
        Party = "party",
    }
);

words!(
    /// Whether a source may be named.
    Access {
        /// It published itself.
        Public = "public",
        /// It may not be named.
        Private = "private",
    }
);

words!(
    /// What an item is.
    ItemKind {
        /// Any document.
        Document = "document",
        /// A record of a court.
        CourtRecord = "court-record",
        /// A death certificate.
        DeathCertificate = "death-certificate",
        /// A moving picture.
        Video = "video",
        /// A picture.
        Picture = "picture",
        /// An interview.
        Interview = "interview",
        /// A captured page.
        Page = "page",
        /// Data.
        Dataset = "dataset",
    }
);

words!(
    /// What was verified about an item.
    Checked {
        /// Where it was taken.
        Place = "place",
        /// When it was taken.
        Time = "time",
    }
);

words!(
    /// What was done to a person. Deaths, injuries and arrests are never in one number.
    ActKind {
        /// A death.
        Killed = "killed",
        /// An injury.
        Wounded = "wounded",
        /// An arrest.
        Detained = "detained",
        /// Whereabouts unknown after an arrest or abduction.
        Disappeared = "disappeared",
        /// A threat.
        Threatened = "threatened",
        /// A dismissal from work.
        Dismissed = "dismissed",
        /// A party agent was sent out.
        AgentExpelled = "agent-expelled",
        /// A copy of the sheet was refused.
        CopyRefused = "copy-refused",
    }
);

words!(
    /// How a number was qualified by who said it.
    Qualifier {
        /// Just this number.
        Exactly = "exactly",
        /// Verified, in the words of the source.
        Verified = "verified",
        /// Confirmed, in the words of the source.
        Confirmed = "confirmed",
        /// This or more.
        AtLeast = "at-least",
        /// More than this.
        Over = "over",
        /// This or fewer.
        UpTo = "up-to",
        /// From `count` to `count_max`.
        Range = "range",
        /// A word for a number.
        Word = "word",
        /// A named person.
        Named = "named",
        /// Takes another claim back.
        Withdrawn = "withdrawn",
    }
);

words!(
    /// Whether a figure is what was said, or what its source verified itself, case by case.
    Standard {
        /// Said.
        Stated = "stated",
        /// Verified by the source itself.
        IndependentlyVerified = "independently-verified",
    }
);

words!(
    /// Words for numbers.
    NumberWord {
        /// 20 to 99.
        Tens = "tens",
        /// 24 to 99.
        Dozens = "dozens",
        /// 200 to 999.
        Hundreds = "hundreds",
        /// 2,000 to 9,999.
        Thousands = "thousands",
    }
);

words!(
    /// What a person was in the event; harm to every side has the same fields.
    Group {
        /// None of the others.
        Civilian = "civilian",
        /// Took part in an assembly.
        Protester = "protester",
        /// Was near.
        Bystander = "bystander",
        /// Police, military or another armed force.
        SecurityForce = "security-force",
        /// An official.
        Official = "official",
        /// A journalist.
        Journalist = "journalist",
        /// An observer.
        Observer = "observer",
        /// An agent of a party.
        PartyAgent = "party-agent",
        /// Not known.
        Unknown = "unknown",
    }
);

words!(
    /// The kind of unit that a record names beside an act or an incident, not verified.
    Category {
        /// Police.
        Police = "police",
        /// Military.
        Military = "military",
        /// Intelligence services.
        Intelligence = "intelligence",
        /// Armed civilians.
        ArmedCivilians = "armed-civilians",
        /// People of a party.
        Party = "party",
        /// The election authority.
        ElectionAuthority = "election-authority",
        /// Another official.
        OtherOfficial = "other-official",
        /// Not known.
        Unknown = "unknown",
    }
);

words!(
    /// When in an election.
    Phase {
        /// Before election day.
        Before = "before",
        /// Opening of the stations.
        Opening = "opening",
        /// Voting.
        Voting = "voting",
        /// Closing.
        Closing = "closing",
        /// Counting.
        Counting = "counting",
        /// Transmission of results.
        Transmission = "transmission",
        /// After election day.
        After = "after",
    }
);

words!(
    /// How exact a time or a place is.
    Precision {
        /// Exact.
        Exact = "1",
        /// Near: the day, the municipality.
        Near = "2",
        /// Rough: the week, the state.
        Rough = "3",
    }
);

words!(
    /// By which rule somebody assessed a claim or an act.
    Rule {
        /// A death certificate or a record of a court.
        VerifyRecord = "verify-record",
        /// A video, checked for place and time by two.
        VerifyVideo = "verify-video",
        /// An interview of an organisation with a stated method.
        VerifyInterview = "verify-interview",
        /// An item checked for place and time.
        CorroborateItem = "corroborate-item",
        /// Positive evidence against.
        Refute = "refute",
        /// The same as another.
        Duplicate = "duplicate",
        /// Ends a dispute for `for` or `against`.
        Resolve = "resolve",
    }
);

words!(
    /// What follows from claims and assessments, never typed.
    Status {
        /// Only from somebody who sent it in, or from nobody.
        Alleged = "alleged",
        /// One source, or several that are not independent.
        SingleSource = "single-source",
        /// Two independent sources, or one and a checked item.
        Corroborated = "corroborated",
        /// By a record, a video or an interview.
        Verified = "verified",
        /// Assessments for and against.
        Disputed = "disputed",
        /// Positive evidence against.
        Refuted = "refuted",
        /// Every claim on it was taken back.
        Withdrawn = "withdrawn",
        /// The same as another.
        Duplicate = "duplicate",
    }
);

impl Status {
    /// Whether it counts towards the minimum.
    pub fn is_corroborated(self) -> bool {
        matches!(self, Self::Corroborated | Self::Verified)
    }

    /// Whether it counts towards the credible number.
    pub fn is_credible(self) -> bool {
        !matches!(self, Self::Refuted | Self::Withdrawn | Self::Duplicate)
    }
}

words!(
    /// How places of observation were chosen.
    SampleKind {
        /// Drawn at random: the only one that gives rates.
        Probability = "probability",
        /// By quotas.
        Quota = "quota",
        /// Chosen for a reason.
        Purposive = "purposive",
        /// Whoever called.
        ComplaintLine = "complaint-line",
    }
);

words!(
    /// Who reported, as a role.
    Reporter {
        /// An accredited agent of a party.
        AccreditedAgent = "accredited-agent",
        /// A citizen observer.
        CitizenObserver = "citizen-observer",
        /// A voter.
        Voter = "voter",
        /// An official.
        Official = "official",
        /// Media.
        Media = "media",
    }
);

words!(
    /// Whether force was used.
    Force {
        /// None.
        None = "none",
        /// Threatened.
        Threatened = "threatened",
        /// Used.
        Used = "used",
    }
);

words!(
    /// How authorities responded to an assembly or an incident.
    Response {
        /// They did nothing, or were not there.
        None = "none",
        /// They were there and watched.
        Present = "present",
        /// They held people back or in.
        Contained = "contained",
        /// They dispersed people.
        Dispersed = "dispersed",
        /// They arrested people.
        Arrests = "arrests",
    }
);

words!(
    /// Whether an incident was resolved.
    Resolved {
        /// It was.
        Yes = "yes",
        /// It was not.
        No = "no",
    }
);

words!(
    /// Means of force against an assembly.
    Means {
        /// Tear gas.
        TearGas = "tear-gas",
        /// Rubber bullets.
        RubberBullets = "rubber-bullets",
        /// Batons.
        Batons = "batons",
        /// Firearms.
        Firearms = "firearms",
        /// Water cannon.
        WaterCannon = "water-cannon",
        /// Vehicles.
        Vehicles = "vehicles",
        /// Other means.
        Other = "other",
    }
);
