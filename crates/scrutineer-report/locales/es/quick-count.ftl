# Conteos rápidos: qué falla en una entrada, la ayuda y lo que un conteo rápido dice.
quick-count-no-column = se esperaba una columna { $name }, no hay ninguna
quick-count-unknown-column = una columna que no se espera, o la segunda con ese nombre: puede contener lo que nadie debe leer, así que no se lee nada
quick-count-empty-frame = se esperaba una mesa que se pueda sortear, no hay ninguna
quick-count-empty-cell = se esperaba un texto, la celda está vacía
quick-count-no-number = se esperaba un número entero, se encontró { $found }
quick-count-word = se esperaba una de estas palabras: { $known }
quick-count-ragged = se esperaban a lo sumo { $wanted } celdas, hay { $found }
quick-count-repeated-station = la mesa { $station } aparece dos veces
quick-count-repeated-report = la mesa { $station } ya tiene este reporte, en la fila { $first }
quick-count-not-drawn = la mesa { $station } no salió sorteada: ninguna otra ocupa el lugar de una que sí
quick-count-size = se esperaban de { $least } a { $most } mesas, se encontró { $size }
quick-count-percent = se esperaba un porcentaje de { $least } a 100, se encontró { $found }
quick-count-gate-none = con 0 % de respuesta las condiciones se cumplirían sin un solo reporte; declare la respuesta mínima que hace falta para liberar
quick-count-collapse = los estratos se juntan por debajo de 2 mesas o más, se encontró { $found }
quick-count-two-keys = se esperaban al menos dos claves distintas, hay { $found }
quick-count-no-options = el cargo no tiene opciones
quick-count-needs-previous = un reparto o un margen que descansa en una elección anterior necesita esa elección
quick-count-margin = se esperaba un margen mayor que 0 y menor que 100 %
quick-count-not-written-here = no es un archivo como los que escribe este programa
quick-count-schema = se esperaba el diseño de un conteo rápido, se encontró { $found }
quick-count-other-frame = no es el marco del diseño: se esperaba SHA-256 { $wanted }, se encontró { $found }
quick-count-other-strata = los estratos no son los del diseño, o sus tamaños no pueden ser
quick-count-seed = se esperaba una semilla de al menos { $least } cifras decimales y nada más
quick-count-announced = se esperaba dónde y cuándo se anunció la huella del diseño
quick-count-other-design = el sorteo es de otro diseño
quick-count-other-draw = no son las mesas que dan el diseño, el marco y la semilla

cli-quick-count-about = Estima un resultado con mesas sorteadas; no es una auditoría, y es interno hasta que dos personas lo liberan
cli-quick-count-after =
    Ejemplos:
      scrutineer quick-count design DIR --id noche --size 200 --release-key a.vkey --release-key b.vkey
      scrutineer quick-count draw DIR --id noche --seed 20DADOS --announced "dónde y cuándo"
      scrutineer quick-count estimate DIR --id noche
cli-quick-count-design-about = Fija estratos, tamaños, condiciones y claves, y da la huella que se anuncia antes de que exista la semilla
cli-quick-count-design-arg-dir = Carpeta de la elección, con la lista oficial de mesas
cli-quick-count-design-arg-id = Nombre corto del conteo rápido
cli-quick-count-design-arg-mirror = Carpeta o dirección web donde buscar los archivos fijados, por su huella; puede darse varias veces
cli-quick-count-design-arg-fetch = Permite la red para archivos fijados que ningún espejo tiene
cli-quick-count-design-arg-portable = No usa la memoria de archivos
cli-quick-count-design-arg-contest = Cargo; el primero si no se da ninguno
cli-quick-count-design-arg-size = Mesas que se quieren en la estimación
cli-quick-count-design-arg-margin = En su lugar: el margen al 95 % que se quiere, en puntos, según la elección anterior
cli-quick-count-design-arg-strata = Nivel de la primera jerarquía cuyas divisiones son los estratos; el más amplio si no se da
cli-quick-count-design-arg-strata-file = En su lugar: archivo con una columna station y otra con el estrato
cli-quick-count-design-arg-strata-column = La columna con el estrato
cli-quick-count-design-arg-allocation = registration (en proporción a los electores) o neyman (según cuánto diferían las mesas en la elección anterior)
cli-quick-count-design-arg-previous = Carpeta de una elección anterior
cli-quick-count-design-arg-previous-source = Su fuente de actas; la primera si no se da
cli-quick-count-design-arg-response = Porcentaje de mesas sorteadas que reportarán; se sortean otras tantas más. 85 si no se da
cli-quick-count-design-arg-collapse-below = Los estratos con menos mesas recibidas se juntan con su vecino. 2 si no se da
cli-quick-count-design-arg-gate-response = Porcentaje de mesas sorteadas que hace falta para liberar. 80 si no se da
cli-quick-count-design-arg-gate-stratum = Lo mismo en cada estrato. 50 si no se da
cli-quick-count-design-arg-gate-stability = Mayor cambio por la última parte de la noche, en porcentaje del margen. 50 si no se da
cli-quick-count-design-arg-release-key = Archivo con la clave pública de quien puede liberar; dé al menos dos
cli-quick-count-design-arg-json = Escribe la respuesta para programas
cli-quick-count-design-after =
    Ejemplos:
      scrutineer quick-count design DIR --id noche --size 200 --release-key a.vkey --release-key b.vkey
      scrutineer quick-count design DIR --id noche --margin 1.0 --previous ANTES --allocation neyman \
        --release-key a.vkey --release-key b.vkey
cli-quick-count-draw-about = Sortea las mesas de una semilla; cualquiera puede repetirlo
cli-quick-count-draw-arg-dir = Carpeta de la elección
cli-quick-count-draw-arg-id = Nombre corto del conteo rápido
cli-quick-count-draw-arg-seed = Al menos 20 cifras decimales de dados públicos, lanzados después de anunciar la huella
cli-quick-count-draw-arg-announced = Dónde y cuándo se anunció la huella del diseño
cli-quick-count-draw-arg-json = Escribe la respuesta para programas
cli-quick-count-estimate-about = Porcentajes con sus márgenes, respuesta, y si se puede decir quién va adelante
cli-quick-count-estimate-arg-dir = Carpeta de la elección
cli-quick-count-estimate-arg-id = Nombre corto del conteo rápido
cli-quick-count-estimate-arg-source = Una fuente que nadie sorteó: se rechaza, con lo que sí se puede decir
cli-quick-count-estimate-arg-mirror = Carpeta o dirección web donde buscar los archivos fijados, por su huella; puede darse varias veces
cli-quick-count-estimate-arg-fetch = Permite la red para archivos fijados que ningún espejo tiene
cli-quick-count-estimate-arg-portable = No usa la memoria de archivos
cli-quick-count-estimate-arg-json = Escribe la respuesta para programas
cli-quick-count-compare-about = La estimación junto a cada resultado declarado de la carpeta
cli-quick-count-compare-arg-dir = Carpeta de la elección
cli-quick-count-compare-arg-id = Nombre corto del conteo rápido
cli-quick-count-compare-arg-mirror = Carpeta o dirección web donde buscar los archivos fijados, por su huella; puede darse varias veces
cli-quick-count-compare-arg-fetch = Permite la red para archivos fijados que ningún espejo tiene
cli-quick-count-compare-arg-portable = No usa la memoria de archivos
cli-quick-count-compare-arg-json = Escribe la respuesta para programas
cli-quick-count-release-about = Firma la estimación con una clave del diseño; dos la liberan, si se cumplen las condiciones
cli-quick-count-release-arg-dir = Carpeta de la elección
cli-quick-count-release-arg-id = Nombre corto del conteo rápido
cli-quick-count-release-arg-key = Archivo con la clave que firma; su clave pública está a su lado
cli-quick-count-release-arg-passphrase-file = Archivo con la contraseña; si no, pregunta la terminal
cli-quick-count-release-arg-json = Escribe la respuesta para programas
cli-value-way = MODO

cli-quick-count-name = se esperaba un nombre de A-Z a-z 0-9 . _ - que no empiece con punto, se encontró { $found }
cli-quick-count-unknown = { $found } no está aquí; hay: { $known }
cli-quick-count-no-design = { $folder } no tiene diseño: sin él nada es una muestra. Empiece con `quick-count design`
cli-quick-count-no-draw = { $folder } no tiene sorteo: cifras de mesas que nadie sorteó no son una muestra. Anuncie la huella, lance los dados y use `quick-count draw`
cli-quick-count-no-register = la carpeta no tiene la lista oficial de mesas ([register]): sin ella nada dice qué se podía sortear
cli-quick-count-previous-empty = la elección anterior tiene menos de dos mesas en estos estratos, o ningún voto válido
cli-quick-count-designed = { $file } ya está con otro contenido: lo que pudo anunciarse no se reemplaza. Use otro --id
cli-quick-count-drawn = { $file } ya está con otro sorteo: hay un solo sorteo por diseño. Use otro --id
cli-quick-count-stranger = { $name } no es una clave que el diseño nombra
cli-quick-count-design-head = { $drawn } mesas por sortear, para que reporten unas { $needed }, de { $stations } en { $strata } estratos:
cli-quick-count-design-stratum = { $stratum }: { $drawn } de { $stations } mesas, se quieren { $needed }
cli-quick-count-design-previous = Según { $election }, el porcentaje de { $option } tendría un margen al 95 % de { $precision }; { $unplaced } de sus mesas no están en ningún estrato.
cli-quick-count-design-digest = Huella que se anuncia: { $digest }
cli-quick-count-design-next = Anúnciela donde nadie pueda retirarla. Solo después lance los dados.
cli-quick-count-draw-head = { $count } mesas, por estrato en el orden de sus boletos:
cli-quick-count-draw-rule = Una mesa a la que no se puede llegar sigue en la muestra como faltante. Ninguna otra la reemplaza.
cli-quick-count-internal = INTERNO: no se publica
cli-quick-count-released = LIBERADO por { $names }
cli-quick-count-title = Conteo rápido { $id }: { $contest }, { $election }
cli-quick-count-stations = { $received } de { $drawn } mesas sorteadas recibidas (se quieren { $planned }); representan { $stations }.
cli-quick-count-none = se desconoce
cli-quick-count-percent = { $value }
cli-quick-count-real = { $value }
cli-quick-count-option-unseen = { $name } { $share }: ningún voto en las mesas recibidas, que no dan margen; con confianza del 95 %, menos de { $below } de todas las mesas tienen alguno
cli-quick-count-option = { $name } { $share } ± { $half } (95 %), ± { $wide } (99 %), efecto de diseño { $effect }
cli-quick-count-turnout = Participación { $share } ± { $half } (95 %)
cli-quick-count-call-lead-ahead = { $name } va adelante de { $other } por { $distance } de los votos, más de dos márgenes ({ $half }).
cli-quick-count-call-lead-open = NO SE PUEDE DECIR: { $name } y { $other } están a { $distance } de los votos, dentro de dos márgenes ({ $half }).
cli-quick-count-call-runoff-ahead = Para la siguiente vuelta, { $name } va adelante de { $other } por { $distance } de los votos, más de dos márgenes ({ $half }).
cli-quick-count-call-runoff-open = NO SE PUEDE DECIR para la siguiente vuelta: { $name } y { $other } están a { $distance } de los votos, dentro de dos márgenes ({ $half }).
cli-quick-count-call-share-above = { $name } está por encima del porcentaje que pide la regla por { $distance } de los votos, más de dos márgenes ({ $half }).
cli-quick-count-call-share-below = { $name } está por debajo del porcentaje que pide la regla ({ $distance }), más de dos márgenes ({ $half }).
cli-quick-count-call-share-open = NO SE PUEDE DECIR: { $name } está a { $distance } del porcentaje que pide la regla, dentro de dos márgenes ({ $half }).
cli-quick-count-condition = Esto vale si las mesas contaron como dicen sus observadores, y si en cada estrato las mesas que faltan son como las recibidas.
cli-quick-count-missing-lead = Las mesas que faltan desharían la ventaja de la estimación con una ventaja de { $lead } de sus votos en sentido contrario.
cli-quick-count-missing-cannot = Aunque todos los votos de las mesas que faltan fueran en sentido contrario, la ventaja de la estimación quedaría.
cli-quick-count-response = Respuesta
cli-quick-count-response-line = { $stratum }: { $received } de { $drawn } ({ $rate }), se quieren { $planned }
cli-quick-count-missing =
    { $count ->
        [one] Falta 1 mesa sorteada:
       *[other] Faltan { $count } mesas sorteadas:
    }
cli-quick-count-reason-not-reached = nadie llegó
cli-quick-count-reason-not-admitted = no dejaron entrar al observador
cli-quick-count-reason-not-opened = no abrió
cli-quick-count-reason-refused = se negaron las cifras
cli-quick-count-reason-not-posted = no se publicó el acta
cli-quick-count-reason-other = otra razón
cli-quick-count-reason-one-report = un reporte; se espera el segundo, independiente
cli-quick-count-reason-no-report = sin reporte
cli-quick-count-reason-flagged = necesita una segunda mirada
cli-quick-count-collapsed = Se juntaron, por recibirse muy pocas mesas: { $strata }
cli-quick-count-collapse-effect = { $name }: { $without } sin juntar; juntar suma { $difference }
cli-quick-count-timing = Mesas tardías ({ $late }, después de la parte { $part }) menos tempranas ({ $early }):
cli-quick-count-timing-line = { $name }: { $difference }, p ajustada { $p }
cli-quick-count-stability-stable = La última parte de la noche no movió ningún porcentaje más de lo que permite el diseño (a lo sumo: { $change }).
cli-quick-count-stability-moving = La última parte de la noche movió un porcentaje más de lo que permite el diseño (a lo sumo: { $change }).
cli-quick-count-stability-unknown = Nada dice si la estimación se asentó: llene la columna part.
cli-quick-count-flags =
    { $count ->
        [one] 1 conteo necesita una segunda mirada; hasta entonces su mesa queda fuera:
       *[other] { $count } conteos necesitan una segunda mirada; hasta entonces sus mesas quedan fuera:
    }
cli-quick-count-flag-reports-differ = los dos reportes difieren
cli-quick-count-flag-above-register = más boletas o votos que electores
cli-quick-count-flag-sum-differs = votos válidos y nulos no suman las boletas
cli-quick-count-flag-incomplete = faltan los votos de una opción
cli-quick-count-flags-resolved =
    { $count ->
        [one] 1 conteo se aclaró con una segunda mirada.
       *[other] { $count } conteos se aclararon con una segunda mirada.
    }
cli-quick-count-gate-passed = Se cumplen las condiciones para liberar.
cli-quick-count-gate-not-passed = NO se cumplen las condiciones para liberar:
cli-quick-count-gate-response = se recibieron muy pocas de las mesas sorteadas
cli-quick-count-gate-stratum-response = se recibieron muy pocas de las mesas sorteadas de un estrato
cli-quick-count-gate-stability = la estimación no se ha asentado, o nada lo dice
cli-quick-count-gate-margin = las mesas recibidas son todas iguales, o muy pocas, y no dan margen
cli-quick-count-gate-flags = hay conteos que necesitan una segunda mirada
cli-quick-count-digest = Huella de esta estimación: { $digest }
cli-quick-count-release-state =
    { $state ->
        [released] { $signed } de { $needed } claves firmaron: LIBERADO. Un reporte que cambie lo vuelve interno.
       *[other] { $signed } de { $needed } claves firmaron: sigue INTERNO.
    }
cli-quick-count-nothing-declared = La carpeta no tiene un resultado declarado de este cargo completo.
cli-quick-count-compare-total = Declaración { $declaration }, total
cli-quick-count-compare-stratum = Declaración { $declaration }, estrato { $stratum }
cli-quick-count-not-comparable = No dice contar todas las mesas: se muestra y no se prueba.
cli-quick-count-compare-line = { $name }: declarado { $declared }, estimado { $estimate }, z { $z }, p ajustada { $p }
cli-quick-count-range = de { $from } a { $to }
cli-quick-count-compare-note = Una diferencia es sobre las cifras declaradas o sobre la muestra; su causa es otra pregunta. No cambia ninguna respuesta de la auditoría.
cli-quick-count-refused =
    { $count ->
        [one] NO ES UNA MUESTRA: nadie sorteó la mesa de { $source } con un diseño comprometido. De ella no se estima ningún porcentaje del total.
       *[other] NO ES UNA MUESTRA: nadie sorteó las { $count } mesas de { $source } con un diseño comprometido. De ellas no se estima ningún porcentaje del total, por muchas que sean.
    }
cli-quick-count-instead = Lo que sí se puede decir, si las actas son auténticas:
cli-quick-count-list = la lista oficial
cli-quick-count-bound = Con { $name }, votaran como votaran las que faltan:
cli-quick-count-interval = { $name }: { $share } en estas actas, de { $from } a { $to } de todos los votos
cli-quick-count-decided = La ventaja de { $votes } no la deshacen los { $most } votos que faltan a lo sumo.
cli-quick-count-open = La ventaja de { $votes } la pueden deshacer los votos que faltan, a lo sumo { $most }.
cli-quick-count-unbounded = Nada limita lo que falta, así que la ventaja de { $votes } no decide nada.
cli-quick-count-curve = Para que { $second } alcance a { $first }, los que faltan tendrían que repartirse así entre las dos, según cuántos votaron:
cli-quick-count-curve-at = { $turnout } de ellos: { $share } para { $name }
cli-quick-count-curve-never = { $turnout } de ellos: no bastaría ni cada voto para { $name }
cli-quick-count-tilt =
    Con la participación de las actas, { $places ->
        [one] el primer lugar
       *[other] el último de los { $places } lugares que ganan
    } cambiaría si el logit entre las dos fuera { $shift } menor entre los que faltan que en las actas. Qué mesas no tienen acta no lo decide el azar, así que nada dice cuánto es.
cli-quick-count-tilt-never =
    Con la participación de las actas, ninguna diferencia entre los que faltan y las actas cambiaría { $places ->
        [one] el primer lugar
       *[other] el último de los { $places } lugares que ganan
    }.
cli-quick-count-described = Descripción, no estimación: todos los votos, si los que faltan hubieran votado como las mesas de su entorno que tienen acta:
cli-quick-count-described-at = { $name }: { $share }
cli-quick-count-described-far = De los { $most } que faltan, { $count } están en divisiones sin ninguna acta y recibieron las tasas de otras más amplias.
cli-quick-count-read-again = Si estas actas son verdaderas se puede probar con un sorteo entre ellas, leídas de nuevo en otra copia: scrutineer rla plan con --link transcription.
cli-quick-count-coverage = Cobertura por división, solo como descripción:
cli-quick-count-covered = { $name }: { $reported } de { $listed } mesas
