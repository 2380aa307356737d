# Índices de libertad: problemas de las tablas, frases de los lectores, resultados, ayuda.

index-no-index = se esperaban columnas que correspondan a un solo índice conocido, no se encontraron; diga cuál con ÍNDICE=ARCHIVO
index-no-column = se esperaba una de las columnas { $names }, no se encontró ninguna
index-no-place = se esperaba un código o un nombre de lugar, no se encontró ninguno
index-edition = se esperaba una edición, un año de 1900 a 2999, se encontró { $found }
index-points = se esperaba un número entero de { $least } a { $most }, o nada, se encontró { $found }
index-not-asked = se esperaba nada o 0, porque la edición { $edition } no pregunta esto, se encontró { $found }
index-band = se esperaba uno de { $known }, se encontró { $found }
index-whole = se esperaba un número entero, se encontró { $found }
index-row-again = se esperaba cada lugar una vez en cada edición, se encontró { $place } { $edition } otra vez
index-coder = se esperaba el papel de quien codifica, de 1 a 64 caracteres de A-Z a-z 0-9 . _ -, nunca un nombre
index-coded-again = se esperaba una respuesta de cada persona a una pregunta, se encontró otra
index-decided-again = se esperaba una decisión sobre una pregunta, se encontró otra
index-empty = se esperaba un texto, no se encontró nada
index-question = se esperaba una pregunta del índice { $index }, se encontró { $found }
index-date = se esperaba una fecha como 2024-07-28, se encontró { $found }
index-tier = se esperaba uno de verified, alleged, unverified, se encontró { $found }
index-sha256 = se esperaba nada o 64 cifras hexadecimales en minúscula, se encontró { $found }
index-quote = se esperaban a lo más 25 palabras, se encontraron { $words }

index-said = { $kind }: se esperaba { $expected }, se encontró { $found }
index-not-text = se esperaba texto en UTF-8, se encontraron otros bytes
index-document-error = { $key }: se esperaba { $expected }, se encontró { $found }
index-other-digest = se esperaba un archivo con SHA-256 { $wanted }, se encontró { $found }
index-unknown = se esperaba un índice cuyas reglas se conocen, se encontró { $index }
index-unknown-asked = se esperaba uno de los índices { $known }, se encontró { $found }
index-no-answers = se esperaban respuestas sobre { $place } en esta edición, no se encontraron
index-two-of = se esperaban dos lugares, o un lugar en dos ediciones, o dos versiones de una tabla
index-one-file = se esperaba un archivo para importar
index-as-of = se esperaba --as-of con una fecha, porque la carpeta aún no tiene indices.toml
index-already = nada que hacer: la versión { $id } ya tiene estos bytes
index-no-release = se esperaba el nombre de una versión de la carpeta, se encontró { $id }
index-in-the-way = se esperaba que no existiera { $file }: una versión nunca se reemplaza; elija otro nombre
index-imported = Importado { $id }: { $rows } filas; { $differ } valores publicados difieren de lo que dan las respuestas.
index-revision = { $shared } filas en ambas versiones; { $cells } celdas difieren; { $added } filas agregadas, { $removed } quitadas
index-not-used = No se usa en las respuestas sobre la elección. Los valores son juicios de quienes los publican sobre un lugar y un período.
index-real = { $value }
index-span = { $low } a { $high }
index-none = ninguno
index-or = { " o " }
index-edition-covers = { $index } edición { $edition } (cubre { $from } a { $to })
index-edition-plain = { $index } edición { $edition }
index-head = { $name }, { $place }; { $editions }; publica: { $publisher }
index-recomputed = recalculado, no publicado por el índice
index-own = calculado con reglas propias, ningún índice publicado lo respalda
index-value = { $label }: { $value } de { $most }; { $least } = { $lowest }, { $most } = { $highest }
index-word = { $label }: { $words }
index-nominal = el rango es el declarado; la aritmética va más allá y no se recorta
index-taken = tomado como se publicó, sin sus preguntas a mano
index-outside = un valor posible no está en ninguna banda
index-how-added = tal cual
index-how-subtracted = restado
index-how-from = { $constant } menos la respuesta
index-how-rescaled = llevado a 0 a { $to } y redondeado
index-missing = Sin respuesta a: { $names }. Nada se completa; el valor se da del más bajo al más alto.
index-disputed = Quienes codifican difieren en: { $names }. Toda respuesta entre las suyas queda abierta.
index-no-change = Ninguna respuesta por sí sola cambiaría la palabra para el conjunto.
index-change = { $question } de { $from } a { $to } por sí sola: { $label } { $before } pasa a { $after }
index-printed = Impreso: { $measure } { $is } ({ $editions }), { $source }, { $date }
index-printed-agrees = igual a lo calculado
index-printed-differs = difiere de lo calculado
index-printed-other = sobre otras ediciones, o abierto aquí
index-rank = { $same ->
    [yes] Lugar { $first } de { $of } desde el más bajo
   *[no] Lugar { $first } a { $last } de { $of } desde el más bajo
}
index-agreement = { $index }, preguntas de { $least } a { $most }: { $units } con varias personas, { $differ } en que difieren; alfa de Krippendorff (ordinal) { $ordinal }; 1 = todos coinciden, 0 = como por azar
index-pair = { $one } y { $other }: { $units } preguntas, kappa ponderado (cuadrados) { $kappa }; 1 = ambos coinciden, 0 = como por azar
index-first = Primero: { $head }
index-second = Segundo: { $head }
index-break = Entre ellas la edición { $edition } cambió el índice: { $about }. Una diferencia puede venir de eso.
index-change-by = , cambio { $change }
index-pair-value = { $label }: primero { $one }, segundo { $other } de { $most }{ $change }; { $least } = { $lowest }, { $most } = { $highest }
index-pair-word = { $label }: primero { $one }, segundo { $other }
index-pair-question = { $label }: primero { $one }, segundo { $other } de { $most }{ $change }; { $better ->
    [yes] { $least } = menos libre, { $most } = más libre
   *[no] { $least } = más libre, { $most } = menos libre
 }
index-questions = { $differ } preguntas difieren, { $same } son iguales:

reader-better-fall = términos que todos suban o todos bajen cuando una situación es mejor
reader-index-known = el nombre de un índice cuyas reglas se conocen
reader-measure-id = el nombre de una medida
reader-earlier-measure = el nombre de una medida anterior
reader-question-or-measure = una pregunta o una medida anterior
reader-above-least = un número mayor que least
reader-ends-mean = lo que significan el valor más bajo y el más alto
reader-one-of-kinds = uno de sum, mean, o bands con su medida
reader-term-once = cada término una vez
reader-question-to-rescale = una pregunta que reescalar
reader-a-measure = una medida
reader-from-or-rescale = un rescale, solo o después de otra medida
reader-one-term = al menos un término
reader-bands-numbers = bandas con un número cada una
reader-bands-without = bandas sin número
reader-numbers-rise = números que solo suban o solo bajen con el valor
reader-band-range = un rango que no tenga otra banda, primero el extremo menor
reader-one-band = al menos una banda
reader-two-numbers = dos números, primero el menor
reader-index-fraction = un número entero o una fracción entre comillas, como "5/2"
reader-table-id = el nombre de una tabla
reader-own-index = se esperaba un índice propio, se encontró { $a } otra vez

cli-index-about = Calcula, explica y compara índices de libertad; nada de ello se usa en una respuesta
cli-index-after =
    Ejemplos:
      scrutineer index score examples/venezuela-2024
      scrutineer index explain fiw=mundo.csv --place VEN --edition 2024
      scrutineer index compare fiw=mundo.csv --place VEN --edition 2013 --edition 2025
cli-index-score-about = Valores con rango, dirección, edición, período y quién publica
cli-index-score-arg-files = Tabla (CSV, XLSX), ÍNDICE=TABLA, o una carpeta con indices.toml; pueden darse varias
cli-index-score-arg-rules = Archivo de reglas de otro índice; puede darse varias veces
cli-index-score-arg-turned = Los valores de ediciones antiguas que contaban al revés ya están invertidos en el archivo
cli-index-score-arg-index = El índice que se calcula: fiw, fotn, evi, o uno de --rules
cli-index-score-arg-json = Escribe el documento para programas
cli-index-score-arg-place = Código o nombre de un lugar; puede darse varias veces
cli-index-score-arg-edition = Edición, o ÍNDICE=EDICIÓN si el índice usa otros; la más nueva si no se da
cli-index-score-after =
    Ejemplos:
      scrutineer index score fiw=mundo.csv --edition 2025
      scrutineer index score fiw=mundo.csv fotn=red.xlsx \
        --index evi --place VEN
cli-index-explain-about = Lo mismo con cada término, lo que cambiaría la palabra, y lo que mueve cada respuesta
cli-index-explain-arg-files = Tabla (CSV, XLSX), ÍNDICE=TABLA, o una carpeta con indices.toml; pueden darse varias
cli-index-explain-arg-rules = Archivo de reglas de otro índice; puede darse varias veces
cli-index-explain-arg-turned = Los valores de ediciones antiguas que contaban al revés ya están invertidos en el archivo
cli-index-explain-arg-index = El índice que se calcula: fiw, fotn, evi, o uno de --rules
cli-index-explain-arg-json = Escribe el documento para programas
cli-index-explain-arg-place = Código o nombre de un lugar; puede darse varias veces
cli-index-explain-arg-edition = Edición, o ÍNDICE=EDICIÓN si el índice usa otros; la más nueva si no se da
cli-index-explain-after =
    Ejemplos:
      scrutineer index explain fiw=mundo.csv --place VEN --edition 2024
cli-index-compare-about = Dos lugares, un lugar en dos ediciones, o dos versiones de una tabla
cli-index-compare-arg-files = Tabla (CSV, XLSX), ÍNDICE=TABLA, o una carpeta con indices.toml; pueden darse varias
cli-index-compare-arg-rules = Archivo de reglas de otro índice; puede darse varias veces
cli-index-compare-arg-turned = Los valores de ediciones antiguas que contaban al revés ya están invertidos en el archivo
cli-index-compare-arg-index = El índice que se calcula: fiw, fotn, evi, o uno de --rules
cli-index-compare-arg-json = Escribe el documento para programas
cli-index-compare-arg-place = Código o nombre de un lugar; puede darse varias veces
cli-index-compare-arg-edition = Edición, o ÍNDICE=EDICIÓN con comas entre varias; para un lugar dos veces, una por lado
cli-index-compare-arg-releases = Compara dos versiones de una tabla celda por celda
cli-index-compare-after =
    Ejemplos:
      scrutineer index compare fiw=mundo.csv --place VEN --place COL
      scrutineer index compare fiw=vieja.csv fiw=nueva.csv --releases
cli-index-import-about = Fija una tabla como versión en una carpeta; las anteriores quedan
cli-index-import-arg-files = Tabla (CSV, XLSX), ÍNDICE=TABLA, o una carpeta con indices.toml; pueden darse varias
cli-index-import-arg-rules = Archivo de reglas de otro índice; puede darse varias veces
cli-index-import-arg-turned = Los valores de ediciones antiguas que contaban al revés ya están invertidos en el archivo
cli-index-import-arg-index = El índice que se calcula: fiw, fotn, evi, o uno de --rules
cli-index-import-arg-json = Escribe el documento para programas
cli-index-import-arg-into = Carpeta con indices.toml; se comienza donde no lo hay
cli-index-import-arg-id = Nombre corto de la versión
cli-index-import-arg-source = De dónde viene la tabla
cli-index-import-arg-published = Fecha en que se publicó, o unknown
cli-index-import-arg-captured = Fecha en que se copió, o unknown
cli-index-import-arg-licence = Su licencia, o lo que se sabe de ella
cli-index-import-arg-supersedes = La versión que reemplaza; se muestra lo que difiere
cli-index-import-arg-as-of = Fecha de una carpeta que se comienza
cli-index-import-after =
    Ejemplos:
      scrutineer index import fiw=mundo.csv \
        --into mi-eleccion/indices --id fiw-2025-a \
        --source "archivo de quien publica" --as-of 2025-03-01
