# The command line: help, progress and errors. Ids: cli-COMMAND-about, cli-COMMAND-arg-NAME.

cli-about = States what the tally sheets of an election prove, bound or leave open about a declared result.
cli-after =
    Examples:
      scrutineer demo
      scrutineer new my-election --from sheets.csv
      scrutineer audit my-election --html report.html
    Exit codes: 0 done; 1 an input is missing or unreadable, or check found errors; 2 wrong usage; 3 the result of --require is negative.
cli-arg-lang = Language of the words: en or es
cli-arg-color = When to set headings off: auto, always or never; NO_COLOR is honoured
cli-arg-threads = Number of threads; the result is the same with any number
cli-arg-help = Print help
cli-arg-version = Print the version
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-demo-about = Run a synthetic election end to end, without network
cli-demo-arg-out = Folder for the result; a folder with other content is refused
cli-audit-about = Answer: did the declared winner win, are the declared figures possible?
cli-audit-after =
    Examples:
      scrutineer audit my-election
      scrutineer audit my-election --by state --lang es
      scrutineer audit my-election --json > tonight.json
      scrutineer audit my-election --compare last-night.json
cli-audit-arg-dir = Election folder
cli-audit-arg-mirror = Folder to look in for pinned files; may be given several times
cli-audit-arg-json = Write the document for programs
cli-audit-arg-html = Write the whole report into one HTML file
cli-audit-arg-brief = Write one quotable page
cli-audit-arg-by = Totals by division of this level
cli-audit-arg-full = Write everything that the HTML file has
cli-audit-arg-core = Load, checks, totals, bounds and feasibility only
cli-audit-arg-compare = Say what changed since this earlier JSON report
cli-audit-arg-require = End with exit code 3 unless this holds, such as winner=supported
cli-audit-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-audit-arg-fetch = Allow the network for pinned files that no mirror has
cli-audit-arg-portable = Use no cache
cli-audit-arg-state = Folder for private state
cli-check-about = List every problem in the data, with file, row and column
cli-check-arg-dir = Election folder
cli-check-arg-mirror = Folder to look in for pinned files; may be given several times
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
