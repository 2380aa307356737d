# The report: headings, tables, charts and the words between them.

report-title = Audit of { $election }
report-date = { $day } { $month } { $year }
report-month-01 = January
report-month-02 = February
report-month-03 = March
report-month-04 = April
report-month-05 = May
report-month-06 = June
report-month-07 = July
report-month-08 = August
report-month-09 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-and = and
report-others =
    { $count ->
        [one] one other
       *[other] { $count } others
    }
report-unknown = unknown
report-withheld = not published
report-none = none
report-total = Total
report-tie = a tie
report-interval = { $low } to { $high }
report-at-least = at least { $low }
report-at-most = at most { $high }
report-not-announced = not announced
report-not-bounded = not bounded
report-whole-election = the whole election
report-chosen = used here

report-section-answers = The answers
report-section-figures = The figures, and what is not established
report-section-reasons = Reasons
report-section-chain = The chain of evidence
report-section-declared = More declared figures
report-section-readings = What the announced coverage may mean
report-section-bounds = What the missing can change
report-section-joint = All options at once
report-section-increments = Growth between declarations
report-section-variants = Figures that outlets print differently
report-section-false = How many sheets would have to be false
report-section-compared = Sources compared
report-section-imputation = An estimate of the missing
report-section-rounding = Counts that equal rounded percentages
report-section-divisions = Totals by division
report-section-findings = Findings
report-section-findings-listed = Findings one by one
report-section-evidence = Where the evidence comes from
report-section-inputs = Files that were read
report-section-method = Method and limits
report-section-deeper = How to dig deeper

# The first screen.
report-rejected =
    { $rejected ->
        [one] One row of { $rows } in { $file } could not be used and is left out of every number below.
       *[other] { $rejected } rows of { $rows } in { $file } could not be used and are left out of every number below.
    }
report-question-winner =
    { $declared_winners ->
        [none] Who won? ({ $authority }, { $date })
       *[other] Did { $declared_winners } win, as { $authority } declared on { $date }?
    }
report-question-figures = Are the figures of { $authority } of { $date } possible?
report-question-standing = What do the sheets show, and can what is missing change it?
report-supply =
    { $label ->
        [authority] Sheets of the electoral authority
        [party-aligned] Sheets supplied by a campaign
        [observer] Sheets of an observer mission
        [media] Sheets supplied by the press
        [court] Sheets of a court file
        [citizen] Sheets supplied by citizens
        [withheld] Sheets of an unnamed supplier
       *[other] Sheets of an unknown supplier
    }{ $winners ->
        [none] {""}
       *[other] {" "}(aligned with { $winners })
    }, obtained { $date ->
        [none] on an unknown date
       *[other] on { $date }
    }: { $sheets } of { $expected ->
        [none] an unknown number
       *[other] { $expected }
    }.
report-table-caption = Declaration { $declaration } against the source { $source }, in votes
report-table-caption-sheets = The sheets of source { $source }
report-table-reading = Possible range: under the reading that decides ({ $name }).
report-outside = * The declared figure is outside the possible range.
report-not-established = What is not established
report-not-established-1 = The ballots were not examined.
report-not-established-2 = Whether the copies of the sheets are genuine.
report-not-established-3 = Whether the copies were read correctly.
report-not-established-4 = Whether the records are complete and unchanged: they are in no public log.
report-not-established-4-not-verified = Whether the records are complete and unchanged: they are in a public log, which this report cannot vouch for; the command verify checks it.
report-not-established-5 = What the totals are: nothing was read.
report-not-established-6 = Whether what is missing changes who won.
report-not-established-7 = Whether the declared result agrees with the sheets.
report-as-of = As of { $date }
report-log = From the first { $size } entries of the public log { $origin }, whose root is { $root }
report-id = Report { $id }
report-column-option = Option
report-column-declared = Declared
report-column-sheets = On the sheets
report-column-possible = Possible range
report-column-share = Share
report-column-share-possible = Possible share
report-column-share-least = Least share
report-column-share-most = Largest share
report-chart-title = Declared and possible votes: { $declaration }, source { $source }
report-chart-description = Per option a bar from the least to the most possible votes, a diamond at the declared figure and a line at the votes on the sheets. The table has the same numbers.
report-chart-bar = { $name }: declared { $declared }, on the sheets { $sheets }, possible range { $range }
report-chart-bar-undeclared = { $name }: not announced, on the sheets { $sheets }, possible range { $range }

# Reasons.
report-reasons-winner = The winner: { $declaration }, source { $source }
report-reasons-figures = The figures: { $declaration }, source { $source }
report-depends-on = Rests on links { $links } of the chain of evidence.
report-would-change = What would change this answer:

# The chain.
report-chain-results = States per declaration and source
report-column-result = Declaration / source
report-chain-note = Proven: by arithmetic or cryptography. Bounded: a risk was measured and is stated. Open: nobody knows. Broken: a discrepancy large enough to change the answer that rests on the link.

# Readings of the coverage.
report-reading-electors = share of electors
report-reading-tables = share of stations
report-reading-valid-votes = share of valid votes
report-reading-places = share of polling places
report-reading-own-turnout = its own votes and turnout
report-reading-excluded = { $name }: excluded by the declaration's own turnout.
report-readings-caption = Votes by which { $declaration } is too small, by reading (source { $source })
report-readings-note = A coverage in percent is rounded and does not say of what. Every reading is computed as printed and at the end of its rounding interval that favours the declaration, with every total of the register. Least: over those totals, at that end; 0 means possible.
report-consistent-up-to = Largest coverage at which nothing contradicts:
report-column-reading = Reading
report-column-coverage = Coverage
report-column-short-printed = As printed
report-column-short-favourable = Favourable end
report-column-short-least = Least

# Bounds.
report-outcome-caption = Lead and missing votes by register total, source { $source }
report-outcome-note = The ceiling on what is missing holds only as far as the register total does. A total that counts people who do not vote in this contest is a check of robustness only.
report-robustness-only = (check of robustness only)
report-official-list = official list of stations
report-column-register = Register
report-column-first = First
report-column-lead = Lead
report-column-missing = At most missing
report-column-decided = Outcome
report-cannot-change = cannot change
report-can-change = can change
report-shares-caption = Shares of valid votes, source { $source }
report-needed-from-missing = For the lead to vanish, the missing would need a turnout of { $turnout } with every vote for the second, or a share of { $share } for the second of the two at the turnout of the sheets. Above 100 % is impossible.
report-false-caption = Sheets that must be false for the lead to vanish, source { $source }
report-false-note = A random sample of that size, drawn with equal chances and confirmed sheet by sheet from an independent origin, excludes it at 5 %. Any change: a sheet may say anything. Moved votes: votes moved between the first two only.
report-column-assumption = Missing votes, change
report-column-sheets-false = Sheets
report-column-share-of-sheets = Of the sheets
report-column-sample = Sample
report-all-do-not-suffice = even all do not suffice
report-assumption-all-to-runner-up-any = all for the second, any change
report-assumption-all-to-runner-up-moved = all for the second, moved votes
report-assumption-split-even-any = split evenly, any change
report-assumption-split-even-moved = split evenly, moved votes
report-assumption-as-observed-any = as on the sheets, any change
report-assumption-as-observed-moved = as on the sheets, moved votes

# The estimate.
report-imputation-caveat = This is an estimate and supports no answer. It gives the missing the rates of their surroundings; stations are not missing at random. The interval covers sampling only.
report-imputation-caption = Completed result if the missing vote like their surroundings, source { $source }, register { $register_name }
report-column-estimate = Estimate
report-column-interval = 95 % interval
report-sensitivity = If the missing lean against the first by { $shift } (logit): first { $first }, second { $second }.
report-changes-at = First place changes at a shift of { $shift }.
report-changes-never = No shift changes first place.

# All options at once.
report-joint-text = The least number of declared votes that contradict the sheets, whichever sheets were left out of the count. It is a lower bound.
report-joint-caption = Contradicting votes: { $declaration }, source { $source }
report-column-end = Coverage
report-end-printed = as printed
report-end-favourable = favourable end
report-column-turnout-cap = Turnout of the missing at most
report-column-contradicting = Contradicting votes
report-certificate-caption = Certificate: { $name }, { $end }, turnout of the missing at most { $turnout }
report-column-figure = Figure
report-column-exact = Exact value
report-certificate-weight = Weight of { $name }
report-certificate-threshold = Threshold: score per elector of the last sheet counted
report-certificate-counted = Electors counted
report-certificate-missing = Electors without a sheet
report-certificate-constant = Minus the sum of weights times declared figures
report-certificate-threshold-term = Threshold times electors counted
report-certificate-sheets-term = Sheets: sum of the smaller of 0 and score minus threshold times electors
report-certificate-missing-term = Electors without a sheet: the same at their best
report-certificate-value = Contradicting votes, exactly
report-resum-title = How to check it in a spreadsheet
report-resum-1 = Put one sheet in each row: its registered voters and its votes per option.
report-resum-2 = Give every sheet a score: the sum over the options of weight times votes. Options of one announced group share its weight.
report-resum-3 = Beside it: score minus threshold times registered voters, or 0 if that is above 0. The sum of this column is the term of the sheets.
report-resum-4 = An elector without a sheet scores at best the smallest weight times the highest turnout, or 0 if no weight is below 0. Subtract the threshold, take 0 if that is above 0, and multiply by the electors without a sheet.
report-resum-5 = Add the four terms: minus the sum of weights times declared figures, threshold times electors counted, the sheets, the electors without a sheet.
report-resum-6 = The sum is the number of contradicting votes. Any weights from -1 to 1 and any threshold give a valid lower bound, so nobody needs to trust how these were found.

# Growth and variants.
report-increment-caption = Growth from { $from } to { $declaration }, source { $source }
report-column-growth = Growth
report-increment-feasible = Nothing decreases and the growth fits the newly covered electors ({ $electors }).
report-increment-infeasible = Some figure decreases, or the growth does not fit the newly covered electors ({ $electors }).
report-variants-caption = Figures of { $declaration } that outlets print differently
report-column-value = Value
report-column-source = Source
report-column-why = Choice

# Rounded percentages.
report-rounding-adjusted =
    { $looks ->
        [one] { $declaration }: adjusted p { $p }, one look.
       *[other] { $declaration }: adjusted p { $p }, adjusted for { $looks } looks.
    }
report-rounding-no-p =
    { $looks ->
        [one] { $declaration }: no p-value can be given, one look.
       *[other] { $declaration }: no p-value can be given, { $looks } looks.
    }
report-rounding-press = A press office that converts percentages into counts would give the same pattern.
report-rounding-not-probability = The p-value is not the probability that the result is genuine.
report-rounding-free-counts = It is the chance of the pattern if counts are free to end in any digits. It shows at most that counts were computed from percentages, not why.
report-rounding-joint = All free counts together, before adjustment: p { $p }.
report-rounding-caption = Published pairs of count and total: { $declaration }
report-column-pair = Pair
report-column-decimals = Decimals
report-column-distance = Distance
report-column-p = p, unadjusted

# Findings.
report-no-findings = No rule found anything. Clean arithmetic does not show that the sheets are genuine.
report-findings-caption = Findings by rule
report-findings-note = Votes at stake: the most by which some option's total can be wrong because of the findings, added up; several may be about the same votes. A finding is a fact about numbers on paper. It names no cause and nobody.
report-findings-count =
    { $count ->
        [one] One finding
       *[other] { $count } findings
    }
report-findings-more = The first { $listed } of { $count } are listed; the JSON document has all of them.
report-finding-about =
    { $tier ->
        [contradiction] A contradiction: arithmetic, no probability.
        [test] A test, with its null, its p and the number of looks.
       *[picture] A picture: shown, never a claim.
    } Link { $link } of the chain. { $answer ->
        [winner] It bears on the winner.
        [figures] It bears on the declared figures.
       *[nothing] It bears on no answer.
    }
report-does-not-prove-contradiction = What this does not prove: who made the error, when, or why. Copying slips give the same.
report-does-not-prove-test = What this does not prove: that anything is wrong. A small p is rare by chance, and has innocent causes.
report-does-not-prove-picture = What this does not prove: anything. Regions differ, and that gives such pictures.
report-severity-error = error
report-severity-warning = remarkable
report-severity-info = note
report-bears-on-winner = winner
report-bears-on-figures = figures
report-bears-on-nothing = no answer
report-column-code = Code
report-column-rule = Rule
report-column-severity = Kind
report-column-count = Count
report-column-at-stake = Votes at stake
report-column-bears-on = Bears on
report-column-subject = Subject
report-column-finding = Finding
report-column-disposition = Looked into
report-no-disposition = not yet
report-disposition = { $decision }, { $on } ({ $by }): { $reason }
report-decision-confirmed = confirmed
report-decision-explained = explained
report-decision-corrected = corrected
report-decision-unresolved = unresolved

# Where the evidence comes from.
report-evidence-text = Who had the sheets in hand decides what they can show. What nobody says is printed as unknown.
report-evidence-caption = Source { $source }
report-column-question = Question
report-column-answer = Answer
report-input-committed = not published
report-inputs-committed = A file whose name and digest are not published has a commitment in the log: an entry of the kind source-file, which whoever holds the file can check.
report-label-authority = the electoral authority
report-label-party-aligned = a campaign
report-label-observer = an observer mission
report-label-media = the press
report-label-court = a court file
report-label-citizen = citizens
report-label-withheld = not published, so that nobody can be found through it
report-label-unknown = unknown
report-evidence-who = Supplied by
report-evidence-aligned = Aligned with
report-evidence-origin = Origin (sources of one origin count once)
report-evidence-from = Obtained from
report-evidence-on = Obtained on
report-evidence-role = Obtained by (role)
report-evidence-method = How it was made
report-evidence-medium = Medium
report-evidence-licence = Licence
report-evidence-derived = Made from source
report-evidence-transformed = What was done to it
report-evidence-rows = Rows read
report-evidence-rejected = Rows that could not be used
report-evidence-stations = Stations with a sheet
report-evidence-expected = Stations there are
report-evidence-complete = Stations read completely
report-evidence-electors = Electors of the stations with a sheet
report-evidence-electors-expected = Electors there are
report-evidence-missing = Missing stations: { $reason }
report-evidence-kind = Stations with a sheet: { $name }
report-reason-received = received, not read
report-reason-copy-refused = copy refused
report-reason-not-printed = not printed
report-reason-agent-not-admitted = agent not admitted
report-reason-agent-removed = agent removed
report-reason-seized = seized
report-reason-not-reached = not reached
report-reason-destroyed = destroyed
report-reason-annulled = annulled
report-reason-not-opened = not opened
report-reason-merged-into = merged into another
report-reason-unknown = reason unknown
report-kind-ordinary = ordinary
report-kind-abroad = abroad
report-kind-special = special
report-kind-mobile = mobile
report-kind-unknown = kind unknown

# Sources compared.
report-compared-caption = { $a } and { $b }, station by station
report-compared-common = Stations in both
report-compared-only-a = Stations only in { $a }
report-compared-only-b = Stations only in { $b }
report-compared-differing = Common stations where a number read in both differs
report-compared-cells = Cells that differ
report-compared-unread = Cells that one of them has not read
report-compared-net-caption = Direction of the differences: { $b } less { $a }
report-column-net = Net votes
report-column-sign-test = Sign test, p
report-compared-same-origin = Both have one origin: where they agree, that says nothing about the copies.
report-compared-other-origin = They have independent origins. Transcription slips go both ways; a direction deserves a look at the sheets.

# Divisions and files.
report-divisions-caption = Totals by division, source { $source }
report-column-division = Division
report-column-valid = Valid votes
report-inputs-caption = Files, with the SHA-256 of their bytes
report-column-file = File
report-column-role = Use
report-column-rows = Rows
report-column-rejected = Not usable
report-column-digest = SHA-256
report-role-election = election
report-role-sheets = sheets
report-role-register = register
report-role-declaration = declaration
report-role-dispositions = findings looked into

# Method and limits.
report-method-1 = Votes are added up as integers; shares and bounds stay exact fractions until they are printed.
report-method-2 = What was not read is missing, never zero.
report-method-3 = Where figures have alternatives, all are computed; a claim holds under all of them or names the one it rests on.
report-method-4 = The possible range of a figure supposes that the sheets left out were chosen as the declaration would need them.
report-method-5 = Arithmetic on sheets cannot show whether they are genuine. Only the paper in the boxes, or copies of independent origin chosen at random, can.
report-method-6 = Every rule runs for every option and every source, in the order of the ballot.
report-method-7 = No probability enters an answer. Kinds of findings are never added into one score.
report-method-8 = The same inputs give the same report; anyone can recompute it offline.
report-method-tool = { $tool } { $version }, rules { $rules }, document { $schema }.
report-deeper-by = scrutineer audit DIR --by LEVEL: totals by division.
report-deeper-html = scrutineer audit DIR --html FILE: the whole report with charts, tables and every finding.
report-deeper-json = scrutineer audit DIR --json: the same for programs.
report-deeper-check = scrutineer check DIR: every problem in the data, with file, row and column.
report-deeper-compare = scrutineer audit DIR --compare OLD.json: what changed since an earlier report.

# The HTML file.
report-skip = Skip to the answers
report-contents = Contents
report-offline = This page needs no connection, runs no program and asks nothing of other sites.
