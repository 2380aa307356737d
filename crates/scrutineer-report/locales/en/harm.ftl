# Do no harm: the gate before names, batches, review of links, and a failure of the program itself.
cli-panicked = the program failed at { $place }. Nothing of the data is printed. Please report the place; nothing else is needed.

cli-incidents-report-arg-released = Show only reports, and claims of sources that may not be named, that left in a batch
cli-incidents-naming-about = Which names may be published, and what the others lack; nothing here prints a name
cli-incidents-naming-arg-dir = Election folder with incidents/namings.csv
cli-incidents-naming-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-naming-arg-released = Show only names that left in a batch, without the day of their review
cli-incidents-naming-arg-json = Write the answer for programs
cli-incidents-naming-after =
    Examples:
      scrutineer incidents import DIR --table namings --from namings.csv
      scrutineer incidents naming DIR
      scrutineer incidents naming DIR --released
cli-incidents-release-about = Release reports, names that passed the gate, and claims of sources that may not be named, in batches of five or more, 24 to 72 hours after the fifth, in no order of arrival
cli-incidents-release-arg-dir = Election folder with incidents/
cli-incidents-release-arg-state = Private file with the key and the waiting time; keep it away from the folder
cli-incidents-release-arg-forms = File of incident forms in place of incidents/forms.json of the folder, or else those of the program
cli-incidents-release-arg-json = Write the answer for programs
cli-incidents-release-after =
    What takes back does not wait: a name without consent, a refutation, and a withdrawal by a source
    that may be named leave at once, and the next publication shows which name went and by how much
    a number fell. Withdrawals by sources that may not be named wait for five of their act.

    Examples:
      scrutineer incidents release DIR --state release.json
      scrutineer incidents report DIR --released

cli-incidents-naming-none = The table namings has no row.
cli-incidents-naming-none-left = No name left in a batch.
cli-incidents-naming-open = { $id }: the name passed the gate on { $since }, by { $what }; it waits for a batch.
cli-incidents-naming-left = { $id }: the name may be published, by { $what }; it left with batch { $batch }.
cli-incidents-naming-on-consent = consent of the person
cli-incidents-naming-on-next-of-kin = consent of the next of kin
cli-incidents-naming-on-public = a primary source that published it
cli-incidents-naming-replaced = { $id }: a later row speaks of the same person.
cli-incidents-naming-closed = { $id }: the name is not published: { $what }.
cli-incidents-naming-lacks-adult = a minor, or somebody who may be one, is never named
cli-incidents-naming-lacks-basis = there is no consent and no primary source that published it
cli-incidents-naming-lacks-legal-note = there is no legal note
cli-incidents-naming-lacks-own-basis = the next of kin cannot consent for who is said to have done it
cli-incidents-naming-lacks-primary-source = the source is not a primary one that may be named
cli-incidents-naming-lacks-reviewer = nobody reviewed it
cli-incidents-naming-lacks-second-reviewer = only one person reviewed it
cli-incidents-naming-lacks-other-reviewer = the second reviewer is the first
cli-incidents-naming-lacks-day = the second review has no day

cli-incidents-release-apart = expected a file away from the folder: whoever has both can tell the order of arrival
cli-incidents-release-state = expected a state that this command wrote, found something else
cli-incidents-release-none = No report waits.
cli-incidents-release-too-few =
    { $count ->
        [one] One report waits; a batch has at least five, and of a type about persons five of that type.
       *[other] { $count } reports wait; a batch has at least five, and of a type about persons five of that type.
    }
cli-incidents-release-too-early = { $count } reports wait; their time, between 24 and 72 hours, is not over.
cli-incidents-release-released = Batch { $batch } leaves with { $count } reports:
cli-incidents-release-names-too-few =
    { $count ->
        [one] One name waits; a batch has at least five.
       *[other] { $count } names wait; a batch has at least five.
    }
cli-incidents-release-names-too-early = { $count } names wait; their time, between 24 and 72 hours, is not over.
cli-incidents-release-names-released = Batch { $batch } leaves with { $count } names; rows of namings:
incidents-id-of-report = expected an id that no report has: batches name reports and names by their ids

incidents-field-given = given name
incidents-field-surname1 = first surname
incidents-field-surname2 = second surname
incidents-field-date = date
incidents-field-age = age
incidents-field-place = place
incidents-field-sex = sex
incidents-level-exact = the same
incidents-level-same = the same
incidents-level-jw92 = nearly the same
incidents-level-jw85 = alike
incidents-level-initial = an initial that agrees
incidents-level-swapped = in the place of the second
incidents-level-missing = not given
incidents-level-d0 = the same
incidents-level-d1 = one day apart
incidents-level-d3 = two or three days apart
incidents-level-a0 = the same
incidents-level-a1 = one year apart
incidents-level-a2 = two years apart
incidents-level-a5 = three to five years apart
incidents-level-state = in the same state
incidents-level-else = different

cli-incidents-estimate-arg-weights = File with the agreement weights by which the lists were linked
incidents-expected-score = expected a score, a number, found a text of { $length } characters
incidents-estimate-threshold = Lists linked from a score of { $threshold } on: { $low } to { $high }.
incidents-estimate-threshold-none = Lists linked from a score of { $threshold } on: no estimate.
