# En qué se apoya una auditoría por muestreo, y qué halló un conteo total.

rla-error-exceeded = el total del registro { $register } es { $total }, y los registros de las mesas tienen { $exceeded } electores más: no acota nada de lo que falta, y ninguna auditoría puede apoyarse en él; corríjalo, o nombre otro total con --register
rla-count-sample = Conteo total de { $distinct } mesas: { $audited } anotadas, { $pending } por anotar. Reemplaza el resultado; no se declara riesgo de sorteo.
rla-count-votes = Votos hallados en las mesas donde había algo que contar, junto a los de sus registros; hasta { $missing } votos no se pudieron contar:
rla-count-option = { $code }: hallados { $found }, en los registros { $recorded }
rla-findings-more =
    { $count ->
        [one] y una más; --json las muestra todas
       *[other] y { $count } más; --json las muestra todas
    }
