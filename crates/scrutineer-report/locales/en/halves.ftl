# What must be true for a declaration to be right, and what for the sheets.

halves-declared-text = The declared figures must be the sum of everything that was counted; the sheets of the source { $source } are a part of that.
halves-reading = The announced coverage is taken in the reading that decides: { $name }.
halves-winner = { $winners } must have won, as declared.
halves-winner-gap =
    That is out of reach of these sheets by at least { $count ->
        [one] one vote
       *[other] { $count } votes
    }.
halves-consistent = Of the figures no number on these sheets has to be wrong: they are possible.
halves-undetermined = Whether the declared figures are possible is not settled.
halves-differs = Where the declared figures differ from these sheets, the sheets must be wrong.
halves-differs-by =
    Where the declared figures differ from these sheets, by { $count ->
        [one] one vote
       *[other] { $count } votes
    }, the sheets must be wrong.
halves-infeasible = Together the declared figures are out of reach of these sheets: numbers on the sheets must be wrong.
halves-infeasible-by =
    Together the declared figures are out of reach of these sheets by at least { $count ->
        [one] one vote
       *[other] { $count } votes
    }: so many must be wrong on the sheets.
halves-sheets-text = For every station, what the answers say of the sheets of the source { $source } must be true:
halves-link = { $question } So far: { $state }.
halves-source = By the sheets of the source { $source }
