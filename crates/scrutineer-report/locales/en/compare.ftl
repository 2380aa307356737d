# What changed between two reports.

compare-title = Changes from { $old } to { $new }
compare-rules = The reports follow different rules ({ $old }, then { $new }). Changes below may come from the rules alone.
compare-election = The reports are about different elections ({ $old }, then { $new }). What follows is not comparable.
compare-ids = Report { $old }, then { $new }.
compare-same-report = Both reports have the same id: nothing that counts has changed.
compare-files = Files
compare-files-same = The same bytes were read.
compare-file-new = { $file }: new
compare-file-gone = { $file }: gone
compare-file-changed = { $file }: changed
compare-answers-same = No answer has changed.
compare-no-answer = no such answer
compare-reason = Because:
compare-chain = Links of the chain whose state has changed:
compare-state = { $old }, now { $new }.
compare-numbers = Totals and coverage that have changed
compare-numbers-same = No total and no coverage has changed.
compare-votes = Votes for { $option }
compare-column-old = Before
compare-column-new = Now
compare-column-change = Change
compare-findings-new =
    { $count ->
        [0] No new finding.
        [one] One new finding:
       *[other] { $count } new findings:
    }
compare-findings-gone =
    { $count ->
        [0] No finding is gone.
        [one] One finding is gone:
       *[other] { $count } findings are gone:
    }
compare-findings-disposed =
    { $count ->
        [0] No finding has been looked into since.
        [one] One finding has been looked into since:
       *[other] { $count } findings have been looked into since:
    }
