# La línea de órdenes: ayuda, avance y errores. Ids: cli-ORDEN-about, cli-ORDEN-arg-NOMBRE.

cli-about = Dice qué prueban, acotan o dejan abierto las actas de una elección sobre un resultado declarado.
cli-after =
    Ejemplos:
      scrutineer demo
      scrutineer new mi-eleccion --from actas.csv
      scrutineer audit mi-eleccion --html informe.html
    Códigos de salida: 0 hecho; 1 falta un archivo o no se puede leer, o check encontró errores; 2 uso incorrecto; 3 el resultado de --require es negativo.
cli-arg-lang = Idioma de las palabras: en o es
cli-arg-color = Cuándo destacar los títulos: auto, always o never; se respeta NO_COLOR
cli-arg-threads = Número de hilos; el resultado es el mismo con cualquiera
cli-arg-help = Muestra la ayuda
cli-arg-version = Muestra la versión
cli-heading-usage = Uso
cli-heading-commands = Órdenes
cli-heading-arguments = Argumentos
cli-heading-options = Opciones

cli-demo-about = Recorre una elección sintética de principio a fin, sin red
cli-demo-arg-out = Carpeta del resultado; se rechaza una con otro contenido
cli-audit-about = Responde: ¿ganó quien fue declarado, son posibles las cifras declaradas?
cli-audit-after =
    Ejemplos:
      scrutineer audit mi-eleccion
      scrutineer audit mi-eleccion --by estado --lang es
      scrutineer audit mi-eleccion --json > esta-noche.json
      scrutineer audit mi-eleccion --compare anoche.json
cli-audit-arg-dir = Carpeta de la elección
cli-audit-arg-mirror = Carpeta donde buscar los archivos fijados; puede darse varias veces
cli-audit-arg-json = Escribe el documento para programas
cli-audit-arg-html = Escribe el informe entero en un archivo HTML
cli-audit-arg-brief = Escribe una página para citar
cli-audit-arg-by = Totales por división de este nivel
cli-audit-arg-full = Escribe todo lo que tiene el archivo HTML
cli-audit-arg-core = Solo carga, controles, totales, límites y factibilidad
cli-audit-arg-compare = Dice qué cambió desde este informe JSON anterior
cli-audit-arg-require = Termina con código 3 si esto no se cumple, como winner=supported
cli-audit-arg-accept-import = Sigue aunque una fuente rompa su identidad declarada en más del 1 % de las filas
cli-audit-arg-fetch = Permite la red para los archivos fijados que ningún espejo tiene
cli-audit-arg-portable = No usa caché
cli-audit-arg-state = Carpeta del estado privado
cli-check-about = Enumera cada problema de los datos, con archivo, fila y columna
cli-check-arg-dir = Carpeta de la elección
cli-check-arg-mirror = Carpeta donde buscar los archivos fijados; puede darse varias veces
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
