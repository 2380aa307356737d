# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_scrutineer_global_optspecs
    string join \n lang= color= threads= h/help V/version
end

function __fish_scrutineer_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_scrutineer_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_scrutineer_using_subcommand
    set -l cmd (__fish_scrutineer_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c scrutineer -n "__fish_scrutineer_needs_command" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_needs_command" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_needs_command" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_needs_command" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -s V -l version -d 'Print the version'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "demo" -d 'Run a synthetic election and the conditions of its vote end to end, without network'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "audit" -d 'Answer: did the declared winner win, are the declared figures possible?'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "check" -d 'List every problem in the data, with file, row and column'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "new" -d 'Write an explained, runnable election folder'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "merge" -d 'Unite election folders by station, origin and digest; rivals are kept and listed'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "simulate" -d 'Write a synthetic election with known truth'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "forensics" -d 'Test the sheets: patterns that chance does not make; changes no answer'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "power" -d 'Measure on simulated elections how often the tests cry wolf here and what they would find'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "censorship" -d 'Read network measurements (OONI): which sites and services were blocked, on which networks, from when on'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "rla" -d 'Audit at random: transcription or boxes, from the plan to the conclusion'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "keygen" -d 'Make the keys of a log or of a witness, encrypted with a passphrase'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "publish" -d 'Write the public bundle of an election, or add to it what is new'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "verify" -d 'Derive everything again from a bundle, or check one proof; offline'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "proof" -d 'Write the proof that a station\'s records are in the log; the same bytes for everyone'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "diff" -d 'What changed in a log between two sizes'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "delta" -d 'The smallest file that brings an older copy of a bundle up to date'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "unpack" -d 'Write the files of the latest release under their names'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "site" -d 'Write the public site of a bundle as a folder of static pages'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "fsck" -d 'Check a log together with its private state'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "notice" -d 'Declare the key of a log lost, with the recovery keys of several people'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "quick-count" -d 'Estimate a result from stations drawn at random; no audit, and internal until two people release it'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "index" -d 'Compute, explain and compare indices of freedom; nothing of it is used in an answer'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "disclosure" -d 'Say what the authority must publish, what it has, and since when it has not'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "incidents" -d 'Incidents and victims: claims kept apart, counts as ranges; no answer of the audit rests on them'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "follow" -d 'See how a log stands to what you saw of it before'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "mirror" -d 'Copy a bundle and check all of it before the copy is shown'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "witness" -d 'Cosign logs that never take anything back, or ask others to'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "respond" -d 'Add a reply to a finding, unedited, and release'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "withhold" -d 'Withhold a file that was disclosed: say so in the log, delete the file and its salt, and release'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "open" -d 'Look at an election folder in the browser: report, problems, coverage'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "serve-site" -d 'Serve a bundle or a site to browsers'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "completions" -d 'Write completions for a shell'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "man" -d 'Write man pages'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "document" -d 'Print a document that the repository keeps'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l out -d 'Folder for the result; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l listen -d 'Where --serve listens; 127.0.0.1:7390 if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l serve -d 'Then serve the bundle to browsers on this machine, until interrupted'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l json -d 'Write the report for programs instead of the answers'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l html -d 'Write the whole report into one HTML file' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l by -d 'Totals by division of this level' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l compare -d 'Say what changed since this earlier JSON report' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l require -d 'End with exit code 3 unless this holds for every declaration and source: winner=supported, figures=consistent|differs, link6=proven; winner@ID=... asks one declaration; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l out -d 'Write to this file what would go to standard output' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l brief -d 'Write one quotable page'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l full -d 'Write everything that the HTML file has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l core -d 'Load, checks, totals, bounds and feasibility only'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l with-conditions -d 'Show the conditions of the vote behind the count (incidents/, measurements/, disclosure.toml, indices/); no answer reads them'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l json -d 'Write the list for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l from -d 'File with sheets; its columns are proposed from names and from which sums hold' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l json -d 'Write what was written and proposed for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l out -d 'Folder to write; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l json -d 'Write the numbers for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l stations -d 'Number of stations' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l scenario -d 'What happens to the sheets or the declaration; honest if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l seed -d 'Number that fixes every random choice' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l out -d 'Folder to write; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l truth -d 'Folder for the ballots as they were, which no audit knows; not written if not given' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l options -d 'Number of options, 2 to 26; 6 if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l touching -d 'How many of its stations, places or sheets the scenario touches' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l turnout -d 'Centre of the turnout; 64 if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l missing -d 'Sheets without a copy, at random, with their reasons' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l slips -d 'Records with one slip' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l repeats -d 'Number of rows that stand twice, word for word' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l bulletin -d 'Share of the stations in an honest partial declaration before the final one' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l no-register -d 'Write no official list of stations'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l list -d 'List the scenarios'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l json -d 'Write for programs what was written'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l html -d 'Write the results as one HTML file, with pictures' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l test -d 'Show this test only; may be given more than once and marks the output partial' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l option -d 'Show this option only; may be given more than once and marks the output partial' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l source -d 'Show this source only; may be given more than once and marks the output partial' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l json -d 'Write the results for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand forensics" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l runs -d 'Simulated elections per scenario, up to 10000' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l seed -d 'Number that fixes every random choice' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l source -d 'Source whose stations are taken; the first if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l html -d 'Write the table as one HTML file, with a plot' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l keep -d 'Keep the table in the election folder as power.json; forensics and the full audit then show it beside their results'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l json -d 'Write the table for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand power" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -f -a "classify" -d 'Judge each measurement by the rules, and count'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and not __fish_seen_subcommand_from classify analyse" -f -a "analyse" -d 'Series, changes, and the contrast around an election'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l fingerprints -d 'File of known block pages and addresses (CSV)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l lines -d 'Write each measurement as a line of JSON into this file' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -l json -d 'Write the counts for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from classify" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l fingerprints -d 'File of known block pages and addresses (CSV)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l country -d 'Country to look at, two letters; else all that are no controls' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l election -d 'Day of the election, for the contrast' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l targets -d 'List of sites chosen before reading (CSV: url, category_code, date_added)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l control-targets -d 'List of sites of like kind that nobody blocks (CSV)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l control-country -d 'Country in which the same sites are compared; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l networks -d 'Names of networks (CSV: asn, name, from, to, source)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l outages -d 'Outages on record and where somebody watched (CSV: asn, day, to, kind, source)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l statements -d 'What others said (CSV: target, asn, day, method, source, independent)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l html -d 'Write it as one HTML file, with maps' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l csv -d 'Write every cell of the maps as a row into this file' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l timeline -d 'Write the first day of each change, with its interval and the election, as a row into this file (CSV)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand censorship; and __fish_seen_subcommand_from analyse" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -f -a "plan" -d 'Say how many stations an audit needs and how much work that is; write its plan'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -f -a "commit" -d 'Fix plan, list, totals, rules and tests; print the one digest to announce before the dice'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -f -a "draw" -d 'Draw stations or ballots by the digits of the dice; write the list, the file to fill in and forms for each place'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -f -a "record" -d 'Add what was found at stations or on ballots, by role and never by name; nothing that was recorded is changed'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and not __fish_seen_subcommand_from plan commit draw record measure" -f -a "measure" -d 'Say the risk so far and what is next; write the certificate that anyone can replay'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l audit -d 'Name of the audit; the link if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l link -d 'What is compared: transcription (records with sheets read again) or boxes (sheets with their ballots)' -r -f -a "transcription\t''
boxes\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l risk-limit -d 'Largest chance of confirming a wrong outcome, such as 5% or 0.05, at most 20%; 5% if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l source -d 'Source whose records are audited; needed where there are several' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l register -d 'Register total that bounds what is missing; the least favourable that applies if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l independent -d 'The sheets are read again from copies of this independent origin, which settles link 2 too: another source or origin of the folder, or words for one that it does not have, never a person' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l also -d 'Folder of another contest of the same stations: one draw for all is planned beside a draw for each; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l method -d 'Measure that decides: kaplan-markov (usual for a transcription) or capped (survives a missing box, usual for boxes) draw stations; stratified draws stations of several strata apart, with one risk for all; alpha, bravo and ballot-comparison draw single ballots of boxes' -r -f -a "kaplan-markov\t''
capped\t''
stratified\t''
alpha\t''
bravo\t''
ballot-comparison\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l cvr -d 'Records of single ballots for ballot-comparison: CSV with the columns station, position, option; ballots without a record count as missing' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l strata -d 'For stratified: level of the first hierarchy whose divisions are the strata; the widest where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l strata-file -d 'For stratified: instead of divisions, a file with a column station and one with the stratum' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l strata-column -d 'The column with the stratum' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l rate -d 'For stratified: how much of a stratum is drawn, such as north=3 (three times as often as in proportion to its possible error, 1 to 1000) or north=all (every station is looked at, nothing is drawn); may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l trust-registered -d 'The copies do not state the registered voters that the records say: they are not read again, and every conclusion says that it rests on them'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l audit -d 'Name of the audit; needed where there are several' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from commit" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l audit -d 'Name of the audit; needed where there are several' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l seed -d 'What the dice gave: at least 20 decimal digits; further rounds go on with the first ones' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l announced -d 'Where and when the commitment was announced before the dice' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l size -d 'Number of draws; what the plan or the last measure needs if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -l full-count -d 'Draw nothing: look at every station'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from draw" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -l audit -d 'Name of the audit; needed where there are several' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -l audit -d 'Name of the audit; needed where there are several' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand rla; and __fish_seen_subcommand_from measure" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l name -d 'Name of the key, such as log.example/election-2026; of a log it is the origin' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l out -d 'Folder for the keys; a key that is there is never replaced' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l recovery -d 'Also make recovery keys, such as 2of3: two of three people can declare the key lost' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l recovery-passphrase-file -d 'File with the passphrase of one recovery key, given once for each key in order; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l witness -d 'A key that cosigns the checkpoints of other logs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand keygen" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l out -d 'Folder of the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l state -d 'Private folder of the log; never copy it along with the bundle, never restore it from a backup' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l key -d 'File with the key of the log; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l recovery -d 'File with the public recovery keys; recovery.txt beside the key where it exists' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l accept -d 'Publish although this check of series P found something; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l disclose -d 'Put this file beside the log, with what opens its commitment; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l predecessor -d 'Bundle of the log whose key was lost, which this one continues' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l notice -d 'Notice that the predecessor\'s key is lost, signed by enough recovery keys' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l ask -d 'Policy with witnesses to ask for cosignatures once the bundle is public; needs the build with a network' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l deadline -d 'Seconds to wait for witnesses, 60 if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l seen -d 'File with the last checkpoint that left this machine, kept elsewhere; the log must contain it, and the file is replaced when publishing succeeds' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l insecure-demo-key -d 'Sign with the key that everyone has; every output says so'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l dry-run -d 'Say what would leave the machine; sign nothing'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l close -d 'End the collection: the rest of every batch, and the stations without a sheet'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l nist -d 'Also write reports in the format NIST SP 1500-100'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l with-conditions -d 'Publish the conditions of the vote as well (incidents/, measurements/, disclosure.toml, indices/): the summaries that may be shown, never the tables; no answer reads them'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand publish" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l policy -d 'File with the keys that you trust; never from inside the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l seen -d 'File with the checkpoint of your last verification; the log must contain it; replaced when this one succeeds' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l predecessor -d 'Bundle of the log that this one continues after its key was lost' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l operator -d 'Name of a witness that the log\'s operator runs; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l no-reaudit -d 'Check signatures, log, totals and digests only'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand verify" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l station -d 'Id of the station' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l out -d 'File to write; proofs of further records of the station stand beside it, named by what they prove' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand proof" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l from -d 'Number of entries before' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l to -d 'Number of entries after; all where it is not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand diff" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l since -d 'File with the checkpoint of the older copy; writes what came since' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l out -d 'File to write' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l apply -d 'File that was carried here; brings the bundle up to date' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l policy -d 'File with the keys that you trust; never from inside the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand delta" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -l out -d 'Folder to write; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -l json -d 'Write the manifest for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand unpack" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -l out -d 'Folder to write; a folder with other content is refused. Inside the bundle, site puts back the pages that its release names' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -l json -d 'Write what was done for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand site" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -l state -d 'Private folder of the log' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand fsck" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l bundle -d 'Bundle of the log whose key is lost' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l checkpoint -d 'File with the last checkpoint that counts; everything up to there stays valid' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l policy -d 'File with the keys that you trust, among them the log\'s; never from inside the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l successor -d 'File with the public key of the log that goes on; without it, none does' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l add -d 'Notice that somebody else signed already; the signature is added to the file' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l into -d 'Bundle to put the notice into once enough have signed; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l recovery-key -d 'File with the recovery key that signs; the public key is beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l out -d 'File to write' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand notice" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -f -a "design" -d 'Fix strata, sizes, gate and keys, and print the digest to announce before the seed exists'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -f -a "draw" -d 'Draw the stations of a seed; anyone can do it again'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -f -a "estimate" -d 'Shares with their margins, response, and whether the race can be called'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -f -a "compare" -d 'The estimate beside every declared result of the folder'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and not __fish_seen_subcommand_from design draw estimate compare release" -f -a "release" -d 'Sign the estimate with one key of the design; two release it, if the gate is passed'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l id -d 'Short name of the quick count' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l contest -d 'Contest; the first where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l size -d 'Stations wanted in the estimate' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l margin -d 'Instead: the 95 % margin wanted, in points, going by the previous election' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l strata -d 'Level of the first hierarchy whose divisions are the strata; the widest where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l strata-file -d 'Instead: file with a column station and one with the stratum' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l strata-column -d 'The column with the stratum' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l allocation -d 'registration (proportional to registered voters) or neyman (by how stations differed in the previous election)' -r -f -a "registration\t''
neyman\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l previous -d 'Folder of a previous election' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l previous-source -d 'Its source of sheets; the first where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l response -d 'Percentage of drawn stations that will report; so many more are drawn. 85 where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l collapse-below -d 'Strata with fewer received stations join their neighbour. 2 where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l gate-response -d 'Percentage of drawn stations that a release needs. 80 where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l gate-stratum -d 'The same in each stratum. 50 where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l gate-stability -d 'Largest change by the last part of the night, in percent of the margin. 50 where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l release-key -d 'File with the public key of somebody who may release; give at least two' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from design" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l id -d 'Short name of the quick count' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l seed -d 'At least 20 decimal digits from public dice, thrown after the digest was announced' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l announced -d 'Where and when the digest of the design was announced' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from draw" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l id -d 'Short name of the quick count' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l source -d 'A source that nobody drew: it is refused, with what may be said instead' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from estimate" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l id -d 'Short name of the quick count' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from compare" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l id -d 'Short name of the quick count' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l key -d 'File with the key that signs; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand quick-count; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -f -a "score" -d 'Values with range, direction, edition, period and publisher'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -f -a "explain" -d 'The same with every term, what would change the word, and what single answers move'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -f -a "compare" -d 'Two places, one place in two editions, or two releases of one table'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and not __fish_seen_subcommand_from score explain compare import" -f -a "import" -d 'Pin a table as a release in a folder; earlier releases stay'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l rules -d 'File of rules of another index; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l index -d 'The index to compute: fiw, fotn, evi, or one of --rules' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l place -d 'Code or name of a place; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l edition -d 'Edition, or INDEX=EDITION where the index uses others; the newest if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l turned -d 'Values of old editions that counted the other way are turned round already in the file'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from score" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l rules -d 'File of rules of another index; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l index -d 'The index to compute: fiw, fotn, evi, or one of --rules' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l place -d 'Code or name of a place; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l edition -d 'Edition, or INDEX=EDITION where the index uses others; the newest if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l turned -d 'Values of old editions that counted the other way are turned round already in the file'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l rules -d 'File of rules of another index; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l index -d 'The index to compute: fiw, fotn, evi, or one of --rules' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l place -d 'Code or name of a place; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l edition -d 'Edition, or INDEX=EDITION with commas between several; for one place twice, once for each side' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l turned -d 'Values of old editions that counted the other way are turned round already in the file'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -l releases -d 'Compare two releases of one table cell by cell'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from compare" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l rules -d 'File of rules of another index; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l index -d 'The index to compute: fiw, fotn, evi, or one of --rules' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l into -d 'Folder with indices.toml; it is begun where there is none' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l id -d 'Short name of the release' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l source -d 'Where the table comes from' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l published -d 'Date on which it was published, or unknown' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l captured -d 'Date on which it was copied, or unknown' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l licence -d 'Its licence, or what is known of it' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l supersedes -d 'The release that it replaces; what differs is shown' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l as-of -d 'Date of a folder that is begun' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l turned -d 'Values of old editions that counted the other way are turned round already in the file'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand index; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -l html -d 'Write one HTML file' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand disclosure" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "import" -d 'Add rows of a file to a table of the folder, all of them or none'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "link" -d 'Link lists with names, which stay where they are; the folder gets random ids and decisions'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "count" -d 'How many, as minimum, credible and maximum with a cut-off date'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "estimate" -d 'How many no list has, as a range over models, or why nobody can say'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "report" -d 'Everything that may be shown: counts, published figures, reports by right'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "naming" -d 'Which names may be published, and what the others lack; nothing here prints a name'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and not __fish_seen_subcommand_from import link count estimate report naming release" -f -a "release" -d 'Release reports, names that passed the gate, and claims of sources that may not be named, in batches of five or more, 24 to 72 hours after the fifth, in no order of arrival'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l table -d 'Table: sources, items, persons, perpetrators, events, claims, acts, links, assessments, deployments, reports, namings or releases' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l from -d 'File: delimited text, JSON lines (.jsonl), or a workbook (.xlsx, .ods)' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l list -d 'A list, as SOURCE=FILE; give one for each list. Columns: id, given, surname1, surname2, date, age, place, sex, identity' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l records -d 'Private file with the random ids of the records; keep it away from the folder' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l act -d 'What the lists are about: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l as-of -d 'Day of the decisions and of new claims' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l weights -d 'File with other agreement weights' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l key -d 'File with a secret key of at least 32 bytes, with which identity numbers are compared' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l decider -d 'Role of the person who answers, never a name; reviewer where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l review -d 'Ask about the pairs that no rule decides'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from link" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l act -d 'What was done: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l as-of -d 'Cut-off date; the latest day of the tables where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l area -d 'Only in this area, such as 01 or 01/004' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l from -d 'Only what lies between this day' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l to -d 'and this one' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from count" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l act -d 'What was done: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled or copy-refused' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l as-of -d 'Cut-off date; the latest day of the tables where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l list -d 'Only these lists, by their source; the five largest where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l weights -d 'File with the agreement weights by which the lists were linked' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l allow-deaths -d 'Estimate deaths as well'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from estimate" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l as-of -d 'Cut-off date; the latest day of the tables where none is given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l released -d 'Show only reports, and claims of sources that may not be named, that left in a batch'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l released -d 'Show only names that left in a batch, without the day of their review'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from naming" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l state -d 'Private file with the key and the waiting time; keep it away from the folder' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l forms -d 'File of incident forms in place of incidents/forms.json of the folder, or else those of the program' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand incidents; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l policy -d 'File with the keys that you trust; never from inside the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l state -d 'Folder of yours that remembers the last checkpoint; outside the bundle, never set back' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l operator -d 'Name of a witness that the log\'s operator runs; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand follow" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l policy -d 'File with the keys that you trust; never from inside the bundle' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l state -d 'Folder of yours that remembers the last checkpoint and holds what is not complete yet; outside the copy' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l out -d 'Folder of the copy' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l max-bytes -d 'Most bytes to fetch in this run, 64 GiB if not given; the next run goes on' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l operator -d 'Name of a witness that the log\'s operator runs; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand mirror" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -f -a "cosign" -d 'Cosign the log in a folder or at an address'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -f -a "serve" -d 'Answer logs over HTTP, as C2SP tlog-witness says'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and not __fish_seen_subcommand_from cosign serve ask" -f -a "ask" -d 'Ask witnesses to cosign your bundle, and publish what they sign'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l policy -d 'File with the keys of the logs that you watch' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l state -d 'Memory of the witness; one for its key, never copied, never set back' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l key -d 'File with the key of the witness; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l out -d 'File for the cosigned checkpoint; without it, the line of the signature is printed' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from cosign" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l policy -d 'File with the keys of the logs that you watch' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l state -d 'Memory of the witness; one for its key, never copied, never set back' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l key -d 'File with the key of the witness; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l listen -d 'Address and port, 127.0.0.1:7380 if not given: put a web server with TLS in front' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -l json -d 'Write where it listens for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from serve" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l policy -d 'File with the keys of log and witnesses, and the witnesses\' addresses' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l state -d 'Private folder of the log, so that nothing is published meanwhile' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l witness -d 'Name of a witness to ask; may be given several times, without it all are asked' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l cosigned -d 'Cosigned checkpoint that a witness gave you; asks nobody; may be given several times' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l deadline -d 'Seconds to wait for answers, 60 if not given' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l operator -d 'Name of a witness that the log\'s operator runs; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand witness; and __fish_seen_subcommand_from ask" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l state -d 'Private folder of the log' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l key -d 'File with the key of the log; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l finding -d 'Key of the finding, as in the report' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l by -d 'Who replies, as a role, never as a person' -r -f -a "authority\t''
party\t''
observer\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l aligned-with -d 'Option for whom a party replies; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l date -d 'Day on which the reply was received, such as 2024-07-28' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l text -d 'File with the words, as received; at most 4,000 characters. It must name no person' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l insecure-demo-key -d 'Sign with the key that everyone has; every output says so'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand respond" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l state -d 'Private folder of the log' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l key -d 'File with the key of the log; its public key lies beside it' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l passphrase-file -d 'File with the passphrase; otherwise the terminal asks' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l file -d 'A copy of the file to withhold' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l commitment -d 'Its commitment, in place of a copy' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l reason -d 'Why, in a word' -r -f -a "personal-data\t''
safety\t''
consent-withdrawn\t''
order\t''
other\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l basis -d 'The legal or other basis; it is published and must name no person' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l authority -d 'Who ordered or decided it, as an office, never as a person' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l date -d 'Day of the decision, such as 2024-07-28' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l insecure-demo-key -d 'Sign with the key that everyone has; every output says so'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -l json -d 'Write the answer for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand withhold" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l no-browser -d 'Print the address and start no browser'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -l json -d 'Write the address for programs, and after each use the next one'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand open" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -l listen -d 'Address and port; 127.0.0.1:7390 if not given, port 0 for any that is free' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -l json -d 'Write the address for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand serve-site" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l out -d 'Folder to write' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l threads -d 'Threads for censorship and power, by default as many as processors; the other commands take no notice, and the result is the same with any number' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -s h -l help -d 'Print help'
