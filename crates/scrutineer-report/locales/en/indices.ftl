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
index-coder = expected the role of a coder, 1 to 64 characters of A-Z a-z 0-9 . _ -, never a name
index-coded-again = expected one answer of each coder to a question, found another
index-decided-again = expected one decision about a question, found another
index-empty = expected a text, found nothing
index-question = expected a question of the index { $index }, found { $found }
index-date = expected a date such as 2024-07-28, found { $found }
index-tier = expected one of verified, alleged, unverified, found { $found }
index-sha256 = expected nothing or 64 lower-case hexadecimal digits, found { $found }
index-quote = expected at most 25 words, found { $words }
