# Quick counts: what is wrong with an input, help, and what a quick count says.
quick-count-no-column = expected a column { $name }, found none
quick-count-unknown-column = a column that is not expected, or a second one of that name: it may hold what nobody may read, so nothing is read
quick-count-empty-frame = expected a station that can be drawn, found none
quick-count-empty-cell = expected a text, found an empty cell
quick-count-no-number = expected a whole number, found { $found }
quick-count-word = expected one of: { $known }
quick-count-ragged = expected at most { $wanted } cells, found { $found }
quick-count-repeated-station = the station { $station } stands there twice
quick-count-repeated-report = the station { $station } has this report already, in row { $first }
quick-count-not-drawn = the station { $station } was not drawn: no other station stands in for one that was
quick-count-size = expected { $least } to { $most } stations, found { $size }
quick-count-percent = expected a percentage from { $least } to 100, found { $found }
quick-count-gate-none = a gate of 0 % response would be passed without a single report; state the least response that a release needs
quick-count-collapse = strata are joined below 2 stations or more, found { $found }
quick-count-two-keys = expected at least two different keys, found { $found }
quick-count-no-options = the contest has no option
quick-count-needs-previous = an allocation or a margin that rests on a previous election needs that election
quick-count-margin = expected a margin above 0 and below 100 %
quick-count-not-written-here = not a file as this program writes it
quick-count-schema = expected a design of a quick count, found { $found }
quick-count-other-frame = not the frame of the design: expected SHA-256 { $wanted }, found { $found }
quick-count-other-strata = the strata are not those of the design, or their sizes cannot be
quick-count-seed = expected a seed of at least { $least } decimal digits and nothing else
quick-count-announced = expected where and when the digest of the design was announced
quick-count-other-design = the draw is that of another design
quick-count-other-draw = not the stations that design, frame and seed give

cli-quick-count-about = Estimate a result from stations drawn at random; no audit, and internal until two people release it
cli-quick-count-after =
    Examples:
      scrutineer quick-count design DIR --id night --size 200 --release-key a.vkey --release-key b.vkey
      scrutineer quick-count draw DIR --id night --seed 20DICE --announced "where and when"
      scrutineer quick-count estimate DIR --id night
cli-quick-count-design-about = Fix strata, sizes, gate and keys, and print the digest to announce before the seed exists
cli-quick-count-design-arg-dir = Election folder with the official list of stations
cli-quick-count-design-arg-id = Short name of the quick count
cli-quick-count-design-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times
cli-quick-count-design-arg-fetch = Allow the network for pinned files that no mirror has
cli-quick-count-design-arg-portable = Use no cache
cli-quick-count-design-arg-contest = Contest; the first where none is given
cli-quick-count-design-arg-size = Stations wanted in the estimate
cli-quick-count-design-arg-margin = Instead: the 95 % margin wanted, in points, going by the previous election
cli-quick-count-design-arg-strata = Level of the first hierarchy whose divisions are the strata; the widest where none is given
cli-quick-count-design-arg-strata-file = Instead: file with a column station and one with the stratum
cli-quick-count-design-arg-strata-column = The column with the stratum
cli-quick-count-design-arg-allocation = registration (proportional to registered voters) or neyman (by how stations differed in the previous election)
cli-quick-count-design-arg-previous = Folder of a previous election
cli-quick-count-design-arg-previous-source = Its source of sheets; the first where none is given
cli-quick-count-design-arg-response = Percentage of drawn stations that will report; so many more are drawn. 85 where none is given
cli-quick-count-design-arg-collapse-below = Strata with fewer received stations join their neighbour. 2 where none is given
cli-quick-count-design-arg-gate-response = Percentage of drawn stations that a release needs. 80 where none is given
cli-quick-count-design-arg-gate-stratum = The same in each stratum. 50 where none is given
cli-quick-count-design-arg-gate-stability = Largest change by the last part of the night, in percent of the margin. 50 where none is given
cli-quick-count-design-arg-release-key = File with the public key of somebody who may release; give at least two
cli-quick-count-design-arg-json = Write the answer for programs
cli-quick-count-design-after =
    Examples:
      scrutineer quick-count design DIR --id night --size 200 --release-key a.vkey --release-key b.vkey
      scrutineer quick-count design DIR --id night --margin 1.0 --previous OLD --allocation neyman \
        --release-key a.vkey --release-key b.vkey
cli-quick-count-draw-about = Draw the stations of a seed; anyone can do it again
cli-quick-count-draw-arg-dir = Election folder
cli-quick-count-draw-arg-id = Short name of the quick count
cli-quick-count-draw-arg-seed = At least 20 decimal digits from public dice, thrown after the digest was announced
cli-quick-count-draw-arg-announced = Where and when the digest of the design was announced
cli-quick-count-draw-arg-json = Write the answer for programs
cli-quick-count-estimate-about = Shares with their margins, response, and whether the race can be called
cli-quick-count-estimate-arg-dir = Election folder
cli-quick-count-estimate-arg-id = Short name of the quick count
cli-quick-count-estimate-arg-source = A source that nobody drew: it is refused, with what may be said instead
cli-quick-count-estimate-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times
cli-quick-count-estimate-arg-fetch = Allow the network for pinned files that no mirror has
cli-quick-count-estimate-arg-portable = Use no cache
cli-quick-count-estimate-arg-json = Write the answer for programs
cli-quick-count-compare-about = The estimate beside every declared result of the folder
cli-quick-count-compare-arg-dir = Election folder
cli-quick-count-compare-arg-id = Short name of the quick count
cli-quick-count-compare-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times
cli-quick-count-compare-arg-fetch = Allow the network for pinned files that no mirror has
cli-quick-count-compare-arg-portable = Use no cache
cli-quick-count-compare-arg-json = Write the answer for programs
cli-quick-count-release-about = Sign the estimate with one key of the design; two release it, if the gate is passed
cli-quick-count-release-arg-dir = Election folder
cli-quick-count-release-arg-id = Short name of the quick count
cli-quick-count-release-arg-key = File with the key that signs; its public key lies beside it
cli-quick-count-release-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-quick-count-release-arg-json = Write the answer for programs
cli-value-way = WAY

cli-quick-count-name = expected a name of A-Z a-z 0-9 . _ - that does not begin with a dot, found { $found }
cli-quick-count-unknown = { $found } is not here; known: { $known }
cli-quick-count-no-design = { $folder } has no design: without one nothing is a sample. Start with `quick-count design`
cli-quick-count-no-draw = { $folder } has no draw: figures of stations that nobody drew are no sample. Announce the digest, throw dice, and run `quick-count draw`
cli-quick-count-no-register = the folder has no official list of stations ([register]): without it nothing says what could be drawn
cli-quick-count-previous-empty = the previous election has fewer than two stations in these strata, or no valid vote
cli-quick-count-designed = { $file } is there with other content: what may have been announced is not replaced. Take another --id
cli-quick-count-drawn = { $file } is there with another draw: there is one draw for a design. Take another --id
cli-quick-count-stranger = { $name } is not a key that the design names
cli-quick-count-design-head = { $drawn } stations to draw, so that about { $needed } report, of { $stations } in { $strata } strata:
cli-quick-count-design-stratum = { $stratum }: { $drawn } of { $stations } stations, { $needed } wanted
cli-quick-count-design-previous = Going by { $election }, the share of { $option } would have a 95 % margin of { $precision }; { $unplaced } of its stations are in no stratum.
cli-quick-count-design-digest = Digest to announce: { $digest }
cli-quick-count-design-next = Announce it where nobody can take it back. Only then throw the dice.
cli-quick-count-draw-head = { $count } stations, by stratum in the order of their tickets:
cli-quick-count-draw-rule = A station that cannot be reached stays in the sample as missing. No other one replaces it.
cli-quick-count-internal = INTERNAL: not for publication
cli-quick-count-released = RELEASED by { $names }
cli-quick-count-title = Quick count { $id }: { $contest }, { $election }
cli-quick-count-stations = { $received } of { $drawn } drawn stations received ({ $planned } wanted); they stand for { $stations }.
cli-quick-count-none = not known
cli-quick-count-percent = { $value }
cli-quick-count-real = { $value }
cli-quick-count-option-unseen = { $name } { $share }: no vote at the received stations, which give no margin; with 95 % confidence, fewer than { $below } of all stations have one
cli-quick-count-option = { $name } { $share } ± { $half } (95 %), ± { $wide } (99 %), design effect { $effect }
cli-quick-count-turnout = Turnout { $share } ± { $half } (95 %)
cli-quick-count-call-lead-ahead = { $name } is ahead of { $other } by { $distance } of the votes, more than two margins ({ $half }).
cli-quick-count-call-lead-open = CANNOT BE CALLED: { $name } and { $other } are { $distance } of the votes apart, within two margins ({ $half }).
cli-quick-count-call-runoff-ahead = For the next round, { $name } is ahead of { $other } by { $distance } of the votes, more than two margins ({ $half }).
cli-quick-count-call-runoff-open = CANNOT BE CALLED for the next round: { $name } and { $other } are { $distance } of the votes apart, within two margins ({ $half }).
cli-quick-count-call-share-above = { $name } is above the share that the rule asks for by { $distance } of the votes, more than two margins ({ $half }).
cli-quick-count-call-share-below = { $name } is below the share that the rule asks for ({ $distance }), more than two margins ({ $half }).
cli-quick-count-call-share-open = CANNOT BE CALLED: { $name } is { $distance } from the share that the rule asks for, within two margins ({ $half }).
cli-quick-count-condition = This holds if the stations counted as their observers say, and if in each stratum the missing stations are like those received.
cli-quick-count-missing-lead = The missing stations would undo the lead of the estimate with a lead of { $lead } of their votes the other way.
cli-quick-count-missing-cannot = Even if all votes of the missing stations went the other way, the lead of the estimate would remain.
cli-quick-count-response = Response
cli-quick-count-response-line = { $stratum }: { $received } of { $drawn } ({ $rate }), { $planned } wanted
cli-quick-count-missing =
    { $count ->
        [one] 1 drawn station is missing:
       *[other] { $count } drawn stations are missing:
    }
cli-quick-count-reason-not-reached = nobody got there
cli-quick-count-reason-not-admitted = the observer was not let in
cli-quick-count-reason-not-opened = it did not open
cli-quick-count-reason-refused = the figures were refused
cli-quick-count-reason-not-posted = no form was posted
cli-quick-count-reason-other = another reason
cli-quick-count-reason-one-report = one report; the second, independent one is awaited
cli-quick-count-reason-no-report = no report
cli-quick-count-reason-flagged = needs a second look
cli-quick-count-collapsed = Joined, because too few stations were received: { $strata }
cli-quick-count-collapse-effect = { $name }: { $without } without joining; joining adds { $difference }
cli-quick-count-timing = Late stations ({ $late }, after part { $part }) less early ones ({ $early }):
cli-quick-count-timing-line = { $name }: { $difference }, adjusted p { $p }
cli-quick-count-stability-stable = The last part of the night moved no share by more than the design allows (at most: { $change }).
cli-quick-count-stability-moving = The last part of the night moved a share by more than the design allows (at most: { $change }).
cli-quick-count-stability-unknown = Nothing says whether the estimate has settled: fill the column part.
cli-quick-count-flags =
    { $count ->
        [one] 1 count needs a second look; its station is left out until then:
       *[other] { $count } counts need a second look; their stations are left out until then:
    }
cli-quick-count-flag-reports-differ = the two reports differ
cli-quick-count-flag-above-register = more ballots or votes than registered voters
cli-quick-count-flag-sum-differs = valid and invalid votes do not make the ballots
cli-quick-count-flag-incomplete = the votes of an option are not read
cli-quick-count-flags-resolved =
    { $count ->
        [one] 1 count was settled by a second look.
       *[other] { $count } counts were settled by a second look.
    }
cli-quick-count-gate-passed = The gate is passed.
cli-quick-count-gate-not-passed = The gate is NOT passed:
cli-quick-count-gate-response = too few of the drawn stations were received
cli-quick-count-gate-stratum-response = too few of the drawn stations of a stratum were received
cli-quick-count-gate-stability = the estimate has not settled, or nothing says so
cli-quick-count-gate-margin = the stations that were received are all alike, or too few, so that they give no margin
cli-quick-count-gate-flags = counts need a second look
cli-quick-count-digest = Digest of this estimate: { $digest }
cli-quick-count-release-state =
    { $state ->
        [released] { $signed } of { $needed } keys signed: RELEASED. A report that changes makes it internal again.
       *[other] { $signed } of { $needed } keys signed: still INTERNAL.
    }
cli-quick-count-nothing-declared = The folder has no declared result of this contest as a whole.
cli-quick-count-compare-total = Declaration { $declaration }, total
cli-quick-count-compare-stratum = Declaration { $declaration }, stratum { $stratum }
cli-quick-count-not-comparable = It does not claim to count every station, so it is shown and not tested.
cli-quick-count-compare-line = { $name }: declared { $declared }, estimated { $estimate }, z { $z }, adjusted p { $p }
cli-quick-count-range = { $from } to { $to }
cli-quick-count-compare-note = A difference is about the declared figures or about the sample; what caused it is another question. It changes no answer of the audit.
cli-quick-count-refused =
    { $count ->
        [one] NOT A SAMPLE: nobody drew the station of { $source } by a committed design. No share of all votes can be estimated from it.
       *[other] NOT A SAMPLE: nobody drew the { $count } stations of { $source } by a committed design. No share of all votes can be estimated from them, however many they are.
    }
cli-quick-count-instead = What may be said instead, if the sheets are genuine:
cli-quick-count-list = the official list
cli-quick-count-bound = With { $name }, however the missing voted:
cli-quick-count-interval = { $name }: { $share } on these sheets, { $from } to { $to } of all votes
cli-quick-count-decided = The lead of { $votes } cannot be undone by the { $most } votes that are missing at most.
cli-quick-count-open = The lead of { $votes } can be undone by the votes that are missing, at most { $most }.
cli-quick-count-unbounded = Nothing bounds what is missing, so the lead of { $votes } decides nothing.
cli-quick-count-curve = For { $second } to catch up with { $first }, the missing would have to be divided between the two like this, by how many of them voted:
cli-quick-count-curve-at = { $turnout } of them: { $share } for { $name }
cli-quick-count-curve-never = { $turnout } of them: not even every vote for { $name } would do
cli-quick-count-tilt =
    At the turnout of the sheets, { $places ->
        [one] first place
       *[other] the last of the { $places } places that win
    } would change if the log odds of the two were lower by { $shift } among the missing than on the sheets. Which stations lack a sheet is not left to chance, so that nothing says how large this is.
cli-quick-count-tilt-never =
    At the turnout of the sheets, no difference between the missing and the sheets would change { $places ->
        [one] first place
       *[other] the last of the { $places } places that win
    }.
cli-quick-count-described = Description, no estimate: all votes, had the missing voted like the stations around them that have a sheet:
cli-quick-count-described-at = { $name }: { $share }
cli-quick-count-described-far = Of the { $most } missing, { $count } are in divisions without any sheet and got the rates of wider ones.
cli-quick-count-read-again = Whether these sheets are true can be tested by a draw among them, read again from another copy: scrutineer rla plan with --link transcription.
cli-quick-count-coverage = Coverage by division, as description only:
cli-quick-count-covered = { $name }: { $reported } of { $listed } stations
