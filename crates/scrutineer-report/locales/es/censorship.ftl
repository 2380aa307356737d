# Sitios y servicios bloqueados: lo que se midió, la ayuda y lo que falla en una entrada.
censorship-title = Sitios y servicios bloqueados
censorship-not-used = No se usa en las respuestas: nada de esta página dice algo sobre los votos. Un hallazgo trata de una red, un sitio o servicio y un intervalo; no dice quién ordenó nada.
censorship-section-reading = Lo que se leyó
censorship-section-findings = Cambios
censorship-section-timeline = Primeros días de los cambios, y la elección
censorship-section-maps = Día por día
censorship-section-methods = Lo que se vio y dónde encontrarlo
censorship-section-contrast = Antes y después de la elección
censorship-section-withdrawn = Perdidos para todos
censorship-section-watch = La vigilancia
censorship-section-claims = Lo que otros dijeron
censorship-section-unseen = Lo que no se pudo ver
censorship-read = { $files } { $files ->
    [one] archivo
   *[other] archivos
 }, { $observations } mediciones en { $reports } informes. Un informe es una corrida de una sonda, de modo que hay a lo sumo tantas sondas como informes.
censorship-span = Del { $first } al { $last }. Lo que se subió después no está.
censorship-of-country = { $count ->
    [0] Ninguna de ellas es de { $country }: de sus redes no se sabe nada.
    [one] Una de ellas es de { $country }.
   *[other] { $count } de ellas son de { $country }.
 }
censorship-window = Los mapas y los días sin medición tratan del { $first } al { $last }; { $count ->
    [one] una medición cae en otro día, según el reloj de su aparato.
   *[other] { $count } mediciones caen en otros días, según los relojes de sus aparatos.
 }
censorship-left-out = Se dejó fuera:
censorship-left-rejected = { $count } líneas que no son mediciones
censorship-left-quarantined = { $count } líneas con la dirección de una sonda; nada de ellas se guardó
censorship-left-duplicates = { $count } mediciones que llegaron dos veces
censorship-left-invalid = { $count } mediciones que ninguna regla puede usar
censorship-left-ipv6 = { $count } mediciones de sondas sin IPv6 que funcione
censorship-left-cut = { $count } archivos que terminan antes de su fin
censorship-method = Reglas { $rules }. Se miraron { $looks } series; valores p por hasta { $draws } sorteos, valores q sobre todas las series. Bloqueado cuenta solo lo confirmado o probable.
censorship-no-finding = Ningún cambio cumple todas las condiciones. Eso no equivale a «nada fue bloqueado»: vea lo que le falta a cada cambio y lo que no se pudo ver.
censorship-findings-intro = Cada cambio que sigue tiene al menos 10 mediciones, 3 informes y 2 días de cada lado, y un valor q de 0,01 a lo sumo.
censorship-finding = { $target } en { $network }: desde el { $day } están bloqueadas { $afterblocked } de { $aftern } mediciones{ $range }, antes { $beforeblocked } de { $beforen }. El último día medido antes es el { $before }; los datos no distinguen entre primeros días del { $earliest } al { $latest }. Lo más visto: { $mechanism }. { $reports } informes después. { $concordance ->
    [strong] Una fuente que se apoya en otras mediciones dice lo mismo.
   *[other] Fuente única: nadie con otras mediciones dice lo mismo aquí.
 }
censorship-checks = Contra qué debe leerse cada cambio (antes → después)
censorship-unpublished = Cambios a los que les falta algo
censorship-timeline = Cambios en el orden de sus primeros días
censorship-timeline-title = Primeros días en { $network }
censorship-timeline-text = Cada fila es un sitio o servicio. La marca larga abarca los primeros días que los datos no distinguen entre sí, la parte oscura en ella es el más probable; la línea vertical es el día de la elección, { $election }.
censorship-timeline-text-alone = Cada fila es un sitio o servicio. La marca larga abarca los primeros días que los datos no distinguen entre sí, la parte oscura en ella es el más probable. No se nombró ningún día de elección.
censorship-timeline-mark = { $target }: primer día más probable { $day }, sin distinguirse del { $earliest } al { $latest }
censorship-timeline-note = Un primer día es uno de las mediciones: los días sin ninguna antes de él ensanchan el intervalo. También se dibujan los cambios a los que les falta algo; lo que les falta está arriba. Que dos días estén cerca no dice que una cosa causó la otra.
censorship-timeline-others = { $count ->
    [one] Otra serie no tiene ningún cambio con una medición bloqueada, así que no tiene primer día.
   *[other] Otras { $count } series no tienen ningún cambio con una medición bloqueada, así que no tienen primer día.
 }
censorship-withdrawn = Retirados en el registro o desaparecidos: una categoría propia, no un bloqueo
censorship-withdrawn-text = Desde el primer día la mayoría de las mediciones de estos sitios tampoco los alcanza desde el control, en todas las redes y en todos los países juntos; antes de él sí. Puede ser un nombre retirado en el registro, un sitio que cerró o uno que se mudó: ninguna medición dice cuál, y no hay ninguna prueba detrás. Nunca se cuenta con los bloqueos.
censorship-watch = Lo que notó una suma continua
censorship-watch-text = Una vigilancia, nunca una afirmación: la suma dice dónde mirar. No tiene valor p ni se contrasta con otras explicaciones; eso solo lo tienen los cambios de arriba.
censorship-column-finding = cambio
censorship-column-target = sitio o servicio
censorship-column-network = red
censorship-column-day = primer día
censorship-column-lacks = le falta
censorship-column-apart = primeros días que no se distinguen
censorship-column-offset = días desde la elección
censorship-column-published = no le falta nada
censorship-column-outage = días de apagón
censorship-column-elsewhere = no alcanzado en países de control
censorship-column-campaign = de campañas
censorship-column-added = en la lista desde
censorship-column-version = versión nueva de la prueba
censorship-column-mobile = móvil
censorship-column-resolver = resolutor propio
censorship-column-tunnel = por un túnel
censorship-column-ipv6 = falló IPv6
censorship-column-largest = bloqueadas en un informe
censorship-column-mechanism = lo que se vio
censorship-column-first = primer día
censorship-column-last = último día
censorship-column-n = mediciones
censorship-column-reports = informes
censorship-column-witness = id del informe
censorship-column-before = antes
censorship-column-after = después
censorship-column-difference = puntos
censorship-column-abroad = países de control (puntos de más)
censorship-column-year = año anterior (puntos de más)
censorship-column-controls = sitios de control (puntos de más)
censorship-column-fisher = p (Fisher)
censorship-column-enough = 5 de cada lado
censorship-column-noticed = día
censorship-column-down-before = caídas antes
censorship-column-down-after = caídas después
censorship-column-networks = redes
censorship-column-q = q
censorship-column-source = quién lo dice
censorship-column-state = estado
censorship-column-rule = regla
censorship-lack-measurements = 10 mediciones de cada lado
censorship-lack-reports = 3 informes de cada lado
censorship-lack-days = 2 días de cada lado
censorship-lack-surprise = un valor q de 0,01 a lo sumo
censorship-lack-direction = una proporción que crezca
censorship-lack-gone-everywhere = un sitio que aún responda en otra parte: puede estar retirado o haber desaparecido
censorship-lack-one-report = mediciones suficientes sin un informe que tiene la mayoría
censorship-lack-control-countries = países de control que alcancen el sitio
censorship-outages-at-least = { $count } o más
censorship-unknown = no se sabe
censorship-yes = sí
censorship-no = no
censorship-possible = solo posible
censorship-election-day = elección
censorship-state-blocked = la mitad o más está bloqueada
censorship-state-mixed = algunas están bloqueadas
censorship-state-possible = ninguna está bloqueada, algunas quizá
censorship-state-down = la mayoría está caída también para el control
censorship-state-ok = ninguna está bloqueada
censorship-state-insufficient = menos de 5 mediciones o 2 informes: no dice nada
censorship-verdict-blocked = bloqueado
censorship-verdict-down = caído
censorship-verdict-ok = alcanzado
censorship-verdict-insufficient = insuficiente
censorship-verdict-invalid = inválido
censorship-map-title = Día por día en { $network }
censorship-map-text = { $count } sitios y servicios; un número es el de las mediciones, un lugar vacío significa que nadie midió.
censorship-methods = Lo que se vio, por sitio, red y mecanismo
censorship-contrast-text = Se compara del { $from } al { $to } con del { $since } al { $until }.
censorship-no-list = No se dio una lista de sitios antes de leer: se prueba cada sitio medido, también los que se midieron porque algo había pasado.
censorship-contrast = Bloqueadas de todas las mediciones
censorship-contrast-networks = Cada red por separado, las que tienen una medición bloqueada (Fisher, dos colas)
censorship-contrast-others = { $count ->
    [one] Otro par de un sitio y una red no tiene ninguna medición bloqueada en estas semanas.
   *[other] Otros { $count } pares de un sitio y una red no tienen ninguna medición bloqueada en estas semanas.
 }
censorship-contrast-note = Los puntos son puntos porcentuales, después menos antes. Entre paréntesis está cuánto supera el sitio a su control, la diferencia de ambos. Un cambio que también muestran los países de control, los sitios de control o el año anterior no trata de la elección. Los valores p de las redes no están corregidos por cuántas son; los valores q de los sitios sí.
censorship-claims = Afirmaciones, como las dan sus fuentes
censorship-claims-text = Son afirmaciones de quienes se nombran. No son hallazgos de este programa ni se cuentan con ellos.
censorship-unseen-text = Lo que no se mide es desconocido: ni alcanzable ni bloqueado.
censorship-unseen-targets = Sitios de la lista sin medición: { $count }
censorship-unseen-networks = Redes del archivo de nombres sin medición: { $count }
censorship-unseen-days = Días sin medición, de los que muestran los mapas: { $count }
censorship-classified = Mediciones por estado, regla y lo que se vio
censorship-problem = { $file }: fila { $row }, columna { $column }: se esperaba { $expected }, se encontró { $found }
censorship-expected-column = una columna con este nombre
censorship-expected-text = un texto
censorship-expected-day = un día como 2024-07-28
censorship-expected-network = el número de una red
censorship-expected-host = una dirección o un host
censorship-expected-yes-no = yes o no
censorship-expected-last-day = un día que no sea anterior al primero
censorship-expected-outage-watched = outage, watched o nada
censorship-expected-utf-8 = UTF-8
censorship-found-nothing = nada
censorship-line-problem = { $file }: { $count } líneas no son mediciones ({ $reason }), la primera en la línea { $line }
censorship-reason-too_long = demasiado largas
censorship-reason-encoding = no son UTF-8
censorship-reason-syntax = no son JSON
censorship-reason-shape = JSON de otra forma
censorship-reason-other = de otra clase
censorship-quarantined = { $file }: { $count } líneas llevan la dirección de una sonda; nada de ellas se guardó
censorship-cut = { $file }: el archivo comprimido termina antes de su fin; lo leído antes cuenta
censorship-no-day = --election: se esperaba un día como 2024-07-28, se encontró { $found }
censorship-no-country = se esperaban las dos letras de un país, se encontró { $found }
censorship-no-country-recorded = { $file }: election.country: se esperaban dos letras mayúsculas (ISO 3166), porque { $folder } contiene mediciones, se encontró { $found }
censorship-none-of-country = Ninguna de las { $count } mediciones es de { $country }: no se mira ninguna serie. Los países se escriben con dos letras mayúsculas (ISO 3166).

cli-censorship-about = Leer mediciones de red (OONI): qué sitios y servicios estuvieron bloqueados, en qué redes y desde cuándo
cli-censorship-after =
    Ejemplos:
      scrutineer censorship classify 2024080913_VE_*.jsonl.gz
      scrutineer censorship analyse *.jsonl.gz --country VE --election 2024-07-28
    Las reglas están en spec/censorship.md, lo que significan en docs/condiciones.md.
    Usar una sonda puede ser peligroso: quien mide es visible para la red.
    Este programa no mide ni envía nada; lee archivos.
cli-censorship-classify-about = Juzgar cada medición por las reglas y contar
cli-censorship-classify-arg-file = Archivo de mediciones, líneas JSON, sin comprimir o gzip
cli-censorship-classify-arg-fingerprints = Archivo de páginas y direcciones de bloqueo conocidas (CSV)
cli-censorship-classify-arg-json = Escribir las cuentas para programas
cli-censorship-classify-arg-lines = Escribir cada medición como línea JSON en este archivo
cli-censorship-classify-after =
    Ejemplos:
      scrutineer censorship classify mediciones.jsonl.gz
      scrutineer censorship classify *.jsonl.gz --fingerprints conocidas.csv --lines juzgadas.jsonl
cli-censorship-analyse-about = Series, cambios y el contraste alrededor de una elección
cli-censorship-analyse-arg-file = Archivo de mediciones, líneas JSON, sin comprimir o gzip
cli-censorship-analyse-arg-fingerprints = Archivo de páginas y direcciones de bloqueo conocidas (CSV)
cli-censorship-analyse-arg-country = País que se mira, dos letras; si no, todos los que no son de control
cli-censorship-analyse-arg-election = Día de la elección, para el contraste
cli-censorship-analyse-arg-targets = Lista de sitios elegida antes de leer (CSV: url, category_code, date_added)
cli-censorship-analyse-arg-control-targets = Lista de sitios parecidos que nadie bloquea (CSV)
cli-censorship-analyse-arg-control-country = País en el que se comparan los mismos sitios; puede darse varias veces
cli-censorship-analyse-arg-networks = Nombres de redes (CSV: asn, name, from, to, source)
cli-censorship-analyse-arg-outages = Apagones registrados y dónde alguien vigiló (CSV: asn, day, to, kind, source)
cli-censorship-analyse-arg-statements = Lo que otros dijeron (CSV: target, asn, day, method, source, independent)
cli-censorship-analyse-arg-json = Escribir el documento para programas
cli-censorship-analyse-arg-html = Escribirlo como un archivo HTML, con mapas
cli-censorship-analyse-arg-csv = Escribir cada celda de los mapas como fila en este archivo
cli-censorship-analyse-arg-timeline = Escribir el primer día de cada cambio, con su intervalo y la elección, como fila en este archivo (CSV)
cli-censorship-analyse-after =
    Ejemplos:
      scrutineer censorship analyse *.jsonl.gz --country VE
      scrutineer censorship analyse *.jsonl.gz --country VE --election 2024-07-28 \
        --targets lista.csv --networks redes.csv --html bloqueados.html
cli-progress-measurements = archivos de mediciones: { $done } de { $all }
cli-progress-series = mirando series
cli-value-country = PAÍS
