# What changed from release to release, on pages of their own and on the first page.

changes-answers = Answers
changes-pairs = Compare two releases
changes-pairs-text = Every pair of these releases has a page: answers, totals and coverage before and after, and the entries between them, station by station.
changes-pair-caption = Each release with those before it
changes-column-with = Compared with
changes-only-some = Older releases are compared by the command.
changes-pair-title = From { $from } to { $to } entries
changes-pair-text = What the log said at { $from } entries, as of { $old }, and at { $to } entries, as of { $new }.
changes-same-date = What the log said at { $from } and at { $to } entries, both as of { $new }.
changes-numbers = Totals and coverage
changes-numbers-caption = Before and after, { $source }
changes-entries = Entries
changes-entries-caption = Entries between the two, by kind
changes-column-kind = Kind
changes-stations = Stations
changes-stations-caption =
    { $count ->
        [one] One entry about a sheet
       *[other] { $count } entries about sheets
    }
changes-no-stations = No entry between the two is about a sheet.
changes-step = The stations stand on the pages from release to release:
changes-column-what = What
changes-column-entry = Entry
changes-new = new
changes-again = a further reading
changes-corrected = corrects entry { $before }
changes-withdrawn = takes back entry { $before }
changes-since = Changed since { $date } ({ $size } entries)
changes-because =
    Because of the entries since: { $new ->
        [one] one new sheet
       *[other] { $new } new sheets
    }, { $corrected ->
        [one] one correction
       *[other] { $corrected } corrections
    }, { $withdrawn ->
        [one] one withdrawal
       *[other] { $withdrawn } withdrawals
    }, { $others ->
        [one] one other entry
       *[other] { $others } other entries
    }.
changes-declared-replaced =
    What was declared was replaced or taken back: { $count ->
        [one] one entry
       *[other] { $count } entries
    } about declarations.
changes-declared-added =
    More was declared: { $count ->
        [one] one new entry
       *[other] { $count } new entries
    } about declarations.
changes-kinds-corrected = Corrected: { $kinds }.
changes-kinds-withdrawn = Taken back: { $kinds }.
changes-more = All that changed
changes-jump = Changed in the last seven days
changes-nothing = No answer, total or coverage changed.
changes-errata = Errata
changes-errata-text = Corrections and withdrawals of entries. What they replace stays in the log.
changes-errata-caption =
    { $count ->
        [one] One correction
       *[other] { $count } corrections
    }
changes-no-errata = Nothing was corrected.
changes-column-subject = About
