# Lo que los reportes y las cifras dicen además de su número.
incidents-told-units = Clases de unidades que los reportes nombran, sin verificar, con el número de estos reportes: { $what }
incidents-told-force = Fuerza, con el número de reportes que lo dicen: { $what }
incidents-told-responses = Respuesta de las autoridades, con el número de reportes que la dicen: { $what }
incidents-told-phases = Cuándo, con el número de reportes: { $what }
incidents-told-resolved = Si se resolvió, con el número de reportes que lo dicen: { $what }
incidents-told-persons =
    Personas afectadas por un incidente: de { $low } a { $high } según { $count ->
        [one] el único reporte que lo dice.
       *[other] los { $count } reportes que lo dicen. Estos números nunca se suman.
    }
incidents-told-sizes =
    Personas en una reunión: de { $low } a { $high } según { $count ->
        [one] el único reporte que lo dice.
       *[other] los { $count } reportes que lo dicen. Estos números nunca se suman.
    }
incidents-category-police = policía
incidents-category-military = militares
incidents-category-intelligence = servicios de inteligencia
incidents-category-armed-civilians = civiles armados
incidents-category-party = gente de un partido
incidents-category-election-authority = autoridad electoral
incidents-category-other-official = otros funcionarios
incidents-category-unknown = no se sabe
incidents-force-none = ninguna
incidents-force-threatened = amenaza de usarla
incidents-force-used = usada
incidents-response-none = ninguna
incidents-response-present = presencia sin actuar
incidents-response-contained = gente retenida o encerrada
incidents-response-dispersed = gente dispersada
incidents-response-arrests = arrestos
incidents-phase-before = antes del día de la elección
incidents-phase-opening = apertura
incidents-phase-voting = votación
incidents-phase-closing = cierre
incidents-phase-counting = conteo
incidents-phase-transmission = transmisión
incidents-phase-after = después del día de la elección
incidents-resolved-yes = sí
incidents-resolved-no = no
incidents-groups = a quiénes: { $what }
incidents-perpetrators = clase de unidad que el registro nombra, sin verificar (una persona para la que nombra varias está en cada una): { $what }
incidents-figures-withheld =
    { $count ->
        [one] Una cifra de una fuente que no puede nombrarse se reserva: ella, o lo que se sigue de ella, podría hablar de una a cuatro personas.
       *[other] { $count } cifras de fuentes que no pueden nombrarse se reservan: cada una de ellas, o lo que se sigue de ella, podría hablar de una a cuatro personas.
    }
incidents-figure-parts = { $figure }; entre ellas { $what }
incidents-figure-noted = { $figure }; sobre la fecha: { $note }
conditions-by-perpetrator = Personas creíbles por la clase de unidad que el registro nombra. Que fue esa unidad no se verificó. Una persona para la que nombra varias está en cada una: { $act }
conditions-column-perpetrator = Clase de unidad que el registro nombra
conditions-group-minors = menores de edad
conditions-group-minors-over = menores de edad, más de
cli-incidents-release-claims-too-few =
    { $count ->
        [one] Una afirmación de una fuente que no puede nombrarse espera; un lote tiene al menos cinco, y de cada acto salvo muertes cinco de ese acto.
       *[other] { $count } afirmaciones de fuentes que no pueden nombrarse esperan; un lote tiene al menos cinco, y de cada acto salvo muertes cinco de ese acto.
    }
cli-incidents-release-claims-too-early = { $count } afirmaciones de fuentes que no pueden nombrarse esperan; su plazo, entre 24 y 72 horas, no ha terminado.
cli-incidents-release-claims-released = Sale el lote { $batch } con { $count } afirmaciones de fuentes que no pueden nombrarse:
cli-conditions-waiting-claims =
    { $count ->
        [one] Una afirmación de una fuente que no puede nombrarse queda fuera: aún no está en ningún lote (scrutineer incidents release).
       *[other] { $count } afirmaciones de fuentes que no pueden nombrarse quedan fuera: aún no están en ningún lote (scrutineer incidents release).
    }
incidents-id-of-claim = se esperaba un id que ningún reporte ni fila de namings tenga: los lotes nombran por su id las afirmaciones de fuentes que no pueden nombrarse
incidents-forms-critical = se esperaba true, o ninguna clave: un tipo que necesita una segunda llamada es sobre personas, salvo killed
cli-incidents-forms-few = Los formularios dicen que estos tipos no son sobre personas; sus reportes, días y lugares de observación se muestran por pocos que sean: { $what }
