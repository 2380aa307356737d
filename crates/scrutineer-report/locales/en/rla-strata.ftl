# Audits of stations in strata: plan, risk, certificate. Ids: rla-strata-...; help as in rla.ftl.

cli-rla-plan-arg-strata = For stratified: level of the first hierarchy whose divisions are the strata; the widest where none is given
cli-rla-plan-arg-strata-file = For stratified: instead of divisions, a file with a column station and one with the stratum
cli-rla-plan-arg-strata-column = The column with the stratum
cli-rla-plan-arg-rate = For stratified: how much of a stratum is drawn, such as north=3 (three times as often as in proportion to its possible error, 1 to 1000) or north=all (every station is looked at, nothing is drawn); may be given several times
cli-value-rate = STRATUM=RATE

rla-strata-plan-sizes = With { $resting }, in the strata of the plan: { $ten } at 10 %, { $five } at 5 %, { $one } at 1 %, if no record is wrong.
rla-strata-plan =
    Strata by { $by }: { $count ->
        [one] one
       *[other] { $count }
    }. The order in which they are drawn is fixed; the rates are announced with the plan.
rla-strata-plan-row =
    { $stratum }: { $stations ->
        [one] 1 station
       *[other] { $stations } stations
    }, { $weight } of the possible error with { $resting }; { $how ->
        [all] every station is looked at
        [same] { $draws ->
            [one] 1 draw
           *[other] { $draws } draws
        } of the first size
       *[more] drawn { $rate } times as often as in proportion, { $draws ->
            [one] 1 draw
           *[other] { $draws } draws
        } of the first size
    }; { $expected ->
        [one] 1 station to expect.
       *[other] { $expected } different stations to expect.
    }
rla-strata-risk =
    Risk so far, over the first { $measured ->
        [one] draw
       *[other] { $measured } draws
    }, with { $resting }: at most { $p } (limit { $limit }; measure that decides: { $measure }). It is the largest over all ways to share the error between the strata; the draws speak least against this one:
rla-strata-so-far =
    { $stratum }, { $weight } of the possible error, { $how ->
        [whole] every station looked at: { $wrong } of it is wrong
       *[drawn] { $draws ->
            [one] 1 draw
           *[other] { $draws } draws
        }: { $wrong } of it would have to be wrong
    }.

rla-strata-certificate =
    Certificate of the audit { $audit }, in strata by { $by }.
    Announced before the dice: { $digest } (SHA-256 of commitment.json).
    T = { $total }, the sum of all bounds; U = T / { $denominator } = { $bound }; risk limit { $risk_limit }. Bounds and risk are those with { $resting }. W of a stratum is its BOUND divided by T.
    How to replay the order: draw N is in the stratum with the smallest number of draws before it divided by BOUND times RATE; of equal ones in the first. Strata with the rate "all" are not drawn.
    How to replay a draw: printf '%s' 'MESSAGE' | sha256sum; keep the first 15 digits, as a hexadecimal number x. It is below LIMIT of the stratum, or the draw was made again with the next attempt. x modulo BOUND of the stratum is VALUE. The station is the first row of manifest.csv with this stratum whose column cumulative is larger than VALUE: ABOVE is at most VALUE, CUMULATIVE is larger.
    How to replay the risk: TAINT is the part of the bound of the station by which the record was too good for the outcome; 1 where nothing was found. If the outcome is wrong, the sum of W times ETA over all strata is at most 1 - 1/U = { $null }, where ETA is what the stations of a stratum keep of their bounds. Each draw adds LN_FACTOR = ln(0.1 + 0.9 (1 - TAINT) / ETA). Where every station was looked at, ETA is known: the sum of bound times (1 - taint), divided by BOUND. The ETA of the table are those for which the sum of all LN_FACTOR is smallest; the risk is e to minus that sum, and at most 1. Any other ETA from 0 to 1 with the same sum of W times ETA give a larger sum of LN_FACTOR: that sum is convex in ETA, so that it is enough to try a little to either side. From the first draw on that is not recorded there is "not-recorded".

rla-strata-error-needed = --method stratified needs strata (--strata, or --strata-file with --strata-column), and only that method takes these and --rate
rla-strata-error-none = the folder has no divisions; name a file with the strata of the stations (--strata-file, --strata-column)
rla-strata-error-by = what the strata are needs 1 to 200 characters without line ends, and no blanks around them
rla-strata-error-id = a stratum is written with letters without accents, digits and . _ - : %, found "{ $found }"
rla-strata-error-many = { $count } strata, at most { $most }: choose a wider division or column
rla-strata-error-rate = rate of { $stratum }: expected a stratum of the list and a number from 1 to 1000 or all; known strata: { $known }
rla-strata-error-without =
    { $count ->
        [one] station { $station } is in no stratum
       *[other] { $count } stations are in no stratum; the first is { $station }
    }
rla-strata-error-all = every stratum would be looked at as a whole, so that nothing is drawn: plan without strata, and take the step to a full count
