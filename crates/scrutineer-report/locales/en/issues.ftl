# Problems met while reading: their kinds, and the lines of `check`.

issue-not-a-number = Cell that holds something else than a count; it stays unread
issue-not-an-integer = Count with a fraction; it stays unread
issue-negative = Count below zero; it stays unread
issue-too-large = Count too large for a sheet; it stays unread
issue-missing-key = Row without a complete key; rejected
issue-ragged-row = Row with more or fewer fields than the header
issue-over-limit = Field, row or table beyond the limits of the reader; rejected
issue-bad-encoding = Bytes that the encoding does not allow
issue-nul-byte = Zero byte inside text
issue-truncated = File that ends too early
issue-unreadable = File, member or sheet that cannot be read
issue-unmapped-column = Column that the map does not name; dropped
issue-missing-column = Column that the map names and the file has not
issue-duplicate-column = Two columns with one name
issue-unknown-value = Value that the map does not know
issue-hidden-row = Hidden row or sheet; read all the same
issue-formula = Cell computed by a formula; its stored value was read
issue-merged-cells = Merged cells; all but the first are empty
issue-division-conflict = Place in two divisions, or station in two places
issue-name-conflict = One division code with two names
issue-decision = How the bytes were read
issue-folder = Description of the election
issue-group = { $name } ({ $kind_of }, { $count })
issue-group-code = { $code } { $name } ({ $kind_of }, { $count })
issue-expected-found =
    { $count ->
        [one] expected { $expected }, found { $found }
       *[other] expected { $expected }, found { $found }; { $count } of this kind
    }
issue-expected =
    { $count ->
        [one] expected { $expected }; the content is private
       *[other] expected { $expected }; the content is private; { $count } of this kind
    }
issue-found =
    { $count ->
        [one] { $found }
       *[other] { $found }; { $count } of this kind
    }
issue-summary =
    { $errors ->
        [one] One error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one remarkable thing
       *[other] { $warnings } remarkable things
    }, { $notes ->
        [one] one note
       *[other] { $notes } notes
    }.

# What readers of files expected and found.

reader-whole-number = a whole number
reader-part-of-key = part of the key
reader-canonical-id = a canonical id
reader-empty-cell = an empty cell
reader-another-text = another text
reader-no-text = bytes that are no text
reader-known-value = a value that the map knows
reader-named-column = a column that the map names
reader-known-field = an option or field that the map knows
reader-column-for = a column { $a } for { $b }
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
reader-chosen = { $a }; delimiter { $b }, which gives { $c } columns
reader-delimiter = delimiter { $a }, which gives { $b } columns
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
