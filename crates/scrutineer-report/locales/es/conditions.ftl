# Las condiciones del voto: secciones detrás de una auditoría, y páginas del sitio.

conditions-not-used = No se usa en las respuestas
conditions-notice = Nada de lo que sigue se usa en las respuestas. Dice en qué condiciones votó la gente, hasta donde alguien lo registró. El recuento se sostiene o cae sin ello.
conditions-none = La carpeta no tiene registros de las condiciones.
conditions-no-incidents = Incidentes y víctimas: no hay nada en la carpeta.
conditions-no-censorship = Sitios y servicios bloqueados: no hay nada en la carpeta.
conditions-no-disclosure = Qué se ha publicado: no hay registro en la carpeta.
conditions-no-indices = Índices de libertad: no hay nada en la carpeta.
conditions-files = { $count ->
    [one] Hecho de un archivo de la carpeta; su resumen está en el documento para programas.
   *[other] Hecho de { $count } archivos de la carpeta; sus resúmenes están en el documento para programas.
 }
conditions-section-timeline = Qué pasó y cuándo
conditions-section-counts = Cuentas de personas, como intervalos
conditions-section-reports = Reportes por derecho
conditions-section-blocked = Sitios y servicios bloqueados
conditions-section-blocked-days = Sitios y servicios bloqueados: los días en una tabla
conditions-section-published = Qué se ha publicado
conditions-section-indices = Índices de libertad
conditions-section-trace = Cómo resultan los valores de los índices
conditions-timeline = Qué pasó y cuándo, por día
conditions-timeline-text = Cada marca es una línea de la tabla de abajo; la línea vertical es el día del voto, { $election }.
conditions-timeline-note = Que dos días estén juntos no dice que una cosa causó la otra.
conditions-lane-election = Voto
conditions-lane-incidents = Reportes
conditions-lane-blocked = Bloqueos medidos
conditions-lane-claimed = Bloqueos afirmados
conditions-lane-published = Publicación
conditions-election-day = Día del voto
conditions-moment-reports = { $count ->
    [one] { $what }: un reporte
   *[other] { $what }: { $count } reportes
 }
conditions-moment-withheld = { $what }: el número de reportes se retiene
conditions-moment-blocked = Medido como bloqueado desde este día: { $target } en { $networks }
conditions-moment-claimed = { $targets ->
    [one] Afirmado como bloqueado desde este día: un sitio o servicio (redes: { $networks }; { $source })
   *[other] Afirmado como bloqueado desde este día: { $targets } sitios o servicios (redes: { $networks }; { $source })
 }
conditions-moment-due = Último día para: { $what }
conditions-moment-published = Visto por primera vez: { $what } ({ $by })
conditions-moment-looked = Se buscó y no se encontró: { $what }
conditions-moment-asked = { $author } pide: { $what }
conditions-moment-answered = Respuesta de { $author }: { $outcome }
conditions-counts = Personas, de al menos a como máximo; las filas nunca se suman, pues una persona puede estar en varias
conditions-counts-how = El mínimo está corroborado aquí, el número creíble está nombrado por listas y no refutado, el máximo es la mayor cifra que publicó alguien que no es parte en los hechos; donde cifras de áreas que no se solapan dan más, es su suma, y las partes están al lado. Cite los tres con la fecha. Nada más se suma, y nada entre actos.
conditions-number-of = { $number } de { $of }
conditions-by-area = Personas creíbles por estado: { $act }
conditions-by-group = Personas creíbles por grupo: { $act }
conditions-went-down = { $count ->
    [one] Una cifra es menor que una anterior de la misma fuente, que no se retiró.
   *[other] { $count } cifras son menores que anteriores de la misma fuente, que no se retiraron.
 }
conditions-insufficient = { $count ->
    [one] Una evaluación no cambia nada, porque le falta algo.
   *[other] { $count } evaluaciones no cambian nada, porque les falta algo.
 }
conditions-sources = Quién lo dice
conditions-cites = Puede tocar: { $cites }
conditions-reports-how = Los reportes están agrupados por el derecho que tocan. Si una obligación se cumplió lo juzgan otros. Un reporte puede tocar varios derechos, así que los números no se suman entre derechos.
conditions-means = Medios de fuerza, con el número de reportes que los nombran: { $means }
conditions-refused = Mesas según si se negó una copia del acta y si hay un acta
conditions-refused-text = Un reporte de que se negó una copia junto a un acta de la misma mesa es una contradicción por resolver; no dice cuál de los dos está mal.
conditions-refused-unknown = { $count ->
    [one] Un reporte es sobre una mesa que la lista de mesas no tiene.
   *[other] { $count } reportes son sobre mesas que la lista de mesas no tiene.
 }
conditions-whole = en todas partes
conditions-outlets = Reportes sobre medios junto a hallazgos de mediciones dentro de 14 días
conditions-outlets-text = Ambos son sobre el mismo medio más o menos al mismo tiempo; eso no dice quién hizo lo uno o lo otro.
conditions-measured = { $observations } mediciones en { $reports } informes, de { $first } a { $last }; en { $looks } series se buscó un cambio.
conditions-not-measured = No hay ninguna medición en la carpeta, así que no hay hallazgo ni mapa; lo que otros dijeron está abajo.
conditions-unpublished = { $count ->
    [one] A un cambio le falta algo que un hallazgo debe tener; no se muestra.
   *[other] A { $count } cambios les falta algo que un hallazgo debe tener; no se muestran.
 }
conditions-map-text = { $count } sitios y servicios con una medición bloqueada o quizá bloqueada; { $others } otros se midieron y nunca estuvieron bloqueados. Un número es el de las mediciones, un lugar vacío significa que nadie midió. La tabla de días tiene lo mismo.
conditions-blocked-days = Días medidos seguidos con el mismo estado
conditions-unseen = Sin medición: { $targets } sitios de la lista, { $networks } redes del archivo de nombres, { $days } días de los que muestran los mapas.
conditions-of-country = { $count ->
    [0] Ninguna de ellas es del país de la elección: de sus redes no se sabe nada.
    [one] Una de ellas es del país de la elección.
   *[other] { $count } de ellas son del país de la elección.
 }
conditions-duties = Deberes y su estado
conditions-published = Qué se publicó
conditions-published-how = Todo aquí es una afirmación con su fuente, también que hay un deber. «No cumplido» significa que alguien buscó el último día o después y no lo encontró.
conditions-indices-how = Los valores son juicios de quienes los publican sobre un lugar y un período, que puede terminar antes del voto. No dicen nada sobre un recuento.
conditions-brief-blocked = { $findings } cambios medidos en { $networks } redes para { $targets } sitios o servicios, de { $observations } mediciones; junto a ellos { $claims } afirmaciones de otros.
conditions-column-day = Día
conditions-column-offset = Días desde el voto
conditions-column-what = Qué
conditions-column-act = De qué
conditions-column-minimum = Mínimo
conditions-column-credible = Creíble
conditions-column-maximum = Máximo
conditions-column-maximum-by = Máximo publicado por
conditions-column-known-by = Conocido hasta
conditions-column-area = Zona
conditions-column-group = Grupo
conditions-column-source = Fuente
conditions-column-kind = Clase
conditions-column-standing = Posición
conditions-column-method = Dice su método
conditions-column-rests-on = Se apoya en
conditions-column-refused-present = Negada, hay acta
conditions-column-refused-absent = Negada, no hay acta
conditions-column-other-present = Sin reporte, hay acta
conditions-column-other-absent = Sin reporte, no hay acta
conditions-column-outlet = Medio
conditions-column-findings = Hallazgos
conditions-column-days = Días
conditions-column-blocked = Bloqueadas / medidas
conditions-column-from-to = Primer y último día
conditions-column-independent = Se apoya en otras mediciones
conditions-column-state = Estado
conditions-column-due = Último día
conditions-column-late = Días desde entonces
conditions-column-question = Pregunta o parte
conditions-column-answer = Respuesta
conditions-column-most = De
conditions-column-use = Uso
conditions-column-adds = Suma
conditions-kind-ngo-list = lista de una organización
conditions-kind-media = medios
conditions-kind-official = oficial
conditions-kind-observer = observador
conditions-kind-submitter = alguien que reportó
conditions-kind-court = tribunal
conditions-kind-hospital = hospital
conditions-kind-measurement = medición
conditions-group-civilian = civiles
conditions-group-protester = personas en una reunión
conditions-group-bystander = transeúntes
conditions-group-security-force = fuerzas de seguridad
conditions-group-official = funcionarios
conditions-group-journalist = periodistas
conditions-group-observer = observadores
conditions-group-party-agent = testigos de partido
conditions-group-unknown = no se sabe
conditions-means-tear-gas = gas lacrimógeno
conditions-means-rubber-bullets = balas de goma
conditions-means-batons = bastones
conditions-means-firearms = armas de fuego
conditions-means-water-cannon = cañones de agua
conditions-means-vehicles = vehículos
conditions-means-other = otros medios

cli-incidents-report-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-incidents-report-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-incidents-report-arg-portable = No usa caché
cli-incidents-report-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-audit-arg-with-conditions = Muestra las condiciones del voto detrás del recuento (incidents/, measurements/, disclosure.toml, indices/); ninguna respuesta las lee

site-nav-conditions = Condiciones del voto
site-conditions-persons = Personas y reportes
site-conditions-notice = No se usa en las respuestas: nada de esta página incide en el recuento.
site-conditions-nothing = Nada de esto se publica aquí.
cli-publish-arg-with-conditions = Publica también las condiciones del voto (incidents/, measurements/, disclosure.toml, indices/): los resúmenes que pueden mostrarse, nunca las tablas; ninguna respuesta las lee
cli-verify-warning-conditions-beside = Las condiciones del voto (conditions.json) son las que se publicaron. No se siguen de ningún asiento, y ninguna respuesta las lee.
cli-conditions-waiting =
    { $count ->
        [one] Un reporte queda fuera: aún no está en ningún lote (scrutineer incidents release).
       *[other] { $count } reportes quedan fuera: aún no están en ningún lote (scrutineer incidents release).
    }

reader-conditions-line = conditions.json: { $r }
reader-conditions-election = conditions.json: se esperaba la elección { $a }, se encontró { $b }
reader-conditions-shape = línea { $n }, columna { $m }: se esperaba un documento { $a }
reader-conditions-used = se esperaba que used_in_answers fuera false, se encontró true
reader-conditions-sentence = se esperaba la oración que sale de los números de { $a }, se encontró otra
reader-conditions-form = se esperaba la única forma de escribir este documento, se encontró otra
