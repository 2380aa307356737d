# The public site: navigation, pages and the words of its scripts.

site-pages = Pages
site-around = Where this page stands
site-more-pages = More pages
site-language-en = English
site-language-es = Español
site-choice = Read this site in English
site-nav-home = Start
site-nav-results = Results
site-nav-declared = Declared
site-nav-findings = Findings
site-nav-catalogue = Catalogue of checks
site-nav-statistics = Statistics
site-nav-evidence = Where the evidence comes from
site-nav-changes = Changes
site-nav-verify = Verify
site-nav-data = Data
site-nav-about = About
site-footer-about = Method, limits, how to contest a finding
site-footer-verify = How to verify this
site-stamp = Follows from the first { $size } entries of the public log { $origin }, whose tree has the root { $root }. The entries that name this release stand behind them.
site-no-log = These records are in a folder, not in a public log: there is no checkpoint and no proof.
site-sheets-by = Sheets of: { $sources }
site-source = { $source } ({ $who })

site-chain-more = The seven links in words, with their reasons
site-find = Find your own polling station
site-find-text = By place, never by person. Choose a division, then the polling place; the number of the table is on its list.
site-coverage-heading = Coverage
site-checkpoint = Checkpoint and witnesses
site-checkpoint-text = Everything here follows from a public log; how far it had come stands at the foot of this page. A page cannot vouch for the log that it stands in: whether the signatures below are those of independent witnesses is what the command verify and the check on the page Verify say.

site-results-text = Totals of the sheets, for the whole election and for every division down to the polling place. A total says what the sheets that are here add up to, never what is missing.
site-lead = First on the sheets: { $first }, by { $lead } votes.
site-coverage-of =
    { $count ->
        [one] One station of { $expected } has a sheet.
       *[other] { $count } stations of { $expected } have a sheet.
    }
site-coverage =
    { $count ->
        [one] One station has a sheet; how many there are is not stated.
       *[other] { $count } stations have a sheet; how many there are is not stated.
    }
site-no-sheets = no sheets
site-no-sheets-of = No sheet of { $source }.
site-sheets-of = { $count } of { $expected }
site-sheets-none-of = none of { $expected }
site-sheets-none = none
site-column-sheets-known = Sheets (of how many is not stated)
site-door = sheets: { $sheets }
site-door-known = sheets: { $sheets }, of how many is not stated
site-tiles = First on the sheets of { $source }, and how many these are
site-missing = What is missing, and why
site-missing-caption = Stations without a sheet, by source
site-skip = Skip to the content
site-column-exceptions = Exceptions
site-column-reason = Reason
site-column-stations = Stations
site-column-sheets = Sheets
site-divisions-caption = By division, { $source }
site-below = Directly to a narrower division
site-places = Polling places
site-stations = Stations
site-stations-count =
    { $count ->
        [one] one station
       *[other] { $count } stations
    }
site-stations-from-to = { $from } to { $to }

site-column-station = Station
site-field-registered = Registered
site-field-issued = Ballots issued
site-field-voters = Voters
site-field-ballots = Ballots
site-field-valid = Valid
site-field-invalid = Invalid
site-field-blank = Blank
site-total-of =
    { $count ->
        [one] Total of one sheet
       *[other] Total of { $count } sheets
    }
site-unread = unread
site-not-on-form = –
site-sums-hold = sums hold
site-sums-unchecked = no sum to check
site-sums-differ = { $identity } does not hold: { $left } against { $right }
site-superseded = superseded
site-rival = rival reading
site-picture = picture held, not published
site-sources-agree = sources agree
site-sources-differ = sources differ
site-no-sheet = No sheet: { $reason }
site-no-sheet-of = no sheet of { $sources }: { $reason }
site-register = electors by the official list:
site-entry = entry
site-finding = finding
site-permanent = permanent address
site-permanent-title = Permanent addresses of polling stations
site-station-proof = Proof that a record is in the log
site-station-proof-text = The number behind "entry" is the record's place in the public log. The proof of a station is made from a copy of the bundle:
site-station-verify = What to do with a proof

site-nothing-declared = Nothing was declared: there is nothing to compare the sheets with.
site-declared-text = For each declaration two halves of one size: what must be true for it to be right, and what must be true for the sheets to be right. Then every figure, with the range in which it is possible.
site-declared-title = { $authority }, { $date }
site-half-declared = For the declaration to be right
site-half-declared-below = At least { $gap } votes for { $name } that stand on these sheets must not be votes.
site-half-declared-above = At least { $gap } votes for { $name } must have been cast beyond these sheets and the bound of what is missing.
site-half-sheets = For the sheets to be right
site-would-change = What would change the answer

site-findings-text = What the rules found. A finding is a fact about records, with its rule; what follows from it is said apart. Below, the same findings by strength and by link of the chain.
findings-some = { $listed } of { $count } findings
site-tier-contradiction = Contradictions: arithmetic, no probability
site-tier-test = Tests
site-tier-picture = Pictures: shown, never a claim
site-finding-if-winner = On condition that these records are what they say they are, this bears on the answer about the winner, through the link “{ $name }”.
site-finding-if-figures = On condition that these records are what they say they are, this bears on the answer about the declared figures, through the link “{ $name }”.
site-finding-if-nothing = Whether or not these records are what they say they are, this bears on no answer; it describes the link “{ $name }”.
site-finding-about = { $level }. Link: { $name }.
site-not-proven = What this does not prove
site-reply = Reply of { $who }, { $on }, as received:
site-catalogue-text = Every rule that is applied to every source and every option, with and without findings.
site-check-about = { $severity_name } · { $link_name } · bears on: { $bears }
site-check-found =
    { $count ->
        [0] No finding.
        [one] One finding.
       *[other] { $count } findings.
    }

site-statistics-text = Statistics support no answer of this site. Every test is run on every option and every source; a small p is rare by chance and has innocent causes.
site-no-tests = No statistical test was run for this release; the command forensics runs them from the published data.

site-changes-text = What changed from release to release. Nothing is removed: what was corrected stays in the log beside its correction.
site-releases-caption = Releases, the latest first
site-column-size = Entries
site-column-date = As of
site-column-root = Root
site-column-origin = Log
site-changes-command = The records between two checkpoints, station by station:
site-feed = Feed of releases (Atom)
site-feed-entry = Release of the first { $size } entries
site-decisions = Findings that were looked into
site-no-decisions = No decision on a finding is recorded.

site-verify-text = Do not believe this page: every number here can be derived again from the public log, without a connection, by anyone.
site-verify-command = By the command
site-verify-command-text = Copy the bundle (the folder above this site) and check everything: signatures, tree, totals, report, tables and these pages.
site-verify-one = One station
site-verify-one-text = A proof is a small file. It shows that exactly this record is in the log that the checkpoint names; whoever has the policy can check it without the bundle.
site-verify-page = In this page
site-verify-page-text = A second program, written by other means, runs in the browser. Code that the publisher of a log serves is not an independent verification: it could be another program tomorrow. Keep a copy of it, or use the command.
site-verify-no-script = This check needs scripts. Without them, use the command: it does the same and more.
site-verify-other = With someone else's program
site-verify-other-text = The formats are public (tiles, signed notes, RFC 6962 hashes), and other programs read them. The second verifier needs Node alone:
site-verify-keys = Keys and policy
site-verify-keys-text = A policy says whose signatures count. Take it from somebody whom you trust, by another way than this site: a policy that comes with the bundle proves only that the bundle agrees with itself.
site-verify-mirror = Mirror and cosign
site-verify-mirror-text = A mirror keeps a copy and refuses a log that takes something back; a witness signs what it saw. Both need no permission.

site-data-text = Everything that was published, as tables. Each file has its SHA-256; the release that names them is in the log.
site-no-files = The files stand in the bundle that this site was made from.
site-files-caption = Files of this release
site-files-note = In the bundle the bytes lie under their digest; the link saves them under their name.
site-column-bytes = Bytes
site-reading = Reading the tables
site-dictionary = What each column means (dictionary.md)
site-reading-text = The lines below run in the folder of the data, once the files have their names:
site-spreadsheet = Spreadsheet programs open the workbook directly. Codes are text: import columns of CSV files as text, so that zeros in front stay.
site-licence = Licence and citation
site-licence-stated = The licence of these tables, as stated by the publisher: { $licence }
site-licence-none = No licence of these tables is stated in this release.
site-licence-text = Each source has its own licence, which stands on the page about the evidence.
site-citation = To cite this release:

site-about-does = What this site does
site-about-does-text = It takes the tally sheets of an election and asks what they prove, what they bound and what they leave open about a declared result. Sums are exact. What is missing is never guessed: bounds are computed for the worst case. Two answers are given for each declaration, each with the condition on which it rests.
site-about-neutral = It presumes no winner
site-about-neutral-text = Every rule runs for every option and every source. Options stand in the order of the ballot and have colours by position; exchanging two options exchanges the pages and changes no word. The project acts for no party.
site-about-origin = Where the project comes from
site-about-origin-text = It was prompted by a statement of a human-rights organisation on the presidential election in Venezuela of 28 July 2024. What the statement asked for and said, with where that stands here; these are its claims and no findings of this project, which is made for every election:
site-about-said-audit = It asked for an "immediate, independent audit" of the result, and spoke of an "unproven declaration of victory". Here: the two answers, each with its condition.
site-about-said-data = It asked to "publish precinct-level data". Here: every sheet that was read, in a public log and as open data.
site-about-said-tallies = It said that officials "refused to release paper tallies of the electronic vote count". Here: coverage, with the reason why a sheet is missing, or that nobody stated one.
site-about-said-conditions = It said that access to the ballot was controlled and voters were intimidated, that people were killed, injured and arrested, and that independent media and information online were restricted. Here: the conditions of the vote, where a release has them, apart from every answer.
site-about-contest = How to contest a finding
site-about-contest-text = Name the finding by its key, say what is wrong and on what you rest, and send it to whoever runs this log. A reply is published unedited beside the finding in the next release; a correction is a new entry, and the old one stays readable.
site-about-contest-place = Write to: { $contact }
site-about-contest-days =
    { $count ->
        [one] A reply is answered within one day
       *[other] A reply is answered within { $count } days
    }, as whoever runs this log says.
site-about-contest-no-days = By when replies are answered: not stated in this release.
site-about-contest-unsaid = To which address, and by when replies are answered: not stated in this release.
site-about-people = People
site-about-people-text = Nobody is named here: no voter, no officer, no agent, no submitter. Search is by place and table only. Pictures of sheets are not published, because they carry names, signatures and identity numbers.
site-about-runs = Who runs this site
site-about-runs-by = { $name }, as whoever holds the key of the log { $origin } says there. Any copy of the folder is as good as this one, since everything in it can be verified.
site-about-runs-text = Whoever holds the key of the log { $origin }. Who that is and in which role: not stated in this release; ask those from whom you have the policy. Any copy of the folder is as good as this one, since everything in it can be verified.
site-about-address = Address of the pages, as stated by the publisher: { $address }


cli-site-about = Write the public site of a bundle as a folder of static pages
cli-site-arg-bundle = Folder of the bundle
cli-site-arg-out = Folder to write; a folder with other content is refused. Inside the bundle, site puts back the pages that its release names
cli-site-arg-json = Write what was done for programs
cli-site-after =
    Examples:
      scrutineer site BUNDLE --out pages
      scrutineer site BUNDLE --out BUNDLE/site
cli-site-written = Written: { $count } files, { $bytes } bytes; open { $path }
cli-site-unnamed = The release of this bundle names no site, so that its folder may have none: choose a folder outside of it
