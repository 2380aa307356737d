# Indices of freedom: problems of tables, phrases of readers, results, help. Ids: index-..., cli-index-...

index-no-index = expected columns that fit exactly one known index, found none that does; say which with INDEX=FILE
index-no-column = expected one of the columns { $names }, found none
index-no-place = expected a code or a name of a place, found neither
index-edition = expected an edition, a year from 1900 to 2999, found { $found }
index-points = expected a whole number from { $least } to { $most }, or nothing, found { $found }
index-not-asked = expected nothing or 0, because edition { $edition } does not ask this, found { $found }
index-band = expected one of { $known }, found { $found }
index-whole = expected a whole number, found { $found }
index-row-again = expected each place once in each edition, found { $place } { $edition } again
