# En qué se apoya una auditoría por muestreo, y qué halló un conteo total.

rla-error-exceeded = el total del padrón electoral { $register } es { $total }, y los registros de las mesas tienen { $exceeded } electores más: no acota nada de lo que falta, y ninguna auditoría puede apoyarse en él; corríjalo, o nombre otro total con --register
rla-count-sample = Conteo total de { $distinct } mesas: { $audited } anotadas, { $pending } por anotar. Reemplaza el resultado; no se declara riesgo de sorteo.
rla-count-votes = Votos hallados en las mesas donde había algo que contar, junto a los de sus registros; hasta { $missing } votos no se pudieron contar:
rla-count-option = { $code }: hallados { $found }, en los registros { $recorded }
rla-findings-more =
    { $count ->
        [one] y una más; --json las muestra todas
       *[other] y { $count } más; --json las muestra todas
    }

## Un conteo que revirtió el resultado de los registros

winner-overturned-supported =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }, ganó { $declared_winners }, como se declaró: el resultado de los registros no se sostiene.
winner-overturned-contradicted =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }, { $winners ->
        [none] no ganó { $declared_winners }
       *[other] ganó { $winners } y no { $declared_winners }
    }, contra lo que se declaró.
winner-overturned-undetermined =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }, el resultado de los registros no se sostiene, y { $declared_winners ->
        [none] no está resuelto quién ganó
       *[other] no está resuelto si ganó { $declared_winners }, como se declaró
    }.
standing-overturned-decided =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }, ganó { $winners }: el resultado de los registros no se sostiene.
standing-overturned-undecided =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }, el resultado de los registros no se sostiene, y no está resuelto quién ganó.
figures-overturned =
    Si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas
    }, estos registros no son lo que dicen las actas, y no bastan para saber si las cifras declaradas son posibles.
condition-overturned =
    si { $how ->
        [boxes] el conteo a mano de { $sample } urnas es correcto
        [copies] la lectura de { $sample } actas en copias de origen independiente es correcta y las actas son fieles a las papeletas
       *[readings] la segunda lectura de { $sample } actas es correcta y las actas son auténticas y fieles a las papeletas
    }
reason-overturned =
    { $how ->
        [boxes] Había que contar a mano todas las urnas. Lo hallado en { $sample } no sostiene el resultado de las actas
        [copies] Había que leer de nuevo todas las actas en copias de origen independiente. Lo hallado en { $sample } no sostiene el resultado de los registros
       *[readings] Había que leer de nuevo todas las actas. Lo hallado en { $sample } no sostiene el resultado de los registros
    }: el eslabón { $link } de la cadena de la evidencia está roto{ $missing ->
        [none] {""}
        [0] {""}
       *[other] ; hasta { $missing } votos no se contaron
    }.
change-recount =
    { $how ->
        [boxes] Otro conteo a mano de las mismas urnas que halle otros votos.
       *[other] Otra lectura de las mismas actas que halle otros votos.
    }
report-overturned =
    El resultado de los registros no se sostiene: { $how ->
        [boxes] había que contar a mano todas las urnas, y lo hallado en { $sample } no lo sostiene
        [copies] lo que dicen { $sample } copias de origen independiente no lo sostiene
       *[readings] lo que se leyó de nuevo en { $sample } actas no lo sostiene
    }. El eslabón { $link } de la cadena de la evidencia está roto.
report-column-counted =
    { $how ->
        [boxes] Conteo a mano
       *[other] Leído de nuevo
    }
chain-2-overturned = Todas las actas se leyeron de nuevo en copias de origen independiente: lo que dicen no sostiene el resultado de los registros.
chain-3-overturned = Todas las actas se leyeron de nuevo: lo leído no sostiene el resultado de los registros.

## Electores que solo dicen los registros

chain-registered-of-records = La cota vale solo si los electores que dicen los registros son correctos: ninguna lista oficial por mesa los tiene, y lo que falta es el total del padrón electoral electoral menos su suma.
rla-plan-registered = Lo que falta se apoya en los electores que dicen los propios registros, ya que ninguna lista oficial por mesa los tiene. La auditoría no los comprueba: toda conclusión vale solo si son correctos. Una lista oficial por mesa en la carpeta quitaría esta condición.
rla-plan-registered-read = Lo que falta se apoya en los electores que dicen los propios registros, ya que ninguna lista oficial por mesa los tiene. Se leen de nuevo junto con los votos: los que un registro tenga por encima de su acta cuentan como votos de la otra parte. Si las copias no los dicen, planifique con --trust-registered.
rla-joint = Un sorteo para los { $count } cargos, con probabilidad de confirmar algún resultado equivocado de a lo sumo { $limit }, cada uno con aquello en que se apoya su propio plan: { $size }; se esperan { $stations } mesas distintas y { $hours } horas de un equipo de dos. Con un sorteo para cada uno: { $draws } sorteos, { $apart } mesas, { $apart-hours } horas, y la probabilidad de confirmar algún resultado equivocado es de a lo sumo { $sum }. Los comandos de abajo auditan cada cargo con su propio sorteo.
rla-error-contest-twice = el cargo { $contest } de { $election } se da dos veces: un sorteo para varios cargos toma cada uno una vez
rla-error-stations-differ =
    un solo sorteo necesita las mismas mesas en cada carpeta, y estas no son las de { $first }: { $count ->
        [one] difiere una mesa
       *[other] difieren { $count } mesas
    }{ $lacking ->
        [0] {""}
       *[other] ; solo allí { $lacking }, primero { $lacking-named }
    }{ $more ->
        [0] {""}
       *[other] ; solo aquí { $more }, primero { $more-named }
    }
