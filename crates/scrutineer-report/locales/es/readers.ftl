# Lo que dicen los lectores de archivos, planes y proxies: qué esperaban y qué encontraron.
#
# El texto inglés de un mensaje es también el patrón con el que se reconoce una frase. Cada mensaje
# ocupa una línea; $a, $b, $c, $d son datos; $p y $q son otra frase; $r es una frase si lo es, si no un
# dato.

# Celdas, filas y columnas.

reader-whole-number = un número entero
reader-part-of-key = parte de la clave
reader-canonical-id = un identificador canónico
reader-empty-cell = una celda vacía
reader-another-text = otro texto
reader-no-text = bytes que no son texto
reader-known-value = un valor que el mapa conoce
reader-named-column = una columna que el mapa nombra
reader-known-field = una opción o un campo que el mapa conoce
reader-column = una columna { $a }
reader-nearest = ninguna; la más cercana es { $a }
reader-first-listed = ninguno; se enumeran los primeros { $a }
reader-none = ninguno
reader-more = { $a } más
reader-fields = { $a } campos
reader-others = otras { $a }
reader-kept-rows = filas que where y except conservan
reader-identity = { $a } en al menos el 99 % de las lecturas
reader-accepted = no se cumple en { $a } de { $b }; aceptado
reader-encoding-delimiter = codificación y separador
reader-chosen = { $p }; separador { $q }, que da { $a } columnas
reader-delimiter = separador { $p }, que da { $a } columnas
reader-comma = coma
reader-semicolon = punto y coma
reader-tab = tabulador
reader-pipe = barra vertical
reader-ascii = solo contiene ASCII, que es igual en todas estas codificaciones
reader-utf-8 = sus bytes fuera de ASCII forman UTF-8 válido
reader-utf-8-cut = sus bytes fuera de ASCII forman UTF-8 válido hasta el corte
reader-mark-utf-8 = empieza con la marca de orden de bytes de UTF-8
reader-mark-low = empieza con una marca de orden de bytes, el byte bajo primero
reader-mark-high = empieza con una marca de orden de bytes, el byte alto primero
reader-two-bytes = uno de cada dos bytes es cero, como en un texto con dos bytes por carácter
reader-whole-words = no es UTF-8 y sus bytes fuera de ASCII forman palabras enteras
reader-single-letters = no es UTF-8 y sus bytes fuera de ASCII son letras sueltas dentro de palabras
reader-one-statement = un solo dato del registro sobre una mesa
reader-named-members = un archivo comprimido con miembros que el mapa nombra

# Tipos de problemas.

reader-source-failed = no se puede seguir leyendo
reader-damaged = los datos están dañados
reader-no-header = no se encontró el encabezado
reader-column-twice = el nombre de la columna aparece dos veces
reader-column-unnamed = columna sin nombre
reader-field-long = campo demasiado largo
reader-record-long = registro demasiado largo
reader-many-columns = demasiadas columnas
reader-open-quote = las comillas no se cierran
reader-bad-encoding = los bytes no son texto en esta codificación
reader-zero-byte = la celda contiene un byte cero
reader-encrypted = el miembro está cifrado
reader-nested = un archivo comprimido dentro de otro no se abre
reader-formula = la celda es una fórmula
reader-merged = las celdas están combinadas
reader-hidden-row = la fila está oculta
reader-hidden-column = la columna está oculta
reader-hidden-sheet = la hoja está oculta

# Problemas con su tipo.

reader-kind-of = { $p } ({ $q })
reader-kind-of-data = { $a } ({ $p })
reader-in-member = { $r }: { $p }
reader-or = { $p }, o { $q }
reader-ragged = el número de campos difiere del encabezado
reader-many-members = demasiados miembros
reader-expands = al descomprimirse supera el límite
reader-ratio = la razón de compresión supera el límite
reader-unsafe-name = el nombre del miembro sale del archivo comprimido
reader-member-twice = el nombre del miembro aparece dos veces
reader-ignored = el miembro se pasa por alto
reader-no-sheet = no se encontró la hoja
reader-sheet-large = hoja demasiado grande
reader-no-address = no es la dirección de una celda
reader-error-cell = la celda contiene un error de la hoja de cálculo
reader-not-json = no es JSON
reader-other-type = valor de otro tipo
reader-name-pattern = el nombre del miembro no sigue el patrón

# Lo que un archivo debería contener y lo que contiene.

reader-column-for = una columna { $a } para { $b }
reader-column-names = una columna { $a } para los nombres de las divisiones
reader-column-codes = una columna { $a } para los códigos de las divisiones
reader-fractional = un número con decimales
reader-negative = un número negativo
reader-above = un número mayor que { $a }
reader-no-number = algo que no es un número
reader-missing-word = una palabra para lo no leído
reader-dropped = una que no nombra; sus celdas se descartan
reader-two-statements = dos que difieren; no se usa ninguno
reader-division-code = el código de una división
reader-division-once = cada división una vez
reader-second-row = una segunda fila
reader-finding-key = la clave de un hallazgo
reader-decision = confirmed, explained, corrected o unresolved
reader-a-reason = un motivo
reader-a-role = una función, nunca un nombre
reader-plain-date = una fecha como 2024-07-28
reader-unusable = nada que se pueda usar
reader-a-name = un nombre
reader-a-value = un valor
reader-closing-quote = comillas de cierre
reader-no-quote = ninguna en los siguientes { $a } bytes
reader-most-columns = a lo sumo { $a } columnas
reader-most-bytes = a lo sumo { $a } bytes
reader-most-field = a lo sumo { $a } bytes por campo
reader-most-record = a lo sumo { $a } bytes por registro
reader-most-in-all = a lo sumo { $a } bytes en total
reader-most-ratio = a lo sumo { $a } bytes por cada byte comprimido
reader-most-members = a lo sumo { $a } miembros
reader-most-cells = a lo sumo { $a } filas, { $b } columnas y { $c } celdas
reader-bytes = { $a } bytes
reader-more-than-that = más
reader-zero-value = un byte de valor cero
reader-no-character = bytes que no representan ningún carácter
reader-valid-text = texto válido
reader-name-of-its-own = un nombre que no tenga la columna { $a }
reader-bytes-to-end = bytes hasta el final del archivo
reader-bytes-to-the-end = bytes hasta el final
reader-empty-source = un archivo vacío
reader-header-line = una línea con los nombres de las columnas
reader-line-with = una línea con { $a } entre las primeras { $b }
reader-row-with = una fila con { $a } entre las primeras { $b }
reader-byte = el byte { $a }
reader-zip = un archivo zip
reader-member-list = una lista de miembros legible
reader-readable-member = un miembro legible
reader-whole-member = un miembro sin daños
reader-one-member = un solo miembro de cada nombre
reader-gzip-cut = datos gzip cortados
reader-gzip-beyond = datos gzip que superan el límite
reader-beyond = al descomprimirse supera el límite
reader-bad-zip = un archivo zip no válido: { $a }
reader-checksum = una suma de comprobación que no coincide
reader-deflate = datos comprimidos dañados
reader-gzip-header = un encabezado gzip no válido
reader-early-end = un final antes de tiempo
reader-short = menos bytes de los anunciados
reader-whole-document = un documento entero
reader-json-text = JSON en UTF-8
reader-cut-off = un texto cortado
reader-something-else = otra cosa
reader-at-pointer = un número o un texto en { $a }
reader-zero-in-text = un texto con un byte cero
reader-array = una lista
reader-object = un objeto
reader-pointers = columnas que sean punteros JSON como /votes/1
reader-others-instead = otras
reader-workbook = un libro entero
reader-workbook-sheet = un libro con una hoja
reader-sheet-called = una hoja llamada { $a }
reader-readable-sheet = una hoja legible
reader-no-sense = un libro que su lector no comprende
reader-unreadable-workbook = un libro que no se puede leer
reader-too-much-text = más texto del que cabe en una hoja
reader-spreadsheet-error = un error de la hoja de cálculo
reader-within-bounds = todas las hojas del libro dentro de los límites
reader-one-not = una que no lo está
reader-repetitions = un número de repeticiones
reader-xml = XML bien formado
reader-part-unread = una parte que no se puede leer hasta el final
reader-bad-xml = XML mal formado
reader-number-cell = un número en una celda guardada como número
reader-dimension = un rango en la dimensión de la hoja
reader-rows-ordered = filas numeradas en orden ascendente
reader-cells-ordered = celdas en orden ascendente dentro de su fila
reader-merged-range = un rango de celdas combinadas
reader-json-pointer = no es un puntero JSON: se esperaba un texto vacío o uno que empiece con "/", se encontró { $a }

# Archivos y sus huellas.

reader-not-found = no encontrado
reader-missing-files = faltan archivos necesarios: { $a }
reader-other-digest = se esperaba la huella { $a }, se encontró { $b }
reader-digest-length = sha256: se esperaban 64 dígitos hexadecimales, se encontraron { $a } caracteres
reader-digest-digit = sha256: se esperaba un dígito hexadecimal en el carácter { $a }, se encontró { $b }
reader-regular-file = se esperaba un archivo normal
reader-no-folder = se esperaba al menos una carpeta, no se encontró ninguna
reader-too-many = más de 4.294.967.294 { $p }, o más de 4 GiB de su texto
reader-stations = mesas
reader-places = centros de votación
reader-divisions = divisiones
reader-source-files = archivos de una fuente
reader-width = una fila de la fuente { $a } tiene { $b } celdas, se esperaban { $c }
reader-not-built = no se puede construir la elección simulada: { $p }

# En qué difieren las carpetas que se unen.

reader-hierarchies = jerarquías
reader-contests = contiendas
reader-of-contest = contienda { $a }: { $p }
reader-name-round = nombre, vuelta y contienda anterior
reader-rule = regla
reader-capacity = capacidad
reader-options = opciones
reader-tickets = tarjetas
reader-registers = registros
reader-of-source = fuente { $a }
reader-of-declaration = declaración { $a }
reader-of-register = registro { $a }

# La descripción de una elección: tipos.

reader-nothing = nada
reader-both = ambos
reader-neither = ninguno de los dos
reader-again = otra vez
reader-again-data = { $a } otra vez
reader-of-two = { $a } de dos
reader-two = dos
reader-one = uno
reader-text = texto
reader-some-text = un texto no vacío
reader-line = un texto de 1 a 200 caracteres en una línea
reader-address = dirección de una carpeta de 200 caracteres como máximo, como `https://results.example/site/`
reader-table = una tabla
reader-tables = una lista de tablas
reader-true-false = true o false
reader-integer-from = un entero desde { $a }
reader-integer-between = un entero de { $a } a { $b }
reader-one-of = uno de { $a }
reader-list-of = una lista de: { $p }
reader-one-key = una de las claves { $a }
reader-unknown-key = la clave desconocida { $a }
reader-code = de 1 a 64 caracteres de A-Z a-z 0-9 . _ -
reader-date = una fecha como "2024-07-28"
reader-date-unknown = una fecha como "2024-07-28", o "unknown"
reader-moment = una fecha, o una hora con su diferencia horaria como "2024-07-29T00:12:00-04:00"
reader-percent = un porcentaje entre 0 y 100 tal como se publicó, entre comillas, como "96.87"
reader-sha256 = 64 dígitos hexadecimales en minúsculas
reader-inside = una ruta dentro de la carpeta, con / entre sus partes, fuera de sealed/
reader-share = una fracción entre 0 y 1 como "1/2"
reader-each-key = cada clave una vez
reader-each-table = cada tabla una vez
reader-quoted-date = las fechas entre comillas: { $a }
reader-bare-date = una fecha sin comillas

# La descripción de una elección: texto que no es TOML.

reader-toml = TOML
reader-instead = { $p } en lugar de { $q }
reader-the-character = el carácter { $a }
reader-character-in-text = el carácter { $a } dentro de un texto
reader-escape = una secuencia de escape desconocida, { $a }
reader-escape-value = una secuencia de escape que no es ningún carácter
reader-text-open = un texto sin comillas de cierre
reader-bad-number = un número que no se puede leer
reader-end-in-value = un final dentro de un valor
reader-nesting = demasiados niveles de anidamiento
reader-bare-text = un texto sin comillas
reader-long-key = una clave de varias líneas
reader-table-as-array = una tabla definida otra vez como lista
reader-key-in-value = una clave dentro de algo que no es una tabla
reader-unreadable-line = algo que no se puede leer
reader-toml-whitespace = espacio
reader-toml-newline = un fin de línea
reader-toml-end = el final
reader-toml-comment = un comentario
reader-toml-equals = un signo igual
reader-toml-period = un punto
reader-toml-a-comma = una coma
reader-toml-colon = dos puntos
reader-toml-plus = un signo más
reader-toml-left-brace = una llave de apertura
reader-toml-right-brace = una llave de cierre
reader-toml-left-bracket = un corchete de apertura
reader-toml-right-bracket = un corchete de cierre
reader-toml-long-text = un texto de varias líneas
reader-toml-quoted-text = un texto entre comillas
reader-toml-bare-word = una palabra sin comillas
reader-toml-table-key = la clave de una tabla

# La descripción de una elección: lo que va junto.

reader-id-none = el identificador de { $p }, y no hay ninguno
reader-id-of = el identificador de { $p }: { $a }
reader-an-option = una opción
reader-a-ticket = una tarjeta
reader-a-contest = una contienda
reader-other-contest = otra contienda
reader-a-hierarchy = una jerarquía
reader-first-hierarchy = la primera jerarquía
reader-earlier = una declaración anterior
reader-option-or-group = una opción o un grupo de esta declaración
reader-a-source = una fuente, "none" o "unknown"
reader-ticket-or-field = una tarjeta, un campo o "ignore"
reader-ticket-or-option = una tarjeta, o una opción con una sola tarjeta
reader-one-level = al menos un nivel
reader-level-once = cada nivel una vez
reader-name-twice = un nombre dos veces
reader-one-contest = al menos una contienda
reader-one-option = al menos una opción
reader-one-file = al menos un archivo
reader-one-column = al menos una columna
reader-own-id = un identificador propio
reader-ticket-of-one = una tarjeta de una sola opción
reader-one-ticket = al menos una tarjeta por opción
reader-only-beside = solo { $a } junto a kind = { $b }
reader-key-beside = la clave { $a } junto a kind = { $b }
reader-most-winners = a lo sumo tantos ganadores como opciones: { $a }
reader-maximum = la clave maximum junto a rule = "legal-maximum"
reader-no-maximum = maximum solo junto a rule = "legal-maximum"
reader-only-in-group = options solo en un grupo
reader-group-options = las opciones del grupo
reader-option-group = option o group, uno de los dos
reader-votes-percent = votes o percent
reader-option-once = cada opción una vez
reader-option-once-group = cada opción una vez, sola o en un grupo
reader-codes-down = de 1 a { $a } códigos desde el nivel más amplio
reader-columns-down = de 1 a { $a } columnas, una por nivel desde el más amplio
reader-as-many-names = tantos nombres como códigos: { $a }
reader-sum = una suma como "options + invalid = ballots" de options, registered, issued, voters, ballots, valid, invalid, blank, con options una vez
reader-number-source = una fuente de este número: una clave source a su lado, o {"{"} value, source {"}"}
reader-name-beside-path = ni name ni address junto a una ruta de la carpeta
reader-name-beside-digest = un name junto a sha256, para mostrarlo y reconocer el formato
reader-plain-name = un nombre de archivo sin carpetas
reader-a-path = una ruta
reader-path-or-digest = path o sha256, uno de los dos
reader-chain-ends = una cadena de fuentes que termine
reader-circle = un círculo
reader-column-of = una columna para { $a }
reader-not-in-columns = ninguna en columns
reader-row-per-station = una fila por mesa
reader-document-pattern = un patrón para los nombres de los documentos, como "{"{"}code:13{"}"}.json"
reader-pattern = un patrón
reader-brace = llave sin pareja en el carácter { $a }, se esperaba {"{"}name{"}"} o {"{"}name:length{"}"}
reader-hole-name = el nombre de un hueco está vacío o aparece dos veces: { $a }
reader-hole-length = longitud de un hueco: se esperaba un entero de 1 a 255, se encontró { $a }
reader-hole-open = el hueco { $a } no tiene longitud y otro le sigue de inmediato
reader-column-or-constant = una columna o una constante, no ambas
reader-column-values = una columna { $a } para values.{ $b }
reader-key-long = la clave { $a } para layout = "long"
reader-only-long = { $a } solo con layout = "long"
reader-votes-columns = columnas con los votos
reader-either = { $a } o { $b }, uno de los dos
reader-role-alone = columnas { $a } sin otra función
reader-private-alone = una columna privada sin otra función
reader-ticket-column = una columna por tarjeta
reader-own-column = una columna propia

# La descripción de una elección: qué son sus claves.

reader-version = versión de este formato
reader-day = la jornada electoral
reader-voted-on = qué se vota
reader-id-in-links = identificador corto, usado en nombres de archivo y enlaces
reader-any-name = nombre como dato, en cualquier idioma
reader-vote-day = día de la votación
reader-publisher-name = una organización o un cargo, como se publica
reader-publisher-contact = dónde se reciben respuestas, como se publica: una dirección web, de correo electrónico o postal
reader-iso = código ISO 3166
reader-short-id = identificador corto
reader-levels = nombres de los niveles desde el más amplio
reader-name-as-data = nombre como dato
reader-who-wins = quién gana
reader-holds = votos que caben en una mesa sin acta
reader-can-win = qué puede ganar, en el orden de la boleta
reader-the-rule = la regla
reader-ceiling = de dónde viene el tope
reader-receives = la opción que recibe sus votos
reader-counts = qué cuenta
reader-the-number = el número
reader-about-contest = ¿se refiere a esta contienda?
reader-as-printed = el número tal como se publicó
reader-who-prints = quién lo publica
reader-came-here = cómo llegó aquí
reader-its-files = sus archivos
reader-roles = funciones: la lista de lo que se permite leer
reader-supplied = quién lo aportó, a grandes rasgos
reader-campaign = opciones cuya campaña lo aportó
reader-publication = de qué publicación, o "unknown"
reader-when = cuándo, o "unknown"
reader-which-role = con qué función, nunca por quién, o "unknown"
reader-how = cómo, o "unknown"
reader-on-what = en qué soporte, o "unknown"
reader-licence = licencia de los datos, o "unknown"
reader-made-from = fuente de la que se hizo, "none" o "unknown"
reader-since = qué se le hizo desde entonces, o "unknown"
reader-own-hierarchy = la primera jerarquía
reader-codes-of-levels = códigos desde el nivel más amplio
reader-columns-of-levels = columnas de códigos desde el nivel más amplio
reader-column-roles = funciones de las columnas
reader-votes-per = votos por opción o grupo
reader-a-sum = una suma como "options + invalid = ballots"
reader-who-declared = quién declaró
reader-declared-when = cuándo
reader-how-final = cuán definitiva dice ser

# Columnas que propone `new --from`.

reader-read-so = se leyó así: { $p }
reader-key = clave: { $a }
reader-no-key = ninguna combinación de columnas distingue todas las filas: revise la clave, o las filas repetidas
reader-adds-up = { $a } columnas suman { $b } en { $c } de { $d } filas: votos y votos válidos
reader-no-sum = ningún grupo de columnas seguidas suma otra: las columnas de votos son una conjetura a partir de las que quedan
reader-sum-holds = { $a } en { $b } de { $c } filas

# Planes de elecciones simuladas.

reader-plan = no se puede simular el plan: { $a }
reader-plan-stations = mesas: se esperaba de 1 a { $a }, se encontró { $b }
reader-plan-options = opciones: se esperaba de 2 a { $a }, se encontró { $b }
reader-plan-weights = pesos: se esperaban { $a }, uno por opción, se encontraron { $b }
reader-plan-zero = pesos: se esperaban números mayores que 0, se encontró 0 en la opción { $a }
reader-plan-turnout = participación: se esperaba de 1% a 99%, se encontró { $a }
reader-plan-spoilt = votos nulos y en blanco: se esperaba a lo sumo 50% en conjunto, se encontró { $a } y { $b }
reader-plan-kappa = kappa: se esperaba de 1 a 1000000, se encontró { $a }
reader-plan-missing = actas que faltan: se esperaba a lo sumo 100% en conjunto, se encontró { $a } y { $b } retenidas
reader-plan-repeats = repeticiones: se esperaba a lo sumo { $a }, el número de mesas, se encontró { $b }
reader-plan-bulletin = boletín: se esperaba al menos una mesa y menos de 100%, se encontró { $a }
reader-plan-share = se esperaba un porcentaje entre 0 y 100 con cuatro decimales a lo sumo, se encontró { $a }

# Direcciones de proxies.

reader-proxy-scheme = proxy: se esperaba una dirección que empiece con socks5h://, socks4a://, http:// o https://
reader-proxy-host = proxy: se esperaba un servidor sin espacios después del esquema

# Conexiones.

reader-connections-not-allowed = no se permitieron conexiones
reader-build-without-network = se esperaba una versión con la función `network`, se encontró una sin ella
reader-status = se esperaba el estado 200 o 404, se encontró { $a }
reader-redirection = se esperaba una respuesta, se encontró una redirección (estado { $a }), que no se sigue
reader-body-encoding = se esperaba un cuerpo simple o gzip, se encontró la codificación { $a }
