# De dónde viene una diferencia, y hallazgos por división.

explained-heading = Mesas que explican una diferencia
explained-text = Donde dos fuentes tienen un acta de la misma mesa, o una declaración tiene cifras por división, están aquí los lugares en que difieren, la diferencia mayor primero.
explained-stations =
    { $count ->
        [0] { $one } y { $other } tienen los mismos votos en las { $common } mesas de las que ambas tienen acta.
        [one] { $one } y { $other } difieren en votos en una de las { $common } mesas de las que ambas tienen acta.
       *[other] { $one } y { $other } difieren en votos en { $count } de las { $common } mesas de las que ambas tienen acta.
    }
explained-stations-caption = Mesas en que difieren { $one } y { $other }
explained-column-votes = Votos que difieren
explained-column-options = Por opción, primera fuente / segunda fuente
explained-divisions =
    { $count ->
        [0] { $declaration } y las actas de { $source } coinciden en las { $parts } divisiones declaradas.
        [one] { $declaration } y las actas de { $source } difieren en una de las { $parts } divisiones declaradas.
       *[other] { $declaration } y las actas de { $source } difieren en { $count } de las { $parts } divisiones declaradas.
    }
explained-divisions-caption = Votos declarados menos los de las actas de { $source }, { $declaration }
explained-column-stations = Mesas donde { $other } tiene otros votos
explained-by =
    { $more ->
        [0] explican { $votes } de { $all } votos
       *[other] y { $more } más explican { $votes } de { $all } votos
    }
explained-cut = Aquí están los primeros { $listed }; todos están en los archivos de datos.
findings-by-division = Por división
findings-by-division-caption = Hallazgos sobre mesas, por división
findings-in = Hallazgos en { $name }
