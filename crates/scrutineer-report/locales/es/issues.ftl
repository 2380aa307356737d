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
