# What a plan would show if all that is drawn were confirmed, and what that does not say. Ids: rla-plan-....

rla-plan-declared =
    The declaration "{ $declaration }" has another outcome: { $declared_winners ->
        [none] nobody wins
       *[other] { $declared_winners }
    }. This audit asks whether that of the records holds: it can confirm it or overturn it, and confirms no other.
rla-plan-confirmed =
    With { $total ->
        [none] { $resting }
       *[other] the register of { $total } { $applies ->
            [no] names, which counts people who do not vote in this contest
           *[other] electors
        }
    }: if { $count ->
        [one] one { $how ->
            [boxes] box
           *[other] sheet
        }
       *[other] { $count } { $how ->
            [boxes] boxes
           *[other] sheets
        }
    } drawn at random after a public commitment were all { $how ->
        [independent] confirmed from an independent origin
        [boxes] counted and found as their sheets say
       *[copies] read again from the same copies and found as the records say
    }, then, with 95 % confidence, fewer { $how ->
        [copies] records are misread
       *[other] sheets are false
    } than would be needed to { $rule ->
        [plurality] remove the lead
       *[other] change the outcome of the records
    }.
rla-plan-not-done = Not yet done: nothing was announced, drawn or looked at. This is arithmetic on the records. A draw goes in proportion to the possible error, and what is drawn twice counts twice.
rla-plan-who =
    Who could do it: { $how ->
        [independent] anyone with copies that came another way from the stations: the electoral authority with its own, parties and observers whose agents kept theirs, a court. The same people must not choose which sheets are compared; the dice do.
        [boxes] whoever has access to the sealed boxes: the electoral authority, a court, together with people of several sides. The same people must not choose which boxes are opened; the dice do.
       *[copies] anyone who reads the copies without seeing the records. Whether the copies are genuine takes other copies, which came another way from the stations (--independent).
    }
rla-plan-mismatch =
    What one mismatch would mean: that { $how ->
        [independent] one record, or one copy, is not what the other says
        [boxes] one sheet is not what its box says
       *[copies] one record is not what its copy says
    }. It is a finding of its own, to be looked into. For the outcome it means more draws, or a full count; it does not mean that the outcome is wrong.

rla-methods = Methods side by side at { $limit }, with { $resting }, if the records are right; work of a team of two:
rla-methods-row =
    { $name }  { $size }{ $how ->
        [most] , enough in about nine of ten audits,
       *[other] {""}
    } with { $resting }: { $stations } boxes, { $ballots } ballots, { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }{ $basis ->
        [yes] {" "}(this plan)
       *[other] {""}
    }

# What bounds the stations without a record, in every sentence that names a size or a risk.
rla-resting =
    { $register ->
        [none] { $how ->
            [list] the official list of each station
            [records] the registered voters of each station by the list or its record
            [issued] the ballots issued to each station
            [maximum] the legal maximum of each station
           *[other] what each station can hold
        }
       *[other] the register total { $register }
    }
