# No hacer daño: la puerta antes de los nombres, los lotes, la revisión de enlaces y un fallo del propio programa.
cli-panicked = el programa falló en { $place }. No se muestra nada de los datos. Informe de ese lugar; no hace falta nada más.

cli-incidents-report-arg-released = Mostrar solo los reportes, y las afirmaciones de fuentes que no pueden nombrarse, que salieron en un lote
cli-incidents-naming-about = Qué nombres pueden publicarse y qué les falta a los demás; nada aquí muestra un nombre
cli-incidents-naming-arg-dir = Carpeta de la elección con incidents/namings.csv
cli-incidents-naming-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-naming-arg-released = Mostrar solo los nombres que salieron en un lote, sin el día de su revisión
cli-incidents-naming-arg-json = Escribir la respuesta para programas
cli-incidents-naming-after =
    Ejemplos:
      scrutineer incidents import DIR --table namings --from namings.csv
      scrutineer incidents naming DIR
      scrutineer incidents naming DIR --released
cli-incidents-release-about = Dejar salir reportes, nombres que pasaron la puerta y afirmaciones de fuentes que no pueden nombrarse, en lotes de cinco o más, de 24 a 72 horas después del quinto, sin el orden de llegada
cli-incidents-release-arg-dir = Carpeta de la elección con incidents/
cli-incidents-release-arg-state = Archivo privado con la clave y el tiempo de espera; guárdelo lejos de la carpeta
cli-incidents-release-arg-forms = Archivo de formularios en lugar de incidents/forms.json de la carpeta, o si no de los del programa
cli-incidents-release-arg-json = Escribir la respuesta para programas
cli-incidents-release-after =
    Lo que retira algo no espera: un nombre sin consentimiento, un desmentido y la retirada de una fuente
    que puede nombrarse salen enseguida, y la publicación siguiente muestra qué nombre salió y en cuánto
    bajó un número. Las retiradas de fuentes que no pueden nombrarse esperan a ser cinco de su acto.

    Ejemplos:
      scrutineer incidents release DIR --state salida.json
      scrutineer incidents report DIR --released

cli-incidents-naming-none = La tabla namings no tiene filas.
cli-incidents-naming-none-left = Ningún nombre salió en un lote.
cli-incidents-naming-open = { $id }: el nombre pasó la puerta el { $since }, por { $what }; espera un lote.
cli-incidents-naming-left = { $id }: el nombre puede publicarse, por { $what }; salió con el lote { $batch }.
cli-incidents-naming-on-consent = consentimiento de la persona
cli-incidents-naming-on-next-of-kin = consentimiento de los familiares
cli-incidents-naming-on-public = una fuente primaria que lo publicó
cli-incidents-naming-replaced = { $id }: una fila posterior trata de la misma persona.
cli-incidents-naming-closed = { $id }: el nombre no se publica: { $what }.
cli-incidents-naming-lacks-adult = nunca se nombra a un menor de edad, ni a quien puede serlo
cli-incidents-naming-lacks-basis = no hay consentimiento ni fuente primaria que lo haya publicado
cli-incidents-naming-lacks-legal-note = no hay nota legal
cli-incidents-naming-lacks-own-basis = los familiares no pueden consentir por quien se dice que lo hizo
cli-incidents-naming-lacks-primary-source = la fuente no es una primaria que pueda nombrarse
cli-incidents-naming-lacks-reviewer = nadie lo revisó
cli-incidents-naming-lacks-second-reviewer = solo una persona lo revisó
cli-incidents-naming-lacks-other-reviewer = quien revisó la segunda vez es quien revisó la primera
cli-incidents-naming-lacks-day = la segunda revisión no tiene día

cli-incidents-release-apart = se esperaba un archivo lejos de la carpeta: quien tiene ambos conoce el orden de llegada
cli-incidents-release-state = se esperaba un estado que este comando escribió, hay otra cosa
cli-incidents-release-none = Ningún reporte espera.
cli-incidents-release-too-few =
    { $count ->
        [one] Un reporte espera; un lote tiene al menos cinco, y de un tipo sobre personas cinco de ese tipo.
       *[other] { $count } reportes esperan; un lote tiene al menos cinco, y de un tipo sobre personas cinco de ese tipo.
    }
cli-incidents-release-too-early = { $count } reportes esperan; su plazo, entre 24 y 72 horas, no ha terminado.
cli-incidents-release-released = Sale el lote { $batch } con { $count } reportes:
cli-incidents-release-names-too-few =
    { $count ->
        [one] Un nombre espera; un lote tiene al menos cinco.
       *[other] { $count } nombres esperan; un lote tiene al menos cinco.
    }
cli-incidents-release-names-too-early = { $count } nombres esperan; su plazo, entre 24 y 72 horas, no ha terminado.
cli-incidents-release-names-released = Sale el lote { $batch } con { $count } nombres; filas de namings:
incidents-id-of-report = se esperaba un id que ningún reporte tenga: los lotes nombran reportes y nombres por sus ids

incidents-field-given = nombre
incidents-field-surname1 = primer apellido
incidents-field-surname2 = segundo apellido
incidents-field-date = fecha
incidents-field-age = edad
incidents-field-place = lugar
incidents-field-sex = sexo
incidents-level-exact = igual
incidents-level-same = igual
incidents-level-jw92 = casi igual
incidents-level-jw85 = parecido
incidents-level-initial = una inicial que concuerda
incidents-level-swapped = en el lugar del segundo
incidents-level-missing = sin dato
incidents-level-d0 = igual
incidents-level-d1 = a un día
incidents-level-d3 = a dos o tres días
incidents-level-a0 = igual
incidents-level-a1 = a un año
incidents-level-a2 = a dos años
incidents-level-a5 = a entre tres y cinco años
incidents-level-state = en el mismo estado
incidents-level-else = distinto

cli-incidents-estimate-arg-weights = Archivo con los pesos de concordancia con que se enlazaron las listas
incidents-expected-score = se esperaba un puntaje, un número, se encontró un texto de { $length } caracteres
incidents-estimate-threshold = Listas enlazadas desde un puntaje de { $threshold }: de { $low } a { $high }.
incidents-estimate-threshold-none = Listas enlazadas desde un puntaje de { $threshold }: sin estimación.
