# Lines of `index` that have a value: each with its range and what its ends mean.

index-line-range = of { $most }; { $least } = { $lowest }, { $most } = { $highest }
index-line-answer = of { $most }; { $better ->
    [yes] { $least } = least free, { $most } = most free
   *[no] { $least } = most free, { $most } = least free
 }
index-line-term = { $of }: { $answer } { $range }; { $how }, adds { $adds }
index-line-change = { $question } from { $from } to { $to } { $range }, alone: { $label } { $before } becomes { $after }
index-line-printed = Printed: { $measure } { $is }{ $range } ({ $editions }), { $source }, { $date }
index-line-moves = What single answers move in { $label }{ $range }; all others as they are:
index-line-move = { $question } = { $answer } { $answers }: { $label } { $now }; one point less { $less }, one more { $more }; from { $least } to { $most } over the range of the answer; { $label }{ $range }
index-line-table = { $name } ({ $index }); publisher: { $publisher }
index-line-differs = row { $row }, { $place }, { $edition }, { $measure }: published { $published }, computed { $computed }{ $range }
index-line-revised = { "  " }{ $place }, { $edition }, { $id }: { $old }, then { $new }{ $range }
index-line-dispute = Coders differ: { $place }, { $edition }, { $question }
index-line-decided = Decided: { $place }, { $edition }, { $question }
index-line-coder = { $coder }: { $points } { $range }; coded { $coded }; { $tier }: { $source }, { $date }
index-line-digest = , SHA-256 { $sha256 }
index-line-quote = , "{ $quote }"
index-line-decision = Decision: { $points } { $range }; { $reason }; { $role }, { $date }
index-line-undecided = No decision: every answer between theirs is kept open.
index-tier-verified = verified
index-tier-alleged = alleged
index-tier-unverified = unverified
