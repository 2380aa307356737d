# Incidentes: qué está mal en una tabla, ayuda, y lo que se dice de los incidentes.
incidents-expected-object = se esperaba un objeto de textos, números y listas de textos por línea, se encontraron { $length } bytes de otra cosa
incidents-unknown-column = la columna { $number } no se espera: puede tener lo que nadie debe leer. Se esperaban: { $known }
incidents-repeated-column = la columna { $number } tiene el nombre de otra anterior
incidents-no-column = se esperaba una columna { $name }, no hay ninguna
incidents-cells = se esperaban { $expected } celdas como máximo, se encontraron { $length }
incidents-expected-text = se esperaba texto, se encontraron bytes que no lo son
incidents-expected-filled = se esperaba un valor, se encontró una celda vacía
incidents-expected-short = se esperaban 2000 caracteres como máximo, se encontraron { $length }
incidents-expected-word = se esperaba uno de: { $known }; se encontró { $length ->
        [0] nada
       *[other] otro texto de { $length } caracteres
    }
incidents-expected-code = se esperaban de 1 a 64 caracteres de A-Z a-z 0-9 . _ -, se encontró un texto de { $length } caracteres
incidents-expected-codes = se esperaban identificadores separados por punto y coma, se encontró un texto de { $length } caracteres
incidents-expected-date = se esperaba una fecha como 2024-07-28, se encontró un texto de { $length } caracteres
incidents-expected-number = se esperaba un número entero, se encontró un texto de { $length } caracteres
incidents-expected-area = se esperaba una ruta como 01/004, de municipio o más amplia, se encontró un texto de { $length } caracteres
incidents-expected-area-argument = se esperaba un área como 01/004, de municipio o más amplia
incidents-expected-later = se esperaba un día no anterior al primero, se encontró uno anterior
incidents-expected-larger = se esperaba un número no menor que el primero, se encontró uno menor
incidents-expected-fewer = se esperaban como máximo los alcanzados, se encontraron más
incidents-expected-digest = se esperaban 64 dígitos hexadecimales en minúscula, se encontró un texto de { $length } caracteres
incidents-expected-value = se esperaba lo que pide el calificador (un número, dos, una palabra, una persona o una afirmación retirada) y nada más, se encontró otra cosa
incidents-expected-quote = se esperaban 25 palabras como máximo, se encontraron más
incidents-expected-parts = se esperaba GRUPO=NÚMERO separados por punto y coma, siendo los grupos { $known }; se encontró un texto de { $length } caracteres
incidents-expected-outcome = se esperaba for o against con la regla resolve y nada con otra, se encontró otra cosa
incidents-expected-reference = se esperaba un identificador de la tabla { $name }, se encontró uno que no está
incidents-expected-own = se esperaba una afirmación de la misma fuente, se encontró una de otra
incidents-repeated-id = el identificador está ya en la fila { $row }
incidents-immutable = hay una fila con este identificador y otras celdas; las filas no cambian: agregue una nueva

cli-incidents-about = Incidentes y víctimas: afirmaciones separadas, cifras como intervalos; ninguna respuesta de la auditoría se apoya en ellos
cli-incidents-after =
    Ejemplos:
      scrutineer incidents import DIR --table claims --from claims.csv
      scrutineer incidents count DIR --act detained --as-of 2024-08-31
      scrutineer incidents report DIR
cli-incidents-import-about = Agregar las filas de un archivo a una tabla de la carpeta, todas o ninguna
cli-incidents-import-arg-dir = Carpeta de la elección; las tablas están en incidents/
cli-incidents-import-arg-table = Tabla: sources, items, persons, perpetrators, events, claims, acts, links, assessments, deployments, reports, namings o releases
cli-incidents-import-arg-from = Archivo: texto delimitado, líneas JSON (.jsonl) o libro (.xlsx, .ods)
cli-incidents-import-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-import-arg-json = Escribir la respuesta para programas
cli-incidents-import-after =
    Ejemplos:
      scrutineer incidents import DIR --table sources --from sources.csv
      scrutineer incidents import DIR --table claims --from claims.jsonl
cli-incidents-link-about = Enlazar listas con nombres, que quedan donde están; la carpeta recibe identificadores al azar y decisiones
cli-incidents-link-arg-dir = Carpeta de la elección con las fuentes de las listas
cli-incidents-link-arg-list = Una lista, como FUENTE=ARCHIVO; dé una por lista. Columnas: id, given, surname1, surname2, date, age, place, sex, identity
cli-incidents-link-arg-records = Archivo privado con los identificadores al azar de los registros; guárdelo lejos de la carpeta
cli-incidents-link-arg-act = De qué son las listas: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled o copy-refused
cli-incidents-link-arg-as-of = Día de las decisiones y de las afirmaciones nuevas
cli-incidents-link-arg-weights = Archivo con otros pesos de concordancia
cli-incidents-link-arg-key = Archivo con una clave secreta de 32 bytes o más, con la que se comparan números de identidad
cli-incidents-link-arg-review = Preguntar por los pares que ninguna regla decide
cli-incidents-link-arg-decider = Papel de quien responde, nunca un nombre; reviewer si no se da
cli-incidents-link-arg-json = Escribir la respuesta para programas
cli-incidents-link-after =
    Ejemplos:
      scrutineer incidents link DIR --list ong-a=a.csv --list ong-b=b.csv --act detained \
        --as-of 2024-08-31 --records registros.csv
      scrutineer incidents link DIR --list ong-a=a.csv --list ong-b=b.csv --act detained \
        --as-of 2024-08-31 --records registros.csv --key clave --review
cli-incidents-count-about = Cuántas, como mínimo, creíble y máximo con fecha de corte
cli-incidents-count-arg-dir = Carpeta de la elección con incidents/
cli-incidents-count-arg-act = Qué se hizo: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled o copy-refused
cli-incidents-count-arg-as-of = Fecha de corte; el último día de las tablas si no se da
cli-incidents-count-arg-area = Solo en esta área, como 01 o 01/004
cli-incidents-count-arg-from = Solo lo que está entre este día
cli-incidents-count-arg-to = y este
cli-incidents-count-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-count-arg-json = Escribir la respuesta para programas
cli-incidents-count-after =
    Ejemplos:
      scrutineer incidents count DIR --act killed
      scrutineer incidents count DIR --act detained --as-of 2024-08-07 --json
cli-incidents-estimate-about = Cuántas personas no están en ninguna lista, como intervalo entre modelos, o por qué nadie puede decirlo
cli-incidents-estimate-arg-dir = Carpeta de la elección con incidents/
cli-incidents-estimate-arg-act = Qué se hizo: killed, wounded, detained, disappeared, threatened, dismissed, agent-expelled o copy-refused
cli-incidents-estimate-arg-as-of = Fecha de corte; el último día de las tablas si no se da
cli-incidents-estimate-arg-list = Solo estas listas, por su fuente; las cinco mayores si no se da
cli-incidents-estimate-arg-allow-deaths = Estimar también muertes
cli-incidents-estimate-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-estimate-arg-json = Escribir la respuesta para programas
cli-incidents-estimate-after =
    Ejemplos:
      scrutineer incidents estimate DIR --act detained
      scrutineer incidents estimate DIR --act detained --list ong-a --list ong-b --list ong-c
cli-incidents-report-about = Todo lo que puede mostrarse: cifras, lo publicado, reportes por derecho
cli-incidents-report-arg-dir = Carpeta de la elección con incidents/
cli-incidents-report-arg-as-of = Fecha de corte; el último día de las tablas si no se da
cli-incidents-report-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-report-arg-json = Escribir la respuesta para programas
cli-incidents-report-after =
    Ejemplos:
      scrutineer incidents report DIR
      scrutineer incidents report DIR --as-of 2024-08-31 --json

cli-incidents-no-tables = se esperaba al menos una tabla en { $folder }, no hay ninguna
cli-incidents-argument = { $option }: se esperaba uno de: { $known }
cli-incidents-no-date = nada en las tablas tiene fecha ni lista: dé --as-of
cli-incidents-small = esta parte del país o del tiempo no se puede contar: ella, o lo que queda sin ella, tiene menos de cinco personas, y tal número puede decir quién es alguien. De actos que no son muertes, dé un área que el reporte muestra, o un intervalo sin área cuyos días primero y último tengan más personas
cli-incidents-key = se esperaba una clave de { $least } bytes o más
cli-incidents-list = --list: se esperaba FUENTE=ARCHIVO, cada fuente una vez, siendo las fuentes: { $known }
cli-incidents-list-ids = se esperaban identificadores distintos, uno está dos veces
cli-incidents-imported =
    { $added ->
        [one] Se agregó una fila
       *[other] Se agregaron { $added } filas
    }; { $same ->
        [one] una ya estaba.
       *[other] { $same } ya estaban.
    }
cli-incidents-linked =
    { $records ->
        [one] Un registro es
       *[other] { $records } registros son
    } de { $low } a { $high } personas: { $auto ->
        [one] un par unido
       *[other] { $auto } pares unidos
    } por regla, { $review } para una persona.
cli-incidents-conflicts =
    { $count ->
        [one] Una unión no se hizo: pondría juntos dos registros de una lista.
       *[other] { $count } uniones no se hicieron: pondrían juntos dos registros de una lista.
    }
cli-incidents-compared =
    { $compared ->
        [one] Un par comparado
       *[other] { $compared } pares comparados
    }; { $skipped ->
        [one] uno no comparte fecha, sonido ni lugar y no se comparó.
       *[other] { $skipped } no comparten fecha, sonido ni lugar y no se compararon.
    }
cli-incidents-sensitivity = Con los umbrales movidos en { $moved }: de { $low } a { $high } personas.
cli-incidents-review-how = Para cada par: i igual, d distinta, n no sé, o omitir, f fin. Los nombres están en sus listas.
cli-incidents-review-again = Escriba i, d, n, o o f.
cli-incidents-review-question = Par { $number } de { $of }: { $left } y { $right }, puntaje { $score } ({ $levels }), número de identidad { $state ->
        [same] igual
        [different] distinto
       *[other] sin dato
    }?

incidents-not-used = No se usa en las respuestas
incidents-cut-off = Lo que se sabía el { $date }.
incidents-count-lists =
    { $lists ->
        [one] Una lista las nombra
       *[other] { $lists } listas las nombran, de las que { $independent ->
            [one] una es independiente
           *[other] { $independent } son independientes
        }
    }; { $open ->
        [one] un par puede
       *[other] { $open } pares pueden
    } ser una sola persona.
incidents-figures =
    Cifras publicadas: { $claims ->
        [one] una afirmación
       *[other] { $claims } afirmaciones
    } de { $sources ->
        [one] una fuente
       *[other] { $sources } fuentes, de las que { $independent ->
            [one] una es independiente
           *[other] { $independent } son independientes
        }
    }. Nunca se suman.
incidents-figure-verified = verificada caso por caso: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-lowest = la menor: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-credible = la última de la fuente más directa: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-highest = la mayor: { $number } ({ $name }, { $standing }, { $date })
incidents-figure-party = aparte, de una parte en los hechos: { $number } ({ $name }, { $standing }, { $date })
incidents-number-exact = { $low }
incidents-number-range = de { $low } a { $high }
incidents-number-at-least = al menos { $low }
incidents-number-over = más de { $low }
incidents-number-word =
    { $how ->
        [tens] decenas
        [dozens] docenas
        [hundreds] cientos
       *[other] miles
    } (de { $low } a { $high })
incidents-standing-primary = fuente primaria
incidents-standing-secondary = fuente secundaria
incidents-standing-compilation = compilación
incidents-standing-party = parte
incidents-by-area = Personas creíbles por estado, { $act }:
incidents-withheld = reservado
incidents-right = { $name } ({ $cites })
incidents-type-line = { $what }: { $number }, { $direct }, { $days }
incidents-reports =
    { $count ->
        [one] un reporte
       *[other] { $count } reportes
    }
incidents-reports-withheld = el número de reportes se reserva
incidents-direct =
    { $count ->
        [0] ninguno de lo visto por quien reporta
        [one] uno de lo visto por quien reporta
       *[other] { $count } de lo visto por quien reporta
    }
incidents-direct-withheld = también cuántos son de lo visto por quien reporta
incidents-day = { $date }
incidents-days = del { $from } al { $to }
incidents-observed-rate = { $name } ({ $sample }): { $reports } de { $of } lugares, { $share }, intervalo de 95 % de { $low } a { $high }
incidents-observed-of = { $name } ({ $sample }): { $reports } de { $of } lugares observados; no se sigue una tasa del país
incidents-observed-calls = { $name } ({ $sample }): { $reports ->
        [one] un reporte
       *[other] { $reports } reportes
    }; nadie sabe de cuántos
incidents-sample-probability = sorteados al azar
incidents-sample-quota = elegidos por cuotas
incidents-sample-purposive = elegidos por un motivo
incidents-sample-complaint-line = línea de denuncias
incidents-not-called-back =
    { $count ->
        [one] Un reporte crítico no se cuenta: nadie ha vuelto a llamar.
       *[other] { $count } reportes críticos no se cuentan: nadie ha vuelto a llamar.
    }
incidents-went-down = { $later } es menor que { $earlier } de la misma fuente, que no se retiró.
incidents-insufficient = La evaluación { $id } no cambia nada: { $what }
incidents-lacks-record = necesita un expediente judicial o un acta de defunción
incidents-lacks-video = necesita un video verificado en lugar y hora, y dos evaluadores distintos
incidents-lacks-method = necesita una entrevista de una fuente que declara su método
incidents-lacks-check = necesita un elemento verificado en lugar y hora
incidents-lacks-evidence = necesita evidencia positiva
incidents-lacks-other = necesita el acto o la afirmación que repite
incidents-lacks-second = necesita dos evaluadores distintos

incidents-estimate-range = { $observed } personas están en las listas. { $models ->
        [one] Según el único modelo cercano al mejor,
       *[other] Entre { $models } modelos que se ajustan por igual,
    } hay de { $lowest } a { $highest } en total; intervalo de 95 % entre todos de { $low } a { $high }.
incidents-estimate-joined = Si cada par abierto es una sola persona: de { $low } a { $high }.
incidents-estimate-bound = Cota inferior de Chao: { $low }.
incidents-estimate-unreached = No se cuenta a quienes ninguna lista puede alcanzar: si son muchos, hay más personas de las que dice el extremo superior.
incidents-estimate-rests = Esto vale solo si:
incidents-assumes-closed = nadie entró ni salió del grupo en el intervalo;
incidents-assumes-definition = todas las listas se refieren al mismo acto;
incidents-assumes-linkage = se decidió bien quién es la misma persona;
incidents-assumes-dependence = las listas dependen entre sí solo como dicen los modelos;
incidents-assumes-chance = cada persona tuvo alguna posibilidad de estar en alguna lista;
incidents-assumes-entries = nadie está en una lista a la que no pertenece.
incidents-estimate-none = Sin estimación de quienes no están en ninguna lista; solo vale el conteo:
incidents-refused-deaths = las muertes son pocas y las listas se leen entre sí: no se puede sostener la independencia
incidents-refused-lists = se esperaban tres listas con personas, se encontraron { $count }
incidents-refused-derived = { $first } y { $second } se apoyan una en otra o en una tercera, o una de ellas repite a otras sin decir a cuáles
incidents-refused-persons = se esperaban 50 personas o más, se encontraron { $count }
incidents-refused-overlap = { $first } y { $second } comparten { $count } personas, menos de 5
incidents-refused-model = ningún modelo tiene una estimación finita
incidents-refused-differ = modelos que se ajustan por igual difieren en más de un factor de dos
incidents-refused-wide = los extremos del intervalo distan más de un factor de cuatro
incidents-right-liberty = Libertad y seguridad personales
incidents-right-movement = Libertad de circulación
incidents-right-expression = Libertad de expresión
incidents-right-assembly = Reunión pacífica
incidents-right-participation = Participación en los asuntos públicos
incidents-right-none = Sin obligación citada
incidents-act-killed = muertes
incidents-count-killed =
    { $minimum ->
        [one] Al menos una persona fue muerta
       *[other] Al menos { $minimum } personas fueron muertas
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-wounded = personas heridas
incidents-count-wounded =
    { $minimum ->
        [one] Al menos una persona fue herida
       *[other] Al menos { $minimum } personas fueron heridas
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-detained = detenciones
incidents-count-detained =
    { $minimum ->
        [one] Al menos una persona fue detenida
       *[other] Al menos { $minimum } personas fueron detenidas
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-disappeared = desapariciones
incidents-count-disappeared =
    { $minimum ->
        [one] Al menos una persona desapareció
       *[other] Al menos { $minimum } personas desaparecieron
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-threatened = amenazas
incidents-count-threatened =
    { $minimum ->
        [one] Al menos una persona fue amenazada
       *[other] Al menos { $minimum } personas fueron amenazadas
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-dismissed = despidos
incidents-count-dismissed =
    { $minimum ->
        [one] Al menos una persona fue despedida
       *[other] Al menos { $minimum } personas fueron despedidas
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-agent-expelled = testigos retirados
incidents-count-agent-expelled =
    { $minimum ->
        [one] Al menos una persona fue sacada como testigo
       *[other] Al menos { $minimum } personas fueron sacadas como testigos
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-act-copy-refused = copias negadas
incidents-count-copy-refused =
    { $minimum ->
        [one] Al menos una persona no recibió copia del acta
       *[other] Al menos { $minimum } personas no recibieron copia del acta
    } según lo corroborado aquí; { $credible ->
        [one] una está nombrada
       *[other] { $credible } están nombradas
    } en { $lists ->
        [one] una lista
       *[other] { $lists } listas
    }; se reportaron hasta { $maximum }. Conocido el { $date }.
incidents-type-candidate-disqualified = se inhabilitó a una candidatura
incidents-type-registration-refused = se negó la inscripción a un elector
incidents-type-registration-obstructed = se obstaculizó la inscripción de electores
incidents-type-registration-abroad-obstructed = se obstaculizó la inscripción de electores en el exterior
incidents-type-relocated-without-notice = se reubicó a electores sin aviso
incidents-type-register-not-published = no se publicó el registro electoral
incidents-type-observers-not-invited = no se invitó a observadores
incidents-type-opened-late = el centro abrió tarde
incidents-type-not-opened = el centro no abrió
incidents-type-voters-turned-away = se rechazó a electores
incidents-type-queue-controlled = controlaron la fila personas que no eran funcionarios
incidents-type-identity-scanned = se escanearon cédulas en un punto partidista
incidents-type-register-missing = faltaba el cuaderno de votación
incidents-type-agent-refused-entry = se negó la entrada a un testigo
incidents-type-agent-expelled = se sacó a un testigo
incidents-type-agent-credentials-rejected = se rechazaron las credenciales de un testigo
incidents-type-agent-threatened = se amenazó a un testigo
incidents-type-agent-detained = se detuvo a un testigo
incidents-type-copy-refused = se negó la copia del acta
incidents-type-count-not-public = el escrutinio no fue público
incidents-type-sheet-not-printed = no se imprimió el acta
incidents-type-transmission-before-count = se transmitió antes del escrutinio o sin él
incidents-type-sheet-altered = se alteró un acta
incidents-type-materials-removed = se retiraron materiales
incidents-type-armed-civilians = civiles armados en el centro
incidents-type-party-checkpoint = un punto de control partidista en el centro
incidents-type-assisted-without-request = se asistió a votantes sin que lo pidieran
incidents-type-benefits-threatened = se condicionaron beneficios al voto
incidents-type-centre-attacked = se atacó el centro
incidents-type-shots = hubo disparos
incidents-type-wounded = hubo una persona herida
incidents-type-killed = hubo una persona muerta
incidents-type-assembly = una reunión pública
incidents-type-assembly-dispersed = se dispersó una reunión pública
incidents-type-mass-arrest = hubo muchas detenciones a la vez
incidents-type-journalist-detained = se detuvo a un periodista
incidents-type-equipment-seized = se incautaron equipos de prensa
incidents-type-outlet-closed = se cerró un medio
incidents-type-signal-closed = se apagó una señal
incidents-type-checkpoint = un punto de control
incidents-type-passport-annulled = se anuló un pasaporte
