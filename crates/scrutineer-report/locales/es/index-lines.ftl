# Líneas de `index` con un valor: cada uno con su rango y lo que significan sus extremos.

index-line-range = de { $most }; { $least } = { $lowest }, { $most } = { $highest }
index-line-answer = de { $most }; { $better ->
    [yes] { $least } = menos libre, { $most } = más libre
   *[no] { $least } = más libre, { $most } = menos libre
 }
index-line-term = { $of }: { $answer } { $range }; { $how }, suma { $adds }
index-line-change = { $question } de { $from } a { $to } { $range }, por sí sola: { $label } { $before } pasa a { $after }
index-line-printed = Impreso: { $measure } { $is }{ $range } ({ $editions }), { $source }, { $date }
index-line-moves = Lo que mueve cada respuesta en { $label }{ $range }; las demás como están:
index-line-move = { $question } = { $answer } { $answers }: { $label } { $now }; un punto menos { $less }, uno más { $more }; de { $least } a { $most } en todo el rango de la respuesta; { $label }{ $range }
index-line-table = { $name } ({ $index }); publica: { $publisher }
index-line-differs = fila { $row }, { $place }, { $edition }, { $measure }: publicado { $published }, calculado { $computed }{ $range }
index-line-revised = { "  " }{ $place }, { $edition }, { $id }: { $old }, luego { $new }{ $range }
index-line-dispute = Quienes codifican difieren: { $place }, { $edition }, { $question }
index-line-decided = Decidido: { $place }, { $edition }, { $question }
index-line-coder = { $coder }: { $points } { $range }; codificado { $coded }; { $tier }: { $source }, { $date }
index-line-digest = , SHA-256 { $sha256 }
index-line-quote = , "{ $quote }"
index-line-decision = Decisión: { $points } { $range }; { $reason }; { $role }, { $date }
index-line-undecided = Sin decisión: toda respuesta entre las suyas queda abierta.
index-tier-verified = verificado
index-tier-alleged = alegado
index-tier-unverified = sin verificar
