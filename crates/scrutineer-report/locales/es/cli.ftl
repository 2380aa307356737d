# La línea de órdenes: ayuda, avance y errores. Ids: cli-ORDEN-about, cli-ORDEN-arg-NOMBRE.

cli-about = Dice qué prueban, acotan o dejan abierto las actas de una elección sobre un resultado declarado.
cli-after =
    Ejemplos:
      scrutineer demo
      scrutineer new mi-eleccion --from actas.csv
      scrutineer audit mi-eleccion --html informe.html
    Códigos de salida: 0 hecho; 1 falta un archivo o no se puede leer, o check encontró errores; 2 uso incorrecto; 3 el resultado de --require, verify, follow, mirror, witness o fsck es negativo.
cli-arg-lang = Idioma de las palabras: en o es
cli-arg-color = Cuándo destacar los títulos: auto, always o never; se respeta NO_COLOR
cli-arg-threads = Hilos para censorship y power, por omisión tantos como procesadores; las demás órdenes no lo usan, y el resultado es el mismo con cualquier número
cli-arg-help = Muestra la ayuda
cli-arg-version = Muestra la versión
cli-heading-usage = Uso
cli-heading-commands = Órdenes
cli-heading-arguments = Argumentos
cli-heading-options = Opciones

cli-demo-about = Recorre una elección sintética y las condiciones de su votación de principio a fin, sin red
cli-demo-arg-out = Carpeta del resultado; se rechaza una con otro contenido
cli-audit-about = Responde: ¿ganó quien fue declarado, son posibles las cifras declaradas?
cli-audit-after =
    Ejemplos:
      scrutineer audit mi-eleccion
      scrutineer audit mi-eleccion --by estado --lang es
      scrutineer audit mi-eleccion --json > esta-noche.json
      scrutineer audit mi-eleccion --compare anoche.json
cli-audit-arg-dir = Carpeta de la elección
cli-audit-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-audit-arg-json = Escribe el documento para programas
cli-audit-arg-html = Escribe el informe entero en un archivo HTML
cli-audit-arg-brief = Escribe una página para citar
cli-audit-arg-by = Totales por división de este nivel
cli-audit-arg-full = Escribe todo lo que tiene el archivo HTML
cli-audit-arg-core = Solo carga, controles, totales, límites y factibilidad
cli-audit-arg-compare = Dice qué cambió desde este informe JSON anterior
cli-audit-arg-require = Termina con código 3 si esto no se cumple para cada declaración y fuente: winner=supported, figures=consistent|differs, link6=proven; winner@ID=... pregunta por una declaración; puede darse varias veces
cli-audit-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-audit-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-audit-arg-portable = No usa caché
cli-check-about = Enumera cada problema de los datos, con archivo, fila y columna
cli-check-arg-dir = Carpeta de la elección
cli-check-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-check-arg-json = Escribe la lista para programas
cli-check-arg-portable = No usa caché
cli-check-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-new-about = Escribe una carpeta de elección explicada y lista para usar
cli-new-arg-dir = Carpeta que se escribe; se rechaza una con otro contenido
cli-new-arg-from = Archivo con actas; se proponen sus columnas por los nombres y por las sumas que se cumplen
cli-merge-about = Une carpetas de elección por mesa, origen y resumen; los rivales se conservan y se enumeran
cli-merge-arg-folders = Carpetas que se unen; su orden no cambia nada
cli-merge-arg-out = Carpeta que se escribe; se rechaza una con otro contenido
cli-simulate-about = Escribe una elección sintética cuya verdad se conoce
cli-simulate-arg-stations = Número de mesas
cli-simulate-arg-scenario = Qué les pasa a las actas o a la declaración; honesta si no se da
cli-simulate-arg-seed = Número que fija cada elección al azar
cli-simulate-arg-out = Carpeta que se escribe; se rechaza una con otro contenido
cli-simulate-arg-list = Enumera los escenarios
cli-completions-about = Escribe las terminaciones para un intérprete de órdenes
cli-completions-arg-shell = El intérprete
cli-man-about = Escribe las páginas del manual
cli-man-arg-out = Carpeta que se escribe

# Avance y resultados.
cli-progress-reading = Leyendo { $file }
cli-progress-rows = { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }
cli-progress-auditing = Auditando
cli-progress-fetching = Trayendo { $file }
cli-wrote = Escrito: { $file }
cli-demo-open = Abra estos archivos:
cli-demo-next = Después, pruebe:
cli-new-next = Ahora complete lo marcado y luego:
cli-new-column = Columna { $column }: { $role } ({ $why })
cli-new-identity = Suma que se cumple en { $count } de { $rows } filas: { $identity }
cli-new-unmapped = Columnas sin función: { $columns }
cli-merge-rivals =
    { $count ->
        [0] Sin rivales.
        [one] Una mesa tiene lecturas rivales; se conservan ambas.
       *[other] { $count } mesas tienen lecturas rivales; se conservan todas.
    }
cli-required = Se exige: { $what }. Se cumple.
cli-required-not = Se exige: { $what }. No se cumple.

# Errores: qué, dónde, qué se esperaba, qué se encontró.
cli-error = error
cli-error-at = { $place }: { $what }
cli-error-missing-input = no se encontró el archivo fijado { $file }, SHA-256 { $digest }
cli-error-looked-in = se buscó en: { $places }
cli-error-looked-nowhere = no se dio ningún espejo y la caché no tiene ese archivo
cli-error-get-mirror = dé una carpeta que lo tenga: --mirror CARPETA
cli-error-get-fetch = o deje que el programa lo traiga de { $address }: --fetch
cli-error-no-network = esta versión no tiene red; consiga el archivo por otra vía y dé su carpeta
cli-error-identity = fuente { $source }: { $identity } falla en { $count } de { $rows } filas, más del 1 %; revise el mapa o dé --accept-import
cli-error-foreign-folder = { $file } tiene otro contenido; dé una carpeta vacía o nueva
cli-error-unknown-level = nivel desconocido { $found }; se conocen: { $known }
cli-error-unknown-scenario = escenario desconocido { $found }; se conocen: { $known }
cli-error-unknown-requirement = exigencia desconocida { $found }; se esperaba PREGUNTA=RESPUESTA, como winner=supported
cli-error-not-a-report = { $file } no es un informe de auditoría: { $why }
cli-error-read = no se puede leer { $file }: { $why }
cli-error-write = no se puede escribir { $file }: { $why }
cli-error-folder =
    { $count ->
        [one] la carpeta de la elección tiene un error
       *[other] la carpeta de la elección tiene { $count } errores
    }

# Palabras de la ayuda que nombran lo que se da.
cli-value-command = ORDEN
cli-value-options = [OPCIONES]
cli-value-folder = CARPETA
cli-value-file = ARCHIVO
cli-value-level = NIVEL
cli-value-answer = RESPUESTA
cli-value-percent = PORCENTAJE
cli-value-name = NOMBRE
cli-value-shell = INTÉRPRETE
cli-value-when = CUÁNDO
cli-value-lang = IDIOMA

cli-demo-arg-json = Escribe el informe para programas en lugar de las respuestas
cli-audit-arg-out = Escribe en este archivo lo que iría a la salida estándar
cli-check-after =
    Ejemplos:
      scrutineer check mi-eleccion
      scrutineer check mi-eleccion --json > problemas.json
cli-new-arg-json = Escribe para programas lo que se escribió y propuso
cli-new-after =
    Ejemplos:
      scrutineer new mi-eleccion
      scrutineer new mi-eleccion --from actas.csv
cli-merge-arg-json = Escribe los números para programas
cli-merge-after =
    Ejemplos:
      scrutineer merge norte sur --out todo
cli-demo-after =
    Ejemplos:
      scrutineer demo
      scrutineer demo --out otra-carpeta --lang es
cli-simulate-arg-truth = Carpeta para las boletas tal como fueron, que ninguna auditoría conoce; sin ella no se escriben
cli-simulate-arg-options = Número de opciones, de 2 a 26; 6 si no se da
cli-simulate-arg-touching = A cuántas de sus mesas, centros o actas toca el escenario
cli-simulate-arg-turnout = Centro de la participación; 64 si no se da
cli-simulate-arg-missing = Actas sin copia, al azar, con sus razones
cli-simulate-arg-slips = Registros con un error de copia
cli-simulate-arg-repeats = Número de filas que están dos veces, palabra por palabra
cli-simulate-arg-bulletin = Parte de las mesas en una declaración parcial honesta antes de la final
cli-simulate-arg-no-register = No escribe la lista oficial de mesas
cli-simulate-arg-json = Escribe para programas lo que se escribió
cli-simulate-after =
    Ejemplos:
      scrutineer simulate --stations 1200 --out sintetica
      scrutineer simulate --stations 30000 --scenario moved-votes --seed 7 --out sintetica --truth verdad
      scrutineer simulate --list
cli-completions-after =
    Ejemplos:
      scrutineer completions bash > /etc/bash_completion.d/scrutineer
cli-man-after =
    Ejemplos:
      scrutineer man --out man1
cli-document-about = Muestra un documento que el repositorio guarda
cli-document-arg-what = Qué documento
cli-document-arg-page = Qué página; solo para el manual
cli-reference-title = La línea de órdenes
cli-reference-note = Hecho a partir del programa con `cargo xtask generate`; no se edita.

cli-progress-simulating = Simulando

# Errores de uso.
cli-usage-unknown = opción o argumento desconocido { $found }
cli-usage-command = orden desconocida { $found }
cli-usage-no-command = se esperaba una orden
cli-usage-required = se esperaba { $expected }, no se encontró nada
cli-usage-conflict = { $option } y { $other } no pueden ir juntas
cli-usage-no-value = { $option }: se esperaba un valor, no se encontró nada
cli-usage-value = { $option }: { $found } no es un valor suyo
cli-usage-known = se conocen: { $known }
cli-usage-meant = ¿quiso decir { $meant }?
cli-usage-help = Para la ayuda: { $program } --help

cli-expected-found = se esperaba { $expected }, se encontró { $found }
cli-error-no-address = o declare su dirección en election.toml, para traerlo con --fetch
cli-why-not-found = no está
cli-why-denied = acceso denegado
cli-why-not-a-file = se esperaba un archivo regular
cli-why-too-large = más de 1 GiB
cli-why-not-text = se esperaba texto en UTF-8, se encontraron otros bytes
cli-spot-folder = carpeta { $file }
cli-spot-cache = caché { $file }
cli-spot-web = espejo web { $file }
cli-spot-address = dirección { $file }
cli-outcome-unreadable = no se puede leer: { $why }
cli-outcome-searched =
    { $count ->
        [one] se comparó un archivo, sin coincidencia
       *[other] se compararon { $count } archivos, sin coincidencia
    }
cli-outcome-namesake = { $file } tiene el nombre, pero SHA-256 { $digest }
cli-outcome-other = otros bytes, SHA-256 { $digest }; no se usaron
cli-outcome-large = más de { $count } bytes; no se usaron
cli-outcome-not-asked = no se preguntó, porque no se dio --fetch
cli-outcome-failed = falló la descarga: { $why }
cli-outcome-not-kept = se descargó, pero no se guardó: { $why }
cli-left-links =
    { $count ->
        [one] un enlace simbólico no seguido
       *[other] { $count } enlaces simbólicos no seguidos
    }
cli-left-unreadable = { $count } que no se pueden leer
cli-left-sealed = { $count } sellados, que nunca se abren
cli-left-beyond = { $count } más allá de los límites de la búsqueda

cli-merge-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces
cli-merge-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-merge-arg-portable = No usa caché
cli-merge-differ = las carpetas difieren en lo que debe ser uno:
cli-merge-source = Fuente { $source }: { $count } lecturas, de las cuales { $same } eran iguales en varias carpetas
cli-merge-from = de { $file }: { $count }
cli-merge-publishers = Estas carpetas difieren sobre quién publica, por lo que la unión no lo dice: { $what }
cli-merge-rejected = { $file }: filas que no se pudieron usar y no se trasladan: { $count }
cli-merge-issues = { $file }: problemas que no se trasladan: { $count }; vea check

cli-forensics-about = Probar las actas: patrones que el azar no hace; no cambia ninguna respuesta
cli-forensics-arg-dir = Carpeta de la elección
cli-forensics-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-forensics-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-forensics-arg-portable = No usa caché
cli-forensics-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-forensics-arg-json = Escribir los resultados para programas
cli-forensics-arg-html = Escribir los resultados como un solo archivo HTML, con gráficos
cli-forensics-arg-test = Mostrar solo esta prueba; se puede repetir y marca la salida como parcial
cli-forensics-arg-option = Mostrar solo esta opción; se puede repetir y marca la salida como parcial
cli-forensics-arg-source = Mostrar solo esta fuente; se puede repetir y marca la salida como parcial
cli-forensics-after =
    Ejemplos:
      scrutineer forensics mi-eleccion
      scrutineer forensics mi-eleccion --html pruebas.html
      scrutineer forensics mi-eleccion --test place-extremes
    Las pruebas y su orden están en spec/tests.md, lo que significan en docs/estadistica.md.
cli-power-about = Medir con elecciones simuladas cuántas falsas alarmas dan aquí las pruebas y qué encontrarían
cli-power-arg-dir = Carpeta de la elección
cli-power-arg-mirror = Carpeta o dirección web donde buscar por su resumen los archivos fijados; puede darse varias veces; SCRUTINEER_MIRROR enumera otras carpetas
cli-power-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-power-arg-portable = No usa caché
cli-power-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-power-arg-runs = Elecciones simuladas por escenario, hasta 10000
cli-power-arg-seed = Número que fija cada elección al azar
cli-power-arg-source = Fuente cuyas mesas se toman; la primera si no se da
cli-power-arg-keep = Guardar la tabla en la carpeta de la elección como power.json; forensics y la auditoría completa la muestran entonces junto a sus resultados
cli-power-arg-json = Escribir la tabla para programas
cli-power-arg-html = Escribir la tabla como un solo archivo HTML, con un gráfico
cli-power-after =
    Ejemplos:
      scrutineer power mi-eleccion
      scrutineer power mi-eleccion --runs 1000 --seed 7 --html potencia.html
cli-value-test = PRUEBA
cli-value-option = OPCIÓN
cli-value-source = FUENTE
cli-progress-testing = probando las actas
cli-progress-power = elecciones simuladas: { $done } de { $all }
cli-power-left-out = { $file } se deja fuera, y todo lo demás sigue sin él. Para hacerlo de nuevo: scrutineer power con --keep.
cli-error-unknown-name = { $flag }: se esperaba uno de { $known }, se halló { $found }
cli-error-no-geography = Ninguna fuente tiene un acta completa con al menos dos opciones; no hay nada que simular.
