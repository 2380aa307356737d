# Audits of single ballots: plan, draw, records, certificate. Ids: rla-ballot...; help as in rla.ftl.

rla-ballots-plan-row =
    { $register ->
        [none] Without a register total, by { $resting }
       *[other] Register total { $register }
    }{ $total ->
        [none] {""}
       *[other] {" "}({ $total })
    }{ $applies ->
        [no] , which counts people who do not vote in this contest
       *[other] {""}
    }{ $basis ->
        [yes] , on which the plan rests
       *[other] {""}
    }: margin on the sheets { $sheets }, less { $missing } that stations without a record can hold, leaves { $margin }.
rla-ballots-plan-sizes = With { $resting }, single ballots by { $measure }: { $ten } at 10 %, { $five } at 5 %, { $one } at 1 %, enough in about nine of ten audits if the records are right.
rla-ballots-plan-population = Positions that can be drawn: { $ballots }, at each station as many as its box can hold, whatever its sheet says. Each is equally likely. A position above the number of ballots that were counted in the box is empty and counts as a vote for nobody.
rla-ballots-plan-expected = With { $resting }, expected from the margins, if the records are right: { $size }.
rla-ballots-plan-simulated = With { $resting }, in 200 simulated audits of the records: { $half } in half of them, { $most } in nine of ten.
rla-ballots-plan-work =
    First size with { $resting }: { $size }, enough in about nine of ten audits if the records are right. Expected: { $ballots } different ballots in { $stations } boxes, { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } of a team of two.
rla-need-ballots = What is needed: access to the boxes of the drawn stations, sealed since the count, and people of several sides. They lay the ballots of a box in one pile, in an order that nobody chose, and count them before witnesses, before anybody looks which positions were drawn; a position is counted from the top. A refusal, a missing box or a missing ballot counts as the worst case.

rla-ballots-drawn =
    { $draws ->
        [one] 1 draw
       *[other] { $draws } draws
    }: { $ballots ->
        [one] one ballot is to be looked at.
       *[other] { $ballots } different ballots in { $stations ->
            [one] one box
           *[other] { $stations } boxes
        } are to be looked at.
    } A ballot that was drawn twice counts twice.
rla-column-position = Position, from the top
rla-column-seen = Found (valid, blank, spoilt, empty, missing, refused)
rla-column-option = Option, if valid
rla-column-in-box = Ballots in the box
rla-column-witnesses = Witnesses, as roles
rla-column-time = Time
rla-form-positions = Polling place { $place }: positions
rla-form-boxes-first = First, before anybody turns to the page with the positions: lay the ballots of the box in one pile, in the order in which they come, count them before witnesses and write the number here. From then on nobody changes the order of the pile. The positions are public since the draw: this order and this number are what keeps them honest.
rla-form-ballots = Only for boxes whose ballots were counted on the page before this one. A position is counted from the top. Write what each drawn ballot says; "empty" where the position is above the number of ballots of the box, "missing" where the ballot cannot be found although it is not, or there is no box, and "refused" where access is refused.
rla-form-options = Options: { $known }.

rla-ballots-recorded =
    { $count ->
        [one] One ballot recorded.
       *[other] { $count } ballots recorded.
    }
rla-ballots-sample =
    { $drawn ->
        [one] 1 draw
       *[other] { $drawn } draws
    } of { $distinct ->
        [one] one ballot
       *[other] { $distinct } different ballots
    }; { $audited } of these recorded, { $pending } to be recorded.
rla-ballots-risk =
    Risk so far, over the first { $measured ->
        [one] draw
       *[other] { $measured } draws
    }, with { $resting }, by { $measure }: at most { $p } (limit { $limit }).
rla-ballot-absent =
    Station { $station }, ballot { $position }: { $how ->
        [refused] access was refused
       *[other] no ballot was found
    }; it counts as the worst case.
rla-ballot-box-full = Station { $station }: { $found } ballots in a box that can hold { $beside }. Until that is explained only a full count decides.
rla-ballot-box-more = Station { $station }: { $found } ballots in the box, { $beside } by its sheet. The box can hold them; the sheet does not say all.
rla-ballot-box-fewer = Station { $station }: { $found } ballots in the box, { $beside } by its sheet. The positions above count as votes for nobody.
rla-ballots-next-record =
    { $pending ->
        [one] Next: record the ballot that is left. A missing one is recorded as missing, never left out.
       *[other] Next: record the { $pending } ballots that are left. Missing ones are recorded as missing, never left out.
    }
rla-ballots-next-draw =
    { $draws ->
        [one] Next, with { $resting }: one further draw
       *[other] Next, with { $resting }: { $draws } further draws
    }, enough in about nine of ten audits if the records are right.
rla-ballots-next-all = Next: a full count of every box. Fewer draws than there are ballots would not do.
rla-ballots-next-void = Next: a full count of every box, or an explanation: a box had more ballots than it can hold, so that no risk can be measured.

rla-ballots-certificate =
    Certificate of the audit { $audit }.
    Announced before the dice: { $digest } (SHA-256 of commitment.json).
    T = { $total }, the number of positions that can be drawn; M = { $missing }, the votes that stations without a record can hold; risk limit { $risk_limit }. The risk is that with { $resting }.
    How to replay a draw: printf '%s' 'MESSAGE' | sha256sum; keep the first 15 digits, as a hexadecimal number x. It is below { $limit }, or the draw was made again with the next attempt. x modulo T is VALUE. The station is the first row of manifest.csv whose column cumulative is larger than VALUE: ABOVE is at most VALUE, CUMULATIVE is larger. POSITION is VALUE - ABOVE + 1.
    How to replay the risk: for each claim, X is what the ballot says for it: 0 against it or where nobody saw the ballot, u for it, 1/2 for neither or where the box has fewer ballots than that. t = 1/2 + M / (2 T) is the largest mean if the claim is wrong. ln p starts at 0; each draw subtracts ln(1 + lambda (X - t)). The risk of a claim is e to the smallest ln p so far, and at most 1; that of the outcome is the largest over the claims. From the first draw on that is not recorded there is "not-recorded".
rla-ballots-bets-alpha = The measure alpha decides: lambda = (eta_j - t) / (t (u - t)) with eta_j = min(u - c / sqrt(d + j - 1), max((d eta + S) / (d + j - 1), t + c / sqrt(d + j - 1))), d = 100, where S is the sum of X over the j - 1 draws before.
rla-ballots-bets-bravo = The measure bravo decides: lambda is the same at every draw, (eta - t) over the mean of (X - t)^2 by the records, and at most 0.99 / t.

rla-ballot-error-beyond = station { $station } has the positions 1 to { $most }, found { $position }
rla-ballot-error-not-drawn = ballot { $position } of { $station } was not drawn
rla-ballot-error-recorded = ballot { $position } of { $station } was recorded as number { $number }; to replace that record write its number into the column supersedes
rla-ballot-error-supersedes = ballot { $position } of { $station } has no record { $number } that can be replaced
rla-ballot-error-twice = ballot { $position } of { $station } stands already in row { $row }
rla-ballot-error-option-of-none = expected an empty cell: only a valid ballot has an option
rla-ballot-error-not-empty = position { $position } is not empty in a box of { $found } ballots: write what the ballot says, or "missing" where it cannot be found
rla-ballot-error-empty = position { $position } is above the { $found } ballots of the box: write "empty"
rla-ballot-error-boxes = the row of position { $position } says { $expected } ballots in the box of { $station }, found { $found } ("-" where there is no box): all rows of a station say one number. After another count supersede all of them in one file
rla-ballot-error-in-box = position { $position } was looked at in a box of { $found } ballots

## Ballots that are compared with their records

rla-ballots-plan-compared =
    Positions with a record: { $recorded }. { $unrecorded ->
        [0] Every ballot of the sheets has one.
        [one] One ballot of the sheets has none: it is supposed missing.
       *[other] { $unrecorded } ballots of the sheets have none: they are supposed missing.
    }
rla-cast-sums =
    { $stations ->
        [0] At every station the records of ballots have the votes of the sheet.
        [one] At one station the records of ballots do not have the votes of the sheet
       *[other] At { $stations } stations the records of ballots do not have the votes of the sheets
    }{ $stations ->
        [0] {""}
       *[other] , by { $votes } votes of the smallest margin together.
    }
rla-ballot-differs = Station { $station }, ballot { $position }: the record differs; net { $votes } votes of the margin (below 0: in favour of the other side).
rla-ballot-unrecorded = Station { $station }, ballot { $position }: it has no record; net { $votes } votes of the margin (below 0: in favour of the other side).
rla-ballots-bets-ballot-comparison = The measure ballot-comparison decides: X is (1 - o / u) / (2 - v / u), where o is the value of the record less that of the ballot, both from 0 to u of the assorter of the claim, and v the margin by the records of ballots, as a share of T and less M / T; a ballot that nobody saw has the value 0, one without a record counts as recorded 1/2. Here t is 1/2, the line of a claim names the largest X as u, and lambda = 0.9 / t at every draw.
rla-cast-error-needed = --method ballot-comparison needs the records of single ballots (--cvr FILE), and only that method takes them
rla-cast-error-twice = ballot { $position } of { $station } has two records
rla-cast-error-option = ballot { $position } of { $station }: { $found } is no option of the contest
rla-cast-error-outcome = the records of single ballots, less what has no record, do not show the outcome of the sheets: no comparison can confirm it
