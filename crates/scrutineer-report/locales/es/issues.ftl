# Problemas al leer: sus tipos y las líneas de `check`.

issue-not-a-number = Celda con algo distinto de una cifra; queda sin leer
issue-not-an-integer = Cifra con decimales; queda sin leer
issue-negative = Cifra menor que cero; queda sin leer
issue-too-large = Cifra demasiado grande para un acta; queda sin leer
issue-missing-key = Fila sin clave completa; rechazada
issue-ragged-row = Fila con más o menos campos que el encabezado
issue-over-limit = Campo, fila o tabla fuera de los límites del lector; rechazado
issue-bad-encoding = Bytes que la codificación no permite
issue-nul-byte = Byte cero dentro de un texto
issue-truncated = Archivo que termina antes de tiempo
issue-unreadable = Archivo, miembro u hoja que no se puede leer
issue-unmapped-column = Columna que el mapa no nombra; descartada
issue-missing-column = Columna que el mapa nombra y el archivo no tiene
issue-duplicate-column = Dos columnas con un mismo nombre
issue-unknown-value = Valor que el mapa no conoce
issue-hidden-row = Fila u hoja oculta; se leyó igualmente
issue-formula = Celda calculada por una fórmula; se leyó su valor guardado
issue-merged-cells = Celdas combinadas; todas menos la primera están vacías
issue-division-conflict = Centro en dos divisiones o mesa en dos centros
issue-name-conflict = Un código de división con dos nombres
issue-decision = Cómo se leyeron los bytes
issue-folder = Descripción de la elección
issue-group = { $name } ({ $kind_of }, { $count })
issue-group-code = { $code } { $name } ({ $kind_of }, { $count })
issue-expected-found =
    { $count ->
        [one] se esperaba { $expected }, se encontró { $found }
       *[other] se esperaba { $expected }, se encontró { $found }; { $count } de este tipo
    }
issue-expected =
    { $count ->
        [one] se esperaba { $expected }; el contenido es privado
       *[other] se esperaba { $expected }; el contenido es privado; { $count } de este tipo
    }
issue-found =
    { $count ->
        [one] { $found }
       *[other] { $found }; { $count } de este tipo
    }
issue-summary =
    { $errors ->
        [one] Un error
       *[other] { $errors } errores
    }, { $warnings ->
        [one] una cosa notable
       *[other] { $warnings } cosas notables
    }, { $notes ->
        [one] una nota
       *[other] { $notes } notas
    }.

# Lo que los lectores de archivos esperaban y encontraron.

reader-whole-number = un número entero
reader-part-of-key = parte de la clave
reader-canonical-id = un identificador canónico
reader-empty-cell = una celda vacía
reader-another-text = otro texto
reader-no-text = bytes que no son texto
reader-known-value = un valor que el mapa conoce
reader-named-column = una columna que el mapa nombra
reader-known-field = una opción o un campo que el mapa conoce
reader-column-for = una columna { $a } para { $b }
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
reader-chosen = { $a }; separador { $b }, que da { $c } columnas
reader-delimiter = separador { $a }, que da { $b } columnas
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
