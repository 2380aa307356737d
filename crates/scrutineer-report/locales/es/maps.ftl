# Mapas pequeños de divisiones.

map-title = Quién va adelante en las actas de { $source }, por división
map-text = El color y las líneas nombran la opción con más votos en estas actas. El tamaño de un área no dice nada de los votos, y las formas están simplificadas. La tabla tiene los números.
map-tie = Líneas cruzadas sobre blanco: tantos votos para dos opciones
map-nobody = Contorno de rayas: no se muestra ningún número
map-missing =
    { $count ->
        [one] Fuera del mapa, porque no se da su forma:
       *[other] Fuera del mapa, porque no se dan sus formas:
    }
cli-verify-warning-audits-beside = Los archivos con que se repiten las auditorías por muestreo (audits/) son los que se publicaron. Lo anunciado y la lista de mesas tienen los resúmenes que están en el registro público; el certificado dice cómo repetir cada sorteo a mano, y aquí nadie lo repitió.
cli-verify-warning-geometry-beside = Las formas de los mapas (geometry.geojson) son las que se publicaron. No se siguen de ningún asiento, y ninguna respuesta las lee.

# Qué esperan y encuentran los lectores de formas.

reader-shape-codes = códigos de una división de esta elección
reader-shape-most-features = a lo sumo { $a } elementos
reader-shape-most-values = a lo sumo { $a } valores
reader-shape-most-points = a lo sumo { $a } posiciones en todos los archivos
reader-shape-feature = un elemento
reader-shape-properties = un objeto con los códigos de una división
reader-shape-once = cada división una vez
reader-shape-below = ningún código debajo de un nivel que no lo tiene
reader-shape-code = el código de una división, como texto
reader-shape-kinds = Polygon, MultiPolygon o Point
reader-shape-area = un área
reader-shape-polygons = una lista de polígonos
reader-shape-rings = una lista de anillos
reader-shape-positions = una lista de posiciones
reader-shape-empty = una lista vacía
reader-shape-ring = un anillo de al menos 4 posiciones
reader-shape-closed = un anillo cerrado: la última posición es la primera
reader-shape-open = otra última posición
reader-shape-position = una posición: longitud y latitud
reader-shape-values = { $a } valores
reader-shape-range = una longitud de -180 a 180 y una latitud de -90 a 90, en grados
reader-shape-written = el documento como lo escribe este programa
reader-shape-other-bytes = otros bytes con las mismas formas
reader-shape-levels = de 1 a { $a } propiedades, una por cada nivel de la primera jerarquía
reader-shape-whole = un objeto con elementos
reader-shape-features = una lista de elementos
reader-sensitive = sensitive = true, como { $a }, que tiene el mismo origen
reader-shape-key = Propiedades con los códigos de una división de la primera jerarquía, del nivel más amplio hacia abajo
reader-shape-division = geometry.geojson: se esperaban divisiones de esta elección, se encontró { $a }
reader-no-mark = no hay tal marca

cli-error-geometry =
    { $count ->
        [one] las formas tienen un error
       *[other] las formas tienen { $count } errores
    }
cli-error-feature = { $file }, elemento { $at }
