# Lo que se ha publicado: estados, afirmaciones, ayuda.

disclosure-title = Lo que se ha publicado: { $authority }, al { $as-of }
disclosure-not-used = No se usa en las respuestas sobre la elección. Todo aquí es una afirmación con su fuente.
disclosure-heading = { $what }: { $state }
disclosure-met = cumplido
disclosure-partly = cumplido en parte
disclosure-not-met = no cumplido
disclosure-cannot-tell = no se puede decir
disclosure-reason-whole = Se publicó todo.
disclosure-reason-some-units = Se publicó solo una parte de las unidades.
disclosure-reason-coarser = Se publicó solo para unidades más grandes.
disclosure-reason-amount-unknown = Nadie dice cuánto se publicó.
disclosure-reason-gone = Se publicó y después ya no se encontró.
disclosure-reason-looked-for = Se buscó el último día o después, y no se encontró.
disclosure-reason-not-due = El plazo no ha terminado.
disclosure-reason-no-term = Nadie dice cuál es el último día.
disclosure-reason-not-looked-for = Nadie dice haber buscado el último día o después.
disclosure-duty = Debe publicarse { $unit }; base: { $basis }; plazo: { $term }; último día: { $due } (según { $source }, { $date })
disclosure-days = { $days ->
    [one] { $days } día desde el último día del plazo
   *[other] { $days } días desde el último día del plazo
}
disclosure-days-left = { $days ->
    [one] Falta { $days } día para el último día del plazo
   *[other] Faltan { $days } días para el último día del plazo
}
disclosure-in-time = Visto por primera vez dentro del plazo
disclosure-late = { $days ->
    [one] Visto por primera vez { $days } día después del último día
   *[other] Visto por primera vez { $days } días después del último día
}
disclosure-search = Buscado y no encontrado: { $place }, { $date } ({ $source })
disclosure-request = Pedido por { $author }, { $date }: { $what } ({ $source })
disclosure-response = Respuesta de { $author }, { $date }: { $outcome }; { $what } ({ $source })
disclosure-no-response = No consta respuesta.
disclosure-granted = entregado
disclosure-partly-granted = entregado en parte
disclosure-refused = negado
disclosure-other = otra cosa
disclosure-unknown = desconocido
disclosure-whole = todas las unidades
disclosure-part = algunas unidades
disclosure-seen = { $first } a { $last }
disclosure-unit-sheet = como imagen de cada acta
disclosure-unit-station = por mesa
disclosure-unit-place = por centro de votación
disclosure-unit-parish = por parroquia
disclosure-unit-municipality = por municipio
disclosure-unit-state = por estado
disclosure-unit-national = para todo el cargo
disclosure-column-what = Qué
disclosure-column-by = Por
disclosure-column-unit = Unidad
disclosure-column-amount = Cantidad
disclosure-column-address = Dirección
disclosure-column-sha256 = SHA-256
disclosure-column-captured = Copiado el
disclosure-column-seen = Visto
disclosure-column-source = Fuente

reader-obligation-id = el nombre de una obligación
reader-publication-id = el nombre de una publicación
reader-request-id = el nombre de una solicitud
reader-not-before-first = un día que no sea anterior a first_seen
reader-not-after-as-of = un día que no sea posterior a as_of

cli-disclosure-about = Dice qué debe publicar la autoridad, qué ha publicado, y desde cuándo no
cli-disclosure-arg-dir = Carpeta de la elección con disclosure.toml
cli-disclosure-arg-json = Escribe el documento para programas
cli-disclosure-arg-html = Escribe un archivo HTML
cli-disclosure-after =
    Ejemplos:
      scrutineer disclosure examples/venezuela-2024
      scrutineer disclosure mi-eleccion --html publicado.html
