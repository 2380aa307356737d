# What an audit by sampling rests on, and what a full count found.

rla-error-exceeded = the register total { $register } is { $total }, and the records have { $exceeded } registered voters more than that: it bounds nothing that is missing, and no audit can rest on it; correct it, or name another total with --register
