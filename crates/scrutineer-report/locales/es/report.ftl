# El informe: títulos, tablas, gráficos y las palabras entre ellos.

report-title = Auditoría de { $election }
report-date = { $day } de { $month } de { $year }
report-month-01 = enero
report-month-02 = febrero
report-month-03 = marzo
report-month-04 = abril
report-month-05 = mayo
report-month-06 = junio
report-month-07 = julio
report-month-08 = agosto
report-month-09 = septiembre
report-month-10 = octubre
report-month-11 = noviembre
report-month-12 = diciembre
report-and = y
report-others =
    { $count ->
        [one] una opción más
       *[other] { $count } opciones más
    }
report-unknown = se desconoce
report-withheld = no se publica
report-none = ninguno
report-total = Total
report-tie = un empate
report-interval = { $low } a { $high }
report-at-least = al menos { $low }
report-at-most = como máximo { $high }
report-not-announced = no anunciado
report-not-bounded = sin límite conocido
report-whole-election = toda la elección
report-chosen = usada aquí

report-section-answers = Las respuestas
report-section-figures = Las cifras, y lo que no está establecido
report-section-reasons = Razones
report-section-chain = La cadena de la evidencia
report-section-declared = Más cifras declaradas
report-section-readings = Qué puede significar la cobertura anunciada
report-section-bounds = Qué puede cambiar lo que falta
report-section-joint = Todas las opciones a la vez
report-section-increments = Crecimiento entre declaraciones
report-section-variants = Cifras que los medios imprimen distintas
report-section-false = Cuántas actas tendrían que ser falsas
report-section-compared = Fuentes comparadas
report-section-imputation = Una estimación de lo que falta
report-section-rounding = Cifras iguales a porcentajes redondeados
report-section-divisions = Totales por división
report-section-findings = Hallazgos
report-section-findings-listed = Los hallazgos uno a uno
report-section-evidence = De dónde viene la evidencia
report-section-inputs = Archivos que se leyeron
report-section-method = Método y límites
report-section-deeper = Cómo seguir

# La primera pantalla.
report-rejected =
    { $rejected ->
        [one] Una fila de { $rows } en { $file } no se pudo usar y queda fuera de todos los números que siguen.
       *[other] { $rejected } filas de { $rows } en { $file } no se pudieron usar y quedan fuera de todos los números que siguen.
    }
report-question-winner =
    { $declared_winners ->
        [none] ¿Quién ganó? ({ $authority }, { $date })
       *[other] ¿Ganó { $declared_winners }, como { $authority } declaró el { $date }?
    }
report-question-figures = ¿Son posibles las cifras de { $authority } del { $date }?
report-question-standing = ¿Qué muestran las actas y puede cambiarlo lo que falta?
report-supply =
    { $label ->
        [authority] Actas de la autoridad electoral
        [party-aligned] Actas aportadas por una campaña
        [observer] Actas de una misión de observación
        [media] Actas aportadas por la prensa
        [court] Actas de un expediente judicial
        [citizen] Actas aportadas por la ciudadanía
        [withheld] Actas de fuente no publicada
       *[other] Actas de procedencia desconocida
    }{ $winners ->
        [none] {""}
       *[other] {" "}(afín a { $winners })
    }, obtenidas { $date ->
        [none] en fecha desconocida
       *[other] el { $date }
    }: { $sheets } de { $expected ->
        [none] un número desconocido
       *[other] { $expected }
    }.
report-table-caption = La declaración { $declaration } frente a las actas de la fuente { $source }, en votos
report-table-caption-sheets = Las actas de la fuente { $source }
report-table-reading = Rango posible: con la lectura que decide ({ $name }).
report-outside = * La cifra declarada está fuera del rango posible.
report-not-established = Lo que no está establecido
report-not-established-1 = No se examinaron las papeletas.
report-not-established-2 = Si las copias de las actas son auténticas.
report-not-established-3 = Si las copias se leyeron bien.
report-not-established-4 = Si los datos están completos y sin cambios: no están en ningún registro público.
report-not-established-4-not-verified = Si los datos están completos y sin cambios: están en un registro público, del que este informe no puede dar fe; el comando verify lo comprueba.
report-not-established-5 = Cuáles son los totales: no se leyó nada.
report-not-established-6 = Si lo que falta cambia quién ganó.
report-not-established-7 = Si el resultado declarado coincide con las actas.
report-as-of = Estado al { $date }
report-log = De los primeros { $size } asientos del registro público { $origin }, cuya raíz es { $root }
report-id = Informe { $id }
report-column-option = Opción
report-column-declared = Declarado
report-column-sheets = En las actas
report-column-possible = Rango posible
report-column-share = Parte
report-column-share-possible = Parte posible
report-column-share-least = Parte mínima
report-column-share-most = Parte máxima
report-chart-title = Votos declarados y posibles: { $declaration }, fuente { $source }
report-chart-description = Por opción, una barra del mínimo al máximo de votos posibles, un rombo en la cifra declarada y una línea en los votos de las actas. La tabla tiene los mismos números.
report-chart-bar = { $name }: declarado { $declared }, en las actas { $sheets }, rango posible { $range }
report-chart-bar-undeclared = { $name }: no anunciado, en las actas { $sheets }, rango posible { $range }

# Razones.
report-reasons-winner = Quién ganó: { $declaration }, fuente { $source }
report-reasons-figures = Las cifras: { $declaration }, fuente { $source }
report-depends-on = Se apoya en los eslabones { $links } de la cadena de la evidencia.
report-would-change = Qué cambiaría esta respuesta:

# La cadena.
report-chain-results = Estados por declaración y fuente
report-column-result = Declaración / fuente
report-chain-note = Probado: por aritmética o criptografía. Acotado: se midió un riesgo y se dice cuál. Abierto: nadie lo sabe. Roto: una discrepancia tan grande que cambia la respuesta que se apoya en el eslabón.

# Lecturas de la cobertura.
report-reading-electors = parte de los electores
report-reading-tables = parte de las mesas
report-reading-valid-votes = parte de los votos válidos
report-reading-places = parte de los centros
report-reading-own-turnout = sus votos y participación
report-reading-excluded = { $name }: la excluye la participación de la propia declaración.
report-readings-caption = Votos que le faltan a { $declaration }, por lectura (fuente { $source })
report-readings-note = Una cobertura en porcentaje está redondeada y no dice de qué. Cada lectura se calcula como se imprimió y en el extremo de su intervalo de redondeo que favorece a la declaración, con cada total del padrón electoral. Mínimo: entre esos totales, en ese extremo; 0 significa posible.
report-consistent-up-to = Mayor cobertura con la que nada contradice:
report-column-reading = Lectura
report-column-coverage = Cobertura
report-column-short-printed = Como impresa
report-column-short-favourable = Favorable
report-column-short-least = Mínimo

# Límites.
report-outcome-caption = Ventaja y votos que faltan por total del padrón electoral, fuente { $source }
report-outcome-note = El techo de lo que falta vale solo lo que valga el total del padrón electoral. Un total que cuenta a quienes no votan en esta elección sirve solo como prueba de robustez.
report-robustness-only = (solo prueba de robustez)
report-official-list = lista oficial de mesas
report-column-register = Padrón electoral
report-column-first = Primer lugar
report-column-lead = Ventaja
report-column-missing = Faltan como máximo
report-column-decided = Resultado
report-cannot-change = no puede cambiar
report-can-change = puede cambiar
report-shares-caption = Partes de los votos válidos, fuente { $source }
report-needed-from-missing = Para que la ventaja desaparezca, lo que falta necesitaría una participación de { $turnout } con todos los votos para la segunda opción, o una parte de { $share } para la segunda entre las dos con la participación de las actas. Más de 100 % es imposible.
report-false-caption = Actas que tendrían que ser falsas para que la ventaja desaparezca, fuente { $source }
report-false-note = Una muestra al azar de ese tamaño, sorteada con igual probabilidad y confirmada acta por acta desde un origen independiente, lo excluye al 5 %. Cualquier cambio: un acta puede decir cualquier cosa. Votos trasladados: solo entre las dos primeras.
report-column-assumption = Votos que faltan, cambio
report-column-sheets-false = Actas
report-column-share-of-sheets = De las actas
report-column-sample = Muestra
report-all-do-not-suffice = ni todas bastan
report-assumption-all-to-runner-up-any = todos para la segunda, cualquier cambio
report-assumption-all-to-runner-up-moved = todos para la segunda, votos trasladados
report-assumption-split-even-any = por mitades, cualquier cambio
report-assumption-split-even-moved = por mitades, votos trasladados
report-assumption-as-observed-any = como en las actas, cualquier cambio
report-assumption-as-observed-moved = como en las actas, votos trasladados

# La estimación.
report-imputation-caveat = Esto es una estimación y no apoya ninguna respuesta. Da a lo que falta las tasas de su entorno; las mesas no faltan al azar. El intervalo cubre solo el muestreo.
report-imputation-caption = Resultado completado si lo que falta vota como su entorno, fuente { $source }, padrón electoral { $register_name }
report-column-estimate = Estimación
report-column-interval = Intervalo del 95 %
report-sensitivity = Si lo que falta se inclina contra la primera opción en { $shift } (logit): primera { $first }, segunda { $second }.
report-changes-at = El primer lugar cambia con un desplazamiento de { $shift }.
report-changes-never = Ningún desplazamiento cambia el primer lugar.

# Todas las opciones a la vez.
report-joint-text = El menor número de votos declarados que contradicen las actas, sean cuales sean las actas que quedaron fuera del conteo. Es una cota inferior.
report-joint-caption = Votos que contradicen: { $declaration }, fuente { $source }
report-column-end = Cobertura
report-end-printed = como impresa
report-end-favourable = extremo favorable
report-column-turnout-cap = Participación máxima de lo que falta
report-column-contradicting = Votos que contradicen
report-certificate-caption = Certificado: { $name }, { $end }, participación de lo que falta como máximo { $turnout }
report-column-figure = Cifra
report-column-exact = Valor exacto
report-certificate-weight = Peso de { $name }
report-certificate-threshold = Umbral: puntos por elector de la última acta contada
report-certificate-counted = Electores contados
report-certificate-missing = Electores sin acta
report-certificate-constant = Menos la suma de pesos por cifras declaradas
report-certificate-threshold-term = Umbral por electores contados
report-certificate-sheets-term = Actas: suma del menor entre 0 y puntos menos umbral por electores
report-certificate-missing-term = Electores sin acta: lo mismo en su mejor caso
report-certificate-value = Votos que contradicen, exactos
report-resum-title = Cómo comprobarlo en una hoja de cálculo
report-resum-1 = Ponga un acta en cada fila: sus electores inscritos y sus votos por opción.
report-resum-2 = Dé a cada acta sus puntos: la suma, sobre las opciones, de peso por votos. Las opciones de un grupo anunciado comparten su peso.
report-resum-3 = Al lado: puntos menos umbral por electores inscritos, o 0 si eso es mayor que 0. La suma de esta columna es el término de las actas.
report-resum-4 = Un elector sin acta vale a lo sumo el peso menor por la participación máxima, o 0 si ningún peso es negativo. Reste el umbral, tome 0 si eso es mayor que 0 y multiplique por los electores sin acta.
report-resum-5 = Sume los cuatro términos: menos la suma de pesos por cifras declaradas, umbral por electores contados, las actas, los electores sin acta.
report-resum-6 = La suma es el número de votos que contradicen. Cualesquiera pesos de -1 a 1 y cualquier umbral dan una cota inferior válida, así que nadie tiene que confiar en cómo se hallaron.

# Crecimiento y variantes.
report-increment-caption = Crecimiento de { $from } a { $declaration }, fuente { $source }
report-column-growth = Crecimiento
report-increment-feasible = Nada disminuye y el crecimiento cabe en los electores recién cubiertos ({ $electors }).
report-increment-infeasible = Alguna cifra disminuye o el crecimiento no cabe en los electores recién cubiertos ({ $electors }).
report-variants-caption = Cifras de { $declaration } que los medios imprimen distintas
report-column-value = Valor
report-column-source = Fuente
report-column-why = Elección

# Porcentajes redondeados.
report-rounding-adjusted =
    { $looks ->
        [one] { $declaration }: p ajustado { $p }, una sola mirada.
       *[other] { $declaration }: p ajustado { $p }, ajustado por { $looks } miradas.
    }
report-rounding-no-p =
    { $looks ->
        [one] { $declaration }: no se puede dar un valor p, una sola mirada.
       *[other] { $declaration }: no se puede dar un valor p, { $looks } miradas.
    }
report-rounding-press = Una oficina de prensa que convierta porcentajes en cifras daría el mismo patrón.
report-rounding-not-probability = El valor p no es la probabilidad de que el resultado sea auténtico.
report-rounding-free-counts = Es la probabilidad del patrón si las cifras pueden terminar en cualquier dígito. Muestra a lo sumo que las cifras se calcularon de porcentajes, no por qué.
report-rounding-joint = Todas las cifras libres juntas, antes de ajustar: p { $p }.
report-rounding-caption = Pares publicados de cifra y total: { $declaration }
report-column-pair = Par
report-column-decimals = Decimales
report-column-distance = Distancia
report-column-p = p, sin ajustar

# Hallazgos.
report-no-findings = Ninguna regla encontró nada. Una aritmética limpia no muestra que las actas sean auténticas.
report-findings-caption = Hallazgos por regla
report-findings-note = Votos en juego: lo máximo en que el total de alguna opción puede errar por los hallazgos, sumado; varios pueden tratar de los mismos votos. Un hallazgo es un hecho sobre números en papel. No nombra causa ni a nadie.
report-findings-count =
    { $count ->
        [one] Un hallazgo
       *[other] { $count } hallazgos
    }
report-findings-more = Se listan los primeros { $listed } de { $count }; el documento JSON los tiene todos.
report-finding-about =
    { $tier ->
        [contradiction] Una contradicción: aritmética, sin probabilidad.
        [test] Una prueba, con su hipótesis nula, su p y el número de miradas.
       *[picture] Una imagen: se muestra, nunca afirma.
    } Eslabón { $link } de la cadena. { $answer ->
        [winner] Atañe a quién ganó.
        [figures] Atañe a las cifras declaradas.
       *[nothing] No atañe a ninguna respuesta.
    }
report-does-not-prove-contradiction = Lo que esto no prueba: quién cometió el error, cuándo ni por qué. Un desliz al copiar da lo mismo.
report-does-not-prove-test = Lo que esto no prueba: que algo esté mal. Un p pequeño es raro por azar y tiene causas inocentes.
report-does-not-prove-picture = Lo que esto no prueba: nada. Las regiones difieren y eso da imágenes así.
report-severity-error = error
report-severity-warning = notable
report-severity-info = nota
report-bears-on-winner = quién ganó
report-bears-on-figures = cifras
report-bears-on-nothing = ninguna
report-column-code = Código
report-column-rule = Regla
report-column-severity = Tipo
report-column-count = Número
report-column-at-stake = Votos en juego
report-column-bears-on = Atañe a
report-column-subject = Asunto
report-column-finding = Hallazgo
report-column-disposition = Examen
report-no-disposition = todavía no
report-disposition = { $decision }, { $on } ({ $by }): { $reason }
report-decision-confirmed = confirmado
report-decision-explained = explicado
report-decision-corrected = corregido
report-decision-unresolved = sin resolver

# De dónde viene la evidencia.
report-evidence-text = Quién tuvo las actas en la mano decide qué pueden mostrar. Lo que nadie dice se imprime como desconocido.
report-evidence-caption = Fuente { $source }
report-column-question = Pregunta
report-column-answer = Respuesta
report-input-committed = no publicado
report-inputs-committed = Un archivo cuyo nombre y digesto no se publican tiene un compromiso en el registro público: un asiento de la clase source-file, que quien tiene el archivo puede comprobar.
report-label-authority = la autoridad electoral
report-label-party-aligned = una campaña
report-label-observer = una misión de observación
report-label-media = la prensa
report-label-court = un expediente judicial
report-label-citizen = la ciudadanía
report-label-withheld = no se publica, para que nadie pueda ser ubicado por ello
report-label-unknown = se desconoce
report-evidence-who = Aportada por
report-evidence-aligned = Afín a
report-evidence-origin = Origen (las fuentes de un mismo origen cuentan una vez)
report-evidence-from = Obtenida de
report-evidence-on = Obtenida el
report-evidence-role = Obtenida por (función)
report-evidence-method = Cómo se hizo
report-evidence-medium = Soporte
report-evidence-licence = Licencia
report-evidence-derived = Hecha de la fuente
report-evidence-transformed = Qué se le hizo
report-evidence-rows = Filas leídas
report-evidence-rejected = Filas que no se pudieron usar
report-evidence-stations = Mesas con acta
report-evidence-expected = Mesas que hay
report-evidence-complete = Mesas leídas por completo
report-evidence-electors = Electores de las mesas con acta
report-evidence-electors-expected = Electores que hay
report-evidence-missing = Mesas que faltan: { $reason }
report-evidence-kind = Mesas con acta: { $name }
report-reason-received = recibida, sin leer
report-reason-copy-refused = copia negada
report-reason-not-printed = no impresa
report-reason-agent-not-admitted = testigo no admitido
report-reason-agent-removed = testigo retirado
report-reason-seized = incautada
report-reason-not-reached = no se llegó
report-reason-destroyed = destruida
report-reason-annulled = anulada
report-reason-not-opened = no abrió
report-reason-merged-into = unida a otra
report-reason-unknown = razón desconocida
report-kind-ordinary = ordinarias
report-kind-abroad = en el exterior
report-kind-special = especiales
report-kind-mobile = móviles
report-kind-unknown = tipo desconocido

# Fuentes comparadas.
report-compared-caption = { $a } y { $b }, mesa por mesa
report-compared-common = Mesas en ambas
report-compared-only-a = Mesas solo en { $a }
report-compared-only-b = Mesas solo en { $b }
report-compared-differing = Mesas comunes donde difiere un número leído en ambas
report-compared-cells = Celdas que difieren
report-compared-unread = Celdas que una de ellas no leyó
report-compared-net-caption = Dirección de las diferencias: { $b } menos { $a }
report-column-net = Votos netos
report-column-sign-test = Prueba de signos, p
report-compared-same-origin = Ambas tienen un mismo origen: que coincidan no dice nada sobre las copias.
report-compared-other-origin = Tienen orígenes independientes. Los deslices al transcribir van en ambos sentidos; una dirección merece mirar las actas.

# Divisiones y archivos.
report-divisions-caption = Totales por división, fuente { $source }
report-column-division = División
report-column-valid = Votos válidos
report-inputs-caption = Archivos, con el SHA-256 de sus bytes
report-column-file = Archivo
report-column-role = Uso
report-column-rows = Filas
report-column-rejected = No usables
report-column-digest = SHA-256
report-role-election = elección
report-role-sheets = actas
report-role-register = padrón electoral
report-role-declaration = declaración
report-role-dispositions = hallazgos examinados

# Método y límites.
report-method-1 = Los votos se suman como enteros; las partes y los límites son fracciones exactas hasta que se imprimen.
report-method-2 = Lo que no se leyó falta, nunca es cero.
report-method-3 = Donde hay cifras alternativas se calculan todas; una afirmación vale con todas o nombra aquella en que se apoya.
report-method-4 = El rango posible de una cifra supone que las actas que quedaron fuera se eligieron como le conviene a la declaración.
report-method-5 = La aritmética de las actas no puede mostrar si son auténticas. Solo el papel de las cajas, o copias de origen independiente elegidas al azar, pueden.
report-method-6 = Cada regla se aplica a cada opción y a cada fuente, en el orden de la boleta.
report-method-7 = Ninguna probabilidad entra en una respuesta. Los tipos de hallazgo nunca se suman en un puntaje.
report-method-8 = Los mismos datos dan el mismo informe; cualquiera puede rehacerlo sin conexión.
report-method-tool = { $tool } { $version }, reglas { $rules }, documento { $schema }.
report-deeper-by = scrutineer audit DIR --by NIVEL: totales por división.
report-deeper-html = scrutineer audit DIR --html ARCHIVO: el informe entero con gráficos, tablas y cada hallazgo.
report-deeper-json = scrutineer audit DIR --json: lo mismo para programas.
report-deeper-check = scrutineer check DIR: cada problema de los datos, con archivo, fila y columna.
report-deeper-compare = scrutineer audit DIR --compare VIEJO.json: qué cambió desde un informe anterior.

# El archivo HTML.
report-skip = Ir a las respuestas
report-contents = Contenido
report-offline = Esta página no necesita conexión, no ejecuta programas y no pide nada a otros sitios.
