# The chain of evidence: seven links, their questions, their states and the reasons.

chain-link-1 = Ballots to sheet
chain-link-2 = Sheet to copy
chain-link-3 = Copy to record
chain-link-4 = Record to public log
chain-link-5 = Records to totals
chain-link-6 = Totals to outcome
chain-link-7 = Outcome to declaration

chain-question-1 = Does the sheet say what the ballots in the box say?
chain-question-2 = Is this copy genuine?
chain-question-3 = Was the copy read correctly?
chain-question-4 = Is every record in the public log, none changed or removed?
chain-question-5 = Do the totals follow from the records?
chain-question-6 = Can what is missing change who won?
chain-question-7 = Does the declared result agree with the sheets?

chain-state-proven = proven
chain-state-bounded = bounded
chain-state-open = open
chain-state-broken = broken

chain-1-overturned = The boxes were counted by hand: what was counted does not carry the outcome of the sheets.
chain-1-counted = Every box was counted by hand: the outcome stands.
chain-1-risk =
    An audit of the boxes measured the risk that the sheets are wrong about the outcome{ $risk ->
        [none] {""}
       *[other] : at most { $risk }
    }{ $register ->
        [none] {""}
       *[other] , with the register total { $register }
    }.
chain-1-risk-ballots =
    An audit looked at single ballots drawn at random and measured the risk that the sheets are wrong about the outcome{ $risk ->
        [none] {""}
       *[other] : at most { $risk }
    }{ $register ->
        [none] {""}
       *[other] , with the register total { $register }
    }. That holds if the ballots of each box were laid out and counted before anybody could choose which of them lies at a drawn position.
chain-1-not-examined = The ballots were not examined.
chain-1-unfinished = An audit of the boxes was drawn and has not ended; until it does, no other one is taken.
chain-2-origins-differ = Copies of independent origin differ by as many votes as the lead, or more.
chain-2-origins-differ-little = Copies of independent origin differ, by fewer votes than the lead.
chain-2-counted = Every sheet was read again from copies of independent origin: the outcome stands.
chain-2-risk =
    A random re-check against copies of independent origin measured the risk{ $risk ->
        [none] {""}
       *[other] : at most { $risk }
    }{ $register ->
        [none] {""}
       *[other] , with the register total { $register }
    }.{ $origin ->
        [none] {""}
       *[other] {" "}The origin of the copies was named as "{ $origin }".
    }
chain-2-same-origin = Several sources agree, but they have one origin: that says nothing about the copies.
chain-2-origins-agree = Copies of independent origin agree wherever both have the station; nobody drew the stations at random.
chain-2-one-origin = All copies have one origin.
chain-2-unfinished = A random re-check of the copies was drawn and has not ended; until it does, no other one is taken.
chain-3-readings-differ = Readings of the same copies differ by as many votes as the lead, or more.
chain-3-counted = Every sheet was read again: the outcome stands.
chain-3-risk =
    An audit of the transcription measured the risk{ $risk ->
        [none] {""}
       *[other] : at most { $risk }
    }{ $register ->
        [none] {""}
       *[other] , with the register total { $register }
    }.
chain-3-read-once = Every copy was read once; nobody checked the reading.
chain-3-readings-agree = Several readings of the copies exist; no audit of the transcription measured its risk.
chain-3-unfinished = An audit of the transcription was drawn and has not ended; until it does, no other one is taken.
chain-4-inconsistent = The public log is inconsistent.
chain-4-verified = Every record is proven to be in the public log.
chain-4-not-verified = These records are in a public log; this report cannot vouch for it, but anyone can check it with the command verify.
chain-4-no-log = These records are in a folder, not in a public log.
chain-5-recomputed = The totals were computed from the records in exact integers.
chain-5-interval = Some stations have rival readings; the totals are exact intervals.
chain-5-no-sheets = Nothing was read.
chain-6-decided =
    The lead is larger than what is missing can hold{ $lead ->
        [none] {""}
       *[other] : { $lead } votes
    }{ $missing ->
        [none] {""}
       *[other] {" "}against at most { $missing }
    }{ $register ->
        [none] {""}
       *[other] , register total { $register }
    }.
chain-6-undecided =
    What is missing can hold the lead{ $lead ->
        [none] {""}
       *[other] : { $lead } votes
    }{ $missing ->
        [none] {""}
       *[other] {" "}against up to { $missing }
    }.
chain-6-not-bounded = Nobody states what the missing stations can hold.
chain-7-winner = The sheets contradict the declared winner.
chain-7-figures = The declared figures are not possible with the sheets.
chain-7-equal = The sheets are complete and every declared number agrees with them.
chain-7-possible = The declared figures are possible with the sheets and what is missing.
chain-7-small-difference =
    The declared figures differ from the complete sheets by less than the lead{ $votes ->
        [none] {""}
       *[other] : { $votes } votes
    }.
chain-7-undetermined = The sheets do not settle it.
chain-7-nothing-declared = Nothing was declared.
chain-discrepancies =
    { $discrepancies ->
        [one] One discrepancy, at most { $votes } votes: it cannot change first place.
       *[other] { $discrepancies } discrepancies, at most { $votes } votes: they cannot change first place.
    }
chain-discrepancies-broken =
    { $discrepancies ->
        [one] One discrepancy, at most { $votes } votes.
       *[other] { $discrepancies } discrepancies, at most { $votes } votes.
    }
