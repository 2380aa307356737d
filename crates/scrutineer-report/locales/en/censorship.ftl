# Blocked sites and services: what was measured, help, and what is wrong with an input.
censorship-title = Blocked sites and services
censorship-not-used = Not used in the answers: nothing on this page says anything about votes. A finding is about one network, one site or service and one interval; it does not say who ordered anything.
censorship-section-reading = What was read
censorship-section-findings = Changes
censorship-section-timeline = First days of changes, and the election
censorship-section-maps = Day by day
censorship-section-methods = What was seen, and where to find it
censorship-section-contrast = Before and after the election
censorship-section-withdrawn = Gone for everybody
censorship-section-watch = The watch
censorship-section-claims = What others said
censorship-section-unseen = What could not be seen
censorship-read = { $files } { $files ->
    [one] file
   *[other] files
 }, { $observations } measurements in { $reports } reports. A report is one run of one probe, so there are at most as many probes as reports.
censorship-span = From { $first } to { $last }. Later uploads are not in it.
censorship-of-country = { $count ->
    [0] None of them is from { $country }: nothing is known about its networks.
    [one] One of them is from { $country }.
   *[other] { $count } of them are from { $country }.
 }
censorship-window = Maps and days without a measurement are about { $first } to { $last }; { $count ->
    [one] one measurement lies on another day, by the clock of its device.
   *[other] { $count } measurements lie on other days, by the clocks of their devices.
 }
censorship-left-out = Left out:
censorship-left-rejected = { $count } lines that are no measurement
censorship-left-quarantined = { $count } lines with an address of a probe; nothing of them was kept
censorship-left-duplicates = { $count } measurements that came twice
censorship-left-invalid = { $count } measurements that no rule can use
censorship-left-ipv6 = { $count } measurements of probes without working IPv6
censorship-left-cut = { $count } files that end before their end
censorship-method = Rules { $rules }. { $looks } series were looked at; p-values by up to { $draws } draws, q-values over all series. Blocked counts only what is confirmed or likely.
censorship-no-finding = No change passes all conditions. That is not the same as "nothing was blocked": see what each change lacks, and what could not be seen.
censorship-findings-intro = Each change below has at least 10 measurements, 3 reports and 2 days on both sides, and a q-value of at most 0.01.
censorship-finding = { $target } on { $network }: from { $day } on { $afterblocked } of { $aftern } measurements are blocked{ $range }, before { $beforeblocked } of { $beforen }. The last measured day before is { $before }; the data do not tell first days from { $earliest } to { $latest } apart. Seen most: { $mechanism }. { $reports } reports after it. { $concordance ->
    [strong] A source that rests on other measurements says the same.
   *[other] Single source: nobody with other measurements says the same here.
 }
censorship-checks = What each change must be read against (before → after)
censorship-unpublished = Changes that lack something
censorship-timeline = Changes in the order of their first days
censorship-timeline-title = First days on { $network }
censorship-timeline-text = Each row is a site or service. The long mark spans the first days that the data do not tell apart, the dark part in it is the most likely one; the upright line is the day of the election, { $election }.
censorship-timeline-text-alone = Each row is a site or service. The long mark spans the first days that the data do not tell apart, the dark part in it is the most likely one. No day of an election was named.
censorship-timeline-mark = { $target }: most likely first day { $day }, not told apart from { $earliest } to { $latest }
censorship-timeline-note = A first day is one of the measurements: days without any before it widen the interval. Changes that lack something are drawn as well; what they lack stands above. That two days are near does not say that one thing caused another.
censorship-timeline-others = { $count ->
    [one] One other series has no change with a blocked measurement, so it has no first day.
   *[other] { $count } other series have no change with a blocked measurement, so they have no first day.
 }
censorship-withdrawn = Withdrawn at the registry or gone: a category of its own, no block
censorship-withdrawn-text = From the first day on most measurements of these sites are down for the control as well, on all networks and in all countries together; before it they are not. That can be a name withdrawn at the registry, a site that closed or one that moved: no measurement says which, and no test stands behind it. It is never counted with blocks.
censorship-watch = What a running sum noticed
censorship-watch-text = A watch, never a claim: the sum says where to look. It has no p-value and no check for other explanations; only the changes above have.
censorship-column-finding = change
censorship-column-target = site or service
censorship-column-network = network
censorship-column-day = first day
censorship-column-lacks = lacks
censorship-column-apart = first days not told apart
censorship-column-offset = days from the election
censorship-column-published = lacks nothing
censorship-column-outage = outage days
censorship-column-elsewhere = not reached in control countries
censorship-column-campaign = from campaigns
censorship-column-added = on the list since
censorship-column-version = new test version
censorship-column-mobile = mobile
censorship-column-resolver = own resolver
censorship-column-tunnel = through a tunnel
censorship-column-ipv6 = IPv6 failed
censorship-column-largest = blocked in one report
censorship-column-mechanism = what was seen
censorship-column-first = first day
censorship-column-last = last day
censorship-column-n = measurements
censorship-column-reports = reports
censorship-column-witness = report id
censorship-column-before = before
censorship-column-after = after
censorship-column-difference = points
censorship-column-abroad = control countries (points beyond them)
censorship-column-year = year before (points beyond it)
censorship-column-controls = control sites (points beyond them)
censorship-column-fisher = p (Fisher)
censorship-column-enough = 5 on each side
censorship-column-noticed = day
censorship-column-down-before = down before
censorship-column-down-after = down after
censorship-column-networks = networks
censorship-column-q = q
censorship-column-source = who says so
censorship-column-state = state
censorship-column-rule = rule
censorship-lack-measurements = 10 measurements on each side
censorship-lack-reports = 3 reports on each side
censorship-lack-days = 2 days on each side
censorship-lack-surprise = a q-value of at most 0.01
censorship-lack-direction = a share that grows
censorship-lack-gone-everywhere = a site that still answers elsewhere: it may be withdrawn or gone
censorship-lack-one-report = enough measurements without one report that holds most of them
censorship-lack-control-countries = control countries that reach the site
censorship-outages-at-least = { $count } or more
censorship-unknown = not known
censorship-yes = yes
censorship-no = no
censorship-possible = only possible
censorship-election-day = election
censorship-state-blocked = half or more are blocked
censorship-state-mixed = some are blocked
censorship-state-possible = none is blocked, some possibly
censorship-state-down = most are down for the control as well
censorship-state-ok = none is blocked
censorship-state-insufficient = fewer than 5 measurements or 2 reports: says nothing
censorship-verdict-blocked = blocked
censorship-verdict-down = down
censorship-verdict-ok = reached
censorship-verdict-insufficient = insufficient
censorship-verdict-invalid = invalid
censorship-map-title = Day by day on { $network }
censorship-map-text = { $count } sites and services; a number is that of the measurements, an empty place means that nobody measured.
censorship-methods = What was seen, by site, network and mechanism
censorship-contrast-text = Compared are { $from } to { $to } with { $since } to { $until }.
censorship-no-list = No list of sites was given before reading: every site that was measured is tested, also those that were measured because something had happened.
censorship-contrast = Blocked of all measurements
censorship-contrast-networks = Each network by itself, those with a blocked measurement (Fisher, two-sided)
censorship-contrast-others = { $count ->
    [one] One other pair of a site and a network has no blocked measurement in these weeks.
   *[other] { $count } other pairs of a site and a network have no blocked measurement in these weeks.
 }
censorship-contrast-note = Points are percentage points, after less before; in brackets stands how far the site goes beyond its control, the difference of both. A change that the control countries, the control sites or the year before show as well is not about the election. p-values of networks are not corrected for how many there are; q-values of sites are.
censorship-claims = Claims, as their sources state them
censorship-claims-text = These are claims by those named. They are not findings of this program, and they are not counted with them.
censorship-unseen-text = What is not measured is unknown, not reachable and not blocked.
censorship-unseen-targets = Sites of the list without a measurement: { $count }
censorship-unseen-networks = Networks of the file of names without a measurement: { $count }
censorship-unseen-days = Days without a measurement, of those that the maps show: { $count }
censorship-classified = Measurements by state, rule and what was seen
censorship-problem = { $file }: row { $row }, column { $column }: expected { $expected }, found { $found }
censorship-expected-column = a column of this name
censorship-expected-text = a text
censorship-expected-day = a day such as 2024-07-28
censorship-expected-network = the number of a network
censorship-expected-host = an address or a host
censorship-expected-yes-no = yes or no
censorship-expected-last-day = a day that is not before the first
censorship-expected-outage-watched = outage, watched or nothing
censorship-expected-utf-8 = UTF-8
censorship-found-nothing = nothing
censorship-line-problem = { $file }: { $count } lines are no measurement ({ $reason }), first in line { $line }
censorship-reason-too_long = too long
censorship-reason-encoding = not UTF-8
censorship-reason-syntax = not JSON
censorship-reason-shape = JSON of another shape
censorship-reason-other = of another kind
censorship-quarantined = { $file }: { $count } lines carry an address of a probe; nothing of them was kept
censorship-cut = { $file }: the archive ends before its end; what was read before it counts
censorship-no-day = --election: expected a day such as 2024-07-28, found { $found }
censorship-no-country = expected two letters of a country, found { $found }
censorship-no-country-recorded = { $file }: election.country: expected two capital letters (ISO 3166), because { $folder } holds measurements, found { $found }
censorship-none-of-country = None of the { $count } measurements is from { $country }: no series is looked at. Countries are written as two capital letters (ISO 3166).

cli-censorship-about = Read network measurements (OONI): which sites and services were blocked, on which networks, from when on
cli-censorship-after =
    Examples:
      scrutineer censorship classify 2024080913_VE_*.jsonl.gz
      scrutineer censorship analyse *.jsonl.gz --country VE --election 2024-07-28
    The rules stand in spec/censorship.md, what they mean in docs/conditions.md.
    Running a probe can be dangerous: whoever measures is visible to the network.
    This program measures nothing and sends nothing; it reads files.
cli-censorship-classify-about = Judge each measurement by the rules, and count
cli-censorship-classify-arg-file = File of measurements, JSON lines, plain or gzip
cli-censorship-classify-arg-fingerprints = File of known block pages and addresses (CSV)
cli-censorship-classify-arg-json = Write the counts for programs
cli-censorship-classify-arg-lines = Write each measurement as a line of JSON into this file
cli-censorship-classify-after =
    Examples:
      scrutineer censorship classify measurements.jsonl.gz
      scrutineer censorship classify *.jsonl.gz --fingerprints known.csv --lines judged.jsonl
cli-censorship-analyse-about = Series, changes, and the contrast around an election
cli-censorship-analyse-arg-file = File of measurements, JSON lines, plain or gzip
cli-censorship-analyse-arg-fingerprints = File of known block pages and addresses (CSV)
cli-censorship-analyse-arg-country = Country to look at, two letters; else all that are no controls
cli-censorship-analyse-arg-election = Day of the election, for the contrast
cli-censorship-analyse-arg-targets = List of sites chosen before reading (CSV: url, category_code, date_added)
cli-censorship-analyse-arg-control-targets = List of sites of like kind that nobody blocks (CSV)
cli-censorship-analyse-arg-control-country = Country in which the same sites are compared; may be given several times
cli-censorship-analyse-arg-networks = Names of networks (CSV: asn, name, from, to, source)
cli-censorship-analyse-arg-outages = Outages on record and where somebody watched (CSV: asn, day, to, kind, source)
cli-censorship-analyse-arg-statements = What others said (CSV: target, asn, day, method, source, independent)
cli-censorship-analyse-arg-json = Write the document for programs
cli-censorship-analyse-arg-html = Write it as one HTML file, with maps
cli-censorship-analyse-arg-csv = Write every cell of the maps as a row into this file
cli-censorship-analyse-arg-timeline = Write the first day of each change, with its interval and the election, as a row into this file (CSV)
cli-censorship-analyse-after =
    Examples:
      scrutineer censorship analyse *.jsonl.gz --country VE
      scrutineer censorship analyse *.jsonl.gz --country VE --election 2024-07-28 \
        --targets list.csv --networks networks.csv --html blocked.html
cli-progress-measurements = files of measurements: { $done } of { $all }
cli-progress-series = looking at series
cli-value-country = COUNTRY
