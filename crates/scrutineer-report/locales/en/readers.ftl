# What readers of files, plans and proxies say: what they expected and what they found.
#
# The English text of a message is also the pattern by which a phrase of a reader is recognised, so
# that both stand in one place. Each message is one line; $a, $b, $c, $d stand for data and $p, $q for
# another phrase of this file.

# Cells, rows and columns.

reader-whole-number = a whole number
reader-part-of-key = part of the key
reader-canonical-id = a canonical id
reader-empty-cell = an empty cell
reader-another-text = another text
reader-no-text = bytes that are no text
reader-known-value = a value that the map knows
reader-named-column = a column that the map names
reader-known-field = an option or field that the map knows
reader-column = a column { $a }
reader-nearest = none; the nearest is { $a }
reader-first-listed = none; the first { $a } are listed
reader-none = none
reader-more = { $a } more
reader-fields = { $a } fields
reader-others = { $a } others
reader-kept-rows = rows that where and except keep
reader-identity = { $a } on at least 99 % of the readings
reader-accepted = it fails on { $a } of { $b }; accepted
reader-encoding-delimiter = encoding and delimiter
reader-chosen = { $p }; delimiter { $q }, which gives { $a } columns
reader-delimiter = delimiter { $p }, which gives { $a } columns
reader-comma = comma
reader-semicolon = semicolon
reader-tab = tab
reader-pipe = pipe
reader-ascii = it holds only ASCII, which is the same in all of these encodings
reader-utf-8 = its bytes beyond ASCII form valid UTF-8
reader-utf-8-cut = its bytes beyond ASCII form valid UTF-8 up to the cut
reader-mark-utf-8 = it starts with the byte-order mark of UTF-8
reader-mark-low = it starts with a byte-order mark, low byte first
reader-mark-high = it starts with a byte-order mark, high byte first
reader-two-bytes = every second byte is zero, as in text with two bytes a character
reader-whole-words = it is not UTF-8, and its bytes beyond ASCII form whole words
reader-single-letters = it is not UTF-8, and its bytes beyond ASCII are single letters in words
reader-one-statement = one statement of the register about a station
reader-named-members = an archive with members that the map names

# Kinds of problems.

reader-source-failed = source cannot be read further
reader-damaged = data is damaged
reader-no-header = header not found
reader-column-twice = column name occurs twice
reader-column-unnamed = column without a name
reader-field-long = field too long
reader-record-long = record too long
reader-many-columns = too many columns
reader-open-quote = quote is not closed
reader-bad-encoding = bytes are not text in this encoding
reader-zero-byte = cell contains a zero byte
reader-encrypted = member is encrypted
reader-nested = archive inside an archive is not opened
reader-formula = cell is a formula
reader-merged = cells are merged
reader-hidden-row = row is hidden
reader-hidden-column = column is hidden
reader-hidden-sheet = sheet is hidden

# Problems around kinds.

reader-kind-of = { $p } ({ $q })
reader-kind-of-data = { $a } ({ $p })
reader-in-member = { $r }: { $p }
reader-or = { $p }, or { $q }
reader-ragged = number of fields differs from the header
reader-many-members = too many members
reader-expands = expands beyond the limit
reader-ratio = expansion ratio beyond the limit
reader-unsafe-name = member name leaves the archive
reader-member-twice = member name occurs twice
reader-ignored = member is ignored
reader-no-sheet = sheet not found
reader-sheet-large = sheet too large
reader-no-address = not a cell address
reader-error-cell = cell holds a spreadsheet error
reader-not-json = not JSON
reader-other-type = value of another type
reader-name-pattern = member name does not follow the pattern

# What a file should hold, and what it holds.

reader-column-for = a column { $a } for { $b }
reader-column-names = a column { $a } for the names of divisions
reader-column-codes = a column { $a } for the codes of divisions
reader-fractional = a number with a fraction
reader-negative = a negative number
reader-above = a number above { $a }
reader-no-number = no number
reader-missing-word = a word for missing
reader-dropped = one that it does not name; its cells are dropped
reader-two-statements = two that differ; neither is used
reader-division-code = the code of a division
reader-division-once = each division once
reader-second-row = a second row
reader-finding-key = the key of a finding
reader-decision = confirmed, explained, corrected or unresolved
reader-a-reason = a reason
reader-a-role = a role, never a name
reader-plain-date = a date such as 2024-07-28
reader-unusable = nothing that can be used
reader-a-name = a name
reader-a-value = a value
reader-closing-quote = a closing quote
reader-no-quote = none in the next { $a } bytes
reader-most-columns = at most { $a } columns
reader-most-bytes = at most { $a } bytes
reader-most-field = at most { $a } bytes in a field
reader-most-record = at most { $a } bytes in a record
reader-most-in-all = at most { $a } bytes in all
reader-most-ratio = at most { $a } bytes for one compressed byte
reader-most-members = at most { $a } members
reader-most-cells = at most { $a } rows, { $b } columns and { $c } cells
reader-bytes = { $a } bytes
reader-more-than-that = more
reader-zero-value = a byte of value zero
reader-no-character = bytes that stand for no character
reader-valid-text = valid text
reader-name-of-its-own = a name that column { $a } does not have
reader-bytes-to-end = bytes up to the end of the source
reader-bytes-to-the-end = bytes up to the end
reader-empty-source = an empty source
reader-header-line = a line with the names of the columns
reader-line-with = a line with { $a } in the first { $b } lines
reader-row-with = a row with { $a } in the first { $b } rows
reader-byte = byte { $a }
reader-zip = a zip archive
reader-member-list = a readable list of members
reader-readable-member = a readable member
reader-whole-member = an undamaged member
reader-one-member = one member of each name
reader-gzip-cut = gzip data that is cut off
reader-gzip-beyond = gzip data that expands beyond the limit
reader-beyond = it expands beyond the limit
reader-bad-zip = invalid Zip archive: { $a }
reader-checksum = Invalid checksum
reader-deflate = corrupt deflate stream
reader-gzip-header = invalid gzip header
reader-early-end = unexpected end of file
reader-short = failed to fill whole buffer
reader-whole-document = a whole document
reader-json-text = JSON in UTF-8
reader-cut-off = a text that is cut off
reader-something-else = something else
reader-at-pointer = a number or a text at { $a }
reader-zero-in-text = a text with a zero byte
reader-array = an array
reader-object = an object
reader-pointers = columns that are JSON pointers such as /votes/1
reader-others-instead = others
reader-workbook = a whole workbook
reader-workbook-sheet = a workbook with a sheet
reader-sheet-called = a sheet called { $a }
reader-readable-sheet = a readable sheet
reader-no-sense = a workbook that its reader cannot make sense of
reader-unreadable-workbook = a workbook that cannot be read
reader-too-much-text = more text than a sheet can hold
reader-spreadsheet-error = an error of the spreadsheet
reader-within-bounds = every sheet of the workbook within the bounds
reader-one-not = one that is not
reader-repetitions = a number of repetitions
reader-xml = well-formed XML
reader-part-unread = a part that cannot be read to its end
reader-bad-xml = XML that is not well-formed
reader-number-cell = a number in a cell that is stored as one
reader-dimension = a range in the sheet's dimension
reader-rows-ordered = rows numbered in ascending order
reader-cells-ordered = cells in ascending order in their own row
reader-merged-range = a range of merged cells
reader-json-pointer = not a JSON pointer: expected an empty text or one that starts with "/", found { $a }

# Files and digests.

reader-not-found = not found
reader-missing-files = required files are missing: { $a }
reader-other-digest = expected the digest { $a }, found { $b }
reader-digest-length = sha256: expected 64 hexadecimal digits, found { $a } characters
reader-digest-digit = sha256: expected a hexadecimal digit at character { $a }, found { $b }
reader-regular-file = expected a regular file
reader-no-folder = expected at least one folder, found none
reader-too-many = more than 4,294,967,294 { $p }, or more than 4 GiB of their text
reader-stations = stations
reader-places = polling places
reader-divisions = divisions
reader-source-files = files of a source
reader-width = a row of source { $a } has { $b } cells, expected { $c }
reader-not-built = the simulated election cannot be built: { $p }

# What merged folders differ in.

reader-hierarchies = hierarchies
reader-contests = contests
reader-of-contest = contest { $a }: { $p }
reader-name-round = name, round and predecessor
reader-rule = rule
reader-capacity = capacity
reader-options = options
reader-tickets = tickets
reader-registers = registers
reader-of-source = source { $a }
reader-of-declaration = declaration { $a }
reader-of-register = register { $a }

# The description of an election: types.

reader-nothing = nothing
reader-both = both
reader-neither = neither
reader-again = again
reader-again-data = { $a } again
reader-of-two = { $a } of two
reader-two = two
reader-one = one
reader-text = text
reader-some-text = text that is not empty
reader-line = text of 1 to 200 characters in one line
reader-address = address of a folder of at most 200 characters, such as `https://results.example/site/`
reader-table = a table
reader-tables = an array of tables
reader-true-false = true or false
reader-integer-from = an integer from { $a }
reader-integer-between = an integer from { $a } to { $b }
reader-one-of = one of { $a }
reader-list-of = a list of { $p }
reader-one-key = one of the keys { $a }
reader-unknown-key = unknown key { $a }
reader-code = 1 to 64 characters of A-Z a-z 0-9 . _ -
reader-date = a date such as "2024-07-28"
reader-date-unknown = a date such as "2024-07-28", or "unknown"
reader-moment = a date, or a time with its offset such as "2024-07-29T00:12:00-04:00"
reader-percent = a percentage between 0 and 100 as printed, in quotes, such as "96.87"
reader-sha256 = 64 lower-case hexadecimal digits
reader-inside = a path inside the folder, with / between its parts, outside sealed/
reader-share = a fraction between 0 and 1 such as "1/2"
reader-each-key = each key once
reader-each-table = each table once
reader-quoted-date = dates in quotes: { $a }
reader-bare-date = a date without quotes

# The description of an election: text that is no TOML.

reader-toml = TOML
reader-instead = { $p } instead of { $q }
reader-the-character = the character { $a }
reader-character-in-text = the character { $a } inside text
reader-escape = an unknown escape { $a }
reader-escape-value = an escape that is no character
reader-text-open = text without its closing quote
reader-bad-number = a number that cannot be read
reader-end-in-value = an end inside a value
reader-nesting = too many levels of nesting
reader-bare-text = text without quotes
reader-long-key = a key of several lines
reader-table-as-array = a table defined again as an array
reader-key-in-value = a key inside something that is no table
reader-unreadable-line = something that cannot be read
reader-toml-whitespace = whitespace
reader-toml-newline = a newline
reader-toml-end = the end
reader-toml-comment = a comment
reader-toml-equals = an equals sign
reader-toml-period = a period
reader-toml-a-comma = a comma
reader-toml-colon = a colon
reader-toml-plus = a plus
reader-toml-left-brace = a left brace
reader-toml-right-brace = a right brace
reader-toml-left-bracket = a left bracket
reader-toml-right-bracket = a right bracket
reader-toml-long-text = text of several lines
reader-toml-quoted-text = text in quotes
reader-toml-bare-word = a word without quotes
reader-toml-table-key = the key of a table

# The description of an election: what belongs together.

reader-id-none = the id of { $p }, of which there is none
reader-id-of = the id of { $p }: { $a }
reader-an-option = an option
reader-a-ticket = a ticket
reader-a-contest = a contest
reader-other-contest = another contest
reader-a-hierarchy = a hierarchy
reader-first-hierarchy = the first hierarchy
reader-earlier = an earlier declaration
reader-option-or-group = an option or group of this declaration
reader-a-source = a source, "none" or "unknown"
reader-ticket-or-field = a ticket, a field or "ignore"
reader-ticket-or-option = a ticket, or of an option with one ticket
reader-one-level = at least one level
reader-level-once = each level once
reader-name-twice = a name twice
reader-one-contest = at least one contest
reader-one-option = at least one option
reader-one-file = at least one file
reader-one-column = at least one column
reader-own-id = an id of its own
reader-ticket-of-one = a ticket of one option
reader-one-ticket = at least one ticket for each option
reader-only-beside = only { $a } beside kind = { $b }
reader-key-beside = the key { $a } beside kind = { $b }
reader-most-winners = at most as many winners as options: { $a }
reader-maximum = the key maximum beside rule = "legal-maximum"
reader-no-maximum = maximum only beside rule = "legal-maximum"
reader-only-in-group = options only in a group
reader-group-options = the options of the group
reader-option-group = either option or group
reader-votes-percent = votes or percent
reader-option-once = each option once
reader-option-once-group = each option once, alone or in a group
reader-codes-down = 1 to { $a } codes from the widest level down
reader-columns-down = 1 to { $a } columns, one for each level from the widest
reader-as-many-names = as many names as codes: { $a }
reader-sum = a sum such as "options + invalid = ballots" of options, registered, issued, voters, ballots, valid, invalid, blank, with options once
reader-number-source = a source of this number: a key source beside it, or {"{"} value, source {"}"}
reader-name-beside-path = no name and no address beside a path in the folder
reader-name-beside-digest = a name beside sha256, to show and to recognise the format by
reader-plain-name = a file name without folders
reader-a-path = a path
reader-path-or-digest = either path or sha256
reader-chain-ends = a chain of sources that ends
reader-circle = a circle
reader-column-of = a column for { $a }
reader-not-in-columns = none in columns
reader-row-per-station = a row per station
reader-document-pattern = a pattern for the names of the documents, such as "{"{"}code:13{"}"}.json"
reader-pattern = a pattern
reader-brace = brace without its partner at character { $a }, expected {"{"}name{"}"} or {"{"}name:length{"}"}
reader-hole-name = name of a hole is empty or occurs twice: { $a }
reader-hole-length = length of a hole: expected a whole number from 1 to 255, found { $a }
reader-hole-open = hole { $a } has no length and another one follows it at once
reader-column-or-constant = a column or a constant, not both
reader-column-values = a column { $a } for the values.{ $b }
reader-key-long = the key { $a } for layout = "long"
reader-only-long = { $a } only with layout = "long"
reader-votes-columns = columns with the votes
reader-either = either { $a } or { $b }
reader-role-alone = { $a } columns without another role
reader-private-alone = a private column without another role
reader-ticket-column = one column for each ticket
reader-own-column = a column of its own

# The description of an election: what its keys are.

reader-version = Version of this format
reader-day = The election day
reader-voted-on = What is voted on
reader-id-in-links = Short id, used in file names and links
reader-any-name = Name as data, in any language
reader-vote-day = Day of the vote
reader-publisher-name = An organisation or an office, as published
reader-publisher-contact = Where replies are received, as published: a web address, an e-mail address or a street
reader-iso = ISO 3166 code
reader-short-id = Short id
reader-levels = Names of the levels from the widest down
reader-name-as-data = Name as data
reader-who-wins = Who wins
reader-holds = Votes a station without a sheet can hold
reader-can-win = What can win, in ballot order
reader-the-rule = The rule
reader-ceiling = Where the ceiling comes from
reader-receives = The option that receives its votes
reader-counts = What it counts
reader-the-number = The number
reader-about-contest = About this contest?
reader-as-printed = The number as printed
reader-who-prints = Who prints it
reader-came-here = How it came to be here
reader-its-files = Its files
reader-roles = Roles: the allow-list of what is read
reader-supplied = Who supplied it; coarse
reader-campaign = Options whose campaign supplied it
reader-publication = From which publication, or "unknown"
reader-when = When, or "unknown"
reader-which-role = By which role, never by whom, or "unknown"
reader-how = How, or "unknown"
reader-on-what = On what, or "unknown"
reader-licence = Licence of the data, or "unknown"
reader-made-from = Source that it was made from, "none" or "unknown"
reader-since = What was done to it since, or "unknown"
reader-own-hierarchy = The first hierarchy
reader-codes-of-levels = Codes from the widest level down
reader-columns-of-levels = Code columns from the widest level down
reader-column-roles = Roles of the columns
reader-votes-per = Votes per option or group
reader-a-sum = A sum such as "options + invalid = ballots"
reader-who-declared = Who declared
reader-declared-when = When
reader-how-final = How final it calls itself

# Columns proposed by `new --from`.

reader-read-so = read so: { $p }
reader-key = key: { $a }
reader-no-key = no columns tell all rows apart: look at the key, or at rows that stand twice
reader-adds-up = { $a } columns add up to { $b } on { $c } of { $d } rows: votes and valid votes
reader-no-sum = no run of columns adds up to another one: the columns of votes are a guess from what is left
reader-sum-holds = { $a } on { $b } of { $c } rows

# Plans of simulated elections.

reader-plan = the plan cannot be simulated: { $a }
reader-plan-stations = stations: expected 1 to { $a }, found { $b }
reader-plan-options = options: expected 2 to { $a }, found { $b }
reader-plan-weights = weights: expected { $a }, one per option, found { $b }
reader-plan-zero = weights: expected numbers above 0, found 0 for option { $a }
reader-plan-turnout = turnout: expected 1% to 99%, found { $a }
reader-plan-spoilt = invalid and blank votes: expected at most 50% together, found { $a } and { $b }
reader-plan-kappa = kappa: expected 1 to 1000000, found { $a }
reader-plan-missing = missing sheets: expected at most 100% together, found { $a } and { $b } withheld
reader-plan-repeats = repeats: expected at most { $a }, the number of stations, found { $b }
reader-plan-bulletin = bulletin: expected at least one station and less than 100%, found { $a }
reader-plan-share = expected a percentage between 0 and 100 with at most four decimals, found { $a }

# Addresses of proxies.

reader-proxy-scheme = proxy: expected an address that starts with socks5h://, socks4a://, http:// or https://
reader-proxy-host = proxy: expected a host without blanks after the scheme

# Connections.

reader-connections-not-allowed = connections were not allowed
reader-build-without-network = expected a build with the feature `network`, found one without
reader-status = expected status 200 or 404, found { $a }
reader-redirection = expected an answer, found a redirection (status { $a }), which is not followed
reader-body-encoding = expected a plain or gzip body, found the encoding { $a }
