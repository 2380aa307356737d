# The command line: help, progress and errors. Ids: cli-COMMAND-about, cli-COMMAND-arg-NAME.

cli-about = States what the tally sheets of an election prove, bound or leave open about a declared result.
cli-after =
    Examples:
      scrutineer demo
      scrutineer new my-election --from sheets.csv
      scrutineer audit my-election --html report.html
    Exit codes: 0 done; 1 an input is missing or unreadable, or check found errors; 2 wrong usage; 3 the result of --require, verify, follow, mirror, witness or fsck is negative.
cli-arg-lang = Language of the words: en or es
cli-arg-color = When to set headings off: auto, always or never; NO_COLOR is honoured
cli-arg-threads = Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number
cli-arg-help = Print help
cli-arg-version = Print the version
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-demo-about = Run a synthetic election and the conditions of its vote end to end, without network
cli-demo-arg-out = Folder for the result; a folder with other content is refused
cli-audit-about = Answer: did the declared winner win, are the declared figures possible?
cli-audit-after =
    Examples:
      scrutineer audit my-election
      scrutineer audit my-election --by state --lang es
      scrutineer audit my-election --json > tonight.json
      scrutineer audit my-election --compare last-night.json
cli-audit-arg-dir = Election folder
cli-audit-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-audit-arg-json = Write the document for programs
cli-audit-arg-html = Write the whole report into one HTML file
cli-audit-arg-brief = Write one quotable page
cli-audit-arg-by = Totals by division of this level
cli-audit-arg-full = Write everything that the HTML file has
cli-audit-arg-core = Load, checks, totals, bounds and feasibility only
cli-audit-arg-compare = Say what changed since this earlier JSON report
cli-audit-arg-require = End with exit code 3 unless this holds for every declaration and source: winner=supported, figures=consistent|differs, link6=proven; winner@ID=... asks one declaration; may be given several times
cli-audit-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-audit-arg-fetch = Allow the network for pinned files that no mirror has
cli-audit-arg-portable = Use no cache
cli-check-about = List every problem in the data, with file, row and column
cli-check-arg-dir = Election folder
cli-check-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-check-arg-json = Write the list for programs
cli-check-arg-portable = Use no cache
cli-check-arg-fetch = Allow the network for pinned files that no mirror has
cli-new-about = Write an explained, runnable election folder
cli-new-arg-dir = Folder to write; a folder with other content is refused
cli-new-arg-from = File with sheets; its columns are proposed from names and from which sums hold
cli-merge-about = Unite election folders by station, origin and digest; rivals are kept and listed
cli-merge-arg-folders = Election folders to unite; their order changes nothing
cli-merge-arg-out = Folder to write; a folder with other content is refused
cli-simulate-about = Write a synthetic election with known truth
cli-simulate-arg-stations = Number of stations
cli-simulate-arg-scenario = What happens to the sheets or the declaration; honest if not given
cli-simulate-arg-seed = Number that fixes every random choice
cli-simulate-arg-out = Folder to write; a folder with other content is refused
cli-simulate-arg-list = List the scenarios
cli-completions-about = Write completions for a shell
cli-completions-arg-shell = The shell
cli-man-about = Write man pages
cli-man-arg-out = Folder to write

# Progress and results.
cli-progress-reading = Reading { $file }
cli-progress-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
cli-progress-auditing = Auditing
cli-progress-fetching = Fetching { $file }
cli-wrote = Written: { $file }
cli-demo-open = Open these files:
cli-demo-next = Next, try:
cli-new-next = Now fill in what is marked, then:
cli-new-column = Column { $column }: { $role } ({ $why })
cli-new-identity = Sum that holds on { $count } of { $rows } rows: { $identity }
cli-new-unmapped = Columns without a role: { $columns }
cli-merge-rivals =
    { $count ->
        [0] No rivals.
        [one] One station has rival readings; both are kept.
       *[other] { $count } stations have rival readings; all are kept.
    }
cli-required = Required: { $what }. It holds.
cli-required-not = Required: { $what }. It does not hold.

# Errors: what, where, expected, found.
cli-error = error
cli-error-at = { $place }: { $what }
cli-error-missing-input = pinned file not found: { $file }, SHA-256 { $digest }
cli-error-looked-in = looked in: { $places }
cli-error-looked-nowhere = no mirror was given, and the cache has no such file
cli-error-get-mirror = give a folder that holds it: --mirror FOLDER
cli-error-get-fetch = or let the program get it from { $address }: --fetch
cli-error-no-network = this build has no network; get the file elsewhere and give its folder
cli-error-identity = source { $source }: { $identity } fails on { $count } of { $rows } rows, more than 1 %; read the map again, or give --accept-import
cli-error-foreign-folder = { $file } has other content; give an empty or new folder
cli-error-unknown-level = unknown level { $found }; known: { $known }
cli-error-unknown-scenario = unknown scenario { $found }; known: { $known }
cli-error-unknown-requirement = unknown requirement { $found }; expected QUESTION=ANSWER, such as winner=supported
cli-error-not-a-report = { $file } is no audit report: { $why }
cli-error-read = { $file } cannot be read: { $why }
cli-error-write = { $file } cannot be written: { $why }
cli-error-folder =
    { $count ->
        [one] the election folder has one error
       *[other] the election folder has { $count } errors
    }

# Words of help that name what goes in.
cli-value-command = COMMAND
cli-value-options = [OPTIONS]
cli-value-folder = FOLDER
cli-value-file = FILE
cli-value-level = LEVEL
cli-value-answer = ANSWER
cli-value-percent = PERCENT
cli-value-name = NAME
cli-value-shell = SHELL
cli-value-when = WHEN
cli-value-lang = LANGUAGE

cli-demo-arg-json = Write the report for programs instead of the answers
cli-audit-arg-out = Write to this file what would go to standard output
cli-check-after =
    Examples:
      scrutineer check my-election
      scrutineer check my-election --json > problems.json
cli-new-arg-json = Write what was written and proposed for programs
cli-new-after =
    Examples:
      scrutineer new my-election
      scrutineer new my-election --from sheets.csv
cli-merge-arg-json = Write the numbers for programs
cli-merge-after =
    Examples:
      scrutineer merge north south --out all
cli-demo-after =
    Examples:
      scrutineer demo
      scrutineer demo --out elsewhere --lang es
cli-simulate-arg-truth = Folder for the ballots as they were, which no audit knows; not written if not given
cli-simulate-arg-options = Number of options, 2 to 26; 6 if not given
cli-simulate-arg-touching = How many of its stations, places or sheets the scenario touches
cli-simulate-arg-turnout = Centre of the turnout; 64 if not given
cli-simulate-arg-missing = Sheets without a copy, at random, with their reasons
cli-simulate-arg-slips = Records with one slip
cli-simulate-arg-repeats = Number of rows that stand twice, word for word
cli-simulate-arg-bulletin = Share of the stations in an honest partial declaration before the final one
cli-simulate-arg-no-register = Write no official list of stations
cli-simulate-arg-json = Write for programs what was written
cli-simulate-after =
    Examples:
      scrutineer simulate --stations 1200 --out synthetic
      scrutineer simulate --stations 30000 --scenario moved-votes --seed 7 --out synthetic --truth truth
      scrutineer simulate --list
cli-completions-after =
    Examples:
      scrutineer completions bash > /etc/bash_completion.d/scrutineer
cli-man-after =
    Examples:
      scrutineer man --out man1
cli-document-about = Print a document that the repository keeps
cli-document-arg-what = Which document
cli-document-arg-page = Which page; for man pages only
cli-reference-title = The command line
cli-reference-note = Made from the program by `cargo xtask generate`; do not edit.

cli-progress-simulating = Simulating

# Errors of usage.
cli-usage-unknown = unknown option or argument { $found }
cli-usage-command = unknown command { $found }
cli-usage-no-command = expected a command
cli-usage-required = expected { $expected }, found nothing
cli-usage-conflict = { $option } and { $other } cannot stand together
cli-usage-no-value = { $option }: expected a value, found nothing
cli-usage-value = { $option }: { $found } is not a value of it
cli-usage-known = known: { $known }
cli-usage-meant = did you mean { $meant }?
cli-usage-help = For help: { $program } --help

cli-expected-found = expected { $expected }, found { $found }
cli-error-no-address = or state its address in election.toml, so that it can be got with --fetch
cli-why-not-found = not found
cli-why-denied = access is denied
cli-why-not-a-file = expected a regular file
cli-why-too-large = more than 1 GiB
cli-why-not-text = expected text in UTF-8, found other bytes
cli-spot-folder = folder { $file }
cli-spot-cache = cache { $file }
cli-spot-web = web mirror { $file }
cli-spot-address = address { $file }
cli-outcome-unreadable = cannot be read: { $why }
cli-outcome-searched =
    { $count ->
        [one] one file compared, without a match
       *[other] { $count } files compared, without a match
    }
cli-outcome-namesake = { $file } has the name, but SHA-256 { $digest }
cli-outcome-other = other bytes, SHA-256 { $digest }; not used
cli-outcome-large = more than { $count } bytes; not used
cli-outcome-not-asked = not asked, because --fetch was not given
cli-outcome-failed = download failed: { $why }
cli-outcome-not-kept = downloaded, but not kept: { $why }
cli-left-links =
    { $count ->
        [one] one symbolic link not followed
       *[other] { $count } symbolic links not followed
    }
cli-left-unreadable = { $count } that cannot be read
cli-left-sealed = { $count } sealed, never opened
cli-left-beyond = { $count } beyond the limits of the search

cli-merge-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times
cli-merge-arg-fetch = Allow the network for pinned files that no mirror has
cli-merge-arg-portable = Use no cache
cli-merge-differ = the folders differ on what must be one:
cli-merge-source = Source { $source }: { $count } readings, of which { $same } were the same in several folders
cli-merge-from = from { $file }: { $count }
cli-merge-publishers = These folders differ on who publishes, so that the union does not say it: { $what }
cli-merge-rejected = { $file }: rows that could not be used and are not carried over: { $count }
cli-merge-issues = { $file }: problems that are not carried over: { $count }; see check

cli-forensics-about = Test the sheets: patterns that chance does not make; changes no answer
cli-forensics-arg-dir = Election folder
cli-forensics-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-forensics-arg-fetch = Allow the network for pinned files that no mirror has
cli-forensics-arg-portable = Use no cache
cli-forensics-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-forensics-arg-json = Write the results for programs
cli-forensics-arg-html = Write the results as one HTML file, with pictures
cli-forensics-arg-test = Show this test only; may be given more than once and marks the output partial
cli-forensics-arg-option = Show this option only; may be given more than once and marks the output partial
cli-forensics-arg-source = Show this source only; may be given more than once and marks the output partial
cli-forensics-after =
    Examples:
      scrutineer forensics my-election
      scrutineer forensics my-election --html tests.html
      scrutineer forensics my-election --test place-extremes
    The tests and their order stand in spec/tests.md, what they mean in docs/statistics.md.
cli-power-about = Measure on simulated elections how often the tests cry wolf here and what they would find
cli-power-arg-dir = Election folder
cli-power-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-power-arg-fetch = Allow the network for pinned files that no mirror has
cli-power-arg-portable = Use no cache
cli-power-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-power-arg-runs = Simulated elections per scenario, up to 10000
cli-power-arg-seed = Number that fixes every random choice
cli-power-arg-source = Source whose stations are taken; the first if not given
cli-power-arg-keep = Keep the table in the election folder as power.json; forensics and the full audit then show it beside their results
cli-power-arg-json = Write the table for programs
cli-power-arg-html = Write the table as one HTML file, with a plot
cli-power-after =
    Examples:
      scrutineer power my-election
      scrutineer power my-election --runs 1000 --seed 7 --html power.html
cli-value-test = TEST
cli-value-option = OPTION
cli-value-source = SOURCE
cli-progress-testing = testing the sheets
cli-progress-power = simulated elections: { $done } of { $all }
cli-power-left-out = { $file } is left out, and everything else goes on without it. To make it anew: scrutineer power with --keep.
cli-error-unknown-name = { $flag }: expected one of { $known }, found { $found }
cli-error-no-geography = No source has a complete sheet with at least two options, so that nothing can be simulated.
