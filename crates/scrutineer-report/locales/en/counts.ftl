# Counts of persons whose sentence needs more than three numbers, and what is said of small numbers.
incidents-count-stated =
    { $kind ->
        [killed] Deaths
        [wounded] Injuries
        [detained] Arrests
        [disappeared] Disappearances
        [threatened] Threats
        [dismissed] Dismissals
        [agent-expelled] Party agents sent out
       *[other] Refused copies
    }: { $minimum ->
        [none] { $lists ->
            [0] no list of names is in this folder, so nobody is counted as corroborated or named
           *[other] how many are corroborated here is withheld
        }
        [one] at least one person is corroborated here
       *[other] at least { $minimum } persons are corroborated here
    }{ $credible ->
        [none] { $lists ->
            [0] {""}
            [one] ; how many are named by one list is withheld
           *[other] ; how many are named by { $lists } lists is withheld
        }
        [one] ; one is named by { $lists ->
            [one] one list
           *[other] { $lists } lists
        }
       *[other] ; { $credible } are named by { $lists ->
            [one] one list
           *[other] { $lists } lists
        }
    }; { $parts ->
        [none] { $maximum ->
            [none] { $lists ->
                [0] how many were reported is withheld
               *[other] no figure above that was published
            }
            [0] no figure was published
           *[other] up to { $maximum } were reported
        }
       *[other] the largest figures of areas that do not overlap are { $parts }{ $maximum ->
            [none] {""}
           *[other] , together { $maximum }, which nobody said
        }
    }. Known by { $date }.
incidents-no-list = no list of names
incidents-figure-apart = in { $area }: { $number } ({ $name }, { $date })
incidents-count-conflicts =
    { $count ->
        [one] One decision about a pair contradicts those of people, or puts two records of one list together: look at it.
       *[other] { $count } decisions about pairs contradict those of people, or put two records of one list together: look at them.
    }
incidents-type-withheld = { $what }: the number of reports, which is small, and their days are withheld
incidents-observed-unplaced =
    { $name } ({ $sample }): { $reports ->
        [one] one report
       *[other] { $reports } reports
    }; not all say at which of the { $of } observed places, so there is no share
incidents-estimate-fit = Goodness of fit of these models: { $low } to { $high }. Below 0.01 a model does not describe the lists.
incidents-estimate-fit-none = These models have as many terms as numbers, so nothing tells whether they fit.
incidents-refused-fit = no model describes how the lists overlap: the best goodness of fit is below 0.01
incidents-refused-few = expected 50 persons or more, found fewer than 5
incidents-refused-overlap-few = { $first } and { $second } share fewer than 5 persons
incidents-repeated-member = expected each name once in a line, found one twice
incidents-link-apart = expected a file away from the folder: whoever has both knows who is who
incidents-weights-shape = expected auto_threshold, review_threshold and weights
incidents-weights-levels = expected its levels, found none
incidents-weights-range = expected a number from -100 to 100, found another
incidents-weights-number = expected a number, found none
incidents-weights-beside = expected nothing beside { $known }
incidents-weights-threshold = expected at most auto_threshold, found more
incidents-forms-shape = expected a file of incident forms
incidents-forms-schema = expected { $known }
incidents-forms-ids = expected ids that differ, found one twice
incidents-forms-obligations = expected ids of the obligations of the file
