# The conditions of the vote: sections behind an audit, and pages of the site.

conditions-not-used = Not used in the answers
conditions-notice = Nothing from here on is used in the answers. It states the conditions under which people voted, as far as somebody recorded them. The count stands or falls without it.
conditions-none = The folder has no records of the conditions.
conditions-no-incidents = Incidents and victims: nothing is in the folder.
conditions-no-censorship = Blocked sites and services: nothing is in the folder.
conditions-no-disclosure = What has been published: no record is in the folder.
conditions-no-indices = Indices of freedom: nothing is in the folder.
conditions-files = { $count ->
    [one] Made from one file of the folder; its digest is in the document for programs.
   *[other] Made from { $count } files of the folder; their digests are in the document for programs.
 }
conditions-section-timeline = What happened when
conditions-section-counts = Counts of persons, as ranges
conditions-section-reports = Reports by right
conditions-section-blocked = Blocked sites and services
conditions-section-blocked-days = Blocked sites and services: the days in a table
conditions-section-published = What has been published
conditions-section-indices = Indices of freedom
conditions-section-trace = How the values of the indices come about
conditions-timeline = What happened when, by day
conditions-timeline-text = Each mark is a line of the table below; the upright line is the day of the vote, { $election }.
conditions-timeline-note = Days beside each other do not say that one thing caused another.
conditions-lane-election = Vote
conditions-lane-incidents = Reports
conditions-lane-blocked = Measured blocks
conditions-lane-claimed = Claimed blocks
conditions-lane-published = Publication
conditions-election-day = Day of the vote
conditions-moment-reports = { $count ->
    [one] { $what }: one report
   *[other] { $what }: { $count } reports
 }
conditions-moment-withheld = { $what }: the number of reports is withheld
conditions-moment-blocked = Measured as blocked from this day on: { $target } on { $networks }
conditions-moment-claimed = { $targets ->
    [one] Claimed as blocked from this day on: one site or service (networks: { $networks }; { $source })
   *[other] Claimed as blocked from this day on: { $targets } sites or services (networks: { $networks }; { $source })
 }
conditions-moment-due = Last day for: { $what }
conditions-moment-published = First seen: { $what } ({ $by })
conditions-moment-looked = Looked for and not found: { $what }
conditions-moment-asked = { $author } asks: { $what }
conditions-moment-answered = Answer of { $author }: { $outcome }
conditions-counts = Persons, at least to at most; rows are never added, since one person can be in several
conditions-counts-how = The minimum is corroborated here, the credible number is named by lists and not refuted, the maximum is the largest figure that somebody published who is no party to the events; where figures of areas that do not overlap give more, it is their sum, and the parts stand beside it. Quote all three with the date. Nothing else is added, and nothing over acts.
conditions-number-of = { $number } of { $of }
conditions-by-area = Credible persons by state: { $act }
conditions-by-group = Credible persons by group: { $act }
conditions-went-down = { $count ->
    [one] One figure is lower than an earlier one of the same source, which was not taken back.
   *[other] { $count } figures are lower than earlier ones of the same source, which were not taken back.
 }
conditions-insufficient = { $count ->
    [one] One assessment changes nothing, because it lacks something.
   *[other] { $count } assessments change nothing, because they lack something.
 }
conditions-sources = Who says so
conditions-cites = May touch: { $cites }
conditions-reports-how = Reports are grouped by the right that they touch. Whether an obligation was kept is for others to judge. One report can touch several rights, so numbers are not added over rights.
conditions-means = Means of force, with the number of reports that name them: { $means }
conditions-refused = Stations by whether a copy of the sheet was refused and whether a sheet is there
conditions-refused-text = A report that a copy was refused beside a sheet of the same station is a contradiction to resolve; it says nothing about which of the two is wrong.
conditions-refused-unknown = { $count ->
    [one] One report is about a station that the list of stations has not.
   *[other] { $count } reports are about stations that the list of stations has not.
 }
conditions-whole = everywhere
conditions-outlets = Reports about outlets beside findings of measurements within 14 days
conditions-outlets-text = Both are about the same outlet at about the same time; that does not say who did either.
conditions-measured = { $observations } measurements in { $reports } reports, from { $first } to { $last }; { $looks } series were looked at for a change.
conditions-not-measured = No measurement is in the folder, so there is no finding and no map; what others said stands below.
conditions-unpublished = { $count ->
    [one] One change lacks something that a finding must have; it is not shown.
   *[other] { $count } changes lack something that a finding must have; they are not shown.
 }
conditions-map-text = { $count } sites and services with a blocked or possibly blocked measurement; { $others } others were measured and never blocked. A number is that of the measurements, an empty place means that nobody measured. The table of days has the same.
conditions-blocked-days = Measured days in a row with the same state
conditions-unseen = Without a measurement: { $targets } sites of the list, { $networks } networks of the file of names, { $days } days of those that the maps show.
conditions-of-country = { $count ->
    [0] None of them is from the country of the election: nothing is known about its networks.
    [one] One of them is from the country of the election.
   *[other] { $count } of them are from the country of the election.
 }
conditions-duties = Duties and their state
conditions-published = What was published
conditions-published-how = Everything here is a claim with its source, also that there is a duty. "Not met" means that somebody looked on or after the last day and did not find it.
conditions-indices-how = Values are judgements of their publishers about a place and a period, which can end before the vote. They say nothing about a count.
conditions-brief-blocked = { $findings } measured changes on { $networks } networks for { $targets } sites or services, from { $observations } measurements; beside them { $claims } claims of others.
conditions-column-day = Day
conditions-column-offset = Days from the vote
conditions-column-what = What
conditions-column-act = Of what
conditions-column-minimum = Minimum
conditions-column-credible = Credible
conditions-column-maximum = Maximum
conditions-column-maximum-by = Maximum published by
conditions-column-known-by = Known by
conditions-column-area = Area
conditions-column-group = Group
conditions-column-source = Source
conditions-column-kind = Kind
conditions-column-standing = Standing
conditions-column-method = States its method
conditions-column-rests-on = Rests on
conditions-column-refused-present = Refused, sheet there
conditions-column-refused-absent = Refused, no sheet
conditions-column-other-present = Not reported, sheet there
conditions-column-other-absent = Not reported, no sheet
conditions-column-outlet = Outlet
conditions-column-findings = Findings
conditions-column-days = Days
conditions-column-blocked = Blocked / measured
conditions-column-from-to = First and last day
conditions-column-independent = Rests on other measurements
conditions-column-state = State
conditions-column-due = Last day
conditions-column-late = Days since
conditions-column-question = Question or part
conditions-column-answer = Answer
conditions-column-most = Of
conditions-column-use = Use
conditions-column-adds = Adds
conditions-kind-ngo-list = list of an organisation
conditions-kind-media = media
conditions-kind-official = official
conditions-kind-observer = observer
conditions-kind-submitter = somebody who reported
conditions-kind-court = court
conditions-kind-hospital = hospital
conditions-kind-measurement = measurement
conditions-group-civilian = civilians
conditions-group-protester = people at an assembly
conditions-group-bystander = bystanders
conditions-group-security-force = security forces
conditions-group-official = officials
conditions-group-journalist = journalists
conditions-group-observer = observers
conditions-group-party-agent = party agents
conditions-group-unknown = not known
conditions-means-tear-gas = tear gas
conditions-means-rubber-bullets = rubber bullets
conditions-means-batons = batons
conditions-means-firearms = firearms
conditions-means-water-cannon = water cannon
conditions-means-vehicles = vehicles
conditions-means-other = other means

cli-incidents-report-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-incidents-report-arg-fetch = Allow the network for pinned files that no mirror has
cli-incidents-report-arg-portable = Use no cache
cli-incidents-report-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-audit-arg-with-conditions = Show the conditions of the vote behind the count (incidents/, measurements/, disclosure.toml, indices/); no answer reads them

site-nav-conditions = Conditions of the vote
site-conditions-persons = Persons and reports
site-conditions-notice = Not used in the answers: nothing on this page bears on the count.
site-conditions-nothing = Nothing of this is published here.
cli-publish-arg-with-conditions = Publish the conditions of the vote as well (incidents/, measurements/, disclosure.toml, indices/): the summaries that may be shown, never the tables; no answer reads them
cli-verify-warning-conditions-beside = The conditions of the vote (conditions.json) are those that were published. They follow from no entry, and no answer reads them.
cli-conditions-waiting =
    { $count ->
        [one] One report is left out: it is in no batch yet (scrutineer incidents release).
       *[other] { $count } reports are left out: they are in no batch yet (scrutineer incidents release).
    }

reader-conditions-line = conditions.json: { $r }
reader-conditions-election = conditions.json: expected the election { $a }, found { $b }
reader-conditions-shape = line { $n }, column { $m }: expected a document { $a }
reader-conditions-used = expected used_in_answers false, found true
reader-conditions-sentence = expected the sentence that follows from the numbers of { $a }, found another
reader-conditions-form = expected the one way to write this document, found another
