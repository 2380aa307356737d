# La cadena de la evidencia: siete eslabones, sus preguntas, sus estados y las razones.

chain-link-1 = De las papeletas al acta
chain-link-2 = Del acta a la copia
chain-link-3 = De la copia al dato
chain-link-4 = Del dato al registro público
chain-link-5 = De los datos a los totales
chain-link-6 = De los totales al resultado
chain-link-7 = Del resultado a la declaración

chain-question-1 = ¿Dice el acta lo que dicen las papeletas de la caja?
chain-question-2 = ¿Es auténtica esta copia?
chain-question-3 = ¿Se leyó bien la copia?
chain-question-4 = ¿Está cada dato en el registro público, sin cambios ni supresiones?
chain-question-5 = ¿Se siguen los totales de los datos?
chain-question-6 = ¿Puede lo que falta cambiar quién ganó?
chain-question-7 = ¿Coincide el resultado declarado con las actas?

chain-state-proven = probado
chain-state-bounded = acotado
chain-state-open = abierto
chain-state-broken = roto

chain-1-overturned = Las urnas se contaron a mano: lo contado no sostiene el resultado de las actas.
chain-1-counted = Todas las urnas se contaron a mano: el resultado se mantiene.
chain-1-risk =
    Una auditoría de las cajas midió el riesgo de que las actas se equivoquen en el resultado{ $risk ->
        [none] {""}
       *[other] : como máximo { $risk }
    }{ $register ->
        [none] {""}
       *[other] , con el total del padrón electoral { $register }
    }.
chain-1-risk-ballots =
    Una auditoría miró papeletas sorteadas una por una y midió el riesgo de que las actas se equivoquen en el resultado{ $risk ->
        [none] {""}
       *[other] : como máximo { $risk }
    }{ $register ->
        [none] {""}
       *[other] , con el total del padrón electoral { $register }
    }. Vale si las papeletas de cada urna se pusieron en fila y se contaron antes de que nadie pudiera elegir cuál queda en una posición sorteada.
chain-1-not-examined = No se examinaron las papeletas.
chain-1-unfinished = Se sorteó una auditoría de las urnas y no ha terminado; mientras no termine, no se toma en cuenta otra.
chain-2-origins-differ = Copias de origen independiente difieren en tantos votos como la ventaja, o más.
chain-2-origins-differ-little = Copias de origen independiente difieren, en menos votos que la ventaja.
chain-2-counted = Todas las actas se leyeron de nuevo en copias de origen independiente: el resultado se mantiene.
chain-2-risk =
    Un cotejo al azar con copias de origen independiente midió el riesgo{ $risk ->
        [none] {""}
       *[other] : como máximo { $risk }
    }{ $register ->
        [none] {""}
       *[other] , con el total del padrón electoral { $register }
    }.{ $origin ->
        [none] {""}
       *[other] {" "}Como origen de las copias se nombró "{ $origin }".
    }
chain-2-same-origin = Varias fuentes coinciden, pero tienen un mismo origen: eso no dice nada sobre las copias.
chain-2-origins-agree = Copias de origen independiente coinciden donde ambas tienen la mesa; nadie sorteó las mesas.
chain-2-one-origin = Todas las copias tienen un mismo origen.
chain-2-unfinished = Se sorteó un recontrol de las copias y no ha terminado; mientras no termine, no se toma en cuenta otro.
chain-3-readings-differ = Lecturas de las mismas copias difieren en tantos votos como la ventaja, o más.
chain-3-counted = Todas las actas se leyeron de nuevo: el resultado se mantiene.
chain-3-risk =
    Una auditoría de la transcripción midió el riesgo{ $risk ->
        [none] {""}
       *[other] : como máximo { $risk }
    }{ $register ->
        [none] {""}
       *[other] , con el total del padrón electoral { $register }
    }.
chain-3-read-once = Cada copia se leyó una vez; nadie comprobó la lectura.
chain-3-readings-agree = Hay varias lecturas de las copias; ninguna auditoría de la transcripción midió su riesgo.
chain-3-unfinished = Se sorteó una auditoría de la transcripción y no ha terminado; mientras no termine, no se toma en cuenta otra.
chain-4-inconsistent = El registro público es inconsistente.
chain-4-verified = Está probado que cada dato está en el registro público.
chain-4-not-verified = Estos datos están en un registro público; este informe no puede dar fe de él, pero cualquiera puede comprobarlo con el comando verify.
chain-4-no-log = Estos datos están en una carpeta, no en un registro público.
chain-5-recomputed = Los totales se calcularon de los datos con enteros exactos.
chain-5-interval = Algunas mesas tienen lecturas rivales; los totales son intervalos exactos.
chain-5-no-sheets = No se leyó nada.
chain-6-decided =
    La ventaja es mayor que lo que cabe en lo que falta{ $lead ->
        [none] {""}
       *[other] : { $lead } votos
    }{ $missing ->
        [none] {""}
       *[other] {" "}frente a { $missing } como máximo
    }{ $register ->
        [none] {""}
       *[other] , total del padrón electoral { $register }
    }.
chain-6-undecided =
    En lo que falta cabe la ventaja{ $lead ->
        [none] {""}
       *[other] : { $lead } votos
    }{ $missing ->
        [none] {""}
       *[other] {" "}frente a un máximo de { $missing }
    }.
chain-6-not-bounded = Nadie dice cuánto cabe en las mesas que faltan.
chain-7-winner = Las actas contradicen a quien fue declarado ganador.
chain-7-figures = Las cifras declaradas no son posibles con las actas.
chain-7-equal = Las actas están completas y cada número declarado coincide con ellas.
chain-7-possible = Las cifras declaradas son posibles con las actas y lo que falta.
chain-7-small-difference =
    Las cifras declaradas difieren de las actas completas en menos que la ventaja{ $votes ->
        [none] {""}
       *[other] : { $votes } votos
    }.
chain-7-undetermined = Las actas no lo resuelven.
chain-7-nothing-declared = No se declaró nada.
chain-discrepancies =
    { $discrepancies ->
        [one] Una discrepancia, { $votes } votos como máximo: no puede cambiar el primer lugar.
       *[other] { $discrepancies } discrepancias, { $votes } votos como máximo: no pueden cambiar el primer lugar.
    }
chain-discrepancies-broken =
    { $discrepancies ->
        [one] Una discrepancia, { $votes } votos como máximo.
       *[other] { $discrepancies } discrepancias, { $votes } votos como máximo.
    }
