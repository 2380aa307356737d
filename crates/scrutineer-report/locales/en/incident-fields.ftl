# What reports and figures say beside their number.
incidents-told-units = Kinds of units that reports name, not verified, with the number of these reports: { $what }
incidents-told-force = Force, with the number of reports that say it: { $what }
incidents-told-responses = Response of the authorities, with the number of reports that say it: { $what }
incidents-told-phases = When, with the number of reports: { $what }
incidents-told-resolved = Whether it was resolved, with the number of reports that say it: { $what }
incidents-told-persons =
    Persons affected by one incident: { $low } to { $high } by { $count ->
        [one] the only report that says it.
       *[other] the { $count } reports that say it. These numbers are never added.
    }
incidents-told-sizes =
    People in one assembly: { $low } to { $high } by { $count ->
        [one] the only report that says it.
       *[other] the { $count } reports that say it. These numbers are never added.
    }
incidents-category-police = police
incidents-category-military = military
incidents-category-intelligence = intelligence services
incidents-category-armed-civilians = armed civilians
incidents-category-party = people of a party
incidents-category-election-authority = election authority
incidents-category-other-official = other officials
incidents-category-unknown = not known
incidents-force-none = none
incidents-force-threatened = threatened
incidents-force-used = used
incidents-response-none = none
incidents-response-present = present without acting
incidents-response-contained = people held back or in
incidents-response-dispersed = people dispersed
incidents-response-arrests = arrests
incidents-phase-before = before election day
incidents-phase-opening = opening
incidents-phase-voting = voting
incidents-phase-closing = closing
incidents-phase-counting = counting
incidents-phase-transmission = transmission
incidents-phase-after = after election day
incidents-resolved-yes = yes
incidents-resolved-no = no
incidents-groups = to whom: { $what }
incidents-perpetrators = kind of unit that the record names, not verified (a person for whom it names several stands under each): { $what }
incidents-figures-withheld =
    { $count ->
        [one] One figure of a source that may not be named is withheld: it, or what follows from it, could tell of one to four persons.
       *[other] { $count } figures of sources that may not be named are withheld: each of them, or what follows from it, could tell of one to four persons.
    }
incidents-figure-parts = { $figure }; of them { $what }
incidents-figure-noted = { $figure }; about the date: { $note }
conditions-by-perpetrator = Credible persons by the kind of unit that the record names. That it was this unit was not verified. A person for whom it names several stands under each: { $act }
conditions-column-perpetrator = Kind of unit that the record names
conditions-group-minors = minors
conditions-group-minors-over = minors, more than
cli-incidents-release-claims-too-few =
    { $count ->
        [one] One claim of a source that may not be named waits; a batch has at least five, and of each act but deaths five of that act.
       *[other] { $count } claims of sources that may not be named wait; a batch has at least five, and of each act but deaths five of that act.
    }
cli-incidents-release-claims-too-early = { $count } claims of sources that may not be named wait; their time, between 24 and 72 hours, is not over.
cli-incidents-release-claims-released = Batch { $batch } leaves with { $count } claims of sources that may not be named:
cli-conditions-waiting-claims =
    { $count ->
        [one] One claim of a source that may not be named is left out: it is in no batch yet (scrutineer incidents release).
       *[other] { $count } claims of sources that may not be named are left out: they are in no batch yet (scrutineer incidents release).
    }
incidents-id-of-claim = expected an id that no report and no row of namings has: batches name claims of sources that may not be named by their ids
incidents-forms-critical = expected true, or no key: a type that needs a call-back is about persons, killed excepted
cli-incidents-forms-few = The forms say that these types are not about persons; their reports, days and places of observation are shown however few they are: { $what }
