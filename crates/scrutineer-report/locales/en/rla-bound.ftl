# What an audit by sampling rests on, and what a full count found.

rla-error-exceeded = the register total { $register } is { $total }, and the records have { $exceeded } registered voters more than that: it bounds nothing that is missing, and no audit can rest on it; correct it, or name another total with --register
rla-count-sample = Full count of { $distinct } stations: { $audited } recorded, { $pending } to be recorded. It replaces the outcome; no risk of draws is stated.
rla-count-votes = Votes found at the stations where there was something to count, beside those of their records; up to { $missing } votes could not be counted:
rla-count-option = { $code }: found { $found }, in the records { $recorded }
rla-findings-more =
    { $count ->
        [one] and one more; --json lists all
       *[other] and { $count } more; --json lists all
    }
