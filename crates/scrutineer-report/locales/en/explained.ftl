# Where a difference comes from, and findings by division.

explained-heading = Stations that explain a difference
explained-text = Where two sources have a sheet of the same station, or a declaration has figures by division, the places where they differ stand here, the largest difference first.
explained-stations =
    { $count ->
        [0] { $one } and { $other } have the same votes at all { $common } stations of which both have a sheet.
        [one] { $one } and { $other } differ in votes at one of the { $common } stations of which both have a sheet.
       *[other] { $one } and { $other } differ in votes at { $count } of the { $common } stations of which both have a sheet.
    }
explained-stations-caption = Stations where { $one } and { $other } differ
explained-column-votes = Votes that differ
explained-column-options = By option, first source / second source
explained-divisions =
    { $count ->
        [0] { $declaration } and the sheets of { $source } agree in all { $parts } divisions that were declared.
        [one] { $declaration } and the sheets of { $source } differ in one of the { $parts } divisions that were declared.
       *[other] { $declaration } and the sheets of { $source } differ in { $count } of the { $parts } divisions that were declared.
    }
explained-divisions-caption = Declared votes less those on the sheets of { $source }, { $declaration }
explained-column-stations = Stations where { $other } has other votes
explained-by =
    { $more ->
        [0] explain { $votes } of { $all } votes
       *[other] and { $more } more explain { $votes } of { $all } votes
    }
explained-cut = The first { $listed } stand here; all are in the data files.
findings-by-division = By division
findings-by-division-caption = Findings about stations, by division
findings-in = Findings in { $name }
