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

index-said = { $kind }: expected { $expected }, found { $found }
index-not-text = expected text in UTF-8, found other bytes
index-document-error = { $key }: expected { $expected }, found { $found }
index-other-digest = expected a file with SHA-256 { $wanted }, found { $found }
index-unknown = expected an index whose rules are known, found { $index }
index-unknown-asked = expected one of the indices { $known }, found { $found }
index-no-answers = expected answers about { $place } in this edition, found none
index-two-of = expected two places, or one place in two editions, or two releases of one table
index-one-file = expected one file to import
index-as-of = expected --as-of with a date, because the folder has no indices.toml yet
index-already = nothing to do: release { $id } has these bytes already
index-no-release = expected the id of a release in the folder, found { $id }
index-in-the-way = expected no file { $file }: a release is never replaced; choose another id
index-imported = Imported { $id }: { $rows } rows; { $differ } published values differ from what the answers give.
index-revision = { $shared } rows in both releases; { $cells } cells differ; { $added } rows added, { $removed } removed
index-not-used = Not used in the answers about the election. Values are judgements of their publishers about a place and a period.
index-real = { $value }
index-span = { $low } to { $high }
index-none = none
index-or = { " or " }
index-edition-covers = { $index } edition { $edition } (covers { $from } to { $to })
index-edition-plain = { $index } edition { $edition }
index-head = { $name }, { $place }; { $editions }; publisher: { $publisher }
index-recomputed = recomputed, not published by the index
index-own = computed by rules of its own, no publisher stands behind it
index-value = { $label }: { $value } of { $most }; { $least } = { $lowest }, { $most } = { $highest }
index-word = { $label }: { $words }
index-nominal = the range is the one stated; the arithmetic goes beyond it and is not cut off
index-taken = taken as published, its questions are not at hand
index-outside = a possible value lies in no band
index-how-added = as it is
index-how-subtracted = subtracted
index-how-from = { $constant } minus the answer
index-how-rescaled = rescaled to 0 to { $to } and rounded
index-missing = No answer to: { $names }. Nothing is filled in; the value is given from its lowest to its highest.
index-disputed = Coders differ on: { $names }. Every answer between theirs is kept open.
index-no-change = No single answer would change the word for the whole.
index-change = { $question } from { $from } to { $to } alone: { $label } { $before } becomes { $after }
index-printed = Printed: { $measure } { $is } ({ $editions }), { $source }, { $date }
index-printed-agrees = the same as computed
index-printed-differs = differs from what is computed
index-printed-other = about other editions, or open here
index-rank = { $same ->
    [yes] Rank { $first } of { $of } from the lowest
   *[no] Rank { $first } to { $last } of { $of } from the lowest
}
index-agreement = { $index }, questions from { $least } to { $most }: { $units } with several coders, { $differ } on which they differ; Krippendorff alpha (ordinal) { $ordinal }; 1 = all agree, 0 = as by chance
index-pair = { $one } and { $other }: { $units } questions, weighted kappa (squares) { $kappa }; 1 = both agree, 0 = as by chance
index-first = First: { $head }
index-second = Second: { $head }
index-break = Between them edition { $edition } changed the index: { $about }. A difference can come from that.
index-change-by = , change { $change }
index-pair-value = { $label }: first { $one }, second { $other } of { $most }{ $change }; { $least } = { $lowest }, { $most } = { $highest }
index-pair-word = { $label }: first { $one }, second { $other }
index-pair-question = { $label }: first { $one }, second { $other } of { $most }{ $change }; { $better ->
    [yes] { $least } = least free, { $most } = most free
   *[no] { $least } = most free, { $most } = least free
 }
index-questions = { $differ } questions differ, { $same } are the same:

reader-better-fall = terms that all rise or all fall when a situation is better
reader-index-known = the id of an index whose rules are known
reader-measure-id = the id of a measure
reader-earlier-measure = the id of an earlier measure
reader-question-or-measure = a question or an earlier measure
reader-above-least = a number above least
reader-ends-mean = what the lowest and the highest value mean
reader-one-of-kinds = one of sum, mean, or bands with their measure
reader-term-once = each term once
reader-question-to-rescale = a question to rescale
reader-a-measure = a measure
reader-from-or-rescale = a rescale, alone or after another measure
reader-one-term = at least one term
reader-bands-numbers = bands with a number each
reader-bands-without = bands without
reader-numbers-rise = numbers that only rise or only fall with the value
reader-band-range = a range that no other band has, the smaller end first
reader-one-band = at least one band
reader-two-numbers = two numbers, the smaller first
reader-index-fraction = a whole number or a fraction in quotes, such as "5/2"
reader-table-id = the id of a table
reader-own-index = expected an index of its own, found { $a } again

cli-index-about = Compute, explain and compare indices of freedom; nothing of it is used in an answer
cli-index-after =
    Examples:
      scrutineer index score examples/venezuela-2024
      scrutineer index explain fiw=world.csv --place VEN --edition 2024
      scrutineer index compare fiw=world.csv --place VEN --edition 2013 --edition 2025
cli-index-score-about = Values with range, direction, edition, period and publisher
cli-index-score-arg-files = Table (CSV, XLSX), INDEX=TABLE, or a folder with indices.toml; several may be given
cli-index-score-arg-rules = File of rules of another index; may be given several times
cli-index-score-arg-turned = Values of old editions that counted the other way are turned round already in the file
cli-index-score-arg-index = The index to compute: fiw, fotn, evi, or one of --rules
cli-index-score-arg-json = Write the document for programs
cli-index-score-arg-place = Code or name of a place; may be given several times
cli-index-score-arg-edition = Edition, or INDEX=EDITION where the index uses others; the newest if not given
cli-index-score-after =
    Examples:
      scrutineer index score fiw=world.csv --edition 2025
      scrutineer index score fiw=world.csv fotn=net.xlsx \
        --index evi --place VEN
cli-index-explain-about = The same with every term, what would change the word, and what single answers move
cli-index-explain-arg-files = Table (CSV, XLSX), INDEX=TABLE, or a folder with indices.toml; several may be given
cli-index-explain-arg-rules = File of rules of another index; may be given several times
cli-index-explain-arg-turned = Values of old editions that counted the other way are turned round already in the file
cli-index-explain-arg-index = The index to compute: fiw, fotn, evi, or one of --rules
cli-index-explain-arg-json = Write the document for programs
cli-index-explain-arg-place = Code or name of a place; may be given several times
cli-index-explain-arg-edition = Edition, or INDEX=EDITION where the index uses others; the newest if not given
cli-index-explain-after =
    Examples:
      scrutineer index explain fiw=world.csv --place VEN --edition 2024
cli-index-compare-about = Two places, one place in two editions, or two releases of one table
cli-index-compare-arg-files = Table (CSV, XLSX), INDEX=TABLE, or a folder with indices.toml; several may be given
cli-index-compare-arg-rules = File of rules of another index; may be given several times
cli-index-compare-arg-turned = Values of old editions that counted the other way are turned round already in the file
cli-index-compare-arg-index = The index to compute: fiw, fotn, evi, or one of --rules
cli-index-compare-arg-json = Write the document for programs
cli-index-compare-arg-place = Code or name of a place; may be given several times
cli-index-compare-arg-edition = Edition, or INDEX=EDITION with commas between several; for one place twice, once for each side
cli-index-compare-arg-releases = Compare two releases of one table cell by cell
cli-index-compare-after =
    Examples:
      scrutineer index compare fiw=world.csv --place VEN --place COL
      scrutineer index compare fiw=old.csv fiw=new.csv --releases
cli-index-import-about = Pin a table as a release in a folder; earlier releases stay
cli-index-import-arg-files = Table (CSV, XLSX), INDEX=TABLE, or a folder with indices.toml; several may be given
cli-index-import-arg-rules = File of rules of another index; may be given several times
cli-index-import-arg-turned = Values of old editions that counted the other way are turned round already in the file
cli-index-import-arg-index = The index to compute: fiw, fotn, evi, or one of --rules
cli-index-import-arg-json = Write the document for programs
cli-index-import-arg-into = Folder with indices.toml; it is begun where there is none
cli-index-import-arg-id = Short name of the release
cli-index-import-arg-source = Where the table comes from
cli-index-import-arg-published = Date on which it was published, or unknown
cli-index-import-arg-captured = Date on which it was copied, or unknown
cli-index-import-arg-licence = Its licence, or what is known of it
cli-index-import-arg-supersedes = The release that it replaces; what differs is shown
cli-index-import-arg-as-of = Date of a folder that is begun
cli-index-import-after =
    Examples:
      scrutineer index import fiw=world.csv \
        --into my-election/indices --id fiw-2025-a \
        --source "publisher's file" --as-of 2025-03-01
