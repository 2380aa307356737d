# Incidents: what is wrong with a table, help, and what is said of incidents.
incidents-expected-object = expected one object of texts, numbers and lists of texts in a line, found { $length } bytes of something else
incidents-unknown-column = column { $number } is not expected: it may hold what nobody may read. Expected: { $known }
incidents-repeated-column = column { $number } has the name of an earlier one
incidents-no-column = expected a column { $name }, found none
incidents-cells = expected at most { $expected } cells, found { $length }
incidents-expected-text = expected text, found bytes that are none
incidents-expected-filled = expected a value, found an empty cell
incidents-expected-short = expected at most 2000 characters, found { $length }
incidents-expected-word = expected one of: { $known }; found { $length ->
        [0] nothing
       *[other] another text of { $length } characters
    }
incidents-expected-code = expected 1 to 64 characters of A-Z a-z 0-9 . _ -, found a text of { $length } characters
incidents-expected-codes = expected ids apart by semicolons, found a text of { $length } characters
incidents-expected-date = expected a date such as 2024-07-28, found a text of { $length } characters
incidents-expected-number = expected a whole number, found a text of { $length } characters
incidents-expected-area = expected a path such as 01/004, a municipality or wider, found a text of { $length } characters
incidents-expected-area-argument = expected an area such as 01/004, a municipality or wider
incidents-expected-later = expected a day that is not before the first one, found an earlier one
incidents-expected-larger = expected a number that is not below the first one, found a smaller one
incidents-expected-fewer = expected at most as many as were reached, found more
incidents-expected-digest = expected 64 hexadecimal digits in lower case, found a text of { $length } characters
incidents-expected-value = expected what the qualifier asks for (a number, two, a word, a person or a withdrawn claim) and nothing else, found something else
incidents-expected-quote = expected at most 25 words, found more
incidents-expected-parts = expected GROUP=NUMBER apart by semicolons, groups being { $known }; found a text of { $length } characters
incidents-expected-outcome = expected for or against with the rule resolve and nothing with any other, found something else
incidents-expected-reference = expected an id of the table { $name }, found one that is not there
incidents-expected-own = expected a claim of the same source, found one of another
incidents-repeated-id = the id stands in row { $row } already
incidents-immutable = a row with this id is there with other cells; rows are immutable: add a new one

cli-incidents-about = Incidents and victims: claims kept apart, counts as ranges; no answer of the audit rests on them
cli-incidents-after =
    Examples:
      scrutineer incidents import DIR --table claims --from claims.csv
      scrutineer incidents count DIR --act detained --as-of 2024-08-31
      scrutineer incidents report DIR
cli-incidents-import-about = Add rows of a file to a table of the folder, all of them or none
cli-incidents-import-arg-dir = Election folder; tables are kept under incidents/
cli-incidents-import-arg-table = Table: sources, items, persons, perpetrators, events, claims, acts, links, assessments, deployments, reports, namings or releases
cli-incidents-import-arg-from = File: delimited text, JSON lines (.jsonl), or a workbook (.xlsx, .ods)
cli-incidents-import-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-import-arg-json = Write the answer for programs
cli-incidents-import-after =
    Examples:
      scrutineer incidents import DIR --table sources --from sources.csv
      scrutineer incidents import DIR --table claims --from claims.jsonl
cli-incidents-link-about = Link lists with names, which stay where they are; the folder gets random ids and decisions
cli-incidents-link-arg-dir = Election folder with the sources of the lists
cli-incidents-link-arg-list = A list, as SOURCE=FILE; give one for each list. Columns: id, given, surname1, surname2, date, age, place, sex, identity
cli-incidents-link-arg-records = Private file with the random ids of the records; keep it away from the folder
cli-incidents-link-arg-act = What the lists are about: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused
cli-incidents-link-arg-as-of = Day of the decisions and of new claims
cli-incidents-link-arg-weights = File with other agreement weights
cli-incidents-link-arg-key = File with a secret key of at least 32 bytes, with which identity numbers are compared
cli-incidents-link-arg-review = Ask about the pairs that no rule decides
cli-incidents-link-arg-decider = Role of the person who answers, never a name; reviewer where none is given
cli-incidents-link-arg-json = Write the answer for programs
cli-incidents-link-after =
    Examples:
      scrutineer incidents link DIR --list ngo-a=a.csv --list ngo-b=b.csv --act detained \
        --as-of 2024-08-31 --records records.csv
      scrutineer incidents link DIR --list ngo-a=a.csv --list ngo-b=b.csv --act detained \
        --as-of 2024-08-31 --records records.csv --key key --review
cli-incidents-count-about = How many, as minimum, credible and maximum with a cut-off date
cli-incidents-count-arg-dir = Election folder with incidents/
cli-incidents-count-arg-act = What was done: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused
cli-incidents-count-arg-as-of = Cut-off date; the latest day of the tables where none is given
cli-incidents-count-arg-area = Only in this area, such as 01 or 01/004
cli-incidents-count-arg-from = Only what lies between this day
cli-incidents-count-arg-to = and this one
cli-incidents-count-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-count-arg-json = Write the answer for programs
cli-incidents-count-after =
    Examples:
      scrutineer incidents count DIR --act killed
      scrutineer incidents count DIR --act detained --as-of 2024-08-07 --json
cli-incidents-estimate-about = How many no list has, as a range over models, or why nobody can say
cli-incidents-estimate-arg-dir = Election folder with incidents/
cli-incidents-estimate-arg-act = What was done: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused
cli-incidents-estimate-arg-as-of = Cut-off date; the latest day of the tables where none is given
cli-incidents-estimate-arg-list = Only these lists, by their source; the five largest where none is given
cli-incidents-estimate-arg-allow-deaths = Estimate deaths as well
cli-incidents-estimate-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-estimate-arg-json = Write the answer for programs
cli-incidents-estimate-after =
    Examples:
      scrutineer incidents estimate DIR --act detained
      scrutineer incidents estimate DIR --act detained --list ngo-a --list ngo-b --list ngo-c
cli-incidents-report-about = Everything that may be shown: counts, published figures, reports by right
cli-incidents-report-arg-dir = Election folder with incidents/
cli-incidents-report-arg-as-of = Cut-off date; the latest day of the tables where none is given
cli-incidents-report-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-report-arg-json = Write the answer for programs
cli-incidents-report-after =
    Examples:
      scrutineer incidents report DIR
      scrutineer incidents report DIR --as-of 2024-08-31 --json

cli-incidents-no-tables = expected at least one table in { $folder }, found none
cli-incidents-argument = { $option }: expected one of: { $known }
cli-incidents-no-date = nothing in the tables has a date or a list: give --as-of
cli-incidents-small = this part of the country or of the time cannot be counted: it, or what is left without it, has fewer than five persons, and such a number can tell who somebody is. Of acts other than deaths, give an area that the report shows, or an interval without an area whose first and last day have more persons
cli-incidents-key = expected a key of at least { $least } bytes
cli-incidents-list = --list: expected SOURCE=FILE, each source once, sources being: { $known }
cli-incidents-list-ids = expected ids that differ, found one twice
cli-incidents-imported =
    { $added ->
        [one] One row added
       *[other] { $added } rows added
    }; { $same ->
        [one] one was
       *[other] { $same } were
    } there already.
cli-incidents-linked =
    { $records ->
        [one] One record is
       *[other] { $records } records are
    } { $low } to { $high } persons: { $auto ->
        [one] one pair
       *[other] { $auto } pairs
    } joined by rule, { $review } for a person.
cli-incidents-conflicts =
    { $count ->
        [one] One join was not made: it would put two records of one list together.
       *[other] { $count } joins were not made: they would put two records of one list together.
    }
cli-incidents-compared =
    { $compared ->
        [one] One pair
       *[other] { $compared } pairs
    } compared; { $skipped ->
        [one] one shares no date, sound or place and was not.
       *[other] { $skipped } share no date, sound or place and were not.
    }
cli-incidents-sensitivity = Thresholds moved by { $moved }: { $low } to { $high } persons.
cli-incidents-review-how = For each pair: s same, d different, u unsure, k skip, q quit. Names are in your lists.
cli-incidents-review-again = Please type s, d, u, k or q.
cli-incidents-review-question = Pair { $number } of { $of }: { $left } and { $right }, score { $score } ({ $levels }), identity number { $state ->
        [same] the same
        [different] different
       *[other] not given
    }?

incidents-not-used = Not used in the answers
incidents-cut-off = What was known by { $date }.
incidents-count-lists =
    { $lists ->
        [one] One list names them
       *[other] { $lists } lists name them, of which { $independent ->
            [one] one is
           *[other] { $independent } are
        } independent
    }; { $open ->
        [one] one pair
       *[other] { $open } pairs
    } may be one person.
incidents-figures =
    Published figures: { $claims ->
        [one] one claim
       *[other] { $claims } claims
    } by { $sources ->
        [one] one source
       *[other] { $sources } sources, of which { $independent ->
            [one] one is
           *[other] { $independent } are
        } independent
    }. They are never added.
incidents-figure-verified = verified case by case: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-lowest = lowest: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-credible = latest of the strongest standing: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-highest = highest: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-party = beside, from a party to the events: { $number } ({ $name }, { $standing }, { $date })
incidents-number-exact = { $low }
incidents-number-range = { $low } to { $high }
incidents-number-at-least = at least { $low }
incidents-number-over = over { $low }
incidents-number-word =
    { $how ->
        [tens] tens
        [dozens] dozens
        [hundreds] hundreds
       *[other] thousands
    } ({ $low } to { $high })
incidents-standing-primary = primary source
incidents-standing-secondary = secondary source
incidents-standing-compilation = compilation
incidents-standing-party = party
incidents-by-area = Credible persons by state, { $act }:
incidents-withheld = withheld
incidents-right = { $name } ({ $cites })
incidents-type-line = { $what }: { $number }, { $direct }, { $days }
incidents-reports =
    { $count ->
        [one] one report
       *[other] { $count } reports
    }
incidents-reports-withheld = the number of reports is withheld
incidents-direct =
    { $count ->
        [0] none of them seen by who reports
        [one] one of them seen by who reports
       *[other] { $count } of them seen by who reports
    }
incidents-direct-withheld = as is how many were seen by who reports
incidents-day = { $date }
incidents-days = { $from } to { $to }
incidents-observed-rate = { $name } ({ $sample }): { $reports } of { $of } places, { $share }, 95 % interval { $low } to { $high }
incidents-observed-of = { $name } ({ $sample }): { $reports } of { $of } observed places; no rate for the country follows
incidents-observed-calls = { $name } ({ $sample }): { $reports ->
        [one] one report
       *[other] { $reports } reports
    }; nobody knows out of how many
incidents-sample-probability = drawn at random
incidents-sample-quota = chosen by quotas
incidents-sample-purposive = chosen for a reason
incidents-sample-complaint-line = complaint line
incidents-not-called-back =
    { $count ->
        [one] One critical report is not counted: nobody called back yet.
       *[other] { $count } critical reports are not counted: nobody called back yet.
    }
incidents-went-down = { $later } is lower than { $earlier } of the same source, which was not taken back.
incidents-insufficient = Assessment { $id } changes nothing: { $what }
incidents-lacks-record = it needs a record of a court or a death certificate
incidents-lacks-video = it needs a video checked for place and time, and two different assessors
incidents-lacks-method = it needs an interview by a source that states its method
incidents-lacks-check = it needs an item checked for place and time
incidents-lacks-evidence = it needs positive evidence
incidents-lacks-other = it needs the act or claim that it repeats
incidents-lacks-second = it needs two different assessors

incidents-estimate-range = { $observed } persons are on the lists. { $models ->
        [one] By the only model that is near the best,
       *[other] Over { $models } models that fit alike,
    } there are { $lowest } to { $highest } in all; 95 % interval over all of them { $low } to { $high }.
incidents-estimate-joined = If the open pairs are one person each: { $low } to { $high }.
incidents-estimate-bound = Chao's lower bound: { $low }.
incidents-estimate-unreached = People whom no list can reach are not counted: if there are many of them, there are more persons than the upper end says.
incidents-estimate-rests = This holds only if:
incidents-assumes-closed = nobody joined or left the group in the interval;
incidents-assumes-definition = all lists mean the same act;
incidents-assumes-linkage = who is the same person was decided rightly;
incidents-assumes-dependence = lists depend on each other only as the models say;
incidents-assumes-chance = everybody had some chance to be on some list;
incidents-assumes-entries = nobody is on a list who does not belong there.
incidents-estimate-none = No estimate of those whom no list has; only the count holds:
incidents-refused-deaths = deaths are few and lists read each other, so independence cannot be defended
incidents-refused-lists = expected three lists with persons, found { $count }
incidents-refused-derived = { $first } and { $second } rest on each other or on a third, or one of them repeats others without saying whom
incidents-refused-persons = expected 50 persons or more, found { $count }
incidents-refused-overlap = { $first } and { $second } share { $count } persons, fewer than 5
incidents-refused-model = no model has a finite estimate
incidents-refused-differ = models that fit alike differ by more than a factor of two
incidents-refused-wide = the ends of the interval are more than a factor of four apart
incidents-right-liberty = Liberty and security of the person
incidents-right-movement = Freedom of movement
incidents-right-expression = Freedom of expression
incidents-right-assembly = Peaceful assembly
incidents-right-participation = Taking part in public affairs
incidents-right-none = No obligation cited
incidents-act-killed = deaths
incidents-count-killed =
    { $minimum ->
        [one] At least one person was killed
       *[other] At least { $minimum } persons were killed
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-wounded = injuries
incidents-count-wounded =
    { $minimum ->
        [one] At least one person was injured
       *[other] At least { $minimum } persons were injured
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-detained = arrests
incidents-count-detained =
    { $minimum ->
        [one] At least one person was detained
       *[other] At least { $minimum } persons were detained
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-disappeared = disappearances
incidents-count-disappeared =
    { $minimum ->
        [one] At least one person disappeared
       *[other] At least { $minimum } persons disappeared
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-threatened = threats
incidents-count-threatened =
    { $minimum ->
        [one] At least one person was threatened
       *[other] At least { $minimum } persons were threatened
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-dismissed = dismissals
incidents-count-dismissed =
    { $minimum ->
        [one] At least one person was dismissed
       *[other] At least { $minimum } persons were dismissed
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-agent-expelled = party agents sent out
incidents-count-agent-expelled =
    { $minimum ->
        [one] At least one person was sent out as a party agent
       *[other] At least { $minimum } persons were sent out as party agents
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-act-copy-refused = refused copies
incidents-count-copy-refused =
    { $minimum ->
        [one] At least one person was refused a copy of the sheet
       *[other] At least { $minimum } persons were refused a copy of the sheet
    } by what is corroborated here; { $credible ->
        [one] one is
       *[other] { $credible } are
    } named by { $lists ->
        [one] one list
       *[other] { $lists } lists
    }; up to { $maximum } were reported. Known by { $date }.
incidents-type-candidate-disqualified = a candidate was disqualified
incidents-type-registration-refused = registration of a voter was refused
incidents-type-registration-obstructed = registration of voters was obstructed
incidents-type-registration-abroad-obstructed = registration of voters abroad was obstructed
incidents-type-relocated-without-notice = voters were relocated without notice
incidents-type-register-not-published = the register was not published
incidents-type-observers-not-invited = observers were not invited
incidents-type-opened-late = the centre opened late
incidents-type-not-opened = the centre did not open
incidents-type-voters-turned-away = voters were turned away
incidents-type-queue-controlled = the queue was controlled by others than officials
incidents-type-identity-scanned = identity cards were scanned at a party's point
incidents-type-register-missing = the register was missing
incidents-type-agent-refused-entry = a party agent was refused entry
incidents-type-agent-expelled = a party agent was sent out
incidents-type-agent-credentials-rejected = a party agent's credentials were rejected
incidents-type-agent-threatened = a party agent was threatened
incidents-type-agent-detained = a party agent was detained
incidents-type-copy-refused = a copy of the sheet was refused
incidents-type-count-not-public = the count was not public
incidents-type-sheet-not-printed = the sheet was not printed
incidents-type-transmission-before-count = results were sent before or without a count
incidents-type-sheet-altered = a sheet was altered
incidents-type-materials-removed = materials were removed
incidents-type-armed-civilians = armed civilians at the centre
incidents-type-party-checkpoint = a party's checkpoint at the centre
incidents-type-assisted-without-request = voters were assisted without asking
incidents-type-benefits-threatened = benefits were made to depend on the vote
incidents-type-centre-attacked = the centre was attacked
incidents-type-shots = shots were fired
incidents-type-wounded = somebody was wounded
incidents-type-killed = somebody was killed
incidents-type-assembly = an assembly
incidents-type-assembly-dispersed = an assembly was dispersed
incidents-type-mass-arrest = many people were arrested at once
incidents-type-journalist-detained = a journalist was detained
incidents-type-equipment-seized = equipment of journalists was seized
incidents-type-outlet-closed = an outlet was closed
incidents-type-signal-closed = a signal was switched off
incidents-type-checkpoint = a checkpoint
incidents-type-passport-annulled = a passport was annulled
