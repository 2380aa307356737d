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
