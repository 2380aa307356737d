# Audits by sampling: plan, commitment, draw, records, risk. Ids: rla-...; help as in cli.ftl.

cli-rla-about = Audit at random: transcription or boxes, from the plan to the conclusion
cli-rla-after =
    Examples:
      scrutineer rla plan my-election --link transcription --risk-limit 5%
      scrutineer rla commit my-election
      scrutineer rla draw my-election --seed 31415926535897932384
      scrutineer rla record my-election counts.csv
      scrutineer rla measure my-election
cli-rla-plan-about = Say how many stations an audit needs and how much work that is; write its plan
cli-rla-plan-arg-dir = Election folder
cli-rla-plan-arg-audit = Name of the audit; the link if not given
cli-rla-plan-arg-json = Write the document for programs
cli-rla-plan-arg-link = What is compared: transcription (records with sheets read again) or boxes (sheets with their ballots)
cli-rla-plan-arg-risk-limit = Largest chance of confirming a wrong outcome, such as 5% or 0.05, at most 20%; 5% if not given
cli-rla-plan-arg-source = Source whose records are audited; needed where there are several
cli-rla-plan-arg-register = Register total that bounds what is missing; the least favourable that applies if not given
cli-rla-plan-arg-independent = The sheets are read again from copies of this independent origin, which settles link 2 too: another source or origin of the folder, or words for one that it does not have, never a person
cli-rla-plan-arg-trust-registered = The copies do not state the registered voters that the records say: they are not read again, and every conclusion says that it rests on them
cli-rla-plan-arg-also = Folder of another contest of the same stations: one draw for all is planned beside a draw for each; may be given several times
cli-rla-plan-arg-method = Measure that decides: kaplan-markov (usual for a transcription) or capped (survives a missing box, usual for boxes) draw stations; stratified draws stations of several strata apart, with one risk for all; alpha, bravo and ballot-comparison draw single ballots of boxes
cli-rla-plan-arg-cvr = Records of single ballots for ballot-comparison: CSV with the columns station, position, option; ballots without a record count as missing
cli-rla-plan-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-rla-plan-arg-fetch = Allow the network for pinned files that no mirror has
cli-rla-plan-arg-portable = Use no cache
cli-rla-plan-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-rla-plan-after =
    This plans an audit of one contest: of polling stations (batch comparison), with --method stratified in strata, or with --link boxes --method alpha, bravo or ballot-comparison of single ballots. --also says what one draw for several contests would take; each contest has an audit of its own name.
cli-rla-commit-about = Fix plan, list, totals, rules and tests; print the one digest to announce before the dice
cli-rla-commit-arg-dir = Election folder
cli-rla-commit-arg-audit = Name of the audit; needed where there are several
cli-rla-commit-arg-json = Write the document for programs
cli-rla-commit-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-rla-commit-arg-fetch = Allow the network for pinned files that no mirror has
cli-rla-commit-arg-portable = Use no cache
cli-rla-commit-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-rla-draw-about = Draw stations or ballots by the digits of the dice; write the list, the file to fill in and forms for each place
cli-rla-draw-arg-dir = Election folder
cli-rla-draw-arg-audit = Name of the audit; needed where there are several
cli-rla-draw-arg-json = Write the document for programs
cli-rla-draw-arg-seed = What the dice gave: at least 20 decimal digits; further rounds go on with the first ones
cli-rla-draw-arg-announced = Where and when the commitment was announced before the dice
cli-rla-draw-arg-size = Number of draws; what the plan or the last measure needs if not given
cli-rla-draw-arg-full-count = Draw nothing: look at every station
cli-rla-record-about = Add what was found at stations or on ballots, by role and never by name; nothing that was recorded is changed
cli-rla-record-arg-dir = Election folder
cli-rla-record-arg-file = CSV with the columns station, status, role and one for each option, or for single ballots station, position, status, option, in_box, role; date and supersedes may be added
cli-rla-record-arg-audit = Name of the audit; needed where there are several
cli-rla-record-arg-json = Write the document for programs
cli-rla-measure-about = Say the risk so far and what is next; write the certificate that anyone can replay
cli-rla-measure-arg-dir = Election folder
cli-rla-measure-arg-audit = Name of the audit; needed where there are several
cli-rla-measure-arg-json = Write the document for programs
cli-value-link = LINK
cli-value-register = REGISTER
cli-value-method = METHOD
cli-value-origin = ORIGIN
cli-value-digits = DIGITS

rla-none = { $file }: no audit is planned
rla-several = several audits are planned; name one with --audit: { $known }
rla-name = a name has 1 to 64 characters of A-Z a-z 0-9 . _ - and does not begin with a dot, found { $found }
rla-source = name the source with --source; known: { $known }
rla-progress-planning = planning
rla-committed-already = { $file }: this audit was committed to; a new plan needs a new name (--audit)
rla-records-changed = the records, the register or the rules are no longer those of the plan; plan again
rla-full-count = a full count
rla-size =
    { $draws ->
        [one] 1 draw
       *[other] { $draws } draws
    }

rla-plan-heading =
    { $kind ->
        [boxes] Audit of boxes "{ $audit }"
       *[other] Audit of the transcription "{ $audit }"
    }, risk limit { $limit }. Audited outcome of the records: { $winners }.
rla-plan-incomplete =
    { $count ->
        [one] One station has rival readings or an unread option: it counts as without a record, at its capacity.
       *[other] { $count } stations have rival readings or an unread option: they count as without a record, at their capacity.
    }
rla-plan-row =
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
    }: margin on the sheets { $sheets }, less { $missing } that stations without a record can hold, leaves { $margin }. All stations together could be wrong by { $bound } times that.
rla-plan-row-cannot =
    { $register ->
        [none] Without a register total, by { $resting }
       *[other] Register total { $register }
    }{ $total ->
        [none] {""}
       *[other] {" "}({ $total })
    }{ $basis ->
        [yes] , on which the plan rests
       *[other] {""}
    }: margin on the sheets { $sheets }, less { $missing } that stations without a record can hold, leaves { $margin }. No draw from these sheets can confirm the outcome.
rla-plan-row-not-stated =
    { $register ->
        [none] Without a register total, by { $resting }
       *[other] Register total { $register }
    }: nobody states what the stations without a record can hold. No draw can confirm the outcome.
rla-plan-kaplan-markov = With { $resting }, drawing in proportion to the possible error: { $ten } at 10 %, { $five } at 5 %, { $one } at 1 %, if no record is wrong.
rla-plan-capped = With { $resting }, so that a missing station can be survived: { $ten } at 10 %, { $five } at 5 %, { $one } at 1 %.
rla-plan-only-full-count = With { $resting }, at 10, 5 and 1 %: a full count. No draw smaller than all stations would do.
rla-plan-equal = With { $resting }, each station equally likely, all confirmed: { $ten } at 10 %, { $five } at 5 %, { $one } at 1 %. For comparison; this program draws in proportion.
rla-plan-differing =
    { $count ->
        [one] With { $resting }, if one of the draws differs by a tenth of what it could at most: { $size }.
       *[other] With { $resting }, if { $count } of the draws differ by a tenth of what they could at most: { $size }.
    }
rla-plan-simulated = With { $resting }, if one draw in a hundred differs so: { $half } in half of 200 simulated audits, { $most } in nine of ten.
rla-plan-shows = What a number of drawn stations shows with { $resting }, if all are confirmed:
rla-plan-shows-row = { $size } with { $resting }: a risk of at most { $risk }; with { $confidence } confidence, errors take less than { $taken } times the margin.
rla-plan-work-all =
    With { $resting }, no draw smaller than all stations would do at { $limit }: a full count looks at { $kind ->
        [boxes] { $count ->
            [one] the one box
           *[other] all { $count } boxes
        }, { $ballots } ballots
       *[other] { $count ->
            [one] the one sheet
           *[other] all { $count } sheets
        }
    }, { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } of a team of two.
rla-plan-work =
    First size with { $resting }: { $size }. Expected: { $stations } different { $kind ->
        [boxes] boxes, { $ballots } ballots
       *[other] sheets
    }, { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } of a team of two.
rla-need-transcription = What is needed: somebody who reads the copies of the drawn stations again without seeing the records.
rla-need-independent = What is needed: copies of the drawn stations from "{ $origin }", which came another way than those of the records, and somebody who reads them without seeing the records.
rla-need-boxes = What is needed: access to the boxes of the drawn stations, sealed since the count, and people of several sides who count them together. A refusal or a missing box counts as the worst case.

rla-announce = Announce this digest, in public, before the dice are thrown:
rla-announce-check = Anyone can compute it:
rla-no-dice = No dice are needed: every station is looked at. Nothing may be changed after the announcement.
rla-dice = Then throw dice in public: at least 20 digits. Nobody may know the digits before the announcement, and nothing may be changed after it.

rla-draw-before-commit = nothing is drawn before the commitment was announced; run "rla commit" first
rla-draw-not-recorded = stations that were drawn are still to be recorded; record them first
rla-draw-same-seed = all rounds of an audit go on with the seed of the first, { $expected }; found { $found }
rla-draw-not-announced = Nobody said where the commitment was announced before the dice (--announced); what was not public then binds nobody.
rla-record-before-draw = nothing was drawn yet
rla-ended = the audit has ended: nothing more is drawn; rla record takes rows that supersede others
rla-only-full-count = no draw smaller than all stations would do; use --full-count, or --size to draw all the same
rla-drawn =
    { $draws ->
        [one] 1 draw
       *[other] { $draws } draws
    }: { $stations ->
        [one] one station is to be looked at.
       *[other] { $stations } different stations are to be looked at.
    } A station that was drawn twice counts twice.
rla-full-count-begun =
    { $stations ->
        [one] Full count: one station is still to be looked at.
       *[other] Full count: { $stations } stations are still to be looked at.
    }
rla-column-station = Station
rla-column-status = Found (counted or read, missing, refused)
rla-column-role = Role, never a name
rla-column-date = Date
rla-column-registered = Registered voters on the sheet
rla-form-title = Forms of the audit { $audit }
rla-form-place = Polling place { $place }
rla-form-no-place = Stations without a polling place
rla-form-transcription = Read the sheet and write its numbers, without looking at the records. Leave nothing empty: where a number cannot be read, the sheet counts as missing.
rla-form-boxes = Count the ballots of the box by hand, all options, twice. Where there is no box write "missing", where access is refused "refused".
rla-form-names = Write no names. Roles: audit-board, authority, party-agent, observer, court, citizen, reader.

rla-recorded =
    { $count ->
        [one] One station recorded.
       *[other] { $count } stations recorded.
    }
rla-state =
    { $kind ->
        [boxes] Audit of boxes "{ $audit }"
       *[other] Audit of the transcription "{ $audit }"
    }: { $state ->
        [planned] planned
        [committed] committed
        [drawn] drawn
        [auditing] auditing
        [full-count] full count
        [confirmed] confirmed
       *[overturned] overturned
    }. Audited outcome: { $winners }.
rla-sample =
    { $drawn ->
        [one] 1 draw
       *[other] { $drawn } draws
    } of { $distinct ->
        [one] one station
       *[other] { $distinct } different stations
    }; { $audited } of these recorded, { $pending } to be recorded.
rla-risk =
    Risk so far, over the first { $measured ->
        [one] draw
       *[other] { $measured } draws
    }, with { $resting }: at most { $p } (limit { $limit }; measure that decides: { $measure }). By kaplan-markov { $kaplan }, by capped { $capped }.
rla-finding-absent =
    Station { $station }: { $how ->
        [refused] access was refused
       *[other] nothing to look at was found
    }; it counts as the worst case.
rla-finding-too-large = Station { $station }: more votes were found than it can hold. Until that is explained only a full count decides.
rla-finding-discrepancy = Station { $station }: the record differs; net { $votes } votes of the margin (below 0: in favour of the other side).
rla-next-planned = Next: announce the plan.
rla-next-committed = Next: throw the dice and draw.
rla-next-record =
    { $pending ->
        [one] Next: record the station that is left. A missing one is recorded as missing, never left out.
       *[other] Next: record the { $pending } stations that are left. Missing ones are recorded as missing, never left out.
    }
rla-next-draw =
    { $draws ->
        [one] Next, with { $resting }: one further draw, if it shows no error.
       *[other] Next, with { $resting }: { $draws } further draws, if they show no error.
    }
rla-next-all = Next: a full count. No draw smaller than all stations would do.
rla-next-full-count =
    { $pending ->
        [0] Every station is recorded, and what could not be looked at can decide the outcome.
        [one] Next: record the station that is left of the full count.
       *[other] Next: record the { $pending } stations that are left of the full count.
    }
rla-end-confirmed =
    { $how ->
        [full-count] Confirmed by a full count, with { $resting }: what was found has the outcome of the records, whatever could not be looked at.
       *[risk] Confirmed, with { $resting }: were the outcome wrong, the chance of seeing no more than this is at most { $limit }.
    } { $count ->
        [one] Link { $links } is bounded.
       *[other] Links { $links } are bounded.
    }{ $origin ->
        [none] {""}
       *[other] {" "}The origin of the copies was named as "{ $origin }".
    }
rla-end-overturned =
    Overturned by a full count: what was found does not carry the outcome of the records, whatever could not be looked at. { $count ->
        [one] Link { $links } is broken.
       *[other] Links { $links } are broken.
    }{ $origin ->
        [none] {""}
       *[other] {" "}The origin of the copies was named as "{ $origin }".
    }

rla-certificate =
    Certificate of the audit { $audit }.
    Announced before the dice: { $digest } (SHA-256 of commitment.json).
    T = { $total }, the sum of the bounds; U = T / { $denominator } = { $bound }; risk limit { $risk_limit }. Bounds and risk are those with { $resting }.
    How to replay a draw: printf '%s' 'MESSAGE' | sha256sum; keep the first 15 digits, as a hexadecimal number x. It is below { $limit }, or the draw was made again with the next attempt. x modulo T is VALUE. The station is the first row of manifest.csv whose column cumulative is larger than VALUE: ABOVE is at most VALUE, CUMULATIVE is larger.
    How to replay the risk: TAINT is the part of the bound of the station by which the record was too good for the outcome; 1 where nothing was found. ln p starts at 0 for each measure. LN_P_KAPLAN_MARKOV: each draw adds ln(1 - 1/U) - ln(1 - TAINT); after a TAINT of 1 it is "ruined": the risk is 1, whatever follows. LN_P_CAPPED: each draw adds -ln(1 + lambda (1/U - TAINT)), with lambda = 0.9 U / (U - 1) = { $lambda }. The measure { $measure } decides; the risk is e to that power, and at most 1. From the first draw on that is not recorded there is "not-recorded".
rla-certificate-risk = Measured risk by { $measure }, with { $resting }: { $p }

rla-error-differs = { $what }: expected { $expected }, found { $found }
rla-error-form = expected a file of this form as the program writes it, found something else
rla-error-text = expected text in UTF-8, found other bytes
rla-error-absent = the file is missing
rla-error-stray = this file follows none of the others: a file before it was changed or removed
rla-error-fork = several files follow the same one: { $files }
rla-error-state = { $file } cannot follow here: the audit is { $found }
rla-error-follows = the content does not follow from the files before it
rla-error-bounds = expected the bounds that follow from votes and capacities, found others
rla-error-order = expected stations in order, each once, found { $station }
rla-error-rule = by this rule, with these options, nobody can lose: there is nothing to audit
rla-error-tie = the records show a tie or no outcome: only a full count decides
rla-error-no-records = no station has a complete record
rla-error-range = the numbers are too large to be drawn by
rla-error-not-stated = nobody states what the stations without a record of source { $source } can hold; the register total or a capacity rule must say it
rla-error-capacity =
    { $count ->
        [one] nobody states how many ballots station { $station } can hold
       *[other] nobody states how many ballots { $count } stations can hold; the first is { $station }
    }
rla-error-register = { $found } is no register total of electors that can be used; known: { $known }
rla-error-cannot-confirm =
    with { $register ->
        [none] { $how ->
            [list] the official list of each station
            [records] the registered voters of each station by the list or its record
            [issued] the ballots issued to each station
            [maximum] the legal maximum of each station
           *[other] what each station can hold
        }
       *[other] the register total { $register }
    } no draw from these sheets can confirm the outcome: margin on the sheets { $sheets }, less { $missing } that stations without a record can hold, leaves { $margin }
rla-error-risk-limit = expected a risk limit of at most { $most }, found { $found }: above it "confirmed" would say little more than nothing
rla-error-origin-text = the origin of independent copies needs 1 to 200 characters without line ends, and no blanks around them
rla-error-origin-same = "{ $found }" is the source ({ $source }) or the origin ({ $origin }) of the records themselves: copies of the same origin say nothing about whether they are genuine
rla-error-seed = expected at least 20 decimal digits and nothing else, found "{ $found }"
rla-error-column = expected one of the columns { $known }; this one is not taken, since it may name somebody
rla-error-column-twice = the column stands twice
rla-error-no-column = the column is missing
rla-error-no-rows = the file has no rows
rla-error-more = { $count ->
    [one] { $count } more problem is not shown
   *[other] { $count } more problems are not shown
 }
rla-error-cells = expected { $expected } cells, found { $found }
rla-error-cell = expected { $expected }
rla-error-votes-of-none = expected an empty cell, since nothing was found
rla-error-unknown-station = { $station } is not on the list
rla-error-not-drawn = { $station } was not drawn
rla-error-recorded = { $station } was recorded as number { $number }; to replace that record write its number into the column supersedes
rla-error-supersedes = { $station } has no record { $number } that can be replaced
rla-error-twice = { $station } stands already in row { $row }
