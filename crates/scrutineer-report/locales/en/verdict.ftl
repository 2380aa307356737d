# The answers, their conditions, their reasons, and what would change them.
# A statement holds its condition and at most 50 words.

winner-supported =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, { $declared_winners } won, as declared: no completion of the count changes it.
winner-contradicted =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, no completion of the count makes { $declared_winners } win, contrary to what was declared.
winner-undetermined =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, they do not settle { $declared_winners ->
        [none] who won
       *[other] whether { $declared_winners } won, as declared
    }: what is missing may still decide it.
figures-consistent =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read, the declared figures are possible: they can be the sum of these sheets and of what is missing.
figures-differs =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read, the declared figures differ from them by { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }{ $compared ->
        [smaller] ; that is less than the lead on the sheets, { $margin }
        [reaching] ; that is as much as the lead on the sheets, { $margin }, or more
       *[none] {""}
    }.
figures-infeasible =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read, the declared figures are impossible under every admissible reading of what was announced{ $votes ->
        [none] {""}
       *[other] , by at least { $votes } votes
    }.
figures-infeasible-reading =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read, the declared figures are impossible{ $votes ->
        [none] {""}
       *[other] , by at least { $votes } votes,
    } under the reading that they fix themselves: { $reading ->
        [own-turnout] counted electors follow from the declared votes and turnout
        [electors] the declared coverage is a share of electors
        [tables] the declared coverage is a share of stations
        [valid-votes] the declared coverage is a share of valid votes
        [places] the declared coverage is a share of polling places
       *[other] the one named in the reasons
    }.
figures-undetermined =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read, they do not settle whether the declared figures are possible.
standing-decided =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, { $winners } won: no completion of the count changes it.
standing-undecided =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, { $winners ->
        [none] nobody is ahead
       *[other] the first place is that of { $winners }
    }, but what is missing can change who won.
standing-not-bounded =
    If { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots, { $winners ->
        [none] nobody is ahead
       *[other] the first place is that of { $winners }
    }, but nobody states how many votes are missing.
standing-no-sheets = As long as no sheet has been read, nothing follows about who won.
condition-winner =
    if { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine, correctly read and true to the ballots
condition-figures =
    if { $sheets ->
        [one] the one sheet
       *[other] the { $sheets } sheets
    } { $label ->
        [authority] of the electoral authority
        [party-aligned] supplied by a campaign
        [observer] of an observer mission
        [media] supplied by the press
        [court] of a court file
        [citizen] supplied by citizens
        [withheld] of an unnamed supplier
       *[other] of an unknown supplier
    } are genuine and correctly read

## Reasons

reason-lead-exceeds-missing =
    The lead of { $winners ->
        [none] the first place
       *[other] { $winners }
    }{ $lead ->
        [none] {""}
       *[other] , { $lead } votes,
    } is larger than what is missing can hold{ $missing ->
        [none] {""}
       *[other] : at most { $missing } votes
    }{ $register ->
        [none] {""}
       *[other] {" "}by the register total { $register }
    }.
reason-complete = Every station has a sheet that was read completely: nothing is missing.
reason-other-wins-every-completion =
    On the sheets the first place is that of { $winners ->
        [none] somebody else
       *[other] { $winners }
    }{ $lead ->
        [none] {""}
       *[other] , by { $lead } votes
    }{ $missing ->
        [none] {""}
       *[other] ; at most { $missing } votes are missing
    }{ $register ->
        [none] {""}
       *[other] {" "}by the register total { $register }
    }. No way to fill them in gives the declared outcome.
reason-missing-can-change =
    What is missing can change who won{ $missing ->
        [none] {""}
       *[other] : up to { $missing } votes are missing
    }{ $lead ->
        [none] {""}
       *[other] , and the lead on the sheets is { $lead }
    }.
reason-not-bounded = Nobody states how many votes the missing stations can hold, so nothing bounds what is missing.
reason-no-sheets = No sheet was read.
reason-no-declared-winner = The declaration names no winner, and its figures do not single one out.
reason-below-the-sheets = For { $target } the declaration has { $declared } votes; the sheets alone, all of which are said to be inside, hold { $observed }.
reason-above-the-missing = For { $target } the declaration has { $declared } votes; the sheets and all that is missing hold at most { $possible_max }.
reason-numbers-differ =
    Sheets and declaration are both complete and say different numbers{ $target ->
        [none] {""}
       *[other] : for { $target } the sheets have { $observed }, the declaration { $declared }
    }.
reason-equal = Sheets and declaration are complete, and every declared number equals the sum of the sheets.
reason-all-possible = No declared figure is below what the sheets require or above what they and the missing can hold.
reason-own-turnout = The votes and the turnout of the declaration fix how many electors were counted. Such a count holds at least { $minimum } votes for { $target }; declared: { $declared }.
reason-every-reading =
    Under every admissible reading of the announced coverage some figure is too small{ $target ->
        [none] {""}
       *[other] . Under the most favourable one a count holds at least { $minimum } votes for { $target }; declared: { $declared }
    }.
reason-depends-on-reading = Some readings of the announced coverage allow the figures and some do not; the announcement does not say which is meant.
reason-no-reading = No reading of the announced coverage can be computed from what is known.
reason-share-out-of-bounds = The percentage declared for { $target } is outside the shares that the sheets and the missing allow.
reason-shares-possible = Every declared percentage is within the shares that the sheets and the missing allow.
reason-nothing-comparable = The declaration has no figure that the sheets could be compared with.

## What would change an answer

change-ballots = A count of the paper in the boxes, or of a random sample of them, that does not say what the sheets say.
change-copies = A random re-check of these copies against copies of independent origin.
change-register = An official register by station that differs from the totals used here.
change-sheets = The sheets of the stations that are missing.
change-breakdown = The declared result by station, as published by those who declared it.
change-coverage-meaning = A statement of what the announced coverage is a share of.
change-capacity = A statement of how many people could vote at the missing stations.

## What fixes a reading

fixed-by-turnout = The counted electors follow from the declared votes and the declared turnout.
fixed-by-electors = The declaration states the counted electors.
