# Lo que dicen de sí mismos los registros, asientos, paquetes y claves, en palabras de sus lectores.
#
# Como en readers.ftl, el texto inglés es el patrón. Además de $p y $q, que son una frase, $r, $s y $t
# son una frase si lo es, si no un dato; y $n y $m son dígitos.

# Lugares en un archivo.

reader-line-n = línea { $n }
reader-line-column-n = línea { $n }, columna { $m }
reader-row-n = fila { $n }
reader-file-row-n = { $a }, fila { $n }
reader-text-byte-n = byte { $n } del texto
reader-entry-n = asiento { $n }
reader-entry-place = asiento { $n }: { $r }
reader-line-place = línea { $n }: { $r }
reader-entry-of-bundle = asiento { $n } del grupo
reader-entry-of-batch = asiento { $n } del lote
reader-range = de { $n } a { $m }
reader-source-of = fuente { $a }, { $b }
reader-declaration-part = declaración { $a }, una división
reader-contest-rule = contienda { $a }: regla
reader-finding-of = hallazgo { $a }
reader-finding-argument = hallazgo { $a }, { $b }

# Lo que se esperaba y lo que se encontró.

reader-expected = se esperaba { $p }, se encontró { $r }
reader-expected-at = { $r }: se esperaba { $p }, se encontró { $s }
reader-expected-only = se esperaba { $p }
reader-expected-form = se esperaba `{ $a }`
reader-at-line = { $p } en la línea { $a }, columna { $b }
reader-hash = el SHA-256 { $a }
reader-file-with-hash = un archivo con el SHA-256 { $a }
reader-file-of-bytes = un archivo de a lo sumo { $a } bytes
reader-bytes-with-hash = { $n } bytes con { $a }
reader-other-bytes = otros bytes
reader-cells = { $n } celdas
reader-random = el sistema operativo no dio bytes al azar: { $r }
reader-workbook-failed = libro de cálculo: { $r }

# Claves.

reader-key-name = se esperaba un nombre de clave sin espacios, `+` ni caracteres de control, se encontró { $a }
reader-key-form = se esperaba una clave pública `NAME+ID+BASE64`, se encontró { $a }
reader-key-types = { $r }: se esperaba una clave del tipo 0x01 o 0x04, se encontró { $b }
reader-key-id = { $r }: se esperaba el identificador de clave { $b }, se encontró { $c }
reader-key-point = { $r }: se esperaba una clave pública Ed25519 en forma canónica y que no sea de orden pequeño
reader-passphrase-empty = se esperaba una contraseña, se encontró una vacía
reader-key-demo = la clave de demostración, que no protege nada, no se escribe en un archivo
reader-key-demo-said = CLAVE DE DEMOSTRACIÓN: todos la conocen, así que sus firmas no prueban nada
reader-key-pem = se esperaba una clave privada cifrada en PEM, se encontró otra cosa: { $r }
reader-key-label = se encontró la etiqueta { $a }
reader-key-file-long = es demasiado largo
reader-passphrase-wrong = la contraseña no abre esta clave
reader-key-file-read = no se puede leer el archivo de la clave: { $r }
reader-key-file-write = no se puede escribir el archivo de la clave: { $r }

# Claves de recuperación y avisos de una clave perdida.

reader-recovery-quorum = se esperaba K de N claves, como 2of3, con K mayor que la mitad de N y N a lo sumo 16, se encontró { $a }
reader-recovery-line = política de recuperación, línea { $a }: se esperaba { $p }, se encontró { $r }
reader-recovery-twice = política de recuperación: se esperaban claves distintas, se encontró { $a } dos veces
reader-recovery-few = se esperaban las firmas de { $a } claves de recuperación, se encontraron { $b }
reader-recovery-title = su título
reader-recovery-origin = el origen de un registro
reader-recovery-a-quorum = un quórum
reader-recovery-key = la clave pública de una clave de recuperación
reader-nothing-more = nada más
reader-recovery-number = se esperaban de 1 a { $a } claves de recuperación, se encontraron { $b }
reader-recovery-threshold = se esperaba un mínimo de firmas de 1 a { $a }, se encontró { $b }
reader-recovery-type = se esperaban claves de recuperación del tipo 0x01, se encontró otra: { $a }
reader-recovery-same = la clave pública de { $a } está dos veces
reader-recovery-key-bad = clave de recuperación { $a }: { $r }
reader-recovery-signed = se esperaba que firmaran { $a } claves de recuperación, se encontraron { $b }
reader-no-recovery = el registro no nombra claves de recuperación en sus primeros { $a } asientos
reader-notice = el aviso: { $r }
reader-notice-lines = se esperaban cinco líneas, cada una con un salto de línea al final
reader-notice-line = se esperaba `{ $a }` en la línea { $b }, se encontró { $c }
reader-notice-next-key = se esperaba un sucesor con otro nombre y otra clave, se encontró { $a }
reader-notice-origin = se esperaba una firma del registro { $a }, se encontró una de { $b }
reader-notice-successor = se esperaba el sucesor { $a }, se encontró { $r }
reader-notice-root = se esperaba la raíz { $a } con { $b } asientos, como en el aviso, se encontró { $c }
reader-not-a-successor = el registro que ha de continuar al otro ya tiene asientos propios, desde el { $a }
reader-notice-manifest = { $r }: se esperaba el manifiesto con el SHA-256 { $b }, no hay ninguno o es otro

# Notas firmadas y firmas del registro.

reader-note-long = se esperaba una nota de a lo sumo { $a } bytes, se encontraron { $b }
reader-utf-8-at = se esperaba UTF-8, se encontró otro byte en la posición { $a }
reader-note-control = no se esperaban caracteres de control salvo saltos de línea, se encontró { $a } en la posición { $b }
reader-note-end = se esperaba un salto de línea al final
reader-note-separator = se esperaba una línea vacía entre el texto y sus firmas
reader-note-line = se esperaba `{ $a }NAME BASE64` en la línea { $b }, se encontró { $c }
reader-note-many = se esperaban a lo sumo { $a } firmas
reader-log-note-unsigned = ninguna clave conocida firmó la nota
reader-log-signature = la firma de { $a } (clave { $b }) no vale
reader-note-repeated = { $a } (clave { $b }) firma la nota más de una vez
reader-note-ambiguous = dos de las claves dadas son { $a } (clave { $b })
reader-checkpoint = la firma del registro: { $r }
reader-checkpoint-lines = se esperaban tres líneas, cada una con un salto de línea al final
reader-checkpoint-origin = se esperaba un origen en la línea 1, se encontró una línea vacía
reader-checkpoint-size = se esperaba un tamaño de hasta { $a } sin ceros a la izquierda en la línea 2, se encontró { $b }
reader-checkpoint-hash = se esperaban 32 bytes en base64 en la línea { $a }, se encontró { $b }
reader-checkpoint-extension = se esperaba una extensión en la línea { $a }, se encontró una línea vacía
reader-checkpoint-empty = se esperaba la raíz de un árbol vacío para el tamaño 0, se encontró { $a }
reader-checkpoint-key = se esperaba una clave con el nombre { $a }, se encontró { $b }
reader-log-unsigned = ninguna clave conocida del registro { $a } firmó
reader-cosignature-time = se esperaba una hora de a lo sumo { $a } segundos, se encontró { $b }
reader-hash-digits = se esperaban 64 dígitos hexadecimales en minúsculas, se encontró { $a }
reader-field-zero = se esperaba un nombre de campo sin bytes cero, se encontró { $a }

# Políticas.

reader-policy-long = se esperaba una política de a lo sumo { $a } bytes, se encontraron { $b }
reader-policy-control = no se esperaban caracteres de control salvo tabuladores y saltos de línea, se encontró { $a }
reader-policy-end = se esperaba un salto de línea al final de la última línea
reader-policy-keyword = se esperaba `log`, `witness`, `group` o `quorum`, se encontró { $a }
reader-policy-key-type = se esperaba una clave del tipo { $a }, se encontró { $b }
reader-policy-same-key = la clave pública ya está en la línea { $a }
reader-policy-name-taken = el nombre { $a } ya está en uso
reader-policy-undefined = se esperaba el nombre de un testigo o grupo definido más arriba, se encontró { $a }
reader-policy-member = { $a } ya es miembro de un grupo
reader-policy-threshold = se esperaba `all`, `any` o un número de 1 a { $a }, se encontró { $b }
reader-policy-second = el quórum ya se indica en la línea { $a }
reader-policy-no-quorum = se esperaba una línea `quorum NAME` o `quorum none`, no hay ninguna
reader-policy-many = se esperaban a lo sumo { $a } líneas de este tipo
reader-quorum = no se alcanza el quórum { $a }: confirmaron { $b } de los { $c } testigos conocidos

# Pruebas, bloques y árboles.

reader-proof-size = se esperaba un tamaño de a lo sumo { $a }, se encontró { $b }
reader-proof-index = se esperaba una posición menor que el tamaño { $a }, se encontró { $b }
reader-proof-shrinks = se esperaba un árbol de al menos { $a } asientos, se encontraron { $b }
reader-proof-length = se esperaban { $a } resúmenes en la prueba, se encontraron { $b }
reader-proof-root = la prueba lleva a otra raíz: se esperaba { $a }, se encontró { $b }
reader-proof-later-root = la prueba lleva a otra raíz del árbol posterior: se esperaba { $a }, se encontró { $b }
reader-proof-unread = no se pudo leer un resumen que la prueba necesita: { $r }
reader-proof-long = se esperaba un archivo de prueba de a lo sumo { $a } bytes, se encontraron { $b }
reader-proof-header = se esperaba `{ $a }` en la línea 1, se encontró { $b }
reader-proof-extra = se esperaba base64 después de `extra` en la línea 2, se encontró { $a }
reader-proof-index-line = se esperaba `index N`, con N sin ceros a la izquierda, se encontró { $a }
reader-proof-hashes = se esperaban a lo sumo { $a } resúmenes
reader-proof-separator = se esperaba una línea vacía antes de la firma del registro
reader-proof-entry = el asiento: { $r }
reader-tile-bytes = { $r }: se esperaban { $b } bytes, se encontraron { $c }
reader-bytes-found = se esperaban { $a } bytes, se encontraron { $b }
reader-tile-level = se esperaba un nivel de 0 a { $a }, se encontró { $b }
reader-tile-width = se esperaba un ancho de 1 a { $a }, se encontró { $b }
reader-tile-path = se esperaba `tile/LEVEL/INDEX` o `tile/entries/INDEX`, con `.p/WIDTH` si es parcial, se encontró { $a }
reader-tree-full = el árbol está lleno: { $a } asientos
reader-tree-edge = se esperaban { $a } resúmenes en el borde derecho de un árbol de { $b }, se encontraron { $c }
reader-tree-no-subtree = el árbol no tiene un subárbol { $a } completo de 2^{ $b } hojas
reader-tree-none = un árbol de { $a } asientos no tiene un subárbol { $b } completo de 2^{ $c } hojas
reader-entry-long = se esperaba un asiento de a lo sumo { $a } bytes, se encontraron { $b }
reader-entry-bytes = { $r }: se esperaban { $a } bytes más, se encontraron { $b }
reader-bundle-entries = se esperaban { $a } asientos en el grupo, se encontraron { $b }

# Almacenes.

reader-store-open-bundle = no se puede abrir el paquete: { $r }
reader-store-open-seen = no se puede abrir la carpeta de lo visto: { $r }
reader-store-open-private = no se puede abrir el estado privado: { $r }
reader-store-private = el estado privado
reader-store-bundle = el paquete
reader-store-seen = la carpeta de lo visto
reader-store-open = no se puede abrir { $r }: { $s }
reader-store-read = no se puede leer { $r }: { $s }
reader-store-write = no se puede escribir { $r }: { $s }
reader-store-replace = no se puede reemplazar { $r }: { $s }
reader-store-delete = no se puede borrar { $r }: { $s }
reader-store-list = no se puede enumerar { $r }: { $s }
reader-store-full = no queda espacio
reader-store-denied = no hay permiso
reader-store-device = el dispositivo falla: { $r }
reader-store-exists = no se esperaba ningún objeto con este nombre, se encontró uno
reader-store-differs = se esperaban los mismos bytes o ninguno, se encontraron otros
reader-store-changed = se esperaba el contenido visto antes, se encontró otro; alguien más escribe aquí
reader-store-large = se esperaban a lo sumo { $a } bytes, se encontraron más
reader-store-long = se esperaban a lo sumo { $a } bytes, se encontraron { $r }
reader-store-no-file = se esperaba un archivo común, se encontró otra cosa
reader-store-locked = otro proceso lo tiene bloqueado
reader-store-exposed = se esperaba una carpeta donde solo entra su dueño (modo 0700), se encontró el modo { $a }
reader-store-nested = se esperaba que estuviera fuera del paquete, y el paquete fuera de él
reader-store-unconditional = el almacén aceptó una escritura cuya condición no se cumplía, así que dos escritores podrían bifurcar el registro
reader-store-says = el servidor dice: { $a }
reader-store-no-list = los servidores web no enumeran nombres
reader-object-path = ruta de objeto { $a }: se esperaban partes de letras, dígitos, '.', '_' y '-' unidas por '/', ninguna vacía ni con un punto al comienzo, a lo sumo 512 bytes
reader-remote-scheme = se esperaba una carpeta, o una dirección que empiece con http:// o https://, se encontró { $a }
reader-remote-address = se esperaba una dirección sin `?`, `#`, espacios ni nombre de usuario, se encontró { $a }

# El registro en su carpeta y su estado privado.

reader-log-missing = falta { $a }
reader-file-missing = { $r }: falta
reader-missing = falta
reader-check-root = se esperaba la raíz { $a }, a la que llevan los { $b } asientos, se encontró { $c }
reader-check-entry = el asiento { $a } del grupo tiene el resumen { $b }, se esperaba { $c } como está en { $d }
reader-check-leaf = el resumen { $a } es { $b }, se esperaba { $c }, el del asiento que está en { $d }
reader-check-upper = el resumen { $a } es { $b }, se esperaba { $c }, la raíz de { $d }
reader-check-path = se esperaba la ruta de un bloque o de un grupo de asientos
reader-check-stray = no es parte de un registro de { $a } asientos
reader-check-partial = se esperaba el comienzo de { $a }, se encontraron otros bytes
reader-fsck-no-head = el estado privado no tiene cabeza
reader-head-unsigned = la cabeza no es una firma del registro hecha con esta clave: { $r }
reader-fsck-unsigned = no es una firma del registro hecha con esta clave: { $r }
reader-public-unsigned = checkpoint no está firmado con esta clave: { $r }
reader-fsck-missing = falta; al abrir el registro se publica de nuevo
reader-fsck-behind = tiene { $a } asientos, la cabeza solo { $b }: la cabeza volvió a un estado anterior o es otra
reader-fsck-ahead = tiene { $a } asientos, la cabeza { $b }: un lote está sin terminar, al abrir el registro se termina
reader-fsck-forked = tiene otra raíz con { $a } asientos que el registro: el registro se bifurcó
reader-open-none = aquí todavía no hay ningún registro
reader-open-exists = no se esperaba ni cabeza ni firma pública, se encontró una; un registro se empieza una sola vez
reader-open-no-head = el paquete tiene una firma, pero el estado privado no tiene cabeza; seguir escribiendo sin ella podría bifurcar el registro
reader-open-behind = la firma pública tiene { $a } asientos, la cabeza solo { $b }; la cabeza volvió a un estado anterior o es otra, y seguir escribiendo bifurcaría el registro
reader-open-forked = la firma pública de { $a } asientos tiene otra raíz que el registro en ese tamaño: el registro se bifurcó
reader-open-incomplete = el registro de { $a } asientos no puede continuarse: { $r }
reader-edge-root = los bloques del borde derecho dan la raíz { $a }, la cabeza tiene { $b }
reader-edge-entry = { $r }: el asiento { $b } tiene el resumen { $c }, en { $d } está { $e }
reader-batch-empty = se esperaba un lote con asientos, no hay ninguno
reader-batch-large = se esperaba un lote de a lo sumo { $a } bytes, se encontraron { $b }
reader-batch-entry = { $r }: se esperaban a lo sumo { $a } bytes, se encontraron { $s }
reader-log-full = el registro está lleno
reader-batch-other-text = se esperaban firmas de lo que ahora firma el registro, se encontró una nota con otro texto
reader-batch-retry = el lote no se incorporó y puede agregarse otra vez: { $r }
reader-batch-other-writer = otro escritor hizo avanzar el registro; este se detuvo, y su lote no está en el registro: { $r }
reader-batch-unknown = no se sabe si el lote se incorporó; para saberlo, abra el registro de nuevo: { $r }
reader-batch-unfinished = el lote se incorporó, pero falló { $r }; para terminarlo, abra el registro de nuevo: { $s }
reader-batch-stopped = el escritor se detuvo tras un error irrecuperable; abra el registro de nuevo
reader-step-head = el cambio de la cabeza
reader-step-tiles = la escritura de sus bloques
reader-step-checkpoint = la publicación de su firma

# Seguir, copiar y confirmar un registro.

reader-follow-broken = los bloques no llevan ni de los { $a } asientos vistos antes ni de otros a la raíz firmada de { $b } asientos
reader-follow-unread = no se puede mostrar que continúe los { $a } asientos vistos antes: { $r }
reader-mirror-other-log = se esperaba una copia de { $a } o una carpeta vacía, se encontró una copia de { $b }
reader-mirror-unknown = checkpoint: se esperaba uno firmado por un registro de la política, se encontró otro archivo
reader-mirror-newer = se esperaba una carpeta con a lo sumo { $a } asientos, se encontraron { $b }
reader-mirror-too-much = la copia necesita más de { $a } bytes; con un límite mayor sigue donde estaba
reader-mirror-lacks = el otro lado no lo tiene
reader-mirror-json = se esperaba un objeto JSON, se encontró otra cosa
reader-mirror-no-reason = se esperaba el archivo o un asiento que diga por qué se quitó, no hay ninguno de los dos
reader-mirror-opening = se esperaba a su lado lo que abre su compromiso, se encontró otro archivo
reader-mirror-commitment = se esperaba un archivo del compromiso { $a }, se encontró uno de { $b }
reader-witness-no-logs = se esperaba una política con al menos un registro que vigilar, no hay ninguno
reader-witness-log-key = la clave pública de { $a } es también la de un registro de la política
reader-witness-declines = el testigo se niega (estado { $a }): { $r }
reader-witness-ahead = { $r }: el testigo tiene { $b } asientos de este registro, se esperaban a lo sumo { $c }
reader-witness-refuses = { $s }: el testigo se niega (estado { $b }): { $r }
reader-witness-other-key = { $r }: se esperaba una confirmación de { $b }, no hay ninguna
reader-witness-restless = { $r }: el tamaño que tiene el testigo cambió { $b } veces
reader-witness-other-text = se esperaban firmas de lo que ahora es público, se encontraron las de otra cosa
reader-witness-no-note = checkpoint: se esperaba una nota firmada, no hay ninguna
reader-witness-origin = aquí no se conoce ese origen
reader-witness-known = aquí no se conoce el origen { $a }
reader-witness-store = el testigo no puede guardar su respuesta
reader-witness-unwatched = aquí no se vigila ese origen
reader-witness-nothing = todavía no se confirmó nada de ese origen
reader-request-large = se esperaba una petición de a lo sumo { $a } bytes
reader-request-long = se esperaba una petición de a lo sumo { $a } bytes, se encontraron { $b }
reader-request-old = se esperaba `old SIZE`, con SIZE sin ceros a la izquierda, en la línea 1, se encontró { $a }
reader-request-beyond = se esperaba un tamaño anterior de a lo sumo { $a }, se encontró { $b }
reader-request-conflict = se esperaba el tamaño anterior { $a }, se encontró { $b }

# Asientos: bytes.

reader-problem-utf-8-byte = otro byte en la posición { $a }
reader-json-end = el final del asiento
reader-json-character = { $a } en el byte { $n }
reader-json-no-space = ningún espacio
reader-json-space = un espacio en el byte { $a }
reader-json-levels = a lo sumo { $a } niveles
reader-json-yes = "yes" o nada
reader-json-value = un valor de JSON
reader-json-integer = un entero entre -(2^53 - 1) y 2^53 - 1 sin ceros a la izquierda
reader-json-comma = una coma o { $a }
reader-json-key = una clave
reader-json-colon = dos puntos
reader-json-order = claves en el orden de sus bytes
reader-json-after = "{ $a }" después de "{ $b }"
reader-json-string-end = el final de una cadena
reader-json-string = una cadena de JSON
reader-json-escapes = solo los escapes que hacen falta
reader-json-normal = texto en la forma normal C
reader-json-list = una lista de { $a }
reader-json-other = una fracción o un valor lógico

# Asientos: lo que contienen.

reader-entry-writable = un dato que se pueda escribir
reader-bytes-of-kind = { $n } bytes del tipo { $a }
reader-entry-not-canonical = otros bytes que los canónicos
reader-entry-reply = una respuesta vacía o demasiado larga
reader-entry-publisher = quien publica, fuera de los límites
reader-entry-of-log = un asiento del registro
reader-entry-kind = el tipo desconocido { $a }
reader-correction-twice = una corrección de una corrección
reader-correction-none = una corrección de ningún asiento
reader-entry-record = un asiento del conjunto de datos
reader-an-entry = un asiento
reader-path-of-site = una ruta del sitio
reader-a-kind = un tipo
reader-a-key = una clave "{ $a }"
reader-key-in-part = una clave "{ $a }" en la parte 1
reader-object-named = un objeto ({ $a })
reader-entry-unknown-key = una clave desconocida
reader-count-null = una cantidad de hasta { $a }, o null
reader-count-null-or = una cantidad de hasta { $a }, null o "{ $b }"
reader-argument = un entero, un texto, textos, {"{"}"real": texto{"}"} o {"{"}"share": texto{"}"}
reader-shape-date = una fecha como `2024-07-28`
reader-shape-moment = una fecha, o una hora con su diferencia horaria
reader-shape-percent = un porcentaje como se publicó, por ejemplo `96.87`
reader-shape-real = un número de 0 a 1 con a lo sumo 10 cifras significativas
reader-shape-reply = un texto de 1 a 4.000 caracteres
reader-shape-publisher = un texto de 1 a 600 caracteres
reader-shape-folder = dirección de una carpeta en la red, de 200 caracteres como máximo
reader-counts-object = un objeto con cantidades
reader-not-on-form = un campo que no está en el formulario se deja fuera
reader-number-most = un número de a lo sumo { $a }
reader-number-from = un número desde { $a }
reader-digest = un resumen SHA-256
reader-twice = "{ $a }" dos veces
reader-rules = plurality, majority o threshold
reader-another-rule = otra regla
reader-codes-normal = códigos que difieran en la forma normal C
reader-divisions-of = divisiones de { $a }
reader-salted = un compromiso con sal, porque ninguna autoridad publicó el archivo
reader-each-source = cada fuente una vez
reader-each-station = cada mesa una vez
reader-each-place = cada centro una vez
reader-each-part = cada parte una vez
reader-each-contest = cada contienda una vez
reader-each-declaration = cada declaración una vez
reader-one-again = una otra vez
reader-can-hold = lo que cabe en un conjunto de datos
reader-a-record = un asiento de datos
reader-of-another = { $n } es de otro tipo o clave
reader-same-record = un asiento de este tipo y clave
reader-that-of-entry = el del asiento { $a }
reader-step-next = { $a }, el número del paso siguiente de esta auditoría
reader-step-first = un compromiso como primer paso de una auditoría
reader-step-another = otro paso
reader-step-one = un solo compromiso en una auditoría
reader-step-second = un segundo
reader-step-constant = la fuente, los ganadores, el método y los eslabones de los pasos anteriores
reader-id-of-source = el identificador de una fuente
reader-id-of-contest = el identificador de una contienda
reader-id-of-option = el identificador de una opción
reader-id-of-hierarchy = el identificador de una jerarquía
reader-id-of-declaration = el identificador de una declaración
reader-an-id = un identificador de 1 a 64 caracteres de A-Z a-z 0-9 . _ -
reader-no-field = ningún campo que la fuente { $a } no tenga
reader-ticket-votes = { $a } cantidades de votos, una por tarjeta
reader-votes-of = { $n } cantidades de votos
reader-canonical-station = un identificador canónico de mesa
reader-listed-only = números de la lista oficial solo donde esta tiene la mesa
reader-division-codes = códigos de una división, ninguno vacío
reader-own-record = una mesa con un asiento propio
reader-entry-here = un asiento de este registro
reader-record-each = tantos asientos como { $r }: { $a }
reader-places-word = centros
reader-kind-election = un asiento del tipo election
reader-ballot-size = de 1 a 65.534 opciones y a lo sumo otras tantas tarjetas
reader-and = { $n } y { $m }
reader-none-for = ninguna para { $a }
reader-every-ticket = una tarjeta para cada opción
reader-capacity-rule = una regla de capacidad, con un máximo donde es legal-maximum
reader-outcome-rule = una regla de resultado con los números que necesita
reader-option-alone = una opción sin grupo
reader-leaf-before = una hoja anterior a la { $a }
reader-superseded = el asiento { $a } ya la reemplaza
reader-leaf-holds = una hoja que siga vigente
reader-file-or-commitment = file y sha256, o commitment
reader-other-choice = otra elección
reader-from-private = from-private: de lo que se puede recalcular no se da fe

# Publicar, y lo que se sigue de los asientos.

reader-records-unpublished = { $a } datos no se pueden publicar; el primero: { $r }
reader-collection-closed = la recolección terminó; { $a } datos nuevos no se pueden publicar
reader-audit-rewritten = auditoría { $a }: se esperaba el paso { $b } que tiene el registro, se encontró otro o ninguno
reader-entries-unread = { $a } asientos no se pueden leer de nuevo; el primero: { $r }
reader-report-json = el informe en JSON: { $r }
reader-report-page = una página del informe: { $r }
reader-state-failed = publication.json en el estado privado: { $r }
reader-state-form = publication.json en el estado privado: se esperaba la forma documentada, se encontró: { $r }
reader-state-missing = publication.json en el estado privado: se esperaba el archivo que escribió una ejecución anterior, y no está
reader-schema = el esquema { $a }
reader-no-release = se esperaba un paquete con una publicación, no hay ninguna
reader-no-finding = finding: se esperaba la clave de un hallazgo del informe publicado, se encontró { $a }
reader-no-finding-near = finding: se esperaba la clave de un hallazgo del informe publicado, se encontró { $a }; de esta regla hay { $b }
reader-no-option = aligned-with: se esperaba el identificador de una opción, se encontró { $a }
reader-no-salt = { $r }: se esperaba un archivo con el que el registro se comprometió con una sal de este estado, se encontró el SHA-256 { $b }
reader-no-commitment = commitment: se esperaba uno que tenga un asiento, se encontró { $a }
reader-unpack-none = el paquete no tiene ninguna publicación: falta latest.json
reader-unpack-digest = { $r }: se esperaba el SHA-256 { $b }, se encontró { $c }
reader-manifest-form = { $r }: se esperaba la forma documentada, se encontró: { $s }
reader-manifest-canonical = { $r }: se esperaba la forma canónica, se encontró otro espaciado, orden o escritura
reader-manifest-schema = schema: se esperaba { $a }, se encontró { $b }
reader-manifest-role = { $r }: se esperaba la función { $b } de los archivos con esa ruta, se encontró { $c }
reader-manifest-order = files: se esperaban rutas relativas en orden ascendente y sin repetirse, se encontró { $a }
reader-inside-compressed = se esperaban a lo sumo { $a } bytes dentro del archivo comprimido, se encontraron más

# Llevar novedades.

reader-delta-gzip = las novedades: se esperaba un archivo gzip completo, se encontró: { $r }
reader-delta-large = las novedades: se esperaban a lo sumo { $a } bytes en su interior, se encontraron más
reader-delta-form = las novedades: se esperaba { $p }, se encontró otra cosa
reader-delta-untrusted = las novedades: su firma: { $r }
reader-delta-older = la firma anterior: { $r }
reader-delta-older-name = la firma anterior
reader-delta-itself = las novedades: { $r }
reader-delta-name = las novedades
reader-delta-log = se esperaba el registro { $a }, se encontró { $b }
reader-delta-size = se esperaba un paquete de { $a } a { $b } asientos, se encontraron { $c }
reader-delta-root = se esperaba la raíz { $a } con { $b } asientos, se encontró { $c }
reader-delta-object = { $r }: se esperaba solo lo que los asientos nombran, con su resumen
reader-delta-missing = { $r }: no se sigue de los asientos y no vino
reader-delta-fit = asientos que quepan en un registro
reader-delta-end = nada después de su final
reader-delta-header = un encabezado
reader-delta-version = un encabezado de esta versión
reader-delta-bytes = tantos bytes como dice su encabezado
reader-delta-whole = asientos enteros
reader-delta-count = tantos asientos como dice su encabezado

# Verificar: firmas, registro y avisos.

reader-verify-quorum = se esperaban confirmaciones que alcanzaran el quórum { $a }, se encontraron las de { $b } de { $c } testigos conocidos
reader-verify-seen-bad = la firma vista antes no se puede usar: { $r }
reader-verify-seen-log = se esperaba el registro { $a } que se vio antes, se encontró { $b }
reader-verify-seen-size = se esperaban al menos los { $a } asientos que se vieron antes, se encontraron { $b }
reader-verify-seen-fork = los primeros { $a } asientos no son los que se vieron antes: { $r }; las dos firmas del registro juntas son la prueba
reader-verify-unlisted = { $a } problemas más que no se enumeran
reader-verify-release-size = { $r }: se esperaba a lo sumo { $a }, se encontró { $b }
reader-verify-withheld-leaf = { $r }: se esperaba una hoja anterior a la { $a }, se encontró la { $b }
reader-verify-notice-place = { $r }: se esperaba justo después de los { $a } asientos que congela
reader-verify-successor = asiento { $a }: se esperaba un sucesor cuya clave nombre la política, se encontró { $b }
reader-verify-next = se esperaba un aviso cuyo sucesor sea { $a }, se encontró { $b }
reader-verify-no-next = el aviso no nombra ningún sucesor
reader-verify-frozen-root = se esperaba la raíz { $a } del predecesor con { $b } asientos, se encontró { $c }
reader-verify-no-other = el registro no continúa ningún otro: no tiene ningún aviso de una clave perdida
reader-verify-predecessor = el predecesor: { $r }
reader-verify-predecessor-name = se esperaba el predecesor { $a }, se encontró { $b }
reader-verify-predecessor-root = se esperaba del predecesor la raíz { $a } con { $b } asientos, se encontró { $c }
reader-verify-notice-name = se esperaba el nombre { $a }, el de su contenido
reader-verify-no-recovery = el registro no nombra claves de recuperación
reader-verify-late-recovery = las claves de recuperación se nombraron en el tamaño que el aviso congela, o después
reader-verify-notice-about = se esperaba un aviso sobre { $a }, se encontró uno sobre { $b }
reader-verify-frozen = un aviso de clave perdida congela el registro en { $a } asientos; lo firmado después, hasta { $b }, no cuenta
reader-verify-notice-root = los { $a } asientos no tienen la raíz que el aviso nombra
reader-verify-first-root = los primeros { $a } asientos no tienen la raíz que el aviso nombra

# Verificar: publicaciones y archivos.

reader-verify-manifest-missing = falta; el asiento { $a } lo nombra
reader-verify-manifest-digest = se esperaba el SHA-256 { $a } del asiento { $b }, se encontró { $c }
reader-verify-release-root = el asiento { $a } da la raíz { $b } para { $c } asientos, que tienen la raíz { $d }
reader-verify-position = se esperaba el origen { $a }, el tamaño { $b } y la raíz { $c }, se encontró { $d }, { $e } y { $f }
reader-verify-file = { $s }: se esperaban { $b } bytes con el SHA-256 { $c }, se encontraron { $r }
reader-verify-blob = se esperaban { $a } bytes con el SHA-256 { $b }, se encontraron { $r }
reader-verify-file-name = se esperaba el SHA-256 que es su nombre, se encontró { $a }
reader-verify-latest = se esperaba la referencia a la última publicación, se encontraron otros bytes
reader-verify-no-commitment = ningún asiento tiene el compromiso { $a }
reader-verify-blob-missing = falta, y ningún asiento dice por qué
reader-verify-blob-opening = falta, pero lo que abre su compromiso sigue ahí
reader-verify-opening-blob = falta, pero el archivo cuyo compromiso abre sigue ahí
reader-verify-opening = se esperaba lo que abre el compromiso { $a }, se encontró lo que abre { $b }
reader-verify-report = se esperaba el informe { $a } que un asiento nombra, se encontró { $b }
reader-verify-audit-unknown = el registro público no anuncia ninguna auditoría { $a }
reader-verify-audit-alone = se esperaban { $a } y { $b } a su lado, sin los que nada se repite
reader-verify-audit-list = { $a } no tiene su resumen
reader-verify-audit-digest = se esperaba el SHA-256 { $a } que se anunció, se encontró { $b }
reader-verify-report-missing = falta en la última publicación
reader-verify-report-differs = la parte canónica ({ $a } bytes de { $b }) difiere en el byte { $c }: publicado ...{ $d }..., de los asientos ...{ $e }...
reader-verify-differs = se esperaban los bytes que se siguen de los asientos, se encontraron otros
reader-verify-unpublished = se sigue de los asientos pero no se publicó
reader-verify-follows-not = no se sigue de los asientos
reader-verify-no-source = falta la fuente { $a }
reader-verify-total = { $r }: de los asientos se esperaba { $s }, se encontró { $t }
reader-verify-no-total = ningún total
reader-verify-stray = nada en el registro lo nombra
reader-verify-system = nada en el registro lo nombra: los administradores de archivos dejan archivos así; bórrelo

# Verificar: tablas.

reader-table-value = { $r }: se esperaba { $a }, que se sigue de los asientos, se encontró { $s }
reader-table-text-end = se esperaba el final tras { $a } bytes de texto, se encontraron más
reader-table-gzip = se esperaba un archivo gzip sin nombre, hora ni sistema, se encontró otro
reader-table-columns = se esperaban las columnas de la tabla, se encontraron otras
reader-table-rows-end = se esperaba el final tras { $a } filas, se encontraron más
reader-table-name-rows-end = { $r }: se esperaba el final tras { $b } filas, se encontraron más
reader-table-type = otro tipo de columna
reader-table-more-rows = se esperaban { $a } filas más en una columna, se encontraron { $b }
reader-table-folder = se esperaba una carpeta cuyo nombre sea UTF-8, como SQLite lo necesita
reader-table-layout = se esperaba la estructura { $a }, se encontró { $b }
reader-table-rows = { $r }: se esperaban otras filas, se encontraron { $p }
reader-table-fewer = menos
reader-table-row = { $r }: se esperaba { $a }, se encontró el final
reader-table-text-number = se esperaba texto o número, se encontró { $a }
reader-table-a-text-number = texto o número
reader-table-separator = una coma o un salto de línea
reader-table-the-columns = las columnas de la tabla

# Lo que dicen el lector de JSON y el sistema operativo.

reader-serde-type = tipo no válido: { $a }, se esperaba { $r }
reader-serde-wrong = valor no válido: { $a }, se esperaba { $r }
reader-serde-length = longitud { $a } no válida, se esperaba { $r }
reader-serde-variant = palabra desconocida `{ $a }`, se esperaba { $r }
reader-serde-field = campo desconocido `{ $a }`, se esperaba { $r }
reader-serde-missing = falta el campo `{ $a }`
reader-serde-twice = el campo `{ $a }` está dos veces
reader-serde-value = se esperaba un valor
reader-serde-ident = se esperaba una palabra
reader-serde-trailing = caracteres de más al final
reader-serde-comma = una coma de más
reader-serde-cut = el texto termina dentro de { $r }
reader-serde-string = una cadena
reader-serde-list = una lista
reader-serde-key = la clave debe ser una cadena
reader-os-absent = no existe (error { $n } del sistema)
reader-os-denied = no hay permiso (error { $n } del sistema)
reader-os-exists = ya existe (error { $n } del sistema)
reader-os-folder = es una carpeta (error { $n } del sistema)
reader-os-no-folder = no es una carpeta (error { $n } del sistema)
reader-os-full = no queda espacio (error { $n } del sistema)
