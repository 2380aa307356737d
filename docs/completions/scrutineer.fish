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
complete -c scrutineer -n "__fish_scrutineer_needs_command" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_needs_command" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -s V -l version -d 'Print the version'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "demo" -d 'Run a synthetic election end to end, without network'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "audit" -d 'Answer: did the declared winner win, are the declared figures possible?'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "check" -d 'List every problem in the data, with file, row and column'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "new" -d 'Write an explained, runnable election folder'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "merge" -d 'Unite election folders by station, origin and digest; rivals are kept and listed'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "simulate" -d 'Write a synthetic election with known truth'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "completions" -d 'Write completions for a shell'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "man" -d 'Write man pages'
complete -c scrutineer -n "__fish_scrutineer_needs_command" -f -a "document" -d 'Print a document that the repository keeps'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l out -d 'Folder for the result; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand demo" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
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
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l fetch -d 'Allow the network for pinned files that no mirror has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l portable -d 'Use no cache'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l json -d 'Write the document for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l brief -d 'Write one quotable page'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l full -d 'Write everything that the HTML file has'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l core -d 'Load, checks, totals, bounds and feasibility only'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -l accept-import -d 'Go on although a source breaks its declared identity on more than 1 % of its rows'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand audit" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand check" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
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
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -l json -d 'Write what was written and proposed for programs'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand new" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l mirror -d 'Folder or web address to look in for pinned files, by digest; may be given several times' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l out -d 'Folder to write; a folder with other content is refused' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand merge" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
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
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l no-register -d 'Write no official list of stations'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l list -d 'List the scenarios'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -l json -d 'Write for programs what was written'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand simulate" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand completions" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l out -d 'Folder to write' -r -F
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand man" -s h -l help -d 'Print help'
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l lang -d 'Language of the words: en or es' -r -f -a "en\t''
es\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l color -d 'When to set headings off: auto, always or never; NO_COLOR is honoured' -r -f -a "auto\t''
always\t''
never\t''"
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -l threads -d 'Number of threads; accepted for scripts, the core computes on one and the result is the same' -r
complete -c scrutineer -n "__fish_scrutineer_using_subcommand document" -s h -l help -d 'Print help'
