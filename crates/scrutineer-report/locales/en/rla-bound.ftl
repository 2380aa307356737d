# What an audit by sampling rests on, and what a full count found.

rla-error-exceeded = the register total { $register } is { $total }, and the records have { $exceeded } registered voters more than that: it bounds nothing that is missing, and no audit can rest on it; correct it, or name another total with --register
rla-count-sample = Full count of { $distinct } stations: { $audited } recorded, { $pending } to be recorded. It replaces the outcome; no risk of draws is stated.
rla-count-votes = Votes found at the stations where there was something to count, beside those of their records; up to { $missing } votes could not be counted:
rla-count-option = { $code }: found { $found }, in the records { $recorded }
rla-findings-more =
    { $count ->
        [one] and one more; --json lists all
       *[other] and { $count } more; --json lists all
    }

## A count that overturned the outcome of the records

winner-overturned-supported =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }, { $declared_winners } won, as declared: the outcome of the records does not hold.
winner-overturned-contradicted =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }, { $winners ->
        [none] { $declared_winners } did not win
       *[other] { $winners } won and { $declared_winners } did not
    }, contrary to what was declared.
winner-overturned-undetermined =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }, the outcome of the records does not hold, and { $declared_winners ->
        [none] it is not settled who won
       *[other] it is not settled whether { $declared_winners } won, as declared
    }.
standing-overturned-decided =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }, { $winners } won: the outcome of the records does not hold.
standing-overturned-undecided =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }, the outcome of the records does not hold, and it is not settled who won.
figures-overturned =
    If { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine
    }, these records are not what the sheets say, and do not settle whether the declared figures are possible.
condition-overturned =
    if { $how ->
        [boxes] the hand count of { $sample } boxes is right
        [copies] the reading of { $sample } sheets from copies of independent origin is right and the sheets are true to the ballots
       *[readings] the second reading of { $sample } sheets is right and the sheets are genuine and true to the ballots
    }
reason-overturned =
    { $how ->
        [boxes] Every box was to be counted by hand. What was found in { $sample } does not carry the outcome of the sheets
        [copies] Every sheet was to be read again from copies of independent origin. What was found on { $sample } does not carry the outcome of the records
       *[readings] Every sheet was to be read again. What was found on { $sample } does not carry the outcome of the records
    }: link { $link } of the chain of evidence is broken{ $missing ->
        [none] {""}
        [0] {""}
       *[other] ; up to { $missing } votes were not counted
    }.
change-recount =
    { $how ->
        [boxes] Another hand count of the same boxes that finds other votes.
       *[other] Another reading of the same sheets that finds other votes.
    }
report-overturned =
    The outcome of the records does not hold: { $how ->
        [boxes] every box was to be counted by hand, and what was found in { $sample } does not carry it
        [copies] what { $sample } copies of independent origin say does not carry it
       *[readings] what was read again on { $sample } sheets does not carry it
    }. Link { $link } of the chain of evidence is broken.
report-column-counted =
    { $how ->
        [boxes] Hand count
       *[other] Read again
    }
chain-2-overturned = Every sheet was read again from copies of independent origin: what they say does not carry the outcome of the records.
chain-3-overturned = Every sheet was read again: what was read does not carry the outcome of the records.

## Registered voters that only the records say

chain-registered-of-records = The bound holds only if the registered voters that the records say are right: no official list by station has them, and what is missing is the register total less their sum.
rla-plan-registered = What is missing rests on the registered voters that the records say themselves, since no official list by station has them. The audit does not check them: every conclusion holds only if they are right. An official list by station in the folder would remove this condition.
rla-plan-registered-read = What is missing rests on the registered voters that the records say themselves, since no official list by station has them. They are read again with the votes: as many as a record has above its sheet count as votes of the other side. Where the copies do not state them, plan with --trust-registered.
rla-joint = One draw for all { $count } contests, so that the chance of confirming any wrong outcome is at most { $limit }, each with what its own plan rests on: { $size }; expected: { $stations } different stations, { $hours } hours of a team of two. With a draw for each: { $draws } draws, { $apart } stations, { $apart-hours } hours, and the chance of confirming some wrong outcome is at most { $sum }. The commands below audit each contest by a draw of its own.
rla-error-contest-twice = the contest { $contest } of { $election } is given twice: one draw for several contests takes each once
rla-error-stations-differ =
    one draw needs the same stations in every folder, and these are not those of { $first }: { $count ->
        [one] one station differs
       *[other] { $count } stations differ
    }{ $lacking ->
        [0] {""}
       *[other] ; only there { $lacking }, first { $lacking-named }
    }{ $more ->
        [0] {""}
       *[other] ; only here { $more }, first { $more-named }
    }
