# What has been published: states, claims, help.

disclosure-title = What has been published: { $authority }, as of { $as-of }
disclosure-not-used = Not used in the answers about the election. Everything here is a claim with its source.
disclosure-heading = { $what }: { $state }
disclosure-met = met
disclosure-partly = partly met
disclosure-not-met = not met
disclosure-cannot-tell = cannot tell
disclosure-reason-whole = All of it was published.
disclosure-reason-some-units = Only a part of the units was published.
disclosure-reason-coarser = It was published for larger units only.
disclosure-reason-amount-unknown = Nobody says how much of it was published.
disclosure-reason-gone = It was published and later no longer found.
disclosure-reason-looked-for = It was looked for on or after the last day, and not found.
disclosure-reason-not-due = The last day is not over.
disclosure-reason-no-term = Nobody says which day is the last.
disclosure-reason-not-looked-for = Nobody says that they looked on or after the last day.
disclosure-duty = To be published { $unit }; basis: { $basis }; term: { $term }; last day: { $due } (according to { $source }, { $date })
disclosure-days = { $days ->
    [one] { $days } day since the last day
   *[other] { $days } days since the last day
}
disclosure-days-left = { $days ->
    [one] { $days } day until the last day
   *[other] { $days } days until the last day
}
disclosure-in-time = First seen within the term
disclosure-late = { $days ->
    [one] First seen { $days } day after the last day
   *[other] First seen { $days } days after the last day
}
disclosure-search = Looked for and not found: { $place }, { $date } ({ $source })
disclosure-request = Asked for by { $author }, { $date }: { $what } ({ $source })
disclosure-response = Answer of { $author }, { $date }: { $outcome }; { $what } ({ $source })
disclosure-no-response = No answer is on record.
disclosure-granted = given
disclosure-partly-granted = given in part
disclosure-refused = refused
disclosure-other = something else
disclosure-unknown = unknown
disclosure-whole = all units
disclosure-part = some units
disclosure-seen = { $first } to { $last }
disclosure-unit-sheet = as the picture of each sheet
disclosure-unit-station = for each table
disclosure-unit-place = for each polling place
disclosure-unit-parish = for each parish
disclosure-unit-municipality = for each municipality
disclosure-unit-state = for each state
disclosure-unit-national = for the whole contest
disclosure-column-what = What
disclosure-column-by = By
disclosure-column-unit = Unit
disclosure-column-amount = Amount
disclosure-column-address = Address
disclosure-column-sha256 = SHA-256
disclosure-column-captured = Copied on
disclosure-column-seen = Seen
disclosure-column-source = Source

reader-obligation-id = the id of an obligation
reader-publication-id = the id of a publication
reader-request-id = the id of a request
reader-not-before-first = a day that is not before first_seen
reader-not-after-as-of = a day that is not after as_of

cli-disclosure-about = Say what the authority must publish, what it has, and since when it has not
cli-disclosure-arg-dir = Election folder with disclosure.toml
cli-disclosure-arg-json = Write the document for programs
cli-disclosure-arg-html = Write one HTML file
cli-disclosure-after =
    Examples:
      scrutineer disclosure examples/venezuela-2024
      scrutineer disclosure my-election --html published.html
